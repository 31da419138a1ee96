/// A text in one or more languages.
///
/// Languages are BCP 47 codes such as `en`, `ru`, `ky`; the empty code is a text whose language
/// nobody named (a form with a bare `label` column).
package struct LocalText: Hashable, Sendable {
    package private(set) var texts: [String: String]

    /// A text in the languages given; empty texts are dropped.
    package init(_ texts: [String: String]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    /// A text whose language nobody named.
    package init(_ text: String) {
        self.init(["": text])
    }

    /// Whether there is no text in any language.
    package var isEmpty: Bool { texts.isEmpty }

    /// The languages that have a text, sorted.
    package var languages: [String] { texts.keys.sorted() }

    /// The text in `language`; else the unnamed one; else the first by language code; else "".
    package func text(in language: String) -> String {
        texts[language] ?? texts[""] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    /// Sets the text in `language`; an empty text is not kept.
    package mutating func set(_ text: String, in language: String) {
        texts[language] = text.isEmpty ? nil : text
    }
}

extension LocalText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(text)
    }
}
