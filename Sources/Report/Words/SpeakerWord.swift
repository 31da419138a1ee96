/// Quotes, and who said them, as far as that may be said.
package enum SpeakerWord: WordKey {
    case heading
    case lead
    case coarsened
    case noQuotes
    case otherThemes
    case participant
    case woman
    case man
    case lessSaid
    case told
    case saysNone
    // Languages.
    case inKyrgyz
    case inRussian
    case inUzbek
    case inEnglish
    case inTajik
    case inOther

    package var phrase: Phrase {
        switch self {
        case .heading: Phrase(en: "In their words", ru: "Их словами", ky: "Өз сөздөрү менен")
        case .lead:
            Phrase(
                en: """
                    Only passages that somebody released for print are here. Who spoke is described so \
                    that at least {k} people of the sample fit and could be meant; else less is said.
                    """,
                ru: """
                    Здесь только фрагменты, печать которых кто-то разрешил. О говорившем сказано \
                    столько, чтобы подходили и могли быть им не меньше {k} человек из выборки; иначе \
                    сказано меньше.
                    """,
                ky: """
                    Бул жерде басууга уруксат берилген үзүндүлөр гана. Ким айтканы тандоодогу кеминде \
                    {k} адамга туура келип, ошолордун баары болушу мүмкүн болгудай айтылат; болбосо азыраак.
                    """
            )
        case .coarsened:
            Phrase(
                en: "Described less closely than is known: {n} of {of} quotes.",
                ru: "Описаны менее точно, чем известно: {n} из {of} цитат.",
                ky: "Белгилүүдөн азыраак айтылган: {of} цитатанын {n}."
            )
        case .noQuotes:
            Phrase(
                en: "No passage has been released for print.",
                ru: "Ни один фрагмент не разрешён для печати.",
                ky: "Бир да үзүндүнү басууга уруксат берилген эмес."
            )
        case .otherThemes: Phrase(en: "Other themes", ru: "Другие темы", ky: "Башка темалар")
        case .participant: Phrase(en: "a participant", ru: "участник", ky: "катышуучу")
        case .woman: Phrase(en: "woman", ru: "женщина", ky: "аял")
        case .man: Phrase(en: "man", ru: "мужчина", ky: "эркек")
        case .lessSaid:
            Phrase(
                en: "less is said than known",
                ru: "сказано меньше, чем известно",
                ky: "белгилүүдөн аз айтылды"
            )
        case .told:
            Phrase(
                en: "in the researchers' words",
                ru: "словами исследователей",
                ky: "изилдөөчүлөрдүн сөзү менен"
            )
        case .saysNone:
            Phrase(
                en: "says that nothing is lacking",
                ru: "говорит, что нехватки нет",
                ky: "кем жери жок дейт"
            )
        case .inKyrgyz: Phrase(en: "in Kyrgyz", ru: "на кыргызском", ky: "кыргызча")
        case .inRussian: Phrase(en: "in Russian", ru: "на русском", ky: "орусча")
        case .inUzbek: Phrase(en: "in Uzbek", ru: "на узбекском", ky: "өзбекче")
        case .inEnglish: Phrase(en: "in English", ru: "на английском", ky: "англисче")
        case .inTajik: Phrase(en: "in Tajik", ru: "на таджикском", ky: "тажикче")
        case .inOther: Phrase(en: "language: {code}", ru: "язык: {code}", ky: "тили: {code}")
        }
    }
}
