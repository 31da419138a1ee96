/// The words of a codebook.
package enum CodebookWord: WordKey {
    case codebook
    case codebookOf
    case kind
    case oneAnswer
    case severalAnswers
    case number
    case day
    case moment
    case text
    case askedIf
    case answered
    case empty
    case code
    case answer
    case count
    case percent
    case missing
    case mean
    case median
    case range
    case trimmedRange
    case differentTexts
    case unlisted
    case rows
    case variables
    case hidden
    case textsNotShown

    package var phrase: Phrase {
        switch self {
        case .codebook:
            Phrase(en: "Codebook", ru: "Описание данных", ky: "Маалыматтын сүрөттөлүшү")
        case .codebookOf:
            Phrase(
                en: "Codebook: {title}",
                ru: "Описание данных: {title}",
                ky: "Маалыматтын сүрөттөлүшү: {title}"
            )
        case .kind: Phrase(en: "Kind", ru: "Вид", ky: "Түрү")
        case .oneAnswer: Phrase(en: "one answer", ru: "один ответ", ky: "бир жооп")
        case .severalAnswers:
            Phrase(en: "several answers", ru: "несколько ответов", ky: "бир нече жооп")
        case .number: Phrase(en: "number", ru: "число", ky: "сан")
        case .day: Phrase(en: "date", ru: "дата", ky: "күн")
        case .moment: Phrase(en: "date and time", ru: "дата и время", ky: "күн жана убакыт")
        case .text: Phrase(en: "text", ru: "текст", ky: "текст")
        case .askedIf: Phrase(en: "Asked if", ru: "Задан, если", ky: "Качан суралат")
        case .answered: Phrase(en: "Answered", ru: "Ответили", ky: "Жооп бергендер")
        case .empty: Phrase(en: "Empty", ru: "Пусто", ky: "Бош")
        case .code: Phrase(en: "Code", ru: "Код", ky: "Код")
        case .answer: Phrase(en: "Answer", ru: "Ответ", ky: "Жооп")
        case .count: Phrase(en: "Count", ru: "Число", ky: "Саны")
        case .percent:
            Phrase(
                en: "% of those who answered",
                ru: "% ответивших",
                ky: "Жооп бергендердин %"
            )
        case .missing: Phrase(en: "no answer", ru: "нет ответа", ky: "жооп жок")
        case .mean: Phrase(en: "Mean", ru: "Среднее", ky: "Орточо")
        case .median: Phrase(en: "Median", ru: "Медиана", ky: "Медиана")
        case .range: Phrase(en: "Range", ru: "Размах", ky: "Аралыгы")
        case .trimmedRange:
            Phrase(
                en: "Range without the {n} lowest and {n} highest",
                ru: "Размах без {n} наименьших и {n} наибольших",
                ky: "Эң кичине {n} жана эң чоң {n} маанисиз аралыгы"
            )
        case .differentTexts:
            Phrase(en: "Different texts", ru: "Разных текстов", ky: "Ар түрдүү тексттер")
        case .unlisted:
            Phrase(
                en: """
                    Answers that fewer than {n, plural, one{# person} other{# people}} wrote, not \
                    listed
                    """,
                ru: """
                    Ответы, которые дали менее {n, plural, one{# человека} few{# человек} \
                    many{# человек} other{# человека}}, не перечислены
                    """,
                ky: "{n, plural, one{# адамдан} other{# адамдан}} азы берген жооптор, тизмеде жок"
            )
        case .rows: Phrase(en: "Rows: {n}", ru: "Строк: {n}", ky: "Саптар: {n}")
        case .variables:
            Phrase(en: "Variables: {n}", ru: "Переменных: {n}", ky: "Өзгөрмөлөр: {n}")
        case .hidden:
            Phrase(
                en: """
                    [c]: hidden, because it could point at fewer than {n, plural, one{# person} \
                    other{# people}}.
                    """,
                ru: """
                    [c]: скрыто, так как может указать менее чем на {n, plural, one{# человека} \
                    few{# человек} many{# человек} other{# человека}}.
                    """,
                ky: """
                    [c]: жашырылган, анткени {n, plural, one{# адамдан} other{# адамдан}} азын \
                    көрсөтүп коюшу мүмкүн.
                    """
            )
        case .textsNotShown:
            Phrase(
                en: "Free texts are counted, not shown.",
                ru: "Свободные тексты подсчитаны, но не показаны.",
                ky: "Эркин тексттер саналган, бирок көрсөтүлгөн эмес."
            )
        }
    }
}
