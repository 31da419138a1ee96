import CDistributions

/// The number of successes among independent trials of one probability.
///
/// Computed by Boost.Math. NaN where the trials are no whole number of at least 0, where the
/// probability is outside 0...1, or where the argument is NaN. The interval of Clopper and Pearson
/// is made of quantiles of ``Distribution/beta(_:_:)``.
package struct Binomial: Sendable, Hashable {
    /// How often it was tried: a whole number of at least 0.
    package var trials: Double
    /// The probability of a success, in 0...1.
    package var probability: Double

    package init(trials: Double, probability: Double) {
        self.trials = trials
        self.probability = probability
    }

    /// The probability of exactly `successes`; 0 for a number that cannot be.
    package func mass(_ successes: Double) -> Double {
        ashar_binomial_mass(successes, trials, probability)
    }

    /// The probability of at most `successes`.
    package func lowerTail(_ successes: Double) -> Double {
        ashar_binomial_lower(successes, trials, probability)
    }

    /// The probability of more than `successes`.
    package func upperTail(_ successes: Double) -> Double {
        ashar_binomial_upper(successes, trials, probability)
    }
}
