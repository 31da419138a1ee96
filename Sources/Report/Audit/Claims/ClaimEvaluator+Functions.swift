import Base

extension ClaimEvaluator {
    func call(
        _ function: Claim.Function,
        _ terms: [Claim.Term],
        _ term: Claim.Term
    ) throws(Fault) -> ClaimValue {
        switch function {
        case .min, .max, .sum, .mean: return .number(try summary(function, terms, term))
        case .count: return .number(try count(terms[0]))
        case .abs: return try each(terms[0], Self.absolute)
        case .highest: return .labels(try extreme(terms[0], isHighest: true))
        case .lowest: return .labels(try extreme(terms[0], isHighest: false))
        case .label: return .labels(try label(terms[0]))
        case .increasing: return .truth(.trend(.increasing, try several(terms[0])))
        case .decreasing: return .truth(.trend(.decreasing, try several(terms[0])))
        case .nondecreasing: return .truth(.trend(.nondecreasing, try several(terms[0])))
        case .nonincreasing: return .truth(.trend(.nonincreasing, try several(terms[0])))
        case .all: return .truth(.quantified(.all, try truths(terms[0])))
        case .none: return .truth(.quantified(.none, try truths(terms[0])))
        case .some: return .truth(.quantified(.some, try truths(terms[0])))
        case .most: return .truth(.quantified(.most, try truths(terms[0])))
        case .majority, .half, .third: return try part(function, terms[0])
        case .significant: return .truth(try significant(terms[0], terms[1]))
        }
    }

    /// The numbers of a list of two or more.
    private func several(_ term: Claim.Term) throws(Fault) -> [ClaimNumber] {
        let value = try value(term)
        if case .numbers(let numbers) = value, numbers.count > 1 { return numbers }
        throw wrong(term, value, "a list of two numbers or more")
    }

    // MARK: - Numbers

    private func summary(
        _ function: Claim.Function,
        _ terms: [Claim.Term],
        _ term: Claim.Term
    ) throws(Fault) -> ClaimNumber {
        var all: [ClaimNumber] = []
        for term in terms { all += try numbers(term) }
        guard !all.isEmpty else {
            throw Fault(
                .meaning,
                at: term.range.lowerBound,
                "\(function.rawValue) has no numbers.",
                remedy: "Name lines that hold some."
            )
        }
        switch function {
        case .min, .max: return Self.picked(all, isHighest: function == .max)
        case .sum: return Self.sum(all)
        default:
            let sum = Self.sum(all)
            var mean = sum.times(1 / Double(all.count), sum.unit)
            // "x is" follows: the arithmetic, with one more decimal than its parts have.
            mean.name = "(\(sum.name)) / \(all.count)"
            mean.decimals = sum.decimals.map { $0 + 1 }
            return mean
        }
    }

    private static func sum(_ all: [ClaimNumber]) -> ClaimNumber {
        var sum = all[0]
        for number in all.dropFirst() { sum = .compute(.plus, sum, number) }
        if all.count > 12 { sum.name = "the sum of \(all.count) figures" }
        if all.count == 1 { sum.nature = sum.isWhole ? .whole(nil) : sum.nature }
        return sum
    }

    /// The highest or lowest of `all`, with the values that it may have.
    static func picked(_ all: [ClaimNumber], isHighest: Bool) -> ClaimNumber {
        let sign = isHighest ? 1.0 : -1.0
        let known = all.filter { $0.point != nil }
        guard
            var best = known.max(by: { ($0.point ?? 0) * sign < ($1.point ?? 0) * sign })
        else { return .missing("a figure", cells: all.flatMap(\.cells)) }
        let ends = (all.map(\.low), all.map(\.high))
        best.low = (isHighest ? ends.0.max() : ends.0.min()) ?? best.low
        best.high = (isHighest ? ends.1.max() : ends.1.min()) ?? best.high
        let label = best.line.map { " (“\($0.label)”)" } ?? ""
        best.name = "the \(isHighest ? "highest" : "lowest") of \(all.count) figures\(label)"
        if known.count < all.count {
            best.nature = .missing
            best.point = nil
        } else if !best.isLiteral, Set(all.map { $0.print?.decimals }).count > 1 {
            best.nature = .computed
        }
        return best
    }

    private static func absolute(_ number: ClaimNumber) -> ClaimNumber {
        guard number.low < 0 else { return number }
        var result = number.times(1, number.unit)
        result.decimals = number.decimals
        let ends = [number.low.magnitude, number.high.magnitude]
        result.low = number.high >= 0 ? 0 : ends.min() ?? 0
        result.high = ends.max() ?? 0
        result.point = number.point?.magnitude
        result.nature =
            number.nature == .missing ? .missing : number.isWhole ? .whole(nil) : .computed
        result.name = "the size of \(number.name)"
        return result
    }

