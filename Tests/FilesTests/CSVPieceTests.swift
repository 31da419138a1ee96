import Base
import Files
import Foundation
import Survey
import Testing

/// A generator whose numbers are the same on each run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("CSV in pieces")
struct CSVPieceTests {
    /// Texts made of the parts that decide where cells and rows end.
    private func text(_ random: inout FixedRandom, parts: Int) -> [UInt8] {
        let alphabet = [
            ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "1", "12", "300", "1.5",
            "x",
            "да", "2024-02-29", "007", " ", ";", "\"a,b\"", "\"a\nb\"", "\"\"\"\"", "\n1,2\n",
            "\u{0}",
        ]
        var text = "a,b\n"
        for _ in 0..<Int.random(in: 0...parts, using: &random) {
            text += alphabet.randomElement(using: &random) ?? ""
        }
        return Array(text.utf8)
    }

    @Test("the result does not depend on where the text is cut")
    func pieces() {
        var random = FixedRandom(state: 1)
        for _ in 0..<600 {
            let bytes = text(&random, parts: 200)
            let size = Int.random(in: 1...80, using: &random)
            let whole = printed(bytes, pieceBytes: .max >> 1)
            let pieces = printed(bytes, pieceBytes: size)
            #expect(whole == pieces, "\(String(decoding: bytes, as: UTF8.self)) \(size)")
        }
    }

    /// All that is read from `bytes`, printed: NaN is not equal to itself.
    private func printed(_ bytes: [UInt8], pieceBytes: Int) -> String {
        let (data, problems) = CSV.read(
            bytes: bytes,
            file: "",
            options: .init(),
            pieceBytes: pieceBytes
        )
        return "\(data?.columns ?? []) \(data.map { "\($0.origin)" } ?? "") \(problems)"
    }

    @Test("the fast reader finds the cells that the simple one finds")
    func scanner() throws {
        var random = FixedRandom(state: 2)
        for _ in 0..<600 {
            let bytes = text(&random, parts: 120)
            let (data, problems) = CSV.read(bytes: bytes, file: "t")
            let (sheet, simpleProblems) = CSV.rows(bytes: bytes, file: "t")
            guard let data, let rows = sheet?.rows else { continue }
            let header = try #require(rows.firstIndex { !$0.isEmpty })
            let width = rows[header].count
            let wrong = Set(simpleProblems.compactMap(\.location.line))
            let sound = rows.indices.dropFirst(header + 1).filter {
                !wrong.contains($0 + 1) && (rows[$0].count == width || width == 1)
            }
            try #require(data.rowCount == sound.count, "\(String(decoding: bytes, as: UTF8.self))")
            #expect((0..<data.rowCount).map(data.origin.line(of:)) == sound.map { $0 + 1 })
            for (place, column) in data.columns.enumerated() {
                var builder = ColumnBuilder(name: column.name, allowsComma: false)
                for row in sound { builder.append(text: rows[row].isEmpty ? "" : rows[row][place]) }
                #expect("\(builder.finish().values)" == "\(column.values)")
            }
            // What the simple reader refuses is refused for the same reason.
            for problem in simpleProblems where (problem.location.line ?? 0) > header + 1 {
                let same = problems.contains {
                    $0.code == problem.code && $0.location.line == problem.location.line
                }
                #expect(same, "\(problem)")
            }
        }
    }

    @Test("large texts are read as small ones, over all lengths of cells and blocks of 64 bytes")
    func large() throws {
        var text = "id,x,note\n"
        for row in 0..<60_000 {
            let note = String(repeating: "ж", count: row % 97)
            text +=
                "\(row),\(row % 7 == 0 ? "" : "\(row % 130)"),\"\(note)\(row % 11 == 0 ? "\n,\"\"" : "")\"\n"
        }
        let read = try #require(readCSV(text).data)
        #expect(read.rowCount == 60_000)
        #expect(readCSV(text).problems.isEmpty)
        guard case .numbers(let ids) = read["id"]?.values, case .numbers(let x) = read["x"]?.values,
            case .text(let notes) = read["note"]?.values
        else {
            Issue.record("kinds")
            return
        }
        for row in 0..<60_000 {
            let note = String(repeating: "ж", count: row % 97) + (row % 11 == 0 ? "\n,\"" : "")
            try #require(
                ids[row] == Double(row) && notes[row] == note
                    && (row % 7 == 0 ? x[row].isNaN : x[row] == Double(row % 130))
            )
        }
    }
}
