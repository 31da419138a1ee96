/// The page on what a design would find.
package enum SimulationWord: WordKey {
    case title
    case subtitle
    case runs
    case interviews
    case coverage
    case coverageDetail
    case effect
    case effectDetail
    case how
    case howText
    case estimates
    case estimate
    case truth
    case bias
    case biasNote
    case covered
    case coverageNote
    case margin
    case designEffect
    case whole
    case coverageChart
    case coverageSubtitle
    case power
    case powerText
    case difference
    case standardError
    case chance
    case detectable
    case limits
    case limitsText

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(
                en: "What the design would find: {study}",
                ru: "Что обнаружит дизайн: {study}",
                ky: "Дизайн эмнени табат: {study}"
            )
        case .subtitle:
            Phrase(
                en: "The study made up again and again, and estimated as the report would.",
                ru: "Исследование создано заново много раз и оценено так, как в отчёте.",
                ky: "Изилдөө көп жолу кайра ойдон түзүлүп, отчёттогудай бааланды."
            )
        case .runs: Phrase(en: "Runs", ru: "Прогонов", ky: "Кайталоо")
        case .interviews:
            Phrase(en: "Interviews each", ru: "Интервью в каждом", ky: "Ар биринде интервью")
        case .coverage: Phrase(en: "Coverage", ru: "Покрытие", ky: "Камтуу")
        case .coverageDetail:
            Phrase(
                en: "of 95% intervals, mean of all estimates",
                ru: "95\u{A0}%-х интервалов, среднее по всем оценкам",
                ky: "95% интервалдардын, бардык баалоолордун орточосу"
            )
        case .effect: Phrase(en: "Design effect", ru: "Эффект дизайна", ky: "Дизайн эффекти")
        case .effectDetail:
            Phrase(
                en: "mean of the scales, all respondents",
                ru: "среднее по шкалам, все опрошенные",
                ky: "шкалалардын орточосу, бардык респонденттер"
            )
        case .how: Phrase(en: "How it was done", ru: "Как это сделано", ky: "Бул кандай жасалды")
        case .howText:
            Phrase(
                en:
                    "Answers were made up by simulation.yaml, {n, plural, one{# time} other{# times}}, with one "
                    + "seed ({seed}) and a stream for each run, and weighted and estimated with the study's own "
                    + "design. The true values are those that the answers were made from.",
                ru:
                    "Ответы созданы по simulation.yaml {n, plural, one{# раз} few{# раза} many{# раз} "
                    + "other{# раза}} с одним начальным числом ({seed}) и отдельным потоком для каждого прогона, "
                    + "взвешены и оценены по дизайну исследования. Истинные значения те, из которых созданы "
                    + "ответы.",
                ky:
                    "Жооптор simulation.yaml боюнча {n, plural, one{# жолу} other{# жолу}} бир баштапкы сан "
                    + "({seed}) жана ар бир кайталоого өз агым менен ойдон түзүлүп, изилдөөнүн өз дизайны менен "
                    + "салмакталып бааланды. Чыныгы маанилер жооптор алынган маанилер."
            )
        case .estimates:
            Phrase(en: "Planned estimates", ru: "Плановые оценки", ky: "Пландалган баалоолор")
        case .estimate: Phrase(en: "Estimate", ru: "Оценка", ky: "Баалоо")
        case .truth: Phrase(en: "True value", ru: "Истинное значение", ky: "Чыныгы маани")
        case .bias: Phrase(en: "Bias", ru: "Смещение", ky: "Жылышуу")
        case .biasNote:
            Phrase(
                en:
                    "Bias: the mean of all runs less the true value; under it its Monte Carlo standard error.",
                ru:
                    "Смещение: среднее по прогонам минус истинное значение; под ним его стандартная ошибка "
                    + "Монте-Карло.",
                ky:
                    "Жылышуу: кайталоолордун орточосу минус чыныгы маани; астында Монте-Карло стандарттык "
                    + "катасы."
            )
        case .covered: Phrase(en: "Coverage", ru: "Покрытие", ky: "Камтуу")
        case .coverageNote:
            Phrase(
                en:
                    "Coverage: the share of runs whose interval holds the true value; it should be 95%.",
                ru:
                    "Покрытие: доля прогонов, чей интервал содержит истинное значение; должно быть 95\u{A0}%.",
                ky: "Камтуу: интервалында чыныгы маани бар кайталоолордун үлүшү; 95% болушу керек."
            )
        case .margin:
            Phrase(en: "Half interval", ru: "Половина интервала", ky: "Интервалдын жарымы")
        case .designEffect: Phrase(en: "Design effect", ru: "Эффект дизайна", ky: "Дизайн эффекти")
        case .whole: Phrase(en: "All", ru: "Все", ky: "Баары")
        case .coverageChart:
            Phrase(
                en: "Coverage of 95% intervals",
                ru: "Покрытие 95\u{A0}%-х интервалов",
                ky: "95% интервалдардын камтуусу"
            )
        case .coverageSubtitle:
            Phrase(
                en: "Share of runs that hold the true value, with Monte Carlo intervals",
                ru: "Доля прогонов с истинным значением внутри, с интервалами Монте-Карло",
                ky:
                    "Чыныгы маани ичинде болгон кайталоолордун үлүшү, Монте-Карло интервалдары менен"
            )
        case .power: Phrase(en: "Power", ru: "Мощность", ky: "Кубаттуулук")
        case .powerText:
            Phrase(
                en:
                    "The chance that a test at 5% finds a true difference of that size, by the standard errors "
                    + "that the runs found.",
                ru:
                    "Вероятность, что тест на уровне 5\u{A0}% обнаружит истинное различие такой величины, по "
                    + "стандартным ошибкам прогонов.",
                ky:
                    "5% деңгээлдеги тест ушундай чоңдуктагы чыныгы айырманы табуу ыктымалдыгы, кайталоолордун "
                    + "стандарттык каталары боюнча."
            )
        case .difference: Phrase(en: "Difference", ru: "Различие", ky: "Айырма")
        case .standardError:
            Phrase(en: "Standard error", ru: "Стандартная ошибка", ky: "Стандарттык ката")
        case .chance:
            Phrase(en: "Chance to find it", ru: "Вероятность найти", ky: "Табуу ыктымалдыгы")
        case .detectable:
            Phrase(en: "Found with 80%", ru: "Находится с 80\u{A0}%", ky: "80% менен табылат")
        case .limits:
            Phrase(
                en: "What this cannot say",
                ru: "Чего это не скажет",
                ky: "Бул эмнени айта албайт"
            )
        case .limitsText:
            Phrase(
                en:
                    "People who refuse at random bias nothing here; in the field they may differ from the others. "
                    + "Correlations and the likeness inside clusters are assumptions of the plan.",
                ru:
                    "Случайные отказы здесь ничего не смещают; в поле отказавшиеся могут отличаться от других. "
                    + "Корреляции и сходство внутри кластеров суть допущения плана.",
                ky:
                    "Кокустук баш тартуулар бул жерде эч нерсени жылдырбайт; талаада баш тарткандар башкалардан "
                    + "айырмаланышы мүмкүн. Корреляциялар жана кластер ичиндеги окшоштук пландын божомолдору."
            )
        }
    }
}
