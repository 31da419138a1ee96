import Base
import Foundation
import Report
import Survey
import Yams

extension YAMLReader {
    /// The derived variables, in the order of the file.
    mutating func derivations(_ node: Node) -> [Derivation] {
        pairs(node, at: "derive").compactMap { name, value in
            let path = "derive.\(name)"
            let keys = entries(
                value,
                at: path,
                known: [
                    "label", "from", "cuts", "groups", "cases", "otherwise", "formula", "answers",
                ]
            )
            guard let rule = derivationRule(keys, at: path) else { return nil }
            var labels: [String: LocalText] = [:]
            if let node = keys["answers"] {
                for (answer, label) in pairs(node, at: path + ".answers") {
                    labels[answer] = localText(label, at: path + ".answers.\(answer)")
                }
            }
            let label = keys["label"].map { localText($0, at: path + ".label") } ?? LocalText([:])
            return Derivation(name: name, label: label, rule: rule, answerLabels: labels)
        }
    }

    private mutating func derivationRule(
        _ keys: [String: Node],
        at path: String
    ) -> Derivation.Rule? {
        let from = keys["from"].flatMap { text($0, at: path + ".from") }
        if let from, let node = keys["cuts"] {
            return cuts(node, from: from, at: path + ".cuts")
        }
        if let from, let node = keys["groups"] {
            let groups = pairs(node, at: path + ".groups").map { name, answers in
                Derivation.Grouping(
                    name: name,
                    answers: texts(answers, at: path + ".groups.\(name)")
                )
            }
            return .groups(from: from, groups)
        }
        if let node = keys["cases"] {
            let cases = pairs(node, at: path + ".cases").compactMap { name, condition in
                expression(condition, at: path + ".cases.\(name)").map {
                    Derivation.Case(name: name, when: $0)
                }
            }
            let otherwise = keys["otherwise"].flatMap { text($0, at: path + ".otherwise") }
            return .cases(cases, otherwise: otherwise)
        }
        if let node = keys["formula"] {
            return expression(node, at: path + ".formula").map { .formula($0) }
        }
        problem(
            "study.derive-rule",
            at: path,
            "A derived variable needs from with cuts or groups, or cases, or a formula.",
            "For age groups write {from: age, cuts: [18, 29, 45, 61]}."
        )
        return nil
    }

    private mutating func cuts(
        _ node: Node,
        from name: String,
        at path: String
    ) -> Derivation.Rule? {
        let cuts = elements(node, at: path).enumerated().compactMap {
            number($1, at: "\(path).\($0)")
        }
        guard cuts.count >= 2, zip(cuts, cuts.dropFirst()).allSatisfy({ $0 < $1 }) else {
            problem(
                "study.cuts",
                at: path,
                "The cuts must be two or more numbers, each greater than the one before.",
                "For the groups 18–28, 29–44 and 45 or more write [18, 29, 45]."
            )
            return nil
        }
        return .cuts(from: name, at: cuts)
    }

    /// The scales, in the order of the file.
    mutating func scales(_ node: Node) -> [ScaleDeclaration] {
        pairs(node, at: "scales").compactMap { name, value in
            let path = "scales.\(name)"
            let keys = entries(value, at: path, known: ["label", "range", "items", "answered"])
            let label = keys["label"].map { localText($0, at: path + ".label") } ?? LocalText(name)
            let names = keys["items"].map { texts($0, at: path + ".items") } ?? []
            guard let range = range(keys["range"], at: path), !names.isEmpty else {
                if names.isEmpty {
                    problem(
                        "study.scale-items",
                        at: path,
                        "The scale has no items.",
                        "List them with their signs: items: [+q1, -q2, +q3]"
                    )
                }
                return nil
            }
            let items = names.enumerated().map {
                item($1, at: "\(path).items.\($0)")
            }
            let answered = keys["answered"].flatMap {
                whole($0, at: path + ".answered", atLeast: 1)
            }
            return ScaleDeclaration(
                name: name,
                label: label,
                range: range,
                items: items,
                leastAnswered: answered
            )
        }
    }

    private mutating func range(_ node: Node?, at path: String) -> ClosedRange<Double>? {
        let place = path + ".range"
        let ends =
            node.map {
                elements($0, at: place).enumerated().compactMap { number($1, at: "\(place).\($0)") }
            } ?? []
        guard ends.count == 2, ends[0] < ends[1] else {
            problem(
                "study.scale-range",
                at: node == nil ? path : place,
                "A scale needs the lowest and the highest answer of its items.",
                "Write for instance range: [1, 5]"
            )
            return nil
        }
        return ends[0]...ends[1]
    }

    /// An item with its sign: `-q1` is reversed; `q1` without a sign counts as `+q1`.
    private func item(_ text: String, at path: String) -> ScaleDeclaration.Item {
        let name = text.hasPrefix("+") || text.hasPrefix("-") ? String(text.dropFirst()) : text
        return .init(
            name: name.trimmingCharacters(in: .whitespaces),
            isReversed: text.hasPrefix("-")
        )
    }

    /// What the study says about single questions, in the order of the file.
    mutating func questions(_ node: Node) -> [QuestionDeclaration] {
        pairs(node, at: "questions").map { name, value in
            let path = "questions.\(name)"
            var question = QuestionDeclaration(name: name)
            let keys = entries(
                value,
                at: path,
                known: ["type", "label", "answers", "missing", "base", "base-label", "show"]
            )
            if let node = keys["type"], let word = text(node, at: path + ".type") {
                question.kind = QuestionDeclaration.Kind(rawValue: word)
                if question.kind == nil { wrongKind(word, at: path + ".type") }
            }
            if let node = keys["label"] { question.label = localText(node, at: path + ".label") }
            if let node = keys["answers"] {
                question.answers = pairs(node, at: path + ".answers").map { answer, label in
                    Choice(answer, label: localText(label, at: path + ".answers.\(answer)"))
                }
            }
            if let node = keys["missing"] { question.missing = texts(node, at: path + ".missing") }
            question.base = keys["base"].flatMap { expression($0, at: path + ".base") }
            if let node = keys["base-label"] {
                question.baseLabel = localText(node, at: path + ".base-label")
            }
            if let node = keys["show"] {
                question.isShown = truth(node, at: path + ".show") ?? true
            }
            return question
        }
    }

    private mutating func wrongKind(_ word: String, at path: String) {
        let known = QuestionDeclaration.Kind.allCases.map(\.rawValue)
        problem(
            "study.question-type",
            at: path,
            "\(Problem.quote(word)) is not a type of question.",
            "The types are \(known.joined(separator: ", "))."
        )
    }
}
