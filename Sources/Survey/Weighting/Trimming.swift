import Kernels

/// Why weights cannot be cut to limits without changing their sum.
package enum TrimmingError: Error, Sendable, Hashable {
    /// The mean weight lies outside the limits: the weights cannot all lie within.
    case meanOutside
    /// No weight lies within the limits, so that nothing can take what is cut off.
    case nothingInside
}

/// Weights cut to limits; what is cut off is shared out equally among those that were not cut.
///
/// Sharing out may lift a weight over the limit again; `strict` repeats until none is.
///
/// - Parameters:
///   - weights: All above zero.
///   - limits: The lowest and the highest weight.
///   - strict: Whether every weight of the result must lie within.
/// - Returns: Weights with the same sum; the same weights where none lies outside.
/// - Throws: ``TrimmingError`` where there are none such. R changes the sum there, or never ends.
/// - SeeAlso: R `survey::trimWeights`, whose rule this is; Potter (1990), A Study of Procedures to
///   Identify and Trim Extreme Sampling Weights, Proc. Survey Research Methods, ASA.
package func trimmed(
    _ weights: [Double],
    to limits: ClosedRange<Double>,
    strict: Bool = false
) throws(TrimmingError) -> [Double] {
    guard weights.contains(where: { !limits.contains($0) }) else { return weights }
    let mean = compensatedSum(weights) / Double(weights.count)
    if strict, !limits.contains(mean) { throw .meanOutside }
    var weights = weights
    // Each round leaves a part of what the last one had to share out; a thousand leave nothing.
    for _ in 0..<1_000 {
        let isOutside = weights.map { !limits.contains($0) }
        let inside = isOutside.count { !$0 }
        if inside == weights.count { return weights }
        guard inside > 0 else { throw .nothingInside }
        let cut = weights.map { min(max($0, limits.lowerBound), limits.upperBound) }
        let spare = compensatedSum(zip(weights, cut).map { $0 - $1 }) / Double(inside)
        weights = cut.indices.map { isOutside[$0] ? cut[$0] : cut[$0] + spare }
        if !strict { return weights }
    }
    return weights.map { min(max($0, limits.lowerBound), limits.upperBound) }
}

/// Weights within limits that meet the margins as well, as nearly as both can be had.
///
/// Trimming and raking take turns, since each undoes a little of the other; the last word is the
/// margins'.
package struct TrimmedRaking: Sendable, Hashable {
    /// The weights after the first cut.
    package let trimmed: [Double]
    /// The last raking.
    package let raking: Raking
    /// How often the weights were cut and raked.
    package let rounds: Int
    /// How far the farthest weight lies beyond the limits, as a factor; 1 where all lie within.
    package let excess: Double

    /// Weights count as within the limits up to this part beyond them: sums are not exact.
    private static let slack = 1e-6

    /// Cuts `weights` to `limits` and rakes them to `margins`, until both hold or for 50 rounds.
    package init(
        _ weights: [Double],
        to limits: ClosedRange<Double>,
        _ margins: [Margin]
    ) throws(TrimmingError) {
        let first = try Survey.trimmed(weights, to: limits, strict: true)
        var raking = Raking(first, to: margins)
        var round = 1
        while round < 50, Self.excess(raking.weights, limits) > 1 + Self.slack {
            let cut = try Survey.trimmed(raking.weights, to: limits, strict: true)
            raking = Raking(cut, to: margins)
            round += 1
        }
        trimmed = first
        self.raking = raking
        rounds = round
        let excess = Self.excess(raking.weights, limits)
        self.excess = excess > 1 + Self.slack ? excess : 1
    }

    private static func excess(_ weights: [Double], _ limits: ClosedRange<Double>) -> Double {
        let high = (weights.max() ?? 0) / limits.upperBound
        let low = limits.lowerBound / (weights.min() ?? limits.lowerBound)
        return max(1, high, low.isFinite ? low : 1)
    }
}
