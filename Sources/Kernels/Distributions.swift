import CDistributions

/// A probability distribution: its two tails and their quantiles.
///
/// Computed by Boost.Math. A parameter or argument outside the domain gives NaN. The upper tail is
/// not one minus the lower one: it keeps its digits however small it is.
package enum Distribution: Sendable, Hashable {
    /// The standard normal distribution.
    case normal
    /// Student's t; with infinite degrees of freedom, the standard normal.
    case studentT(df: Double)
    case chiSquare(df: Double)
    /// Fisher's F with the degrees of freedom of numerator and denominator.
    case fisherF(Double, Double)
    /// The beta distribution on 0...1 with shapes a and b.
    case beta(Double, Double)
    /// The gamma distribution with rate 1; its tails are the regularised incomplete gamma functions.
    case gamma(shape: Double)
    /// The sum of `df` squared normals of variance 1, whose squared means sum to `noncentrality`.
    case noncentralChiSquare(df: Double, noncentrality: Double)

    /// The probability of a value of at most `x`.
    package func lowerTail(_ x: Double) -> Double {
        switch self {
        case .normal: ashar_normal_lower(x)
        case .studentT(.infinity): ashar_normal_lower(x)
        case .studentT(let df): ashar_t_lower(x, df)
        case .chiSquare(let df): ashar_chi_square_lower(x, df)
        case .fisherF(let df1, let df2): ashar_f_lower(x, df1, df2)
        case .beta(let a, let b): ashar_beta_lower(x, a, b)
        case .gamma(let shape): ashar_gamma_lower(x, shape)
        case .noncentralChiSquare(let df, let noncentrality):
            ashar_noncentral_chi_square_lower(x, df, noncentrality)
        }
    }

    /// The probability of a value above `x`.
    package func upperTail(_ x: Double) -> Double {
        switch self {
        case .normal: ashar_normal_upper(x)
        case .studentT(.infinity): ashar_normal_upper(x)
        case .studentT(let df): ashar_t_upper(x, df)
        case .chiSquare(let df): ashar_chi_square_upper(x, df)
        case .fisherF(let df1, let df2): ashar_f_upper(x, df1, df2)
        case .beta(let a, let b): ashar_beta_upper(x, a, b)
        case .gamma(let shape): ashar_gamma_upper(x, shape)
        case .noncentralChiSquare(let df, let noncentrality):
            ashar_noncentral_chi_square_upper(x, df, noncentrality)
        }
    }

    /// The value that has the probability `p` below it.
    package func quantile(_ p: Double) -> Double {
        switch self {
        case .normal: ashar_normal_quantile(p)
        case .studentT(.infinity): ashar_normal_quantile(p)
        case .studentT(let df): ashar_t_quantile(p, df)
        case .chiSquare(let df): ashar_chi_square_quantile(p, df)
        case .fisherF(let df1, let df2): ashar_f_quantile(p, df1, df2)
        case .beta(let a, let b): ashar_beta_quantile(p, a, b)
        case .gamma(let shape): ashar_gamma_quantile(p, shape)
        case .noncentralChiSquare(let df, let noncentrality):
            ashar_noncentral_chi_square_quantile(p, df, noncentrality)
        }
    }

    /// The value that has the probability `p` above it.
    package func upperQuantile(_ p: Double) -> Double {
        switch self {
        case .normal: ashar_normal_upper_quantile(p)
        case .studentT(.infinity): ashar_normal_upper_quantile(p)
        case .studentT(let df): ashar_t_upper_quantile(p, df)
        case .chiSquare(let df): ashar_chi_square_upper_quantile(p, df)
        case .fisherF(let df1, let df2): ashar_f_upper_quantile(p, df1, df2)
        case .beta(let a, let b): ashar_beta_upper_quantile(p, a, b)
        case .gamma(let shape): ashar_gamma_upper_quantile(p, shape)
        case .noncentralChiSquare(let df, let noncentrality):
            ashar_noncentral_chi_square_upper_quantile(p, df, noncentrality)
        }
    }
}
