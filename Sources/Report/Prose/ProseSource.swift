package import Base

/// The authors' text as they wrote it, with its quotes taken out and the places of everything kept that
/// has to do with numbers.
///
/// The text is marked before it is read as Markdown: what comes out of Markdown with its mark is text
/// that people read; what lies in code and addresses is not.
package struct ProseSource: Sendable, Hashable {
    package let file: String
    package let language: Language
    /// The text with a mark in place of each quote and before each number and claim.
    package let marked: String
    /// What the marks stand for, by their number.
    let finds: [Find]
    /// The line of the text on which each line of `marked` begins.
    private let lines: [Int]

    /// Something at a place of the text.
    struct Find: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// A quote, without its braces.
            case quote
            /// Two braces that are never closed.
            case unclosed
            /// A number that stands in the text itself.
            case number
            /// A word that compares, outside quotes.
            case claim
        }

        let kind: Kind
        let text: String
        /// From 1, in characters.
        let line: Int
        let column: Int
    }

    /// A mark is the number of its find between two characters that no text has.
    static let (open, close): (Character, Character) = ("\u{F0000}", "\u{F0001}")

    package init(_ text: String, file: String, language: Language) {
        self.file = file
        self.language = language
        var scanner = ProseScanner(text, language)
        scanner.scan()
        marked = scanner.marked
        finds = scanner.finds
        lines = scanner.lines
    }

    /// A problem of the marked text at its line of the text.
    package func placed(_ problem: Problem) -> Problem {
        guard let line = problem.location.line, lines.indices.contains(line - 1) else {
            return problem
        }
        var location = problem.location
        location.line = lines[line - 1]
        return Problem(
            problem.severity,
            problem.code,
            at: location,
            problem.message,
            remedy: problem.remedy
        )
    }

    /// A piece of the marked text.
    enum Piece {
        case text(String)
        /// The number of a find.
        case mark(Int)
    }

    /// `text` cut at its marks.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close)
        {
            if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
            if let find = Int(rest[rest.index(after: start)..<end]) { pieces.append(.mark(find)) }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    /// A piece of the marked text as the authors wrote it.
    func unmarked(_ text: String) -> String {
        guard text.contains(Self.open) else { return text }
        return Self.pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .mark(let index):
                finds.indices.contains(index) && finds[index].kind == .quote
                    ? "{{\(finds[index].text)}}" : ""
            }
        }
        .joined()
    }
}

/// Goes through a text once and marks what it finds.
private struct ProseScanner {
    private let text: [Character]
    private let lower: [Character]
    private let rules: UnboundRules
    private let labels: Set<String>
    private(set) var marked = ""
    private(set) var finds: [ProseSource.Find] = []
    private(set) var lines = [1]

    private var position = 0
    private var line = 1
    private var lineStart = 0
    /// Up to where numbers and claims are no sentence: a list's marker, a link's definition.
    private var quietUntil = 0

    init(_ text: String, _ language: Language) {
        // Marks of our own never come from outside.
        self.text = text.filter { $0 != ProseSource.open && $0 != ProseSource.close }
        lower = self.text.map { $0.lowercased().first ?? $0 }
        rules = UnboundRules(lower, language)
        labels = Self.definitions(self.text)
    }

    mutating func scan() {
        beginLine()
        while position < text.count {
            let character = text[position]
            if character == "\n" || character == "\r" || character == "\r\n" {
                keep(1)
                line += 1
                lineStart = position
                lines.append(line)
                beginLine()
            } else if character == "\\", starts(with: "{{", at: position + 1) {
                keep(3)
            } else if starts(with: "{{", at: position) {
                quote()
            } else if character == "[", let end = labelEnd() {
                keep(end - position)
            } else {
                word()
            }
        }
    }

    private mutating func keep(_ count: Int) {
        marked.append(contentsOf: text[position..<min(position + count, text.count)])
        position = min(position + count, text.count)
    }

    private func starts(with letters: String, at start: Int) -> Bool {
        start < text.count && text[start...].starts(with: letters)
    }

    private mutating func mark(_ kind: ProseSource.Find.Kind, _ range: Range<Int>) {
        marked.append(ProseSource.open)
        marked += String(finds.count)
        marked.append(ProseSource.close)
        finds.append(
            .init(
                kind: kind,
                text: String(text[range]),
                line: line,
                column: position - lineStart + 1
            )
        )
    }

    // MARK: - Quotes

    private mutating func quote() {
        guard let end = closing() else {
            mark(.unclosed, position..<min(position + 40, text.count))
            keep(2)
            return
        }
        mark(.quote, position + 2..<end)
        while position < end + 2 {
            if text[position].isNewline {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    /// Where the braces that open here are closed: in the same paragraph, before other braces or code.
    private func closing() -> Int? {
        var isEmptyLine = false
        for index in position + 2..<text.count {
            if starts(with: "}}", at: index) { return index }
            if text[index] == "`" || starts(with: "{{", at: index) { return nil }
            if text[index].isNewline {
                if isEmptyLine { return nil }
                isEmptyLine = true
            } else if !text[index].isWhitespace {
                isEmptyLine = false
            }
        }
        return nil
    }

    // MARK: - Numbers and claims

    /// Passes over a number, a claim, or one character.
    private mutating func word() {
        if rules.isDigit(position) {
            let end = rules.numberEnd(position)
            if position >= quietUntil, !rules.isExempt(position..<end) {
                mark(.number, position..<end)
            }
            keep(end - position)
        } else if position >= quietUntil, let count = rules.claim(at: position) {
            mark(.claim, position..<position + count)
            keep(count)
        } else {
            keep(1)
        }
    }

    /// Finds the marker of a numbered list, or a link's definition, at the beginning of a line.
    private mutating func beginLine() {
        quietUntil = position
        var start = position
        while start < text.count, " \t>*+-".contains(text[start]) { start += 1 }
        if start < text.count, text[start] == "[", starts(with: "]:", at: bracketEnd(start)) {
            while quietUntil < text.count, !text[quietUntil].isNewline { quietUntil += 1 }
            return
        }
        var end = start
        while end < text.count, end - start < 10, rules.isDigit(end) { end += 1 }
        guard end > start, end + 1 < text.count, text[end] == "." || text[end] == ")",
            text[end + 1].isWhitespace, start == position || !"*+-".contains(text[start - 1])
        else { return }
        quietUntil = end
    }

    /// The position of the bracket that closes the one at `start`; the end of the text where none does.
    private func bracketEnd(_ start: Int) -> Int {
        var end = start
        while end < text.count, end - start < 200, text[end] != "]", !text[end].isNewline {
            end += 1
        }
        return end
    }

    /// The end of the brackets that begin here, when what they hold names a link defined elsewhere: marks
    /// in it would part the two.
    private func labelEnd() -> Int? {
        guard !labels.isEmpty else { return nil }
        let end = bracketEnd(position)
        guard end < text.count, text[end] == "]" else { return nil }
        return labels.contains(String(text[position + 1..<end]).lowercased()) ? end + 1 : nil
    }

    /// What the definitions of links are called, in small letters.
    private static func definitions(_ text: [Character]) -> Set<String> {
        var labels: Set<String> = []
        for line in text.split(whereSeparator: \.isNewline) {
            let start = line.drop { " >".contains($0) }
            guard start.first == "[", let end = start.firstIndex(of: "]"),
                end + 1 < start.endIndex, start[end + 1] == ":"
            else { continue }
            labels.insert(String(start[(start.startIndex + 1)..<end]).lowercased())
        }
        return labels
    }
}
