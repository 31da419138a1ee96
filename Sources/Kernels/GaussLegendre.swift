import RealModule

/// A rule of numerical integration that is exact for polynomials of degree 2 n - 1.
///
/// - SeeAlso: Golub & Welsch (1969), Calculation of Gauss Quadrature Rules, Math. Comp. 23, 221–230,
///   for the rule; Press et al. (2007), Numerical Recipes, 3rd ed., section 4.6, for Newton's steps.
struct GaussLegendre: Sendable {
    /// The points in -1...1 and their weights, which sum to 2.
    let points: [(x: Double, weight: Double)]

    static let sixteen = GaussLegendre(16)
    static let twenty = GaussLegendre(20)

    /// The rule of `count` points: the roots of the Legendre polynomial of that degree.
    init(_ count: Int) {
        let n = Double(count)
        points = (1...count).map { index in
            var x = -Double.cos(.pi * (Double(index) - 0.25) / (n + 0.5))
            var slope = 0.0
            // Newton's steps double the digits; from this start six are more than enough.
            for _ in 0..<6 {
                var (previous, value) = (1.0, x)
                for degree in stride(from: 2.0, through: n, by: 1) {
                    (previous, value) =
                        (value, ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree)
                }
                slope = n * (x * value - previous) / (x * x - 1)
                x -= value / slope
            }
            return (x, 2 / ((1 - x * x) * slope * slope))
        }
    }

    /// The points and weights on `count` panels of equal width between two numbers.
    func panels(_ count: Int, from low: Double, to high: Double) -> [(x: Double, weight: Double)] {
        let half = (high - low) / Double(2 * count)
        return (0..<count).flatMap { panel in
            let middle = low + half * Double(2 * panel + 1)
            return points.map { (middle + half * $0.x, half * $0.weight) }
        }
    }
}