    private func count(_ term: Claim.Term) throws(Fault) -> ClaimNumber {
        let value = try value(term)
        switch value {
        case .numbers(let numbers):
            return ClaimNumber(
                exact: Double(numbers.count),
                name: "the number of figures",
                cells: numbers.flatMap(\.cells)
            )
        case .truths(let accounts):
            let held = accounts.filter { $0.truth == .holds }
            let open = accounts.filter { $0.truth == .undecided }
            let lines = held.isEmpty ? "" : " (\(held.map(\.subject).joined(separator: ", ")))"
            var number = ClaimNumber(
                exact: Double(held.count),
                name: "the number of lines of which it holds\(lines)",
                cells: held.flatMap(\.cells)
            )
            if !open.isEmpty {
                number.nature = .computed
                number.point = nil
                number.high = Double(held.count + open.count)
            }
            return number
        default: throw wrong(term, value, "a list")
        }
    }

    // MARK: - Labels

    private func extreme(_ term: Claim.Term, isHighest: Bool) throws(Fault) -> ClaimLabels {
        let numbers = try several(term)
        let word = isHighest ? "highest" : "lowest"
        guard numbers.allSatisfy({ $0.line != nil }) else {
            throw wrong(term, .numbers(numbers), "a list of cells")
        }
        guard !numbers.contains(where: { $0.line?.isPair ?? false }) else {
            throw Fault(
                .meaning,
                at: term.range.lowerBound,
                "Both rows and columns run here, so that the \(word) has two labels.",
                remedy: "Name one row or one column."
            )
        }
        // Whoever is surely behind somebody is surely behind the one with the best end.
        let leader =
            isHighest ? numbers.max { $0.low < $1.low } : numbers.min { $0.high < $1.high }
        let candidates = numbers.filter { one in
            guard let leader else { return true }
            let truth = isHighest ? ClaimNumber.less(one, leader) : ClaimNumber.less(leader, one)
            return truth != .holds
        }
        let isMissing = candidates.contains { $0.point == nil }
        let known = candidates.filter { $0.point != nil }
        let names = known.compactMap { $0.line.map { "“\($0.label)”" } }.joined(separator: " and ")
        let figure = known.first?.figure ?? "not printed"
        return ClaimLabels(
            lines: candidates.compactMap(\.line),
            isChoice: true,
            because: "The \(word) of \(numbers.count) figures is \(figure), of \(names)."
                + (isMissing ? " Other figures were not printed." : ""),
            short: "the \(word) is \(names) with \(figure)",
            numbers: numbers,
            cells: candidates.flatMap(\.cells),
            lacksFigure: isMissing
        )
    }

    private func label(_ term: Claim.Term) throws(Fault) -> ClaimLabels {
        let list = try numbers(term)
        var lines = list.compactMap(\.line)
        if lines.isEmpty, case .cells(let name, _) = term.kind, let cell = list.first?.cells.first {
            let table = try lookup.table(name, term.range)
            let line = table.rows.count == 1 ? table.columns[cell.column] : table.rows[cell.row]
            lines = [ClaimNumber.Line(label: line.label, identity: line.identity)]
        }
        guard !lines.isEmpty else { throw wrong(term, .numbers(list), "a list of cells") }
        let names = lines.map { "“\($0.label)”" }.joined(separator: ", ")
        return ClaimLabels(
            lines: lines,
            isChoice: false,
            because: "The label there is \(names).",
            short: "the label is \(names)",
            numbers: [],
            cells: list.flatMap(\.cells)
        )
    }

    // MARK: - Parts of a whole

    /// How far from a half or a third is still about it, in percentage points.
    private static let aboutPoints = 5.0

    private func part(_ function: Claim.Function, _ term: Claim.Term) throws(Fault) -> ClaimValue {
        try judged(term) { number throws(Fault) in
            guard number.unit != .people, number.unit != .measure else {
                throw Fault(
                    .meaning,
                    at: term.range.lowerBound,
                    "\(function.rawValue) needs a percentage, or a count divided by a count.",
                    remedy: "Divide by the total: table[answer, total] / table[total, total]."
                )
            }
            let percent = number.unit == .share ? number.times(100, .percent) : number
            if function == .majority {
                let limit = ClaimNumber(literal: PrintedNumber(units: 50, decimals: 0))
                var account = ClaimAccount.compared(percent, .greater, limit)
                if account.truth == .fails { lookup.explainMajority(percent, &account) }
                return account
            }
            let middle = function == .half ? 50 : 100 / 3.0
            let words = function == .half ? "half" : "a third"
            let target = ClaimNumber(exact: middle, name: words)
            let truth = ClaimNumber.near(percent, target, Self.aboutPoints)
            let verb = truth == .fails ? "is not about" : "is about"
            var account = ClaimAccount(
                truth,
                "\(percent.figure) \(verb) \(words)",
                because: [
                    "\(percent.name) is \(percent.figure); from \(words) it is "
                        + ClaimNumber.text((percent.point ?? 0) - middle, 1) + " points away."
                ],
                cells: percent.cells
            )
            account.note([percent])
            return account
        }
    }

