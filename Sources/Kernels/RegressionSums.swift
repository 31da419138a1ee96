import RealModule

/// The sums over rows that one step of a regression needs: Σ w x xᵀ and Σ r x.
///
/// Weights w and residuals r follow from the linear predictor of each row. Rows are visited once, some
/// hundred at a time, so that what is made of a column is used while it is near; large data are worked on
/// by all cores in pieces of a fixed size, so that sums do not depend on the number of cores.
package struct RegressionSums: Sendable {
    package private(set) var information: Matrix
    package private(set) var score: [Double]

    private static let blockSize = 256
    private static let pieceSize = 1 << 16

    /// What `fill` works on: some rows that stand together.
    package struct Block: Sendable {
        /// The row of the first of them.
        package fileprivate(set) var firstRow = 0
        package fileprivate(set) var count = 0
        /// Σ coefficient × column, one a row.
        package fileprivate(set) var predictors: [Double]
        package var weights: [Double]
        package var residuals: [Double]
    }

    /// The sums over the rows of `columns`.
    ///
    /// - Parameters:
    ///   - columns: One list a coefficient, all of one length.
    ///   - coefficients: One number a column.
    ///   - fill: Sets the weight and residual of each row of a block.
    package init(
        _ columns: [[Double]],
        coefficients: [Double],
        fill: @Sendable (inout Block) -> Void
    ) {
        precondition(columns.count == coefficients.count, "one coefficient a column")
        let rowCount = columns.first?.count ?? 0
        let pieces = max(1, (rowCount + Self.pieceSize - 1) / Self.pieceSize)
        let parts = sideBySide(pieces) { piece in
            let rows = piece * Self.pieceSize..<min(rowCount, (piece + 1) * Self.pieceSize)
            return RegressionSums(columns, coefficients, rows, fill)
        }
        self.init(size: columns.count)
        for part in parts { add(part) }
        for row in 0..<columns.count {
            for column in 0..<row { information[column, row] = information[row, column] }
        }
    }

    private init(size: Int) {
        information = Matrix(rows: size, columns: size)
        score = [Double](repeating: 0, count: size)
    }

    private mutating func add(_ other: RegressionSums) {
        for place in information.values.indices {
            information.values[place] += other.information.values[place]
        }
        for place in score.indices { score[place] += other.score[place] }
    }

    private init(
        _ columns: [[Double]],
        _ coefficients: [Double],
        _ rows: Range<Int>,
        _ fill: (inout Block) -> Void
    ) {
        self.init(size: columns.count)
        let zeros = [Double](repeating: 0, count: Self.blockSize)
        var block = Block(predictors: zeros, weights: zeros, residuals: zeros)
        var weighted = zeros
        let size = columns.count
        var products = [Double](repeating: 0, count: size * size)
        var scores = score
        var first = rows.lowerBound
        while first < rows.upperBound {
            block.firstRow = first
            block.count = min(Self.blockSize, rows.upperBound - first)
            let range = first..<first + block.count
            for place in 0..<block.count { block.predictors[place] = 0 }
            for (column, coefficient) in zip(columns, coefficients) where coefficient != 0 {
                accumulate(column, range, coefficient, into: &block.predictors)
            }
            fill(&block)
            for row in 0..<size {
                scores[row] += product(columns[row], range, block.residuals)
                multiply(columns[row], range, block.weights, into: &weighted)
                // Two products at a time: the weighted column is read once for both.
                var other = 0
                while other < row {
                    let pair = products2(columns[other], columns[other + 1], range, weighted)
                    products[row * size + other] += pair.x
                    products[row * size + other + 1] += pair.y
                    other += 2
                }
                if other == row {
                    products[row * size + row] += product(columns[row], range, weighted)
                }
            }
            first += block.count
        }
        score = scores
        information.values = products
    }
}

/// Adds `factor` times `column` to `sums`, number by number.
package func accumulate(_ column: [Double], _ factor: Double, into sums: inout [Double]) {
    accumulate(column, column.indices, factor, into: &sums)
}

/// The sum of products of two lists of one length.
package func product(_ a: [Double], _ b: [Double]) -> Double {
    product(a, a.indices, b)
}

private func accumulate(
    _ column: [Double],
    _ rows: Range<Int>,
    _ factor: Double,
    into sums: inout [Double]
) {
    precondition(rows.count <= sums.count, "room for a block")
    let column = column.span.extracting(rows)
    var sums = sums.mutableSpan
    for row in column.indices { sums[row] = Relaxed.multiplyAdd(factor, column[row], sums[row]) }
}

private func multiply(
    _ column: [Double],
    _ rows: Range<Int>,
    _ weights: [Double],
    into result: inout [Double]
) {
    precondition(rows.count <= result.count && rows.count <= weights.count, "room for a block")
    let column = column.span.extracting(rows)
    let weights = weights.span
    var result = result.mutableSpan
    for row in column.indices { result[row] = column[row] * weights[row] }
}

/// The sum of products of the column's `rows` and the first of `values`.
private func product(_ column: [Double], _ rows: Range<Int>, _ values: [Double]) -> Double {
    precondition(rows.count <= values.count, "room for a block")
    let column = column.span.extracting(rows)
    let values = values.span
    var sum = 0.0
    for row in column.indices { sum = Relaxed.multiplyAdd(column[row], values[row], sum) }
    return sum
}

/// The sums of products of `values` with the `rows` of two columns.
private func products2(
    _ a: [Double],
    _ b: [Double],
    _ rows: Range<Int>,
    _ values: [Double]
) -> SIMD2<Double> {
    precondition(rows.count <= values.count, "room for a block")
    let a = a.span.extracting(rows)
    let b = b.span.extracting(rows)
    let values = values.span
    var (first, second) = (0.0, 0.0)
    for row in a.indices {
        first = Relaxed.multiplyAdd(a[row], values[row], first)
        second = Relaxed.multiplyAdd(b[row], values[row], second)
    }
    return SIMD2(first, second)
}
