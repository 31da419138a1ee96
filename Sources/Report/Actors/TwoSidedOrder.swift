/// An order of the vertices of two sides under which few of the ties between them cross.
///
/// The barycentre rule: each side in turn is sorted by the mean position of its neighbours, until
/// nothing changes; the best order met is kept, the first of equals. It depends on nothing but its
/// input, and never crosses more often than the order given.
///
/// - SeeAlso: Sugiyama, Tagawa & Toda (1981), Methods for visual understanding of hierarchical system
///   structures, *IEEE Transactions on Systems, Man, and Cybernetics* 11(2).
package struct TwoSidedOrder: Sendable, Hashable {
    /// The vertices of each side from above.
    package private(set) var left: [Int]
    package private(set) var right: [Int]
    /// How many pairs of ties cross.
    package private(set) var crossings: Int

    /// An order of the vertices `left` and `right`, which are tied as `ties` say.
    package init(left: [Int], right: [Int], ties: [(left: Int, right: Int)]) {
        self.left = left
        self.right = right
        crossings = Self.crossings(left, right, ties)
        var (one, other) = (left, right)
        // Each round but the last changes something; orders may come again, so rounds are bounded.
        for _ in 0..<24 where crossings > 0 {
            let before = (one, other)
            other = Self.sorted(other, by: one, ties.map { (own: $0.right, opposite: $0.left) })
            one = Self.sorted(one, by: other, ties.map { (own: $0.left, opposite: $0.right) })
            let found = Self.crossings(one, other, ties)
            if found < crossings { (self.left, self.right, crossings) = (one, other, found) }
            if before == (one, other) { break }
        }
    }

    /// The vertices by the mean position of their neighbours in `opposite`; equals stay in order.
    private static func sorted(
        _ vertices: [Int],
        by opposite: [Int],
        _ ties: [(own: Int, opposite: Int)]
    ) -> [Int] {
        let positions = Dictionary(opposite.enumerated().map { ($1, $0) }) { first, _ in first }
        var sums: [Int: (total: Int, count: Int)] = [:]
        for tie in ties {
            guard let position = positions[tie.opposite] else { continue }
            let sum = sums[tie.own] ?? (0, 0)
            sums[tie.own] = (sum.total + position, sum.count + 1)
        }
        return vertices.enumerated().sorted { one, other in
            let (first, second) = (sums[one.element] ?? (0, 1), sums[other.element] ?? (0, 1))
            // Means are compared as whole numbers, so that equals are equal.
            let (low, high) = (first.total * second.count, second.total * first.count)
            return low == high ? one.offset < other.offset : low < high
        }
        .map(\.element)
    }

    private static func crossings(
        _ left: [Int],
        _ right: [Int],
        _ ties: [(left: Int, right: Int)]
    ) -> Int {
        let rows = Dictionary(left.enumerated().map { ($1, $0) }) { first, _ in first }
        let columns = Dictionary(right.enumerated().map { ($1, $0) }) { first, _ in first }
        let ends = ties.compactMap { tie -> (Int, Int)? in
            guard let row = rows[tie.left], let column = columns[tie.right] else { return nil }
            return (row, column)
        }
        var crossings = 0
        for (index, one) in ends.enumerated() {
            for other in ends[(index + 1)...]
            where (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1) {
                crossings += 1
            }
        }
        return crossings
    }
}
