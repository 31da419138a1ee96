/// What stands round the body of every page.
package enum PageWord: WordKey {
    case contents
    /// The name of the strip of warnings, for screen readers.
    case warning
    case skip
    /// The name of the links to the other languages, for screen readers.
    case languages
    case notReviewed
    /// In the foot of a page on paper.
    case pageOf

    package var phrase: Phrase {
        switch self {
        case .contents: Phrase(en: "Contents", ru: "Содержание", ky: "Мазмуну")
        case .warning: Phrase(en: "Warning", ru: "Предупреждение", ky: "Эскертүү")
        case .skip:
            Phrase(en: "Skip to the text", ru: "Перейти к тексту", ky: "Текстке өтүү")
        case .languages: Phrase(en: "Language", ru: "Язык", ky: "Тил")
        case .notReviewed:
            Phrase(
                en: "The words that Ashar adds have not been reviewed by a native reader.",
                ru: """
                    Перевод слов, которые добавляет Ashar, ещё не проверен носителем русского \
                    языка.
                    """,
                ky: "Ashar кошкон сөздөрдүн котормосун кыргыз тилдүү адам азырынча текшере элек."
            )
        case .pageOf:
            Phrase(
                en: "Page {page} of {pages}",
                ru: "Страница {page} из {pages}",
                ky: "{pages} беттин {page}-бети"
            )
        }
    }
}
