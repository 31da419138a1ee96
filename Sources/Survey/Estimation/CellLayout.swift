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
        let used = (0..<Int32(design.rowCount)).filter { row in
            design.weights[Int(row)] > 0 && grouping.map { $0.codes[Int(row)] > 0 } ?? true
        }
        var order = countingSort(used, by: design.unitOfRow, design.tree.finestUnitCount)
        let group = grouping.map { grouping in
            (0..<design.rowCount).map { Int32(grouping.codes[$0]) - 1 }
        }
        if let group, let grouping {
            order = countingSort(order, by: group.map { max($0, 0) }, grouping.count)
        }
        let groupCount = grouping?.count ?? 1
        var rowStart: [Int32] = []
        var unit: [Int32] = []
        var cellStart: [Int] = []
        var last: (group: Int32, unit: Int32) = (-1, -1)
        for (position, row) in order.enumerated() {
            let key = (group: group?[Int(row)] ?? 0, unit: design.unitOfRow[Int(row)])
            guard key != last else { continue }
            while cellStart.count <= Int(key.group) { cellStart.append(unit.count) }
            rowStart.append(Int32(position))
            unit.append(key.unit)
            last = key
        }
        while cellStart.count <= groupCount { cellStart.append(unit.count) }
        rowStart.append(Int32(order.count))
        rows = order
        self.order = order.indices.allSatisfy { order[$0] == $0 } ? nil : order
        weights = order.map { design.weights[Int($0)] }
        self.rowStart = rowStart
        self.unit = unit
        self.cellStart = cellStart
    }
}
