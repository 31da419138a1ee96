/// The headings of the workbook's columns; in English they are those of the CSV files in every
/// language, so that programs find them.
package enum ColumnWord: WordKey {
    case breakdown
    case group
    case estimate
    case lower
    case upper
    case standardError
    case designEffect
    case df
    case psus
    case n
    case weightedN
    case status
    case what
    case number
    case scale
    case label
    case item
    case key
    case itemRest
    case alpha
    case with
    case question
    case statistic
    case answer
    case answerLabel
    case rank
    case firstRank
    case lastRank
    case ranked
    case data
    // What is known of places beside the answers.
    case place
    case placeName
    case need
    case needName
    case barrier
    case naming
    case denying
    case sources
    case help
    case services
    case meeting
    case inWords
    case indicator
    case period
    case value
    case unit
    case source
    case verdict
    case recommendation
    case whom
    case evidence
    case shows
    case cost
    case time
    // The sheets of contents and notes.
    case sheet
    case table
    case rows
    case sign
    case meaning
    case lowerUpper
    // What the signs mean.
    case nMeans
    case weightedNMeans
    case limitsMean
    case dfMeans
    case psusMean
    case designEffectMeans
    case hiddenMeans
    case fewMeans
    case unavailableMeans

    package var phrase: Phrase {
        switch self {
        case .breakdown: Phrase(en: "breakdown", ru: "разбивка", ky: "бөлүштүрүү")
        case .group: Phrase(en: "group", ru: "группа", ky: "топ")
        case .estimate: Phrase(en: "estimate", ru: "оценка", ky: "баа")
        case .lower: Phrase(en: "lower", ru: "нижняя граница", ky: "төмөнкү чек")
        case .upper: Phrase(en: "upper", ru: "верхняя граница", ky: "жогорку чек")
        case .standardError:
            Phrase(en: "standard error", ru: "стандартная ошибка", ky: "стандарттык ката")
        case .designEffect:
            Phrase(en: "design effect", ru: "эффект дизайна", ky: "дизайн эффекти")
        case .df: Phrase(en: "df", ru: "степени свободы", ky: "эркиндик даражалары")
        case .psus: Phrase(en: "PSUs", ru: "кластеры", ky: "кластерлер")
        case .n: Phrase(en: "n", ru: "n", ky: "n")
        case .weightedN: Phrase(en: "weighted n", ru: "взвешенное n", ky: "салмакталган n")
        case .status: Phrase(en: "status", ru: "примечание", ky: "эскертме")
        case .what: Phrase(en: "what", ru: "что", ky: "эмне")
        case .number: Phrase(en: "number", ru: "число", ky: "саны")
        case .scale: Phrase(en: "scale", ru: "шкала", ky: "шкала")
        case .label: Phrase(en: "label", ru: "название", ky: "аталышы")
        case .item: Phrase(en: "item", ru: "утверждение", ky: "ырастоо")
        case .key: Phrase(en: "key", ru: "знак", ky: "белгиси")
        case .itemRest:
            Phrase(
                en: "item-rest correlation",
                ru: "корреляция с остальными",
                ky: "калгандары менен корреляция"
            )
        case .alpha: Phrase(en: "alpha", ru: "альфа", ky: "альфа")
        case .with: Phrase(en: "with", ru: "с чем", ky: "эмне менен")
        case .question: Phrase(en: "question", ru: "вопрос", ky: "суроо")
        case .statistic: Phrase(en: "statistic", ru: "показатель", ky: "көрсөткүч")
        case .answer: Phrase(en: "answer", ru: "ответ", ky: "жооп")
        case .answerLabel: Phrase(en: "answer label", ru: "текст ответа", ky: "жооптун тексти")
        case .rank: Phrase(en: "rank", ru: "место", ky: "орун")
        case .firstRank:
            Phrase(
                en: "first possible rank",
                ru: "первое возможное место",
                ky: "биринчи мүмкүн болгон орун"
            )
        case .lastRank:
            Phrase(
                en: "last possible rank",
                ru: "последнее возможное место",
                ky: "акыркы мүмкүн болгон орун"
            )
        case .ranked:
            Phrase(en: "groups ranked", ru: "групп в сравнении", ky: "салыштырылган топтор")
        case .data: Phrase(en: "data", ru: "данные", ky: "маалымат")
        case .place, .placeName, .need, .needName, .barrier, .naming, .denying, .sources, .help,
            .services, .meeting, .inWords, .indicator, .period, .value, .unit, .source, .verdict,
            .recommendation, .whom, .evidence, .shows, .cost, .time:
            knowledgePhrase
        case .sheet: Phrase(en: "sheet", ru: "лист", ky: "барак")
        case .table: Phrase(en: "table", ru: "таблица", ky: "таблица")
        case .rows: Phrase(en: "rows", ru: "строки", ky: "саптар")
        case .sign: Phrase(en: "sign", ru: "знак", ky: "белги")
        case .meaning: Phrase(en: "meaning", ru: "значение", ky: "мааниси")
        case .lowerUpper:
            Phrase(
                en: "lower, upper",
                ru: "нижняя граница, верхняя граница",
                ky: "төмөнкү чек, жогорку чек"
            )
        case .nMeans:
            Phrase(
                en: "respondents behind the estimate, unweighted",
                ru: "сколько опрошенных стоит за оценкой, без весов",
                ky: "баанын артында канча респондент турат, салмаксыз"
            )
        case .weightedNMeans:
            Phrase(
                en: "the sum of their weights",
                ru: "сумма их весов",
                ky: "алардын салмактарынын суммасы"
            )
        case .limitsMean:
            Phrase(
                en: "limits of the 95% interval",
                ru: "границы доверительного интервала 95\u{A0}%",
                ky: "95% ишеним интервалынын чектери"
            )
        case .dfMeans:
            Phrase(
                en: "degrees of freedom of the interval",
                ru: "степени свободы интервала",
                ky: "интервалдын эркиндик даражалары"
            )
        case .psusMean:
            Phrase(
                en: "primary sampling units (clusters) that hold the group",
                ru: "первичные единицы отбора (кластеры), в которых есть эта группа",
                ky: "бул топ кездешкен тандоонун биринчи бирдиктери (кластерлер)"
            )
        case .designEffectMeans:
            Phrase(
                en: "variance under this design over that of a simple random sample",
                ru: "дисперсия при этом плане к дисперсии простой случайной выборки",
                ky: "ушул пландагы дисперсиянын жөнөкөй кокус тандалманыкына катышы"
            )
        case .hiddenMeans:
            Phrase(
                en: "hidden: too few people, or it would give away a hidden number",
                ru: "скрыто: слишком мало людей, или это выдало бы скрытое число",
                ky: "жашырылган: адам өтө аз же бул жашырылган санды ачып коймок"
            )
        case .fewMeans:
            Phrase(
                en: "few people: read with care",
                ru: "мало людей: читать с осторожностью",
                ky: "адам аз: этият окуу керек"
            )
        case .unavailableMeans:
            Phrase(en: "cannot be computed", ru: "вычислить нельзя", ky: "эсептөөгө болбойт")
        }
    }
}
