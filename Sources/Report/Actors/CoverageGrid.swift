package import Qualitative

/// What is known of services by subject and place, a sign a cell: provided, in part, planned, said to
/// be absent, not mentioned, not studied.
package struct CoverageGrid: Chart {
    package var text: ChartText
    /// What the rows are: "Need".
    package var rowHeading: String
    /// The names of the places.
    package var columns: [String]
    package var rows: [Row]

    package init(text: ChartText, rowHeading: String, columns: [String], rows: [Row]) {
        self.text = text
        self.rowHeading = rowHeading
        self.columns = columns
        self.rows = rows
    }

    /// One activity or need.
    package struct Row: Sendable, Hashable {
        package var label: String
        package var cells: [Cell]
        /// How many services were named without a place.
        package var unplaced: Int

        package init(_ label: String, _ cells: [Cell], unplaced: Int = 0) {
            self.label = label
            self.cells = cells
            self.unplaced = unplaced
        }
    }

    /// What is known of a subject at a place.
    package struct Cell: Sendable, Hashable {
        package var state: Coverage.State
        /// The names of the actors behind the state; empty where nobody said who.
        package var actors: [String]
        package var isEverywhere: Bool
        package var isDisputed: Bool

        package init(
            _ state: Coverage.State,
            actors: [String] = [],
            isEverywhere: Bool = false,
            isDisputed: Bool = false
        ) {
            self.state = state
            self.actors = actors
            self.isEverywhere = isEverywhere
            self.isDisputed = isDisputed
        }

        var glyph: Glyph {
            switch state {
            case .provided: isEverywhere ? .square : .disc
            case .partial: isEverywhere ? .frame : .ring
            case .planned: .arrow
            case .absent: .cross
            case .notMentioned: .dash
            case .notStudied: .hatched
            }
        }
    }

    private var hasUnplaced: Bool { rows.contains { $0.unplaced > 0 } }

    // MARK: - In words

    package var table: DisplayTable {
        let words = text.words
        let unplaced =
            hasUnplaced ? [DisplayTable.Column(words(CoverageWord.placeNotStated))] : []
        return DisplayTable(
            caption: tableCaption,
            rowHeading: rowHeading,
            columns: columns.map { DisplayTable.Column($0, isText: true) } + unplaced,
            rows: rows.map { row in
                DisplayTable.Row(
                    row.label,
                    row.cells.map { .text(written($0)) }
                        + (hasUnplaced ? [.number(count(row.unplaced))] : [])
                )
            }
        )
    }

    /// A cell in words: "provided (2): A, B; said to hold everywhere".
    private func written(_ cell: Cell) -> String {
        let words = text.words
        var written = words(CoverageWord(cell.state))
        if !cell.actors.isEmpty {
            written +=
                " (\(count(cell.actors.count))): \(cell.actors.joined(separator: ", "))"
        }
        if cell.isEverywhere { written += "; \(words(CoverageWord.everywhere))" }
        if cell.isDisputed { written += "; \(words(CoverageWord.disputed))" }
        return written
    }

    package var automaticSummary: String {
        let cells = rows.flatMap(\.cells)
        let states = Coverage.State.allCases.compactMap { state -> String? in
            let number = cells.count { $0.state == state }
            guard number > 0 else { return nil }
            return "\(text.words(CoverageWord(state))): \(count(number))"
        }
        return text.words(
            CoverageWord.summary,
            [
                "rows": .count(rows.count), "columns": .count(columns.count),
                "states": .text(states.joined(separator: ", ")),
            ]
        )
    }

    package var automaticNotes: [String] {
        let cells = rows.flatMap(\.cells)
        var notes = [text.words(CoverageWord.howToRead)]
        if cells.contains(where: \.isDisputed) {
            notes.append(text.words(CoverageWord.disputedNote))
        }
        return notes
    }
}

// MARK: - Drawing

