package import Markup

/// A chart as a value: it carries all that it shows, and drawing it computes no statistics.
package protocol Chart: Sendable {
    var text: ChartText { get }
    /// The drawing for desktop and paper, or for the phone.
    func drawing(_ layout: ChartLayout) -> Drawing
    /// The table that holds the values of the chart.
    var table: DisplayTable { get }
    /// What kind of chart of what, and what it shows, made from its own values.
    var automaticSummary: String { get }
    /// Notes that follow from what is drawn: hidden rows, brackets, the axis.
    var automaticNotes: [String] { get }
}

extension Chart {
    /// The text alternative.
    package var summary: String {
        text.summary.isEmpty
            ? "\(automaticSummary) \(text.words(ChartSummaryWord.tableFollows))" : text.summary
    }

    /// The drawing as a whole SVG document, readable alone.
    package func svg(_ layout: ChartLayout = .wide) -> Markup {
        let short = layout == .wide ? "w" : "s"
        return drawing(layout).svg(
            id: "\(text.id)-\(short)",
            title: text.title,
            description: summary,
            layout: layout
        )
    }
}

/// The chart with its title, both of its drawings (one is shown at a time), notes and table.
///
/// - Parameters:
///   - chart: The chart as a value.
///   - isTitled: Whether the title is shown; not where the heading right above says the same.
/// - Returns: The figure.
package func figure(_ chart: some Chart, isTitled: Bool = true) -> Markup {
    let text = chart.text
    let notes = ([text.note] + chart.automaticNotes).filter { !$0.isEmpty }
    var children: [Markup] =
        isTitled ? [.tag("p", ["class": "figure-title"], text: text.title)] : []
    if !text.subtitle.isEmpty {
        children.append(.tag("p", ["class": "figure-subtitle"], text: text.subtitle))
    }
    children += ChartLayout.allCases.map { chart.svg($0) }
    if !notes.isEmpty {
        children.append(.tag("p", ["class": "note"], text: notes.joined(separator: " ")))
    }
    if !text.source.isEmpty {
        children.append(
            .tag(
                "p",
                ["class": "note source"],
                text: text.words(ChartWord.source, ["source": .text(text.source)])
            )
        )
    }
    children.append(
        .tag(
            "details",
            ["class": "values"],
            [
                .tag("summary", [:], text: text.words(ChartWord.showTable)),
                table(chart.table, id: "\(text.id)-table"),
            ]
        )
    )
    return .tag("div", ["class": "figure", "id": text.id], children)
}

extension Chart {
    /// The caption of the value table.
    var tableCaption: String { text.words(ChartWord.valuesOf, ["title": .text(text.title)]) }

    /// Notes on signs that occur among the values.
    func signNotes(_ values: [ChartValue]) -> [String] {
        [
            values.contains { $0.shown?.isBracketed == true }
                ? text.words(ChartWord.bracketNote) : "",
            values.contains(.hidden) ? text.words(ChartWord.hiddenNote) : "",
            values.contains(.unavailable) ? text.words(ChartWord.unavailableNote) : "",
        ].filter { !$0.isEmpty }
    }

    /// The cell of a value: estimate with its interval, brackets, or a sign.
    func cell(_ value: ChartValue, _ unit: ChartUnit) -> DisplayTable.Cell {
        switch value {
        case .hidden: .hidden
        case .unavailable: .unavailable
        case .shown(let shown):
            .estimate(
                text.text(shown.value, unit),
                interval: shown.interval.map { text.text($0, unit) } ?? "",
                isBracketed: shown.isBracketed
            )
        }
    }

    /// The cells of a value: the estimate, then its interval when the table has a column for it.
    func cells(
        _ value: ChartValue,
        _ unit: ChartUnit,
        withInterval: Bool
    ) -> [DisplayTable.Cell] {
        switch value {
        case .hidden: withInterval ? [.hidden, .hidden] : [.hidden]
        case .unavailable: withInterval ? [.unavailable, .unavailable] : [.unavailable]
        case .shown(let shown):
            [
                .estimate(
                    text.text(shown.value, unit),
                    interval: "",
                    isBracketed: shown.isBracketed
                )
            ] + (withInterval ? [.number(shown.interval.map { text.text($0, unit) } ?? "")] : [])
        }
    }

    /// The cell of a number of respondents; nothing for a hidden value.
    func countCell(_ value: ChartValue) -> DisplayTable.Cell {
        switch value {
        case .hidden: .hidden
        case .unavailable: .unavailable
        case .shown(let shown): shown.n.map { .number(count($0)) } ?? .blank
        }
    }

    /// A number of people: "1,234".
    func count(_ n: Int) -> String {
        text.numbers.with(decimals: 0).text(Double(n))
    }
}
