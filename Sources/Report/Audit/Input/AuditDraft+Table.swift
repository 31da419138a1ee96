/// Guesses what one table's figures, rows and columns are.
struct TableGuess {
    let printed: PrintedTable
    var description: TableDescription
    var reasons: [String: String] = [:]
    var questions: [String] = []
    let words: String

    init(id: String, file: String, _ printed: PrintedTable) {
        self.printed = printed
        description = TableDescription(id: id)
        description.file = file
        description.title = printed.titles.joined(separator: " ")
        words = ([id, printed.corner] + printed.titles).joined(separator: " ")
    }

    mutating func table() -> AuditDraft.Table {
        description.rows.held = held(printed.rows, isRow: true)
        description.columns.held = held(printed.columns, isRow: false)
        guessBrackets()
        if printed.columns.contains(where: { HeadingWords.saysWeighted($0.text) }) {
            description.isWeighted = true
        }
        guessTotals(isRow: true)
        guessTotals(isRow: false)
        guessHolds()
        guessRoles()
        guessBlocks()
        finishTotals(isRow: true)
        finishTotals(isRow: false)
        return AuditDraft.Table(
            description: description,
            printed: printed,
            reasons: reasons,
            questions: questions
        )
    }

    // MARK: - Lines

    private func held(_ lines: [PrintedTable.Label], isRow: Bool) -> [AxisDescription.Held] {
        let headings = lines.map { $0.headings.last ?? $0.text }
        let besideMeans = headings.contains { heading in
            [.mean, .standardDeviation, .score].contains(
                HeadingWords.statistic(heading, besideMeans: true)
            )
        }
        let named = headings.count {
            HeadingWords.statistic($0, besideMeans: besideMeans) != nil
                && !HeadingWords.isTotal($0)
        }
        return zip(lines, headings).compactMap { line, heading in
            guard let found = HeadingWords.statistic(heading, besideMeans: besideMeans),
                !(line.isBracket && heading.hasSuffix("in brackets"))
            else { return nil }
            let position = lines.firstIndex { $0.text == line.text } ?? 0
            let across = isRow ? printed.columns.indices : printed.rows.indices
            let figures = across.compactMap { number(position, $0, isRow: isRow) }
            if found == .count, figures.count(where: \.isPercent) * 2 > figures.count {
                return AxisDescription.Held(line.text, .percent)
            }
            if !besideMeans, let sure = people(found, position, lines, isRow: isRow) {
                return AxisDescription.Held(line.text, sure)
            }
            // "Number of clusters" may be an average of many drawings.
            let isCounted = found == .count || found == .base
            if isCounted, figures.contains(where: { $0.decimals > 0 }) { return nil }
            // "Average" among items or regions is their total.
            let isTotal = found == .mean && HeadingWords.isTotal(heading)
            return isTotal && lines.count > 1 && named * 2 < lines.count - 1
                ? nil : AxisDescription.Held(line.text, found)
        }
    }

    /// Numbers of people are counts where percentages beside them are their shares, else bases; nil
    /// for other figures.
    private func people(
        _ found: AuditedTable.Statistic,
        _ position: Int,
        _ lines: [PrintedTable.Label],
        isRow: Bool
    ) -> AuditedTable.Statistic? {
        func heading(_ line: Int) -> String { lines[line].headings.last ?? lines[line].text }
        let isPeople =
            found == .count
            && HeadingWords.isPeople(AuditedTable.Line.identity(of: heading(position)))
        let across = isRow ? printed.columns : printed.rows
        guard isPeople || found == .base,
            across.indices.allSatisfy({
                number(position, $0, isRow: isRow)?.decimals ?? 0 == 0
            })
        else { return nil }
        let others = lines.indices.filter { $0 != position }
        let percents = others.filter {
            HeadingWords.statistic(heading($0), besideMeans: false) == .percent
                && (lines[position].headings.count < 2
                    || lines[$0].headings.dropLast() == lines[position].headings.dropLast())
        }
        if percents.count == 1 {
            let isOfAll = isPeople || HeadingWords.saysWeighted(heading(percents[0]))
            return isPart(position, percents[0], isRow: isRow, isOfAll: isOfAll) ? .count : .base
        }
        guard isPeople else { return .base }
        let isBelowPercents = across.count {
            HeadingWords.statistic($0.headings.last ?? $0.text, besideMeans: false) == .percent
        }
        if percents.count > 1 || (isRow && isBelowPercents * 2 > across.count) { return .base }
        let figures = others.flatMap { line in
            across.indices.compactMap { number(line, $0, isRow: isRow) }
        }
        let isDecimal = figures.count { $0.isPercent || $0.decimals > 0 } * 2 > figures.count
        let isSaid =
            HeadingWords.saysPercent(words)
            && figures.allSatisfy { (0...100.5).contains($0.value) }
        return isDecimal || (figures.count > 1 && isSaid) ? .base : .count
    }

