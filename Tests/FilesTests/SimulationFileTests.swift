import Base
import Foundation
import Report
import Survey
import Testing

@testable import Files

@Suite("simulation.yaml")
struct SimulationFileTests {
    private func read(_ plan: String) throws -> SimulationFile {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ashar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, _ name: String) throws {
            try text.write(
                to: folder.appendingPathComponent(name),
                atomically: true,
                encoding: .utf8
            )
        }
        try write(
            "cluster,region,interviews,role\n1,a,3,main\n2,b,2,main\n3,b,9,reserve\n",
            "c.csv"
        )
        try write("item,region,mean\nq1,a,2.5\nq1,b,3\nq2,a,x\n", "m.csv")
        try write("region,yes,no\na,60,40\n", "s.csv")
        try write(plan, SimulationFile.fileName)
        let study = StudyFile.read(
            "data: d.csv\nscales: {t: {range: [1, 5], items: [+q1, -q2]}}\n"
        ).study
        return SimulationFile(folder: folder.path, study: try #require(study))
    }

    private let clusters = "clusters: {file: c.csv, count: interviews, only: {role: main}}\n"

    @Test("a plan is read with its tables")
    func plan() throws {
        let file = try read(
            "seed: 7\n" + clusters + """
                icc: 0.1
                questions:
                  id: {id: yes}
                  ok: {shares: {yes: 0.9, no: 0.1}}
                  region: {copy: region, as: {a: north}}
                  age: {numbers: {"18-29": 40, "30": 60}, if: {ok: [yes]}, no-answer: {99: 0.1}}
                  when: {start: {from: 2023-03-06, days: 5}}
                """
        )
        #expect(file.problems == [])
        let plan = try #require(file.plan)
        #expect(file.seed == 7 && plan.places == ["a", "b"])
        #expect(plan.clusters.map(\.rows) == [3, 2])
        #expect(plan.questions.map(\.name) == ["id", "ok", "region", "age", "when"])
        #expect(plan.questions[3].condition == .init(question: "ok", answers: ["yes"]))
        #expect(
            plan.questions[3].kind
                == .number(groups: [18...29, 30...30], shares: [[0.4, 0.6], [0.4, 0.6]])
        )
    }

    @Test("all faults are told at once, each with its place")
    func faults() throws {
        let file = try read(
            clusters + """
                sead: 3
                means: {file: m.csv}
                scales: {t: {within: 0.2}, u: {}}
                questions:
                  one: {shares: {yes: 0.5, no: 0.1}}
                  two: {shares: s.csv}
                  three: {}
                  four: {always: x, if: {five: yes}}
                  six: {numbers: {"a-b": 1}}
                  seven: {copy: nothing}
                  eight: {start: {from: yesterday}}
                power: [{scale: t}]
                """
        )
        #expect(
            Set(file.problems.map(\.code.name)) == [
                "study.unknown-key", "simulation.mean", "simulation.no-mean",
                "simulation.unknown-scale", "simulation.sum", "simulation.no-shares",
                "simulation.kind", "simulation.condition", "simulation.group", "table.no-column",
                "simulation.day", "simulation.power",
            ]
        )
        #expect(file.problems.allSatisfy { $0.location.line != nil || $0.location.file == "m.csv" })
    }

    @Test(
        "hostile plans give problems and never trap",
        arguments: [
            "", "[]", "a", "clusters: 3", "clusters: {file: nothing.csv}", "{", "seed: -1",
            "clusters: {file: c.csv, count: role}", "clusters: {file: c.csv, place: nowhere}",
            "clusters: {file: c.csv}\nquestions: []", "clusters: {file: c.csv}\nicc: x",
            "clusters: {file: c.csv}\nquestions: {q: {numbers: {\"9-1\": 1}}}",
            "clusters: {file: c.csv, only: []}",
        ]
    )
    func hostile(plan: String) throws {
        #expect(!(try read(plan)).problems.isEmpty)
    }
}
