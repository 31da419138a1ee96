extension Tabulation {
    /// Σ factor × estimate with its standard error and Student interval.
    ///
    /// The estimates may overlap in respondents and clusters; their covariance is counted. The degrees
    /// of freedom are Satterthwaite's, at most those of all the clusters involved: a group of few clusters is
    /// nearly as uncertain in company as alone. There is none of it when one of the
    /// estimates has no value or no standard error: then its reason is given.
    ///
    /// - SeeAlso: R `survey::svycontrast` (which takes the degrees of freedom of the whole design).
    package func contrast(_ terms: [(factor: Double, estimate: LinearEstimate)]) -> Estimate {
        let value = terms.reduce(0) { $0 + $1.factor * $1.estimate.estimate.value }
        let n = terms.reduce(0) { $0 + $1.estimate.estimate.n }
        let weight = terms.reduce(0) { $0 + $1.estimate.estimate.weightedN }
        let base = AnswerBase(
            n: n,
            weight: weight,
            squaredWeight: 0,
            cells: [],
            rows: n,
            groups: Set(terms.flatMap(\.estimate.groups)).sorted()
        )
        let missing = terms.first { $0.estimate.estimate.standardError == nil }
        if let missing {
            var estimate = undefined(base, missing.estimate.estimate.reason ?? .nobodyAnswered)
                .estimate
            estimate.value = value
            return estimate
        }
        let influence = Influence.combined(
            terms.map { (factor: $0.factor, influence: $0.estimate.influence) }
        )
        let scale = terms.reduce(0) { $0 + abs($1.factor * $1.estimate.estimate.value) }
        var estimate = finish(
            value: abs(value) <= 1e-13 * scale ? 0 : value,
            base,
            answering: design.replicates == nil ? influence.units : nil,
            df: Tabulation.degreesOfFreedom(of: terms),
            scale: scale,
            influence: { influence }
        ).estimate
        // Groups whose answers are all equal tell no difference of the population.
        if estimate.standardError == 0, !design.isCensus {
            estimate.interval = nil
            estimate.reason = estimate.reason ?? .constantVariable
        }
        return estimate
    }

    /// (Σ v)² / Σ (v² / df), v being factor² × variance; nil where no estimate has an error.
    ///
    /// - SeeAlso: Satterthwaite (1946), An Approximate Distribution of Estimates of Variance Components,
    ///   Biometrics Bulletin 2, 110-114.
    private static func degreesOfFreedom(
        of terms: [(factor: Double, estimate: LinearEstimate)]
    ) -> Double? {
        let parts = terms.compactMap { term -> (variance: Double, df: Double)? in
            guard let error = term.estimate.estimate.standardError, error > 0 else { return nil }
            let scaled = term.factor * error
            return (scaled * scaled, term.estimate.estimate.df)
        }
        let sum = parts.reduce(0) { $0 + $1.variance }
        guard sum > 0 else { return nil }
        return sum * sum / parts.reduce(0) { $0 + $1.variance * $1.variance / $1.df }
    }

    /// The covariance of two estimates; nil when one of them has no standard error.
    package func covariance(_ first: LinearEstimate, _ second: LinearEstimate) -> Double? {
        guard first.estimate.standardError != nil, second.estimate.standardError != nil else {
            return nil
        }
        let (left, right) = Influence.aligned(first.influence, second.influence)
        return design.covariance(left, right)
    }

    /// For each group, its mean less the mean of all the other groups together.
    package func differencesFromRest(of numbers: Numbers) -> [Estimate] {
        let totals = NumberTotals(numbers, layout)
        return (0..<groupCount).map { group in
            let inside = linearMeans(totals, groups: [group])
            let rest = (0..<groupCount).filter { $0 != group }
            return contrast([(1, inside), (-1, linearMeans(totals, groups: rest))])
        }
    }

    /// For each group, its total less the sum of those of all the other groups.
    package func totalDifferencesFromRest(of numbers: Numbers) -> [Estimate] {
        let totals = linearTotals(of: numbers)
        return totals.indices.map { group in
            let known = totals.indices.filter { !totals[$0].estimate.value.isNaN }
            return contrast(known.map { (factor: $0 == group ? 1 : -1, estimate: totals[$0]) })
        }
    }

    /// For each group, the share of a set of answers less that of all the other groups together.
    ///
    /// `codes` are 0 for no answer, k for the k-th category; `set` holds positions of categories,
    /// from 0.
    package func differencesFromRest(
        of codes: Codes,
        categoryCount: Int,
        set: [Int]
    ) -> [Estimate] {
        let inside = [0] + (0..<categoryCount).map { set.contains($0) ? 1.0 : 0.0 }
        let indicator = (0..<codes.count).map { codes[$0] == 0 ? .nan : inside[codes[$0]] }
        return differencesFromRest(of: Numbers(indicator))
    }

    /// The mean over several groups together.
    private func linearMeans(_ totals: NumberTotals, groups: [Int]) -> LinearEstimate {
        var base = AnswerBase(
            n: 0,
            weight: 0,
            squaredWeight: 0,
            cells: [],
            rows: 0,
            groups: groups
        )
        for group in groups {
            let part = totals.answers.base(layout, group)
            base.n += part.n
            base.weight += part.weight
            base.cells += part.cells
        }
        return mean(totals, base, elementVariance: nil)
    }
}

extension Influence {
    /// Both influences over the units of either, with 0 where one has none.
    static func aligned(_ first: Influence, _ second: Influence) -> (Influence, Influence) {
        if first.units == second.units { return (first, second) }
        return (
            combined([(1, first), (0, second)]),
            combined([(0, first), (1, second)])
        )
    }
}
