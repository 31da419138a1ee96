import Qualitative

/// What is known of services at places.
package enum CoverageWord: WordKey {
    // The states.
    case provided
    case providedEverywhere
    case partial
    case partialEverywhere
    case planned
    case absent
    case notMentioned
    case notStudied
    // Beside a state.
    case everywhere
    case disputed
    case placeNotStated
    // The chart.
    case summary
    case howToRead
    case disputedNote

    /// The word for a state.
    init(_ state: Coverage.State) {
        switch state {
        case .provided: self = .provided
        case .partial: self = .partial
        case .planned: self = .planned
        case .absent: self = .absent
        case .notMentioned: self = .notMentioned
        case .notStudied: self = .notStudied
        }
    }

    package var phrase: Phrase {
        switch self {
        case .provided: Phrase(en: "provided", ru: "предоставляется", ky: "көрсөтүлөт")
        case .providedEverywhere:
            Phrase(
                en: "provided, said to hold everywhere",
                ru: "предоставляется, названо общим для всех территорий",
                ky: "көрсөтүлөт, бардык жер үчүн деп айтылган"
            )
        case .partial: Phrase(en: "in part", ru: "частично", ky: "жарым-жартылай")
        case .partialEverywhere:
            Phrase(
                en: "in part, said to hold everywhere",
                ru: "частично, названо общим для всех территорий",
                ky: "жарым-жартылай, бардык жер үчүн деп айтылган"
            )
        case .planned: Phrase(en: "planned", ru: "планируется", ky: "пландалууда")
        case .absent:
            Phrase(en: "said to be absent", ru: "сказано, что этого нет", ky: "жок деп айтылган")
        case .notMentioned: Phrase(en: "not mentioned", ru: "не упомянуто", ky: "айтылган эмес")
        case .notStudied:
            Phrase(en: "not studied there", ru: "там не изучалось", ky: "ал жерде изилденген эмес")
        default: otherPhrase
        }
    }

    private var otherPhrase: Phrase {
        switch self {
        case .everywhere:
            Phrase(
                en: "said to hold everywhere",
                ru: "названо общим для всех территорий",
                ky: "бардык жер үчүн деп айтылган"
            )
        case .disputed:
            Phrase(
                en: "another source says that there is none",
                ru: "другой источник говорит, что этого нет",
                ky: "башка булак жок дейт"
            )
        case .placeNotStated:
            Phrase(en: "place not stated", ru: "место не указано", ky: "жери айтылган эмес")
        case .summary:
            Phrase(
                en: """
                    Grid of {rows, plural, one{# row} other{# rows}} by {columns, plural, one{# place} \
                    other{# places}}. Cells by what is known: {states}.
                    """,
                ru: """
                    Сетка: {rows, plural, one{# строка} few{# строки} many{# строк} other{# строки}}, \
                    {columns, plural, one{# территория} few{# территории} many{# территорий} \
                    other{# территории}}. Клетки по тому, что известно: {states}.
                    """,
                ky: """
                    Тор: {rows, plural, one{# сап} other{# сап}}, {columns, plural, one{# жер} \
                    other{# жер}}. Белгилүү болгону боюнча уячалар: {states}.
                    """
            )
        case .howToRead:
            Phrase(
                en: """
                    The number beside a sign is how many actors were named. “Not mentioned” does not \
                    mean that there is none.
                    """,
                ru: """
                    Число рядом со знаком — сколько организаций названо. «Не упомянуто» не значит, \
                    что этого нет.
                    """,
                ky: """
                    Белгинин жанындагы сан — канча уюм аталганы. «Айтылган эмес» дегени жок дегенди \
                    билдирбейт.
                    """
            )
        default:
            Phrase(
                en: "A small cross in the corner: another source says that there is none.",
                ru: "Крестик в углу: другой источник говорит, что этого нет.",
                ky: "Бурчтагы кичине крест: башка булак жок дейт."
            )
        }
    }
}
