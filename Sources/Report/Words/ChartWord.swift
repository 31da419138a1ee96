/// What charts and their value tables add to the texts of a study.
package enum ChartWord: WordKey {
    case disagree
    case agree
    case lower
    case higher
    case neutral
    case noAnswer
    /// The column of respondents, unweighted.
    case n
    /// The columns of clusters and degrees of freedom that carry an interval.
    case psus
    case df
    case estimate
    case interval
    case overall
    case scale
    /// Over the columns of sums, such as all who agree.
    case total
    case percent
    case group
    case item
    case answer
    case period
    case number
    case median
    case correlation
    case reversed
    case showTable
    case valuesOf
    case axisNotZero
    case hiddenNote
    case bracketNote
    case unavailableNote
    case source

    package var phrase: Phrase {
        switch self {
        case .disagree: Phrase(en: "Disagree", ru: "Не согласны", ky: "Макул эмес")
        case .agree: Phrase(en: "Agree", ru: "Согласны", ky: "Макул")
        case .lower:
            Phrase(en: "Lower answers", ru: "Более низкие ответы", ky: "Төмөнкү жооптор")
        case .higher:
            Phrase(en: "Higher answers", ru: "Более высокие ответы", ky: "Жогорку жооптор")
        case .neutral: Phrase(en: "Neutral", ru: "Середина", ky: "Ортосу")
        case .noAnswer: Phrase(en: "No answer", ru: "Нет ответа", ky: "Жооп жок")
        case .n: Phrase(en: "n", ru: "n", ky: "n")
        case .psus: Phrase(en: "PSUs", ru: "Кластеры", ky: "Кластерлер")
        case .df: Phrase(en: "df", ru: "Степени свободы", ky: "Эркиндик даражалары")
        case .estimate: Phrase(en: "Estimate", ru: "Оценка", ky: "Баа")
        case .interval:
            Phrase(
                en: "95% interval",
                ru: "Доверительный интервал 95\u{A0}%",
                ky: "Ишеним интервалы 95%"
            )
        case .overall: Phrase(en: "All", ru: "Все", ky: "Баары")
        case .scale: Phrase(en: "Scale", ru: "Шкала", ky: "Шкала")
        case .total: Phrase(en: "In all", ru: "Всего", ky: "Жалпы")
        case .percent: Phrase(en: "Percent", ru: "Процент", ky: "Пайыз")
        case .group: Phrase(en: "Group", ru: "Группа", ky: "Топ")
        case .item: Phrase(en: "Item", ru: "Утверждение", ky: "Ырастоо")
        case .answer: Phrase(en: "Answer", ru: "Ответ", ky: "Жооп")
        case .period: Phrase(en: "Period", ru: "Период", ky: "Мезгил")
        case .number: Phrase(en: "Number", ru: "Число", ky: "Саны")
        case .median: Phrase(en: "Median", ru: "Медиана", ky: "Медиана")
        case .correlation: Phrase(en: "Correlation", ru: "Корреляция", ky: "Корреляция")
        case .reversed: Phrase(en: "reversed", ru: "обратное", ky: "тескери")
        case .showTable:
            Phrase(
                en: "Show the values as a table",
                ru: "Показать значения в таблице",
                ky: "Маанилерди таблицада көрсөтүү"
            )
        case .valuesOf:
            Phrase(
                en: "Values of the chart: {title}",
                ru: "Значения диаграммы: {title}",
                ky: "Диаграмманын маанилери: {title}"
            )
        case .axisNotZero:
            Phrase(
                en: "The axis does not start at zero.",
                ru: "Ось начинается не с нуля.",
                ky: "Ок нөлдөн башталбайт."
            )
        case .hiddenNote:
            Phrase(
                en: "[c]: hidden, because too few people answered.",
                ru: "[c]: скрыто, ответило слишком мало людей.",
                ky: "[c]: жашырылган, өтө аз адам жооп берген."
            )
        case .bracketNote:
            Phrase(
                en: "In brackets: few people answered; read with care.",
                ru: "В скобках: ответило мало людей, читать с осторожностью.",
                ky: "Кашаада: аз адам жооп берген, этият окуу керек."
            )
        case .unavailableNote:
            Phrase(en: "[x]: not available.", ru: "[x]: нет данных.", ky: "[x]: маалымат жок.")
        case .source:
            Phrase(en: "Source: {source}", ru: "Источник: {source}", ky: "Булак: {source}")
        }
    }
}
