import Markup
import Survey

/// A look at the answers as one page, in the manner of the report.
package struct LookDocument {
    let look: Look
    let words: Words
    var numbers: NumberStyle { words.language.numbers }

    /// A page about `look`, in the language of its texts; in English where Ashar does not write that.
    package init(_ look: Look) {
        self.look = look
        words = Words(Language(code: look.language) ?? .en)
    }

    /// The page as UTF-8; the same look always gives the same bytes.
    package func html() -> [UInt8] {
        Page(
            title: words(
                LookWord.title,
                ["title": .text(look.title.isEmpty ? look.file : look.title)]
            ),
            subtitle: words(LookWord.subtitle),
            words: words,
            facts: facts,
            warnings: (look.isSynthetic ? [.synthetic] : []) + [.internalOnly],
            body: [
                signalSection, exclusionSection, missingSection, answerSection, numberSection,
                duplicateSection, durationSection, straightSection, heapingSection,
                interviewerSection, calendarSection, limitSection,
            ],
            footer: [paragraph(words(LookWord.made, ["file": .text(look.file)]))]
        ).html()
    }

    private var facts: [String] {
        var facts = [words(LookWord.rows, ["n": .count(look.rowsRead)])]
        if look.rows != look.rowsRead {
            facts.append(words(LookWord.afterExclusions, ["n": .count(look.rows)]))
        }
        facts.append(words(ReportWord.questions, ["n": .count(look.questions.count)]))
        if let first = look.firstDay, let last = look.lastDay {
            let ends = [first, last].map { day($0) }
            facts.append(
                first == last
                    ? ends[0]
                    : words(
                        ReportWord.dayRange,
                        ["first": .text(ends[0]), "last": .text(ends[1])]
                    )
            )
        }
        return facts
    }

    private var signalSection: Markup {
        let signals = LookSignals(look, in: words).found
        let list =
            signals.isEmpty
            ? paragraph(words(LookWord.nothing))
            : bulletList(
                signals.map { signal in
                    .group([.text("\(signal.text) "), link(to: signal.section)])
                }
            )
        return section(
            id: "first",
            level: 2,
            heading: words(LookWord.first),
            [
                list,
                noteBox(
                    .note,
                    heading: words(LookWord.unusual),
                    [
                        paragraph(words(LookWord.unusualText))
                    ]
                ),
            ]
        )
    }

    private func link(to section: String) -> Markup {
        let title = Self.sectionTitles[section].map { words($0) } ?? section
        return Report.link(title, to: "#\(section)")
    }

    private static let sectionTitles: [String: LookWord] = [
        "missing": .missing, "duplicates": .duplicates, "durations": .durations,
        "straight-lines": .straight, "round-numbers": .round, "interviewers": .interviewers,
        "calendar": .calendar, "limits": .limits,
    ]

    private var exclusionSection: Markup {
        guard !look.exclusions.isEmpty else {
            return section(
                id: "left-out",
                level: 2,
                heading: words(LookWord.leftOut),
                [paragraph(words(LookWord.noExclusions))]
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
        let total = DisplayTable.Row(
            words(LookWord.analysed),
            [.number(count(look.rows))],
            kind: .total
        )
        return section(
            id: "left-out",
            level: 2,
            heading: words(LookWord.leftOut),
            [
                table(
                    DisplayTable(
                        caption: words(LookWord.leftOutCaption),
                        rowHeading: words(LookWord.reason),
                        columns: [
                            .init(words(LookWord.rowsHeading)),
                            .init(words(LookWord.lines), isText: true),
                        ],
                        rows: [
                            DisplayTable.Row(
                                words(LookWord.rowsInFile),
                                [.number(count(look.rowsRead))]
                            )
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

    /// A day such as "2025-11-05" in words.
    private func day(_ text: String) -> String {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return text }
        return words.language.day(year: parts[0], month: parts[1], day: parts[2])
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
            interval: words(LookWord.nOf, ["n": .count(share.n), "all": .count(share.of)])
        )
    }

    func lineList(_ lines: [Int], of all: Int) -> String {
        let shown = lines.map { String($0) }.joined(separator: ", ")
        guard all > lines.count else { return shown }
        return words(LookWord.more, ["shown": .text(shown), "n": .count(all - lines.count)])
    }

    func text(of row: LookRow) -> String {
        let id = row.id.map { " (\($0.count > 12 ? "\($0.prefix(8))…" : $0))" } ?? ""
        let name = "\(row.line)\(id)"
        return row.isLeftOut ? words(LookWord.rowLeftOut, ["row": .text(name)]) : name
    }

    func text(of rows: LookRows) -> String {
        let shown = rows.first.map { text(of: $0) }.joined(separator: "; ")
        let more = rows.count - rows.first.count
        guard more > 0 else { return shown }
        return words(LookWord.moreRows, ["shown": .text(shown), "n": .count(more)])
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
            words: words,
            numbers: numbers.with(decimals: decimals)
        )
    }

    /// The line of a section that could not be filled: what was not looked at, and what it takes.
    func notLooked(_ what: String, _ key: String) -> Markup {
        // Where the key stands in the sentence is the language's choice.
        let mark = "\u{FFFC}"
        let parts = words(LookWord.addKey, ["key": .text(mark)]).split(
            separator: mark,
            omittingEmptySubsequences: false
        )
        return paragraph([
            .text("\(what) \(parts[0])"), .tag("code", [:], text: key),
            .text(parts.dropFirst().joined()),
        ])
    }

    /// A section of this page.
    func part(_ id: String, _ heading: LookWord, _ body: [Markup]) -> Markup {
        section(id: id, level: 2, heading: words(heading), body)
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
            let label = from == to ? plain(from) : words.language.range(plain(from), plain(to))
            return Columns.Column(label, .value(Double(n)))
        }
    }
}
