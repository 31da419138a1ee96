import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// A small generator of random numbers that gives the same ones each time (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

@Suite("XLSX there and back")
struct XLSXRoundTripTests {
    @Test("random texts come back letter by letter", arguments: 0..<20)
    func texts(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let count = Int.random(in: 1...8, using: &random)
        let rows = (0..<30).map { _ in (0..<count).map { _ in randomText(&random) } + ["end"] }
        let columns = (0...count).map { Workbook.ColumnSpec("c\($0)") }
        let sheet = Workbook.Sheet(
            name: "s",
            columns: columns,
            rows: rows.map { $0.map { .text($0) } }
        )
        try withTemporaryFile { path in
            try XLSX.write(Workbook(title: "", sheets: [sheet]), to: path)
            #expect(try XLSX.readText(path: path)[0].rows == [columns.map(\.header)] + rows)
        }
    }

    @Test("random data come back", arguments: 0..<20)
    func data(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let count = Int.random(in: 1...60, using: &random)
        let data = randomData(&random, rows: count)
        try withTemporaryFile { path in
            try XLSX.write(microdata: data, to: path)
            let result = try XLSX.read(path: path, options: ReadOptions())
            #expect(result.sheets.map(\.name) == ["data", "codebook"])
            let back = result.sheets[0].data
            #expect(back.rowCount == count)
            #expect(back.names == data.names)
            for name in ["small", "decimal", "words", "day", "moment"] {
                // As text, because NaN differs from itself.
                #expect("\(back[name] as Any)" == "\(data[name] as Any)", "\(name)")
            }
            // libxlsxwriter writes 16 significant digits; a double may need 17.
            guard case .numbers(let before) = data["any"]?.values else { return }
            for (first, second) in zip(before.all, back.numbers("any")) {
                #expect(isClose(first, second, 1e-15), "\(first) \(second)")
            }
        }
    }

    @Test("workbooks too large for memory are written line by line, with the same cells")
    func streamed() throws {
        var random = Seeded(state: 7)
        let layout = MicrodataLayout.data(randomData(&random, rows: 50))
        try withTemporaryFile { path in
            try XLSX.write([layout], title: "", tabs: [:], to: path)
            let whole = try XLSX.readText(path: path)
            try XLSX.write([layout], title: "", tabs: [:], to: path, mostCellsInMemory: 0)
            #expect(try XLSX.readText(path: path) == whole)
            #expect(whole[0].rows.count == 51)
        }
    }

    @Test("codes and several answers are written by name, and explained in the codebook")
    func codebook() throws {
        let categories = [
            Category("1", label: LocalText(["en": "Yes", "ru": "Да"])),
            Category("dk", label: LocalText("Don’t know"), isMissing: true),
        ]
        var several = SeveralAnswers(options: [Category("a"), Category("b")])
        for answer in [[0, 1], nil, []] as [[Int]?] { several.append(answer) }
        let data = Microdata(
            rowCount: 3,
            columns: [
                Column(
                    name: "q",
                    label: LocalText(["ru": "Вопрос"]),
                    values: .codes(Codes([1, 2, 0], categoryCount: 2), categories)
                ),
                Column(name: "s", values: .several(several)),
                Column(
                    name: "n",
                    values: .numbers(Numbers([7, 99, .nan])),
                    missingNumbers: MissingNumbers([99], ranges: [-9...(-1)])
                ),
            ]
        )
        try withTemporaryFile { path in
            try XLSX.write(microdata: data, language: "ru", to: path)
            let sheets = try XLSX.readText(path: path)
            #expect(sheets[0].rows == [["q", "s", "n"], ["1", "a b", "7"], ["dk", "", "99"]])
            #expect(
                sheets[1].rows == [
                    ["variable", "label", "kind", "value", "value label", "missing"],
                    ["q", "Вопрос", "one answer", "1", "Да"],
                    ["q", "Вопрос", "one answer", "dk", "Don’t know", "yes"],
                    ["s", "", "several answers", "a"],
                    ["s", "", "several answers", "b"],
                    ["n", "", "number", "99", "", "yes"],
                    ["n", "", "number", "-9 to -1", "", "yes"],
                ]
            )
        }
    }

    /// Letters of many alphabets, controls, escapes, white space at the ends.
    private func randomText(_ random: inout Seeded) -> String {
        let pieces = [
            "a", "Ж", "ө", "東", "👩‍👧", " ", "\n", "\t", "\r", "\u{0}", "\u{1F}", "\u{7F}", "\u{FFFE}",
            "_", "_x", "x000", "_x0041_", "_x005F_", "&", "<", ">", "\"", "'", "=", "]]>",
            "e\u{301}",
        ]
        return (0..<Int.random(in: 0...8, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private func randomData(_ random: inout Seeded, rows: Int) -> Microdata {
        func column(_ missing: Double, _ value: (inout Seeded) -> Double) -> [Double] {
            // The first row always has a value: a column of nothing has no kind.
            (0..<rows).map { row in
                let isMissing = row > 0 && Double.random(in: 0..<1, using: &random) < missing
                return isMissing ? .nan : value(&random)
            }
        }
        let small = column(0.2) { Double(Int.random(in: -127...127, using: &$0)) }
        // Odd thousandths: never whole, and never of more digits than a person would type.
        let decimal = column(0.2) {
            Double(2 * Int.random(in: -999_999...999_999, using: &$0) + 1) / 1000
        }
        let any = column(0.2) {
            let number = Double(bitPattern: $0.next())
            return number.isFinite ? number : 0.1
        }
        let day = column(0.2) { Double(Int.random(in: -25_000...100_000, using: &$0)) * 86_400 }
        let moment = column(0.2) { Double(Int.random(in: 0...4_000_000_000, using: &$0)) }
        let words = (0..<rows).map { row in
            row > 0 && Bool.random(using: &random) ? "" : "w" + randomText(&random)
        }
        // The last row is kept by a text that is never empty.
        let end = [String](repeating: "end", count: rows)
        return Microdata(
            rowCount: rows,
            columns: [
                Column(name: "small", values: .numbers(Numbers(small))),
                Column(name: "decimal", values: .numbers(Numbers(decimal))),
                Column(name: "any", values: .numbers(Numbers(any))),
                Column(name: "words", values: .text(TextPool(words))),
                Column(name: "day", values: .dates(day, .day)),
                Column(name: "moment", values: .dates(moment, .second)),
                Column(name: "end", values: .text(TextPool(end))),
            ]
        )
    }
}
