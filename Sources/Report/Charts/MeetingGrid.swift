/// Needs by places: in each cell what is named beside what is offered, so that gaps stand out.
///
/// Every state has a shape of its own; colour and size only repeat it.
package struct MeetingGrid: Chart {
    package var text: ChartText
    /// What the rows are: "Need".
    package var rowHeading: String
    package var columns: [String]
    package var rows: [Row]
    package var legend: Legend
    /// The sentence that stands for the drawing.
    package var automaticSummary: String

    /// One need with a cell a place.
    package struct Row: Sendable, Hashable {
        package var label: String
        package var cells: [Cell]
    }

    package struct Cell: Sendable, Hashable {
        package var barrier: Mark
        package var service: Mark
        /// Whether a barrier is named and nobody helps.
        package var isGap: Bool
        /// The cell in words, for the table.
        package var words: String
    }

    /// A state as it is drawn.
    package enum Mark: Sendable, Hashable {
        /// Named or offered, so often.
        case yes(Int)
        /// Offered in part.
        case part(Int)
        /// Looked for, and not there.
        case silent
        /// Said not to be there.
        case absent
        /// Not studied.
        case unknown
    }

    /// The words of the legend, for barriers (round) and services (square).
    package struct Legend: Sendable, Hashable {
        package var barrier: [String]
        package var service: [String]
        package var gap: String
    }

    package var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: rowHeading,
            columns: columns.map { DisplayTable.Column($0, isText: true) },
            rows: rows.map { row in
                DisplayTable.Row(row.label, row.cells.map { .text($0.words) })
            }
        )
    }

    package var automaticNotes: [String] { [] }
}

// MARK: - Drawing

extension MeetingGrid {
    private static let height = 30.0

    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = drawLegend(on: &drawing)
        let names = layout == .wide ? Drawing.nameWidth(rows.map(\.label), limit: 170) : 0
        let left = names > 0 ? names + 10 : 0.5
        let step = min((drawing.width - 0.5 - left) / Double(max(columns.count, 1)), 84)
        y = drawHeadings(left, step, y, on: &drawing)
        for row in rows {
            let place = drawing.place(row.label, names: names, from: y, bar: Self.height)
            for (index, cell) in row.cells.prefix(columns.count).enumerated() {
                let x = left + Double(index) * step
                draw(cell, x: x, middle: place.middle, width: step, on: &drawing)
            }
            y = place.next - (names > 0 ? 2 : 0)
        }
        drawing.height = y + 4
        return drawing
    }

    /// The names of the places over their columns, in as many lines as the longest takes.
    private func drawHeadings(
        _ left: Double,
        _ step: Double,
        _ top: Double,
        on drawing: inout Drawing
    ) -> Double {
        // The largest type that breaks no word.
        let size =
            [11.0, 10, 9, 8].first { size in
                columns.allSatisfy { name in
                    name.split { " -".contains($0) }.allSatisfy {
                        TextWidth.of(String($0) + "-", size: size) <= step - 3
                    }
                }
            } ?? 8
        let lines = columns.map {
            TextWidth.lines($0, width: step - 3, size: size, limit: 4)
        }
        let most = Double(lines.map(\.count).max() ?? 1)
        for (index, lines) in lines.enumerated() {
            let first = top + (most - Double(lines.count)) * (size + 2) + size + 2
            drawing.lines(
                lines,
                x: left + (Double(index) + 0.5) * step,
                y: first,
                .muted,
                anchor: .middle,
                size: size,
                lead: size + 2
            )
        }
        return top + most * (size + 2) + 8
    }

    private func draw(
        _ cell: Cell,
        x: Double,
        middle: Double,
        width: Double,
        on drawing: inout Drawing
    ) {
        let isUnknown = cell.barrier == .unknown && cell.service == .unknown
        let ground: Ink = cell.isGap ? .diverging5[1] : isUnknown ? .faint : .page
        drawing.rectangle(
            x: x,
            y: middle - Self.height / 2,
            width: width,
            height: Self.height,
            ground,
            outline: .rule
        )
        guard !isUnknown else {
            drawing.text("?", x: x + width / 2, y: middle + 4.5, anchor: .middle)
            return
        }
        let radius = min(width / 5, 8)
        drawing.round(cell.barrier, x: x + width * 0.27, y: middle, radius)
        drawing.square(cell.service, x: x + width * 0.73, y: middle, radius)
        guard cell.isGap else { return }
        // A second frame: the gap is seen in grey print as well.
        for (y1, y2) in [(-1.0, -1.0), (1.0, 1.0)] {
            let edge = middle + y1 * (Self.height / 2 - 1.5)
            drawing.line(
                x1: x + 1,
                y1: edge,
                x2: x + width - 1,
                y2: middle + y2 * (Self.height / 2 - 1.5),
                .text,
                width: 2
            )
        }
        for edge in [x + 1.5, x + width - 1.5] {
            drawing.line(
                x1: edge,
                y1: middle - Self.height / 2 + 1,
                x2: edge,
                y2: middle + Self.height / 2 - 1,
                .text,
                width: 2
            )
        }
    }

    /// The signs with their words, and returns the y under them.
    private func drawLegend(on drawing: inout Drawing) -> Double {
        let round: [Mark] = [.yes(3), .silent, .absent, .unknown]
        let square: [Mark] = [.yes(2), .part(1), .silent, .absent, .unknown]
        var y = 4.0
        var entries: [(Mark?, Bool, String)] = []
        entries += zip(round, legend.barrier).map { ($0, true, $1) }
        entries += zip(square, legend.service).map { ($0, false, $1) }
        entries.append((nil, false, legend.gap))
        var x = 0.0
        for (mark, isRound, words) in entries {
            let length = 24 + TextWidth.of(words, size: 12) + 16
            if x > 0, x + length > drawing.width || !isRound && mark == .yes(2) {
                x = 0
                y += 20
            }
            if let mark {
                if isRound {
                    drawing.round(mark, x: x + 9, y: y + 8, 7)
                } else {
                    drawing.square(mark, x: x + 9, y: y + 8, 7)
                }
            } else {
                drawing.rectangle(
                    x: x + 1,
                    y: y + 1,
                    width: 16,
                    height: 14,
                    .diverging5[1],
                    outline: .text
                )
            }
            let lines = TextWidth.lines(words, width: drawing.width - x - 24, size: 12)
            drawing.lines(lines, x: x + 23, y: y + 12.5, size: 12)
            y += Double(lines.count - 1) * 16
            x += length
        }
        return y + 26
    }
}

