import Base
import Markup
import Survey

extension ReportVersion {
    /// The numbers that come first, each with its interval and its n.
    var keyFigureSection: Markup {
        let sample = results.sample
        let respondents = KeyFigure(
            value: count(sample.respondents),
            label: words(FigureWord.respondentsLabel, ["n": .count(sample.respondents)]),
            detail: sample.rowsRead == sample.respondents
                ? words(FigureWord.allRows)
                : words(FigureWord.ofRows, ["n": .count(sample.rowsRead)])
        )
        return section(
            id: "key-figures",
            level: 2,
            heading: words(FigureWord.keyFigures),
            [
                keyFigures([respondents] + findings)
            ]
        )
    }

    /// The scores of the scales, then questions of the form, six in all.
    private var findings: [KeyFigure] {
        results.keyScales.compactMap { finding(results.scales[$0]) }
            + results.keyAnswers.compactMap { finding($0) }
    }

    private func finding(_ scale: ScaleResult) -> KeyFigure? {
        guard let estimate = scale.score.whole.estimate else { return nil }
        let style = numbers.with(decimals: 2)
        let label = scale.declaration.label.text(in: language)
        let range = scale.declaration.range
        return KeyFigure(
            value: style.text(estimate.value),
            label: words(
                FigureWord.meanScore,
                [
                    "label": .text(lead(label)), "low": .text(plain(range.lowerBound)),
                    "high": .text(plain(range.upperBound)),
                ]
            ),
            detail: detail(estimate, style, scale: 1)
        )
    }

    /// The share of the answer given most often.
    private func finding(_ key: Results.KeyAnswer) -> KeyFigure? {
        let question = results.questions[key.question]
        guard let estimate = results.spread(of: key.measure)?.whole.estimate,
            let answer = results.answers(of: key.measure.source)?[key.answer]
        else { return nil }
        let style = numbers.with(decimals: 1)
        let base = question.base.text(in: language)
        return KeyFigure(
            value: style.percent(estimate.value),
            label: words(
                FigureWord.share,
                [
                    "label": .text(lead(question.label.text(in: language))),
                    "answer": .text(answer.text(in: language)),
                ]
            ),
            detail: detail(estimate, style, scale: 100) + (base.isEmpty ? "" : "; \(base)")
        )
    }

    /// The label of a question or scale, ready for what is said of it: with a colon, unless it ends
    /// with a mark of its own.
    private func lead(_ label: String) -> String {
        label.last.map { "?!.:…".contains($0) } == true ? label : "\(label):"
    }

    /// The interval and the n of an estimate, as they stand beside it.
    func detail(_ estimate: Estimate, _ style: NumberStyle, scale: Double) -> String {
        // No-break spaces keep "n = 59" on one line.
        let n = "n\u{A0}=\u{A0}\(count(estimate.n))"
        guard let interval = estimate.interval else { return n }
        let range = text(interval, style, scale: scale)
        return "\(words(FigureWord.interval, ["range": .text(range)])); \(n)"
    }
}
