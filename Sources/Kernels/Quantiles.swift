/// How a quantile is placed between the values of a sample: the nine types of Hyndman and Fan.
///
/// Each type puts the `p` quantile of n sorted values at a position; the first three step from value
/// to value, the others go in a straight line between neighbours.
///
/// - SeeAlso: Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American
///   Statistician 50, 361–365.
package enum QuantileType: Int, Sendable, Hashable, CaseIterable {
    /// The inverse of the distribution function: the smallest value with a share of at least p.
    case inverse = 1
    /// As ``inverse``, with the mean of both values where the share is p exactly; the median of
    /// school.
    case averagedInverse
    /// The value nearest to n p; of two equally near, the one with the even rank. SAS has it.
    case nearestEven
    /// The position n p.
    case linearInverse
    /// The position n p + 1/2.
    case midway
    /// The position (n + 1) p, of SPSS and Minitab.
    case weibull
    /// The position (n - 1) p + 1, of Excel, NumPy and R by default.
    case gumbel
    /// The position (n + 1/3) p + 1/3: nearly median-unbiased; the authors' advice.
    case medianUnbiased
    /// The position (n + 1/4) p + 3/8: nearly unbiased for normal values.
    case normalUnbiased
}

/// The quantiles of an unweighted sample.
///
/// A position within a few units of rounding of a whole number counts as that number, so that a share
/// of 0.07 of a hundred values is the seventh; R 4.2 does so for types 4 to 6, 8 and 9 alone.
///
/// - Parameters:
///   - probabilities: The shares of the sample below each quantile, in 0...1.
///   - values: At least one value, in any order; missing ones must be left out before.
///   - type: How a quantile is placed.
/// - Returns: One quantile per probability, in the unit of `values`.
/// - Precondition: There are values, none of them NaN, and the probabilities are in 0...1.
/// - SeeAlso: Hyndman & Fan (1996), table 1 and section 2; R `quantile`, which gives the same but for that.
package func quantiles(
    _ probabilities: [Double],
    of values: [Double],
    type: QuantileType
) -> [Double] {
    precondition(!values.isEmpty, "at least one value")
    precondition(values.allSatisfy { !$0.isNaN }, "values without NaN")
    let sorted = values.sorted()
    return probabilities.map { p in
        precondition(p >= 0 && p <= 1, "a probability")
        let (below, share) = place(p, sorted.count, type)
        let low = sorted[min(max(below, 1), sorted.count) - 1]
        let high = sorted[min(max(below + 1, 1), sorted.count) - 1]
        if share == 0 || low == high { return low }
        return share == 1 ? high : (1 - share) * low + share * high
    }
}

/// The rank at or below the `p` quantile of `count` values, and the share of the way to the next.
private func place(_ p: Double, _ count: Int, _ type: QuantileType) -> (below: Int, share: Double) {
    let n = Double(count)
    let fuzz = 4 * Double.ulpOfOne * (n + 1)
    let position =
        switch type {
        case .inverse, .averagedInverse, .linearInverse: n * p
        case .nearestEven: n * p - 0.5
        case .midway: n * p + 0.5
        case .weibull: (n + 1) * p
        case .gumbel: (n - 1) * p + 1
        case .medianUnbiased: 1.0 / 3 + p * (n + 1.0 / 3)
        case .normalUnbiased: 0.375 + p * (n + 0.25)
        }
    let below = (position + fuzz).rounded(.down)
    let rest = abs(position - below) < fuzz ? 0 : position - below
    let share =
        switch type {
        case .inverse: rest > 0 ? 1.0 : 0
        case .averagedInverse: rest > 0 ? 1.0 : 0.5
        case .nearestEven: rest != 0 || Int(below) % 2 != 0 ? 1.0 : 0
        default: rest
        }
    return (Int(below), share)
}
