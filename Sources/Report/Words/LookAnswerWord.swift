/// The first look at the answers: missing ones, lists, numbers and dates.
package enum LookAnswerWord: WordKey {
    // Missing answers.
    case parts
    case missingShare
    case answered
    case empty
    case notAsked
    case notAskedOrEmpty
    case noAnswerByCode
    case notAskedNote
    case withoutForm
    case missingCaption
    case barText
    // Answers.
    case answersCaption
    case distribution
    case mostFrequent
    case everyAnswerFold
    case everyAnswer
    case percentOfAnswered
    case severalNote
    case textsNotShown
    case personalNotShown
    // Numbers and dates.
    case least
    case lowerQuartile
    case upperQuartile
    case greatest
    case mean
    case deviation
    case numbersCaption
    case bySize
    case allOfOneDay
    case allOfOneWeek
    case allOfOneMonth
    case byDay
    case byWeek
    case byMonth

    package var phrase: Phrase {
        switch self {
        case .parts:
            Phrase(
                en: "Answered, “no answer”, empty",
                ru: "Ответили, «нет ответа», пусто",
                ky: "Жооп бар, «жооп жок», бош"
            )
        case .missingShare:
            Phrase(
                en: "Missing of those asked",
                ru: "Нет ответа среди спрошенных",
                ky: "Суралгандардын ичинен жооп жогу"
            )
        case .answered: Phrase(en: "Answered", ru: "Ответили", ky: "Жооп бергендер")
        case .empty: Phrase(en: "Empty", ru: "Пусто", ky: "Бош")
        case .notAsked: Phrase(en: "Not asked", ru: "Не спрашивали", ky: "Суралган эмес")
        case .notAskedOrEmpty:
            Phrase(
                en: "Not asked or empty",
                ru: "Не спрашивали или пусто",
                ky: "Суралган эмес же бош"
            )
        case .noAnswerByCode:
            Phrase(
                en: "“No answer” by code",
                ru: "«Нет ответа» по кодам",
                ky: "«Жооп жок» коддор боюнча"
            )
        case .notAskedNote:
            Phrase(
                en: """
                    “Not asked” are cells that the form’s own conditions passed over; they do not \
                    count as missing. The highest shares are in bold.
                    """,
                ru: """
                    «Не спрашивали» — ячейки, которые пропущены по условиям самой анкеты; \
                    пропущенными ответами они не считаются. Самые высокие доли выделены жирным.
                    """,
                ky: """
                    «Суралган эмес» — анкетанын өз шарттары боюнча өткөрүлүп жиберилген уячалар; \
                    алар жок жооп деп эсептелбейт. Эң жогорку үлүштөр калың тамга менен берилди.
                    """
            )
        case .withoutForm:
            Phrase(
                en: """
                    Without a form, nobody can tell a question that was skipped from one that was \
                    not asked.
                    """,
                ru: """
                    Без анкеты нельзя отличить пропущенный вопрос от вопроса, который не задавали.
                    """,
                ky: """
                    Анкетасыз өткөрүлүп жиберилген суроону берилбеген суроодон ажыратууга болбойт.
                    """
            )
        case .missingCaption:
            Phrase(
                en: "Answers to each question, in the order of the form",
                ru: "Ответы на каждый вопрос, в порядке анкеты",
                ky: "Ар бир суроого жооптор, анкетанын тартиби боюнча"
            )
        case .barText:
            Phrase(
                en: "{answered} answered, {none} no answer, {empty} empty, of {all}",
                ru: "ответили: {answered}, нет ответа: {none}, пусто: {empty}, всего: {all}",
                ky: "жооп бар: {answered}, жооп жок: {none}, бош: {empty}, баары: {all}"
            )
        case .answersCaption:
            Phrase(
                en: """
                    Questions with a list of answers, each answer a column in the order of the form
                    """,
                ru: """
                    Вопросы со списком ответов; каждый ответ — столбик, в порядке анкеты
                    """,
                ky: """
                    Жооптор тизмеси бар суроолор; ар бир жооп — мамыча, анкетанын тартиби боюнча
                    """
            )
        case .distribution: Phrase(en: "Distribution", ru: "Распределение", ky: "Бөлүштүрүү")
        case .mostFrequent:
            Phrase(en: "Most frequent", ru: "Самый частый ответ", ky: "Эң көп берилген жооп")
        case .everyAnswerFold:
            Phrase(
                en: "Every answer with its number",
                ru: "Все ответы с числами",
                ky: "Бардык жооптор сандары менен"
            )
        case .everyAnswer: Phrase(en: "Every answer", ru: "Все ответы", ky: "Бардык жооптор")
        case .percentOfAnswered:
            Phrase(
                en: "Percent of those who answered",
                ru: "Процент ответивших",
                ky: "Жооп бергендердин пайызы"
            )
        case .severalNote:
            Phrase(
                en: "Several answers may add up to more than 100 percent.",
                ru: "Если можно дать несколько ответов, их сумма может быть больше 100 процентов.",
                ky: "Бир нече жооп берсе болгондо алардын суммасы 100 пайыздан ашышы мүмкүн."
            )
        case .textsNotShown:
            Phrase(
                en: "Free texts are not shown: {names}.",
                ru: "Свободные тексты не показаны: {names}.",
                ky: "Эркин тексттер көрсөтүлгөн жок: {names}."
            )
        case .personalNotShown:
            Phrase(
                en: """
                    Not shown, since they look personal: {names}. Name them under {key}, and they \
                    are not even read.
                    """,
                ru: """
                    Не показаны, так как похожи на личные данные: {names}. Назовите их под {key}, и \
                    они даже не будут читаться.
                    """,
                ky: """
                    Жеке маалыматка окшош болгондуктан көрсөтүлгөн жок: {names}. Аларды {key} \
                    ачкычынын астында атаңыз, ошондо алар окулбайт да.
                    """
            )
        case .least: Phrase(en: "Least", ru: "Наименьшее", ky: "Эң кичине")
        case .lowerQuartile:
            Phrase(en: "Lower quartile", ru: "Нижний квартиль", ky: "Төмөнкү квартиль")
        case .upperQuartile:
            Phrase(en: "Upper quartile", ru: "Верхний квартиль", ky: "Жогорку квартиль")
        case .greatest: Phrase(en: "Greatest", ru: "Наибольшее", ky: "Эң чоң")
        case .mean: Phrase(en: "Mean", ru: "Среднее", ky: "Орточо")
        case .deviation:
            Phrase(
                en: "Standard deviation",
                ru: "Стандартное отклонение",
                ky: "Стандарттык четтөө"
            )
        case .numbersCaption:
            Phrase(
                en: "Numbers: middle, ends and spread",
                ru: "Числа: середина, края и разброс",
                ky: "Сандар: ортосу, четтери жана чачырашы"
            )
        case .bySize:
            Phrase(
                en: "Respondents by size of the number",
                ru: "Опрошенные по величине числа",
                ky: "Респонденттер сандын чоңдугу боюнча"
            )
        case .allOfOneDay:
            Phrase(
                en: "{title}: all of one day, {day}.",
                ru: "{title}: все за один день, {day}.",
                ky: "{title}: баары бир күндө, {day}."
            )
        case .allOfOneWeek:
            Phrase(
                en: "{title}: all of one week, {day}.",
                ru: "{title}: все за одну неделю, {day}.",
                ky: "{title}: баары бир жумада, {day}."
            )
        case .allOfOneMonth:
            Phrase(
                en: "{title}: all of one month, {day}.",
                ru: "{title}: все за один месяц, {day}.",
                ky: "{title}: баары бир айда, {day}."
            )
        case .byDay:
            Phrase(en: "Rows by day", ru: "Строки по дням", ky: "Саптар күндөр боюнча")
        case .byWeek:
            Phrase(en: "Rows by week", ru: "Строки по неделям", ky: "Саптар жумалар боюнча")
        case .byMonth:
            Phrase(en: "Rows by month", ru: "Строки по месяцам", ky: "Саптар айлар боюнча")
        }
    }
}
