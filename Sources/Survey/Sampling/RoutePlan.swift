package import Kernels

/// How an interviewer walks through a cluster: every k-th household from a random start.
package struct RoutePlan: Sendable, Hashable {
    /// Every how many households somebody knocks; nil where nobody knows how many households there are.
    package let step: Int?
    /// The first household, counted along the route from 1.
    package let start: Int
    /// Interviews to be made.
    package let interviews: Int
    /// Households to be tried in all, since some will not take part.
    package let households: Int

    /// A route for `interviews` in a cluster of `households`.
    ///
    /// The step leaves room for the households that will not take part, and is rounded down, so that the
    /// route does not end before the interviews are made; a step above `longestStep` is too far to walk.
    /// The start is drawn from all households and the route goes round: each household has the same
    /// chance of every place on the route, whatever the step.
    ///
    /// `responseRate` is the share of households that will take part, above 0 and up to 1.
    package init(
        interviews: Int,
        households: Double?,
        responseRate: Double,
        longestStep: Int? = nil,
        using generator: inout SeededGenerator
    ) {
        self.interviews = interviews
        let tried = Int((Double(interviews) / responseRate - 1e-9).rounded(.up))
        self.households = tried
        guard let households else {
            step = nil
            start = 1 + generator.below(longestStep ?? 10)
            return
        }
        let full = max(1, Int(households / Double(max(1, tried))))
        step = min(full, longestStep ?? full)
        start = 1 + generator.below(max(1, Int(households)))
    }
}
