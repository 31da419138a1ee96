import Markup

extension AuditDocument {
    /// The tables as they were printed, each once, with the cells that findings mark.
    var tableSection: Markup {
        let marked = report.tables.filter { view.marks[$0.id] != nil }
        let plain = report.tables.filter { view.marks[$0.id] == nil }
        guard !report.tables.isEmpty else { return .empty }
        var body = [
            paragraph(
                "The figures stand as they were printed. A framed figure is what a finding is about, with its mark and number; a dotted line marks evidence; a figure after an arrow is what should stand there, where that follows."
            )
        ]
        body += marked.map { drawn($0) }
        if !plain.isEmpty {
            body.append(
                section(
                    id: "plain-tables",
                    level: 3,
                    heading: "Tables without marks",
                    plain.map { table in
                        .tag(
                            "details",
                            ["class": "values", "id": view.anchor(of: table)],
                            [.tag("summary", [:], text: title(of: table)), grid(of: table)]
                        )
                    }
                )
            )
        }
        return section(id: "tables", level: 2, heading: "The tables, marked", body)
    }

    private func drawn(_ table: AuditedTable) -> Markup {
        section(
            id: view.anchor(of: table),
            level: 3,
            heading: table.name,
            [
                paragraph([
                    "Findings: ", links(toFindings: touching(table), most: 20), ".",
                ]),
                grid(of: table),
            ]
        )
    }

    /// Numbers of all findings that mark a cell of the table or are about it.
    private func touching(_ table: AuditedTable) -> [Int] {
        let marks = (view.marks[table.id] ?? [:]).values.flatMap { $0.own + $0.evidence }
        return Set(marks + view.findings(on: table)).sorted()
    }

    private func title(of table: AuditedTable) -> String {
        [table.name, AuditedTable.place(table.page)].compactMap { $0 }.joined(separator: ", ")
    }

    private func grid(of table: AuditedTable) -> Markup {
        let anchor = view.anchor(of: table)
        return Report.table(
            DisplayTable(
                caption: title(of: table),
                rowHeading: heading(ofRows: table),
                columns: table.columns.map { column in
                    DisplayTable.Column(column.label, group: column.block ?? "")
                },
                rows: rows(of: table),
                notes: [table.question.map { "Question: \($0)" }, base(of: table)]
                    .compactMap { $0 }
            ),
            id: "\(anchor)-grid"
        )
    }

    /// What the rows are; every column of a table has a heading.
    private func heading(ofRows table: AuditedTable) -> String {
        switch table.rows.first?.role {
        case .item?: "Item"
        case .group?: "Group"
        case .answer?: "Answer"
        case .statistic?, nil: "Figure"
        }
    }

    private func base(of table: AuditedTable) -> String? {
        table.n.map { n in
            let (low, high) = (n.range.lowerBound, n.range.upperBound)
            return low == high ? "n = \(count(low))" : "n = \(count(low)) to \(count(high))"
        }
    }

    private func rows(of table: AuditedTable) -> [DisplayTable.Row] {
        var rows: [DisplayTable.Row] = []
        var block: String?
        for (index, line) in table.rows.enumerated() {
            if line.block != block, line.total == nil {
                block = line.block
                if let block, !block.isEmpty { rows.append(.block(block)) }
            }
            rows.append(
                DisplayTable.Row(
                    line.label,
                    table.cells[index].enumerated().map { column, cell in
                        self.cell(cell, of: table, AuditView.Place(row: index, column: column))
                    },
                    kind: line.total == nil ? .plain : .total
                )
            )
        }
        return rows
    }

    private func cell(
        _ cell: PrintedCell,
        of table: AuditedTable,
        _ place: AuditView.Place
    ) -> DisplayTable.Cell {
        guard let mark = view.marks[table.id]?[place] else { return .number(cell.text) }
        let numbers = mark.own.isEmpty ? mark.evidence : mark.own
        let kind = mark.severity.map { "mark-\($0.rawValue)" } ?? "mark-evidence"
        let shown =
            numbers.prefix(3).map(String.init).joined(separator: ",")
            + (numbers.count > 3 ? "…" : "")
        let text = cell.text.isEmpty ? "–" : cell.text
        var pieces: [Markup] = [.text(text)]
        if let corrected = mark.corrected {
            pieces.append(.tag("b", [:], text: "→ \(corrected)"))
        }
        if let severity = mark.severity {
            pieces += [SeverityMark.inline(severity), .tag("sup", [:], text: shown)]
        }
        let name =
            mark.severity.map {
                "\(text), \(AuditNames.title($0).lowercased()), finding \(shown)"
            } ?? "\(text), evidence for finding \(shown)"
        return .markup(
            .tag(
                "a",
                [
                    "class": "mark \(kind)", "id": view.anchor(of: table, place),
                    "href": "#finding-\(numbers.first ?? 1)",
                    "aria-label": name
                        + (mark.corrected.map { ", should be \($0)" } ?? ""),
                ],
                pieces
            )
        )
    }
}
