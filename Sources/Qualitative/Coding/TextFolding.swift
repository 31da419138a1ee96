/// How texts are compared in searches: without case, and with one sign for the many apostrophes.
///
/// Letters are in lower case; ё is е; Latin letters have no accents; the apostrophes of Uzbek (ʻ ʼ ‘ ’ ')
/// are one, and so are quotation marks, dashes and blanks. Marks over letters and invisible signs are
/// left out, but й stays й however it is written. Each folded scalar knows the one it came from.
enum TextFolding {
    /// The folded scalars of `text`, and the position in `text` of each.
    static func fold(_ text: some Sequence<Unicode.Scalar>) -> (
        scalars: [Unicode.Scalar], positions: [Int]
    ) {
        var scalars: [Unicode.Scalar] = []
        var positions: [Int] = []
        for (position, scalar) in text.enumerated() {
            let folded = fold(scalar, after: scalars.last)
            switch folded {
            case .none: break
            case .one(let scalar):
                scalars.append(scalar)
                positions.append(position)
            case .several(let all):
                scalars += all
                positions += all.map { _ in position }
            case .replacing(let scalar): scalars[scalars.count - 1] = scalar
            }
        }
        return (scalars, positions)
    }

    /// `text` folded.
    static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: fold(text.unicodeScalars).scalars)
        return String(result)
    }

    /// What stands for a scalar.
    enum Folded: Sendable, Hashable {
        case none
        case one(Unicode.Scalar)
        case several([Unicode.Scalar])
        /// In place of the scalar before: и with a breve is й.
        case replacing(Unicode.Scalar)
    }

    static func fold(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Folded {
        if scalar.isASCII {
            if scalar.value < 0x21 { return .one(" ") }
            let isCapital = (0x41...0x5A).contains(scalar.value)
            return .one(isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
        }
        if let sign = signs[scalar] { return .one(sign) }
        if scalar == "\u{306}", previous == "и" { return .replacing("й") }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .format: return .none
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .one(" ")
        default: break
        }
        let lower = properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let one = lower.first else {
            return .several(lower.filter { $0.properties.generalCategory != .nonspacingMark })
        }
        return .one(signs[one] ?? one)
    }

    /// Scalars that are written in several ways, with the one that stands for them.
    private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("'", "ʻʼʹʽ‘’‛`´′"), ("\"", "“”„‟«»″"), ("-", "‐‑‒–—―−"), ("е", "ё"),
            ("a", "àáâãäåā"), ("c", "çćč"), ("e", "èéêëēė"), ("g", "ğ"), ("i", "ìíîïīı"),
            ("n", "ñń"), ("o", "òóôõöøō"), ("s", "şšș"), ("u", "ùúûüūů"), ("y", "ýÿ"), ("z", "žźż"),
        ]
        var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (sign, others) in groups {
            for scalar in others.unicodeScalars { signs[scalar] = sign }
        }
        return signs
    }()
}
