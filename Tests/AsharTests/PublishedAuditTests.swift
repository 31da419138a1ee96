import Base
import Files
import Foundation
import Report
import TestKit
import Testing

/// The audit of the published report against verdicts that were found without it.
@Suite("The audit of the published report")
struct PublishedAuditTests {
    @Test("the folder reads without a problem, and the claims that fail are those of the reference")
    func verdicts() throws {
        var problems: [Problem] = []
        let folder = AuditFolder(path: Example.folder("kyrgyzstan") + "/published")
        let report = try #require(folder.report(&problems))
        #expect(problems == [])
        #expect(ClaimChecks.problems(of: report, file: AuditFolder.claimsName) == [])
        #expect(ClaimChecks.relationProblems(of: report, file: AuditFile.fileName) == [])
        let file = sourceFixtures().appendingPathComponent("Published/verdicts.csv").path
        let (sheet, _) = CSV.rows(path: file)
        let failing = try #require(sheet).rows.filter { $0[1] == "fails" }.map { $0[0] }
        let findings = Audit.audit(report).findings.filter { $0.rule == .claims }
        #expect(Set(findings.compactMap(\.claim)) == Set(failing))
    }

    @Test("the causes that a careful reader finds come first")
    func causes() throws {
        var problems: [Problem] = []
        let folder = AuditFolder(path: Example.folder("kyrgyzstan") + "/published")
        let findings = Audit.audit(try #require(folder.report(&problems))).findings
        let causes = findings.filter { cause in findings.contains { $0.explainedBy == cause.id } }
        let wanted = [
            // Items worded against the scale are 5 − x; one is turned in one table, one in some cells.
            "scoring:plan", "scoring:scale trust", "scoring:scale extremism",
            "scoring:trust-by-residence:row 9", "scoring:trust-by-region:row 2:part",
            // Regions and ethnic groups are not the same people; totals are plain means of regions.
            "totals:against:ethnicity and by region", "totals:method",
        ]
        #expect(wanted.filter { id in !causes.contains { $0.id == id } } == [])
        #expect(findings.first?.id == "scoring:plan")
        let restated = findings.first { $0.id == "scoring:trust-by-region:row 10:restated" }
        #expect(restated?.printed == "2.56" && restated?.expected == "3.02")
    }
}
