import Kernels

/// The distribution and link of a generalised linear model; each with its canonical link.
///
/// - SeeAlso: McCullagh & Nelder (1989), *Generalized Linear Models*, 2nd ed., table 2.1.
package enum ModelFamily: String, Sendable, Hashable, CaseIterable {
    /// A number, by its mean: linear regression.
    case gaussian
    /// 0 or 1, by the log odds of 1: logistic regression.
    case binomial
    /// A count, by the log of its mean.
    case poisson

    /// The mean that a linear predictor stands for.
    package func mean(_ predictor: Double) -> Double {
        switch self {
        case .gaussian: predictor
        case .binomial: logistic(predictor)
        case .poisson: exponential(predictor)
        }
    }

    /// The variance that goes with a mean; also the slope of the mean in the predictor.
    func variance(_ mean: Double) -> Double {
        switch self {
        case .gaussian: 1
        case .binomial: mean * (1 - mean)
        case .poisson: mean
        }
    }

    /// The predictor of a mean.
    func predictor(_ mean: Double) -> Double {
        switch self {
        case .gaussian: mean
        case .binomial: logit(mean)
        case .poisson: logarithm(mean)
        }
    }

    /// What one row of mean `mean` adds to the deviance.
    func deviance(_ y: Double, _ mean: Double) -> Double {
        func part(_ a: Double, _ b: Double) -> Double { a > 0 ? a * logarithm(a / b) : 0 }
        return switch self {
        case .gaussian: (y - mean) * (y - mean)
        case .binomial: 2 * (part(y, mean) + part(1 - y, 1 - mean))
        case .poisson: 2 * (part(y, mean) - (y - mean))
        }
    }

    /// Whether the family can have that response.
    func allows(_ y: Double) -> Bool {
        switch self {
        case .gaussian: y.isFinite
        case .binomial: y >= 0 && y <= 1
        case .poisson: y >= 0 && y.isFinite
        }
    }
}

/// Why a model has no estimates.
package enum ModelError: Error, Sendable, Hashable {
    /// No row has all that the model needs.
    case noRows
    /// A response that the family cannot have.
    case impossibleResponse(row: Int)
    /// The response is the same in all rows.
    case constantResponse
    /// The columns tell the answers apart completely: coefficients grow without end.
    case separation
    /// Adjusted means of a factor that other terms tell completely.
    case notEstimable(factor: String)
    case notConverged(after: Int)
}
