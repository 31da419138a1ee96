/// A figure inside the text of a cell, before it is known which mark stands before decimals.
struct FigureText: Hashable, Sendable {
    /// What its marks say by themselves about the table's decimal mark.
    enum Evidence: Hashable, Sendable {
        case point
        case comma
        /// It has no marks, or blanks and apostrophes only.
        case nothing
        /// One mark with three digits behind it: thousands, or decimals.
        case either
        /// Marks that no number has.
        case wrong
    }

    private(set) var isNegative = false
    private(set) var isPercent = false
    /// Digits and the points and commas between them.
    private(set) var digits: [Character] = []
    /// Whether blanks or apostrophes part the thousands.
    private(set) var hasGroups = false
    /// What stands behind the figure: "(0.91)", "± 0.2"; else "".
    private(set) var rest = ""

    private static let minus: Set<Character> = ["-", "−", "–", "‒", "﹣"]
    private static let apostrophes: Set<Character> = ["'", "’", "ʼ"]
    private static let marks: Set<Character> = ["*", "†", "‡", "§", "¶", "#", "^"]
    private static let superscripts = Set("¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠ")

    /// The figure that `text` begins with; nil where it is words, a range, or a figure held back.
    init?(_ text: String) {
        var letters = Array(Self.unbolded(Self.plain(text)))[...]
        letters = letters.drop { Self.marks.contains($0) && $0 != "#" }
        if let inside = Self.unbracketed(letters) { letters = inside }
        if let first = letters.first, Self.minus.contains(first) || first == "+" {
            isNegative = first != "+"
            letters = letters.dropFirst()
        }
        readDigits(&letters)
        guard digits.contains(where: { $0.isASCIIDigit }) else { return nil }
        if letters == ["."] { letters = [] }
        readPercent(&letters)
        Self.dropFootnotes(&letters)
        letters = letters.drop { $0 == " " }
        guard let next = letters.first else { return }
        guard next == "(" || next == "[" || next == "±" else { return nil }
        rest = String(letters)
    }

    /// `text` with one plain blank for each run of white space, and none at its ends.
    static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{2060}" }
            .joined(separator: " ")
    }

    /// `text` without the marks of bold print that plain text writes around it.
    static func unbolded(_ text: String) -> String {
        for mark in ["**", "__"]
        where text.count > 4 && text.hasPrefix(mark) && text.hasSuffix(mark) {
            return plain(String(text.dropFirst(2).dropLast(2)))
        }
        return text
    }

    /// `label` without footnote marks at its end.
    static func withoutFootnotes(_ label: String) -> String {
        var letters = Array(label)
        while let last = letters.last, letters.count > 1 {
            if last == "]", let open = letters.lastIndex(of: "["), open > 0,
                (1...2).contains(letters.count - open - 2)
            {
                letters.removeLast(letters.count - open)
            } else if superscripts.contains(last) || (marks.contains(last) && last != "#") {
                letters.removeLast()
            } else if last == " " {
                letters.removeLast()
            } else {
                break
            }
        }
        return String(letters)
    }

    private static func unbracketed(_ letters: ArraySlice<Character>) -> ArraySlice<Character>? {
        let pairs: [Character: Character] = ["(": ")", "[": "]"]
        guard let open = letters.first, let close = pairs[open], letters.last == close,
            letters.firstIndex(of: close) == letters.endIndex - 1
        else { return nil }
        return letters.dropFirst().dropLast().drop { $0 == " " }
    }

    /// Reads digits with their marks; a blank or an apostrophe parts thousands only.
    private mutating func readDigits(_ letters: inout ArraySlice<Character>) {
        while let letter = letters.first {
            let next = letters.dropFirst()
            if letter.isASCIIDigit {
                digits.append(letter)
            } else if letter == "." || letter == "," {
                guard next.first?.isASCIIDigit == true else { return }
                digits.append(letter)
            } else if letter == " " || Self.apostrophes.contains(letter) {
                guard endsWithGroup, next.prefix(3).count(where: { $0.isASCIIDigit }) == 3,
                    next.dropFirst(3).first?.isASCIIDigit != true
                else { return }
                hasGroups = true
            } else {
                return
            }
            letters = next
        }
    }

    /// Whether a group of thousands may follow the digits so far.
    private var endsWithGroup: Bool {
        guard digits.allSatisfy({ $0.isASCIIDigit }) else { return false }
        return hasGroups ? digits.count <= 30 : (1...3).contains(digits.count)
    }

    private mutating func readPercent(_ letters: inout ArraySlice<Character>) {
        let after = letters.drop { $0 == " " }
        for sign in ["%", "percent", "per cent", "проц.", "пайыз"]
        where String(after.prefix(sign.count)).lowercased() == sign {
            isPercent = true
            letters = after.dropFirst(sign.count)
            return
        }
    }

    /// Passes over footnote marks: stars, daggers, superscripts, "[1]", and "a" or "b,c" behind a digit.
    private static func dropFootnotes(_ letters: inout ArraySlice<Character>) {
        while let letter = letters.first {
            let next = letters.dropFirst()
            let following = next.first { $0 != " " }
            let endsMark = following.map { !$0.isLetter && !$0.isNumber } ?? true
            if marks.contains(letter) || superscripts.contains(letter) {
                letters = next
            } else if ("a"..."f").contains(letter),
                next.first.map({ !$0.isLetter && !$0.isNumber }) ?? true
            {
                letters = next
            } else if letter == "[", let close = next.prefix(3).firstIndex(of: "]"),
                close > next.startIndex
            {
                letters = letters[(close + 1)...]
            } else if letter == " ", let following,
                marks.contains(following) || superscripts.contains(following)
            {
                letters = next
            } else if letter == ",", endsMark || following.map({ ("a"..."f").contains($0) }) == true
            {
                letters = next
            } else {
                return
            }
        }
    }

    // MARK: - Which mark stands before decimals

    /// What the marks of the figure say.
    var evidence: Evidence {
        let places = digits.indices.filter { !digits[$0].isASCIIDigit }
        guard let last = places.last else { return .nothing }
        let mark = digits[last]
        let tail = digits.count - last - 1
        let asDecimal: Evidence = mark == "." ? .point : .comma
        let asThousands: Evidence = mark == "." ? .comma : .point
        if places.contains(where: { digits[$0] != mark }) {
            let others = places.dropLast()
            guard !hasGroups, others.allSatisfy({ digits[$0] != mark }),
                areGroups(others + [last])
            else { return .wrong }
            return asDecimal
        }
        if places.count > 1 {
            return !hasGroups && tail == 3 && areGroups(places) ? asThousands : .wrong
        }
        let mayBeThousands = tail == 3 && (1...3).contains(last) && digits[0] != "0" && !hasGroups
        return mayBeThousands ? .either : asDecimal
    }

    /// Whether `places` part one to three digits, then three each.
    private func areGroups(_ places: [Int]) -> Bool {
        guard let first = places.first, (1...3).contains(first) else { return false }
        return zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 4 }
    }

    /// The digits before and behind the decimal mark, where `mark` is what the table has.
    func parts(decimalMark mark: Character) -> (whole: [Character], decimals: [Character])? {
        let decimal: Character
        switch evidence {
        case .wrong: return nil
        case .nothing: return (digits, [])
        case .point: decimal = "."
        case .comma: decimal = ","
        case .either: decimal = mark
        }
        let place = digits.lastIndex(of: decimal) ?? digits.endIndex
        let whole = digits[..<place].filter { $0.isASCIIDigit }
        return (whole, Array(digits[place...].dropFirst()))
    }
}

extension Character {
    /// Whether it is one of 0 to 9.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
