/// The rows that every table of a report has, the whole and each group of each breakdown, and which of
/// them add up to which.
///
/// Row 0 is the whole; the groups of the breakdowns follow in order.
struct RowLines: Sendable {
    /// Where each breakdown's groups begin.
    let starts: [Int]
    let count: Int
    /// Groups that add up to the whole, or to a group of a coarser breakdown.
    let lines: [Disclosure.Line]

    init(_ breakdowns: [Breakdown]) {
        var starts: [Int] = []
        var next = 1
        for breakdown in breakdowns {
            starts.append(next)
            next += breakdown.groups.count
        }
        var lines: [Disclosure.Line] = []
        for (index, fine) in breakdowns.enumerated() {
            let rows = Array(starts[index]..<starts[index] + fine.groups.count)
            lines.append(.init(parts: rows, total: 0))
            for (other, coarse) in breakdowns.enumerated()
            where Set(coarse.variables).isStrictSubset(of: fine.variables) {
                for (group, parts) in Self.parts(of: fine, in: coarse).enumerated() {
                    lines.append(
                        .init(
                            parts: parts.map { starts[index] + $0 },
                            total: starts[other] + group
                        )
                    )
                }
            }
        }
        self.starts = starts
        count = next
        self.lines = lines.filter { !$0.parts.isEmpty }
    }

    /// For each group of `coarse`, the groups of `fine` that lie in it.
    private static func parts(of fine: Breakdown, in coarse: Breakdown) -> [[Int]] {
        var parts = [Set<Int>](repeating: [], count: coarse.groups.count)
        for (inner, outer) in zip(fine.codes, coarse.codes) where inner > 0 && outer > 0 {
            parts[outer - 1].insert(inner - 1)
        }
        return parts.map { $0.sorted() }
    }

    /// Values by row as the whole and the groups of each breakdown.
    func spread<Value>(_ rows: [Value]) -> Spread<Value> {
        Spread(
            whole: rows[0],
            groups: starts.indices.map { index in
                let end = index + 1 < starts.count ? starts[index + 1] : count
                return Array(rows[starts[index]..<end])
            }
        )
    }

    /// The lines of a table with `columns` cells a row: the row's sum, and each column down the rows.
    func tableLines(columns: Int) -> [Disclosure.Line] {
        let across = (0..<count).map { row in
            Disclosure.Line(parts: (0..<columns).map { row * columns + $0 })
        }
        let down = lines.flatMap { line in
            (0..<columns).map { column in
                Disclosure.Line(
                    parts: line.parts.map { $0 * columns + column },
                    total: line.total.map { $0 * columns + column }
                )
            }
        }
        return across + down
    }
}
