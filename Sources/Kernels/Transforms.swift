import RealModule

/// The log odds of `p`; infinite at 0 and 1.
package func logit(_ p: Double) -> Double {
    Double.log(p) - Double.log(onePlus: -p)
}

/// The probability whose log odds are `x`.
package func logistic(_ x: Double) -> Double {
    1 / (1 + Double.exp(-x))
}

/// The angle whose squared sine is `p`, in 0...π/2.
package func arcsineRoot(_ p: Double) -> Double {
    Double.asin(p.squareRoot())
}

/// The squared sine of `angle`, which is held to 0...π/2 first.
package func squaredSine(_ angle: Double) -> Double {
    let sine = Double.sin(min(max(angle, 0), .pi / 2))
    return sine * sine
}

/// Fisher's z of a correlation strictly between -1 and 1.
package func fisherZ(_ r: Double) -> Double {
    Double.atanh(r)
}

/// The correlation whose Fisher's z is `z`.
package func correlation(fisherZ z: Double) -> Double {
    Double.tanh(z)
}

/// `base` to the power of `exponent`; NaN for a negative base.
package func raised(_ base: Double, to exponent: Double) -> Double {
    Double.pow(base, exponent)
}

/// The density of the standard normal distribution.
package func normalDensity(_ x: Double) -> Double {
    Double.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
}

/// e to the power of `x`.
package func exponential(_ x: Double) -> Double {
    Double.exp(x)
}

/// The natural logarithm of `x`.
package func logarithm(_ x: Double) -> Double {
    Double.log(x)
}

/// The natural logarithm of 1 + `x`, exact for small `x`.
package func logarithm(onePlus x: Double) -> Double {
    Double.log(onePlus: x)
}
