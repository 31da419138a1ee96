import Base
import CReadStatChild
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// Writes `bytes` to a file of its own, hands its path to `body` and removes it.
func withTemporaryFile<T>(_ name: String, _ bytes: Data, _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ashar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try bytes.write(to: file)
    return try body(file.path)
}

@Suite("Statistics files: damaged and hostile ones")
struct StatisticsHostileTests {
    private static let names = [
        "survey.sav", "survey-rows.sav", "survey.zsav", "survey.por", "survey-115.dta",
        "survey-118.dta",
    ]
    private static let limits = {
        var limits = StatLimits()
        limits.memory = 1 << 30
        limits.seconds = 5
        limits.silence = 60_000
        limits.cells = 1_000_000
        return limits
    }()

    /// The code of the problem that the file gives; nil when it gives a table.
    private func outcome(_ path: String, _ limits: StatLimits = limits) -> String? {
        do throws(Problems) {
            let data = try StatFile.read(path: path, options: ReadOptions(), limits: limits).data
            #expect(data.columns.allSatisfy { $0.rowCount == data.rowCount })
            return nil
        } catch {
            #expect(error.list.count == 1)
            #expect(error.list.hasErrors)
            return error.list.first?.code.name ?? "no problem at all"
        }
    }

    @Test("a file cut short anywhere is a problem, never half a table", arguments: names)
    func truncated(name: String) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: statisticsFixture(name)))
        let complete = try StatFile.read(path: statisticsFixture(name)).data
        for length in stride(from: 0, to: whole.count - 1, by: 64) {
            try withTemporaryFile(name, whole.prefix(length)) { path in
                do throws(Problems) {
                    let (data, problems) = try StatFile.read(
                        path: path,
                        options: ReadOptions(),
                        limits: StatisticsHostileTests.limits
                    )
                    // Only padding was cut, or the loss of labels is told.
                    let isTold = problems.contains { $0.code == "statfile.labels-lost" }
                    let isWhole = zip(data.columns, complete.columns).allSatisfy {
                        "\($0.values)" == "\($1.values)"  // NaN equals NaN in print
                    }
                    #expect(isTold || isWhole, "\(name) cut after \(length)")
                } catch {
                    #expect(error.list.hasErrors)
                    #expect(error.list.first?.code != "statfile.time")
                }
            }
        }
    }

    @Test("a file with a changed byte is a problem or a table, never a crash", arguments: names)
    func flipped(name: String) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: statisticsFixture(name)))
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<100 {
            var bytes = whole
            for _ in 0...next(3) { bytes[next(whole.count)] = UInt8(next(256)) }
            let code = try withTemporaryFile(name, bytes) { outcome($0) }
            #expect(code != "statfile.time")
        }
    }

    @Test(
        "what is no statistics file is told apart",
        arguments: [
            ("empty.sav", Data(), "statfile.empty"),
            ("text.sav", Data("id,sex\n1,2\n3,4\n".utf8), "statfile.not-statistical"),
            ("zip.dta", Data([0x50, 0x4B, 3, 4, 0, 0, 0, 0]), "statfile.not-statistical"),
            ("noise.sav", Data((0..<999).map { UInt8($0 * 37 % 251) }), "statfile.not-statistical"),
            ("head.sav", Data("$FL2".utf8) + Data(count: 4000), "statfile.damaged"),
            ("text.por", Data("id,sex\n1,2\n".utf8), "statfile.damaged"),
        ] as [(String, Data, String)]
    )
    func mislabelled(name: String, bytes: Data, code: String) throws {
        #expect(try withTemporaryFile(name, bytes) { outcome($0) } == code)
    }

    @Test("a missing file, a folder and a device are problems")
    func unreadable() {
        #expect(outcome("/nowhere/at/all.sav") == "statfile.not-found")
        #expect(outcome("/tmp") == "statfile.unreadable")
        #expect(outcome("/dev/zero") == "statfile.unreadable")
    }

    @Test("a Stata file named .sav is read as what it is")
    func misnamed() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: statisticsFixture("survey-118.dta")))
        #expect(try withTemporaryFile("survey.sav", bytes) { outcome($0) } == nil)
    }

    @Test(
        "a reader that goes wrong leaves one problem, and this process alive",
        arguments: [
            (ASHAR_CRASHES, "statfile.crashed"),
            (ASHAR_HANGS, "statfile.time"),
            (ASHAR_SPINS, "statfile.time"),
            (ASHAR_EATS_MEMORY, "statfile.crashed"),
            (ASHAR_SENDS_NONSENSE, "statfile.crashed"),
            (ASHAR_STOPS_EARLY, "statfile.crashed"),
        ]
    )
    func fault(fault: Int, code: String) {
        var limits = StatisticsHostileTests.limits
        limits.fault = fault
        limits.seconds = 1
        limits.silence = fault == ASHAR_HANGS ? 500 : 60_000
        #expect(outcome(statisticsFixture("survey.sav"), limits) == code)
    }

    @Test("a file with more cells than we keep is a problem")
    func tooLarge() {
        var limits = StatLimits()
        limits.cells = 50
        #expect(outcome(statisticsFixture("survey.sav"), limits) == "statfile.too-large")
    }

    @Test("many files can be read at the same time")
    func parallel() async {
        await withTaskGroup(of: String?.self) { group in
            for index in 0..<40 {
                let name = StatisticsHostileTests.names[index % StatisticsHostileTests.names.count]
                group.addTask { outcome(statisticsFixture(name)) }
            }
            for await code in group { #expect(code == nil) }
        }
    }
}
