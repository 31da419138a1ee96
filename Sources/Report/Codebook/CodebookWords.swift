/// The words of a codebook in one language; %1 stands for a number that is put in.
package struct CodebookWords: Sendable, Hashable {
    /// The language of questions and answers.
    package var language = "en"
    package var codebook = "Codebook"
    package var variable = "Variable"
    package var question = "Question"
    package var kind = "Kind"
    package var oneAnswer = "one answer"
    package var severalAnswers = "several answers"
    package var number = "number"
    package var day = "date"
    package var moment = "date and time"
    package var text = "text"
    package var askedIf = "Asked if"
    package var answered = "Answered"
    package var empty = "Empty"
    package var code = "Code"
    package var answer = "Answer"
    package var count = "Count"
    package var percent = "% of those who answered"
    package var missing = "no answer"
    package var mean = "Mean"
    package var median = "Median"
    package var range = "Range"
    package var trimmedRange = "Range without the %1 lowest and %1 highest"
    package var differentTexts = "Different texts"
    package var unlisted = "Answers that fewer than %1 people wrote, not listed"
    package var rows = "Rows: %1"
    package var variables = "Variables: %1"
    package var hidden = "[c]: hidden, because it could point at fewer than %1 people."
    package var textsNotShown = "Free texts are counted, not shown."
    package var style = NumberStyle.english

    package static let english = CodebookWords()

    /// The words in the language; English where there are none.
    ///
    /// `language` stays the language of questions and answers in any case.
    package static func words(in language: String) -> CodebookWords {
        var words: CodebookWords =
            switch language.prefix(2) {
            case "ru": .russian
            case "ky": .kyrgyz
            default: .english
            }
        words.language = language
        return words
    }

    package static let russian: CodebookWords = {
        var words = CodebookWords()
        words.language = "ru"
        words.codebook = "Описание данных"
        words.variable = "Переменная"
        words.question = "Вопрос"
        words.kind = "Вид"
        words.oneAnswer = "один ответ"
        words.severalAnswers = "несколько ответов"
        words.number = "число"
        words.day = "дата"
        words.moment = "дата и время"
        words.text = "текст"
        words.askedIf = "Задан, если"
        words.answered = "Ответили"
        words.empty = "Пусто"
        words.code = "Код"
        words.answer = "Ответ"
        words.count = "Число"
        words.percent = "% ответивших"
        words.missing = "нет ответа"
        words.mean = "Среднее"
        words.median = "Медиана"
        words.range = "Размах"
        words.trimmedRange = "Размах без %1 наименьших и %1 наибольших"
        words.differentTexts = "Разных текстов"
        words.unlisted = "Ответы, которые дали менее %1 человек, не перечислены"
        words.rows = "Строк: %1"
        words.variables = "Переменных: %1"
        words.hidden = "[c]: скрыто, так как может указать менее чем на %1 человек."
        words.textsNotShown = "Свободные тексты подсчитаны, но не показаны."
        words.style = .russian
        return words
    }()

    package static let kyrgyz: CodebookWords = {
        var words = CodebookWords()
        words.language = "ky"
        words.codebook = "Маалыматтын сүрөттөлүшү"
        words.variable = "Өзгөрмө"
        words.question = "Суроо"
        words.kind = "Түрү"
        words.oneAnswer = "бир жооп"
        words.severalAnswers = "бир нече жооп"
        words.number = "сан"
        words.day = "күн"
        words.moment = "күн жана убакыт"
        words.text = "текст"
        words.askedIf = "Качан суралат"
        words.answered = "Жооп бергендер"
        words.empty = "Бош"
        words.code = "Код"
        words.answer = "Жооп"
        words.count = "Саны"
        words.percent = "Жооп бергендердин %"
        words.missing = "жооп жок"
        words.mean = "Орточо"
        words.median = "Медиана"
        words.range = "Аралыгы"
        words.trimmedRange = "Эң кичине %1 жана эң чоң %1 маанисиз аралыгы"
        words.differentTexts = "Ар түрдүү тексттер"
        words.unlisted = "%1 кишиден азы берген жооптор, тизмеде жок"
        words.rows = "Саптар: %1"
        words.variables = "Өзгөрмөлөр: %1"
        words.hidden = "[c]: жашырылган, анткени %1 кишиден азын көрсөтүп коюшу мүмкүн."
        words.textsNotShown = "Эркин тексттер саналган, бирок көрсөтүлгөн эмес."
        words.style = .kyrgyz
        return words
    }()
}
