/// The register of recommendations and the strengths and weaknesses of actors.
package enum RecommendationWord: WordKey {
    case heading
    case lead
    case whom
    case places
    case needs
    case evidence
    case indicator
    case cost
    case time
    case unknown
    // What a recommendation rests on.
    case figure
    case agree
    case disagree
    case neutral
    case quoted
    case told
    case notForPrint
    case gap
    case context
    // SWOT.
    case swotHeading
    case swotLead
    case kind
    case strength
    case weakness
    case opportunity
    case threat
    case statement

    package var phrase: Phrase {
        switch self {
        case .heading: Phrase(en: "Recommendations", ru: "Рекомендации", ky: "Сунуштар")
        case .lead:
            Phrase(
                en: """
                    Each recommendation names what it rests on. Figures are those of this survey with their \
                    intervals; passages and gaps are those of the chapters above. Whether a measure would help \
                    is the authors’ judgement: nothing here has tested it.
                    """,
                ru: """
                    При каждой рекомендации указано, на чём она основана. Числа взяты из этого опроса вместе с \
                    интервалами; высказывания и пробелы — из глав выше. Поможет ли мера — суждение авторов: \
                    здесь это не проверялось.
                    """,
                ky: """
                    Ар бир сунуштун негизи көрсөтүлгөн. Сандар ушул сурамжылоодон, интервалдары менен алынган; \
                    айтылгандар менен боштуктар жогорудагы бөлүмдөрдөн. Чара жардам берер-бербеси — авторлордун \
                    пикири: бул жерде ал текшерилген эмес.
                    """
            )
        case .whom: Phrase(en: "For", ru: "Кому", ky: "Кимге")
        case .places: Phrase(en: "Where", ru: "Где", ky: "Кайда")
        case .needs: Phrase(en: "Needs", ru: "Потребности", ky: "Муктаждыктар")
        case .evidence: Phrase(en: "Rests on", ru: "Основания", ky: "Негизи")
        case .indicator:
            Phrase(
                en: "What would show it worked",
                ru: "По чему будет видно, что помогло",
                ky: "Жардам бергени эмнеден көрүнөт"
            )
        case .cost: Phrase(en: "Cost", ru: "Стоимость", ky: "Баасы")
        case .time: Phrase(en: "Time", ru: "Срок", ky: "Мөөнөтү")
        case .unknown: Phrase(en: "not known", ru: "неизвестно", ky: "белгисиз")
        default: grounds
        }
    }

    private var grounds: Phrase {
        switch self {
        case .figure:
            Phrase(
                en: "Survey: {what}: {value}",
                ru: "Опрос: {what}: {value}",
                ky: "Сурамжылоо: {what}: {value}"
            )
        case .agree: Phrase(en: "who agree", ru: "кто согласен", ky: "макул болгондор")
        case .disagree: Phrase(en: "who disagree", ru: "кто не согласен", ky: "макул эместер")
        case .neutral:
            Phrase(en: "who do neither", ru: "кто не определился", ky: "эки анжы болгондор")
        case .quoted:
            Phrase(en: "Said: “{text}”", ru: "Сказано: «{text}»", ky: "Айтылган: «{text}»")
        case .told:
            Phrase(en: "Reported: {text}", ru: "Сообщается: {text}", ky: "Билдирилген: {text}")
        case .notForPrint:
            Phrase(
                en: "A passage of the interviews that is not for print ({id})",
                ru: "Фрагмент интервью, не предназначенный для печати ({id})",
                ky: "Басып чыгарууга арналбаган маек үзүндүсү ({id})"
            )
        case .gap:
            Phrase(
                en: "Gap: {need}, {place}: {state}",
                ru: "Пробел: {need}, {place}: {state}",
                ky: "Боштук: {need}, {place}: {state}"
            )
        case .context:
            Phrase(
                en: "Statistics of others: {name}",
                ru: "Чужая статистика: {name}",
                ky: "Башкалардын статистикасы: {name}"
            )
        case .swotHeading:
            Phrase(
                en: "Strengths and weaknesses of actors",
                ru: "Сильные и слабые стороны организаций",
                ky: "Уюмдардын күчтүү жана алсыз жактары"
            )
        case .swotLead:
            Phrase(
                en: "Judgements of the authors, each with what it rests on.",
                ru: "Суждения авторов; при каждом указано, на чём оно основано.",
                ky: "Авторлордун пикирлери; ар биринин негизи көрсөтүлгөн."
            )
        case .kind: Phrase(en: "Kind", ru: "Вид", ky: "Түрү")
        case .strength: Phrase(en: "Strength", ru: "Сильная сторона", ky: "Күчтүү жагы")
        case .weakness: Phrase(en: "Weakness", ru: "Слабая сторона", ky: "Алсыз жагы")
        case .opportunity: Phrase(en: "Opportunity", ru: "Возможность", ky: "Мүмкүнчүлүк")
        case .threat: Phrase(en: "Threat", ru: "Угроза", ky: "Коркунуч")
        default: Phrase(en: "Statement", ru: "Утверждение", ky: "Пикир")
        }
    }
}
