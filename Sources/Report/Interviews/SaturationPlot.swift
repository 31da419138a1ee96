import Qualitative

/// Codes by interview in their order: those heard before, and new ones on top.
struct SaturationPlot: Chart {
    var text: ChartText
    var steps: [Saturation.Step]

    private var words: Words { text.words }

    /// What an interview is called: its place in the order.
    ///
    /// Its own name could tell who spoke.
    private func label(_ index: Int) -> String {
        let number = count(index + 1)
        return steps[index].isSynthetic
            ? "\(number) \(words(InterviewWord.syntheticShort))" : number
    }

    var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: words(CodingWord.interviewColumn),
            columns: [
                .init(words(CodingWord.code)), .init(words(CodingWord.newCodes)),
                .init(words(CodingWord.allCodes)),
            ],
            rows: steps.enumerated().map { index, step in
                DisplayTable.Row(
                    label(index),
                    [
                        .number(count(step.codes)), .number(count(step.newCodes)),
                        .number(count(step.cumulative)),
                    ]
                )
            }
        )
    }

    var automaticSummary: String {
        let start = words(CodingWord.curve, ["n": .count(steps.count)])
        guard let last = steps.last else { return start }
        return "\(start) "
            + words(
                CodingWord.curveEnd,
                ["all": .count(last.cumulative), "new": .count(last.newCodes)]
            )
    }

    var automaticNotes: [String] {
        let made = steps.count { $0.isSynthetic }
        return made > 0 ? [words(InterviewWord.synthetic, ["n": .count(made)])] : []
    }

    func drawing(_ layout: ChartLayout) -> Drawing {
        var drawing = Drawing(width: layout.width)
        let top = drawing.legend(
            [
                (name: words(CodingWord.newCodes), ink: Ink.accent),
                (name: words(CodingWord.knownCodes), ink: Ink.band),
            ],
            outline: .rule
        )
        let bottom = top + (layout == .wide ? 170 : 150)
        let step = min((layout.width - 2) / Double(max(steps.count, 1)), 64)
        let most = Double(max(steps.last?.cumulative ?? 1, 1))
        // Room over the highest column for its number.
        let high = bottom - top - 24
        let widest = steps.map { TextWidth.of(count($0.cumulative), size: 12) }.max() ?? 0
        let every = max(1, Int(((widest + 6) / step).rounded(.up)))
        let gap = step > 6 ? 1.0 : 0.25
        for (index, one) in steps.enumerated() {
            let x = 1 + Double(index) * step
            let known = Double(one.cumulative - one.newCodes) / most * high
            let all = Double(one.cumulative) / most * high
            let width = step - 2 * gap
            drawing.rectangle(
                x: x + gap,
                y: bottom - known,
                width: width,
                height: known,
                .band,
                outline: .rule
            )
            drawing.rectangle(
                x: x + gap,
                y: bottom - all,
                width: width,
                height: all - known,
                .accent
            )
            guard index.isMultiple(of: every) || index == 0 else { continue }
            // Wide numbers over narrow columns stay in the drawing.
            let half = widest / 2 + 1
            let middle = min(max(x + step / 2, half), layout.width - half)
            drawing.text(
                count(one.cumulative),
                x: middle,
                y: bottom - all - 5,
                .text,
                anchor: .middle,
                size: 12
            )
            drawing.text(
                count(index + 1),
                x: middle,
                y: bottom + 16,
                .muted,
                anchor: .middle,
                size: 12
            )
        }
        drawing.line(x1: 1, y1: bottom, x2: layout.width - 1, y2: bottom, .rule)
        drawing.height = bottom + 22
        return drawing
    }
}
