/// The language of a codebook: its questions and answers in one language, Ashar's words in the same
/// where Ashar writes it, else in English.
package struct CodebookEdition: Sendable, Hashable {
    /// The code of the language of questions and answers.
    package let language: String
    let words: Words

    package init(_ language: String) {
        self.language = language
        words = Words(Language(code: language) ?? .en)
    }

    func callAsFunction(_ key: CodebookWord, _ values: [String: Words.Value] = [:]) -> String {
        words(key, values)
    }

    var numbers: NumberStyle { words.language.numbers }
}
