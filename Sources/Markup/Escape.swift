/// Text with the characters that HTML and XML reserve written as entities.
///
/// Control characters that neither may hold are shown as U+FFFD.
package func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    appendEscaped(text, to: &output, inAttribute: false)
    return String(decoding: output, as: UTF8.self)
}

/// Appends `text` as character data, or as the value of an attribute in double quotation marks.
func appendEscaped(_ text: String, to output: inout [UInt8], inAttribute: Bool) {
    guard text.utf8.contains(where: isReserved) else {
        output.append(contentsOf: text.utf8)
        return
    }
    for scalar in text.unicodeScalars {
        if let entity = entity(for: scalar, inAttribute: inAttribute) {
            output.append(contentsOf: entity.utf8)
        } else {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

/// Whether a byte may begin a character that must not be written as it is; 0xEF begins U+FFFE.
private func isReserved(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
}

/// What is written in place of `scalar`; nil when it may stand as it is.
private func entity(for scalar: Unicode.Scalar, inAttribute: Bool) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": inAttribute ? "&quot;" : nil
    case "\r": "&#13;"
    case "\n": inAttribute ? "&#10;" : nil
    case "\t": inAttribute ? "&#9;" : nil
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: nil
    }
}
