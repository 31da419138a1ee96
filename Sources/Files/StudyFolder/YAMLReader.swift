import Base
import Report
import Survey
import Yams

/// Takes a YAML tree apart, collecting every problem with its line and column.
struct YAMLReader {
    let file: String
    var problems: [Problem] = []
    /// Where each key stands, by its path.
    var marks: [String: Study.Mark] = [:]

    init(file: String) {
        self.file = file
    }

    /// The entries of a mapping whose keys are all among `known`; unknown keys are problems.
    mutating func entries(_ node: Node, at path: String, known: [String]) -> [String: Node] {
        var entries: [String: Node] = [:]
        for (key, value) in self.pairs(node, at: path) {
            if known.contains(key) {
                entries[key] = value
            } else {
                let hint = nearestName(to: key, in: known).map { "Did you mean \($0)? " } ?? ""
                problem(
                    "study.unknown-key",
                    at: join(path, key),
                    "\(Problem.quote(key)) is not a key\(path.isEmpty ? "" : " of \(path)").",
                    "\(hint)The keys here: \(known.joined(separator: ", "))."
                )
            }
        }
        return entries
    }

    /// The keys and values of a mapping in the order of the file.
    mutating func pairs(_ node: Node, at path: String) -> [(key: String, value: Node)] {
        guard case .mapping(let mapping) = node else {
            wrongShape(node, at: path, wanted: "keys with values")
            return []
        }
        return mapping.map { key, value in
            let name = key.scalar?.string ?? ""
            mark(key, at: join(path, name))
            return (name, value)
        }
    }

    /// The elements of a list; a single value is a list of one.
    mutating func elements(_ node: Node, at path: String) -> [Node] {
        switch node {
        case .sequence(let sequence):
            for (index, element) in sequence.enumerated() { mark(element, at: "\(path).\(index)") }
            return Array(sequence)
        case .scalar(let scalar): return scalar.string.isEmpty ? [] : [node]
        default:
            wrongShape(node, at: path, wanted: "a list")
            return []
        }
    }

    mutating func text(_ node: Node, at path: String) -> String? {
        guard case .scalar(let scalar) = node else {
            wrongShape(node, at: path, wanted: "a text")
            return nil
        }
        return scalar.string
    }

    mutating func texts(_ node: Node, at path: String) -> [String] {
        elements(node, at: path).enumerated().compactMap { text($1, at: "\(path).\($0)") }
    }

    /// A text, or a text for each language.
    mutating func localText(_ node: Node, at path: String) -> LocalText {
        guard case .mapping = node else { return LocalText(text(node, at: path) ?? "") }
        var texts: [String: String] = [:]
        for (language, value) in pairs(node, at: path) {
            texts[language] = text(value, at: join(path, language))
        }
        return LocalText(texts)
    }

    mutating func number(_ node: Node, at path: String) -> Double? {
        guard let text = text(node, at: path) else { return nil }
        if let number = Double(text), number.isFinite { return number }
        problem(
            "study.not-a-number",
            at: path,
            "\(Problem.quote(text)) is not a number.",
            "Write a number such as 5 or 2.5."
        )
        return nil
    }

    mutating func whole(_ node: Node, at path: String, atLeast least: Int) -> Int? {
        guard let text = text(node, at: path) else { return nil }
        if let number = Int(text), number >= least { return number }
        problem(
            "study.not-a-number",
            at: path,
            "\(Problem.quote(text)) is not a whole number of \(least) or more.",
            "Write a whole number."
        )
        return nil
    }

    mutating func truth(_ node: Node, at path: String) -> Bool? {
        guard let text = text(node, at: path) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            problem(
                "study.not-yes-or-no",
                at: path,
                "\(Problem.quote(text)) is neither yes nor no.",
                "Write yes or no."
            )
            return nil
        }
    }

    mutating func expression(_ node: Node, at path: String) -> Expression? {
        guard let text = text(node, at: path) else { return nil }
        do {
            return try Expression(text)
        } catch {
            problem(
                "expression.grammar",
                at: path,
                "In \(Problem.quote(text)), character \(error.position + 1): \(error.message)",
                error.remedy
            )
            return nil
        }
    }

    mutating func problem(
        _ code: Problem.Code,
        at path: String,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(Problem(.error, code, at: location(of: path), message, remedy: remedy))
    }

    mutating func mark(_ node: Node, at path: String) {
        guard let mark = node.mark else { return }
        marks[path] = Study.Mark(line: mark.line, column: mark.column)
    }

    func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    private func location(of path: String) -> Problem.Location {
        var study = Study()
        study.marks = marks
        var location = study.location(of: path)
        location.file = file
        return location
    }

    private mutating func wrongShape(_ node: Node, at path: String, wanted: String) {
        let found =
            switch node {
            case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "a single value"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        let place = path.isEmpty ? "the file" : path
        problem(
            "study.wrong-shape",
            at: path,
            "Here stands \(found), where \(place) needs \(wanted).",
            "The manual of \(file) shows an example of each key."
        )
    }
}
