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
            let cells =
                cells(row.value, .percent, withInterval: hasIntervals)
                + (hasCounts ? [countCell(row.value)] : [])
            list.append(DisplayTable.Row(row.label, cells))
        }
        let headings =
            [ChartWord.percent] + (hasIntervals ? [.interval] : []) + (hasCounts ? [.n] : [])
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words(ChartWord.answer),
            columns: headings.map { DisplayTable.Column(words($0)) },
            rows: list
        )
    }

    package var automaticSummary: String {
        let start = text.words(ChartSummaryWord.bars, ["n": .count(rows.count)])
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
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 250) : 0
        let room = shown.map { value in
            TextWidth.of(label(value), size: 13, bold: true)
                + TextWidth.of(limits(value), size: 12)
        }
        let ends = shown.map { max($0.value, $0.interval?.upperBound ?? 0) }
        var axis = Axis(holding: ends + [0.05], fromZero: true, bounds: 0...1)
        axis.left = names + (layout == .wide ? 14 : 1)
        axis.right = max(layout.width - (room.max() ?? 20) - 14, axis.left + 10)
        var y = 0.0
        for (index, row) in rows.enumerated() {
            y = drawing.heading(row.heading, from: y, isFirst: index == 0)
            let place = drawing.place(row.label, names: names, from: y, bar: 18)
            draw(row, axis, place, on: &drawing)
            y = place.next
        }
        drawing.height = y + 4
        return drawing
    }

    private func label(_ shown: ChartValue.Shown) -> String {
        let label = text.numbers.percent(shown.value)
        return shown.isBracketed ? "(\(label))" : label
    }

    private func limits(_ shown: ChartValue.Shown) -> String {
        shown.interval.map { text.text($0, .percent) } ?? ""
    }

    private func draw(_ row: Row, _ axis: Axis, _ place: RowPlace, on drawing: inout Drawing) {
        drawing.line(x1: axis.left, y1: place.top, x2: axis.left, y2: place.bottom, .rule)
        let y = place.middle
        guard let shown = row.value.shown else {
            drawing.text(row.value.placeholder, x: axis.left + 6, y: place.baseline, .muted)
            return
        }
        let end = axis.x(shown.value)
        drawing.rectangle(
            x: axis.left,
            y: y - 9,
            width: end - axis.left,
            height: 18,
            row.isNoAnswer || shown.isBracketed ? .page : .bar,
            outline: row.isNoAnswer ? .rule : shown.isBracketed ? .bar : nil
        )
        var free = end
        if let interval = shown.interval {
            let low = axis.x(interval.lowerBound)
            free = max(end, axis.x(interval.upperBound))
            drawing.line(x1: low, y1: y, x2: free, y2: y, .page, width: 4)
            drawing.line(x1: low, y1: y, x2: free, y2: y, .text, width: 1.5)
        }
        drawing.text(label(shown), x: free + 6, y: place.baseline, bold: true)
        drawing.text(
            limits(shown),
            x: free + 12 + TextWidth.of(label(shown), size: 13, bold: true),
            y: place.baseline,
            .muted,
            size: 12
        )
    }
}
