/// One text that Ashar writes, in the three languages.
///
/// A text may hold places for values: `{name}`, and for whole numbers that change the words round them
/// `{n, plural, one{# person} other{# people}}`, where # stands for the number. The categories are
/// those of ``Language/pluralCategories``; the notation is ICU's MessageFormat.
package struct Phrase: Sendable, Hashable {
    package let en: String
    package let ru: String
    package let ky: String
    /// The languages whose text a person who speaks it natively has read.
    package let reviewed: Set<Language>

    /// A text in the three languages; a translation counts as unreviewed until a native reader's
    /// `reviewed` says otherwise.
    package init(en: String, ru: String, ky: String, reviewed: Set<Language> = [.en]) {
        self.en = en
        self.ru = ru
        self.ky = ky
        self.reviewed = reviewed
    }

    package func text(in language: Language) -> String {
        switch language {
        case .en: en
        case .ru: ru
        case .ky: ky
        }
    }
}

/// A key of the catalogue: one case for each text of a part of the product.
///
/// A key without a phrase does not compile; the tests ask every key for the same places in all
/// languages and for every plural category.
package protocol WordKey: CaseIterable, Sendable, Hashable {
    var phrase: Phrase { get }
}

/// What the pieces of a phrase's text are.
enum PhrasePiece: Sendable, Hashable {
    case text(String)
    case place(String)
    case plural(String, [Language.PluralCategory: [PhrasePiece]])
    /// The number of the plural around it.
    case number

    /// The pieces of `text`; nil when its braces or categories are wrong.
    static func parse(_ text: String) -> [PhrasePiece]? {
        var rest = text[...]
        guard let pieces = parse(&rest, isInner: false), rest.isEmpty else { return nil }
        return pieces
    }

    private static func parse(_ rest: inout Substring, isInner: Bool) -> [PhrasePiece]? {
        var pieces: [PhrasePiece] = []
        var text = ""
        func close() {
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
        }
        while let character = rest.first {
            if character == "}" {
                close()
                return isInner ? pieces : nil
            }
            rest.removeFirst()
            switch character {
            case "{":
                close()
                guard let place = place(&rest) else { return nil }
                pieces.append(place)
            case "#" where isInner:
                close()
                pieces.append(.number)
            default: text.append(character)
            }
        }
        close()
        return isInner ? nil : pieces
    }

    /// The place whose opening brace has been read.
    private static func place(_ rest: inout Substring) -> PhrasePiece? {
        let name = take(&rest) { $0.isLetter || $0.isNumber }
        guard !name.isEmpty, let next = rest.popFirst() else { return nil }
        if next == "}" { return .place(name) }
        guard next == ",", take(&rest, while: { $0 != "," }) == " plural", rest.popFirst() == ","
        else { return nil }
        var forms: [Language.PluralCategory: [PhrasePiece]] = [:]
        while true {
            _ = take(&rest) { $0 == " " }
            if rest.first == "}" { break }
            let word = take(&rest) { $0.isLetter }
            guard let category = Language.PluralCategory(rawValue: word), forms[category] == nil,
                rest.popFirst() == "{", let form = parse(&rest, isInner: true),
                rest.popFirst() == "}"
            else { return nil }
            forms[category] = form
        }
        rest.removeFirst()
        return forms[.other] == nil ? nil : .plural(name, forms)
    }

    private static func take(
        _ rest: inout Substring,
        while condition: (Character) -> Bool
    ) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }
}
