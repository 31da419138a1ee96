import Kernels
import Survey

/// A difference of two estimates, and whether the data tell it from zero.
struct GroupDifference {
    /// Its n counts the respondents of both.
    let estimate: Estimate
    /// Respondents behind the first and the second.
    let n: (Int, Int)
    /// Two-sided, by Student's t with the degrees of freedom of the groups compared; nil where there is
    /// no standard error, or none above 0.
    let p: Double?

    /// Differences are told from zero at this level, after Holm where there are several.
    static let level = 0.05

    init(_ estimate: Estimate, n: (Int, Int)) {
        self.estimate = estimate
        self.n = n
        if let error = estimate.standardError, error > 0, estimate.df > 0 {
            let t = abs(estimate.value) / error
            let tail = Kernels.Distribution.studentT(df: estimate.df).upperTail(t)
            p = tail.isNaN ? nil : min(1, 2 * tail)
        } else {
            p = nil
        }
    }

    /// The first estimate less the second, which may share respondents and clusters.
    init(_ first: LinearEstimate, _ second: LinearEstimate, in tabulation: Tabulation) {
        var estimate = tabulation.contrast([(1, first), (-1, second)])
        // The degrees of freedom of all clusters involved are too many where one of the two has few
        // clusters and most of the variance: by simulation, tests at 5 % then err in 14 %. Those of the
        // smaller one hold the level.
        let df = min(first.estimate.df, second.estimate.df, estimate.df)
        if df < estimate.df, let error = estimate.standardError, df > 0 {
            let t = Kernels.Distribution.studentT(df: df).upperQuantile(0.025)
            estimate.interval = (estimate.value - t * error)...(estimate.value + t * error)
        }
        estimate.df = df
        self.init(estimate, n: (first.estimate.n, second.estimate.n))
    }
}
