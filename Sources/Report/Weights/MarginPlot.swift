import Markup

/// The groups of one margin: their shares before raking and after it, beside those of the population.
package struct MarginPlot: Chart {
    package var text: ChartText
    package var rows: [Row]

    package init(text: ChartText, rows: [Row]) {
        self.text = text
        self.rows = rows
    }

    /// One group; shares lie in 0...1.
    package struct Row: Sendable, Hashable {
        package var label: String
        /// Respondents, unweighted; nil where they are too few to be told.
        package var n: Int?
        /// The share before raking; nil where it would tell how many respondents there are.
        package var before: Double?
        package var after: Double
        package var target: Double

        package init(
            _ label: String,
            n: Int?,
            before: Double?,
            after: Double,
            target: Double
        ) {
            self.label = label
            self.n = n
            self.before = before
            self.after = after
            self.target = target
        }
    }

    package var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: text.words(WeightWord.group),
            columns: [
                .init(text.words(ChartWord.n)), .init(text.words(WeightWord.before)),
                .init(text.words(WeightWord.after)), .init(text.words(WeightWord.target)),
            ],
            rows: rows.map { row in
                DisplayTable.Row(
                    row.label,
                    [
                        row.n.map { .number(count($0)) } ?? .hidden,
                        row.before.map { .number(written($0)) } ?? .hidden,
                        .number(written(row.after)), .number(written(row.target)),
                    ]
                )
            }
        )
    }

    private func written(_ share: Double) -> String { text.text(share, .percent) }

    package var automaticSummary: String {
        let start = text.words(WeightMethodWord.marginSummary, ["n": .count(rows.count)])
        let moves = rows.compactMap { row in row.before.map { (row, abs(row.after - $0)) } }
        guard let (most, move) = moves.max(by: { $0.1 < $1.1 }), move > 0.0005,
            let before = most.before
        else { return start }
        let shift = text.words(
            WeightMethodWord.marginShift,
            [
                "group": .text(most.label), "before": .text(written(before)),
                "after": .text(written(most.after)),
            ]
        )
        return "\(start) \(shift)"
    }

    package var automaticNotes: [String] { [] }
}

// MARK: - Drawing

extension MarginPlot {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 250) : 0
        let values = rows.map { written($0.target) }
        let room = values.map { TextWidth.of($0, size: 13, bold: true) }.max() ?? 20
        var axis = Axis(
            holding: rows.flatMap { [$0.before ?? 0, $0.after, $0.target] } + [0.05],
            fromZero: true,
            bounds: 0...1
        )
        axis.left = names + (layout == .wide ? 22 : 8)
        axis.right = max(layout.width - room - 22, axis.left + 10)
        var y = legend(on: &drawing)
        for row in rows {
            let place = drawing.place(row.label, names: names, from: y, bar: 18)
            draw(row, axis, place, on: &drawing)
            y = place.next
        }
        drawing.marks(of: axis, text, .percent, y: y + 14)
        drawing.height = y + 20
        return drawing
    }

    private func draw(_ row: Row, _ axis: Axis, _ place: RowPlace, on drawing: inout Drawing) {
        let y = place.middle
        drawing.line(x1: axis.left, y1: y, x2: axis.right, y2: y, .faint)
        let target = axis.x(row.target)
        if let before = row.before {
            drawing.line(x1: axis.x(before), y1: y, x2: axis.x(row.after), y2: y, .rule, width: 2)
            drawing.dot(x: axis.x(before), y: y, radius: 4, .rule, hollow: true)
        }
        drawing.line(x1: target, y1: y - 9, x2: target, y2: y + 9, .text, width: 2)
        drawing.dot(x: axis.x(row.after), y: y, radius: 4, .accent)
        drawing.text(written(row.target), x: axis.right + 12, y: place.baseline, bold: true)
    }

    /// The three signs with their names; the y under them.
    private func legend(on drawing: inout Drawing) -> Double {
        var x = 6.0
        for word in [WeightWord.before, .after, .target] {
            switch word {
            case .before: drawing.dot(x: x, y: 9, radius: 4, .rule, hollow: true)
            case .after: drawing.dot(x: x, y: 9, radius: 4, .accent)
            default: drawing.line(x1: x, y1: 1, x2: x, y2: 17, .text, width: 2)
            }
            let name = text.words(word)
            drawing.text(name, x: x + 9, y: 13, size: 12)
            x += 9 + TextWidth.of(name, size: 12) + 22
        }
        return 24
    }
}