    /// Whether counts have their own shares beside them: in proportion, or such that give 100 together.
    func isPart(_ count: Int, _ percent: Int, isRow: Bool, isOfAll: Bool = true) -> Bool {
        let across = isRow ? printed.columns : printed.rows
        var ratios: [ClosedRange<Double>] = []
        var shares: [PrintedNumber] = []
        for (other, label) in across.enumerated() {
            guard let n = number(count, other, isRow: isRow),
                let share = number(percent, other, isRow: isRow), n.value > 0, share.value > 0
            else { continue }
            if !HeadingWords.isTotal(label.headings.first ?? label.text) { shares.append(share) }
            let low = max(share.interval.lowerBound, 1e-9)
            ratios.append(n.value / share.interval.upperBound...n.value / low)
        }
        guard let low = ratios.map(\.lowerBound).max(), let high = ratios.map(\.upperBound).min()
        else { return true }
        // Several traits give 100 each.
        let sum = shares.map(\.value).reduce(0, +)
        let off = (sum - (sum / 100).rounded() * 100).magnitude
        let slack = max(0.25, shares.map(\.unit).reduce(0, +) / 2)
        return low <= high || (isOfAll && shares.count > 1 && sum > 50 && off <= slack)
    }

    private mutating func guessBrackets() {
        let known = Set(description.columns.held.map(\.label))
        let open = printed.columns.filter { $0.isBracket && !known.contains($0.text) }
        guard !open.isEmpty else { return }
        let text = words.lowercased()
        if text.contains("sd") || text.contains("standard deviation") {
            description.brackets = .standardDeviation
        } else if text.contains("standard error") {
            description.brackets = .standardError
        } else if bracketsAreShares(open) {
            description.brackets = .percent
        } else {
            description.brackets = .other
            questions.append(
                "what are the figures in brackets? sd, se, percentages, counts or mixed"
            )
        }
    }

    /// Whether whole numbers stand before brackets with their shares: "120 (52.4)".
    private func bracketsAreShares(_ brackets: [PrintedTable.Label]) -> Bool {
        let pairs = printed.columns.indices.filter {
            brackets.contains(printed.columns[$0]) && $0 > 0
        }
        let numbers = pairs.flatMap { column in
            printed.rows.indices.compactMap { row -> (PrintedNumber, PrintedNumber)? in
                guard let count = number(row, column - 1, isRow: true),
                    let share = number(row, column, isRow: true)
                else { return nil }
                return (count, share)
            }
        }
        guard numbers.count > 1,
            numbers.allSatisfy({ $0.0.decimals == 0 && (0...100).contains($0.1.value) }),
            numbers.contains(where: { $0.1.decimals > 0 || $0.1.isPercent })
        else { return false }
        // In proportion along the columns, or along each row.
        if pairs.allSatisfy({ isPart($0 - 1, $0, isRow: false) }) { return true }
        return printed.rows.indices.allSatisfy { row in
            let ratios = pairs.compactMap { column -> ClosedRange<Double>? in
                guard let count = number(row, column - 1, isRow: true)?.value, count > 0,
                    let share = number(row, column, isRow: true)?.interval, share.lowerBound > 0
                else { return nil }
                return count / share.upperBound...count / share.lowerBound
            }
            let low = ratios.map(\.lowerBound).max() ?? 0
            return low <= ratios.map(\.upperBound).min() ?? low
        }
    }

    /// Positions of lines that are neither totals nor statistics nor brackets.
    func parts(isRow: Bool) -> [Int] {
        let lines = isRow ? printed.rows : printed.columns
        let axis = isRow ? description.rows : description.columns
        let others = Set(axis.held.map(\.label) + axis.totals.map(\.label))
        return lines.indices.filter { !lines[$0].isBracket && !others.contains(lines[$0].text) }
    }

