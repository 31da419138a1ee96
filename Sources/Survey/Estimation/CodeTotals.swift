import Kernels

/// The weight of each answer of one closed question in each cell of a layout.
struct CodeTotals {
    let codes: Codes
    let categoryCount: Int
    /// Those who gave any of the categories.
    let answers: AnswerCounts
    private let counts: SegmentCounts

    init(_ codes: Codes, categoryCount: Int, _ layout: CellLayout) {
        self.codes = codes
        self.categoryCount = categoryCount
        switch codes {
        case .bytes(let codes):
            precondition(codes.allSatisfy { $0 <= categoryCount }, "codes of the list")
            counts = SegmentCounts(
                codes,
                codeCount: categoryCount,
                order: layout.order,
                weights: layout.weights,
                starts: layout.rowStart
            )
        case .words(let codes):
            precondition(codes.allSatisfy { $0 <= categoryCount }, "codes of the list")
            counts = SegmentCounts(
                codes,
                codeCount: categoryCount,
                order: layout.order,
                weights: layout.weights,
                starts: layout.rowStart
            )
        }
        var answers = AnswerCounts(layout)
        for cell in 0..<layout.count {
            var n: Int32 = 0
            var weight = 0.0
            for position in cell * categoryCount..<(cell + 1) * categoryCount {
                n += counts.count[position]
                weight += counts.weight[position]
            }
            answers.set(n, weight, squaredWeight: counts.squaredWeight[cell], in: cell)
        }
        self.answers = answers
    }

    /// Σw of the categories of `set` (counted from 0) in `cell`.
    func weight(of set: [Int], cell: Int) -> Double {
        set.reduce(0) { $0 + counts.weight[cell * categoryCount + $1] }
    }

    /// Respondents who gave one of the categories of `set` in `cells`.
    func count(of set: [Int], cells: Range<Int>) -> Int {
        cells.reduce(0) { sum, cell in
            set.reduce(sum) { $0 + Int(counts.count[cell * categoryCount + $1]) }
        }
    }
}
