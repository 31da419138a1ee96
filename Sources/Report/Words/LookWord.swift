/// The frame of the first look: title, what stands out, rows left out, headings of its sections.
package enum LookWord: WordKey {
    case title
    case subtitle
    case made
    case rows
    case afterExclusions
    case first
    case nothing
    case unusual
    case unusualText
    // Headings of sections.
    case leftOut
    case missing
    case answers
    case numbers
    case numbersAndDates
    case duplicates
    case durations
    case straight
    case round
    case interviewers
    case calendar
    case limits
    // Rows left out.
    case noExclusions
    case leftOutCaption
    case reason
    case rowsInFile
    case analysed
    // Words of many tables.
    case question
    case rowsHeading
    case lines
    case linesAndIds
    case lineAndId
    case nOf
    case more
    case moreRows
    case rowLeftOut
    case addKey

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(
                en: "First look: {title}",
                ru: "Первый взгляд: {title}",
                ky: "Биринчи көз салуу: {title}"
            )
        case .subtitle:
            Phrase(
                en: "To be read before any modelling, by those who hold the data.",
                ru: "Для тех, у кого данные: прочитать до любых расчётов.",
                ky: "Маалымат кимде болсо, ошолор үчүн: эсептөөлөрдөн мурда окуу керек."
            )
        case .made:
            Phrase(
                en: """
                    Made with Ashar from the rows of {file}. Lines are counted as a spreadsheet \
                    shows them: the header is line 1. Free texts and personal answers are never \
                    shown.
                    """,
                ru: """
                    Составлено программой Ashar по строкам файла {file}. Строки считаются так, как \
                    их показывает электронная таблица: заголовок — строка 1. Свободные тексты и \
                    личные ответы никогда не показываются.
                    """,
                ky: """
                    Ashar программасы {file} файлынын саптары боюнча түздү. Саптар электрондук \
                    таблицада көрүнгөндөй саналат: башкы сап — 1-сап. Эркин тексттер жана жеке \
                    жооптор эч качан көрсөтүлбөйт.
                    """
            )
        case .rows:
            Phrase(
                en: "{n, plural, one{# row} other{# rows}}",
                ru: "{n, plural, one{# строка} few{# строки} many{# строк} other{# строки}}",
                ky: "{n, plural, one{# сап} other{# сап}}"
            )
        case .afterExclusions:
            Phrase(
                en: "{n} after exclusions",
                ru: "{n} после исключений",
                ky: "чыгаргандан кийин {n}"
            )
        case .first:
            Phrase(
                en: "Worth a look first",
                ru: "На что посмотреть сначала",
                ky: "Алгач эмнеге көз салуу керек"
            )
        case .nothing:
            Phrase(
                en: "Nothing stands out by the rules of this page. That is no proof of quality.",
                ru: "По правилам этой страницы ничего не выделяется. Это не доказывает качества.",
                ky:
                    "Бул беттин эрежелери боюнча эч нерсе бөлүнүп турбайт. Бул сапаттын далили эмес."
            )
        case .unusual:
            Phrase(
                en: "Unusual is not wrong",
                ru: "Необычное — не значит неверное",
                ky: "Адаттан тыш дегени туура эмес дегенди билдирбейт"
            )
        case .unusualText:
            Phrase(
                en: """
                    Each line is a question to the field team, not an answer. Interviewers who work \
                    in one village meet people who are alike; short interviews may have been with \
                    people who were asked less.
                    """,
                ru: """
                    Каждая строка — вопрос к полевой группе, а не ответ. Интервьюеры, которые \
                    работают в одном селе, встречают похожих людей; короткими могли быть интервью с \
                    теми, кому задали меньше вопросов.
                    """,
                ky: """
                    Ар бир сап — талаа тобуна берилген суроо, жооп эмес. Бир айылда иштеген \
                    интервьюерлер бири-бирине окшош адамдарды жолуктурат; кыска интервьюлар азыраак \
                    суроо берилген адамдар менен болушу мүмкүн.
                    """
            )
        case .leftOut:
            Phrase(en: "Rows left out", ru: "Неучтённые строки", ky: "Эсепке алынбаган саптар")
        case .missing:
            Phrase(en: "Missing answers", ru: "Пропущенные ответы", ky: "Жок жооптор")
        case .answers: Phrase(en: "Answers", ru: "Ответы", ky: "Жооптор")
        case .numbers: Phrase(en: "Numbers", ru: "Числа", ky: "Сандар")
        case .numbersAndDates:
            Phrase(en: "Numbers and dates", ru: "Числа и даты", ky: "Сандар жана күндөр")
        case .duplicates: Phrase(en: "Duplicates", ru: "Повторы", ky: "Кайталануулар")
        case .durations:
            Phrase(en: "Durations", ru: "Длительность интервью", ky: "Интервьюлардын узактыгы")
        case .straight:
            Phrase(
                en: "One answer throughout",
                ru: "Один и тот же ответ",
                ky: "Бирдей жооп"
            )
        case .round: Phrase(en: "Round numbers", ru: "Круглые числа", ky: "Тегерек сандар")
        case .interviewers: Phrase(en: "Interviewers", ru: "Интервьюеры", ky: "Интервьюерлер")
        case .calendar: Phrase(en: "Days and hours", ru: "Дни и часы", ky: "Күндөр жана сааттар")
        case .limits:
            Phrase(en: "Limits of the form", ru: "Границы анкеты", ky: "Анкетанын чектери")
        case .noExclusions:
            Phrase(
                en: "None: study.yaml names no reason under exclude.",
                ru: "Нет: в study.yaml под ключом exclude причин не названо.",
                ky: "Жок: study.yaml файлында exclude ачкычынын астында себеп аталган эмес."
            )
        case .leftOutCaption:
            Phrase(
                en: "Rows of the file that are not analysed",
                ru: "Строки файла, которые не анализируются",
                ky: "Файлдын талданбаган саптары"
            )
        case .reason: Phrase(en: "Reason", ru: "Причина", ky: "Себеби")
        case .rowsInFile:
            Phrase(en: "Rows in the file", ru: "Строк в файле", ky: "Файлдагы саптар")
        case .analysed: Phrase(en: "Analysed", ru: "В анализе", ky: "Талдоого киргендер")
        case .question: Phrase(en: "Question", ru: "Вопрос", ky: "Суроо")
        case .rowsHeading: Phrase(en: "Rows", ru: "Строки", ky: "Саптар")
        case .lines: Phrase(en: "Lines", ru: "Номера строк", ky: "Саптардын номерлери")
        case .linesAndIds:
            Phrase(
                en: "Lines (and ids)",
                ru: "Номера строк (и интервью)",
                ky: "Саптардын (жана интервьюлардын) номерлери"
            )
        case .lineAndId:
            Phrase(
                en: "Line (and id)",
                ru: "Номер строки (и интервью)",
                ky: "Саптын (жана интервьюнун) номери"
            )
        case .nOf: Phrase(en: "{n} of {all}", ru: "{n} из {all}", ky: "{all} ичинен {n}")
        case .more:
            Phrase(
                en: "{shown}, and {n} more",
                ru: "{shown} и ещё {n}",
                ky: "{shown} жана дагы {n}"
            )
        case .moreRows:
            Phrase(
                en: "{shown}; and {n} more",
                ru: "{shown}; и ещё {n}",
                ky: "{shown}; жана дагы {n}"
            )
        case .rowLeftOut:
            Phrase(en: "{row}, left out", ru: "{row}, не учтена", ky: "{row}, эсепке алынган жок")
        case .addKey:
            Phrase(
                en: "Add {key} to study.yaml.",
                ru: "Добавьте {key} в study.yaml.",
                ky: "study.yaml файлына {key} кошуңуз."
            )
        }
    }
}
