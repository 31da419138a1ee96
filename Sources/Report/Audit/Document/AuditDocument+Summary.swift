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
                severityList, mapPart, causePart, consequencePart, reliancePart, limitBox,
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

    // MARK: - Map

    /// All tables as small pictures of their cells.
    private var mapPart: Markup {
        guard !report.tables.isEmpty else { return .empty }
        return section(
            id: "map",
            level: 3,
            heading: "Where the marks are",
            [
                paragraph(
                    "Each picture is a table of the report, each square a printed figure. Follow it to the table."
                ),
                .tag("ul", ["class": "maps"], report.tables.map { map(of: $0) }),
                .tag(
                    "ul",
                    ["class": "key-line"],
                    AuditSeverity.allCases.filter { view.count($0) > 0 }.map { severity in
                        .tag(
                            "li",
                            [:],
                            [
                                SeverityMark.inline(severity),
                                .text(" \(AuditNames.title(severity).lowercased())"),
                            ]
                        )
                    } + [swatch("swatch", "a figure"), swatch("swatch swatch-total", "a total")]
                        + (view.outcome.findings.isEmpty
                            ? [] : [swatch("swatch swatch-evidence", "evidence for a finding")])
                ),
            ]
        )
    }

    private func swatch(_ name: String, _ text: String) -> Markup {
        .tag(
            "li",
            [:],
            [.tag("span", ["class": name, "aria-hidden": "true"]), .text(text)]
        )
    }

    private func map(of table: AuditedTable) -> Markup {
        let map = TableMap(table: table, marks: view.marks[table.id] ?? [:])
        let numbers = view.findings(on: table)
        let anchor = view.anchor(of: table)
        return .tag(
            "li",
            [:],
            [
                .tag(
                    "a",
                    ["href": "#\(anchor)"],
                    [
                        map.svg(id: "map-\(anchor)"),
                        .tag("span", ["class": "map-name"], text: table.name),
                        .tag(
                            "span",
                            ["class": "map-count"],
                            text: [
                                AuditedTable.place(table.page),
                                numbers.isEmpty
                                    ? "no finding" : AuditNames.counted(numbers.count, "finding"),
                            ].compactMap { $0 }.joined(separator: ", ")
                        ),
                    ]
                )
            ]
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

    /// Each consequence once, with the findings that have it.
    private var consequencePart: Markup {
        var order: [String] = []
        var numbers: [String: [Int]] = [:]
        for entry in view.entries {
            guard let consequence = entry.finding.consequence, !consequence.isEmpty else {
                continue
            }
            if numbers[consequence] == nil { order.append(consequence) }
            numbers[consequence, default: []].append(entry.number)
        }
        guard !order.isEmpty else { return .empty }
        return section(
            id: "consequences",
            level: 3,
            heading: "What becomes of the conclusions",
            [
                bulletList(
                    order.map { consequence in
                        .group([
                            .text("\(consequence) "),
                            .tag(
                                "small",
                                [:],
                                [
                                    numbers[consequence]?.count == 1 ? "(finding " : "(findings ",
                                    links(toFindings: numbers[consequence] ?? []), ")",
                                ]
                            ),
                        ])
                    }
                )
            ]
        )
    }

    // MARK: - What holds

    private var reliancePart: Markup {
        guard !report.tables.isEmpty else { return .empty }
        let all = figures
        let rows = report.tables.map { table in
            let figures = view.figures(in: table)
            return DisplayTable.Row(
                table.name,
                [
                    .number(count(figures.printed)), .number(count(figures.untouched)),
                    .markup(tableFindings(table)),
                ]
            )
        }
        let holding = view.claims.count { $0.verdict == .holds }
        return section(
            id: "reliance",
            level: 3,
            heading: "What a reader may still rely on",
            [
                paragraph(
                    "\(count(all.untouched)) of \(AuditNames.counted(all.printed, "printed figure")) are touched by no finding"
                        + (report.claims.isEmpty
                            ? "."
                            : ", and \(holding) of \(AuditNames.counted(report.claims.count, "claim")) \(holding == 1 ? "holds" : "hold").")
                ),
                table(
                    DisplayTable(
                        caption: "Figures by table",
                        rowHeading: "Table",
                        columns: [
                            .init("Printed figures"), .init("Touched by no finding"),
                            .init("Findings", isText: true),
                        ],
                        rows: rows
                            + (rows.count > 1
                                ? [
                                    DisplayTable.Row(
                                        "All tables",
                                        [
                                            .number(count(all.printed)),
                                            .number(count(all.untouched)),
                                        ],
                                        kind: .total
                                    )
                                ] : []),
                        notes: [
                            "A figure that no finding touches agreed with all that it could be compared with. Some could be compared with little: see what was not judged."
                        ]
                    ),
                    id: "reliance-table"
                ),
            ]
        )
    }

    private func tableFindings(_ table: AuditedTable) -> Markup {
        let numbers = view.findings(on: table)
        return numbers.isEmpty ? "none" : links(toFindings: numbers)
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
            "The report says that its figures are not weighted; should they be weighted after all, findings on granularity and percentages fall away."
        case nil:
            "The report does not say whether its figures are weighted. Where that matters, a finding says so."
        }
    }
}
