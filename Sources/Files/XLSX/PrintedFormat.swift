import Foundation

/// How many decimals a cell's number format shows, and whether in per cent.
struct PrintedFormat: Equatable {
    /// Decimals that are shown always; nil where the format shows as many as a number has.
    var decimals: Int?
    /// How many of them are left out where they are zeros at the end (`#`).
    var optional = 0
    var isPercent = false

    /// As many decimals as a number has.
    static let general = PrintedFormat()

    private init() {}

    /// The format of a built-in id (ECMA-376 part 1, 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 1, 3, 37, 38, 41, 42: decimals = 0
        case 2, 4, 39, 40, 43, 44: decimals = 2
        case 9: (decimals, isPercent) = (0, true)
        case 10: (decimals, isPercent) = (2, true)
        default: break
        }
    }

    /// The format that `code` describes; exponents and fractions are shown as the number is.
    init(code: String) {
        let signs = Self.signs(of: code)
        guard signs.contains(where: { "0#?".contains($0) }),
            !signs.contains(where: { "eE/@".contains($0) }),
            !signs.contains(where: \.isLetter)
        else { return }
        isPercent = signs.contains("%")
        let places = signs.drop { $0 != "." }.dropFirst().filter { "0#?".contains($0) }
        decimals = min(places.count, 15)
        optional = places.reversed().prefix { $0 != "0" }.count
    }

    /// The signs of a format's first section, without quoted text, brackets and escapes.
    private static func signs(of code: String) -> [Character] {
        var signs: [Character] = []
        var rest = Array(code)[...]
        while let sign = rest.popFirst(), sign != ";" {
            switch sign {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": _ = rest.popFirst()
            default: signs.append(sign)
            }
        }
        return signs
    }

    /// `value` as the spreadsheet shows it, with a point before decimals and no thousands marks.
    ///
    /// Spreadsheets round the fifteen digits that they show of a number, ties away from zero.
    func text(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15, value == 0 || value.magnitude > 1e-9 else {
            return WrittenNumber.shortest(value)
        }
        let magnitude = value == 0 ? 0 : Int(log10(value.magnitude).rounded(.down))
        var digits = String(
            format: "%.\(max(0, 14 - magnitude))f",
            locale: Locale(identifier: "en_US_POSIX"),
            value
        )
        if digits.contains(".") {
            while digits.last == "0" { digits.removeLast() }
            if digits.last == "." { digits.removeLast() }
        }
        guard let decimals else { return general(value, digits) }
        let isNegative = digits.hasPrefix("-")
        let parts = digits.drop { $0 == "-" }.split(
            separator: ".",
            omittingEmptySubsequences: false
        )
        var whole = Array(parts[0])
        var behind = parts.count > 1 ? Array(parts[1]) : []
        if isPercent {
            while behind.count < 2 { behind.append("0") }
            whole += behind.prefix(2)
            behind.removeFirst(2)
        }
        let isRoundedUp = behind.count > decimals && behind[decimals] >= "5"
        while behind.count < decimals { behind.append("0") }
        var all = whole + behind.prefix(decimals)
        if isRoundedUp { Self.addOne(to: &all) }
        let split = all.count - decimals
        var shown = Array(all[split...])
        while shown.count > decimals - optional, shown.last == "0" { shown.removeLast() }
        let front = String(all[..<split].drop { $0 == "0" })
        let text = (front.isEmpty ? "0" : front) + (shown.isEmpty ? "" : "." + String(shown))
        let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
        return (isNegative && !isZero ? "-" : "") + text + (isPercent ? "%" : "")
    }

    /// `digits` as a cell without a format shows it: eleven signs at most, the point among them.
    ///
    /// A figure that was computed, 2.4833333333333334, is shown as 2.483333333; no cell is wider.
    private func general(_ value: Double, _ digits: String) -> String {
        let shown = digits.drop { $0 == "-" }
        guard shown.count > 11, let point = shown.firstIndex(of: ".") else { return digits }
        let whole = shown.distance(from: shown.startIndex, to: point)
        var rounded = PrintedFormat()
        rounded.decimals = max(0, 10 - whole)
        rounded.optional = rounded.decimals ?? 0
        return rounded.text(value)
    }

    private static func addOne(to digits: inout [Character]) {
        for place in digits.indices.reversed() {
            guard digits[place] == "9" else {
                digits[place] = Character(String((digits[place].wholeNumberValue ?? 0) + 1))
                return
            }
            digits[place] = "0"
        }
        digits.insert("1", at: 0)
    }
}
