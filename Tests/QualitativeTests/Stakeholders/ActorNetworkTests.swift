import Base
import Foundation
import Testing

@testable import Qualitative

/// The table of a published study: 18 rows of who is active in which field.
enum PublishedActors {
    /// The rows as (field, actor); names are in the file, ids alone are read.
    static let rows: [(field: String, actor: String)] = {
        guard
            let text = try? String(
                contentsOf: GraphCase.fixture("activity_actors.csv"),
                encoding: .utf8
            )
        else { preconditionFailure("the fixture is there") }
        return text.split(separator: "\n").dropFirst().map { line in
            // The ids are the first cell and the only cell of the form A01.
            let field = String(line.prefix { $0 != "," })
            let actor = line.split(separator: ",").first { $0.wholeMatch(of: /A\d\d/) != nil }
            return (field, String(actor ?? ""))
        }
    }()

    static let map: ActorMap = {
        var map = ActorMap()
        for id in Set(rows.map(\.actor)).sorted() {
            map.actors.append(Actor(id: id, name: LocalText(id), kind: "government"))
        }
        map.services = rows.map { row in
            Service(
                actor: row.actor,
                activity: row.field,
                need: nil,
                place: .notStated,
                status: .provided
            )
        }
        return map
    }()
}

@Suite("The network of actors")
struct ActorNetworkTests {
    private let fields = (1...9).map { "F\($0)" }

    @Test("of the published table has the figures of networkx")
    func published() throws {
        let network = ActorNetwork(PublishedActors.map, subjects: fields)
        #expect(network.actors.count == 14 && network.subjects == fields)
        #expect(network.ties.count == 18)
        #expect(network.graph.components.map(\.count) == [9, 7, 3, 2, 2])
        #expect(abs(try #require(network.density) - 0.142857) < 5e-7)
        let names = network.actors + network.subjects
        let betweenness = Dictionary(uniqueKeysWithValues: zip(names, network.graph.betweenness()))
        let expected = [
            "A01": 0.099567, "F4": 0.056277, "F7": 0.051948, "A10": 0.034632, "F3": 0.030303,
            "F5": 0.030303, "F8": 0.021645, "F6": 0.004329,
        ]
        for name in names {
            let found = try #require(betweenness[name])
            #expect(abs(found - (expected[name] ?? 0)) < 5e-7, "\(name)")
        }
        #expect(
            network.graph.cutVertices.map { names[$0] }
                == ["A01", "A10", "F3", "F4", "F5", "F6", "F7", "F8"]
        )
        #expect(network.degree(ofActor: 0) == 4 && network.degree(ofActor: 9) == 2)
        #expect(network.singleProviders.map { network.subjects[$0.subject] } == ["F1", "F2", "F9"])
        #expect(network.singleProviders.map { network.actors[$0.actor] } == ["A01", "A02", "A14"])
        #expect(network.bridges.map { network.actors[$0.actor] } == ["A01", "A10"])
        #expect(network.bridges.map { $0.parts.map(\.count) } == [[3, 2, 2], [4, 2]])
    }

    @Test("agrees with networkx on density and projections", arguments: GraphCase.all)
    func projections(_ item: GraphCase) throws {
        guard let first = item.first, let density = item.density else { return }
        var map = ActorMap()
        map.actors = (0..<first).map { Actor(id: "a\($0)", name: "", kind: "") }
        map.services = item.edges.map { edge in
            Service(
                actor: "a\(edge[0])",
                activity: "s\(edge[1])",
                need: nil,
                place: .everywhere,
                status: .provided
            )
        }
        let network = ActorNetwork(map, subjects: (first..<item.nodes).map { "s\($0)" })
        // networkx counts vertices without a tie; here they are no vertices.
        let possible = Double(first * (item.nodes - first))
        #expect(abs(Double(network.ties.count) / possible - density) < 1e-12)
        func vertex(_ name: String) -> Int { Int(name.dropFirst()) ?? -1 }
        #expect(
            network.actorProjection.map { share in
                [
                    vertex(network.actors[share.one]), vertex(network.actors[share.other]),
                    share.count,
                ]
            } == item.firstProjection
        )
        #expect(
            network.subjectProjection.map { share in
                [
                    vertex(network.subjects[share.one]), vertex(network.subjects[share.other]),
                    share.count,
                ]
            } == item.secondProjection
        )
    }

    @Test("ties what is provided, in part or fully, and nothing that is planned or absent")
    func statuses() {
        var map = ActorMap()
        map.actors = ["a", "b", "c"].map { Actor(id: $0, name: "", kind: "") }
        func service(_ actor: String?, _ activity: String?, _ status: Service.Status) -> Service {
            Service(actor: actor, activity: activity, need: nil, place: .notStated, status: status)
        }
        map.services = [
            service("a", "x", .partial), service("a", "x", .provided), service("a", "y", .partial),
            service("b", "x", .planned), service("b", "y", .absent), service(nil, "y", .provided),
            service("c", nil, .provided), service("unknown", "x", .provided),
        ]
        let network = ActorNetwork(map)
        #expect(network.actors == ["a"] && network.unconnectedActors == ["b", "c"])
        #expect(
            network.ties == [
                .init(actor: 0, subject: 0, isPartial: false),
                .init(actor: 0, subject: 1, isPartial: true),
            ]
        )
        #expect(network.density == 1)
        #expect(ActorNetwork(ActorMap()).density == nil)
        #expect(ActorNetwork(map, by: .needs).actors.isEmpty)
    }

    @Test("an actor that alone does one more thing is no bridge by that")
    func bridges() {
        var map = ActorMap()
        map.actors = ["a", "b"].map { Actor(id: $0, name: "", kind: "") }
        map.services = [("a", "x"), ("a", "y"), ("b", "y")].map { actor, activity in
            Service(
                actor: actor,
                activity: activity,
                need: nil,
                place: .notStated,
                status: .provided
            )
        }
        let network = ActorNetwork(map)
        #expect(network.graph.cutVertices.contains(0))
        #expect(network.bridges.isEmpty)
        #expect(network.singleProviders.count == 1)
    }

    @Test("of relations takes both directions as one tie")
    func relations() {
        var map = ActorMap()
        map.actors = ["a", "b", "c"].map { Actor(id: $0, name: "", kind: "") }
        map.relations = [
            .init(from: "c", to: "a", kind: "funds"), .init(from: "a", to: "c", kind: "reports to"),
            .init(from: "a", to: "nobody", kind: "funds"),
        ]
        let network = RelationNetwork(map)
        #expect(network.actors == ["a", "c"])
        #expect(network.graph.tieCount == 1)
    }
}
