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
        if !ranks.isEmpty { tables.append(rankTable()) }
        return tables.map { marked($0) }
    }

    /// The table with what every reader of it must know; made-up data say so in every row.
    func marked(_ table: ResultTable) -> ResultTable {
        var table = table
        table.notes = standingNotes + table.notes
        if prepared.study.isSynthetic {
            table.columns.append(.init(.data, .text))
            table.rows = table.rows.map { $0 + [.text("SYNTHETIC")] }
        }
        return table
    }

    /// The language of titles, statuses and labels: the first of the report.
    package var tableWords: Words { Words(prepared.study.writtenLanguages[0]) }
    private var words: Words { tableWords }
    private var language: String { prepared.study.code(of: words.language) }

    private var standingNotes: [String] {
        var notes: [String] = []
        if prepared.study.isSynthetic { notes.append(words(TableWord.madeUp)) }
        if !sample.isProbabilitySample {
            notes.append(words(TableWord.notProbability))
        }
        return notes
    }

    // MARK: - Columns that every table of estimates has

    private static let groupColumns: [ResultTable.Column] = [
        .init(.breakdown, .text), .init(.group, .text),
    ]

    private static func estimateColumns(_ kind: ResultTable.Kind) -> [ResultTable.Column] {
        [
            .init(.estimate, kind), .init(.lower, kind), .init(.upper, kind),
            .init(.standardError, .decimal(4)), .init(.designEffect, .decimal(2)),
            .init(.df, .whole), .init(.psus, .whole), .init(.n, .whole),
            .init(.weightedN, .decimal(0)),
            .init(.status, .text),
        ]
    }

    private func cells(_ released: Released) -> [ResultTable.Cell] {
        guard let estimate = released.estimate else {
            let status: TableWord =
                switch released {
                case .hidden(.disclosing): .disclosing
                case .hidden(.nobody): .nobody
                default: .tooFew
                }
            return Array(repeating: .empty, count: 9) + [.text(words(status))]
        }
        var status = estimate.reason.map { reason in
            words(ReasonWord.noInterval, ["reason": .text(words(ReasonWord(reason)))])
        }
        if case .bracketed = released {
            status =
                status.map { words(TableWord.fewAnd, ["reason": .text($0)]) }
                ?? words(TableWord.few)
        }
        return [
            number(estimate.value), number(estimate.interval?.lowerBound),
            number(estimate.interval?.upperBound), number(estimate.standardError),
            number(estimate.designEffect),
            estimate.interval == nil ? .empty : number(estimate.df),
            number(estimate.clusters.map { Double($0) }), .number(Double(estimate.n)),
            number(estimate.weightedN), .text(status ?? ""),
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
        var rows = [start + [.text(""), .text(words(TableWord.all))] + cells(spread.whole)]
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
            [.text(words(TableWord.rowsInData)), .number(Double(sample.rowsRead))]
        ]
        for exclusion in prepared.exclusions {
            let reason = exclusion.because.text(in: language)
            rows.append([
                .text(words(TableWord.leftOut, ["reason": .text(reason)])),
                .number(Double(exclusion.rows)),
            ])
        }
        rows.append([.text(words(TableWord.analysed)), .number(Double(sample.respondents))])
        if sample.isProbabilitySample {
            if let clusters = sample.clusters {
                rows.append([.text(words(TableWord.strata)), .number(Double(sample.strata))])
                rows.append([.text(words(TableWord.clusters)), .number(Double(clusters))])
            }
            if let replicates = sample.replicates {
                rows.append([.text(words(TableWord.replicates)), .number(Double(replicates))])
            }
        }
        return ResultTable(
            name: "respondents",
            title: words(TableWord.respondents),
            columns: [.init(.what, .text), .init(.number, .whole)],
            rows: rows
        )
    }

    private func scaleTable() -> ResultTable {
        ResultTable(
            name: "scales",
            title: words(TableWord.scales),
            columns: [.init(.scale, .text), .init(.label, .text)] + Self.groupColumns
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
            title: words(TableWord.items),
            columns: [
                .init(.scale, .text), .init(.item, .text), .init(.label, .text),
                .init(.key, .text),
            ] + Self.groupColumns + Self.estimateColumns(.decimal(2)),
            rows: scales.flatMap { scale in
                scale.items.flatMap { item in
                    rows(
                        [
                            .text(scale.declaration.name), .text(item.name),
                            .text(item.label.text(in: language)),
                            .text(words(item.isReversed ? TableWord.reversed : .asAsked)),
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
            title: words(TableWord.reliability),
            notes: [words(TableWord.reliabilityNote)],
            columns: [
                .init(.scale, .text), .init(.item, .text),
                .init(.itemRest, .decimal(2)), .init(.alpha, .decimal(3)),
                .init(.lower, .decimal(3)), .init(.upper, .decimal(3)), .init(.n, .whole),
                .init(.status, .text),
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
                                    words($0 < 0 ? TableWord.wrongKey : .alphaWithout)
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
            .text(scale.declaration.name), .text(words(TableWord.allItems)), .empty,
            number(reliability?.alpha),
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
            title: words(TableWord.correlations),
            columns: [.init(.scale, .text), .init(.with, .text)]
                + Self.estimateColumns(.decimal(2)),
            rows: rows
        )
    }

    private func answerTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = []
        for item in scales.flatMap(\.items) {
            rows += answerRows(item.name, item.label, item.distribution)
        }
        for question in questions {
            switch question.content {
            case .one(let distribution):
                rows += answerRows(question.name, question.label, distribution)
            case .several(let several): rows += answerRows(question, several)
            case .number, .date, .text: continue
            }
        }
        return ResultTable(
            name: "answers",
            title: words(TableWord.answers),
            notes: [words(TableWord.answersNote)],
            columns: [
                .init(.question, .text), .init(.label, .text), .init(.statistic, .text),
                .init(.answer, .text), .init(.answerLabel, .text),
            ] + Self.groupColumns + Self.estimateColumns(.percent(1)),
            rows: rows
        )
    }

    private func answerRows(
        _ name: String,
        _ label: LocalText,
        _ distribution: Distribution
    ) -> [[ResultTable.Cell]] {
        var result: [[ResultTable.Cell]] = []
        let start: [ResultTable.Cell] = [
            .text(name), .text(label.text(in: language)), .text(words(TableWord.percent)),
        ]
        for (index, answer) in distribution.answers.enumerated() {
            result += rows(
                start + [.text(answer.name), .text(answer.text(in: language))],
                distribution.shares.at(index)
            )
        }
        for (index, side) in [TableWord.lowAnswers, .middleAnswer, .highAnswers].enumerated() {
            guard let sides = distribution.sides else { break }
            if !distribution.sideOfAnswer.contains(where: { $0.rawValue == index }) { continue }
            result += rows(start + [.text(""), .text(words(side))], sides.at(index))
        }
        return result
    }

    private func answerRows(
        _ question: QuestionResult,
        _ several: SeveralResult
    ) -> [[ResultTable.Cell]] {
        several.options.enumerated().flatMap { index, option in
            func start(_ statistic: TableWord) -> [ResultTable.Cell] {
                [
                    .text(question.name), .text(question.label.text(in: language)),
                    .text(words(statistic)), .text(option.name), .text(option.text(in: language)),
                ]
            }
            return rows(start(.percentOfPeople), several.shares.at(index)) + [
                start(.percentOfAnswers) + [.text(""), .text(words(TableWord.all))]
                    + cells(several.sharesOfAnswers[index])
            ]
        }
    }

    private func numberTable() -> ResultTable {
        var rows: [[ResultTable.Cell]] = []
        for question in questions {
            guard case .number(let number) = question.content else { continue }
            func start(_ statistic: TableWord) -> [ResultTable.Cell] {
                [
                    .text(question.name), .text(question.label.text(in: language)),
                    .text(words(statistic)),
                ]
            }
            rows += self.rows(start(.mean), number.mean)
            for (name, quartile) in zip(
                [TableWord.firstQuartile, .median, .thirdQuartile],
                number.quartiles
            ) {
                rows.append(
                    start(name) + [.text(""), .text(words(TableWord.all))] + cells(quartile)
                )
            }
        }
        return ResultTable(
            name: "numbers",
            title: words(TableWord.numbers),
            columns: [
                .init(.question, .text), .init(.label, .text), .init(.statistic, .text),
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