extension CoverageGrid {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = drawing.legend(legend, from: 0) + 6
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 200) : 0
        let left = names > 0 ? names + 12 : 0.5
        let columnCount = columns.count + (hasUnplaced ? 1 : 0)
        let step = min((drawing.width - 0.5 - left) / Double(max(columnCount, 1)), 72)
        y = drawHeadings(left, step, from: y, on: &drawing)
        for row in rows {
            let place = drawing.place(row.label, names: names, from: y, bar: 20)
            for (index, cell) in row.cells.prefix(columns.count).enumerated() {
                draw(cell, x: left + Double(index) * step, place, width: step, on: &drawing)
            }
            if hasUnplaced, row.unplaced > 0 {
                drawing.text(
                    count(row.unplaced),
                    x: left + (Double(columns.count) + 0.5) * step,
                    y: place.middle + 4.5,
                    .muted,
                    anchor: .middle,
                    size: 12
                )
            }
            y = place.next
        }
        drawing.height = y + 4
        return drawing
    }

    /// The signs that occur, with what they say.
    private var legend: [(name: String, glyph: Glyph)] {
        let glyphs = Set(rows.flatMap(\.cells).map(\.glyph))
        let all: [(CoverageWord, Glyph)] = [
            (.provided, .disc), (.providedEverywhere, .square), (.partial, .ring),
            (.partialEverywhere, .frame), (.planned, .arrow), (.absent, .cross),
            (.notMentioned, .dash), (.notStudied, .hatched),
        ]
        return all.filter { glyphs.contains($0.1) }.map { (text.words($0.0), $0.1) }
    }

    /// The names of the places over their columns; where one is too wide, numbers with a list above.
    private func drawHeadings(
        _ left: Double,
        _ step: Double,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let headings = columns + (hasUnplaced ? [text.words(CoverageWord.placeNotStated)] : [])
        let broken = headings.map { TextWidth.lines($0, width: step - 6, size: 12, limit: 9) }
        // A line end within a word reads badly, and four lines are too many.
        let isNumbered = zip(headings, broken).contains { heading, lines in
            let pieces = heading.replacing("-", with: "- ").split(separator: " ")
            return lines.count > 3
                || pieces.contains { TextWidth.of(String($0), size: 12) > step - 6 }
        }
        var y = top
        var shown = broken
        if isNumbered {
            shown = headings.indices.map { ["\($0 + 1)"] }
            let key = headings.enumerated().map { "\($0 + 1)\u{A0}\($1)" }
            let lines = TextWidth.lines(
                key.joined(separator: " \u{B7} "),
                width: drawing.width,
                size: 12,
                limit: 60
            )
            drawing.lines(lines, x: 0, y: y + 12, .muted, size: 12)
            y += Double(lines.count) * 16 + 6
        }
        let most = shown.map(\.count).max() ?? 1
        for (index, lines) in shown.enumerated() {
            drawing.lines(
                lines,
                x: left + (Double(index) + 0.5) * step,
                y: y + 12 + Double(most - lines.count) * 14,
                .muted,
                anchor: .middle,
                size: 12,
                lead: 14
            )
        }
        return y + Double(most) * 14 + 6
    }

    private func draw(
        _ cell: Cell,
        x: Double,
        _ place: RowPlace,
        width: Double,
        on drawing: inout Drawing
    ) {
        let top = place.middle - 11
        drawing.rectangle(x: x, y: top, width: width, height: 22, .page, outline: .faint)
        guard cell.glyph != .hatched else {
            return drawing.hatched(x: x + 1, y: top + 1, width: width - 2, height: 20)
        }
        var number = cell.actors.isEmpty ? "" : count(cell.actors.count)
        var numberWidth = number.isEmpty ? 0 : TextWidth.of(number, size: 12) + 5
        // Among very many places there is room for the sign alone; the table has the number.
        if Glyph.size + numberWidth > width { (number, numberWidth) = ("", 0) }
        let spare = width - Glyph.size - numberWidth
        // A small cross in the corner needs room beside the number.
        let start = x + (cell.isDisputed ? min(spare / 2, 3) : spare / 2)
        drawing.glyph(cell.glyph, x: start + Glyph.size / 2, y: place.middle)
        let baseline = place.middle + (cell.isDisputed ? 7 : 4.5)
        drawing.text(number, x: start + Glyph.size + 5, y: baseline, size: 12)
        if cell.isDisputed { drawing.cross(x: x + width - 5, y: top + 4, reach: 2.5) }
    }
}
