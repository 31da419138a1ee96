import Qualitative

/// Codes by place: how many sources name each, as cells of five shades; passages in the table.
struct CodeGrid: Chart {
    var text: ChartText
    var columns: [String]
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var label: String
        var cells: [Cell]
    }

    struct Cell: Sendable, Hashable {
        var named: CodeMatrix.Cell
        /// Sources that say there is none.
        var absent: Int
    }

    private var grid: HeatGrid {
        HeatGrid(
            text: text,
            unit: .number,
            rowHeading: text.words(CodingWord.code),
            columns: columns,
            rows: rows.map { row in
                HeatGrid.Row(row.label, row.cells.map { .value(Double($0.named.sources)) })
            }
        )
    }

    var automaticSummary: String { grid.automaticSummary }
    var automaticNotes: [String] { grid.automaticNotes }

    var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: text.words(CodingWord.code),
            columns: columns.map { .init($0) },
            rows: rows.map { row in DisplayTable.Row(row.label, row.cells.map(cell)) },
            notes: [text.words(CodingWord.countNote)]
        )
    }

    private func cell(_ cell: Cell) -> DisplayTable.Cell {
        let words = text.words
        var details: [String] = []
        if cell.named.passages > 0 {
            details.append(words(InterviewWord.passages, ["n": .count(cell.named.passages)]))
        }
        if cell.named.syntheticSources > 0 {
            let made = words.language.numbers.text(Double(cell.named.syntheticSources))
            details.append("\(words(InterviewWord.syntheticShort)) \(made)")
        }
        if cell.absent > 0 {
            details.append(words(CodingWord.gridAbsent, ["n": .count(cell.absent)]))
        }
        return .estimate(
            words.language.numbers.text(Double(cell.named.sources)),
            interval: details.joined(separator: "; ")
        )
    }
}

// MARK: - Drawing

extension CodeGrid {
    func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let shades = shades
        var y =
            drawing.legend(shades.map { (name: $0.name, ink: $0.ink) }, outline: .rule) + 8
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 200) : 0
        let left = names > 0 ? names + 12 : 0.5
        let step = min((drawing.width - 0.5 - left) / Double(max(columns.count, 1)), 96)
        y = drawHeadings(left, step, y, on: &drawing)
        for row in rows {
            let place = drawing.place(row.label, names: names, from: y, bar: 18)
            for (index, cell) in row.cells.enumerated() {
                let sources = cell.named.sources
                let shade = shades.last { sources >= $0.least }
                let ink = sources > 0 ? shade?.ink ?? .page : .page
                let x = left + Double(index) * step
                drawing.rectangle(
                    x: x,
                    y: place.middle - 10,
                    width: step,
                    height: 20,
                    ink,
                    outline: .rule
                )
                drawing.text(
                    count(sources),
                    x: x + step / 2,
                    y: place.middle + 4,
                    sources > 0 ? ink.onTop : .muted,
                    anchor: .middle,
                    size: 11
                )
            }
            y = place.next
        }
        drawing.height = y + 4
        return drawing
    }

    /// The shades from the fewest sources over zero, at most five, with the least number of each.
    private var shades: [(least: Int, name: String, ink: Ink)] {
        let most = rows.flatMap(\.cells).map(\.named.sources).max() ?? 0
        guard most > 0 else { return [] }
        let number = min(most, Ink.sequential.count)
        let starts = (0...number).map { 1 + $0 * most / number }
        return (0..<number).map { index in
            let (low, high) = (starts[index], starts[index + 1] - 1)
            let name =
                low >= high
                ? count(low) : text.words.language.range(count(low), count(high))
            // A few shades take the ends of the scale too.
            let ink = number > 1 ? index * (Ink.sequential.count - 1) / (number - 1) : 2
            return (low, name, Ink.sequential[ink])
        }
    }

    /// The places over their columns; where they have no room, numbers with a key above.
    private func drawHeadings(
        _ left: Double,
        _ step: Double,
        _ top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let widest =
            columns.flatMap { $0.split(separator: " ") }
            .map { TextWidth.of(String($0), size: 12) }.max() ?? 0
        var y = top
        var headings = columns.map { TextWidth.lines($0, width: step - 8, size: 12) }
        if widest > step - 8 {
            for (index, column) in columns.enumerated() {
                let lines = TextWidth.lines(
                    "\(count(index + 1)) \(column)",
                    width: drawing.width,
                    size: 12
                )
                drawing.lines(lines, x: 0, y: y + 12, .muted, size: 12, lead: 15)
                y += Double(lines.count) * 15
            }
            y += 4
            headings = columns.indices.map { [count($0 + 1)] }
        }
        let most = headings.map(\.count).max() ?? 0
        for (index, lines) in headings.enumerated() {
            drawing.lines(
                lines,
                x: left + (Double(index) + 0.5) * step,
                // The last lines stand on one level.
                y: y + 12 + Double(most - lines.count) * 15,
                .muted,
                anchor: .middle,
                size: 12,
                lead: 15
            )
        }
        return y + Double(most) * 15 + 4
    }
}
