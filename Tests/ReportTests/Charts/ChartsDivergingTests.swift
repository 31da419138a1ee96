import Foundation
import Markup
import Testing

@testable import Report

@Suite("Diverging bars")
struct ChartsDivergingTests {
    /// The bars of one colour in a drawing, below the legend.
    private func bars(_ chart: DivergingBars, _ index: Int, _ layout: ChartLayout) -> [CGRect] {
        let svg = DrawnSVG(chart.svg(layout))
        return svg.named("rect", class: chart.ink(index).name).dropFirst().map { rect in
            CGRect(
                x: rect.number("x"),
                y: rect.number("y"),
                width: rect.number("width"),
                height: rect.number("height")
            )
        }
    }

    @Test(
        "have widths in proportion to their shares, in every panel",
        arguments: ChartLayout.allCases
    )
    func proportional(_ layout: ChartLayout) throws {
        let chart = ChartsSamples.agreement
        let shares = chart.rows.compactMap(\.shares)
        let scale = DivergingBars.Panels(chart, layout).scale
        for index in chart.answers.indices {
            let widths = bars(chart, index, layout).map(\.width)
            try #require(widths.count == shares.count)
            for (width, row) in zip(widths, shares) {
                #expect(abs(width - row.answers[index] * scale) < 0.5)
            }
        }
    }

    @Test(
        "touch their zero line: weak answers in the middle, strong ones outside",
        arguments: ChartLayout.allCases
    )
    func zeroLines(_ layout: ChartLayout) {
        let chart = ChartsSamples.agreement
        let panels = DivergingBars.Panels(chart, layout)
        #expect(bars(chart, 1, layout).allSatisfy { abs($0.maxX - panels.zero) < 0.02 })
        #expect(bars(chart, 3, layout).allSatisfy { abs($0.minX - panels.zero) < 0.02 })
        #expect(bars(chart, 2, layout).allSatisfy { abs($0.minX - panels.neutral) < 0.02 })
        for (weak, strong) in zip(bars(chart, 1, layout), bars(chart, 0, layout)) {
            #expect(abs(strong.maxX - weak.minX) < 0.02)
        }
        for (weak, strong) in zip(bars(chart, 3, layout), bars(chart, 4, layout)) {
            #expect(abs(strong.minX - weak.maxX) < 0.02)
        }
    }

    @Test(
        "are drawn for every scale from 2 to 7 answers, in the order of the legend",
        arguments: 2...7
    )
    func scales(_ count: Int) {
        let names = (1...count).map { "Answer \($0)" }
        let chart = ChartsSamples.scale(names)
        #expect(chart.answers == names)
        let inks = names.indices.map { chart.ink($0) }
        #expect(Set(inks).count == count)
        let order = (Ink.diverging5.contains(inks[0]) ? Ink.diverging5 : Ink.diverging7)
        let places = inks.compactMap { order.firstIndex(of: $0) }
        #expect(places == places.sorted() && places.count == count)
        let isEven = count.isMultiple(of: 2)
        #expect(inks.contains(order[order.count / 2]) == !isEven)
        for layout in ChartLayout.allCases {
            let svg = DrawnSVG(chart.svg(layout))
            #expect(svg.text.contains(">Neutral<") == !isEven)
            let legend = svg.named("rect").prefix(count).compactMap {
                $0.attributes["fill"]
            }
            #expect(legend == inks.map(\.light))
        }
    }

    @Test("print totals from unrounded shares, and label a segment only where there is room")
    func labels() {
        let chart = DivergingBars(
            text: ChartText(id: "x", title: "t"),
            negative: ["A", "B"],
            neutral: nil,
            positive: ["C", "D"],
            rows: [ChartsSamples.row("r", [0.234, 0.294, 0.47, 0.002], nil, 100)]
        )
        let texts = chart.drawing(.wide).texts.map(\.text)
        #expect(texts.contains("53%") && texts.contains("23") && texts.contains("29"))
        #expect(texts.contains("47") && texts.contains("47%") && !texts.contains("0"))
    }

    @Test("sort by agreement, ties and headings in their old places, hidden rows last")
    func sorting() {
        let rows: [DivergingBars.Row] = [
            .init("a", heading: "H", shares: ChartsSamples.shares([0.5, 0.5], nil, 60)),
            .init("b", shares: nil),
            .init("c", shares: ChartsSamples.shares([0.2, 0.8], nil, 60)),
            .init("d", shares: ChartsSamples.shares([0.5, 0.5], nil, 60)),
            .init("e", heading: "I", shares: ChartsSamples.shares([0, 1], nil, 60)),
        ]
        let chart = DivergingBars(
            text: ChartText(id: "x", title: "t"),
            negative: ["N"],
            positive: ["P"],
            rows: rows
        )
        let sorted = chart.sortedByAgreement().rows
        #expect(sorted.map(\.label) == ["c", "a", "d", "b", "e"])
        #expect(sorted.map(\.heading) == ["H", "", "", "", "I"])
    }

    @Test("show nothing of a row that is hidden")
    func hidden() {
        let texts = ChartsSamples.agreement.table.rows.last?.cells.map { cell in
            if case .hidden = cell { true } else { false }
        }
        #expect(texts?.allSatisfy { $0 } == true)
        #expect(!ChartsSamples.agreement.summary.contains("religious boards"))
    }

    @Test("mark a reversed item")
    func reversed() {
        let texts = ChartsSamples.agreement.drawing(.narrow).texts.map(\.text)
        #expect(texts.contains("They cannot be trusted (reversed)"))
    }
}
