import Foundation
import Markup
import Testing

@testable import Report

/// One chart in one layout.
struct ChartCase: Sendable, CustomTestStringConvertible {
    let chart: any Chart
    let layout: ChartLayout

    var testDescription: String { "\(chart.text.id), \(layout.rawValue)" }

    static let all =
        (ChartsSamples.all + ChartsSamples.extremes + RankSamples.extremes + ActorChartSamples.all
        + InterviewSamples.extremes).flatMap {
            chart in
            ChartLayout.allCases.map { ChartCase(chart: chart, layout: $0) }
        }
}

/// An element of a drawing, as the tests read it back.
struct DrawnElement {
    let name: String
    let attributes: Attributes
    let text: String

    /// The number of an attribute; not a number when there is none.
    func number(_ name: Name) -> Double {
        attributes[name].flatMap { Double($0) } ?? .nan
    }

    /// Whether its class holds the word.
    func has(class wanted: String) -> Bool {
        (attributes["class"] ?? "").split(separator: " ").contains(Substring(wanted))
    }
}

/// A drawing as the tests read it back.
struct DrawnSVG {
    let text: String
    let elements: [DrawnElement]

    init(_ markup: Markup) {
        text = markup.xmlText()
        elements = Self.elements(of: markup)
    }

    private static func elements(of markup: Markup) -> [DrawnElement] {
        switch markup {
        case .element(let name, let attributes, let children):
            [DrawnElement(name: name.text, attributes: attributes, text: markup.plainText)]
                + children.flatMap(elements)
        case .group(let children): children.flatMap(elements)
        case .text, .style: []
        }
    }

    /// The elements of one name and, if given, one class.
    func named(_ element: String, class wanted: String? = nil) -> [DrawnElement] {
        elements.filter { node in
            node.name == element && (wanted.map { node.has(class: $0) } ?? true)
        }
    }
}

@Suite("Every chart")
struct ChartsDrawingTests {
    @Test("has only finite coordinates inside the viewBox", arguments: ChartCase.all)
    func coordinates(_ item: ChartCase) throws {
        let drawing = item.chart.drawing(item.layout)
        let svg = DrawnSVG(item.chart.svg(item.layout))
        let names: [Name] = [
            "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "r",
        ]
        for element in svg.elements {
            for name in names {
                guard let text = element.attributes[name] else { continue }
                let number = try #require(Double(text), "\(name.text)=\(text)")
                let isUpright = ["y", "y1", "y2", "cy", "height"].contains(name.text)
                let end = isUpright ? drawing.height : drawing.width
                #expect(number >= 0 && number <= end + 0.01, "\(name.text)=\(text)")
            }
        }
    }

    @Test("keeps every text inside the viewBox, at least 11 px high", arguments: ChartCase.all)
    func texts(_ item: ChartCase) {
        let drawing = item.chart.drawing(item.layout)
        for text in drawing.texts {
            #expect(text.left >= -1 && text.right <= drawing.width + 1, "\(text)")
            #expect(text.top >= -1 && text.bottom <= drawing.height + 1, "\(text)")
            #expect(text.size >= 11, "\(text)")
        }
    }

    @Test("has no two texts that overlap", arguments: ChartCase.all)
    func overlaps(_ item: ChartCase) {
        let texts = item.chart.drawing(item.layout).texts
        for (index, first) in texts.enumerated() {
            for second in texts[(index + 1)...]
            where first.left < second.right - 1 && second.left < first.right - 1
                && first.top < second.bottom - 1 && second.top < first.bottom - 1
            {
                Issue.record("“\(first.text)” lies on “\(second.text)”")
            }
        }
    }

    @Test(
        "has a role, a title, a description that names the table, and ids that resolve",
        arguments: ChartCase.all
    )
    func names(_ item: ChartCase) throws {
        let svg = DrawnSVG(item.chart.svg(item.layout))
        let root = try #require(svg.elements.first)
        #expect(root.attributes["role"] == "img")
        let ids = try #require(root.attributes["aria-labelledby"]).split(separator: " ")
        let texts = ids.map { id in
            svg.elements.first { $0.attributes["id"] == String(id) }?.text
        }
        #expect(texts.count == 2 && texts.first == item.chart.text.title)
        #expect(
            texts.last??.hasSuffix(item.chart.text.words(ChartSummaryWord.tableFollows)) == true
        )
    }

    @Test("prints no number that its table does not hold", arguments: ChartCase.all)
    func values(_ item: ChartCase) {
        let table = Set(item.chart.table.texts.flatMap(numberTexts))
        for text in item.chart.drawing(item.layout).texts where text.size == 13 {
            let label = text.text.drop { $0.isNumber || $0 == " " }
            let isNumberedLabel =
                item.chart is CorrelationGrid
                && (label.isEmpty || item.chart.table.texts.contains { $0.hasPrefix(label) })
            for number in numberTexts(in: text.text) where !isNumberedLabel {
                #expect(table.contains(number), "\(number) of “\(text.text)”")
            }
        }
    }

    @Test("draws an interval around its estimate")
    func intervals() {
        for layout in ChartLayout.allCases {
            let svg = DrawnSVG(ChartsSamples.groups.svg(layout))
            let lines = svg.named("line", class: "o-a")
            let shown = ChartsSamples.groups.rows.filter { $0.value.shown != nil }
            #expect(lines.count == shown.count)
            for dot in svg.named("circle") {
                let x = dot.number("cx")
                #expect(
                    lines.contains {
                        $0.number("y1") == dot.number("cy") && $0.number("x1") <= x
                            && x <= $0.number("x2")
                    }
                )
            }
        }
    }

    @Test("draws few answers as a hollow dot in brackets, and hidden ones not at all")
    func fewAndHidden() {
        for layout in ChartLayout.allCases {
            let svg = DrawnSVG(ChartsSamples.groups.svg(layout))
            #expect(svg.named("circle", class: "p").count == 1)
            #expect(svg.named("circle").count == ChartsSamples.groups.rows.count - 1)
            #expect(svg.text.contains(">(3.25)<"))
            #expect(svg.text.contains(">[c]<"))
        }
    }
}

/// The numbers in a text, as they are written.
func numberTexts(in text: String) -> [String] {
    var numbers: [String] = []
    var current = ""
    for letter in text + " " {
        if letter.isNumber || (!current.isEmpty && (letter == "." || letter == ",")) {
            current.append(letter)
        } else if !current.isEmpty {
            numbers.append(current.trimmingCharacters(in: ["."]))
            current = ""
        }
    }
    return numbers
}

extension DisplayTable {
    /// The texts of all cells and headings.
    var texts: [String] {
        columns.map(\.heading) + rows.flatMap { row in [row.heading] + row.cells.map(\.text) }
    }
}

extension DisplayTable.Cell {
    /// The texts of the cell, with a space between them.
    var text: String {
        switch self {
        case .text(let text), .number(let text): text
        case .estimate(let text, let interval, _): "\(text) \(interval)"
        case .hidden: "[c]"
        case .unavailable: "[x]"
        case .blank: ""
        case .markup(let markup): markup.plainText
        }
    }
}
