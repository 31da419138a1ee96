/// The frame of the report: title, facts, footer.
package enum ReportWord: WordKey {
    case report
    case respondents
    case questions
    case scales
    case dayRange
    case draft
    case draftRemedy
    case data
    case made
    /// Above the authors' text where it stands in another language than the rest.
    case notTranslated

    package var phrase: Phrase {
        switch self {
        case .report: Phrase(en: "Report", ru: "Отчёт", ky: "Отчёт")
        case .respondents:
            Phrase(
                en: "{n, plural, one{# respondent} other{# respondents}}",
                ru: """
                    {n, plural, one{# опрошенный} few{# опрошенных} many{# опрошенных} \
                    other{# опрошенных}}
                    """,
                ky: "{n, plural, one{# респондент} other{# респондент}}"
            )
        case .questions:
            Phrase(
                en: "{n, plural, one{# question} other{# questions}}",
                ru: """
                    {n, plural, one{# вопрос} few{# вопроса} many{# вопросов} other{# вопроса}}
                    """,
                ky: "{n, plural, one{# суроо} other{# суроо}}"
            )
        case .scales:
            Phrase(
                en: "{n, plural, one{# scale} other{# scales}}",
                ru: "{n, plural, one{# шкала} few{# шкалы} many{# шкал} other{# шкалы}}",
                ky: "{n, plural, one{# шкала} other{# шкала}}"
            )
        case .dayRange:
            Phrase(
                en: "{first} to {last}",
                ru: "с {first} по {last}",
                ky: "{first} – {last}"
            )
        case .draft:
            Phrase(
                en: "This is a draft. A person must still decide:",
                ru: "Это черновик. Человек ещё должен решить:",
                ky: "Бул долбоор. Адам дагы чечиши керек:"
            )
        case .draftRemedy:
            Phrase(
                en: """
                    Each of these lines stands under “undecided” in study.yaml; delete it there when \
                    it is decided.
                    """,
                ru: """
                    Каждая из этих строк стоит в study.yaml под ключом undecided; когда вопрос \
                    решён, удалите её там.
                    """,
                ky: """
                    Бул саптардын ар бири study.yaml файлында undecided ачкычынын астында турат; \
                    маселе чечилгенде аны ошол жерден өчүрүңүз.
                    """
            )
        case .data: Phrase(en: "Data: {source}", ru: "Данные: {source}", ky: "Маалымат: {source}")
        case .made:
            Phrase(
                en: """
                    Made with Ashar from a folder of plain files. Every number on this page was \
                    computed from the answers; the tables beside it hold them at full precision.
                    """,
                ru: """
                    Отчёт составлен программой Ashar из папки с обычными файлами. Каждое число на \
                    этой странице вычислено по ответам; с полной точностью числа даны в \
                    приложенных таблицах.
                    """,
                ky: """
                    Отчёт Ashar программасы менен жөнөкөй файлдар папкасынан түзүлдү. Бул беттеги \
                    ар бир сан жооптор боюнча эсептелген; толук тактыктагы сандар жанындагы \
                    таблицаларда.
                    """
            )
        case .notTranslated:
            Phrase(
                en: "The authors’ text has not been translated; it follows in {language}.",
                ru: "Текст авторов не переведён; он приведён на исходном языке: {language}.",
                ky: "Авторлордун тексти которулган эмес; ал баштапкы тилинде берилди: {language}."
            )
        }
    }
}
