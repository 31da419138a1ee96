import Kernels
import Survey

/// The ranks that each of several groups may have, the highest first.
///
/// Every two groups are tested against each other, and the tests of all pairs are held together by Holm's
/// rule: with 95 per cent the true ranks of all groups lie in their ranges at once. A group's best rank is
/// one more than the number of groups that are surely above it, its worst the number of those that are
/// not surely below it, itself included.
///
/// - SeeAlso: Mogstad, Romano, Shaikh & Wilhelm (2024), Inference for Ranks with Applications to Mobility
///   across Neighbourhoods and Academic Achievement across Countries, Review of Economic Studies 91(1),
///   476–518, section 3; tests by Holm (1979).
package struct RankSets: Sendable, Hashable {
    /// The groups that take part, by their position in the breakdown.
    package let groups: [Int]
    /// The range of each of `groups`.
    package let ranges: [ClosedRange<Int>]
    /// For each of `groups`, the positions in the breakdown of those that it is not told from.
    package let rivals: [[Int]]

    /// The ranks of `groups`, from the differences of each pair, the first less the second.
    ///
    /// - Parameters:
    ///   - groups: Positions in the breakdown.
    ///   - difference: The difference of two positions in `groups`, the first below the second.
    /// - Throws: What `difference` throws.
    init<Fault: Error>(
        _ groups: [Int],
        difference: (Int, Int) throws(Fault) -> GroupDifference
    ) throws(Fault) {
        var pairs: [(first: Int, second: Int, difference: GroupDifference)] = []
        for first in groups.indices {
            for second in (first + 1)..<max(groups.count, first + 1) {
                pairs.append((first, second, try difference(first, second)))
            }
        }
        let holm = adjusted(pairs.map { $0.difference.p ?? 1 }, by: .holm)
        var above = [Int](repeating: 0, count: groups.count)
        var below = above
        var rivals = [[Int]](repeating: [], count: groups.count)
        for (pair, p) in zip(pairs, holm) {
            guard p < GroupDifference.level else {
                rivals[pair.first].append(groups[pair.second])
                rivals[pair.second].append(groups[pair.first])
                continue
            }
            let isFirstHigher = pair.difference.estimate.value > 0
            above[isFirstHigher ? pair.second : pair.first] += 1
            below[isFirstHigher ? pair.first : pair.second] += 1
        }
        self.groups = groups
        self.rivals = rivals
        ranges = groups.indices.map { (above[$0] + 1)...(groups.count - below[$0]) }
    }
}
