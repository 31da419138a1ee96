import Markup

extension AuditDocument {
    /// Every claim of the report with its verdict, those that do not hold first.
    var claimSection: Markup {
        guard !view.claims.isEmpty else { return .empty }
        let order: [JudgedClaim.Verdict] = [.fails, .unread, .undecided, .holds]
        let groups = order.compactMap { verdict -> (JudgedClaim.Verdict, [JudgedClaim])? in
            let claims = view.claims.filter { $0.verdict == verdict }
            return claims.isEmpty ? nil : (verdict, claims)
        }
        let counts = groups.map { "\($1.count) \(AuditNames.outcome($0, $1.count))" }
        return section(
            id: "claims",
            level: 2,
            heading: "The claims",
            [
                paragraph(
                    "What the report says in words, written as expressions over its tables. \(AuditNames.counted(view.claims.count, "claim")): \(counts.joined(separator: ", "))."
                )
            ] + groups.map { part(of: $0, $1) }
        )
    }

    /// The claims of one verdict; those that hold are folded away.
    private func part(of verdict: JudgedClaim.Verdict, _ claims: [JudgedClaim]) -> Markup {
        let list = Markup.tag("ul", ["class": "claims"], claims.map { item(of: $0) })
        return section(
            id: "claims-\(verdict.rawValue)",
            level: 3,
            heading: "\(AuditNames.title(verdict)): \(claims.count)",
            [
                verdict == .holds
                    ? .tag(
                        "details",
                        ["class": "values"],
                        [.tag("summary", [:], text: "Show them"), list]
                    ) : list
            ]
        )
    }

    private func item(of judged: JudgedClaim) -> Markup {
        let entries = view.entries.filter { $0.finding.claim == judged.claim.id }
        var place: [Markup] = [.tag("b", [:], text: judged.claim.id)]
        if let page = AuditedTable.place(judged.claim.page) { place.append(.text(" · \(page)")) }
        if !entries.isEmpty {
            place += [
                entries.count == 1 ? " · finding " : " · findings ",
                links(toFindings: entries.map(\.number)),
            ]
        }
        let mark = entries.map(\.finding.severity).min().map { SeverityMark.inline($0) }
        return .tag(
            "li",
            [:],
            [
                .tag("p", ["class": "finding-place"], (mark.map { [$0] } ?? []) + place),
                judged.claim.words.isEmpty
                    ? .empty : .tag("blockquote", [:], text: judged.claim.words),
                .tag(
                    "p",
                    [:],
                    [
                        .tag("code", [:], text: judged.claim.expression),
                        judged.why.flatMap { $0.isEmpty ? nil : $0 }.map {
                            .tag("span", ["class": "claim-why"], text: " – \($0)")
                        } ?? .empty,
                    ]
                ),
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
