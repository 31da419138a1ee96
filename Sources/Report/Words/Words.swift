/// The catalogue in one language: what Ashar says there for each key.
package struct Words: Sendable, Hashable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// A value that takes a place in a phrase.
    package enum Value: Sendable, Hashable, ExpressibleByStringInterpolation,
        ExpressibleByIntegerLiteral
    {
        case text(String)
        /// A whole number, written as the language writes it; it may choose a plural.
        case count(Int)

        package init(stringLiteral text: String) { self = .text(text) }
        package init(integerLiteral number: Int) { self = .count(number) }
    }

    /// What the key says, with `values` in its places.
    ///
    /// A place without a value is a programmer's mistake; it stays visible as "{name}".
    package func callAsFunction(_ key: some WordKey, _ values: [String: Value] = [:]) -> String {
        let text = key.phrase.text(in: language)
        guard text.contains("{") else { return text }
        guard let pieces = PhrasePiece.parse(text) else {
            preconditionFailure("the catalogue's tests let no such text pass: \(text)")
        }
        return write(pieces, values, number: nil)
    }

    private func write(_ pieces: [PhrasePiece], _ values: [String: Value], number: Int?) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .number: number.map { written(.count($0)) } ?? "#"
            case .place(let name): values[name].map(written) ?? "{\(name)}"
            case .plural(let name, let forms): plural(name, forms, values)
            }
        }
        .joined()
    }

    private func plural(
        _ name: String,
        _ forms: [Language.PluralCategory: [PhrasePiece]],
        _ values: [String: Value]
    ) -> String {
        guard case .count(let number) = values[name] else { return "{\(name)}" }
        let form = forms[language.pluralCategory(of: number)] ?? forms[.other] ?? []
        return write(form, values, number: number)
    }

    private func written(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .count(let number): language.numbers.text(Double(number))
        }
    }
}
