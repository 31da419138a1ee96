/// Places by rank: a bar over the ranks that the data allow, a dot at the rank of the estimate.
///
/// Which place is first is said only where its bar holds no other rank; the title says so, or that no
/// place is.
package struct RankPlot: Chart {
    package var text: ChartText
    /// The unit of the estimates beside the bars.
    package var unit: ChartUnit
    /// The places, the highest estimate first.
    package let rows: [Row]
    /// Places that take no part, since their number is hidden or does not exist.
    package var leftOut: Int

    /// A chart of `rows` in any order; its title is what can be said of them.
    package init(text: ChartText, unit: ChartUnit, rows: [Row], leftOut: Int) {
        self.text = text
        self.unit = unit
        self.rows = rows.enumerated().sorted { one, other in
            (one.element.rank, one.offset) < (other.element.rank, other.offset)
        }
        .map(\.element)
        self.leftOut = leftOut
        self.text.title = finding
    }

    /// One place.
    package struct Row: Sendable, Hashable {
        package var label: String
        /// The rank of its estimate, from 1.
        package var rank: Int
        /// The ranks that the data allow; they hold `rank`.
        package var ranks: ClosedRange<Int>
        package var value: ChartValue.Shown

        package init(
            _ label: String,
            rank: Int,
            ranks: ClosedRange<Int>,
            _ value: ChartValue.Shown
        ) {
            self.label = label
            self.rank = rank
            self.ranks = ranks
            self.value = value
        }
    }

    /// What can be said of the first and the last place.
    private var finding: String {
        let words = text.words
        let (first, last) = (surely(1), surely(rows.count))
        let title =
            switch (first, last) {
            case (nil, nil): words(RankWord.none)
            case (let first?, nil): words(RankWord.highest, ["place": .text(first)])
            case (nil, let last?): words(RankWord.lowest, ["place": .text(last)])
            case (let first?, let last?):
                words(RankWord.highestAndLowest, ["high": .text(first), "low": .text(last)])
            }
        guard leftOut > 0 else { return title }
        return words(RankWord.ofShown, ["title": .text(title), "n": .count(rows.count)])
    }

    /// The place that has this rank and can have no other.
    private func surely(_ rank: Int) -> String? {
        rows.count > 1 ? rows.first { $0.ranks == rank...rank }?.label : nil
    }

    /// Ranks as they are written: "1", "2 to 5".
    private func written(_ ranks: ClosedRange<Int>) -> String {
        ranks.count == 1
            ? count(ranks.lowerBound)
            : text.words.language.range(count(ranks.lowerBound), count(ranks.upperBound))
    }

    private func valueText(_ value: ChartValue.Shown) -> String {
        let number = text.text(value.value, unit)
        return value.isBracketed ? "(\(number))" : number
    }

    // MARK: - In words

    package var table: DisplayTable {
        let words = text.words
        let hasIntervals = rows.contains { $0.value.interval != nil }
        let hasClusters = rows.contains { $0.value.clusters != nil }
        let hasFreedom = rows.contains { $0.value.df != nil }
        let headings =
            [
                words(RankWord.ranksAllowed), words(RankWord.rankOfEstimate),
                words(ChartWord.estimate),
            ] + (hasIntervals ? [words(ChartWord.interval)] : []) + [words(ChartWord.n)]
            + (hasClusters ? [words(ChartWord.psus)] : [])
            + (hasFreedom ? [words(ChartWord.df)] : [])
        return DisplayTable(
            caption: text.words(ChartWord.valuesOf, ["title": .text(text.subtitle)]),
            rowHeading: words(RankWord.place),
            columns: headings.map { DisplayTable.Column($0) },
            rows: rows.map { row in
                let value = row.value
                var cells: [DisplayTable.Cell] = [
                    .number(written(row.ranks)), .number(count(row.rank)),
                ]
                cells += self.cells(.shown(value), unit, withInterval: hasIntervals)
                cells.append(countCell(.shown(value)))
                if hasClusters {
                    cells.append(value.clusters.map { .number(count($0)) } ?? .blank)
                }
                if hasFreedom {
                    let df = value.df.map { text.numbers.with(decimals: 0).text($0) }
                    cells.append(df.map { .number($0) } ?? .blank)
                }
                return DisplayTable.Row(row.label, cells)
            }
        )
    }

    package var automaticSummary: String {
        let start = text.words(RankWord.summary, ["n": .count(rows.count)])
        guard let first = rows.first, let last = rows.last, rows.count > 1 else { return start }
        return "\(start) "
            + text.words(
                RankWord.ends,
                [
                    "first": .text(first.label), "firstRanks": .text(written(first.ranks)),
                    "last": .text(last.label), "lastRanks": .text(written(last.ranks)),
                ]
            )
    }

    package var automaticNotes: [String] {
        let left =
            leftOut > 0 ? [text.words(RankWord.leftOut, ["n": .count(leftOut)])] : []
        return left + signNotes(rows.map { .shown($0.value) })
    }
}

// MARK: - Drawing

