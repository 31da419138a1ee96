import Kernels

/// The sampling units of all stages as dense numbers, with what the variance needs of each stratum.
///
/// Units of a stage are numbered so that those of one stratum stand together, and strata so that
/// those of one parent unit stand together: every sum over a stratum is a sum over neighbours.
struct SamplingTree: Sendable {
    /// One stage of sampling.
    struct Stage: Sendable {
        /// The stratum of each unit, ascending.
        var stratumOfUnit: [Int32]
        /// The unit of the stage before in which each stratum was drawn; 0 at the first stage.
        var parentOfStratum: [Int32]
        /// How many units were drawn in each stratum.
        var drawn: [Int32]
        /// The fraction drawn in each stratum; 0 with replacement.
        var fraction: [Double]
        /// What the fractions of the stages above multiply the variance of each stratum by.
        var multiplier: [Double]
        /// The probability of each unit, where units were drawn with unequal ones.
        var unequal: (probabilities: [Double], rule: UnequalProbabilityRule)?
    }

    /// The stages that add to the variance; at least one.
    var stages: [Stage]
    /// What single-unit strata do.
    var rule: Rule

    enum Rule: Sendable, Hashable {
        case nothing
        case adjust
        case average
    }

    /// The number of units of the last stage.
    var finestUnitCount: Int { stages[stages.count - 1].stratumOfUnit.count }

    /// All units of the last stage.
    var allUnits: [Int32] { (0..<Int32(finestUnitCount)).map { $0 } }

    /// Units that are rows, each drawn by itself from one stratum.
    static func ofRows(_ rowCount: Int) -> SamplingTree {
        SamplingTree(
            stages: [
                Stage(
                    stratumOfUnit: [Int32](repeating: 0, count: rowCount),
                    parentOfStratum: [0],
                    drawn: [Int32(rowCount)],
                    fraction: [0],
                    multiplier: [1]
                )
            ],
            rule: .nothing
        )
    }

    /// The first-stage unit of each unit of the last stage.
    func clusterOfFinestUnit() -> [Int32] {
        var ancestor = (0..<Int32(finestUnitCount)).map { $0 }
        for stage in stages[1...].reversed() {
            for unit in ancestor.indices {
                ancestor[unit] =
                    stage.parentOfStratum[
                        Int(stage.stratumOfUnit[Int(ancestor[unit])])
                    ]
            }
        }
        return ancestor
    }

    /// Whether the units of `stratum` at `stage` were all there are.
    static func isWhole(_ fraction: Double) -> Bool {
        // R calls a stratum self-representing when less than 1e-7 of it was not drawn.
        1 - fraction < 1e-7
    }
}

extension SamplingTree {
    /// The variance of the sum of `influence`, by Taylor linearisation.
    ///
    /// Per stratum (1 - f) n / (n - 1) Σ (z - z̄)², units without a value counting as 0; each stage
    /// below the first is multiplied by the fractions drawn above it.
    ///
    /// - Returns: The variance; nil when a stratum has a single unit and no other stratum of its
    ///   stage lends it a variance (rule "average").
    /// - SeeAlso: Särndal, Swensson & Wretman (1992), *Model Assisted Survey Sampling*, 4.3 and 5.5;
    ///   R `survey::svyrecvar`.
    func variance(_ influence: Influence) -> Double? {
        covariance(influence, influence)
    }

    /// The covariance of two estimates whose influences are held by the same units.
    ///
    /// Both must list the same units in the same order.
    func covariance(_ first: Influence, _ second: Influence) -> Double? {
        precondition(first.units == second.units, "the same units")
        var level = (units: first.units, a: first.values, b: second.values)
        var sum = 0.0
        for depth in stages.indices.reversed() {
            guard let part = covariance(level, at: stages[depth]) else { return nil }
            sum += part
            if depth > 0 { level = rolledUp(level, from: stages[depth]) }
        }
        return sum
    }

    /// The sums of the values by the unit above.
    private func rolledUp(_ level: Level, from stage: Stage) -> Level {
        var result: Level = ([], [], [])
        for (position, unit) in level.units.enumerated() {
            let parent = stage.parentOfStratum[Int(stage.stratumOfUnit[Int(unit)])]
            if result.units.last == parent {
                result.a[result.a.count - 1] += level.a[position]
                result.b[result.b.count - 1] += level.b[position]
            } else {
                result.units.append(parent)
                result.a.append(level.a[position])
                result.b.append(level.b[position])
            }
        }
        return result
    }

