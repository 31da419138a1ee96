/// The lower triangular L with L Lᵀ = `matrix`; nil where the matrix is not positive definite.
///
/// - Precondition: A square, symmetric matrix; only its lower half is read.
/// - SeeAlso: Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
package func choleskyFactor(of matrix: Matrix) -> Matrix? {
    precondition(matrix.rowCount == matrix.columnCount, "a square matrix")
    let size = matrix.rowCount
    var factor = Matrix(rows: size, columns: size)
    for row in 0..<size {
        for column in 0...row {
            var rest = matrix[row, column]
            for k in 0..<column { rest -= factor[row, k] * factor[column, k] }
            if row == column {
                guard rest > 1e-12 else { return nil }
                factor[row, row] = rest.squareRoot()
            } else {
                factor[row, column] = rest / factor[column, column]
            }
        }
    }
    return factor
}
