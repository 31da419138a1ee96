/// The weight of each answer of one closed question in each cell of a layout.
struct CodeTotals {
    let categoryCount: Int
    /// Σw by cell and category: the totals of a cell stand together.
    private(set) var weight: [Double]
    /// Respondents by cell and category.
    private(set) var count: [Int32]
    /// Those who gave any of the categories.
    private(set) var answers: AnswerCounts

    init(_ codes: Codes, categoryCount: Int, _ layout: CellLayout) {
        self.categoryCount = categoryCount
        weight = [Double](repeating: 0, count: layout.count * categoryCount)
        count = [Int32](repeating: 0, count: layout.count * categoryCount)
        answers = AnswerCounts(layout)
        switch codes {
        case .bytes(let codes): add(codes, layout)
        case .words(let codes): add(codes, layout)
        }
    }

    private mutating func add(
        _ codes: [some UnsignedInteger & FixedWidthInteger],
        _ layout: CellLayout
    ) {
        for cell in 0..<layout.count {
            let first = cell * categoryCount - 1
            var sums = (n: Int32(0), w: 0.0, ww: 0.0)
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let code = Int(codes[Int(layout.rows[position])])
                guard code != 0 else { continue }
                let w = layout.weights[position]
                weight[first + code] += w
                count[first + code] += 1
                sums.n += 1
                sums.w += w
                sums.ww += w * w
            }
            answers.set(sums.n, weight: sums.w, squaredWeight: sums.ww, in: cell)
        }
    }

    /// Σw of the categories of `set` (counted from 0) in `cell`.
    func weight(of set: [Int], cell: Int) -> Double {
        set.reduce(0) { $0 + weight[cell * categoryCount + $1] }
    }

    /// Respondents who gave one of the categories of `set` in `cells`.
    func count(of set: [Int], cells: Range<Int>) -> Int {
        cells.reduce(0) { sum, cell in
            set.reduce(sum) { $0 + Int(count[cell * categoryCount + $1]) }
        }
    }
}
