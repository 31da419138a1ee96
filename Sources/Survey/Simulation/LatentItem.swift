import Kernels

/// An item as a normal number that is cut at thresholds: the answer is the lowest one plus the number of
/// thresholds that lie below.
///
/// The thresholds stand half-way between whole numbers round a centre that is solved for, so that the
/// mean of the answers is the target exactly.
struct LatentItem: Sendable, Hashable {
    let thresholds: [Double]
    /// The variance of the answers.
    let variance: Double
    /// The coefficients of the answers in the normalised Hermite polynomials of orders 1, 2 ….
    ///
    /// With them the covariance of two items whose normals correlate by r is Σ cₖ dₖ rᵏ (Mehler's
    /// formula; Kotz, Balakrishnan & Johnson 2000, Continuous Multivariate Distributions, vol. 1, 46.3).
    let coefficients: [Double]

    /// Enough orders that the rest is below 1e-6 of the variance for correlations up to 0.9.
    private static let orders = 40

    /// An item of `range` with mean `mean`; nil when the mean is not strictly inside.
    init?(mean: Double, sd: Double, range: ClosedRange<Int>) {
        let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
        guard mean > low, mean < high, sd > 0, range.count > 1 else { return nil }
        func cuts(_ centre: Double) -> [Double] {
            (1..<range.count).map { (low + Double($0) - 0.5 - centre) / sd }
        }
        func expected(_ centre: Double) -> Double {
            low + cuts(centre).reduce(0) { $0 + Distribution.normal.upperTail($1) }
        }
        let spread = 40 * sd + high - low
        let centre = bisect(from: low - spread, to: high + spread) { expected($0) - mean }
        thresholds = cuts(centre)
        let upper = thresholds.map { Distribution.normal.upperTail($0) }
        // E[(Y − low)²] = Σ (2m − 1) P(Y − low ≥ m).
        let second = upper.enumerated().reduce(0) { $0 + Double(2 * $1.offset + 1) * $1.element }
        variance = second - (mean - low) * (mean - low)
        coefficients = Self.coefficients(thresholds)
    }

    private static func coefficients(_ thresholds: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: orders)
        for cut in thresholds {
            // hₖ = Heₖ(t)/√(k!): hₖ₊₁ = (t hₖ − √k hₖ₋₁)/√(k+1); cₖ = φ(t) hₖ₋₁(t)/√k.
            let density = normalDensity(cut)
            var (before, now) = (0.0, 1.0)
            for order in 1...orders {
                result[order - 1] += density * now / Double(order).squareRoot()
                let next =
                    (cut * now - Double(order - 1).squareRoot() * before)
                    / Double(order).squareRoot()
                (before, now) = (now, next)
            }
        }
        return result
    }
}

/// The root of a rising function between two limits, to the last bit that matters.
func bisect(from lower: Double, to upper: Double, _ function: (Double) -> Double) -> Double {
    var (low, high) = (lower, upper)
    for _ in 0..<200 {
        let middle = (low + high) / 2
        if middle == low || middle == high { break }
        if function(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
