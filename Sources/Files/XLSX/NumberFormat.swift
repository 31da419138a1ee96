import Base

/// What a cell's number format makes of a number.
enum NumberFormat: Equatable {
    /// A number, also a time of day or a duration.
    case number
    case date
    case dateTime

    /// The format of a built-in id that no `numFmt` element defines (ECMA-376 part 1, 18.8.30).
    ///
    /// Of the East Asian ids some are dates in one language and times in another; they count as
    /// dates, because a time of day is a number below 1, which no date is.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 34...36, 50...58: self = .date
        case 22: self = .dateTime
        default: self = .number
        }
    }

    /// What the format `code` shows: a date where it has a year, a day or a lone month.
    ///
    /// Quoted text, escapes, colours, conditions and languages in brackets say nothing; minutes and
    /// months are both `m`, told apart by the hours and seconds beside them.
    init(code: String) {
        var hasDay = false
        var hasClock = false
        var hasMonthOrMinute = false
        for letter in NumberFormat.letters(of: code) {
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDay = true
            case UInt8(ascii: "h"), UInt8(ascii: "s"): hasClock = true
            case UInt8(ascii: "m"): hasMonthOrMinute = true
            default: break
            }
        }
        if hasDay {
            self = hasClock ? .dateTime : .date
        } else {
            self = hasMonthOrMinute && !hasClock ? .date : .number
        }
    }

    /// The letters of a format's first section that stand for something, in lower case.
    private static func letters(of code: String) -> [UInt8] {
        let bytes = Array(code.lowercased().utf8)
        var letters: [UInt8] = []
        var i = 0
        while i < bytes.count, bytes[i] != UInt8(ascii: ";") {
            switch bytes[i] {
            case UInt8(ascii: "\""): i = position(of: "\"", in: bytes, from: i + 1)
            case UInt8(ascii: "["):
                let end = position(of: "]", in: bytes, from: i + 1)
                // [h], [mm] and [ss] count elapsed time: a duration, whatever else there is.
                let inside = Set(bytes[min(i + 1, bytes.count)..<min(end, bytes.count)])
                if inside.count == 1, inside.isSubset(of: Set("hms".utf8)) { return [] }
                i = end
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): i += 1
            default:
                let rest = bytes[i...]
                if rest.starts(with: "am/pm".utf8) {
                    i += 4
                } else if rest.starts(with: "a/p".utf8) {
                    i += 2
                } else if rest.starts(with: "general".utf8) {
                    i += 6
                } else {
                    letters.append(bytes[i])
                }
            }
            i += 1
        }
        return letters
    }

    private static func position(of mark: Unicode.Scalar, in bytes: [UInt8], from: Int) -> Int {
        guard from < bytes.count else { return bytes.count }
        return bytes[from...].firstIndex(of: UInt8(ascii: mark)) ?? bytes.count
    }
}

/// What the styles part says about each cell style: its number format.
struct CellStyles {
    /// By the number that a cell's `s` attribute gives.
    private(set) var formats: [NumberFormat] = []
    /// What numbers look like in print, by the same number.
    private(set) var printed: [PrintedFormat] = []

    /// The styles of a workbook without a styles part: every number is a number.
    init() {}

    /// Reads the styles part to its end.
    init(_ part: consuming XMLStream) throws(Problems) {
        var stream = part
        try stream.openRoot("styleSheet")
        let numFmt = stream.intern("numFmt")
        let cellXfs = stream.intern("cellXfs")
        let xf = stream.intern("xf")
        let id = stream.intern("numFmtId")
        let code = stream.intern("formatCode")
        var custom: [Int: NumberFormat] = [:]
        var printedCustom: [Int: PrintedFormat] = [:]
        var ids: [Int] = []
        var isInCells = false
        reading: while true {
            switch try stream.next() {
            case .start:
                let number = stream.attribute(id).flatMap { Int($0) } ?? 0
                if stream.name == numFmt, let code = stream.attribute(code) {
                    custom[number] = NumberFormat(code: code)
                    printedCustom[number] = PrintedFormat(code: code)
                } else if stream.name == cellXfs {
                    isInCells = true
                } else if stream.name == xf, isInCells {
                    ids.append(number)
                }
            case .end: if stream.name == cellXfs { isInCells = false }
            case .text: break
            case .finished: break reading
            }
        }
        formats = ids.map { custom[$0] ?? NumberFormat(builtIn: $0) }
        printed = ids.map { printedCustom[$0] ?? PrintedFormat(builtIn: $0) }
    }

    /// The number format of a cell with the style `number`.
    subscript(number: Int) -> NumberFormat {
        formats.indices.contains(number) ? formats[number] : .number
    }
}
