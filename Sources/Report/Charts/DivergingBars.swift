/// Answers to items on one scale of agreement: disagreement left of a zero line, agreement right
/// of it, and the middle answer in a panel of its own, so that each part starts on a common line.
package struct DivergingBars: Chart {
    package var text: ChartText
    /// Answers that disagree, the strongest first; at most three.
    package var negative: [String]
    /// The middle answer; nil on an even scale.
    package var neutral: String?
    /// Answers that agree, the weakest first; at most three.
    package var positive: [String]
    package var rows: [Row]
    /// Whether the answers say how far people agree; else its halves are lower and higher answers.
    package var isAboutAgreement: Bool

    package init(
        text: ChartText,
        negative: [String],
        neutral: String? = nil,
        positive: [String],
        rows: [Row],
        isAboutAgreement: Bool = true
    ) {
        self.text = text
        self.negative = negative
        self.neutral = neutral
        self.positive = positive
        self.rows = rows
        self.isAboutAgreement = isAboutAgreement
    }

    /// One item, or one group of people.
    package struct Row: Sendable, Hashable {
        package var label: String
        /// A heading over this row and those that follow; empty for none.
        package var heading: String
        /// The item is keyed against the scale; it is marked, never turned round in silence.
        package var isReversed: Bool
        /// nil when too few people answered: no number of the row may be printed.
        package var shares: Shares?

        package init(
            _ label: String,
            heading: String = "",
            isReversed: Bool = false,
            shares: Shares?
        ) {
            self.label = label
            self.heading = heading
            self.isReversed = isReversed
            self.shares = shares
        }
    }

    /// Shares in 0...1 of one row, all of the same denominator, which the note states.
    package struct Shares: Sendable, Hashable {
        /// One share an answer, in the order of the scale: negative, neutral, positive.
        package var answers: [Double]
        package var disagree: Double
        package var agree: Double
        /// Don't know and refused; nil when the chart leaves them out.
        package var noAnswer: Double?
        package var n: Int
        package var isBracketed: Bool
        package var disagreeInterval: ClosedRange<Double>?
        package var agreeInterval: ClosedRange<Double>?

        package init(
            answers: [Double],
            disagree: Double,
            agree: Double,
            noAnswer: Double? = nil,
            n: Int,
            isBracketed: Bool = false,
            disagreeInterval: ClosedRange<Double>? = nil,
            agreeInterval: ClosedRange<Double>? = nil
        ) {
            self.answers = answers
            self.disagree = disagree
            self.agree = agree
            self.noAnswer = noAnswer
            self.n = n
            self.isBracketed = isBracketed
            self.disagreeInterval = disagreeInterval
            self.agreeInterval = agreeInterval
        }
    }

    /// The answers in the order of the scale, which is the order of colours and of the legend.
    package var answers: [String] { negative + (neutral.map { [$0] } ?? []) + positive }

    /// The rows from most to least agreement; hidden rows last, ties in their old order.
    ///
    /// Rows under a heading stay under it.
    package func sortedByAgreement() -> DivergingBars {
        var sorted = self
        var blocks: [[Row]] = []
        for row in rows {
            if !row.heading.isEmpty || blocks.isEmpty { blocks.append([]) }
            blocks[blocks.count - 1].append(row)
        }
        sorted.rows = blocks.flatMap { block in
            let order = block.enumerated().sorted { left, right in
                let first = left.element.shares?.agree ?? -1
                let second = right.element.shares?.agree ?? -1
                return first == second ? left.offset < right.offset : first > second
            }
            var rows = order.map(\.element)
            let heading = block.first?.heading ?? ""
            for index in rows.indices { rows[index].heading = index == 0 ? heading : "" }
            return rows
        }
        return sorted
    }

    /// The headings over the two halves.
    var disagreeHeading: String { text.words(isAboutAgreement ? ChartWord.disagree : .lower) }
    var agreeHeading: String { text.words(isAboutAgreement ? ChartWord.agree : .higher) }

    /// The colour of answer `index` in the order of the scale.
    func ink(_ index: Int) -> Ink {
        let classes = max(negative.count, positive.count) <= 2 ? 5 : 7
        if index < negative.count { return .diverging(index, classes: classes) }
        let fromEnd = answers.count - 1 - index
        return fromEnd < positive.count
            ? .diverging(classes - 1 - fromEnd, classes: classes)
            : .diverging(classes / 2, classes: classes)
    }
}

// MARK: - Table and texts

extension DivergingBars {
    package var table: DisplayTable {
        let words = text.words
        let hasNoAnswer = rows.contains { $0.shares?.noAnswer != nil }
        var columns = answers.map { DisplayTable.Column($0, group: words(ChartWord.answer)) }
        columns += [
            DisplayTable.Column(disagreeHeading, group: words(ChartWord.total)),
            DisplayTable.Column(agreeHeading, group: words(ChartWord.total)),
        ]
        if hasNoAnswer { columns.append(DisplayTable.Column(words(ChartWord.noAnswer))) }
        columns.append(DisplayTable.Column(words(ChartWord.n)))
        var list: [DisplayTable.Row] = []
        for row in rows {
            if !row.heading.isEmpty { list.append(.block(row.heading)) }
            list.append(DisplayTable.Row(name(of: row), cells(of: row, hasNoAnswer)))
        }
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words(ChartWord.item),
            columns: columns,
            rows: list
        )
    }

    private func cells(of row: Row, _ hasNoAnswer: Bool) -> [DisplayTable.Cell] {
        guard let shares = row.shares else {
            return Array(repeating: .hidden, count: answers.count + (hasNoAnswer ? 4 : 3))
        }
        var cells = answers.indices.map { index in
            cell(
                index < shares.answers.count
                    ? .value(shares.answers[index], isBracketed: shares.isBracketed) : .unavailable,
                .percent
            )
        }
        cells += [(shares.disagree, shares.disagreeInterval), (shares.agree, shares.agreeInterval)]
            .map { share, interval in
                cell(
                    .value(share, interval: interval, isBracketed: shares.isBracketed),
                    .percent
                )
            }
        if hasNoAnswer {
            cells.append(shares.noAnswer.map { .number(text.numbers.percent($0)) } ?? .blank)
        }
        return cells + [.number(count(shares.n))]
    }

    /// The row's label, with a mark when the item is reversed.
    func name(of row: Row) -> String {
        row.isReversed ? "\(row.label) (\(text.words(ChartWord.reversed)))" : row.label
    }

    package var automaticSummary: String {
        let words = text.words
        let start = words(ChartSummaryWord.divergingBars, ["n": .count(rows.count)])
        let shown = rows.filter { $0.shares != nil }
        guard let low = shown.min(by: { $0.agreeOrZero < $1.agreeOrZero }),
            let high = shown.max(by: { $0.agreeOrZero < $1.agreeOrZero }), shown.count > 1
        else { return start }
        let range = words(
            isAboutAgreement ? ChartSummaryWord.agreeRange : .higherRange,
            [
                "low": .text(text.numbers.percent(low.agreeOrZero)), "lowest": .text(low.label),
                "high": .text(text.numbers.percent(high.agreeOrZero)),
                "highest": .text(high.label),
            ]
        )
        return "\(start) \(range)"
    }

    package var automaticNotes: [String] {
        signNotes(
            rows.map { row in
                row.shares.map { .value($0.agree, isBracketed: $0.isBracketed) } ?? .hidden
            }
        )
    }
}

extension DivergingBars.Row {
    fileprivate var agreeOrZero: Double { shares?.agree ?? 0 }
}