extension RankPlot {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let columns = Columns(self, layout)
        var y = layout == .wide ? 20.0 : 0
        for row in rows {
            let place = drawing.place(
                row.label,
                names: columns.names,
                from: y,
                bar: 16,
                aside: aside(row.value)
            )
            drawGround(columns, place, on: &drawing)
            draw(row, columns, place, on: &drawing)
            y = place.next
        }
        if columns.names == 0, !rows.isEmpty { y -= 6 }
        drawAxis(columns, y: y + 16, on: &drawing)
        // Over the columns; without columns beside the marks of the axis.
        for (x, heading) in columns.headings {
            let baseline = layout == .wide ? 12 : y + 16
            drawing.text(heading, x: x, y: baseline, .muted, anchor: .end, size: 12)
        }
        drawing.height = y + 22
        return drawing
    }

    /// The estimate and n, where they have no columns of their own.
    private func aside(_ value: ChartValue.Shown) -> String {
        let n = value.n.map { ", \(text.words(ChartWord.n)) \(count($0))" } ?? ""
        return valueText(value) + n
    }

    /// Where the columns of a drawing stand, in px; texts end at their column's edge.
    private struct Columns {
        var names = 0.0
        var left = 0.0
        var right = 0.0
        var ranks = 0.0
        var estimate: Double?
        var n: Double?
        var headings: [(x: Double, text: String)] = []
        /// The ranks that are marked on the axis.
        var ticks: [Int] = []
        private var count = 1

        init(_ chart: RankPlot, _ layout: ChartLayout) {
            func room(_ texts: [String], _ heading: String, bold: Bool = false) -> Double {
                max(
                    texts.map { TextWidth.of($0, size: 13, bold: bold) }.max() ?? 0,
                    TextWidth.of(heading, size: 12)
                )
            }
            let words = chart.text.words
            count = max(chart.rows.count, 1)
            var end = layout.width
            if layout == .wide {
                names = Drawing.nameWidth(chart.rows.map(\.label), limit: 210)
                let heading = words(ChartWord.n)
                let counts = chart.rows.compactMap { $0.value.n.map(chart.count) }
                if !counts.isEmpty {
                    n = end
                    headings.append((end, heading))
                    end -= room(counts, heading) + 18
                }
                estimate = end
                headings.append((end, words(ChartWord.estimate)))
                end -=
                    room(chart.rows.map { chart.valueText($0.value) }, words(ChartWord.estimate))
                    + 18
            }
            ranks = end
            headings.append((end, words(RankWord.ranks)))
            end -=
                room(chart.rows.map { chart.written($0.ranks) }, words(RankWord.ranks), bold: true)
            left = layout == .wide ? names + 18 : 0
            right = max(end - 14, left + 1)
            // At most a dozen marks: 1, then round ranks.
            let step = [1, 2, 5, 10, 20, 50].first { count / $0 <= 12 } ?? 100
            ticks = [1] + (2...max(count, 2)).filter { $0 <= count && $0.isMultiple(of: step) }
        }

        /// The left edge of the room of a rank; the right edge of the one before.
        func edge(_ rank: Int) -> Double {
            left + Double(rank - 1) / Double(count) * (right - left)
        }

        func middle(_ rank: Int) -> Double { (edge(rank) + edge(rank + 1)) / 2 }
    }

    private func drawGround(_ columns: Columns, _ place: RowPlace, on drawing: inout Drawing) {
        for tick in columns.ticks {
            let x = columns.middle(tick)
            drawing.line(x1: x, y1: place.top, x2: x, y2: place.bottom, .faint)
        }
    }

    private func draw(
        _ row: Row,
        _ columns: Columns,
        _ place: RowPlace,
        on drawing: inout Drawing
    ) {
        let start = columns.edge(row.ranks.lowerBound) + 1
        drawing.rectangle(
            x: start,
            y: place.middle - 6,
            width: columns.edge(row.ranks.upperBound + 1) - 1 - start,
            height: 12,
            .band,
            outline: .accent
        )
        drawing.dot(
            x: columns.middle(row.rank),
            y: place.middle,
            radius: 3.5,
            .accent,
            hollow: row.value.isBracketed
        )
        drawing.text(
            written(row.ranks),
            x: columns.ranks,
            y: place.baseline,
            anchor: .end,
            bold: true
        )
        if let x = columns.estimate {
            drawing.text(valueText(row.value), x: x, y: place.baseline, anchor: .end)
        }
        if let x = columns.n, let n = row.value.n {
            drawing.text(count(n), x: x, y: place.baseline, .muted, anchor: .end)
        }
    }

    /// The ranks under the bars; those that would touch the one before are left out.
    private func drawAxis(_ columns: Columns, y: Double, on drawing: inout Drawing) {
        var free = -1e9
        for tick in columns.ticks where !rows.isEmpty {
            let label = count(tick)
            let half = TextWidth.of(label, size: 12) / 2
            let x = min(max(columns.middle(tick), half), drawing.width - half)
            guard x - half >= free else { continue }
            drawing.text(label, x: x, y: y, .muted, anchor: .middle, size: 12)
            free = x + half + 4
        }
    }
}
