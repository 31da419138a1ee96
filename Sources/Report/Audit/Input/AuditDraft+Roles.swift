import Base

extension TableGuess {
    mutating func guessRoles() {
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

    /// Columns of a subject and a kind of figures: "Men n", "Men %".
    private var crossed: [PrintedTable.Label] { printed.columns.filter { $0.headings.count > 1 } }

    /// Whether columns are groups or answers, each with figures of some kind; others only say the kind.
    private var isCrossed: Bool {
        let known = Set(description.columns.held.map(\.label))
        return Set(crossed.compactMap(\.headings.first)).count > 1
            && printed.columns.allSatisfy { $0.headings.count > 1 || known.contains($0.text) }
    }

    private mutating func guessCrossed() {
        let traits = crossed.compactMap { HeadingWords.trait($0.headings[0]) }
        let kinds = Set(
            description.columns.held.filter { held in crossed.contains { $0.text == held.label } }
                .map(\.statistic)
        )
        let isMean = kinds.contains(.mean) || kinds.contains(.score)
        if !isMean, isWholeAcross {
            set(.answer, isRow: false, "they give 100 together")
            let isWordy = wordiness(isRow: true) >= 3 && peopled(isRow: true) < 0.4
            set(
                isWordy ? .item : .group,
                isRow: true,
                isWordy ? "what is asked" : "the shorter labels"
            )
        } else if traits.isEmpty, peopled(isRow: true) > 0.4 {
            set(.group, isRow: true, "the labels name people")
            // Ages and scores of scales are no answers to items of one scale.
            set(isMean ? .statistic : .answer, isRow: false, "what is asked of them")
            if !isMean { askSeveral() }
        } else {
            set(
                .group,
                isRow: false,
                traits.isEmpty ? "the shorter labels" : "the labels name people"
            )
            set(isMean ? .item : .answer, isRow: true, "what is asked of them")
            if !isMean, !isWholeDown { askSeveral() }
        }
    }

    /// Columns of percentages that are no totals, and rows that are neither totals nor bases.
    private var shares: (columns: [Int], rows: [Int]) {
        let percents = Set(
            description.columns.held.filter { $0.statistic == .percent }.map(\.label)
        )
        let totals = Set((description.columns.totals + description.rows.totals).map(\.label))
        let held = Set(description.rows.held.map(\.label))
        return (
            printed.columns.indices.filter { column in
                let label = printed.columns[column]
                return percents.contains(label.text) && !totals.contains(label.text)
                    && label.headings.count > 1
            },
            printed.rows.indices.filter { row in
                !totals.contains(printed.rows[row].text) && !held.contains(printed.rows[row].text)
            }
        )
    }

    /// Whether the percentages of most rows give 100 together.
    private var isWholeAcross: Bool {
        let (columns, rows) = shares
        let hits = rows.count { row in
            isWhole(columns.compactMap { number(row, $0, isRow: true) })
        }
        return columns.count > 1 && hits > 0 && hits * 10 >= rows.count * 8
    }

    /// Whether the percentages of most columns give 100 together.
    private var isWholeDown: Bool {
        let (columns, rows) = shares
        let hits = columns.count { column in
            isWhole(rows.compactMap { number($0, column, isRow: true) })
        }
        return hits * 2 >= columns.count
    }

    private func isWhole(_ numbers: [PrintedNumber]) -> Bool {
        let sum = numbers.map(\.value).reduce(0, +)
        let slack = max(0.6, numbers.map(\.unit).reduce(0, +) / 2 + 0.01)
        return numbers.count > 1 && (sum - 100).magnitude <= slack
    }

    private mutating func askSeveral() {
        description.allowsSeveral = true
        questions.append("several-answers: could people give more than one answer?")
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
                ask(isRow, "are the \(isRow ? "rows" : "columns") groups of people, or items?")
            }
        } else {
            set(.answer, isRow: isRow, "parts of one whole")
            ask(isRow, "are the \(isRow ? "rows" : "columns") answers, or groups of people?")
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
            if !isWhole { askSeveral() }
        }
    }

    mutating func ask(_ isRow: Bool, _ question: String) {
        questions.append(question)
    }

    private mutating func guessBothAxes() {
        let people = (rows: peopled(isRow: true), columns: peopled(isRow: false))
        let words = (rows: wordiness(isRow: true), columns: wordiness(isRow: false))
        let rowsAreGroups =
            people.rows != people.columns
            ? people.rows > people.columns : words.rows < words.columns
        var groups = rowsAreGroups
        // Answers give 100 together, and groups only where the figures are shares of an answer.
        if description.holds == .percent, (groups ? people.rows : people.columns) == 0,
            share(summingTo: 100, isRow: groups) >= 0.8, share(summingTo: 100, isRow: !groups) < 0.5
        {
            groups.toggle()
        }
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
                askSeveral()
            }
        default:
            set(.answer, isRow: !groups, "what is counted of them")
        }
    }
}
