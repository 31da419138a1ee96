/// How the study was made: sample, weights, rows left out, limits.
package enum MethodsWord: WordKey {
    case heading
    // Terms of the list of facts.
    case data
    case respondents
    case fieldwork
    case sample
    case weights
    case missing
    case smallGroups
    case personal
    // Their texts.
    case analysed
    case missingText
    case repeated
    case neverRead
    case noDesign
    case probability
    case probabilityOf
    case strataClusters
    case strataPeople
    case clusters
    case people
    case degreesOfFreedom
    case joined
    case joinedPair
    case noWeight
    case noWeightNoDesign
    case equalWeights
    case unequalWeights
    case brackets
    case peopleRange
    case hidden
    // Rows left out.
    case rowsInData
    case leftOut
    case analysedRow
    case leftOutCaption
    case step
    case rows

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "How the study was made",
                ru: "Как проводилось исследование",
                ky: "Изилдөө кантип жүргүзүлдү"
            )
        case .data: Phrase(en: "Data", ru: "Данные", ky: "Маалымат")
        case .respondents: Phrase(en: "Respondents", ru: "Опрошенные", ky: "Респонденттер")
        case .fieldwork: Phrase(en: "Fieldwork", ru: "Полевые работы", ky: "Талаа иштери")
        case .sample: Phrase(en: "Sample", ru: "Выборка", ky: "Тандалма")
        case .weights: Phrase(en: "Weights", ru: "Веса", ky: "Салмактар")
        case .missing: Phrase(en: "Missing answers", ru: "Нет ответа", ky: "Жооп жок учурлар")
        case .smallGroups: Phrase(en: "Small groups", ru: "Малые группы", ky: "Чакан топтор")
        case .personal:
            Phrase(en: "Personal data", ru: "Личные данные", ky: "Жеке маалыматтар")
        case .analysed:
            Phrase(
                en: "{n} of {rows, plural, one{# row} other{# rows}} of the data are analysed.",
                ru: """
                    В анализ вошли {n} из {rows, plural, one{# строки} few{# строк} many{# строк} \
                    other{# строки}} данных.
                    """,
                ky: """
                    Маалыматтын {rows, plural, one{# сабынан} other{# сабынан}} {n} талдоого кирди.
                    """
            )
        case .missingText:
            Phrase(
                en: """
                    Each number is based on those who answered that question; “don’t know” and \
                    “refused” count as no answer and are shown beside the answers.
                    """,
                ru: """
                    Каждое число основано на тех, кто ответил на этот вопрос; «не знаю» и отказ \
                    считаются отсутствием ответа и показаны рядом с ответами.
                    """,
                ky: """
                    Ар бир сан ошол суроого жооп бергендерге негизделет; «билбейм» жана баш тартуу \
                    жооп жок деп эсептелип, жооптордун жанында көрсөтүлөт.
                    """
            )
        case .repeated:
            Phrase(
                en: """
                    Asked several times in one interview: {n, plural, one{# row, which is} \
                    other{# rows, which are}} not analysed here.
                    """,
                ru: """
                    Спрашивалось несколько раз в одном интервью: {n, plural, one{# строка} \
                    few{# строки} many{# строк} other{# строки}}; здесь это не анализируется.
                    """,
                ky: """
                    Бир интервьюда бир нече жолу суралган: {n, plural, one{# сап} other{# сап}}; бул \
                    жерде талданбайт.
                    """
            )
        case .neverRead:
            Phrase(
                en: "Never read for this report: {names}.",
                ru: "Для этого отчёта не читались: {names}.",
                ky: "Бул отчёт үчүн окулган эмес: {names}."
            )
        case .noDesign:
            Phrase(
                en: """
                    The study names no sample design: these people were not drawn by chance from a \
                    known population, or nothing is known of how.
                    """,
                ru: """
                    План выборки не указан: эти люди не были отобраны случайно из известной \
                    совокупности, или неизвестно, как их отбирали.
                    """,
                ky: """
                    Тандалманын планы көрсөтүлгөн эмес: бул адамдар белгилүү калктын арасынан кокус \
                    тандалган эмес же кантип тандалганы белгисиз.
                    """
            )
        case .probability:
            Phrase(
                en: "A probability sample",
                ru: "Вероятностная выборка",
                ky: "Ыктымалдык тандалма"
            )
        case .probabilityOf:
            Phrase(
                en: "A probability sample of {population}",
                ru: "Вероятностная выборка (совокупность: {population})",
                ky: "Ыктымалдык тандалма (калк: {population})"
            )
        case .strataClusters:
            Phrase(
                en: """
                    {sample} in {strata, plural, one{# stratum} other{# strata}} with {clusters, \
                    plural, one{# cluster} other{# clusters}}.
                    """,
                ru: """
                    {sample}: {strata, plural, one{# страта (слой)} few{# страты (слоя)} \
                    many{# страт (слоёв)} other{# страты (слоя)}}, {clusters, plural, \
                    one{# кластер} few{# кластера} many{# кластеров} other{# кластера}}.
                    """,
                ky: """
                    {sample}: {strata, plural, one{# катмар} other{# катмар}}, {clusters, plural, \
                    one{# кластер} other{# кластер}}.
                    """
            )
        case .strataPeople:
            Phrase(
                en: """
                    {sample} in {strata, plural, one{# stratum} other{# strata}}, people drawn one \
                    by one.
                    """,
                ru: """
                    {sample}: {strata, plural, one{# страта (слой)} few{# страты (слоя)} \
                    many{# страт (слоёв)} other{# страты (слоя)}}, людей отбирали по одному.
                    """,
                ky: """
                    {sample}: {strata, plural, one{# катмар} other{# катмар}}, адамдар бирден \
                    тандалган.
                    """
            )
        case .clusters:
            Phrase(
                en:
                    "{sample} without strata with {clusters, plural, one{# cluster} other{# clusters}}.",
                ru: """
                    {sample}: без страт (слоёв), {clusters, plural, one{# кластер} few{# кластера} \
                    many{# кластеров} other{# кластера}}.
                    """,
                ky: """
                    {sample}: катмарларсыз, {clusters, plural, one{# кластер} other{# кластер}}.
                    """
            )
        case .people:
            Phrase(
                en: "{sample} without strata, people drawn one by one.",
                ru: "{sample}: без страт (слоёв), людей отбирали по одному.",
                ky: "{sample}: катмарларсыз, адамдар бирден тандалган."
            )
        case .degreesOfFreedom:
            Phrase(
                en: """
                    Intervals have {n, plural, one{# degree} other{# degrees}} of freedom for the \
                    whole.
                    """,
                ru: """
                    Для выборки в целом у доверительных интервалов {n, plural, \
                    one{# степень} few{# степени} many{# степеней} other{# степени}} свободы.
                    """,
                ky: """
                    Жалпы тандалма үчүн ишеним интервалдарынын {n, plural, one{# эркиндик даражасы} \
                    other{# эркиндик даражасы}} бар.
                    """
            )
        case .joined:
            Phrase(
                en: "Strata joined, since one of them had a single cluster: {strata}.",
                ru: "Объединены страты, так как в одной из них был один кластер: {strata}.",
                ky: "Катмарлар бириктирилди, анткени биринде бир гана кластер болгон: {strata}."
            )
        case .joinedPair:
            Phrase(en: "{a} with {b}", ru: "{a} и {b}", ky: "{a} менен {b}")
        case .noWeight:
            Phrase(
                en: "None is declared: the drawn fractions, or equal weights.",
                ru: "Вес не указан: взяты доли отбора или равные веса.",
                ky: "Салмак көрсөтүлгөн эмес: тандоо үлүштөрү же бирдей салмактар алынды."
            )
        case .noWeightNoDesign: Phrase(en: "None.", ru: "Нет.", ky: "Жок.")
        case .equalWeights:
            Phrase(
                en: "The variable {name}; all weights are equal.",
                ru: "Переменная {name}; все веса равны.",
                ky: "{name} өзгөрмөсү; бардык салмактар бирдей."
            )
        case .unequalWeights:
            Phrase(
                en: """
                    The variable {name}. Unequal weights alone multiply variances by about {effect} \
                    (Kish).
                    """,
                ru: """
                    Переменная {name}. Неравные веса сами по себе увеличивают дисперсии примерно в \
                    {effect} раза (по Кишу).
                    """,
                ky: """
                    {name} өзгөрмөсү. Бирдей эмес салмактар эле дисперсияларды болжол менен {effect} \
                    эсе көбөйтөт (Киш боюнча).
                    """
            )
        case .brackets:
            Phrase(
                en: "Estimates by {range} people are in brackets.",
                ru: "Оценки по ответам {range} человек даны в скобках.",
                ky: "{range} адамдын жооптору боюнча баалар кашаада берилет."
            )
        case .peopleRange:
            Phrase(en: "{low} to {high}", ru: "{low}–{high}", ky: "{low}–{high}")
        case .hidden:
            Phrase(
                en: """
                    Estimates by fewer than {fewest} people are hidden, [c]. Counts that would point \
                    at fewer than {least} people are hidden too, and as many more as are needed that \
                    none follows from the sums of a question’s tables; a rating’s answers are shown \
                    for a group wholly or not at all. How many people gave no answer is not hidden.
                    """,
                ru: """
                    Оценки по ответам менее {fewest} человек скрыты, [c]. Скрыты и числа, которые \
                    указывали бы менее чем на {least} человек, и столько других, сколько нужно, \
                    чтобы скрытое нельзя было вычислить по суммам таблиц вопроса; ответы по шкале \
                    оценок показаны для группы целиком или не показаны совсем. Сколько человек не \
                    дали ответа, не скрывается.
                    """,
                ky: """
                    {fewest} адамдан аз жооп берген баалар жашырылат, [c]. {least} адамдан азын \
                    көрсөтүп коё турган сандар да жашырылат, жана суроонун таблицаларынын суммалары \
                    боюнча жашырылганды эсептеп чыгууга болбошу үчүн дагы канча керек болсо, ошончо \
                    сан жашырылат; баалоо шкаласындагы жооптор топ үчүн толук көрсөтүлөт же такыр \
                    көрсөтүлбөйт. Канча адам жооп бербегени жашырылбайт.
                    """
            )
        case .rowsInData:
            Phrase(en: "Rows in the data", ru: "Строк в данных", ky: "Маалыматтагы саптар")
        case .leftOut:
            Phrase(
                en: "Left out: {reason}",
                ru: "Не учтены: {reason}",
                ky: "Эсепке алынган жок: {reason}"
            )
        case .analysedRow: Phrase(en: "Analysed", ru: "В анализе", ky: "Талдоого киргендер")
        case .leftOutCaption:
            Phrase(
                en: "Rows left out, by reason",
                ru: "Неучтённые строки, по причинам",
                ky: "Эсепке алынбаган саптар, себептери боюнча"
            )
        case .step: Phrase(en: "Step", ru: "Шаг", ky: "Кадам")
        case .rows: Phrase(en: "Rows", ru: "Строки", ky: "Саптар")
        }
    }
}
