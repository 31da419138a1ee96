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

    init(_ variable: Codebook.Variable, limit: Int, words: CodebookWords) {
        name = variable.name
        question = variable.question.text(in: words.language)
        facts = CodebookEntry.facts(variable, limit: limit, words: words)
        rows = CodebookEntry.rows(variable, words: words)
    }

    private static func facts(
        _ variable: Codebook.Variable,
        limit: Int,
        words: CodebookWords
    ) -> [(term: String, text: String)] {
        var facts = [(words.kind, kind(variable.kind, words))]
        if !variable.askedIf.isEmpty { facts.append((words.askedIf, variable.askedIf)) }
        facts.append((words.answered, words.style.text(Double(variable.answered))))
        facts.append((words.empty, text(variable.systemMissing, words)))
        let trimmed = fill(words.trimmedRange, String(limit - 1))
        switch variable.content {
        case .answers(_, let unlisted) where unlisted > 0:
            let term = fill(words.unlisted, String(limit))
            facts.append((term, words.style.text(Double(unlisted))))
        case .answers: break
        case .numbers(let numbers, _):
            let range = numbers?.range
            let ends = range.map { [$0.least, $0.greatest].map { number($0, words) } }
            facts += [
                (range?.isTrimmed == true ? trimmed : words.range, joined(ends)),
                (words.mean, numbers.map { words.style.with(decimals: 2).text($0.mean) } ?? "[c]"),
                (words.median, numbers.map { number($0.median, words) } ?? "[c]"),
            ]
        case .dates(let range):
            let precision = variable.kind == .day ? Survey.Column.DatePrecision.day : .second
            let ends = range.map { [$0.least, $0.greatest].map { dateText($0, precision) } }
            facts.append((range?.isTrimmed == true ? trimmed : words.range, joined(ends)))
        case .texts(let different):
            facts.append((words.differentTexts, words.style.text(Double(different))))
        }
        return facts
    }

    private static func joined(_ ends: [String]?) -> String {
        ends?.joined(separator: " – ") ?? "[c]"
    }

    private static func kind(_ kind: Codebook.Kind, _ words: CodebookWords) -> String {
        switch kind {
        case .oneAnswer: words.oneAnswer
        case .severalAnswers: words.severalAnswers
        case .number: words.number
        case .day: words.day
        case .moment: words.moment
        case .text: words.text
        }
    }

    private static func number(_ number: Double, _ words: CodebookWords) -> String {
        words.style.with(decimals: number == number.rounded() ? 0 : 2).text(number)
    }

    private static func text(_ count: CodebookCount, _ words: CodebookWords) -> String {
        switch count {
        case .people(let count): words.style.text(Double(count))
        case .hidden: "[c]"
        }
    }

    private static func rows(_ variable: Codebook.Variable, words: CodebookWords) -> [Row] {
        let answers: [Codebook.Answer] =
            switch variable.content {
            case .answers(let answers, _), .numbers(_, let answers): answers
            case .dates, .texts: []
            }
        let given = answers.map { answer in
            let percent =
                switch answer.count {
                case .people(let count) where variable.answered > 0:
                    words.style.with(decimals: 1)
                        .percentDigits(Double(count) / Double(variable.answered))
                case .people: ""
                case .hidden: "[c]"
                }
            return row(answer, ending: "", percent: percent, words)
        }
        let missing = variable.userMissing.map {
            row($0, ending: " (\(words.missing))", percent: "", words)
        }
        return given + missing
    }

    private static func row(
        _ answer: Codebook.Answer,
        ending: String,
        percent: String,
        _ words: CodebookWords
    ) -> Row {
        Row(
            code: answer.name,
            answer: answer.label.text(in: words.language) + ending,
            count: text(answer.count, words),
            percent: percent
        )
    }
}

extension Codebook {
    /// The variables as texts.
    func entries(_ words: CodebookWords) -> [CodebookEntry] {
        variables.map { CodebookEntry($0, limit: discloseAtLeast, words: words) }
    }

    /// What is said before the variables: how many rows and variables, and what is not shown.
    func summary(_ words: CodebookWords) -> (facts: [String], notes: [String]) {
        let facts = [
            fill(words.rows, words.style.text(Double(rowCount))),
            fill(words.variables, words.style.text(Double(variables.count))),
        ]
        let hidden = discloseAtLeast > 1 ? [fill(words.hidden, String(discloseAtLeast))] : []
        let hasText = variables.contains { $0.kind == .text }
        return (facts, hidden + (hasText ? [words.textsNotShown] : []))
    }
}
