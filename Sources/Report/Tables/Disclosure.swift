/// Hides the cells of a table of counts that would point at too few people, and as many more as are
/// needed so that no hidden cell can be worked out from what is shown.
///
/// Primary: a count from 1 to k − 1. Secondary, repeated until nothing changes: in every row (its sum is
/// printed as n) and every column (its sum is the whole) hidden cells must be at least two and hold at
/// least k people together; else the smallest shown count of the line is hidden too.
///
/// The rule works on each table by itself. Tables that share margins are not protected jointly.
/// - SeeAlso: Hundepool et al. (2012), *Statistical Disclosure Control*, sections 4.2 and 4.4.
package struct Disclosure: Sendable, Hashable {
    /// The least number of people that a shown cell may stand for.
    package let least: Int

    package init(least: Int) {
        self.least = least
    }

    /// Which cells of `whole`, the counts of all respondents by answer, are hidden.
    package func hidden(whole: [Int]) -> [Bool] {
        hidden(groups: [whole], whole: nil, wholeHidden: [], rowsHidden: [false])[0]
    }

    /// Which cells of `groups` are hidden.
    ///
    /// - Parameters:
    ///   - groups: The counts, one row a group, one column an answer.
    ///   - whole: The counts of all respondents by answer; nil when they are not shown.
    ///   - wholeHidden: Which cells of `whole` are hidden already.
    ///   - rowsHidden: Groups that are hidden as a whole, for another reason.
    /// - Returns: A row a group, a column an answer.
    package func hidden(
        groups: [[Int]],
        whole: [Int]?,
        wholeHidden: [Bool],
        rowsHidden: [Bool]
    ) -> [[Bool]] {
        var hidden = zip(groups, rowsHidden).map { counts, isHidden in
            counts.map { isHidden || (1..<max(least, 1)).contains($0) }
        }
        let columns = groups.first?.count ?? 0
        var isChanged = true
        while isChanged {
            isChanged = false
            for row in groups.indices where !rowsHidden[row] {
                let line = (0..<columns).map { (row, $0) }
                if protect(line, of: groups, alreadyHidden: 0, in: &hidden) { isChanged = true }
            }
            guard whole != nil else { continue }
            for column in 0..<columns {
                let line = groups.indices.map { ($0, column) }
                let above = wholeHidden[column] ? 1 : 0
                if protect(line, of: groups, alreadyHidden: above, in: &hidden) { isChanged = true }
            }
        }
        return hidden
    }

    /// Hides one more cell of `line` where those hidden could be worked out; whether it did.
    private func protect(
        _ line: [(row: Int, column: Int)],
        of counts: [[Int]],
        alreadyHidden: Int,
        in hidden: inout [[Bool]]
    ) -> Bool {
        let hiddenCells = line.filter { hidden[$0.row][$0.column] }
        guard hiddenCells.count + alreadyHidden > 0 else { return false }
        let people = hiddenCells.reduce(0) { $0 + counts[$1.row][$1.column] }
        if hiddenCells.count + alreadyHidden >= 2, people >= least || hiddenCells.isEmpty {
            return false
        }
        let shown = line.filter { !hidden[$0.row][$0.column] && counts[$0.row][$0.column] > 0 }
        guard
            let next = shown.min(by: {
                counts[$0.row][$0.column] < counts[$1.row][$1.column]
            })
        else { return false }
        hidden[next.row][next.column] = true
        return true
    }
}