    /// A difference by more than chance needs a test, which is another rule's work.
    private func significant(_ a: Claim.Term, _ b: Claim.Term) throws(Fault) -> ClaimAccount {
        let numbers = [try number(a), try number(b)]
        var account = ClaimAccount(
            .undecided,
            "\(numbers[0].figure) and \(numbers[1].figure)",
            because: [
                "\(numbers[0].name) is \(numbers[0].figure), \(numbers[1].name) \(numbers[1].figure)."
            ],
            cells: numbers.flatMap(\.cells)
        )
        account.doubts = [.significance]
        return account
    }

    // MARK: - What the report says of itself

    func scale(
        _ name: String,
        _ point: Claim.ScalePoint,
        _ term: Claim.Term
    ) throws(Fault) -> ClaimNumber {
        let scales = lookup.report.scales
        guard let scale = scales.first(where: { $0.name == name }) else {
            throw Fault(
                .scale,
                at: term.range.lowerBound,
                "There is no scale \(Problem.quote(name)).",
                remedy: ClaimLookup.hint(name, scales.map(\.name))
                    + ClaimLookup.list(scales.map(\.name), of: "scales")
            )
        }
        let (low, high) = (Double(scale.range.lowerBound), Double(scale.range.upperBound))
        let value =
            switch point {
            case .low: low
            case .high: high
            case .middle: scale.neutral ?? (low + high) / 2
            }
        return ClaimNumber(exact: value, name: "the \(point.rawValue) of the scale \(name)")
    }

    func base(_ table: String, _ line: Claim.Line?, _ term: Claim.Term) throws(Fault) -> ClaimNumber
    {
        let table = try lookup.table(table, term.range)
        var base = table.n ?? lookup.report.n
        var name = "the number of people in \(table.id)"
        if let line {
            let found = try lookup.anyLine(line, table)
            base = found.n ?? base
            name = "the number of people in “\(found.label)” of \(table.id)"
        }
        guard let base else { return .missing(name) }
        let (low, high) = (Double(base.range.lowerBound), Double(base.range.upperBound))
        return ClaimNumber(
            nature: low == high ? .whole(nil) : .computed,
            unit: .people,
            low: low,
            high: high,
            point: (low + high) / 2,
            name: name
        )
    }
}

extension ClaimLookup {
    /// A line of either axis.
    func anyLine(_ line: Claim.Line, _ table: AuditedTable) throws(Fault) -> AuditedTable.Line {
        if let row = try? position(line, table.rows, table, isRow: true) { return table.rows[row] }
        if let column = try? position(line, table.columns, table, isRow: false) {
            return table.columns[column]
        }
        return table.rows[try position(line, table.rows, table, isRow: true)]
    }

    /// Adds which answer of the same question most people gave.
    func explainMajority(_ number: ClaimNumber, _ account: inout ClaimAccount) {
        guard number.cells.count == 1, let cell = number.cells.first,
            let table = report.tables.first(where: { $0.id == cell.table })
        else { return }
        let isRow = table.rows[cell.row].role == .answer
        guard isRow || table.columns[cell.column].role == .answer, !table.allowsSeveral else {
            return
        }
        let axis = isRow ? table.rows : table.columns
        var largest: (label: String, number: PrintedNumber, position: Int)?
        for position in axis.indices where axis[position].total == nil {
            guard axis[position].role == .answer,
                let print = isRow
                    ? table.cells[position][cell.column].number
                    : table.cells[cell.row][position].number
            else { continue }
            if print.value > largest?.number.value ?? -.infinity {
                largest = (axis[position].label, print, position)
            }
        }
        guard let largest else { return }
        account.because.append(
            "The largest share is that of “\(largest.label)”, \(largest.number.text)"
                + (largest.number.value > 50 ? "." : "; no answer has half.")
        )
        account.expected = "“\(largest.label)”, \(largest.number.text)"
        let found =
            isRow
            ? Finding.Cell(table: table.id, row: largest.position, column: cell.column)
            : Finding.Cell(table: table.id, row: cell.row, column: largest.position)
        if !account.cells.contains(found) { account.cells.append(found) }
    }
}
