/// The audit of published tables and claims.
///
/// It re-computes what the figures of a report say of each other. It cannot see the answers behind
/// them: a report without findings may still be wrong.
package enum Audit {
    /// Applies every rule to `report` and judges the findings together.
    ///
    /// - Parameters:
    ///   - report: Tables, claims and passages, as read from an audit folder or made from a study's
    ///     own results.
    ///   - names: The rules to apply; all of them by default.
    /// - Returns: Findings in the order to show them; the same report always gives the same.
    package static func audit(
        _ report: AuditedReport,
        rules names: Set<AuditRuleName> = Set(AuditRuleName.allCases)
    ) -> AuditOutcome {
        let outcomes = rules.filter { names.contains($0.name) }.map { ($0.name, $0.judge(report)) }
        return Judging.judged(outcomes, of: report)
    }

    private typealias Rule = (
        name: AuditRuleName, judge: @Sendable (AuditedReport) -> RuleOutcome
    )

    private static let rules: [Rule] = [
        (.range, RangeRule.judge),
        (.granularity, GranularityRule.judge),
        (.totals, TotalsRule.judge),
        (.counts, CountsRule.judge),
        (.percentages, PercentagesRule.judge),
        (.copies, CopiesRule.judge),
        (.relations, RelationsRule.judge),
        (.claims, ClaimsRule.judge),
        (.pValues, PValuesRule.judge),
        (.scoring, ScoringRule.judge),
        (.comparisons, ComparisonsRule.judge),
        (.disclosure, DisclosureRule.judge),
    ]
}
