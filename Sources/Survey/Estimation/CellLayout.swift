import Kernels

/// The rows of a grouping laid out by cell: the rows of one sampling unit in one group.
///
/// Cells stand in the order of groups, and within a group in the order of units. Rows without a group
/// or with weight 0 are in no cell.
struct CellLayout: Sendable {
    /// The rows, cell by cell.
    let rows: [Int32]
    /// The same; nil when that is the order in which rows stand, so that reading them is a plain walk.
    let order: [Int32]?
    /// The weight of each of `rows`.
    let weights: [Double]
    /// Where the rows of each cell start in `rows`; one more than there are cells.
    let rowStart: [Int32]
    /// The sum of the weights of each cell.
    let cellWeight: [Double]
    /// The unit of each cell.
    let unit: [Int32]
    /// Where the cells of each group start; one more than there are groups.
    let cellStart: [Int]

    /// The number of cells.
    var count: Int { unit.count }
    var groupCount: Int { cellStart.count - 1 }

    /// The cells of `group`, counted from 0.
    func cells(of group: Int) -> Range<Int> { cellStart[group]..<cellStart[group + 1] }

    /// How many rows `group` has.
    func rowCount(of group: Int) -> Int {
        Int(rowStart[cellStart[group + 1]] - rowStart[cellStart[group]])
    }

    /// Lays out the rows of `design` by `grouping`; without one, all rows are one group.
    init(_ design: SurveyDesign, _ grouping: Grouping?) {
        let groups = grouping?.codes ?? .bytes([UInt8](repeating: 1, count: design.rowCount))
        let groupCount = grouping?.count ?? 1
        switch groups {
        case .bytes(let codes): self.init(design, codes.map { Int32($0) }, groupCount)
        case .words(let codes): self.init(design, codes.map { Int32($0) }, groupCount)
        }
    }

    /// Lays out by codes: 0 for no group, k for the k-th.
    private init(_ design: SurveyDesign, _ codes: [Int32], _ groupCount: Int) {
        var next = [Int32](repeating: 0, count: groupCount + 2)
        for row in codes.indices where codes[row] > 0 && design.weights[row] != 0 {
            next[Int(codes[row]) + 1] += 1
        }
        for group in 1...groupCount + 1 { next[group] += next[group - 1] }
        var rows = [Int32](repeating: 0, count: Int(next[groupCount + 1]))
        func place(_ row: Int) {
            let code = Int(codes[row])
            guard code > 0, design.weights[row] != 0 else { return }
            rows[Int(next[code])] = Int32(truncatingIfNeeded: row)
            next[code] += 1
        }
        if let order = design.rowsByUnit {
            for row in order { place(Int(row)) }
        } else {
            for row in codes.indices { place(row) }
        }
        var rowStart: [Int32] = []
        var unit: [Int32] = []
        var cellStart = [0]
        var position = 0
        for group in 1...groupCount {
            let end = Int(next[group])
            var last: Int32 = -1
            while position < end {
                let here = design.unitOfRow[Int(rows[position])]
                if here != last {
                    rowStart.append(Int32(truncatingIfNeeded: position))
                    unit.append(here)
                    last = here
                }
                position += 1
            }
            cellStart.append(unit.count)
        }
        rowStart.append(Int32(truncatingIfNeeded: rows.count))
        let isInOrder =
            rows.count == design.rowCount
            && rows.indices.allSatisfy { Int(rows[$0]) == $0 }
        order = isInOrder ? nil : rows
        weights = isInOrder ? design.weights : rows.map { design.weights[Int($0)] }
        self.rows = rows
        self.rowStart = rowStart
        self.unit = unit
        self.cellStart = cellStart
        cellWeight = segmentTotals(weights, starts: rowStart)
    }
}
