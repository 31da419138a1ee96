import Report
import Testing

@Suite("Disclosure")
struct DisclosureTests {
    private let rule = Disclosure(least: 5)

    @Test("a table without small counts is shown whole")
    func nothingSmall() {
        let hidden = rule.hidden(
            groups: [[10, 20], [30, 40]],
            whole: [40, 60],
            wholeHidden: [false, false],
            rowsHidden: [false, false]
        )
        #expect(hidden == [[false, false], [false, false]])
    }

    @Test("zero points at nobody")
    func zero() {
        #expect(rule.hidden(whole: [0, 10, 20]) == [false, false, false])
    }

    @Test("a small count takes the next smallest of its row along")
    func row() {
        #expect(rule.hidden(whole: [3, 10, 20]) == [true, true, false])
    }

    @Test("two small counts that hold fewer than k together take a third along")
    func sum() {
        #expect(rule.hidden(whole: [1, 2, 10, 20]) == [true, true, true, false])
    }

    @Test("no hidden cell can be worked out from its row or its column")
    func columns() {
        let groups = [[3, 30, 30], [20, 40, 8], [50, 60, 70]]
        let hidden = rule.hidden(
            groups: groups,
            whole: [73, 130, 108],
            wholeHidden: [false, false, false],
            rowsHidden: [false, false, false]
        )
        #expect(hidden[0][0])
        for row in hidden { #expect(row.count { $0 } != 1) }
        for column in 0..<3 { #expect(hidden.count { $0[column] } != 1) }
    }

    @Test(
        "in random tables every hidden line has two cells and k people, or nothing left to hide",
        arguments: 0..<200
    )
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
        let wholeHidden = rule.hidden(whole: whole)
        let rowsHidden = groups.map { $0.reduce(0, +) < 25 }
        let hidden = rule.hidden(
            groups: groups,
            whole: whole,
            wholeHidden: wholeHidden,
            rowsHidden: rowsHidden
        )
        func check(_ cells: [(Int, Int)], above: Int) {
            let dark = cells.filter { hidden[$0.0][$0.1] }
            let left = cells.filter { !hidden[$0.0][$0.1] && groups[$0.0][$0.1] > 0 }
            guard dark.count + above > 0, !left.isEmpty else { return }
            #expect(dark.count + above >= 2)
            if !dark.isEmpty {
                #expect(dark.reduce(0) { $0 + groups[$1.0][$1.1] } >= 5)
            }
        }
        for row in 0..<rows where !rowsHidden[row] {
            check((0..<columns).map { (row, $0) }, above: 0)
        }
        for column in 0..<columns {
            check((0..<rows).map { ($0, column) }, above: wholeHidden[column] ? 1 : 0)
        }
        for row in 0..<rows {
            for column in 0..<columns where (1..<5).contains(groups[row][column]) {
                #expect(hidden[row][column])
            }
        }
    }
}
