import Markup

/// An audit of a published report as one page.
///
/// First what was found in short, then the findings with their evidence, the tables with their
/// marks, the claims, and what could not be judged.
package struct AuditDocument: Sendable {
    package let view: AuditView
    var report: AuditedReport { view.report }

    package init(_ view: AuditView) {
        self.view = view
    }

    /// The page as UTF-8; the same audit always gives the same bytes.
    package func html() -> [UInt8] {
        Page(
            title: report.title.isEmpty ? "Audit of a published report" : "Audit: \(report.title)",
            subtitle:
                "Whether the figures and sentences of a published report agree with each other and with arithmetic.",
            facts: facts,
            body: [
                summarySection, glanceSection, findingSection, tableSection, claimSection,
                silenceSection,
            ] + disclosure.blocks(answered: report.exactN) + [methodSection],
            footer: [paragraph("Made by ashar audit from the figures as they were printed.")],
            styles: [PageStyle.audit]
        ).html()
    }

    private var facts: [String] {
        [
            report.source,
            AuditNames.counted(report.tables.count, "table"),
            AuditNames.counted(figures.printed, "printed figure"),
            report.claims.isEmpty ? "" : AuditNames.counted(report.claims.count, "claim"),
            report.n.map { n in
                let (low, high) = (n.range.lowerBound, n.range.upperBound)
                return low == high
                    ? AuditNames.counted(low, "respondent") : "\(low) to \(high) respondents"
            } ?? "",
        ].filter { !$0.isEmpty }
    }

    /// How many figures all tables print, and how many of them no finding touches.
    var figures: (printed: Int, untouched: Int) {
        report.tables.map { view.figures(in: $0) }.reduce((0, 0)) {
            ($0.0 + $1.printed, $0.1 + $1.untouched)
        }
    }

    /// The form of what the report says of its methods; an empty one where nobody looked.
    private var disclosure: DisclosureForm { report.disclosure ?? DisclosureForm() }

    // MARK: - Pieces

    /// "finding 3", as a link to it.
    func link(to entry: AuditView.Entry) -> Markup {
        Report.link("finding \(entry.number)", to: "#\(entry.anchor)")
    }

    func link(toFinding number: Int) -> Markup {
        Report.link(String(number), to: "#finding-\(number)")
    }

    /// "3, 7 and 9", each a link; the first few of many.
    func links(toFindings numbers: [Int], most: Int = 8) -> Markup {
        let shown = numbers.prefix(most)
        var pieces: [Markup] = []
        for (index, number) in shown.enumerated() {
            if index > 0 { pieces.append(", ") }
            pieces.append(link(toFinding: number))
        }
        if numbers.count > shown.count {
            pieces.append(.text(" and \(numbers.count - shown.count) more"))
        }
        return .group(pieces)
    }
}
