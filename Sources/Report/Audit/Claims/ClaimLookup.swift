import Base

/// Finds tables, lines and cells by the names that claims have for them.
struct ClaimLookup {
    let report: AuditedReport
    let scope: ClaimScope?

    typealias Fault = Claim.Fault

    /// The cells of a reference, as a list where an axis runs.
    func cells(
        _ name: String,
        _ lines: [Claim.Lines],
        _ range: Range<Int>
    ) throws(Fault) -> ClaimValue {
        if let scope, lines.count == 1, let own = ownLine(name, scope) {
            let table = report.tables[scope.table]
            let axis = scope.namesColumns ? table.rows : table.columns
            let picked = try positions(lines[0], axis, table, isRow: scope.namesColumns)
            return scope.namesColumns
                ? value(table, picked, Picked(positions: [own], runs: false))
                : value(table, Picked(positions: [own], runs: false), picked)
        }
        let table = try self.table(name, range)
        let one = Picked(positions: [0], runs: false)
        if lines.count == 2 {
            let rows = try positions(lines[0], table.rows, table, isRow: true)
            let columns = try positions(lines[1], table.columns, table, isRow: false)
            return value(table, rows, columns)
        }
        if table.columns.count == 1 {
            return value(table, try positions(lines[0], table.rows, table, isRow: true), one)
        }
        if table.rows.count == 1 {
            return value(table, one, try positions(lines[0], table.columns, table, isRow: false))
        }
        throw Fault(
            .line,
            at: range.lowerBound,
            "\(Problem.quote(name)) has several rows and columns.",
            remedy: "Write \(name)[row, column]."
        )
    }

    /// The cell of the line that is judged, in the column or row called `name`.
    func variable(_ name: String, _ range: Range<Int>) throws(Fault) -> ClaimNumber {
        guard let scope else {
            throw Fault(
                .meaning,
                at: range.lowerBound,
                "\(Problem.quote(name)) is a label where a number should be.",
                remedy: report.tables.contains { $0.id == name }
                    ? "Say which cells: \(name)[row, column]." : "Write table[row, column]."
            )
        }
        let table = report.tables[scope.table]
        guard let own = ownLine(name, scope) else {
            let known = (scope.namesColumns ? table.columns : table.rows).map(\.label)
            let word = scope.namesColumns ? "column" : "row"
            throw Fault(
                .line,
                at: range.lowerBound,
                "Table \(table.id) has no one \(word) \(Problem.quote(name)).",
                remedy: Self.hint(name, known)
                    + (name.contains("-") ? "A minus sign needs blanks around it. " : "")
                    + Self.list(known, of: word + "s")
            )
        }
        return scope.namesColumns
            ? number(table, scope.line, own) : number(table, own, scope.line)
    }

    func table(_ name: String, _ range: Range<Int>) throws(Fault) -> AuditedTable {
        if let table = report.tables.first(where: { $0.id == name }) { return table }
        let wanted = AuditedTable.Line.identity(of: name)
        let near = report.tables.filter { AuditedTable.Line.identity(of: $0.id) == wanted }
        if near.count == 1 { return near[0] }
        let known = report.tables.map(\.id)
        throw Fault(
            .table,
            at: range.lowerBound,
            "There is no table \(Problem.quote(name)).",
            remedy: Self.hint(name, known) + Self.list(known, of: "tables")
        )
    }

    /// The position of the column, or row, that a relation calls `name`.
    private func ownLine(_ name: String, _ scope: ClaimScope) -> Int? {
        let table = report.tables[scope.table]
        let found = Self.matches(name, scope.namesColumns ? table.columns : table.rows)
        return found.count == 1 ? found[0] : nil
    }

    // MARK: - Lines

    struct Picked {
        var positions: [Int]
        var runs: Bool
    }

    func positions(
        _ lines: Claim.Lines,
        _ axis: [AuditedTable.Line],
        _ table: AuditedTable,
        isRow: Bool
    ) throws(Fault) -> Picked {
        switch lines.kind {
        case .one(let line):
            return Picked(positions: [try position(line, axis, table, isRow: isRow)], runs: false)
        case .run(let first, let last):
            let start = try position(first, axis, table, isRow: isRow)
            let end = try position(last, axis, table, isRow: isRow)
            // Written from the later line to the earlier one, it runs that way.
            let run = start <= end ? Array(start...end) : (end...start).reversed()
            let found = run.filter { axis[$0].total == nil }
            guard !found.isEmpty else { throw onlyTotals(lines, table, isRow: isRow) }
            return Picked(positions: found, runs: true)
        case .set(let set):
            var found: Set<Int> = []
            for line in set { found.insert(try position(line, axis, table, isRow: isRow)) }
            return Picked(positions: found.sorted(), runs: true)
        case .all:
            let found = axis.indices.filter { axis[$0].total == nil }
            guard !found.isEmpty else { throw onlyTotals(lines, table, isRow: isRow) }
            return Picked(positions: Array(found), runs: true)
        }
    }

    private func onlyTotals(
        _ lines: Claim.Lines,
        _ table: AuditedTable,
        isRow: Bool
    ) -> Fault {
        Fault(
            .line,
            at: lines.range.lowerBound,
            "No \(isRow ? "row" : "column") of \(table.id) is left here without its totals.",
            remedy: "Name the lines, or correct which are totals."
        )
    }

