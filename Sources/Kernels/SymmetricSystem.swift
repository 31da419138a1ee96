/// Solves A x = b for a symmetric matrix without negative directions, such as X'WX.
///
/// A row that depends on those before it is left out: its unknown is 0. Solved by Cholesky's method on the
/// matrix scaled to a unit diagonal.
///
/// - SeeAlso: Golub & Van Loan (2013), Matrix Computations, 4th ed., 4.2.
package struct SymmetricSystem: Sendable, Hashable {
    /// The rows that are not left out.
    package let kept: [Int]
    private let size: Int
    private let scales: [Double]
    /// The factor of the kept part, row by row.
    private let factor: Matrix

    /// The rows that do not depend on others.
    package var rank: Int { kept.count }

    /// The system of `matrix`.
    ///
    /// A row depends on those before it when they leave less than `tolerance` of its diagonal.
    package init(_ matrix: Matrix, tolerance: Double = 1e-12) {
        precondition(matrix.rowCount == matrix.columnCount, "a square matrix")
        size = matrix.rowCount
        let scales = (0..<size).map { row in
            let diagonal = matrix[row, row]
            return diagonal > 0 ? 1 / diagonal.squareRoot() : 0
        }
        var kept: [Int] = []
        var factor = Matrix(rows: size, columns: size)
        for row in 0..<size where scales[row] > 0 {
            let place = kept.count
            var rest = 1.0
            for (column, other) in kept.enumerated() {
                var value = matrix[row, other] * scales[row] * scales[other]
                for k in 0..<column { value -= factor[place, k] * factor[column, k] }
                value /= factor[column, column]
                factor[place, column] = value
                rest -= value * value
            }
            guard rest > tolerance else {
                for column in 0..<size { factor[place, column] = 0 }
                continue
            }
            factor[place, place] = rest.squareRoot()
            kept.append(row)
        }
        self.kept = kept
        self.scales = scales
        self.factor = factor
    }

    /// The solution for `right`.
    package func solve(_ right: [Double]) -> [Double] {
        precondition(right.count == size, "one number a row")
        var values = kept.map { right[$0] * scales[$0] }
        for row in values.indices {
            for column in 0..<row { values[row] -= factor[row, column] * values[column] }
            values[row] /= factor[row, row]
        }
        for row in values.indices.reversed() {
            for below in (row + 1)..<max(values.count, row + 1) {
                values[row] -= factor[below, row] * values[below]
            }
            values[row] /= factor[row, row]
        }
        var result = [Double](repeating: 0, count: size)
        for (place, row) in kept.enumerated() { result[row] = values[place] * scales[row] }
        return result
    }

    /// The inverse of the kept part, 0 elsewhere.
    package var inverse: Matrix {
        var result = Matrix(rows: size, columns: size)
        var unit = [Double](repeating: 0, count: size)
        for column in kept {
            unit[column] = 1
            let solved = solve(unit)
            for row in 0..<size { result[row, column] = solved[row] }
            unit[column] = 0
        }
        return result
    }
}
