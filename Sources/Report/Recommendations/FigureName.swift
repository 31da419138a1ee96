import Base
import Survey

/// What a number of the survey is the number of, for readers who do not know the study's own names.
struct FigureName {
    let results: Results
    let words: Words
    /// The code under which the study's own texts are found.
    let language: String

    /// The name of what `quote` quotes: "Trust in offenders, Talas region"; nil for claims and facts.
    func name(of quote: Quote) -> String? {
        switch quote.content {
        case .figure(let figure), .interval(let figure), .margin(let figure),
            .standardError(let figure), .rank(let figure), .extreme(let figure, _, _):
            return name(of: figure)
        case .difference(let first, let second):
            return [name(of: first), name(of: second)].compactMap { $0 }
                .joined(separator: " \u{2013} ")
        case .name, .fact, .plain, .claim: return nil
        }
    }

    private func name(of figure: Quote.Figure) -> String? {
        let evaluator = QuoteEvaluator(results)
        guard !figure.subject.isEmpty else { return nil }
        guard let source = try? evaluator.source(figure.subject) else { return figure.subject }
        var parts = [label(of: source)]
        if !figure.other.isEmpty, let other = try? evaluator.source(figure.other) {
            parts.append(label(of: other))
        }
        switch figure.statistic {
        case .agree: parts.append(words(RecommendationWord.agree))
        case .disagree: parts.append(words(RecommendationWord.disagree))
        case .neutral: parts.append(words(RecommendationWord.neutral))
        default: break
        }
        if case .named(let names, _) = figure.answers {
            let known = results.answers(of: source) ?? []
            parts += names.map { name in
                known.first { $0.name == name }?.text(in: language) ?? name
            }
        }
        for group in figure.groups {
            guard let place = try? evaluator.place(of: [group]) else { continue }
            parts.append(
                results.breakdowns[place.breakdown].groups[place.group].label.text(in: language)
            )
        }
        return parts.joined(separator: ", ")
    }

    /// The label of a scale, an item or a question.
    private func label(of source: QuoteMeasure.Source) -> String {
        switch source {
        case .scale(let scale): results.scales[scale].declaration.label.text(in: language)
        case .item(let scale, let item):
            results.scales[scale].items[item].label.text(in: language)
        case .question(let question): results.questions[question].label.text(in: language)
        }
    }
}
