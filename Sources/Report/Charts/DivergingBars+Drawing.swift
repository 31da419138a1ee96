extension DivergingBars {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = drawLegend(on: &drawing)
        let panels = Panels(self, layout)
        y += 22
        drawHeadings(panels, y, on: &drawing)
        y += 6
        for (index, row) in rows.enumerated() {
            if !row.heading.isEmpty {
                y += index == 0 ? 20 : 28
                drawing.text(row.heading, x: 0, y: y, bold: true)
                y += 4
            }
            y = draw(row, panels, from: y, on: &drawing)
        }
        drawing.height = y + 4
        return drawing
    }

    /// Where things stand from left to right, in px; all rows share it.
    struct Panels {
        /// The column of row names; 0 on the phone, where names stand above.
        var names = 0.0
        var zero = 0.0
        var neutral = 0.0
        /// px for a share of 1, the same in both panels.
        var scale = 0.0
        /// The right edges of the columns of text; nil when there is none.
        var noAnswer: Double?
        var n: Double?

        init(_ chart: DivergingBars, _ layout: ChartLayout) {
            let words = chart.text.words
            let shares = chart.rows.compactMap(\.shares)
            var right = layout.width
            if layout == .wide {
                let widest =
                    chart.rows.map { TextWidth.of(chart.name(of: $0), size: Drawing.textSize) }
                    .max() ?? 0
                names = min(max(widest, 60), 210)
                let counts = shares.map { chart.count($0.n) } + [words.n]
                n = right
                right -= (counts.map { TextWidth.of($0, size: 13) }.max() ?? 0) + 16
                if shares.contains(where: { $0.noAnswer != nil }) {
                    noAnswer = right
                    right -= TextWidth.of(words.noAnswer, size: 12) + 14
                }
            }
            let left = names + (layout == .wide ? 14 : 0)
            let hasNeutral = chart.neutral != nil
            let label = Self.room(for: shares, chart)
            let reserved = label * 2 + (hasNeutral ? 12 + 36 : 0)
            let headings = [words.disagree, words.agree, hasNeutral ? words.neutral : ""]
            let least = zip(headings, [label, label, 36]).map { heading, room in
                max(0, TextWidth.of(heading, size: 12, bold: true) + 8 - room)
            }
            let index = chart.negative.count
            let middle = shares.map { index < $0.answers.count ? $0.answers[index] : 0 }.max() ?? 0
            let most = [
                shares.map(\.disagree).max() ?? 0, shares.map(\.agree).max() ?? 0,
                hasNeutral ? middle : 0,
            ].map { $0.isFinite ? min(max($0, 0), 1) : 0 }
            scale = Self.scale(for: most, least: least, in: right - left - reserved)
            let widths = zip(most, least).map { max($0 * scale, $1) }
            zero = left + label + widths[0]
            neutral = zero + widths[1] + label + 12
        }

        /// The room for the widest total at the end of a bar.
        private static func room(for shares: [Shares], _ chart: DivergingBars) -> Double {
            let totals = shares.flatMap { row in
                [row.disagree, row.agree].map { share in
                    let label = chart.text.numbers.percent(share)
                    return TextWidth.of(
                        row.isBracketed ? "(\(label))" : label,
                        size: 13,
                        bold: true
                    )
                }
            }
            return (totals.max() ?? 24) + 10
        }

        /// The largest px for a share of 1 at which panels for `most`, each of at least `least`
        /// px, fit into `room`.
        private static func scale(for most: [Double], least: [Double], in room: Double) -> Double {
            var scale = max(room, 10) / max(most.reduce(0, +), 0.01)
            for _ in most {
                let isFixed = zip(most, least).map { $0 * scale < $1 }
                let fixed = zip(least, isFixed).map { $1 ? $0 : 0 }.reduce(0, +)
                let free = zip(most, isFixed).map { $1 ? 0 : $0 }.reduce(0, +)
                guard free > 0 else { break }
                scale = max(room - fixed, 10) / free
            }
            return scale
        }
    }

    /// Draws the legend over the whole width and returns the y under it.
    private func drawLegend(on drawing: inout Drawing) -> Double {
        var x = 0.0
        var y = 0.0
        for (index, answer) in answers.enumerated() {
            let lines = TextWidth.lines(answer, width: drawing.width - 18, size: 12)
            let length = 18 + (lines.map { TextWidth.of($0, size: 12) }.max() ?? 0)
            if x > 0, x + length > drawing.width {
                x = 0
                y += 20
            }
            drawing.rectangle(x: x, y: y + 2, width: 12, height: 12, ink(index))
            drawing.lines(lines, x: x + 18, y: y + 12, size: 12)
            x += length + 16
            y += Double(max(lines.count, 1) - 1) * 16
        }
        return y + 18
    }

    private func drawHeadings(_ panels: Panels, _ y: Double, on drawing: inout Drawing) {
        let words = text.words
        drawing.text(
            words.disagree,
            x: panels.zero - 4,
            y: y,
            .muted,
            anchor: .end,
            size: 12,
            bold: true
        )
        drawing.text(words.agree, x: panels.zero + 4, y: y, .muted, size: 12, bold: true)
        if neutral != nil {
            drawing.text(words.neutral, x: panels.neutral + 4, y: y, .muted, size: 12, bold: true)
        }
        if let x = panels.noAnswer {
            drawing.text(words.noAnswer, x: x, y: y, .muted, anchor: .end, size: 12)
        }
        if let x = panels.n {
            drawing.text(words.n, x: x, y: y, .muted, anchor: .end, size: 12)
        }
    }

    /// Draws a row from `top` on and returns the y under it.
    private func draw(
        _ row: Row,
        _ panels: Panels,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let bar = 22.0
        if panels.n == nil {
            let lines = TextWidth.lines(name(of: row), width: drawing.width, size: 13)
            let under = top + Double(lines.count) * 16
            drawing.lines(lines, x: 0, y: top + 16)
            drawBar(row, panels, y: under + 6, height: 20, on: &drawing)
            drawZeroLines(panels, from: under + 3, to: under + 29, on: &drawing)
            drawing.text(smallPrint(of: row), x: 0, y: under + 40, .muted, size: 12)
            return under + 50
        }
        let lines = TextWidth.lines(name(of: row), width: panels.names, size: 13)
        let height = max(bar + 8, Double(lines.count) * 16 + 8)
        let middle = top + height / 2
        drawing.lines(lines, x: 0, y: middle + 4.5 - Double(lines.count - 1) * 8)
        drawBar(row, panels, y: middle - bar / 2, height: bar, on: &drawing)
        drawZeroLines(panels, from: top, to: top + height, on: &drawing)
        guard let shares = row.shares else { return top + height }
        if let x = panels.noAnswer, let share = shares.noAnswer {
            drawing.text(
                text.numbers.percent(share),
                x: x,
                y: middle + 4.5,
                .muted,
                anchor: .end
            )
        }
        if let x = panels.n {
            drawing.text(count(shares.n), x: x, y: middle + 4.5, .muted, anchor: .end)
        }
        return top + height
    }

    /// The zero lines beside one row; rows that follow each other make one line of them.
    private func drawZeroLines(
        _ panels: Panels,
        from top: Double,
        to bottom: Double,
        on drawing: inout Drawing
    ) {
        for x in [panels.zero] + (neutral == nil ? [] : [panels.neutral]) {
            drawing.line(x1: x, y1: top, x2: x, y2: bottom, .rule)
        }
    }

    /// What the phone's drawing says under a bar: n and no answer.
    private func smallPrint(of row: Row) -> String {
        guard let shares = row.shares else { return "" }
        let n = "\(text.words.n) \(count(shares.n))"
        guard let share = shares.noAnswer else { return n }
        return "\(n) · \(text.words.noAnswer) \(text.numbers.percent(share))"
    }

    private func drawBar(
        _ row: Row,
        _ panels: Panels,
        y: Double,
        height: Double,
        on drawing: inout Drawing
    ) {
        let baseline = y + height / 2 + 4.5
        guard let shares = row.shares, shares.answers.count == answers.count,
            shares.answers.allSatisfy(\.isFinite)
        else {
            let sign = row.shares == nil ? ChartValue.hidden : .unavailable
            drawing.text(sign.placeholder, x: panels.zero + 6, y: baseline, .muted)
            return
        }
        let widths = shares.answers.map { max($0, 0) * panels.scale }
        var x = panels.zero
        for index in negative.indices.reversed() {
            x -= widths[index]
            segment(shares, index, x, y, widths[index], height, on: &drawing)
        }
        total(shares.disagree, shares, x: x - 6, y: baseline, .end, on: &drawing)
        x = panels.zero
        for index in (answers.count - positive.count)..<answers.count {
            segment(shares, index, x, y, widths[index], height, on: &drawing)
            x += widths[index]
        }
        total(shares.agree, shares, x: x + 6, y: baseline, .start, on: &drawing)
        if neutral != nil {
            let index = negative.count
            let width = widths[index]
            drawing.rectangle(
                x: panels.neutral,
                y: y,
                width: width,
                height: height,
                ink(index),
                outline: .page
            )
            drawing.text(
                text.numbers.percentDigits(shares.answers[index]),
                x: panels.neutral + width + 5,
                y: baseline,
                .muted,
                size: 12
            )
        }
    }

    /// One answer; labelled when there is room and its side holds other answers too.
    private func segment(
        _ shares: Shares,
        _ index: Int,
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        on drawing: inout Drawing
    ) {
        drawing.rectangle(x: x, y: y, width: width, height: height, ink(index), outline: .page)
        let side = index < negative.count ? negative.count : positive.count
        let label = text.numbers.percentDigits(shares.answers[index])
        guard side > 1, width >= 1.6 * TextWidth.of(label, size: 12) else { return }
        drawing.text(
            label,
            x: x + width / 2,
            y: y + height / 2 + 4.5,
            ink(index).onTop,
            anchor: .middle,
            size: 12
        )
    }

    /// The total of one side at its outer end.
    private func total(
        _ share: Double,
        _ shares: Shares,
        x: Double,
        y: Double,
        _ anchor: Drawing.Anchor,
        on drawing: inout Drawing
    ) {
        let label = text.numbers.percent(share)
        drawing.text(
            shares.isBracketed ? "(\(label))" : label,
            x: x,
            y: y,
            anchor: anchor,
            bold: true
        )
    }
}
