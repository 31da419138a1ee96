import Kernels
import Survey

/// A difference of two estimates, and whether the data tell it from zero.
struct QuoteDifference {
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
}
