/// Measures text as the page sets it, so that drawings can place it without a browser.
package enum TextWidth {
    /// The width of `text` in px at the font size given.
    ///
    /// A letter that the page's fonts lack counts as 1 em, a mark that combines as nothing.
    package static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
        let widths = bold ? LetterWidths.bold : LetterWidths.regular
        var total = 0
        for scalar in text.unicodeScalars {
            if let width = widths[scalar.value] {
                total += Int(width)
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                total += 1_000
            }
        }
        return Double(total) * size / 1_000
    }

    /// The text broken into at most `limit` lines no wider than `width`.
    ///
    /// Breaks at spaces and after hyphens and slashes; a word too long for a line is broken
    /// anywhere. What does not fit in the last line ends in an ellipsis.
    package static func lines(
        _ text: String,
        width: Double,
        size: Double,
        bold: Bool = false,
        limit: Int = 3
    ) -> [String] {
        var lines: [String] = []
        var current = ""
        for piece in pieces(of: text) {
            for part in split(piece, width: width, size: size, bold: bold) {
                if current.isEmpty || of(trimmed(current + part), size: size, bold: bold) <= width {
                    current += part
                } else {
                    lines.append(trimmed(current))
                    current = part
                }
            }
        }
        if !trimmed(current).isEmpty { lines.append(trimmed(current)) }
        guard lines.count > limit, limit > 0 else { return lines }
        var last = lines[limit - 1]
        while !last.isEmpty, of(last + "…", size: size, bold: bold) > width { last.removeLast() }
        return Array(lines[..<(limit - 1)]) + [trimmed(last) + "…"]
    }

    /// Words with the space that follows them, so that joining the pieces gives the text back.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        for letter in text {
            let isBreak = letter == " " || letter == "\t" || letter.isNewline
            current.append(isBreak ? " " : letter)
            if isBreak || letter == "-" || letter == "/" || letter == "\u{2013}" {
                pieces.append(current)
                current = ""
            }
        }
        return current.isEmpty ? pieces : pieces + [current]
    }

    /// The piece, or its parts when it alone is wider than a line.
    private static func split(
        _ piece: String,
        width: Double,
        size: Double,
        bold: Bool
    ) -> [String] {
        guard of(trimmed(piece), size: size, bold: bold) > width else { return [piece] }
        var parts: [String] = []
        var current = ""
        for letter in piece {
            if !current.isEmpty, of(current + String(letter), size: size, bold: bold) > width {
                parts.append(current)
                current = ""
            }
            current.append(letter)
        }
        return parts + [current]
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
