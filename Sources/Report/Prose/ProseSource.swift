/// The authors' text as they wrote it, with its quotes taken out and their places kept.
package struct ProseSource: Sendable, Hashable {
    package let file: String
    package let language: Language
    /// The text with a mark in place of each quote, to be read as Markdown.
    package let marked: String
    package let quotes: [Found]
    /// Numbers that stand in the text itself.
    package let numbers: [Found]
    /// Words that compare, outside quotes.
    package let claims: [Found]

    /// Something at a place of the text.
    package struct Found: Sendable, Hashable {
        package let text: String
        package let line: Int
        package let column: Int
    }

    /// A mark is the position of its quote between two characters that no text has.
    static let (open, close): (Character, Character) = ("\u{F0000}", "\u{F0001}")

    package init(_ text: String, file: String, language: Language) {
        self.file = file
        self.language = language
        var scanner = ProseScanner(claimWords: language.claimWords)
        scanner.scan(text)
        marked = scanner.marked
        quotes = scanner.quotes
        numbers = scanner.numbers
        claims = scanner.claims
    }
}

extension Language {
    /// Beginnings of words that say how things compare; a sentence with one needs a bound claim.
    var claimWords: [String] {
        switch self {
        case .en:
            [
                "highest", "lowest", "majority", "minority", "more than", "less than", "fewer than",
                "higher than", "lower than", "no difference", "the same as", "greatest", "smallest",
            ]
        case .ru:
            [
                "большинств", "меньшинств", "наибольш", "наименьш", "самый высок", "самая высок",
                "самое высок", "самый низк", "самая низк", "самое низк", "выше, чем", "ниже, чем",
                "больше, чем", "меньше, чем", "нет различ",
            ]
        case .ky:
            [
                "көпчүлү", "азчылы", "эң жогорку", "эң төмөнкү", "эң көп", "эң аз", "караганда",
                "айырма жок",
            ]
        }
    }
}

/// Goes through a text line by line, past code and addresses.
private struct ProseScanner {
    let claimWords: [String]
    var marked = ""
    var quotes: [ProseSource.Found] = []
    var numbers: [ProseSource.Found] = []
    var claims: [ProseSource.Found] = []
    private var isInFence = false

    init(claimWords: [String]) {
        self.claimWords = claimWords
    }

    mutating func scan(_ text: String) {
        // Marks of our own never come from outside.
        let clean = text.filter { $0 != ProseSource.open && $0 != ProseSource.close }
        let lines = clean.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if index > 0 { marked.append("\n") }
            scan(Array(line), number: index + 1)
        }
    }

    private mutating func scan(_ line: [Character], number: Int) {
        let start = line.prefix { $0 == " " }.count
        if line[start...].starts(with: "```") || line[start...].starts(with: "~~~") {
            isInFence.toggle()
            marked.append(contentsOf: line)
            return
        }
        guard !isInFence else {
            marked.append(contentsOf: line)
            return
        }
        // The text without what is not read as sentences, blanks in its place.
        var plain = line
        var position = 0
        if let marker = listMarker(line, from: start) {
            for index in 0..<marker { plain[index] = " " }
        }
        while position < line.count {
            if line[position] == "`", let end = line[(position + 1)...].firstIndex(of: "`") {
                keep(line, position...end, &plain)
                position = end + 1
            } else if line[position...].starts(with: "]("),
                let end = line[position...].firstIndex(of: ")")
            {
                keep(line, position...end, &plain)
                position = end + 1
            } else if line[position...].starts(with: "{{"), let end = closing(line, from: position)
            {
                quotes.append(
                    .init(
                        text: String(line[(position + 2)..<end]),
                        line: number,
                        column: position + 1
                    )
                )
                marked.append(ProseSource.open)
                marked += String(quotes.count - 1)
                marked.append(ProseSource.close)
                for index in position...(end + 1) { plain[index] = " " }
                position = end + 2
            } else {
                marked.append(line[position])
                position += 1
            }
        }
        findNumbers(plain, number)
        findClaims(plain, number)
    }

    private mutating func keep(
        _ line: [Character],
        _ range: ClosedRange<Int>,
        _ plain: inout [Character]
    ) {
        marked.append(contentsOf: line[range])
        for index in range { plain[index] = " " }
    }

    private func closing(_ line: [Character], from start: Int) -> Int? {
        (start + 2..<line.count).first {
            $0 + 1 < line.count && line[$0] == "}" && line[$0 + 1] == "}"
        }
    }

    /// How many characters the marker of an ordered list takes, such as "12." or "3)".
    private func listMarker(_ line: [Character], from start: Int) -> Int? {
        let digits = line[start...].prefix { $0.isASCII && $0.isNumber }
        let end = start + digits.count
        guard !digits.isEmpty, digits.count < 10, end + 1 < line.count,
            line[end] == "." || line[end] == ")", line[end + 1] == " "
        else { return nil }
        return end + 1
    }

    /// Numbers that are not part of a word, and not years.
    private mutating func findNumbers(_ plain: [Character], _ number: Int) {
        var position = 0
        while position < plain.count {
            guard plain[position].isNumber else {
                position += 1
                continue
            }
            let start = position
            while position < plain.count, isInside(plain, position) { position += 1 }
            let text = String(plain[start..<position])
            let before = start > 0 ? plain[start - 1] : " "
            let after = position < plain.count ? plain[position] : " "
            let isWord = before.isLetter || after.isLetter || before == "_" || after == "_"
            let isYear = text.count == 4 && (1900...2099).contains(Int(text) ?? 0)
            if !isWord, !isYear {
                numbers.append(.init(text: text, line: number, column: start + 1))
            }
        }
    }

    /// Whether the character belongs to a number: a digit, or a mark between two digits.
    private func isInside(_ plain: [Character], _ position: Int) -> Bool {
        if plain[position].isNumber { return true }
        let isMark = plain[position] == "." || plain[position] == "," || plain[position] == "\u{A0}"
        return isMark && position + 1 < plain.count && plain[position + 1].isNumber
    }

    private mutating func findClaims(_ plain: [Character], _ number: Int) {
        let text = plain.map { Character($0.lowercased().first.map(String.init) ?? " ") }
        for word in claimWords {
            let letters = Array(word)
            var position = 0
            while position + letters.count <= text.count {
                if text[position] == letters[0],
                    text[position..<(position + letters.count)].elementsEqual(letters),
                    position == 0 || !text[position - 1].isLetter
                {
                    claims.append(.init(text: word, line: number, column: position + 1))
                    position += letters.count
                } else {
                    position += 1
                }
            }
        }
    }
}
