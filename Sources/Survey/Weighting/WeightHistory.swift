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
            let squares = compensatedSum(weights.map { $0 * $0 })
            effect = sum > 0 ? Double(n) * squares / (sum * sum) : .nan
        }

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

/// For each class, how many were selected over how many answered; the factor of each row.
///
/// - Parameters:
///   - classes: The class of each row.
///   - units: The unit that `planned` belongs to (a cluster), one a row.
///   - planned: How many were selected in the row's unit.
/// - Returns: One factor a row; NaN where the class, the unit or the number is missing.
/// - SeeAlso: Kalton & Flores-Cervantes (2003), Weighting Methods, J. Official Statistics 19(2), 3.1.
package func responseFactors(classes: Labels, units: Labels, planned: [Double]) -> [Double] {
    var selected = [Double](repeating: 0, count: classes.names.count)
    var answered = [Double](repeating: 0, count: classes.names.count)
    var seen = Set<[Int]>()
    for row in planned.indices {
        let (one, unit) = (Int(classes.codes[row]), Int(units.codes[row]))
        guard one >= 0, unit >= 0 else { continue }
        answered[one] += 1
        if seen.insert([one, unit]).inserted { selected[one] += planned[row] }
    }
    return planned.indices.map { row in
        let one = Int(classes.codes[row])
        guard one >= 0, classes.codes[row] >= 0, answered[one] > 0 else { return .nan }
        return selected[one] / answered[one]
    }
}
