/// What the text says, against the tables that it speaks of.
///
/// A claim fails only where no values behind the printed figures make it true; one that rounding
/// leaves open is counted as not judged.
enum ClaimsRule {
    /// More cells than a reader can look at.
    private static let mostCells = 60

    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        var used: [String: Int] = [:]
        let evaluator = ClaimEvaluator(report)
        for claim in report.claims {
            used[claim.id, default: 0] += 1
            guard let read = try? Claim(claim.expression),
                let account = try? evaluator.account(of: read)
            else {
                outcome.keepSilent(
                    "a claim could not be read",
                    wanted:
                        "the claim as docs/audit/claims.md has it; ashar audit says what is wrong"
                )
                continue
            }
            switch account.truth {
            case .undecided: note(account, in: &outcome)
            case .holds: outcome.checked += 1
            case .fails:
                outcome.checked += 1
                let time = used[claim.id] ?? 1
                outcome.findings.append(
                    finding(
                        claim,
                        id: "claims:\(claim.id)" + (time > 1 ? ":\(time)" : ""),
                        account,
                        in: report,
                        cause: account.isSmall ? nil : ClaimSlips.cause(of: read, in: report)
                    )
                )
            }
        }
        return outcome
    }

    /// Counts a claim that was not judged, by the strongest reason.
    static func note(_ account: ClaimAccount, in outcome: inout RuleOutcome) {
        switch account.doubt {
        case .missing:
            outcome.keepSilent(
                "a figure that decides was not printed",
                wanted: "the figure"
            )
        case .significance:
            outcome.keepSilent("a difference by more than chance: the comparisons judge it")
        case .rounding:
            outcome.keepSilent(
                "figures too near each other to tell after rounding",
                wanted: "the figures with more decimals"
            )
        }
    }

    private static func finding(
        _ claim: AuditedClaim,
        id: String,
        _ account: ClaimAccount,
        in report: AuditedReport,
        cause: String?
    ) -> Finding {
        let tables = Set(account.cells.map(\.table))
        let one = account.cells.count == 1 ? account.cells.first : nil
        let table = tables.count == 1 ? report.tables.first { tables.contains($0.id) } : nil
        var because = account.because
        if account.isSmall {
            because.append("The two are one unit of the last digit apart, or less.")
        }
        return Finding(
            id: id,
            rule: .claims,
            severity: account.isSmall ? .cosmetic : .contradictory,
            headline: "“\(shortened(claim.words))”: \(account.short)",
            table: table?.id,
            row: one.flatMap { cell in table?.rows[cell.row].label },
            column: one.flatMap { cell in table?.columns[cell.column].label },
            claim: claim.id,
            printed: account.printed,
            expected: account.expected,
            because: because.joined(separator: " "),
            likelyCause: cause,
            cells: Array(account.cells.prefix(mostCells))
        )
    }

    /// The words of a claim, as far as a heading has room for them.
    private static func shortened(_ words: String) -> String {
        guard words.count > 90 else { return words }
        var short = words.prefix(90)
        if let blank = short.lastIndex(where: \.isWhitespace) { short = short[..<blank] }
        return short + "…"
    }
}
