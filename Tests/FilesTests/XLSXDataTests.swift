import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// What a workbook of the fixtures holds, as data.
func dataOf(_ name: String, _ options: ReadOptions = ReadOptions()) throws -> WorkbookData {
    try XLSX.read(path: workbooks.appendingPathComponent(name).path, options: options)
}

@Suite("XLSX as data")
struct XLSXDataTests {
    /// Seconds since 1970 of the dates in kinds.xlsx, from Python's datetime.
    @Test("types the columns")
    func kinds() throws {
        let result = try dataOf("kinds.xlsx")
        #expect(result.sheets.map(\.name) == ["data", "hidden", "empty"])
        let data = result.sheets[0].data
        #expect(data.rowCount == 5)
        #expect(
            data.names
                == [
                    "id", "age", "weight", "when", "started", "ok", "note", "share", "clock",
                    "long",
                ]
        )
        #expect(data["id"]?.values == .text(TextPool(["a1", "a2", "a3", "", "007"])))
        #expect(
            data.numbers("age").map(\.description) == ["34.0", "-7.0", "nan", "nan", "1234567.0"]
        )
        #expect(data.numbers("weight").prefix(3) == [0.25, 1e20, 0.3])
        #expect(data["ok"]?.values == .text(TextPool(["TRUE", "FALSE", "", "", ""])))
        #expect(data.numbers("share")[2] == 12.345)
        #expect(data.numbers("clock")[0] == 0.25)
        #expect(data.numbers("long")[0] == 1.25)
        #expect(data.origin.line(of: 4) == 6)
        #expect(
            data["note"]?.values
                == .text(TextPool(["ясно & <ok>", "", "  two\nlines  ", "", "=1+1"]))
        )
    }

    @Test("reads dates as seconds, days apart from moments")
    func dates() throws {
        let data = try dataOf("kinds.xlsx").sheets[0].data
        guard case .dates(let days, .day) = data["when"]?.values,
            case .dates(let moments, .second) = data["started"]?.values
        else {
            Issue.record("not dates: \(String(describing: data["when"]?.values))")
            return
        }
        #expect(
            days.filter { !$0.isNaN } == [
                1_706_659_200, -2_208_988_800, -2_203_891_200, 253_402_214_400,
            ]
        )
        #expect(moments.filter { !$0.isNaN } == [1_706_696_430, 946_684_799, 1_709_164_800])
    }

    @Test("warns of empty rows, double and missing headers, errors and merged cells")
    func warnings() throws {
        #expect(try dataOf("kinds.xlsx").warnings.map(\.code) == ["xlsx.blank-rows"])
        #expect(
            try dataOf("kinds.xlsx").warnings.map(\.location) == [
                .init("kinds.xlsx[data]", line: 5)
            ]
        )
        let result = try dataOf("errors.xlsx")
        #expect(result.sheets[0].data.names == ["x", "x_2", "column_C", "y", "ghost"])
        #expect(
            result.warnings.map(\.description) == [
                """
                errors.xlsx:1:B: warning: The header “x” stands over 2 columns (A, B).
                    Give each column its own header; here the later ones get a number at the end. \
                [xlsx.duplicate-header]
                """,
                """
                errors.xlsx:1:C: warning: The column C has values and no header.
                    Name them in the first row; here they are called column_ and their letter. \
                [xlsx.empty-header]
                """,
                """
                errors.xlsx:2:y: warning: 2 cells hold an error, such as “#N/A” here, and count as empty.
                    Mend the formula in the spreadsheet, or delete what the cell holds. \
                [xlsx.error-cells]
                """,
            ]
        )
        #expect(result.sheets[0].data.numbers("y").map(\.isNaN) == [true, true, false])
        #expect(try dataOf("merged.xlsx").warnings.map(\.code) == ["xlsx.merged-cells"])
        #expect(try dataOf("by-hand/chartsheet.xlsx").warnings.map(\.code) == ["xlsx.chart-sheet"])
    }

    @Test("passes over personal columns, and still counts their rows")
    func skips() throws {
        let options = ReadOptions { $0 != "n" }
        let data = try dataOf("merged.xlsx", options).sheets[0].data
        #expect(data.names == ["n"])
        let nothing = try dataOf("merged.xlsx", ReadOptions { _ in true }).sheets[0].data
        #expect(nothing.names == [])
        #expect(nothing.rowCount == 3)
        let errors = try dataOf("errors.xlsx", ReadOptions { $0 == "y" || $0 == "x" })
        #expect(errors.sheets[0].data.names == ["column_C", "ghost"])
        #expect(errors.warnings.map(\.code) == ["xlsx.empty-header"])
        // Also under the names that double and missing headers get here.
        let given = try dataOf("errors.xlsx", ReadOptions { $0 == "column_C" || $0 == "x_2" })
        #expect(given.sheets[0].data.names == ["x", "y", "ghost"])
        #expect(given.sheets[0].data.rowCount == 3)
    }

    @Test("takes 10,000 columns of one name, and a header alone")
    func wide() throws {
        let data = try dataOf("by-hand/wide.xlsx").sheets[0].data
        #expect(data.columns.count == 10_000)
        #expect(data.rowCount == 0)
        #expect(data.names.last == "x_10000")
    }

    @Test("tells dates by the format as openpyxl does")
    func formats() throws {
        let json = try Data(contentsOf: workbooks.appendingPathComponent("formats.json"))
        var expected = try JSONDecoder().decode([String: String].self, from: json)
        // openpyxl takes a lone month for minutes; spreadsheets show 45000.5 as "March".
        expected["mmmm"] = "date"
        for (code, kind) in expected {
            let format: NumberFormat =
                switch kind {
                case "date": .date
                case "datetime": .dateTime
                default: .number
                }
            #expect(NumberFormat(code: code) == format, "\(code)")
        }
        let rows = try textOf("formats.xlsx")[0].rows.dropFirst()
        for row in rows {
            let isNumber = ["time", "number"].contains(expected[row[0]])
            #expect(row[1] == (isNumber ? "45000.5" : "2023-03-15T12:00:00"), "\(row[0])")
        }
    }
}

extension Microdata {
    /// The numbers of a column; none where it holds something else.
    func numbers(_ name: String) -> [Double] {
        guard case .numbers(let numbers) = self[name]?.values else { return [] }
        return numbers.all
    }
}
