/// Where a scale's score can lie, given the printed means of its items.
///
/// It holds where every person answered every item, or where the score was made of the items' means.
/// Scores of persons with unanswered items need not obey it. Intervals are closed; functions return nil
/// without items and for figures beyond ``Exact``.
package enum ItemsTotal {
    /// The mean of the items: the mean of the printed ones, give or take the mean of their half units.
    package static func mean(
        of items: [PrintedNumber],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        sum(of: items, over: items.count, rule: rule)
    }

    /// The sum of the items, give or take the sum of their half units.
    package static func sum(
        of items: [PrintedNumber],
        rule: RoundingRule = .either
    ) -> ExactInterval? {
        sum(of: items, over: 1, rule: rule)
    }

    private static func sum(
        of items: [PrintedNumber],
        over divisor: Int,
        rule: RoundingRule
    ) -> ExactInterval? {
        guard !items.isEmpty, items.allSatisfy(Exact.takes) else { return nil }
        let decimals = items.map(\.decimals).max() ?? 0
        let scale = 2 * Int128(PrintedNumber.power(decimals))
        let intervals = items.map(rule.interval)
        func total(_ end: (ExactInterval) -> Fraction) -> Fraction {
            let sum = intervals.reduce(Int128(0)) { sum, interval in
                let value = end(interval)
                return sum + value.numerator * (scale / value.denominator)
            }
            return Fraction(sum, over: scale * Int128(divisor))
        }
        return ExactInterval(total(\.low), total(\.high))
    }
}
