import Base
import Markup
import Survey

extension ReportVersion {
    /// A chapter for the scales: all of them beside each other, then each by itself.
    var scaleSections: Markup {
        guard !results.scales.isEmpty else { return .empty }
        return section(
            id: "scales",
            level: 2,
            heading: words(ScaleWord.scales),
            [overviewFigure] + results.scales.indices.map { scaleSection($0) }
        )
    }

    /// The scores of all scales in one chart, where they have one range.
    private var overviewFigure: Markup {
        guard results.scales.count > 1, let range = results.scales.first?.declaration.range,
            results.scales.allSatisfy({ $0.declaration.range == range })
        else { return .empty }
        let rows = results.scales.map {
            IntervalPlot.Row(
                $0.declaration.label.text(in: language),
                chartValue($0.score.whole)
            )
        }
        return figure(
            IntervalPlot(
                text: chartText(
                    "scales-overview",
                    title: words(ScaleWord.scores),
                    subtitle: subtitle(
                        words(ScaleWord.meansOfScores, ["range": .text(rangeText(range))])
                    ),
                    decimals: 2
                ),
                unit: .number,
                rows: rows,
                bounds: range
            )
        )
    }

    private func scaleSection(_ index: Int) -> Markup {
        let scale = results.scales[index]
        let id = "scale-\(anchor(scale.declaration.name))"
        return section(
            id: id,
            level: 3,
            heading: scale.declaration.label.text(in: language),
            [
                paragraph(summary(of: scale)),
                wrongKeyBox(scale),
                answersFigure(scale, id: id),
                itemTable(scale, id: id),
                scoreFigure(scale, id: id),
                rankFigures(QuoteMeasure(source: .scale(index), part: .mean), id: id),
                groupTables(scale, id: id),
            ]
        )
    }

    private func rangeText(_ range: ClosedRange<Double>) -> String {
        words(
            ScaleWord.range,
            ["low": .text(plain(range.lowerBound)), "high": .text(plain(range.upperBound))]
        )
    }

    private func summary(of scale: ScaleResult) -> String {
        let declaration = scale.declaration
        let least = declaration.leastAnswered ?? declaration.items.count
        let reversed = declaration.items.filter(\.isReversed).count
        var items = words(
            ScaleWord.items,
            ["n": .count(declaration.items.count), "range": .text(rangeText(declaration.range))]
        )
        if reversed > 0 {
            let sum = plain(declaration.range.lowerBound + declaration.range.upperBound)
            items += "; "
            items += words(ScaleWord.reversedItems, ["n": .count(reversed), "sum": .text(sum)])
        }
        var sentences = ["\(items).", words(ScaleWord.score, ["n": .count(least)])]
        if let scored = scale.scored {
            sentences.append(
                words(
                    scale.leftOut == 0 ? ScaleWord.haveScore : .haveScoreLeftOut,
                    ["n": .count(scored), "left": .count(scale.leftOut)]
                )
            )
        }
        if let estimate = scale.score.whole.estimate {
            let style = numbers.with(decimals: 2)
            sentences.append(
                words(
                    ScaleWord.meanScore,
                    [
                        "score": .text(style.text(estimate.value)),
                        "detail": .text(detail(estimate, style, scale: 1)),
                    ]
                )
            )
        }
        sentences += scale.reliability.map { [reliabilityText($0)] } ?? []
        return sentences.joined(separator: " ")
    }

    private func reliabilityText(_ reliability: Reliability) -> String {
        let style = numbers.with(decimals: 2)
        return words(
            reliability.interval == nil ? ScaleWord.alpha : .alphaInterval,
            [
                "alpha": .text(style.text(reliability.alpha)), "n": .count(reliability.n),
                "range": .text(reliability.interval.map { text($0, style) } ?? ""),
            ]
        )
    }

    private func wrongKeyBox(_ scale: ScaleResult) -> Markup {
        let suspicious = scale.items.filter { ($0.itemRest ?? 0) < 0 }
        guard !suspicious.isEmpty else { return .empty }
        let names = suspicious.map {
            "\($0.name) (\(numbers.with(decimals: 2).text($0.itemRest ?? 0)))"
        }
        return noteBox(
            .warning,
            heading: words(ScaleWord.wrongKey),
            [
                paragraph(
                    words(
                        ScaleWord.wrongKeyText,
                        ["items": .text(names.joined(separator: ", "))]
                    )
                )
            ]
        )
    }

    /// A text about the scale, which stands in it by its label.
    private func title(
        _ key: ScaleWord,
        _ scale: ScaleResult,
        _ values: [String: Words.Value] = [:]
    ) -> String {
        var values = values
        values["scale"] = .text(scale.declaration.label.text(in: language))
        return words(key, values)
    }

    // MARK: - Items

    private func answersFigure(_ scale: ScaleResult, id: String) -> Markup {
        guard let first = scale.items.first?.distribution else { return .empty }
        func names(_ side: Side) -> [String] {
            first.answers.indices.filter { first.sideOfAnswer[$0] == side }
                .map { first.answers[$0].text(in: language) }
        }
        let neutral = names(.middle)
        guard neutral.count <= 1, (1...3).contains(names(.low).count),
            (1...3).contains(names(.high).count),
            scale.items.allSatisfy({
                $0.distribution.answers.map(\.name) == first.answers.map(\.name)
            })
        else { return .empty }
        let rows = scale.items.map { item in
            DivergingBars.Row(
                item.label.text(in: language),
                isReversed: item.isReversed,
                shares: shares(of: item.distribution)
            )
        }
        return figure(
            DivergingBars(
                text: chartText(
                    "\(id)-answers",
                    title: title(.answersTo, scale),
                    subtitle: subtitle(words(ScaleWord.percentOfItem)),
                    note: words(ScaleWord.asGiven),
                    decimals: 0
                ),
                negative: names(.low),
                neutral: neutral.first,
                positive: names(.high),
                rows: rows,
                isAboutAgreement: first.answers.contains { $0.isAboutAgreement }
            )
        )
    }

