/// A claim of the report with what the audit made of it.
package struct JudgedClaim: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// True for the figures as they are printed.
        case holds
        /// False for every value that the printed figures may stand for, or found wrong by a rule.
        case fails
        /// Rounding, or a figure that is not printed, leaves it open.
        case undecided
        /// Its expression is no claim in the language of docs/audit/claims.md.
        case unread
    }

    package var claim: AuditedClaim
    package var verdict: Verdict
    /// What the cells say, or why it was left open; nil where nothing need be said.
    package var why: String?

    package init(_ claim: AuditedClaim, _ verdict: Verdict, why: String? = nil) {
        self.claim = claim
        self.verdict = verdict
        self.why = why
    }

    /// What became of every claim of `report`, in its order.
    ///
    /// A claim that cannot be decided from the print alone fails where a rule has found against it.
    /// One that holds for the people asked, and is not shown for all, holds, and says so.
    package static func all(of report: AuditedReport, _ outcome: AuditOutcome) -> [JudgedClaim] {
        let evaluator = ClaimEvaluator(report)
        let found = Set(outcome.findings.filter { $0.rule != .comparisons }.compactMap(\.claim))
        let unshown = Set(outcome.findings.filter { $0.rule == .comparisons }.compactMap(\.claim))
        return report.claims.map { claim in
            guard let read = try? Claim(claim.expression),
                let account = try? evaluator.account(of: read)
            else { return JudgedClaim(claim, found.contains(claim.id) ? .fails : .unread) }
            switch account.truth {
            case .holds:
                return JudgedClaim(
                    claim,
                    found.contains(claim.id) ? .fails : .holds,
                    why: account.short
                        + (unshown.contains(claim.id)
                            ? "; of the people asked, so few that it is not shown for all" : "")
                )
            case .fails: return JudgedClaim(claim, .fails, why: account.short)
            case .undecided:
                return JudgedClaim(
                    claim,
                    found.contains(claim.id) ? .fails : .undecided,
                    why: unshown.contains(claim.id)
                        ? "so few people cannot show the difference" : reason(account)
                )
            }
        }
    }

    private static func reason(_ account: ClaimAccount) -> String {
        switch account.doubt {
        case .missing: "a figure that decides was not printed"
        case .significance: "whether the difference is more than chance"
        case .rounding: "the figures are too near each other to tell after rounding"
        }
    }
}
