import Base
import Markup
import Survey

extension ReportVersion {
    /// Who answered: the groups that the report breaks down by, with their share.
    var compositionSection: Markup {
        let names = study.breakdowns.filter { $0.count == 1 }.map { $0[0] }
        var rows = [
            DisplayTable.Row(
                words(ChartWord.overall),
                [.number(numbers.percent(1)), countCell(results.sample.respondents)],
                kind: .total
            )
        ]
        for name in names {
            guard let question = results.questions.first(where: { $0.name == name }),
                case .one(let distribution) = question.content
            else { continue }
            rows.append(.block(question.label.text(in: language)))
            for (index, answer) in distribution.answers.enumerated() {
                rows.append(
                    DisplayTable.Row(
                        answer.text(in: language),
                        [
                            shareCell(distribution.shares.whole[index]),
                            countCell(distribution.counts[index]),
                        ]
                    )
                )
            }
            rows.append(
                DisplayTable.Row(
                    words(FigureWord.answered),
                    [.blank, countCell(distribution.bases.whole.n)],
                    kind: .total
                )
            )
        }
        guard rows.count > 1 else { return .empty }
        let percent: FigureWord = study.design?.weight == nil ? .percent : .percentWeighted
        return section(
            id: "who-answered",
            level: 2,
            heading: words(FigureWord.whoAnswered),
            [
                table(
                    DisplayTable(
                        caption: words(FigureWord.byGroupCaption),
                        rowHeading: words(ChartWord.group),
                        columns: [.init(words(percent)), .init(words(ChartWord.n))],
                        rows: rows
                    ),
                    id: "composition"
                )
            ]
        )
    }

    /// The correlations between the scores of the scales.
    var correlationSection: Markup {
        guard let correlations = results.correlations else { return .empty }
        let labels = correlations.scales.map {
            results.scales[$0].declaration.label.text(in: language)
        }
        return section(
            id: "correlations",
            level: 2,
            heading: words(QuestionWord.correlations),
            [
                figure(
                    CorrelationGrid(
                        text: chartText(
                            "correlation-grid",
                            title: words(QuestionWord.goTogether),
                            subtitle: subtitle(words(QuestionWord.pearson)),
                            note: words(QuestionWord.notCause),
                            decimals: 2
                        ),
                        labels: labels,
                        rows: correlations.values.map { $0.map { chartValue($0) } }
                    )
                )
            ]
        )
    }

    /// A chapter with every question of the form, each with the chart that its type wants.
    var questionSection: Markup {
        guard !results.questions.isEmpty else { return .empty }
        return section(
            id: "questions",
            level: 2,
            heading: words(
                results.scales.isEmpty ? QuestionWord.questions : .otherQuestions
            ),
            results.questions.map { question in
                let id = "question-\(anchor(question.name))"
                return section(
                    id: id,
                    level: 3,
                    heading: question.label.text(in: language),
                    [baseNote(question)] + body(of: question, id: id)
                        + [rankFigures(of: question, id: id)]
                )
            }
        )
    }

    /// Who was asked, where it was not everybody.
    private func baseNote(_ question: QuestionResult) -> Markup {
        let base = question.base.text(in: language)
        guard !base.isEmpty else { return .empty }
        return .tag("p", ["class": "note"], text: words(BaseWord.base, ["base": .text(base)]))
    }

    private func body(of question: QuestionResult, id: String) -> [Markup] {
        switch question.content {
        case .one(let distribution): body(of: distribution, question, id: id)
        case .several(let several): body(of: several, question, id: id)
        case .number(let number): body(of: number, question, id: id)
        case .date(let date): [body(of: date, question, id: id)]
        case .text(let base):
            [
                paragraph(
                    [
                        base.n.map { words(QuestionWord.wroteAnswer, ["n": .count($0)]) },
                        words(QuestionWord.freeAnswers),
                    ].compactMap { $0 }.joined(separator: " ")
                )
            ]
        }
    }

    // MARK: - One answer

