import Survey

/// How variances were told from the sample, for the methods of a report.
package enum VarianceWord: WordKey {
    case replicates
    // How the replicate weights of the data were made.
    case jackknife
    case stratifiedJackknife
    case balanced
    case fay
    case bootstrap
    case successiveDifferences
    case other
    // Replicates that are made here.
    case jackknifeOfClusters
    case jackknifeOfPeople
    case bootstrapOfClusters
    case bootstrapOfPeople
    /// Variances count what the weights were fitted to.
    case countsMargins
    /// What the degrees of freedom are where replicates do not name their clusters.
    case dfOfReplicates

    init(_ method: ReplicateColumns.Method) {
        self =
            switch method {
            case .jackknife: .jackknife
            case .stratifiedJackknife: .stratifiedJackknife
            case .balanced: .balanced
            case .fay: .fay
            case .bootstrap: .bootstrap
            case .successiveDifferences: .successiveDifferences
            case .other: .other
            }
    }

    package var phrase: Phrase {
        switch self {
        case .replicates:
            Phrase(
                en: """
                    {sample}. The data have {n, plural, one{# replicate weight} other{# replicate \
                    weights}} in place of strata and clusters; method: {method}.
                    """,
                ru: """
                    {sample}. Вместо страт и кластеров в данных {n, plural, one{# репликационный вес} \
                    few{# репликационных веса} many{# репликационных весов} other{# репликационного \
                    веса}}; метод: {method}.
                    """,
                ky: """
                    {sample}. Маалыматта катмарлардын жана кластерлердин ордуна {n, plural, \
                    one{# репликациялык салмак} other{# репликациялык салмак}} бар; ыкмасы: {method}.
                    """
            )
        case .jackknife, .stratifiedJackknife, .balanced, .fay, .bootstrap, .successiveDifferences,
            .other:
            method
        default: made
        }
    }

    private var method: Phrase {
        switch self {
        case .jackknife:
            Phrase(en: "jackknife", ru: "метод складного ножа", ky: "бүктөлмө бычак ыкмасы")
        case .stratifiedJackknife:
            Phrase(
                en: "jackknife within strata",
                ru: "метод складного ножа внутри страт",
                ky: "катмарлардын ичиндеги бүктөлмө бычак ыкмасы"
            )
        case .balanced:
            Phrase(
                en: "balanced half-samples",
                ru: "сбалансированные полувыборки",
                ky: "тең салмактуу жарым тандалмалар"
            )
        case .fay:
            Phrase(
                en: "balanced half-samples by Fay",
                ru: "сбалансированные полувыборки по Фэю",
                ky: "Фэй боюнча тең салмактуу жарым тандалмалар"
            )
        case .bootstrap: Phrase(en: "bootstrap", ru: "бутстреп", ky: "бутстреп")
        case .successiveDifferences:
            Phrase(
                en: "successive differences",
                ru: "последовательные разности",
                ky: "удаалаш айырмалар"
            )
        default:
            Phrase(
                en: "as their documentation says",
                ru: "по документации данных",
                ky: "маалыматтын документтери боюнча"
            )
        }
    }

    private var made: Phrase {
        switch self {
        case .jackknifeOfClusters:
            Phrase(
                en: """
                    Standard errors are those of a jackknife that leaves out one cluster at a time: \
                    {n, plural, one{# replicate} other{# replicates}}.
                    """,
                ru: """
                    Стандартные ошибки получены методом складного ножа, кластеры исключались по \
                    одному: {n, plural, one{# реплика} few{# реплики} many{# реплик} \
                    other{# реплики}}.
                    """,
                ky: """
                    Стандарттык каталар бүктөлмө бычак ыкмасы менен алынган, кластерлер бирден \
                    чыгарылган: {n, plural, one{# реплика} other{# реплика}}.
                    """
            )
        case .jackknifeOfPeople:
            Phrase(
                en: """
                    Standard errors are those of a jackknife that leaves out one person at a time: \
                    {n, plural, one{# replicate} other{# replicates}}.
                    """,
                ru: """
                    Стандартные ошибки получены методом складного ножа, люди исключались по одному: \
                    {n, plural, one{# реплика} few{# реплики} many{# реплик} other{# реплики}}.
                    """,
                ky: """
                    Стандарттык каталар бүктөлмө бычак ыкмасы менен алынган, адамдар бирден \
                    чыгарылган: {n, plural, one{# реплика} other{# реплика}}.
                    """
            )
        case .bootstrapOfClusters:
            Phrase(
                en: """
                    Standard errors are those of a bootstrap that draws clusters anew: {n, plural, \
                    one{# replicate} other{# replicates}} from seed {seed}.
                    """,
                ru: """
                    Стандартные ошибки получены бутстрепом с повторным отбором кластеров: {n, plural, \
                    one{# реплика} few{# реплики} many{# реплик} other{# реплики}}, начальное \
                    число {seed}.
                    """,
                ky: """
                    Стандарттык каталар кластерлерди кайра тандаган бутстреп менен алынган: \
                    {n, plural, one{# реплика} other{# реплика}}, баштапкы сан {seed}.
                    """
            )
        case .bootstrapOfPeople:
            Phrase(
                en: """
                    Standard errors are those of a bootstrap that draws people anew: {n, plural, \
                    one{# replicate} other{# replicates}} from seed {seed}.
                    """,
                ru: """
                    Стандартные ошибки получены бутстрепом с повторным отбором людей: {n, plural, \
                    one{# реплика} few{# реплики} many{# реплик} other{# реплики}}, начальное \
                    число {seed}.
                    """,
                ky: """
                    Стандарттык каталар адамдарды кайра тандаган бутстреп менен алынган: {n, plural, \
                    one{# реплика} other{# реплика}}, баштапкы сан {seed}.
                    """
            )
        case .dfOfReplicates:
            Phrase(
                en: """
                    Degrees of freedom of the interval: the rank of the replicate weights in the \
                    group, less one.
                    """,
                ru: """
                    Степени свободы интервала: ранг репликационных весов в группе минус один.
                    """,
                ky: """
                    Интервалдын эркиндик даражалары: топтогу репликациялык салмактардын рангынан бир \
                    кемитилет.
                    """
            )
        default:
            Phrase(
                en: "Standard errors count that the weights are fitted to the population.",
                ru: """
                    Стандартные ошибки учитывают, что веса приведены к распределению совокупности.
                    """,
                ky: """
                    Стандарттык каталар салмактар калктын бөлүштүрүлүшүнө келтирилгенин эске алат.
                    """
            )
        }
    }
}
