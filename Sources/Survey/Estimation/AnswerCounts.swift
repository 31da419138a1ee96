import Kernels

/// Who answered one variable, in each cell of a layout.
struct AnswerCounts {
    /// Respondents, unweighted.
    private(set) var n: [Int32]
    private(set) var weight: [Double]
    /// Σw², where it is counted: only the boundary interval of a proportion needs it.
    private(set) var squaredWeight: [Double]

    init(n: [Int32], weight: [Double]) {
        self.n = n
        self.weight = weight
        squaredWeight = []
    }

    init(_ layout: CellLayout) {
        n = [Int32](repeating: 0, count: layout.count)
        weight = [Double](repeating: 0, count: layout.count)
        squaredWeight = weight
    }

    /// Counts one respondent of weight `w` in `cell`.
    mutating func count(_ w: Double, in cell: Int) {
        n[cell] += 1
        weight[cell] += w
        squaredWeight[cell] += w * w
    }

    /// Sets the counts of `cell`.
    mutating func set(_ n: Int32, _ weight: Double, squaredWeight: Double, in cell: Int) {
        self.n[cell] = n
        self.weight[cell] = weight
        self.squaredWeight[cell] = squaredWeight
    }

    /// The answered rows of `group`.
    func base(_ layout: CellLayout, _ group: Int) -> AnswerBase {
        let cells = layout.cells(of: group)
        let counted = squaredWeight.isEmpty ? 0 : compensatedSum(squaredWeight[cells])
        return AnswerBase(
            n: cells.reduce(0) { $0 + Int(n[$1]) },
            weight: compensatedSum(weight[cells]),
            squaredWeight: counted,
            cells: cells.filter { n[$0] > 0 },
            rows: layout.rowCount(of: group),
            groups: [group]
        )
    }
}

/// The answered rows behind an estimate.
struct AnswerBase {
    /// Respondents, unweighted.
    var n: Int
    /// The sum of their weights.
    var weight: Double
    /// The sum of their squared weights.
    var squaredWeight: Double
    /// The cells that hold them.
    var cells: [Int]
    /// The rows of the group, answered or not.
    var rows: Int
    /// The groups that hold them: one, but for sums of groups.
    var groups: [Int]

    /// The influence with the value `value` in each cell.
    func influence(_ layout: CellLayout, _ value: (Int) -> Double) -> Influence {
        Influence(units: cells.map { layout.unit[$0] }, values: cells.map(value))
    }
}
