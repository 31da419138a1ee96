import Markup

extension AuditDocument {
    /// The page in short: what was looked at, what was found, what that means.
    var summarySection: Markup {
        section(
            id: "summary",
            level: 2,
            heading: "In short",
            [
                .tag("p", ["class": "lead"], text: lead),
                severityList, causePart, consequencePart, relianceParagraph, limitBox,
            ]
        )
    }

    /// What was checked and found, in two or three sentences.
    private var lead: String {
        let rules = view.outcome.checked.values.count { $0 > 0 }
        var text =
            "\(AuditNames.counted(view.checked, "check")) by \(AuditNames.counted(rules, "rule")) "
            + "on \(AuditNames.counted(report.tables.count, "table"))"
            + (report.claims.isEmpty
                ? ". " : " and \(AuditNames.counted(report.claims.count, "claim")). ")
        let found = view.outcome.findings.count
        guard found > 0 else {
            return text
                + "Nothing was found. That does not prove the report right: only that its figures do not contradict each other where they could be compared."
        }
        text += "\(AuditNames.counted(found, "finding"))."
        let causes = view.causes
        if !causes.isEmpty {
            let explained = causes.reduce(0) { $0 + $1.explained.count }
            let verb = causes.count == 1 ? "explains" : "explain"
            text +=
                " \(AuditNames.counted(causes.count, "cause")) \(verb) \(explained) of the others."
        }
        return text
    }

    private var severityList: Markup {
        .tag(
            "ul",
            ["class": "severities"],
            AuditSeverity.allCases.map { severity in
                let count = view.count(severity)
                return .tag(
                    "li",
                    [:],
                    [
                        .tag(
                            "span",
                            ["class": count == 0 ? "count none" : "count"],
                            text: String(count)
                        ),
                        .tag(
                            "div",
                            [:],
                            [
                                SeverityMark.inline(severity), " ",
                                .tag("b", [:], text: AuditNames.title(severity)), " ",
                                .tag("small", [:], text: AuditNames.meaning(severity)),
                                count > 1 ? SeverityMark.row(severity, count: count) : .empty,
                            ]
                        ),
                    ]
                )
            }
        )
    }

    // MARK: - Causes and consequences

    private var causePart: Markup {
        let causes = view.causes
        guard !causes.isEmpty else { return .empty }
        return section(
            id: "causes",
            level: 3,
            heading: "What explains most",
            [
                .tag(
                    "ol",
                    ["class": "causes"],
                    causes.map { family in
                        .tag(
                            "li",
                            [:],
                            [
                                SeverityMark.inline(family.cause.finding.severity),
                                .text(" \(family.cause.finding.headline) "),
                                .tag(
                                    "small",
                                    [:],
                                    [
                                        "(", link(to: family.cause),
                                        .text(
                                            "; explains \(AuditNames.counted(family.explained.count, "other"))"
                                        ), ")",
                                    ]
                                ),
                            ]
                        )
                    }
                )
            ]
        )
    }

    /// How many consequences stand in the summary; the others are folded away.
    private static let mostConsequences = 6

    /// Each consequence once, with the findings that have it; those of causes first.
    private var consequencePart: Markup {
        let roots = view.families.map(\.cause) + view.families.flatMap(\.explained)
        let order = roots.sorted { one, other in
            let first = (one.finding.explainedBy == nil ? 0 : 1, one.finding.severity)
            return first < (other.finding.explainedBy == nil ? 0 : 1, other.finding.severity)
        }
        var texts: [String] = []
        var numbers: [String: [Int]] = [:]
        for entry in order {
            guard let text = entry.finding.consequence, !text.isEmpty else { continue }
            if numbers[text] == nil { texts.append(text) }
            numbers[text, default: []].append(entry.number)
        }
        guard !texts.isEmpty else { return .empty }
        let items = texts.map { consequence($0, numbers[$0] ?? []) }
        let rest = Array(items.dropFirst(Self.mostConsequences))
        return section(
            id: "consequences",
            level: 3,
            heading: "What becomes of the conclusions",
            [
                bulletList(Array(items.prefix(Self.mostConsequences))),
                rest.isEmpty
                    ? .empty
                    : .tag(
                        "details",
                        ["class": "values"],
                        [.tag("summary", [:], text: "\(rest.count) more"), bulletList(rest)]
                    ),
            ]
        )
    }

    private func consequence(_ text: String, _ numbers: [Int]) -> Markup {
        .group([
            .text("\(text) "),
            .tag(
                "small",
                [:],
                [
                    numbers.count == 1 ? "(finding " : "(findings ",
                    links(toFindings: numbers.sorted(), most: 5), ")",
                ]
            ),
        ])
    }

    // MARK: - What holds

    private var relianceParagraph: Markup {
        guard !report.tables.isEmpty else { return .empty }
        let all = figures
        let holding = view.claims.count { $0.verdict == .holds }
        let claims =
            report.claims.isEmpty
            ? ""
            : ", and \(count(holding)) of \(AuditNames.counted(report.claims.count, "claim")) \(holding == 1 ? "holds" : "hold")"
        return section(
            id: "reliance",
            level: 3,
            heading: "What a reader may still rely on",
            [
                paragraph([
                    .text(
                        "\(count(all.untouched)) of \(AuditNames.counted(all.printed, "printed figure")) are touched by no finding\(claims). "
                    ),
                    Report.link("Table by table", to: "#glance"), ".",
                ])
            ]
        )
    }

    func count(_ number: Int) -> String { NumberStyle.english.text(Double(number)) }

    private var limitBox: Markup {
        noteBox(
            .note,
            heading: "Errors, not accusations",
            [
                paragraph(
                    "A finding is about figures, not about people. Slips of typing, copying, rounding and coding happen in every team, and one of them can show in many places."
                ),
                paragraph(weightSentence),
                paragraph(
                    "The audit sees what was printed and nothing else: not the answers, not who left questions out, not the code. Each finding says what would have to be otherwise for there to be no error; who has the data can settle it in minutes."
                ),
            ]
        )
    }

    private var weightSentence: String {
        switch report.isWeighted {
        case true?:
            "The report says that its figures are weighted, so whole numbers of people cannot be looked for behind its percentages and means."
        case false?:
            "The report says that its figures are not weighted; should they be weighted after all, findings on granularity, and on percentages beside their counts, fall away; sums to 100 do not."
        case nil:
            "The report does not say whether its figures are weighted. Where that matters, a finding says so."
        }
    }
}
