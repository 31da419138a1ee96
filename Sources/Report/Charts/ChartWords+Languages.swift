extension ChartWords {
    /// The words in the language of that code; English for a language that has none.
    package static func words(for language: String) -> ChartWords {
        switch language {
        case "ru": .russian
        case "ky": .kyrgyz
        default: .english
        }
    }

    package static let russian: ChartWords = {
        var words = ChartWords()
        words.disagree = "Не согласны"
        words.agree = "Согласны"
        words.neutral = "Середина"
        words.noAnswer = "Нет ответа"
        words.estimate = "Оценка"
        words.interval = "95 % интервал"
        words.overall = "Все"
        words.scale = "Шкала"
        words.total = "Всего"
        words.percent = "Процент"
        words.group = "Группа"
        words.item = "Утверждение"
        words.answer = "Ответ"
        words.to = "–"
        words.period = "Период"
        words.number = "Число"
        words.median = "Медиана"
        words.correlation = "Корреляция"
        words.reversed = "обратное"
        words.showTable = "Показать значения в таблице"
        words.valuesOf = "Значения диаграммы: %1"
        words.axisNotZero = "Ось начинается не с нуля."
        words.hiddenNote = "[c]: скрыто, ответило слишком мало людей."
        words.bracketNote = "В скобках: ответило мало людей, читать с осторожностью."
        words.unavailableNote = "[x]: нет данных."
        words.contents = "Содержание"
        words.warning = "Предупреждение"
        words.skip = "Перейти к тексту"
        words.source = "Источник: %1"
        words.divergingBars = "Расходящиеся полосы, строк: %1."
        words.agreeRange = "Доля согласных: от %1 (%2) до %3 (%4)."
        words.intervalPlot = "Точки с интервалами, групп: %1."
        words.dotPlot = "Точки без интервалов, групп: %1."
        words.bars = "Полосы, ответов: %1."
        words.histogram = "Столбцы распределения, от %1 до %2."
        words.columns = "Столбцы по времени, периодов: %1, от %2 до %3."
        words.range = "Значения: от %1 (%2) до %3 (%4)."
        words.grid = "Сетка корреляций, шкал: %1."
        words.heat = "Сетка, строк: %1, столбцов: %2."
        words.tableFollows = "Значения приведены в таблице ниже."
        return words
    }()

    package static let kyrgyz: ChartWords = {
        var words = ChartWords()
        words.disagree = "Макул эмес"
        words.agree = "Макул"
        words.neutral = "Ортосу"
        words.noAnswer = "Жооп жок"
        words.estimate = "Баа"
        words.interval = "95% интервал"
        words.overall = "Баары"
        words.scale = "Шкала"
        words.total = "Жалпы"
        words.percent = "Пайыз"
        words.group = "Топ"
        words.item = "Ырастоо"
        words.answer = "Жооп"
        words.to = "–"
        words.period = "Мезгил"
        words.number = "Саны"
        words.median = "Медиана"
        words.correlation = "Корреляция"
        words.reversed = "тескери"
        words.showTable = "Маанилерди таблицада көрсөтүү"
        words.valuesOf = "Диаграмманын маанилери: %1"
        words.axisNotZero = "Ок нөлдөн башталбайт."
        words.hiddenNote = "[c]: жашырылган, өтө аз адам жооп берген."
        words.bracketNote = "Кашаада: аз адам жооп берген, этият окуу керек."
        words.unavailableNote = "[x]: маалымат жок."
        words.contents = "Мазмуну"
        words.warning = "Эскертүү"
        words.skip = "Текстке өтүү"
        words.source = "Булак: %1"
        words.divergingBars = "Эки жакка кеткен тилкелер, саптар: %1."
        words.agreeRange = "Макул болгондордун үлүшү: %1 (%2) – %3 (%4)."
        words.intervalPlot = "Интервалдары бар чекиттер, топтор: %1."
        words.dotPlot = "Интервалы жок чекиттер, топтор: %1."
        words.bars = "Тилкелер, жооптор: %1."
        words.histogram = "Бөлүштүрүү мамычалары: %1 – %2."
        words.columns = "Убакыт боюнча мамычалар, мезгилдер: %1, %2 – %3."
        words.range = "Маанилер: %1 (%2) – %3 (%4)."
        words.grid = "Корреляциялар тору, шкалалар: %1."
        words.heat = "Тор, саптар: %1, мамычалар: %2."
        words.tableFollows = "Маанилер төмөнкү таблицада."
        return words
    }()
}
