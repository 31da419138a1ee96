/// The questions of the report: charts and tables of their answers.
package enum QuestionWord: WordKey {
    case questions
    case otherQuestions
    case wroteAnswer
    case freeAnswers
    case percentOfAnswered
    case nIs
    case noAnswerIs
    case byGroup
    case byGroupCaption
    case percentWhoChose
    case severalNote
    case ofPeopleAndAnswers
    case ofPeopleAndAnswersCaption
    case percentOfPeople
    case percentOfAnswers
    // Numbers and dates.
    case bySize
    case quarters
    case meanByGroup
    case meanByGroupCaption
    case mean
    case tooFewDates
    case allOfOneDay
    case allOfOneWeek
    case allOfOneMonth
    case byDay
    case byWeek
    case byMonth
    // Correlations.
    case correlations
    case goTogether
    case pearson
    case notCause

    package var phrase: Phrase {
        switch self {
        case .questions: Phrase(en: "Questions", ru: "Вопросы", ky: "Суроолор")
        case .otherQuestions:
            Phrase(en: "Other questions", ru: "Другие вопросы", ky: "Башка суроолор")
        case .wroteAnswer:
            Phrase(
                en: "{n, plural, one{# person} other{# people}} wrote an answer.",
                ru: """
                    Ответ {n, plural, one{написал # человек} few{написали # человека} \
                    many{написали # человек} other{написали # человека}}.
                    """,
                ky: "{n, plural, one{# адам} other{# адам}} жооп жазган."
            )
        case .freeAnswers:
            Phrase(
                en: "Free answers are not printed here: they may name people.",
                ru: "Свободные ответы здесь не приводятся: в них могут быть названы люди.",
                ky: "Эркин жооптор бул жерде берилбейт: аларда адамдардын аты аталышы мүмкүн."
            )
        case .percentOfAnswered:
            Phrase(
                en: "Percent of those who answered",
                ru: "Процент ответивших",
                ky: "Жооп бергендердин пайызы"
            )
        case .nIs: Phrase(en: "n = {n}.", ru: "n = {n}.", ky: "n = {n}.")
        case .noAnswerIs:
            Phrase(en: "No answer: {n}.", ru: "Нет ответа: {n}.", ky: "Жооп жок: {n}.")
        case .byGroup: Phrase(en: "By group", ru: "По группам", ky: "Топтор боюнча")
        case .byGroupCaption:
            Phrase(
                en: "{question}, by group",
                ru: "{question} — по группам",
                ky: "{question} — топтор боюнча"
            )
        case .percentWhoChose:
            Phrase(
                en: "Percent of people who chose each answer",
                ru: "Процент людей, выбравших каждый ответ",
                ky: "Ар бир жоопту тандаган адамдардын пайызы"
            )
        case .severalNote:
            Phrase(
                en: "Several answers were possible, so the parts add up to more than 100.",
                ru: "Можно было дать несколько ответов, поэтому сумма долей больше 100.",
                ky: "Бир нече жооп берсе болот, ошондуктан үлүштөрдүн суммасы 100дөн ашат."
            )
        case .ofPeopleAndAnswers:
            Phrase(
                en: "Percent of people and of answers",
                ru: "Процент людей и процент ответов",
                ky: "Адамдардын жана жооптордун пайызы"
            )
        case .ofPeopleAndAnswersCaption:
            Phrase(
                en: "{question}: of people and of answers",
                ru: "{question}: доли людей и доли ответов",
                ky: "{question}: адамдардын жана жооптордун үлүштөрү"
            )
        case .percentOfPeople:
            Phrase(en: "Percent of people", ru: "Процент людей", ky: "Адамдардын пайызы")
        case .percentOfAnswers:
            Phrase(en: "Percent of answers", ru: "Процент ответов", ky: "Жооптордун пайызы")
        case .bySize:
            Phrase(
                en: "Percent of those who answered, by size of the number",
                ru: "Процент ответивших, по величине числа",
                ky: "Жооп бергендердин пайызы, сандын чоңдугу боюнча"
            )
        case .quarters:
            Phrase(
                en: """
                    A quarter lies at or below {first}, half at or below {second}, three quarters at \
                    or below {third}.
                    """,
                ru: """
                    У четверти ответивших число не больше {first}, у половины — не больше {second}, \
                    у трёх четвертей — не больше {third}.
                    """,
                ky: """
                    Жооп бергендердин чейрегинде сан — {first} же андан аз, жарымында — {second} же \
                    андан аз, төрттөн үчүндө — {third} же андан аз.
                    """
            )
        case .meanByGroup:
            Phrase(
                en: "Mean, whole and by group",
                ru: "Среднее: все и по группам",
                ky: "Орточо: баары жана топтор боюнча"
            )
        case .meanByGroupCaption:
            Phrase(
                en: "{question}: mean by group",
                ru: "{question}: среднее по группам",
                ky: "{question}: топтор боюнча орточо"
            )
        case .mean: Phrase(en: "Mean", ru: "Среднее", ky: "Орточо")
        case .tooFewDates:
            Phrase(
                en: "Too few people gave a date to show when.",
                ru: "Дату указало слишком мало людей, чтобы показать распределение.",
                ky: "Күндү өтө аз адам көрсөткөн, ошондуктан бөлүштүрүү берилбейт."
            )
        case .allOfOneDay:
            Phrase(
                en: "All answers are of one day: {day}.",
                ru: "Все ответы относятся к одному дню: {day}.",
                ky: "Бардык жооптор бир күнгө тиешелүү: {day}."
            )
        case .allOfOneWeek:
            Phrase(
                en: "All answers are of one week: {day}.",
                ru: "Все ответы относятся к одной неделе: {day}.",
                ky: "Бардык жооптор бир жумага тиешелүү: {day}."
            )
        case .allOfOneMonth:
            Phrase(
                en: "All answers are of one month: {day}.",
                ru: "Все ответы относятся к одному месяцу: {day}.",
                ky: "Бардык жооптор бир айга тиешелүү: {day}."
            )
        case .byDay:
            Phrase(
                en: "Respondents by day",
                ru: "Опрошенные по дням",
                ky: "Респонденттер күндөр боюнча"
            )
        case .byWeek:
            Phrase(
                en: "Respondents by week",
                ru: "Опрошенные по неделям",
                ky: "Респонденттер жумалар боюнча"
            )
        case .byMonth:
            Phrase(
                en: "Respondents by month",
                ru: "Опрошенные по месяцам",
                ky: "Респонденттер айлар боюнча"
            )
        case .correlations:
            Phrase(
                en: "Correlations between the scales",
                ru: "Корреляции между шкалами",
                ky: "Шкалалардын ортосундагы корреляциялар"
            )
        case .goTogether:
            Phrase(
                en: "How the scores go together",
                ru: "Как связаны баллы",
                ky: "Баллдар бири-бири менен кандай байланышкан"
            )
        case .pearson:
            Phrase(
                en: "Pearson’s r among those with both scores",
                ru: "Коэффициент корреляции Пирсона среди тех, у кого есть оба балла",
                ky: "Эки баллы тең барлардын арасындагы Пирсондун корреляция коэффициенти"
            )
        case .notCause:
            Phrase(
                en: """
                    A correlation says that two scores go together, not that one brings about the \
                    other.
                    """,
                ru: """
                    Корреляция говорит, что два балла связаны, но не о том, что один вызывает другой.
                    """,
                ky: """
                    Корреляция эки балл байланышта экенин айтат, бирок бири экинчисин пайда кылат \
                    дегенди билдирбейт.
                    """
            )
        }
    }
}
