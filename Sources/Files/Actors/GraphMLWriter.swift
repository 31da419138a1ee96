import Base
import Markup
package import Qualitative
package import Report

/// GraphML: networks as Gephi, yEd, igraph and networkx read and write them.
///
/// - SeeAlso: Brandes et al. (2002), GraphML progress report, *Graph Drawing 2001*; graphml.graphdrawing.org.
package enum GraphML {
    /// The map as GraphML: a node an actor, activity and need; an edge a service or a tie.
    ///
    /// A service leads from its actor to its activity, or to its need where it has no activity. Services
    /// without an actor are no edges, and are counted in ``leftOut(_:)``.
    package static func xml(_ map: ActorMap, _ knowledge: LocalKnowledge) -> [UInt8] {
        let services = map.services.filter { $0.actor.flatMap(map.actor) != nil }
        let activities = codes(services.compactMap(\.activity), knowledge.activities)
        let needs = codes(
            services.filter { $0.activity == nil }.compactMap(\.need),
            knowledge.needs
        )
        let nodes =
            map.actors.map(node)
            + activities.map { node($0, knowledge.activities, .activity) }
            + needs.map { node($0, knowledge.needs, .need) }
        let edges =
            services.compactMap(edge) + map.relations.map(edge)
        let graph = Markup.tag(
            "graph",
            ["id": "actors", "edgedefault": "directed"],
            nodes
                + edges.enumerated().map { index, edge in
                    .tag(
                        "edge",
                        ["id": "e\(index + 1)", "source": edge.source, "target": edge.target],
                        data(edge.data)
                    )
                }
        )
        return Markup.tag(
            "graphml",
            ["xmlns": "http://graphml.graphdrawing.org/xmlns"],
            keys(map) + [graph]
        ).xml()
    }

    /// How many services have no actor, so that they are no edges.
    package static func leftOut(_ map: ActorMap) -> Int {
        map.services.count { $0.actor.flatMap(map.actor) == nil }
    }

    /// What a node stands for, as its data say.
    enum NodeKind: String {
        case actor
        case activity
        case need
    }

    /// The data of nodes and edges, in the order of their keys.
    private static let nodeKeys = ["type", "label", "kind", "aliases", "level"]
    private static let edgeKeys = ["relation", "need", "place", "status", "label", "source"]

    private static let nameAttribute = attribute(of: "attr.name")
    private static let typeAttribute = attribute(of: "attr.type")

    private static func attribute(of literal: StaticString) -> Name { Name(stringLiteral: literal) }

    private static func keys(_ map: ActorMap) -> [Markup] {
        let texts =
            map.actors.map(\.name) + map.services.map(\.name)
            + Vocabulary.activities.terms.map(\.name)
        func key(_ name: String, _ domain: String) -> Markup {
            .tag(
                "key",
                [
                    "id": "\(domain)-\(name)", "for": domain, nameAttribute: name,
                    typeAttribute: "string",
                ]
            )
        }
        let labels = Set(texts.flatMap(\.languages)).subtracting([""]).sorted().map {
            "label.\($0)"
        }
        return (nodeKeys + labels).map { key($0, "node") }
            + (edgeKeys + labels).map { key($0, "edge") }
    }

    private static func data(_ data: [(String, String)]) -> [Markup] {
        data.filter { !$0.1.isEmpty }.map { .tag("data", ["key": $0.0], text: $0.1) }
    }

    private static func labels(_ text: LocalText, _ domain: String) -> [(String, String)] {
        [("\(domain)-label", text.text(in: "en"))]
            + text.languages.filter { !$0.isEmpty }.map {
                ("\(domain)-label.\($0)", text.texts[$0] ?? "")
            }
    }

    private static func node(_ actor: Actor) -> Markup {
        .tag(
            "node",
            ["id": actor.id],
            data(
                [("node-type", NodeKind.actor.rawValue)] + labels(actor.name, "node") + [
                    ("node-kind", actor.kind),
                    ("node-aliases", actor.aliases.joined(separator: "; ")),
                    ("node-level", actor.level),
                ]
            )
        )
    }

    private static func node(_ code: String, _ words: Vocabulary, _ kind: NodeKind) -> Markup {
        .tag(
            "node",
            ["id": "\(kind.rawValue):\(code)"],
            data(
                [("node-type", kind.rawValue)]
                    + labels(words[code]?.name ?? LocalText(code), "node")
            )
        )
    }

    private struct Edge {
        let source: String
        let target: String
        let data: [(String, String)]
    }

    private static func edge(_ service: Service) -> Edge? {
        guard let actor = service.actor else { return nil }
        let target =
            service.activity.map { "\(NodeKind.activity.rawValue):\($0)" }
            ?? service.need.map { "\(NodeKind.need.rawValue):\($0)" }
        guard let target else { return nil }
        return Edge(
            source: actor,
            target: target,
            data: [
                ("edge-relation", "service"), ("edge-need", service.need ?? ""),
                ("edge-place", service.place.written), ("edge-status", service.status.rawValue),
            ] + labels(service.name, "edge") + [("edge-source", service.source)]
        )
    }

    private static func edge(_ relation: ActorRelation) -> Edge {
        Edge(
            source: relation.from,
            target: relation.to,
            data: [("edge-relation", relation.kind), ("edge-source", relation.source)]
        )
    }

    /// The codes that occur, in the order of their list; unknown ones after them.
    private static func codes(_ found: [String], _ words: Vocabulary) -> [String] {
        let met = Set(found)
        let known = words.terms.map(\.code).filter(met.contains)
        return known + met.filter { words[$0] == nil }.sorted()
    }
}
