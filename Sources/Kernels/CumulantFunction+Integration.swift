import RealModule

/// Tails by the inversion integral 1/(2πi) ∫ exp(K(s) − s x) / s ds.
///
/// Imhof integrates along the imaginary axis, where the integrand swings and fades slowly. Any other
/// path between the same poles gives the same value. This one is a hyperbola through the point of the
/// real axis where the integrand is lowest; its arms bend to where exp(−s x) vanishes. With it, the
/// trapezium rule gains digits in proportion to its number of points.
///
/// - SeeAlso: Imhof (1961), Biometrika 48, 419–426; Rice (1980), Distribution of Quadratic Forms in
///   Normal Random Variables: Evaluation by Numerical Integration, SIAM J. Sci. Stat. Comput. 1,
///   438–448 (path through the saddle point); Weideman & Trefethen (2007), Parabolic and Hyperbolic
///   Contours for Computing the Bromwich Integral, Math. Comp. 76, 1341–1356.
extension CumulantFunction {
    /// The path s(t) = vertex + width (sin α (cosh t − 1) + i cos α sinh t).
    private struct Path {
        var vertex: Double
        var width: Double
        var sine: Double
        var cosine: Double
        /// The first step of t.
        var step: Double
    }

    /// The tails at `x`: at least zero, and above it unless a coefficient is negative.
    func integratedTails(_ x: Double) throws(ChiSquareMixture.Fault) -> Tails {
        // The smaller tail is integrated, so that it keeps its digits.
        let isUpper = x >= mean
        let count = terms.reduce(0) { $0 + $1.df }
        // Left of zero K'(s) − 1/s is below (Σd / 2 + 1) / −s where no coefficient is negative.
        let lower = isUpper ? 0 : left.isFinite ? left : -(count + 4) / x
        let vertex = try root(of: x, pole: 1, in: lower, isUpper ? right : 0)
        let curvature = derivative(2, at: vertex) + 1 / (vertex * vertex)
        let width = 0.7 * ((isUpper ? right : 0) - vertex)
        // An eighth of π fits the valley of a chi-square. Where negative coefficients bend the valley
        // the other way, and where no x makes the integrand vanish, the arms stand upright: there,
        // the integrand falls all the way.
        for angle in x > 0 ? [Double.pi / 8, Double.pi / 32, 0.0] : [0.0] {
            let path = Path(
                vertex: vertex,
                width: width,
                sine: Double.sin(angle),
                cosine: Double.cos(angle),
                step: min(0.5, 1 / (curvature.squareRoot() * width))
            )
            // Left of the pole at zero the integral is the lower tail, less than nothing.
            guard let integral = integral(along: path, x) else { continue }
            let tail = min(1, abs(integral))
            return isUpper
                ? Tails(lower: 1 - tail, upper: tail) : Tails(lower: tail, upper: 1 - tail)
        }
        throw .notConverged(after: Self.limit)
    }

    /// A bound on the work.
    ///
    /// Of 1,500 random mixtures with up to seven orders of magnitude between their
    /// coefficients, at eleven points each, none came to it.
    private static let limit = 100_000

    /// The integral, by the trapezium rule with steps halved until it stands still.
    ///
    /// - Returns: nil where it does not, or where the integrand rises along the path, so that parts of
    ///   it would cancel out.
    private func integral(along path: Path, _ x: Double) -> Double? {
        let peak = exponent(path.vertex, 0, x).real
        // Below the smallest double, and the digits of so large an exponent are gone.
        guard peak > -800 else { return 0 }
        var step = path.step
        var points = 0
        var sum = integrand(path, 0, x, less: peak).part / 2
        var previous = Double.nan
        while points < Self.limit {
            // The first round takes every point, the later ones those in between.
            let stride = previous.isNaN ? 1.0 : 2.0
            for position in Swift.stride(from: 1, to: Double(Self.limit), by: stride) {
                let term = integrand(path, position * step, x, less: peak)
                guard term.height < 2 else { return nil }
                sum += term.part
                points += 1
                if term.height * term.speed <= 1e-18 * abs(sum) { break }
            }
            let value = sum * step / .pi
            if abs(value - previous) <= 1e-12 * abs(value) {
                return Double.exp(peak) * value
            }
            previous = value
            step /= 2
        }
        return nil
    }

    /// The imaginary part of exp(exponent − `peak`) s'(t), and the sizes of its two factors.
    private func integrand(
        _ path: Path,
        _ t: Double,
        _ x: Double,
        less peak: Double
    ) -> (part: Double, height: Double, speed: Double) {
        let real = path.vertex + path.width * path.sine * (Double.cosh(t) - 1)
        let (size, turn) = exponent(real, path.width * path.cosine * Double.sinh(t), x)
        let along = path.width * path.sine * Double.sinh(t)
        let across = path.width * path.cosine * Double.cosh(t)
        let height = Double.exp(size - peak)
        let part = height * (Double.sin(turn) * along + Double.cos(turn) * across)
        return (part, height, Double.hypot(along, across))
    }

    /// K(s) − s x − ln s at the point `real` + i `imaginary`.
    private func exponent(
        _ real: Double,
        _ imaginary: Double,
        _ x: Double
    ) -> (real: Double, imaginary: Double) {
        var size = -x * real - Double.log(Double.hypot(real, imaginary))
        var turn = -x * imaginary - Double.atan2(y: imaginary, x: real)
        for term in terms {
            let share = 1 - 2 * term.coefficient * real
            let rest = -2 * term.coefficient * imaginary
            size -= term.df / 2 * Double.log(Double.hypot(share, rest))
            turn -= term.df / 2 * Double.atan2(y: rest, x: share)
        }
        return (size, turn)
    }
}
