import Markup

/// Where the figure for everyone can lie: the groups of each breakdown, beside the printed total.
///
/// A total of groups lies between the lowest and the highest of them, whatever their sizes; the
/// picture shows where it does not, and where two breakdowns of the same people leave no room.
struct GroupsPlot: Chart {
    var text: ChartText
    var quantities: [Quantity]
    /// Decimals of the printed figures.
    var decimals: Int

    /// Something that several breakdowns show.
    struct Quantity: Sendable, Hashable {
        var label: String
        var breakdowns: [Breakdown]
    }

    struct Breakdown: Sendable, Hashable {
        var label: String
        /// The printed figures of its groups, at least one.
        var groups: [Double]
        var total: Double?

        var low: Double { groups.min() ?? 0 }
        var high: Double { groups.max() ?? 0 }
    }

    private func written(_ value: Double) -> String {
        text.numbers.with(decimals: decimals).text(value)
    }

    private func span(_ breakdown: Breakdown) -> String {
        breakdown.low == breakdown.high
            ? written(breakdown.low)
            : text.words.language.range(written(breakdown.low), written(breakdown.high))
    }

    private func aside(_ breakdown: Breakdown) -> String {
        span(breakdown) + (breakdown.total.map { "; total \(written($0))" } ?? "")
    }

    var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: "Breakdown",
            columns: [.init("Lowest group"), .init("Highest group"), .init("Printed total")],
            rows: quantities.flatMap { quantity in
                [DisplayTable.Row.block(quantity.label)]
                    + quantity.breakdowns.map { breakdown in
                        DisplayTable.Row(
                            breakdown.label,
                            [
                                .number(written(breakdown.low)), .number(written(breakdown.high)),
                                breakdown.total.map { .number(written($0)) } ?? .blank,
                            ]
                        )
                    }
            }
        )
    }

    var automaticSummary: String {
        let lines = quantities.prefix(4).flatMap { quantity in
            quantity.breakdowns.map { "\(quantity.label), \($0.label): groups \(aside($0))." }
        }
        return (["Dots for the groups of each breakdown, a line for the printed total."] + lines)
            .joined(separator: " ")
    }

    var automaticNotes: [String] {
        [
            "Each dot is a group’s printed figure; the bar reaches from the lowest to the highest, so the figure for everyone lies on it. The upright line is the total as printed."
        ]
    }

    func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let all = quantities.flatMap(\.breakdowns)
        let names =
            layout == .wide ? Drawing.nameWidth(all.map(\.label), limit: 200) : 0
        let room =
            layout == .wide ? (all.map { TextWidth.of(aside($0), size: 12) }.max() ?? 0) + 18 : 0
        var axis = Axis(
            holding: all.flatMap { $0.groups + ($0.total.map { [$0] } ?? []) },
            fromZero: false
        )
        axis.left = (names > 0 ? names + 18 : 0) + 7
        axis.right = layout.width - room - 7
        var ground = Drawing(width: layout.width)
        var front = Drawing(width: layout.width)
        var y = 0.0
        for (index, quantity) in quantities.enumerated() {
            y = front.heading(quantity.label, from: y, isFirst: index == 0)
            for breakdown in quantity.breakdowns {
                let place = front.place(
                    breakdown.label,
                    names: names,
                    from: y,
                    bar: 18,
                    aside: aside(breakdown)
                )
                draw(breakdown, axis, place, ground: &ground, front: &front)
                if layout == .wide {
                    front.text(
                        aside(breakdown),
                        x: layout.width,
                        y: place.baseline,
                        .muted,
                        anchor: .end,
                        size: 12
                    )
                }
                y = place.next
            }
        }
        front.marks(of: axis, text, .number, y: y + 16)
        drawing.append(ground)
        drawing.append(front)
        drawing.height = y + 22
        return drawing
    }

    private func draw(
        _ breakdown: Breakdown,
        _ axis: Axis,
        _ place: RowPlace,
        ground: inout Drawing,
        front: inout Drawing
    ) {
        for tick in axis.ticks {
            let x = axis.x(tick)
            ground.line(x1: x, y1: place.top, x2: x, y2: place.bottom, .faint)
        }
        let left = axis.x(breakdown.low)
        front.rectangle(
            x: left - 6,
            y: place.middle - 6,
            width: axis.x(breakdown.high) - left + 12,
            height: 12,
            .band
        )
        for group in breakdown.groups {
            front.dot(x: axis.x(group), y: place.middle, radius: 3.5, .bar, hollow: true)
        }
        if let total = breakdown.total {
            let x = axis.x(total)
            front.line(
                x1: x,
                y1: place.middle - 9,
                x2: x,
                y2: place.middle + 9,
                .text,
                width: 3
            )
        }
    }
}

