/// The sentences of a chart's text alternative.
package enum ChartSummaryWord: WordKey {
    case divergingBars
    case agreeRange
    case higherRange
    case intervalPlot
    case dotPlot
    case bars
    case histogram
    case columns
    case range
    case grid
    case heat
    case medianIs
    case tableFollows

    package var phrase: Phrase {
        switch self {
        case .divergingBars:
            Phrase(
                en: "Diverging bars of {n, plural, one{# row} other{# rows}}.",
                ru: """
                    Расходящиеся полосы: {n, plural, one{# строка} few{# строки} many{# строк} \
                    other{# строки}}.
                    """,
                ky: "Эки жакка кеткен тилкелер: {n, plural, one{# сап} other{# сап}}."
            )
        case .agreeRange:
            Phrase(
                en: "The share who agree runs from {low} ({lowest}) to {high} ({highest}).",
                ru: "Доля согласных: от {low} ({lowest}) до {high} ({highest}).",
                ky: "Макул болгондордун үлүшү: {low} ({lowest}) – {high} ({highest})."
            )
        case .higherRange:
            Phrase(
                en:
                    "The share with higher answers runs from {low} ({lowest}) to {high} ({highest}).",
                ru: "Доля более высоких ответов: от {low} ({lowest}) до {high} ({highest}).",
                ky: "Жогорку жооптордун үлүшү: {low} ({lowest}) – {high} ({highest})."
            )
        case .intervalPlot:
            Phrase(
                en: "Dots with intervals for {n, plural, one{# group} other{# groups}}.",
                ru: """
                    Точки с интервалами: {n, plural, one{# группа} few{# группы} many{# групп} \
                    other{# группы}}.
                    """,
                ky: "Интервалдары бар чекиттер: {n, plural, one{# топ} other{# топ}}."
            )
        case .dotPlot:
            Phrase(
                en: "Dots for {n, plural, one{# group} other{# groups}}, without intervals.",
                ru: """
                    Точки без интервалов: {n, plural, one{# группа} few{# группы} many{# групп} \
                    other{# группы}}.
                    """,
                ky: "Интервалы жок чекиттер: {n, plural, one{# топ} other{# топ}}."
            )
        case .bars:
            Phrase(
                en: "Bars of {n, plural, one{# answer} other{# answers}}.",
                ru: """
                    Полосы: {n, plural, one{# ответ} few{# ответа} many{# ответов} other{# ответа}}.
                    """,
                ky: "Тилкелер: {n, plural, one{# жооп} other{# жооп}}."
            )
        case .histogram:
            Phrase(
                en: "Columns of the distribution, from {first} to {last}.",
                ru: "Столбцы распределения: первый — {first}, последний — {last}.",
                ky: "Бөлүштүрүү мамычалары: биринчиси — {first}, акыркысы — {last}."
            )
        case .columns:
            Phrase(
                en: """
                    Columns over time: {n, plural, one{# period} other{# periods}}, from {first} to \
                    {last}.
                    """,
                ru: """
                    Столбцы по времени: {n, plural, one{# период} few{# периода} many{# периодов} \
                    other{# периода}}, первый — {first}, последний — {last}.
                    """,
                ky: """
                    Убакыт боюнча мамычалар: {n, plural, one{# мезгил} other{# мезгил}}, биринчиси — \
                    {first}, акыркысы — {last}.
                    """
            )
        case .range:
            Phrase(
                en: "The values run from {low} ({lowest}) to {high} ({highest}).",
                ru: "Значения: от {low} ({lowest}) до {high} ({highest}).",
                ky: "Маанилер: {low} ({lowest}) – {high} ({highest})."
            )
        case .grid:
            Phrase(
                en: "Grid of correlations between {n, plural, one{# scale} other{# scales}}.",
                ru: """
                    Таблица корреляций: {n, plural, one{# шкала} few{# шкалы} many{# шкал} \
                    other{# шкалы}}.
                    """,
                ky: "Корреляциялар тору: {n, plural, one{# шкала} other{# шкала}}."
            )
        case .heat:
            Phrase(
                en: """
                    Grid of {rows, plural, one{# row} other{# rows}} by {columns, plural, \
                    one{# column} other{# columns}}.
                    """,
                ru: """
                    Таблица: {rows, plural, one{# строка} few{# строки} many{# строк} \
                    other{# строки}}, {columns, plural, one{# столбец} few{# столбца} \
                    many{# столбцов} other{# столбца}}.
                    """,
                ky: """
                    Тор: {rows, plural, one{# сап} other{# сап}}, {columns, plural, \
                    one{# мамыча} other{# мамыча}}.
                    """
            )
        case .medianIs:
            Phrase(en: "Median {median}.", ru: "Медиана {median}.", ky: "Медиана {median}.")
        case .tableFollows:
            Phrase(
                en: "The values are in the table that follows.",
                ru: "Значения приведены в таблице ниже.",
                ky: "Маанилер төмөнкү таблицада."
            )
        }
    }
}
