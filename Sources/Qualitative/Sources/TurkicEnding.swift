/// The endings of Kyrgyz and Uzbek, which follow on one another and change with the word before.
///
/// A pattern writes what changes as capital letters: A is а, е, о or ө and I is ы, и, у or ү, by the
/// vowel before; N, L, D, G and B are н/д/т, л/д/т, д/т, г/к and б/п, by the sound before. Uzbek has G
/// alone, as g, k or q.
/// - SeeAlso: Kara (2003), *Kyrgyz*, chapter 3; Bodrogligeti (2003), *An Academic Reference Grammar of
///   Modern Literary Uzbek*, part 2.
struct TurkicEnding: Sendable, Hashable {
    enum Tongue: Sendable, CaseIterable {
        case kyrgyz
        case uzbekLatin
        case uzbekCyrillic
    }

    /// A piece of an ending, which may differ after a vowel.
    struct Piece: Sendable, Hashable {
        let afterConsonant: [Unicode.Scalar]
        let afterVowel: [Unicode.Scalar]

        init(_ afterConsonant: String, _ afterVowel: String? = nil) {
            self.afterConsonant = Array(afterConsonant.unicodeScalars)
            self.afterVowel = Array((afterVowel ?? afterConsonant).unicodeScalars)
        }
    }

    let tongue: Tongue
    let pieces: [Piece]

    /// The ending that `letters` are, after a word in lower case; nil where they are none.
    ///
    /// Any vowel and consonant of a group is taken, since people write as they speak; of several
    /// endings the one that the word asks for, then the shortest.
    static func read(
        _ letters: ArraySlice<Unicode.Scalar>,
        after stem: [Unicode.Scalar],
        _ tongue: Tongue
    ) -> (ending: TurkicEnding, isRegular: Bool)? {
        guard letters.count <= 16, let last = stem.last else { return nil }
        let isVowel = vowels.contains(last)
        var found: TurkicEnding?
        for ending in all[tongue] ?? [] where ending.fits(letters, afterVowel: isVowel) {
            if ending.written(after: stem) == Array(letters) { return (ending, true) }
            if found == nil { found = ending }
        }
        return found.map { ($0, false) }
    }

    /// The letters of the ending after a word in lower case.
    func written(after stem: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var written: [Unicode.Scalar] = []
        var vowel = stem.last { Self.vowels.contains($0) } ?? "а"
        var last = stem.last ?? "а"
        for sign in pattern(afterVowel: Self.vowels.contains(last)) {
            let letter = tongue == .kyrgyz ? Self.kyrgyz(sign, vowel, last) : Self.uzbek(sign, last)
            written.append(letter)
            last = letter
            if Self.vowels.contains(letter) { vowel = letter }
        }
        return written
    }

    /// A word before the ending: its last к or п softens before a vowel (Айбек, Айбегим).
    func softened(_ stem: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let last = stem.last, let soft = Self.soft[last],
            let first = pattern(afterVowel: false).first,
            Self.vowels.contains(first) || first == "I" || first == "A"
        else { return stem }
        return Array(stem.dropLast()) + [soft]
    }

    /// The last letter of a word as it may stand before a vowel.
    static let soft: [Unicode.Scalar: Unicode.Scalar] = ["к": "г", "п": "б", "k": "g"]
    static let vowels = Set("аеёиоуыэюяөүўaeiouAI".unicodeScalars)

    // MARK: -

    private func pattern(afterVowel: Bool) -> [Unicode.Scalar] {
        var pattern: [Unicode.Scalar] = []
        var isVowel = afterVowel
        for piece in pieces {
            pattern += isVowel ? piece.afterVowel : piece.afterConsonant
            isVowel = pattern.last.map { Self.vowels.contains($0) } ?? isVowel
        }
        return pattern
    }

    private func fits(_ letters: ArraySlice<Unicode.Scalar>, afterVowel: Bool) -> Bool {
        let pattern = pattern(afterVowel: afterVowel)
        return pattern.count == letters.count
            && zip(pattern, letters).allSatisfy { sign, letter in
                Self.choices[sign]?.contains(letter) ?? (sign == letter)
            }
    }

