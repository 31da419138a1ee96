import Base
import Markup
import Survey

extension ReportDocument {
    /// A chapter for the scales: all of them beside each other, then each by itself.
    var scaleSections: Markup {
        guard !results.scales.isEmpty else { return .empty }
        return section(
            id: "scales",
            level: 2,
            heading: "Scales",
            [overviewFigure] + results.scales.map { scaleSection($0) }
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
                    title: "Scores of the scales",
                    subtitle: subtitle("Means of scores, \(rangeText(range))"),
                    decimals: 2
                ),
                unit: .number,
                rows: rows,
                bounds: range
            )
        )
    }

    private func scaleSection(_ scale: ScaleResult) -> Markup {
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
                groupTables(scale, id: id),
            ]
        )
    }

    private func rangeText(_ range: ClosedRange<Double>) -> String {
        "from \(numberName(range.lowerBound)) to \(numberName(range.upperBound))"
    }

    private func summary(of scale: ScaleResult) -> String {
        let declaration = scale.declaration
        let least = declaration.leastAnswered ?? declaration.items.count
        let reversed = declaration.items.filter(\.isReversed).count
        var text = "\(declaration.items.count) items, answers \(rangeText(declaration.range))"
        if reversed > 0 {
            let sum = numberName(declaration.range.lowerBound + declaration.range.upperBound)
            text += "; \(reversed) reversed (\(sum) minus the answer)"
        }
        text += ". The score is the mean of the items answered, at least \(least) of them. "
        if let scored = scale.scored {
            text += "\(count(scored)) people have a score"
            text +=
                scale.leftOut == 0
                ? "." : "; \(count(scale.leftOut)) answered fewer items and are left out."
        }
        if let estimate = scale.score.whole.estimate {
            text += " The mean score is \(numbers.with(decimals: 2).text(estimate.value)) "
            text += "(\(detail(estimate, numbers.with(decimals: 2), scale: 1)))."
        }
        return text + reliabilityText(scale.reliability)
    }

    private func reliabilityText(_ reliability: Reliability?) -> String {
        guard let reliability else { return "" }
        let style = numbers.with(decimals: 2)
        var text = " Cronbach’s alpha is \(style.text(reliability.alpha))"
        if let interval = reliability.interval {
            text += " (95% interval \(self.text(interval, style)), as for people drawn one by one)"
        }
        return text + ", from the answers of \(count(reliability.n)) people, unweighted."
    }

    private func wrongKeyBox(_ scale: ScaleResult) -> Markup {
        let suspicious = scale.items.filter { ($0.itemRest ?? 0) < 0 }
        guard !suspicious.isEmpty else { return .empty }
        let names = suspicious.map {
            "\($0.name) (\(numbers.with(decimals: 2).text($0.itemRest ?? 0)))"
        }
        return noteBox(
            .warning,
            heading: "Items that go against their scale",
            [
                paragraph(
                    "Even as keyed, these items correlate negatively with the rest: "
                        + names.joined(separator: ", ")
                        + ". A likely reason is a wrong sign in study.yaml."
                )
            ]
        )
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
                text: ratingText(
                    first.answers,
                    "\(id)-answers",
                    title: "Answers to \(scale.declaration.label.text(in: language))",
                    subtitle: subtitle("Percent of those who answered each item"),
                    note: "Answers as they were given; items marked reversed count the other way "
                        + "round in the score.",
                    decimals: 0
                ),
                negative: names(.low),
                neutral: neutral.first,
                positive: names(.high),
                rows: rows
            )
        )
    }

    /// The text of a chart of ratings: its halves are named by agreement only where the answers are.
    private func ratingText(
        _ answers: [Category],
        _ id: String,
        title: String,
        subtitle: String,
        note: String,
        decimals: Int
    ) -> ChartText {
        var text = chartText(
            id,
            title: title,
            subtitle: subtitle,
            note: note,
            decimals: decimals
        )
        let labels = answers.map { $0.text(in: language).lowercased() }
        if !labels.contains(where: { $0.contains("agree") || $0.contains("соглас") }) {
            text.words.disagree = "Lower answers"
            text.words.agree = "Higher answers"
            text.words.agreeRange = "The share with higher answers runs from %1 (%2) to %3 (%4)."
        }
        return text
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
            "Score",
            [
                meanCell(scale.score.whole), countCell(scale.scored), countCell(scale.leftOut),
                .blank,
                scale.reliability.map { .number(style.text($0.alpha)) } ?? .unavailable,
            ],
            kind: .total
        )
        return table(
            DisplayTable(
                caption: "Items of \(scale.declaration.label.text(in: language))",
                rowHeading: "Item",
                columns: [
                    .init("Mean"), .init("n"), .init("No answer"), .init("Item–rest correlation"),
                    .init("Alpha without it"),
                ],
                rows: rows + [total],
                notes: [
                    "Means as keyed: a high mean is much of what the scale measures."
                        + (results.sample.isProbabilitySample
                            ? " Under each, its 95% interval." : "")
                ]
            ),
            id: "\(id)-items"
        )
    }

    private func label(of item: ScaleItemResult) -> String {
        let label = item.label.text(in: language)
        return item.isReversed ? "\(label) (reversed)" : label
    }

    // MARK: - Groups

    private func scoreFigure(_ scale: ScaleResult, id: String) -> Markup {
        guard !results.breakdowns.isEmpty else { return .empty }
        var rows: [IntervalPlot.Row] = []
        for (breakdown, values) in zip(results.breakdowns, scale.score.groups) {
            for (index, group) in breakdown.groups.enumerated() {
                rows.append(
                    IntervalPlot.Row(
                        group.label,
                        heading: index == 0 ? breakdown.label : "",
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
                    title: "\(scale.declaration.label.text(in: language)) by group",
                    subtitle: subtitle("Mean score, \(rangeText(range))"),
                    decimals: 2
                ),
                unit: .number,
                overall: chartValue(scale.score.whole).shown,
                rows: rows
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
                    "Score",
                    scale.score.groups[index].map { meanCell($0) },
                    kind: .total
                )
                let n = DisplayTable.Row(
                    "n (score)",
                    scale.score.groups[index].map { countCell($0.estimate?.n) }
                )
                let caption =
                    "\(scale.declaration.label.text(in: language)): means by \(breakdown.label)"
                return folded(
                    "Items by \(breakdown.label)",
                    table(
                        DisplayTable(
                            caption: caption,
                            rowHeading: "Item",
                            columns: breakdown.groups.map { .init($0.label) },
                            rows: rows + [score, n]
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
