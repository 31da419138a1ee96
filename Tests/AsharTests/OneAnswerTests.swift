import Base
import Files
import Foundation
import Report
import Survey
import Testing

/// Changes one answer in the data and looks at everything that is made from it.
@Suite("One answer more")
struct OneAnswerTests {
    /// The example study, and the same with the first person's answer to w1 changed.
    private struct Pair {
        let before: Results
        let after: Results
        let pageBefore: String
        let pageAfter: String
        let workbook: [(name: String, data: Microdata)]
    }

    private func pair() throws -> Pair {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        let before = try Example.results(in: folder.path)
        let file = folder.file("answers.csv")
        var lines = try String(contentsOfFile: file, encoding: .utf8)
            .components(separatedBy: "\r\n")
        var cells = lines[2].components(separatedBy: ",")
        #expect(cells[1] == "yes")
        #expect(["1", "2", "3", "4", "5"].contains(cells[7]))
        // The far end of the scale, so that the mean moves by more than its last printed digit.
        cells[7] = (Int(cells[7]) ?? 3) >= 3 ? "1" : "5"
        lines[2] = cells.joined(separator: ",")
        try lines.joined(separator: "\r\n").write(toFile: file, atomically: true, encoding: .utf8)
        let after = try Example.results(in: folder.path)
        _ = try ReportFiles(folder: folder.file("report")).write(after)
        let workbook = try XLSX.read(
            path: folder.file("report/tables.xlsx"),
            options: ReadOptions()
        )
        return Pair(
            before: before,
            after: after,
            pageBefore: page(before),
            pageAfter: page(after),
            workbook: workbook.sheets
        )
    }

    private func page(_ results: Results) -> String {
        String(decoding: ReportDocument(results: results).html(), as: UTF8.self)
    }

    @Test("changes every number that depends on it, and no other")
    func numbers() throws {
        let pair = try pair()
        let before = pair.before.tables()
        let after = pair.after.tables()
        #expect(before.map(\.name) == after.map(\.name))
        var changed: Set<String> = []
        for (old, new) in zip(before, after) {
            #expect(old.rows.count == new.rows.count)
            for (first, second) in zip(old.rows, new.rows) where first != second {
                changed.insert(
                    "\(old.name): \(first.prefix(2).compactMap(\.words).joined(separator: " "))"
                )
            }
        }
        let scale = "Readiness to live together"
        let item = "I would greet a neighbour who has come back from prison."
        #expect(
            changed.isSubset(of: [
                "scales: welcome \(scale)", "items: welcome w1", "answers: w1 \(item)",
                "reliability: welcome all items", "reliability: welcome w1",
                "reliability: welcome w2", "reliability: welcome w3", "reliability: welcome w4",
                "reliability: welcome w5",
            ])
        )
        #expect(changed.contains("scales: welcome \(scale)"))
        #expect(changed.contains("items: welcome w1"))
        #expect(changed.contains("answers: w1 \(item)"))
        #expect(changed.count == 9)
    }

    @Test("changes the key figure, the sentence, the charts and the tables of the page")
    func pageChanges() throws {
        let pair = try pair()
        let style = NumberStyle.english.with(decimals: 2)
        let old = style.text(try #require(pair.before.scales[0].score.whole.value))
        let new = style.text(try #require(pair.after.scales[0].score.whole.value))
        let oldItem = style.text(try #require(pair.before.scales[0].items[0].mean.whole.value))
        let newItem = style.text(try #require(pair.after.scales[0].items[0].mean.whole.value))
        #expect(oldItem != newItem)
        #expect(pair.pageBefore.contains("The mean score is \(old) "))
        #expect(pair.pageAfter.contains("The mean score is \(new) "))
        // The drawing of the answers, and the drawing of the groups.
        for id in ["scale-welcome-answers-w", "scale-welcome-groups-w"] {
            #expect(drawing(id, in: pair.pageBefore) != drawing(id, in: pair.pageAfter), "\(id)")
        }
        // What does not depend on it stays, to the byte.
        for id in ["question-needs-chart-w", "question-age-chart-w"] {
            let drawn = drawing(id, in: pair.pageBefore)
            #expect(!drawn.isEmpty)
            #expect(drawn == drawing(id, in: pair.pageAfter), "\(id)")
        }
    }

    @Test("changes the cells of the workbook to the numbers of the tables")
    func workbookChanges() throws {
        let pair = try pair()
        let sheet = try #require(pair.workbook.first { $0.name == "items" }?.data)
        let table = try #require(pair.after.tables().first { $0.name == "items" })
        let old = try #require(pair.before.tables().first { $0.name == "items" })
        let column = try #require(table.columns.firstIndex { $0.code == "estimate" })
        guard case .number(let expected) = table.rows[0][column],
            case .number(let earlier) = old.rows[0][column]
        else {
            Issue.record("the first row of items has an estimate")
            return
        }
        #expect(expected != earlier)
        let texts = sheet.columns.flatMap { column in
            (0..<sheet.rowCount).map { column.valueName(row: $0) }
        }
        let numbers = texts.compactMap { Double($0) }
        #expect(numbers.contains { abs($0 - expected) < 1e-12 })
        #expect(!numbers.contains { abs($0 - earlier) < 1e-12 })
    }

    @Test("the same folder gives the same bytes")
    func sameBytes() throws {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        for name in ["first", "second"] {
            let results = try Example.results(in: folder.path)
            _ = try ReportFiles(folder: folder.file(name)).write(results)
        }
        for file in ["report.html", "tables.xlsx", "tables/items.csv"] {
            let first = FileManager.default.contents(atPath: folder.file("first/\(file)"))
            let second = FileManager.default.contents(atPath: folder.file("second/\(file)"))
            #expect(first != nil)
            #expect(first == second, "\(file)")
        }
    }

    /// The SVG whose id begins with `id`.
    private func drawing(_ id: String, in page: String) -> Substring {
        guard let start = page.range(of: "aria-labelledby=\"\(id)"),
            let end = page.range(of: "</svg>", range: start.upperBound..<page.endIndex)
        else { return "" }
        return page[start.lowerBound..<end.upperBound]
    }
}

extension ResultTable.Cell {
    fileprivate var words: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
