import CXML2
import Survey

/// How a cell writes its value: the `t` attribute.
enum CellType {
    case number
    case sharedText
    case inlineText
    /// Text that a formula gave.
    case formulaText
    case boolean
    case error
    /// A point in time in ISO 8601.
    case isoDate
    case unknown

    /// The type that the attribute's bytes name; a number where there is no attribute.
    init(_ bytes: UnsafePointer<xmlChar>?) {
        guard let bytes else {
            self = .number
            return
        }
        switch (bytes[0], bytes[0] == 0 ? 0 : bytes[1]) {
        case (UInt8(ascii: "n"), 0): self = .number
        case (UInt8(ascii: "s"), 0): self = .sharedText
        case (UInt8(ascii: "b"), 0): self = .boolean
        case (UInt8(ascii: "e"), 0): self = .error
        case (UInt8(ascii: "d"), 0): self = .isoDate
        default:
            switch String(cString: bytes) {
            case "str": self = .formulaText
            case "inlineStr": self = .inlineText
            default: self = .unknown
            }
        }
    }
}

/// Turns the bytes of a cell into what it holds.
struct CellDecoder {
    enum Outcome {
        case value(SheetValue)
        case nothing
        /// What is wrong, to follow “the cell”.
        case wrong(String)
    }

    let texts: SharedTexts
    let styles: CellStyles
    let dates: SerialDate

    /// What `bytes` mean in a cell of that type and style.
    func decode(_ bytes: [UInt8], type: CellType, style: Int) -> Outcome {
        if type == .inlineText || type == .formulaText {
            return bytes.isEmpty ? .nothing : .value(.text(RichText.text(bytes)))
        }
        let trimmed = bytes.trimmingXMLSpace
        if trimmed.isEmpty { return .nothing }
        switch type {
        case .unknown: return .wrong("has a type that workbooks do not have")
        case .sharedText:
            guard let number = trimmed.wholeNumber, let text = texts[number] else {
                return .wrong("refers to a text that is not there")
            }
            return text.isEmpty ? .nothing : .value(.text(text))
        case .boolean: return boolean(trimmed)
        case .error: return .value(.error(String(decoding: trimmed, as: UTF8.self)))
        case .isoDate: return isoDate(trimmed)
        default: return number(trimmed, style: style)
        }
    }

    private func number(_ bytes: ArraySlice<UInt8>, style: Int) -> Outcome {
        guard let number = bytes.wholeNumber.map(Double.init) ?? bytes.decimalNumber else {
            return .wrong("should hold a number and does not")
        }
        let format = styles[style]
        guard format != .number, let seconds = dates.seconds(number) else {
            return .value(.number(number))
        }
        // A time of day is never lost, even where the format shows the day alone.
        let hasTime = format == .dateTime || seconds.truncatingRemainder(dividingBy: 86_400) != 0
        return .value(.date(seconds: seconds, hasTime ? .second : .day))
    }

    private func boolean(_ bytes: ArraySlice<UInt8>) -> Outcome {
        switch String(decoding: bytes, as: UTF8.self) {
        case "1", "true", "TRUE": .value(.boolean(true))
        case "0", "false", "FALSE": .value(.boolean(false))
        default: .wrong("holds a truth value that is neither 0 nor 1")
        }
    }

    /// A date such as `2024-01-31` or `2024-01-31T10:20:30Z`; times alone stay text.
    private func isoDate(_ bytes: ArraySlice<UInt8>) -> Outcome {
        guard let date = bytes.withUnsafeBufferPointer({ WrittenDate($0) }) else {
            return .value(.text(String(decoding: bytes, as: UTF8.self)))
        }
        return .value(.date(seconds: date.seconds, date.precision))
    }
}

/// The addresses of cells.
enum CellReference {
    /// The column of an address such as `AB12`, A being 0; nil for what is no address.
    static func column(_ bytes: UnsafePointer<xmlChar>) -> Int? {
        var column = 0
        var i = 0
        while i < 4 {
            switch bytes[i] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                column = column * 26 + Int(bytes[i] - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                column = column * 26 + Int(bytes[i] - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return i == 0 ? nil : column - 1
            default: return nil
            }
            i += 1
        }
        return nil
    }

    /// The whole number that `bytes` write; nil for anything else, or over nine digits.
    static func number(_ bytes: UnsafePointer<xmlChar>) -> Int? {
        var number = 0
        var i = 0
        while i < 10, bytes[i] != 0 {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[i] else { return nil }
            number = number * 10 + Int(bytes[i] - UInt8(ascii: "0"))
            i += 1
        }
        return i == 0 || i == 10 ? nil : number
    }
}

extension ArraySlice<UInt8> {
    /// The whole number that the bytes write in up to fifteen digits.
    var wholeNumber: Int? {
        let isNegative = first == UInt8(ascii: "-")
        let digits = isNegative ? dropFirst() : self
        guard (1...15).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -number : number
    }

    /// The finite decimal number that the bytes write.
    var decimalNumber: Double? {
        // Swift also reads hexadecimal, "nan" and "inf", which workbooks never write.
        let isPlain = allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        guard isPlain, let number = Double(String(decoding: self, as: UTF8.self)) else {
            return nil
        }
        return number.isFinite ? number : nil
    }
}

extension [UInt8] {
    /// The bytes without XML's white space at both ends.
    fileprivate var trimmingXMLSpace: ArraySlice<UInt8> {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let start = firstIndex { !isSpace($0) } ?? endIndex
        let end = lastIndex { !isSpace($0) } ?? start - 1
        return self[start..<(end + 1)]
    }
}
