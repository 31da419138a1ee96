/// The sum of independent chi-square variables, each times a coefficient: Σ a χ²(d).
///
/// The statistic of Rao and Scott's test and of a working likelihood-ratio test has this
/// distribution where the null hypothesis holds; the coefficients are the generalised design effects.
///
/// - SeeAlso: Rao & Scott (1984), On Chi-squared Tests for Multiway Contingency Tables with Cell
///   Proportions Estimated from Survey Data, Annals of Statistics 12, 46–60; R `survey::pchisqsum`
///   and `survey::pFsum`.
package struct ChiSquareMixture: Sendable, Hashable {
    /// One chi-square variable of the sum.
    package struct Term: Sendable, Hashable {
        /// What it is multiplied by; finite, of any sign.
        package var coefficient: Double
        /// Its degrees of freedom: positive and finite, not always whole.
        package var df: Double

        package init(_ coefficient: Double, df: Double) {
            self.coefficient = coefficient
            self.df = df
        }
    }

    /// How a tail is computed.
    package enum Method: Sendable, Hashable, CaseIterable {
        /// One chi-square (or F) of the same mean and variance; for positive coefficients alone.
        ///
        /// - SeeAlso: Satterthwaite (1946), An Approximate Distribution of Estimates of Variance
        ///   Components, Biometrics Bulletin 2, 110–114.
        case satterthwaite
        /// The saddlepoint approximation, within some per cent of the tail (7 in the mixtures of the
        /// tests, 12 at a tail of 1e-16).
        ///
        /// - SeeAlso: Kuonen (1999), Saddlepoint Approximations for Distributions of Quadratic Forms
        ///   in Normal Variables, Biometrika 86, 929–935.
        case saddlepoint
        /// The characteristic function integrated numerically: exact but for rounding.
        ///
        /// - SeeAlso: Imhof (1961), Computing the Distribution of Quadratic Forms in Normal Variables,
        ///   Biometrika 48, 419–426.
        case integration
    }

    /// Why there is no answer.
    package enum Fault: Error, Hashable {
        /// No term has a coefficient other than zero.
        case noTerm
        /// A coefficient that is not finite.
        case badCoefficient(Double)
        /// Degrees of freedom that are not positive, or not finite where they have to be.
        case badDegreesOfFreedom(Double)
        /// A point that is not a number.
        case badPoint
        /// Satterthwaite's method asked about coefficients of which one is negative.
        case negativeCoefficient(Double)
        /// A bounded search or sum did not settle.
        case notConverged(after: Int)
    }

    /// The terms with a coefficient other than zero; at least one.
    package let terms: [Term]

    /// The sum of `terms`; those with the coefficient zero are dropped.
    package init(_ terms: [Term]) throws(Fault) {
        for term in terms {
            guard term.coefficient.isFinite else { throw .badCoefficient(term.coefficient) }
            guard term.df > 0, term.df.isFinite else { throw .badDegreesOfFreedom(term.df) }
        }
        self.terms = terms.filter { $0.coefficient != 0 }
        guard !self.terms.isEmpty else { throw .noTerm }
    }

    /// The sum of `coefficients`, each times a chi-square with one degree of freedom.
    package init(_ coefficients: [Double]) throws(Fault) {
        try self.init(coefficients.map { Term($0, df: 1) })
    }

    /// The mean of the sum, Σ a d.
    package var mean: Double { terms.reduce(0) { $0 + $1.coefficient * $1.df } }

    /// The probability of a sum above `x`.
    ///
    /// Integration is right to about 1e-12 of the smaller tail. The saddlepoint formula has no value at the
    /// mean itself; here its limit stands there, where R falls back on Satterthwaite's value.
    ///
    /// - Parameters:
    ///   - x: A point in the unit of the coefficients; not NaN.
    ///   - method: How it is computed.
    /// - Returns: A probability in 0...1.
    /// - Throws: What ``Fault`` names.
    package func upperTail(_ x: Double, by method: Method) throws(Fault) -> Double {
        guard !x.isNaN else { throw .badPoint }
        guard x.isFinite else { return x < 0 ? 1 : 0 }
        if method == .satterthwaite {
            let match = try satterthwaite()
            return x <= 0 ? 1 : Distribution.chiSquare(df: match.df).upperTail(x / match.scale)
        }
        return try tails(x, by: method).upper
    }

    /// The probability that the sum is above `x` times an independent χ²(df) / df.
    ///
    /// This is the tail of an F test whose denominator is estimated with `df` degrees of freedom. `x`
    /// is the sum itself, not divided by its degrees of freedom. Where survey's `pFsum` cuts a broken
    /// `df` down to a whole number, it is taken as it is here.
    ///
    /// - Parameters:
    ///   - x: A point in the unit of the coefficients; not NaN.
    ///   - df: The degrees of freedom of the denominator; infinite for none.
    ///   - method: How it is computed.
    /// - Returns: A probability in 0...1.
    /// - Throws: What ``Fault`` names.
    package func upperTail(
        _ x: Double,
        denominator df: Double,
        by method: Method
    ) throws(Fault) -> Double {
        guard !x.isNaN else { throw .badPoint }
        guard df > 0 else { throw .badDegreesOfFreedom(df) }
        guard df.isFinite, x.isFinite else { return try upperTail(x, by: method) }
        if method == .satterthwaite {
            let match = try satterthwaite()
            let f = x / match.df / match.scale
            return x <= 0 ? 1 : Distribution.fisherF(match.df, df).upperTail(f)
        }
        return try ChiSquareMixture(terms + [Term(-x / df, df: df)]).upperTail(0, by: method)
    }

    /// Both tails at a finite `x`, by the saddlepoint or by integration.
    private func tails(_ x: Double, by method: Method) throws(Fault) -> CumulantFunction.Tails {
        let largest = terms.reduce(0) { max($0, $1.coefficient) }
        let isMixed = terms.contains { $0.coefficient < 0 }
        if largest == 0 || x < 0 && isMixed {
            // A mirrored sum has its tails changed over.
            let mirrored = terms.map { Term(-$0.coefficient, df: $0.df) }
            let tails = try ChiSquareMixture(mirrored).tails(-x, by: method)
            return .init(lower: tails.upper, upper: tails.lower)
        }
        guard x > 0 || isMixed else { return .init(lower: 0, upper: 1) }
        let scaled = CumulantFunction(terms, scale: largest)
        return switch method {
        case .saddlepoint: try scaled.saddlepointTails(x / largest)
        default: try scaled.integratedTails(x / largest)
        }
    }

    /// The scaled chi-square with the mean Σ a d and the variance 2 Σ a² d.
    private func satterthwaite() throws(Fault) -> (scale: Double, df: Double) {
        var squares = 0.0
        for term in terms {
            guard term.coefficient > 0 else { throw .negativeCoefficient(term.coefficient) }
            squares += term.coefficient * term.coefficient * term.df
        }
        return (squares / mean, mean * mean / squares)
    }
}
