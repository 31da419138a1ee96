import Base
import Markup
import Survey

extension WeightDocument {
    // MARK: - Margins

    /// A chart for each margin: shares before raking, after it, and in the population.
    var marginSection: Markup {
        guard !weights.margins.isEmpty else { return .empty }
        let after = weights.history.weights
        let before = weights.history.steps.last { step in
            ![.margins, .trimmed, .marginsAgain].contains(step.kind)
        }
        let start = before?.weights ?? after.map { _ in 1 }
        let charts = weights.margins.enumerated().map { index, margin in
            figure(chart(of: margin, index, from: start, to: after))
        }
        return section(
            id: "margins",
            level: 2,
            heading: say(.marginsHeading),
            [paragraph(say(.marginsText))] + charts
        )
    }

    private func chart(
        of margin: Margin,
        _ index: Int,
        from start: [Double],
        to after: [Double]
    ) -> MarginPlot {
        let first = shares(margin.sums(of: start).groups)
        let last = shares(margin.sums(of: after).groups)
        let targets = shares(margin.targets)
        let respondents = margin.respondents
        // With one number hidden, the others and their sum would tell it: all are hidden.
        let isHidden = pointsAtFew(respondents)
        let labels = story.labels(of: margin.name)
        let rows = margin.groups.indices.map { group in
            MarginPlot.Row(
                labels.groups[margin.groups[group]] ?? margin.groups[group],
                n: isHidden ? nil : respondents[group],
                before: isHidden ? nil : first[group],
                after: last[group],
                target: targets[group]
            )
        }
        return MarginPlot(
            text: ChartText(
                id: "margin-\(index + 1)",
                title: labels.name,
                note: isHidden
                    ? words(WeightMethodWord.marginHidden, ["k": .count(fewest)]) : "",
                words: words,
                numbers: numbers.with(decimals: 1)
            ),
            rows: rows
        )
    }

    /// Whether one of the groups has so few respondents that none of their numbers may be told.
    func pointsAtFew(_ respondents: [Int]) -> Bool {
        respondents.contains { (1..<fewest).contains($0) }
    }

    private func shares(_ sums: [Double]) -> [Double] {
        let total = sums.reduce(0, +)
        return sums.map { total > 0 ? $0 / total : 0 }
    }

    // MARK: - Findings

    /// What makes the weights shaky.
    var findingSection: Markup {
        guard !weights.margins.isEmpty else { return .empty }
        let factors = weights.findings.filter { if case .factor = $0 { true } else { false } }
        let others = weights.findings.filter { !factors.contains($0) }
        var items = (others + factors.prefix(5)).compactMap { text(of: $0) }
        if factors.count > 5 {
            let more = ["n": Words.Value.count(factors.count - 5)]
            items.append(words(WeightMethodWord.moreFactors, more))
        }
        if weights.excess > 1 {
            let over = numbers.with(decimals: 1).percent(weights.excess - 1)
            items.append(words(WeightMethodWord.excess, ["over": .text(over)]))
        }
        let heading = words(WeightMethodWord.findings)
        guard !items.isEmpty else {
            return noteBox(
                .note,
                heading: heading,
                [paragraph(words(WeightMethodWord.nothing))]
            )
        }
        return noteBox(.warning, heading: heading, [bulletList(items.map { .text($0) })])
    }

    /// The finding in words; nil for what stops the weights, which is a problem of the study's files.
    private func text(of finding: MarginFinding) -> String? {
        switch finding {
        case .few(let margin, let group, let respondents):
            let labels = story.labels(of: margin)
            let isHidden =
                weights.margins.first { $0.name == margin }.map { pointsAtFew($0.respondents) }
                ?? true
            let limit = respondents < fewest ? fewest : MarginFinding.fewest
            return words(
                isHidden ? WeightMethodWord.fewHidden : .few,
                [
                    "margin": .text(labels.name), "group": .text(labels.groups[group] ?? group),
                    isHidden ? "k" : "n": .count(isHidden ? limit : respondents),
                ]
            )
        case .unknown(let margin, let respondents):
            return words(
                WeightMethodWord.unknown,
                ["margin": .text(story.labels(of: margin).name), "n": .count(respondents)]
            )
        case .factor(let groups, let factor, _):
            let names = zip(weights.margins, groups).filter { !$1.isEmpty }.map { margin, group in
                story.labels(of: margin.name).groups[group] ?? group
            }
            return words(
                WeightMethodWord.factor,
                [
                    "groups": .text(names.joined(separator: " × ")),
                    "factor": .text(numbers.with(decimals: 2).text(factor)),
                ]
            )
        case .noRespondents, .totals, .target, .smallerThanSample: return nil
        }
    }
}
