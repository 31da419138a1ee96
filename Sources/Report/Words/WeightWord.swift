/// The page on weights.
package enum WeightWord: WordKey {
    case title
    case subtitle
    case respondents
    case effective
    case effectiveDetail
    case effect
    case effectDetail
    case range
    case rangeDetail
    case stepsHeading
    case stepsText
    case step
    case sum
    case lowest
    case median
    case highest
    case kish
    case variation
    case base
    case persons
    case response
    case margins
    case trimmed
    case marginsAgain
    case selfWeighting
    case selfWeightingText
    case sameProbabilities
    case stagesCancel
    case plotHeading
    case plotTitle
    case plotSubtitle
    case marginsHeading
    case marginsText
    case group
    case before
    case after
    case target
    case groupsHeading
    case groupsText
    case uncertainty

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(en: "The weights: {study}", ru: "Веса: {study}", ky: "Салмактар: {study}")
        case .subtitle:
            Phrase(
                en:
                    "How many people of the population each respondent stands for, and what that costs.",
                ru: "Скольких людей представляет каждый опрошенный и чего это стоит.",
                ky: "Ар бир респондент калктын канча кишисин билдирет жана анын баасы кандай."
            )
        case .respondents: Phrase(en: "Respondents", ru: "Опрошенные", ky: "Респонденттер")
        case .effective:
            Phrase(en: "Effective respondents", ru: "Эффективное число", ky: "Натыйжалуу саны")
        case .effectiveDetail:
            Phrase(
                en: "as precise as so many with equal weights",
                ru: "столько же точности, сколько у стольких с равными весами",
                ky: "тең салмактуу ушунча респондентке барабар тактык"
            )
        case .effect:
            Phrase(en: "Effect of weights", ru: "Эффект весов", ky: "Салмактардын эффекти")
        case .effectDetail:
            Phrase(
                en: "after Kish; variances grow by about this",
                ru: "по Кишу; примерно во столько раз растут дисперсии",
                ky: "Киш боюнча; дисперсиялар болжол менен ушунча эсе өсөт"
            )
        case .range:
            Phrase(en: "Highest / lowest", ru: "Наибольший / наименьший", ky: "Эң чоң / эң кичине")
        case .rangeDetail:
            Phrase(
                en: "ratio of the extreme weights",
                ru: "отношение крайних весов",
                ky: "четки салмактардын катышы"
            )
        case .stepsHeading:
            Phrase(en: "How they were made", ru: "Как они получены", ky: "Алар кантип алынды")
        case .stepsText:
            Phrase(
                en: "Each step multiplies the weights of the step before.",
                ru: "Каждый шаг умножает веса предыдущего шага.",
                ky: "Ар бир кадам мурунку кадамдын салмактарын көбөйтөт."
            )
        case .step: Phrase(en: "Step", ru: "Шаг", ky: "Кадам")
        case .sum: Phrase(en: "Sum", ru: "Сумма", ky: "Суммасы")
        case .lowest: Phrase(en: "Lowest", ru: "Наименьший", ky: "Эң кичине")
        case .median: Phrase(en: "Median", ru: "Медиана", ky: "Медиана")
        case .highest: Phrase(en: "Highest", ru: "Наибольший", ky: "Эң чоң")
        case .kish: Phrase(en: "Kish’s effect", ru: "Эффект Киша", ky: "Киштин эффекти")
        case .variation:
            Phrase(
                en: "Coefficient of variation",
                ru: "Коэффициент вариации",
                ky: "Вариация коэффициенти"
            )
        case .base:
            Phrase(
                en: "1 / probability of selection",
                ru: "1 / вероятность отбора",
                ky: "1 / тандалуу ыктымалдыгы"
            )
        case .persons:
            Phrase(
                en: "× persons of the household, one of whom was asked",
                ru: "× число лиц в домохозяйстве, из которых опрошен один",
                ky: "× үй-бүлөдөгү кишилер, алардан бири суралды"
            )
        case .response:
            Phrase(
                en: "× selected / answered, class by class",
                ru: "× отобрано / ответили, по классам",
                ky: "× тандалгандар / жооп бергендер, класстар боюнча"
            )
        case .margins:
            Phrase(
                en: "raked to the population's margins",
                ru: "приведены к распределениям совокупности",
                ky: "калктын бөлүштүрүлүшүнө келтирилди"
            )
        case .trimmed:
            Phrase(en: "cut to limits", ru: "обрезаны по пределам", ky: "чектерге кесилди")
        case .marginsAgain:
            Phrase(
                en: "raked again after cutting",
                ru: "снова приведены после обрезки",
                ky: "кескенден кийин кайра келтирилди"
            )
        case .selfWeighting:
            Phrase(
                en: "The sample weights itself",
                ru: "Выборка самовзвешивающаяся",
                ky: "Тандалма өзүн өзү салмактайт"
            )
        case .selfWeightingText:
            Phrase(
                en:
                    "All weights are equal after this step: {step}. Clusters were drawn in proportion to "
                    + "their size and the same number of people was asked in each, so that the two cancel "
                    + "out.",
                ru:
                    "После этого шага все веса равны: {step}. Кластеры отобраны пропорционально размеру, и "
                    + "в каждом опрошено одинаковое число людей, поэтому одно компенсирует другое.",
                ky:
                    "Бул кадамдан кийин бардык салмактар бирдей: {step}. Кластерлер көлөмүнө жараша "
                    + "тандалып, ар биринде бирдей сандагы киши суралган, ошондуктан экөө бири-бирин "
                    + "теңдейт."
            )
        case .sameProbabilities:
            Phrase(
                en:
                    "All weights are equal after this step: {step}. Everybody had the same probability of "
                    + "being drawn.",
                ru:
                    "После этого шага все веса равны: {step}. Вероятность отбора была у всех одинаковой.",
                ky:
                    "Бул кадамдан кийин бардык салмактар бирдей: {step}. Тандалуу ыктымалдыгы баарында "
                    + "бирдей болгон."
            )
        case .stagesCancel:
            Phrase(
                en:
                    "The product of the two probabilities differs by {range} between respondents: the draw "
                    + "is nearly self-weighting.",
                ru: "Произведение вероятностей различается у опрошенных на {range}: отбор почти "
                    + "самовзвешивающийся.",
                ky:
                    "Ыктымалдыктардын көбөйтүндүсү респонденттерде {range} айырмаланат: тандоо дээрлик өзүн "
                    + "өзү салмактайт."
            )
        case .plotHeading:
            Phrase(
                en: "How the weights are spread",
                ru: "Распределение весов",
                ky: "Салмактардын бөлүштүрүлүшү"
            )
        case .plotTitle:
            Phrase(
                en: "Respondents by weight",
                ru: "Опрошенные по весу",
                ky: "Салмак боюнча респонденттер"
            )
        case .plotSubtitle:
            Phrase(
                en: "Number of respondents; the mean weight is 1",
                ru: "Число опрошенных; средний вес равен 1",
                ky: "Респонденттердин саны; орточо салмак 1"
            )
        case .marginsHeading:
            Phrase(
                en: "The population's margins",
                ru: "Распределения совокупности",
                ky: "Калктын бөлүштүрүлүшү"
            )
        case .marginsText:
            Phrase(
                en:
                    "Share of each group with the weights before raking and after it, beside its share of the "
                    + "population.",
                ru: "Доля каждой группы с весами до приведения и после него рядом с её долей в "
                    + "совокупности.",
                ky:
                    "Ар бир топтун келтирүүгө чейинки жана андан кийинки салмактар менен үлүшү, калктагы "
                    + "үлүшүнүн жанында."
            )
        case .group: Phrase(en: "Group", ru: "Группа", ky: "Топ")
        case .before: Phrase(en: "Before", ru: "До", ky: "Чейин")
        case .after: Phrase(en: "After", ru: "После", ky: "Кийин")
        case .target: Phrase(en: "Population", ru: "Совокупность", ky: "Калк")
        case .groupsHeading:
            Phrase(
                en: "What weights cost by group",
                ru: "Цена весов по группам",
                ky: "Топтор боюнча салмактардын баасы"
            )
        case .groupsText:
            Phrase(
                en: "Kish's effect within each group of the breakdowns.",
                ru: "Эффект Киша внутри каждой группы разбивок.",
                ky: "Бөлүнүштөрдүн ар бир тобундагы Киштин эффекти."
            )
        case .uncertainty:
            Phrase(
                en:
                    "Standard errors in the report take these weights as given. Raking to true margins "
                    + "usually makes estimates a little more precise than they say.",
                ru: "Стандартные ошибки в отчёте считают эти веса заданными. Приведение к верным "
                    + "распределениям обычно делает оценки немного точнее, чем они показывают.",
                ky: "Отчёттогу стандарттык каталар бул салмактарды берилген деп эсептейт. Туура "
                    + "бөлүштүрүүлөргө келтирүү баалоолорду адатта алар көрсөткөндөн бир аз тагыраак кылат."
            )
        }
    }
}
