/// The middle, the ends and the spread of some numbers.
package struct NumberSummary: Sendable, Hashable, Encodable {
    /// How many numbers there are.
    package let n: Int
    package let least: Double
    package let lowerQuartile: Double
    package let median: Double
    package let upperQuartile: Double
    package let greatest: Double
    package let mean: Double
    /// With n − 1 below; nil for a single number.
    package let standardDeviation: Double?

    /// The summary of the finite ones of `numbers`; nil when there is none.
    ///
    /// Quartiles are of type 7 of Hyndman & Fan (1996), "Sample quantiles in statistical packages",
    /// The American Statistician 50, 361–365: the default of R.
    package init?(_ numbers: some Sequence<Double>) {
        let sorted = numbers.filter(\.isFinite).sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        n = sorted.count
        least = first
        greatest = last
        lowerQuartile = quantile(0.25, ofSorted: sorted)
        median = quantile(0.5, ofSorted: sorted)
        upperQuartile = quantile(0.75, ofSorted: sorted)
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        self.mean = mean
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = n > 1 ? (squares / Double(n - 1)).squareRoot() : nil
    }
}

/// The quantile `p` of `sorted`, which must not be empty; type 7 of Hyndman & Fan (1996).
func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double {
    let place = Double(sorted.count - 1) * p
    let below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}

/// How many numbers lie in each of some intervals of equal, round width.
package struct Histogram: Sendable, Hashable, Encodable {
    /// The lower edge of the first interval.
    package let lower: Double
    package let width: Double
    /// How many numbers each interval holds; its upper edge belongs to the next.
    package let counts: [Int]
    /// Numbers beyond the last interval.
    package let beyond: Int

    /// The upper edge of the last interval.
    package var upper: Double { edge(counts.count) }

    /// The lower edge of the interval at `index`.
    package func edge(_ index: Int) -> Double { lower + Double(index) * width }

    /// The histogram of the finite ones of `numbers`, in 5 to 20 intervals (about √n of them).
    ///
    /// Numbers above `limit` are only counted as being beyond, so that a few very large ones do not
    /// squeeze the others into one interval. Nil when fewer than two different numbers lie within it.
    package init?(_ numbers: some Sequence<Double>, limit: Double = .infinity) {
        let all = numbers.filter(\.isFinite)
        let inside = all.filter { $0 <= limit }
        // Beyond 2^53 a Double no longer counts, and edges would fall together.
        guard let low = inside.min(), let high = inside.max(), high > low,
            max(abs(low), abs(high)) < 9e15
        else { return nil }
        let wanted = min(max(Double(inside.count).squareRoot().rounded(), 5), 20)
        let isWhole = inside.allSatisfy { $0 == $0.rounded() }
        let width = roundWidth((high - low) / wanted, isWhole: isWhole)
        lower = (low / width).rounded(.down) * width
        self.width = width
        let count = min(Int(((high - lower) / width).rounded(.down)) + 1, 64)
        var counts = [Int](repeating: 0, count: count)
        for number in inside {
            counts[min(max(Int((number - lower) / width), 0), count - 1)] += 1
        }
        self.counts = counts
        beyond = all.count - inside.count
    }
}

/// The next 1, 2, 2.5 or 5 times a power of ten from `width`; a whole number for whole numbers.
private func roundWidth(_ width: Double, isWhole: Bool) -> Double {
    var power = 1.0
    while power * 10 <= width { power *= 10 }
    while power > width, power > 1e-300 { power /= 10 }
    let steps = isWhole && power < 10 ? [1.0, 2, 5, 10] : [1.0, 2, 2.5, 5, 10]
    let round = (steps.first { $0 * power >= width } ?? 10) * power
    return isWhole ? max(1, round.rounded()) : round
}
