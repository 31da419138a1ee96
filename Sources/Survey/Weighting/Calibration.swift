import Kernels

/// Why weights cannot be calibrated.
package enum CalibrationError: Error, Sendable, Hashable {
    /// No respondent belongs to a group that the population has, or the bounds are too narrow.
    case notConverged(after: Int)
    /// The same in a replicate, counted from 1.
    case replicateNotConverged(Int)
}

/// Weights that meet known totals and stay as near as can be to those they came from.
///
/// g-weights w / d minimise a distance from 1 subject to Σ w x = t. `linear` is the generalised regression
/// estimator (GREG), and may give negative weights; the others keep w / d within bounds, or above 0.
///
/// - SeeAlso: Deville & Särndal (1992), Calibration Estimators in Survey Sampling, JASA 87, 376-382; R
///   `survey::calibrate`, `sampling::calib`.
package struct Calibration: Sendable, Hashable {
    /// The distance that is kept small.
    package enum Distance: Sendable, Hashable {
        /// (w - d)² / d.
        case linear
        /// The same within bounds of w / d.
        case truncated(ClosedRange<Double>)
        /// Logit within bounds of w / d: smooth at the bounds.
        case logit(ClosedRange<Double>)
        /// w log(w / d): raking.
        case raking
    }

    package let weights: [Double]
    /// w / d by row; 1 where d is 0.
    package let factors: [Double]
    package let iterations: Int

    /// Calibrates `weights` to the targets of `terms`.
    ///
    /// It has converged when every total is within 1e-10 of its target, relative to it or, for targets near
    /// 0, to a thousandth of Σ d |x|.
    /// - Throws: ``CalibrationError/notConverged(after:)``.
    package init(
        _ weights: [Double],
        to terms: [CalibrationTerm],
        distance: Distance = .linear,
        maximumIterations: Int = 100
    ) throws(CalibrationError) {
        precondition(terms.allSatisfy { $0.rowCount == weights.count }, "one value a row")
        let columns = CalibrationColumns(terms)
        let targets = columns.targets
        var lambda = [Double](repeating: 0, count: columns.count)
        var state = State(weights, columns, lambda, distance)
        var miss = state.miss(targets)
        var iteration = 0
        while miss > 1e-10 {
            guard iteration < maximumIterations else { throw .notConverged(after: iteration) }
            let distanceLeft = zip(targets, state.totals).map { $0 - $1 }
            let step = SymmetricSystem(state.slopes).solve(distanceLeft)
            var length = 1.0
            while true {
                let tried = zip(lambda, step).map { $0 + length * $1 }
                let next = State(weights, columns, tried, distance)
                let nextMiss = next.miss(targets)
                if nextMiss < miss || length < 1e-6 {
                    guard nextMiss < miss else { throw .notConverged(after: iteration) }
                    (lambda, state, miss) = (tried, next, nextMiss)
                    break
                }
                length /= 2
            }
            iteration += 1
        }
        factors = state.factors
        self.weights = zip(weights, state.factors).map { $0 * $1 }
        iterations = iteration
    }

    /// The totals that some multipliers give, and how they change with them.
    private struct State {
        var factors: [Double]
        var totals: [Double]
        /// Σ weight × |column|, over a thousand.
        var sizes: [Double]
        var slopes: Matrix

        init(
            _ weights: [Double],
            _ columns: CalibrationColumns,
            _ lambda: [Double],
            _ distance: Distance
        ) {
            factors = [Double](repeating: 1, count: weights.count)
            totals = [Double](repeating: 0, count: columns.count)
            sizes = totals
            slopes = Matrix(rows: columns.count, columns: columns.count)
            var held: [(Int, Double)] = []
            for row in weights.indices where weights[row] > 0 {
                held.removeAll(keepingCapacity: true)
                columns.forEach(in: row) { held.append(($0, $1)) }
                var x = 0.0
                for (column, value) in held { x += value * lambda[column] }
                let (factor, slope) = distance.factor(x)
                factors[row] = factor
                for (column, value) in held {
                    totals[column] += weights[row] * factor * value
                    sizes[column] += weights[row] * abs(value) / 1_000
                    for (other, otherValue) in held {
                        slopes[column, other] += weights[row] * slope * value * otherValue
                    }
                }
            }
        }

        /// How far the farthest total is from its target, relative to it.
        func miss(_ targets: [Double]) -> Double {
            targets.indices.reduce(0) { worst, column in
                // A target of 0 is measured by the size of what sums to it.
                let size = max(abs(targets[column]), sizes[column], 1e-300)
                let distance = abs(targets[column] - totals[column]) / size
                return max(worst, distance.isNaN ? .infinity : distance)
            }
        }
    }
}

extension Calibration.Distance {
    /// The g-weight at `x`, and its slope.
    fileprivate func factor(_ x: Double) -> (Double, Double) {
        switch self {
        case .linear: return (1 + x, 1)
        case .truncated(let bounds):
            let factor = 1 + x
            if factor <= bounds.lowerBound { return (bounds.lowerBound, 0) }
            if factor >= bounds.upperBound { return (bounds.upperBound, 0) }
            return (factor, 1)
        case .logit(let bounds):
            let (low, high) = (bounds.lowerBound, bounds.upperBound)
            let spread = (high - low) / ((1 - low) * (high - 1))
            let power = exponential(spread * x)
            guard power.isFinite else { return (high, 0) }
            let below = high - 1 + (1 - low) * power
            let factor = (low * (high - 1) + high * (1 - low) * power) / below
            return (factor, spread * (factor - low) * (high - factor) / (high - low))
        case .raking:
            let factor = exponential(x)
            return (factor, factor)
        }
    }
}