extension Drawing {
    /// A barrier's sign: full with a number, a small ring, a ring with a bar, or a question mark.
    fileprivate mutating func round(
        _ mark: MeetingGrid.Mark,
        x: Double,
        y: Double,
        _ radius: Double
    ) {
        switch mark {
        case .yes(let number), .part(let number):
            dot(x: x, y: y, radius: radius, .diverging5[0])
            sign(number, x: x, y: y, radius, .diverging5[0])
        case .silent: dot(x: x, y: y, radius: radius * 0.45, .rule, hollow: true)
        case .absent:
            dot(x: x, y: y, radius: radius * 0.9, .rule, hollow: true)
            line(x1: x - radius, y1: y, x2: x + radius, y2: y, .text, width: 2)
        case .unknown: question(x: x, y: y)
        }
    }

    /// A service's sign: full with a number, half full, a small frame, a crossed one, a question mark.
    fileprivate mutating func square(
        _ mark: MeetingGrid.Mark,
        x: Double,
        y: Double,
        _ radius: Double
    ) {
        switch mark {
        case .yes(let number):
            box(x: x, y: y, radius, .accent, .accent)
            sign(number, x: x, y: y, radius, .accent)
        case .part:
            box(x: x, y: y, radius, .page, .accent)
            rectangle(x: x - radius, y: y, width: 2 * radius, height: radius, .accent)
        case .silent: box(x: x, y: y, radius * 0.5, .page, .rule)
        case .absent:
            box(x: x, y: y, radius, .page, .rule)
            for side in [1.0, -1.0] {
                line(
                    x1: x - radius,
                    y1: y - side * radius,
                    x2: x + radius,
                    y2: y + side * radius,
                    .text,
                    width: 1.5
                )
            }
        case .unknown: question(x: x, y: y)
        }
    }

    private mutating func box(x: Double, y: Double, _ half: Double, _ ink: Ink, _ outline: Ink) {
        rectangle(
            x: x - half,
            y: y - half,
            width: 2 * half,
            height: 2 * half,
            ink,
            outline: outline
        )
    }

    private mutating func sign(_ number: Int, x: Double, y: Double, _ radius: Double, _ ink: Ink) {
        let size = number > 9 ? radius * 1.1 : radius * 1.45
        guard radius >= 5 else { return }
        text(String(number), x: x, y: y + size * 0.36, ink.onTop, anchor: .middle, size: size)
    }

    private mutating func question(x: Double, y: Double) {
        text("?", x: x, y: y + 4.5, .muted, anchor: .middle)
    }
}
