/// How what is named and what is offered meet at one place.
package enum MeetingWord: WordKey {
    // How they meet.
    case gap
    case partlyServed
    case served
    case unmapped
    case offeredUnnamed
    case quiet
    case unknown
    // What is named.
    case named
    case alsoDenied
    case notNamed
    case saidAbsent
    case noSources
    // What is offered.
    case provided
    case partial
    case serviceAbsent
    case disputed
    case notMentioned
    case notMapped
    // The legend's words.
    case signNamed
    case signNotNamed
    case signSaidAbsent
    case signNotStudied
    case signProvided
    case signPartial
    case signNotMentioned
    case signServiceAbsent
    case signNotMapped
    case unnamedActor
    // Headings of a table.
    case barrier
    case service
    case meeting

    package var phrase: Phrase {
        switch self {
        case .gap:
            Phrase(en: "Named, and no help", ru: "Названо, помощи нет", ky: "Аталган, жардам жок")
        case .partlyServed:
            Phrase(
                en: "Named, and help in part",
                ru: "Названо, помощь частичная",
                ky: "Аталган, жардам жарым-жартылай"
            )
        case .served:
            Phrase(
                en: "Named, though help is offered",
                ru: "Названо, хотя помощь есть",
                ky: "Жардам болсо да, аталган"
            )
        case .unmapped:
            Phrase(
                en: "Named; nobody looked for services",
                ru: "Названо; услуг не искали",
                ky: "Аталган; кызматтар изделген эмес"
            )
        case .offeredUnnamed:
            Phrase(
                en: "Help is offered, no barrier named",
                ru: "Помощь есть, барьер не назван",
                ky: "Жардам бар, тоскоолдук аталган эмес"
            )
        case .quiet:
            Phrase(
                en: "Neither named nor served",
                ru: "Не названо и услуг нет",
                ky: "Аталган да, кызмат да жок"
            )
        case .unknown: Phrase(en: "Not studied", ru: "Не изучено", ky: "Изилденген эмес")
        default: clauses
        }
    }

    private var clauses: Phrase {
        switch self {
        case .named:
            Phrase(
                en: "named by {n} of {of, plural, one{# source} other{# sources}}",
                ru:
                    "называют {n} из {of, plural, one{# источника} few{# источников} many{# источников} other{# источника}}",
                ky: "{of, plural, one{# булактын} other{# булактын}} {n} атаган"
            )
        case .alsoDenied:
            Phrase(
                en: "; {n, plural, one{# says} other{# say}} that nothing is lacking",
                ru:
                    "; {n, plural, one{# говорит} few{# говорят} many{# говорят} other{# говорят}}, что нехватки нет",
                ky: "; {n, plural, one{#} other{#}} кем жери жок дейт"
            )
        case .notNamed:
            Phrase(
                en: "named by none of {of, plural, one{# source} other{# sources}}",
                ru:
                    "не называет ни один из {of, plural, one{# источника} few{# источников} many{# источников} other{# источника}}",
                ky: "{of, plural, one{# булактын} other{# булактын}} бири да атаган жок"
            )
        case .saidAbsent:
            Phrase(
                en:
                    "{n} of {of, plural, one{# source} other{# sources}}: nothing is lacking",
                ru:
                    "{n} из {of, plural, one{# источника} few{# источников} many{# источников} other{# источника}}: нехватки нет",
                ky: "{of, plural, one{# булактын} other{# булактын}} {n} кем жери жок дейт"
            )
        case .noSources:
            Phrase(
                en: "no source speaks of this place",
                ru: "ни один источник не говорит об этом месте",
                ky: "бул жер жөнүндө бир да булак айтпайт"
            )
        case .provided:
            Phrase(
                en: "offered: {services}",
                ru: "предлагается: {services}",
                ky: "сунушталат: {services}"
            )
        case .partial:
            Phrase(
                en: "offered in part or planned: {services}",
                ru: "частично или в планах: {services}",
                ky: "жарым-жартылай же пландалган: {services}"
            )
        case .serviceAbsent:
            Phrase(
                en: "said not to be offered there",
                ru: "сказано, что там такой помощи нет",
                ky: "ал жерде мындай жардам жок деп айтылган"
            )
        case .disputed:
            Phrase(
                en: "; also said not to be offered",
                ru: "; сказано и то, что её нет",
                ky: "; жок деп да айтылган"
            )
        case .notMentioned:
            Phrase(
                en: "nobody mentioned a service",
                ru: "услуг никто не назвал",
                ky: "эч ким кызмат атаган жок"
            )
        case .notMapped:
            Phrase(
                en: "nobody looked for services there",
                ru: "услуг там не искали",
                ky: "ал жерде кызматтар изделген эмес"
            )
        default: signs
        }
    }

    private var signs: Phrase {
        switch self {
        case .signNamed:
            Phrase(
                en: "barrier named (sources)",
                ru: "барьер назван (источников)",
                ky: "тоскоолдук аталган (булактар)"
            )
        case .signNotNamed: Phrase(en: "not named", ru: "не назван", ky: "аталган эмес")
        case .signSaidAbsent:
            Phrase(en: "said not to be there", ru: "сказано, что нет", ky: "жок деп айтылган")
        case .signNotStudied:
            Phrase(en: "not studied there", ru: "там не изучалось", ky: "ал жерде изилденген эмес")
        case .signProvided:
            Phrase(
                en: "help offered (services)",
                ru: "помощь есть (услуг)",
                ky: "жардам бар (кызматтар)"
            )
        case .signPartial:
            Phrase(
                en: "in part or planned",
                ru: "частично или в планах",
                ky: "жарым-жартылай же планда"
            )
        case .signNotMentioned: Phrase(en: "none mentioned", ru: "не названа", ky: "аталган эмес")
        case .signServiceAbsent:
            Phrase(en: "said not to be offered", ru: "сказано, что нет", ky: "жок деп айтылган")
        case .signNotMapped:
            Phrase(en: "not looked for there", ru: "там не искали", ky: "ал жерде изделген эмес")
        case .unnamedActor:
            Phrase(en: "provider not named", ru: "кто — не названо", ky: "ким экени аталган эмес")
        case .barrier: Phrase(en: "Barrier", ru: "Барьер", ky: "Тоскоолдук")
        case .service: Phrase(en: "Help", ru: "Помощь", ky: "Жардам")
        default: Phrase(en: "How they meet", ru: "Как они сходятся", ky: "Алар кандай дал келет")
        }
    }
}
