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
            // "Number of clusters" may be an average of many drawings.
            let isCounted = found == .count || found == .base
            if isCounted, figures.contains(where: { $0.decimals > 0 }) { return nil }
            // "Average" among items or regions is their total.
            let isTotal = found == .mean && HeadingWords.isTotal(heading)
            return isTotal && lines.count > 1 && named * 2 < lines.count - 1
                ? nil : AxisDescription.Held(line.text, found)
        }
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
        } else {
            description.brackets = .other
            questions.append(
                "what are the figures in brackets? sd, se, percentages, counts or mixed"
            )
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
        if figures.count(where: \.isPercent) * 2 > figures.count {
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

    // MARK: - Roles

    private mutating func guessRoles() {
        if parts(isRow: false).isEmpty, isCrossed {
            guessCrossed()
        } else if parts(isRow: false).isEmpty {
            set(.statistic, isRow: false, "their headings say what the figures are")
            guessLinesBesideStatistics(isRow: true)
        } else if parts(isRow: true).isEmpty {
            set(.statistic, isRow: true, "their labels say what the figures are")
            guessLinesBesideStatistics(isRow: false)
        } else {
            guessBothAxes()
        }
    }

    /// Whether columns are groups or answers, each with figures of several kinds: "Men n", "Men %".
    private var isCrossed: Bool {
        let columns = printed.columns.filter { $0.headings.count > 1 }
        return columns.count == printed.columns.count
            && Set(columns.compactMap(\.headings.first)).count > 1
            && Set(columns.compactMap(\.headings.last)).count > 1
    }

    private mutating func guessCrossed() {
        let traits = printed.columns.compactMap { HeadingWords.trait($0.headings[0]) }
        let isMean = description.holds == .mean || description.holds == .score
        if traits.isEmpty, peopled(isRow: true) > 0.4 {
            set(.group, isRow: true, "the labels name people")
            set(isMean ? .item : .answer, isRow: false, "what is asked of them")
        } else {
            set(
                .group,
                isRow: false,
                traits.isEmpty ? "the shorter labels" : "the labels name people"
            )
            set(isMean ? .item : .answer, isRow: true, "what is asked of them")
        }
    }

    private mutating func set(_ role: AuditedTable.Role, isRow: Bool, _ reason: String) {
        if isRow { description.rows.are = role } else { description.columns.are = role }
        reasons[isRow ? "rows" : "columns"] = reason
    }

    /// How many words the labels of an axis have on average.
    private func wordiness(isRow: Bool) -> Double {
        let lines = isRow ? printed.rows : printed.columns
        let parts = parts(isRow: isRow)
        let count = parts.map { lines[$0].identity.split(separator: " ").count }.reduce(0, +)
        return parts.isEmpty ? 0 : Double(count) / Double(parts.count)
    }

    /// The share of an axis's labels that name people by a known trait.
    private func peopled(isRow: Bool) -> Double {
        let lines = isRow ? printed.rows : printed.columns
        let parts = parts(isRow: isRow)
        let hits = parts.count {
            HeadingWords.trait(lines[$0].headings.first ?? lines[$0].text) != nil
        }
        return parts.isEmpty ? 0 : Double(hits) / Double(parts.count)
    }

    private mutating func guessLinesBesideStatistics(isRow: Bool) {
        let isMean = description.holds == .mean || description.holds == .score
        if peopled(isRow: isRow) >= 0.4 {
            set(.group, isRow: isRow, "the labels name people")
        } else if isMean {
            let isWordy = wordiness(isRow: isRow) >= 3
            set(
                isWordy ? .item : .group,
                isRow: isRow,
                isWordy ? "the labels are sentences" : "the labels are short"
            )
            if !isWordy {
                questions.append(
                    "are the \(isRow ? "rows" : "columns") groups of people, or items?"
                )
            }
        } else {
            set(.answer, isRow: isRow, "parts of one whole")
            questions.append("are the \(isRow ? "rows" : "columns") answers, or groups of people?")
            let parts = parts(isRow: isRow)
            let across = isRow ? description.columns.held : description.rows.held
            let lines = isRow ? printed.columns : printed.rows
            let isWhole = across.allSatisfy { held in
                guard held.statistic == .percent,
                    let other = lines.firstIndex(where: { $0.text == held.label })
                else { return true }
                let sum = parts.compactMap { number($0, other, isRow: isRow)?.value }.reduce(0, +)
                return (97...103).contains(sum)
            }
            if !isWhole {
                description.allowsSeveral = true
                questions.append("several-answers: could people give more than one answer?")
            }
        }
    }

    private mutating func guessBothAxes() {
        let people = (rows: peopled(isRow: true), columns: peopled(isRow: false))
        let words = (rows: wordiness(isRow: true), columns: wordiness(isRow: false))
        let rowsAreGroups =
            people.rows != people.columns
            ? people.rows > people.columns : words.rows < words.columns
        let groups = rowsAreGroups
        set(
            .group,
            isRow: groups,
            (groups ? people.rows : people.columns) > 0
                ? "the labels name people" : "the shorter labels"
        )
        switch description.holds {
        case .mean, .score:
            set(.item, isRow: !groups, "what is asked of them")
        case .percent:
            let whole = share(summingTo: 100, isRow: !groups)
            if whole >= 0.5 {
                set(.answer, isRow: !groups, "they give 100 together")
            } else if share(summingTo: 100, isRow: groups) >= 0.5 {
                set(.answer, isRow: !groups, "each is parted among the groups")
                description.allowsSeveral = true
                questions.append("several-answers: may one person stand in several of the answers?")
            } else if (groups ? words.columns : words.rows) >= 5 {
                set(.item, isRow: !groups, "the labels are sentences")
            } else {
                set(.answer, isRow: !groups, "they do not give 100 together")
                description.allowsSeveral = true
                questions.append("several-answers: could people give more than one answer?")
            }
        default:
            set(.answer, isRow: !groups, "what is counted of them")
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
