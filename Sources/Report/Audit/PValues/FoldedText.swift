/// Text in which the many ways of printing one sign are one sign.
///
/// Wide and mathematical letters become plain ones, every blank is a space, every dash a minus,
/// square and curly brackets are round; signs without a width are gone. A raised figure after a
/// letter stays a figure (χ² is "χ2"); elsewhere it stands behind "^". A lowered one stands behind
/// "_". Cyrillic letters that stand alone and look like p, x or t are read as those. This is less
/// than Unicode's NFKC where that would join a footnote's mark to a number.
struct FoldedText: Sendable {
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where in `source` each of `scalars` comes from.
    private(set) var origins: [Int] = []
    private let source: [Unicode.Scalar]

    init(_ text: String) {
        source = Array(text.unicodeScalars)
        scalars.reserveCapacity(source.count)
        origins.reserveCapacity(source.count)
        for index in source.indices { fold(at: index) }
    }

    /// The text as it was printed, with single blanks, at most 120 signs of it.
    func quote(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        var quote = String.UnicodeScalarView()
        for scalar in source[origins[first]...origins[last]].prefix(120) {
            if !scalar.properties.isWhitespace {
                quote.append(scalar)
            } else if quote.last != " " {
                quote.append(" ")
            }
        }
        return String(quote)
    }

    /// The folded text in small letters, one blank where there were several.
    var lowercased: String { lowercased(scalars.indices) }

    /// The same of `range` and so many signs to either side.
    func lowercased(around range: Range<Int>, reach: Int) -> String {
        let first = max(scalars.startIndex, range.lowerBound - reach)
        return lowercased(first..<min(scalars.endIndex, range.upperBound + reach))
    }

    private func lowercased(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars[range] where scalar != " " || view.last != " " {
            view.append(scalar)
        }
        return String(view).lowercased()
    }
}

extension FoldedText {
    private mutating func add(_ text: String, at index: Int) {
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            origins.append(index)
        }
    }

    private mutating func fold(at index: Int) {
        let scalar = source[index]
        if scalar.value < 0x80 {
            add(Self.ascii(scalar), at: index)
        } else if let digit = Self.raised(scalar) {
            let follows = index > 0 && Self.raised(source[index - 1]) != nil
            let letter = scalars.last.map(Self.isLetter) ?? false
            add(follows || letter ? digit : "^" + digit, at: index)
        } else if let digit = Self.lowered(scalar) {
            let follows = index > 0 && Self.lowered(source[index - 1]) != nil
            add(follows ? digit : "_" + digit, at: index)
        } else if scalar == "\u{B7}" || scalar == "\u{2219}" {
            // A decimal point at half height, as some journals print it.
            let before = index > 0 && Self.isDigit(source[index - 1])
            let after = index + 1 < source.count && Self.isDigit(source[index + 1])
            add(after && (before || scalars.last == " ") ? "." : " ", at: index)
        } else if let latin = Self.alike[scalar], standsAlone(index) {
            add(latin, at: index)
        } else {
            add(Self.plain(scalar), at: index)
        }
    }

    private func standsAlone(_ index: Int) -> Bool {
        let before = index > 0 && source[index - 1].properties.isAlphabetic
        let after = index + 1 < source.count && source[index + 1].properties.isAlphabetic
        return !before && !after
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "[", "{": "("
        case "]", "}": ")"
        case "\t", "\n", "\r", "\u{B}", "\u{C}": " "
        default: String(Character(scalar))
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        if let sign = signs[scalar] { return sign }
        switch scalar.value {
        case 0x2000...0x200A: return " "
        case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xAD: return ""
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0).map(ascii) ?? ""
        case 0x1D400...0x1D6A3:
            let place = (scalar.value - 0x1D400) % 52
            let code = place < 26 ? 0x41 + place : 0x61 + place - 26
            return Unicode.Scalar(code).map { String(Character($0)) } ?? ""
        case 0x1D6A8...0x1D7C9:
            // 58 signs an alphabet: 25 capitals, nabla, 25 small letters, 7 variants.
            let place = (scalar.value - 0x1D6A8) % 58
            guard (26...50).contains(place) else { return String(Character(scalar)) }
            return Unicode.Scalar(0x3B1 + place - 26).map { String(Character($0)) } ?? ""
        case 0x1D7CE...0x1D7FF: return String((scalar.value - 0x1D7CE) % 10)
        default: return scalar.properties.isWhitespace ? " " : String(Character(scalar))
        }
    }

    private static let signs: [Unicode.Scalar: String] = [
        "\u{2212}": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-",
        "\u{2014}": "-", "\u{FE63}": "-", "\u{2264}": "<=", "\u{2265}": ">=", "\u{2A7D}": "<=",
        "\u{2A7E}": ">=", "\u{2266}": "<=", "\u{2267}": ">=", "\u{FE64}": "<", "\u{FE65}": ">",
        "\u{FE66}": "=", "\u{2248}": "~", "\u{2245}": "~", "\u{2243}": "~", "\u{D7}": "x",
        "\u{3A7}": "\u{3C7}", "\u{A0}": " ", "\u{202F}": " ", "\u{205F}": " ", "\u{3000}": " ",
        "\u{210E}": "h", "\u{2019}": "'", "\u{2018}": "'", "\u{66B}": ".",
    ]

    /// Cyrillic letters that look like the Latin ones of tests.
    private static let alike: [Unicode.Scalar: String] = [
        "\u{440}": "p", "\u{420}": "p", "\u{445}": "x", "\u{425}": "x", "\u{442}": "t",
        "\u{422}": "t",
    ]

    private static func raised(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xB2: "2"
        case 0xB3: "3"
        case 0xB9: "1"
        case 0x2070, 0x2074...0x2079: String(scalar.value - 0x2070)
        case 0x207B: "-"
        default: nil
        }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> String? {
        (0x2080...0x2089).contains(scalar.value) ? String(scalar.value - 0x2080) : nil
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic
        }
    }
}
