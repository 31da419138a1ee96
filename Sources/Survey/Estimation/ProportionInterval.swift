import Kernels

/// How the interval of a proportion is made.
///
/// p is the proportion, s its standard error, t Student's quantile with the estimate's degrees of
/// freedom. Whatever the method, a proportion of 0 or 1 has the boundary interval.
///
/// - SeeAlso: docs/methods/means-and-proportions.md; R `survey::svyciprop`.
package enum ProportionInterval: Sendable, Hashable {
    /// logit⁻¹(logit p ± t s / (p (1 - p))).
    case logit
    /// sin²(arcsin √p ± t s / (2 √(p (1 - p)))).
    case arcsine
    /// Clopper-Pearson with the effective number of respondents, without a cap (R's "beta").
    case kornGraubard
    /// Wilson's score interval with the effective number of respondents and t (R 4.5's "wilson").
    case wilson
    /// p ± t s; can leave 0...1.
    case linear
}

extension Tabulation {
    /// The interval of a proportion strictly between 0 and 1; `rows` are those of the group, answered
    /// or not (as R's "beta" counts).
    func proportionInterval(
        _ p: Double,
        _ standardError: Double,
        t: Double,
        rows: Int
    ) -> ClosedRange<Double> {
        guard standardError > 0, p > 0, p < 1 else { return p...p }
        let reach = t * standardError
        switch options.proportionInterval {
        case .linear: return p - reach...p + reach
        case .logit:
            let distance = reach / (p * (1 - p))
            return logistic(logit(p) - distance)...logistic(logit(p) + distance)
        case .arcsine:
            let center = arcsineRoot(p)
            let distance = reach / (2 * (p * (1 - p)).squareRoot())
            return squaredSine(center - distance)...squaredSine(center + distance)
        case .kornGraubard:
            let ratio = quantile(df: Double(rows - 1)) / t
            let effective = p * (1 - p) / (standardError * standardError) * ratio * ratio
            return clopperPearson(p, effective)
        case .wilson:
            let effective = p * (1 - p) / (standardError * standardError)
            let square = t * t / effective
            let center = (p + square / 2) / (1 + square)
            let distance =
                t / (1 + square)
                * (p * (1 - p) / effective + square / (4 * effective)).squareRoot()
            return center - distance...center + distance
        }
    }

    /// The interval of a proportion of 0 or 1: Clopper-Pearson with Kish's effective number of
    /// respondents, (Σw)² / Σw², lessened for few degrees of freedom as Korn and Graubard do.
    ///
    /// - SeeAlso: Korn & Graubard (1998), "Confidence intervals for proportions with small expected
    ///   number of positive counts estimated from survey data", Survey Methodology 24, 193-201.
    func boundaryInterval(_ p: Double, _ base: AnswerBase, t: Double) -> ClosedRange<Double> {
        if design.isCensus { return p...p }
        let kish = base.weight * base.weight / base.squaredWeight
        guard base.n > 1 else { return clopperPearson(p, kish) }
        let ratio = min(1, quantile(df: Double(base.n - 1)) / t)
        return clopperPearson(p, kish * ratio * ratio)
    }

    /// Clopper and Pearson's interval for `p` of `n` respondents; neither need be whole.
    private func clopperPearson(_ p: Double, _ n: Double) -> ClosedRange<Double> {
        let half = (1 - options.level) / 2
        let low = p <= 0 ? 0 : Distribution.beta(n * p, n * (1 - p) + 1).quantile(half)
        let high = p >= 1 ? 1 : Distribution.beta(n * p + 1, n * (1 - p)).upperQuantile(half)
        // With no one to speak of, nothing is known.
        return low.isNaN || high.isNaN || low > high ? 0...1 : low...high
    }
}