extension GroupsPlot {
    /// The picture of what a family of findings says of groups and totals.
    ///
    /// - Returns: nil where none of the findings marks at least two groups of one line.
    static func of(_ family: AuditView.Family, in view: AuditView, most: Int = 8) -> GroupsPlot? {
        var quantities: [Quantity] = []
        var decimals = 0
        var statistic: AuditedTable.Statistic?
        for entry in [family.cause] + family.explained where entry.finding.rule == .totals {
            let lines = self.lines(of: entry.finding, in: view)
            guard let first = lines.first, statistic ?? first.statistic == first.statistic else {
                continue
            }
            let label = first.quantity
            guard !quantities.contains(where: { $0.label == label }) else { continue }
            statistic = first.statistic
            decimals = max(decimals, lines.map(\.decimals).max() ?? 0)
            quantities.append(Quantity(label: label, breakdowns: lines.map(\.breakdown)))
        }
        guard !quantities.isEmpty else { return nil }
        let more = quantities.count - most
        return GroupsPlot(
            text: ChartText(
                id: "groups-\(family.cause.number)",
                title: "Totals beside their groups",
                note: more > 0 ? "\(AuditNames.counted(more, "line")) more of the same kind." : ""
            ),
            quantities: Array(quantities.prefix(most)),
            decimals: decimals
        )
    }

    private struct MarkedLine {
        var quantity: String
        var breakdown: Breakdown
        var statistic: AuditedTable.Statistic
        var decimals: Int
    }

    /// One line for each table in which a finding marks groups that stand in one row or column.
    private static func lines(of finding: Finding, in view: AuditView) -> [MarkedLine] {
        var order: [String] = []
        for cell in finding.cells where !order.contains(cell.table) { order.append(cell.table) }
        return order.compactMap { id in
            guard let table = view.table(id) else { return nil }
            let cells = finding.cells.filter {
                $0.table == id && table.rows.indices.contains($0.row)
                    && table.columns.indices.contains($0.column)
            }
            guard let first = cells.first else { return nil }
            // A single cell stands in a row and in a column: the groups lie along its total.
            let isAcross =
                cells.count > 1
                ? cells.allSatisfy { $0.row == first.row }
                : table.columns[first.column].total?.by == .pooled
            let axis: AuditAxis = isAcross ? .columns : .rows
            guard isAcross || cells.allSatisfy({ $0.column == first.column }) else { return nil }
            return line(table, cells, first, along: axis)
        }
    }

    /// The groups and the total that lie along `axis`, where the cell `first` stands.
    private static func line(
        _ table: AuditedTable,
        _ cells: [Finding.Cell],
        _ first: Finding.Cell,
        along axis: AuditAxis
    ) -> MarkedLine? {
        let lines = table.lines(axis)
        let across = axis == .rows ? first.column : first.row
        var groups: [PrintedNumber] = []
        var total: PrintedNumber?
        for cell in cells {
            guard let number = table.cells[cell.row][cell.column].number else { continue }
            let line = lines[axis == .rows ? cell.row : cell.column]
            if line.total?.by == .pooled {
                total = number
            } else if line.role == .group, line.total == nil {
                groups.append(number)
            }
        }
        let totals = table.totals(axis).filter { $0.total.by == .pooled }
        if totals.count == 1 {
            total = total ?? table.number(axis, totals[0].line, across)
            // Where the total alone is marked, its groups are drawn all the same.
            if groups.isEmpty {
                groups = totals[0].total.of.compactMap { table.number(axis, $0, across) }
            }
        }
        let quantity = table.lines(axis.other)[across].label
        guard groups.count > 1 else { return nil }
        return MarkedLine(
            quantity: quantity.isEmpty ? table.name : quantity,
            breakdown: Breakdown(
                label: table.name,
                groups: groups.map(\.value),
                total: total?.value
            ),
            statistic: table.statistic(row: first.row, column: first.column),
            decimals: (groups.map(\.decimals) + [total?.decimals ?? 0]).max() ?? 0
        )
    }
}
