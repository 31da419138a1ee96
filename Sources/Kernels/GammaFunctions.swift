import CDistributions

/// The logarithm of Γ(x) for a positive `x`; NaN for any other.
///
/// Computed by Boost.Math, as the two below. The regularised incomplete gamma functions are the tails
/// of ``Distribution/gamma(shape:)``.
package func logGamma(_ x: Double) -> Double { ashar_log_gamma(x) }

/// The first derivative of ln Γ at a positive `x`; NaN for any other.
package func digamma(_ x: Double) -> Double { ashar_digamma(x) }

/// The second derivative of ln Γ at a positive `x`; NaN for any other.
package func trigamma(_ x: Double) -> Double { ashar_trigamma(x) }
