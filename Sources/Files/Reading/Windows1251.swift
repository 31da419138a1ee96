/// The code page of older Russian Windows programs.
enum Windows1251 {
    /// `bytes` as UTF-8.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = upperHalf.map { Array(String($0).utf8) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: encoded[Int(byte) - 0x80])
            }
        }
        return text
    }

    /// Whether the bytes above 0x7F look like Cyrillic words with the signs that go with them.
    ///
    /// Nearly all must be letters or common signs (« » “ ” – — № …), and most letters must stand
    /// beside another: in French or German text in Windows-1252 such bytes stand alone.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var letters = 0
        var beside = 0
        var others = 0
        var before: UInt8 = 0
        for byte in bytes {
            if isLetter(byte) {
                letters += 1
                if isLetter(before) { beside += 1 }
            } else if byte >= 0x80, !commonSigns.contains(byte) {
                others += 1
            }
            before = byte
        }
        return letters > 0 && others * 20 <= letters && beside * 2 >= letters
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0xC0 || byte == 0xA8 || byte == 0xB8
    }

    /// “ ” „ ‘ ’ « » – — … № · ° § and the space that does not break.
    private static let commonSigns: Set<UInt8> = [
        0x93, 0x94, 0x84, 0x91, 0x92, 0xAB, 0xBB, 0x96, 0x97, 0x85, 0xB9, 0xB7, 0xB0, 0xA7, 0xA0,
    ]

    /// The characters of 0x80 to 0xFF (Unicode mapping table CP1251.TXT; 0x98 is not assigned).
    private static let upperHalf: [Unicode.Scalar] = Array(
        """
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
        ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
        \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
        °±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмнопрстуфхцчшщъыьэюя
        """.unicodeScalars
    )
}
