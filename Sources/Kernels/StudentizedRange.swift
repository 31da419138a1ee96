import RealModule

/// The range of several independent normal means over a standard error of its own: Tukey's q.
///
/// The probability integral is taken by Gauss and Legendre's rule in both dimensions, as Copenhaver
/// and Holland do; the upper tail is integrated itself, so that it keeps its digits.
///
/// - SeeAlso: Copenhaver & Holland (1988), Computation of the Distribution of the Maximum Studentized
///   Range Statistic with Application to Multiple Significance Testing of Simple Effects, J. Statist.
///   Comput. Simul. 30, 1–15; R `ptukey` and `qtukey`.
package struct StudentizedRange: Sendable {
    /// The number of means, at least 2.
    package let count: Int
    /// The degrees of freedom of the standard error; infinite for a known one.
    package let df: Double

    /// Points of the largest of the means, with their weights; see ``rangeTail(_:)``.
    private let inner: [(z: Double, below: Double, weight: Double)]

    /// The distribution for this many means.
    ///
    /// - Returns: nil for fewer than 2 means, and for degrees of freedom below 1 or NaN.
    package init?(count: Int, df: Double) {
        guard count >= 2, df >= 1 else { return nil }
        self.count = count
        self.df = df
        let others = Double(count - 1)
        // Below -8 lies less than 1e-15; above 20, what only ranges beyond 26 reach.
        inner = GaussLegendre.sixteen.panels(14, from: -8, to: 20).map { z, weight in
            let below = Distribution.normal.lowerTail(z)
            let density = Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            return (z, below, weight * density * Double(count) * Double.pow(below, others))
        }
    }

    /// The probability of a range of at most `q`; NaN for NaN.
    package func lowerTail(_ q: Double) -> Double { 1 - upperTail(q) }

    /// The probability of a range above `q`, right to 1e-13, and to 1e-10 of itself above 1e-50.
    package func upperTail(_ q: Double) -> Double {
        guard !q.isNaN else { return .nan }
        guard q > 0 else { return 1 }
        guard q.isFinite else { return 0 }
        guard df.isFinite else { return min(1, rangeTail(q)) }
        // The error is exp(t) standard errors. The density of t peaks at zero, with this width; its
        // logarithm is taken from the peak, and its factor from its own sum.
        let width = 1 / (2 * df).squareRoot()
        func logDensity(_ t: Double) -> Double { df * (t - Double.expMinusOne(2 * t) / 2) }
        // The tail is more than a part of what t = 0 gives, and of what a range of one error gives;
        // 34 natural logarithms below the larger of them nothing counts.
        let known = rangeTail(q)
        let larger = max(q > 1 ? logDensity(-Double.log(q)) : 0, Double.log(known))
        var low = -width
        while logDensity(low) > max(larger, -700) - 34 { low -= width }
        var high = width
        while logDensity(high) > -34 { high += width }
        let panels = Int(((high - low) / (2 * width)).rounded(.up))
        var (sum, total) = (0.0, 0.0)
        for (t, weight) in GaussLegendre.sixteen.panels(panels, from: low, to: high) {
            let density = weight * Double.exp(logDensity(t))
            total += density
            sum += density * rangeTail(q * Double.exp(t))
        }
        return min(1, sum / total)
    }

    /// The value with the probability `p` above it; NaN outside 0...1.
    ///
    /// By bisection to 1e-12 of itself.
    package func upperQuantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        if p == 0 { return .infinity }
        if p == 1 { return 0 }
        var (low, high) = (0.0, 4.0)
        // Up to where no tail is left but that of a single degree of freedom.
        while high < 1e15, upperTail(high) > p { (low, high) = (high, high * 4) }
        for _ in 0..<100 where high - low > 1e-12 * high {
            let middle = low + (high - low) / 2
            if upperTail(middle) > p { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// The probability that the range of the means, in units of a known error, is above `w`.
    ///
    /// With z the largest of k means, it is k ∫ φ(z) (Φ(z)ᵏ⁻¹ − (Φ(z) − Φ(z − w))ᵏ⁻¹) dz.
    private func rangeTail(_ w: Double) -> Double {
        let others = Double(count - 1)
        var sum = 0.0
        // The integrand falls as φ(z), and from w / 2 on as exp(−(z − w / 2)²): 1e-17 lies beyond.
        let last = max(8.7, w / 2 + 7)
        for (z, below, weight) in inner where z < last {
            let share = min(1, Distribution.normal.lowerTail(z - w) / below)
            sum -= weight * Double.expMinusOne(others * Double.log(onePlus: -share))
        }
        return sum
    }
}
