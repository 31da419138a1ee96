/// The report's chapter of actors.
package enum ActorWord: WordKey {
    case heading
    case intro
    case mapped
    case mappedNowhere
    case activitiesByPlace
    case needsByPlace
    case activity
    case need
    case gaps
    case noGaps
    case gapsNote
    case withoutNeed
    case network
    case actor
    case kind
    case level
    case activities
    case tableOfActors
    case withoutService
    case relations
    case from
    case relation
    case to
    case source
    // Influence and interest.
    case positions
    case positionsNote
    case inGeneral
    case influence
    case lowInfluence
    case mediumInfluence
    case highInfluence
    case lowInterest
    case mediumInterest
    case highInterest
    case champion
    case championSign
    case positionsSummary
    case champions
    case judgedBy
    case noJudge
    // Names.
    case aliases
    case aliasesNote
    case spellings
    case near

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "Who does what where",
                ru: "Кто что делает и где",
                ky: "Ким эмнени кайда кылат"
            )
        case .intro:
            Phrase(
                en: """
                    The map of actors names {actors, plural, one{# body} other{# bodies}} with \
                    {services, plural, one{# service} other{# services}} and {relations, plural, \
                    one{# tie} other{# ties}} between them. It says what its sources knew, not what \
                    there is.
                    """,
                ru: """
                    На карте: {actors, plural, one{# организация} few{# организации} many{# организаций} \
                    other{# организации}}, {services, plural, one{# услуга} few{# услуги} many{# услуг} \
                    other{# услуги}}, {relations, plural, one{# связь} few{# связи} many{# связей} \
                    other{# связи}} между организациями. Она показывает то, что знали её источники, а не \
                    всё, что есть.
                    """,
                ky: """
                    Картада: {actors, plural, one{# уюм} other{# уюм}}, {services, plural, one{# кызмат} \
                    other{# кызмат}}, уюмдардын ортосунда {relations, plural, one{# байланыш} \
                    other{# байланыш}}. Ал бардык болгонду эмес, булактар билгенди көрсөтөт.
                    """
            )
        case .mapped:
            Phrase(
                en: "Services were looked for in: {places}.",
                ru: "Услуги искали здесь: {places}.",
                ky: "Кызматтар бул жерлерде изделген: {places}."
            )
        case .mappedNowhere:
            Phrase(
                en:
                    "At no place were services looked for, so the map says nothing of single places.",
                ru: """
                    Ни на одной территории услуги не искали, поэтому об отдельных территориях карта \
                    ничего не говорит.
                    """,
                ky: """
                    Бир да жерде кызматтар изделген эмес, ошондуктан карта өзүнчө жерлер жөнүндө эч \
                    нерсе айтпайт.
                    """
            )
        case .activitiesByPlace:
            Phrase(
                en: "What is done where",
                ru: "Что где делается",
                ky: "Кайда эмне кылынат"
            )
        case .needsByPlace:
            Phrase(
                en: "Which needs are answered where",
                ru: "На какие потребности где отвечают",
                ky: "Кайсы муктаждыктарга кайда жооп берилет"
            )
        case .activity: Phrase(en: "Activity", ru: "Деятельность", ky: "Иш")
        case .need: Phrase(en: "Need", ru: "Потребность", ky: "Муктаждык")
        case .gaps:
            Phrase(
                en: "Needs for which no actor was named anywhere",
                ru: "Потребности, для которых нигде не названо ни одной организации",
                ky: "Эч жерде бир да уюм аталбаган муктаждыктар"
            )
        case .noGaps:
            Phrase(
                en: "For each need at least one actor was named somewhere.",
                ru: "Для каждой потребности где-то названа хотя бы одна организация.",
                ky: "Ар бир муктаждык үчүн кайсы бир жерде жок дегенде бир уюм аталган."
            )
        case .gapsNote:
            Phrase(
                en: "Nobody was named: that is not proof that there is nobody.",
                ru: "Никто не назван: это не доказывает, что никого нет.",
                ky: "Эч ким аталган эмес: бул эч ким жок дегенге далил эмес."
            )
        case .withoutNeed:
            Phrase(
                en: "Services that name no need, and so stand in no row: {n}.",
                ru: "Услуги без указанной потребности, которых нет ни в одной строке: {n}.",
                ky: "Муктаждыгы айтылбаган, ошондуктан эч бир сапта жок кызматтар: {n}."
            )
        case .network:
            Phrase(
                en: "Who is tied to what",
                ru: "Кто с чем связан",
                ky: "Ким эмне менен байланышкан"
            )
        case .actor: Phrase(en: "Actor", ru: "Организация", ky: "Уюм")
        case .kind: Phrase(en: "Kind", ru: "Вид", ky: "Түрү")
        case .level: Phrase(en: "Level", ru: "Уровень", ky: "Деңгээли")
        default: tablePhrase
        }
    }

    private var tablePhrase: Phrase {
        switch self {
        case .activities: Phrase(en: "Activities", ru: "Виды деятельности", ky: "Иш түрлөрү")
        case .tableOfActors:
            Phrase(
                en: "The actors, in the order of their table",
                ru: "Организации в порядке их таблицы",
                ky: "Уюмдар, таблицасынын ирети менен"
            )
        case .withoutService:
            Phrase(
                en: "Named, but with no service that is provided: {actors}.",
                ru: "Названы, но без предоставляемых услуг: {actors}.",
                ky: "Аталган, бирок көрсөткөн кызматы жок: {actors}."
            )
        case .relations:
            Phrase(
                en: "Ties between actors",
                ru: "Связи между организациями",
                ky: "Уюмдардын ортосундагы байланыштар"
            )
        case .from: Phrase(en: "From", ru: "От кого", ky: "Кимден")
        case .relation: Phrase(en: "Tie", ru: "Связь", ky: "Байланыш")
        case .to: Phrase(en: "To", ru: "Кому", ky: "Кимге")
        case .source: Phrase(en: "Source", ru: "Источник", ky: "Булак")
        case .aliases:
            Phrase(
                en: "Spellings that were read as one actor",
                ru: "Написания, принятые за одну организацию",
                ky: "Бир уюм деп окулган жазылыштар"
            )
        case .aliasesNote:
            Phrase(
                en: "The authors joined these; nothing is joined by likeness alone.",
                ru: "Их объединили авторы; по одному сходству ничего не объединяется.",
                ky: "Аларды авторлор бириктирген; окшоштук боюнча эле эч нерсе бириктирилбейт."
            )
        case .spellings:
            Phrase(en: "Other spellings", ru: "Другие написания", ky: "Башка жазылыштар")
        case .near:
            Phrase(
                en: "Names so near that they may be one actor: {pairs}.",
                ru: "Названия настолько близки, что это может быть одна организация: {pairs}.",
                ky: "Аттары абдан жакын, бир уюм болушу мүмкүн: {pairs}."
            )
        default: positionPhrase
        }
    }

    private var positionPhrase: Phrase {
        switch self {
        case .positions:
            Phrase(
                en: "Influence and interest",
                ru: "Влияние и интерес",
                ky: "Таасир жана кызыкчылык"
            )
        case .positionsNote:
            Phrase(
                en: """
                    Influence is how much say an actor has in how returning people are received, interest \
                    how much it cares. These are judgements, not measurements.
                    """,
                ru: """
                    Влияние — насколько от организации зависит, как примут вернувшихся, интерес — насколько \
                    ей это важно. Это суждения, а не измерения.
                    """,
                ky: """
                    Таасир — кайтып келгендерди кабыл алуу уюмдан канчалык көз каранды экени, кызыкчылык — \
                    ага канчалык маанилүү экени. Булар өлчөө эмес, пикирлер.
                    """
            )
        case .inGeneral: Phrase(en: "In general", ru: "В целом", ky: "Жалпысынан")
        case .influence: Phrase(en: "Influence", ru: "Влияние", ky: "Таасир")
        case .lowInfluence: Phrase(en: "Low influence", ru: "Слабое влияние", ky: "Таасири төмөн")
        case .mediumInfluence:
            Phrase(en: "Medium influence", ru: "Среднее влияние", ky: "Таасири орточо")
        case .highInfluence:
            Phrase(en: "High influence", ru: "Сильное влияние", ky: "Таасири жогору")
        case .lowInterest: Phrase(en: "Low interest", ru: "Слабый интерес", ky: "Кызыкчылыгы төмөн")
        case .mediumInterest:
            Phrase(en: "Medium interest", ru: "Средний интерес", ky: "Кызыкчылыгы орточо")
        case .highInterest:
            Phrase(en: "High interest", ru: "Высокий интерес", ky: "Кызыкчылыгы жогору")
        case .champion:
            Phrase(en: "{actor} (champion)", ru: "{actor} (лидер)", ky: "{actor} (демилгечи)")
        case .championSign:
            Phrase(
                en: "champion: leads the others there",
                ru: "лидер: ведёт там остальных",
                ky: "демилгечи: ал жерде башкаларды баштайт"
            )
        case .positionsSummary:
            Phrase(
                en:
                    "Grid of influence by interest. Actors: {n}; champions among them: {champions}.",
                ru: "Сетка влияния и интереса. Организации: {n}; из них лидеры: {champions}.",
                ky:
                    "Таасир менен кызыкчылыктын тору. Уюмдар: {n}; алардын ичинен демилгечилер: {champions}."
            )
        case .champions:
            Phrase(
                en: "Champions, and why they were named so",
                ru: "Лидеры и почему они так названы",
                ky: "Демилгечилер жана эмне үчүн алар аталганы"
            )
        case .judgedBy:
            Phrase(
                en: "Judged by: {sources}.",
                ru: "Судили: {sources}.",
                ky: "Баалагандар: {sources}."
            )
        default:
            Phrase(
                en: "The study does not say who judged.",
                ru: "Исследование не говорит, кто судил.",
                ky: "Изилдөө ким баалаганын айтпайт."
            )
        }
    }
}
