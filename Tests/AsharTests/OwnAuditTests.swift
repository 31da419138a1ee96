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
