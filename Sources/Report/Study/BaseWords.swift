import Base
import Survey

/// Says a question's base in words: “those who answered ‘Negative’ to ‘How do you feel …?’”.
struct BaseWords {
    let data: Microdata
    let study: Study

    /// `condition` in words, in each language that the report is written in; as it is written where
    /// words would be no clearer.
    func words(for condition: Expression) -> LocalText {
        var text = LocalText([:])
        for language in study.writtenLanguages {
            let sentence = Sentence(
                data: data,
                words: Words(language),
                language: study.code(of: language)
            )
            text.set(sentence.text(of: condition), in: sentence.language)
        }
        return text
    }
}

/// The base in one language.
private struct Sentence {
    let data: Microdata
    let words: Words
    /// The code of the study's own texts.
    let language: String

    func text(of condition: Expression) -> String {
        answers(condition.root).map { words(BaseWord.those, ["answers": .text($0)]) }
            ?? condition.text
    }

    /// "“Negative” to “How do you feel?”", for comparisons of a question with one of its answers.
    private func answers(_ term: Expression.Term) -> String? {
        switch term.kind {
        case .binary(.equal, let left, let right):
            guard case .name(let name) = left.kind else { return nil }
            return answer(literal(right), to: name)
        case .call(.chose, let arguments):
            guard case .name(let name) = arguments[0].kind else { return nil }
            return answer(literal(arguments[1]), to: name)
        case .binary(.or, let left, let right): return join(left, right, BaseWord.either)
        case .binary(.and, let left, let right): return join(left, right, BaseWord.both)
        default: return nil
        }
    }

    private func join(
        _ left: Expression.Term,
        _ right: Expression.Term,
        _ key: BaseWord
    ) -> String? {
        guard let first = answers(left), let second = answers(right) else { return nil }
        return words(key, ["a": .text(first), "b": .text(second)])
    }

    private func literal(_ term: Expression.Term) -> String? {
        switch term.kind {
        case .name(let name): name
        case .text(let text): text
        case .number(let number): numberName(number)
        default: nil
        }
    }

    private func answer(_ name: String?, to variable: String) -> String? {
        guard let name, let column = data[variable] else { return nil }
        let categories: [Category] =
            switch column.values {
            case .codes(_, let categories): categories
            case .several(let answers): answers.options
            default: []
            }
        guard let category = categories.first(where: { $0.name == name }) else { return nil }
        return words(
            BaseWord.answer,
            [
                "answer": .text(category.text(in: language)),
                "question": .text(column.text(in: language)),
            ]
        )
    }
}
