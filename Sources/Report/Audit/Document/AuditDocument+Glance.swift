import Markup

extension AuditDocument {
    /// All tables as small pictures of their cells, then how much of each a reader may rely on.
    var glanceSection: Markup {
        guard !report.tables.isEmpty else { return .empty }
        return section(
            id: "glance",
            level: 2,
            heading: "The tables at a glance",
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
                ), figureTable,
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

    private var figureTable: Markup {
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
        return table(
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
        )
    }

    private func tableFindings(_ table: AuditedTable) -> Markup {
        let numbers = view.findings(on: table)
        return numbers.isEmpty ? "none" : links(toFindings: numbers)
    }
}
