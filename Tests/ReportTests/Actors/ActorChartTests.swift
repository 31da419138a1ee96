import Base
import Markup
import Qualitative
import Testing

@testable import Report

@Suite("The order of two sides")
struct TwoSidedOrderTests {
    @Test("has no crossings where none are needed")
    func planar() {
        // Three parts, given upside down.
        let order = TwoSidedOrder(
            left: [0, 1, 2, 3],
            right: [0, 1, 2],
            ties: [(0, 2), (1, 2), (1, 1), (2, 1), (3, 0)]
        )
        #expect(order.crossings == 0)
        #expect(Set(order.left) == [0, 1, 2, 3] && Set(order.right) == [0, 1, 2])
    }

    @Test("never crosses more than the order given, keeps every vertex, and is the same each time")
    func laws() {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<20 {
            let (rows, columns) = (random(12) + 1, random(12) + 1)
            let ties = (0..<random(30)).map { _ in (left: random(rows), right: random(columns)) }
            let (left, right) = (Array(0..<rows), Array(0..<columns))
            let order = TwoSidedOrder(left: left, right: right, ties: ties)
            let given = ties.indices.reduce(0) { sum, one in
                sum
                    + ties.indices.dropFirst(one + 1).count { other in
                        (ties[one].left - ties[other].left)
                            * (ties[one].right - ties[other].right) < 0
                    }
            }
            #expect(order.crossings <= given)
            #expect(order.left.sorted() == left && order.right.sorted() == right)
            #expect(order == TwoSidedOrder(left: left, right: right, ties: ties))
        }
    }

    @Test("counts what must cross: two actors that both do two things cross once")
    func needed() {
        let order = TwoSidedOrder(
            left: [0, 1],
            right: [0, 1],
            ties: [(0, 0), (0, 1), (1, 0), (1, 1)]
        )
        #expect(order.crossings == 1)
    }
}

@Suite("The drawings of actors")
struct ActorChartTests {
    @Test(
        "the network has a line for each tie, on a phone as well",
        arguments: ChartLayout.allCases
    )
    func ties(_ layout: ChartLayout) {
        let network = ActorChartSamples.network(ActorChartSamples.published)
        let plot = ActorChartSamples.plot("n", network)
        let svg = DrawnSVG(plot.svg(layout))
        #expect(svg.named("line", class: "o-a").count == 18)
        // Two actors join parts; three fields have one actor. The legend has one of each sign.
        let squares = layout == .wide ? 2 : 6
        #expect(svg.named("rect", class: "a").count == squares + 1)
        #expect(svg.named("circle", class: "p").count == 3 + 1)
    }

    @Test("ties that hold in part are drawn thin")
    func partial() {
        let network = ActorChartSamples.network([(1, 1), (2, 1)], partial: [1])
        let svg = DrawnSVG(ActorChartSamples.plot("n", network).svg(.wide))
        #expect(svg.named("line", class: "o-a").count == 1 + 1)
        #expect(svg.named("line", class: "o-r").count == 1 + 1)
    }

    @Test("lines of the published network cross at most twice")
    func crossings() {
        let network = ActorChartSamples.network(ActorChartSamples.published)
        let ties = network.ties.map { (left: $0.actor, right: $0.subject) }
        let order = TwoSidedOrder(left: Array(0..<14), right: Array(0..<9), ties: ties)
        #expect(order.crossings <= 2)
    }

    @Test("each state of coverage has a sign of its own shape")
    func signs() {
        let cells = ActorChartSamples.grid.rows[0].cells
        #expect(Set(cells.map(\.glyph)).count == 8)
    }

    @Test("the table of coverage says who, and that silence is no absence")
    func coverageTable() {
        let grid = ActorChartSamples.grid
        let texts = grid.table.rows[0].cells.map(\.text)
        #expect(texts[0] == "provided (2): A, B")
        #expect(
            texts[1]
                == "provided (1): A; said to hold everywhere; another source says that there is none"
        )
        #expect(texts[5...] == ["said to be absent", "not mentioned", "not studied there", "12"])
        #expect(grid.automaticNotes.joined().contains("does not mean that there is none"))
    }

    @Test(
        "names of places that have no room are numbered, with a list",
        arguments: ChartLayout.allCases
    )
    func numbered(_ layout: ChartLayout) throws {
        let wide = try #require(ActorChartSamples.all.first { $0.text.id == "wide-coverage" })
        let texts = wide.drawing(layout).texts.map(\.text)
        #expect(texts.contains("20"))
        #expect(texts.joined(separator: " ").contains("20\u{A0}Территория"))
    }

    @Test("champions are told in the table as well as in the drawing")
    func champions() {
        let grid = ActorChartSamples.positions
        #expect(
            grid.table.rows.map(\.heading) == [
                "High influence", "Medium influence", "Low influence",
            ]
        )
        #expect(grid.table.rows[0].cells.map(\.text) == ["Employers; Media", "", "Probation"])
        #expect(grid.table.rows[1].cells[2].text.hasSuffix("(champion)"))
        #expect(DrawnSVG(grid.svg(.narrow)).named("rect", class: "a").count == 2)
    }
}
