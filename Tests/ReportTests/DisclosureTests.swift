import Report
import Testing

@Suite("Disclosure")
struct DisclosureTests {
    private let rule = Disclosure(least: 5)

    /// A table with the sums of its rows and columns known: row 0 is the whole.
    private func lines(rows: Int, columns: Int) -> [Disclosure.Line] {
        let across = (0..<rows).map { row in
            Disclosure.Line(parts: (0..<columns).map { row * columns + $0 })
        }
        let down = (0..<columns).map { column in
            Disclosure.Line(parts: (1..<rows).map { $0 * columns + column }, total: column)
        }
        return across + down
    }

    private func none(_ counts: [Int]) -> [Bool] {
        counts.map { _ in false }
    }

    @Test("a table without small counts is shown whole")
    func nothingSmall() {
        let counts = [40, 60, 10, 20, 30, 40]
        let hidden = rule.hidden(
            counts,
            lines: lines(rows: 3, columns: 2),
            alreadyHidden: none(counts)
        )
        #expect(hidden == none(counts))
    }

    @Test(
        "a small count takes as many along as hide it",
        arguments: [
            ([0, 10, 20], [false, false, false]), ([3, 10, 20], [true, true, false]),
            ([1, 2, 10, 20], [true, true, true, false]), ([3, 0, 20], [true, false, true]),
            ([5, 6], [false, false]), ([3], [true]),
        ]
    )
    func row(counts: [Int], expected: [Bool]) {
        #expect(rule.hidden(whole: counts) == expected)
    }

    @Test("at least four counts are hidden where the mean gives two more sums away")
    func fewest() {
        #expect(rule.hidden(whole: [3, 10, 20, 30, 40], fewest: 4).count { $0 } == 4)
        #expect(rule.hidden(whole: [10, 20, 30], fewest: 4) == [false, false, false])
    }

    @Test("a hidden cell of a crossing does not follow from its margin")
    func crossing() {
        // The whole, by place (2), by place and sex (4); each with two answers.
        let counts = [60, 60, 40, 43, 20, 17, 38, 3, 2, 40, 11, 8, 9, 9]
        var lines = (0..<7).map { Disclosure.Line(parts: [$0 * 2, $0 * 2 + 1]) }
        for column in 0..<2 {
            lines.append(.init(parts: [2 + column, 4 + column], total: column))
            lines.append(.init(parts: [6 + column, 8 + column], total: 2 + column))
            lines.append(.init(parts: [10 + column, 12 + column], total: 4 + column))
        }
        let hidden = rule.hidden(counts, lines: lines, alreadyHidden: none(counts))
        #expect(hidden[7] && hidden[8])
        #expect(attack(counts, lines, hidden) == [])
    }

    @Test("no small count of a random table can be worked out by adding up", arguments: 0..<150)
    func random(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: UInt64) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % bound)
        }
        let rows = 2 + next(6)
        let columns = 2 + next(5)
        let groups = (0..<rows).map { _ in
            (0..<columns).map { _ in next(3) == 0 ? next(6) : next(90) }
        }
        let whole = (0..<columns).map { column in groups.reduce(0) { $0 + $1[column] } }
        let counts = whole + groups.flatMap { $0 }
        let lines = lines(rows: rows + 1, columns: columns)
        let already = ([false] + groups.map { $0.reduce(0, +) < 25 })
            .flatMap { Array(repeating: $0, count: columns) }
        let hidden = rule.hidden(counts, lines: lines, alreadyHidden: already)
        for (count, isHidden) in zip(counts, hidden) where (1..<5).contains(count) {
            #expect(isHidden)
        }
        #expect(attack(counts, lines, hidden) == [])
    }

    /// The small counts that somebody can work out who tries other values for the hidden counts.
    ///
    /// Independent of the rule's algebra: a count is safe when a second table fits everything that is
    /// shown and differs in it. Such tables are looked for by moving one person round a circle of hidden
    /// cells, which is how two tables with the same sums differ at the least.
    private func attack(_ counts: [Int], _ lines: [Disclosure.Line], _ hidden: [Bool]) -> [Int] {
        let linesOfCell = counts.indices.map { cell in
            lines.indices.filter { lines[$0].parts.contains(cell) || lines[$0].total == cell }
        }
        return counts.indices.filter { cell in
            guard (1..<5).contains(counts[cell]) else { return false }
            return ![1, -1].contains { step in
                canMove(cell, by: step, counts, lines, linesOfCell, hidden)
            }
        }
    }

    /// Whether `cell` can change by `step` with other hidden cells making up for it, none below zero.
    ///
    /// Depth-first over sets of changes of ±1, mending the first broken line each time.
    private func canMove(
        _ cell: Int,
        by step: Int,
        _ counts: [Int],
        _ lines: [Disclosure.Line],
        _ linesOfCell: [[Int]],
        _ hidden: [Bool]
    ) -> Bool {
        var change: [Int: Int] = [:]
        change[cell] = step
        var tries = 0
        func error(_ line: Disclosure.Line) -> Int {
            let parts = line.parts.reduce(0) { $0 + (change[$1] ?? 0) }
            return parts - (line.total.map { change[$0] ?? 0 } ?? 0)
        }
        func mend() -> Bool {
            tries += 1
            guard tries < 20_000, change.count <= 24 else { return false }
            let touched = Set(change.keys.flatMap { linesOfCell[$0] })
            guard let broken = touched.sorted().first(where: { error(lines[$0]) != 0 }) else {
                return true
            }
            let line = lines[broken]
            let excess = error(line)
            for other in line.parts + (line.total.map { [$0] } ?? [])
            where hidden[other] && change[other] == nil {
                let sign = other == line.total ? 1 : -1
                let move = excess > 0 ? sign : -sign
                guard counts[other] + move >= 0 else { continue }
                change[other] = move
                if mend() { return true }
                change[other] = nil
            }
            return false
        }
        guard counts[cell] + step >= 0 else { return false }
        return mend()
    }
}
