/// The one-page brief of a place.
package enum BriefWord: WordKey {
    case attitudes
    case measure
    case here
    case everywhere
    case ranks
    case needs
    case cannotSay
    case footer
    case more
    case moreRecommendations
    case ofSources
    case syntheticSources

    package var phrase: Phrase {
        switch self {
        case .attitudes:
            Phrase(
                en: "Attitudes here and in the whole survey, with 95% intervals",
                ru: "Отношение здесь и во всём опросе, с 95%-ми интервалами",
                ky: "Бул жердеги жана бүт сурамжылоодогу мамиле, 95% интервалдары менен"
            )
        case .measure: Phrase(en: "Question", ru: "Вопрос", ky: "Суроо")
        case .here: Phrase(en: "Here", ru: "Здесь", ky: "Бул жерде")
        case .everywhere: Phrase(en: "All places", ru: "Все территории", ky: "Бардык жерлер")
        case .ranks: Phrase(en: "{ranks} of {n}", ru: "{ranks} из {n}", ky: "{n} ичинен {ranks}")
        case .needs:
            Phrase(
                en: "Needs: barriers named and help offered",
                ru: "Потребности: названные барьеры и предлагаемая помощь",
                ky: "Муктаждыктар: аталган тоскоолдуктар жана сунушталган жардам"
            )
        case .cannotSay:
            Phrase(
                en: "What this page cannot say",
                ru: "Чего эта страница не говорит",
                ky: "Бул барак эмнени айта албайт"
            )
        case .footer:
            Phrase(
                en: "The report of the study has the evidence and the methods.",
                ru: "Основания и методы — в отчёте исследования.",
                ky: "Негиздер менен ыкмалар изилдөөнүн отчётунда."
            )
        case .more:
            Phrase(en: "; {n} more", ru: "; ещё {n}", ky: "; дагы {n}")
        case .moreRecommendations:
            Phrase(
                en: "{n, plural, one{# more stands} other{# more stand}} in the report.",
                ru: "В отчёте {n, plural, one{ещё #} few{ещё #} many{ещё #} other{ещё #}}.",
                ky: "Отчётто дагы {n, plural, one{#} other{#}}."
            )
        case .ofSources:
            Phrase(
                en: """
                    {n, plural, one{# source speaks} other{# sources speak}} of this place. They were chosen, not \
                    drawn: what they name is there, and how common it is they cannot say.
                    """,
                ru: """
                    Об этой территории {n, plural, one{говорит # источник} few{говорят # источника} \
                    many{говорят # источников} other{говорят # источника}}. Их выбирали, а не отбирали \
                    случайно: названное есть, но насколько оно распространено, они сказать не могут.
                    """,
                ky: """
                    Бул жер тууралуу {n, plural, one{# булак} other{# булак}} айтат. Алар кокустан эмес, тандалып \
                    алынган: аталган нерсе бар, бирок канчалык кеңири экенин алар айта албайт.
                    """
            )
        case .syntheticSources:
            Phrase(
                en: "{n} of them are made up (SYNTHETIC), as an example of interviews.",
                ru: "Из них {n} придуманы как пример интервью.",
                ky: "Алардын {n} маектин үлгүсү катары ойдон чыгарылган."
            )
        }
    }
}
