package import Kernels

/// The probability that each unit is in a sample of `count` units drawn in proportion to `sizes`.
///
/// A unit larger than its share is certain; the others share what is left, and the step is repeated
/// until none of them is. The probabilities sum to `count`.
///
/// - Precondition: No negative size; at most as many units are drawn as have a size above zero.
/// - SeeAlso: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, 3.6.2; R
///   `sampling::inclusionprobabilities`.
package func inclusionProbabilities(sizes: [Double], count: Int) -> [Double] {
    precondition(sizes.count { $0 > 0 } >= count, "no more units than there are")
    var isCertain = [Bool](repeating: false, count: sizes.count)
    var certain = 0
    while true {
        let open = sizes.indices.filter { !isCertain[$0] }
        let total = compensatedSum(open.map { sizes[$0] })
        let left = Double(count - certain)
        let found = open.filter { sizes[$0] > 0 && left * sizes[$0] >= total }
        guard !found.isEmpty, left > 0 else {
            return sizes.indices.map { index in
                isCertain[index] ? 1 : total > 0 ? left * sizes[index] / total : 0
            }
        }
        for index in found { isCertain[index] = true }
        certain += found.count
    }
}

/// The positions that a systematic sample hits: one for every time that the running sum of
/// `probabilities` passes a whole number plus `start`.
///
/// Neighbours in the list are seldom drawn together, so its order stratifies. A unit whose expected
/// number of hits is above 1 can be hit several times; then it stands several times in the result.
///
/// - Parameters:
///   - probabilities: The expected hits of each unit; their sum is the number of units drawn.
///   - start: From 0 up to 1, without 1; drawn at random.
/// - Returns: Positions in the list, ascending.
/// - SeeAlso: Madow (1949), On the Theory of Systematic Sampling, II, Ann. Math. Statist. 20(3);
///   R `sampling::UPsystematic`.
package func systematicSample(probabilities: [Double], start: Double) -> [Int] {
    systematicSample(cumulated: cumulated(probabilities), start: start)
}

/// The running sums of `probabilities`, as ``systematicSample(cumulated:start:)`` reads them.
///
/// A sum within a billionth of a whole number is that number, so that rounding neither adds a hit nor
/// loses one.
package func cumulated(_ probabilities: [Double]) -> [Double] {
    var sum = 0.0
    return probabilities.map { probability in
        sum += probability
        let whole = sum.rounded()
        return abs(sum - whole) < 1e-9 ? whole : sum
    }
}

/// A systematic sample by running sums, to draw many from one list.
package func systematicSample(cumulated: [Double], start: Double) -> [Int] {
    var hits: [Int] = []
    var next = start
    var low = 0
    while true {
        // The first running sum above `next`, by bisection from the last hit on.
        var high = cumulated.count
        while low < high {
            let middle = (low + high) / 2
            if cumulated[middle] > next { high = middle } else { low = middle + 1 }
        }
        guard low < cumulated.count else { return hits }
        hits.append(low)
        next += 1
    }
}

/// A simple random sample of `count` of the positions below `total`, in ascending order.
package func simpleRandomSample(
    _ count: Int,
    of total: Int,
    using generator: inout SeededGenerator
) -> [Int] {
    generator.positions(count, of: total)
}

/// Every k-th position from a random start, k = total/count; fractions of k are kept.
package func systematicRandomSample(
    _ count: Int,
    of total: Int,
    using generator: inout SeededGenerator
) -> [Int] {
    precondition(count <= total, "no more positions than there are")
    guard count > 0 else { return [] }
    let step = Double(total) / Double(count)
    let start = generator.uniform()
    return (0..<count).map { min(total - 1, Int((Double($0) + start) * step)) }
}
