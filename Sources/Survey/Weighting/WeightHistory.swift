import Kernels

/// Weights, with every step that made them.
package struct WeightHistory: Sendable, Hashable {
    package private(set) var steps: [Step] = []

    package struct Step: Sendable, Hashable {
        package let kind: Kind
        package let weights: [Double]
        package let summary: Summary
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One over the product of the probabilities of selection.
        case base
        /// Times the number of persons of whom one was asked.
        case persons
        /// Times selected over answered, class by class.
        case response
        /// To the population's margins.
        case margins
        /// Cut to limits.
        case trimmed
        /// To the margins again, after cutting.
        case marginsAgain
    }

    /// What weights are like.
    package struct Summary: Sendable, Hashable {
        package let n: Int
        package let sum: Double
        package let lowest: Double
        package let median: Double
        package let highest: Double
        /// Kish's approximate design effect of unequal weights, 1 + cv².
        package let effect: Double

        package init(_ weights: [Double]) {
            n = weights.count
            sum = compensatedSum(weights)
            let sorted = weights.sorted()
            lowest = sorted.first ?? .nan
            highest = sorted.last ?? .nan
            let middle = sorted.count / 2
            median =
                sorted.isEmpty
                ? .nan
                : sorted.count.isMultiple(of: 2)
                    ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
            effect = kishEffect(of: weights)
        }

        /// The coefficient of variation, with n below: the effect is 1 + its square.
        package var variation: Double { max(0, effect - 1).squareRoot() }

        /// Whether all weights are equal, but for rounding.
        package var isEqual: Bool { highest - lowest <= 1e-9 * highest }
    }

    package init() {}

    package var weights: [Double] { steps.last?.weights ?? [] }

    package mutating func add(_ kind: Kind, _ weights: [Double]) {
        steps.append(Step(kind: kind, weights: weights, summary: Summary(weights)))
    }

    /// The weights of the step of that kind, where it was made.
    package func weights(after kind: Kind) -> [Double]? {
        steps.last { $0.kind == kind }?.weights
    }
}

/// Why all weights before any adjustment are equal.
package enum EqualWeights: Sendable, Hashable {
    /// Each probability is the same for all.
    case sameProbabilities
    /// The probabilities differ and their product does not: clusters were drawn in proportion to size and
    /// the same number was taken from each, so that size cancels out.
    case sizesCancel

    /// The reason, where the products of `probabilities` are equal within a billionth; else nil.
    ///
    /// - Parameter probabilities: One list a stage, one probability a row.
    package init?(probabilities: [[Double]]) {
        guard let first = probabilities.first, !first.isEmpty else { return nil }
        let product = first.indices.map { row in probabilities.reduce(1) { $0 * $1[row] } }
        func isEqual(_ numbers: [Double]) -> Bool {
            guard let low = numbers.min(), let high = numbers.max() else { return true }
            return high - low <= 1e-9 * high
        }
        guard isEqual(product) else { return nil }
        self = probabilities.allSatisfy(isEqual) ? .sameProbabilities : .sizesCancel
    }
}
