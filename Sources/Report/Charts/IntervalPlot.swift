/// Estimates by group: a dot and its interval a row, beside the estimate for all.
package struct IntervalPlot: Chart {
    package var text: ChartText
    package var unit: ChartUnit
    /// The estimate for all, drawn as a thin line with its band through all rows.
    package var overall: ChartValue.Shown?
    package var rows: [Row]
    /// The ends of the axis when they are given, as for a scale from 1 to 5; else from the values.
    package var bounds: ClosedRange<Double>?
    /// Whether the text alternative names the groups with the lowest and the highest estimate.
    package var namesEnds: Bool

    package init(
        text: ChartText,
        unit: ChartUnit,
        overall: ChartValue.Shown? = nil,
        rows: [Row],
        bounds: ClosedRange<Double>? = nil,
        namesEnds: Bool = true
    ) {
        self.text = text
        self.unit = unit
        self.overall = overall
        self.rows = rows
        self.bounds = bounds
        self.namesEnds = namesEnds
    }

    /// One group of people.
    package struct Row: Sendable, Hashable {
        package var label: String
        /// The breakdown that begins with this row ("Sex"); empty when it goes on.
        package var heading: String
        package var value: ChartValue

        package init(_ label: String, heading: String = "", _ value: ChartValue) {
            self.label = label
            self.heading = heading
            self.value = value
        }
    }

    private var hasClusters: Bool { rows.contains { $0.value.shown?.clusters != nil } }

    private var hasFreedom: Bool { rows.contains { $0.value.shown?.df != nil } }

    private var hasIntervals: Bool { rows.contains { $0.value.shown?.interval != nil } }

    package var table: DisplayTable {
        let words = text.words
        var list: [DisplayTable.Row] = []
        if let overall {
            let value = ChartValue.shown(overall)
            list.append(
                DisplayTable.Row(
                    words(ChartWord.overall),
                    cells(of: value),
                    kind: .total
                )
            )
        }
        for row in rows {
            if !row.heading.isEmpty { list.append(.block(row.heading)) }
            list.append(DisplayTable.Row(row.label, cells(of: row.value)))
        }
        let headings =
            [ChartWord.estimate] + (hasIntervals ? [.interval] : []) + [.n]
            + (hasClusters ? [.psus] : []) + (hasFreedom ? [.df] : [])
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words(ChartWord.group),
            columns: headings.map { DisplayTable.Column(words($0)) },
            rows: list
        )
    }

    private func cells(of value: ChartValue) -> [DisplayTable.Cell] {
        let sign: DisplayTable.Cell = value == .hidden ? .hidden : .unavailable
        func carrier(_ written: (ChartValue.Shown) -> String?) -> DisplayTable.Cell {
            guard let shown = value.shown else { return sign }
            return written(shown).map { .number($0) } ?? .blank
        }
        let clusters = carrier { $0.clusters.map(count) }
        let df = carrier { $0.df.map(text.numbers.with(decimals: 0).text) }
        return cells(value, unit, withInterval: hasIntervals) + [countCell(value)]
            + (hasClusters ? [clusters] : []) + (hasFreedom ? [df] : [])
    }

    package var automaticSummary: String {
        let start = text.words(
            hasIntervals ? ChartSummaryWord.intervalPlot : .dotPlot,
            ["n": .count(rows.count)]
        )
        let values = rows.map { ($0.label, $0.value) }
        return [start, namesEnds ? rangeSentence(values, unit) : valueSentence]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The lowest and the highest value without the groups that have them.
    private var valueSentence: String {
        let values = rows.compactMap { $0.value.shown?.value }
        guard values.count > 1, let low = values.min(), let high = values.max() else { return "" }
        return text.words(
            RankWord.values,
            ["low": .text(text.text(low, unit)), "high": .text(text.text(high, unit))]
        )
    }

    package var automaticNotes: [String] {
        let notes = signNotes(rows.map(\.value))
        return axis.low > 0 ? [text.words(ChartWord.axisNotZero)] + notes : notes
    }

    /// The axis over all dots and intervals, not yet placed.
    private var axis: Axis {
        var values = (rows.compactMap(\.value.shown) + (overall.map { [$0] } ?? [])).flatMap {
            [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 }
        }
        if let bounds, unit == .number { values += [bounds.lowerBound, bounds.upperBound] }
        return Axis(
            holding: values,
            fromZero: false,
            bounds: unit == .percent ? 0...1 : bounds
        )
    }
}

extension Chart {
    /// The sentence that names the lowest and the highest value; empty when there are no two.
    func rangeSentence(_ values: [(label: String, value: ChartValue)], _ unit: ChartUnit) -> String
    {
        let shown = values.compactMap { label, value in value.shown.map { (label, $0.value) } }
        guard shown.count > 1, let low = shown.min(by: { $0.1 < $1.1 }),
            let high = shown.max(by: { $0.1 < $1.1 })
        else { return "" }
        return text.words(
            ChartSummaryWord.range,
            [
                "low": .text(text.text(low.1, unit)), "lowest": .text(low.0),
                "high": .text(text.text(high.1, unit)), "highest": .text(high.0),
            ]
        )
    }
}

// MARK: - Drawing

