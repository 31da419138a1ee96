/// Statistics of others, shown beside what the study found.
package enum ContextWord: WordKey {
    case heading
    case lead
    case caption
    case place
    case country
    case source
    case saysSo
    case claimFails
    case claimHolds
    case sumFails
    case single
    case indicator
    case period
    case value
    case unit
    case sourceHeading
    case ofPeriod

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "Statistics of others",
                ru: "Статистика из других источников",
                ky: "Башка булактардын статистикасы"
            )
        case .lead:
            Phrase(
                en: """
                    These figures are others’, as they printed them, each with its source. Nothing here was \
                    computed from them but sums and trends that their own words claim.
                    """,
                ru: """
                    Это чужие данные, как они напечатаны, каждое число со своим источником. Здесь по ним \
                    проверены только суммы и тенденции, о которых говорят сами источники.
                    """,
                ky: """
                    Бул сандар башкалардыкы, алар басып чыгаргандай, ар биринин булагы көрсөтүлгөн. Алар боюнча \
                    суммалар жана булактар өздөрү айткан тенденциялар гана текшерилди.
                    """
            )
        case .caption: Phrase(en: "{name}, {unit}", ru: "{name}, {unit}", ky: "{name}, {unit}")
        case .place: Phrase(en: "Place", ru: "Территория", ky: "Жер")
        case .country: Phrase(en: "Whole country", ru: "Вся страна", ky: "Бүт өлкө")
        case .source:
            Phrase(en: "Source: {source}.", ru: "Источник: {source}.", ky: "Булак: {source}.")
        case .saysSo:
            Phrase(
                en: "The source says: “{claim}”.",
                ru: "Источник утверждает (по-английски): “{claim}”.",
                ky: "Булак (англисче) мындай дейт: “{claim}”."
            )
        case .claimFails:
            Phrase(
                en: "Its own figures do not bear that out: {figures}.",
                ru: "Собственные числа источника этого не подтверждают: {figures}.",
                ky: "Булактын өз сандары муну ырастабайт: {figures}."
            )
        case .claimHolds:
            Phrase(
                en: "The figures here agree with that.",
                ru: "Приведённые здесь числа этому не противоречат.",
                ky: "Бул жердеги сандар буга каршы келбейт."
            )
        case .sumFails:
            Phrase(
                en: "In {period} the places sum to {places}, but the whole is given as {whole}.",
                ru: "За {period} сумма по территориям — {places}, а в целом указано {whole}.",
                ky: "{period}: жерлердин суммасы {places}, ал эми бүтүнү {whole} деп берилген."
            )
        case .single: Phrase(en: "Single figures", ru: "Отдельные числа", ky: "Айрым сандар")
        case .indicator: Phrase(en: "What", ru: "Что", ky: "Эмне")
        case .period: Phrase(en: "Period", ru: "Период", ky: "Мезгил")
        case .value: Phrase(en: "Value", ru: "Значение", ky: "Мааниси")
        case .unit: Phrase(en: "Unit", ru: "Единица", ky: "Бирдиги")
        case .sourceHeading: Phrase(en: "Source", ru: "Источник", ky: "Булак")
        case .ofPeriod:
            Phrase(en: "{name}, {period}", ru: "{name}, {period}", ky: "{name}, {period}")
        }
    }
}
