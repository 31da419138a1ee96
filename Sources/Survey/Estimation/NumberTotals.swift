import Kernels

/// The totals of one numeric variable in each cell of a layout.
///
/// Values are measured from `center`, the plain mean of all answers, so that no digits are lost when
/// they are large beside their spread.
struct NumberTotals {
    let numbers: Numbers
    let center: Double
    let answers: AnswerCounts
    /// The sum of w(y - center).
    let deviation: [Double]
    /// The sum of w(y - center)².
    let square: [Double]

    init(_ numbers: Numbers, _ layout: CellLayout) {
        self.numbers = numbers
        let sums: SegmentSums
        switch numbers {
        case .bytes(let bytes):
            center = 0
            sums = SegmentSums(
                bytes,
                order: layout.order,
                weights: layout.weights,
                totals: layout.cellWeight,
                starts: layout.rowStart
            )
        case .doubles(let doubles):
            center = NumberTotals.plainMean(doubles)
            sums = SegmentSums(
                doubles,
                center: center,
                order: layout.order,
                weights: layout.weights,
                starts: layout.rowStart
            )
        }
        answers = AnswerCounts(n: sums.n, weight: sums.weight)
        deviation = sums.value
        square = sums.square
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

    /// The variance of the elements, n / (n - 1) Σw(y - ȳ)² / Σw; nil for fewer than two answers.
    ///
    /// - SeeAlso: R `survey::svyvar`.
    func variance(
        _ cells: Range<Int>,
        _ base: AnswerBase
    ) -> Double? {
        guard base.n > 1 else { return nil }
        let meanDeviation = compensatedSum(deviation[cells]) / base.weight
        let squares = compensatedSum(square[cells]) - base.weight * meanDeviation * meanDeviation
        return max(0, squares) / base.weight * Double(base.n) / Double(base.n - 1)
    }
}
