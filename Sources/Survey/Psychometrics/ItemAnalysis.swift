import Kernels

/// How the items of a scale hang together: each item with the rest, and coefficient alpha.
///
/// Respondents count once each, without weights, as in R's `psych::alpha`: these are numbers about the
/// instrument, not about the population. Covariances are pairwise: each pair of items over those who
/// answered both.
package struct ItemAnalysis: Sendable, Hashable {
    /// One item after keying.
    package struct Item: Sendable, Hashable {
        /// Respondents who answered it.
        package let n: Int
        /// The mean in scale points; nil when nobody answered.
        package let mean: Double?
        /// The standard deviation (divisor n - 1); nil for fewer than two answers.
        package let standardDeviation: Double?
        /// The correlation with the sum of the other items; nil when either does not vary.
        package let itemRest: Double?
        /// Raw alpha of the scale without this item; nil for fewer than two other items.
        package let alphaIfDropped: Double?

        /// Whether the item runs against the others after keying: most likely its key is wrong.
        package var runsAgainstOthers: Bool { itemRest.map { $0 < 0 } ?? false }
    }

    package let items: [Item]
    /// Alpha, or why there is none.
    package let alpha: Result<Alpha, NoAlpha>
    /// Items that do not vary; alpha is computed without them.
    package let constantItems: [Int]

    /// Analyses the keyed answers of a scale at the confidence `level`.
    package init(_ scores: ScaleScores, level: Double = 0.95) {
        self.init(keyedAnswers: scores.keyedAnswers, level: level)
    }

    /// Analyses `keyedAnswers`: for each item, one answer a row, NaN for none.
    package init(keyedAnswers: [[Double]], level: Double = 0.95) {
        let moments = PairwiseMoments(keyedAnswers)
        let covariance = moments.covariance
        let varying = keyedAnswers.indices.filter { covariance[$0, $0] > 0 }
        constantItems = keyedAnswers.indices.filter { covariance[$0, $0] == 0 }
        items = keyedAnswers.enumerated().map { position, answers in
            ItemAnalysis.item(answers, position: position, varying, covariance)
        }
        alpha = ItemAnalysis.alpha(keyedAnswers, moments, varying, level: level)
    }

    private static func item(
        _ answers: [Double],
        position: Int,
        _ varying: [Int],
        _ covariance: Matrix
    ) -> Item {
        let given = answers.filter { !$0.isNaN }
        let variance = covariance[position, position]
        let others = varying.filter { $0 != position }
        var itemRest: Double?
        if varying.contains(position), !others.isEmpty {
            let shared = others.reduce(0) { $0 + covariance[position, $1] }
            let rest = covariance.keeping(others).sum
            let scale = (variance * rest).squareRoot()
            if scale > 0 { itemRest = min(1, max(-1, shared / scale)) }
        }
        return Item(
            n: given.count,
            mean: given.isEmpty ? nil : compensatedSum(given) / Double(given.count),
            standardDeviation: variance.isNaN ? nil : variance.squareRoot(),
            itemRest: itemRest,
            alphaIfDropped: rawAlpha(covariance.keeping(others))
        )
    }

    /// n / (n - 1) (1 - Σ variances / variance of the sum); nil for fewer than two items, and where
    /// the sum does not vary or a pair has no covariance.
    fileprivate static func rawAlpha(_ covariance: Matrix) -> Double? {
        let n = Double(covariance.rowCount)
        let sum = covariance.sum
        guard n > 1, sum > 0, sum.isFinite else { return nil }
        return n / (n - 1) * (1 - covariance.trace / sum)
    }
}

/// Coefficient alpha of a scale.
package struct Alpha: Sendable, Hashable {
    /// Cronbach's alpha from the pairwise covariances.
    package let raw: Double
    /// Alpha from the correlations, as if all items had one variance; nil where they sum to nothing.
    package let standardized: Double?
    /// Feldt's interval of raw alpha.
    ///
    /// - SeeAlso: Feldt, Woodruff & Salih (1987), "Statistical inference for coefficient alpha",
    ///   Applied Psychological Measurement 11, 93-103.
    package let interval: ClosedRange<Double>
    /// The mean correlation between items; nil where an item does not vary among those who answered
    /// another.
    package let averageCorrelation: Double?
    /// Respondents who answered at least one item: those that the interval counts.
    package let n: Int
    /// Respondents who answered every item.
    package let completeN: Int
    /// The number of items.
    package let itemCount: Int
}

/// Why a scale has no alpha.
package enum NoAlpha: Error, Sendable, Hashable {
    /// Fewer than two items vary.
    case fewerThanTwoItems
    /// Fewer than two respondents answered both of two items (their positions).
    case notAnsweredTogether(Int, Int)
    /// The items cancel each other out: their sum does not vary.
    case sumDoesNotVary
}

extension ItemAnalysis {
    private static func alpha(
        _ answers: [[Double]],
        _ moments: PairwiseMoments,
        _ varying: [Int],
        level: Double
    ) -> Result<Alpha, NoAlpha> {
        guard varying.count > 1 else { return .failure(.fewerThanTwoItems) }
        for i in varying {
            for j in varying where moments.covariance[i, j].isNaN {
                return .failure(.notAnsweredTogether(min(i, j), max(i, j)))
            }
        }
        guard let raw = rawAlpha(moments.covariance.keeping(varying)) else {
            return .failure(.sumDoesNotVary)
        }
        let correlation = moments.correlation.keeping(varying)
        let k = Double(varying.count)
        let sum = correlation.sum
        let rows = answers.first?.indices ?? 0..<0
        let n = rows.count { row in varying.contains { !answers[$0][row].isNaN } }
        return .success(
            Alpha(
                raw: raw,
                standardized: sum > 0 ? (1 - k / sum) * k / (k - 1) : nil,
                interval: feldtInterval(raw, n: n, items: varying.count, level: level),
                averageCorrelation: sum.isNaN ? nil : (sum - k) / (k * (k - 1)),
                n: n,
                completeN: rows.count { row in varying.allSatisfy { !answers[$0][row].isNaN } },
                itemCount: varying.count
            )
        )
    }

    /// 1 - (1 - alpha) F, with F's quantiles at n - 1 and (n - 1)(k - 1) degrees of freedom.
    private static func feldtInterval(
        _ alpha: Double,
        n: Int,
        items: Int,
        level: Double
    ) -> ClosedRange<Double> {
        let df = Double(n - 1)
        let distribution = Distribution.fisherF(df, df * Double(items - 1))
        let half = (1 - level) / 2
        let low = 1 - (1 - alpha) * distribution.upperQuantile(half)
        let high = 1 - (1 - alpha) * distribution.quantile(half)
        return low...max(low, high)
    }
}
