/// The network of actors: what its drawing and its figures are called.
package enum NetworkWord: WordKey {
    case title
    case titleOfOnePart
    case summary
    case actors
    case number
    case severalActors
    case oneActor
    case bridge
    // What follows from it.
    case parts
    case density
    case singles
    case noSingles
    case bridgesHeading
    // The table of actors.
    case standsBetween
    case standsBetweenNote
    case part

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(
                en: "The network falls into {n} parts without a tie between them",
                ru: "Сеть распадается на части без связей между ними: {n}",
                ky: "Тармак өз ара байланышы жок {n} бөлүккө бөлүнөт"
            )
        case .titleOfOnePart:
            Phrase(
                en: "All actors with a tie are connected through what they do",
                ru: "Все организации со связями соединены общими делами",
                ky: "Байланышы бар бардык уюмдар иштери аркылуу биригет"
            )
        case .summary:
            Phrase(
                en:
                    "Network. Actors: {actors}; activities: {subjects}; ties: {ties}; parts: {parts}.",
                ru:
                    "Сеть. Организации: {actors}; виды деятельности: {subjects}; связи: {ties}; части: {parts}.",
                ky:
                    "Тармак. Уюмдар: {actors}; иш түрлөрү: {subjects}; байланыштар: {ties}; бөлүктөр: {parts}."
            )
        case .actors: Phrase(en: "Actors", ru: "Организации", ky: "Уюмдар")
        case .number: Phrase(en: "Number", ru: "Число", ky: "Саны")
        case .severalActors:
            Phrase(
                en: "actor, or activity of several actors",
                ru: "организация или деятельность нескольких организаций",
                ky: "уюм же бир нече уюмдун иши"
            )
        case .oneActor:
            Phrase(
                en: "activity of one actor alone",
                ru: "деятельность только одной организации",
                ky: "бир гана уюмдун иши"
            )
        case .bridge:
            Phrase(
                en: "actor without whom others would lose their tie",
                ru: "организация, без которой другие потеряют связь",
                ky: "ансыз башкалары байланышын жоготкон уюм"
            )
        default: findingPhrase
        }
    }

    private var findingPhrase: Phrase {
        switch self {
        case .parts:
            Phrase(
                en: "Actors and activities together, by part: {sizes}.",
                ru: "Организаций и видов деятельности вместе, по частям: {sizes}.",
                ky: "Уюмдар жана иш түрлөрү чогуу, бөлүктөр боюнча: {sizes}."
            )
        case .density:
            Phrase(
                en: """
                    Of all possible pairs of an actor and an activity {share} have a tie \
                    ({ties} of {pairs}).
                    """,
                ru: """
                    Из всех возможных пар «организация — деятельность» связь есть у {share} \
                    ({ties} из {pairs}).
                    """,
                ky: """
                    «Уюм — иш» мүмкүн болгон бардык жуптардын ичинен {share} байланыштуу \
                    ({pairs} ичинен {ties}).
                    """
            )
        case .singles:
            Phrase(
                en: "Resting on one actor alone: if it leaves, nobody named here does this",
                ru:
                    "Держится на одной организации: если она уйдёт, этого не делает никто из названных",
                ky: "Бир гана уюмга таянат: ал кетсе, аталгандардын эч кимиси муну кылбайт"
            )
        case .noSingles:
            Phrase(
                en: "Each activity has at least two actors.",
                ru: "У каждого вида деятельности не менее двух организаций.",
                ky: "Ар бир иш түрүндө кеминде эки уюм бар."
            )
        case .bridgesHeading:
            Phrase(
                en: "Joining others: without it, these lose their tie to the rest",
                ru: "Соединяет других: без неё эти теряют связь с остальными",
                ky: "Башкаларды бириктирет: ансыз булар калгандар менен байланышын жоготот"
            )
        default: tablePhrase
        }
    }

    private var tablePhrase: Phrase {
        switch self {
        case .standsBetween:
            Phrase(en: "Stands between", ru: "Стоит между другими", ky: "Башкалардын ортосунда")
        case .standsBetweenNote:
            Phrase(
                en: """
                    “Stands between” is the share of all pairs of other actors and activities whose \
                    shortest chain of ties goes through this actor, from 0 to 1 ({source}, \
                    betweenness). It describes this map, not how good an actor's work is.
                    """,
                ru: """
                    «Стоит между другими» — доля всех пар остальных организаций и видов деятельности, \
                    кратчайшая цепь связей между которыми проходит через эту организацию, от 0 до 1 \
                    ({source}, посредничество). Это описание карты, а не оценка работы.
                    """,
                ky: """
                    «Башкалардын ортосунда» — калган уюмдар менен иш түрлөрүнүн бардык жуптарынын \
                    ичинен эң кыска байланыш чынжыры ушул уюм аркылуу өткөндөрүнүн үлүшү, 0дөн 1ге \
                    чейин ({source}, ортомчулук). Бул картаны сүрөттөйт, иштин сапатын эмес.
                    """
            )
        default: Phrase(en: "Part", ru: "Часть", ky: "Бөлүк")
        }
    }
}
