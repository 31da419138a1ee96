/// The numbers in what authors write, as their language writes them: "2.4 to 2.7", «от 2,4 до 2,7».
struct WrittenNumbers {
    struct Number: Hashable {
        let value: Double
        let decimals: Int
    }

    /// In their order; nil when one of them cannot be read.
    let list: [Number]

    /// The numbers of `text`, one after the other.
    ///
    /// In English a comma stands between groups of three digits, in Russian and Kyrgyz before
    /// decimals; a point may stand before decimals in all of them.
    ///
    /// - Returns: nil for digits that are no number of the language ("2,56" in English).
    init?(_ text: String, in language: Language) {
        let characters = Array(text)
        var numbers: [Number] = []
        var position = 0
        while position < characters.count {
            guard Self.isDigit(characters, position) else {
                position += 1
                continue
            }
            let isNegative = Self.isNegative(characters, position)
            var digits = ""
            while position < characters.count {
                if Self.isDigit(characters, position)
                    || ".,".contains(characters[position])
                        && Self.isDigit(characters, position + 1)
                {
                    digits.append(characters[position])
                    position += 1
                } else if Self.isGroupBlank(characters, position) {
                    position += 1
                } else {
                    break
                }
            }
            guard let number = Self.number(digits, language) else { return nil }
            numbers.append(
                Number(value: isNegative ? -number.value : number.value, decimals: number.decimals)
            )
        }
        list = numbers
    }

    private static func isDigit(_ characters: [Character], _ position: Int) -> Bool {
        characters.indices.contains(position) && characters[position].isASCII
            && characters[position].isNumber
    }

    /// A blank between groups of three digits.
    private static func isGroupBlank(_ characters: [Character], _ position: Int) -> Bool {
        " \u{A0}\u{202F}\u{2009}".contains(characters[position])
            && (1...3).allSatisfy { isDigit(characters, position + $0) }
            && !isDigit(characters, position + 4)
    }

    /// Whether a minus stands before the number: not the dash of a range.
    private static func isNegative(_ characters: [Character], _ position: Int) -> Bool {
        guard position > 0, "-\u{2212}".contains(characters[position - 1]) else { return false }
        let before = characters[..<(position - 1)].last { !$0.isWhitespace }
        return before.map { !($0.isNumber || $0 == "%") } ?? true
    }

    private static func number(_ text: String, _ language: Language) -> Number? {
        var text = text
        if language == .en {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
                groups[0].count <= 3
                    || groups.count == 1
            else { return nil }
            text = groups.joined() + parts.dropFirst().map { ".\($0)" }.joined()
        } else {
            text = text.replacing(",", with: ".")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let value = Double(text), value.isFinite else { return nil }
        return Number(value: value, decimals: parts.count == 2 ? min(parts[1].count, 9) : 0)
    }
}
