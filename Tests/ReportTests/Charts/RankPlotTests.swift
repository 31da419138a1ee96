import Foundation
import Markup
import TestKit
import Testing

@testable import Report

/// Charts of ranks that the tests draw.
enum RankSamples {
    static func row(
        _ label: String,
        _ rank: Int,
        _ ranks: ClosedRange<Int>,
        _ value: Double,
        _ n: Int? = 100,
        few: Bool = false
    ) -> RankPlot.Row {
        var shown = ChartValue.Shown(
            value,
            interval: value - 0.1...value + 0.1,
            n: n,
            isBracketed: few
        )
        shown.clusters = 4
        shown.df = 3
        return RankPlot.Row(label, rank: rank, ranks: ranks, shown)
    }

    static let regions = RankPlot(
        text: ChartText(
            id: "ranks",
            title: "",
            subtitle: "Regions ranked by mean score: Acceptance",
            numbers: .english.with(decimals: 2)
        ),
        unit: .number,
        rows: [
            row("Chüy", 2, 2...4, 3.31, 214), row("Bishkek", 1, 1...1, 3.62, 236),
            row("Issyk-Kul", 4, 2...5, 3.18, 131), row("Naryn", 3, 2...5, 3.25, 41, few: true),
            row("Osh region", 5, 3...5, 2.9, 1_241),
        ],
        leftOut: 1
    )

    static let russian = RankPlot(
        text: ChartText(
            id: "ranks-ru",
            title: "",
            words: Words(.ru),
            numbers: .russian.with(decimals: 1)
        ),
        unit: .percent,
        rows: [
            row("Город Бишкек", 1, 1...2, 0.62), row("Чуйская область", 2, 1...2, 0.43),
            row("Ошская область, кроме города Оша и сёл вокруг него", 3, 3...3, 0.121),
        ],
        leftOut: 0
    )

    static let extremes: [any Chart] = [
        RankPlot(text: ChartText(id: "no-ranks", title: ""), unit: .number, rows: [], leftOut: 0),
        RankPlot(
            text: ChartText(id: "one-rank", title: ""),
            unit: .percent,
            rows: [row("Alone", 1, 1...1, 0.5, nil)],
            leftOut: 7
        ),
        RankPlot(
            text: ChartText(id: "many-ranks", title: ""),
            unit: .number,
            rows: (1...60).map { row("A village with a long name, number \($0)", $0, 1...60, 2) },
            leftOut: 0
        ),
        RankPlot(
            text: ChartText(id: "tied-ranks", title: ""),
            unit: .number,
            rows: [row("b", 1, 1...2, -1e9), row("a", 1, 1...2, -1e9)],
            leftOut: 0
        ),
    ]
}

@Suite("The plot of ranks")
struct RankPlotTests {
    private func title(_ ranges: [ClosedRange<Int>], leftOut: Int = 0) -> String {
        let names = ["Naryn", "Osh", "Talas"]
        return RankPlot(
            text: ChartText(id: "r", title: "not this one"),
            unit: .number,
            rows: ranges.indices.map {
                RankSamples.row(names[$0], $0 + 1, ranges[$0], 3 - Double($0))
            },
            leftOut: leftOut
        ).text.title
    }

    @Test("says who is first or last only where no other rank is possible")
    func titles() {
        #expect(title([1...3, 1...3, 1...3]) == "No place is surely highest or lowest")
        #expect(title([1...1, 2...3, 2...3]) == "Surely highest: Naryn")
        #expect(
            title([1...2, 1...2, 3...3]) == "Surely lowest: Talas; no place is surely highest"
        )
        #expect(title([1...1, 2...2, 3...3]) == "Surely highest: Naryn; surely lowest: Talas")
        #expect(title([1...1]) == "No place is surely highest or lowest")
        #expect(title([1...1, 2...2], leftOut: 1).hasSuffix(" (of the 2 shown)"))
    }

    @Test("stands in the order of the estimates, whatever the order it is given")
    func order() {
        #expect(
            RankSamples.regions.rows.map(\.label)
                == ["Bishkek", "Chüy", "Naryn", "Issyk-Kul", "Osh region"]
        )
        #expect(RankSamples.regions.table.rows.map(\.heading).first == "Bishkek")
    }

    @Test("each bar holds its dot, and bars are as long as the ranks that they stand for")
    func bars() {
        for layout in ChartLayout.allCases {
            let svg = DrawnSVG(RankSamples.regions.svg(layout))
            let (bars, dots) = (svg.named("rect"), svg.named("circle"))
            let rows = RankSamples.regions.rows
            #expect(bars.count == rows.count && dots.count == rows.count)
            // A bar over one rank is a rank wide, less a gap of 2 px.
            let step = bars[0].number("width") + 2
            for (index, row) in rows.enumerated() {
                let start = bars[index].number("x")
                let width = bars[index].number("width")
                #expect(abs(width + 2 - Double(row.ranks.count) * step) < 0.05)
                let x = dots[index].number("cx")
                #expect(start < x && x < start + width)
                #expect(dots[index].number("cy") == bars[index].number("y") + 6)
                #expect(dots[index].has(class: "p") == row.value.isBracketed)
            }
        }
    }

    @Test("its table holds the ranks, the estimate and what carries it")
    func twin() {
        let table = RankSamples.regions.table
        #expect(
            table.columns.map(\.heading)
                == [
                    "Possible ranks", "Rank of the estimate", "Estimate", "95% interval", "n",
                    "PSUs", "df",
                ]
        )
        #expect(
            table.rows[4].cells.map(\.text) == [
                "3 to 5", "5", "2.90 ", "2.80 to 3.00", "1,241", "4", "3",
            ]
        )
    }

    @Test("its text alternative gives the ranks of both ends, its notes who is left out")
    func words() {
        let plot = RankSamples.regions
        #expect(
            plot.summary.hasPrefix(
                "Bars over the ranks that 5 places may have, with a dot at the rank of each estimate. "
                    + "By its estimate Bishkek comes first (rank 1 is possible) and Osh region last "
                    + "(rank 3 to 5)."
            )
        )
        #expect(
            plot.automaticNotes == [
                "Left out, since its number is not shown: 1 place. Any rank among all places is "
                    + "possible there.", "In brackets: few people answered; read with care.",
            ]
        )
    }

    @Test("is drawn as it was read", arguments: ChartLayout.allCases)
    func golden(_ layout: ChartLayout) throws {
        let text = RankSamples.regions.svg(layout).xmlText().replacing("><", with: ">\n<")
        let fixtures = sourceFixtures().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        try expectGolden("Charts/ranks.\(layout.rawValue).svg", text + "\n", in: fixtures)
    }
}

@Suite("A plot of groups beside ranks")
struct IntervalPlotEndsTests {
    @Test("names neither the lowest nor the highest place")
    func unnamed() {
        var plot = ChartsSamples.groups
        #expect(plot.summary.contains("from 2.81 (Batken) to 3.47"))
        plot.namesEnds = false
        #expect(plot.summary.contains("The values run from 2.81 to 3.47."))
        #expect(!plot.summary.contains("Batken"))
    }
}
