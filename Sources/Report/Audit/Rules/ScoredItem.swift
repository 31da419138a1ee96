/// One item of a scale in one table: all of its printed means.
struct ScoredItem {
    let table: AuditedTable
    let axis: AuditAxis
    let line: Int
    /// The positions on the other axis that have a figure.
    let positions: [Int]
    let numbers: [PrintedNumber]
    /// The figure for all people, as well as the line tells: by the groups' sizes, else the
    /// printed total, else their plain mean.
    let centre: Double

    var identity: String { table.lines(axis)[line].identity }
    var name: String { table.name(axis, line) }

    /// The scorings that allow every figure of the line.
    func scorings(_ answers: ClosedRange<Int>) -> Set<Scoring> {
        Set(
            Scoring.allCases.filter { scoring in
                let range = scoring.range(of: answers)
                return numbers.allSatisfy { range.gap(to: $0.interval) <= 1e-9 }
            }
        )
    }

    /// Whether the line has a figure for all people, or one for every group.
    var isWhole: Bool {
        let others = table.lines(axis.other)
        return others.indices.allSatisfy { others[$0].role != .group || positions.contains($0) }
            || positions.contains { others[$0].total?.by == .pooled }
    }

    var hull: ClosedRange<Double> { TotalsRule.printedHull(numbers) }

    var cells: [Finding.Cell] { positions.map { table.mark(axis, line, $0) } }

    /// The items of `scale` in all tables of `report`, in the order of print.
    static func all(_ report: AuditedReport, of scale: AuditedScale) -> [ScoredItem] {
        report.tables.filter { $0.scale == scale.name }.flatMap { table in
            AuditAxis.allCases.flatMap { all(table, $0) }
        }
    }

    /// The items on one axis of `table`.
    static func all(_ table: AuditedTable, _ axis: AuditAxis) -> [ScoredItem] {
        let groups = GroupedFigure.all(table).filter { $0.axis == axis.other }
        return table.lines(axis).indices.compactMap { line in
            let own = table.lines(axis)[line]
            guard own.role == .item, own.total == nil else { return nil }
            let positions = table.lines(axis.other).indices.filter {
                table.statistic(axis, line, $0) == .mean && table.number(axis, line, $0) != nil
            }
            guard !positions.isEmpty else { return nil }
            let numbers = positions.compactMap { table.number(axis, line, $0) }
            return ScoredItem(
                table: table,
                axis: axis,
                line: line,
                positions: positions,
                numbers: numbers,
                centre: groups.first { $0.position == line }?.centre
                    ?? numbers.map(\.value).reduce(0, +) / Double(numbers.count)
            )
        }
    }
}
