import Markup

/// A table as a picture of its cells: where figures stand, and which of them the audit marks.
struct TableMap: Sendable {
    let table: AuditedTable
    let marks: [AuditView.Place: AuditView.CellMark]

    /// A cell's size in px: small tables are not blown up, long ones not taller than a thumb.
    private var cell: (width: Double, height: Double) {
        let columns = Double(max(table.columns.count, 1))
        let rows = Double(max(table.rows.count, 1))
        return (min(max(210 / columns, 5), 16), min(max(200 / rows, 4.5), 11))
    }

    /// What the picture shows, in words.
    var description: String {
        let own = marks.values.count { $0.severity != nil }
        let evidence = marks.count - own
        let size = "\(table.rows.count) × \(table.columns.count) cells"
        guard !marks.isEmpty else { return "\(size), none marked" }
        return "\(size), \(own) marked"
            + (evidence > 0 ? ", \(evidence) more outlined as evidence" : "")
    }

    func svg(id: String) -> Markup {
        let (width, height) = cell
        let total = (
            width: width * Double(table.columns.count), height: height * Double(table.rows.count)
        )
        // Room for marks that are larger than a cell of a long table.
        let margin = 3.0
        return .tag(
            "svg",
            [
                "class": "map", "role": "img", "aria-labelledby": "\(id)-t",
                "viewBox":
                    "\(coordinate(-margin)) \(coordinate(-margin)) \(coordinate(total.width + 2 * margin)) \(coordinate(total.height + 2 * margin))",
                "width": coordinate(total.width + 2 * margin),
                "height": coordinate(total.height + 2 * margin),
            ],
            [.tag("title", ["id": "\(id)-t"], text: "\(table.name): \(description)")]
                + grounds + shapes
        )
    }

    /// The cells without marks, one path for each kind: a large report has thousands of them.
    private var grounds: [Markup] {
        var plain = ""
        var totals = ""
        var evidence = ""
        for (row, cells) in table.cells.enumerated() {
            for (column, content) in cells.enumerated() where content.number != nil {
                let box = box(row, column)
                let mark = marks[AuditView.Place(row: row, column: column)]
                if mark != nil, mark?.severity == nil {
                    evidence += box
                } else if table.rows[row].total != nil || table.columns[column].total != nil {
                    totals += box
                } else {
                    plain += box
                }
            }
        }
        return [("map-cell", plain), ("map-total", totals), ("map-evidence", evidence)]
            .filter { !$0.1.isEmpty }
            .map { .tag("path", ["class": $0.0, "d": $0.1]) }
    }

    private func box(_ row: Int, _ column: Int) -> String {
        let (width, height) = cell
        let gap = 1.0
        return "M\(coordinate(Double(column) * width)) \(coordinate(Double(row) * height))"
            + "h\(coordinate(width - gap))v\(coordinate(height - gap))h\(coordinate(gap - width))z"
    }

    private var shapes: [Markup] {
        let (width, height) = cell
        let radius = max(min(width, height) / 2 - 0.5, 3.5)
        return marks.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
            .compactMap { place, mark in
                mark.severity.map { severity in
                    SeverityMark.shape(
                        severity,
                        x: (Double(place.column) + 0.5) * width - 0.5,
                        y: (Double(place.row) + 0.5) * height - 0.5,
                        radius: radius
                    )
                }
            }
    }
}
