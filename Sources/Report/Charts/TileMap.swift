/// Places as equal tiles that keep their neighbours, coloured by a number of the survey.
///
/// No border is drawn, so none is disputed, and a small place is as large as a wide one.
package struct TileMap: Chart {
    package var text: ChartText
    package var unit: ChartUnit
    /// What the tiles are: "Place".
    package var placeHeading: String
    /// What their number is: "Mean score".
    package var valueHeading: String
    /// What the line under the number is: "Gaps".
    package var detailHeading: String
    package var tiles: [Tile]

    package struct Tile: Sendable, Hashable {
        package var label: String
        /// From 1, from the top and from the left.
        package var row: Int
        package var column: Int
        package var value: ChartValue
        /// A line under the number: "2 gaps", "no interviews".
        package var detail: String
        /// Whether the line is to stand out.
        package var isMarked: Bool
    }

    package var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: placeHeading,
            columns: [.init(valueHeading), .init(detailHeading, isText: true)],
            rows: tiles.map { tile in
                DisplayTable.Row(tile.label, [cell(tile.value, unit), .text(tile.detail)])
            }
        )
    }

    package var automaticSummary: String {
        let pairs = tiles.map { ($0.label, $0.value) }
        let start = text.words(JointWord.tileSummary, ["n": .count(tiles.count)])
        return [start, rangeSentence(pairs, unit)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    package var automaticNotes: [String] { signNotes(tiles.map(\.value)) }
}

// MARK: - Drawing

extension TileMap {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let limits = limits
        let entries = zip(limits, Ink.sequential).map { range, ink in
            (name: text.text(range, unit), ink: ink)
        }
        let top = drawing.legend(entries, outline: .rule) + 10
        let columns = tiles.map(\.column).max() ?? 1
        let rows = tiles.map(\.row).max() ?? 1
        let gap = 6.0
        let width = min((drawing.width - gap * Double(columns - 1)) / Double(columns), 150)
        let height = layout == .wide ? 92.0 : 96.0
        for tile in tiles {
            draw(
                tile,
                limits,
                x: Double(tile.column - 1) * (width + gap),
                y: top + Double(tile.row - 1) * (height + gap),
                width: width,
                height: height,
                on: &drawing
            )
        }
        drawing.height = top + Double(rows) * (height + gap)
        return drawing
    }

    /// Equal steps from the lowest number to the highest.
    private var limits: [ClosedRange<Double>] {
        let values = tiles.compactMap(\.value.shown?.value)
        guard let low = values.min(), let high = values.max(), high > low else {
            return values.first.map { [$0...$0] } ?? []
        }
        let step = (high - low) / Double(Ink.sequential.count)
        return Ink.sequential.indices.map {
            low + Double($0) * step...low + Double($0 + 1) * step
        }
    }

    private func draw(
        _ tile: Tile,
        _ limits: [ClosedRange<Double>],
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        on drawing: inout Drawing
    ) {
        var ink = Ink.page
        var number = tile.value.placeholder
        var interval = ""
        if let shown = tile.value.shown {
            number = text.text(shown.value, unit)
            if shown.isBracketed { number = "(\(number))" }
            interval = shown.interval.map { text.text($0, unit) } ?? ""
            if let shade = limits.lastIndex(where: { shown.value >= $0.lowerBound }) {
                ink = Ink.sequential[shade]
            }
        }
        let letters = ink == .page ? Ink.text : ink.onTop
        drawing.rectangle(x: x, y: y, width: width, height: height, ink, outline: .rule)
        let middle = x + width / 2
        let names = TextWidth.lines(tile.label, width: width - 6, size: 11, bold: true, limit: 2)
        drawing.lines(
            names,
            x: middle,
            y: y + 14,
            letters,
            anchor: .middle,
            size: 11,
            bold: true,
            lead: 13
        )
        drawing.text(number, x: middle, y: y + 48, letters, anchor: .middle, size: 15, bold: true)
        if TextWidth.of(interval, size: 10) <= width - 4 {
            drawing.text(interval, x: middle, y: y + 62, letters, anchor: .middle, size: 10)
        }
        let detail = TextWidth.lines(tile.detail, width: width - 8, size: 10, limit: 1)
        if tile.isMarked, !detail.isEmpty {
            drawing.rectangle(
                x: x + 2,
                y: y + height - 22,
                width: width - 4,
                height: 20,
                .diverging5[1],
                outline: .text
            )
        }
        drawing.lines(
            detail,
            x: middle,
            y: y + height - 8,
            tile.isMarked ? Ink.diverging5[1].onTop : letters,
            anchor: .middle,
            size: 10,
            bold: tile.isMarked
        )
    }
}
