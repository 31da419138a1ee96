import Kernels

/// Replicates of the weights: how an estimate varies from one to the next tells its variance.
///
/// The replicate r of an estimate is the estimate with each weight times the replicate's factor. The
/// variance is scale × Σ rscale_r (θ_r - center)², the center being the mean of the replicates (those with
/// a scale above 0), or the estimate itself where `isAboutEstimate`.
///
/// - SeeAlso: Wolter (2007), *Introduction to Variance Estimation*, 2nd ed., chapters 3 to 5; R
///   `survey::svrepdesign`, `survey::svrVar`.
struct Replicates: Sendable {
    /// The factors of each replicate.
    enum Factors: Sendable {
        /// One row of factors a replicate, one factor a unit of the tree.
        case rows([Double])
        /// Each first-stage unit is left out in turn, the others of its stratum standing in for it.
        case leaveOneOut
    }

    let factors: Factors
    let count: Int
    let scale: Double
    let replicateScales: [Double]
    let isAboutEstimate: Bool
    /// Whether degrees of freedom are those of the sampling units, or the rank of the weights less one.
    let hasKnownUnits: Bool

    /// The covariance of two estimates, from their deviations by replicate.
    func covariance(_ first: Influence, _ second: Influence) -> Double {
        precondition(first.units == second.units, "the same replicates")
        let products = first.units.indices.map {
            replicateScales[Int(first.units[$0])] * first.values[$0] * second.values[$0]
        }
        return scale * compensatedSum(products)
    }

    /// The deviation of each replicate of `function`, whose cells are `units`, as the influence of the
    /// estimate.
    func deviations(
        of function: TotalsFunction,
        _ units: [Int32],
        _ tree: SamplingTree
    ) -> Influence {
        let values: [Double]
        switch factors {
        case .rows(let rows):
            let width = tree.finestUnitCount
            let places = units.count == width ? nil : units
            let totals = function.sums.map {
                products(of: rows, width: width, at: places, with: $0)
            }
            var point = [Double](repeating: 0, count: totals.count)
            values = (0..<count).map { replicate in
                for term in totals.indices { point[term] = totals[term][replicate] }
                return function.value(point)
            }
        case .leaveOneOut:
            values = leftOut(function, units, tree.stages[0])
        }
        return deviations(values, estimate: function.value(function.totals))
    }

    /// The deviations of `values`, one a replicate, as the influence of the estimate.
    func deviations(_ values: [Double], estimate: Double) -> Influence {
        let counted = values.indices.filter { replicateScales[$0] > 0 }
        let center =
            isAboutEstimate
            ? estimate : compensatedSum(counted.map { values[$0] }) / Double(counted.count)
        return Influence(
            units: counted.map { Int32($0) },
            values: counted.map { values[$0] - center }
        )
    }

    /// The value with each unit left out in turn.
    private func leftOut(
        _ function: TotalsFunction,
        _ units: [Int32],
        _ stage: SamplingTree.Stage
    ) -> [Double] {
        let whole = function.totals
        let complete = function.value(whole)
        var values = [Double](repeating: complete, count: count)
        var stratumSums = [Double](repeating: 0, count: whole.count)
        var point = whole
        var start = 0
        while start < units.count {
            let stratum = stage.stratumOfUnit[Int(units[start])]
            var end = start
            for term in whole.indices { stratumSums[term] = 0 }
            while end < units.count, stage.stratumOfUnit[Int(units[end])] == stratum {
                for term in whole.indices { stratumSums[term] += function.sums[term][end] }
                end += 1
            }
            let drawn = Double(stage.drawn[Int(stratum)])
            guard drawn > 1 else {
                start = end
                continue
            }
            let lift = drawn / (drawn - 1)
            // Units of the stratum that hold nobody of the group lift the others when they are left out.
            for term in whole.indices { point[term] = whole[term] + (lift - 1) * stratumSums[term] }
            let withoutOther = function.value(point)
            for unit in stage.units(of: stratum) { values[unit] = withoutOther }
            for position in start..<end {
                for term in whole.indices {
                    point[term] =
                        whole[term] - stratumSums[term]
                        + lift * (stratumSums[term] - function.sums[term][position])
                }
                values[Int(units[position])] = function.value(point)
            }
            start = end
        }
        return values
    }
}

extension SamplingTree.Stage {
    /// The units of `stratum`, which stand together.
    func units(of stratum: Int32) -> Range<Int> {
        let start = stratumOfUnit.partitioningIndex { $0 >= stratum }
        return start..<start + Int(drawn[Int(stratum)])
    }
}

extension Replicates {
    /// The factor of `replicate` for a unit of the tree.
    func factor(_ replicate: Int, unit: Int, _ tree: SamplingTree) -> Double {
        switch factors {
        case .rows(let rows): return rows[replicate * tree.finestUnitCount + unit]
        case .leaveOneOut:
            let stage = tree.stages[0]
            let stratum = stage.stratumOfUnit[unit]
            let drawn = Double(stage.drawn[Int(stratum)])
            guard stage.stratumOfUnit[replicate] == stratum, drawn > 1 else { return 1 }
            return replicate == unit ? 0 : drawn / (drawn - 1)
        }
    }

    /// The rank of the replicate weights over `units`, which are rows.
    ///
    /// - SeeAlso: R `survey::degf`, whose tolerance of 1e-5 this is.
    func rank(over units: [Int32], weights: [Double], _ width: Int) -> Int {
        guard case .rows(let rows) = factors else { return units.count }
        var basis: [[Double]] = []
        for replicate in 0..<count where basis.count < units.count {
            var column = units.map {
                weights[Int($0)] * rows[replicate * width + Int($0)]
            }
            let length = norm(column)
            guard length > 0 else { continue }
            for direction in basis {
                let part = product(direction, column)
                for place in column.indices { column[place] -= part * direction[place] }
            }
            let rest = norm(column)
            guard rest > 1e-5 * length else { continue }
            basis.append(column.map { $0 / rest })
        }
        return basis.count
    }

    private func norm(_ values: [Double]) -> Double {
        product(values, values).squareRoot()
    }
}
