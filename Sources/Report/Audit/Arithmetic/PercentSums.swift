/// What rounding can do to the sum of percentages of one whole.
package enum PercentSums {
    /// How far the printed sum of `count` percentages of one whole can be from 100, in units of their
    /// last digit.
    ///
    /// Either rule ±⌊k/2⌋; ties up −⌊(k − 1)/2⌋…⌊k/2⌋; digits cut off −(k − 1)…0, the other way for
    /// ceiling. Ties to even or away from zero are among ties either way.
    ///
    /// - Precondition: `count` is above 0.
    package static func deviations(
        of count: Int,
        rule: RoundingRule = .either
    ) -> ClosedRange<Int> {
        precondition(count > 0, "a percentage")
        return switch rule {
        case .either, .halfEven: -(count / 2)...count / 2
        case .halfUp, .halfAway: -((count - 1) / 2)...count / 2
        case .halfDown: -(count / 2)...(count - 1) / 2
        case .floor, .trunc: -(count - 1)...0
        case .ceiling: 0...count - 1
        }
    }

    /// Where the unrounded sum of printed percentages lies; none of them is below 0.
    ///
    /// - Returns: nil without percentages and for figures beyond ``Exact``.
    package static func interval(
        of percents: [PrintedNumber],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        guard var interval = ItemsTotal.sum(of: percents, rule: rule) else { return nil }
        // A printed 0 hides half a unit above only.
        let scale = Int128(PrintedNumber.power(percents.map(\.decimals).max() ?? 0)) * 2
        let below = percents.reduce(Int128(0)) { sum, percent in
            let low = rule.interval(of: percent).low
            return sum + min(0, low.numerator * (scale / low.denominator))
        }
        let raised = interval.low.numerator * (scale / interval.low.denominator) - below
        interval.low = min(interval.high, Fraction(raised, over: scale))
        return interval
    }

    /// The chance that `count` percentages of one whole, rounded to the nearest, sum to exactly 100.
    ///
    /// All but one of the rounding errors are even between −½ and ½ of a unit; the sum is exact where
    /// theirs is within that too: P(|U₁ + … + U₍k₋₁₎| < ½). 1, 3/4, 2/3, … for 2, 3, 4 categories.
    ///
    /// - Returns: nil for none, and for more than 20, whose alternating sum needs more than 128 bits.
    /// - SeeAlso: Mosteller, Youtz & Zahn (1967), The Distribution of Sums of Rounded Percentages,
    ///   Demography 4(2), 850–858.
    package static func chanceOfHundred(count: Int) -> Fraction? {
        guard (1...20).contains(count) else { return nil }
        guard count > 1 else { return Fraction(1) }
        let errors = count - 1
        // Irwin and Hall's distribution at (m + 1)/2 and (m − 1)/2, in halves.
        let sum = part(of: errors, halves: errors + 1) - part(of: errors, halves: errors - 1)
        let divisor = (1...errors).reduce(Int128(1)) { $0 * Int128($1) * 2 }
        return Fraction(sum, over: divisor)
    }

    /// Σ (−1)^j·C(m, j)·(x − 2j)^m over 2j < x.
    private static func part(of errors: Int, halves: Int) -> Int128 {
        var sum: Int128 = 0
        var choices: Int128 = 1
        for j in 0...errors where 2 * j < halves {
            let power = (0..<errors).reduce(Int128(1)) { product, _ in
                product * Int128(halves - 2 * j)
            }
            sum += (j.isMultiple(of: 2) ? 1 : -1) * choices * power
            choices = choices * Int128(errors - j) / Int128(j + 1)
        }
        return sum
    }
}
