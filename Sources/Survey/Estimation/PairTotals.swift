/// The totals of two numeric variables in each cell, over the rows that answered both.
///
/// Values are measured from the plain means of those rows.
struct PairTotals {
    let first: Numbers
    let second: Numbers
    let centers: (x: Double, y: Double)
    /// Those who answered both.
    private(set) var answers: AnswerCounts
    /// Σwx, Σwy, Σwx², Σwy², Σwxy of the deviations from the centers.
    private(set) var x: [Double]
    private(set) var y: [Double]
    private(set) var xx: [Double]
    private(set) var yy: [Double]
    private(set) var xy: [Double]

    init(_ first: Numbers, _ second: Numbers, _ layout: CellLayout) {
        self.first = first
        self.second = second
        centers = PairTotals.centers(first, second, layout)
        answers = AnswerCounts(layout)
        x = answers.weight
        (y, xx, yy, xy) = (x, x, x, x)
        for cell in 0..<layout.count {
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let row = Int(layout.rows[position])
                let a = first[row] - centers.x
                let b = second[row] - centers.y
                guard !a.isNaN, !b.isNaN else { continue }
                let w = layout.weights[position]
                answers.count(w, in: cell)
                x[cell] += w * a
                y[cell] += w * b
                xx[cell] += w * a * a
                yy[cell] += w * b * b
                xy[cell] += w * a * b
            }
        }
    }

    private static func centers(
        _ first: Numbers,
        _ second: Numbers,
        _ layout: CellLayout
    ) -> (x: Double, y: Double) {
        var sums = (n: 0.0, x: 0.0, y: 0.0)
        for row in layout.rows {
            let a = first[Int(row)]
            let b = second[Int(row)]
            guard !a.isNaN, !b.isNaN else { continue }
            sums.n += 1
            sums.x += a
            sums.y += b
        }
        return sums.n > 0 ? (sums.x / sums.n, sums.y / sums.n) : (0, 0)
    }
}