extension IntervalPlot {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let columns = Columns(self, layout)
        var axis = axis
        axis.left = columns.left
        axis.right = columns.right
        var y = overall == nil && columns.n == nil ? 0 : 20.0
        if let overall { drawName(of: overall, axis, on: &drawing) }
        for (index, row) in rows.enumerated() {
            y = drawing.heading(row.heading, from: y, isFirst: index == 0)
            let n = row.value.shown?.n.map { "\(text.words(ChartWord.n)) \(count($0))" } ?? ""
            let place = drawing.place(
                row.label,
                names: columns.names,
                from: y,
                bar: 16,
                aside: n
            )
            drawGround(axis, place, on: &drawing)
            draw(row, columns, axis, place, on: &drawing)
            y = place.next
        }
        if columns.names == 0 { y -= 6 }
        drawing.marks(of: axis, text, unit, y: y + 16)
        if let x = columns.n {
            drawing.text(text.words(ChartWord.n), x: x, y: 12, .muted, anchor: .end, size: 12)
        }
        drawing.height = y + 22
        return drawing
    }

    /// Where the columns of a drawing stand, in px.
    private struct Columns {
        var names = 0.0
        var left = 0.0
        var right = 0.0
        /// The left edge of the values as text.
        var values = 0.0
        var n: Double?

        init(_ chart: IntervalPlot, _ layout: ChartLayout) {
            let shown = chart.rows.compactMap(\.value.shown)
            let texts = shown.map { chart.valueText($0) }
            let room =
                texts.map {
                    TextWidth.of($0.value, size: 13, bold: true)
                        + TextWidth.of($0.interval, size: 12) + 6
                }.max() ?? 30
            var end = layout.width
            if layout == .wide {
                names = Drawing.nameWidth(chart.rows.map(\.label), limit: 210)
                if shown.contains(where: { $0.n != nil }) {
                    n = end
                    let counts =
                        shown.map { $0.n.map(chart.count) ?? "" } + [chart.text.words(ChartWord.n)]
                    end -= (counts.map { TextWidth.of($0, size: 13) }.max() ?? 0) + 18
                }
            }
            values = end - room
            left = layout == .wide ? names + 22 : 14
            right = values - 22
        }
    }

    /// The value and its interval as they are written beside a row.
    private func valueText(_ shown: ChartValue.Shown) -> (value: String, interval: String) {
        let value = text.text(shown.value, unit)
        return (
            shown.isBracketed ? "(\(value))" : value,
            shown.interval.map { text.text($0, unit) } ?? ""
        )
    }

    /// The name and value of the line for all, over it.
    private func drawName(
        of overall: ChartValue.Shown,
        _ axis: Axis,
        on drawing: inout Drawing
    ) {
        let label = "\(text.words(ChartWord.overall)) \(text.text(overall.value, unit))"
        let half = TextWidth.of(label, size: 12, bold: true) / 2
        let x = min(max(axis.x(overall.value), half), axis.right + 16 - half)
        drawing.text(label, x: x, y: 12, .muted, anchor: .middle, size: 12, bold: true)
    }

    /// What lies behind one row: band and line of the estimate for all, and the axis's marks.
    private func drawGround(_ axis: Axis, _ place: RowPlace, on drawing: inout Drawing) {
        let (top, bottom) = (place.top, place.bottom)
        if let interval = overall?.interval {
            let start = axis.x(interval.lowerBound)
            drawing.rectangle(
                x: start,
                y: top,
                width: axis.x(interval.upperBound) - start,
                height: bottom - top,
                .band
            )
        }
        if place.next == place.bottom {
            for tick in axis.ticks {
                let x = axis.x(tick)
                drawing.line(x1: x, y1: top, x2: x, y2: bottom, .faint)
            }
        } else {
            drawing.line(x1: axis.left, y1: place.middle, x2: axis.right, y2: place.middle, .faint)
        }
        if let overall {
            let x = axis.x(overall.value)
            drawing.line(x1: x, y1: top, x2: x, y2: bottom, .rule, width: 1.5)
        }
    }

    private func draw(
        _ row: Row,
        _ columns: Columns,
        _ axis: Axis,
        _ place: RowPlace,
        on drawing: inout Drawing
    ) {
        let (middle, baseline) = (place.middle, place.baseline)
        guard let shown = row.value.shown else {
            drawing.text(row.value.placeholder, x: columns.values, y: baseline, .muted)
            return
        }
        if let interval = shown.interval {
            drawing.line(
                x1: axis.x(interval.lowerBound),
                y1: middle,
                x2: axis.x(interval.upperBound),
                y2: middle,
                .accent,
                width: 2
            )
        }
        drawing.dot(
            x: axis.x(shown.value),
            y: middle,
            radius: 4.5,
            .accent,
            hollow: shown.isBracketed
        )
        let (value, interval) = valueText(shown)
        drawing.text(value, x: columns.values, y: baseline, bold: true)
        drawing.text(
            interval,
            x: columns.values + TextWidth.of(value, size: 13, bold: true) + 6,
            y: baseline,
            .muted,
            size: 12
        )
        if let x = columns.n, let n = shown.n {
            drawing.text(count(n), x: x, y: baseline, .muted, anchor: .end)
        }
    }
}
