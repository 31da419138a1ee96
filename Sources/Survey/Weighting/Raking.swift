import Kernels

/// Weights that meet several margins at once, by iterative proportional fitting.
///
/// Each step multiplies the weights of each group of one margin so that their sum is the group's target;
/// the margins take turns until all are met. With one margin this is post-stratification, done in one
/// step. Respondents whose group is not known keep their share: the targets of that margin are scaled
/// down by it.
///
/// - SeeAlso: Deming & Stephan (1940), On a Least Squares Adjustment of a Sampled Frequency Table,
///   Ann. Math. Statist. 11(4); Deville, Särndal & Sautory (1993), Generalized Raking Procedures,
///   JASA 88(423); R `survey::rake`.
package struct Raking: Sendable, Hashable {
    package let weights: [Double]
    package let iterations: Int
    /// The largest relative distance of a group's sum from its target, with its place; nil where no
    /// margin has a target.
    package let worst: Worst?
    package let hasConverged: Bool

    package struct Worst: Sendable, Hashable {
        package let margin: String
        package let group: String
        package let target: Double
        package let sum: Double

        package var distance: Double { target > 0 ? abs(sum / target - 1) : abs(sum) }
    }

    /// Rakes `weights` to `margins`.
    ///
    /// - Precondition: No finding of the margins is fatal; all weights are above zero.
    package init(
        _ weights: [Double],
        to margins: [Margin],
        tolerance: Double = 1e-12,
        maximumIterations: Int = 1_000
    ) {
        var weights = weights
        var iteration = 0
        var worst = Self.worst(weights, margins)
        while iteration < maximumIterations, (worst?.distance ?? 0) > tolerance {
            for margin in margins {
                let (sums, unknown) = margin.sums(of: weights)
                let scale = Self.scale(margin, unknown)
                let factors = zip(margin.targets, sums).map { $1 > 0 ? $0 * scale / $1 : 1 }
                for (row, code) in margin.codes.enumerated() where code >= 0 {
                    weights[row] *= factors[code]
                }
            }
            iteration += 1
            worst = Self.worst(weights, margins)
        }
        self.weights = weights
        self.worst = worst
        iterations = iteration
        hasConverged = (worst?.distance ?? 0) <= max(tolerance, 1e-9)
    }

    /// What is left of a margin's targets for respondents whose group is known.
    private static func scale(_ margin: Margin, _ unknown: Double) -> Double {
        max(0, (margin.total - unknown) / margin.total)
    }

    private static func worst(_ weights: [Double], _ margins: [Margin]) -> Worst? {
        margins.flatMap { margin -> [Worst] in
            let (sums, unknown) = margin.sums(of: weights)
            let scale = scale(margin, unknown)
            return margin.groups.indices.map { index in
                Worst(
                    margin: margin.name,
                    group: margin.groups[index],
                    target: margin.targets[index] * scale,
                    sum: sums[index]
                )
            }
        }
        .max { $0.distance < $1.distance }
    }
}

/// Weights cut to limits; what is cut off is shared out equally among those that were not cut.
///
/// Sharing out may lift a weight over the limit again; `strict` repeats until none is.
/// - SeeAlso: R `survey::trimWeights`, whose rule this is.
package func trimmed(
    _ weights: [Double],
    to limits: ClosedRange<Double>,
    strict: Bool = false
) -> [Double] {
    var weights = weights
    for _ in 0..<100 {
        let isOutside = weights.map { !limits.contains($0) }
        let inside = isOutside.count { !$0 }
        guard inside < weights.count, inside > 0 else { break }
        let cut = weights.map { min(max($0, limits.lowerBound), limits.upperBound) }
        let spare = compensatedSum(zip(weights, cut).map { $0 - $1 }) / Double(inside)
        weights = cut.indices.map { isOutside[$0] ? cut[$0] : cut[$0] + spare }
        if !strict { break }
    }
    return weights
}
