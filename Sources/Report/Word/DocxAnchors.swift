import Markup

/// The ids that links of a page lead to, each with the name of its bookmark.
///
/// Word's names allow letters, digits and low lines and 40 of them, so ids get a number instead.
struct DocxAnchors: Sendable {
    private var names: [String: String] = [:]

    /// The ids in `pieces` that a link in `pieces` leads to, in the order of the ids.
    init(of pieces: [Markup] = []) {
        var targets: Set<String> = []
        var ids: [String] = []
        Self.collect(pieces, &targets, &ids)
        for id in ids where targets.contains(id) && names[id] == nil {
            names[id] = "_Part\(names.count + 1)"
        }
    }

    /// The bookmark of `id`; nil where no link leads to it, or there is no such id.
    subscript(id: String) -> String? { names[id] }

    private static func collect(
        _ pieces: [Markup],
        _ targets: inout Set<String>,
        _ ids: inout [String]
    ) {
        for piece in pieces {
            switch piece {
            case .text, .style, .element("svg", _, _): continue
            case .group(let children): collect(children, &targets, &ids)
            case .element(_, let attributes, let children):
                if let id = attributes["id"] { ids.append(id) }
                if let address = attributes["href"], address.hasPrefix("#") {
                    targets.insert(String(address.dropFirst()))
                }
                collect(children, &targets, &ids)
            }
        }
    }
}

/// `address` as a part of the package may name it; nil for one that Word would stumble over.
///
/// What a URI may not hold (RFC 3986, section 2) is written as its bytes in percent; addresses over
/// 2,000 characters are refused.
func docxAddress(_ address: String) -> String? {
    guard isSafeAddress(address), !address.isEmpty, address != "#" else { return nil }
    let kept = Set("-._~:/?@!$&'()*+,;=".utf8)
    let bytes = Array(address.utf8)
    var written = ""
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
        let scalar = Unicode.Scalar(byte)
        let isWord =
            scalar.isASCII && scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
        let isEscape =
            byte == UInt8(ascii: "%") && bytes.count > index + 2 && isHex(bytes[index + 1])
            && isHex(bytes[index + 2])
        let beginsFragment = byte == UInt8(ascii: "#") && !hasFragment
        if beginsFragment { hasFragment = true }
        if isWord || kept.contains(byte) || isEscape || beginsFragment {
            written.unicodeScalars.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            written += "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
    return written.utf8.count <= 2_000 ? written : nil
}

private func isHex(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).isASCII && Unicode.Scalar(byte).properties.isASCIIHexDigit
}
