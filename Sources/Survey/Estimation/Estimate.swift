/// One number about the population (or about these answers), with what is needed to judge it.
package struct Estimate: Sendable, Hashable {
    /// The estimate itself, in the unit of the variable; a proportion lies in 0...1.
    package var value: Double
    /// Its standard error; nil when it cannot be computed (see `reason`).
    package var standardError: Double?
    /// The interval's limits; nil when there is none (see `reason`).
    package var interval: ClosedRange<Double>?
    /// Degrees of freedom of the interval.
    package var df: Double
    /// First-stage units (primary sampling units, clusters) that hold the group, answered or not; nil
    /// without a probability design, and where nobody answered.
    package var clusters: Int?
    /// Respondents behind the estimate, unweighted.
    package var n: Int
    /// Sum of their weights.
    package var weightedN: Double
    /// Variance under this design over that of a simple random sample of the same size.
    package var designEffect: Double?
    /// Why there is no interval.
    package var reason: NoInterval?

    package init(
        value: Double,
        standardError: Double?,
        interval: ClosedRange<Double>?,
        df: Double,
        clusters: Int? = nil,
        n: Int,
        weightedN: Double,
        designEffect: Double? = nil,
        reason: NoInterval? = nil
    ) {
        self.value = value
        self.standardError = standardError
        self.interval = interval
        self.df = df
        self.clusters = clusters
        self.n = n
        self.weightedN = weightedN
        self.designEffect = designEffect
        self.reason = reason
    }
}

/// Why an estimate has no interval.
package enum NoInterval: String, Sendable, Hashable {
    /// The study names no probability design: the number describes these answers only.
    case noDesign
    /// Fewer than two primary sampling units hold the group.
    case fewerThanTwoClusters
    /// Every stratum that holds the group has one primary sampling unit of it.
    case noDegreesOfFreedom
    /// Nobody of the group answered.
    case nobodyAnswered
    /// All answers are equal, so that a correlation does not exist.
    case constantVariable
    /// The estimate divides by a total that is zero.
    case zeroDenominator
    /// A value is infinite, or so large that sums overflow.
    case notFinite
    /// Some replicate leaves nobody of the group.
    case emptyReplicate
    /// The approximation of the variance came out negative, as those of unequal probabilities can.
    case negativeVariance
}
