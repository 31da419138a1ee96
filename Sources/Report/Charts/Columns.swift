/// Columns side by side: the distribution of a number, or counts over time.
package struct Columns: Chart {
    package var text: ChartText
    package var unit: ChartUnit
    package var columns: [Column]
    package var scale: Scale

    package init(text: ChartText, unit: ChartUnit, columns: [Column], scale: Scale) {
        self.text = text
        self.unit = unit
        self.columns = columns
        self.scale = scale
    }

    /// One column.
    package struct Column: Sendable, Hashable {
        /// What the table calls it: "20 to 29", or a date.
        package var label: String
        package var value: ChartValue

        package init(_ label: String, _ value: ChartValue) {
            self.label = label
            self.value = value
        }
    }

    /// What stands under the columns.
    package enum Scale: Sendable, Hashable {
        /// Numbers: columns of equal width from `lower` to `upper`; the median is marked.
        case numbers(lower: Double, upper: Double, median: Double?)
        /// Days, weeks or months: one short label a column, left out where there is no room.
        case periods([String])
    }

    package var table: DisplayTable {
        let words = text.words
        let isTime = if case .periods = scale { true } else { false }
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words(isTime ? ChartWord.period : .answer),
            columns: [DisplayTable.Column(words(unit == .percent ? ChartWord.percent : .number))],
            rows: columns.map { DisplayTable.Row($0.label, [cell($0.value, unit)]) },
            notes: medianText.map { [$0] } ?? []
        )
    }

    /// "Median 34", where there is one.
    private var medianText: String? {
        guard case .numbers(_, _, let median?) = scale, median.isFinite else { return nil }
        return "\(text.words(ChartWord.median)) \(text.numbers.text(median))"
    }

    package var automaticSummary: String {
        let first = columns.first?.label ?? ""
        let last = columns.last?.label ?? ""
        let start =
            switch scale {
            case .numbers:
                text.words(
                    ChartSummaryWord.histogram,
                    ["first": .text(first), "last": .text(last)]
                )
            case .periods:
                text.words(
                    ChartSummaryWord.columns,
                    ["n": .count(columns.count), "first": .text(first), "last": .text(last)]
                )
            }
        let median = medianText.map { "\($0)." } ?? ""
        let highest = rangeSentence(columns.map { ($0.label, $0.value) }, unit)
        return [start, median.isEmpty ? highest : median]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    package var automaticNotes: [String] { signNotes(columns.map(\.value)) }
}

// MARK: - Drawing

