package import Qualitative

/// Who has how much influence and how much interest, as somebody judged: three by three cells with
/// the actors' names, champions in bold with a sign.
package struct PositionGrid: Chart {
    package var text: ChartText
    package var entries: [Entry]

    package init(text: ChartText, entries: [Entry]) {
        self.text = text
        self.entries = entries
    }

    /// One actor.
    package struct Entry: Sendable, Hashable {
        package var name: String
        package var influence: ActorPosition.Level
        package var interest: ActorPosition.Level
        package var isChampion: Bool

        package init(
            _ name: String,
            influence: ActorPosition.Level,
            interest: ActorPosition.Level,
            isChampion: Bool = false
        ) {
            self.name = name
            self.influence = influence
            self.interest = interest
            self.isChampion = isChampion
        }
    }

    private func entries(
        _ influence: ActorPosition.Level,
        _ interest: ActorPosition.Level
    ) -> [Entry] {
        entries.filter { $0.influence == influence && $0.interest == interest }
    }

    // MARK: - In words

    package var table: DisplayTable {
        let words = text.words
        let levels = ActorPosition.Level.allCases
        return DisplayTable(
            caption: tableCaption,
            rowHeading: words(ActorWord.influence),
            columns: levels.map { .init(words(ActorWord(interest: $0)), isText: true) },
            rows: levels.reversed().map { influence in
                DisplayTable.Row(
                    words(ActorWord(influence: influence)),
                    levels.map { interest in
                        let names = entries(influence, interest).map { entry in
                            entry.isChampion
                                ? words(ActorWord.champion, ["actor": .text(entry.name)])
                                : entry.name
                        }
                        return .text(names.joined(separator: "; "))
                    }
                )
            }
        )
    }

    package var automaticSummary: String {
        text.words(
            ActorWord.positionsSummary,
            [
                "n": .count(entries.count),
                "champions": .count(entries.count(where: \.isChampion)),
            ]
        )
    }

    package var automaticNotes: [String] { [] }

    // MARK: - Drawing

    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = 0.0
        if entries.contains(where: \.isChampion) {
            y = drawing.legend([(text.words(ActorWord.championSign), .square)], from: 0) + 6
        }
        drawing.height =
            layout == .wide ? drawGrid(from: y, on: &drawing) : drawList(from: y, on: &drawing)
        return drawing
    }

    private func drawGrid(from top: Double, on drawing: inout Drawing) -> Double {
        let words = text.words
        let levels = ActorPosition.Level.allCases
        let headings = levels.map { words(ActorWord(influence: $0)) }
        let names = Drawing.nameWidth(headings, limit: 130)
        let left = names + 12
        let width = (drawing.width - 0.5 - left) / 3
        for (index, interest) in levels.enumerated() {
            drawing.text(
                words(ActorWord(interest: interest)),
                x: left + (Double(index) + 0.5) * width,
                y: top + 13,
                .muted,
                anchor: .middle,
                size: 12
            )
        }
        var y = top + 20
        for influence in levels.reversed() {
            let cells = levels.map { entries(influence, $0).map { broken($0, width: width - 16) } }
            let tallest = cells.map { Self.height($0) }.max() ?? 0
            let height = max(40, tallest + 10)
            let lines = TextWidth.lines(
                words(ActorWord(influence: influence)),
                width: names,
                size: 13
            )
            drawing.lines(lines, x: 0, y: y + height / 2 + 4.5 - Double(lines.count - 1) * 8)
            for (index, cell) in cells.enumerated() {
                let x = left + Double(index) * width
                drawing.rectangle(
                    x: x,
                    y: y,
                    width: width,
                    height: height,
                    .page,
                    outline: .rule
                )
                write(cell, entries(influence, levels[index]), x: x + 8, y: y + 5, on: &drawing)
            }
            y += height
        }
        return y + 1
    }

    /// The cells that hold somebody, the highest influence first, one below the other.
    private func drawList(from top: Double, on drawing: inout Drawing) -> Double {
        let words = text.words
        let levels = ActorPosition.Level.allCases.reversed()
        var y = top
        for influence in levels {
            for interest in levels {
                let entries = entries(influence, interest)
                guard !entries.isEmpty else { continue }
                let heading =
                    "\(words(ActorWord(influence: influence))) \u{B7} \(words(ActorWord(interest: interest)))"
                let lines = TextWidth.lines(heading, width: drawing.width, size: 12)
                drawing.lines(lines, x: 0, y: y + 13, .muted, size: 12)
                y += Double(lines.count) * 16 + 3
                let cell = entries.map { broken($0, width: drawing.width) }
                write(cell, entries, x: 0, y: y, on: &drawing)
                y += Self.height(cell) + 8
            }
        }
        return y
    }

    private func broken(_ entry: Entry, width: Double) -> [String] {
        TextWidth.lines(
            entry.name,
            width: entry.isChampion ? width - 18 : width,
            size: Drawing.textSize,
            bold: entry.isChampion,
            limit: 6
        )
    }

    private static func height(_ cell: [[String]]) -> Double {
        cell.reduce(0) { $0 + Double($1.count) * 15 + 4 }
    }

    private func write(
        _ cell: [[String]],
        _ entries: [Entry],
        x: Double,
        y top: Double,
        on drawing: inout Drawing
    ) {
        var y = top
        for (lines, entry) in zip(cell, entries) {
            if entry.isChampion { drawing.glyph(.square, x: x + 6, y: y + 8) }
            drawing.lines(
                lines,
                x: entry.isChampion ? x + 18 : x,
                y: y + 12.5,
                bold: entry.isChampion,
                lead: 15
            )
            y += Double(lines.count) * 15 + 4
        }
    }
}

extension ActorWord {
    /// The word for a level of influence.
    init(influence: ActorPosition.Level) {
        switch influence {
        case .low: self = .lowInfluence
        case .medium: self = .mediumInfluence
        case .high: self = .highInfluence
        }
    }

    /// The word for a level of interest.
    init(interest: ActorPosition.Level) {
        switch interest {
        case .low: self = .lowInterest
        case .medium: self = .mediumInterest
        case .high: self = .highInterest
        }
    }
}
