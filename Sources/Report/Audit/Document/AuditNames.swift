/// What the page, Markdown and the terminal call severities and rules.
///
/// The audit's texts are English only.
package enum AuditNames {
    package static func title(_ severity: AuditSeverity) -> String {
        switch severity {
        case .impossible: "Impossible"
        case .contradictory: "Contradictory"
        case .improbable: "Improbable"
        case .cosmetic: "Cosmetic"
        }
    }

    static func meaning(_ severity: AuditSeverity) -> String {
        switch severity {
        case .impossible: "No data could give this figure."
        case .contradictory: "Two things that the report says cannot both be true."
        case .improbable:
            "It may be so, but hardly by luck, or only if something that is named is so; or the figures do not show it."
        case .cosmetic: "A slip that changes nothing."
        }
    }

    static func title(_ rule: AuditRuleName) -> String {
        switch rule {
        case .range: "Range"
        case .granularity: "Granularity"
        case .totals: "Totals"
        case .counts: "Counts"
        case .percentages: "Percentages"
        case .relations: "Relations"
        case .copies: "Copies"
        case .claims: "Claims"
        case .pValues: "Tests in the text"
        case .scoring: "Scoring"
        case .comparisons: "Comparisons"
        case .disclosure: "Outcome rates"
        }
    }

    /// What a rule asks of a report.
    static func question(_ rule: AuditRuleName) -> String {
        switch rule {
        case .range: "Can a figure lie there at all, given the scale or the whole?"
        case .granularity: "Can so many whole answers give this mean or standard deviation?"
        case .totals: "Is a total what its lines allow, in this table and in others?"
        case .counts: "Do the parts add up to the whole?"
        case .percentages: "Can whole people give these percentages, and do they add up?"
        case .relations: "Do the equations that the report states hold in every row?"
        case .copies:
            "Is one figure printed twice with two values, or a line twice under two names?"
        case .claims: "Does the text say what the tables say?"
        case .pValues: "Does a test's p value follow from its statistic?"
        case .scoring: "Are items counted in one direction and one coding?"
        case .comparisons: "Is a difference that is claimed larger than chance allows?"
        case .disclosure: "Do response rates follow from the cases?"
        }
    }

    static func title(_ verdict: JudgedClaim.Verdict) -> String {
        switch verdict {
        case .holds: "Holds"
        case .fails: "Does not hold"
        case .undecided: "Cannot be decided"
        case .unread: "Could not be read"
        }
    }

    /// "hold", after a number of claims.
    static func outcome(_ verdict: JudgedClaim.Verdict, _ count: Int) -> String {
        switch verdict {
        case .holds: count == 1 ? "holds" : "hold"
        case .fails: count == 1 ? "does not hold" : "do not hold"
        case .undecided: "cannot be decided"
        case .unread: "could not be read"
        }
    }

    /// "1 figure", "2 figures", "1,234 figures".
    package static func counted(_ number: Int, _ word: String) -> String {
        "\(NumberStyle.english.text(Double(number))) \(word)\(number == 1 ? "" : "s")"
    }
}

extension AuditedTable {
    /// What the page calls it.
    var name: String { title.isEmpty ? id : title }

    /// "Table 4, page 27": where a page was named with a number alone, "page 27".
    static func place(_ page: String?) -> String? {
        guard let page, !page.isEmpty else { return nil }
        return page.allSatisfy { $0.isNumber || $0 == "-" || $0 == "–" } ? "page \(page)" : page
    }
}
