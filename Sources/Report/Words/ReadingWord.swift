/// How to read the tables, and what the data cannot say.
package enum ReadingWord: WordKey {
    case limits
    case notProbability
    case madeUp
    case differences
    case differencesWithIntervals
    case byChance
    case heading
    case rounded
    // Signs and what they mean.
    case n
    case psus
    case df
    case interval
    case intervalMeans
    case bracketMeans
    case hiddenMeans
    case unavailableMeans

    package var phrase: Phrase {
        switch self {
        case .limits:
            Phrase(
                en: "What the data cannot say",
                ru: "Чего эти данные сказать не могут",
                ky: "Бул маалымат эмнени айта албайт"
            )
        case .notProbability:
            Phrase(
                en: """
                    This is not a probability sample. The numbers describe these answers only; no \
                    interval says how far they are from any population.
                    """,
                ru: """
                    Это не вероятностная выборка. Числа описывают только эти ответы; никакой \
                    интервал не скажет, насколько они далеки от какой-либо совокупности.
                    """,
                ky: """
                    Бул ыктымалдык тандалма эмес. Сандар ушул жоопторду гана сүрөттөйт; алар кандайдыр \
                    бир калктан канчалык айырмаланарын эч бир интервал айтпайт.
                    """
            )
        case .madeUp:
            Phrase(
                en: "The answers are made up. No number says anything about real people.",
                ru: "Ответы вымышлены. Ни одно число ничего не говорит о реальных людях.",
                ky:
                    "Жооптор ойдон чыгарылган. Бир дагы сан чыныгы адамдар жөнүндө эч нерсе айтпайт."
            )
        case .differences:
            Phrase(
                en: "A difference between two groups is not tested here.",
                ru: "Различия между двумя группами здесь не проверяются.",
                ky: "Эки топтун ортосундагы айырма бул жерде текшерилбейт."
            )
        case .differencesWithIntervals:
            Phrase(
                en: """
                    A difference between two groups is not tested here. Where intervals overlap, that \
                    does not mean that there is no difference.
                    """,
                ru: """
                    Различия между двумя группами здесь не проверяются. Если интервалы пересекаются, \
                    это не значит, что различия нет.
                    """,
                ky: """
                    Эки топтун ортосундагы айырма бул жерде текшерилбейт. Интервалдар кесилишсе, бул \
                    айырма жок дегенди билдирбейт.
                    """
            )
        case .byChance:
            Phrase(
                en: "Many numbers are shown; some will look remarkable by chance alone.",
                ru: "Чисел показано много; некоторые покажутся примечательными просто случайно.",
                ky: "Көп сан көрсөтүлгөн; айрымдары кокустан эле өзгөчө көрүнүшү мүмкүн."
            )
        case .heading:
            Phrase(
                en: "How to read the tables",
                ru: "Как читать таблицы",
                ky: "Таблицаларды кантип окуу керек"
            )
        case .rounded:
            Phrase(
                en: "Percentages are rounded and may not add up to 100.",
                ru: "Проценты округлены, их сумма может отличаться от 100.",
                ky: "Пайыздар тегеректелген, суммасы 100гө барабар болбошу мүмкүн."
            )
        case .n:
            Phrase(
                en: "How many people a number is based on, unweighted.",
                ru: "На ответах скольких людей основано число, без весов.",
                ky: "Сан канча адамдын жообуна негизделген, салмаксыз."
            )
        case .psus:
            Phrase(
                en: """
                    Primary sampling units (clusters) that hold the group. Few of them carry little, \
                    however many people they hold.
                    """,
                ru: """
                    Первичные единицы отбора, в которых есть эта группа. Если их мало, оценка \
                    ненадёжна, сколько бы людей в них ни было.
                    """,
                ky: """
                    Бул топ кездешкен тандоонун биринчи бирдиктери. Алар аз болсо, ичинде канча адам \
                    болсо да, баа ишенимсиз.
                    """
            )
        case .df:
            Phrase(
                en: "Degrees of freedom of the interval: clusters less strata that hold the group.",
                ru: "Степени свободы интервала: кластеры минус страты, в которых есть эта группа.",
                ky:
                    "Интервалдын эркиндик даражалары: бул топ кездешкен кластерлерден катмарлар алынат."
            )
        case .interval:
            Phrase(
                en: "95% interval",
                ru: "Доверительный интервал 95\u{A0}%",
                ky: "95% ишеним интервалы"
            )
        case .intervalMeans:
            Phrase(
                en: """
                    Of a hundred samples drawn the same way, about 95 would give an interval that \
                    holds the value of the whole population. It covers chance only, not \
                    misunderstood questions or people who were not reached. Small n, wide interval.
                    """,
                ru: """
                    Из ста выборок, отобранных таким же образом, примерно 95 дали бы интервал, в \
                    котором лежит значение для всей совокупности. Он учитывает только случайность, \
                    но не вопросы, которые поняли неверно, и не людей, до которых не дошли. Чем \
                    меньше n, тем шире интервал.
                    """,
                ky: """
                    Ушундай эле жол менен тандалган жүз тандалманын болжол менен 95и бүт калктагы \
                    маанини камтыган интервал берет. Ал кокустукту гана эске алат, туура эмес \
                    түшүнүлгөн суроолорду же жетпей калган адамдарды эмес. n канчалык аз болсо, \
                    интервал ошончолук кенен.
                    """
            )
        case .bracketMeans:
            Phrase(
                en: "In brackets: {range} people.",
                ru: "В скобках: {range} человек.",
                ky: "Кашаада: {range} адам."
            )
        case .hiddenMeans:
            Phrase(
                en: "Hidden: too few people, or it would give away a hidden number.",
                ru: "Скрыто: слишком мало людей, или это выдало бы скрытое число.",
                ky: "Жашырылган: адам өтө аз же бул жашырылган санды ачып коймок."
            )
        case .unavailableMeans:
            Phrase(
                en: "Cannot be computed, or nobody answered.",
                ru: "Вычислить нельзя, или никто не ответил.",
                ky: "Эсептөөгө болбойт же эч ким жооп берген эмес."
            )
        }
    }
}
