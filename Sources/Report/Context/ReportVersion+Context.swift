import Base
import Markup

extension ReportVersion {
    /// The statistics of others, a table an indicator, with what the audit says of them.
    var contextSection: Markup {
        guard !knowledge.context.isEmpty else { return .empty }
        let audit = ContextAudit(knowledge.context, places: knowledge.places)
        return section(
            id: "context",
            level: 2,
            heading: words(ContextWord.heading),
            [paragraph(words(ContextWord.lead)), singleTable()]
                + knowledge.context.indices.filter { !isSingle($0) }.map { index in
                    table(
                        contextTable(index, audit),
                        id: "context-\(anchor(knowledge.context[index].indicator))"
                    )
                }
        )
    }

    /// Whether a series is one figure of the whole country, of which nothing is claimed.
    private func isSingle(_ index: Int) -> Bool {
        let series = knowledge.context[index]
        return series.values.count == 1 && series.values[0].place == nil && series.claims.isEmpty
    }

    /// All single figures in one table.
    private func singleTable() -> Markup {
        let singles = knowledge.context.indices.filter(isSingle).map { knowledge.context[$0] }
        guard !singles.isEmpty else { return .empty }
        return table(
            DisplayTable(
                caption: words(ContextWord.single),
                rowHeading: words(ContextWord.indicator),
                columns: [
                    .init(words(ContextWord.period)), .init(words(ContextWord.value)),
                    .init(words(ContextWord.unit), isText: true),
                    .init(words(ContextWord.sourceHeading), isText: true),
                ],
                rows: singles.map { series in
                    let value = series.values[0]
                    return DisplayTable.Row(
                        series.name.text(in: language),
                        [
                            .number(value.period), .number(printed(value.number)),
                            .text(series.unit.text(in: language)),
                            .text(value.source.text(in: language)),
                        ]
                    )
                }
            ),
            id: "context-figures"
        )
    }

    /// The statistics of others on a place, each with its period and unit.
    func contextFacts(of place: String) -> [(term: String, text: String)] {
        knowledge.context.flatMap { series in
            series.values.filter { $0.place == place }.map { value in
                (
                    words(
                        ContextWord.ofPeriod,
                        [
                            "name": .text(series.name.text(in: language)),
                            "period": .text(value.period),
                        ]
                    ),
                    "\(printed(value.number)) \(series.unit.text(in: language))"
                )
            }
        }
    }

    private func contextTable(_ index: Int, _ audit: ContextAudit) -> DisplayTable {
        let series = knowledge.context[index]
        var periods: [String] = []
        for value in series.values where !periods.contains(value.period) {
            periods.append(value.period)
        }
        periods.sort()
        let order = Dictionary(
            uniqueKeysWithValues: knowledge.places.terms.enumerated().map { ($1.code, $0) }
        )
        let places = Set(series.values.compactMap(\.place)).sorted {
            (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1)
        }
        var rows = places.map { place in
            DisplayTable.Row(
                knowledge.places.name(of: place, in: language),
                cells(of: series, place, periods)
            )
        }
        if series.values.contains(where: { $0.place == nil }) {
            rows.append(
                DisplayTable.Row(
                    words(ContextWord.country),
                    cells(of: series, nil, periods),
                    kind: places.isEmpty ? .plain : .total
                )
            )
        }
        return DisplayTable(
            caption: words(
                ContextWord.caption,
                [
                    "name": .text(series.name.text(in: language)),
                    "unit": .text(series.unit.text(in: language)),
                ]
            ),
            rowHeading: words(ContextWord.place),
            columns: periods.map { .init($0) },
            rows: rows,
            notes: sourceNotes(of: series) + verdicts(of: index, audit)
        )
    }

    private func cells(
        of series: ContextSeries,
        _ place: String?,
        _ periods: [String]
    ) -> [DisplayTable.Cell] {
        periods.map { period in
            series.values.first { $0.place == place && $0.period == period }
                .map { .number(printed($0.number)) } ?? .blank
        }
    }

    /// The number with the decimals that it needs, in the way of the language.
    private func printed(_ number: Double) -> String {
        var decimals = 0
        var scaled = number
        while decimals < 6, scaled != scaled.rounded() {
            scaled *= 10
            decimals += 1
        }
        return numbers.with(decimals: decimals).text(number)
    }

    private func sourceNotes(of series: ContextSeries) -> [String] {
        var sources: [String] = []
        for value in series.values {
            let text = value.source.text(in: language)
            if !text.isEmpty, !sources.contains(text) { sources.append(text) }
        }
        return sources.map { words(ContextWord.source, ["source": .text($0)]) }
    }

    /// What the source claims, and what its figures say to that.
    func verdicts(of index: Int, _ audit: ContextAudit) -> [String] {
        let faults = audit.faults.filter { $0.series == index }
        let claims = knowledge.context[index].claims.map { claim -> String in
            let says = words(ContextWord.saysSo, ["claim": .text(claim.text)])
            let fault = faults.first { $0.line == claim.line && $0.kind == .claim(claim.text) }
            let verdict =
                fault.map {
                    words(
                        ContextWord.claimFails,
                        ["figures": .text($0.figures.joined(separator: ", "))]
                    )
                } ?? words(ContextWord.claimHolds)
            return "\(says) \(verdict)"
        }
        let sums = faults.compactMap { fault -> String? in
            guard case .sum(let period, let places, let whole) = fault.kind else { return nil }
            return words(
                ContextWord.sumFails,
                [
                    "period": .text(period), "places": .text(printed(places)),
                    "whole": .text(printed(whole)),
                ]
            )
        }
        return claims + sums
    }
}
