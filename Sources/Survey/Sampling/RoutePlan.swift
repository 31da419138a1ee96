package import Kernels

/// How an interviewer walks through a cluster: every k-th household from a random start.
package struct RoutePlan: Sendable, Hashable {
    /// Every how many households somebody knocks; nil where nobody knows how many households there are.
    package let step: Int?
    /// The first household, from 1 to `step`, counted along the route.
    package let start: Int
    /// Interviews to be made.
    package let interviews: Int
    /// Households to be tried in all, since some will not take part.
    package let households: Int

    /// A route for `interviews` in a cluster of `households`.
    ///
    /// The step leaves room for the households that will not take part, and is rounded down, so that the
    /// route does not end before the interviews are made.
    ///
    /// - Parameter responseRate: The share of households that will take part, above 0 and up to 1.
    package init(
        interviews: Int,
        households: Double?,
        responseRate: Double,
        using generator: inout SeededGenerator
    ) {
        self.interviews = interviews
        let tried = Int((Double(interviews) / responseRate - 1e-9).rounded(.up))
        self.households = tried
        let step = households.map { max(1, Int($0 / Double(max(1, tried)))) }
        self.step = step
        start = 1 + generator.below(step ?? 10)
    }
}
