/// The chapter of interviews: what was read, and what it can say.
package enum InterviewWord: WordKey {
    case heading
    case lead
    case chosen
    case synthetic
    case syntheticShort
    // The table of sources.
    case sources
    case sourcesNote
    case kindColumn
    case placeNotStated
    case people
    case syntheticColumn
    case total
    case documents
    // Kinds of sources.
    case interview
    case focusGroup
    case expert
    case document
    case law
    case statistic
    case media
    // How many.
    case ofSources
    case ofSourcesWith
    case passages

    package var phrase: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "Interviews and documents",
                ru: "Интервью и документы",
                ky: "Маектер жана документтер"
            )
        case .lead:
            Phrase(
                en: """
                    {n, plural, one{# source was} other{# sources were}} read and coded, among them \
                    {spoken, plural, one{# interview or discussion} other{# interviews and \
                    discussions}} with {people, plural, one{# person} other{# people}}.
                    """,
                ru: """
                    Прочитано и закодировано: {n, plural, one{# источник} few{# источника} \
                    many{# источников} other{# источника}}; из них интервью и обсуждений: \
                    {spoken, plural, one{#} few{#} many{#} other{#}}, в них {people, plural, \
                    one{# человек} few{# человека} many{# человек} other{# человека}}.
                    """,
                ky: """
                    Окулуп, коддолду: {n, plural, one{# булак} other{# булак}}; анын ичинде маек жана \
                    талкуу: {spoken, plural, one{#} other{#}}, аларда {people, plural, one{# адам} \
                    other{# адам}}.
                    """
            )
        case .chosen:
            Phrase(
                en: """
                    The sources were chosen, not drawn by chance. How many of them say something tells \
                    how widely it was said among these informants, and nothing about how many people \
                    elsewhere would say it.
                    """,
                ru: """
                    Источники отобраны, а не взяты случайно. Число источников показывает, насколько \
                    часто об этом говорили эти собеседники, и ничего не говорит о том, сколько людей \
                    вообще сказали бы так.
                    """,
                ky: """
                    Булактар тандалган, туш келди алынган эмес. Булактардын саны ушул маектештердин \
                    арасында канчалык көп айтылганын көрсөтөт, башка жерде канча адам ошондой айтарын \
                    билдирбейт.
                    """
            )
        case .synthetic:
            Phrase(
                en: """
                    {n, plural, one{# source is} other{# sources are}} made up, to show how this \
                    chapter works. What they say is nobody's words. They are marked wherever they are \
                    counted or quoted.
                    """,
                ru: """
                    Вымышленных источников: {n, plural, one{#} few{#} many{#} other{#}}; они \
                    показывают, как устроена эта глава. Это ничьи слова. Они отмечены везде, где их \
                    считают или цитируют.
                    """,
                ky: """
                    Ойдон чыгарылган булактар: {n, plural, one{#} other{#}}; алар бул бөлүм кандай \
                    иштээрин көрсөтөт. Бул эч кимдин сөзү эмес. Алар саналган же цитата болгон жердин \
                    баарында белгиленген.
                    """
            )
        case .syntheticShort:
            Phrase(en: "[synthetic]", ru: "[вымышлено]", ky: "[ойдон чыгарылган]")
        default: tablePhrase
        }
    }

    private var tablePhrase: Phrase {
        switch self {
        case .sources:
            Phrase(
                en: "Sources by kind and place",
                ru: "Источники по виду и месту",
                ky: "Булактар түрү жана жери боюнча"
            )
        case .sourcesNote:
            Phrase(
                en: """
                    Number of sources, with the people who spoke in small type. A source of several \
                    places counts at each of them and once in the total.
                    """,
                ru: """
                    Число источников; мелким шрифтом — сколько человек говорило. Источник о нескольких \
                    местах считается в каждом из них, а в сумме один раз.
                    """,
                ky: """
                    Булактардын саны; майда тамга менен — канча адам сүйлөгөнү. Бир нече жер жөнүндөгү \
                    булак ар биринде, ал эми жыйынтыкта бир жолу саналат.
                    """
            )
        case .kindColumn: Phrase(en: "Kind", ru: "Вид", ky: "Түрү")
        case .placeNotStated:
            Phrase(en: "Place not stated", ru: "Место не указано", ky: "Жери көрсөтүлгөн эмес")
        case .people:
            Phrase(
                en: "{n, plural, one{# person} other{# people}}",
                ru: """
                    {n, plural, one{# человек} few{# человека} many{# человек} other{# человека}}
                    """,
                ky: "{n, plural, one{# адам} other{# адам}}"
            )
        case .syntheticColumn:
            Phrase(
                en: "Of these made up",
                ru: "Из них вымышлено",
                ky: "Анын ичинде ойдон чыгарылганы"
            )
        case .total: Phrase(en: "All sources", ru: "Все источники", ky: "Бардык булактар")
        case .documents:
            Phrase(
                en: "Documents and other texts",
                ru: "Документы и другие тексты",
                ky: "Документтер жана башка тексттер"
            )
        case .ofSources:
            Phrase(en: "{n} of {of} sources", ru: "{n} из {of} источников", ky: "{of} булактын {n}")
        case .ofSourcesWith:
            Phrase(
                en: "{n} of {of} sources, {made} of them made up",
                ru: "{n} из {of} источников, вымышлено: {made}",
                ky: "{of} булактын {n}, ойдон чыгарылганы: {made}"
            )
        case .passages:
            Phrase(
                en: "{n, plural, one{# passage} other{# passages}}",
                ru: """
                    {n, plural, one{# фрагмент} few{# фрагмента} many{# фрагментов} \
                    other{# фрагмента}}
                    """,
                ky: "{n, plural, one{# үзүндү} other{# үзүндү}}"
            )
        default: kindPhrase
        }
    }

    private var kindPhrase: Phrase {
        switch self {
        case .interview: Phrase(en: "Interview", ru: "Интервью", ky: "Маек")
        case .focusGroup:
            Phrase(en: "Group discussion", ru: "Групповое обсуждение", ky: "Топтук талкуу")
        case .expert:
            Phrase(en: "Expert interview", ru: "Интервью с экспертом", ky: "Эксперт менен маек")
        case .law: Phrase(en: "Law", ru: "Закон", ky: "Мыйзам")
        case .statistic: Phrase(en: "Statistics", ru: "Статистика", ky: "Статистика маалыматы")
        case .media: Phrase(en: "Media", ru: "СМИ", ky: "ЖМК")
        default: Phrase(en: "Document", ru: "Документ", ky: "Иш кагазы")
        }
    }
}
