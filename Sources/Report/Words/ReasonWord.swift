package import Survey

/// Why an estimate has no interval.
package enum ReasonWord: WordKey {
    case noDesign
    case fewerThanTwoClusters
    case noDegreesOfFreedom
    case nobodyAnswered
    case constantVariable
    case zeroDenominator
    case notFinite
    case emptyReplicate
    case negativeVariance
    /// Before the reason.
    case noInterval

    package init(_ reason: NoInterval) {
        self =
            switch reason {
            case .noDesign: .noDesign
            case .fewerThanTwoClusters: .fewerThanTwoClusters
            case .noDegreesOfFreedom: .noDegreesOfFreedom
            case .nobodyAnswered: .nobodyAnswered
            case .constantVariable: .constantVariable
            case .zeroDenominator: .zeroDenominator
            case .notFinite: .notFinite
            case .emptyReplicate: .emptyReplicate
            case .negativeVariance: .negativeVariance
            }
    }

    package var phrase: Phrase {
        switch self {
        case .noDesign:
            Phrase(
                en: "no probability sample",
                ru: "выборка не вероятностная",
                ky: "ыктымалдык тандалма эмес"
            )
        case .fewerThanTwoClusters:
            Phrase(
                en: "fewer than two clusters",
                ru: "меньше двух кластеров",
                ky: "экиден аз кластер"
            )
        case .noDegreesOfFreedom:
            Phrase(
                en: "one cluster in each stratum",
                ru: "в каждой страте один кластер",
                ky: "ар бир катмарда бирден кластер"
            )
        case .nobodyAnswered:
            Phrase(en: "nobody answered", ru: "никто не ответил", ky: "эч ким жооп берген эмес")
        case .constantVariable:
            Phrase(
                en: "all answers are equal",
                ru: "все ответы одинаковы",
                ky: "бардык жооптор бирдей"
            )
        case .zeroDenominator:
            Phrase(en: "the base is zero", ru: "база равна нулю", ky: "негизи нөлгө барабар")
        case .notFinite:
            Phrase(
                en: "a value is not finite",
                ru: "есть бесконечное значение",
                ky: "чексиз маани бар"
            )
        case .emptyReplicate:
            Phrase(
                en: "a replicate leaves nobody of the group",
                ru: "в одной из реплик никого из группы не остаётся",
                ky: "репликалардын биринде топтон эч ким калбайт"
            )
        case .negativeVariance:
            Phrase(
                en: "the approximation of the variance is negative",
                ru: "приближение дисперсии отрицательно",
                ky: "дисперсиянын жакындатылган мааниси терс"
            )
        case .noInterval:
            Phrase(
                en: "no interval: {reason}",
                ru: "нет интервала: {reason}",
                ky: "интервал жок: {reason}"
            )
        }
    }
}
