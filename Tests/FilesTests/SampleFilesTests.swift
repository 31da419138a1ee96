import Base
import Foundation
import Report
import Survey
import Testing

@testable import Files

@Suite("Files of a sample")
struct SampleFilesTests {
    private func table(_ text: String, _ name: String) -> TableText {
        let rows = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return TableText(file: name, header: rows[0], rows: Array(rows.dropFirst()))
    }

    @Test("all faults of a frame are told at once, each with its file, line and column")
    func faults() {
        let (frame, problems) = FrameFile.frame(
            strata: table("region,population\nnorth,1000\nsouth,abc\n", "frame.csv"),
            units: table("id,region,size\na,north,x1\nb,north,5 00\n", "units.csv"),
            key: ["region"]
        )
        #expect(frame == nil)
        #expect(
            problems.map {
                "\($0.location.file):\($0.location.line ?? 0):\($0.location.column ?? "")"
            }
                == ["frame.csv:3:population", "units.csv:2:size"]
        )
        let (_, sums) = FrameFile.frame(
            strata: table("region,population\nnorth,1000\nsouth,50\neast,7\neast,8\n", "frame.csv"),
            units: table(
                "id,region,size,households\na,north,900,0\na,west,10,\n,north,,5\n",
                "units.csv"
            ),
            key: ["region"]
        )
        #expect(sums.map(\.code.name) == ["frame.not-a-number"])
        let (_, more) = FrameFile.frame(
            strata: table("region,population\nnorth,1000\nsouth,50\neast,7\neast,8\n", "frame.csv"),
            units: table("id,region,size\na,north,900\na,west,10\n,north,\n", "units.csv"),
            key: ["region"]
        )
        #expect(
            more.map(\.code.name) == [
                "frame.repeated-stratum", "frame.repeated-unit", "frame.unknown-stratum",
                "frame.no-id", "frame.no-size",
            ]
        )
        let (_, missing) = FrameFile.frame(
            strata: table("regoin,population\nnorth,1\n", "frame.csv"),
            units: nil,
            key: ["region"]
        )
        #expect(missing.map(\.code.name) == ["table.no-column"])
        #expect(missing[0].remedy.contains("Did you mean regoin?"))
    }

    @Test(
        "numbers are read as people write them",
        arguments: [
            ("1 234", 1_234), ("1\u{A0}234,5", 1_234.5), ("2,4", 2.4), ("0,125", 0.125),
            ("686,271", 686_271),
            ("1,394,825", 1_394_825), ("1,234.5", 1_234.5), ("-3", -3), ("", nil), ("x", nil),
            ("1e400", nil), ("nan", nil),
        ] as [(String, Double?)]
    )
    func numbers(text: String, expected: Double?) {
        #expect(TableText.number(text) == expected)
    }

    @Test("a published table that follows has nothing to mend")
    func published() throws {
        let (read, problems) = PublishedFile.read(
            table(
                "region,population,population:city,population:village,percent,n,n:city,n:village,clusters\n"
                    + "total,1000,400,600,100,100,40,60,10\n"
                    + "a,600,300,300,60,60,30,30,6\nb,400,100,300,40,40,10,30,4\n",
                "p.csv"
            ),
            name: "region"
        )
        #expect(problems == [])
        let found = try #require(read)
        #expect(found.parts == ["city", "village"])
        #expect(found.discrepancies(interviews: 100, perCluster: 10) == [])
        let wrong = found.discrepancies(interviews: 200, perCluster: 10)
        #expect(wrong.contains { $0.column == "n" && $0.row == "a" && $0.expected == 120 })
    }

    @Test("dispositions are counted; codes that are none are named with their line")
    func dispositions() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ashar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("c.csv")
        try "cluster,code\n1,1.1\n1,2.11\n2,\n2,9.9\n2,4.70\n"
            .write(to: file, atomically: true, encoding: .utf8)
        let read = DispositionFile(path: file.path)
        let dispositions = read.dispositions
        #expect(dispositions[.complete] == 1 && dispositions[.refusal] == 1)
        #expect(dispositions[.notEligible] == 1 && read.unfinished == 1)
        #expect(read.problems.map(\.location.line) == [5])
        #expect(read.problems.map(\.code.name) == ["dispositions.code"])
    }
}
