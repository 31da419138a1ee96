import Base

/// The text of a quote cut into words, at blanks that stand outside quotation marks.
struct QuoteWords {
    private(set) var list: [Word]

    /// A word, or a pair such as `region=talas`.
    struct Word: Sendable, Hashable {
        /// As it was written.
        let text: String
        /// What stands on both sides of a sign.
        var pair: Pair?

        struct Pair: Sendable, Hashable {
            let name: String
            let sign: Quote.Sign
            /// The value, and its parts between commas.
            let value: String
            let parts: [String]
        }
    }

    init(_ text: some StringProtocol) throws(QuoteFault) {
        var list: [Word] = []
        for piece in try Self.split(text, at: \.isWhitespace) where !piece.isEmpty {
            list.append(try Self.word(piece))
        }
        self.list = list
    }

    private init(_ list: [Word]) {
        self.list = list
    }

    var isEmpty: Bool { list.isEmpty }

    /// Takes the first word away.
    mutating func next() -> Word? {
        list.isEmpty ? nil : list.removeFirst()
    }

    /// Takes the first word away where it is `word`.
    mutating func skip(_ word: String) -> Bool {
        guard list.first?.text == word else { return false }
        list.removeFirst()
        return true
    }

    /// Takes everything up to the first of `words`, and that word itself; nil where there is none.
    mutating func take(upTo words: Set<String>) -> QuoteWords? {
        guard let end = list.firstIndex(where: { words.contains($0.text) }) else { return nil }
        let taken = QuoteWords(Array(list[..<end]))
        list = Array(list[(end + 1)...])
        return taken
    }

    // MARK: - Quotation marks

    /// The marks that open a quotation, with those that close it.
    private static let marks: [Character: Set<Character>] = [
        "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"],
    ]

    /// `text` cut where `isBreak` holds outside quotation marks.
    ///
    /// A mark opens a quotation only where a word or a value begins, so that it may be part of a name.
    static func split(
        _ text: some StringProtocol,
        at isBreak: (Character) -> Bool
    ) throws(QuoteFault) -> [String] {
        var pieces = [""]
        var closing: Set<Character>?
        var mayOpen = true
        for character in text {
            if let ends = closing {
                if ends.contains(character) { closing = nil }
            } else if isBreak(character) {
                pieces.append("")
                mayOpen = true
                continue
            } else if mayOpen, let ends = marks[character] {
                closing = ends
            }
            mayOpen = character.isWhitespace || "=<>,".contains(character)
            pieces[pieces.count - 1].append(character)
        }
        guard closing == nil else {
            throw QuoteFault(
                "A quotation mark in \(Problem.quote(String(text))) is not closed.",
                remedy: "Close it: place=\"Naryn town\"."
            )
        }
        return pieces
    }

    /// `text` without the quotation marks around it.
    static func unquoted(_ text: some StringProtocol) -> String {
        guard let first = text.first, let ends = marks[first], text.count > 1,
            let last = text.last, ends.contains(last)
        else { return String(text) }
        return String(text.dropFirst().dropLast())
    }

    /// What stands in the quotation marks at the beginning of `text`, and what follows them.
    static func quotation(_ text: String) -> (words: String, rest: Substring)? {
        guard let first = text.first, let ends = marks[first],
            let end = text.dropFirst().firstIndex(where: { ends.contains($0) })
        else { return nil }
        return (
            String(text[text.index(after: text.startIndex)..<end]),
            text[text.index(after: end)...]
        )
    }

    private static func word(_ text: String) throws(QuoteFault) -> Word {
        guard let start = sign(in: text) else { return Word(text: unquoted(text)) }
        var end = text.index(after: start)
        if end < text.endIndex, text[end] == "=" { end = text.index(after: end) }
        let written = String(text[start..<end])
        guard let sign = Quote.Sign(rawValue: written == "==" ? "=" : written) else {
            return Word(text: text)
        }
        let name = unquoted(text[..<start])
        let value = text[end...]
        guard !name.isEmpty, !value.isEmpty else { return Word(text: text) }
        return Word(
            text: text,
            pair: .init(
                name: name,
                sign: sign,
                value: unquoted(value),
                parts: try split(value, at: { $0 == "," }).map { unquoted($0) }
            )
        )
    }

    /// The first sign of `text` outside quotation marks.
    private static func sign(in text: String) -> String.Index? {
        var start = text.startIndex
        if let first = text.first, let ends = marks[first] {
            let inner = text.index(after: start)
            start = text[inner...].firstIndex { ends.contains($0) } ?? text.endIndex
        }
        return text[start...].firstIndex { "=<>".contains($0) }
    }
}
