import Base
import Survey

extension Results {
    /// Every number of the report as plain tables, for CSV files and the workbook.
    ///
    /// Each row is one estimate with its interval, standard error, design effect, degrees of freedom and
    /// both n; the status column says when a number is bracketed, hidden or cannot be computed.
    package func tables() -> [ResultTable] {
        var tables = [respondentTable()]
        if !scales.isEmpty { tables += [scaleTable(), itemTable(), reliabilityTable()] }
        if correlations != nil { tables.append(correlationTable()) }
        tables += [answerTable(), numberTable()].filter { !$0.rows.isEmpty }
        return tables.map { marked($0) }
    }

    /// The table with what every reader of it must know; made-up data say so in every row.
    private func marked(_ table: ResultTable) -> ResultTable {
        var table = table
        table.notes = standingNotes + table.notes
        if prepared.study.isSynthetic {
            table.columns.append(.init("data", .text))
            table.rows = table.rows.map { $0 + [.text("SYNTHETIC")] }
        }
        return table
    }

    private var language: String { prepared.study.language }

    private var standingNotes: [String] {
        var notes: [String] = []
        if prepared.study.isSynthetic { notes.append("SYNTHETIC DATA: the answers are made up.") }
        if !sample.isProbabilitySample {
            notes.append("Not a probability sample: numbers describe these answers only.")
        }
        return notes
    }

    // MARK: - Columns that every table of estimates has

    private static let groupColumns: [ResultTable.Column] = [
        .init("breakdown", .text), .init("group", .text),
    ]

    private static func estimateColumns(_ kind: ResultTable.Kind) -> [ResultTable.Column] {
        [
            .init("estimate", kind), .init("lower", kind), .init("upper", kind),
            .init("standard error", .decimal(4)), .init("design effect", .decimal(2)),
            .init("df", .whole), .init("n", .whole), .init("weighted n", .decimal(0)),
            .init("status", .text),
        ]
    }

    private func cells(_ released: Released) -> [ResultTable.Cell] {
        guard let estimate = released.estimate else {
            let status =
                switch released {
                case .hidden(.disclosing): "[c] would disclose"
                case .hidden(.nobody): "[x] nobody answered"
                default: "[c] too few people"
                }
            return Array(repeating: .empty, count: 8) + [.text(status)]
        }
        var status = estimate.reason.map { "no interval: \($0.words)" } ?? ""
        if case .bracketed = released {
            status = status.isEmpty ? "[u] few people" : "[u] few people; \(status)"
        }
        return [
            number(estimate.value), number(estimate.interval?.lowerBound),
            number(estimate.interval?.upperBound), number(estimate.standardError),
            number(estimate.designEffect),
            estimate.interval == nil ? .empty : number(estimate.df),
            .number(Double(estimate.n)), number(estimate.weightedN), .text(status),
        ]
    }

    private func number(_ number: Double?) -> ResultTable.Cell {
        number.flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
    }

    /// `spread` as rows: the whole, then each group of each breakdown.
    private func rows(
        _ start: [ResultTable.Cell],
        _ spread: Spread<Released>
    ) -> [[ResultTable.Cell]] {
        var rows = [start + [.text(""), .text("all")] + cells(spread.whole)]
        for (breakdown, values) in zip(breakdowns, spread.groups) {
            for (group, value) in zip(breakdown.groups, values) {
                rows.append(
                    start + [.text(breakdown.name), .text(group.label.text(in: language))]
                        + cells(value)
                )
            }
        }
        return rows
    }

    // MARK: - The tables

