import Kernels

/// An estimate with its influence, so that differences and other combinations have their variance.
package struct LinearEstimate: Sendable, Hashable {
    package let estimate: Estimate
    /// What each sampling unit adds; empty for an estimate that nobody answered.
    package let influence: Influence
    /// The groups it is about: their clusters make its degrees of freedom.
    let groups: [Int]
}

extension Tabulation {
    /// An estimate that nobody answered.
    func nobody() -> LinearEstimate {
        LinearEstimate(
            estimate: Estimate(
                value: .nan,
                standardError: nil,
                interval: nil,
                df: 0,
                n: 0,
                weightedN: 0,
                reason: .nobodyAnswered
            ),
            influence: Influence(units: [], values: []),
            groups: []
        )
    }

    /// The estimate that `function` gives, with its standard error, Student interval and design effect.
    ///
    /// `value` is the estimate where it is known more exactly than the function gives it.
    /// `elementVariance` is the variance of the elements in the unit of the estimate, for the design
    /// effect; `interval` makes the interval where it is not value ± t · SE.
    func finish(
        _ function: TotalsFunction,
        _ base: AnswerBase,
        value: Double? = nil,
        elementVariance: Double? = nil,
        interval: ((_ standardError: Double, _ t: Double) -> ClosedRange<Double>)? = nil
    ) -> LinearEstimate {
        finish(
            value: value ?? function.value(function.totals),
            base,
            answering: base.cells.map { layout.unit[$0] },
            elementVariance: elementVariance,
            interval: interval,
            influence: { design.influence(of: function, base, layout) }
        )
    }

    /// The estimate with that influence, as above.
    ///
    /// `answering` are the units that hold answers, nil where
    /// the parts that it is made of have been looked at before. `scale` is the size of what it is made of,
    /// where that is not its own.
    func finish(
        value: Double,
        _ base: AnswerBase,
        answering units: [Int32]?,
        df: Double? = nil,
        scale: Double? = nil,
        elementVariance: Double? = nil,
        interval: ((_ standardError: Double, _ t: Double) -> ClosedRange<Double>)? = nil,
        influence makeInfluence: () -> Influence
    ) -> LinearEstimate {
        let size = size(of: base.groups)
        var estimate = Estimate(
            value: value,
            standardError: nil,
            interval: nil,
            df: min(Double(size.degreesOfFreedom), df ?? .infinity),
            clusters: design.isProbabilitySample ? size.clusters : nil,
            n: base.n,
            weightedN: base.weight,
            reason: reason(size, answering: units)
        )
        if let df, !(df >= 1), !design.isCensus {
            estimate.reason = estimate.reason ?? .noDegreesOfFreedom
        }
        if !value.isFinite { estimate.reason = .notFinite }
        let none = Influence(units: [], values: [])
        let hasVariance =
            ![.noDesign, .fewerThanTwoClusters, .notFinite].contains(estimate.reason)
        // Without a design, contrasts of estimates still need their units.
        let influence = hasVariance || estimate.reason == .noDesign ? makeInfluence() : none
        let result = { LinearEstimate(estimate: $0, influence: influence, groups: base.groups) }
        guard hasVariance else { return result(estimate) }
        guard let variance = design.variance(influence), variance.isFinite else {
            estimate.reason =
                estimate.reason
                ?? (design.replicates == nil ? .noDegreesOfFreedom : .emptyReplicate)
            return result(estimate)
        }
        // Less than rounding can make of 0: the approximation has failed.
        let squares = influence.values.reduce(0) { $0 + $1 * $1 }
        if variance < -1e-12 * squares, design.canHaveNegativeVariance {
            estimate.reason = .negativeVariance
            return result(estimate)
        }
        var standardError = max(0, variance).squareRoot()
        // What is left of nothing by rounding is nothing: answers that do not differ have no error.
        if standardError <= 1e-13 * (scale ?? abs(value)) { standardError = 0 }
        estimate.standardError = standardError
        estimate.designEffect = elementVariance.flatMap { designEffect(variance, $0, base) }
        if estimate.reason == nil {
            let t =
                df == nil ? quantile(of: base.groups, df: estimate.df) : quantile(df: estimate.df)
            estimate.interval =
                interval?(standardError, t) ?? studentInterval(value, standardError, t: t)
        }
        return result(estimate)
    }

    /// The clusters and strata that hold rows of `groups`, answered or not.
    func size(of groups: [Int]) -> DesignSize {
        if groups.count == 1 { return groupSizes[groups[0]] }
        let units = groups.flatMap { layout.unit[layout.cells(of: $0)] }
        return design.size(of: units.sorted())
    }

