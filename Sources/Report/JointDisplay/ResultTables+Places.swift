import Base
import Qualitative
import Survey

extension Results {
    /// What is known of places beside the answers, as plain tables in the report's first language: needs by
    /// place, statistics of others, recommendations.
    package func tables(of knowledge: LocalKnowledge) -> [ResultTable] {
        let version = ReportDocument(results: self, knowledge: knowledge)
            .version(prepared.study.writtenLanguages[0])
        return [placeTable(version), contextTable(version), recommendationTable(version)]
            .compactMap { $0 }.filter { !$0.rows.isEmpty }.map { marked($0) }
    }

    /// One row a need and place.
    private func placeTable(_ version: ReportVersion) -> ResultTable? {
        guard let joint = version.joint else { return nil }
        let display = joint.display
        let rows = display.places.indices.flatMap { place in
            display.needs.indices.map { need -> [ResultTable.Cell] in
                let named = display.named?.findings[need][place]
                let offered = display.offered?.cells[need][place]
                return [
                    .text(display.places[place]), .text(joint.placeName(place)),
                    .text(display.needs[need]), .text(joint.needName(need)),
                    count(named?.naming.count, isKnown: named?.state != .notStudied),
                    count(named?.denying.count, isKnown: named?.state != .notStudied),
                    count(named?.studied.count, isKnown: true),
                    count(
                        display.helping(need, place).count,
                        isKnown: (offered?.state ?? .notStudied) != .notStudied
                    ),
                    .text(joint.meeting(need, place)),
                    .text(joint.cell(need, place)),
                ]
            }
        }
        return ResultTable(
            name: "places",
            title: tableWords(JointWord.gridTitle),
            notes: joint.limits,
            columns: [
                .init(.place, .text), .init(.placeName, .text), .init(.need, .text),
                .init(.needName, .text), .init(.naming, .whole), .init(.denying, .whole),
                .init(.sources, .whole), .init(.services, .whole), .init(.meeting, .text),
                .init(.inWords, .text),
            ],
            rows: rows
        )
    }

    /// A number, or an empty cell where nothing was studied.
    private func count(_ number: Int?, isKnown: Bool) -> ResultTable.Cell {
        number.flatMap { isKnown ? .number(Double($0)) : nil } ?? .empty
    }

    /// One row a value of others.
    private func contextTable(_ version: ReportVersion) -> ResultTable? {
        let knowledge = version.knowledge
        let audit = ContextAudit(knowledge.context, places: knowledge.places)
        let rows = knowledge.context.indices.flatMap { index -> [[ResultTable.Cell]] in
            let series = knowledge.context[index]
            let verdict = version.verdicts(of: index, audit).joined(separator: " ")
            return series.values.map { value in
                [
                    .text(series.indicator), .text(series.name.text(in: version.language)),
                    .text(value.place ?? ""),
                    .text(
                        value.place.map { knowledge.places.name(of: $0, in: version.language) }
                            ?? tableWords(ContextWord.country)
                    ),
                    .text(value.period), .number(value.number),
                    .text(series.unit.text(in: version.language)),
                    .text(value.source.text(in: version.language)), .text(verdict),
                ]
            }
        }
        return ResultTable(
            name: "context",
            title: tableWords(ContextWord.heading),
            notes: [tableWords(ContextWord.lead)],
            columns: [
                .init(.indicator, .text), .init(.label, .text), .init(.place, .text),
                .init(.placeName, .text), .init(.period, .text), .init(.value, .decimal(0)),
                .init(.unit, .text), .init(.source, .text), .init(.verdict, .text),
            ],
            rows: rows
        )
    }

    /// One row a recommendation.
    private func recommendationTable(_ version: ReportVersion) -> ResultTable? {
        guard let register = version.knowledge.register else { return nil }
        let checks = RegisterChecks(self, version.knowledge)
        let language = version.language
        return ResultTable(
            name: "recommendations",
            title: tableWords(RecommendationWord.heading),
            notes: [tableWords(RecommendationWord.lead)],
            columns: [
                .init(.what, .text), .init(.recommendation, .text), .init(.whom, .text),
                .init(.evidence, .text), .init(.shows, .text), .init(.cost, .text),
                .init(.time, .text),
            ],
            rows: register.recommendations.map { entry in
                let actors = entry.actors.map {
                    version.knowledge.actors?.actor($0)?.name.text(in: language) ?? $0
                }
                let grounds = entry.grounds.compactMap {
                    (try? checks.written($0, version.words, language: language))?.text
                }
                return [
                    .text(entry.id), .text(entry.text.text(in: language)),
                    .text(actors.joined(separator: "; ")),
                    .text(grounds.joined(separator: " | ")),
                    .text(entry.indicator.text(in: language)),
                    .text(entry.cost.text(in: language)), .text(entry.time.text(in: language)),
                ]
            }
        )
    }
}
