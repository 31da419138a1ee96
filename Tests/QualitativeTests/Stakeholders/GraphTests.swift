import Foundation
import Qualitative
import Testing

/// A graph and what networkx says of it.
struct GraphCase: Sendable, Decodable, CustomTestStringConvertible {
    let id: String
    let nodes: Int
    let edges: [[Int]]
    let degree: [Int]
    let betweenness: [Double]
    let components: [[Int]]
    let cutVertices: [Int]
    /// How many vertices the first side has; nil for graphs that have no two sides.
    let first: Int?
    let density: Double?
    let firstProjection: [[Int]]?
    let secondProjection: [[Int]]?

    var testDescription: String { id }
    var graph: Graph { Graph(count: nodes, ties: edges.map { ($0[0], $0[1]) }) }

    static let all: [GraphCase] = {
        struct File: Decodable { let cases: [GraphCase] }
        guard
            let data = try? Data(contentsOf: fixture("networkx.json")),
            let file = try? JSONDecoder().decode(File.self, from: data)
        else { preconditionFailure("the fixture is there") }
        return file.cases
    }()

    static func fixture(_ name: String) -> URL {
        guard let folder = Bundle.module.resourceURL else {
            preconditionFailure("tests have resources")
        }
        return folder.appendingPathComponent("Fixtures/Stakeholders/\(name)")
    }
}

@Suite("A graph")
struct GraphTests {
    @Test("agrees with networkx", arguments: GraphCase.all)
    func oracle(_ item: GraphCase) {
        let graph = item.graph
        #expect((0..<graph.count).map(graph.degree) == item.degree)
        #expect(graph.components == item.components)
        #expect(graph.cutVertices == item.cutVertices)
        for (found, expected) in zip(graph.betweenness(), item.betweenness) {
            #expect(abs(found - expected) <= 1e-12)
        }
    }

    @Test("counts a tie once, whatever its direction, and none of a vertex with itself")
    func simple() {
        let graph = Graph(count: 3, ties: [(0, 1), (1, 0), (2, 2)])
        #expect(graph.tieCount == 1)
        #expect(graph.neighbours == [[1], [0], []])
    }

    @Test("says the same of vertices under other numbers", arguments: GraphCase.all)
    func renumbering(_ item: GraphCase) {
        // Backwards: vertex v becomes n − 1 − v.
        let last = item.nodes - 1
        let turned = Graph(count: item.nodes, ties: item.edges.map { (last - $0[0], last - $0[1]) })
        #expect(turned.cutVertices == item.cutVertices.map { last - $0 }.reversed())
        for (found, expected) in zip(turned.betweenness().reversed(), item.betweenness) {
            #expect(abs(found - expected) <= 1e-12)
        }
    }

    @Test("the shares of all vertices add up to the inner vertices of the shortest paths")
    func pathLength() {
        // A chain of 5: its 10 pairs have 0, 1, 2, 3 inner vertices in 4, 3, 2, 1 cases.
        let chain = Graph(count: 5, ties: (0..<4).map { ($0, $0 + 1) })
        #expect(abs(chain.betweenness().reduce(0, +) * 6 - 10) < 1e-12)
        #expect(chain.cutVertices == [1, 2, 3])
    }

    @Test("a chain of many vertices does not exhaust the stack")
    func longChain() {
        let chain = Graph(count: 20_000, ties: (1..<20_000).map { ($0 - 1, $0) })
        #expect(chain.cutVertices.count == 19_998)
        #expect(chain.components.count == 1)
    }
}
