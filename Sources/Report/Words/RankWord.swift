/// The ranks of places: what can be said of the first and the last, and how sure it is.
package enum RankWord: WordKey {
    // What can be said.
    case none
    case highest
    case lowest
    case highestAndLowest
    case ofShown
    // The chart.
    case byScore
    case byShare
    case level
    case leftOut
    case summary
    case ends
    case values
    case place
    case ranks
    case ranksAllowed
    case rankOfEstimate
    // Why there are none.
    case noDesign
    case tooFewPlaces
    // Elsewhere.
    case tested
    case tableTitle
    case tableNote

    package var phrase: Phrase {
        switch self {
        case .none:
            Phrase(
                en: "No place is surely highest or lowest",
                ru: "Ни у одной территории нет уверенного первого или последнего места",
                ky: "Кайсы жер биринчи же акыркы экени анык эмес"
            )
        case .highest:
            Phrase(
                en: "Surely highest: {place}",
                ru: "Уверенно на первом месте: {place}",
                ky: "Биринчи орунда экени анык: {place}"
            )
        case .lowest:
            Phrase(
                en: "Surely lowest: {place}; no place is surely highest",
                ru: "Уверенно на последнем месте: {place}; первое место неясно",
                ky: "Акыркы орунда экени анык: {place}; биринчи орун анык эмес"
            )
        case .highestAndLowest:
            Phrase(
                en: "Surely highest: {high}; surely lowest: {low}",
                ru: "Уверенно на первом месте: {high}; на последнем: {low}",
                ky: "Биринчи орунда экени анык: {high}; акыркы орунда: {low}"
            )
        case .ofShown:
            Phrase(
                en: "{title} (of the {n} shown)",
                ru: "{title} (из показанных: {n})",
                ky: "{title} (көрсөтүлгөн {n} ичинен)"
            )
        default: chartPhrase
        }
    }

    private var chartPhrase: Phrase {
        switch self {
        case .byScore:
            Phrase(
                en: "{breakdown} ranked by mean score: {label}",
                ru: "{breakdown}: места по среднему баллу: {label}",
                ky: "{breakdown}: орточо балл боюнча орундар: {label}"
            )
        case .byShare:
            Phrase(
                en: "{breakdown} ranked by the share of “{answer}”: {label}",
                ru: "{breakdown}: места по доле ответа «{answer}»: {label}",
                ky: "{breakdown}: «{answer}» жообунун үлүшү боюнча орундар: {label}"
            )
        case .level:
            Phrase(
                en: """
                    Rank 1 is the highest. The dot is the rank of the estimate, the bar the ranks \
                    that the data allow: with 95% confidence the true ranks of all {n} places lie in \
                    their bars at once. All pairs of places are tested, with Holm's correction \
                    ({source}).
                    """,
                ru: """
                    Место 1 — самое высокое значение. Точка — место оценки, полоса — места, которые \
                    допускают данные: с доверием 95\u{A0}% истинные места всех сравниваемых \
                    территорий (их {n}) одновременно лежат в своих полосах. Проверены все пары, с \
                    поправкой Холма ({source}).
                    """,
                ky: """
                    1-орун — эң жогорку маани. Чекит — баанын орду, тилке — маалымат жол берген \
                    орундар: 95% ишеним менен бардык {n} жердин чыныгы орундары бир убакта өз \
                    тилкелеринде жатат. Бардык жуптар Холмдун оңдоосу менен текшерилди ({source}).
                    """
            )
        case .leftOut:
            Phrase(
                en: """
                    Left out, since its number is not shown: {n, plural, one{# place} \
                    other{# places}}. Any rank among all places is possible there.
                    """,
                ru: """
                    Не участвуют, так как их значения не показаны: {n, plural, one{# территория} \
                    few{# территории} many{# территорий} other{# территории}}. Среди всех \
                    территорий там возможно любое место.
                    """,
                ky: """
                    Мааниси көрсөтүлбөгөндүктөн кирген жок: {n, plural, one{# жер} other{# жер}}. \
                    Бардык жерлердин арасында анын орду каалагандай болушу мүмкүн.
                    """
            )
        case .summary:
            Phrase(
                en: """
                    Bars over the ranks that {n, plural, one{# place} other{# places}} may have, \
                    with a dot at the rank of each estimate.
                    """,
                ru: """
                    Полосы возможных мест: {n, plural, one{# территория} few{# территории} \
                    many{# территорий} other{# территории}}; точка — место оценки.
                    """,
                ky: """
                    Мүмкүн болгон орундардын тилкелери: {n, plural, one{# жер} other{# жер}}; чекит — \
                    баанын орду.
                    """
            )
        case .ends:
            Phrase(
                en: """
                    By its estimate {first} comes first (rank {firstRanks} is possible) and {last} \
                    last (rank {lastRanks}).
                    """,
                ru: """
                    По оценке первое — {first} (возможны места: {firstRanks}), последнее — {last} \
                    (возможны места: {lastRanks}).
                    """,
                ky: """
                    Баа боюнча биринчиси — {first} (мүмкүн болгон орундар: {firstRanks}), акыркысы — \
                    {last} (мүмкүн болгон орундар: {lastRanks}).
                    """
            )
        case .values:
            Phrase(
                en: "The values run from {low} to {high}.",
                ru: "Значения: от {low} до {high}.",
                ky: "Маанилер: {low} – {high}."
            )
        default: otherPhrase
        }
    }

    private var otherPhrase: Phrase {
        switch self {
        case .place: Phrase(en: "Place", ru: "Территория", ky: "Жер")
        case .ranks: Phrase(en: "Ranks", ru: "Места", ky: "Орундар")
        case .ranksAllowed:
            Phrase(en: "Possible ranks", ru: "Возможные места", ky: "Мүмкүн болгон орундар")
        case .rankOfEstimate:
            Phrase(en: "Rank of the estimate", ru: "Место оценки", ky: "Баанын орду")
        case .noDesign:
            Phrase(
                en: """
                    No ranks of places: this is not a probability sample, so nothing says how far \
                    these answers are from those of everybody.
                    """,
                ru: """
                    Места территорий не приводятся: выборка не вероятностная, и ничто не говорит, \
                    насколько эти ответы далеки от ответов всех.
                    """,
                ky: """
                    Жерлердин орундары көрсөтүлбөйт: тандалма ыктымалдык эмес, бул жооптор баарынын \
                    жоопторунан канчалык алыс экенин эч нерсе айтпайт.
                    """
            )
        case .tooFewPlaces:
            Phrase(
                en: "No ranks of places: fewer than two places have a number that may be shown.",
                ru: "Места территорий не приводятся: показать можно меньше двух территорий.",
                ky: "Жерлердин орундары көрсөтүлбөйт: көрсөтүүгө мүмкүн болгон жер экиден аз."
            )
        case .tested:
            Phrase(
                en: """
                    Differences between groups are tested for the ranks of places alone. Where \
                    intervals overlap, that does not mean that there is no difference.
                    """,
                ru: """
                    Различия между группами проверяются только для мест территорий. Если интервалы \
                    пересекаются, это не значит, что различия нет.
                    """,
                ky: """
                    Топтордун айырмалары жерлердин орундары үчүн гана текшерилет. Интервалдар \
                    кесилишсе, бул айырма жок дегенди билдирбейт.
                    """
            )
        case .tableTitle:
            Phrase(
                en: "Ranks of places that the data allow",
                ru: "Места территорий, которые допускают данные",
                ky: "Маалымат жол берген жерлердин орундары"
            )
        default:
            Phrase(
                en: """
                    Rank 1 is the highest estimate. From the first to the last possible rank: 95% for all places at \
                    once, by tests of all pairs with Holm's correction.
                    """,
                ru: """
                    Место 1 — самая высокая оценка. От первого до последнего возможного места: 95\u{A0}% для всех \
                    территорий сразу, по проверкам всех пар с поправкой Холма.
                    """,
                ky: """
                    1-орун — эң жогорку баа. Биринчи мүмкүн болгон орундан акыркысына чейин: бардык жерлер \
                    үчүн бирге 95%, бардык жуптарды Холмдун оңдоосу менен текшерүү боюнча.
                    """
            )
        }
    }
}
