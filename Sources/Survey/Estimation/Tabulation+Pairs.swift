package import Kernels

/// The difference of two groups, tested among all the pairs that were compared.
package struct PairDifference: Sendable, Hashable {
    /// Positions of the groups; the difference is the first less the second.
    package let first: Int
    package let second: Int
    package let estimate: Estimate
    /// Of the two-sided test that they are equal; nil where there is no standard error.
    package let p: Double?
    /// The same, held together for all pairs.
    package let adjustedP: Double?
}

extension Estimate {
    /// Estimate over standard error; nil without one, or where it is 0.
    package var statistic: Double? {
        guard let standardError, standardError > 0 else { return nil }
        return value / standardError
    }

    /// Of the two-sided t test that the estimate is 0; nil where there is no such test.
    package var p: Double? {
        guard let statistic, df > 0 else { return nil }
        return min(1, 2 * Distribution.studentT(df: df).upperTail(abs(statistic)))
    }
}

extension Tabulation {
    /// The differences of every two of `estimates`, their p values adjusted together.
    ///
    /// Estimates without a value take no part.
    ///
    /// - SeeAlso: Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Statist.
    ///   6, 65-70; Benjamini & Hochberg (1995), JRSS B 57, 289-300; R `survey::svycontrast`, `p.adjust`.
    package func pairs(
        of estimates: [LinearEstimate],
        adjusting rule: MultipleTests = .holm
    ) -> [PairDifference] {
        let known = estimates.indices.filter { !estimates[$0].estimate.value.isNaN }
        var found: [(first: Int, second: Int, estimate: Estimate)] = []
        for (place, first) in known.enumerated() {
            for second in known.dropFirst(place + 1) {
                let difference = contrast([(1, estimates[first]), (-1, estimates[second])])
                found.append((first, second, difference))
            }
        }
        let adjusted = Kernels.adjusted(found.map { $0.estimate.p ?? .nan }, by: rule)
        return zip(found, adjusted).map { pair, p in
            PairDifference(
                first: pair.first,
                second: pair.second,
                estimate: pair.estimate,
                p: pair.estimate.p,
                adjustedP: p.isNaN ? nil : p
            )
        }
    }
}
