import Base
import Markup
import Qualitative

extension ReportVersion {
    /// The actors in the order of their table with what the network says of each: no rank.
    func actorTable(_ map: ActorMap, _ network: ActorNetwork) -> Markup {
        guard !map.actors.isEmpty else { return .empty }
        let betweenness = network.graph.betweenness()
        let style = numbers.with(decimals: 3)
        var parts: [Int: Int] = [:]
        for (index, part) in network.graph.components.enumerated() {
            for vertex in part { parts[vertex] = index + 1 }
        }
        let positions = Dictionary(network.actors.enumerated().map { ($1, $0) }) { first, _ in first
        }
        let hasLevels = map.actors.contains { !$0.level.isEmpty }
        let rows = map.actors.map { actor in
            let kind = DisplayTable.Cell.text(term(actor.kind, of: knowledge.actorKinds))
            let level: [DisplayTable.Cell] = hasLevels ? [.text(actor.level)] : []
            let name = actorName(actor.id, in: map)
            guard let vertex = positions[actor.id] else {
                return DisplayTable.Row(name, [kind] + level + [.number(count(0)), .blank, .blank])
            }
            return DisplayTable.Row(
                name,
                [kind] + level + [
                    .number(count(network.degree(ofActor: vertex))),
                    .number(style.text(betweenness[vertex])),
                    .number(parts[vertex].map(count) ?? ""),
                ]
            )
        }
        let unconnected = network.unconnectedActors.map { actorName($0, in: map) }
        let columns =
            [DisplayTable.Column(words(ActorWord.kind), isText: true)]
            + (hasLevels ? [.init(words(ActorWord.level), isText: true)] : [])
            + [
                .init(words(ActorWord.activities)), .init(words(NetworkWord.standsBetween)),
                .init(words(NetworkWord.part)),
            ]
        return .group([
            table(
                DisplayTable(
                    caption: words(ActorWord.tableOfActors),
                    rowHeading: words(ActorWord.actor),
                    columns: columns,
                    rows: rows,
                    notes: [words(NetworkWord.standsBetweenNote, ["source": "Freeman, 1977"])]
                ),
                id: "actors-table"
            ),
            unconnected.isEmpty
                ? .empty
                : paragraph(
                    words(
                        ActorWord.withoutService,
                        ["actors": .text(unconnected.joined(separator: "; "))]
                    )
                ),
        ])
    }

    /// The ties between actors as their table has them.
    func relationTable(_ map: ActorMap) -> Markup {
        guard !map.relations.isEmpty else { return .empty }
        return table(
            DisplayTable(
                caption: words(ActorWord.relations),
                rowHeading: words(ActorWord.from),
                columns: [ActorWord.relation, .to, .source].map { .init(words($0), isText: true) },
                rows: map.relations.map { relation in
                    DisplayTable.Row(
                        actorName(relation.from, in: map),
                        [
                            .text(relation.kind), .text(actorName(relation.to, in: map)),
                            .text(relation.source),
                        ]
                    )
                }
            ),
            id: "actors-relations"
        )
    }

    // MARK: - Influence and interest

    /// A grid of influence by interest for each place where somebody judged.
    func positionSection(_ map: ActorMap) -> Markup {
        guard !map.positions.isEmpty else { return .empty }
        var places: [String?] = []
        for position in map.positions where !places.contains(position.place) {
            places.append(position.place)
        }
        let order = places.sorted { one, other in
            let (first, second) = (placeOrder(one), placeOrder(other))
            return first == second ? one ?? "" < other ?? "" : first < second
        }
        return section(
            id: "actors-positions",
            level: 3,
            heading: words(ActorWord.positions),
            [paragraph(words(ActorWord.positionsNote))]
                + order.enumerated().map { index, place in
                    positions(map, at: place, id: "actors-positions-\(index + 1)")
                }
        )
    }

    /// Where a place stands: what is judged in general first, then the order of the list.
    private func placeOrder(_ place: String?) -> Int {
        place.map { knowledge.places.position(of: $0) ?? .max } ?? -1
    }

    private func positions(_ map: ActorMap, at place: String?, id: String) -> Markup {
        let judged = map.positions.filter { $0.place == place }
        let champions = judged.filter(\.isChampion)
        var sources: [String] = []
        for position in judged where !position.source.isEmpty && !sources.contains(position.source)
        {
            sources.append(position.source)
        }
        let grid = PositionGrid(
            text: chartText(
                id,
                title: place.map { term($0, of: knowledge.places) } ?? words(ActorWord.inGeneral),
                note: sources.isEmpty
                    ? words(ActorWord.noJudge)
                    : words(
                        ActorWord.judgedBy,
                        ["sources": .text(sources.joined(separator: "; "))]
                    ),
                decimals: 0
            ),
            entries: judged.map { position in
                PositionGrid.Entry(
                    actorName(position.actor, in: map),
                    influence: position.influence,
                    interest: position.interest,
                    isChampion: position.isChampion
                )
            }
        )
        return .group([
            figure(grid),
            champions.isEmpty
                ? .empty
                : noteBox(
                    .note,
                    heading: words(ActorWord.champions),
                    [bulletList(champions.map { .text(championLine($0, in: map)) })]
                ),
        ])
    }

    private func championLine(_ position: ActorPosition, in map: ActorMap) -> String {
        let reason = position.reason.text(in: language)
        let name = actorName(position.actor, in: map)
        return reason.isEmpty ? name : "\(name): \(reason)"
    }

    // MARK: - Names

    /// Which spellings were read as which actor, and names that are near.
    func aliasSection(_ map: ActorMap) -> Markup {
        let joined = map.actors.filter { !$0.aliases.isEmpty }
        let near = map.nearActors.map { pair in
            "\(actorName(pair.one, in: map)) – \(actorName(pair.other, in: map))"
        }
        return .group([
            joined.isEmpty
                ? .empty
                : table(
                    DisplayTable(
                        caption: words(ActorWord.aliases),
                        rowHeading: words(ActorWord.actor),
                        columns: [.init(words(ActorWord.spellings), isText: true)],
                        rows: joined.map { actor in
                            DisplayTable.Row(
                                actorName(actor.id, in: map),
                                [.text(actor.aliases.joined(separator: "; "))]
                            )
                        },
                        notes: [words(ActorWord.aliasesNote)]
                    ),
                    id: "actors-aliases"
                ),
            near.isEmpty
                ? .empty
                : paragraph(
                    words(ActorWord.near, ["pairs": .text(near.joined(separator: "; "))])
                ),
        ])
    }
}
