/// A published table: its figures as they were printed, and what its rows and columns stand for.
package struct AuditedTable: Hashable, Sendable {
    /// What the figures of a cell, row, column or table are.
    package enum Statistic: String, Hashable, Sendable, CaseIterable {
        /// A mean of answers, or of a scale's score.
        case mean
        /// A sum of answers or of item scores of one person, averaged over persons.
        case score
        case standardDeviation = "sd"
        case standardError = "se"
        case percent
        /// How many people or things: a part of a whole.
        case count
        /// The number of people that other figures of the line are based on.
        case base
        /// A number that no rule knows: it takes part in relations and claims only.
        case other
    }

    /// What a row or a column stands for.
    package enum Role: Hashable, Sendable {
        /// A question or item of a scale.
        case item
        /// People who share a trait: a region, a sex. The lines of one `block` share no person.
        case group
        /// One answer to a question.
        case answer
        /// Nothing but the kind of its figures ("n", "Mean", "SD", "%").
        case statistic
    }

    /// What a total is the total of.
    package enum Totalling: String, Hashable, Sendable {
        /// All the people of the groups: between their figures, whatever their sizes.
        case pooled
        /// The mean of the items above it, the score of a scale.
        case mean
        /// The sum of the lines: counts, percentages of one whole, sums of items.
        case sum
        /// Either the mean or the sum of the items: the figures decide which.
        case meanOrSum = "mean or sum"
    }

    /// That a line is the total of other lines of its axis.
    package struct Total: Hashable, Sendable {
        /// The positions of those lines on the same axis.
        package var of: [Int]
        package var by: Totalling
        /// Whether those lines are all of it, each person or answer in just one of them.
        package var isExhaustive: Bool

        package init(of lines: [Int], by totalling: Totalling, isExhaustive: Bool = true) {
            of = lines
            by = totalling
            self.isExhaustive = isExhaustive
        }
    }

    /// One row or column.
    package struct Line: Hashable, Sendable {
        package var label: String
        package var role: Role
        /// What makes it the same as a line of another table; the label in small letters by default.
        package var identity: String
        /// What its figures are, where they differ from those of the table.
        package var statistic: Statistic?
        /// The trait that groups differ in ("region"); whole sets of lines that share no person.
        package var block: String?
        package var total: Total?
        /// How many people its figures are based on, where known.
        package var n: AuditedBase?
        /// What the line is about where several lines, each of another kind, are about it: "men" of
        /// "Men Mean", "Men SD" and "Men n".
        package var subject: String?

        package init(
            _ label: String,
            _ role: Role,
            identity: String? = nil,
            statistic: Statistic? = nil,
            block: String? = nil,
            total: Total? = nil,
            n: AuditedBase? = nil
        ) {
            self.label = label
            self.role = role
            self.identity = identity ?? Self.identity(of: label)
            self.statistic = statistic
            self.block = block
            self.total = total
            self.n = n
        }

        /// The letters and digits of `label` in small letters, one blank between words.
        package static func identity(of label: String) -> String {
            label.lowercased()
                .split { !($0.isLetter || $0.isNumber) }
                .joined(separator: " ")
        }
    }

    /// Short and unique in its report; claims name it.
    package var id: String
    /// The file that it was read from, for error messages.
    package var file: String
    package var title: String
    /// Where it was printed: a page, a table's number.
    package var page: String?
    package var rows: [Line]
    package var columns: [Line]
    /// One list a row, one cell a column.
    package var cells: [[PrintedCell]]
    /// What the cells are, where neither row nor column says otherwise.
    package var statistic: Statistic
    /// What is asked, where it is not on an axis: tables with one `question` are of the same thing.
    package var question: String?
    /// The name of the scale that the items belong to.
    package var scale: String?
    /// Whether the figures are weighted; nil where the report does not say.
    package var isWeighted: Bool?
    /// Whether one person may be counted under several answers.
    package var allowsSeveral: Bool
    /// How many people the whole table is based on, where known.
    package var n: AuditedBase?

    package init(
        id: String,
        file: String? = nil,
        title: String = "",
        page: String? = nil,
        rows: [Line],
        columns: [Line],
        cells: [[PrintedCell]],
        statistic: Statistic,
        question: String? = nil,
        scale: String? = nil,
        isWeighted: Bool? = nil,
        allowsSeveral: Bool = false,
        n: AuditedBase? = nil
    ) {
        precondition(cells.count == rows.count, "one list of cells a row")
        precondition(cells.allSatisfy { $0.count == columns.count }, "one cell a column")
        self.id = id
        self.file = file ?? id
        self.title = title
        self.page = page
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.statistic = statistic
        self.question = question
        self.scale = scale
        self.isWeighted = isWeighted
        self.allowsSeveral = allowsSeveral
        self.n = n
    }

    /// What the figure of a cell is.
    ///
    /// A row of bases holds them under percentages and means, too, but for a "100 %" among them.
    package func statistic(row: Int, column: Int) -> Statistic {
        let across = columns[column].statistic
        if rows[row].statistic == .base, [.percent, .mean, .score].contains(across) {
            let number = cells[row][column].number
            if number?.isPercent != true, number?.decimals ?? 0 == 0 { return .base }
        }
        return across ?? rows[row].statistic ?? statistic
    }
}

/// How many people a figure is based on, as far as the report says.
package struct AuditedBase: Hashable, Sendable {
    /// The smallest and the largest number that may be meant.
    package var range: ClosedRange<Int>
    /// Whether it counts those who answered; else those who were asked, of whom some may not have.
    package var isAnswered: Bool

    package init(_ range: ClosedRange<Int>, isAnswered: Bool) {
        self.range = range
        self.isAnswered = isAnswered
    }

    package init(_ n: Int, isAnswered: Bool) {
        self.init(n...n, isAnswered: isAnswered)
    }
}
