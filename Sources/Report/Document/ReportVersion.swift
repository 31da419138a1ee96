import Base
import Markup
import Survey

/// The report in one language: what `Results` found, between the words of its authors.
struct ReportVersion {
    let results: Results
    let knowledge: LocalKnowledge
    let prose: Prose
    /// The language that the authors' text is in.
    let proseLanguage: Language
    let words: Words
    /// The code under which the study's own texts are found.
    let language: String

    var study: Study { results.prepared.study }
    /// How numbers are written.
    var numbers: NumberStyle { words.language.numbers }

    func page() -> Page {
        var warnings: [Page.Warning] = []
        if study.isSynthetic { warnings.append(.synthetic) }
        if !results.sample.isProbabilitySample { warnings.append(.notProbabilitySample) }
        let author = study.report.author.text(in: language)
        return Page(
            title: title,
            subtitle: [author, study.report.date].filter { !$0.isEmpty }.joined(separator: ", "),
            words: words,
            facts: facts,
            warnings: warnings,
            body: [draftBox, keyFigureSection] + proseSections + [methodSection]
                + [
                    jointSection, recommendationSection, compositionSection, scaleSections,
                    correlationSection, questionSection, interviewSection, actorSection,
                    contextSection,
                ]
                + [readingSection, disclosureSection],
            footer: footer
        )
    }

    private var title: String {
        let title = study.title.text(in: language)
        return title.isEmpty ? words(ReportWord.report) : title
    }

    private var facts: [String] {
        var facts = [words(ReportWord.respondents, ["n": .count(results.sample.respondents)])]
        if let days = results.sample.days { facts.append(text(days)) }
        let derived = Set(study.derivations.map(\.name))
        let questions =
            results.questions.count { !derived.contains($0.name) }
            + results.scales.reduce(0) { $0 + $1.items.count }
        facts.append(words(ReportWord.questions, ["n": .count(questions)]))
        if !results.scales.isEmpty {
            facts.append(words(ReportWord.scales, ["n": .count(results.scales.count)]))
        }
        return facts
    }

    private var draftBox: Markup {
        guard !study.undecided.isEmpty else { return .empty }
        return noteBox(
            .warning,
            heading: words(ReportWord.draft),
            [
                bulletList(study.undecided.map { .text($0) }),
                paragraph(words(ReportWord.draftRemedy)),
            ]
        )
    }

    private var footer: [Markup] {
        let source = study.source.text(in: language)
        return [
            source.isEmpty
                ? .empty : paragraph(words(ReportWord.data, ["source": .text(source)])),
            paragraph(words(ReportWord.made)),
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
            words: words,
            numbers: numbers.with(decimals: decimals)
        )
    }

    /// What is measured by whom, with the intervals' level: the subtitle of most charts.
    func subtitle(_ statistic: String) -> String {
        words(
            results.sample.isProbabilitySample ? FigureWord.withIntervals : .amongThese,
            ["statistic": .text(statistic)]
        )
    }

    /// An interval in the unit of `style`: "3.1 to 3.4".
    func text(_ interval: ClosedRange<Double>, _ style: NumberStyle, scale: Double = 1) -> String {
        words.language.range(
            style.text(interval.lowerBound * scale),
            style.text(interval.upperBound * scale)
        )
    }

    /// A number as short as it can be: "5", "2.5".
    func plain(_ number: Double) -> String {
        numberName(number).replacing(".", with: numbers.decimalMark)
    }

    /// The days from the first to the last second, in words; one day where they are the same.
    func text(_ days: ClosedRange<Double>) -> String {
        let ends = [days.lowerBound, days.upperBound].map { seconds in
            let date = CivilTime.date(days: Int((seconds / 86_400).rounded(.down)))
            return words.language.day(year: date.year, month: date.month, day: date.day)
        }
        guard ends[0] != ends[1] else { return ends[0] }
        return words(ReportWord.dayRange, ["first": .text(ends[0]), "last": .text(ends[1])])
    }

    /// A mean as the cell of a table.
    func meanCell(_ released: Released, decimals: Int = 2) -> DisplayTable.Cell {
        cell(released, numbers.with(decimals: decimals), scale: 1, mark: "")
    }

    /// A share as the cell of a table, with one decimal.
    func shareCell(_ released: Released) -> DisplayTable.Cell {
        cell(released, numbers.with(decimals: 1), scale: 100, mark: numbers.percentMark)
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
        return words(ReasonWord.noInterval, ["reason": .text(words(ReasonWord(reason)))])
    }

    /// A number of respondents as the cell of a table.
    func countCell(_ n: Int?) -> DisplayTable.Cell {
        n.map { .number(count($0)) } ?? .hidden
    }

    /// Whether intervals rest on clusters, which then stand beside n.
    var hasClusters: Bool {
        results.sample.isProbabilitySample && results.sample.knowsClusters
            && study.design?.clusters.isEmpty == false
    }

    /// Whether the degrees of freedom of intervals stand beside n: with clusters, and with replicates that
    /// do not name them.
    var hasFreedom: Bool {
        hasClusters || results.sample.isProbabilitySample && !results.sample.knowsClusters
    }

    /// The columns that say what carries an estimate: n, and clusters and df where there are any.
    var carrierColumns: [DisplayTable.Column] {
        ([ChartWord.n] + (hasClusters ? [.psus] : []) + (hasFreedom ? [.df] : []))
            .map { .init(words($0)) }
    }

    /// The cells under ``carrierColumns``: n, and the clusters and df that `estimates` share.
    func carrierCells(_ n: Int?, _ estimates: [Released]) -> [DisplayTable.Cell] {
        [countCell(n)] + (hasClusters ? [clusterCell(estimates)] : [])
            + (hasFreedom ? [dfCell(estimates)] : [])
    }

    /// The first-stage units that hold the group of `estimates`.
    func clusterCell(_ estimates: [Released]) -> DisplayTable.Cell {
        guard let estimate = estimates.lazy.compactMap(\.estimate).first else {
            return estimates.contains(.hidden(.nobody)) ? .unavailable : .hidden
        }
        return estimate.clusters.map { .number(count($0)) } ?? .unavailable
    }

    /// The degrees of freedom of the intervals of `estimates`.
    func dfCell(_ estimates: [Released]) -> DisplayTable.Cell {
        guard let estimate = estimates.lazy.compactMap(\.estimate).first else {
            return estimates.contains(.hidden(.nobody)) ? .unavailable : .hidden
        }
        return .number(numbers.with(decimals: 0).text(estimate.df))
    }

    /// A released estimate as a chart draws it.
    func chartValue(_ released: Released) -> ChartValue {
        guard let estimate = released.estimate else {
            return released == .hidden(.nobody) ? .unavailable : .hidden
        }
        var isBracketed = false
        if case .bracketed = released { isBracketed = true }
        let value = ChartValue.value(
            estimate.value,
            interval: estimate.interval,
            n: estimate.n,
            isBracketed: isBracketed
        )
        guard hasFreedom, case .shown(var shown) = value else { return value }
        shown.clusters = hasClusters ? estimate.clusters : nil
        shown.df = estimate.df
        return .shown(shown)
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
