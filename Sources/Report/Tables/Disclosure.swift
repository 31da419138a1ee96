/// Hides counts that would point at too few people, and as many more as are needed so that no hidden
/// count can be worked out from what is shown.
///
/// Counts stand in *lines* whose sums are known to the reader: the answers of one group (their sum is
/// printed as n), or one answer over all groups of a breakdown and the whole. Primary: a count from 1
/// to k − 1. Secondary, repeated until nothing changes: every line that hides a count hides at least
/// two, and where one of them is primary they hold k people together; and the lines, taken together as
/// linear equations in the hidden counts, determine none of the primary ones (Gauss–Jordan
/// elimination).
///
/// - SeeAlso: Hundepool et al. (2012), *Statistical Disclosure Control*, sections 4.2 and 4.4.
package struct Disclosure: Sendable, Hashable {
    /// A set of counts whose sum is known.
    package struct Line: Sendable, Hashable {
        /// The positions of the counts that make up the sum.
        package var parts: [Int]
        /// The position of the count that is their sum; nil where the sum is printed in any case.
        package var total: Int?

        package init(parts: [Int], total: Int? = nil) {
            self.parts = parts
            self.total = total
        }

        fileprivate var all: [Int] { parts + (total.map { [$0] } ?? []) }
    }

    /// The least number of people that a shown count may stand for.
    package let least: Int

    package init(least: Int) {
        self.least = least
    }

    /// Whether a count by itself points at too few people.
    package func points(_ count: Int) -> Bool {
        (1..<max(least, 1)).contains(count)
    }

    /// Which of `counts`, the parts of one known sum, are hidden; at least `fewest`, where any is.
    package func hidden(whole counts: [Int], fewest: Int = 2) -> [Bool] {
        var hidden = hidden(
            counts,
            lines: [Line(parts: Array(counts.indices))],
            alreadyHidden: counts.map { _ in false }
        )
        while hidden.contains(true), hidden.count(where: { $0 }) < fewest,
            let next = cheapest(Array(counts.indices), counts, hidden)
        {
            hidden[next] = true
        }
        return hidden
    }

    /// Which of `counts` are hidden.
    ///
    /// - Parameters:
    ///   - counts: The people behind each cell.
    ///   - lines: What a reader can add up.
    ///   - alreadyHidden: Cells that are hidden for another reason (too few for a reliable number).
    ///   - sensitive: Cells that must not be worked out; nil for those that point at too few people.
    /// - Returns: One flag a count.
    package func hidden(
        _ counts: [Int],
        lines: [Line],
        alreadyHidden: [Bool],
        sensitive: [Bool]? = nil
    ) -> [Bool] {
        let primary = sensitive ?? counts.map { points($0) }
        guard primary.contains(true) else { return alreadyHidden }
        // Cells hidden for another reason need no protection, but they help to give it.
        var secret = primary
        var hidden = zip(alreadyHidden, primary).map { $0 || $1 }
        while true {
            let next =
                lines.lazy.compactMap { open($0, counts, hidden, secret, primary) }.first
                ?? cellToBlur(counts, lines, hidden, secret, primary)
            guard let next else { return hidden }
            hidden[next] = true
            secret[next] = true
        }
    }

    /// The cell to hide next, where a line gives one of its secret cells away by itself.
    private func open(
        _ line: Line,
        _ counts: [Int],
        _ hidden: [Bool],
        _ secret: [Bool],
        _ primary: [Bool]
    ) -> Int? {
        guard line.all.contains(where: { secret[$0] }) else { return nil }
        let dark = line.parts.filter { hidden[$0] }
        let isTotalHidden = line.total.map { hidden[$0] } ?? false
        let people = dark.reduce(0) { $0 + counts[$1] }
        let isEnough =
            isTotalHidden || people >= least || !line.parts.contains { primary[$0] }
        let isSafe = dark.count + (isTotalHidden ? 1 : 0) >= 2 && isEnough
        return isSafe ? nil : cheapest(line.all, counts, hidden)
    }

    /// The shown cell among `cells` that stands for the fewest people; an empty one only at last.
    private func cheapest(_ cells: [Int], _ counts: [Int], _ hidden: [Bool]) -> Int? {
        let shown = cells.filter { !hidden[$0] }
        let peopled = shown.filter { counts[$0] > 0 }
        return (peopled.isEmpty ? shown : peopled).min { counts[$0] < counts[$1] }
    }

    /// The cell to hide next, where all lines together determine a primary cell.
    private func cellToBlur(
        _ counts: [Int],
        _ lines: [Line],
        _ hidden: [Bool],
        _ secret: [Bool],
        _ primary: [Bool]
    ) -> Int? {
        guard determined(lines, hidden).contains(where: { primary[$0] }) else { return nil }
        let beside = lines.filter { $0.all.contains { secret[$0] } }.flatMap(\.all)
        return cheapest(beside, counts, hidden)
    }

    /// The hidden cells that the lines determine as linear equations.
    private func determined(_ lines: [Line], _ hidden: [Bool]) -> [Int] {
        let unknown = hidden.indices.filter { hidden[$0] }
        let position = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
        var rows = lines.compactMap { line -> [Double]? in
            var row = [Double](repeating: 0, count: unknown.count)
            for cell in line.parts { if let place = position[cell] { row[place] += 1 } }
            if let total = line.total, let place = position[total] { row[place] -= 1 }
            return row.contains { $0 != 0 } ? row : nil
        }
        reduce(&rows)
        return rows.compactMap { row in
            let entries = row.indices.filter { abs(row[$0]) > 1e-9 }
            return entries.count == 1 ? unknown[entries[0]] : nil
        }
    }

    /// Brings `rows` into reduced row echelon form.
    private func reduce(_ rows: inout [[Double]]) {
        var pivotRow = 0
        for column in (rows.first ?? []).indices {
            guard
                let best = rows.indices.dropFirst(pivotRow).max(by: {
                    abs(rows[$0][column]) < abs(rows[$1][column])
                }), abs(rows[best][column]) > 1e-9
            else { continue }
            rows.swapAt(pivotRow, best)
            let pivot = rows[pivotRow][column]
            for index in rows[pivotRow].indices { rows[pivotRow][index] /= pivot }
            for row in rows.indices where row != pivotRow && abs(rows[row][column]) > 1e-12 {
                let factor = rows[row][column]
                for index in rows[row].indices {
                    rows[row][index] -= factor * rows[pivotRow][index]
                }
            }
            pivotRow += 1
        }
    }
}
