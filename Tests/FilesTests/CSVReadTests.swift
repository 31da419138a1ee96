import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

/// A text with what Python's csv module reads from it.
struct CSVCase: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var base64: String
    var rows: [[String]]
    var testDescription: String { name }
    var bytes: [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }

    static let all: [CSVCase] = {
        struct File: Decodable {
            var cases: [CSVCase]
        }
        let file = sourceFixtures().appendingPathComponent("CSV/rows.json")
        let cases = try? JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
        return cases ?? []
    }()
}

/// The data in `text`, read under the name of t.csv.
func readCSV(
    _ text: String,
    _ options: ReadOptions = ReadOptions()
) -> (data: Microdata?, problems: [Problem]) {
    CSV.read(bytes: Array(text.utf8), file: "t.csv", options: options)
}

/// All cells of `data` as text, the header first; numbers are as short as identifies them.
func cells(_ data: Microdata) -> [[String]] {
    let rows = CSV.write(data, formulas: .kept)
    return CSV.rows(bytes: rows, file: "").0?.rows ?? []
}

@Suite("CSV reading")
struct CSVReadTests {
    @Test("the cases are there")
    func casesExist() {
        #expect(CSVCase.all.count == 15)
    }

    @Test("rows agree with Python's csv module", arguments: CSVCase.all)
    func rows(_ file: CSVCase) {
        let (sheet, problems) = CSV.rows(bytes: file.bytes, file: "t.csv")
        #expect(sheet?.rows == file.rows)
        #expect(!problems.hasErrors, "\(problems)")
    }

    @Test("data agree with Python's csv module", arguments: CSVCase.all)
    func data(_ file: CSVCase) throws {
        let (data, problems) = CSV.read(bytes: file.bytes, file: "t.csv")
        let read = try #require(data)
        #expect(!problems.hasErrors, "\(problems)")
        #expect(read.names == file.rows[0])
        for (place, column) in read.columns.enumerated() {
            // A blank line is a row where there is one column; decimal commas were numbers.
            let expected = file.rows.dropFirst().map { $0.isEmpty ? "" : $0[place] }
            switch column.values {
            case .text(let text): #expect((0..<text.count).map { text[$0] } == expected)
            case .numbers(let numbers):
                for (row, cell) in expected.enumerated() {
                    let number = Double(cell.replacing(",", with: ".")) ?? .nan
                    #expect(isClose(numbers[row], number, 0), "\(cell)")
                }
            default: Issue.record("\(column.name) is neither text nor numbers")
            }
        }
    }

    @Test("each byte of Windows-1251 is the character that Python's codec has for it")
    func windows1251() throws {
        let file = sourceFixtures().appendingPathComponent("CSV/windows-1251.json")
        let letters = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
        for (hex, letter) in letters {
            let byte = try #require(UInt8(hex, radix: 16))
            // Enough Cyrillic around it that the encoding is certain.
            let word = [UInt8](repeating: 0xE0, count: 60)
            let bytes = Array("q\n".utf8) + word + [byte] + word + Array("\n".utf8)
            let (sheet, problems) = CSV.rows(bytes: bytes, file: "t.csv")
            let around = String(repeating: "а", count: 60)
            #expect(sheet?.rows.last == [around + letter + around], "\(hex)")
            #expect(problems.map(\.code.name) == ["text.windows-1251"])
            #expect(problems.allSatisfy { $0.severity == .note })
        }
    }

    @Test(
        "the separator is the one that divides the first rows evenly",
        arguments: [
            ("a,b\n1,2\n", 2), ("a;b\n1;2\n", 2), ("a\tb\n1\t2\n", 2), ("a\n1\n", 1),
            ("How old are you, in years?;Sex\n5;1\n6;2\n", 2),
            ("\"a;b\",c,d\n1,2,3\n", 3), ("a;b\n1,5;2,5\n", 2), ("sep=;\na,x;b\n1,2;3\n", 2),
            ("sep=\t\r\na\tb\r\n1\t2\r\n", 2), ("a,b;c,d;e\n1,2;3,4;5\n6,7,8;9;10\n", 3),
        ]
    )
    func separator(text: String, columns: Int) {
        let (data, problems) = readCSV(text)
        #expect(data?.columns.count == columns)
        #expect(!problems.hasErrors)
    }

    @Test("rows are counted as a spreadsheet does, whatever line ends they hold")
    func lines() throws {
        let text = "\n\na,b\n1,\"x\ny\"\n\n2,z\n3\n\"4\",\"\"\n"
        let (data, problems) = readCSV(text)
        let read = try #require(data)
        #expect(cells(read) == [["a", "b"], ["1", "x\ny"], ["2", "z"], ["4", ""]])
        #expect((0..<3).map(read.origin.line(of:)) == [4, 6, 8])
        #expect(problems.map(\.location.line) == [7])
        let plain = try #require(readCSV("a,b\n1,\"x\ny\"\n2,z\n").data)
        #expect(plain.origin == .init(file: "t.csv", firstLine: 2))
    }

    @Test("columns that are skipped reach neither the data nor a message")
    func skipped() throws {
        let secret = ReadOptions { $0.hasPrefix("name") }
        let text = "name,q,name,name\nАй\u{0},1,x,\"y\"z\nАй,2,\"Бо\n\",\"1\"\nАй,3\n"
        let (data, problems) = readCSV(text, secret)
        let read = try #require(data)
        #expect(cells(read) == [["q"], ["2"]])
        #expect(problems.filter { $0.severity == .error }.map(\.location.line) == [2, 4])
        #expect(!"\(problems)".contains("Ай") && !"\(problems)".contains("Бо"))
    }

    @Test("quoted numbers are numbers, as exports quote everything")
    func quotedNumbers() throws {
        let read = try #require(readCSV("\"a\",\"b\"\n\"1\",\"0.5\"\n\"\",\"\"\n\"-7\",2\n").data)
        #expect(read["a"]?.values == .numbers(.bytes([1, .min, -7])))
        #expect(cells(read) == [["a", "b"], ["1", "0.5"], ["", ""], ["-7", "2"]])
    }

    @Test("decimal commas are numbers where a whole column has them, and commas separate nothing")
    func decimalCommas() throws {
        let read = try #require(readCSV("a;b;c\n1,5;1,5;7\n2;2.5;8\n").data)
        #expect(read["a"]?.values == .numbers(.doubles([1.5, 2])))
        #expect(read["b"]?.values == .text(TextPool(["1,5", "2.5"])))
        #expect(read["c"]?.values == .numbers(.bytes([7, 8])))
        let comma = try #require(readCSV("a,b\n\"1,5\",1\n").data)
        #expect(comma["a"]?.values == .text(TextPool(["1,5"])))
    }
}
