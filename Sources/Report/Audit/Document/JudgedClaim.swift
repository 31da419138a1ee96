/// A claim of the report with what the audit made of it.
package struct JudgedClaim: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// True for the figures as they are printed.
        case holds
        /// False for every value that the printed figures may stand for.
        case fails
        /// Rounding, or a figure that is not printed, leaves it open.
        case undecided
        /// Nothing was found against it; whether it was decided is not known.
        case unopposed
    }

    package var claim: AuditedClaim
    package var verdict: Verdict
    /// Why it was left open, in words; nil where nothing need be said.
    package var why: String?

    package init(_ claim: AuditedClaim, _ verdict: Verdict, why: String? = nil) {
        self.claim = claim
        self.verdict = verdict
        self.why = why
    }

    /// The claims of `report`, as far as `outcome` alone tells what became of them.
    ///
    /// A rule counts what it could not judge without naming it, so that claims without a finding hold
    /// for certain only where the rule judged every one of them.
    package static func all(of report: AuditedReport, _ outcome: AuditOutcome) -> [JudgedClaim] {
        let found = Set(outcome.findings.compactMap(\.claim))
        let isEachJudged =
            (outcome.silent[.claims] ?? []).isEmpty
            && outcome.checked[.claims] == report.claims.count
        return report.claims.map { claim in
            JudgedClaim(
                claim,
                found.contains(claim.id) ? .fails : isEachJudged ? .holds : .unopposed
            )
        }
    }
}
