/// The covariances and correlations of several columns, each pair over the rows that hold both.
///
/// NaN is a missing value. A covariance of fewer than two rows, and a correlation with a column that
/// does not vary in those rows, are NaN.
///
/// - SeeAlso: R `cov(x, use = "pairwise")` and `cor(x, use = "pairwise")`.
package struct PairwiseMoments: Sendable {
    /// Divisor: rows of the pair less one.
    package private(set) var covariance: Matrix
    package private(set) var correlation: Matrix

    /// The moments of `columns`, which all have the same number of rows.
    package init(_ columns: [[Double]]) {
        covariance = Matrix(rows: columns.count, columns: columns.count)
        correlation = covariance
        for i in columns.indices {
            for j in 0...i {
                let (covarying, correlated) = PairwiseMoments.pair(columns[i], columns[j])
                covariance[i, j] = covarying
                covariance[j, i] = covarying
                correlation[i, j] = i == j && !correlated.isNaN ? 1 : correlated
                correlation[j, i] = correlation[i, j]
            }
        }
    }

    private static func pair(_ first: [Double], _ second: [Double]) -> (Double, Double) {
        precondition(first.count == second.count, "columns of one length")
        var n = 0.0
        var sums = (x: 0.0, y: 0.0)
        for row in first.indices {
            let (x, y) = (first[row], second[row])
            guard !x.isNaN, !y.isNaN else { continue }
            n += 1
            sums.x += x
            sums.y += y
        }
        guard n > 1 else { return (.nan, .nan) }
        let mean = (x: sums.x / n, y: sums.y / n)
        var products = (xx: 0.0, yy: 0.0, xy: 0.0)
        for row in first.indices {
            let (x, y) = (first[row] - mean.x, second[row] - mean.y)
            guard !x.isNaN, !y.isNaN else { continue }
            products.xx += x * x
            products.yy += y * y
            products.xy += x * y
        }
        let scale = (products.xx * products.yy).squareRoot()
        let correlation = scale > 0 ? min(1, max(-1, products.xy / scale)) : .nan
        return (products.xy / (n - 1), correlation)
    }
}
