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
    ///
    /// Variables that the report breaks down by say who answered, not what was found.
    private var findings: [KeyFigure] {
        let scales = results.scales.lazy.compactMap { finding($0) }.prefix(6)
        let left = Set(study.breakdowns.flatMap { $0 } + study.derivations.map(\.name))
        let questions = results.questions.lazy.filter { !left.contains($0.name) }
            .compactMap { finding($0) }.prefix(6 - scales.count)
        return Array(scales) + Array(questions)
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
    private func finding(_ question: QuestionResult) -> KeyFigure? {
        let shares: [Released]
        let answers: [Category]
        switch question.content {
        case .one(let distribution):
            (shares, answers) = (distribution.shares.whole, distribution.answers)
        case .several(let several): (shares, answers) = (several.shares.whole, several.options)
        case .number, .date, .text: return nil
        }
        let shown = answers.indices.filter {
            shares[$0].estimate != nil && !answers[$0].isMissing
        }
        let most = shown.max { (shares[$0].value ?? 0) < (shares[$1].value ?? 0) }
        guard let most, let estimate = shares[most].estimate else { return nil }
        let style = numbers.with(decimals: 1)
        let base = question.base.text(in: language)
        return KeyFigure(
            value: style.percent(estimate.value),
            label: words(
                FigureWord.share,
                [
                    "label": .text(lead(question.label.text(in: language))),
                    "answer": .text(answers[most].text(in: language)),
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