    private func respondentTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = [
            [.text("rows in the data"), .number(Double(sample.rowsRead))]
        ]
        for exclusion in prepared.exclusions {
            let reason = exclusion.because.text(in: language)
            rows.append([.text("left out: \(reason)"), .number(Double(exclusion.rows))])
        }
        rows.append([.text("analysed"), .number(Double(sample.respondents))])
        if sample.isProbabilitySample {
            rows.append([.text("strata"), .number(Double(sample.strata))])
            rows.append([.text("primary sampling units"), .number(Double(sample.clusters))])
        }
        return ResultTable(
            name: "respondents",
            title: "Respondents and rows left out",
            columns: [.init("what", .text), .init("number", .whole)],
            rows: rows
        )
    }

    private func scaleTable() -> ResultTable {
        ResultTable(
            name: "scales",
            title: "Mean scores of the scales",
            columns: [.init("scale", .text), .init("label", .text)] + Self.groupColumns
                + Self.estimateColumns(.decimal(2)),
            rows: scales.flatMap { scale in
                rows(
                    [
                        .text(scale.declaration.name),
                        .text(scale.declaration.label.text(in: language)),
                    ],
                    scale.score
                )
            }
        )
    }

    private func itemTable() -> ResultTable {
        ResultTable(
            name: "items",
            title: "Means of the items, as keyed",
            columns: [
                .init("scale", .text), .init("item", .text), .init("label", .text),
                .init("key", .text),
            ] + Self.groupColumns + Self.estimateColumns(.decimal(2)),
            rows: scales.flatMap { scale in
                scale.items.flatMap { item in
                    rows(
                        [
                            .text(scale.declaration.name), .text(item.name),
                            .text(item.label.text(in: language)),
                            .text(item.isReversed ? "reversed" : "as asked"),
                        ],
                        item.mean
                    )
                }
            }
        )
    }

    private func reliabilityTable() -> ResultTable {
        ResultTable(
            name: "reliability",
            title: "How well the items of each scale hang together",
            notes: ["Unweighted. Alpha from pairwise covariances; its interval by Feldt."],
            columns: [
                .init("scale", .text), .init("item", .text),
                .init("item-rest correlation", .decimal(2)), .init("alpha", .decimal(3)),
                .init("lower", .decimal(3)), .init("upper", .decimal(3)), .init("n", .whole),
                .init("status", .text),
            ],
            rows: scales.flatMap { scale in
                [reliabilityRow(scale)]
                    + scale.items.map { item in
                        [
                            .text(scale.declaration.name), .text(item.name),
                            number(item.itemRest), number(item.alphaWithout), .empty, .empty,
                            number(item.distribution.bases.whole.n.map { Double($0) }),
                            .text(
                                item.itemRest.map {
                                    $0 < 0
                                        ? "negative: likely a wrong key" : "alpha without the item"
                                } ?? "[x]"
                            ),
                        ]
                    }
            }
        )
    }

    private func reliabilityRow(_ scale: ScaleResult) -> [ResultTable.Cell] {
        let reliability = scale.reliability
        return [
            .text(scale.declaration.name), .text("all items"), .empty, number(reliability?.alpha),
            number(reliability?.interval?.lowerBound), number(reliability?.interval?.upperBound),
            number(reliability.map { Double($0.n) }), .text(reliability == nil ? "[x]" : ""),
        ]
    }

    private func correlationTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = []
        if let correlations {
            for (row, values) in correlations.values.enumerated() {
                for (column, value) in values.enumerated() {
                    rows.append(
                        [
                            .text(scales[correlations.scales[column]].declaration.name),
                            .text(scales[correlations.scales[row]].declaration.name),
                        ] + cells(value)
                    )
                }
            }
        }
        return ResultTable(
            name: "correlations",
            title: "Correlations between scores",
            columns: [.init("scale", .text), .init("with", .text)]
                + Self.estimateColumns(.decimal(2)),
            rows: rows
        )
    }

    private func answerTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = []
        for item in scales.flatMap(\.items) {
            rows += answerRows(item.name, item.label, "percent", item.distribution)
        }
        for question in questions {
            switch question.content {
            case .one(let distribution):
                rows += answerRows(question.name, question.label, "percent", distribution)
            case .several(let several): rows += answerRows(question, several)
            case .number, .date, .text: continue
            }
        }
        return ResultTable(
            name: "answers",
            title: "Shares of the answers to each question",
            notes: ["Shares of those who answered; for several answers, of people or of answers."],
            columns: [
                .init("question", .text), .init("label", .text), .init("statistic", .text),
                .init("answer", .text), .init("answer label", .text),
            ] + Self.groupColumns + Self.estimateColumns(.percent(1)),
            rows: rows
        )
    }

    private func answerRows(
        _ name: String,
        _ label: LocalText,
        _ statistic: String,
        _ distribution: Distribution
    ) -> [[ResultTable.Cell]] {
        var result: [[ResultTable.Cell]] = []
        let start: [ResultTable.Cell] = [
            .text(name), .text(label.text(in: language)), .text(statistic),
        ]
        for (index, answer) in distribution.answers.enumerated() {
            result += rows(
                start + [.text(answer.name), .text(answer.text(in: language))],
                distribution.shares.at(index)
            )
        }
        for (index, side) in ["low answers", "middle answer", "high answers"].enumerated() {
            guard let sides = distribution.sides else { break }
            if !distribution.sideOfAnswer.contains(where: { $0.rawValue == index }) { continue }
            result += rows(start + [.text(""), .text(side)], sides.at(index))
        }
        return result
    }

    private func answerRows(
        _ question: QuestionResult,
        _ several: SeveralResult
    ) -> [[ResultTable.Cell]] {
        several.options.enumerated().flatMap { index, option in
            func start(_ statistic: String) -> [ResultTable.Cell] {
                [
                    .text(question.name), .text(question.label.text(in: language)),
                    .text(statistic), .text(option.name), .text(option.text(in: language)),
                ]
            }
            return rows(start("percent of people"), several.shares.at(index)) + [
                start("percent of answers") + [.text(""), .text("all")]
                    + cells(several.sharesOfAnswers[index])
            ]
        }
    }

    private func numberTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = []
        for question in questions {
            guard case .number(let number) = question.content else { continue }
            func start(_ statistic: String) -> [ResultTable.Cell] {
                [
                    .text(question.name), .text(question.label.text(in: language)),
                    .text(statistic),
                ]
            }
            rows += self.rows(start("mean"), number.mean)
            for (name, quartile) in zip(
                ["first quartile", "median", "third quartile"],
                number.quartiles
            ) {
                rows.append(start(name) + [.text(""), .text("all")] + cells(quartile))
            }
        }
        return ResultTable(
            name: "numbers",
            title: "Questions with a number",
            columns: [
                .init("question", .text), .init("label", .text), .init("statistic", .text),
            ] + Self.groupColumns + Self.estimateColumns(.decimal(2)),
            rows: rows
        )
    }
}

extension Spread where Value == [Released] {
    /// The spread of the value at `index` alone.
    func at(_ index: Int) -> Spread<Released> {
        Spread<Released>(whole: whole[index], groups: groups.map { $0.map { $0[index] } })
    }
}

extension NoInterval {
    /// The reason in words.
    package var words: String {
        switch self {
        case .noDesign: "no probability sample"
        case .fewerThanTwoClusters: "fewer than two clusters"
        case .nobodyAnswered: "nobody answered"
        case .noDegreesOfFreedom: "one cluster in each stratum"
        case .constantVariable: "all answers are equal"
        case .zeroDenominator: "the base is zero"
        case .notFinite: "a value is not finite"
        }
    }
}