    func position(
        _ line: Claim.Line,
        _ axis: [AuditedTable.Line],
        _ table: AuditedTable,
        isRow: Bool
    ) throws(Fault) -> Int {
        let word = isRow ? "row" : "column"
        switch line.kind {
        case .position(let number):
            if number <= axis.count { return number - 1 }
            throw Fault(
                .line,
                at: line.range.lowerBound,
                "Table \(table.id) has no \(word) #\(number): it has \(axis.count).",
                remedy: "Count from 1, without the header."
            )
        case .total:
            let totals = axis.indices.filter { axis[$0].total != nil }
            let found = totals.count == 1 ? Array(totals) : Self.matches("total", axis)
            if found.count == 1 { return found[0] }
            throw Fault(
                .line,
                at: line.range.lowerBound,
                "Table \(table.id) has \(totals.isEmpty ? "no" : "more than one") total \(word).",
                remedy: "Name the line by its label."
            )
        case .label(let label):
            let found = Self.matches(label, axis)
            if found.count == 1 { return found[0] }
            let known = axis.map(\.label)
            throw Fault(
                .line,
                at: line.range.lowerBound,
                found.isEmpty
                    ? "Table \(table.id) has no \(word) \(Problem.quote(label))."
                    : "Table \(table.id) has \(found.count) \(word)s \(Problem.quote(label)).",
                remedy: found.isEmpty
                    ? Self.hint(label, known) + Self.list(known, of: word + "s")
                    : "Write their numbers: "
                        + found.map { "#\($0 + 1)" }.joined(separator: " or ") + "."
            )
        }
    }

    /// The lines that are called `label`: the same letters, else the same words.
    static func matches(_ label: String, _ axis: [AuditedTable.Line]) -> [Int] {
        let same = axis.indices.filter { axis[$0].label == label }
        if same.count == 1 { return same }
        let identity = AuditedTable.Line.identity(of: label)
        return axis.indices.filter { position in
            let line = axis[position]
            return line.label == label || line.identity == label
                || (!identity.isEmpty
                    && (AuditedTable.Line.identity(of: line.label) == identity
                        || AuditedTable.Line.identity(of: line.identity) == identity))
        }
    }

    static func hint(_ name: String, _ known: [String]) -> String {
        nearestName(to: name, in: known).map { "Did you mean “\($0)”? " } ?? ""
    }

    /// "The rows: a, b, c." with at most twelve of them.
    static func list(_ known: [String], of what: String) -> String {
        guard !known.isEmpty else { return "There are no \(what)." }
        let more = known.count > 12 ? " and \(known.count - 12) more" : ""
        return "The \(what): \(known.prefix(12).map { "“\($0)”" }.joined(separator: ", "))\(more)."
    }

    // MARK: - Cells

    private func value(_ table: AuditedTable, _ rows: Picked, _ columns: Picked) -> ClaimValue {
        guard rows.runs || columns.runs else {
            return .number(number(table, rows.positions[0], columns.positions[0]))
        }
        return .numbers(
            rows.positions.flatMap { row in
                columns.positions.map { column in
                    var number = number(table, row, column)
                    let lines = [
                        rows.runs ? table.rows[row] : nil,
                        columns.runs ? table.columns[column] : nil,
                    ].compactMap { $0 }
                    number.line = ClaimNumber.Line(
                        label: lines.map(\.label).joined(separator: "”, “"),
                        identity: lines.map(\.identity).joined(separator: " / "),
                        isPair: lines.count == 2
                    )
                    return number
                }
            }
        )
    }

    func number(_ table: AuditedTable, _ row: Int, _ column: Int) -> ClaimNumber {
        let cell = [Finding.Cell(table: table.id, row: row, column: column)]
        let name = name(table, row, column)
        guard let print = table.cells[row][column].number else {
            return .missing(name, cells: cell)
        }
        let statistic = table.statistic(row: row, column: column)
        let isWeighted = report.isWeighted(table) ?? false
        let isCount = statistic == .base || (statistic == .count && !isWeighted)
        let unit: ClaimNumber.Unit =
            switch statistic {
            case _ where print.isPercent: .percent
            case .percent: .percent
            case .count, .base: .people
            case .mean, .score, .standardDeviation, .standardError: .measure
            case .other: .plain
            }
        return ClaimNumber(
            printed: print,
            isWhole: isCount && print.decimals == 0,
            unit: unit,
            name: name,
            cells: cell
        )
    }

    /// A cell in words, such as “North” (“Total”) in trust.
    private func name(_ table: AuditedTable, _ row: Int, _ column: Int) -> String {
        let labels = [
            table.rows.count == 1 ? "" : table.rows[row].label,
            table.columns.count == 1 ? "" : table.columns[column].label,
        ].filter { !$0.isEmpty }
        guard let first = labels.first else { return "the figure of \(table.id)" }
        let rest = labels.dropFirst().map { " (“\($0)”)" }.joined()
        return "“\(first)”\(rest) in \(table.id)"
    }
}
