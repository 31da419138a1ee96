/// How far those who coded agree.
package enum AgreementWord: WordKey {
    case heading
    case lead
    case meaning
    case oneCoder
    case anonymous
    case codedOnce
    case bySource
    case byCharacter
    case both
    case only
    case neither
    case equal
    case kappa
    case alpha
    case compared
    case tooFew
    case tooFewNote
    case interval
    case noVariation
    case nothingCompared
    case undefinedNote
    case allCoders
    case unit
    case unitSource
    case unitCharacter
    case units
    case range
    case rangeNone

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "How far the coders agree",
                ru: "Насколько согласны кодировщики",
                ky: "Коддоочулар канчалык макул"
            )
        case .lead:
            Phrase(
                en: """
                    {n, plural, one{# person} other{# people}} coded. Two of them are compared on the \
                    sources that both coded: what one left open there is a no.
                    """,
                ru: """
                    Кодировали: {n, plural, one{# человек} few{# человека} many{# человек} \
                    other{# человека}}. Двоих сравнивают по источникам, которые кодировали оба: что \
                    один там не отметил, значит «нет».
                    """,
                ky: """
                    Коддогондор: {n, plural, one{# адам} other{# адам}}. Экөө тең коддогон булактар \
                    боюнча салыштырылат: бири белгилебегени «жок» дегенди билдирет.
                    """
            )
        case .meaning:
            Phrase(
                en: """
                    Cohen's kappa and Krippendorff's alpha (nominal) are 1 where two always agree and 0 \
                    where they agree no more than chance would have it, given how often they use the \
                    code. By source: does it have the code anywhere? By character: does each character \
                    of the text lie in a passage of the code? Intervals (95%) leave out one source at \
                    a time.
                    """,
                ru: """
                    Каппа Коэна и альфа Криппендорфа (номинальная) равны 1 при полном согласии и 0, если \
                    согласие не больше случайного при той же частоте кода. По источнику: есть ли в нём \
                    код где-нибудь? По знаку: лежит ли каждый знак текста во фрагменте кода? Интервалы \
                    (95\u{A0}%) получены исключением источников по одному.
                    """,
                ky: """
                    Коэндин каппасы жана Криппендорфтун альфасы (номиналдык) толук макулдукта 1, ал эми \
                    коддун жыштыгы боюнча кокустан ашпаса 0. Булак боюнча: анда код бир жерде барбы? \
                    Белги боюнча: тексттин ар бир белгиси коддун үзүндүсүндөбү? Интервалдар (95%) \
                    булактарды бирден алып салуу менен алынды.
                    """
            )
        case .oneCoder:
            Phrase(
                en: "No source was coded by two people, so agreement cannot be measured.",
                ru: "Ни один источник не кодировали двое, поэтому согласие измерить нельзя.",
                ky: "Бир да булакты эки адам коддогон эмес, ошондуктан макулдукту өлчөөгө болбойт."
            )
        case .anonymous:
            Phrase(
                en: "Codings without a coder take no part: {n}.",
                ru: "Кодировки без кодировщика не участвуют: {n}.",
                ky: "Коддоочусу жок коддоолор катышпайт: {n}."
            )
        case .codedOnce:
            Phrase(
                en: "Sources not compared, since one person alone coded them: {n}.",
                ru: "Не сравниваются источники, которые кодировал один человек: {n}.",
                ky: "Бир гана адам коддогондуктан салыштырылбаган булактар: {n}."
            )
        default: tablePhrase
        }
    }

    private var tablePhrase: Phrase {
        switch self {
        case .bySource:
            Phrase(
                en: "{first} and {second}, by source",
                ru: "{first} и {second}, по источникам",
                ky: "{first} жана {second}, булактар боюнча"
            )
        case .byCharacter:
            Phrase(
                en: "{first} and {second}, by character",
                ru: "{first} и {second}, по знакам",
                ky: "{first} жана {second}, белгилер боюнча"
            )
        case .both: Phrase(en: "Both", ru: "Оба", ky: "Экөө тең")
        case .only: Phrase(en: "Only {coder}", ru: "Только {coder}", ky: "{coder} гана")
        case .neither: Phrase(en: "Neither", ru: "Ни один", ky: "Эч кимиси")
        case .equal: Phrase(en: "Equal", ru: "Совпало", ky: "Дал келди")
        case .kappa: Phrase(en: "Cohen's kappa", ru: "Каппа Коэна", ky: "Коэндин каппасы")
        case .alpha:
            Phrase(
                en: "Krippendorff's alpha",
                ru: "Альфа Криппендорфа",
                ky: "Криппендорфтун альфасы"
            )
        case .compared: Phrase(en: "Sources compared", ru: "Источников", ky: "Булактардын саны")
        case .tooFew: Phrase(en: "too few", ru: "мало", ky: "аз")
        case .tooFewNote:
            Phrase(
                en: """
                    Too few: fewer than five sources were compared, or the code stands in fewer than \
                    three of them. A coefficient would say more than is known.
                    """,
                ru: """
                    Мало: сравнивалось меньше пяти источников, или код стоит меньше чем в трёх из них. \
                    Коэффициент сказал бы больше, чем известно.
                    """,
                ky: """
                    Аз: бештен аз булак салыштырылган же код үчөөнөн азында турат. Коэффициент белгилүү \
                    болгондон көп айтмак.
                    """
            )
        case .interval: Phrase(en: "{low} to {high}", ru: "{low} – {high}", ky: "{low} – {high}")
        case .noVariation:
            Phrase(en: "0/0: all the same", ru: "0/0: всё одинаково", ky: "0/0: баары бирдей")
        case .nothingCompared:
            Phrase(en: "nothing to compare", ru: "нечего сравнивать", ky: "салыштырар нерсе жок")
        default: groupPhrase
        }
    }

    private var groupPhrase: Phrase {
        switch self {
        case .undefinedNote:
            Phrase(
                en: """
                    0/0: both said the same of every unit, so that chance alone would explain it and \
                    the coefficient has no value.
                    """,
                ru: """
                    0/0: оба сказали одно и то же обо всех единицах; это объяснил бы и случай, и \
                    коэффициент не имеет значения.
                    """,
                ky: """
                    0/0: экөө тең бардык бирдиктер жөнүндө бирдей айткан; муну кокустук да түшүндүрмөк, \
                    коэффициенттин мааниси жок.
                    """
            )
        case .allCoders:
            Phrase(
                en: "All coders together",
                ru: "Все кодировщики вместе",
                ky: "Бардык коддоочулар бирге"
            )
        case .unit: Phrase(en: "Unit", ru: "Единица", ky: "Бирдиги")
        case .unitSource: Phrase(en: "Source", ru: "Источник", ky: "Булак")
        case .unitCharacter: Phrase(en: "Character", ru: "Знак", ky: "Белги")
        case .units: Phrase(en: "Units", ru: "Единиц", ky: "Бирдиктердин саны")
        case .range:
            Phrase(
                en:
                    "{title}: kappa from {low} to {high}, median {middle}, codes: {n}; no value: {none}",
                ru:
                    "{title}: каппа от {low} до {high}, медиана {middle}, кодов: {n}; без значения: {none}",
                ky:
                    "{title}: каппа {low} – {high}, медиана {middle}, коддор: {n}; мааниси жок: {none}"
            )
        default:
            Phrase(
                en: "{title}: too little to judge any code by",
                ru: "{title}: слишком мало, чтобы судить о каком-либо коде",
                ky: "{title}: кайсы бир код боюнча баа берүүгө өтө аз"
            )
        }
    }
}
