import Base
import Survey

/// One variable of a codebook as texts, before any markup.
struct CodebookEntry {
    struct Row {
        let code: String
        let answer: String
        let count: String
        let percent: String
    }

    let name: String
    let question: String
    let facts: [(term: String, text: String)]
    let rows: [Row]

    init(_ variable: Codebook.Variable, limit: Int, in edition: CodebookEdition) {
        name = variable.name
        question = variable.question.text(in: edition.language)
        facts = CodebookEntry.facts(variable, limit: limit, in: edition)
        rows = CodebookEntry.rows(variable, in: edition)
    }

    private static func facts(
        _ variable: Codebook.Variable,
        limit: Int,
        in edition: CodebookEdition
    ) -> [(term: String, text: String)] {
        var facts = [(edition(.kind), kind(variable.kind, edition))]
        if !variable.askedIf.isEmpty { facts.append((edition(.askedIf), variable.askedIf)) }
        facts.append((edition(.answered), edition.numbers.text(Double(variable.answered))))
        facts.append((edition(.empty), text(variable.systemMissing, edition)))
        let trimmed = edition(.trimmedRange, ["n": .count(limit - 1)])
        switch variable.content {
        case .answers(_, let unlisted) where unlisted > 0:
            let term = edition(.unlisted, ["n": .count(limit)])
            facts.append((term, edition.numbers.text(Double(unlisted))))
        case .answers: break
        case .numbers(let numbers, _):
            let range = numbers?.range
            let ends = range.map { [$0.least, $0.greatest].map { number($0, edition) } }
            facts += [
                (range?.isTrimmed == true ? trimmed : edition(.range), joined(ends)),
                (
                    edition(.mean),
                    numbers.map { edition.numbers.with(decimals: 2).text($0.mean) } ?? "[c]"
                ),
                (edition(.median), numbers.map { number($0.median, edition) } ?? "[c]"),
            ]
        case .dates(let range):
            let precision = variable.kind == .day ? Survey.Column.DatePrecision.day : .second
            let ends = range.map { [$0.least, $0.greatest].map { dateText($0, precision) } }
            facts.append((range?.isTrimmed == true ? trimmed : edition(.range), joined(ends)))
        case .texts(let different):
            facts.append((edition(.differentTexts), edition.numbers.text(Double(different))))
        }
        return facts
    }

    private static func joined(_ ends: [String]?) -> String {
        ends?.joined(separator: " – ") ?? "[c]"
    }

    private static func kind(_ kind: Codebook.Kind, _ edition: CodebookEdition) -> String {
        switch kind {
        case .oneAnswer: edition(.oneAnswer)
        case .severalAnswers: edition(.severalAnswers)
        case .number: edition(.number)
        case .day: edition(.day)
        case .moment: edition(.moment)
        case .text: edition(.text)
        }
    }

    private static func number(_ number: Double, _ edition: CodebookEdition) -> String {
        edition.numbers.with(decimals: number == number.rounded() ? 0 : 2).text(number)
    }

    private static func text(_ count: CodebookCount, _ edition: CodebookEdition) -> String {
        switch count {
        case .people(let count): edition.numbers.text(Double(count))
        case .hidden: "[c]"
        }
    }

    private static func rows(_ variable: Codebook.Variable, in edition: CodebookEdition) -> [Row] {
        let answers: [Codebook.Answer] =
            switch variable.content {
            case .answers(let answers, _), .numbers(_, let answers): answers
            case .dates, .texts: []
            }
        let given = answers.map { answer in
            let percent =
                switch answer.count {
                case .people(let count) where variable.answered > 0:
                    edition.numbers.with(decimals: 1)
                        .percentDigits(Double(count) / Double(variable.answered))
                case .people: ""
                case .hidden: "[c]"
                }
            return row(answer, ending: "", percent: percent, edition)
        }
        let missing = variable.userMissing.map {
            row($0, ending: " (\(edition(.missing)))", percent: "", edition)
        }
        return given + missing
    }

    private static func row(
        _ answer: Codebook.Answer,
        ending: String,
        percent: String,
        _ edition: CodebookEdition
    ) -> Row {
        Row(
            code: answer.name,
            answer: answer.label.text(in: edition.language) + ending,
            count: text(answer.count, edition),
            percent: percent
        )
    }
}

extension Codebook {
    /// The variables as texts.
    func entries(_ edition: CodebookEdition) -> [CodebookEntry] {
        variables.map { CodebookEntry($0, limit: discloseAtLeast, in: edition) }
    }

    /// What is said before the variables: how many rows and variables, and what is not shown.
    func summary(_ edition: CodebookEdition) -> (facts: [String], notes: [String]) {
        let facts = [
            edition(.rows, ["n": .count(rowCount)]),
            edition(.variables, ["n": .count(variables.count)]),
        ]
        let hidden = discloseAtLeast > 1 ? [edition(.hidden, ["n": .count(discloseAtLeast)])] : []
        let hasText = variables.contains { $0.kind == .text }
        return (facts, hidden + (hasText ? [edition(.textsNotShown)] : []))
    }
}
