import Base
import Markup
import Survey

/// The page on a study's weights: steps, spread, margins, and what they cost in precision.
package struct WeightDocument {
    let prepared: PreparedStudy
    let weights: PreparedStudy.Weights
    let words: Words

    init(_ prepared: PreparedStudy, _ weights: PreparedStudy.Weights, language: Language) {
        self.prepared = prepared
        self.weights = weights
        words = Words(language)
    }

    /// One page with a version for each of the study's languages, as UTF-8; nil where the study makes
    /// no weights.
    package static func html(_ prepared: PreparedStudy) -> [UInt8]? {
        guard let weights = prepared.weights else { return nil }
        return Page.html(
            of: prepared.study.writtenLanguages.map {
                WeightDocument(prepared, weights, language: $0).page()
            }
        )
    }

    private var code: String { prepared.study.code(of: words.language) }
    private var numbers: NumberStyle { words.language.numbers }
    private var final: WeightHistory.Summary { WeightHistory.Summary(weights.history.weights) }

    private func say(_ word: WeightWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    private func page() -> Page {
        Page(
            title: say(.title, ["study": .text(prepared.study.title.text(in: code))]),
            subtitle: say(.subtitle),
            words: words,
            warnings: prepared.study.isSynthetic ? [.synthetic] : [],
            body: [figures, stepSection, plotSection, marginSection, groupSection],
            footer: [
                paragraph(say(.uncertainty)),
                prepared.study.weighting.map { paragraph($0.source.text(in: code)) } ?? .empty,
            ]
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
                    .number(numbers.with(decimals: 3).text(step.summary.effect)),
                ]
            )
        }
        let table = DisplayTable(
            caption: say(.stepsHeading),
            rowHeading: say(.step),
            columns: [
                .init(say(.sum)), .init(say(.lowest)), .init(say(.median)), .init(say(.highest)),
                .init(say(.kish)),
            ],
            rows: rows
        )
        return section(
            id: "steps",
            level: 2,
            heading: say(.stepsHeading),
            [paragraph(say(.stepsText)), Report.table(table, id: "steps-table"), selfWeighting]
        )
    }

    private func written(_ weight: Double) -> String {
        numbers.with(decimals: weight < 100 ? 2 : 0).text(weight)
    }

    /// Where all weights of a step are equal, or nearly so, the page says why.
    private var selfWeighting: Markup {
        guard let base = weights.history.steps.first, base.kind == .base,
            !(prepared.study.weighting?.probabilities.isEmpty ?? true)
        else { return .empty }
        if base.summary.isEqual {
            return noteBox(
                .note,
                heading: say(.selfWeighting),
                [paragraph(say(.selfWeightingText, ["step": .text(say(.base))]))]
            )
        }
        let range = base.summary.highest / base.summary.lowest - 1
        guard range < 0.5 else { return .empty }
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
                median: nil
            )
        )
        return section(id: "spread", level: 2, heading: say(.plotHeading), [figure(chart)])
    }

    // MARK: - Margins

    private var marginSection: Markup {
        guard !weights.margins.isEmpty else { return .empty }
        let after = weights.history.weights
        let before = weights.history.steps.last { step in
            ![.margins, .trimmed, .marginsAgain].contains(step.kind)
        }
        let start = before?.weights ?? after.map { _ in 1 }
        let tables = weights.margins.enumerated().map { index, margin in
            let (first, _) = margin.sums(of: start)
            let (last, _) = margin.sums(of: after)
            func share(_ value: Double, _ all: [Double]) -> DisplayTable.Cell {
                .number(numbers.with(decimals: 1).percent(value / all.reduce(0, +)))
            }
            let rows = margin.groups.indices.map { group in
                DisplayTable.Row(
                    label(of: margin.groups[group], in: margin.name),
                    [
                        .number(numbers.text(Double(margin.respondents[group]))),
                        share(first[group], first), share(last[group], last),
                        share(margin.targets[group], margin.targets),
                    ]
                )
            }
            let table = DisplayTable(
                caption: heading(of: margin.name),
                rowHeading: say(.group),
                columns: [
                    .init(say(.n)), .init(say(.before)), .init(say(.after)), .init(say(.target)),
                ],
                rows: rows
            )
            return Report.table(table, id: "margin-\(index + 1)-table")
        }
        return section(
            id: "margins",
            level: 2,
            heading: say(.marginsHeading),
            [paragraph(say(.marginsText))] + tables
        )
    }

    private func heading(of name: String) -> String {
        guard let column = prepared.data[name] else { return name }
        let label = column.label.text(in: code)
        return label.isEmpty ? name : label
    }

    private func label(of group: String, in variable: String) -> String {
        guard case .codes(_, let categories) = prepared.data[variable]?.values,
            let category = categories.first(where: { $0.name == group })
        else { return group }
        return category.text(in: code)
    }

    // MARK: - Groups

    private var groupSection: Markup {
        let breakdowns = prepared.study.breakdowns.compactMap {
            Breakdown(by: $0, in: prepared.data)
        }
        let rows = breakdowns.flatMap { breakdown -> [DisplayTable.Row] in
            [.block(breakdown.variables.map { heading(of: $0) }.joined(separator: " × "))]
                + breakdown.groups.indices.map { row(of: $0, in: breakdown) }
        }
        guard !rows.isEmpty else { return .empty }
        let table = DisplayTable(
            caption: say(.groupsHeading),
            rowHeading: say(.group),
            columns: [.init(say(.n)), .init(say(.kish)), .init(say(.effective))],
            rows: rows
        )
        return section(
            id: "groups",
            level: 2,
            heading: say(.groupsHeading),
            [paragraph(say(.groupsText)), Report.table(table, id: "groups-table")]
        )
    }

    private func row(of group: Int, in breakdown: Breakdown) -> DisplayTable.Row {
        let inside = zip(weights.history.weights, breakdown.codes)
            .filter { Int($0.1) == group + 1 }.map(\.0)
        let name = breakdown.groups[group].label.text(in: code)
        // A group of few people is not counted in public.
        guard inside.count >= prepared.study.report.discloseAtLeast else {
            return DisplayTable.Row(name, [.hidden, .hidden, .hidden])
        }
        let summary = WeightHistory.Summary(inside)
        return DisplayTable.Row(
            name,
            [
                .number(numbers.text(Double(summary.n))),
                .number(numbers.with(decimals: 3).text(summary.effect)),
                .number(numbers.text((Double(summary.n) / summary.effect).rounded())),
            ]
        )
    }
}
