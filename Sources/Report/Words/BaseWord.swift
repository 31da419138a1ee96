/// Who was asked a question, said from its condition.
package enum BaseWord: WordKey {
    case answer
    case those
    case either
    case both
    /// Before who was asked.
    case base

    package var phrase: Phrase {
        switch self {
        case .answer:
            Phrase(
                en: "“{answer}” to “{question}”",
                ru: "«{answer}» на вопрос «{question}»",
                ky: "«{question}» деген суроого «{answer}»"
            )
        case .those:
            Phrase(
                en: "those who answered {answers}",
                ru: "те, кто ответил {answers}",
                ky: "{answers} деп жооп бергендер"
            )
        case .either: Phrase(en: "{a} or {b}", ru: "{a} или {b}", ky: "{a} же {b}")
        case .both: Phrase(en: "{a} and {b}", ru: "{a} и {b}", ky: "{a} жана {b}")
        case .base: Phrase(en: "Base: {base}.", ru: "База: {base}.", ky: "Негизи: {base}.")
        }
    }
}
