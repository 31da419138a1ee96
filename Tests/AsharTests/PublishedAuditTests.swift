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
}
