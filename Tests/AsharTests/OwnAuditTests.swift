import Foundation
import Report
import Testing

@Suite("The audit of a report's own tables")
struct OwnAuditTests {
    @Test(
        "finds nothing in the examples, and looks at their tables",
        arguments: [
            "bfi", "nhanes", "kyrgyzstan",
        ]
    )
    func examples(_ name: String) throws {
        let results = try Example.results(name)
        #expect(results.auditProblems() == [])
        let outcome = Audit.audit(results.audited, rules: Results.rulesOfItsOwn)
        #expect(outcome.checked.values.reduce(0, +) > 100)
        #expect(outcome.findings.filter { $0.severity <= .contradictory }.map(\.headline) == [])
    }

    @Test(
        "takes the whole numbers around a scale, and leaves one out that has none to count",
        arguments: [
            ("[1, 5]", 1...5), ("[-0.5, 5.5]", -1...6), ("[0, 1e19]", nil),
            ("[-1e300, 1e300]", nil),
        ] as [(String, ClosedRange<Int>?)]
    )
    func ranges(_ range: String, _ expected: ClosedRange<Int>?) throws {
        let folder = try TemporaryFolder()
        let yaml =
            "data: answers.csv\nscales: {s: {range: \(range), items: [q, r]}}\n"
            + "questions: {sex: {type: one}}\nbreakdowns: [sex]\n"
        let csv = "q,r,sex\n" + (0..<80).map { "\($0 % 5 + 1),\($0 % 4 + 1),\($0 % 2)\n" }.joined()
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        try csv.write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        let results = try Example.results(in: folder.path)
        #expect(results.audited.scales.map(\.range) == [expected].compactMap(\.self))
        #expect(results.audited.tables.contains { $0.scale == "s" } == (expected != nil))
        #expect(results.auditProblems() == [])
    }

    @Test("calls a mean outside its scale impossible, and a total outside its groups wrong")
    func planted() throws {
        var report = try #require(BoundStudies.kyrgyzstan).audited
        let table = try #require(report.tables.firstIndex { $0.statistic == .mean })
        let total = report.tables[table].columns.count - 1
        report.tables[table].cells[0][0] = .number(PrintedNumber(units: 720, decimals: 2))
        report.tables[table].cells[1][total] = .number(PrintedNumber(units: 590, decimals: 2))
        let found = Audit.audit(report, rules: Results.rulesOfItsOwn).findings
        #expect(found.contains { $0.severity == .impossible && $0.printed == "7.20" })
        #expect(found.contains { $0.rule == .totals && $0.printed == "5.90" })
    }
}
