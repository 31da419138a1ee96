import Base

/// Finds the questions that only some people are asked.
package struct StudyDraftBases {
    let form: Form

    /// Finds the bases of the questions of `form`.
    package init(form: Form) {
        self.form = form
    }

    /// The condition under which the form asks `question`, as a study writes conditions; nil where it
    /// is not made of simple comparisons.
    package func condition(of question: Question) -> String? {
        StudyDraftBases.condition(question.relevant, several: several)
    }

    /// The choice and number questions with a condition of their own.
    func propose() -> [StudyDraft.Base] {
        form.questions.compactMap { question in
            guard !question.relevant.isEmpty, !question.isOnlyShown, question.repeatPath == nil,
                isCounted(question.kind)
            else { return nil }
            return StudyDraft.Base(
                variable: form.variable(of: question),
                relevant: question.relevant,
                condition: StudyDraftBases.condition(question.relevant, several: several)
            )
        }
    }

    /// The several-choice questions: "selected" of one of them is no comparison.
    private var several: Set<String> {
        Set(
            form.questions.filter { question in
                if case .selectMultiple = question.kind { true } else { false }
            }.map(\.name)
        )
    }

    private func isCounted(_ kind: QuestionKind) -> Bool {
        switch kind {
        case .selectOne, .selectMultiple, .rank, .integer, .decimal, .range, .date: true
        default: false
        }
    }

    /// `relevant` as a study writes conditions; nil unless it is made of comparisons of one question
    /// with one value (or `selected(${q}, 'a')`), with "and", "or" and brackets between.
    static func condition(_ relevant: String, several: Set<String> = []) -> String? {
        var reader = Reader(rest: Substring(relevant), several: several)
        guard let text = reader.alternatives(depth: 0), reader.rest.trimmed.isEmpty,
            (try? Expression(text)) != nil  // it may be longer than a study's conditions can be
        else { return nil }
        return text
    }

    /// Reads the expression from left to right.
    private struct Reader {
        var rest: Substring
        let several: Set<String>

        /// Comparisons with "and" and "or" between, as they stand.
        mutating func alternatives(depth: Int) -> String? {
            guard depth < 20, var text = term(depth: depth) else { return nil }
            while let word = takeWord(["and", "or"]) {
                guard let next = term(depth: depth) else { return nil }
                text += " \(word) \(next)"
            }
            return text
        }

        private mutating func term(depth: Int) -> String? {
            if take("(") {
                guard let inner = alternatives(depth: depth + 1), take(")") else { return nil }
                return "(\(inner))"
            }
            if take("selected") {
                guard take("("), let name = reference(), take(","), let value = value(), take(")")
                else { return nil }
                return several.contains(name)
                    ? "chose(\(name), \(value))" : "\(name) == \(value)"
            }
            guard let name = reference(),
                let sign = ["!=", "<=", ">=", "=", "<", ">"].first(where: { take($0) }),
                let value = value()
            else { return nil }
            return "\(name) \(sign == "=" ? "==" : sign) \(value)"
        }

        private mutating func reference() -> String? {
            guard take("${"), let close = rest.firstIndex(of: "}") else { return nil }
            let name = rest[..<close].trimmed
            rest = rest[rest.index(after: close)...]
            return Expression.isName(name) ? name : nil
        }

        /// A quoted text of letters, digits, "_" and "-", or a number.
        private mutating func value() -> String? {
            let quote = ["'", "\""].first { take($0) }
            if quote == nil { rest = rest.drop { $0.isWhitespace } }
            let value = rest.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
            rest = rest.dropFirst(value.count)
            if let quote {
                guard take(quote) else { return nil }
            } else if CellTexts.number(String(value)) == nil {
                return nil
            }
            return value.isEmpty ? nil : Expression.literal(String(value))
        }

        private mutating func takeWord(_ words: [String]) -> String? {
            words.first { word in
                let before = rest
                guard take(word), rest.first?.isLetter != true else {
                    rest = before
                    return false
                }
                return true
            }
        }

        private mutating func take(_ text: String) -> Bool {
            let trimmed = rest.drop { $0.isWhitespace }
            guard trimmed.hasPrefix(text) else { return false }
            rest = trimmed.dropFirst(text.count)
            return true
        }
    }
}
