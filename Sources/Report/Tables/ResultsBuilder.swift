import Base
package import Survey

/// Computes all the results of a study from its prepared answers and its design.
///
/// Groupings are laid out once; every question is then one visit to its rows for the whole and one for
/// each breakdown.
package struct ResultsBuilder {
    let prepared: PreparedStudy
    let rule: ReleaseRule
    let breakdowns: [Breakdown]
    let whole: Tabulation
    let byBreakdown: [Tabulation]
    let rows: RowLines

    /// A builder for `prepared`, with the estimates of `design`.
    package init(_ prepared: PreparedStudy, design: SurveyDesign) {
        self.prepared = prepared
        rule = ReleaseRule(prepared.study.report)
        breakdowns = prepared.study.breakdowns.compactMap {
            Breakdown(by: $0, in: prepared.data)
        }
        rows = RowLines(breakdowns)
        whole = Tabulation(design)
        byBreakdown = breakdowns.map { breakdown in
            Tabulation(
                design,
                by: Grouping(
                    Codes(breakdown.codes, categoryCount: breakdown.groups.count),
                    count: breakdown.groups.count
                )
            )
        }
    }

    /// All results.
    package func build() -> Results {
        let scores = scaleScores()
        var results = Results(
            prepared: prepared,
            sample: sample(),
            breakdowns: breakdowns,
            scales: scores.map { scaleResult($0) },
            correlations: correlations(scores),
            questions: questions()
        )
        results.ranks = ranks(of: results, scores)
        return results
    }

    // MARK: - Sample

    private func sample() -> SampleSummary {
        let design = whole.design
        return SampleSummary(
            rowsRead: prepared.rowsRead,
            respondents: prepared.data.rowCount,
            isProbabilitySample: design.isProbabilitySample,
            strata: design.stratumCount,
            clusters: design.clusterCount,
            knowsClusters: design.knowsClusters,
            replicates: design.replicateCount,
            countsMargins: prepared.fitted != nil,
            degreesOfFreedom: design.degreesOfFreedom,
            joinedStrata: design.joinedStrata,
            weightingEffect: design.kishDesignEffect > 1 ? design.kishDesignEffect : nil,
            days: fieldworkDays()
        )
    }

    private func fieldworkDays() -> ClosedRange<Double>? {
        let fieldwork = prepared.study.fieldwork
        guard let name = fieldwork.date ?? fieldwork.start, let column = prepared.data[name],
            case .dates(let seconds, _) = column.values
        else { return nil }
        let known = seconds.filter { !$0.isNaN }
        guard let first = known.min(), let last = known.max() else { return nil }
        return first...last
    }

    // MARK: - Means

    /// What `tabulate` gives for the whole and then for each group, one value a row.
    func everyRow<Value>(_ tabulate: (Tabulation) -> [Value]) -> [Value] {
        tabulate(whole) + byBreakdown.flatMap { tabulate($0) }
    }

    /// Which rows are hidden as a whole: too few respondents, or a row that would give such a one away.
    func hiddenRows(_ n: [Int]) -> [Bool] {
        rule.disclosure.hidden(
            n,
            lines: rows.lines,
            alreadyHidden: n.map { $0 < rule.leastInRow }
        )
    }

    /// The mean of `numbers` for all and for each group, as it may leave.
    func mean(of numbers: Numbers) -> Spread<Released> {
        let estimates = everyRow { $0.mean(of: numbers) }
        let hidden = hiddenRows(estimates.map(\.n))
        return rows.spread(
            zip(estimates, hidden).map { rule.release($0, isDisclosing: $1) }
        )
    }
}