    private func body(
        of distribution: Distribution,
        _ question: QuestionResult,
        id: String
    ) -> [Markup] {
        let rows = distribution.answers.enumerated().map { index, answer in
            Bars.Row(answer.text(in: language), chartValue(distribution.shares.whole[index]))
        }
        let chart = Bars(
            text: chartText(
                "\(id)-chart",
                title: question.label.text(in: language),
                subtitle: subtitle(words(QuestionWord.percentOfAnswered)),
                note: noAnswerNote(distribution.bases.whole),
                decimals: 0
            ),
            rows: rows
        )
        return [
            figure(chart, isTitled: false),
            shareTable(
                distribution.answers.map { $0.text(in: language) },
                distribution.shares,
                distribution.bases,
                question,
                id: id
            ),
        ]
    }

    private func noAnswerNote(_ base: Answered) -> String {
        let answered = base.n.map { words(QuestionWord.nIs, ["n": .count($0)]) } ?? ""
        guard let silent = base.noAnswer, silent > 0 else { return answered }
        return "\(answered) \(words(QuestionWord.noAnswerIs, ["n": .count(silent)]))"
    }

    /// Shares by group, a row a group, folded away.
    private func shareTable(
        _ answers: [String],
        _ shares: Spread<[Released]>,
        _ bases: Spread<Answered>,
        _ question: QuestionResult,
        id: String
    ) -> Markup {
        // A breakdown by the question itself says nothing.
        let shown = results.breakdowns.indices.filter {
            !results.breakdowns[$0].variables.contains(question.name)
        }
        guard !shown.isEmpty else { return .empty }
        var rows = [
            DisplayTable.Row(
                words(ChartWord.overall),
                shares.whole.map { shareCell($0) } + carrierCells(bases.whole.n, shares.whole),
                kind: .total
            )
        ]
        for index in shown {
            let breakdown = results.breakdowns[index]
            rows.append(.block(breakdown.label.text(in: language)))
            for (group, name) in breakdown.groups.enumerated() {
                rows.append(
                    DisplayTable.Row(
                        name.label.text(in: language),
                        shares.groups[index][group].map { shareCell($0) }
                            + carrierCells(
                                bases.groups[index][group].n,
                                shares.groups[index][group]
                            )
                    )
                )
            }
        }
        return folded(
            words(QuestionWord.byGroup),
            table(
                DisplayTable(
                    caption: caption(.byGroupCaption, question),
                    rowHeading: words(ChartWord.group),
                    columns: answers.map { .init($0) } + carrierColumns,
                    rows: rows
                ),
                id: "\(id)-groups"
            )
        )
    }

    private func caption(_ key: QuestionWord, _ question: QuestionResult) -> String {
        words(key, ["question": .text(question.label.text(in: language))])
    }

    // MARK: - Several answers

    private func body(of several: SeveralResult, _ question: QuestionResult, id: String) -> [Markup]
    {
        let order = several.options.indices.sorted {
            (several.shares.whole[$0].value ?? -1, $1) > (several.shares.whole[$1].value ?? -1, $0)
        }
        let chart = Bars(
            text: chartText(
                "\(id)-chart",
                title: question.label.text(in: language),
                subtitle: subtitle(words(QuestionWord.percentWhoChose)),
                note: words(QuestionWord.severalNote) + " "
                    + noAnswerNote(several.bases.whole),
                decimals: 0
            ),
            rows: order.map {
                Bars.Row(
                    several.options[$0].text(in: language),
                    chartValue(several.shares.whole[$0]),
                    isNoAnswer: several.options[$0].isMissing
                )
            }
        )
        let rows = order.map {
            DisplayTable.Row(
                several.options[$0].text(in: language),
                [shareCell(several.shares.whole[$0]), shareCell(several.sharesOfAnswers[$0])]
            )
        }
        let answers = table(
            DisplayTable(
                caption: caption(.ofPeopleAndAnswersCaption, question),
                rowHeading: words(ChartWord.answer),
                columns: [
                    .init(words(QuestionWord.percentOfPeople)),
                    .init(words(QuestionWord.percentOfAnswers)),
                ],
                rows: rows
            ),
            id: "\(id)-answers"
        )
        return [
            figure(chart, isTitled: false),
            folded(words(QuestionWord.ofPeopleAndAnswers), answers),
            shareTable(
                several.options.map { $0.text(in: language) },
                several.shares,
                several.bases,
                question,
                id: id
            ),
        ]
    }
}
