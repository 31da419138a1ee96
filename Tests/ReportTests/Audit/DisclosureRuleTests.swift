import Survey
import Testing

@testable import Report

@Suite("Printed rates against printed cases, in an audit")
struct DisclosureRuleTests {
    private static func judge(_ rates: [(String, String)], n: Int? = nil) throws -> RuleOutcome {
        var report = AuditedReport(n: n.map { AuditedBase($0, isAnswered: true) })
        report.disclosure = DisclosureForm(
            dispositions: PrintedRateTests.cases,
            printedRates: try rates.map {
                try #require(DisclosureForm.PrintedRate(name: $0, text: $1))
            }
        )
        return DisclosureRule.judge(report)
    }

    @Test("a rate that the cases do not give is contradictory, at its place in the list")
    func differs() throws {
        let outcome = try Self.judge([("RR5", "65.8%"), ("RR1", "65.8%")])
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1 && outcome.checked == 2)
        #expect(finding.id == "disclosure:rate 2")
        #expect(finding.severity == .contradictory)
        #expect(finding.headline.contains("RR1 = I / (E + U) = 61.73%"))
    }

    @Test("a rate that the cases do not decide is silent")
    func undecided() throws {
        let outcome = try Self.judge([("RR3", "63.7%")])
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [1])
    }

    @Test("more people in the tables than were interviewed is a finding")
    func people() throws {
        #expect(try Self.judge([], n: 1025).findings.isEmpty)
        #expect(try Self.judge([], n: 1026).findings.map(\.id) == ["disclosure:rate 1"])
    }

    @Test("a report of which nobody noted rates has nothing to judge")
    func empty() {
        #expect(DisclosureRule.judge(AuditedReport()) == RuleOutcome())
    }
}
