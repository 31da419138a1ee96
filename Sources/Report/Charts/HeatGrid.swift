/// Numbers by row and column, such as interviews by interviewer and day, as cells of five shades.
package struct HeatGrid: Chart {
    package var text: ChartText
    package var unit: ChartUnit
    /// What the rows are: "Interviewer".
    package var rowHeading: String
    package var columns: [String]
    package var rows: [Row]

    package init(
        text: ChartText,
        unit: ChartUnit,
        rowHeading: String,
        columns: [String],
        rows: [Row]
    ) {
        self.text = text
        self.unit = unit
        self.rowHeading = rowHeading
        self.columns = columns
        self.rows = rows
    }

    /// One row with a value a column.
    package struct Row: Sendable, Hashable {
        package var label: String
        package var values: [ChartValue]

        package init(_ label: String, _ values: [ChartValue]) {
            self.label = label
            self.values = values
        }
    }

    package var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: rowHeading,
            columns: columns.map { DisplayTable.Column($0) },
            rows: rows.map { row in
                DisplayTable.Row(row.label, row.values.map { cell($0, unit) })
            }
        )
    }

    package var automaticSummary: String {
        let pairs = rows.flatMap { row in
            zip(columns, row.values).map { ("\(row.label), \($0)", $1) }
        }
        let start = text.words(
            ChartSummaryWord.heat,
            ["rows": .count(rows.count), "columns": .count(columns.count)]
        )
        return [start, rangeSentence(pairs, unit)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    package var automaticNotes: [String] { signNotes(rows.flatMap(\.values)) }
}

// MARK: - Drawing

extension HeatGrid {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let limits = limits
        let entries = zip(limits, Ink.sequential).map { range, ink in
            let (low, high) = (text.text(range.lowerBound, unit), text.text(range.upperBound, unit))
            return (name: low == high ? low : text.text(range, unit), ink: ink)
        }
        var y = drawing.legend(entries, outline: .rule) + 8
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 180) : 0
        let left = names > 0 ? names + 12 : 0.5
        let step = min((drawing.width - 0.5 - left) / Double(max(columns.count, 1)), 64)
        drawHeadings(left, step, y + 12, on: &drawing)
        y += 18
        for row in rows {
            let place = drawing.place(row.label, names: names, from: y, bar: 18)
            for (index, value) in row.values.prefix(columns.count).enumerated() {
                draw(
                    value,
                    limits,
                    x: left + Double(index) * step,
                    place,
                    width: step,
                    on: &drawing
                )
            }
            y = place.next
        }
        drawing.height = y + 4
        return drawing
    }

    /// The limits of the shades: equal steps from the lowest value over zero to the highest.
    private var limits: [ClosedRange<Double>] {
        let values = rows.flatMap(\.values).compactMap(\.shown?.value).filter { $0 > 0 }
        guard let low = values.min(), let high = values.max() else { return [] }
        let unitSize = unit == .number && text.numbers.decimals == 0 ? 1.0 : 0
        let shades = Ink.sequential.count
        if unitSize > 0, high - low + 1 <= Double(shades) {
            return (0...Int(high - low)).map { low + Double($0)...low + Double($0) }
        }
        let step = (high - low + unitSize) / Double(shades)
        let edges = (0...shades).map { index -> Double in
            let edge = low + Double(index) * step
            return unitSize > 0 ? edge.rounded() : edge
        }
        return (0..<shades).map { edges[$0]...max(edges[$0], edges[$0 + 1] - unitSize) }
    }

    /// As many column headings as fit, at even distances.
    private func drawHeadings(
        _ left: Double,
        _ step: Double,
        _ y: Double,
        on drawing: inout Drawing
    ) {
        let widest = columns.map { TextWidth.of($0, size: 12) }.max() ?? 0
        let every = max(1, Int(((widest + 8) / max(step, 1)).rounded(.up)))
        for (index, column) in columns.enumerated() where index.isMultiple(of: every) {
            let half = TextWidth.of(column, size: 12) / 2
            let x = left + (Double(index) + 0.5) * step
            drawing.text(
                column,
                x: min(max(x, half), drawing.width - half),
                y: y,
                .muted,
                anchor: .middle,
                size: 12
            )
        }
    }

    private func draw(
        _ value: ChartValue,
        _ limits: [ClosedRange<Double>],
        x: Double,
        _ place: RowPlace,
        width: Double,
        on drawing: inout Drawing
    ) {
        var ink = Ink.page
        var label = value.placeholder
        if let shown = value.shown {
            label =
                unit == .percent
                ? text.numbers.percentDigits(shown.value)
                : text.numbers.text(shown.value)
            let shade = limits.lastIndex { shown.value >= $0.lowerBound }
            if shown.value > 0, let shade { ink = Ink.sequential[shade] }
        }
        drawing.rectangle(
            x: x,
            y: place.middle - 10,
            width: width,
            height: 20,
            ink,
            outline: .rule
        )
        guard TextWidth.of(label, size: 11) + 2 <= width else { return }
        drawing.text(
            label,
            x: x + width / 2,
            y: place.middle + 4,
            ink == .page ? .muted : ink.onTop,
            anchor: .middle,
            size: 11
        )
    }
}
