package import Qualitative

/// Who does what: actors at the left, activities or needs at the right, a line for each tie.
///
/// Parts that no tie connects stand one below the other. On a phone it is a list of the activities,
/// each with its actors.
package struct NetworkPlot: Chart {
    package var text: ChartText
    package let network: ActorNetwork
    /// The names of the network's actors and subjects, in its order.
    package var actors: [String]
    package var subjects: [String]
    /// What stands at the right: "Activity".
    package var subjectHeading: String
    /// The actors without whom others would lose their tie, and the subjects of one actor alone.
    private let bridges: Set<Int>
    private let singles: Set<Int>

    /// A drawing of `network`.
    package init(
        text: ChartText,
        network: ActorNetwork,
        actors: [String],
        subjects: [String],
        subjectHeading: String
    ) {
        precondition(actors.count == network.actors.count, "each actor has a name")
        precondition(subjects.count == network.subjects.count, "each subject has a name")
        self.text = text
        self.network = network
        self.actors = actors
        self.subjects = subjects
        self.subjectHeading = subjectHeading
        bridges = Set(network.bridges.map(\.actor))
        singles = Set(network.singleProviders.map(\.subject))
    }

    // MARK: - In words

    package var table: DisplayTable {
        let words = text.words
        return DisplayTable(
            caption: tableCaption,
            rowHeading: subjectHeading,
            columns: [
                .init(words(NetworkWord.actors), isText: true), .init(words(NetworkWord.number)),
            ],
            rows: subjects.indices.map { subject in
                let tied = network.actors(of: subject)
                let names = tied.map { actor in
                    isPartial(actor, subject)
                        ? "\(actors[actor]) (\(words(CoverageWord.partial)))" : actors[actor]
                }
                return DisplayTable.Row(
                    subjects[subject],
                    [.text(names.joined(separator: "; ")), .number(count(tied.count))]
                )
            }
        )
    }

    package var automaticSummary: String {
        text.words(
            NetworkWord.summary,
            [
                "actors": .count(actors.count), "subjects": .count(subjects.count),
                "ties": .count(network.ties.count),
                "parts": .count(network.graph.components.count),
            ]
        )
    }

    package var automaticNotes: [String] { [] }

    private func isPartial(_ actor: Int, _ subject: Int) -> Bool {
        network.ties.contains { $0.actor == actor && $0.subject == subject && $0.isPartial }
    }
}

// MARK: - Drawing

