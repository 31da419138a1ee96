import Kernels

/// Weights that meet several margins at once, by iterative proportional fitting.
///
/// Each step multiplies the weights of each group of one margin so that their sum is the group's target;
/// the margins take turns until all are met. With one margin this is post-stratification, done in one
/// step. Respondents whose group is not known keep their share: the targets of that margin are scaled
/// down by it. Weights change by combination of groups, so that the work of a round depends on the number
/// of combinations and not on that of the respondents.
///
/// - SeeAlso: Deming & Stephan (1940), On a Least Squares Adjustment of a Sampled Frequency Table,
///   Ann. Math. Statist. 11(4); Deville, Särndal & Sautory (1993), Generalized Raking Procedures,
///   JASA 88(423); R `survey::rake`.
package struct Raking: Sendable, Hashable {
    package let weights: [Double]
    package let iterations: Int
    /// The group whose sum is farthest from its target, relative to it; nil where no margin has a
    /// target.
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
    /// It stops when every sum is within `tolerance` of its target, relative to it, and counts as
    /// converged within a billionth.
    /// - Precondition: No finding of the margins is fatal; all weights are above zero.
    package init(
        _ weights: [Double],
        to margins: [Margin],
        tolerance: Double = 1e-12,
        maximumIterations: Int = 1_000
    ) {
        let cells = MarginCells(margins, rowCount: weights.count)
        // On the population's scale first: who is in no known group keeps a share of it.
        let sum = weights.reduce(0, +)
        let scale = margins.first.map { sum > 0 ? $0.total / sum : 1 } ?? 1
        let weights = weights.map { $0 * scale }
        var start = [Double](repeating: 0, count: cells.count)
        for (row, cell) in cells.ofRow.enumerated() { start[cell] += weights[row] }
        let small = margins.map { margin in
            Margin(
                name: margin.name,
                groups: margin.groups,
                targets: margin.targets,
                codes: cells.firstRows.map { margin.codes[$0] }
            )
        }
        var sums = start
        var iteration = 0
        var worst = Self.worst(sums, small)
        while iteration < maximumIterations, (worst?.distance ?? 0) > tolerance {
            for margin in small { Self.fit(&sums, to: margin) }
            iteration += 1
            worst = Self.worst(sums, small)
        }
        let factors = zip(sums, start).map { $1 > 0 ? $0 / $1 : 1 }
        self.weights = weights.indices.map { weights[$0] * factors[cells.ofRow[$0]] }
        self.worst = worst
        iterations = iteration
        hasConverged = (worst?.distance ?? 0) <= max(tolerance, 1e-9)
    }

    private static func fit(_ weights: inout [Double], to margin: Margin) {
        let (sums, unknown) = margin.sums(of: weights)
        let scale = scale(margin, unknown)
        let factors = zip(margin.targets, sums).map { $1 > 0 ? $0 * scale / $1 : 1 }
        for (row, code) in margin.codes.enumerated() where code >= 0 {
            weights[row] *= factors[code]
        }
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
