import Base
import Markup
import Qualitative

extension ReportVersion {
    /// The chapter of actors; nothing where the study has no map of them.
    var actorSection: Markup {
        guard let map = knowledge.actors else { return .empty }
        let network = ActorNetwork(map, subjects: knowledge.activities.terms.map(\.code))
        return section(
            id: "actors",
            level: 2,
            heading: words(ActorWord.heading),
            [
                paragraph(
                    words(
                        ActorWord.intro,
                        [
                            "actors": .count(map.actors.count),
                            "services": .count(map.services.count),
                            "relations": .count(map.relations.count),
                        ]
                    )
                ),
                paragraph(mappedSentence(map)),
                coverageSection(map, .activities),
                coverageSection(map, .needs),
                networkSection(map, network),
                actorTable(map, network),
                relationTable(map),
                positionSection(map),
                aliasSection(map),
            ]
        )
    }

    private func mappedSentence(_ map: ActorMap) -> String {
        let places = map.mappedPlaces.map { term($0, of: knowledge.places) }
        return places.isEmpty
            ? words(ActorWord.mappedNowhere)
            : words(ActorWord.mapped, ["places": .text(places.joined(separator: ", "))])
    }

    // MARK: - Names

    /// What readers read for a code: in the study's language, else in that of the report.
    func term(_ code: String, of vocabulary: Vocabulary) -> String {
        guard let name = vocabulary[code]?.name else { return code }
        let text =
            name.texts[language] ?? name.texts[words.language.rawValue] ?? name.text(in: language)
        return text.isEmpty ? code : text
    }

    /// The name of an actor; its id where it has none.
    func actorName(_ id: String, in map: ActorMap) -> String {
        let name = map.actor(id)?.name.text(in: language) ?? ""
        return name.isEmpty ? id : name
    }

    // MARK: - Coverage

    private func coverageSection(_ map: ActorMap, _ side: ActorNetwork.Side) -> Markup {
        let coverage = actorCoverage(map, side)
        guard !coverage.rows.isEmpty, !coverage.places.isEmpty else { return .empty }
        let vocabulary = side == .activities ? knowledge.activities : knowledge.needs
        let title = words(side == .activities ? ActorWord.activitiesByPlace : .needsByPlace)
        let grid = CoverageGrid(
            text: chartText(
                side == .activities ? "actors-activities" : "actors-needs",
                title: title,
                decimals: 0
            ),
            rowHeading: words(side == .activities ? ActorWord.activity : .need),
            columns: coverage.places.map { term($0, of: knowledge.places) },
            rows: coverage.rows.indices.map { row in
                CoverageGrid.Row(
                    term(coverage.rows[row], of: vocabulary),
                    coverage.cells[row].map { cell in
                        CoverageGrid.Cell(
                            cell.state,
                            // An actor of whom somebody said that it has none is not behind it.
                            actors: cell.state == .absent
                                ? [] : cell.actors.map { actorName($0, in: map) },
                            isEverywhere: cell.isEverywhere,
                            isDisputed: cell.isDisputed
                        )
                    },
                    unplaced: coverage.unplaced[row].count
                )
            }
        )
        return section(
            id: side == .activities ? "actors-by-activity" : "actors-by-need",
            level: 3,
            heading: title,
            [figure(grid, isTitled: false)] + (side == .needs ? gaps(coverage, map) : [])
        )
    }

    /// The needs for which nobody was named, and what the grid leaves out.
    private func gaps(_ coverage: Coverage, _ map: ActorMap) -> [Markup] {
        let gaps = coverage.rowsWithoutActor(in: map).map { term($0, of: knowledge.needs) }
        var blocks =
            gaps.isEmpty
            ? [paragraph(words(ActorWord.noGaps))]
            : [
                noteBox(
                    .note,
                    heading: words(ActorWord.gaps),
                    [
                        bulletList(gaps.map { .text($0) }),
                        paragraph(words(ActorWord.gapsNote)),
                    ]
                )
            ]
        if coverage.withoutSubject > 0 {
            blocks.append(
                paragraph(words(ActorWord.withoutNeed, ["n": .count(coverage.withoutSubject)]))
            )
        }
        return blocks
    }

