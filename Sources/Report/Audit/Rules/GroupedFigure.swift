/// One quantity as a breakdown prints it: a figure for each group and, often, their total.
struct GroupedFigure {
    /// What makes two of them the same quantity: kind of figure, scale or question, item or answer.
    struct Key: Hashable {
        let statistic: AuditedTable.Statistic
        let subject: String
        let line: String
    }

    /// Which groups of which table.
    struct Breakdown: Hashable, Comparable {
        let table: String
        /// The trait that the groups differ in; empty where the table has none.
        let block: String

        /// What stands behind the table in ids: ":region".
        var suffix: String { block.isEmpty ? "" : ":\(block)" }
        var id: String { table + suffix }

        static func < (left: Breakdown, right: Breakdown) -> Bool {
            (left.table, left.block) < (right.table, right.block)
        }
    }

    let key: Key
    let table: AuditedTable
    /// The axis of the groups.
    let axis: AuditAxis
    let block: String
    /// The groups, and the position on the other axis.
    let lines: [Int]
    let position: Int
    let groups: [PrintedNumber]
    /// The total of these groups, and the line that it stands in.
    let total: (line: Int, number: PrintedNumber)?

    var hull: ClosedRange<Double> { WeightedTotal.hull(of: groups) }

    var breakdown: Breakdown { Breakdown(table: table.id, block: block) }
    var printedHull: ClosedRange<Double> { TotalsRule.printedHull(groups) }
    var decimals: Int { groups.map(\.decimals).max() ?? 0 }
    var name: String { table.name(axis.other, position) }
    var identities: Set<String> { Set(lines.map { table.lines(axis)[$0].identity }) }

    var cells: [Finding.Cell] { lines.map { table.mark(axis, $0, position) } }

    /// The mean of the groups by their sizes; nil where one is unknown.
    var meanBySize: ClosedRange<Double>? {
        guard let sizes = LineSizes.sizes(table, axis, lines) else { return nil }
        return WeightedTotal.interval(of: groups, sizes: sizes.map { Int($0.middle) })?.values
    }

    /// The best guess of the figure for all people: by sizes, else the printed total, else the
    /// middle of the groups.
    var centre: Double {
        if let mean = meanBySize { return (mean.lowerBound + mean.upperBound) / 2 }
        if let total { return total.number.value }
        return groups.map(\.value).reduce(0, +) / Double(groups.count)
    }

    /// Every quantity of the report that is broken down by groups.
    static func all(_ report: AuditedReport) -> [GroupedFigure] {
        report.tables.flatMap { all($0) }
    }

    /// Those of one table.
    static func all(_ table: AuditedTable) -> [GroupedFigure] {
        AuditAxis.allCases.flatMap { axis in
            table.groupBlocks(axis).filter { $0.lines.count > 1 }.flatMap { block in
                table.lines(axis.other).indices.compactMap {
                    figure(table, axis, block.block, block.lines, $0)
                }
            }
        }
    }

    private static func figure(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ block: String,
        _ lines: [Int],
        _ position: Int
    ) -> GroupedFigure? {
        let line = table.lines(axis.other)[position]
        let statistic = table.statistic(axis, lines[0], position)
        guard [.mean, .percent, .score].contains(statistic), line.role != .group,
            let key = key(table, line, statistic)
        else { return nil }
        let groups = lines.compactMap { table.number(axis, $0, position) }
        guard groups.count == lines.count else { return nil }
        let total = table.totals(axis).first {
            $0.total.by == .pooled && Set($0.total.of).isSuperset(of: lines)
        }
        return GroupedFigure(
            key: key,
            table: table,
            axis: axis,
            block: block,
            lines: lines,
            position: position,
            groups: groups,
            total: total.flatMap { entry in
                table.number(axis, entry.line, position).map { (entry.line, $0) }
            }
        )
    }

    private static func key(
        _ table: AuditedTable,
        _ line: AuditedTable.Line,
        _ statistic: AuditedTable.Statistic
    ) -> Key? {
        switch line.role {
        case .item:
            table.scale.map {
                Key(
                    statistic: statistic,
                    subject: $0,
                    line: line.total == nil ? line.identity : totalOfItems
                )
            }
        case .answer, .statistic:
            (table.question ?? table.scale).map {
                Key(statistic: statistic, subject: $0, line: line.identity)
            }
        case .group: nil
        }
    }

    private static let totalOfItems = "total of its items"

    /// The items that a total is of; nil for a single item, or where the table does not show them.
    private var items: Set<String>? {
        let lines = table.lines(axis.other)
        guard let total = lines[position].total, !total.of.isEmpty else { return nil }
        return Set(total.of.map { lines[$0].identity })
    }

    /// Whether both are the same quantity, of the same people in other groups.
    func isSameQuantity(as other: GroupedFigure) -> Bool {
        key == other.key && (items == nil || other.items == nil || items == other.items)
    }
}
