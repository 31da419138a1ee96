import Base
import Markup
import Survey

extension ReportDocument {
    /// The numbers that come first, each with its interval and its n.
    var keyFigureSection: Markup {
        let respondents = KeyFigure(
            value: count(results.sample.respondents),
            label: "respondents",
            detail: results.sample.rowsRead == results.sample.respondents
                ? "all rows of the data" : "of \(count(results.sample.rowsRead)) rows of the data"
        )
        return section(
            id: "key-figures",
            level: 2,
            heading: "Key figures",
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
        let low = numberName(scale.declaration.range.lowerBound)
        let high = numberName(scale.declaration.range.upperBound)
        return KeyFigure(
            value: style.text(estimate.value),
            label: "\(lead(label)) mean score, from \(low) to \(high)",
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
        let base = question.base.isEmpty ? "" : "; \(question.base)"
        return KeyFigure(
            value: style.percent(estimate.value),
            label: "\(lead(question.label.text(in: language))) "
                + "“\(answers[most].text(in: language))”",
            detail: detail(estimate, style, scale: 100) + base
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
        return "95% interval \(text(interval, style, scale: scale)); \(n)"
    }
}
