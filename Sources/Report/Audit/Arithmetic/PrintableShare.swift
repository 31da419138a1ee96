/// How many of the values that could be printed some numbers of people can give.
extension GranularFigure {
    /// The most sums that are marked for one share.
    static let largestCost = 2_000_000
    /// So many printable values are counted one by one: percentages with two decimals are.
    static let mostValues = 10_000

    /// The share of the printable values that none of the numbers of people in `range` gives.
    ///
    /// The values are counted one by one, on 0 to 100 for a percentage and over one step of the scale
    /// for a mean, ties counted to both sides. The numbers of people do not fail apart from each other:
    /// whole shares keep others at a distance, 1/2 ± 1/(2n) with any n. So from 219 to 273 people no one
    /// prints 49.7 per cent, nor 15 other values of 1001; the product of the chances would be 2·10⁻⁷.
    ///
    /// - Returns: In 0...1. Where there are too many numbers to try, the largest are, and with very
    ///   many decimals the largest alone, which gives a share that is too large rather than too small.
    package func shareOfNone(in range: ClosedRange<Int>) -> Double {
        let period = number.scale * (isPercent ? 100 : 1)
        guard range.upperBound * items < period else { return 0 }
        guard period <= Self.mostValues else {
            return 1 - Double(range.upperBound * items) / Double(period)
        }
        var isGiven = [Bool](repeating: false, count: period + 1)
        var cost = 0
        for n in range.reversed() where n > 0 && cost < Self.largestCost {
            let steps = n * items
            cost += steps
            for sum in 0...steps {
                let middle = 2 * sum * period
                let first = max(0, (middle - steps + 2 * steps - 1) / (2 * steps))
                let last = min(period, (middle + steps) / (2 * steps))
                isGiven[first] = true
                isGiven[last] = true
            }
        }
        let missing = isGiven.count { !$0 }
        // The end of a percentage's scale is a value of its own, that of a step is the next one's start.
        return Double(missing) / Double(isPercent ? period + 1 : period)
    }
}
