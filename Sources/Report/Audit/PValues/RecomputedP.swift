import Kernels

/// The p-value that follows from a printed statistic and its degrees of freedom.
///
/// t, r and z are two-sided; r is turned into t = r√(df / (1 − r²)). F, χ² and Q have their upper
/// tail, never doubled. The printed statistic stands for all values that round to it, and so do
/// degrees of freedom with decimals; `low...high` are the p-values of all of them. The rules of an
/// error and of a decision error are those of statcheck (Epskamp and Nuijten 2014; Nuijten et al.
/// 2016, *Behavior Research Methods* 48).
struct RecomputedP: Hashable, Sendable {
    /// The 5 per cent that decisions are made at.
    static let level = 0.05

    /// With the statistic just as printed.
    let p: Double
    let low: Double
    let high: Double

    /// The p-value of `test`; nil where its distribution is not defined there.
    init?(_ test: ReportedTest) {
        guard let p = Self.tail(test.kind, test.statistic.value, test.df.map(\.value)) else {
            return nil
        }
        let size = abs(test.statistic.value)
        let half = test.statistic.half
        let ends = Self.ends(of: test.df)
        let large = ends.compactMap { Self.tail(test.kind, size + half, $0) }
        let small = ends.compactMap { Self.tail(test.kind, max(0, size - half), $0) }
        guard let low = large.min(), let high = small.max() else { return nil }
        self.init(p: p, low: min(low, p), high: max(high, p))
    }

    private init(p: Double, low: Double, high: Double) {
        self.p = p
        self.low = low
        self.high = high
    }

    /// The same for a one-sided test whose effect goes the expected way.
    var halved: RecomputedP { RecomputedP(p: p / 2, low: low / 2, high: high / 2) }

    /// The same for a one-sided test whose effect goes the other way.
    var opposite: RecomputedP {
        RecomputedP(p: 1 - p / 2, low: 1 - high / 2, high: 1 - low / 2)
    }

    private static func tail(
        _ kind: ReportedTest.Kind,
        _ statistic: Double,
        _ df: [Double]
    ) -> Double? {
        let p: Double
        switch (kind, df.first, df.dropFirst().first) {
        case (.z, _, _):
            p = 2 * Kernels.Distribution.normal.upperTail(abs(statistic))
        case (.t, let df?, nil):
            p = 2 * Kernels.Distribution.studentT(df: df).upperTail(abs(statistic))
        case (.r, let df?, nil):
            let rest = 1 - statistic * statistic
            guard rest > 0 else { return 0 }
            let t = abs(statistic) * (df / rest).squareRoot()
            p = 2 * Kernels.Distribution.studentT(df: df).upperTail(t)
        case (.fisherF, let df1?, let df2?):
            p = Kernels.Distribution.fisherF(df1, df2).upperTail(statistic)
        case (.chiSquare, let df?, nil), (.heterogeneity, let df?, nil):
            p = Kernels.Distribution.chiSquare(df: df).upperTail(statistic)
        default:
            return nil
        }
        return p.isFinite ? min(p, 1) : nil
    }

    /// The degrees of freedom that may be meant: whole ones as they are, others with both ends.
    private static func ends(of df: [TextNumber]) -> [[Double]] {
        df.reduce([[]]) { lists, number in
            let values =
                number.decimals == 0
                ? [number.value] : [number.value - number.half, number.value + number.half]
            return lists.flatMap { list in values.map { list + [$0] } }
        }
    }
}

extension RecomputedP {
    /// Whether `test` cannot have the p-value that is printed beside it.
    ///
    /// A p of 0 is always an error: see ``isZero(_:)``.
    func isError(_ test: ReportedTest) -> Bool {
        switch test.p {
        case .notSignificant:
            isError(test.comparison, .more, TextNumber(value: Self.level, decimals: 2))
        case .value(_, let number) where number.value <= 0: true
        case .value(let comparison, let number): isError(test.comparison, comparison, number)
        }
    }

    private func isError(
        _ statistic: ReportedTest.Comparison,
        _ comparison: ReportedTest.Comparison,
        _ printed: TextNumber
    ) -> Bool {
        // A tie may be rounded either way, so it is no error.
        let reach = comparison == .equal ? printed.half * (1 + 1e-9) : 0
        let isTooLow = printed.value + reach < low
        let isTooHigh = printed.value - reach > high
        switch (statistic, comparison) {
        case (.equal, .equal): return isTooLow || isTooHigh
        case (.equal, .less): return isTooLow
        case (.equal, .more): return isTooHigh
        // A smaller statistic has a larger p, and the other way round.
        case (.less, .more), (.more, .less): return false
        case (.less, _): return isTooLow
        case (.more, _): return isTooHigh
        }
    }

    /// Whether an error of `test` puts it on the wrong side of 5 per cent.
    ///
    /// A p of 0.05 is significant.
    func isDecisionError(_ test: ReportedTest) -> Bool {
        guard isError(test) else { return false }
        let level = Self.level
        switch test.p {
        case .notSignificant: return p <= level && test.comparison != .less
        case .value(let comparison, let number):
            let saysSignificant = number.value <= level && comparison != .more
            let saysNot =
                switch comparison {
                case .equal: number.value > level
                case .less: false
                case .more: number.value >= level
                }
            if saysSignificant { return p > level && test.comparison != .more }
            return saysNot && p <= level && test.comparison != .less
        }
    }

    /// Whether the printed p is 0 where it should be "less than" something, and else right.
    func isZero(_ test: ReportedTest) -> Bool {
        guard case .value(let comparison, let number) = test.p, number.value == 0 else {
            return false
        }
        return comparison != .more && low <= number.half * (1 + 1e-9)
    }
}