extension NetworkPlot {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = drawing.legend(legend, from: 0) + 6
        for (index, part) in parts.enumerated() {
            if index > 0 {
                drawing.line(x1: 0, y1: y + 5, x2: layout.width, y2: y + 5, .faint)
                y += 11
            }
            y =
                layout == .wide
                ? draw(part, from: y, on: &drawing) : list(part, from: y, on: &drawing)
        }
        drawing.height = y + 4
        return drawing
    }

    /// The parts of the network in the order in which they are drawn, lines crossing seldom.
    private var parts: [TwoSidedOrder] {
        network.graph.components.map { part in
            let (left, right) = (
                part.filter { $0 < actors.count },
                part.filter { $0 >= actors.count }.map { $0 - actors.count }
            )
            let own = Set(left)
            return TwoSidedOrder(
                left: left,
                right: right,
                ties: network.ties.filter { own.contains($0.actor) }.map { ($0.actor, $0.subject) }
            )
        }
    }

    private var legend: [(name: String, glyph: Glyph)] {
        let words = text.words
        var entries = [(name: words(NetworkWord.severalActors), glyph: Glyph.disc)]
        if !singles.isEmpty { entries.append((words(NetworkWord.oneActor), .ring)) }
        if !bridges.isEmpty { entries.append((words(NetworkWord.bridge), .square)) }
        if network.ties.contains(where: \.isPartial) {
            entries.append((words(CoverageWord.provided), .thickLine))
            entries.append((words(CoverageWord.partial), .thinLine))
        }
        return entries
    }

    // MARK: - Wide

    private static let nameWidth = 264.0
    private static let lead = 15.0

    /// Draws a part as two columns with lines between them; returns the y under it.
    private func draw(_ part: TwoSidedOrder, from top: Double, on drawing: inout Drawing) -> Double
    {
        let left = part.left.map { broken(actors[$0], bold: bridges.contains($0)) }
        let right = part.right.map { broken(subjects[$0], bold: false) }
        let height = max(Self.height(left), Self.height(right))
        let (leftMiddles, rightMiddles) = (
            Self.middles(left, height: height, from: top),
            Self.middles(right, height: height, from: top)
        )
        let (start, end) = (Self.nameWidth + 12, drawing.width - Self.nameWidth - 12)
        let rows = Dictionary(uniqueKeysWithValues: zip(part.left, leftMiddles))
        let columns = Dictionary(uniqueKeysWithValues: zip(part.right, rightMiddles))
        for tie in network.ties {
            guard let from = rows[tie.actor], let to = columns[tie.subject] else { continue }
            let (ink, width) = tie.isPartial ? (Ink.rule, 1.0) : (Ink.accent, 1.5)
            drawing.line(x1: start, y1: from, x2: end, y2: to, ink, width: width)
        }
        for (index, actor) in part.left.enumerated() {
            let isBridge = bridges.contains(actor)
            drawing.glyph(isBridge ? .square : .disc, x: start, y: leftMiddles[index])
            drawing.lines(
                left[index],
                x: Self.nameWidth,
                y: Self.baseline(leftMiddles[index], left[index]),
                anchor: .end,
                bold: isBridge,
                lead: Self.lead
            )
        }
        for (index, subject) in part.right.enumerated() {
            let isSingle = singles.contains(subject)
            drawing.glyph(isSingle ? .ring : .disc, x: end, y: rightMiddles[index])
            drawing.lines(
                right[index],
                x: drawing.width - Self.nameWidth,
                y: Self.baseline(rightMiddles[index], right[index]),
                lead: Self.lead
            )
        }
        return top + height
    }

    private func broken(_ name: String, bold: Bool) -> [String] {
        TextWidth.lines(name, width: Self.nameWidth, size: Drawing.textSize, bold: bold, limit: 4)
    }

    private static func height(of lines: [String]) -> Double { Double(lines.count) * lead + 7 }

    private static func height(_ column: [[String]]) -> Double {
        column.reduce(0) { $0 + height(of: $1) }
    }

    /// The middles of a column's names, spread evenly over `height`.
    private static func middles(_ column: [[String]], height: Double, from top: Double) -> [Double]
    {
        let slack = (height - Self.height(column)) / Double(max(column.count, 1))
        var y = top
        return column.map { lines in
            let own = Self.height(of: lines) + slack
            defer { y += own }
            return y + own / 2
        }
    }

    private static func baseline(_ middle: Double, _ lines: [String]) -> Double {
        middle + 4.5 - Double(lines.count - 1) * lead / 2
    }

    // MARK: - Narrow

    /// Draws a part as a list of its subjects, each with its actors; returns the y under it.
    private func list(_ part: TwoSidedOrder, from top: Double, on drawing: inout Drawing) -> Double
    {
        var y = top
        for subject in part.right {
            let heading = TextWidth.lines(
                subjects[subject],
                width: drawing.width - 20,
                size: Drawing.textSize,
                bold: true,
                limit: 4
            )
            drawing.glyph(singles.contains(subject) ? .ring : .disc, x: 7, y: y + 10)
            drawing.lines(heading, x: 20, y: y + 14.5, bold: true, lead: Self.lead)
            let spine = y + 16
            y += Double(heading.count) * Self.lead + 6
            var last = y
            for actor in part.left where network.subjects(of: actor).contains(subject) {
                let isBridge = bridges.contains(actor)
                let lines = TextWidth.lines(
                    actors[actor],
                    width: drawing.width - 44,
                    size: Drawing.textSize,
                    limit: 4
                )
                let isPartial = isPartial(actor, subject)
                let (ink, width) = isPartial ? (Ink.rule, 1.0) : (Ink.accent, 1.5)
                drawing.line(x1: 7, y1: y + 8, x2: 30, y2: y + 8, ink, width: width)
                drawing.glyph(isBridge ? .square : .disc, x: 30, y: y + 8)
                drawing.lines(lines, x: 44, y: y + 12.5, lead: Self.lead)
                last = y + 8
                y += Double(lines.count) * Self.lead + 5
            }
            drawing.line(x1: 7, y1: spine, x2: 7, y2: last, .rule)
            y += 6
        }
        return y
    }
}
