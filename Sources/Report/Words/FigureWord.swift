/// The key figures of the report, what stands beside an estimate, and who answered.
package enum FigureWord: WordKey {
    case keyFigures
    case respondentsLabel
    case allRows
    case ofRows
    case meanScore
    case share
    case interval
    case withIntervals
    case amongThese
    // Who answered.
    case whoAnswered
    case byGroupCaption
    case percent
    case percentWeighted
    case answered

    package var phrase: Phrase {
        switch self {
        case .keyFigures:
            Phrase(en: "Key figures", ru: "Главные цифры", ky: "Негизги сандар")
        case .respondentsLabel:
            Phrase(
                en: "{n, plural, one{respondent} other{respondents}}",
                ru: """
                    {n, plural, one{опрошенный} few{опрошенных} many{опрошенных} \
                    other{опрошенных}}
                    """,
                ky: "{n, plural, one{респондент} other{респондент}}"
            )
        case .allRows:
            Phrase(
                en: "all rows of the data",
                ru: "все строки данных",
                ky: "маалыматтын бардык саптары"
            )
        case .ofRows:
            Phrase(
                en: "of {n, plural, one{# row} other{# rows}} of the data",
                ru: """
                    из {n, plural, one{# строки} few{# строк} many{# строк} other{# строки}} данных
                    """,
                ky: "маалыматтын {n, plural, one{# сабынан} other{# сабынан}}"
            )
        case .meanScore:
            Phrase(
                en: "{label} mean score, from {low} to {high}",
                ru: "{label} средний балл, от {low} до {high}",
                ky: "{label} орточо балл, {low} – {high}"
            )
        case .share:
            Phrase(
                en: "{label} “{answer}”",
                ru: "{label} «{answer}»",
                ky: "{label} «{answer}»"
            )
        case .interval:
            Phrase(
                en: "95% interval {range}",
                ru: "доверительный интервал 95\u{A0}%: {range}",
                ky: "95% ишеним интервалы: {range}"
            )
        case .withIntervals:
            Phrase(
                en: "{statistic}, with 95% intervals",
                ru: "{statistic}, с доверительными интервалами 95\u{A0}%",
                ky: "{statistic}, 95% ишеним интервалдары менен"
            )
        case .amongThese:
            Phrase(
                en: "{statistic}, among these respondents",
                ru: "{statistic}, только среди этих опрошенных",
                ky: "{statistic}, ушул респонденттердин арасында гана"
            )
        case .whoAnswered: Phrase(en: "Who answered", ru: "Кто ответил", ky: "Ким жооп берди")
        case .byGroupCaption:
            Phrase(
                en: "The respondents by group",
                ru: "Опрошенные по группам",
                ky: "Респонденттер топтор боюнча"
            )
        case .percent: Phrase(en: "Percent", ru: "Процент", ky: "Пайыз")
        case .percentWeighted:
            Phrase(en: "Percent, weighted", ru: "Процент, взвешенный", ky: "Пайыз, салмакталган")
        case .answered: Phrase(en: "Answered", ru: "Ответили", ky: "Жооп бергендер")
        }
    }
}
