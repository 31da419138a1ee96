/// The page on a sample's design.
package enum SampleWord: WordKey {
    case title
    case subtitle
    case interviews
    case clusters
    case clustersDetail
    case selfRepresenting
    case selfRepresentingDetail
    case margin
    case marginDetail
    case sizeHeading
    case population
    case designEffect
    case designEffectDetail
    case simpleSample
    case marginFact
    case marginFactText
    case marginFew
    case difference
    case differenceText
    case approached
    case approachedText
    case threshold
    case thresholdText
    case assumed
    case costHeading
    case costText
    case costChart
    case costChartSubtitle
    case perCluster
    case marginPoints
    case best

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(en: "The sample: {study}", ru: "Выборка: {study}", ky: "Тандалма: {study}")
        case .subtitle:
            Phrase(
                en: "How many people, where, and with what chance of being asked.",
                ru: "Сколько людей, где и с какой вероятностью попасть в опрос.",
                ky: "Канча киши, кайсы жерде жана суралуу ыктымалдыгы кандай."
            )
        case .interviews: Phrase(en: "Interviews", ru: "Интервью", ky: "Интервью")
        case .clusters: Phrase(en: "Clusters", ru: "Кластеры", ky: "Кластерлер")
        case .clustersDetail:
            Phrase(
                en: "about {b} interviews each",
                ru: "примерно по {b} интервью",
                ky: "ар биринде болжол менен {b} интервью"
            )
        case .selfRepresenting:
            Phrase(
                en: "Self-representing places",
                ru: "Саморепрезентируемые населённые пункты",
                ky: "Өзүн өзү чагылдырган калктуу конуштар"
            )
        case .selfRepresentingDetail:
            Phrase(
                en: "more than {size} people of the population",
                ru: "более {size} человек генеральной совокупности",
                ky: "негизги топтун {size} кишисинен көп"
            )
        case .margin: Phrase(en: "Margin of error", ru: "Погрешность", ky: "Катанын чеги")
        case .marginDetail:
            Phrase(
                en: "expected, for a share of 50%, all respondents",
                ru: "ожидаемая, для доли 50\u{A0}%, все опрошенные",
                ky: "күтүлгөн, 50% үлүш үчүн, бардык респонденттер"
            )
        case .sizeHeading:
            Phrase(en: "Size and precision", ru: "Объём и точность", ky: "Көлөмү жана тактыгы")
        case .population:
            Phrase(en: "Population", ru: "Генеральная совокупность", ky: "Негизги топ")
        case .designEffect: Phrase(en: "Design effect", ru: "Эффект дизайна", ky: "Дизайн эффекти")
        case .designEffectDetail:
            Phrase(
                en: "{deff} = 1 + ({b} − 1) × {icc}: people of one cluster are alike (assumed "
                    + "correlation {icc})",
                ru: "{deff} = 1 + ({b} − 1) × {icc}: люди одного кластера похожи (предполагаемая "
                    + "корреляция {icc})",
                ky: "{deff} = 1 + ({b} − 1) × {icc}: бир кластердеги кишилер окшош (болжолдуу "
                    + "корреляция {icc})"
            )
        case .simpleSample:
            Phrase(
                en: "as much as {n, plural, one{# interview} other{# interviews}} of a simple "
                    + "random sample",
                ru: "столько же, сколько {n, plural, one{# интервью} few{# интервью} "
                    + "many{# интервью} other{# интервью}} простой случайной выборки",
                ky: "жөнөкөй кокустук тандалманын {n, plural, one{# интервьюсуна} "
                    + "other{# интервьюсуна}} барабар"
            )
        case .marginFact:
            Phrase(en: "Margin of error", ru: "Погрешность", ky: "Катанын чеги")
        case .marginFactText:
            Phrase(
                en: "±{all} percentage points for all respondents; ±{least} in the smallest "
                    + "part ({name}, {n, plural, one{# interview} other{# interviews}})",
                ru: "±{all} процентного пункта для всех опрошенных; ±{least} в самой малой "
                    + "части ({name}, {n, plural, one{# интервью} few{# интервью} "
                    + "many{# интервью} other{# интервью}})",
                ky: "бардык респонденттер үчүн ±{all} пайыздык пункт; эң кичине бөлүктө ±{least} "
                    + "({name}, {n, plural, one{# интервью} other{# интервью}})"
            )
        case .marginFew:
            Phrase(
                en: "±{all} percentage points for all respondents. In the smallest part ({name}, "
                    + "{n, plural, one{# interview} other{# interviews}}) there are {k, plural, "
                    + "one{# cluster} other{# clusters}}: too few for a margin that is of use.",
                ru: "±{all} процентного пункта для всех опрошенных. В самой малой части ({name}, "
                    + "{n, plural, one{# интервью} few{# интервью} many{# интервью} "
                    + "other{# интервью}}) {k, plural, one{# кластер} few{# кластера} "
                    + "many{# кластеров} other{# кластера}}: слишком мало для полезной погрешности.",
                ky: "бардык респонденттер үчүн ±{all} пайыздык пункт. Эң кичине бөлүктө ({name}, "
                    + "{n, plural, one{# интервью} other{# интервью}}) {k, plural, one{# кластер} "
                    + "other{# кластер}} бар: пайдалуу катанын чеги үчүн өтө аз."
            )
        case .difference:
            Phrase(en: "Difference found", ru: "Выявляемое различие", ky: "Табылуучу айырма")
        case .differenceText:
            Phrase(
                en: "A difference of {points} percentage points between two halves of the sample "
                    + "is found four times in five (power 80%, level 5%)",
                ru: "Различие в {points} процентного пункта между двумя половинами выборки "
                    + "обнаруживается в четырёх случаях из пяти (мощность 80\u{A0}%, уровень 5\u{A0}%)",
                ky: "Тандалманын эки жарымынын ортосундагы {points} пайыздык пункт айырма беш "
                    + "учурдун төртөөсүндө табылат (кубаттуулугу 80%, деңгээли 5%)"
            )
        case .approached:
            Phrase(
                en: "Households to try",
                ru: "Домохозяйств к посещению",
                ky: "Барыла турган үй-бүлөлөр"
            )
        case .approachedText:
            Phrase(
                en: "{n}, if {rate} take part",
                ru: "{n}, если согласятся {rate}",
                ky: "{n}, эгер {rate} катышса"
            )
        case .threshold:
            Phrase(
                en: "Self-representing from",
                ru: "Саморепрезентация от",
                ky: "Өзүн өзү чагылдыруу чеги"
            )
        case .thresholdText:
            Phrase(
                en: "{size} people: population × {b} / {n}. A larger place is in every sample.",
                ru: "{size} человек: совокупность × {b} / {n}. Более крупный населённый пункт "
                    + "входит в любую выборку.",
                ky: "{size} киши: негизги топ × {b} / {n}. Андан чоң конуш ар бир тандалмада болот."
            )
        case .assumed:
            Phrase(
                en: "These figures rest on the assumed correlation; the report gives those of "
                    + "the answers themselves.",
                ru: "Эти числа опираются на предполагаемую корреляцию; отчёт приводит числа по "
                    + "самим ответам.",
                ky:
                    "Бул сандар болжолдуу корреляцияга таянат; отчётто жооптордун өз сандары берилет."
            )
        case .costHeading:
            Phrase(
                en: "Precision for the same money",
                ru: "Точность за те же деньги",
                ky: "Ошол эле акчага тактык"
            )
        case .costText:
            Phrase(
                en: "A cluster costs {cluster}, an interview {interview}. For what {clusters} "
                    + "clusters of {b} cost, other cluster sizes would give this precision. The "
                    + "best size is √((c₁/c₂)(1 − ρ)/ρ) = {best}.",
                ru: "Кластер стоит {cluster}, интервью {interview}. За стоимость {clusters} "
                    + "кластеров по {b} другие размеры кластера дали бы такую точность. Лучший "
                    + "размер: √((c₁/c₂)(1 − ρ)/ρ) = {best}.",
                ky: "Бир кластер {cluster}, бир интервью {interview} турат. {b} интервьюдан турган "
                    + "{clusters} кластердин баасына кластердин башка көлөмдөрү ушундай тактык "
                    + "берет. Эң жакшы көлөм: √((c₁/c₂)(1 − ρ)/ρ) = {best}."
            )
        case .costChart:
            Phrase(
                en: "Margin of error by interviews a cluster",
                ru: "Погрешность по числу интервью в кластере",
                ky: "Кластердеги интервью санына жараша катанын чеги"
            )
        case .costChartSubtitle:
            Phrase(
                en: "Percentage points, for a share of 50%, at the same cost",
                ru: "Процентные пункты, для доли 50\u{A0}%, при той же стоимости",
                ky: "Пайыздык пункттар, 50% үлүш үчүн, баасы бирдей"
            )
        case .perCluster:
            Phrase(en: "Interviews a cluster", ru: "Интервью в кластере", ky: "Кластерде интервью")
        case .marginPoints:
            Phrase(en: "Margin, points", ru: "Погрешность, пункты", ky: "Катанын чеги, пункт")
        case .best: Phrase(en: "planned", ru: "запланировано", ky: "пландалган")
        }
    }
}
