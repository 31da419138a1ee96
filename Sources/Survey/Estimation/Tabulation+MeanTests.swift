import Kernels

/// Student's test that a mean, a difference or a change has a given value.
package struct MeanTest: Sendable, Hashable {
    /// What is tested, with its standard error, interval, degrees of freedom and n.
    package let estimate: Estimate
    /// The value that is tested.
    package let hypothesis: Double
    /// (estimate - hypothesis) / standard error; nil where there is no test.
    package let t: Double?
    /// The probability of a t at least as far from 0, on either side; nil where there is no test.
    package let p: Double?
    /// Why there is no test.
    package let reason: NoTest?

    /// The test of `estimate`, with the degrees of freedom that it has.
    package init(_ estimate: Estimate, against hypothesis: Double = 0) {
        self.estimate = estimate
        self.hypothesis = hypothesis
        let error = estimate.standardError ?? 0
        let distance = estimate.value - hypothesis
        // Equal answers leave a standard error of nothing but rounding.
        let isLost = error <= 1e-14 * max(abs(estimate.value), abs(hypothesis))
        guard estimate.reason == nil, !isLost, distance.isFinite else {
            t = nil
            p = nil
            reason = estimate.reason.map(NoTest.noInterval) ?? .noVariance
            return
        }
        t = distance / error
        p = 2 * Distribution.studentT(df: estimate.df).upperTail(abs(distance / error))
        reason = nil
    }
}

/// Why there is no test.
package enum NoTest: Error, Sendable, Hashable {
    /// An estimate that is tested has no interval.
    case noInterval(NoInterval)
    /// The standard error is 0: answers do not differ, or everyone was asked.
    case noVariance
    /// Fewer than two groups hold answers.
    case oneGroup
    /// Too few clusters for so many groups.
    case noDegreesOfFreedom
    /// The covariance of the groups is singular.
    case singular
}

extension Tabulation {
    /// Tests in each group whether the mean of `numbers` is `hypothesis`.
    ///
    /// Degrees of freedom are those of the interval: clusters less strata of the group. R's `svyttest` takes
    /// one fewer, though a single mean costs no more than its strata.
    ///
    /// - SeeAlso: docs/methods/intervals-and-df.md; R `survey::svyttest(y ~ 0)`.
    package func meanTests(of numbers: Numbers, against hypothesis: Double = 0) -> [MeanTest] {
        linearMeans(of: numbers).map { MeanTest($0.estimate, against: hypothesis) }
    }

    /// Tests whether two groups, counted from 0, have the same mean: that of `second` less that of `first`.
    ///
    /// Groups that share clusters go together; their covariance is counted. Degrees of freedom are the
    /// clusters less the strata that hold either group: those of the interval of the same difference, which
    /// the test must not contradict. R's `svyttest` takes those of a regression, one fewer.
    ///
    /// - SeeAlso: R `survey::svyttest(y ~ group)`.
    package func differenceTest(
        of numbers: Numbers,
        from first: Int = 0,
        to second: Int = 1
    ) -> MeanTest {
        let means = linearMeans(of: numbers)
        return MeanTest(contrast([(1, means[second]), (-1, means[first])]))
    }

    /// Tests in each group whether answers changed: the mean of `second` less `first`, person by person, over
    /// those who answered both.
    ///
    /// - SeeAlso: R `survey::svyttest(I(second - first) ~ 0)`.
    package func changeTests(from first: Numbers, to second: Numbers) -> [MeanTest] {
        precondition(first.count == second.count, "one pair a row")
        return meanTests(of: Numbers((0..<first.count).map { second[$0] - first[$0] }))
    }
}
