import Markup

extension AuditDocument {
    /// All findings with their evidence: causes with what they explain, then the others by table.
    var findingSection: Markup {
        let single = view.families.filter { $0.explained.isEmpty }
        var body: [Markup] = []
        if view.families.isEmpty { body.append(paragraph("Nothing was found.")) }
        body += view.causes.enumerated().map { index, family in
            section(
                id: "cause-\(index + 1)",
                level: 3,
                heading: "Cause \(index + 1): \(family.cause.finding.headline)",
                [
                    article(family.cause, isHeaded: false),
                    GroupsPlot.of(family, in: view).map { figure($0) } ?? .empty,
                    .tag(
                        "div",
                        ["class": "explained"],
                        [
                            paragraph(
                                "\(AuditNames.counted(family.explained.count, "finding")) that it explains:"
                            )
                        ] + family.explained.map { article($0) }
                    ),
                ]
            )
        }
        for table in report.tables {
            let families = single.filter {
                $0.cause.finding.claim == nil && $0.cause.finding.table == table.id
            }
            guard !families.isEmpty else { continue }
            body.append(
                section(
                    id: "in-\(view.anchor(of: table))",
                    level: 3,
                    heading: table.name,
                    families.map { family in
                        .group([
                            article(family.cause),
                            GroupsPlot.of(family, in: view).map { figure($0) } ?? .empty,
                        ])
                    }
                )
            )
        }
        let rest = single.filter {
            $0.cause.finding.claim != nil || view.table($0.cause.finding.table) == nil
        }
        if !rest.isEmpty {
            body.append(
                section(
                    id: "in-text",
                    level: 3,
                    heading: "In the text",
                    rest.map { article($0.cause) }
                )
            )
        }
        return section(id: "findings", level: 2, heading: "The findings", body)
    }

    /// One finding: what, where, which figures, why, and what would undo it.
    ///
    /// The headline is left out (`isHeaded`) where the heading right above says it.
    private func article(_ entry: AuditView.Entry, isHeaded: Bool = true) -> Markup {
        let finding = entry.finding
        let mark: [Markup] = [
            SeverityMark.inline(finding.severity),
            .tag("span", ["class": "finding-number"], text: String(entry.number)), " ",
        ]
        return .tag(
            "article",
            ["class": "finding", "id": entry.anchor, "aria-label": finding.headline],
            [
                isHeaded ? .tag("h4", [:], mark + [.text(finding.headline)]) : .empty,
                .tag(
                    "p",
                    ["class": "finding-place"],
                    (isHeaded ? [] : mark) + place(of: finding)
                ),
                words(of: finding),
                figures(of: finding),
                paragraph(finding.because),
                terms(of: finding),
            ]
        )
    }

    private func place(of finding: Finding) -> [Markup] {
        var pieces: [Markup] = [
            .tag("b", [:], text: AuditNames.title(finding.severity)),
            .text(" · \(AuditNames.title(finding.rule))"),
        ]
        if let table = view.table(finding.table) {
            pieces += [" · ", Report.link(table.name, to: "#\(target(of: finding, table))")]
        }
        let lines = [
            finding.row.map { "row “\($0)”" }, finding.column.map { "column “\($0)”" },
            finding.claim.map { "claim \($0)" },
            AuditedTable.place(view.page(of: finding)),
        ].compactMap { $0 }
        if !lines.isEmpty { pieces.append(.text(" · " + lines.joined(separator: ", "))) }
        return pieces
    }

    /// The cell that a finding is about; its table where the cell is in another.
    private func target(of finding: Finding, _ table: AuditedTable) -> String {
        guard let cell = finding.cells.first, cell.table == table.id else {
            return view.anchor(of: table)
        }
        let place = AuditView.Place(row: cell.row, column: cell.column)
        return view.marks[table.id]?[place] == nil
            ? view.anchor(of: table) : view.anchor(of: table, place)
    }

    /// The words of the report, where the finding is about a claim.
    private func words(of finding: Finding) -> Markup {
        guard let claim = report.claims.first(where: { $0.id == finding.claim }),
            !claim.words.isEmpty, !finding.headline.contains(claim.words)
        else { return .empty }
        return .tag("blockquote", [:], text: claim.words)
    }

    private func figures(of finding: Finding) -> Markup {
        guard finding.printed != nil || finding.expected != nil else { return .empty }
        var pieces: [Markup] = []
        if let printed = finding.printed {
            pieces += ["printed ", .tag("b", [:], text: printed)]
        }
        if let expected = finding.expected {
            pieces += [
                pieces.isEmpty ? "expected " : " → expected ", .tag("b", [:], text: expected),
            ]
        }
        return .tag("p", ["class": "finding-figures"], pieces)
    }

    private func terms(of finding: Finding) -> Markup {
        var terms: [(String, [Markup])] = []
        if let unless = finding.unless { terms.append(("No error if", [.text(unless)])) }
        if let cause = finding.likelyCause { terms.append(("Likely cause", [.text(cause)])) }
        if let consequence = finding.consequence {
            terms.append(("Consequence", [.text(consequence)]))
        }
        // What the head of the family explains stands under it.
        if let number = finding.explainedBy.flatMap({ view.number(of: $0) }),
            !view.causes.contains(where: { $0.cause.number == number })
        {
            terms.append(("Explained by", ["finding ", link(toFinding: number)]))
        }
        guard !terms.isEmpty else { return .empty }
        return .tag(
            "dl",
            [:],
            terms.flatMap { term, text in
                [Markup.tag("dt", [:], text: term), .tag("dd", [:], text)]
            }
        )
    }
}
