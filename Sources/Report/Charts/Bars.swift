/// Shares of one-choice or several-choice answers: a bar from zero for each, labelled directly.
package struct Bars: Chart {
    package var text: ChartText
    package var rows: [Row]

    package init(text: ChartText, rows: [Row]) {
        self.text = text
        self.rows = rows
    }

    /// One answer.
    package struct Row: Sendable, Hashable {
        package var label: String
        /// A heading over this row and those that follow; empty for none.
        package var heading: String
        package var value: ChartValue
        /// Don't know, refused and the like: drawn as an outline.
        package var isNoAnswer: Bool

        package init(
            _ label: String,
            heading: String = "",
            _ value: ChartValue,
            isNoAnswer: Bool = false
        ) {
            self.label = label
            self.heading = heading
            self.value = value
            self.isNoAnswer = isNoAnswer
        }
    }

    package var table: DisplayTable {
        let words = text.words
        let hasCounts = rows.contains { $0.value.shown?.n != nil }
        let hasIntervals = rows.contains { $0.value.shown?.interval != nil }
        var list: [DisplayTable.Row] = []
        for row in rows {
            if !row.heading.isEmpty { list.append(.block(row.heading)) }
            let cells = [cell(row.value, .percent)] + (hasCounts ? [countCell(row.value)] : [])
            list.append(DisplayTable.Row(row.label, cells))
        }
        let heading = hasIntervals ? "\(words.percent), \(words.interval)" : words.percent
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words.answer,
            columns: [DisplayTable.Column(heading)]
                + (hasCounts ? [DisplayTable.Column(words.n)] : []),
            rows: list
        )
    }

    package var automaticSummary: String {
        let start = fill(text.words.bars, count(rows.count))
        let answers = rows.filter { !$0.isNoAnswer }.map { ($0.label, $0.value) }
        return [start, rangeSentence(answers, .percent)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    package var automaticNotes: [String] { signNotes(rows.map(\.value)) }
}

// MARK: - Drawing

extension Bars {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let shown = rows.compactMap(\.value.shown)
        let widest = rows.map { TextWidth.of($0.label, size: 13) }.max() ?? 0
        let names = layout == .wide ? min(max(widest, 60), 250) : 0
        let room = (shown.map { TextWidth.of(label($0), size: 13, bold: true) }.max() ?? 20) + 10
        let ends = shown.map { max($0.value, $0.interval?.upperBound ?? 0) }
        var axis = Axis(holding: ends + [0.05], fromZero: true, bounds: 0...1)
        axis.left = names + (layout == .wide ? 14 : 1)
        axis.right = max(layout.width - room, axis.left + 10)
        var y = 0.0
        for (index, row) in rows.enumerated() {
            if !row.heading.isEmpty {
                y += index == 0 ? 16 : 26
                drawing.text(row.heading, x: 0, y: y, bold: true)
                y += 6
            }
            y = draw(row, names, axis, from: y, on: &drawing)
        }
        drawing.height = y + 4
        return drawing
    }

    private func label(_ shown: ChartValue.Shown) -> String {
        let label = text.numbers.percent(shown.value)
        return shown.isBracketed ? "(\(label))" : label
    }

    /// Draws a row from `top` on and returns the y under it.
    private func draw(
        _ row: Row,
        _ names: Double,
        _ axis: Axis,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let bar = 18.0
        var middle: Double
        var bottom: Double
        if names > 0 {
            let lines = TextWidth.lines(row.label, width: names, size: 13)
            let height = max(bar + 8, Double(lines.count) * 16 + 8)
            middle = top + height / 2
            bottom = top + height
            drawing.line(x1: axis.left, y1: top, x2: axis.left, y2: bottom, .rule)
            drawing.lines(lines, x: 0, y: middle + 4.5 - Double(lines.count - 1) * 8)
        } else {
            let lines = TextWidth.lines(row.label, width: drawing.width, size: 13)
            drawing.lines(lines, x: 0, y: top + 15)
            middle = top + Double(lines.count) * 16 + 13
            bottom = middle + 15
            drawing.line(x1: axis.left, y1: middle - 11, x2: axis.left, y2: middle + 11, .rule)
        }
        guard let shown = row.value.shown else {
            drawing.text(row.value.placeholder, x: axis.left + 6, y: middle + 4.5, .muted)
            return bottom
        }
        let end = axis.x(shown.value)
        drawing.rectangle(
            x: axis.left,
            y: middle - bar / 2,
            width: end - axis.left,
            height: bar,
            row.isNoAnswer || shown.isBracketed ? .page : .bar,
            outline: row.isNoAnswer ? .rule : shown.isBracketed ? .bar : nil
        )
        var free = end
        if let interval = shown.interval {
            let low = axis.x(interval.lowerBound)
            let high = axis.x(interval.upperBound)
            drawing.line(x1: low, y1: middle, x2: high, y2: middle, .page, width: 4)
            drawing.line(x1: low, y1: middle, x2: high, y2: middle, .text, width: 1.5)
            free = max(end, high)
        }
        drawing.text(label(shown), x: free + 6, y: middle + 4.5, bold: true)
        return bottom
    }
}
