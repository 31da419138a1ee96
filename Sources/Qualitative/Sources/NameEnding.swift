/// What follows a name in a text, so that it can follow another.
enum NameEnding: Sendable, Hashable {
    case none
    case turkic(TurkicEnding)
    case russian(RussianEnding)
    /// The English 's.
    case possessive

    /// The ending with which `word` is a form of `name`, both folded; nil where it is none.
    static func read(
        _ word: [Unicode.Scalar],
        of name: [Unicode.Scalar],
        _ language: String
    ) -> NameEnding? {
        if word == name { return NameEnding.none }
        guard let last = name.last else { return nil }
        if last.isASCII {
            if word.starts(with: name), word.dropFirst(name.count).elementsEqual(["'", "s"]) {
                return .possessive
            }
            return turkic(word, name, .uzbekLatin).map { .turkic($0.ending) }
        }
        return cyrillic(word, name, language)
    }

    /// The language's own endings first; then those that the name asks for, then all.
    private static func cyrillic(
        _ word: [Unicode.Scalar],
        _ name: [Unicode.Scalar],
        _ language: String
    ) -> NameEnding? {
        let russian = RussianEnding.read(word, of: name).map { NameEnding.russian($0) }
        let kyrgyz = turkic(word, name, .kyrgyz)
        let uzbek = turkic(word, name, .uzbekCyrillic)
        let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        if code == "ru", let russian { return russian }
        if code == "uz", let uzbek { return .turkic(uzbek.ending) }
        for found in [kyrgyz, uzbek].compactMap(\.self) where found.isRegular {
            return .turkic(found.ending)
        }
        if code != "ky", let russian { return russian }
        return (kyrgyz ?? uzbek).map { .turkic($0.ending) } ?? russian
    }

    private static func turkic(
        _ word: [Unicode.Scalar],
        _ name: [Unicode.Scalar],
        _ tongue: TurkicEnding.Tongue
    ) -> (ending: TurkicEnding, isRegular: Bool)? {
        guard word.count >= name.count else { return nil }
        let letters = word.dropFirst(name.count)
        if word.starts(with: name) { return TurkicEnding.read(letters, after: name, tongue) }
        // The last letter may have softened.
        guard let last = name.last, let soft = TurkicEnding.soft[last] else { return nil }
        let softened = Array(name.dropLast()) + [soft]
        guard word.starts(with: softened), let first = letters.first,
            TurkicEnding.vowels.contains(first)
        else { return nil }
        return TurkicEnding.read(letters, after: softened, tongue)
    }

    /// `word`, a pseudonym as it stands in the list, with the ending.
    func written(after word: String) -> String {
        let lower = Array(word.lowercased().unicodeScalars)
        switch self {
        case .none: return word
        case .possessive: return word + "'s"
        case .turkic(let ending):
            // A pseudonym in brackets or with a number takes the ending as it would a letter.
            let stem = ending.softened(lower)
            return Self.cased(stem, as: word)
                + String(String.UnicodeScalarView(ending.written(after: stem)))
        case .russian(let ending): return Self.cased(ending.written(lower), as: word)
        }
    }

    /// Letters in lower case, with the case of `word` where both are the same letter.
    private static func cased(_ letters: [Unicode.Scalar], as word: String) -> String {
        var result = String.UnicodeScalarView()
        let own = Array(word.unicodeScalars)
        for (index, letter) in letters.enumerated() {
            let isOwn =
                index < own.count
                && own[index].properties.lowercaseMapping.unicodeScalars.elementsEqual([letter])
            result.append(isOwn ? own[index] : letter)
        }
        return String(result)
    }
}
