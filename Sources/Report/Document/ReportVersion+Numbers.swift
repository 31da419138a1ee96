import Base
import Markup
import Survey

extension ReportVersion {
    /// A question with a number: its distribution, its mean by group.
    func body(of number: NumberResult, _ question: QuestionResult, id: String) -> [Markup] {
        let label = question.label.text(in: language)
        let median = number.quartiles.count == 3 ? number.quartiles[1].value : nil
        let isWhole = number.bars.allSatisfy { $0.from == $0.from.rounded() }
        let bars = number.bars.map { bar in
            let last = isWhole ? bar.to - 1 : bar.to
            let range =
                isWhole && last == bar.from
                ? plain(bar.from) : words.language.range(plain(bar.from), plain(last))
            return Columns.Column(range, chartValue(bar.share))
        }
        let chart =
            bars.count < 2
            ? Markup.empty
            : figure(
                Columns(
                    text: chartText(
                        "\(id)-chart",
                        title: label,
                        subtitle: words(QuestionWord.bySize),
                        decimals: 0
                    ),
                    unit: .percent,
                    columns: bars,
                    scale: .numbers(
                        lower: number.bars[0].from,
                        upper: number.bars[number.bars.count - 1].to,
                        median: median
                    )
                ),
                isTitled: false
            )
        return [chart, numberTable(number, label, id: id)]
    }

    private func numberTable(_ number: NumberResult, _ label: String, id: String) -> Markup {
        func row(_ name: String, _ mean: Released, isTotal: Bool = false) -> DisplayTable.Row {
            DisplayTable.Row(
                name,
                [meanCell(mean, decimals: 1)] + carrierCells(mean.estimate?.n, [mean]),
                kind: isTotal ? .total : .plain
            )
        }
        var rows = [row(words(ChartWord.overall), number.mean.whole, isTotal: true)]
        for (breakdown, means) in zip(results.breakdowns, number.mean.groups) {
            rows.append(.block(breakdown.label.text(in: language)))
            rows += zip(breakdown.groups, means).map { row($0.label.text(in: language), $1) }
        }
        let style = numbers.with(decimals: 1)
        let quartiles = number.quartiles.compactMap { $0.value.map { style.text($0) } }
        let notes =
            quartiles.count == 3
            ? [
                words(
                    QuestionWord.quarters,
                    [
                        "first": .text(quartiles[0]), "second": .text(quartiles[1]),
                        "third": .text(quartiles[2]),
                    ]
                )
            ] : []
        return folded(
            words(QuestionWord.meanByGroup),
            table(
                DisplayTable(
                    caption: words(QuestionWord.meanByGroupCaption, ["question": .text(label)]),
                    rowHeading: words(ChartWord.group),
                    columns: [.init(words(QuestionWord.mean))] + carrierColumns,
                    rows: rows,
                    notes: notes
                ),
                id: "\(id)-groups"
            )
        )
    }

    /// A date question: how many respondents fall on each day, week or month.
    func body(of date: DateResult, _ question: QuestionResult, id: String) -> Markup {
        let label = question.label.text(in: language)
        guard !date.counts.isEmpty else {
            return paragraph(words(QuestionWord.tooFewDates))
        }
        guard date.counts.count > 1 else {
            let start = date.counts.first?.start ?? 0
            let key: QuestionWord =
                switch date.step {
                case .day: .allOfOneDay
                case .week: .allOfOneWeek
                case .month: .allOfOneMonth
                }
            return paragraph(words(key, ["day": .text(isoText(start, .day))]))
        }
        let subtitle: QuestionWord =
            switch date.step {
            case .day: .byDay
            case .week: .byWeek
            case .month: .byMonth
            }
        let length = date.step == .month ? 7 : 10
        let labels = date.counts.map { String(isoText($0.start, .day).prefix(length)) }
        return figure(
            Columns(
                text: chartText(
                    "\(id)-chart",
                    title: label,
                    subtitle: words(subtitle),
                    decimals: 0
                ),
                unit: .number,
                columns: zip(labels, date.counts).map { label, item in
                    Columns.Column(label, item.rows.map { .value(Double($0)) } ?? .hidden)
                },
                scale: .periods(labels)
            ),
            isTitled: false
        )
    }
}
