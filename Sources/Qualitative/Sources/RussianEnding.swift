/// The cases of Russian names, by what the name ends with.
///
/// - SeeAlso: Zaliznyak (1977), *Grammaticheskiy slovar russkogo yazyka*, on proper names.
struct RussianEnding: Sendable, Hashable {
    enum Case: Int, Sendable, CaseIterable {
        case genitive
        case dative
        case accusative
        case instrumental
        case prepositional
        /// The family: Асановы.
        case family
        case ofFamily
        case withFamily
    }

    let grammaticalCase: Case
    /// Whether the name that was read ends as a woman's does: such names decline, but a woman's name that
    /// ends with a consonant does not (Айнуре, but Гүлзат).
    let isWoman: Bool
    /// Whether it ends as a man's does, with a consonant.
    let isMan: Bool

    /// What a name is without its ending, and its endings by case: the first of each is written, all
    /// are read.
    private struct Paradigm {
        let stem: [Unicode.Scalar]
        let endings: [Case: [String]]

        init(_ stem: some Sequence<Unicode.Scalar>, _ endings: [String]) {
            self.stem = Array(stem)
            var byCase: [Case: [String]] = [:]
            for (index, list) in endings.enumerated() where !list.isEmpty {
                byCase[Case.allCases[index]] = list.split(separator: "/").map(String.init)
            }
            self.endings = byCase
        }
    }

    /// The case in which `word` is a form of `name`, both in lower case; nil where it is none.
    static func read(_ word: [Unicode.Scalar], of name: [Unicode.Scalar]) -> RussianEnding? {
        for paradigm in paradigms(of: name) where word.starts(with: paradigm.stem) {
            let rest = Array(word.dropFirst(paradigm.stem.count))
            for one in Case.allCases {
                let isRight = paradigm.endings[one]?.contains { Array($0.unicodeScalars) == rest }
                if isRight == true {
                    let isWoman = name.last == "а" || name.last == "я"
                    let isMan = name.last.map { consonants.contains($0) } ?? false
                    return RussianEnding(grammaticalCase: one, isWoman: isWoman, isMan: isMan)
                }
            }
        }
        return nil
    }

    /// `name` in the case, in lower case; unchanged where it has no such form.
    func written(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if isWoman, let last = name.last, Self.consonants.contains(last), last != "й" {
            return name
        }
        let all = Self.paradigms(of: name)
        for paradigm in isMan && name.last == "ь" ? all.reversed() : all {
            if let ending = paradigm.endings[grammaticalCase]?.first {
                return paradigm.stem + Array(ending.unicodeScalars)
            }
        }
        return name
    }

    private static func paradigms(of name: [Unicode.Scalar]) -> [Paradigm] {
        guard let last = name.last, name.count > 1 else { return [] }
        let stem = name.dropLast()
        let before = stem.last ?? "а"
        let hisses = hissing.contains(last)
        func ends(_ endings: String...) -> Bool {
            endings.contains { name.count > $0.unicodeScalars.count + 1 && hasSuffix(name, $0) }
        }
        switch last {
        case "а":
            let isSoft = hissing.contains(before) || "гкх".unicodeScalars.contains(before)
            let woman = Paradigm(stem, [isSoft ? "и/ы" : "ы/и", "е", "у", "ой/ей/ою", "е"])
            guard ends("ова", "ева", "ёва", "ина", "ына") else { return [woman] }
            let surname = Paradigm(stem, ["ой", "ой", "у", "ой/ою", "ой"])
            return ends("ина", "ына") ? [woman, surname] : [surname, woman]
        case "я":
            if before == "а" || before == "я" {
                return [Paradigm(stem.dropLast(), ["ой", "ой", "ую", "ой/ою", "ой"])]
            }
            return [Paradigm(stem, ["и", before == "и" ? "и" : "е/и", "ю", "ей/ёй/ею", "е/и"])]
        case "й":
            if ends("ский", "цкий", "ый") {
                return [Paradigm(stem.dropLast(), ["ого", "ому", "ого", "им/ым", "ом"])]
            }
            return [Paradigm(stem, ["я", "ю", "я", "ем", before == "и" ? "и/е" : "е"])]
        case "ь":
            // Айгүль and Игорь: she stands first, since a second reading of и does no harm.
            return [
                Paradigm(stem, ["и", "и", "ь", "ью", "и"]),
                Paradigm(stem, ["я", "ю", "я", "ем", "е"]),
            ]
        default:
            guard consonants.contains(last) else { return [] }
            let man = Paradigm(name, ["а", "у", "а", hisses ? "ем/ом" : "ом", "е"])
            guard ends("ов", "ев", "ёв", "ин", "ын") else { return [man] }
            let surname = Paradigm(name, ["а", "у", "а", "ым", "е", "ы", "ых", "ыми"])
            return ends("ин", "ын") ? [man, surname] : [surname, man]
        }
    }

    private static let hissing = Set("жшщчц".unicodeScalars)
    private static let consonants = Set("бвгджзклмнпрстфхцчшщң".unicodeScalars)

    private static func hasSuffix(_ name: [Unicode.Scalar], _ suffix: String) -> Bool {
        name.suffix(suffix.unicodeScalars.count).elementsEqual(suffix.unicodeScalars)
    }
}
