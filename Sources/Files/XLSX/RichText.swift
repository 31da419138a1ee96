import Base

/// Text as workbooks write it: in runs of different looks, beside how it is read aloud.
enum RichText {
    /// The most bytes of one text; spreadsheets themselves stop at 32,767 letters.
    ///
    /// A text beyond it is not read to its end, but far enough to be longer than this.
    static let mostBytes = 1 << 20

    /// The element names of rich text, as one stream knows them.
    struct Names {
        let text: XMLStream.Name
        let run: XMLStream.Name

        init(_ stream: borrowing XMLStream) {
            text = stream.intern("t")
            run = stream.intern("r")
        }
    }

    /// Adds the text of the element that has just started to `buffer`, to the element's end.
    ///
    /// Runs are joined. Phonetic runs, and everything else that is not text, are passed over.
    static func read(
        _ stream: inout XMLStream,
        _ names: Names,
        into buffer: inout [UInt8]
    ) throws(Problems) {
        let outside = stream.depth - 1
        while true {
            switch try stream.next() {
            case .start:
                if stream.name == names.text {
                    try readPlain(&stream, into: &buffer)
                } else if stream.name != names.run {
                    try stream.skipElement()
                }
            case .end: if stream.depth == outside { return }
            case .text: break
            case .finished: return
            }
        }
    }

    /// Adds the text directly in the element that has just started to `buffer`, to its end.
    static func readPlain(
        _ stream: inout XMLStream,
        into buffer: inout [UInt8]
    ) throws(Problems) {
        let outside = stream.depth - 1
        while true {
            switch try stream.next() {
            case .start: try stream.skipElement()
            case .text: if buffer.count <= mostBytes { stream.appendText(to: &buffer) }
            case .end: if stream.depth == outside { return }
            case .finished: return
            }
        }
    }

    /// The text of `bytes`, with `_x000D_` and its like read as the characters they stand for.
    ///
    /// XML cannot hold control characters, so workbooks write them as four hexadecimal digits
    /// (ECMA-376 part 1, 22.9.2.19).
    static func text(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var units: [UInt16] = []
        let source = Array(text.utf16)
        var i = 0
        while i < source.count {
            if let unit = escapedUnit(source[i...]) {
                units.append(unit)
                i += 7
            } else {
                units.append(source[i])
                i += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The code unit that an escape at the start of `units` stands for; nil when there is none.
    private static func escapedUnit(_ units: ArraySlice<UInt16>) -> UInt16? {
        let escape = units.prefix(7)
        guard escape.count == 7, escape.starts(with: "_x".utf16), escape.last == 0x5F else {
            return nil
        }
        let digits = String(decoding: escape.dropFirst(2).dropLast(), as: UTF16.self)
        return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
    }

    /// The problem of a text longer than `mostBytes`.
    static func tooLong(at location: Problem.Location) -> Problem {
        Problem(
            .error,
            "xlsx.huge-cell",
            at: location,
            "A cell holds more than 1 MiB of text.",
            remedy: "Shorten it: spreadsheets hold at most 32,767 letters in a cell."
        )
    }
}
