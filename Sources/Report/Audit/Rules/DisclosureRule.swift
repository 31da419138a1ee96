/// Response and other outcome rates that a report prints, against the cases that it prints.
///
/// Source: AAPOR (2016), *Standard Definitions*, 9th ed.; see docs/audit/disclosure.md.
enum DisclosureRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        let checks = report.disclosure?.rateChecks(answered: report.exactN) ?? []
        for (place, check) in checks.enumerated() {
            switch check.verdict {
            case .fits: outcome.checked += 1
            case .undecided:
                outcome.keepSilent(
                    "a rate that the printed cases do not decide",
                    wanted: "what became of all cases, and the share e of eligible ones"
                )
            case .differs:
                outcome.checked += 1
                outcome.findings.append(
                    Finding(
                        id: "disclosure:rate \(place + 1)",
                        rule: .disclosure,
                        severity: .contradictory,
                        headline: check.text,
                        because: check.text
                            + " The rates are those of the Standard Definitions, from the cases that the report prints.",
                        unless: "the report reckons its rates by other definitions"
                    )
                )
            }
        }
        return outcome
    }
}
