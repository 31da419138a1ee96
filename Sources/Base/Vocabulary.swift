/// A word of a vocabulary: a code that files use, and what people read for it.
package struct Term: Hashable, Sendable {
    /// Lower-case Latin letters, digits and underscores: "religious_education".
    package let code: String
    package let name: LocalText
    /// The code of the term above; nil at the top of the tree.
    package let parent: String?

    package init(_ code: String, _ name: LocalText, under parent: String? = nil) {
        self.code = code
        self.name = name
        self.parent = parent
    }
}

/// A closed list of words with a tree over them: places, needs, kinds of actor, activities.
///
/// The survey, the interviews, the map of actors and the case files use the same lists, so that what
/// they say of one place or one need can stand side by side.
package struct Vocabulary: Hashable, Sendable {
    /// The terms in their order; a code stands once.
    package private(set) var terms: [Term] = []
    private var positions: [String: Int] = [:]
    /// Codes and names in all languages, folded, with the position of their first term.
    private var spellings: [String: Int] = [:]

    /// A vocabulary of `terms`; of two with one code the first counts.
    package init(_ terms: [Term] = []) {
        for term in terms { add(term) }
    }

    /// Adds a term below those that are there; false where its code is taken.
    @discardableResult
    package mutating func add(_ term: Term) -> Bool {
        guard positions[term.code] == nil else { return false }
        let position = terms.count
        positions[term.code] = position
        terms.append(term)
        for spelling in [term.code] + Array(term.name.texts.values) {
            let folded = Self.folded(spelling)
            if spellings[folded] == nil { spellings[folded] = position }
        }
        return true
    }

    package var isEmpty: Bool { terms.isEmpty }

    package subscript(code: String) -> Term? { positions[code].map { terms[$0] } }

    /// The place of `code` in the order of the list.
    package func position(of code: String) -> Int? { positions[code] }

    /// The term that `text` names by its code or by its name in any language, upper and lower case
    /// alike; nil where there is none.
    package func term(named text: String) -> Term? {
        spellings[Self.folded(text)].map { terms[$0] }
    }

    /// What people read for `code` in `language`; the code itself where the list lacks it.
    package func name(of code: String, in language: String) -> String {
        guard let term = self[code] else { return code }
        let text = term.name.text(in: language)
        return text.isEmpty ? code : text
    }

    /// The terms straight below `code`; those at the top where it is nil.
    package func children(of code: String?) -> [Term] { terms.filter { $0.parent == code } }

    /// `code` and everything above it, from below; ends where a parent is unknown or comes again.
    package func path(of code: String) -> [String] {
        var path: [String] = []
        var next: String? = code
        while let current = next, let term = self[current], !path.contains(current) {
            path.append(current)
            next = term.parent
        }
        return path
    }

    /// Whether `code` is `ancestor` or stands somewhere below it.
    package func contains(_ code: String, within ancestor: String) -> Bool {
        path(of: code).contains(ancestor)
    }

    /// The code or name that a person most likely meant by `text`.
    package func nearest(to text: String) -> String? {
        nearestName(to: text, in: terms.flatMap { [$0.code] + $0.name.texts.values.sorted() })
    }

    /// `text` as names are compared: lower case, one blank or underscore alike, no blanks at the ends.
    private static func folded(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
            .joined(separator: " ")
    }
}
