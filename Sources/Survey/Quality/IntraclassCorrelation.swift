import Kernels

/// The share of the variance of a number that lies between groups, such as interviewers.
///
/// The estimator of the one-way analysis of variance, with the interval and the power of its F test:
/// exact for normal values and groups of equal size, else approximate, with the size n₀ in its place.
/// - SeeAlso: Donner (1986), "A review of inference procedures for the intraclass correlation
///   coefficient in the one-way random effects model", International Statistical Review 54, 67–82;
///   Searle (1971), *Linear Models*, 414.
package struct IntraclassCorrelation: Sendable, Hashable, Encodable {
    /// (MSB − MSW) / (MSB + (n₀ − 1) MSW); it may be a little under 0.
    package let value: Double
    package let lower: Double
    package let upper: Double
    /// How many values it rests on.
    package let n: Int
    package let groups: Int
    /// n₀ = (n − Σ nᵢ² / n) / (groups − 1), the size of a typical group.
    package let typicalSize: Double
    /// The F ratio MSB / MSW.
    package let ratio: Double
    /// The least correlation that a test at 5 % would find four times in five.
    package let detectable: Double

    /// The correlation of `values` within the groups of `labels`, one a row.
    ///
    /// Rows whose value is NaN or that have no label are left out.
    /// - Returns: nil with fewer than two groups, no group of two, or no variance within groups.
    package init?(_ values: [Double], within labels: Labels) {
        precondition(values.count == labels.count, "one label a value")
        var sums = [Double](repeating: 0, count: labels.names.count)
        var sizes = [Int](repeating: 0, count: labels.names.count)
        let rows = values.indices.filter { values[$0].isFinite && labels.codes[$0] >= 0 }
        for row in rows {
            sums[Int(labels.codes[row])] += values[row]
            sizes[Int(labels.codes[row])] += 1
        }
        let groups = sizes.count { $0 > 0 }
        let n = rows.count
        guard groups > 1, n > groups else { return nil }
        let mean = sums.reduce(0, +) / Double(n)
        let means = zip(sums, sizes).map { $1 == 0 ? 0 : $0 / Double($1) }
        let between = zip(sizes, means).reduce(0.0) { sum, group in
            sum + Double(group.0) * (group.1 - mean) * (group.1 - mean)
        }
        let within = rows.reduce(0.0) { sum, row in
            let distance = values[row] - means[Int(labels.codes[row])]
            return sum + distance * distance
        }
        let (df1, df2) = (Double(groups - 1), Double(n - groups))
        let squares = sizes.reduce(0.0) { $0 + Double($1) * Double($1) }
        let size = (Double(n) - squares / Double(n)) / df1
        let (meanBetween, meanWithin) = (between / df1, within / df2)
        guard meanWithin > 0, size > 0 else { return nil }
        let ratio = meanBetween / meanWithin
        let distribution = Distribution.fisherF(df1, df2)
        func correlation(_ ratio: Double) -> Double { (ratio - 1) / (ratio + size - 1) }
        value = correlation(ratio)
        lower = correlation(ratio / distribution.upperQuantile(0.025))
        upper = correlation(ratio / distribution.quantile(0.025))
        self.n = n
        self.groups = groups
        typicalSize = size
        self.ratio = ratio
        // With true correlation ρ, F is 1 + n₀ρ/(1 − ρ) times a central F; so the ratio that is
        // exceeded four times in five is that factor times the lower fifth.
        let factor = distribution.upperQuantile(0.05) / distribution.quantile(0.2)
        detectable = correlation(factor)
    }
}
