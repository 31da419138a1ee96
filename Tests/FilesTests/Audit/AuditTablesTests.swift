import Base
import Foundation
import Report
import Testing

@testable import Files

@Suite("Published tables in files")
struct AuditTablesTests {
    private var workbook: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Audit/tables.xlsx").path
    }

    private func page(_ body: String) throws -> [[[String]]] {
        try PrintedPage.read(Array("<html><body>\(body)</body></html>".utf8), file: "p.html").map(
            \.rows
        )
    }

    @Test(
        "a workbook's figures have the decimals that their cells show, and merged cells are filled"
    )
    func workbookText() throws {
        let (grids, problems) = try AuditTables.read(path: workbook)
        #expect(problems == [])
        #expect(grids.map(\.file) == ["tables.xlsx#Means", "tables.xlsx#Shares"])
        #expect(grids[0].rows[0] == Array(repeating: "Table 1. Trust by sex", count: 5))
        #expect(grids[0].rows[1] == ["Item", "Men", "Men", "Women", "Women"])
        #expect(grids[0].rows[2] == ["Item", "Mean", "SD", "Mean", "SD"])
        #expect(grids[0].rows[3].dropFirst() == ["2.50", "0.90", "2.75", "1.00"])
        #expect(grids[0].rows[4].dropFirst() == ["3.00", "1.25", "3.01", "0.50"])
        #expect(grids[1].rows[1] == ["Yes", "45.5%", "1234"])
        #expect(grids[1].rows[3] == ["Total", "100.0%", "1254"])
    }

    @Test(
        "number formats show numbers as spreadsheets do",
        arguments: [
            ("0.00", 2.675, "2.68"), ("0.00", 1.005, "1.01"), ("0.0", 0.25, "0.3"), ("0", 2.5, "3"),
            ("0", -0.4, "0"), ("0.00", -0.125, "-0.13"), ("#,##0.0", 1234.56, "1234.6"),
            ("0.0%", 0.4555, "45.6%"), ("0%", 1, "100%"), ("0.00%", 0.00005, "0.01%"),
            ("General", 2.5, "2.5"), ("General", 0.30000000000000004, "0.3"), ("@", 7, "7"),
            ("0.##", 2.5, "2.5"), ("0.0#", 2, "2.0"), ("#.0", 0.5, "0.5"),
            ("0.00_);[Red](0.00)", 3, "3.00"),
            ("[$-409]0.0\" pts\"", 2.25, "2.3"), ("0.00E+00", 1234.5, "1234.5"),
            ("# ?/?", 0.5, "0.5"),
            ("0.0", 9.96, "10.0"),
        ]
    )
    func formats(_ code: String, _ value: Double, _ text: String) {
        #expect(PrintedFormat(code: code).text(value) == text, "\(code) \(value)")
    }

    @Test("a web page's tables are read with their spans, marks set high and without scripts")
    func pages() throws {
        let tables = try page(
            """
            <p>no</p><table><caption>T</caption><thead><tr><th rowspan=2>Item<sup>1</sup></th><th colspan="2">Men</th></tr>
            <tr><th>n</th><th>%</th></tr></thead><tbody><tr><td>A &amp; B<br>C</td><td>2.5<sup>a</sup></td>
            <td><b>3</b><script>x()</script><table><tr><td>nested</td></tr></table></td></tr></tbody></table>
            <div><table><tr><td>only</table>
            """
        )
        #expect(
            tables == [
                [["Item[1]", "Men", "Men"], ["Item[1]", "n", "%"], ["A & B C", "2.5[a]", "3"]],
                [["only"]],
            ]
        )
        #expect(try PrintedCell(reading: "2.5[a]", FigureStyle(.point)).number?.units == 25)
    }

    @Test(
        "pages that lie about their spans or end in the middle do no harm",
        arguments: [
            ("<table><tr><td colspan=99999999>a<td rowspan=-3>b</table>", 1),
            ("<table><tr><td rowspan=9999>a</td><td>b</td></tr><tr><td>c</td></tr></table>", 2),
            ("<table><tr><td colspan='x'>a", 1), ("<table></table>", 0),
            ("<table><tr></tr></table>", 1),
        ]
    )
    func hostilePages(_ body: String, _ rows: Int) throws {
        #expect(try page(body)[0].count == rows)
    }

    @Test("a page without tables, and one with too many cells, are told")
    func refusedPages() throws {
        func code(_ body: String) -> String? {
            do throws(Problems) {
                _ = try PrintedPage.read(Array(body.utf8), file: "p.html")
                return nil
            } catch { return error.list[0].code.name }
        }
        #expect(code("<p>nothing</p>") == "audit.no-table")
        #expect(code("") == "audit.no-table")
        let wide = "<tr>" + String(repeating: "<td colspan=1000>a</td>", count: 20) + "</tr>"
        #expect(
            code("<table>" + String(repeating: wide, count: 60) + "</table>") == "audit.too-large"
        )
        // Every row below is as wide; where the limit waits for the end, they take minutes.
        let tall = wide.replacing("colspan", with: "rowspan=65534 colspan")
        let below = String(repeating: "<tr></tr>", count: 20_000)
        let start = ContinuousClock.now
        #expect(code("<table>\(tall)\(below)</table>") == "audit.too-large")
        #expect(ContinuousClock.now - start < .seconds(10))
        let deep = String(repeating: "<div>", count: 5000) + "<table><tr><td>a</td></tr></table>"
        _ = code(deep)
    }

    @Test("parts of files are found by name and by number")
    func parts() throws {
        let folder = URL(fileURLWithPath: workbook).deletingLastPathComponent().path
        var files = AuditTables(folder: folder)
        var problems: [Problem] = []
        let place = Problem.Location("audit.yaml")
        #expect(try files.grid("tables.xlsx", at: place, &problems).file == "tables.xlsx#Means")
        #expect(try files.grid("tables.xlsx#Shares", at: place, &problems).rows.count == 4)
        #expect(try files.grid("tables.xlsx#2", at: place, &problems).rows.count == 4)
        #expect(throws: Problems.self) { try files.grid("tables.xlsx#Share", at: place, &problems) }
        #expect(problems == [])
    }
}
