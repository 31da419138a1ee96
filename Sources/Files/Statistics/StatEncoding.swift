import Glibc

/// How the texts of a statistics file become text.
struct StatEncoding: Sendable {
    /// The encoding's name as iconv knows it.
    let name: String
    /// Whether the name is our guess, not the file's word.
    let isGuess: Bool

    /// The encoding of a file that claims `claimed` (empty: nothing) and holds `texts`.
    ///
    /// SPSS files name theirs, Stata's up to version 13 do not, and files from Windows often claim
    /// Windows-1252 (Western) while they hold Windows-1251 (Cyrillic). So where the claim is empty,
    /// Windows-1252, or unknown to the system, the texts decide: UTF-8 when all of them are valid
    /// UTF-8; Windows-1251 when most letters above ASCII stand beside another one, as in Cyrillic
    /// words (in Western ones "é" or "ß" stand alone); else Windows-1252.
    init(claimed: String, texts: [[UInt8]]) {
        let isOpen = claimed.isEmpty || claimed.uppercased() == "WINDOWS-1252"
        if !isOpen, claimed.uppercased() == "UTF-8" || StatEncoding.isKnown(claimed) {
            self.init(name: claimed, isGuess: false)
            return
        }
        let foreign = texts.filter { $0.contains { $0 >= 0x80 } }
        if foreign.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) {
            self.init(name: "UTF-8", isGuess: false)
        } else if StatEncoding.looksCyrillic(foreign) {
            self.init(name: "WINDOWS-1251", isGuess: true)
        } else {
            self.init(name: "WINDOWS-1252", isGuess: claimed.isEmpty || !isOpen)
        }
    }

    init(name: String, isGuess: Bool) {
        self.name = name
        self.isGuess = isGuess
    }

    private static func isKnown(_ name: String) -> Bool {
        guard let converter = iconv_open("UTF-8", name), converter != invalid else { return false }
        iconv_close(converter)
        return true
    }

    private static func looksCyrillic(_ texts: [[UInt8]]) -> Bool {
        var high = 0
        var beside = 0
        for text in texts {
            for (index, byte) in text.enumerated() where byte >= 0xC0 {
                high += 1
                let before = index > 0 && text[index - 1] >= 0xC0
                let after = index + 1 < text.count && text[index + 1] >= 0xC0
                if before || after { beside += 1 }
            }
        }
        return beside * 2 > high
    }
}

/// iconv's sign that it could not open a converter: (iconv_t)-1.
private var invalid: iconv_t? { iconv_t(bitPattern: -1) }

/// Turns bytes into text, counting what it had to replace.
struct StatTextReader {
    let encoding: StatEncoding
    /// How many texts held bytes that are no letters in the encoding.
    private(set) var badTexts = 0

    init(_ encoding: StatEncoding) {
        self.encoding = encoding
    }

    /// The text of `bytes`; what is no letter in the encoding becomes U+FFFD.
    mutating func text(_ bytes: [UInt8]) -> String { texts([bytes])[0] }

    /// The texts of `all`, in their order.
    mutating func texts(_ all: [[UInt8]]) -> [String] {
        let isUTF8 = encoding.name.uppercased() == "UTF-8"
        let opened = isUTF8 ? nil : iconv_open("UTF-8", encoding.name)
        let converter = opened == invalid ? nil : opened
        defer { if let converter { iconv_close(converter) } }
        return all.map { bytes in
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            if let converter {
                let converted = convert(bytes, converter)
                if converted.bad > 0 { badTexts += 1 }
                return String(decoding: converted.utf8, as: UTF8.self)
            }
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            badTexts += 1
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The bytes in UTF-8, and how many had to be replaced.
    private func convert(_ bytes: [UInt8], _ converter: iconv_t) -> (utf8: [UInt8], bad: Int) {
        var source = bytes.map { CChar(bitPattern: $0) }
        // No character of one byte or more needs more than four bytes in UTF-8.
        var target = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var (read, written, bad) = (0, 0, 0)
        while read < source.count {
            let isDone = source.withUnsafeMutableBufferPointer { source in
                target.withUnsafeMutableBufferPointer { target in
                    convertStep(converter, source, target, &read, &written)
                }
            }
            if isDone || read >= source.count || written + 4 > target.count { break }
            for byte in "\u{FFFD}".utf8 {
                target[written] = CChar(bitPattern: byte)
                written += 1
            }
            read += 1
            bad += 1
        }
        return (target[..<written].map { UInt8(bitPattern: $0) }, bad)
    }
}

/// Converts from `read` on until the end (true) or a byte that is no letter (false).
private func convertStep(
    _ converter: iconv_t,
    _ source: UnsafeMutableBufferPointer<CChar>,
    _ target: UnsafeMutableBufferPointer<CChar>,
    _ read: inout Int,
    _ written: inout Int
) -> Bool {
    var from = source.baseAddress?.advanced(by: read)
    var to = target.baseAddress?.advanced(by: written)
    var left = source.count - read
    var room = target.count - written
    let result = iconv(converter, &from, &left, &to, &room)
    read = source.count - left
    written = target.count - room
    return result != Int(bitPattern: UInt.max)
}
