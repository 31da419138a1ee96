/// The joint display: what is thought, named, offered and missing at each place.
package enum JointWord: WordKey {
    // Headings.
    case heading
    case lead
    case gridTitle
    case gridNote
    case need
    case place
    case gapsHeading
    case byPlace
    case placesAlone
    // The grid's legend.
    case legendGap
    case gridSummary
    case noGaps
    case gapsOf
    // Maps.
    case mapTitle
    case mapSubtitle
    case tileSummary
    case gapCount
    case noGap
    case notStudied
    case value
    case gaps
    // What cannot be said.
    case limitSources
    case limitPlaces
    case limitSynthetic
    case unplaced
    case silent
    case attitudesOnly
    case rank
    case attitudesHere
    case file
    case mapDetail
    case servicesNotLookedFor
    case unmappedLead
    case withUnplaced

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "Places: what is thought, named, offered and missing",
                ru: "Территории: что думают, что называют, что предлагают и чего нет",
                ky: "Жерлер: эмне ойлошот, эмнени аташат, эмне сунушталат жана эмне жок"
            )
        case .lead:
            Phrase(
                en: """
                    Each column below comes from a source of its own: attitudes from the survey, barriers \
                    from interviews and documents, services from the map of actors. Nothing is added up \
                    across them. “Nobody named it”, “nobody was asked there” and “somebody said that there is \
                    none” are three different things, and are drawn with three different signs.
                    """,
                ru: """
                    Каждый столбец взят из своего источника: отношение — из опроса, барьеры — из интервью и \
                    документов, услуги — из карты организаций. Между собой они не складываются. «Никто не \
                    назвал», «там никого не спрашивали» и «сказано, что этого нет» — три разные вещи, и \
                    обозначены они тремя разными знаками.
                    """,
                ky: """
                    Ар бир тилке өз булагынан алынган: мамиле — сурамжылоодон, тоскоолдуктар — маектерден \
                    жана документтерден, кызматтар — уюмдардын картасынан. Алар бири-бирине кошулбайт. «Эч ким \
                    атаган жок», «ал жерде эч кимден сурашкан эмес» жана «жок деп айтылган» — үч башка нерсе, \
                    алар үч башка белги менен көрсөтүлгөн.
                    """
            )
        case .gridTitle:
            Phrase(
                en: "Barriers named and services offered, by need and place",
                ru: "Названные барьеры и предлагаемые услуги, по потребностям и территориям",
                ky: "Аталган тоскоолдуктар жана сунушталган кызматтар, муктаждык жана жер боюнча"
            )
        case .gridNote:
            Phrase(
                en: """
                    The number in a circle is how many sources name the barrier there, the number in a square \
                    how many services are said to answer it. A source may name a \
                    barrier and say elsewhere that nothing is lacking; it counts for both. Sources are no sample: \
                    more of them is not more people.
                    """,
                ru: """
                    Число в круге — сколько источников называют там барьер, число в квадрате — сколько услуг, \
                    как сказано, на него отвечают. Источник может назвать барьер и в другом месте сказать, что \
                    нехватки нет; он учтён дважды. Источники — не выборка: больше источников не значит больше \
                    людей.
                    """,
                ky: """
                    Тегеректеги сан — ал жерде тоскоолдукту канча булак атаганы, чарчыдагы сан — ага канча \
                    кызмат жооп берери айтылганы. Булак тоскоолдукту атап, башка жерде кем жери \
                    жок деши мүмкүн; ал экөөнө тең эсептелет. Булактар тандалма эмес: булактын көптүгү адамдын \
                    көптүгү эмес.
                    """
            )
        case .need: Phrase(en: "Need", ru: "Потребность", ky: "Муктаждык")
        case .place: Phrase(en: "Place", ru: "Территория", ky: "Жер")
        case .gapsHeading:
            Phrase(
                en: "Where barriers are named and nobody serves them",
                ru: "Где барьеры названы, а помощи нет",
                ky: "Тоскоолдук аталган, бирок жардам жок жерлер"
            )
        case .byPlace: Phrase(en: "Place by place", ru: "По территориям", ky: "Жер-жерлер боюнча")
        case .placesAlone:
            Phrase(
                en: "Attitudes alone are known of: {places}",
                ru: "Только отношение известно о территориях: {places}",
                ky: "Мамиле гана белгилүү болгон жерлер: {places}"
            )
        default: pictures
        }
    }

    private var pictures: Phrase {
        switch self {
        case .legendGap:
            Phrase(
                en: "gap: named, and nobody offers help",
                ru: "пробел: названо, помощи никто не предлагает",
                ky: "боштук: аталган, эч ким жардам сунуштабайт"
            )
        case .gridSummary:
            Phrase(
                en:
                    "A grid of {needs} needs by {places} places with signs for barriers and services.",
                ru:
                    "Сетка со знаками барьеров и услуг; потребностей: {needs}, территорий: {places}.",
                ky:
                    "Тоскоолдуктар менен кызматтардын белгилери бар тор; муктаждыктар: {needs}, жерлер: {places}."
            )
        case .noGaps:
            Phrase(
                en:
                    "Nowhere is a barrier named without somebody who offers help, as far as was studied.",
                ru: "Насколько изучено, нигде нет названного барьера, с которым никто не помогает.",
                ky: "Изилденген чекте, эч ким жардам бербеген аталган тоскоолдук эч жерде жок."
            )
        case .gapsOf:
            Phrase(en: "{place}: {needs}", ru: "{place}: {needs}", ky: "{place}: {needs}")
        case .mapTitle:
            Phrase(
                en: "{label}, and gaps in help",
                ru: "{label}, и пробелы в помощи",
                ky: "{label}, жана жардамдагы боштуктар"
            )
        case .mapSubtitle:
            Phrase(
                en: """
                    The colour is the estimate of the survey; the places differ surely only where the ranks \
                    in the chapter on it say so. A frame marks places where barriers are named and nobody helps.
                    """,
                ru: """
                    Цвет — оценка по опросу; территории уверенно различаются только там, где об этом говорят \
                    места в главе о ней. Рамкой отмечены территории, где барьеры названы, а помощи нет.
                    """,
                ky: """
                    Түс — сурамжылоонун баасы; жерлер ал тууралуу бөлүмдөгү орундар айткан жерде гана анык \
                    айырмаланат. Тоскоолдук аталып, жардам жок жерлер алкак менен белгиленген.
                    """
            )
        case .tileSummary:
            Phrase(
                en: "A map of tiles: {n, plural, one{# place} other{# places}}.",
                ru: """
                    Карта из плиток: {n, plural, one{# территория} few{# территории} \
                    many{# территорий} other{# территории}}.
                    """,
                ky: "Плиткалардан турган карта: {n, plural, one{# жер} other{# жер}}."
            )
        case .gapCount:
            Phrase(
                en: "{n, plural, one{# gap} other{# gaps}}",
                ru: "{n, plural, one{# пробел} few{# пробела} many{# пробелов} other{# пробела}}",
                ky: "{n, plural, one{# боштук} other{# боштук}}"
            )
        case .noGap: Phrase(en: "no gap found", ru: "пробелов нет", ky: "боштук жок")
        case .notStudied: Phrase(en: "not studied", ru: "не изучено", ky: "изилденген эмес")
        case .value: Phrase(en: "Estimate", ru: "Оценка", ky: "Баа")
        case .gaps: Phrase(en: "Gaps", ru: "Пробелы", ky: "Боштуктар")
        case .servicesNotLookedFor:
            Phrase(
                en: "help not looked for",
                ru: "помощь не искали",
                ky: "жардам изделген эмес"
            )
        case .unmappedLead:
            Phrase(
                en:
                    "Named where nobody looked for services, so that nothing says whether somebody helps:",
                ru: "Названо там, где услуг не искали, поэтому неизвестно, помогает ли кто-нибудь:",
                ky: "Кызматтар изделбеген жерде аталган, ошондуктан жардам бар-жогу белгисиз:"
            )
        case .withUnplaced:
            Phrase(
                en: "{need} ({n, plural, one{# service} other{# services}} without a stated place)",
                ru: """
                    {need} (без указания места: {n, plural, one{# услуга} few{# услуги} \
                    many{# услуг} other{# услуги}})
                    """,
                ky: "{need} (жери көрсөтүлбөгөн {n, plural, one{# кызмат} other{# кызмат}})"
            )
        case .mapDetail:
            Phrase(
                en: "barriers not looked for",
                ru: "барьеры не изучались",
                ky: "тоскоолдуктар изилденген эмес"
            )
        default: limits
        }
    }

    private var limits: Phrase {
        switch self {
        case .limitSources:
            Phrase(
                en: """
                    {n, plural, one{# source speaks} other{# sources speak}} of these places. They were chosen, \
                    not drawn: what they name is there, and how common it is they cannot say.
                    """,
                ru: """
                    Об этих территориях {n, plural, one{говорит # источник} few{говорят # источника} \
                    many{говорят # источников} other{говорят # источника}}. Их выбирали, а не отбирали \
                    случайно: названное есть, но насколько оно распространено, они сказать не могут.
                    """,
                ky: """
                    Бул жерлер тууралуу {n, plural, one{# булак} other{# булак}} айтат. Алар кокустан эмес, \
                    тандалып алынган: аталган нерсе бар, бирок канчалык кеңири экенин алар айта албайт.
                    """
            )
        case .limitPlaces:
            Phrase(
                en: """
                    Interviews or documents speak of {n} of {of} places, and services were looked for in {m}. \
                    Elsewhere silence says nothing.
                    """,
                ru: """
                    Интервью или документы говорят о {n} из {of} территорий, услуги искали на {m}. В остальных \
                    местах молчание ни о чём не говорит.
                    """,
                ky: """
                    Маектер же документтер {of} жердин {n} жөнүндө айтат, кызматтар {m} жерде изделген. Башка \
                    жерлерде унчукпоо эч нерсени билдирбейт.
                    """
            )
        case .limitSynthetic:
            Phrase(
                en: """
                    {n} of the {of} sources are made up (SYNTHETIC), as an example of interviews. What they name, \
                    nobody said.
                    """,
                ru: """
                    Из {of} источников {n} придуманы как пример интервью. То, что они называют, \
                    никто не говорил.
                    """,
                ky: """
                    {of} булактын {n} маектин үлгүсү катары ойдон чыгарылган. Алар атаганды эч ким \
                    айткан эмес.
                    """
            )
        case .unplaced:
            Phrase(
                en: "Services whose place nobody stated, which may reach any place: {services}.",
                ru: "Услуги, место которых не указано и которые могут быть где угодно: {services}.",
                ky: "Жери көрсөтүлбөгөн, каалаган жерде болушу мүмкүн кызматтар: {services}."
            )
        case .silent:
            Phrase(
                en: "Nobody spoke of these needs, and no service was found for them: {needs}.",
                ru: "Об этих потребностях никто не говорил, и услуг для них не найдено: {needs}.",
                ky:
                    "Бул муктаждыктар жөнүндө эч ким айткан эмес жана алар үчүн кызмат табылган эмес: {needs}."
            )
        case .attitudesOnly:
            Phrase(
                en: """
                    Nobody was interviewed there and nobody looked for services there: that no barrier and no \
                    service is known says nothing.
                    """,
                ru: """
                    Там никого не опрашивали в интервью и не искали услуг: то, что барьеров и услуг не \
                    известно, ни о чём не говорит.
                    """,
                ky: """
                    Ал жерде эч ким менен маек курулган эмес жана кызматтар изделген эмес: тоскоолдук менен \
                    кызматтын белгисиз болушу эч нерсени билдирбейт.
                    """
            )
        case .rank:
            Phrase(
                en: "rank {ranks} of {n} is possible",
                ru: "возможные места: {ranks} из {n}",
                ky: "{n} ичинен мүмкүн болгон орундар: {ranks}"
            )
        case .attitudesHere:
            Phrase(en: "What people think", ru: "Что думают люди", ky: "Адамдар эмне ойлойт")
        default:
            Phrase(
                en: "The joint display as a picture: {file}",
                ru: "Сводная картина отдельным файлом: {file}",
                ky: "Жалпы көрүнүш өзүнчө файл: {file}"
            )
        }
    }
}
