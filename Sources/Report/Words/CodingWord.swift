/// Codes: what they mean, where they were found, which stand together, what is new.
package enum CodingWord: WordKey {
    case codes
    case codesFold
    case code
    case definition
    case use
    case sourcesColumn
    case passagesColumn
    case absentColumn
    case countNote
    // By place.
    case byPlace
    case placeColumn
    case gridNote
    case gridAbsent
    case none
    // Together.
    case together
    case togetherLead
    case togetherWith
    case overlapColumn
    case sameSource
    case togetherNone
    case pairs
    case pairNote
    // New codes.
    case saturation
    case saturationNote
    case undated
    case newInformation
    case newCodes
    case knownCodes
    case allCodes
    case interviewColumn
    case curve
    case curveEnd

    package var phrase: Phrase {
        switch self {
        case .codes: Phrase(en: "What was said", ru: "О чём говорили", ky: "Эмне айтылды")
        case .codesFold:
            Phrase(
                en: "All codes with their definitions",
                ru: "Все коды с определениями",
                ky: "Бардык коддор аныктамалары менен"
            )
        case .code: Phrase(en: "Code", ru: "Код", ky: "Коду")
        case .definition: Phrase(en: "What it means", ru: "Что означает", ky: "Мааниси")
        case .use: Phrase(en: "When it is used", ru: "Когда применяется", ky: "Качан колдонулат")
        case .sourcesColumn: Phrase(en: "Sources", ru: "Источники", ky: "Булактар")
        case .passagesColumn: Phrase(en: "Passages", ru: "Фрагменты", ky: "Үзүндүлөр")
        case .absentColumn:
            Phrase(
                en: "Sources that say there is none",
                ru: "Источники, где сказано, что этого нет",
                ky: "Жок деп айткан булактар"
            )
        case .countNote:
            Phrase(
                en: """
                    A code counts for the code above it too, a source once. Passages of one source that \
                    overlap are one, whoever marked them.
                    """,
                ru: """
                    Код считается и для кода над ним, источник — один раз. Пересекающиеся фрагменты \
                    одного источника — это один фрагмент, кто бы их ни отметил.
                    """,
                ky: """
                    Код үстүндөгү код үчүн да саналат, булак бир жолу саналат. Бир булактын бири-бирин \
                    жапкан үзүндүлөрү — бир үзүндү, ким белгилесе да.
                    """
            )
        default: gridPhrase
        }
    }

    private var gridPhrase: Phrase {
        switch self {
        case .byPlace:
            Phrase(
                en: "Codes by place: how many sources name them",
                ru: "Коды по местам: сколько источников их называют",
                ky: "Коддор жер боюнча: канча булак аларды атайт"
            )
        case .placeColumn:
            Phrase(
                en: "{place}, of\u{A0}{n}",
                ru: "{place}, из\u{A0}{n}",
                ky: "{place}, {n}\u{A0}ичинен"
            )
        case .gridNote:
            Phrase(
                en: """
                    In each column: the sources that name the code, of all that speak of the place. 0 \
                    says that none of them names it. Places of which no source speaks have no column.
                    """,
                ru: """
                    В каждом столбце: источники, которые называют код, из всех, где говорится об этом \
                    месте. 0 значит, что ни один его не называет. Места, о которых источников нет, \
                    столбца не имеют.
                    """,
                ky: """
                    Ар бир тилкеде: бул жер жөнүндө айткан булактардын ичинен кодду атагандары. 0 — \
                    бири да атаган эмес. Булагы жок жерлердин тилкеси жок.
                    """
            )
        case .gridAbsent:
            Phrase(
                en: """
                    {n, plural, one{# says that nothing is lacking} other{# say that nothing is lacking}}
                    """,
                ru: "сказано, что нехватки нет: {n, plural, one{#} few{#} many{#} other{#}}",
                ky: "кем жери жок деп айтылган: {n, plural, one{#} other{#}}"
            )
        case .none:
            Phrase(
                en: "No passage has been coded yet.",
                ru: "Пока не закодировано ни одного фрагмента.",
                ky: "Азырынча бир да үзүндү коддолгон жок."
            )
        case .together:
            Phrase(
                en: "What was said in one breath",
                ru: "О чём говорили вместе",
                ky: "Эмнелер бирге айтылды"
            )
        case .togetherLead:
            Phrase(
                en:
                    "Codes that mark the same or overlapping words of one source, most often first.",
                ru:
                    "Коды одних и тех же или пересекающихся слов одного источника, сначала самые частые.",
                ky: "Бир булактын бир эле же жабышкан сөздөрүнүн коддору, адегенде эң көбү."
            )
        case .togetherWith: Phrase(en: "With", ru: "Вместе с", ky: "Муну менен")
        case .overlapColumn:
            Phrase(
                en: "Sources where they do",
                ru: "Источники, где это так",
                ky: "Ошондой болгон булактар"
            )
        case .sameSource:
            Phrase(
                en: "Sources with both, wherever",
                ru: "Источники с обоими, где угодно",
                ky: "Экөө тең бар булактар"
            )
        case .togetherNone:
            Phrase(
                en: "No two codes mark the same words.",
                ru: "Никакие два кода не отмечают одни и те же слова.",
                ky: "Эки код бир эле сөздөрдү белгилеген эмес."
            )
        case .pairs:
            Phrase(
                en: "Pairs of codes, at most fifteen",
                ru: "Пары кодов, не больше пятнадцати",
                ky: "Коддордун жуптары, он бештен көп эмес"
            )
        case .pairNote:
            Phrase(
                en: """
                    Codes count as they were set, not for the codes above them. Passages of one source \
                    that overlap are one, whoever marked them.
                    """,
                ru: """
                    Коды считаются так, как поставлены, а не для кодов над ними. Пересекающиеся \
                    фрагменты одного источника — это один фрагмент, кто бы их ни отметил.
                    """,
                ky: """
                    Коддор коюлгандай саналат, үстүндөгү коддор үчүн эмес. Бир булактын бири-бирин \
                    жапкан үзүндүлөрү — бир үзүндү, ким белгилесе да.
                    """
            )
        default: saturationPhrase
        }
    }

    private var saturationPhrase: Phrase {
        switch self {
        case .saturationNote:
            Phrase(
                en: """
                    Interviews and discussions by date. A curve that flattens says that these \
                    informants told little new; other informants might.
                    """,
                ru: """
                    Интервью и обсуждения по датам. Если кривая выравнивается, эти собеседники говорили \
                    мало нового; другие могли бы сказать.
                    """,
                ky: """
                    Маектер жана талкуулар күнү боюнча. Ийри сызык түздөлсө, бул маектештер жаңы нерсе \
                    аз айткан; башкалар айтышы мүмкүн.
                    """
            )
        case .undated:
            Phrase(
                en: "Without a date, placed last: {n}.",
                ru: "Без даты, стоят последними: {n}.",
                ky: "Күнү жок, аягында турат: {n}."
            )
        case .newInformation:
            Phrase(
                en: """
                    The last {run} brought {new} new codes against {base} codes of the first {first}: \
                    {share} (new information as Guest, Namey and Chen, 2020, measure it).
                    """,
                ru: """
                    Последние {run} дали новых кодов: {new}, против кодов первых {first}: {base}, то \
                    есть {share} (новая информация по Гест, Нейми и Чен, 2020).
                    """,
                ky: """
                    Акыркы {run} жаңы код берди: {new}, биринчи {first} коддоруна каршы: {base}, б. а. \
                    {share} (Гест, Нейми жана Чен, 2020, боюнча жаңы маалымат).
                    """
            )
        case .newCodes: Phrase(en: "New codes", ru: "Новые коды", ky: "Жаңы коддор")
        case .knownCodes:
            Phrase(en: "Codes heard before", ru: "Коды, что уже были", ky: "Мурда айтылган коддор")
        case .allCodes:
            Phrase(en: "Codes so far", ru: "Кодов всего", ky: "Ушул учурга чейинки коддор")
        case .interviewColumn: Phrase(en: "Interview", ru: "Интервью", ky: "Маек")
        case .curve:
            Phrase(
                en: """
                    Columns for {n, plural, one{# interview} other{# interviews}} in their order: codes \
                    heard before, and new ones on top.
                    """,
                ru: """
                    Столбцы по порядку интервью (всего {n, plural, one{#} few{#} many{#} other{#}}): \
                    коды, что уже были, и новые сверху.
                    """,
                ky: """
                    Маектердин иреттүү тилкелери ({n, plural, one{#} other{#}}): мурда айтылган коддор \
                    жана үстүндө жаңылары.
                    """
            )
        case .curveEnd:
            Phrase(
                en: "After the last there are {all} codes; it brought {new} new ones.",
                ru: "После последнего кодов: {all}; новых в нём: {new}.",
                ky: "Акыркысынан кийин коддор: {all}; анда жаңысы: {new}."
            )
        default:
            Phrase(
                en: "New codes, interview by interview",
                ru: "Новые коды, интервью за интервью",
                ky: "Жаңы коддор, маектен маекке"
            )
        }
    }
}
