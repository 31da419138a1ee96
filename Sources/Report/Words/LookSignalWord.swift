/// What is worth a look first, in a sentence each.
package enum LookSignalWord: WordKey {
    case sameID
    case sameIDs
    case sameAnswers
    case manySameAnswers
    case pairs
    case outside
    case straightInterviewer
    case straightBlock
    case backwards
    case fastInterviewer
    case fast
    case ages
    case rounded
    case missing
    case effect
    case oddHours

    package var phrase: Phrase {
        switch self {
        case .sameID:
            Phrase(
                en: "One id ({name}) stands in the data more than once: lines {lines}.",
                ru: "Один номер ({name}) стоит в данных больше одного раза: строки {lines}.",
                ky: "Бир номер ({name}) маалыматта бир нече жолу кездешет: саптар {lines}."
            )
        case .sameIDs:
            Phrase(
                en: """
                    {n, plural, one{# id} other{# ids}} ({name}) stand in the data more than once: \
                    lines {lines} and others.
                    """,
                ru: """
                    Больше одного раза в данных {n, plural, one{стоит # номер} few{стоят # номера} \
                    many{стоят # номеров} other{стоят # номера}} ({name}): строки {lines} и другие.
                    """,
                ky: """
                    {n, plural, one{# номер} other{# номер}} ({name}) маалыматта бир нече жолу \
                    кездешет: саптар {lines} жана башкалар.
                    """
            )
        case .sameAnswers:
            Phrase(
                en: """
                    One group of rows under different ids have the same answers throughout: lines \
                    {lines}.
                    """,
                ru: """
                    Одна группа строк с разными номерами имеет полностью одинаковые ответы: строки \
                    {lines}.
                    """,
                ky: """
                    Номерлери ар башка саптардын бир тобунда бардык жооптор бирдей: саптар {lines}.
                    """
            )
        case .manySameAnswers:
            Phrase(
                en: """
                    {n, plural, one{# group} other{# groups}} of rows under different ids have the \
                    same answers throughout: lines {lines} and others.
                    """,
                ru: """
                    Полностью одинаковые ответы при разных номерах: {n, plural, one{# группа} \
                    few{# группы} many{# групп} other{# группы}} строк; строки {lines} и другие.
                    """,
                ky: """
                    Номерлери ар башка саптардын {n, plural, one{# тобунда} other{# тобунда}} бардык \
                    жооптор бирдей: саптар {lines} жана башкалар.
                    """
            )
        case .pairs:
            Phrase(
                en: """
                    {n, plural, one{One pair of rows shares} other{# pairs of rows share}} 90% of \
                    the answers or more; the closest are lines {first} and {second} ({share}).
                    """,
                ru: """
                    {n, plural, one{У # пары строк} few{У # пар строк} many{У # пар строк} \
                    other{У # пары строк}} совпадает 90\u{A0}% ответов или больше; ближе всего строки \
                    {first} и {second} ({share}).
                    """,
                ky: """
                    {n, plural, one{# жуп сапта} other{# жуп сапта}} жооптордун 90% же андан көбү дал \
                    келет; эң жакындары — {first} жана {second} саптары ({share}).
                    """
            )
        case .outside:
            Phrase(
                en: """
                    {name}: {n, plural, one{# answer lies} other{# answers lie}} outside what the \
                    form allows.
                    """,
                ru: """
                    {name}: {n, plural, one{# ответ} few{# ответа} many{# ответов} other{# ответа}} \
                    вне того, что допускает анкета.
                    """,
                ky: """
                    {name}: {n, plural, one{# жооп} other{# жооп}} анкета уруксат берген чектен \
                    тышкары.
                    """
            )
        case .straightInterviewer:
            Phrase(
                en: """
                    {name}: {share} of {n, plural, one{# person} other{# people}} gave one answer \
                    throughout a block of questions; {usual} with all others.
                    """,
                ru: """
                    {name}: {share} из {n, plural, one{# человека} few{# человек} many{# человек} \
                    other{# человека}} дали один и тот же ответ на целый блок вопросов; у всех \
                    остальных — {usual}.
                    """,
                ky: """
                    {name}: {n, plural, one{# адамдын} other{# адамдын}} {share} суроолордун бүтүндөй \
                    блогуна бирдей жооп берген; калгандардын баарында — {usual}.
                    """
            )
        case .straightBlock:
            Phrase(
                en: """
                    {name}: {share} of {n, plural, one{# person} other{# people}} gave one answer \
                    throughout.
                    """,
                ru: """
                    {name}: {share} из {n, plural, one{# человека} few{# человек} many{# человек} \
                    other{# человека}} дали на всё один и тот же ответ.
                    """,
                ky: """
                    {name}: {n, plural, one{# адамдын} other{# адамдын}} {share} баарына бирдей жооп \
                    берген.
                    """
            )
        case .backwards:
            Phrase(
                en: """
                    {n, plural, one{# interview ends before it begins} \
                    other{# interviews end before they begin}}.
                    """,
                ru: """
                    {n, plural, one{# интервью заканчивается раньше, чем начинается} \
                    few{# интервью заканчиваются раньше, чем начинаются} \
                    many{# интервью заканчиваются раньше, чем начинаются} \
                    other{# интервью заканчиваются раньше, чем начинаются}}.
                    """,
                ky: """
                    {n, plural, one{# интервью башталганга чейин эле бүткөн} \
                    other{# интервью башталганга чейин эле бүткөн}}.
                    """
            )
        case .fastInterviewer:
            Phrase(
                en: """
                    {name}: half of the interviews took under {minutes} minutes; the median of all \
                    is {median}.
                    """,
                ru: """
                    {name}: половина интервью длилась меньше {minutes} мин; медиана всех — {median}.
                    """,
                ky: """
                    {name}: интервьюлардын жарымы {minutes} мүнөткө жеткен эмес; баарынын медианасы — \
                    {median}.
                    """
            )
        case .fast:
            Phrase(
                en: """
                    {n, plural, one{# interview} other{# interviews}} ({share}) took less than half \
                    of the median time.
                    """,
                ru: """
                    Меньше половины медианы {n, plural, one{длилось # интервью} \
                    few{длились # интервью} many{длились # интервью} other{длились # интервью}} \
                    ({share}).
                    """,
                ky: """
                    {n, plural, one{# интервью} other{# интервью}} ({share}) медиананын жарымынан аз \
                    убакытка созулган.
                    """
            )
        case .ages:
            Phrase(
                en: """
                    {name}: Whipple’s index is {index}, so ages are {verdict}; 100 would be none \
                    rounded.
                    """,
                ru: """
                    {name}: индекс Уиппла — {index}, возраст указан {verdict}; 100 значило бы, что \
                    никто не округляет.
                    """,
                ky: """
                    {name}: Уипплдин индекси — {index}, жаш {verdict} көрсөтүлгөн; 100 болсо, эч ким \
                    тегеректебейт дегенди билдирмек.
                    """
            )
        case .rounded:
            Phrase(
                en: "{name}: {share} of the numbers end in 0 or 5; a fifth would by chance.",
                ru: "{name}: {share} чисел кончаются на 0 или 5; случайно была бы пятая часть.",
                ky: "{name}: сандардын {share} 0 же 5 менен бүтөт; кокустан бештен бири болмок."
            )
        case .missing:
            Phrase(
                en: "{name}: {share} of those asked gave no answer.",
                ru: "{name}: {share} спрошенных не дали ответа.",
                ky: "{name}: суралгандардын {share} жооп берген эмес."
            )
        case .effect:
            Phrase(
                en: "{name}: {share} of the variance of the scores lies between interviewers.",
                ru: "{name}: {share} дисперсии баллов приходится на различия между интервьюерами.",
                ky:
                    "{name}: баллдардын дисперсиясынын {share} интервьюерлердин айырмасына туура келет."
            )
        case .oddHours:
            Phrase(
                en: """
                    {n, plural, one{# interview} other{# interviews}} began before 6 or from 22 \
                    o’clock.
                    """,
                ru: """
                    До 6 или после 22 часов {n, plural, one{началось # интервью} \
                    few{начались # интервью} many{начались # интервью} other{начались # интервью}}.
                    """,
                ky: """
                    Саат 6га чейин же 22ден кийин {n, plural, one{# интервью} other{# интервью}} \
                    башталган.
                    """
            )
        }
    }
}