    /// The coverage that the report shows: the top of the vocabulary and what services name below it,
    /// at the places of ``actorPlaces(_:)``.
    func actorCoverage(_ map: ActorMap, _ side: ActorNetwork.Side) -> Coverage {
        let vocabulary = side == .activities ? knowledge.activities : knowledge.needs
        let named = map.services.compactMap { side == .activities ? $0.activity : $0.need }
        let met = Set(named)
        let known = vocabulary.terms.filter { $0.parent == nil || met.contains($0.code) }
            .map(\.code)
        var rows = known
        for code in named where vocabulary[code] == nil && !rows.contains(code) {
            rows.append(code)
        }
        return Coverage(
            map,
            by: side,
            rows: rows,
            of: vocabulary,
            at: actorPlaces(map),
            of: knowledge.places
        )
    }

    /// The places at the top of the study's list, or those below a single one; without a list those that
    /// the map names.
    private func actorPlaces(_ map: ActorMap) -> [String] {
        let top = knowledge.places.children(of: nil).map(\.code)
        guard top.isEmpty else {
            let below = top.count == 1 ? knowledge.places.children(of: top[0]).map(\.code) : []
            return below.isEmpty ? top : below
        }
        var places = map.mappedPlaces
        for service in map.services {
            if case .at(let place) = service.place, !places.contains(place) { places.append(place) }
        }
        return places
    }

    // MARK: - Network

    private func networkSection(_ map: ActorMap, _ network: ActorNetwork) -> Markup {
        guard !network.ties.isEmpty else { return .empty }
        let actors = network.actors.map { actorName($0, in: map) }
        let subjects = network.subjects.map { term($0, of: knowledge.activities) }
        let parts = network.graph.components
        let plot = NetworkPlot(
            text: chartText(
                "actors-network",
                title: parts.count == 1
                    ? words(NetworkWord.titleOfOnePart)
                    : words(NetworkWord.title, ["n": .count(parts.count)]),
                decimals: 0
            ),
            network: network,
            actors: actors,
            subjects: subjects,
            subjectHeading: words(ActorWord.activity)
        )
        let pairs = actors.count * subjects.count
        let sizes = parts.map { count($0.count) }.joined(separator: ", ")
        let share = numbers.with(decimals: 1).text(Double(network.ties.count * 100) / Double(pairs))
        return section(
            id: "actors-ties",
            level: 3,
            heading: words(ActorWord.network),
            [
                figure(plot),
                paragraph(
                    words(NetworkWord.parts, ["sizes": .text(sizes)]) + " "
                        + words(
                            NetworkWord.density,
                            [
                                "share": .text(share + numbers.percentMark),
                                "ties": .count(network.ties.count), "pairs": .count(pairs),
                            ]
                        )
                ),
                singleProviders(network, actors, subjects),
                bridges(network, actors),
            ]
        )
    }

    private func singleProviders(
        _ network: ActorNetwork,
        _ actors: [String],
        _ subjects: [String]
    ) -> Markup {
        let singles = network.singleProviders
        guard !singles.isEmpty else { return paragraph(words(NetworkWord.noSingles)) }
        return noteBox(
            .note,
            heading: words(NetworkWord.singles),
            [bulletList(singles.map { .text("\(subjects[$0.subject]): \(actors[$0.actor])") })]
        )
    }

    private func bridges(_ network: ActorNetwork, _ actors: [String]) -> Markup {
        let bridges = network.bridges
        guard !bridges.isEmpty else { return .empty }
        let items = bridges.map { bridge in
            // The largest part is the rest, to which the others lose their tie.
            let cutOff = bridge.parts.dropFirst().map { part in
                part.filter { $0 < actors.count }.map { actors[$0] }.joined(separator: ", ")
            }
            return Markup.text("\(actors[bridge.actor]): \(cutOff.joined(separator: " | "))")
        }
        return noteBox(
            .note,
            heading: words(NetworkWord.bridgesHeading),
            [bulletList(items)]
        )
    }
}
