import Foundation
import FoundationXML
import Markup
import Testing

@testable import Report

@Suite("Tables in Word")
struct DocxTableTests {
    private func display(columns: Int, rows: Int, heading: String = "Item") -> DisplayTable {
        DisplayTable(
            caption: "Caption",
            rowHeading: heading,
            columns: (0..<columns).map { .init("c\($0)") },
            rows: (0..<rows).map { row in
                .init("r\(row)", (0..<columns).map { .number("\(row).\($0)") })
            },
            notes: ["A note."]
        )
    }

    private func docx(_ tables: DisplayTable...) throws -> DocxParts {
        try DocxParts.page(tables.enumerated().map { table($1, id: "t\($0)") })
    }

    @Test("repeat their headings, break no row, and say what they are")
    func properties() throws {
        let docx = try docx(display(columns: 2, rows: 3))
        #expect(try docx.texts("//w:tblCaption/@w:val") == ["Caption"])
        #expect(try docx.texts("//w:tblDescription/@w:val") == ["Item; c0; c1"])
        #expect(try docx.paragraphs(.caption) == ["Caption"])
        #expect(try docx.texts("//w:tr[w:trPr/w:tblHeader]") == ["Itemc0c1"])
        #expect(try docx.count("//w:tr[w:trPr/w:cantSplit]") == 4)
        #expect(
            try docx.texts("//w:tbl//w:r[w:rPr/w:b]") == ["Item", "c0", "c1", "r0", "r1", "r2"]
        )
        let right = try docx.texts("//w:tc[w:p/w:pPr/w:jc/@w:val='right']")
        #expect(right == ["c0", "c1", "0.0", "0.1", "1.0", "1.1", "2.0", "2.1"])
        #expect(try docx.texts("//w:p[preceding-sibling::w:tbl][1]") == ["A note."])
    }

    @Test("place cells that span rows and columns on the grid")
    func spans() throws {
        var table = display(columns: 4, rows: 1)
        table.columns = [
            .init("a"), .init("b", group: "g"), .init("c", group: "g"), .init("d", isText: true),
        ]
        table.rows.insert(.block("A heading over rows"), at: 0)
        let docx = try docx(table)
        #expect(try docx.count("//w:gridCol") == 5)
        let rows = try docx.nodes("//w:tr")
        for row in rows {
            let spans = try row.nodes(forXPath: "w:tc").map { cell in
                let span = try cell.nodes(forXPath: "w:tcPr/w:gridSpan/@w:val").first
                return span?.stringValue.flatMap { Int($0) } ?? 1
            }
            #expect(spans.reduce(0, +) == 5)
        }
        #expect(
            try docx.texts("//w:tr[1]/w:tc[w:tcPr/w:vMerge/@w:val='restart']") == [
                "Item", "a", "d",
            ]
        )
        #expect(try docx.count("//w:tr[2]/w:tc[w:tcPr/w:vMerge[not(@w:val)]]") == 3)
        #expect(try docx.texts("//w:tr[1]/w:tc[w:tcPr/w:gridSpan/@w:val='2']") == ["g"])
        #expect(
            try docx.texts("//w:tr[3]/w:tc[w:tcPr/w:gridSpan/@w:val='5']") == [
                "A heading over rows"
            ]
        )
        #expect(try docx.texts("//w:tr[4]/w:tc[w:p/w:pPr/w:jc]") == ["0.0", "0.1", "0.2"])
        #expect(try docx.count("//w:tc[not(w:p)]") == 0)
    }

    @Test("set an interval under its estimate, in small type")
    func intervals() throws {
        var table = display(columns: 1, rows: 0)
        table.rows = [
            .init("a", [.estimate("43%", interval: "37 to 49", isBracketed: true)], kind: .total),
            .init("b", [.hidden]), .init("c", [.unavailable]), .init("d", [.blank]), .init("e", []),
        ]
        let docx = try docx(table)
        #expect(try docx.texts("//w:tr/w:tc[2]") == ["c0", "(43%)37 to 49", "[c]", "[x]", "", ""])
        #expect(try docx.count("//w:tc//w:br") == 1)
        #expect(try docx.texts("//w:tr[2]/w:tc[2]//w:r[w:rPr/w:b]") == ["(43%)"])
        #expect(try docx.texts("//w:tc//w:r[w:rPr/w:sz/@w:val='16']") == ["", "37 to 49"])
    }

    @Test("stay together up to fifteen rows, and else keep their first row with the headings")
    func together() throws {
        for (rows, kept) in [(3, 3), (15, 15), (16, 2), (200, 2)] {
            let docx = try docx(display(columns: 1, rows: rows))
            #expect(try docx.count("//w:tr[w:tc/w:p/w:pPr/w:keepNext]") == kept, "\(rows)")
        }
    }

    @Test("turn the page where their text needs it, with caption and notes, and back")
    func sideways() throws {
        let long = String(repeating: "many words in a name ", count: 6)
        var wide = display(columns: 12, rows: 3, heading: "Wide")
        wide.caption = "Turned"
        wide.rows[0].heading = long
        let narrow = display(columns: 3, rows: 3)
        let docx = try DocxParts.page([
            paragraph("before"), section(id: "s", level: 3, heading: "Goes along", []),
            table(wide, id: "w"), paragraph("after"), table(narrow, id: "n"),
        ])
        // Contents, text, the turned page, text.
        #expect(
            try docx.nodes("//w:pgSz").map { node in
                try node.nodes(forXPath: "@w:orient").first?.stringValue
            } == [nil, nil, "landscape", nil]
        )
        let turned = try docx.texts(
            "//w:body/*[count(preceding::w:pgSz | .//w:pgSz[false()]) = 2][not(self::w:sectPr)]"
        )
        #expect(turned.first == "Goes along" && turned.contains("Turned"))
        #expect(try docx.texts("//w:p[w:pPr/w:sectPr/w:pgSz/@w:orient]") == ["A note."])
        let widths = try docx.texts("//w:tblW/@w:w").compactMap { Int($0) }
        #expect(widths.count == 2 && widths[0] > DocxPaper.width(sideways: false))
        #expect(widths[1] <= DocxPaper.width(sideways: false))
        // Twelve columns of short numbers need no more room than an upright page has.
        let easy = try self.docx(display(columns: 12, rows: 3))
        #expect(try easy.count("//w:pgSz[@w:orient]") == 0)
    }

    @Test("are kept apart, and a text never ends with one")
    func neighbours() throws {
        var bare = display(columns: 1, rows: 1)
        bare.notes = []
        bare.caption = ""
        let tables = [table(bare, id: "a"), table(bare, id: "b")]
        let docx = try DocxParts.page([.tag("li", [:], tables)])
        #expect(try docx.count("//w:tbl/following-sibling::*[1][self::w:tbl]") == 0)
        #expect(try docx.count("//w:tc/*[last()][not(self::w:p)]") == 0)
    }

    @Test("hold their columns within the page, whatever stands in them", arguments: 1...40)
    func widths(_ seed: Int) {
        var state = UInt64(seed)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let columns = 1 + next(30)
        func text() -> String {
            (0..<next(6)).map { _ in String(repeating: "ң", count: next(30)) }.joined(
                separator: " "
            )
        }
        let grid = DocxGrid([
            .tag(
                "tbody",
                [:],
                (0..<5).map { _ in
                    .tag(
                        "tr",
                        [:],
                        (0..<columns).map { _ in
                            .tag("td", ["colspan": next(9) == 0 ? "3" : nil], text: text())
                        }
                    )
                }
            )
        ])
        for sideways in [false, true] {
            let available = DocxPaper.width(sideways: sideways)
            let found = DocxColumns(grid, available: available, sizes: [18, 16, 13])
            #expect(found.widths.count == grid.columnCount)
            #expect(found.widths.allSatisfy { $0 > 0 })
            #expect(found.widths.reduce(0, +) <= available)
        }
    }

    @Test("take spans that do not fit as they can be taken")
    func oddSpans() throws {
        func row(_ cells: Markup...) -> Markup { .tag("tr", [:], cells) }
        let docx = try DocxParts.page([
            .tag(
                "table",
                [:],
                [
                    row(
                        .tag("td", ["rowspan": "9", "colspan": "-4"], text: "a"),
                        .tag("td", ["colspan": "99999999999999999999"], text: "b")
                    ),
                    row(.tag("td", ["colspan": "500"], text: "c")), row(),
                ]
            ),
            .tag("table"),
        ])
        #expect(try docx.count("//w:tbl") == 1)
        #expect(try docx.count("//w:gridCol") <= DocxGrid.mostColumns)
        #expect(try docx.texts("//w:tc//w:t") == ["a", "b", "c"])
    }
}
