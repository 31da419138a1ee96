/// A dense matrix, row by row.
package struct Matrix: Sendable, Hashable {
    package let rowCount: Int
    package let columnCount: Int
    package var values: [Double]

    /// A matrix of `value` everywhere.
    package init(rows: Int, columns: Int, repeating value: Double = 0) {
        rowCount = rows
        columnCount = columns
        values = [Double](repeating: value, count: rows * columns)
    }

    package subscript(row: Int, column: Int) -> Double {
        get { values[row * columnCount + column] }
        set { values[row * columnCount + column] = newValue }
    }

    /// The sum of the diagonal.
    package var trace: Double {
        (0..<min(rowCount, columnCount)).reduce(0) { $0 + self[$1, $1] }
    }

    /// The sum of all values.
    package var sum: Double { values.reduce(0, +) }

    /// The rows and columns at `kept`, in that order.
    package func keeping(_ kept: [Int]) -> Matrix {
        var result = Matrix(rows: kept.count, columns: kept.count)
        for (i, row) in kept.enumerated() {
            for (j, column) in kept.enumerated() { result[i, j] = self[row, column] }
        }
        return result
    }
}
