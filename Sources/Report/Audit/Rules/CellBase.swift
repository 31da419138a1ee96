/// How many people a printed figure is based on, and where the report says so.
struct CellBase: Hashable {
    /// The line whose base it is; figures of one source share their people.
    enum Source: Hashable {
        case row(Int)
        case column(Int)
        /// The cell with the base of one row for one group.
        case cell(Int, Int)
        case table
    }

    /// More people than this are not tried.
    static let most = 100_000

    let base: AuditedBase
    let source: Source
    /// Whether the report says that all of them answered; else it is only likely.
    let isSaid: Bool

    /// The numbers of people that the figure may be of; nil where they are too many to try.
    var candidates: ClosedRange<Int>? {
        let upper = base.range.upperBound
        let lower = base.answered.lowerBound
        guard lower >= 1, upper <= Self.most, upper - lower < 1_000 else { return nil }
        return lower...upper
    }

    /// The one number of people, where there is no doubt about it.
    var exact: Int? {
        guard let candidates, base.isAnswered, candidates.count == 1 else { return nil }
        return candidates.lowerBound
    }

    /// The base of a figure: of the group that it is about, else of the item, else of the table.
    ///
    /// A figure of two crossed groups has none, since the bases that are printed are of each alone.
    static func of(row: Int, column: Int, in table: AuditedTable) -> CellBase? {
        let down = table.rows[row]
        let across = table.columns[column]
        if let own = own(row: row, column: column, in: table) { return own }
        switch (down.role == .group, across.role == .group) {
        case (true, true):
            if across.total != nil { return along(.rows, row, column, table) }
            return down.total != nil ? along(.columns, column, row, table) : nil
        case (true, false): return along(.rows, row, column, table)
        case (false, true): return along(.columns, column, row, table)
        case (false, false):
            if down.role == .item, let base = along(.rows, row, column, table) { return base }
            if across.role == .item, let base = along(.columns, column, row, table) { return base }
            return table.n.map { CellBase(base: $0, source: .table, isSaid: true) }
        }
    }

    /// The base beside a figure of the same group: "Men n" of "Men Mean".
    ///
    /// Where it is the same for all items, it may count those who were asked.
    private static func own(row: Int, column: Int, in table: AuditedTable) -> CellBase? {
        guard let subject = table.columns[column].subject,
            table.statistic(row: row, column: column) != .base
        else { return nil }
        let bases = table.columns.indices.filter {
            table.columns[$0].subject == subject && table.columns[$0].statistic == .base
        }
        guard bases.count == 1, let n = people(table.cells[row][bases[0]].number) else {
            return nil
        }
        let all = table.rows.indices.filter { table.rows[$0].role == .item }
            .compactMap { people(table.cells[$0][bases[0]].number) }
        let isShared = all.count > 1 && Set(all).count == 1
        let said =
            table.columns[column].n.flatMap { $0.isAnswered ? true : nil } ?? table.n?.isAnswered
        let base = AuditedBase(n, isAnswered: said ?? !isShared)
        return CellBase(base: base, source: .cell(row, bases[0]), isSaid: said != nil)
    }

    /// The base of line `line` of `axis`, for its figure at `position`.
    private static func along(
        _ axis: AuditAxis,
        _ line: Int,
        _ position: Int,
        _ table: AuditedTable
    ) -> CellBase? {
        let own = table.lines(axis)[line]
        let across = table.lines(axis.other)
        let statistic = table.statistic(axis, line, position)
        let bases = across.indices.filter { table.statistic(axis, line, $0) == .base }
        let alike = across.indices.filter { table.statistic(axis, line, $0) == statistic }
        let printed = partner(of: position, among: bases, alike: alike)
            .flatMap { people(table.number(axis, line, $0)) }
        let items = across.count { $0.role == .item }
        let alikeBases = table.lines(axis).indices.filter { table.lines(axis)[$0].role == .item }
            .map { line in bases.compactMap { people(table.number(axis, line, $0)) } }
        let source: Source = axis == .rows ? .row(line) : .column(line)
        return base(own, printed, isShared: items > 1 || isConstant(alikeBases, own), of: table)
            .map { CellBase(base: $0.base, source: source, isSaid: $0.isSaid) }
            ?? whole(own, table)
    }

    /// The line among `candidates` that belongs to `position`: the only one, or the one of its rank where
    /// there are as many as lines `alike`.
    static func partner(of position: Int, among candidates: [Int], alike: [Int]) -> Int? {
        if candidates.count == 1 { return candidates[0] }
        guard candidates.count == alike.count, let rank = alike.firstIndex(of: position) else {
            return nil
        }
        return candidates[rank]
    }

    /// Items that all have one base may print those asked.
    private static func isConstant(_ bases: [[Int]], _ line: AuditedTable.Line) -> Bool {
        line.role == .item && bases.count > 1 && Set(bases).count == 1
    }

    /// The base of a line: the printed one, else the one that is said of it.
    ///
    /// A base of several items may count people of whom some left one out, unless it is said otherwise.
    private static func base(
        _ line: AuditedTable.Line,
        _ printed: Int?,
        isShared: Bool,
        of table: AuditedTable
    ) -> (base: AuditedBase, isSaid: Bool)? {
        guard let printed else { return line.n.map { ($0, true) } }
        let said = line.n?.isAnswered ?? table.n?.isAnswered
        return (AuditedBase(printed, isAnswered: said ?? !isShared), said != nil)
    }

    /// The table's base holds for lines of all people.
    private static func whole(_ line: AuditedTable.Line, _ table: AuditedTable) -> CellBase? {
        let isWhole =
            line.role != .group || line.total.map { $0.by == .pooled && $0.isExhaustive } == true
        return isWhole ? table.n.map { CellBase(base: $0, source: .table, isSaid: true) } : nil
    }

    private static func people(_ number: PrintedNumber?) -> Int? {
        guard let number, number.decimals == 0, number.units > 0, !number.isPercent
        else { return nil }
        return number.units
    }
}