    /// What one stage adds: the sum over its parents of the sum over their strata.
    private func covariance(_ level: Level, at stage: Stage) -> Double? {
        var sum = 0.0
        var start = 0
        while start < level.units.count {
            let parent = stage.parentOfStratum[Int(stage.stratumOfUnit[Int(level.units[start])])]
            var end = start
            while end < level.units.count,
                stage.parentOfStratum[Int(stage.stratumOfUnit[Int(level.units[end])])] == parent
            {
                end += 1
            }
            guard let part = covariance(level, in: start..<end, at: stage) else { return nil }
            sum += part
            start = end
        }
        return sum
    }

    /// What the strata of one parent add.
    private func covariance(_ level: Level, in range: Range<Int>, at stage: Stage) -> Double? {
        var sum = 0.0
        var strata = 0
        var singles = 0
        var grandMean: (a: Double, b: Double)?
        var start = range.lowerBound
        while start < range.upperBound {
            let stratum = Int(stage.stratumOfUnit[Int(level.units[start])])
            var end = start + 1
            while end < range.upperBound, stage.stratumOfUnit[Int(level.units[end])] == stratum {
                end += 1
            }
            strata += 1
            let isWhole = SamplingTree.isWhole(stage.fraction[stratum])
            if stage.drawn[stratum] < 2, !isWhole {
                singles += 1
                if rule == .adjust {
                    let mean = grandMean ?? self.grandMean(level, in: range, at: stage)
                    grandMean = mean
                    sum +=
                        stage.multiplier[stratum] * (1 - stage.fraction[stratum])
                        * (level.a[start] - mean.a) * (level.b[start] - mean.b)
                }
            } else if !isWhole {
                sum += spread(level, in: start..<end, stratum: stratum, at: stage)
            }
            start = end
        }
        guard rule == .average, singles > 0 else { return sum }
        guard singles < strata else { return nil }
        return sum * Double(strata) / Double(strata - singles)
    }

    /// The mean over all units drawn in the strata that `range` touches.
    private func grandMean(
        _ level: Level,
        in range: Range<Int>,
        at stage: Stage
    ) -> (a: Double, b: Double) {
        var drawn = 0
        var last = -1
        for position in range {
            let stratum = Int(stage.stratumOfUnit[Int(level.units[position])])
            if stratum != last { drawn += Int(stage.drawn[stratum]) }
            last = stratum
        }
        return (
            compensatedSum(level.a[range]) / Double(drawn),
            compensatedSum(level.b[range]) / Double(drawn)
        )
    }

    /// (1 - f) n / (n - 1) Σ (a - ā)(b - b̄) of one stratum, absent units counting as 0.
    private func spread(
        _ level: Level,
        in range: Range<Int>,
        stratum: Int,
        at stage: Stage
    ) -> Double {
        if let unequal = stage.unequal {
            return stage.multiplier[stratum]
                * unequalSpread(level, in: range, stage, unequal.probabilities, unequal.rule)
        }
        let drawn = Double(stage.drawn[stratum])
        var sumA = 0.0
        var sumB = 0.0
        for position in range {
            sumA += level.a[position]
            sumB += level.b[position]
        }
        let meanA = sumA / drawn
        let meanB = sumB / drawn
        var products = (drawn - Double(range.count)) * meanA * meanB
        for position in range {
            products += (level.a[position] - meanA) * (level.b[position] - meanB)
        }
        return stage.multiplier[stratum] * (1 - stage.fraction[stratum])
            * drawn / (drawn - 1) * products
    }
}

/// What each sampling unit adds to an estimate: its linearised, weighted total.
///
/// The sum of the values is the estimate's deviation (for means and ratios, 0).
package struct Influence: Sendable, Hashable {
    /// Units of the last stage that holds variance, ascending.
    var units: [Int32]
    var values: [Double]

    /// The sum of `parts`, each times its factor; their units may stand in any order.
    static func combined(_ parts: [(factor: Double, influence: Influence)]) -> Influence {
        let last = parts.compactMap { $0.influence.units.max() }.max() ?? -1
        let unitCount = Int(last) + 1
        var sums = [Double](repeating: 0, count: unitCount)
        var isHeld = [Bool](repeating: false, count: unitCount)
        for part in parts {
            for (unit, value) in zip(part.influence.units, part.influence.values) {
                sums[Int(unit)] += part.factor * value
                isHeld[Int(unit)] = true
            }
        }
        let units = sums.indices.filter { isHeld[$0] }
        return Influence(units: units.map { Int32($0) }, values: units.map { sums[$0] })
    }
}
