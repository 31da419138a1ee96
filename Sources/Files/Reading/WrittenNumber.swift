/// A number together with how it was written, so that it can be written again.
///
/// Grammar: an optional `-`; digits without a leading zero (or a lone `0`, or none before a mark);
/// optionally a mark and digits; optionally `e` or `E`, a sign, and up to three digits. Whole numbers
/// have at most 15 digits, so that a Double holds each of them and its neighbours apart; with a mark
/// or an exponent at most 17 significant digits, as other software writes a Double in full.
struct WrittenNumber {
    /// How a number was written.
    struct Shape: Hashable, Sendable {
        /// The number of decimals, 0 to 15, or one of the names below.
        let code: UInt8

        static let whole = Shape(code: 0)
        /// As short as identifies the number.
        static let shortest = Shape(code: 253)
        /// In a way that only the text itself tells.
        static let asWritten = Shape(code: 254)
        /// No number at all.
        static let empty = Shape(code: 255)

        /// Whether small whole numbers are written in this way.
        var isWhole: Bool { self == .whole || self == .shortest }
    }

    let value: Double
    let shape: Shape
    /// The decimal mark (`.` or `,`), 0 for none.
    let mark: UInt8

    /// The number that `text` spells; nil if it is not one.
    init?(_ text: UnsafeBufferPointer<UInt8>, allowsComma: Bool) {
        guard text.count <= WrittenNumber.longest, let base = text.baseAddress else { return nil }
        var digits = Digits(base, count: text.count)
        guard digits.read(allowsComma: allowsComma) else { return nil }
        let isPlain = !digits.hasExponent && digits.hasWhole && digits.decimals <= 15
        guard digits.significant <= 15 || digits.mark != 0 || digits.hasExponent,
            digits.significant <= 17
        else { return nil }
        guard let magnitude = digits.magnitude(of: text), magnitude.isFinite,
            magnitude > 0 || digits.significant == 0
        else { return nil }
        value = digits.isNegative ? -magnitude : magnitude
        shape =
            isPlain && digits.significant <= 15
            ? Shape(code: UInt8(digits.decimals)) : .asWritten
        mark = digits.mark
    }

    /// Longer texts are not numbers: a sign, 17 digits behind as many zeros, an exponent.
    private static let longest = 40

    /// The shortest text that identifies `number`; whole numbers without a mark.
    static func shortest(_ number: Double) -> String {
        if let whole = Int64(exactly: number), whole.magnitude < 1_000_000_000_000_000,
            number != 0 || number.sign == .plus
        {
            return "\(whole)"
        }
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension WrittenNumber {
    /// Appends ``shortest(_:)`` of `number` to `bytes`; nothing if it is not finite.
    static func append(_ number: Double, to bytes: inout [UInt8]) {
        guard number.isFinite else { return }
        // One digit is what most answers are.
        if number >= 0, number < 10, number == number.rounded(), number.sign == .plus {
            bytes.append(0x30 + UInt8(number))
        } else {
            bytes.append(contentsOf: shortest(number).utf8)
        }
    }
}

extension WrittenNumber.Shape {
    /// `number` written in this way.
    func text(of number: Double, mark: UInt8) -> String {
        guard code <= 15 else { return WrittenNumber.shortest(number) }
        // At most 15 digits: the product is less than 0.5 away from the whole number that was read.
        let scaled = (number.magnitude * powersOfTen[Int(code)]).rounded()
        var digits = String(UInt64(scaled))
        if code > 0 {
            digits = String(repeating: "0", count: max(0, Int(code) + 1 - digits.count)) + digits
            let place = digits.index(digits.endIndex, offsetBy: -Int(code))
            digits.insert(Character(UnicodeScalar(mark)), at: place)
        }
        return number.sign == .minus ? "-" + digits : digits
    }
}

/// The parts of a number's text.
private struct Digits {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    private var offset = 0
    private var mantissa: UInt64 = 0
    private var exponent = 0

    private(set) var isNegative = false
    private(set) var hasWhole = false
    private(set) var hasExponent = false
    private(set) var mark: UInt8 = 0
    /// How many digits stand behind the mark.
    private(set) var decimals = 0
    /// How many digits there are from the first that is not 0.
    private(set) var significant = 0

    init(_ base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// Reads the whole text; false if it is not a number.
    mutating func read(allowsComma: Bool) -> Bool {
        if count > 0, base[0] == UInt8(ascii: "-") {
            isNegative = true
            offset = 1
        }
        let start = offset
        readDigits()
        let wholeDigits = offset - start
        hasWhole = wholeDigits > 0
        if wholeDigits > 1, base[start] == UInt8(ascii: "0") { return false }
        if offset < count,
            base[offset] == UInt8(ascii: ".") || (allowsComma && base[offset] == UInt8(ascii: ","))
        {
            mark = base[offset]
            offset += 1
            let first = offset
            readDigits()
            decimals = offset - first
            if decimals == 0 { return false }
        }
        guard hasWhole || decimals > 0 else { return false }
        return offset == count || readExponent()
    }

    private mutating func readDigits() {
        while offset < count, base[offset] &- 0x30 < 10 {
            let digit = base[offset] &- 0x30
            if significant > 0 || digit != 0 {
                significant += 1
                if significant <= 17 { mantissa = mantissa &* 10 &+ UInt64(digit) }
            }
            offset += 1
        }
    }

    private mutating func readExponent() -> Bool {
        guard base[offset] | 0x20 == UInt8(ascii: "e") else { return false }
        hasExponent = true
        offset += 1
        var isMinus = false
        if offset < count, base[offset] == UInt8(ascii: "-") || base[offset] == UInt8(ascii: "+") {
            isMinus = base[offset] == UInt8(ascii: "-")
            offset += 1
        }
        let digits = count - offset
        guard (1...3).contains(digits) else { return false }
        while offset < count {
            guard base[offset] &- 0x30 < 10 else { return false }
            exponent = exponent * 10 + Int(base[offset] &- 0x30)
            offset += 1
        }
        if isMinus { exponent = -exponent }
        return true
    }

    /// The number without its sign, correctly rounded.
    func magnitude(of text: UnsafeBufferPointer<UInt8>) -> Double? {
        let power = exponent - decimals
        // Both factors are exact, so that one rounding is left (Clinger 1990).
        if mantissa < 1 << 53, abs(power) <= 22 {
            let exact = Double(mantissa)
            return power < 0 ? exact / powersOfTen[-power] : exact * powersOfTen[power]
        }
        let bytes = text.lazy.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        return Double(String(decoding: bytes, as: UTF8.self)).map(\.magnitude)
    }
}

/// 10⁰ to 10²², the powers that a Double holds exactly.
let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
