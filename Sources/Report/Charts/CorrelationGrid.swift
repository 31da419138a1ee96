/// Correlations between scales: the number and a colour in each cell under the diagonal.
package struct CorrelationGrid: Chart {
    package var text: ChartText
    package var labels: [String]
    /// A row a label: its correlations with the labels before it, none in the first row.
    package var rows: [[ChartValue]]

    package init(text: ChartText, labels: [String], rows: [[ChartValue]]) {
        self.text = text
        self.labels = labels
        self.rows = rows
    }

    /// The limits between the seven colours: Cohen's (1988) small, medium and large correlations.
    static let limits = [0.1, 0.3, 0.5]

    /// The colour of a correlation; one near zero has that of the page.
    static func ink(_ correlation: Double) -> Ink {
        let size = limits.count { abs(correlation) >= $0 }
        guard size > 0 else { return .page }
        return .diverging(correlation < 0 ? 3 - size : 3 + size, classes: 7)
    }

    private func value(_ row: Int, _ column: Int) -> ChartValue {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else {
            return .unavailable
        }
        return rows[row][column]
    }

    package var table: DisplayTable {
        let hasIntervals = all.contains { $0.shown?.interval != nil }
        return DisplayTable(
            caption: tableCaption,
            rowHeading: text.words(ChartWord.scale),
            columns: labels.dropLast().map { DisplayTable.Column($0) },
            rows: labels.indices.dropFirst().map { row in
                DisplayTable.Row(
                    labels[row],
                    labels.indices.dropLast().map { column in
                        column < row ? cell(value(row, column), .number) : .blank
                    }
                )
            },
            notes: hasIntervals
                ? ["\(text.words(ChartWord.correlation)), \(text.words(ChartWord.interval))"] : []
        )
    }

    /// The values of all the cells that are drawn.
    private var all: [ChartValue] {
        labels.indices.flatMap { row in (0..<row).map { value(row, $0) } }
    }

    package var automaticSummary: String {
        let pairs = labels.indices.flatMap { row in
            (0..<row).map { ("\(labels[$0]) – \(labels[row])", value(row, $0)) }
        }
        let start = text.words(ChartSummaryWord.grid, ["n": .count(labels.count)])
        return [start, rangeSentence(pairs, .number)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    package var automaticNotes: [String] { signNotes(all) }
}

// MARK: - Drawing

extension CorrelationGrid {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        guard labels.count > 1 else {
            drawing.height = 1
            return drawing
        }
        let names = labels.enumerated().map { "\($0.offset + 1)  \($0.element)" }
        var y = drawLegend(on: &drawing) + 10
        var left = 26.0
        if layout == .wide {
            left = Drawing.nameWidth(names, limit: 240) + 12
        } else {
            for name in names {
                let lines = TextWidth.lines(name, width: drawing.width, size: 13)
                drawing.lines(lines, x: 0, y: y + 14)
                y += Double(lines.count) * 16 + 2
            }
            y += 8
        }
        let step = min((drawing.width - left) / Double(labels.count - 1), 64)
        for column in labels.indices.dropLast() {
            drawing.text(
                String(column + 1),
                x: left + (Double(column) + 0.5) * step,
                y: y + 12,
                .muted,
                anchor: .middle,
                size: 12,
                bold: true
            )
        }
        y += 18
        for row in labels.indices.dropFirst(layout == .wide ? 0 : 1) {
            let name = layout == .wide ? names[row] : String(row + 1)
            y = draw(row, name, left, step, from: y, on: &drawing)
        }
        drawing.height = y + 4
        return drawing
    }

    /// Draws the name and the cells of a row from `top` on and returns the y under it.
    private func draw(
        _ row: Int,
        _ name: String,
        _ left: Double,
        _ step: Double,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let lines = TextWidth.lines(name, width: left - 12, size: 13)
        let height = max(30, Double(lines.count) * 16 + 6)
        drawing.lines(lines, x: 0, y: top + height / 2 + 4.5 - Double(lines.count - 1) * 8)
        for column in 0..<row {
            draw(
                value(row, column),
                x: left + Double(column) * step,
                y: top,
                width: step,
                height: height,
                on: &drawing
            )
        }
        return top + height
    }

    private func draw(
        _ value: ChartValue,
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        on drawing: inout Drawing
    ) {
        var ink = Ink.page
        var label = value.placeholder
        if let shown = value.shown {
            ink = Self.ink(shown.value)
            label = text.numbers.text(shown.value)
            if shown.isBracketed { label = "(\(label))" }
        }
        drawing.rectangle(
            x: x,
            y: y,
            width: width,
            height: height,
            ink,
            outline: ink == .page ? .faint : .page
        )
        let size = TextWidth.of(label, size: 13) + 4 <= width ? 13.0 : 11.0
        guard TextWidth.of(label, size: size) + 2 <= width else { return }
        drawing.text(
            label,
            x: x + width / 2,
            y: y + height / 2 + 4.5,
            ink == .page ? (value.shown == nil ? .muted : .text) : ink.onTop,
            anchor: .middle,
            size: size
        )
    }

    /// The seven colours with their limits; returns the y under them.
    private func drawLegend(on drawing: inout Drawing) -> Double {
        let style = text.numbers.with(decimals: 1)
        let limits = Self.limits.map { style.text($0) }
        let minus = Self.limits.map { style.text(-$0) }
        let range = text.words.language.range
        let names = [
            "\u{2264} \(minus[2])", range(minus[2], minus[1]), range(minus[1], minus[0]),
            range(minus[0], limits[0]), range(limits[0], limits[1]), range(limits[1], limits[2]),
            "\u{2265} \(limits[2])",
        ]
        return drawing.legend(
            zip(names, [-0.9, -0.4, -0.2, 0, 0.2, 0.4, 0.9]).map { ($0, Self.ink($1)) },
            outline: .faint
        )
    }
}
