extension DivergingBars {
    package func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        var y = drawing.legend(answers.enumerated().map { ($0.element, ink($0.offset)) })
        let panels = Panels(self, layout)
        y = drawHeadings(panels, from: y, on: &drawing)
        for (index, row) in rows.enumerated() {
            y = drawing.heading(row.heading, from: y, isFirst: index == 0)
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
                names = Drawing.nameWidth(chart.rows.map(chart.name), limit: 205)
                let counts = shares.map { chart.count($0.n) } + [words(ChartWord.n)]
                n = right
                right -= (counts.map { TextWidth.of($0, size: 13) }.max() ?? 0) + 16
                if shares.contains(where: { $0.noAnswer != nil }) {
                    noAnswer = right
                    let lines = Self.noAnswerLines(words)
                    right -= max(30, lines.map { TextWidth.of($0, size: 12) }.max() ?? 0) + 14
                }
            }
            let left = names + (layout == .wide ? 14 : 0)
            let hasNeutral = chart.neutral != nil
            let label = Self.room(for: shares, chart)
            let index = chart.negative.count
            let middles = shares.map { index < $0.answers.count ? $0.answers[index] : 0 }
            let digits = middles.map {
                TextWidth.of(chart.text.numbers.percentDigits($0), size: 12)
            }
            let after = hasNeutral ? (digits.max() ?? 0) + 6 : 0
            let reserved = label * 2 + (hasNeutral ? 12 : 0) + after
            let headings = [
                chart.disagreeHeading, chart.agreeHeading,
                hasNeutral ? words(ChartWord.neutral) : "",
            ]
            let least = zip(headings, [label, label, after]).map { heading, room in
                max(0, TextWidth.of(heading, size: 12, bold: true) + 8 - room)
            }
            let most = [
                shares.map(\.disagree).max() ?? 0, shares.map(\.agree).max() ?? 0,
                hasNeutral ? middles.max() ?? 0 : 0,
            ].map { $0.isFinite ? min(max($0, 0), 1) : 0 }
            scale = Self.scale(for: most, least: least, in: right - left - reserved)
            let widths = zip(most, least).map { max($0 * scale, $1) }
            zero = left + label + widths[0]
            neutral = zero + widths[1] + label + 12
        }

        /// The heading over the shares without an answer, a word a line where it has several.
        static func noAnswerLines(_ words: Words) -> [String] {
            let heading = words(ChartWord.noAnswer)
            let parts = heading.split(separator: " ").map(String.init)
            return parts.count < 3 ? parts : [heading]
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

    /// Writes the headings over the panels and returns the y under them.
    private func drawHeadings(
        _ panels: Panels,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let words = text.words
        let above = panels.noAnswer == nil ? [] : Panels.noAnswerLines(words)
        let y = top + 20 + Double(max(above.count, 1) - 1) * 14
        drawing.text(
            disagreeHeading,
            x: panels.zero - 4,
            y: y,
            .muted,
            anchor: .end,
            size: 12,
            bold: true
        )
        drawing.text(agreeHeading, x: panels.zero + 4, y: y, .muted, size: 12, bold: true)
        if neutral != nil {
            drawing.text(
                words(ChartWord.neutral),
                x: panels.neutral + 4,
                y: y,
                .muted,
                size: 12,
                bold: true
            )
        }
        if let x = panels.noAnswer {
            drawing.lines(
                above,
                x: x,
                y: top + 20,
                .muted,
                anchor: .end,
                size: 12,
                lead: 14
            )
        }
        if let x = panels.n {
            drawing.text(words(ChartWord.n), x: x, y: y, .muted, anchor: .end, size: 12)
        }
        return y + 8
    }

    /// Draws a row from `top` on and returns the y under it.
    private func draw(
        _ row: Row,
        _ panels: Panels,
        from top: Double,
        on drawing: inout Drawing
    ) -> Double {
        let place = drawing.place(name(of: row), names: panels.names, from: top, bar: 22)
        drawBar(row, panels, y: place.middle - 11, height: 22, on: &drawing)
        for x in [panels.zero] + (neutral == nil ? [] : [panels.neutral]) {
            drawing.line(x1: x, y1: place.top, x2: x, y2: place.bottom, .rule)
        }
        guard let shares = row.shares else { return place.next }
        guard let n = panels.n else {
            drawing.text(
                smallPrint(of: shares),
                x: 0,
                y: place.bottom + 13,
                .muted,
                size: 12
            )
            return place.next + 16
        }
        drawing.text(count(shares.n), x: n, y: place.baseline, .muted, anchor: .end)
        if let x = panels.noAnswer, let share = shares.noAnswer {
            drawing.text(
                text.numbers.percent(share),
                x: x,
                y: place.baseline,
                .muted,
                anchor: .end
            )
        }
        return place.next
    }

    /// What the phone's drawing says under a bar: n and no answer.
    private func smallPrint(of shares: Shares) -> String {
        let n = "\(text.words(ChartWord.n)) \(count(shares.n))"
        guard let share = shares.noAnswer else { return n }
        return "\(n) \u{B7} \(text.words(ChartWord.noAnswer)) \(text.numbers.percent(share))"
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
        if neutral != nil { drawNeutral(shares, panels, y: y, height: height, on: &drawing) }
    }

    /// The middle answer in its own panel, with its share beside it.
    private func drawNeutral(
        _ shares: Shares,
        _ panels: Panels,
        y: Double,
        height: Double,
        on drawing: inout Drawing
    ) {
        let index = negative.count
        let width = max(shares.answers[index], 0) * panels.scale
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
            y: y + height / 2 + 4.5,
            .muted,
            size: 12
        )
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
