import Base
import Foundation
import TestKit
import Testing

@testable import Files

let workbooks = sourceFixtures().appendingPathComponent("XLSX")

/// What a workbook of the fixtures holds, as text.
func textOf(_ name: String) throws -> [SheetText] {
    try XLSX.readText(path: workbooks.appendingPathComponent(name).path)
}

@Suite("XLSX as text")
struct XLSXTextTests {
    struct Sheet: Decodable {
        let name: String
        let rows: [[String]]
    }

    @Test(
        "says what openpyxl reads",
        arguments: ["kinds", "mac1904", "form", "rich", "xlsxwriter", "pyexcelerate"]
    )
    func agrees(_ name: String) throws {
        let data = try Data(contentsOf: workbooks.appendingPathComponent("\(name).json"))
        let expected = try JSONDecoder().decode([Sheet].self, from: data)
        let sheets = try textOf("\(name).xlsx")
        #expect(sheets == expected.map { SheetText(name: $0.name, rows: $0.rows) })
    }

    @Test("reads rich, phonetic, inline and formula text, and cells without addresses")
    func sparse() throws {
        let rows = try textOf("by-hand/sparse.xlsx")[0].rows
        #expect(
            rows == [
                ["head", "inline", "ab"],
                ["joined runs ", "東京", "a\rb_x0041_ _x_ & <c>"],
                [],
                ["", "TRUE", "2", "", "#N/A", "2024-01-31", "2024-01-31T10:20:30"],
                ["", "3.14"],
            ]
        )
    }

    @Test(
        "reads each way of writing one cell",
        arguments: [
            "prefixed.xlsx", "strict.xlsx", "absolute.xlsm", "dotted.xlsx", "backslash.xlsx",
            "utf16.xlsx", "as-excel.xlsx", "stored.xlsx", "chartsheet.xlsx",
        ]
    )
    func oneCell(_ name: String) throws {
        #expect(try textOf("by-hand/\(name)") == [SheetText(name: "S", rows: [["1"]])])
    }

    @Test("reads the largest and the smallest numbers")
    func extremes() throws {
        #expect(
            try textOf("by-hand/extremes.xlsx")[0].rows == [
                ["-9.223372036854776e+18", "1.7976931348623157e+308", "0", "5e-324", "1"]
            ]
        )
    }

    @Test("has the value of a merged range in its first cell")
    func merged() throws {
        let rows = try textOf("merged.xlsx")[0].rows
        #expect(rows == [["group", "n"], ["north", "1"], ["", "2"], ["south", "3"]])
    }
}