extension Columns {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let plot = Plot(self, layout)
        if !plot.labelsColumns { drawMarks(plot, on: &drawing) }
        for (index, column) in columns.enumerated() {
            draw(column, plot.left + Double(index) * plot.step, plot, on: &drawing)
        }
        drawing.line(x1: plot.left, y1: plot.bottom, x2: plot.right, y2: plot.bottom, .rule)
        switch scale {
        case .numbers(let lower, let upper, let median):
            drawNumbers(lower, upper, median, plot, on: &drawing)
        case .periods(let labels): drawPeriods(labels, plot, on: &drawing)
        }
        drawing.height = plot.bottom + 22
        return drawing
    }

    /// Where the columns stand, in px.
    private struct Plot {
        let axis: Axis
        /// The value at the top: the highest, or the last mark where an axis is drawn.
        let highest: Double
        let left: Double
        let right: Double
        let top = 36.0
        let bottom: Double
        /// From the left edge of one column to that of the next.
        let step: Double
        /// Whether every column is wide enough for its value over it; else an axis is drawn.
        let labelsColumns: Bool

        init(_ chart: Columns, _ layout: ChartLayout) {
            let shown = chart.columns.compactMap(\.value.shown)
            let axis = Axis(
                holding: shown.map(\.value),
                fromZero: true,
                bounds: chart.unit == .percent ? 0...1 : nil,
                count: 4
            )
            let number = max(Double(chart.columns.count), 1)
            let widest = shown.map { TextWidth.of(chart.label($0), size: 12) }.max() ?? 0
            self.axis = axis
            let most = shown.map(\.value).max() ?? 0
            labelsColumns = (layout.width - 2) / number >= widest + 4
            highest = labelsColumns && most > axis.low ? most : axis.high
            let marks = axis.ticks.map { TextWidth.of(chart.mark($0, axis), size: 12) }
            left = labelsColumns ? 1 : (marks.max() ?? 0) + 8
            right = layout.width - 1
            step = min((right - left) / number, 64)
            bottom = layout == .wide ? 190 : 170
        }

        func y(_ value: Double) -> Double {
            let share = (value - axis.low) / (highest - axis.low)
            return bottom - min(max(share.isFinite ? share : 0, 0), 1) * (bottom - top)
        }
    }

    private func label(_ shown: ChartValue.Shown) -> String {
        let label = unit == .percent ? text.numbers.percentDigits(shown.value) : mark(shown.value)
        return shown.isBracketed ? "(\(label))" : label
    }

    private func mark(_ value: Double) -> String { text.text(value, unit) }

    private func mark(_ value: Double, _ axis: Axis) -> String { text.mark(value, axis, unit) }

    /// The marks of the axis of values, as faint lines across.
    private func drawMarks(_ plot: Plot, on drawing: inout Drawing) {
        for tick in plot.axis.ticks {
            let y = plot.y(tick)
            drawing.line(x1: plot.left, y1: y, x2: plot.right, y2: y, .faint)
            drawing.text(
                mark(tick, plot.axis),
                x: plot.left - 6,
                y: y + 4,
                .muted,
                anchor: .end,
                size: 12
            )
        }
    }

    private func draw(_ column: Column, _ x: Double, _ plot: Plot, on drawing: inout Drawing) {
        let middle = x + plot.step / 2
        guard let shown = column.value.shown else {
            if plot.step >= 20 {
                drawing.text(
                    column.value.placeholder,
                    x: middle,
                    y: plot.bottom - 6,
                    .muted,
                    anchor: .middle,
                    size: 12
                )
            }
            return
        }
        let y = plot.y(shown.value)
        let gap = plot.step > 6 ? 1.0 : 0.25
        drawing.rectangle(
            x: x + gap,
            y: y,
            width: plot.step - 2 * gap,
            height: plot.bottom - y,
            shown.isBracketed ? .page : .bar,
            outline: shown.isBracketed ? .bar : nil
        )
        if plot.labelsColumns {
            drawing.text(label(shown), x: middle, y: y - 5, .text, anchor: .middle, size: 12)
        }
    }

    /// Round numbers under the columns, and the median as a line through them.
    private func drawNumbers(
        _ lower: Double,
        _ upper: Double,
        _ median: Double?,
        _ plot: Plot,
        on drawing: inout Drawing
    ) {
        guard lower.isFinite, upper.isFinite, upper > lower, !columns.isEmpty else { return }
        let end = plot.left + plot.step * Double(columns.count)
        func x(_ value: Double) -> Double {
            plot.left + (value - lower) / (upper - lower) * (end - plot.left)
        }
        var axis = Axis(holding: [lower, upper], fromZero: false, count: 8)
        axis = axis.inside(lower...upper)
        axis.left = x(axis.low)
        axis.right = x(axis.high)
        drawing.marks(of: axis, text, .number, y: plot.bottom + 16)
        guard let median, let name = medianText, (lower...upper).contains(median) else { return }
        let middle = x(median)
        let index = min(Int((middle - plot.left) / plot.step), columns.count - 1)
        let top = plot.y(columns[index].value.shown?.value ?? 0)
        drawing.line(
            x1: middle,
            y1: 14,
            x2: middle,
            y2: plot.labelsColumns ? top - 17 : top,
            .text,
            width: 1.5
        )
        drawing.line(x1: middle, y1: top, x2: middle, y2: plot.bottom, .page, width: 2)
        let half = TextWidth.of(name, size: 12, bold: true) / 2
        drawing.text(
            name,
            x: min(max(middle, half), drawing.width - half),
            y: 10,
            anchor: .middle,
            size: 12,
            bold: true
        )
    }

    /// As many labels as fit, at even distances from the first.
    private func drawPeriods(_ labels: [String], _ plot: Plot, on drawing: inout Drawing) {
        let widest = labels.map { TextWidth.of($0, size: 12) }.max() ?? 0
        let every = max(1, Int(((widest + 8) / plot.step).rounded(.up)))
        for (index, label) in labels.prefix(columns.count).enumerated()
        where index.isMultiple(of: every) {
            let half = TextWidth.of(label, size: 12) / 2
            let x = plot.left + (Double(index) + 0.5) * plot.step
            drawing.text(
                label,
                x: min(max(x, half), drawing.width - half),
                y: plot.bottom + 16,
                .muted,
                anchor: .middle,
                size: 12
            )
        }
    }
}
