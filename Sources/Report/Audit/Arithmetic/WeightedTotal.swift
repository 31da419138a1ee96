/// Where the figure for all people can lie, given the printed figures of groups that share no person.
///
/// It holds for means and for percentages. The groups must be all of the people: a group left out with
/// a share h of them widens the interval by h times the range of the scale.
///
/// Intervals are closed: whether the ends belong to them depends on how ties were rounded. Every
/// function returns nil without groups, and for figures beyond ``Exact``.
package enum WeightedTotal {
    /// The total between the groups, whatever their sizes or weights: from the least to the largest.
    package static func interval(
        of groups: [PrintedNumber],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        guard groups.allSatisfy(Exact.takes) else { return nil }
        let intervals = groups.map(rule.interval)
        guard let low = intervals.map(\.low).min(), let high = intervals.map(\.high).max() else {
            return nil
        }
        return ExactInterval(low, high)
    }

    /// The same as numbers; everything where nothing bounds it.
    static func hull(of groups: [PrintedNumber]) -> ClosedRange<Double> {
        interval(of: groups)?.values
            ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    }

    /// The total of groups of known sizes: Σ nᵢxᵢ / Σ nᵢ with every xᵢ within its rounding.
    ///
    /// Equal sizes give the plain mean of the groups, sizes of populations the weighted one.
    package static func interval(
        of groups: [PrintedNumber],
        sizes: [Int],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        interval(of: groups, sizes: sizes.map { $0...$0 }, rule: rule)
    }

    /// The total of groups whose sizes are known within ranges.
    ///
    /// Σ nᵢaᵢ / Σ nᵢ is least where the groups with small a have their largest size and all others
    /// their smallest; with the groups in order of a, every cut between the two is tried.
    ///
    /// `sizes` has one range a group, in their order, from 0 up; nil where all are 0.
    package static func interval(
        of groups: [PrintedNumber],
        sizes: [ClosedRange<Int>],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        guard groups.allSatisfy(Exact.takes) else { return nil }
        return interval(of: groups.map(rule.interval), sizes: sizes)
    }

    /// The same for figures that are known only within `intervals`.
    package static func interval(
        of intervals: [ExactInterval],
        sizes: [ClosedRange<Int>]
    ) -> ExactInterval? {
        precondition(intervals.count == sizes.count, "one size a group")
        guard !intervals.isEmpty,
            sizes.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= Exact.largestCount }),
            sizes.contains(where: { $0.upperBound > 0 })
        else { return nil }
        // All ends in one unit; those of printed figures are halves of their last digit.
        let scale = intervals.flatMap { [$0.low.denominator, $0.high.denominator] }
            .reduce(1) { $0 / Fraction.commonDivisor($0, $1) * $1 }
        func ends(_ end: (ExactInterval) -> Fraction) -> [Int128] {
            intervals.map { end($0).numerator * (scale / end($0).denominator) }
        }
        let least = extreme(ends(\.low), sizes) { $0 < $1 }
        let most = extreme(ends(\.high), sizes) { $0 > $1 }
        guard let least, let most else { return nil }
        return ExactInterval(
            Fraction(least.numerator, over: least.denominator * scale),
            Fraction(most.numerator, over: most.denominator * scale)
        )
    }

    /// The weighted mean that `isBetter` than all others that sizes within their ranges allow.
    private static func extreme(
        _ values: [Int128],
        _ sizes: [ClosedRange<Int>],
        isBetter: (Fraction, Fraction) -> Bool
    ) -> Fraction? {
        let order = values.indices.sorted { first, second in
            isBetter(Fraction(values[first]), Fraction(values[second]))
        }
        var size: Int128 = 0
        var sum: Int128 = 0
        for (value, range) in zip(values, sizes) {
            size += Int128(range.lowerBound)
            sum += Int128(range.lowerBound) * value
        }
        var best = size > 0 ? Fraction(sum, over: size) : nil
        for index in order {
            let more = Int128(sizes[index].upperBound - sizes[index].lowerBound)
            size += more
            sum += more * values[index]
            guard size > 0 else { continue }
            let mean = Fraction(sum, over: size)
            if best.map({ isBetter(mean, $0) }) ?? true { best = mean }
        }
        return best
    }
}
