/// Comparisons of numbers that are known as intervals.
extension ClaimNumber {
    /// Two numbers in one unit: a share is made a percentage where the other is one.
    static func aligned(
        _ left: ClaimNumber,
        _ right: ClaimNumber
    ) -> (ClaimNumber, ClaimNumber) {
        if left.unit == .percent, right.unit == .share { return (left, right.times(100, .percent)) }
        if left.unit == .share, right.unit == .percent { return (left.times(100, .percent), right) }
        return (left, right)
    }

    /// Whether `left` is below `right`.
    ///
    /// A printed 2.70 is below a printed 2.71, though both may stand for 2.705: one report rounds
    /// all its figures by one rule. Two prints that are equal decide nothing, unless they are counts.
    static func less(_ left: ClaimNumber, _ right: ClaimNumber) -> ClaimTruth {
        let slack = slack(left, right)
        if left.low >= right.high - slack { return .fails }
        if left.high < right.low - slack { return .holds }
        return left.high <= right.low + slack && isOneRule(left, right) ? .holds : .undecided
    }

    static func lessOrEqual(_ left: ClaimNumber, _ right: ClaimNumber) -> ClaimTruth {
        let slack = slack(left, right)
        if left.high <= right.low + slack { return .holds }
        if left.low > right.high + slack { return .fails }
        return left.low >= right.high - slack && isOneRule(left, right) ? .fails : .undecided
    }

    /// Whether both were rounded to the same digit.
    private static func isOneRule(_ left: ClaimNumber, _ right: ClaimNumber) -> Bool {
        guard case .printed(let first) = left.nature, case .printed(let second) = right.nature
        else { return false }
        return first.decimals == second.decimals
    }

    /// What binary fractions may be off by; far below half a unit of nine decimals.
    private static func slack(_ left: ClaimNumber, _ right: ClaimNumber) -> Double {
        let sizes = [left.low, left.high, right.low, right.high].map(\.magnitude)
        return 1e-12 * max(1, sizes.filter(\.isFinite).max() ?? 1)
    }

    /// What it stands for where it equals something: a number in the claim is rounded, too.
    var rounded: ClosedRange<Double> {
        if case .literal(let print) = nature { return print.interval }
        return low...high
    }

    /// Whether the two may be the same figure.
    ///
    /// It holds where one as printed lies within the other; it fails where no value is both.
    static func equal(_ left: ClaimNumber, _ right: ClaimNumber) -> ClaimTruth {
        let (a, b) = (left.rounded, right.rounded)
        let slack = slack(left, right)
        let overlap = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
        if overlap < -slack { return .fails }
        if let first = left.print, let second = right.print, first.decimals == second.decimals {
            return first.units == second.units ? .holds : .fails
        }
        guard let first = left.point, let second = right.point else { return .undecided }
        let isInside = { (value: Double, range: ClosedRange<Double>) in
            value >= range.lowerBound - slack && value <= range.upperBound + slack
        }
        // Rounding to the print of the other side gives that print.
        if right.print != nil, isInside(first, b) { return .holds }
        if left.print != nil, isInside(second, a) { return .holds }
        return (first - second).magnitude <= slack ? .holds : .undecided
    }

    /// Whether `left` and `right` differ: known only where they cannot be the same.
    static func differs(_ left: ClaimNumber, _ right: ClaimNumber) -> ClaimTruth {
        switch equal(left, right) {
        case .fails: .holds
        case .undecided: .undecided
        case .holds:
            left.isExact && right.isExact && left.point == right.point ? .fails : .undecided
        }
    }

    /// Whether the two are no further apart than `margin`; ends count.
    static func near(_ left: ClaimNumber, _ right: ClaimNumber, _ margin: Double) -> ClaimTruth {
        let (a, b) = (left.low...left.high, right.low...right.high)
        let gap = max(0, b.lowerBound - a.upperBound, a.lowerBound - b.upperBound)
        let slack = slack(left, right)
        if gap > margin + slack { return .fails }
        guard let first = left.point, let second = right.point else { return .undecided }
        return (first - second).magnitude <= margin + slack ? .holds : .undecided
    }

    /// Whether `number` reaches `low`, which is a figure of the text and rounded as it rounds.
    static func reaches(_ low: ClaimNumber, _ number: ClaimNumber) -> ClaimTruth {
        if let first = low.print, let second = number.print, first.decimals == second.decimals {
            return second.units >= first.units ? .holds : .fails
        }
        let slack = slack(low, number)
        if number.high < low.rounded.lowerBound - slack { return .fails }
        guard let point = number.point, low.point != nil else { return .undecided }
        return point >= low.rounded.lowerBound - slack ? .holds : .undecided
    }

    /// Whether two figures that differ do so by one unit of the coarser one's last digit.
    ///
    /// Counts are not rounded: one person more is one person more.
    static func differsByOneUnit(_ left: ClaimNumber, _ right: ClaimNumber) -> Bool {
        guard let first = left.point, let second = right.point else { return false }
        let prints = [left, right].compactMap(\.print)
        guard let decimals = prints.map(\.decimals).min(), !(left.isWhole || right.isWhole) else {
            return false
        }
        let unit = 1 / Double(PrintedNumber.power(decimals))
        let units = ((first / unit).rounded() - (second / unit).rounded()).magnitude
        return units <= 1
    }
}
