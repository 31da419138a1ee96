import Kernels

/// What becomes of a respondent's rank in a test of ranks.
package enum RankScore: String, Sendable, Hashable, CaseIterable {
    /// The rank itself, from 0 to 1: Wilcoxon's test; Kruskal and Wallis's for more than two groups.
    case wilcoxon
    /// The normal quantile of the rank: van der Waerden's test.
    case vanDerWaerden
    /// 1 above the middle, 0 below it: Mood's test of medians.
    case median

    /// The score of a rank strictly between 0 and 1.
    func score(_ rank: Double) -> Double {
        switch self {
        case .wilcoxon: rank
        case .vanDerWaerden: Distribution.normal.quantile(rank)
        // Ranks are sums: one that misses the middle by rounding alone is the middle.
        case .median: rank > 0.5 + 1e-12 ? 1 : 0
        }
    }
}

/// A test of whether answers stand equally high in every group, by their ranks.
package struct RankTest: Sendable, Hashable {
    package let score: RankScore
    /// The groups that hold answers, counted from 0.
    package let groups: [Int]
    /// The mean score of each of them, with a standard error that takes the ranks as given.
    package let meanScores: [Estimate]
    /// Of two groups, the mean score of the second less that of the first; nil for more.
    package let difference: Estimate?
    /// Wald's chi-square of the differences from the first group; of two groups, t².
    package let chiSquare: Double
    /// The chi-square over its degrees of freedom.
    package let statistic: Double
    /// Groups less one.
    package let numeratorDF: Double
    package let denominatorDF: Double
    package let p: Double
    /// Those who answered, unweighted.
    package let n: Int

    /// (difference) / (its standard error), for two groups.
    package var t: Double? {
        difference.flatMap { difference in difference.standardError.map { difference.value / $0 } }
    }
}

extension Tabulation {
    /// Tests whether `numbers` stand equally high in every group of the tabulation, by ranks.
    ///
    /// The rank of a respondent is the share of the population with lower answers, and half of that with equal
    /// ones. Groups without answers take no part; rows in no group have no rank. Under the hypothesis the
    /// estimation of the ranks adds nothing to the variance, so scores are tested as if they were answers:
    /// the difference of two means by t, or Wald's test of several by F. The denominator has the degrees of
    /// freedom df - (groups - 2), df being the clusters less strata that hold the groups; R takes one fewer.
    ///
    /// R gives equal answers of unequal weight ranks that depend on the order of rows; ours do not.
    ///
    /// - Throws: ``NoTest``.
    /// - SeeAlso: Lumley & Scott (2013), "Two-sample rank tests under complex sampling", Biometrika 100,
    ///   831-842; R `survey::svyranktest`.
    package func rankTest(
        of numbers: Numbers,
        _ score: RankScore = .wilcoxon
    ) throws(NoTest) -> RankTest {
        guard design.isProbabilitySample else { throw .noInterval(.noDesign) }
        let means = linearMeans(of: rankScores(of: numbers, score))
        let groups = means.indices.filter { means[$0].estimate.n > 0 }
        guard groups.count > 1 else { throw .oneGroup }
        let compared = groups.map { means[$0] }
        for mean in compared {
            if let reason = mean.estimate.reason, mean.estimate.standardError == nil {
                throw .noInterval(reason)
            }
        }
        let differences = (1..<compared.count).map { other in
            let factors = compared.indices.map { $0 == other ? 1.0 : $0 == 0 ? -1 : 0 }
            return Influence.combined(
                zip(factors, compared).map { (factor: $0, influence: $1.influence) }
            )
        }
        let values = compared.dropFirst().map {
            $0.estimate.value - compared[0].estimate.value
        }
        let count = Double(values.count)
        let df = Double(size(of: groups).degreesOfFreedom) - count + 1
        guard df >= 1 else { throw .noDegreesOfFreedom }
        let covariance = design.covarianceMatrix(differences)
        // Scores are of the size of 1: a variance of 1e-26 is rounding.
        guard values.indices.contains(where: { covariance[$0, $0] > 1e-26 }) else {
            throw .noVariance
        }
        let system = SymmetricSystem(covariance)
        guard system.rank == values.count else { throw .singular }
        let chiSquare = zip(values, system.solve(Array(values))).reduce(0) { $0 + $1.0 * $1.1 }
        return RankTest(
            score: score,
            groups: groups,
            meanScores: compared.map(\.estimate),
            difference: groups.count == 2
                ? contrast([(1, compared[1]), (-1, compared[0])]) : nil,
            chiSquare: chiSquare,
            statistic: chiSquare / count,
            numeratorDF: count,
            denominatorDF: df,
            p: Distribution.fisherF(count, df).upperTail(chiSquare / count),
            n: compared.reduce(0) { $0 + $1.estimate.n }
        )
    }

    /// The score of each row's rank among those in a group who answered; NaN for the others.
    private func rankScores(of numbers: Numbers, _ score: RankScore) -> Numbers {
        let answered = layout.rows.indices.filter { !numbers[Int(layout.rows[$0])].isNaN }
        let order = answered.sorted {
            numbers[Int(layout.rows[$0])] < numbers[Int(layout.rows[$1])]
        }
        let total = compensatedSum(answered.map { layout.weights[$0] })
        var scores = [Double](repeating: .nan, count: numbers.count)
        var before = 0.0
        var start = 0
        while start < order.count {
            let value = numbers[Int(layout.rows[order[start]])]
            var end = start
            var weight = 0.0
            while end < order.count, numbers[Int(layout.rows[order[end]])] == value {
                weight += layout.weights[order[end]]
                end += 1
            }
            let own = score.score((before + weight / 2) / total)
            for place in order[start..<end] { scores[Int(layout.rows[place])] = own }
            before += weight
            start = end
        }
        return .doubles(scores)
    }
}
