/// `text` as cells hold it: what XML cannot hold, and what looks like an escape, as an escape.
///
/// Control characters, U+FFFE and U+FFFF become `_x001F_` and the like; a text `_x001F_` that a person
/// wrote becomes `_x005F_x001F_` (ECMA-376 part 1, 22.9.2.19).
func escapedForCell(_ text: String) -> String {
    let needsNothing = text.utf8.allSatisfy { byte in
        byte != UInt8(ascii: "_") && byte != 0xEF && (byte >= 0x20 || byte == 0x0A || byte == 0x09)
    }
    if needsNothing { return text }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (i, scalar) in scalars.enumerated() {
        let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        if isControl || scalar == "\u{FFFE}" || scalar == "\u{FFFF}" {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
        } else if scalar == "_", looksLikeEscape(scalars[i...]) {
            result += "_x005F_"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Whether `scalars` begin with `_x`, four hexadecimal digits and `_`.
private func looksLikeEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let escape = scalars.prefix(7)
    return escape.count == 7 && escape.starts(with: "_x".unicodeScalars) && escape.last == "_"
        && escape.dropFirst(2).dropLast().allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
}
