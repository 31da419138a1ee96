import Base
import Markup
import Survey

/// The page on a study's weights: steps, spread, margins, and what they cost in precision.
package struct WeightDocument {
    let prepared: PreparedStudy
    let story: WeightStory
    let words: Words

    init?(_ prepared: PreparedStudy, language: Language) {
        words = Words(language)
        let code = prepared.study.code(of: language)
        guard let story = WeightStory(prepared, words: words, language: code) else { return nil }
        self.prepared = prepared
        self.story = story
    }

    /// One page with a version for each of the study's languages, as UTF-8; nil where the study makes
    /// no weights.
    package static func html(_ prepared: PreparedStudy) -> [UInt8]? {
        let pages = prepared.study.writtenLanguages.compactMap {
            WeightDocument(prepared, language: $0)?.page()
        }
        return pages.isEmpty ? nil : Page.html(of: pages)
    }

    var weights: PreparedStudy.Weights { story.weights }
    private var code: String { prepared.study.code(of: words.language) }
    var numbers: NumberStyle { words.language.numbers }
    /// Groups of fewer people are not counted where others may read it.
    var fewest: Int { prepared.study.report.discloseAtLeast }
    private var final: WeightHistory.Summary { WeightHistory.Summary(weights.history.weights) }

    func say(_ word: WeightWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    private func page() -> Page {
        Page(
            title: say(.title, ["study": .text(prepared.study.title.text(in: code))]),
            subtitle: say(.subtitle),
            words: words,
            warnings: prepared.study.isSynthetic ? [.synthetic] : [],
            body: [
                figures, findingSection, stepSection, plotSection, marginSection, groupSection,
            ],
            footer: [paragraph(say(.uncertainty))]
        )
    }

    private var figures: Markup {
        let effective = (Double(final.n) / final.effect).rounded()
        return keyFigures([
            KeyFigure(value: numbers.text(Double(final.n)), label: say(.respondents)),
            KeyFigure(
                value: numbers.text(effective),
                label: say(.effective),
                detail: say(.effectiveDetail)
            ),
            KeyFigure(value: two(final.effect), label: say(.effect), detail: say(.effectDetail)),
            KeyFigure(
                value: two(final.highest / final.lowest),
                label: say(.range),
                detail: say(.rangeDetail)
            ),
        ])
    }

    private func two(_ number: Double) -> String { numbers.with(decimals: 2).text(number) }

    private func word(for kind: WeightHistory.Kind) -> WeightWord {
        switch kind {
        case .base: .base
        case .persons: .persons
        case .response: .response
        case .margins: .margins
        case .trimmed: .trimmed
        case .marginsAgain: .marginsAgain
        }
    }

    // MARK: - Steps

    private var stepSection: Markup {
        let rows = weights.history.steps.map { step in
            DisplayTable.Row(
                say(word(for: step.kind)),
                [
                    .number(numbers.text(step.summary.sum)), .number(written(step.summary.lowest)),
                    .number(written(step.summary.median)), .number(written(step.summary.highest)),
                    .number(numbers.with(decimals: 3).text(step.summary.variation)),
                    .number(numbers.with(decimals: 3).text(step.summary.effect)),
                ]
            )
        }
        let table = DisplayTable(
            caption: say(.stepsHeading),
            rowHeading: say(.step),
            columns: [
                .init(say(.sum)), .init(say(.lowest)), .init(say(.median)), .init(say(.highest)),
                .init(say(.variation)), .init(say(.kish)),
            ],
            rows: rows
        )
        return section(
            id: "steps",
            level: 2,
            heading: say(.stepsHeading),
            [
                paragraph(story.text), selfWeighting, paragraph(say(.stepsText)),
                Report.table(table, id: "steps-table"),
            ]
        )
    }

    private func written(_ weight: Double) -> String {
        numbers.with(decimals: weight < 100 ? 2 : 0).text(weight)
    }

    /// Where all weights of a step are equal, or nearly so, the page says why.
    private var selfWeighting: Markup {
        if let reason = weights.equal {
            let word: WeightWord =
                switch reason {
                case .sameProbabilities: .sameProbabilities
                case .sizesCancel: .selfWeightingText
                }
            let text = say(word, ["step": .text(say(.base))])
            return noteBox(.note, heading: say(.selfWeighting), [paragraph(text)])
        }
        guard let base = weights.history.steps.first, base.kind == .base,
            prepared.study.weighting?.probabilities.count ?? 0 > 1
        else { return .empty }
        let range = base.summary.highest / base.summary.lowest - 1
        guard range < 0.1 else { return .empty }
        return paragraph(say(.stagesCancel, ["range": .text(numbers.percent(range))]))
    }

    // MARK: - Spread

    private var plotSection: Markup {
        let mean = final.sum / Double(max(1, final.n))
        let relative = weights.history.weights.map { $0 / mean }
        guard !final.isEqual, let histogram = Histogram(relative) else { return .empty }
        let columns = histogram.counts.enumerated().map { index, n in
            Columns.Column(
                "\(two(histogram.edge(index)))–\(two(histogram.edge(index + 1)))",
                .value(Double(n))
            )
        }
        let chart = Columns(
            text: ChartText(
                id: "weights-chart",
                title: say(.plotTitle),
                subtitle: say(.plotSubtitle),
                words: words,
                numbers: numbers
            ),
            unit: .number,
            columns: columns,
            scale: .numbers(
                lower: histogram.lower,
                upper: histogram.edge(histogram.counts.count),
                // Its mark would be rounded to a whole number, as the counts are; the steps have it.
                median: nil
            )
        )
        return section(id: "spread", level: 2, heading: say(.plotHeading), [figure(chart)])
    }

    // MARK: - Groups

    private var groupSection: Markup {
        let breakdowns = prepared.study.breakdowns.compactMap {
            Breakdown(by: $0, in: prepared.data)
        }
        let rows = breakdowns.flatMap { breakdown -> [DisplayTable.Row] in
            var counts = [Int](repeating: 0, count: breakdown.groups.count)
            for code in breakdown.codes where code > 0 { counts[Int(code) - 1] += 1 }
            let isHidden = pointsAtFew(counts)
            return [
                .block(breakdown.variables.map { story.label(of: $0) }.joined(separator: " × "))
            ] + breakdown.groups.indices.map { row(of: $0, in: breakdown, isHidden: isHidden) }
        }
        guard !rows.isEmpty else { return .empty }
        let table = DisplayTable(
            caption: say(.groupsHeading),
            rowHeading: say(.group),
            columns: [
                .init(words(ChartWord.n)), .init(say(.kish)), .init(say(.effective)),
            ],
            rows: rows
        )
        return section(
            id: "groups",
            level: 2,
            heading: say(.groupsHeading),
            [paragraph(say(.groupsText)), Report.table(table, id: "groups-table")]
        )
    }

    /// The row of a group; numbers of people are hidden where those of all groups together would tell
    /// one that points at few.
    private func row(
        of group: Int,
        in breakdown: Breakdown,
        isHidden: Bool
    ) -> DisplayTable.Row {
        let inside = zip(weights.history.weights, breakdown.codes)
            .filter { Int($0.1) == group + 1 }.map(\.0)
        let name = breakdown.groups[group].label.text(in: code)
        guard inside.count >= fewest else {
            return DisplayTable.Row(name, [.hidden, .hidden, .hidden])
        }
        let summary = WeightHistory.Summary(inside)
        return DisplayTable.Row(
            name,
            [
                isHidden ? .hidden : .number(numbers.text(Double(summary.n))),
                .number(numbers.with(decimals: 3).text(summary.effect)),
                isHidden
                    ? .hidden
                    : .number(numbers.text((Double(summary.n) / summary.effect).rounded())),
            ]
        )
    }
}