    private static let choices: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "A": Set("аеоөэ".unicodeScalars), "I": Set("ыиуү".unicodeScalars),
        "N": Set("ндт".unicodeScalars), "L": Set("лдт".unicodeScalars),
        "D": Set("дт".unicodeScalars), "G": Set("гкқgkq".unicodeScalars),
        "B": Set("бп".unicodeScalars),
    ]

    private static let voiceless = Set("кпстфхцчшщқkpstfq".unicodeScalars)

    private static func kyrgyz(
        _ sign: Unicode.Scalar,
        _ vowel: Unicode.Scalar,
        _ last: Unicode.Scalar
    ) -> Unicode.Scalar {
        let isHard = voiceless.contains(last)
        let isVowel = vowels.contains(last)
        switch sign {
        case "A": return wide[vowel] ?? "а"
        case "I": return narrow[vowel] ?? "ы"
        case "N": return isVowel ? "н" : isHard ? "т" : "д"
        case "L": return isVowel || last == "р" || last == "й" ? "л" : isHard ? "т" : "д"
        case "D": return isHard ? "т" : "д"
        case "G": return isHard ? "к" : "г"
        case "B": return isHard ? "п" : "б"
        default: return sign
        }
    }

    private static let wide: [Unicode.Scalar: Unicode.Scalar] = [
        "о": "о", "ё": "о", "е": "е", "и": "е", "э": "е", "ө": "ө", "ү": "ө",
    ]
    private static let narrow: [Unicode.Scalar: Unicode.Scalar] = [
        "о": "у", "ё": "у", "у": "у", "ю": "у", "е": "и", "и": "и", "э": "и", "ө": "ү", "ү": "ү",
    ]

    private static func uzbek(_ sign: Unicode.Scalar, _ last: Unicode.Scalar) -> Unicode.Scalar {
        guard sign == "G" else { return sign }
        switch last {
        case "k", "g": return "k"
        case "q": return "q"
        case "к", "г": return "к"
        case "қ", "ғ": return "қ"
        default: return last.isASCII || last == "'" ? "g" : "г"
        }
    }

    // MARK: - The lists

    /// Every ending of each tongue, shorter ones first.
    private static let all: [Tongue: [TurkicEnding]] = {
        var all: [Tongue: [TurkicEnding]] = [:]
        for tongue in Tongue.allCases {
            all[tongue] = lists(of: tongue).map { TurkicEnding(tongue: tongue, pieces: $0) }
                .enumerated().sorted { one, other in
                    (one.element.pieces.count, one.offset)
                        < (other.element.pieces.count, other.offset)
                }
                .map(\.element)
        }
        return all
    }()

    private static func lists(of tongue: Tongue) -> [[Piece]] {
        switch tongue {
        case .kyrgyz: kyrgyzLists
        case .uzbekLatin:
            uzbekLists(
                plural: "lar",
                owners: [
                    ("im", "m"), ("ing", "ng"), ("i", "si"), ("imiz", "miz"), ("ingiz", "ngiz"),
                ],
                cases: ["ning", "Ga", "ni", "da", "dan"],
                others: ["dagi", "niki", "dek", "day", "cha", "Gacha", "mi", "siz", "lik"]
            )
        case .uzbekCyrillic:
            uzbekLists(
                plural: "лар",
                owners: [
                    ("им", "м"), ("инг", "нг"), ("и", "си"), ("имиз", "миз"), ("ингиз", "нгиз"),
                ],
                cases: ["нинг", "Gа", "ни", "да", "дан"],
                others: ["даги", "ники", "дек", "дай", "ча", "Gача", "ми", "сиз", "лик"]
            )
        }
    }

    /// Plural, whose, case, and what may follow a case or stand in its place.
    private static let kyrgyzLists: [[Piece]] = {
        let plain = ["NIн", "GA", "NI", "DA", "DAн"]
        let third = ["нIн", "нA", "н", "ндA", "нAн"]
        let owners: [(Piece, cases: [String])] = [
            (Piece("Iм", "м"), ["NIн", "A", "NI", "DA", "DAн", "нAн"]),
            (Piece("Iң", "ң"), ["NIн", "A", "NI", "DA", "DAн", "нAн"]),
            (Piece("I", "сI"), third),
            (Piece("IбIз", "бIз"), plain), (Piece("IңIз", "ңIз"), plain),
        ]
        let others = ["DAгI", "NIкI", "DAй", "чA", "GAчA", "BI", "сIз", "LIк", "мIн", "сIң"]
        var lists: [[Piece]] = []
        for start in [[], [Piece("LAр")]] {
            for (owner, cases) in [(nil, plain)] + owners.map({ (Optional($0.0), $0.cases) }) {
                let stem = start + (owner.map { [$0] } ?? [])
                if !stem.isEmpty { lists.append(stem) }
                lists += cases.map { stem + [Piece($0)] }
                lists += others.map { stem + [Piece($0)] }
                lists += cases.map { stem + [Piece($0), Piece("BI")] }
                lists += third.map { stem + [Piece("NIкI"), Piece($0)] }
            }
        }
        return lists
    }()

    private static func uzbekLists(
        plural: String,
        owners: [(String, String)],
        cases: [String],
        others: [String]
    ) -> [[Piece]] {
        var lists: [[Piece]] = []
        for start in [[], [Piece(plural)]] {
            for owner in [nil] + owners.map({ Optional(Piece($0.0, $0.1)) }) {
                let stem = start + (owner.map { [$0] } ?? [])
                if !stem.isEmpty { lists.append(stem) }
                lists += (cases + others).map { stem + [Piece($0)] }
            }
        }
        return lists
    }
}