    /// Why a group of this size, with answers in `units`, allows no interval; nil when it does.
    private func reason(_ size: DesignSize, answering units: [Int32]?) -> NoInterval? {
        if !design.isProbabilitySample { return .noDesign }
        if design.isCensus { return nil }
        if let units, !units.isEmpty, design.isCertain(units) { return nil }
        if let units, !design.holdsTwoClusters(units) { return .fewerThanTwoClusters }
        return size.degreesOfFreedom < 1 ? .noDegreesOfFreedom : nil
    }

    /// The interval value ± t · SE.
    private func studentInterval(
        _ value: Double,
        _ standardError: Double,
        t: Double
    ) -> ClosedRange<Double> {
        guard standardError > 0 else { return value...value }
        let reach = t * standardError
        return value - reach...value + reach
    }

    /// Student's t that leaves half of what the level leaves above it.
    func quantile(df: Double) -> Double {
        Distribution.studentT(df: df).upperQuantile((1 - options.level) / 2)
    }

    /// Student's t of `groups` together.
    private func quantile(of groups: [Int], df: Double) -> Double {
        groups.count == 1 ? groupQuantiles[groups[0]] : quantile(df: df)
    }

    private func designEffect(
        _ variance: Double,
        _ elementVariance: Double,
        _ base: AnswerBase
    ) -> Double? {
        let n = Double(base.n)
        let simple: Double
        switch options.designEffect {
        case .withReplacement: simple = elementVariance / n
        case .withoutReplacement:
            guard base.weight > n else { return nil }
            simple = elementVariance * (base.weight - n) / (base.weight * n)
        }
        return simple > 0 ? variance / simple : nil
    }
}

/// How many first-stage units and strata hold a group.
struct DesignSize: Sendable, Hashable {
    /// Nil where replicates do not say what the units were.
    var clusters: Int?
    var degreesOfFreedom: Int
}

extension SurveyDesign {
    /// Whether a first-stage stratum leaves nothing to chance: what is known for certain tells nothing of
    /// how much the rest varies, and counts no degree of freedom (where R counts it).
    private func isWhole(_ stratum: Int32) -> Bool {
        tree.stages.count == 1 && !isCensus
            && SamplingTree.isWhole(tree.stages[0].fraction[Int(stratum)])
    }

    /// Whether `units` were all certain to be drawn.
    func isCertain(_ units: [Int32]) -> Bool {
        isCensus
            || (tree.stages.count == 1 && replicates == nil
                && units.allSatisfy {
                    SamplingTree.isWhole(
                        tree.stages[0].fraction[Int(tree.stages[0].stratumOfUnit[Int($0)])]
                    )
                })
    }

    /// Whether the design's approximation of the variance can be below zero by more than rounding.
    var canHaveNegativeVariance: Bool {
        tree.stages.contains { stage in
            switch stage.unequal?.rule {
            case .hartleyRao, .overton: true
            case .brewer, nil: false
            }
        }
    }

    /// Whether more than one first-stage unit holds `units` (last-stage units, ascending).
    func holdsTwoClusters(_ units: [Int32]) -> Bool {
        guard let first = units.first, let last = units.last else { return false }
        return clusterOfUnit[Int(first)] != clusterOfUnit[Int(last)]
    }

    /// The clusters that hold `units` (last-stage units, ascending), and their degrees of freedom.
    func size(of units: some Sequence<Int32>) -> DesignSize {
        if let replicates, !replicates.hasKnownUnits {
            let rank = replicates.rank(over: Array(units), weights: weights, tree.finestUnitCount)
            return DesignSize(clusters: nil, degreesOfFreedom: max(0, rank - 1))
        }
        var clusters = 0
        var strata = 0
        var certain = 0
        var lastCluster: Int32 = -1
        var lastStratum: Int32 = -1
        for unit in units {
            let cluster = clusterOfUnit[Int(unit)]
            guard cluster != lastCluster else { continue }
            clusters += 1
            lastCluster = cluster
            let stratum = tree.stages[0].stratumOfUnit[Int(cluster)]
            if isWhole(stratum) { certain += 1 } else if stratum != lastStratum { strata += 1 }
            lastStratum = stratum
        }
        let most = replicates.map { $0.count - 1 } ?? .max
        return DesignSize(
            clusters: clusters,
            degreesOfFreedom: min(clusters - certain - strata, most)
        )
    }
}
