import RealModule

/// The logarithm of the moment-generating function of a chi-square mixture: K(s) = −½ Σ d ln(1 − 2 s a).
///
/// The coefficients are scaled so that the largest is 1; K is finite between `left` and `right`.
struct CumulantFunction {
    /// The coefficients (the largest of them 1) and their degrees of freedom.
    let terms: [ChiSquareMixture.Term]
    /// The pole of the most negative coefficient, or −∞.
    let left: Double
    /// The pole of the largest coefficient.
    let right = 0.5

    /// The probabilities of a sum of at most x and of one above x.
    struct Tails {
        var lower: Double
        var upper: Double

        /// What a normal variable says at `z`.
        fileprivate init(normal z: Double) {
            lower = Distribution.normal.lowerTail(z)
            upper = Distribution.normal.upperTail(z)
        }

        init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }
    }

    init(_ terms: [ChiSquareMixture.Term], scale: Double) {
        self.terms = terms.map { .init($0.coefficient / scale, df: $0.df) }
        let lowest = self.terms.reduce(0) { min($0, $1.coefficient) }
        left = lowest < 0 ? 0.5 / lowest : -.infinity
    }

    var mean: Double { derivative(1, at: 0) }

    /// The derivative of K of this order (1, 2, 3 or 4) at `s`.
    func derivative(_ order: Int, at s: Double) -> Double {
        let factor = [1.0, 2, 8, 48][order - 1]
        return terms.reduce(0) { sum, term in
            let ratio = term.coefficient / (1 - 2 * s * term.coefficient)
            var power = ratio
            for _ in 1..<order { power *= ratio }
            return sum + factor * term.df * power
        }
    }

    /// The root of K'(s) = x + pole / s between `lower` and `upper`, where the difference rises.
    ///
    /// Newton's steps, halved intervals where a step leaves the interval that holds the root.
    func root(
        of x: Double,
        pole: Double,
        in lower: Double,
        _ upper: Double
    ) throws(ChiSquareMixture.Fault) -> Double {
        let limit = 400
        var (low, high) = (lower, upper)
        var s = low + (high - low) / 2
        for _ in 0..<limit {
            let value = derivative(1, at: s) - x - (pole == 0 ? 0 : pole / s)
            if value == 0 { return s }
            if value < 0 { low = s } else { high = s }
            let slope = derivative(2, at: s) + (pole == 0 ? 0 : pole / (s * s))
            var next = s - value / slope
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            let step = abs(next - s)
            s = next
            if step <= 4e-16 * max(abs(s), 1e-9) { return s }
        }
        throw .notConverged(after: limit)
    }

    // MARK: - Saddlepoint

    /// The tails at `x` by the formula r* = w + ln(v / w) / w (Kuonen 1999, section 2).
    func saddlepointTails(_ x: Double) throws(ChiSquareMixture.Fault) -> Tails {
        // K' is below Σd / (−2 s) left of zero where no coefficient is negative.
        let count = terms.reduce(0) { $0 + $1.df }
        let lower = left.isFinite ? left : -count / x
        let s = try root(of: x, pole: 0, in: lower, right)
        let deviation = derivative(2, at: 0).squareRoot()
        let z = s * deviation
        if abs(z) < 1e-5 {
            // Both v / w - 1 and w vanish at the mean: their series, to the second order of z.
            let skewness = derivative(3, at: 0) / (deviation * deviation * deviation)
            let excess = derivative(4, at: 0) / (deviation * deviation * deviation * deviation)
            let slope = excess / 8 - 7 * skewness * skewness / 36
            let w = z * (1 + skewness * z / 3)
            return Tails(normal: w + skewness / 6 + z * slope)
        }
        let root = (2 * legendre(at: s)).squareRoot()
        let w = s < 0 ? -root : root
        // |v| = |s| √K''(s), whose factors may be beyond the range of numbers for a tiny x.
        let square = terms.reduce(0) { sum, term in
            let share = s * term.coefficient / (1 - 2 * s * term.coefficient)
            return sum + 2 * term.df * share * share
        }
        return Tails(normal: w + Double.log(square.squareRoot() / root) / w)
    }

    /// s K'(s) − K(s), by a series where the difference would lose its digits.
    private func legendre(at s: Double) -> Double {
        terms.reduce(0) { sum, term in
            let u = 2 * s * term.coefficient
            guard abs(u) < 0.02 else {
                return sum + term.df / 2 * (u / (1 - u) + Double.log(onePlus: -u))
            }
            // u / (1 − u) + ln(1 − u) = Σ uᵏ (1 − 1 / k).
            var series = 0.0
            for k in stride(from: 11.0, through: 2, by: -1) { series = series * u + (1 - 1 / k) }
            return sum + term.df / 2 * series * u * u
        }
    }
}
