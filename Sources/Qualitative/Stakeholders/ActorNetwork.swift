/// Who does what, as a network of two kinds of vertices: actors, and the activities or needs that
/// their services stand for.
///
/// A service that is provided, or in part, ties its actor to its activity; one that is planned or said
/// to be absent does not, and neither does one without an actor. Several services of one actor for one
/// activity are one tie. Actors and activities without a tie are listed apart: they are no vertices.
package struct ActorNetwork: Sendable, Hashable {
    /// What stands opposite the actors.
    package enum Side: Sendable, Hashable {
        case activities
        case needs
    }

    /// One tie: an actor's and a subject's position in ``actors`` and ``subjects``.
    package struct Tie: Sendable, Hashable {
        package let actor: Int
        package let subject: Int
        /// Whether every service behind it is for some or in part only.
        package let isPartial: Bool
    }

    package let side: Side
    /// The ids of the actors with a tie, in the order of the map.
    package let actors: [String]
    /// The codes of the activities or needs with a tie, in the order of the vocabulary.
    package let subjects: [String]
    /// By actor, then by subject.
    package let ties: [Tie]
    /// The ids of the actors of the map without a tie, in its order.
    package let unconnectedActors: [String]
    /// The vertices: first ``actors``, then ``subjects``.
    package let graph: Graph

    /// The network of `map` over the codes of `subjects`, in that order; codes that stand in services
    /// alone follow in the order in which they are met.
    ///
    /// - Parameters:
    ///   - map: The actors and their services.
    ///   - side: What stands opposite the actors.
    ///   - known: The codes of the vocabulary.
    ///   - isCounted: Which services make ties, such as those at one place.
    package init(
        _ map: ActorMap,
        by side: Side = .activities,
        subjects known: [String] = [],
        where isCounted: (Service) -> Bool = { _ in true }
    ) {
        var statuses: [String: [String: Bool]] = [:]
        var met: [String] = []
        for service in map.services where isCounted(service) && service.status.makesTie {
            let code = side == .activities ? service.activity : service.need
            guard let actor = service.actor, let code, map.actor(actor) != nil else { continue }
            met.append(code)
            let isPartialSoFar = statuses[actor]?[code] ?? true
            statuses[actor, default: [:]][code] = isPartialSoFar && service.status == .partial
        }
        let tied = Set(met)
        var order: [String: Int] = [:]
        for code in known.filter(tied.contains) + met where order[code] == nil {
            order[code] = order.count
        }
        let actors = map.actors.map(\.id).filter { statuses[$0] != nil }
        let ties = actors.enumerated().flatMap { position, actor in
            (statuses[actor] ?? [:]).compactMap { code, isPartial in
                order[code].map { Tie(actor: position, subject: $0, isPartial: isPartial) }
            }
            .sorted { $0.subject < $1.subject }
        }
        self.side = side
        self.actors = actors
        subjects = order.sorted { $0.value < $1.value }.map(\.key)
        self.ties = ties
        unconnectedActors = map.actors.map(\.id).filter { statuses[$0] == nil }
        graph = Graph(
            count: actors.count + order.count,
            ties: ties.map { ($0.actor, actors.count + $0.subject) }
        )
    }

    /// The share of the possible ties that there are: ties / (actors × subjects); nil without vertices.
    ///
    /// - SeeAlso: Borgatti & Everett (1997), Network analysis of 2-mode data, *Social Networks* 19(3);
    ///   networkx `bipartite.density`.
    package var density: Double? {
        let possible = actors.count * subjects.count
        return possible == 0 ? nil : Double(ties.count) / Double(possible)
    }

    /// How many subjects an actor has.
    package func degree(ofActor position: Int) -> Int { graph.degree(position) }

    /// The positions of the actors that are tied to a subject.
    package func actors(of subject: Int) -> [Int] { graph.neighbours[actors.count + subject] }

    /// The positions of the subjects that an actor is tied to.
    package func subjects(of actor: Int) -> [Int] {
        graph.neighbours[actor].map { $0 - actors.count }
    }

    /// The subjects that exactly one actor is tied to, with that actor; in the order of ``subjects``.
    package var singleProviders: [(subject: Int, actor: Int)] {
        subjects.indices.compactMap { subject in
            let actors = actors(of: subject)
            return actors.count == 1 ? (subject, actors[0]) : nil
        }
    }

    /// The actors that join parts of the network which would fall apart without them, each with what
    /// their part would fall into: lists of vertices, the largest first.
    ///
    /// An actor whose leaving takes away an activity that nobody else does is no bridge by that alone;
    /// it is one of ``singleProviders``. A part of a single subject is therefore not counted here, and
    /// an actor without two parts that hold another actor each is left out.
    package var bridges: [(actor: Int, parts: [[Int]])] {
        graph.cutVertices.filter { $0 < actors.count }.compactMap { actor in
            let own = graph.components.first { $0.contains(actor) } ?? []
            let rest = Graph(
                count: graph.count,
                ties: ties.filter { $0.actor != actor }.map {
                    ($0.actor, actors.count + $0.subject)
                }
            )
            let parts = rest.components.filter { part in
                part.allSatisfy { own.contains($0) && $0 != actor }
                    && part.contains { $0 < actors.count }
            }
            return parts.count > 1 ? (actor, parts) : nil
        }
    }

    /// Two vertices of one side with how many of the other they share.
    package struct Share: Sendable, Hashable {
        package let one: Int
        package let other: Int
        package let count: Int
    }

    /// Pairs of actors (positions) that share at least one subject, and how many they share.
    ///
    /// - SeeAlso: networkx `bipartite.weighted_projected_graph`.
    package var actorProjection: [Share] {
        shares(actors.indices.map { Set(subjects(of: $0)) })
    }

    /// Pairs of subjects (positions) that at least one actor has in common, and how many have them.
    package var subjectProjection: [Share] {
        shares(subjects.indices.map { Set(actors(of: $0)) })
    }

    private func shares(_ sets: [Set<Int>]) -> [Share] {
        sets.indices.flatMap { one in
            sets.indices.dropFirst(one + 1).compactMap { other in
                let count = sets[one].intersection(sets[other]).count
                return count > 0 ? Share(one: one, other: other, count: count) : nil
            }
        }
    }
}

extension Service.Status {
    /// Whether something is there that ties an actor to what it does.
    package var makesTie: Bool {
        switch self {
        case .provided, .partial: true
        case .planned, .absent: false
        }
    }
}

/// The ties between the actors themselves.
package struct RelationNetwork: Sendable, Hashable {
    /// The ids of the actors with a relation, in the order of the map.
    package let actors: [String]
    package let graph: Graph

    /// The relations of `map`, in whichever direction; those of unknown actors are left out.
    package init(_ map: ActorMap) {
        let known = Set(map.actors.map(\.id))
        let relations = map.relations.filter { known.contains($0.from) && known.contains($0.to) }
        let tied = Set(relations.flatMap { [$0.from, $0.to] })
        let actors = map.actors.map(\.id).filter(tied.contains)
        let positions = Dictionary(actors.enumerated().map { ($1, $0) }) { first, _ in first }
        self.actors = actors
        graph = Graph(
            count: actors.count,
            ties: relations.compactMap { relation in
                guard let from = positions[relation.from], let to = positions[relation.to] else {
                    return nil
                }
                return (from, to)
            }
        )
    }
}
