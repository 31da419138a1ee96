import Markup
import Survey

/// A look at the answers as one page, in the manner of the report.
package struct LookDocument {
    let look: Look
    let numbers = NumberStyle.english

    package init(_ look: Look) {
        self.look = look
    }

    /// The page as UTF-8; the same look always gives the same bytes.
    package func html() -> [UInt8] {
        Page(
            title: "First look: \(look.title.isEmpty ? look.file : look.title)",
            subtitle: "To be read before any modelling, by those who hold the data.",
            words: Words(.en),
            facts: facts,
            warnings: (look.isSynthetic ? [.synthetic] : []) + [.internalOnly],
            body: [
                signalSection, exclusionSection, missingSection, answerSection, numberSection,
                duplicateSection, durationSection, straightSection, heapingSection,
                interviewerSection, calendarSection, limitSection,
            ],
            footer: [
                paragraph(
                    "Made with Ashar from the rows of \(look.file). Lines are counted as a spreadsheet shows "
                        + "them: the header is line 1. Free texts and personal answers are never shown."
                )
            ]
        ).html()
    }

    private var facts: [String] {
        var facts = [counted(look.rowsRead, "row")]
        if look.rows != look.rowsRead { facts.append("\(count(look.rows)) after exclusions") }
        facts.append(counted(look.questions.count, "question"))
        if let first = look.firstDay, let last = look.lastDay {
            facts.append(first == last ? first : "\(first) to \(last)")
        }
        return facts
    }

    private var signalSection: Markup {
        let list =
            look.signals.isEmpty
            ? paragraph(
                "Nothing stands out by the rules of this page. That is no proof of quality."
            )
            : bulletList(
                look.signals.map { signal in
                    .group([.text("\(signal.text) "), link("Show", to: signal.section)])
                }
            )
        return section(
            id: "first",
            level: 2,
            heading: "Worth a look first",
            [
                list,
                noteBox(
                    .note,
                    heading: "Unusual is not wrong",
                    [
                        paragraph(
                            "Each line is a question to the field team, not an answer. Interviewers who work "
                                + "in one village meet people who are alike; short interviews may have "
                                + "been with people who were asked less."
                        )
                    ]
                ),
            ]
        )
    }

    private func link(_ text: String, to section: String) -> Markup {
        let title = sectionTitles[section] ?? text
        return Report.link(title, to: "#\(section)")
    }

    private var sectionTitles: [String: String] {
        [
            "missing": "Missing answers", "duplicates": "Duplicates", "durations": "Durations",
            "straight-lines": "One answer throughout", "round-numbers": "Round numbers",
            "interviewers": "Interviewers", "calendar": "Days and hours",
            "limits": "Limits of the form",
        ]
    }

    private var exclusionSection: Markup {
        guard !look.exclusions.isEmpty else {
            return section(
                id: "left-out",
                level: 2,
                heading: "Rows left out",
                [paragraph("None: study.yaml names no reason under exclude.")]
            )
        }
        let rows = look.exclusions.map { exclusion in
            DisplayTable.Row(
                exclusion.because,
                [
                    .number(count(exclusion.rows)),
                    .text(lineList(exclusion.lines, of: exclusion.rows)),
                ]
            )
        }
        let total = DisplayTable.Row("Analysed", [.number(count(look.rows))], kind: .total)
        return section(
            id: "left-out",
            level: 2,
            heading: "Rows left out",
            [
                table(
                    DisplayTable(
                        caption: "Rows of the file that are not analysed",
                        rowHeading: "Reason",
                        columns: [.init("Rows"), .init("Lines", isText: true)],
                        rows: [
                            DisplayTable.Row("Rows in the file", [.number(count(look.rowsRead))])
                        ]
                            + rows + [total]
                    ),
                    id: "left-out-table"
                )
            ]
        )
    }

    // MARK: - Writing

    /// A whole number: "1,234".
    func count(_ n: Int) -> String { numbers.text(Double(n)) }

    /// A number with its noun: "1 row", "240 rows".
    func counted(_ n: Int, _ noun: String) -> String {
        "\(count(n)) \(noun)\(n == 1 ? "" : "s")"
    }

    /// A number of a question: whole where it is whole, else with at most two decimals.
    func plain(_ number: Double) -> String {
        numbers.with(decimals: number == number.rounded() ? 0 : abs(number) >= 100 ? 0 : 2)
            .text(number)
    }

    /// A share as the cell of a table: "5%" with the count under it.
    func cell(_ share: LookShare) -> DisplayTable.Cell {
        guard let value = share.share else { return .text("–") }
        return .estimate(
            numbers.with(decimals: 1).percent(value),
            interval: "\(count(share.n)) of \(count(share.of))"
        )
    }

    func lineList(_ lines: [Int], of all: Int) -> String {
        let shown = lines.map { String($0) }.joined(separator: ", ")
        return all > lines.count ? "\(shown), and \(count(all - lines.count)) more" : shown
    }

    func text(of row: LookRow) -> String {
        let id = row.id.map { " (\($0.count > 12 ? "\($0.prefix(8))…" : $0))" } ?? ""
        return "\(row.line)\(id)\(row.isLeftOut ? ", left out" : "")"
    }

    func text(of rows: LookRows) -> String {
        let shown = rows.first.map { text(of: $0) }.joined(separator: "; ")
        return rows.count > rows.first.count
            ? "\(shown); and \(count(rows.count - rows.first.count)) more" : shown
    }

    func chartText(
        _ id: String,
        title: String,
        subtitle: String = "",
        note: String = "",
        decimals: Int = 0
    ) -> ChartText {
        ChartText(
            id: id,
            title: title,
            subtitle: subtitle,
            note: note,
            numbers: numbers.with(decimals: decimals)
        )
    }

    /// The line of a section that could not be filled: what was not looked at, and what it takes.
    func notLooked(_ what: String, _ key: String) -> Markup {
        paragraph([
            .text("\(what) Add "), .tag("code", [:], text: key), .text(" to study.yaml."),
        ])
    }

    /// A section of this page.
    func part(_ id: String, _ heading: String, _ body: [Markup]) -> Markup {
        section(id: id, level: 2, heading: heading, body)
    }

    /// `body` folded away under `summary`.
    func folded(_ summary: String, _ body: Markup) -> Markup {
        .tag("details", ["class": "values"], [.tag("summary", [:], text: summary), body])
    }

    /// A histogram as the columns of a chart.
    func columns(_ histogram: Histogram) -> [Columns.Column] {
        let isWhole =
            histogram.width == histogram.width.rounded()
            && histogram.lower == histogram.lower.rounded()
        return histogram.counts.enumerated().map { index, n in
            let from = histogram.edge(index)
            let to = isWhole ? histogram.edge(index + 1) - 1 : histogram.edge(index + 1)
            let label = from == to ? plain(from) : "\(plain(from)) to \(plain(to))"
            return Columns.Column(label, .value(Double(n)))
        }
    }
}
