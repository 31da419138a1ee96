/// What each header of an export stands for, given the form.
///
/// Read are the headers of KoboToolbox, Ona and ODK Central exports: names or labels in any language
/// of the form; bare, or after their groups with "/", "-", "." or ":" between (any number of the
/// groups, as repeats cut them off); the options of several-choice questions the same way after their
/// question. A header that is the name of a question always means that question; names go before
/// labels.
package struct HeaderResolver: Sendable {
    /// How surely a header means something; the smaller wins.
    enum Rank: Int, Comparable {
        case name
        case path
        case option
        case label
        case optionLabel
        case derived

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    struct Candidate: Hashable {
        var meaning: HeaderMeaning
        var rank: Rank
        /// The position of its question in the form.
        var order: Int
        var repeatPath: String?
    }

    private var candidates: [String: [Candidate]] = [:]

    /// The headers that an export made with `form` can have.
    package init(form: Form) {
        for (order, question) in form.questions.enumerated() {
            var keys = QuestionKeys(form: form, question: question)
            keys.build()
            for (text, meaning, rank) in keys.found {
                add(text, meaning, rank, order, question.repeatPath)
            }
        }
    }

    /// The variable that `header` belongs to; nil when it is none of the form's, or may be several.
    ///
    /// Readers ask it to pass personal columns over before any cell of them is read; see
    /// ``mayHold(_:header:)`` for the careful question.
    package func variable(for header: String) -> String? {
        let variables = Set(candidates(for: header).map(\.meaning.variable))
        return variables.count == 1 ? variables.first ?? nil : nil
    }

    /// Whether the column under `header` is one of `variables`, or could be.
    ///
    /// Where two questions share a label and one of them is personal, the answer is yes for both:
    /// a personal column must never be read because its label was not clear.
    package func mayHold(_ variables: Set<String>, header: String) -> Bool {
        variables.contains(header)
            || all(for: header).contains { $0.meaning.variable.map(variables.contains) ?? false }
    }

    /// The surest candidates for `header`, in the order of the form; those of `repeatPath` if any.
    func candidates(for header: String, in repeatPath: String?? = .none) -> [Candidate] {
        var found = all(for: header)
        if case .some(let path) = repeatPath {
            let own = found.filter { $0.repeatPath == path }
            if !own.isEmpty { found = own }
        }
        guard let surest = found.map(\.rank).min() else { return [] }
        return found.filter { $0.rank == surest }
    }

    private func all(for header: String) -> [Candidate] {
        let text = header.collapsed
        if let found = candidates[text] { return found }
        // Only labels stand twice by right: "q_2" is not the question q.
        let base = HeaderResolver.withoutNumber(text).flatMap { candidates[$0] } ?? []
        return base.filter { $0.rank >= .label }
    }

    private mutating func add(
        _ text: String,
        _ meaning: HeaderMeaning,
        _ rank: Rank,
        _ order: Int,
        _ repeatPath: String?
    ) {
        let key = text.collapsed
        let candidate = Candidate(
            meaning: meaning,
            rank: rank,
            order: order,
            repeatPath: repeatPath
        )
        guard !key.isEmpty else { return }
        if let same = candidates[key]?.firstIndex(where: { $0.meaning == meaning }) {
            if let known = candidates[key]?[same].rank, rank < known {
                candidates[key]?[same] = candidate
            }
        } else {
            candidates[key, default: []].append(candidate)
        }
    }

    /// `header` without the number that a reader put after a header that stands twice: "Age (2)",
    /// "Age_2", "Age.1"; nil when it has none.
    static func withoutNumber(_ header: String) -> String? {
        var rest = Substring(header)
        let isBracketed = rest.last == ")"
        if isBracketed { rest = rest.dropLast() }
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits < 6 else { return nil }
        rest = rest.dropLast(digits)
        if isBracketed { return rest.last == "(" ? rest.dropLast().trimmed : nil }
        guard let mark = rest.last, "_.".contains(mark) else { return nil }
        return rest.dropLast().trimmed
    }
}

extension Form {
    /// The name that the answers to `question` have in the data: its own, or its whole path
    /// ("household/age") when another question has the same name.
    package func variable(of question: Question) -> String {
        let same = questions.filter { $0.name == question.name }
        return same.count > 1 ? question.path : question.name
    }
}
