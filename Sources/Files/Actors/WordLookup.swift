import Base
import Qualitative
import Report

/// Looks the words of a file up in the study's lists, and tells of each unknown word once.
struct WordLookup {
    let file: String
    let knowledge: LocalKnowledge
    private(set) var problems: [Problem] = []
    private var told: Set<String> = []

    init(file: String, knowledge: LocalKnowledge) {
        self.file = file
        self.knowledge = knowledge
    }

    enum List: String {
        case activity
        case need
        case kind = "actor"

        var plural: String {
            switch self {
            case .activity: "activities"
            case .need: "needs"
            case .kind: "kinds of actor"
            }
        }
    }

    private func words(_ list: List) -> Vocabulary {
        switch list {
        case .activity: knowledge.activities
        case .need: knowledge.needs
        case .kind: knowledge.actorKinds
        }
    }

    /// The code that `text` means; nil with a problem.
    mutating func code(_ text: ActorExchange.Text, _ list: List, line: Int) -> String? {
        let words = words(list)
        if let term = words.term(named: text.text) { return term.code }
        unknown(
            text,
            line: line,
            "\(Problem.quote(text.text)) is not among the \(list.plural).",
            hint(words, text.text)
                + "Add a row to vocabulary.csv: list \(list.rawValue), a code, the word that it stands"
                + " under, and in name these words. Codes: \(Self.some(words))."
        )
        return nil
    }

    mutating func place(_ text: ActorExchange.Text, line: Int) -> Service.Place? {
        if text.text.lowercased() == "everywhere" { return .everywhere }
        // Without a table of places the study takes codes as they are.
        guard !knowledge.places.isEmpty else { return .at(text.text) }
        if let term = knowledge.places.term(named: text.text) { return .at(term.code) }
        unknown(
            text,
            line: line,
            "\(Problem.quote(text.text)) is not among the places.",
            hint(knowledge.places, text.text)
                + "Add it to the table of places, or write one of: \(Self.some(knowledge.places))."
        )
        return nil
    }

    mutating func status(_ text: ActorExchange.Text, line: Int) -> Service.Status {
        let written = text.text.lowercased()
        if written.isEmpty { return .provided }
        if let status = Service.Status(rawValue: written) { return status }
        let all = Service.Status.allCases.map(\.rawValue)
        let near = nearestName(to: written, in: all).map { "Did you mean \($0)? " } ?? ""
        unknown(
            text,
            line: line,
            "\(Problem.quote(text.text)) is no status of a service.",
            "\(near)Write one of: \(all.joined(separator: ", "))."
        )
        return .provided
    }

    private func hint(_ words: Vocabulary, _ text: String) -> String {
        words.nearest(to: text).map { "Did you mean \($0)? " } ?? ""
    }

    private static func some(_ words: Vocabulary) -> String {
        words.terms.prefix(20).map(\.code).joined(separator: ", ")
            + (words.terms.count > 20 ? ", …" : "")
    }

    private mutating func unknown(
        _ text: ActorExchange.Text,
        line: Int,
        _ message: String,
        _ remedy: String
    ) {
        guard told.insert(message).inserted else { return }
        problems.append(
            Problem(
                .error,
                "vocabulary.unknown-word",
                at: .init(file, line: line, column: text.column),
                message,
                remedy: remedy
            )
        )
    }
}
