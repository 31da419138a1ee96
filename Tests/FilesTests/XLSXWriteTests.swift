import Base
import CZip
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// A path in the temporary folder that no other test uses, gone when `body` ends.
func withTemporaryFile<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent("book.xlsx").path)
}

@Suite("XLSX written")
struct XLSXWriteTests {
    static let book = Workbook(
        title: "Report <1>",
        sheets: [
            .init(
                name: "Contents",
                title: "Contents",
                columns: [.init("Table"), .init("About")],
                rows: [
                    [.internalLink(sheet: "Trust: by place", text: "1"), .text("Trust")],
                    [.internalLink(sheet: "nowhere", text: "2"), .text("=1+1")],
                ]
            ),
            .init(
                name: "Trust: by place",
                title: "Trust by place",
                notes: ["Weighted. ‘–’ is hidden.", "=not a formula"],
                columns: [
                    .init("Place"), .init("n", .whole), .init("Mean", .decimal(digits: 2)),
                    .init("Agree", .percent(digits: 1)), .init("Asked", .date),
                ],
                rows: [
                    [
                        .text("Ош"), .number(1234), .number(3.14159265358979), .number(0.256),
                        .date(1_706_659_200, .day),
                    ],
                    [
                        .text("  two\nlines "), .number(.nan), .number(.infinity), .empty,
                        .date(1_706_696_430, .second),
                    ],
                    [.text("_x0041_\r\u{1}\u{FFFF}<&>\""), .number(-1e-300), .text("–")],
                    [.text(""), .empty, .empty, .empty, .date(-3e9, .day)],
                ]
            ),
            .init(
                name: "trust: BY place",
                columns: [.init("a"), .init("A")],
                rows: [[.text("x")]]
            ),
            .init(name: "", columns: [], rows: []),
        ]
    )

    @Test("reads back as it was written")
    func readsBack() throws {
        try withTemporaryFile { path in
            try XLSX.write(XLSXWriteTests.book, to: path)
            let sheets = try XLSX.readText(path: path)
            #expect(
                sheets.map(\.name) == [
                    "Contents", "Trust  by place", "trust  BY place (2)", "Sheet",
                ]
            )
            #expect(
                sheets[0].rows == [
                    ["Contents"], ["Table", "About"], ["1", "Trust"], ["2", "=1+1"],
                ]
            )
            #expect(
                sheets[1].rows == [
                    ["Trust by place"],
                    ["Weighted. ‘–’ is hidden."],
                    ["=not a formula"],
                    ["Place", "n", "Mean", "Agree", "Asked"],
                    ["Ош", "1234", "3.14159265358979", "0.256", "2024-01-31"],
                    ["  two\nlines ", "", "inf", "", "2024-01-31T10:20:30"],
                    ["_x0041_\r\u{1}\u{FFFF}<&>\"", "-1e-300", "–"],
                    ["", "", "", "", "1874-12-07"],
                ]
            )
            #expect(sheets[2].rows == [["a", "A"], ["x"]])
            #expect(sheets[3].rows == [])
        }
    }

    @Test("has the same bytes each time, and leaves nothing else behind")
    func deterministic() throws {
        try withTemporaryFile { path in
            try XLSX.write(XLSXWriteTests.book, to: path)
            let first = try Data(contentsOf: URL(fileURLWithPath: path))
            try XLSX.write(XLSXWriteTests.book, to: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["book.xlsx"])
            for part in ["docProps/core.xml", "xl/workbook.xml"] {
                let year = Calendar.current.component(.year, from: Date())
                #expect(!(try entry(part, of: path)).contains("\(year)"))
            }
        }
    }

    @Test("links inside the workbook, names tables and freezes headers")
    func structure() throws {
        try withTemporaryFile { path in
            try XLSX.write(XLSXWriteTests.book, to: path)
            let contents = try entry("xl/worksheets/sheet1.xml", of: path)
            #expect(contents.contains("location=\"'Trust  by place'!A1\""))
            #expect(!contents.contains("nowhere"))
            #expect(!contents.contains("<f>"))
            let trust = try entry("xl/worksheets/sheet2.xml", of: path)
            #expect(trust.contains("ySplit=\"4\""))
            #expect(!trust.contains("mergeCell"))
            let table = try entry("xl/tables/table2.xml", of: path)
            #expect(table.contains("ref=\"A4:E8\""))
            #expect(table.contains("name=\"Asked\""))
            // Headers that differ in case only are no table's, or spreadsheets "repair" the file.
            #expect(try entry("xl/tables/table3.xml", of: path) == "")
        }
    }

    @Test("refuses what no workbook can hold, and leaves no file")
    func refuses() throws {
        let long = Workbook.Sheet(
            name: "s",
            columns: [.init("a")],
            rows: [[.text("ok")], [.text(String(repeating: "ж", count: 32_768))]]
        )
        try expectProblem("xlsx.text-too-long", writing: long)
        let wide = Workbook.Sheet(
            name: "s",
            columns: [Workbook.ColumnSpec](repeating: .init("a"), count: 16_385),
            rows: []
        )
        try expectProblem("xlsx.does-not-fit", writing: wide)
        let problems = try #require(throws: Problems.self) {
            try XLSX.write(XLSXWriteTests.book, to: "/no such folder/book.xlsx")
        }
        #expect(problems.list.map(\.code) == ["xlsx.not-written"])
    }

    private func expectProblem(_ code: Problem.Code, writing sheet: Workbook.Sheet) throws {
        try withTemporaryFile { path in
            let problems = try #require(throws: Problems.self) {
                try XLSX.write(Workbook(title: "", sheets: [sheet]), to: path)
            }
            #expect(problems.list.map(\.code) == [code])
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test("keeps a text of 32,767 letters, the most that cells hold")
    func longest() throws {
        let text = String(repeating: "ж", count: 32_767)
        let sheet = Workbook.Sheet(name: "s", columns: [.init("a")], rows: [[.text(text)]])
        try withTemporaryFile { path in
            try XLSX.write(Workbook(title: "", sheets: [sheet]), to: path)
            #expect(try XLSX.readText(path: path)[0].rows == [["a"], [text]])
        }
    }

    @Test(
        "makes names that tabs can have",
        arguments: [
            (["a", "A", "a"], ["a", "A (2)", "a (3)"]),
            (["[x]:*?/\\y"], ["x      y"]),
            (["'quoted'", "History", ""], ["quoted", "History (2)", "Sheet"]),
            (
                [String(repeating: "ы", count: 40), String(repeating: "ы", count: 35)],
                [String(repeating: "ы", count: 31), String(repeating: "ы", count: 27) + " (2)"]
            ),
            (["👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦"], ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦"]),
        ]
    )
    func names(_ wanted: [String], _ expected: [String]) {
        #expect(sheetNames(wanted) == expected)
    }

    /// One part of an archive as text; "" where there is none.
    private func entry(_ name: String, of path: String) throws -> String {
        let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
        defer { zip_discard(archive) }
        guard let part = zip_fopen(archive, name, 0) else { return "" }
        defer { zip_fclose(part) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = zip_fread(part, &bytes, UInt64(bytes.count))
        return String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    }
}
