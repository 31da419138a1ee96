import Base
import Markup
import Survey

/// The report of a study as one page: what `Results` found, between the words of its authors.
package struct ReportDocument {
    let results: Results
    let prose: Prose
    /// How numbers are written.
    let numbers = NumberStyle.english

    /// A report of `results` with the text that people wrote for it.
    package init(results: Results, prose: Prose) {
        self.results = results
        self.prose = prose
    }

    var study: Study { results.prepared.study }
    var language: String { study.language }

    /// The page as UTF-8; the same study always gives the same bytes.
    package func html() -> [UInt8] {
        page().html()
    }

    private func page() -> Page {
        var warnings: [Page.Warning] = []
        if study.isSynthetic { warnings.append(.synthetic) }
        if !results.sample.isProbabilitySample { warnings.append(.notProbabilitySample) }
        let author = study.report.author.text(in: language)
        return Page(
            title: title,
            subtitle: [author, study.report.date].filter { !$0.isEmpty }.joined(separator: ", "),
            // The page's own words are English, whatever language the questions are in.
            language: "en",
            facts: facts,
            warnings: warnings,
            body: [draftBox, keyFigureSection] + proseSections + [methodSection]
                + [compositionSection, scaleSections, correlationSection, questionSection]
                + [readingSection],
            footer: footer
        )
    }

    private var title: String {
        let title = study.title.text(in: language)
        return title.isEmpty ? "Report" : title
    }

    private var facts: [String] {
        var facts = ["\(count(results.sample.respondents)) respondents"]
        if let days = results.sample.days {
            let first = isoText(days.lowerBound, .day)
            let last = isoText(days.upperBound, .day)
            facts.append(first == last ? first : "\(first) to \(last)")
        }
        let derived = Set(study.derivations.map(\.name))
        let questions =
            results.questions.count { !derived.contains($0.name) }
            + results.scales.reduce(0) { $0 + $1.items.count }
        facts.append(questions == 1 ? "1 question" : "\(count(questions)) questions")
        if !results.scales.isEmpty {
            facts.append(results.scales.count == 1 ? "1 scale" : "\(results.scales.count) scales")
        }
        return facts
    }

    private var draftBox: Markup {
        guard !study.undecided.isEmpty else { return .empty }
        return noteBox(
            .warning,
            heading: "This is a draft. A person must still decide:",
            [
                bulletList(study.undecided.map { .text($0) }),
                paragraph(
                    "Each of these lines stands under “undecided” in study.yaml; delete it there when it "
                        + "is decided."
                ),
            ]
        )
    }

    private var footer: [Markup] {
        let source = study.source.text(in: language)
        return [
            source.isEmpty ? .empty : paragraph("Data: \(source)"),
            paragraph(
                "Made with Ashar from a folder of plain files. Every number on this page was computed from "
                    + "the answers; the tables beside it hold them at full precision."
            ),
        ]
    }

    // MARK: - Writing numbers

    /// A number of people: "1,234".
    func count(_ n: Int) -> String {
        numbers.text(Double(n))
    }

    /// The text of a chart of this report.
    func chartText(
        _ id: String,
        title: String,
        subtitle: String = "",
        note: String = "",
        decimals: Int
    ) -> ChartText {
        ChartText(
            id: id,
            title: title,
            subtitle: subtitle,
            note: note,
            numbers: numbers.with(decimals: decimals)
        )
    }

    /// What is measured by whom, with the intervals' level: the subtitle of most charts.
    func subtitle(_ statistic: String) -> String {
        results.sample.isProbabilitySample
            ? "\(statistic), with 95% intervals" : "\(statistic), among these respondents"
    }

    /// An interval in the unit of `style`: "3.1 to 3.4".
    func text(_ interval: ClosedRange<Double>, _ style: NumberStyle, scale: Double = 1) -> String {
        "\(style.text(interval.lowerBound * scale)) to \(style.text(interval.upperBound * scale))"
    }

    /// A mean as the cell of a table.
    func meanCell(_ released: Released, decimals: Int = 2) -> DisplayTable.Cell {
        cell(released, numbers.with(decimals: decimals), scale: 1, mark: "")
    }

    /// A share as the cell of a table, with one decimal.
    func shareCell(_ released: Released) -> DisplayTable.Cell {
        cell(released, numbers.with(decimals: 1), scale: 100, mark: "%")
    }

    private func cell(
        _ released: Released,
        _ style: NumberStyle,
        scale: Double,
        mark: String
    ) -> DisplayTable.Cell {
        guard let estimate = released.estimate else {
            return released == .hidden(.nobody) ? .unavailable : .hidden
        }
        guard estimate.value.isFinite else { return .unavailable }
        var isBracketed = false
        if case .bracketed = released { isBracketed = true }
        return .estimate(
            style.text(estimate.value * scale) + mark,
            interval: estimate.interval.map { text($0, style, scale: scale) }
                ?? reasonText(estimate),
            isBracketed: isBracketed
        )
    }

    /// Why an estimate of a probability sample has no interval; nothing where the whole study has none.
    private func reasonText(_ estimate: Estimate) -> String {
        guard let reason = estimate.reason, reason != .noDesign else { return "" }
        return "no interval: \(reason.words)"
    }

    /// A number of respondents as the cell of a table.
    func countCell(_ n: Int?) -> DisplayTable.Cell {
        n.map { .number(count($0)) } ?? .hidden
    }

    /// A released estimate as a chart draws it.
    func chartValue(_ released: Released) -> ChartValue {
        switch released {
        case .shown(let estimate):
            .value(estimate.value, interval: estimate.interval, n: estimate.n)
        case .bracketed(let estimate):
            .value(
                estimate.value,
                interval: estimate.interval,
                n: estimate.n,
                isBracketed: true
            )
        case .hidden(.nobody): .unavailable
        case .hidden: .hidden
        }
    }
}

/// `text` as part of an id: letters and digits of ASCII as they are, everything else by its number.
///
/// Different texts have different anchors, whatever script they are in.
func anchor(_ text: String) -> String {
    text.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            ? String(scalar) : scalar == " " || scalar == "_" ? "-" : "u\(scalar.value)"
    }
    .joined()
}