    /// The shares of all respondents as a row of diverging bars; nil where any of them is hidden.
    private func shares(of distribution: Distribution) -> DivergingBars.Shares? {
        let answers = distribution.shares.whole.compactMap(\.value)
        guard answers.count == distribution.answers.count, let sides = distribution.sides?.whole,
            let low = sides[0].estimate, let high = sides[2].estimate
        else { return nil }
        var isBracketed = false
        if case .bracketed = sides[0] { isBracketed = true }
        return DivergingBars.Shares(
            answers: answers,
            disagree: low.value,
            agree: high.value,
            n: low.n,
            isBracketed: isBracketed,
            disagreeInterval: low.interval,
            agreeInterval: high.interval
        )
    }

    private func itemTable(_ scale: ScaleResult, id: String) -> Markup {
        let style = numbers.with(decimals: 2)
        let rows = scale.items.map { item in
            DisplayTable.Row(
                label(of: item),
                [
                    meanCell(item.mean.whole),
                    countCell(item.distribution.bases.whole.n),
                    countCell(item.distribution.bases.whole.noAnswer),
                    item.itemRest.map { .number(style.text($0)) } ?? .unavailable,
                    item.alphaWithout.map { .number(style.text($0)) } ?? .unavailable,
                ]
            )
        }
        let total = DisplayTable.Row(
            words(ScaleWord.scoreRow),
            [
                meanCell(scale.score.whole), countCell(scale.scored), countCell(scale.leftOut),
                .blank,
                scale.reliability.map { .number(style.text($0.alpha)) } ?? .unavailable,
            ],
            kind: .total
        )
        return table(
            DisplayTable(
                caption: title(.itemsOf, scale),
                rowHeading: words(ScaleWord.item),
                columns: [
                    .init(words(QuestionWord.mean)), .init(words(ChartWord.n)),
                    .init(words(ScaleWord.noAnswer)), .init(words(ScaleWord.itemRest)),
                    .init(words(ScaleWord.alphaWithout)),
                ],
                rows: rows + [total],
                notes: [
                    words(
                        results.sample.isProbabilitySample ? ScaleWord.asKeyedInterval : .asKeyed
                    )
                ]
            ),
            id: "\(id)-items"
        )
    }

    private func label(of item: ScaleItemResult) -> String {
        let label = item.label.text(in: language)
        return item.isReversed ? words(ScaleWord.reversed, ["item": .text(label)]) : label
    }

    // MARK: - Groups

    private func scoreFigure(_ scale: ScaleResult, id: String) -> Markup {
        guard !results.breakdowns.isEmpty else { return .empty }
        var rows: [IntervalPlot.Row] = []
        for (breakdown, values) in zip(results.breakdowns, scale.score.groups) {
            for (index, group) in breakdown.groups.enumerated() {
                rows.append(
                    IntervalPlot.Row(
                        group.label.text(in: language),
                        heading: index == 0 ? breakdown.label.text(in: language) : "",
                        chartValue(values[index])
                    )
                )
            }
        }
        let range = scale.declaration.range
        return figure(
            IntervalPlot(
                text: chartText(
                    "\(id)-groups",
                    title: title(.byGroup, scale),
                    subtitle: subtitle(
                        words(ScaleWord.meanScoreRange, ["range": .text(rangeText(range))])
                    ),
                    decimals: 2
                ),
                unit: .number,
                overall: chartValue(scale.score.whole).shown,
                rows: rows,
                // Who comes first among places is for their ranks to say.
                namesEnds: results.placeBreakdowns.isEmpty
            )
        )
    }

    /// A table items × groups for each breakdown, folded away.
    private func groupTables(_ scale: ScaleResult, id: String) -> Markup {
        .group(
            results.breakdowns.enumerated().map { index, breakdown in
                let rows = scale.items.map { item in
                    DisplayTable.Row(label(of: item), item.mean.groups[index].map { meanCell($0) })
                }
                let score = DisplayTable.Row(
                    words(ScaleWord.scoreRow),
                    scale.score.groups[index].map { meanCell($0) },
                    kind: .total
                )
                let carriers = scale.score.groups[index].map {
                    carrierCells($0.estimate?.n, [$0])
                }
                let carrierRows = carrierColumns.enumerated().map { row, column in
                    DisplayTable.Row(
                        words(ScaleWord.ofScore, ["carrier": .text(column.heading)]),
                        carriers.map { $0[row] }
                    )
                }
                let name = Words.Value.text(breakdown.label.text(in: language))
                return folded(
                    words(ScaleWord.itemsBy, ["breakdown": name]),
                    table(
                        DisplayTable(
                            caption: title(.meansBy, scale, ["breakdown": name]),
                            rowHeading: words(ScaleWord.item),
                            columns: breakdown.groups.map { .init($0.label.text(in: language)) },
                            rows: rows + [score] + carrierRows
                        ),
                        id: "\(id)-by-\(index + 1)"
                    )
                )
            }
        )
    }

    /// A piece of the page that opens on demand, and always in print.
    func folded(_ summary: String, _ body: Markup) -> Markup {
        .tag("details", ["class": "values"], [.tag("summary", [:], text: summary), body])
    }
}

extension Category {
    /// Whether the answer says how far somebody agrees, in any of its languages.
    fileprivate var isAboutAgreement: Bool {
        label.texts.values.contains { text in
            let text = text.lowercased()
            return ["agree", "соглас", "макул", "кошул"].contains { text.contains($0) }
        }
    }
}
