import Base
import Report
import Yams

/// Why a text is no YAML, said for people who do not know the word.
struct YAMLFault {
    private var line: Int?
    private var column: Int?
    private var message = "This is not YAML that can be read."
    private var remedy =
        "Check indentation (spaces, no tabs), colons and quotation marks on this line."

    /// What `error`, thrown by Yams for `text`, means.
    init(_ error: any Error, in text: String) {
        switch error as? YamlError {
        case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
            .composer(_, let what, let mark, _):
            (line, column) = (mark.line, mark.column)
            message = "The YAML cannot be read here: \(what)."
            explain(what, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        case .duplicatedKeysInMapping(let keys, let context):
            // Yams orders texts only: with a list or a mapping among the keys, the place is by chance.
            let names = keys.filter { $0 != "<uncovertable>" }.sorted()
            if names.count == keys.count, Set(names).count == names.count {
                (line, column) = (context.mark.line, context.mark.column)
            }
            message =
                names.isEmpty
                ? "A list or a mapping stands here twice as a key."
                : "The same key stands here twice: "
                    + names.map { Problem.quote($0) }.joined(separator: ", ") + "."
            remedy = "Delete one of the two, or put what they say under one."
        default: break
        }
    }

    /// The three slips that people make, found near the place that the reader names.
    private mutating func explain(_ what: String, lines: [Substring]) {
        let here = (line ?? 1) - 1
        // The reader often notices a slip one line late.
        let near = [here, here - 1].filter { lines.indices.contains($0) }
        if let place = near.first(where: { lines[$0].contains("\t") }) {
            line = place + 1
            message = "A tab stands here."
            remedy = "YAML is indented with spaces: put spaces in its place."
        } else if let place = near.first(where: { isMissingSpace(lines[$0]) }) {
            line = place + 1
            message = "There is no space after the colon here."
            remedy = "Write key: value, with a space."
        } else if what.contains("mapping values are not allowed") {
            message = "A colon with a space after it stands in a text here."
            remedy = "Put the text into quotation marks, or check the indentation of this line."
        }
    }

    /// Whether a line looks like "key:value".
    private func isMissingSpace(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " || $0 == "-" }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        let after = text[text.index(after: colon)...]
        return !after.isEmpty && after.first != " " && !text[..<colon].contains(" ")
            && !text[..<colon].contains("\"")
    }

    /// The problem at its place in the study file.
    func problem(in file: String = Study.fileName) -> Problem {
        Problem(
            .error,
            "study.not-yaml",
            at: .init(file, line: line, column: column.map { String($0) }),
            message,
            remedy: remedy
        )
    }
}
