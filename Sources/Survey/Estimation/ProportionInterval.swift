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
    /// The q whose likelihood, with the effective number of respondents, is not too far below that of p.
    ///
    /// 2 n* (p log(p / q) + (1 - p) log((1 - p) / (1 - q))) ≤ t² n / (n - 1), with n* = p (1 - p) / s².
    case likelihood
    /// p ± t s; can leave 0...1.
    case linear
}

extension Tabulation {
    /// The interval of a proportion of `base` strictly between 0 and 1.
    func proportionInterval(
        _ p: Double,
        _ standardError: Double,
        t: Double,
        _ base: AnswerBase
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
            // As R's "beta", this counts the rows of the group, answered or not.
            let ratio = quantile(df: Double(base.rows - 1)) / t
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
        case .likelihood:
            let n = Double(base.n)
            let divergence = reach * reach / (2 * p * (1 - p)) * n / (n - 1)
            return likelihoodInterval(p, divergence)
        }
    }

    /// The q on either side of p with p log(p / q) + (1 - p) log((1 - p) / (1 - q)) = `divergence`.
    ///
    /// Halving on the log odds, where the left side has no bound: 200 steps are more than doubles can tell.
    private func likelihoodInterval(_ p: Double, _ divergence: Double) -> ClosedRange<Double> {
        let center = logit(p)
        func limit(_ direction: Double) -> Double {
            func distance(_ x: Double) -> Double {
                // log q and log (1 - q) of log odds x, and those of p.
                let (yes, no) = (softplus(-x) - softplus(-center), softplus(x) - softplus(center))
                return p * yes + (1 - p) * no
            }
            var (near, far) = (0.0, 1.0)
            while distance(center + direction * far) < divergence, far < 1e6 { far *= 2 }
            for _ in 0..<200 {
                let middle = near + (far - near) / 2
                guard middle > near, middle < far else { break }
                if distance(center + direction * middle) < divergence {
                    near = middle
                } else {
                    far = middle
                }
            }
            return logistic(center + direction * far)
        }
        return min(p, limit(-1))...max(p, limit(1))
    }

    /// log(1 + eˣ), without overflow.
    private func softplus(_ x: Double) -> Double {
        x > 0 ? x + logarithm(onePlus: exponential(-x)) : logarithm(onePlus: exponential(x))
    }

    /// The interval of a proportion of 0 or 1: Clopper-Pearson with Kish's effective number of
    /// respondents, (Σw)² / Σw², lessened for few degrees of freedom as Korn and Graubard do.
    ///
    /// - SeeAlso: Korn & Graubard (1998), "Confidence intervals for proportions with small expected
    ///   number of positive counts estimated from survey data", Survey Methodology 24, 193-201.
    func boundaryInterval(_ p: Double, _ base: AnswerBase, t: Double) -> ClosedRange<Double> {
        if design.isCertain(base.cells.map { layout.unit[$0] }) { return p...p }
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
