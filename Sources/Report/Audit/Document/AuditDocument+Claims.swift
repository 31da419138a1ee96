import Markup

extension AuditDocument {
    /// Every claim of the report with its verdict.
    var claimSection: Markup {
        guard !view.claims.isEmpty else { return .empty }
        let counts = JudgedClaim.Verdict.allCases.compactMap { verdict -> String? in
            let count = view.claims.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(AuditNames.outcome(verdict, count))"
        }
        return section(
            id: "claims",
            level: 2,
            heading: "The claims",
            [
                paragraph(
                    "What the report says in words, written as expressions over its tables. \(AuditNames.counted(view.claims.count, "claim")): \(counts.joined(separator: ", "))."
                ),
                table(
                    DisplayTable(
                        caption: "Claims and what became of them",
                        rowHeading: "Claim",
                        columns: [
                            .init("Verdict", isText: true),
                            .init("Words of the report", isText: true),
                            .init("As an expression", isText: true), .init("Page", isText: true),
                        ],
                        rows: view.claims.map { row(of: $0) }
                    ),
                    id: "claims-table",
                    extraClass: "claims"
                ),
            ]
        )
    }

    private func row(of judged: JudgedClaim) -> DisplayTable.Row {
        let entries = view.entries.filter { $0.finding.claim == judged.claim.id }
        var verdict: [Markup] = []
        if let worst = entries.map(\.finding.severity).min() {
            verdict += [SeverityMark.inline(worst), " "]
        }
        verdict.append(.text(AuditNames.title(judged.verdict)))
        if !entries.isEmpty {
            verdict += [" (", links(toFindings: entries.map(\.number)), ")"]
        }
        if let why = judged.why, !why.isEmpty {
            verdict.append(.tag("small", ["class": "interval claim-why"], text: why))
        }
        return DisplayTable.Row(
            judged.claim.id,
            [
                .markup(.group(verdict)),
                .text(judged.claim.words),
                .markup(.tag("code", [:], text: judged.claim.expression)),
                .text(judged.claim.page ?? ""),
            ]
        )
    }
}

extension AuditDocument {
    /// What no rule could judge, why, and what would change that.
    var silenceSection: Markup {
        let rows = AuditRuleName.allCases.flatMap { rule -> [DisplayTable.Row] in
            let silences = view.outcome.silent[rule] ?? []
            guard !silences.isEmpty else { return [] }
            return [.block(AuditNames.title(rule))]
                + silences.map { silence in
                    DisplayTable.Row(
                        silence.reason,
                        [.number(count(silence.count)), .text(silence.wanted ?? "nothing would")]
                    )
                }
        }
        return section(
            id: "not-judged",
            level: 2,
            heading: "What was not judged",
            rows.isEmpty
                ? [paragraph("Every rule could judge all that it looked at.")]
                : [
                    paragraph(
                        "A false alarm is worse than a miss, so a rule keeps silent where it is not sure: \(AuditNames.counted(view.silent, "time")). A report that says more can be audited further."
                    ),
                    table(
                        DisplayTable(
                            caption: "Silences",
                            rowHeading: "Why",
                            columns: [
                                .init("How many"), .init("What would make it sure", isText: true),
                            ],
                            rows: rows
                        ),
                        id: "silences-table",
                        extraClass: "silences"
                    ),
                ]
        )
    }

    /// What the rules ask, and how much each judged.
    var methodSection: Markup {
        let rules = AuditRuleName.allCases.filter { view.outcome.checked[$0] != nil }
        guard !rules.isEmpty else { return .empty }
        return section(
            id: "rules",
            level: 2,
            heading: "What was asked",
            [
                paragraph(
                    "A printed figure stands for all the values that round to it, both ends included. A rule calls it wrong only where none of them fits."
                ),
                table(
                    DisplayTable(
                        caption: "The rules",
                        rowHeading: "Rule",
                        columns: [
                            .init("Question", isText: true), .init("Judged"), .init("Findings"),
                            .init("Not judged"),
                        ],
                        rows: rules.map { rule in
                            let found = view.outcome.findings.count { $0.rule == rule }
                            let silent = (view.outcome.silent[rule] ?? []).reduce(0) {
                                $0 + $1.count
                            }
                            return DisplayTable.Row(
                                AuditNames.title(rule),
                                [
                                    .text(AuditNames.question(rule)),
                                    .number(count(view.outcome.checked[rule] ?? 0)),
                                    .number(count(found)), .number(count(silent)),
                                ]
                            )
                        }
                    ),
                    id: "rules-table",
                    extraClass: "rules"
                ),
            ]
        )
    }
}
