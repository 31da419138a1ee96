import RealModule

/// The probability that two standard normal variables are at most `x` and `y`.
///
/// The derivative of the probability by the correlation is the density (Plackett 1954). Up to a
/// correlation of 0.925 it is integrated from 0, in the angle arcsin ρ; beyond, from ±1, where the
/// part that is not smooth is integrated by hand (Drezner & Wesolowsky 1990, with Genz's two more
/// terms). Right to about 1e-15; a probability below that has no digits of its own.
///
/// - Parameters:
///   - x: Any number or infinity.
///   - y: Any number or infinity.
///   - correlation: In -1...1.
/// - Returns: A probability; NaN where an argument is NaN or the correlation is outside -1...1.
/// - SeeAlso: Genz (2004), Numerical Computation of Rectangular Bivariate and Trivariate Normal and t
///   Probabilities, Statistics and Computing 14, 251–260, section 2; Drezner & Wesolowsky (1990), On
///   the Computation of the Bivariate Normal Integral, J. Statist. Comput. Simul. 35, 101–107.
package func bivariateNormal(_ x: Double, _ y: Double, correlation: Double) -> Double {
    guard !x.isNaN, !y.isNaN, abs(correlation) <= 1 else { return .nan }
    let normal = Distribution.normal
    if x == -.infinity || y == -.infinity { return 0 }
    if x == .infinity { return normal.lowerTail(y) }
    if y == .infinity { return normal.lowerTail(x) }
    // Beyond 40 a tail is below the smallest double.
    let (x, y) = (min(40, max(-40, x)), min(40, max(-40, y)))
    let value: Double
    if abs(correlation) < 0.925 {
        value = normal.lowerTail(x) * normal.lowerTail(y) + fromZero(x, y, correlation)
    } else if correlation > 0 {
        value = normal.lowerTail(min(x, y)) - fromOne(x, y, correlation)
    } else {
        // P(X ≤ x) is the sum of P(X ≤ x, Y ≤ y) and P(X ≤ x, -Y < -y).
        let together = -x < y ? normal.lowerTail(y) - normal.lowerTail(-x) : 0
        value = together + fromOne(x, -y, -correlation)
    }
    return min(1, max(0, value))
}

/// What the probability gains from no correlation to `correlation` (Genz 2004, equation 3).
private func fromZero(_ x: Double, _ y: Double, _ correlation: Double) -> Double {
    let angle = Double.asin(correlation)
    var sum = 0.0
    for (point, weight) in GaussLegendre.twenty.points {
        let sine = Double.sin(angle * (1 + point) / 2)
        let exponent = (sine * x * y - (x * x + y * y) / 2) / (1 - sine * sine)
        sum += weight * Double.exp(exponent)
    }
    return sum * angle / (4 * Double.pi)
}

/// What the probability lacks at a high, positive `correlation` of that at 1.
///
/// In the variable u = √(1 − ρ²) the integrand is exp(−(x − y)² / 2u²) times a smooth function;
/// the first terms of its series in u² are integrated by hand, the rest by the rule (Genz 2004,
/// equations 4 to 6).
private func fromOne(_ x: Double, _ y: Double, _ correlation: Double) -> Double {
    guard correlation < 1 else { return 0 }
    let product = x * y
    let gap = (x - y) * (x - y)
    let square = (1 - correlation) * (1 + correlation)
    let end = square.squareRoot()
    let first = (4 - product) / 8
    let second = (12 - product) / 16

    // ∫ exp(−gap / 2u²) (1 + first u² + first second u⁴) du from 0 to `end`, times exp(−xy / 2).
    var sum =
        end * Double.exp(-(gap / square + product) / 2)
        * (1 - first * (gap - square) * (1 - second * gap / 5) / 3
            + first * second * square * square / 5)
    let distance = gap.squareRoot()
    let tail = Distribution.normal.lowerTail(-distance / end)
    if tail > 0 {
        sum -=
            Double.exp(-product / 2) * (2 * Double.pi).squareRoot() * tail * distance
            * (1 - first * gap * (1 - second * gap / 5) / 3)
    }
    for (point, weight) in GaussLegendre.twenty.points {
        let u = end / 2 * (1 + point)
        let cosine = (1 - u * u).squareRoot()
        let exact = Double.exp(-product * u * u / (2 * (1 + cosine) * (1 + cosine))) / cosine
        let series = 1 + first * u * u * (1 + second * u * u)
        sum += end / 2 * weight * Double.exp(-(gap / (u * u) + product) / 2) * (exact - series)
    }
    return sum / (2 * Double.pi)
}
