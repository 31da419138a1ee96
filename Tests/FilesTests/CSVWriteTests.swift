import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@Suite("CSV writing")
struct CSVWriteTests {
    private func written(_ cells: [CSV.Cell], _ formulas: CSV.Formulas = .defused) -> String {
        String(decoding: CSV.write([cells], formulas: formulas), as: UTF8.self)
    }

    @Test(
        "cells are quoted where RFC 4180 wants it, and only there",
        arguments: [
            ([.text("a"), .text("b c")], "a,b c\r\n"),
            ([.text("a,b"), .text("say \"x\"")], "\"a,b\",\"say \"\"x\"\"\"\r\n"),
            ([.text("a\nb"), .text("a\rb")], "\"a\nb\",\"a\rb\"\r\n"),
            ([.text("a;b"), .text("a\tb")], "\"a;b\",\"a\tb\"\r\n"),
            ([.text(" a"), .text("a ")], "\" a\",\"a \"\r\n"),
            ([.empty, .text("")], ",\r\n"), ([.empty], "\"\"\r\n"), ([.text("")], "\"\"\r\n"),
            ([.number(5), .number(-0.5), .number(.nan)], "5,-0.5,\r\n"),
            ([.number(1e300), .number(0.1), .number(.infinity)], "1e+300,0.1,\r\n"),
            (
                [.date(1_709_164_800, .day), .date(1_709_202_615, .second)],
                "2024-02-29,2024-02-29T10:30:15\r\n"
            ),
        ] as [([CSV.Cell], String)]
    )
    func quoting(cells: [CSV.Cell], expected: String) {
        #expect(written(cells) == expected)
    }

    @Test(
        "a text that a spreadsheet would run is shown as text",
        arguments: [
            ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-нет", "'-нет"), ("\t=1", "\"'\t=1\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("＝1", "'＝1"),
            ("-5", "-5"), ("--", "--"), ("+996 555 01-23-45", "+996 555 01-23-45"), ("a=b", "a=b"),
        ]
    )
    func formulas(text: String, expected: String) {
        #expect(written([.text(text), .text("x")]) == expected + ",x\r\n")
        let kept = CSV.write([[.text(text), .empty]], formulas: .kept)
        #expect(CSV.rows(bytes: Array("a,b\n".utf8) + kept, file: "").0?.rows.last == [text, ""])
    }

    @Test("numbers are never shown as text")
    func numbers() {
        #expect(written([.number(-5), .number(-1e-9)]) == "-5,-1e-09\r\n")
    }

    @Test("microdata are names, numbers and ISO dates")
    func microdata() {
        var several = SeveralAnswers(options: [Category("a"), Category("b"), Category("c")])
        for chosen in [[0, 2], [], nil] { several.append(chosen) }
        let data = Microdata(
            rowCount: 3,
            columns: [
                Column(
                    name: "sex",
                    values: .codes(
                        Codes([1, 0, 2], categoryCount: 2),
                        [Category("f", label: "Woman"), Category("m", label: "Man")]
                    )
                ),
                Column(name: "age", values: .numbers(Numbers([41, .nan, 0.5]))),
                Column(name: "why", values: .text(TextPool(["a,b", "", "=x"]))),
                Column(name: "day", values: .dates([.nan, 0, 86400], .day)),
                Column(name: "help", values: .several(several)),
            ]
        )
        let expected = [
            "sex,age,why,day,help", "f,41,\"a,b\",,a c", ",,,1970-01-01,", "m,0.5,'=x,1970-01-02,",
            "",
        ]
        #expect(
            String(decoding: CSV.write(data), as: UTF8.self) == expected.joined(separator: "\r\n")
        )
    }

    @Test("what fuzzing found is read the same in pieces, and again when it was written")
    func found() throws {
        let folder = sourceFixtures().appendingPathComponent("CSV/found")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        #expect(!files.isEmpty)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            let (data, problems) = CSV.read(bytes: bytes, file: "")
            for pieceBytes in [1, 7, 64] {
                let options = ReadOptions()
                let pieces = CSV.read(
                    bytes: bytes,
                    file: "",
                    options: options,
                    pieceBytes: pieceBytes
                )
                #expect(pieces.0 == data && pieces.1 == problems, "\(file.lastPathComponent)")
            }
            let again = CSV.read(bytes: CSV.write(try #require(data), formulas: .kept), file: "")
            #expect(again.0?.columns == data?.columns, "\(file.lastPathComponent)")
        }
    }

    @Test("what is written is read again, cell by cell")
    func roundTrip() throws {
        var random = FixedRandom(state: 3)
        let parts = [",", "\"", "\n", "\r", "\r\n", " ", ";", "\t", "x", "да", "=", "7", ""]
        for _ in 0..<2000 {
            let rows = (0..<4).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        parts.randomElement(using: &random) ?? ""
                    }.joined()
                }
            }
            let header: [CSV.Cell] = [.text("a"), .text("b"), .text("c")]
            let bytes = CSV.write(
                [header] + rows.map { $0.map { .text($0) } } + [
                    [.text("z"), .text("z"), .text("z")]
                ],
                formulas: .kept
            )
            let (data, problems) = CSV.read(bytes: bytes, file: "")
            #expect(problems.isEmpty)
            let read = try #require(data)
            for (place, column) in read.columns.enumerated() {
                let expected = TextPool(rows.map { $0[place] } + ["z"])
                #expect(column.values == .text(expected))
            }
        }
    }
}

@Suite("AtomicFile")
struct CSVAtomicFileTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "/ashar-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("a file is replaced whole, and keeps its permissions")
    func replace() throws {
        try inFolder { folder in
            let path = folder + "/a.csv"
            try AtomicFile.write("old", to: path)
            chmod(path, 0o640)
            let large = [UInt8](repeating: 0x61, count: 3_000_000)
            try AtomicFile.write(large, to: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(large))
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o640)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
        }
    }

    @Test("a failure leaves the old file and nothing else")
    func failure() throws {
        try inFolder { folder in
            let path = folder + "/a.csv"
            try AtomicFile.write("old", to: path)
            let broken = AtomicFile.Failure(path: path, code: EIO)
            #expect(throws: broken) {
                try AtomicFile.write(to: path) { (writer) throws(AtomicFile.Failure) in
                    try writer.append([UInt8](repeating: 0, count: 2_000_000))
                    throw broken
                }
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
        }
    }

    @Test("a link stays a link, and a folder that is not there is a failure with a reason")
    func links() throws {
        try inFolder { folder in
            try AtomicFile.write("old", to: folder + "/a")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link",
                withDestinationPath: "a"
            )
            try AtomicFile.write("new", to: folder + "/link")
            #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "new")
            #expect(throws: AtomicFile.Failure.self) {
                try AtomicFile.write("x", to: folder + "/none/a")
            }
            try AtomicFile.write("x", to: "/dev/null")
        }
    }
}
