import Base
import Markup
import Survey

/// The page on what a design would find: bias, coverage, precision and power of planned estimates.
package struct SimulationDocument {
    let trial: DesignTrial
    let summary: TrialSummary
    let seed: UInt64
    let words: Words

    /// One page with a version for each of the study's languages, as UTF-8.
    package static func html(
        _ trial: DesignTrial,
        _ summary: TrialSummary,
        seed: UInt64
    ) -> [UInt8] {
        Page.html(
            of: trial.study.writtenLanguages.map {
                SimulationDocument(trial: trial, summary: summary, seed: seed, words: Words($0))
                    .page()
            }
        )
    }

    private var code: String { trial.study.code(of: words.language) }
    private var numbers: NumberStyle { words.language.numbers }

    private func say(_ word: SimulationWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    private func page() -> Page {
        Page(
            title: say(.title, ["study": .text(trial.study.title.text(in: code))]),
            subtitle: say(.subtitle),
            words: words,
            warnings: [.synthetic],
            body: [figures, howSection, estimateSection, powerSection, limitSection]
        )
    }

    private var figures: Markup {
        let rows = trial.simulation.plan.clusters.reduce(0) { $0 + $1.rows }
        let coverages = summary.rows.compactMap(\.coverage)
        let effects = summary.rows
            .filter { $0.planned.place == nil && $0.planned.answer == nil }.compactMap(
                \.designEffect
            )
        var figures = [
            KeyFigure(value: numbers.text(Double(summary.runs)), label: say(.runs)),
            KeyFigure(value: numbers.text(Double(rows)), label: say(.interviews)),
        ]
        if !coverages.isEmpty {
            let mean = coverages.reduce(0, +) / Double(coverages.count)
            figures.append(
                KeyFigure(
                    value: numbers.with(decimals: 1).percent(mean),
                    label: say(.coverage),
                    detail: say(.coverageDetail)
                )
            )
        }
        if !effects.isEmpty {
            let mean = effects.reduce(0, +) / Double(effects.count)
            figures.append(
                KeyFigure(
                    value: numbers.with(decimals: 2).text(mean),
                    label: say(.effect),
                    detail: say(.effectDetail)
                )
            )
        }
        return keyFigures(figures)
    }

    private var howSection: Markup {
        section(
            id: "how",
            level: 2,
            heading: say(.how),
            [
                paragraph(
                    say(.howText, ["n": .count(summary.runs), "seed": .text("\(seed)")])
                )
            ]
        )
    }

    // MARK: - Estimates

    private func name(of planned: DesignTrial.Planned) -> String {
        if let scale = trial.study.scales.first(where: { $0.name == planned.subject }) {
            let label = scale.label.text(in: code)
            return label.isEmpty ? planned.subject : label
        }
        let question = trial.form.question(named: planned.subject)
        let label = question?.label.text(in: code) ?? ""
        let answer = planned.answer ?? ""
        let choice = question.flatMap { trial.form.choices(of: $0) }?.first { $0.name == answer }
        let text = choice?.label.text(in: code) ?? ""
        return "\(label.isEmpty ? planned.subject : label): \(text.isEmpty ? answer : text)"
    }

    private func place(_ name: String) -> String {
        let column = trial.study.breakdowns.first?.first ?? ""
        let question = trial.form.question(named: column)
        let choice = question.flatMap { trial.form.choices(of: $0) }?.first { $0.name == name }
        let text = choice?.label.text(in: code) ?? ""
        return text.isEmpty ? name : text
    }

    private var estimateSection: Markup {
        var rows: [DisplayTable.Row] = []
        var subject = ""
        for row in summary.rows {
            let name = name(of: row.planned)
            if name != subject {
                rows.append(.block(name))
                subject = name
            }
            rows.append(
                DisplayTable.Row(row.planned.place.map { place($0) } ?? say(.whole), cells(row))
            )
        }
        let table = DisplayTable(
            caption: say(.estimates),
            rowHeading: say(.estimate),
            columns: [
                .init(say(.truth)), .init(say(.bias)), .init(say(.covered)), .init(say(.margin)),
                .init(say(.designEffect)),
            ],
            rows: rows,
            notes: [say(.biasNote), say(.coverageNote)]
        )
        return section(
            id: "estimates",
            level: 2,
            heading: say(.estimates),
            [coverageChart, Report.table(table, id: "estimates-table")]
        )
    }

    private func cells(_ row: TrialSummary.Row) -> [DisplayTable.Cell] {
        let isShare = row.planned.answer != nil
        let style = numbers.with(decimals: isShare ? 1 : 2)
        let scale = isShare ? 100.0 : 1
        let fine = numbers.with(decimals: isShare ? 2 : 3)
        return [
            .number(style.text(row.planned.truth * scale)),
            .estimate(
                fine.text(row.bias * scale),
                interval: "± \(fine.text(row.biasError * scale))"
            ),
            row.coverage.map { .number(numbers.with(decimals: 1).percent($0)) } ?? .unavailable,
            row.margin.map { .number(style.text($0 * scale)) } ?? .unavailable,
            row.designEffect.map { .number(numbers.with(decimals: 2).text($0)) } ?? .unavailable,
        ]
    }

    private var coverageChart: Markup {
        let shown = summary.rows.filter { $0.planned.place == nil && $0.coverage != nil }
        guard !shown.isEmpty else { return .empty }
        let chart = IntervalPlot(
            text: ChartText(
                id: "coverage-chart",
                title: say(.coverageChart),
                subtitle: say(.coverageSubtitle),
                words: words,
                numbers: numbers.with(decimals: 1)
            ),
            unit: .percent,
            rows: shown.map { row in
                let coverage = row.coverage ?? 0
                return IntervalPlot.Row(
                    name(of: row.planned),
                    .value(
                        coverage,
                        interval: row.coverageInterval,
                        n: summary.runs
                    )
                )
            }
        )
        return figure(chart)
    }

    // MARK: - Power

    private var powerSection: Markup {
        guard !summary.power.isEmpty else { return .empty }
        let rows = summary.power.map { row in
            let scale = trial.study.scales.first { $0.name == row.planned.scale }
            let label = scale?.label.text(in: code) ?? row.planned.scale
            let question = trial.form.question(named: row.planned.variable)
            let choices = question.flatMap { trial.form.choices(of: $0) } ?? []
            let groups = row.planned.groups.map { group in
                let text = choices.first { $0.name == group }?.label.text(in: code) ?? ""
                return text.isEmpty ? group : text
            }
            return DisplayTable.Row(
                "\(label): \(groups.joined(separator: " – "))",
                [
                    .number(numbers.with(decimals: 2).text(row.planned.difference)),
                    .number(numbers.with(decimals: 3).text(row.standardError)),
                    .number(numbers.percent(row.power)),
                    .number(numbers.with(decimals: 2).text(row.detectable)),
                ]
            )
        }
        let table = DisplayTable(
            caption: say(.power),
            rowHeading: say(.difference),
            columns: [
                .init(say(.difference)), .init(say(.standardError)), .init(say(.chance)),
                .init(say(.detectable)),
            ],
            rows: rows
        )
        return section(
            id: "power",
            level: 2,
            heading: say(.power),
            [paragraph(say(.powerText)), Report.table(table, id: "power-table")]
        )
    }

    private var limitSection: Markup {
        section(id: "limits", level: 2, heading: say(.limits), [paragraph(say(.limitsText))])
    }
}
