import Base
package import Survey

/// Computes all the results of a study from its prepared answers and its design.
///
/// Groupings are laid out once; every question is then one visit to its rows for the whole and one for
/// each breakdown.
package struct ResultsBuilder {
    let prepared: PreparedStudy
    let rule: ReleaseRule
    let language: String
    let breakdowns: [Breakdown]
    let whole: Tabulation
    let byBreakdown: [Tabulation]

    /// A builder for `prepared`, with the estimates of `design`.
    package init(_ prepared: PreparedStudy, design: SurveyDesign) {
        self.prepared = prepared
        rule = ReleaseRule(prepared.study.report)
        let language = prepared.study.language
        self.language = language
        breakdowns = prepared.study.breakdowns.compactMap {
            Breakdown(by: $0, in: prepared.data, language: language)
        }
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
        return Results(
            prepared: prepared,
            sample: sample(),
            breakdowns: breakdowns,
            scales: scores.map { scaleResult($0) },
            correlations: correlations(scores),
            questions: questions()
        )
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
            degreesOfFreedom: design.degreesOfFreedom,
            joinedStrata: design.joinedStrata,
            weightingEffect: weightingEffect(design.weights),
            days: fieldworkDays()
        )
    }

    /// 1 + cv² of the weights: n Σw² / (Σw)².
    ///
    /// - SeeAlso: Kish (1992), "Weighting for unequal Pi", Journal of Official Statistics 8(2), 183–200.
    private func weightingEffect(_ weights: [Double]) -> Double? {
        var sum = 0.0
        var squares = 0.0
        var n = 0.0
        var isEqual = true
        for weight in weights where weight > 0 {
            if n > 0, weight != weights[0] { isEqual = false }
            n += 1
            sum += weight
            squares += weight * weight
        }
        return isEqual || sum == 0 ? nil : n * squares / (sum * sum)
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

    /// The mean of `numbers` for all and for each group, as it may leave.
    func mean(of numbers: Numbers) -> Spread<Released> {
        Spread(
            whole: rule.release(whole.mean(of: numbers)[0]),
            groups: byBreakdown.map { $0.mean(of: numbers).map { rule.release($0) } }
        )
    }

    // MARK: - Distributions

    /// The shares of the answers of a column with a list of answers.
    ///
    /// `sideOf` says the side of each counted answer where the list is a rating; nil where it is none.
    func distribution(
        _ codes: Codes,
        _ categories: [Category],
        sideOf: ((Category) -> Side)? = nil
    ) -> Distribution {
        let counted = categories.indices.filter { !categories[$0].isMissing }
        let answers = counted.map { categories[$0] }
        let codeOf = [0] + categories.indices.map { (counted.firstIndex(of: $0) ?? -1) + 1 }
        let answered = Codes(
            (0..<codes.count).map { codeOf[codes[$0]] },
            categoryCount: answers.count
        )
        let silent = (0..<codes.count).map { codes[$0] > 0 && codeOf[codes[$0]] == 0 }
        let sides = sideOf.map { sideOf in answers.map { sideOf($0) } } ?? []
        let sets = sides.isEmpty ? [] : sideSets(sides)

        func shares(_ tabulation: Tabulation) -> [AnswerShares] {
            tabulation.shares(
                of: answered,
                categoryCount: answers.count,
                sets: answers.indices.map { [$0] } + sets
            )
        }
        let count = answers.count
        let wholeShares = shares(whole)[0]
        let wholeSilent = silent.count { $0 }
        let wholeCounts = Array(wholeShares.counts[..<count]) + [wholeSilent]
        let wholeHidden = rule.disclosure.hidden(whole: wholeCounts)
        let tables = byBreakdown.indices.map { index in
            groupTable(
                shares(byBreakdown[index]),
                silentCounts(silent, in: breakdowns[index]),
                wholeCounts: wholeCounts,
                wholeHidden: wholeHidden,
                answers: count
            )
        }
        let wholeRow = row(wholeShares, silent: wholeSilent, hidden: wholeHidden, answers: count)
        return Distribution(
            answers: answers,
            shares: Spread(whole: wholeRow.shares, groups: tables.map { $0.map(\.shares) }),
            bases: Spread(whole: wholeRow.base, groups: tables.map { $0.map(\.base) }),
            counts: answers.indices.map { index in
                wholeRow.shares[index].estimate == nil ? nil : wholeCounts[index]
            },
            sides: sides.isEmpty
                ? nil : Spread(whole: wholeRow.sides, groups: tables.map { $0.map(\.sides) }),
            sideOfAnswer: sides
        )
    }

    /// One row of a table of shares.
    private struct Row {
        var shares: [Released]
        var sides: [Released]
        var base: Answered
    }

    private func groupTable(
        _ shares: [AnswerShares],
        _ silent: [Int],
        wholeCounts: [Int],
        wholeHidden: [Bool],
        answers: Int
    ) -> [Row] {
        let hidden = rule.disclosure.hidden(
            groups: zip(shares, silent).map { Array($0.counts[..<answers]) + [$1] },
            whole: wholeCounts,
            wholeHidden: wholeHidden,
            rowsHidden: shares.map { $0.answered < rule.hideBelow }
        )
        return shares.indices.map { group in
            row(shares[group], silent: silent[group], hidden: hidden[group], answers: answers)
        }
    }

    /// A row of shares as it may leave: cells that disclose are hidden, and so is every side of a
    /// rating that would give one of them away.
    private func row(
        _ shares: AnswerShares,
        silent: Int,
        hidden: [Bool],
        answers: Int
    ) -> Row {
        let isSideHidden = hidden[..<answers].contains(true)
        return Row(
            shares: (0..<answers).map {
                rule.release(shares.shares[$0], isDisclosing: hidden[$0])
            },
            sides: shares.shares[answers...].map {
                rule.release($0, isDisclosing: isSideHidden)
            },
            base: Answered(
                n: rule.printable(shares.answered),
                noAnswer: hidden[answers] ? nil : silent
            )
        )
    }

    private func sideSets(_ sides: [Side]) -> [[Int]] {
        [Side.low, .middle, .high].map { side in sides.indices.filter { sides[$0] == side } }
    }

    /// How many rows of each group are marked in `silent`.
    func silentCounts(_ silent: [Bool], in breakdown: Breakdown) -> [Int] {
        var counts = [Int](repeating: 0, count: breakdown.groups.count + 1)
        for row in silent.indices where silent[row] { counts[breakdown.codes[row]] += 1 }
        return Array(counts.dropFirst())
    }
}
