/// One word or sign of a claim.
struct ClaimToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case number(PrintedNumber)
        case text(String)
        case word(String)
        case sign(String)
    }

    var kind: Kind
    var range: Range<Int>
}

/// Splits the text of a claim into words, numbers, labels and signs.
struct ClaimLexer {
    private let letters: [Character]
    private var next = 0

    /// More than anybody writes in a cell; it bounds the work on hostile input.
    static let mostLetters = 4000

    private static let signs: Set<String> = [
        "<", ">", "=", "!=", "<=", ">=", "~", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ",",
        "..", ".", "#",
    ]

    /// Signs that word processors write instead of those of a keyboard.
    private static let twins: [Character: String] = [
        "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "\u{2212}": "-", "–": "-", "×": "*", "÷": "/",
        "…": "..",
    ]

    private static let closing: [Character: Character] = [
        "\"": "\"", "'": "'", "“": "”", "„": "“", "«": "»", "‘": "’",
    ]

    static func tokens(of text: String) throws(Claim.Fault) -> [ClaimToken] {
        var lexer = ClaimLexer(letters: Array(text))
        guard lexer.letters.count <= mostLetters else {
            throw Claim.Fault(
                .grammar,
                at: mostLetters,
                "The claim has more than \(mostLetters) characters.",
                remedy: "Split it into several claims."
            )
        }
        var tokens: [ClaimToken] = []
        while let token = try lexer.token() { tokens.append(token) }
        return tokens
    }

    private init(letters: [Character]) {
        self.letters = letters
    }

    private mutating func token() throws(Claim.Fault) -> ClaimToken? {
        while next < letters.count, letters[next].isWhitespace { next += 1 }
        guard next < letters.count else { return nil }
        let start = next
        let kind: ClaimToken.Kind
        if let close = Self.closing[letters[start]] {
            kind = .text(try quoted(until: close))
        } else if isDigit(start) || (letters[start] == "." && isDigit(start + 1)) {
            kind = try number()
        } else if letters[start].isLetter || letters[start] == "_" {
            kind = .word(word())
        } else {
            kind = .sign(try sign())
        }
        return ClaimToken(kind: kind, range: start..<next)
    }

    private func isDigit(_ position: Int) -> Bool {
        position < letters.count && ("0"..."9").contains(letters[position])
    }

    private func isLetter(_ position: Int) -> Bool {
        position < letters.count
            && (letters[position].isLetter || letters[position].isNumber
                || letters[position] == "_")
    }

    /// A label; a quotation mark in it is written twice.
    private mutating func quoted(until close: Character) throws(Claim.Fault) -> String {
        let start = next
        var text = ""
        next += 1
        while next < letters.count {
            let letter = letters[next]
            next += 1
            // A typed mark may be closed by its keyboard twin.
            if letter == close || (letters[start] == "„" && letter == "”") {
                guard letters[start] == close, next < letters.count, letters[next] == close else {
                    return text
                }
                next += 1
            }
            text.append(letter)
        }
        throw Claim.Fault(
            .grammar,
            at: start,
            "The label that begins here has no closing quotation mark.",
            remedy: "Close it with \(close)."
        )
    }

    /// A word: letters, digits and _, with hyphens and points inside.
    private mutating func word() -> String {
        let start = next
        while isLetter(next)
            || (next < letters.count && (letters[next] == "-" || letters[next] == ".")
                && isLetter(next + 1))
        {
            next += 1
        }
        return String(letters[start..<next])
    }

    private mutating func number() throws(Claim.Fault) -> ClaimToken.Kind {
        let start = next
        var digits = ""
        var decimals: Int?
        while next < letters.count {
            if isDigit(next) {
                digits.append(letters[next])
                decimals = decimals.map { $0 + 1 }
            } else if letters[next] == ".", decimals == nil, isDigit(next + 1) {
                decimals = 0
            } else {
                break
            }
            next += 1
        }
        if isLetter(next) { return .word(String(letters[start..<next]) + word()) }
        guard digits.count <= 15, decimals ?? 0 <= 9, let units = Int(digits) else {
            throw Claim.Fault(
                .grammar,
                at: start,
                "A number has at most 15 digits, 9 of them decimals.",
                remedy: "Write it shorter."
            )
        }
        let isPercent = next < letters.count && letters[next] == "%"
        if isPercent { next += 1 }
        return .number(
            PrintedNumber(
                text: String(letters[start..<next]),
                units: units,
                decimals: decimals ?? 0,
                isPercent: isPercent
            )
        )
    }

    private mutating func sign() throws(Claim.Fault) -> String {
        let start = next
        let two = String(letters[start..<min(start + 2, letters.count)])
        if Self.signs.contains(two), two.count == 2 {
            next += 2
            return two
        }
        next += 1
        let one = Self.twins[letters[start]] ?? String(letters[start])
        if Self.signs.contains(one) { return one }
        throw Claim.Fault(
            .grammar,
            at: start,
            "“\(one)” has no meaning here.",
            remedy:
                "Use names, numbers, labels in quotation marks, and = != < <= > >= ~ + - * / ( )."
        )
    }
}