    func number(_ line: Int, _ other: Int, isRow: Bool) -> PrintedNumber? {
        isRow ? printed.cells[line][other].number : printed.cells[other][line].number
    }

    /// Numbers of the cells that are what the table holds.
    var main: [PrintedNumber] {
        let rows = parts(isRow: true)
        return rows.flatMap { row in
            parts(isRow: false).compactMap { printed.cells[row][$0].number }
        }
    }

    // MARK: - What the figures are

    private mutating func guessHolds() {
        let columns = description.columns.held.map(\.statistic)
        let rows = description.rows.held.map(\.statistic)
        let figures = main
        if figures.isEmpty || parts(isRow: false).isEmpty {
            let kinds = columns + rows
            let order: [AuditedTable.Statistic] = [.mean, .score, .count, .percent]
            description.holds = order.first { kinds.contains($0) } ?? .other
            reasons["holds"] = "by the headings"
            return
        }
        let isWhole = figures.allSatisfy { $0.decimals == 0 }
        let sums = share(summingTo: 100, isRow: true) + share(summingTo: 100, isRow: false)
        let isSmall = figures.allSatisfy { (-0.5...10.5).contains($0.value) }
        let inPercent = figures.allSatisfy { (0...100.5).contains($0.value) }
        if isWhole, description.brackets == .percent {
            hold(.count, "whole numbers with their shares in brackets")
        } else if figures.count(where: \.isPercent) * 2 > figures.count {
            hold(.percent, "most figures have a percent sign")
        } else if inPercent, sums > 0.7, !isSmall || HeadingWords.saysPercent(words) {
            hold(.percent, "lines give 100 together")
        } else if HeadingWords.saysPercent(words), inPercent {
            hold(.percent, "the title speaks of percentages")
        } else if HeadingWords.saysScore(words), !isWhole {
            hold(.score, "the title speaks of scores")
        } else if !isWhole, isSmall, figures.count > 1 {
            hold(.mean, "figures with decimals from 0 to 10")
        } else if isWhole,
            hasSums || HeadingWords.statistic(printed.corner, besideMeans: false) == .count
        {
            hold(.count, "whole numbers with their sum")
        } else {
            hold(.other, "nothing says what the figures are")
            questions.append(
                "what are the figures? means, scores, percentages, counts, bases, sd, se"
            )
        }
    }

    private mutating func hold(_ statistic: AuditedTable.Statistic, _ reason: String) {
        description.holds = statistic
        reasons["holds"] = reason
    }

    /// The share of lines across whose parts on an axis give `sum` together, within rounding.
    func share(summingTo sum: Double, isRow: Bool) -> Double {
        let parts = parts(isRow: isRow)
        guard parts.count > 1 else { return 0 }
        let across = self.parts(isRow: !isRow)
        let hits = across.count { other in
            let numbers = parts.compactMap { number($0, other, isRow: isRow) }
            let total = numbers.map(\.value).reduce(0, +)
            let slack = max(0.6, numbers.map(\.unit).reduce(0, +) / 2 + 0.01)
            return numbers.count > 1 && (total - sum).magnitude <= slack
        }
        return across.isEmpty ? 0 : Double(hits) / Double(across.count)
    }

    private var hasSums: Bool {
        [true, false].contains { isRow in
            let axis = isRow ? description.rows : description.columns
            return axis.totals.contains { total in
                let lines = isRow ? printed.rows : printed.columns
                guard let position = lines.firstIndex(where: { $0.text == total.label }) else {
                    return false
                }
                return fit(position, of: parts(isRow: isRow), isRow: isRow, by: .sum).share >= 0.5
            }
        }
    }

    /// The means of a table that its scale's range has to hold.
    static func means(_ table: AuditDraft.Table) -> [Double] {
        let guess = TableGuess(table)
        let heldColumns = table.description.columns.held
        let rows = guess.parts(isRow: true)
        let columns = table.printed.columns.indices.filter { column in
            let label = table.printed.columns[column].text
            if let held = heldColumns.first(where: { $0.label == label }) {
                return held.statistic == .mean
            }
            return guess.parts(isRow: false).contains(column)
        }
        return rows.flatMap { row in
            columns.compactMap { table.printed.cells[row][$0].number?.value }
        }
    }

    private init(_ table: AuditDraft.Table) {
        printed = table.printed
        description = table.description
        words = ""
    }
}
