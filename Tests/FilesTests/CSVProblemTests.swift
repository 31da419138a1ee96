import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@Suite("CSV problems")
struct CSVProblemTests {
    /// A file and what must be said about it: `code` or `code:line` or `code:line:column`.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var expected: [String]
        var rows: Int?
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ expected: [String], rows: Int? = nil) {
            self.name = name
            self.bytes = bytes
            self.expected = expected
            self.rows = rows
        }

        init(_ name: String, _ text: String, _ expected: [String], rows: Int? = nil) {
            self.init(name, Array(text.utf8), expected, rows: rows)
        }
    }

    static let cases: [Case] = [
        Case("nothing", "", ["csv.empty-file"]),
        Case("a mark only", [0xEF, 0xBB, 0xBF], ["csv.empty-file"]),
        Case("blank lines only", "\r\n\n \t\n", ["csv.empty-file"]),
        Case("a header only", "a,b", ["csv.no-rows"], rows: 0),
        Case("a header and blank lines", "a,b\n\n\n", ["csv.no-rows"], rows: 0),
        Case(
            "too few, too many",
            "a,b\n1\n1,2,3\n1,2\n",
            ["csv.bad-row:2", "csv.bad-row:3"],
            rows: 1
        ),
        Case("a quote not closed", "a,b\n1,2\n3,\"x\n4,5\n", ["csv.unclosed-quote:3:b"], rows: 1),
        Case("a lone quote at the end", "a,b\n1,2\n\"", ["csv.unclosed-quote:3:a"], rows: 1),
        Case("three quotes at the end", "a\n1\n\"\"\"", ["csv.unclosed-quote:3:a"], rows: 1),
        Case("a quote in the header", "a,\"b\n1,2\n", ["csv.unclosed-quote:1:B"]),
        Case("text after a quote", "a,b\n\"x\"y,2\n3,4\n", ["csv.text-after-quote:2:a"], rows: 1),
        Case(
            "a space after a quote",
            "a,b\n\"x\" ,2\n3,4\n",
            ["csv.text-after-quote:2:a"],
            rows: 1
        ),
        Case("a zero byte", "a,b\n1,\u{0}\n3,4\n", ["csv.zero-byte:2:b"], rows: 1),
        Case("a zero byte in quotes", "a,b\n1,\"\u{0}\"\n3,4\n", ["csv.zero-byte:2:b"], rows: 1),
        Case("equal headers", "q,q,q_2\n1,2,3\n", ["csv.duplicate-header:1:B"], rows: 1),
        Case(
            "empty headers",
            ",a,\n1,2,3\n",
            ["csv.empty-header:1:A", "csv.empty-header:1:C"],
            rows: 1
        ),
        Case("rows of separators at the end", "a,b\n1,\n,\n,\n", ["csv.empty-rows"], rows: 1),
        Case(
            "only separators",
            ",,,\n",
            [
                "csv.empty-header:1:A", "csv.empty-header:1:B", "csv.empty-header:1:C",
                "csv.empty-header:1:D", "csv.no-rows",
            ],
            rows: 0
        ),
        Case(
            "a large cell",
            "a,b\n1," + String(repeating: "x", count: 1 << 20) + "y\n3,4\n",
            ["csv.large-cell:2:b"],
            rows: 1
        ),
        Case(
            "the largest cell",
            "a,b\n1," + String(repeating: "x", count: 1 << 20) + "\n",
            [],
            rows: 1
        ),
        Case(
            "too many columns",
            String(repeating: "a,", count: 70_000),
            ["csv.too-many-columns:1"]
        ),
        Case(
            "UTF-8 cut in a letter",
            Array("a,b\nда,ү".utf8.dropLast()),
            ["text.damaged:2"],
            rows: 1
        ),
        Case(
            "a wrong byte in UTF-8",
            Array("a,b\nдаданетнет,x".utf8) + [0xFF] + Array("\nда,y\n".utf8),
            ["text.damaged:2"],
            rows: 2
        ),
        Case(
            "French in Windows-1252",
            Array("a,b\ncaf".utf8) + [0xE9] + Array(",1\n".utf8),
            ["text.unknown-encoding"]
        ),
        Case("UTF-32", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], ["text.unknown-encoding"]),
        Case(
            "UTF-16 with half a letter",
            [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x31],
            ["text.damaged", "csv.no-rows"],
            rows: 0
        ),
        Case("control characters", [UInt8](repeating: 1, count: 90), ["text.not-text"]),
        Case("zeros", [UInt8](repeating: 0, count: 90), ["text.not-text"]),
        Case("a zip archive", Array("PK\u{3}\u{4}abcd".utf8), ["csv.other-format"]),
    ]

    @Test("each is said once, at its place", arguments: cases)
    func problems(_ file: Case) {
        let (data, problems) = CSV.read(bytes: file.bytes, file: "t.csv")
        let said = problems.map { problem in
            let location = problem.location
            let line = location.line.map { ":\($0)" } ?? ""
            return problem.code.name + line + (location.column.map { ":\($0)" } ?? "")
        }
        #expect(said == file.expected)
        #expect(data?.rowCount == file.rows)
    }

    @Test("reads as a person would say it")
    func wording() throws {
        let seen = Set<String>()
        var texts: [String] = []
        var known = seen
        for file in CSVProblemTests.cases {
            for problem in CSV.read(bytes: file.bytes, file: "t.csv").1
            where known.insert(problem.code.name).inserted {
                texts.append(problem.description)
            }
        }
        try expectGolden(
            "CSV/problems.txt",
            texts.joined(separator: "\n") + "\n",
            in: sourceFixtures()
        )
    }

    @Test("a hundred bad rows are listed, and the others are counted")
    func manyBadRows() {
        let text = "a,b\n" + String(repeating: "1\n", count: 250) + "1,2\n"
        let (data, problems) = readCSV(text)
        #expect(data?.rowCount == 1)
        #expect(data?.origin.line(of: 0) == 252)
        #expect(problems.count == 101)
        #expect(problems.last?.code == "csv.more-bad-rows")
        #expect(problems.last?.message == "And 150 rows more that cannot be read are left out.")
    }

    @Test("many equal headers are named quickly, and a hundred are listed")
    func manyHeaders() {
        let (data, problems) = readCSV(String(repeating: "q,", count: 60_000) + "q\n")
        #expect(data?.columns.count == 60_001)
        #expect(data?.names.last == "q_60001")
        #expect(problems.filter { $0.code == "csv.duplicate-header" }.count == 100)
        #expect(problems.filter { $0.code == "csv.more-headers" }.count == 1)
    }

    @Test(
        "a file that is something else is called by its name",
        arguments: [
            (Array("%PDF-1.7\n".utf8), "a PDF document"),
            (
                Array("\u{FEFF} <!DOCTYPE HTML>\n<p>".utf8),
                "a web page (often a log-in page saved by mistake)"
            ),
            (Array("<html><body>".utf8), "a web page (often a log-in page saved by mistake)"),
            (Array("$FL2@(#) SPSS DATA FILE".utf8), "an SPSS data file (.sav)"),
            (Array("<stata_dta><header>".utf8), "a Stata data file (.dta)"),
            ([114, 2, 1, 0, 5, 0], "a Stata data file (.dta)"),
            ([0x1F, 0x8B, 8, 0], "a gzip-compressed file"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                "an old Excel workbook (.xls), or one with a password"
            ),
            (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "an Excel workbook (.xlsx)"),
            (
                Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
                "an OpenDocument file (.ods)"
            ),
            (Array("[\n {\"a\": 1}]".utf8), "a JSON file"),
            (Array("{\"a\": 1}".utf8), "a JSON file"),
            (Array("<?xml version=\"1.0\"?>".utf8), "an XML file"),
            (Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
        ] as [([UInt8], String)]
    )
    func mislabelled(bytes: [UInt8], name: String) {
        let (data, problems) = CSV.read(bytes: bytes, file: "t.csv")
        #expect(data == nil)
        #expect(problems.map(\.message) == ["The file is not CSV: it is \(name)."])
        #expect(CSV.rows(bytes: bytes, file: "t.csv").1 == problems)
    }

    @Test("a file that cannot be opened is a problem")
    func unreadable() {
        let missing = CSV.read(path: "/no/such/answers.csv")
        #expect(missing.0 == nil)
        #expect(missing.1.map(\.code) == ["file.unreadable"])
        #expect(missing.1.first?.location.file == "answers.csv")
        #expect(CSV.read(path: "/tmp").1.map(\.code) == ["file.unreadable"])
        #expect(CSV.rows(path: "/dev/null").1.map(\.code) == ["csv.empty-file"])
    }
}
