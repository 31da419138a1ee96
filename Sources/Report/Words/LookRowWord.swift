/// The first look at rows: duplicates, durations, one answer throughout.
package enum LookRowWord: WordKey {
    case allCompared
    case noID
    case idsDiffer
    case sameID
    case id
    case noneAlike
    case sameAnswers
    case tooManyRows
    case tooFewQuestions
    case noPairs
    case nearest
    case nearestSubtitle
    case nearestNote
    case pairs
    case equal
    case closestPairs
    case leftOutMark
    case andMore
    // Durations.
    case noTimes
    case medianMinutes
    case halfFrom
    case underHalf
    case interviews
    case backwards
    case longer
    case howLong
    case byMinutes
    case extremes
    case minutes
    case fastest
    case slowest

    package var phrase: Phrase {
        switch self {
        case .allCompared:
            Phrase(
                en: "All rows of the file are compared, those that are left out too.",
                ru: "Сравниваются все строки файла, в том числе неучтённые.",
                ky: "Файлдын бардык саптары салыштырылат, эсепке алынбагандары да."
            )
        case .noID:
            Phrase(
                en: "No column names a response, so ids were not compared.",
                ru: "Нет столбца с номером интервью, поэтому номера не сравнивались.",
                ky: "Интервьюнун номери бар мамыча жок, ошондуктан номерлер салыштырылган эмес."
            )
        case .idsDiffer:
            Phrase(
                en: "No {name} stands in the data twice.",
                ru: "Ни одно значение {name} не стоит в данных дважды.",
                ky: "{name} өзгөрмөсүнүн бир дагы мааниси маалыматта эки жолу кездешпейт."
            )
        case .sameID:
            Phrase(
                en: "Rows with the same {name}",
                ru: "Строки с одинаковым {name}",
                ky: "Бирдей {name} бар саптар"
            )
        case .id: Phrase(en: "Id", ru: "Номер", ky: "Номер")
        case .noneAlike:
            Phrase(
                en: """
                    No two rows have the same answers to all {n, plural, one{# question} \
                    other{# questions}}.
                    """,
                ru: """
                    Нет двух строк с одинаковыми ответами на все вопросы ({n, plural, one{# вопрос} \
                    few{# вопроса} many{# вопросов} other{# вопроса}}).
                    """,
                ky: """
                    Бардык {n, plural, one{# суроого} other{# суроого}} бирдей жооп берген эки сап \
                    жок.
                    """
            )
        case .sameAnswers:
            Phrase(
                en: """
                    Rows with the same answers to all {n, plural, one{# question} other{# questions}}
                    """,
                ru: """
                    Строки с одинаковыми ответами на все вопросы ({n, plural, one{# вопрос} \
                    few{# вопроса} many{# вопросов} other{# вопроса}})
                    """,
                ky: """
                    Бардык {n, plural, one{# суроого} other{# суроого}} бирдей жооп берген саптар
                    """
            )
        case .tooManyRows:
            Phrase(
                en: """
                    Rows were not compared pair by pair: with {n} rows there are too many pairs (the \
                    most is {most} rows).
                    """,
                ru: """
                    Строки не сравнивались попарно: строк {n}, пар слишком много (предел — {most} \
                    строк).
                    """,
                ky: """
                    Саптар жуп-жубу менен салыштырылган жок: {n} сапта жуптар өтө көп (чеги — {most} \
                    сап).
                    """
            )
        case .tooFewQuestions:
            Phrase(
                en: """
                    Rows were not compared pair by pair: that takes at least {n, plural, \
                    one{# question} other{# questions}} without free text.
                    """,
                ru: """
                    Строки не сравнивались попарно: для этого нужно не меньше {n, plural, \
                    one{# вопроса} few{# вопросов} many{# вопросов} other{# вопроса}} без \
                    свободного текста.
                    """,
                ky: """
                    Саптар жуп-жубу менен салыштырылган жок: ал үчүн эркин тексти жок жок дегенде \
                    {n, plural, one{# суроо} other{# суроо}} керек.
                    """
            )
        case .noPairs:
            Phrase(
                en: "No two other rows share 90% of their answers or more.",
                ru: "Нет других двух строк, у которых совпадает 90\u{A0}% ответов или больше.",
                ky: "Жоопторунун 90% же андан көбү дал келген башка эки сап жок."
            )
        case .nearest:
            Phrase(
                en: "How close each row is to its nearest other row",
                ru: "Насколько каждая строка похожа на ближайшую к ней",
                ky: "Ар бир сап өзүнө эң жакын сапка канчалык окшош"
            )
        case .nearestSubtitle:
            Phrase(
                en: """
                    Rows by their highest share of equal answers, over {n, plural, one{# question} \
                    other{# questions}}
                    """,
                ru: """
                    Строки по наибольшей доле одинаковых ответов ({n, plural, one{# вопрос} \
                    few{# вопроса} many{# вопросов} other{# вопроса}})
                    """,
                ky: """
                    Саптар бирдей жооптордун эң чоң үлүшү боюнча ({n, plural, one{# суроо} \
                    other{# суроо}})
                    """
            )
        case .nearestNote:
            Phrase(
                en: """
                    After Kuriakose and Robbins (2016), who look at shares of 85% and more. High \
                    shares can come about naturally (Simmons and others, 2016). {n} rows with half \
                    of the questions answered are compared.
                    """,
                ru: """
                    По Куриакосу и Роббинсу (2016), которые смотрят на доли от 85\u{A0}%. Высокие \
                    доли могут возникать и естественно (Симмонс и др., 2016). Сравниваются строки, \
                    где есть ответы на половину вопросов: {n}.
                    """,
                ky: """
                    Куриакос жана Роббинс боюнча (2016), алар 85% жана андан жогору үлүштөрдү карайт. \
                    Жогорку үлүштөр табигый түрдө да пайда болушу мүмкүн (Симмонс жана башкалар, \
                    2016). Суроолордун жарымына жооп бар саптар салыштырылат: {n}.
                    """
            )
        case .pairs:
            Phrase(
                en: "Other pairs of rows with at least 90% equal answers",
                ru: "Другие пары строк, где одинаковы не меньше 90\u{A0}% ответов",
                ky: "Жоопторунун кеминде 90% бирдей болгон башка жуп саптар"
            )
        case .equal: Phrase(en: "Equal", ru: "Одинаковы", ky: "Бирдей")
        case .closestPairs:
            Phrase(
                en: "The closest {n} of {all}.",
                ru: "Самые близкие: {n} из {all}.",
                ky: "Эң жакындары: {all} ичинен {n}."
            )
        case .leftOutMark:
            Phrase(
                en: "{line} (left out)",
                ru: "{line} (не учтена)",
                ky: "{line} (эсепке алынган жок)"
            )
        case .andMore: Phrase(en: "And {n} more.", ru: "И ещё {n}.", ky: "Жана дагы {n}.")
        case .noTimes:
            Phrase(
                en: "The data do not say when interviews began and ended.",
                ru: "В данных не указано, когда интервью начинались и заканчивались.",
                ky: "Маалыматта интервьюлар качан башталып, качан бүткөнү көрсөтүлгөн эмес."
            )
        case .medianMinutes:
            Phrase(en: "minutes: the median", ru: "минут: медиана", ky: "мүнөт: медиана")
        case .halfFrom:
            Phrase(
                en: "half of {n, plural, one{# interview} other{# interviews}} from {range}",
                ru:
                    "половина интервью (всего {n, plural, one{#} few{#} many{#} other{#}}): {range}",
                ky: "{n, plural, one{# интервьюнун} other{# интервьюнун}} жарымы: {range}"
            )
        case .underHalf:
            Phrase(
                en: "took less than half of the median",
                ru: "длились меньше половины медианы",
                ky: "медиананын жарымынан аз убакытка созулган"
            )
        case .interviews:
            Phrase(
                en: "{n, plural, one{# interview} other{# interviews}}",
                ru: """
                    {n, plural, one{# интервью} few{# интервью} many{# интервью} other{# интервью}}
                    """,
                ky: "{n, plural, one{# интервью} other{# интервью}}"
            )
        case .backwards:
            Phrase(
                en: "Ending before they begin: lines {lines}.",
                ru: "Заканчиваются раньше, чем начинаются: строки {lines}.",
                ky: "Башталганга чейин эле бүткөндөр: саптар {lines}."
            )
        case .longer:
            Phrase(
                en: """
                    {n, plural, one{# interview} other{# interviews}} took longer than the chart \
                    shows.
                    """,
                ru: """
                    Дольше, чем показано на диаграмме, {n, plural, one{длилось # интервью} \
                    few{длились # интервью} many{длились # интервью} other{длились # интервью}}.
                    """,
                ky: """
                    {n, plural, one{# интервью} other{# интервью}} диаграммада көрсөтүлгөндөн узакка \
                    созулган.
                    """
            )
        case .howLong:
            Phrase(
                en: "How long interviews took",
                ru: "Сколько длились интервью",
                ky: "Интервьюлар канчага созулду"
            )
        case .byMinutes:
            Phrase(
                en: "Interviews by minutes from start to end",
                ru: "Интервью по числу минут от начала до конца",
                ky: "Интервьюлар башынан аягына чейинки мүнөттөр боюнча"
            )
        case .extremes:
            Phrase(
                en: "The fastest and the slowest interviews",
                ru: "Самые быстрые и самые долгие интервью",
                ky: "Эң тез жана эң узак интервьюлар"
            )
        case .minutes: Phrase(en: "Minutes", ru: "Минуты", ky: "Мүнөт")
        case .fastest: Phrase(en: "Fastest", ru: "Самые быстрые", ky: "Эң тез")
        case .slowest: Phrase(en: "Slowest", ru: "Самые долгие", ky: "Эң узак")
        }
    }
}
