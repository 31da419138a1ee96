/// The audit as Markdown (CommonMark with tables): the page in short, for mail and for review.
package enum AuditMarkdown {
    /// The text, ending with a newline; the same audit always gives the same text.
    package static func text(_ view: AuditView) -> String {
        var lines = [
            "# Audit"
                + (view.report.title.isEmpty ? "" : ": \(markdownEscaped(view.report.title))"),
            "",
        ]
        if !view.report.source.isEmpty { lines += [markdownEscaped(view.report.source), ""] }
        lines += summary(view)
        if !view.families.isEmpty { lines += ["## Findings", ""] }
        for family in view.families {
            lines += finding(family.cause, view)
            lines += family.explained.flatMap { finding($0, view) }
        }
        lines += claims(view) + silences(view)
        if let disclosure = view.report.disclosure {
            lines += [disclosure.markdown(answered: view.report.exactN)]
        }
        lines += [
            "A finding is about figures, not about people. The audit sees what was printed and nothing else: not the answers, not the weights, not the code."
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func summary(_ view: AuditView) -> [String] {
        var lines = ["| severity | findings |", "|:---|---:|"]
        lines += AuditSeverity.allCases.map { "| \($0.rawValue) | \(view.count($0)) |" }
        lines += [
            "",
            "\(AuditNames.counted(view.checked, "check")) on \(AuditNames.counted(view.report.tables.count, "table")) and \(AuditNames.counted(view.report.claims.count, "claim")); \(AuditNames.counted(view.silent, "thing")) could not be judged.",
            "",
        ]
        guard !view.causes.isEmpty else { return lines }
        lines += ["## What explains most", ""]
        lines += view.causes.map { family in
            "- \(markdownEscaped(family.cause.finding.headline)) (finding \(family.cause.number); explains \(AuditNames.counted(family.explained.count, "other")))"
        }
        return lines + [""]
    }

    private static func finding(_ entry: AuditView.Entry, _ view: AuditView) -> [String] {
        let finding = entry.finding
        let place = [
            finding.severity.rawValue, finding.rule.rawValue,
            view.table(finding.table).map { "“\($0.name)”" },
            finding.row.map { "row “\($0)”" }, finding.column.map { "column “\($0)”" },
            finding.claim.map { "claim \($0)" }, AuditedTable.place(view.page(of: finding)),
        ].compactMap { $0 }
        var lines = [
            "### \(entry.number). \(markdownEscaped(finding.headline))", "",
            markdownEscaped(place.joined(separator: " · ")), "",
        ]
        let figures = [
            finding.printed.map { "printed \(markdownEscaped($0))" },
            finding.expected.map { "expected \(markdownEscaped($0))" },
        ].compactMap { $0 }
        if !figures.isEmpty { lines += ["**\(figures.joined(separator: " → "))**", ""] }
        lines += [markdownEscaped(finding.because), ""]
        let terms = [
            finding.unless.map { "No error if: \(markdownEscaped($0))" },
            finding.likelyCause.map { "Likely cause: \(markdownEscaped($0))" },
            finding.consequence.map { "Consequence: \(markdownEscaped($0))" },
            finding.explainedBy.flatMap { view.number(of: $0) }
                .map { "Explained by: finding \($0)" },
        ].compactMap { $0 }
        return lines + terms.map { "- \($0)" } + (terms.isEmpty ? [] : [""])
    }

    private static func claims(_ view: AuditView) -> [String] {
        guard !view.claims.isEmpty else { return [] }
        var lines = ["## Claims", "", "| claim | verdict | words |", "|:---|:---|:---|"]
        lines += view.claims.map { judged in
            let cells = [
                judged.claim.id, AuditNames.title(judged.verdict).lowercased(),
                judged.claim.words,
            ]
            return "| \(cells.map(markdownEscaped).joined(separator: " | ")) |"
        }
        return lines + [""]
    }

    private static func silences(_ view: AuditView) -> [String] {
        guard view.silent > 0 else { return [] }
        var lines = ["## Not judged", ""]
        for rule in AuditRuleName.allCases {
            for silence in view.outcome.silent[rule] ?? [] {
                let wanted = silence.wanted.map { " Wanted: \(markdownEscaped($0))." } ?? ""
                lines.append(
                    "- \(rule.rawValue), \(AuditNames.counted(silence.count, "time")): \(markdownEscaped(silence.reason)).\(wanted)"
                )
            }
        }
        return lines + [""]
    }
}
