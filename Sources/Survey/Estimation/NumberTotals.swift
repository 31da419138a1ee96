import Kernels

/// The totals of one numeric variable in each cell of a layout.
///
/// Values are measured from `center`, the plain mean of all answers, so that no digits are lost when
/// they are large beside their spread.
struct NumberTotals {
    let center: Double
    private(set) var answers: AnswerCounts
    /// The sum of w(y - center).
    private(set) var deviation: [Double]
    /// The sum of w(y - center)².
    private(set) var square: [Double]

    init(_ numbers: Numbers, _ layout: CellLayout) {
        answers = AnswerCounts(layout)
        deviation = answers.weight
        square = deviation
        switch numbers {
        case .bytes(let bytes):
            center = 0
            add(bytes, layout)
        case .doubles(let doubles):
            center = NumberTotals.plainMean(doubles)
            add(doubles, layout)
        }
    }

    private mutating func add(_ bytes: [Int8], _ layout: CellLayout) {
        for cell in 0..<layout.count {
            var count: Int32 = 0
            var sums = (w: 0.0, ww: 0.0, y: 0.0, yy: 0.0)
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let byte = bytes[Int(layout.rows[position])]
                guard byte != .min else { continue }
                let w = layout.weights[position]
                let y = Double(byte)
                count += 1
                sums.w += w
                sums.ww += w * w
                sums.y += w * y
                sums.yy += w * y * y
            }
            keep(count, sums, cell)
        }
    }

    private mutating func add(_ doubles: [Double], _ layout: CellLayout) {
        for cell in 0..<layout.count {
            var count: Int32 = 0
            var sums = (w: 0.0, ww: 0.0, y: 0.0, yy: 0.0)
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let y = doubles[Int(layout.rows[position])] - center
                guard !y.isNaN else { continue }
                let w = layout.weights[position]
                count += 1
                sums.w += w
                sums.ww += w * w
                sums.y += w * y
                sums.yy += w * y * y
            }
            keep(count, sums, cell)
        }
    }

    private mutating func keep(
        _ count: Int32,
        _ sums: (w: Double, ww: Double, y: Double, yy: Double),
        _ cell: Int
    ) {
        answers.set(count, weight: sums.w, squaredWeight: sums.ww, in: cell)
        deviation[cell] = sums.y
        square[cell] = sums.yy
    }

    /// The plain mean of the numbers that are there; 0 when there are none, or no finite mean.
    private static func plainMean(_ numbers: [Double]) -> Double {
        var count = 0.0
        var sum = 0.0
        for number in numbers where !number.isNaN {
            count += 1
            sum += number
        }
        let mean = sum / count
        return mean.isFinite ? mean : 0
    }
}

extension NumberTotals {
    /// The variance of the elements, n / (n - 1) Σw(y - ȳ)² / Σw; nil for fewer than two answers.
    ///
    /// - SeeAlso: R `survey::svyvar`.
    func variance(
        _ cells: Range<Int>,
        _ base: AnswerBase,
        meanDeviation: Double
    ) -> Double? {
        guard base.n > 1 else { return nil }
        let squares = compensatedSum(square[cells]) - base.weight * meanDeviation * meanDeviation
        return max(0, squares) / base.weight * Double(base.n) / Double(base.n - 1)
    }
}
