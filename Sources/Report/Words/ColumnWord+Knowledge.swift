extension ColumnWord {
    /// The headings of what is known of places beside the answers.
    var knowledgePhrase: Phrase {
        switch self {
        case .place: Phrase(en: "place", ru: "код территории", ky: "жердин коду")
        case .placeName: Phrase(en: "place name", ru: "территория", ky: "жер")
        case .need: Phrase(en: "need", ru: "код потребности", ky: "муктаждыктын коду")
        case .needName: Phrase(en: "need name", ru: "потребность", ky: "муктаждык")
        case .barrier: Phrase(en: "barrier", ru: "барьер", ky: "тоскоолдук")
        case .naming:
            Phrase(en: "sources naming it", ru: "источников называют", ky: "атаган булактар")
        case .denying:
            Phrase(
                en: "sources saying none is lacking",
                ru: "источников: нехватки нет",
                ky: "кем жери жок деген булактар"
            )
        case .sources:
            Phrase(
                en: "sources on the place",
                ru: "источников о территории",
                ky: "жер тууралуу булактар"
            )
        case .help: Phrase(en: "help", ru: "помощь", ky: "жардам")
        case .services: Phrase(en: "services", ru: "услуг", ky: "кызматтар")
        case .meeting: Phrase(en: "how they meet", ru: "как сходятся", ky: "кандай дал келет")
        case .inWords: Phrase(en: "in words", ru: "словами", ky: "сөз менен")
        case .indicator: Phrase(en: "indicator", ru: "показатель", ky: "көрсөткүч")
        case .period: Phrase(en: "period", ru: "период", ky: "мезгил")
        case .value: Phrase(en: "value", ru: "значение", ky: "мааниси")
        case .unit: Phrase(en: "unit", ru: "единица", ky: "бирдиги")
        case .source: Phrase(en: "source", ru: "источник", ky: "булак")
        case .verdict: Phrase(en: "audit", ru: "проверка", ky: "текшерүү")
        case .recommendation: Phrase(en: "recommendation", ru: "рекомендация", ky: "сунуш")
        case .whom: Phrase(en: "for", ru: "кому", ky: "кимге")
        case .evidence: Phrase(en: "rests on", ru: "основания", ky: "негизи")
        case .shows:
            Phrase(en: "what would show it worked", ru: "по чему видно", ky: "эмнеден көрүнөт")
        case .cost: Phrase(en: "cost", ru: "стоимость", ky: "баасы")
        default: Phrase(en: "time", ru: "срок", ky: "мөөнөтү")
        }
    }
}
