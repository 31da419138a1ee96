import Base
import Markup
import Survey

extension ReportDocument {
    /// The numbers that come first, each with its interval and its n, and the same in words.
    var keyFigureSection: Markup {
        let found = findings
        let respondents = KeyFigure(
            value: count(results.sample.respondents),
            label: "respondents",
            detail: results.sample.rowsRead == results.sample.respondents
                ? "all rows of the data"
                : "of \(count(results.sample.rowsRead)) rows; the others are listed under methods"
        )
        return section(
            id: "key-figures",
            level: 2,
            heading: "Key figures",
            [
                keyFigures([respondents] + found.map(\.figure)),
                found.isEmpty ? .empty : bulletList(found.map { .text($0.sentence) }),
            ]
        )
    }

    /// A key figure and its sentence.
    private struct Finding {
        var figure: KeyFigure
        var sentence: String
    }

    private var findings: [Finding] {
        let scales = results.scales.prefix(6).compactMap { finding($0) }
        if !scales.isEmpty { return scales }
        let grouping = Set(study.breakdowns.flatMap { $0 })
        return Array(
            results.questions.lazy.filter { !grouping.contains($0.name) }
                .compactMap { finding($0) }.prefix(4)
        )
    }

    private func finding(_ scale: ScaleResult) -> Finding? {
        guard let estimate = scale.score.whole.estimate else { return nil }
        let style = numbers.with(decimals: 2)
        let label = scale.declaration.label.text(in: language)
        let low = numberName(scale.declaration.range.lowerBound)
        let high = numberName(scale.declaration.range.upperBound)
        let value = style.text(estimate.value)
        return Finding(
            figure: KeyFigure(
                value: value,
                label: "\(label): mean, from \(low) to \(high)",
                detail: detail(estimate, style, scale: 1)
            ),
            sentence: "\(label): the mean is \(value) on a scale from \(low) to \(high) "
                + "(\(detail(estimate, style, scale: 1)))."
        )
    }

    /// The share of the largest answer of a question; of the second where there are two, "no" and "yes".
    private func finding(_ question: QuestionResult) -> Finding? {
        guard case .one(let distribution) = question.content else { return nil }
        let shown = distribution.answers.indices.filter {
            distribution.shares.whole[$0].estimate != nil
        }
        let isPair = distribution.answers.count == 2
        let chosen =
            isPair
            ? shown.last
            : shown.max {
                (distribution.shares.whole[$0].value ?? 0)
                    < (distribution.shares.whole[$1].value ?? 0)
            }
        guard let chosen, let estimate = distribution.shares.whole[chosen].estimate else {
            return nil
        }
        let style = numbers.with(decimals: 1)
        let label = question.label.text(in: language)
        let answer = distribution.answers[chosen].text(in: language)
        let value = style.percent(estimate.value)
        return Finding(
            figure: KeyFigure(
                value: value,
                label: "\(label): \(answer)",
                detail: detail(estimate, style, scale: 100)
            ),
            sentence:
                "\(label): \(value) answer “\(answer)” (\(detail(estimate, style, scale: 100)))."
        )
    }

    private func detail(_ estimate: Estimate, _ style: NumberStyle, scale: Double) -> String {
        let n = "n = \(count(estimate.n))"
        guard let interval = estimate.interval else { return n }
        return "95% interval \(text(interval, style, scale: scale)); \(n)"
    }
}
