/// The workbook's tables: titles, notes, what a row is, and why it holds no number.
package enum TableWord: WordKey {
    // Titles.
    case tables
    case respondents
    case scales
    case items
    case reliability
    case correlations
    case answers
    case numbers
    // Notes.
    case madeUp
    case notProbability
    case reliabilityNote
    case answersNote
    // Rows.
    case all
    case allItems
    case rowsInData
    case leftOut
    case analysed
    case strata
    case clusters
    case replicates
    case reversed
    case asAsked
    case lowAnswers
    case middleAnswer
    case highAnswers
    case percent
    case percentOfPeople
    case percentOfAnswers
    case mean
    case firstQuartile
    case median
    case thirdQuartile
    // The status of a row.
    case disclosing
    case nobody
    case tooFew
    case few
    case fewAnd
    case wrongKey
    case alphaWithout

    package var phrase: Phrase {
        switch self {
        case .tables:
            Phrase(en: "Tables of the report", ru: "Таблицы отчёта", ky: "Отчёттун таблицалары")
        case .respondents:
            Phrase(
                en: "Respondents and rows left out",
                ru: "Опрошенные и неучтённые строки",
                ky: "Респонденттер жана эсепке алынбаган саптар"
            )
        case .scales:
            Phrase(
                en: "Mean scores of the scales",
                ru: "Средние баллы по шкалам",
                ky: "Шкалалардын орточо баллдары"
            )
        case .items:
            Phrase(
                en: "Means of the items, as keyed",
                ru: "Средние по утверждениям, с учётом знака",
                ky: "Ырастоолордун орточолору, белгиси эске алынган"
            )
        case .reliability:
            Phrase(
                en: "How well the items of each scale hang together",
                ru: "Насколько согласованы утверждения каждой шкалы",
                ky: "Ар бир шкаланын ырастоолору канчалык байланышкан"
            )
        case .correlations:
            Phrase(
                en: "Correlations between scores",
                ru: "Корреляции между баллами",
                ky: "Баллдардын ортосундагы корреляциялар"
            )
        case .answers:
            Phrase(
                en: "Shares of the answers to each question",
                ru: "Доли ответов на каждый вопрос",
                ky: "Ар бир суроого жооптордун үлүштөрү"
            )
        case .numbers:
            Phrase(
                en: "Questions with a number",
                ru: "Вопросы, на которые отвечают числом",
                ky: "Сан менен жооп берилген суроолор"
            )
        case .madeUp:
            Phrase(
                en: "SYNTHETIC DATA: the answers are made up.",
                ru: "ВЫМЫШЛЕННЫЕ ДАННЫЕ: ответы вымышлены.",
                ky: "ОЙДОН ЧЫГАРЫЛГАН МААЛЫМАТ: жооптор ойдон чыгарылган."
            )
        case .notProbability:
            Phrase(
                en: "Not a probability sample: numbers describe these answers only.",
                ru: "Не вероятностная выборка: числа описывают только эти ответы.",
                ky: "Ыктымалдык тандалма эмес: сандар ушул жоопторду гана сүрөттөйт."
            )
        case .reliabilityNote:
            Phrase(
                en: "Unweighted. Alpha from pairwise covariances; its interval by Feldt.",
                ru: "Без весов. Альфа — по попарным ковариациям; её интервал — по Фельдту.",
                ky: "Салмаксыз. Альфа жуп ковариациялар боюнча; анын интервалы Фельдт боюнча."
            )
        case .answersNote:
            Phrase(
                en: "Shares of those who answered; for several answers, of people or of answers.",
                ru: "Доли ответивших; если ответов несколько — доли людей или ответов.",
                ky: "Жооп бергендердин үлүштөрү; жооп бир нече болсо, адамдардын же жооптордун."
            )
        case .all: Phrase(en: "all", ru: "все", ky: "баары")
        case .allItems: Phrase(en: "all items", ru: "все утверждения", ky: "бардык ырастоолор")
        case .rowsInData:
            Phrase(en: "rows in the data", ru: "строк в данных", ky: "маалыматтагы саптар")
        case .leftOut:
            Phrase(
                en: "left out: {reason}",
                ru: "не учтены: {reason}",
                ky: "эсепке алынган жок: {reason}"
            )
        case .analysed: Phrase(en: "analysed", ru: "в анализе", ky: "талдоого киргендер")
        case .strata: Phrase(en: "strata", ru: "страты (слои)", ky: "катмарлар")
        case .clusters:
            Phrase(
                en: "primary sampling units",
                ru: "первичные единицы отбора (кластеры)",
                ky: "тандоонун биринчи бирдиктери (кластерлер)"
            )
        case .replicates:
            Phrase(
                en: "replicates of the weights",
                ru: "реплики весов",
                ky: "салмактардын репликалары"
            )
        case .reversed: Phrase(en: "reversed", ru: "обратное", ky: "тескери")
        case .asAsked: Phrase(en: "as asked", ru: "как спрошено", ky: "суралгандай")
        case .lowAnswers: Phrase(en: "low answers", ru: "низкие ответы", ky: "төмөнкү жооптор")
        case .middleAnswer: Phrase(en: "middle answer", ru: "средний ответ", ky: "ортоңку жооп")
        case .highAnswers: Phrase(en: "high answers", ru: "высокие ответы", ky: "жогорку жооптор")
        case .percent: Phrase(en: "percent", ru: "процент", ky: "пайыз")
        case .percentOfPeople:
            Phrase(en: "percent of people", ru: "процент людей", ky: "адамдардын пайызы")
        case .percentOfAnswers:
            Phrase(en: "percent of answers", ru: "процент ответов", ky: "жооптордун пайызы")
        case .mean: Phrase(en: "mean", ru: "среднее", ky: "орточо")
        case .firstQuartile:
            Phrase(en: "first quartile", ru: "первый квартиль", ky: "биринчи квартиль")
        case .median: Phrase(en: "median", ru: "медиана", ky: "медиана")
        case .thirdQuartile:
            Phrase(en: "third quartile", ru: "третий квартиль", ky: "үчүнчү квартиль")
        case .disclosing:
            Phrase(
                en: "[c] would disclose",
                ru: "[c] выдало бы людей",
                ky: "[c] адамдарды ачып коймок"
            )
        case .nobody:
            Phrase(
                en: "[x] nobody answered",
                ru: "[x] никто не ответил",
                ky: "[x] эч ким жооп берген эмес"
            )
        case .tooFew:
            Phrase(
                en: "[c] too few people",
                ru: "[c] слишком мало людей",
                ky: "[c] адам өтө аз"
            )
        case .few: Phrase(en: "[u] few people", ru: "[u] мало людей", ky: "[u] адам аз")
        case .fewAnd:
            Phrase(
                en: "[u] few people; {reason}",
                ru: "[u] мало людей; {reason}",
                ky: "[u] адам аз; {reason}"
            )
        case .wrongKey:
            Phrase(
                en: "negative: likely a wrong key",
                ru: "отрицательная: вероятно, неверный знак",
                ky: "терс: белгиси туура эмес окшойт"
            )
        case .alphaWithout:
            Phrase(
                en: "alpha without the item",
                ru: "альфа без этого утверждения",
                ky: "бул ырастоосуз альфа"
            )
        }
    }
}
