package import Base
import Kernels

/// The text of a file as UTF-8, whatever its encoding was.
///
/// UTF-8 and UTF-16 are told by their mark; UTF-16 without one by its zero bytes; what is not valid
/// UTF-8 is taken for Windows-1251 if it looks like Cyrillic words, and a note says so.
package struct DecodedText {
    /// The text; valid UTF-8 except where `problems` says otherwise.
    package var utf8: [UInt8]
    /// Where the text begins: behind the byte order mark, if there is one.
    package var start = 0
    package var problems: [Problem] = []

    /// The text of `bytes`, the content of the file that problems call `file`.
    ///
    /// - Throws: `text.not-text` for binary content, `text.unknown-encoding` when no encoding fits.
    package init(_ bytes: [UInt8], file: String) throws(Problems) {
        utf8 = bytes
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw Problems(unknownEncoding(file, "UTF-32"))
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            decodeUTF16(bytes, from: 2, isLittleEndian: true, file)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            decodeUTF16(bytes, from: 2, isLittleEndian: false, file)
        } else if let isLittleEndian = guessUTF16(bytes) {
            decodeUTF16(bytes, from: 0, isLittleEndian: isLittleEndian, file)
        } else {
            if isBinary(bytes) { throw Problems(notText(file)) }
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
            if !isValidUTF8(bytes) { try decodeInvalid(bytes, file) }
        }
    }

    /// Chooses between damaged UTF-8 and Windows-1251.
    private mutating func decodeInvalid(_ bytes: [UInt8], _ file: String) throws(Problems) {
        let damage = UTF8Damage(bytes)
        // In Windows-1251, next to nothing is well-formed UTF-8 by chance.
        if start == 3 || damage.sequences >= damage.places {
            for line in damage.lines.prefix(20) { problems.append(damaged(file, line: line)) }
            if damage.lines.count > 20 {
                problems.append(damaged(file, more: damage.lines.count - 20))
            }
            utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
        } else if Windows1251.isLikely(bytes) {
            utf8 = Windows1251.decode(bytes)
            problems.append(
                Problem(
                    .note,
                    "text.windows-1251",
                    at: .init(file),
                    "The file is not in UTF-8; it was read as Windows-1251.",
                    remedy: "Check that the letters look right; if not, save it again as UTF-8."
                )
            )
        } else {
            throw Problems(unknownEncoding(file, "neither UTF-8 nor Windows-1251"))
        }
    }

    private mutating func decodeUTF16(
        _ bytes: [UInt8],
        from offset: Int,
        isLittleEndian: Bool,
        _ file: String
    ) {
        let units = stride(from: offset, to: bytes.count - 1, by: 2).lazy.map { place in
            isLittleEndian
                ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
                : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
        }
        utf8 = []
        utf8.reserveCapacity(bytes.count)
        let isDamaged = transcode(
            units.makeIterator(),
            from: UTF16.self,
            to: UTF8.self,
            stoppingOnError: false
        ) { utf8.append($0) }
        if isDamaged || bytes.count % 2 == 1 { problems.append(damaged(file)) }
    }
}

/// Where a text is not UTF-8.
private struct UTF8Damage {
    /// The line of each place that is not UTF-8, each line once.
    private(set) var lines: [Int] = []
    /// How many places are not UTF-8.
    private(set) var places = 0
    /// How many characters of more than one byte are well-formed.
    private(set) var sequences = 0

    init(_ bytes: [UInt8]) {
        var line = 1
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): line += 1
            case .scalarValue(let scalar): if !scalar.isASCII { sequences += 1 }
            case .error:
                places += 1
                if lines.last != line { lines.append(line) }
            case .emptyInput: return
            }
        }
    }
}

/// Whether `bytes` are UTF-8; large texts are checked in parts side by side.
private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    let partSize = 1 << 22
    // A part begins at the first byte that begins a character.
    let bounds = (0...(bytes.count + partSize - 1) / partSize).map { part in
        var place = min(part * partSize, bytes.count)
        let most = min(place + 3, bytes.count)
        while place > 0, place < most, bytes[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }
    return sideBySide(bounds.count - 1) { part in
        bytes.withUnsafeBufferPointer { bytes in
            isValidPart(UnsafeBufferPointer(rebasing: bytes[bounds[part]..<bounds[part + 1]]))
        }
    }.allSatisfy(\.self)
}

private func isValidPart(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    var high: UInt64 = 0
    while offset + 8 <= raw.count {
        high |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
    }
    if high & 0x8080_8080_8080_8080 == 0, raw[offset...].allSatisfy({ $0 < 0x80 }) { return true }
    return (try? UTF8Span(validating: bytes.span)) != nil
}

/// Whether text begins as UTF-16 without a mark, and if so, whether the low byte comes first.
///
/// Separators, digits and line ends have a zero high byte, so zeros stand at one parity only.
private func guessUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(4096)
    guard head.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
    let enough = max(2, head.count / 20)
    if zeros[0] == 0, zeros[1] >= enough { return true }
    if zeros[1] == 0, zeros[0] >= enough { return false }
    return nil
}

/// Whether more than a tenth of the first bytes are control characters that text does not have.
private func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
    return controls * 10 > head.count
}

// MARK: - Problems

private func notText(_ file: String) -> Problem {
    Problem(
        .error,
        "text.not-text",
        at: .init(file),
        "The file is not text: it holds bytes that no text has.",
        remedy: "Is it the right file? Export it again, as CSV in UTF-8."
    )
}

private func unknownEncoding(_ file: String, _ name: String) -> Problem {
    Problem(
        .error,
        "text.unknown-encoding",
        at: .init(file),
        "The text is in an encoding that is not read here (\(name)).",
        remedy: "Save it again as UTF-8: in a spreadsheet, “CSV UTF-8”."
    )
}

private func damaged(_ file: String, line: Int? = nil, more: Int? = nil) -> Problem {
    Problem(
        .error,
        "text.damaged",
        at: .init(file, line: line),
        more.map { "\($0) more lines hold bytes that are no characters." }
            ?? "The text holds bytes that are no characters; they are shown as “\u{FFFD}”.",
        remedy: "Was the file cut or joined by hand? Export it again, as UTF-8."
    )
}
