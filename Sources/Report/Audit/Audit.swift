/// The audit of published tables and claims.
///
/// It re-computes what the figures of a report say of each other. It cannot see the answers behind
/// them: a report without findings may still be wrong.
package enum Audit {
    /// Applies every rule to `report` and judges the findings together.
    ///
    /// - Parameter report: Tables, claims and passages, as read from an audit folder or made from
    ///   a study's own results.
    /// - Returns: Findings in the order to show them; the same report always gives the same.
    package static func audit(_ report: AuditedReport) -> AuditOutcome {
        let outcomes: [(AuditRuleName, RuleOutcome)] = [
            (.range, RangeRule.judge(report)),
            (.totals, TotalsRule.judge(report)),
            (.counts, CountsRule.judge(report)),
            (.copies, CopiesRule.judge(report)),
            (.scoring, ScoringRule.judge(report)),
        ]
        return Judging.judged(outcomes, of: report)
    }
}
