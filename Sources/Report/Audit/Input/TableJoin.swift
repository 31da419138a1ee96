/// How many people the groups of a trait have, as a report says.
package struct GroupSizes: Hashable, Sendable {
    package struct Size: Hashable, Sendable {
        package var label: String
        package var n: TableDescription.Base

        package init(_ label: String, _ n: TableDescription.Base) {
            self.label = label
            self.n = n
        }
    }

    package var trait: String
    package var sizes: [Size]
    /// Whether they count those who answered; where nil, what the sample says.
    package var isAnswered: Bool?

    package init(_ trait: String, sizes: [Size], isAnswered: Bool? = nil) {
        self.trait = trait
        self.sizes = sizes
        self.isAnswered = isAnswered
    }
}

/// Joins what is said of tables with their figures.
package struct TableJoin: Sendable {
    /// A label that is said of a table, and that none of its lines has.
    package struct NoSuchLine: Hashable, Sendable {
        /// Where it stands below the table, such as `rows.total`.
        package var path: String
        package var label: String
        package var known: [String]
    }

    /// A total that no lines of the table are the parts of.
    package struct Partless: Hashable, Sendable {
        /// Where it stands below the table, such as `rows.total`.
        package var path: String
        package var label: String
    }

    package var groups: [GroupSizes]
    /// Other wordings of a thing by their identity, with the identity that stands for all.
    package var same: [String: String]
    package var isAnswered: Bool
    package private(set) var faults: [NoSuchLine] = []
    package private(set) var partless: [Partless] = []

    package init(
        groups: [GroupSizes] = [],
        same: [String: String] = [:],
        isAnswered: Bool = false
    ) {
        self.groups = groups
        self.same = same
        self.isAnswered = isAnswered
    }

    /// The table that `printed` is by its `description`; `faults` has the labels that it lacks, and
    /// `partless` the totals of nothing.
    package mutating func table(
        _ description: TableDescription,
        _ printed: PrintedTable
    ) -> AuditedTable {
        faults = []
        partless = []
        var rows = lines(printed.rows, description.rows, "rows", description)
        var columns = lines(printed.columns, description.columns, "columns", description)
        addBases(&rows, across: columns, description) { printed.cells[$0][$1] }
        addBases(&columns, across: rows, description) { printed.cells[$1][$0] }
        addOwnBases(&columns, description) { line in
            printed.rows.indices.map { printed.cells[$0][line] }
        }
        addOwnBases(&rows, description) { line in printed.cells[line] }
        addSizes(&rows, printed.rows, description)
        addSizes(&columns, printed.columns, description)
        var table = AuditedTable(
            id: description.id,
            file: printed.file,
            title: description.title.isEmpty
                ? printed.titles.joined(separator: " ") : description.title,
            page: description.page,
            rows: rows,
            columns: columns,
            cells: printed.cells,
            statistic: description.holds,
            question: description.question,
            scale: description.scale,
            isWeighted: description.isWeighted,
            allowsSeveral: description.allowsSeveral,
            n: description.n.map {
                AuditedBase($0, isAnswered: description.isAnswered ?? isAnswered)
            }
        )
        addTotals(&table, printed, description)
        return table
    }

    /// The lines of an axis, without their totals and numbers of people.
    private mutating func lines(
        _ labels: [PrintedTable.Label],
        _ axis: AxisDescription,
        _ path: String,
        _ description: TableDescription
    ) -> [AuditedTable.Line] {
        var lines = labels.map { label in
            let identity = label.identity
            var line = AuditedTable.Line(label.text, axis.are, identity: same[identity] ?? identity)
            if label.isBracket { line.statistic = description.brackets ?? .other }
            return line
        }
        for held in axis.held {
            let found = find(held.label, labels, path + "." + held.label)
            guard let position = found else { continue }
            lines[position].statistic = held.statistic
            let headings = labels[position].headings
            if headings.count < 2 {
                lines[position].role = .statistic
            } else {
                let subject = headings.dropLast().joined(separator: " ")
                lines[position].subject = AuditedTable.Line.identity(of: subject)
            }
        }
        let totals = Set(axis.totals.compactMap { position(of: $0.label, labels) })
        for block in axis.blocks {
            let members: [Int]
            if let wanted = block.labels {
                members = wanted.compactMap { find($0, labels, path + ".of", taken: lines) }
            } else {
                members = lines.indices.filter {
                    lines[$0].role == axis.are && !totals.contains($0) && !labels[$0].isBracket
                }
            }
            setBlock(block.trait, of: members, &lines)
        }
        return lines
    }

    /// Figures of two kinds about the same people are two blocks: lines of one share no person.
    private func setBlock(_ trait: String, of members: [Int], _ lines: inout [AuditedTable.Line]) {
        guard let first = members.first else { return }
        for position in members {
            let statistic = lines[position].statistic
            lines[position].block =
                statistic == lines[first].statistic
                ? trait : "\(trait) (\(statistic?.word ?? "others"))"
        }
    }

    // MARK: - Totals

    private mutating func addTotals(
        _ table: inout AuditedTable,
        _ printed: PrintedTable,
        _ description: TableDescription
    ) {
        for isRow in [true, false] {
            let axis = isRow ? description.rows : description.columns
            let labels = isRow ? printed.rows : printed.columns
            let path = (isRow ? "rows" : "columns") + ".total"
            var lines = isRow ? table.rows : table.columns
            let totals = axis.totals.map { find($0.label, labels, path) }
            let all = Set(totals.compactMap { $0 })
            for (total, position) in zip(axis.totals, totals) {
                guard let position else { continue }
                lines[position].block = nil
                let known = faults.count
                let parts: [Int]
                if let of = total.of {
                    parts = of.compactMap { find($0, labels, path) }.filter { $0 != position }
                } else {
                    let open = lines.indices.filter {
                        !all.contains($0) && lines[$0].role == axis.are
                            && labels[$0].isBracket == labels[position].isBracket
                            && isAlike(lines[$0], lines[position], axis, description)
                    }
                    let block = open.first.flatMap { lines[$0].block }
                    parts = open.filter { lines[$0].block == block }
                }
                guard !parts.isEmpty else {
                    if faults.count == known {
                        partless.append(Partless(path: path, label: total.label))
                    }
                    continue
                }
                // A total of items is none of the lines that only say what figures are.
                if axis.are == .item { lines[position].role = .item }
                lines[position].total = AuditedTable.Total(
                    of: parts,
                    by: total.by ?? totalling(table, axis.are, isRow: isRow, position),
                    isExhaustive: total.isComplete
                )
                addSize(&lines, position, description)
            }
            if isRow { table.rows = lines } else { table.columns = lines }
        }
    }

    /// Whether figures of `line` can make up those of `total`: of one kind, or means of items and
    /// the score that is made of them.
    private func isAlike(
        _ line: AuditedTable.Line,
        _ total: AuditedTable.Line,
        _ axis: AxisDescription,
        _ description: TableDescription
    ) -> Bool {
        if line.statistic == total.statistic { return true }
        let kinds = [line, total].map { $0.statistic ?? description.holds }
        return axis.are == .item && kinds.allSatisfy { $0 == .mean || $0 == .score }
    }

    /// What a total is by default: of counts the sum, of groups what all of them give together.
    private func totalling(
        _ table: AuditedTable,
        _ role: AuditedTable.Role,
        isRow: Bool,
        _ position: Int
    ) -> AuditedTable.Totalling {
        var percentages: [Double] = []
        var statistics: Set<AuditedTable.Statistic> = []
        let others = isRow ? table.columns : table.rows
        for other in others.indices {
            let (row, column) = isRow ? (position, other) : (other, position)
            let statistic = table.statistic(row: row, column: column)
            statistics.insert(statistic)
            if statistic == .percent, let number = table.cells[row][column].number {
                percentages.append(number.value)
            }
        }
        if statistics.isSubset(of: [.count, .base]) { return .sum }
        let isWhole = !percentages.isEmpty && percentages.allSatisfy { (98...102).contains($0) }
        switch role {
        case .item: return .meanOrSum
        case .answer: return .sum
        case .group, .statistic: return isWhole ? .sum : .pooled
        }
    }

    // MARK: - Numbers of people

    /// Takes the number of people of each line from the one line across that holds bases.
    private func addBases(
        _ lines: inout [AuditedTable.Line],
        across: [AuditedTable.Line],
        _ description: TableDescription,
        cell: (Int, Int) -> PrintedCell
    ) {
        let bases = across.indices.filter { across[$0].statistic == .base }
        guard bases.count == 1, across.count > 1, across[bases[0]].subject == nil else { return }
        for position in lines.indices where lines[position].statistic != .base {
            guard let number = cell(position, bases[0]).number, number.decimals == 0,
                Exact.takes(number.units), !number.isPercent
            else { continue }
            lines[position].n = AuditedBase(
                number.units,
                isAnswered: description.isAnswered ?? isAnswered
            )
        }
    }

    /// Takes the number of people of "Men Mean" from "Men n": from its least to its largest figure.
    private func addOwnBases(
        _ lines: inout [AuditedTable.Line],
        _ description: TableDescription,
        cells: (Int) -> [PrintedCell]
    ) {
        for position in lines.indices where lines[position].n == nil {
            guard lines[position].statistic != .base, let subject = lines[position].subject else {
                continue
            }
            let bases = lines.indices.filter {
                lines[$0].subject == subject && lines[$0].statistic == .base
            }
            guard bases.count == 1 else { continue }
            let people = cells(bases[0]).compactMap(\.number)
                .filter { $0.decimals == 0 && $0.units > 0 && !$0.isPercent }.map(\.units)
            guard let low = people.min(), let high = people.max() else { continue }
            lines[position].n = AuditedBase(
                low...high,
                isAnswered: low < high || (description.isAnswered ?? isAnswered)
            )
        }
    }

    private func addSizes(
        _ lines: inout [AuditedTable.Line],
        _ labels: [PrintedTable.Label],
        _ description: TableDescription
    ) {
        for (position, label) in labels.enumerated() where lines[position].n == nil {
            if let n = label.n, Exact.takes(n) {
                lines[position].n = AuditedBase(
                    n,
                    isAnswered: description.isAnswered ?? isAnswered
                )
                continue
            }
            guard lines[position].role == .group, let block = lines[position].block else {
                continue
            }
            let names =
                [lines[position].identity]
                + label.headings.prefix(1).map { AuditedTable.Line.identity(of: $0) }
            for group in groups where block == group.trait || block.hasPrefix(group.trait + " (") {
                let size = group.sizes.first { size in
                    let identity = AuditedTable.Line.identity(of: size.label)
                    return names.contains(same[identity] ?? identity)
                }
                guard let size else { continue }
                lines[position].n = AuditedBase(
                    size.n,
                    isAnswered: group.isAnswered ?? description.isAnswered ?? isAnswered
                )
            }
        }
    }

    /// The total of groups is based on all of them.
    private func addSize(
        _ lines: inout [AuditedTable.Line],
        _ position: Int,
        _ description: TableDescription
    ) {
        guard let total = lines[position].total, total.isExhaustive, lines[position].n == nil,
            lines[position].role == .group
        else { return }
        if let n = description.n {
            lines[position].n = AuditedBase(n, isAnswered: description.isAnswered ?? isAnswered)
            return
        }
        let bases = total.of.compactMap { lines[$0].n }
        guard bases.count == total.of.count else { return }
        guard let low = Exact.sum(bases.map(\.range.lowerBound)),
            let high = Exact.sum(bases.map(\.range.upperBound)), high <= Exact.largestCount
        else { return }
        lines[position].n = AuditedBase(low...high, isAnswered: bases.allSatisfy(\.isAnswered))
    }

    // MARK: - Labels

    private func position(of label: String, _ labels: [PrintedTable.Label]) -> Int? {
        let identity = AuditedTable.Line.identity(of: label)
        // Signs such as "%" have no identity.
        return labels.firstIndex { $0.text == label }
            ?? (identity.isEmpty ? nil : labels.firstIndex { $0.identity == identity })
    }

    /// The position of the line with that label; a fault where there is none.
    ///
    /// Of lines with the same label, the first one that `taken` gives no block.
    private mutating func find(
        _ label: String,
        _ labels: [PrintedTable.Label],
        _ path: String,
        taken: [AuditedTable.Line]? = nil
    ) -> Int? {
        guard let first = position(of: label, labels) else {
            faults.append(NoSuchLine(path: path, label: label, known: labels.map(\.text)))
            return nil
        }
        guard let taken, taken[first].block != nil else { return first }
        return labels.indices.first {
            labels[$0].identity == labels[first].identity && taken[$0].block == nil
        } ?? first
    }
}
