/// The first look at the fieldwork: interviewers, days and hours, one answer throughout.
package enum LookTeamWord: WordKey {
    case noInterviewer
    case interviewer
    case tableNote
    case firstOf
    case tableCaption
    case interviews
    case days
    case perDay
    case mostOnADay
    case medianMinutes
    case leftEmpty
    case noAnswer
    case straight
    case oddHours
    // Effects of interviewers.
    case noScale
    case effectCaption
    case correlation
    case detectable
    case effectNote
    case effectPower
    case effectSource
    // One answer throughout.
    case noBlock
    case straightText
    case block
    case blockItems
    case blockItemsBothWays
    case straightCaption
    case longestMedian
    case longestRuns
    case runText
    case whichRows
    case straightRows
    // Days and hours.
    case noDates
    case noOddHours
    case oddHoursAre
    case noHours
    case byDay
    case byWeek
    case byMonth
    case byDayAndInterviewer
    case byWeekAndInterviewer
    case byMonthAndInterviewer
    case analysedIn

    package var phrase: Phrase {
        switch self {
        case .noInterviewer:
            Phrase(
                en: "The study does not say who held the interviews.",
                ru: "В исследовании не указано, кто проводил интервью.",
                ky: "Изилдөөдө интервьюларды ким алганы көрсөтүлгөн эмес."
            )
        case .interviewer: Phrase(en: "Interviewer", ru: "Интервьюер", ky: "Интервьюер")
        case .tableNote:
            Phrase(
                en: """
                    Under the shares: cells of all questions that were asked, or people. Odd hours: \
                    begun before 6 or from 22 o’clock. Interviewers work in different places: what \
                    differs may be the place’s, not theirs.
                    """,
                ru: """
                    Под долями: ячейки всех заданных вопросов или люди. Необычные часы: начало до 6 \
                    или после 22 часов. Интервьюеры работают в разных местах: различие может идти от \
                    места, а не от них.
                    """,
                ky: """
                    Үлүштөрдүн астында: берилген бардык суроолордун уячалары же адамдар. Адаттан тыш \
                    сааттар: саат 6га чейин же 22ден кийин башталгандар. Интервьюерлер ар башка жерде \
                    иштейт: айырма алардан эмес, жерден болушу мүмкүн.
                    """
            )
        case .firstOf:
            Phrase(
                en: "The first {n} of {all}.",
                ru: "Первые {n} из {all}.",
                ky: "{all} ичинен биринчи {n}."
            )
        case .tableCaption:
            Phrase(
                en: "The interviews of each interviewer",
                ru: "Интервью каждого интервьюера",
                ky: "Ар бир интервьюердин интервьюлары"
            )
        case .interviews: Phrase(en: "Interviews", ru: "Интервью", ky: "Интервьюлар")
        case .days: Phrase(en: "Days", ru: "Дни", ky: "Күндөр")
        case .perDay: Phrase(en: "Per day", ru: "В день", ky: "Күнүнө")
        case .mostOnADay: Phrase(en: "most {n}", ru: "не больше {n}", ky: "эң көбү {n}")
        case .medianMinutes:
            Phrase(en: "Median minutes", ru: "Медиана, минут", ky: "Медиана, мүнөт")
        case .leftEmpty: Phrase(en: "Left empty", ru: "Оставлено пустым", ky: "Бош калтырылган")
        case .noAnswer:
            Phrase(
                en: "“Don’t know” and the like",
                ru: "«Не знаю» и подобное",
                ky: "«Билбейм» жана ушул сыяктуу"
            )
        case .straight:
            Phrase(en: "One answer throughout", ru: "Один и тот же ответ", ky: "Бирдей жооп")
        case .oddHours:
            Phrase(en: "Odd hours", ru: "Необычные часы", ky: "Адаттан тыш сааттар")
        case .noScale:
            Phrase(
                en: """
                    How far interviewers differ in what people answer was not computed: no scale is \
                    declared.
                    """,
                ru: """
                    Насколько ответы различаются между интервьюерами, не вычислено: не объявлено ни \
                    одной шкалы.
                    """,
                ky: """
                    Жооптор интервьюерлердин арасында канчалык айырмаланары эсептелген жок: бир дагы \
                    шкала көрсөтүлгөн эмес.
                    """
            )
        case .effectCaption:
            Phrase(
                en: "The share of the scores’ variance that lies between interviewers",
                ru: "Доля дисперсии баллов, приходящаяся на различия между интервьюерами",
                ky:
                    "Баллдардын дисперсиясынын интервьюерлер ортосундагы айырмага туура келген үлүшү"
            )
        case .correlation:
            Phrase(
                en: "Intraclass correlation",
                ru: "Внутриклассовая корреляция",
                ky: "Класс ичиндеги корреляция"
            )
        case .detectable:
            Phrase(
                en: "Least that would be found",
                ru: "Наименьший обнаружимый эффект",
                ky: "Табылышы мүмкүн болгон эң аз эффект"
            )
        case .effectNote:
            Phrase(
                en: """
                    One-way analysis of variance, with 95% intervals. “Least that would be found”: \
                    the effect that a test at 5% finds four times in five.
                    """,
                ru: """
                    Однофакторный дисперсионный анализ, с доверительными интервалами 95\u{A0}%. \
                    «Наименьший обнаружимый эффект» — тот, который тест на уровне 5\u{A0}% находит в \
                    четырёх случаях из пяти.
                    """,
                ky: """
                    Бир факторлуу дисперсиялык анализ, 95% ишеним интервалдары менен. «Табылышы \
                    мүмкүн болгон эң аз эффект» — 5% деңгээлиндеги тест беш жолунун төртөөсүндө \
                    тапкан эффект.
                    """
            )
        case .effectPower:
            Phrase(
                en: """
                    It is large here: with so few interviewers or interviews, that nothing shows \
                    does not mean that there is nothing.
                    """,
                ru: """
                    Здесь он велик: интервьюеров или интервью так мало, что если ничего не видно, это \
                    не значит, что ничего нет.
                    """,
                ky: """
                    Бул жерде ал чоң: интервьюерлер же интервьюлар ушунчалык аз болгондо, эч нерсе \
                    көрүнбөсө да, эч нерсе жок дегенди билдирбейт.
                    """
            )
        case .effectSource:
            Phrase(
                en: """
                    Effects of 0.01 to 0.05 are common in interviews face to face (Groves 1989, \
                    Survey Errors and Survey Costs, ch. 8); 0.02 doubles variances with 50 \
                    interviews each.
                    """,
                ru: """
                    В личных интервью обычны эффекты от 0,01 до 0,05 (Гроувс, 1989, «Ошибки и затраты \
                    опросов», гл. 8); эффект 0,02 удваивает дисперсии, если у каждого по 50 интервью.
                    """,
                ky: """
                    Бетме-бет интервьюларда 0,01 – 0,05 эффекттер кадимки көрүнүш (Гроувс, 1989, \
                    «Сурамжылоолордун каталары жана чыгымдары», 8-бөлүм); ар биринде 50 интервью \
                    болсо, 0,02 эффект дисперсияларды эки эсе көбөйтөт.
                    """
            )
        case .noBlock:
            Phrase(
                en: """
                    Not looked at: there is no block of {n} and more questions with one list of \
                    answers.
                    """,
                ru: """
                    Не рассматривалось: нет блока хотя бы из {n} вопросов с одним списком ответов.
                    """,
                ky: """
                    Каралган жок: жооптор тизмеси бирдей болгон {n} же андан көп суроонун блогу жок.
                    """
            )
        case .straightText:
            Phrase(
                en: """
                    People who gave the same answer to every question of a block that they answered, \
                    at least {n}. Where items are keyed both ways, such a line contradicts itself.
                    """,
                ru: """
                    Люди, которые на все вопросы блока, где они ответили (не меньше {n}), дали один и \
                    тот же ответ. Если утверждения направлены в разные стороны, такая строка сама \
                    себе противоречит.
                    """,
                ky: """
                    Блоктун жооп берген бардык суроолоруна ({n} же андан көп) бирдей жооп берген \
                    адамдар. Ырастоолор эки башка багытта болсо, мындай сап өзүнө өзү каршы келет.
                    """
            )
        case .block: Phrase(en: "Block", ru: "Блок", ky: "Блок")
        case .blockItems:
            Phrase(
                en: "{block} ({n, plural, one{# item} other{# items}})",
                ru: """
                    {block} ({n, plural, one{# вопрос} few{# вопроса} many{# вопросов} \
                    other{# вопроса}})
                    """,
                ky: "{block} ({n, plural, one{# суроо} other{# суроо}})"
            )
        case .blockItemsBothWays:
            Phrase(
                en: "{block} ({n, plural, one{# item} other{# items}}, keyed both ways)",
                ru: """
                    {block} ({n, plural, one{# вопрос} few{# вопроса} many{# вопросов} \
                    other{# вопроса}}, в обе стороны)
                    """,
                ky: "{block} ({n, plural, one{# суроо} other{# суроо}}, эки багытта)"
            )
        case .straightCaption:
            Phrase(
                en: "One answer throughout, by block of questions",
                ru: "Один и тот же ответ, по блокам вопросов",
                ky: "Бирдей жооп, суроолордун блоктору боюнча"
            )
        case .longestMedian:
            Phrase(
                en: "Longest run, median",
                ru: "Самый длинный ряд, медиана",
                ky: "Эң узун катар, медиана"
            )
        case .longestRuns:
            Phrase(
                en: "Longest run, from 1 up",
                ru: "Самый длинный ряд, от 1",
                ky: "Эң узун катар, 1ден баштап"
            )
        case .runText:
            Phrase(
                en: "People by their longest run: {runs}",
                ru: "Люди по самому длинному ряду: {runs}",
                ky: "Адамдар эң узун катары боюнча: {runs}"
            )
        case .whichRows: Phrase(en: "Which rows", ru: "Какие строки", ky: "Кайсы саптар")
        case .straightRows:
            Phrase(
                en: "Rows with one answer throughout",
                ru: "Строки с одним и тем же ответом",
                ky: "Бирдей жооптуу саптар"
            )
        case .noDates:
            Phrase(
                en: "The data do not say when interviews were held.",
                ru: "В данных не указано, когда проводились интервью.",
                ky: "Маалыматта интервьюлар качан алынганы көрсөтүлгөн эмес."
            )
        case .noOddHours:
            Phrase(
                en: "No interview began before 6 or from 22 o’clock.",
                ru: "Ни одно интервью не началось до 6 или после 22 часов.",
                ky: "Бир дагы интервью саат 6га чейин же 22ден кийин башталган эмес."
            )
        case .oddHoursAre:
            Phrase(
                en: """
                    {n, plural, one{# interview} other{# interviews}} began before 6 or from 22 \
                    o’clock: lines {lines}.
                    """,
                ru: """
                    До 6 или после 22 часов {n, plural, one{началось # интервью} few{начались # \
                    интервью} many{начались # интервью} other{начались # интервью}}: строки {lines}.
                    """,
                ky: """
                    Саат 6га чейин же 22ден кийин {n, plural, one{# интервью} other{# интервью}} \
                    башталган: саптар {lines}.
                    """
            )
        case .noHours:
            Phrase(
                en: "Hours were not looked at.",
                ru: "Часы не рассматривались.",
                ky: "Сааттар каралган жок."
            )
        case .byDay:
            Phrase(
                en: "Interviews by day",
                ru: "Интервью по дням",
                ky: "Интервьюлар күндөр боюнча"
            )
        case .byWeek:
            Phrase(
                en: "Interviews by week",
                ru: "Интервью по неделям",
                ky: "Интервьюлар жумалар боюнча"
            )
        case .byMonth:
            Phrase(
                en: "Interviews by month",
                ru: "Интервью по месяцам",
                ky: "Интервьюлар айлар боюнча"
            )
        case .byDayAndInterviewer:
            Phrase(
                en: "Interviews by day and interviewer",
                ru: "Интервью по дням и интервьюерам",
                ky: "Интервьюлар күндөр жана интервьюерлер боюнча"
            )
        case .byWeekAndInterviewer:
            Phrase(
                en: "Interviews by week and interviewer",
                ru: "Интервью по неделям и интервьюерам",
                ky: "Интервьюлар жумалар жана интервьюерлер боюнча"
            )
        case .byMonthAndInterviewer:
            Phrase(
                en: "Interviews by month and interviewer",
                ru: "Интервью по месяцам и интервьюерам",
                ky: "Интервьюлар айлар жана интервьюерлер боюнча"
            )
        case .analysedIn:
            Phrase(
                en: "Number of interviews that are analysed, {years}",
                ru: "Число интервью, вошедших в анализ, {years}",
                ky: "Талдоого кирген интервьюлардын саны, {years}"
            )
        }
    }
}
