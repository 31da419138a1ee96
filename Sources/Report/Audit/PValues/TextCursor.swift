/// A place in a folded text, and what can be read from there on.
///
/// Every reading either moves on behind what it read or leaves the place as it was.
struct TextCursor {
    /// What a comma between figures is.
    enum Comma {
        /// Parts thousands where three figures follow, else a decimal mark.
        case eitherMark
        /// A decimal mark.
        case decimal
    }

    let text: FoldedText
    var at: Int

    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let index = at + offset
        return text.scalars.indices.contains(index) ? text.scalars[index] : nil
    }

    func isDigit(_ offset: Int = 0) -> Bool { peek(offset).map(FoldedText.isDigit) ?? false }

    func isLetter(_ offset: Int = 0) -> Bool { peek(offset).map(FoldedText.isLetter) ?? false }

    mutating func skipBlanks() {
        while peek() == " " { at += 1 }
    }

    /// Moves on over `expected`; small letters match capitals as well.
    mutating func take(_ expected: String) -> Bool {
        var offset = 0
        for scalar in expected.unicodeScalars {
            guard let found = peek(offset) else { return false }
            let small = found.properties.lowercaseMapping.unicodeScalars.first
            guard found == scalar || small == scalar else { return false }
            offset += 1
        }
        at += offset
        return true
    }

    /// The letters from here on, at most 24.
    mutating func word() -> String {
        var view = String.UnicodeScalarView()
        while let scalar = peek(), FoldedText.isLetter(scalar), view.count < 24 {
            view.append(scalar)
            at += 1
        }
        while isLetter() { at += 1 }
        return String(view)
    }

    /// "=", "<", ">" or one of the last two with "="; nil and unmoved for anything else.
    mutating func comparison() -> ReportedTest.Comparison? {
        let start = at
        skipBlanks()
        var found: ReportedTest.Comparison?
        while let scalar = peek() {
            switch scalar {
            case "=": found = found ?? .equal
            case "<": found = .less
            case ">": found = .more
            default:
                if found == nil { at = start }
                return found
            }
            at += 1
            skipBlanks()
        }
        if found == nil { at = start }
        return found
    }
}

// MARK: - Numbers

extension TextCursor {
    /// A number with its sign, thousands, decimals, power of ten and percent sign.
    ///
    /// Nil for what is no number and for one of more than 15 figures; behind the latter the place
    /// is moved on.
    mutating func number(_ comma: Comma) -> TextNumber? {
        let start = at
        let isNegative = sign()
        let hasPoint = peek() == "." || peek() == ","
        guard isDigit() || hasPoint && isDigit(1) else {
            at = start
            return nil
        }
        var figures = digits()
        let isAmbiguous = thousands(&figures, comma)
        var decimals = 0
        if peek() == "." || peek() == "," && !isAmbiguous, isDigit(1) {
            at += 1
            let fraction = digits()
            decimals = fraction.count
            figures += fraction
        }
        decimals -= exponent()
        if peek() == "%" {
            at += 1
            decimals += 2
        }
        let significant = figures.drop { $0 == 0 }
        guard significant.count <= 15, abs(decimals) <= 300 else { return nil }
        let mantissa = Double(significant.reduce(0) { $0 * 10 + $1 })
        let value =
            decimals >= 0
            ? mantissa / PowersOfTen.power(decimals) : mantissa * PowersOfTen.power(-decimals)
        return TextNumber(
            value: isNegative ? -value : value,
            decimals: max(0, decimals),
            isAmbiguous: isAmbiguous
        )
    }

    private mutating func sign() -> Bool {
        guard peek() == "-" || peek() == "+" else { return false }
        let isNegative = peek() == "-"
        at += 1
        skipBlanks()
        return isNegative
    }

    mutating func digits() -> [Int] {
        var digits: [Int] = []
        while isDigit(), let scalar = peek() {
            digits.append(Int(scalar.value) - 0x30)
            at += 1
        }
        return digits
    }

    /// Reads groups of three figures behind commas; whether it stays open that they are thousands.
    private mutating func thousands(_ figures: inout [Int], _ comma: Comma) -> Bool {
        guard comma == .eitherMark, (1...3).contains(figures.count), figures.first != 0 else {
            return false
        }
        var groups = 0
        while peek() == ",", isDigit(1), isDigit(2), isDigit(3), !isDigit(4) {
            at += 1
            figures += digits()
            groups += 1
        }
        return groups == 1 && !(peek() == "." && isDigit(1))
    }

    /// The power of ten behind a number: e-5, E-5, x 10^-5; 0 where there is none.
    private mutating func exponent() -> Int {
        let start = at
        if take("e") {
            let isNegative = sign()
            if isDigit() { return power(isNegative) }
        } else {
            skipBlanks()
            if take("x") || take("*") {
                skipBlanks()
                if take("10^") {
                    let isBracketed = take("(")
                    let isNegative = sign()
                    if isDigit() {
                        let power = power(isNegative)
                        if isBracketed { _ = take(")") }
                        return power
                    }
                }
            }
        }
        at = start
        return 0
    }

    private mutating func power(_ isNegative: Bool) -> Int {
        let digits = digits()
        let power = digits.count > 3 ? 999 : digits.reduce(0) { $0 * 10 + $1 }
        return isNegative ? -power : power
    }
}
