import Base
import Foundation
import Qualitative
import Report
import Testing

@testable import Files

@Suite("Networks as GraphML")
struct GraphMLTests {
    private func read(_ text: String) throws -> (ActorExchange, [Problem]) {
        try GraphML.read(bytes: Array(text.utf8), file: "net.graphml", ActorSamples.knowledge)
    }

    private func found(_ text: String) throws -> (ActorImport, [Problem]) {
        let (exchange, notes) = try read(text)
        return (ActorImport(exchange, to: ActorSamples.map, of: ActorSamples.knowledge), notes)
    }

    private func graph(_ body: String) -> String {
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\(body)</graphml>"
    }

    @Test("into an empty map comes what was written, but for services without an actor")
    func roundTrip() throws {
        let (map, knowledge) = (ActorSamples.map, ActorSamples.knowledge)
        let bytes = GraphML.xml(map, knowledge)
        let (exchange, notes) = try GraphML.read(bytes: bytes, file: "x.graphml", knowledge)
        #expect(notes.isEmpty && GraphML.leftOut(map) == 1)
        let found = ActorImport(exchange, to: ActorMap(), of: knowledge)
        #expect(found.problems.isEmpty)
        #expect(Set(found.actors) == Set(map.actors))
        #expect(found.services.count == 3)
        for one in found.services {
            #expect(
                map.services.contains { other in
                    one.actor == other.actor && one.activity == other.activity
                        && one.need == other.need && one.place == other.place
                        && one.status == other.status && one.name == other.name
                }
            )
        }
        #expect(found.relations.map(\.kind) == ["refers to"])
        let again = ActorImport(exchange, to: map, of: knowledge)
        #expect(again.actors.isEmpty && again.services.isEmpty && again.relations.isEmpty)
    }

    @Test("a file of networkx comes in; what the map has no room for is named")
    func networkx() throws {
        let path = try ActorSamples.fixture("networkx.graphml").path
        let (exchange, notes) = try GraphML.read(path: path, ActorSamples.knowledge)
        #expect(notes.map(\.code) == ["graphml.not-read"])
        #expect(notes.first?.message.contains("weight") == true)
        let found = ActorImport(exchange, to: ActorSamples.map, of: ActorSamples.knowledge)
        #expect(found.problems.isEmpty)
        #expect(found.actors.map(\.name) == ["Red Crescent"])
        #expect(found.services.map(\.activity) == ["housing"])
        #expect(found.services.map(\.place) == [.at("north")])
        #expect(found.relations.map(\.kind) == ["refers to"])
    }

    @Test("yEd's labels are read, and its drawings are not")
    func yEd() throws {
        let (found, notes) = try found(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
              <key for="node" id="d5" attr.name="description" attr.type="string"/>
              <key for="node" id="d6" yfiles.type="nodegraphics"/>
              <key for="edge" id="d10" yfiles.type="edgegraphics"/>
              <graph edgedefault="directed" id="G">
                <node id="n0"><data key="d5">seen in May</data><data key="d6"><y:ShapeNode>
                  <y:Geometry height="30.0" width="30.0" x="1" y="2"/>
                  <y:NodeLabel alignment="center">PF &amp; Oasis<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
                <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Идле</y:NodeLabel></y:ShapeNode></data></node>
                <node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel>Housing</y:NodeLabel></y:ShapeNode></data></node>
                <edge id="e0" source="n0" target="n2"><data key="d10"><y:PolyLineEdge><y:LineStyle width="1"/>
                  <y:EdgeLabel>hostel</y:EdgeLabel></y:PolyLineEdge></data></edge>
              </graph>
            </graphml>
            """
        )
        #expect(notes.map(\.code) == ["graphml.not-read"])
        #expect(notes.first?.message.contains("description") == true)
        // Neither label is a known spelling, and nothing says of what kind they are.
        #expect(found.problems.map(\.code) == ["actors.no-kind", "actors.no-kind"])
        #expect(found.problems.first?.message.contains("PF & Oasis") == true)
    }

    @Test(
        "what is no network is told, and nothing is read",
        arguments: [
            ("", ["graphml.damaged"]), ("no xml", ["graphml.damaged"]),
            ("<html/>", ["graphml.damaged"]),
            ("<graphml><graph>", ["graphml.damaged"]), ("<graphml></graph>", ["graphml.damaged"]),
            (
                "<!DOCTYPE g [<!ENTITY a \"b\">]><graphml><graph><node id=\"&a;\"/></graph></graphml>",
                ["graphml.entities"]
            ),
            (
                "<!DOCTYPE g SYSTEM \"file:///etc/passwd\"><graphml/>", ["graphml.entities"]
            ),
            (
                "<graphml><graph><node id=\"a\"/><edge source=\"a\" target=\"b\"/></graph></graphml>",
                ["graphml.edge"]
            ),
            (
                "<graphml><graph><node id=\"a\"/><node id=\"a\"/><node/></graph></graphml>",
                ["graphml.node", "graphml.node"]
            ),
            (
                "<graphml><graph><node id=\"housing\"/><node id=\"training\"/>"
                    + "<edge source=\"housing\" target=\"training\"/></graph></graphml>",
                ["graphml.edge"]
            ),
        ] as [(String, [Problem.Code])]
    )
    func hostile(_ text: String, _ expected: [Problem.Code]) {
        let problems = #expect(throws: Problems.self) { try read(text) }
        #expect(problems?.list.map(\.code) == expected)
    }

    @Test("deep nesting and cut files end in problems")
    func nesting() throws {
        let deep = String(repeating: "<graph><node id=\"a\">", count: 3_000)
        #expect(throws: Problems.self) { try read("<graphml>" + deep) }
        let whole = Array(GraphML.xml(ActorSamples.map, ActorSamples.knowledge))
        for cut in stride(from: 0, to: whole.count - 12, by: 97) {
            #expect(throws: Problems.self) {
                try GraphML.read(
                    bytes: Array(whole[..<cut]),
                    file: "x.graphml",
                    ActorSamples.knowledge
                )
            }
        }
    }

    @Test("data outside nodes and edges are nobody's")
    func strayData() throws {
        let (found, notes) = try found(
            graph("<data key=\"x\">y</data><graph><data key=\"z\">y</data></graph>")
        )
        #expect(found.problems.isEmpty && notes.isEmpty && found.actors.isEmpty)
    }

    @Test("bytes changed at random end in problems or in rows that hold their actors")
    func changedBytes() {
        var state: UInt64 = 3
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let whole = GraphML.xml(ActorSamples.map, ActorSamples.knowledge)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0...random(4) {
                bytes[random(bytes.count)] = Array("<>&\"/= a\0".utf8)[random(9)]
            }
            guard
                let (exchange, _) = try? GraphML.read(
                    bytes: bytes,
                    file: "x.graphml",
                    ActorSamples.knowledge
                )
            else { continue }
            #expect(exchange.rows.allSatisfy { !$0.actor.isEmpty })
            #expect(exchange.relations.allSatisfy { !$0.from.isEmpty && !$0.to.isEmpty })
        }
    }
}
