/// A ratio of whole numbers, kept and compared without rounding.
///
/// Floating point made published checks of printed figures err to both sides at ties, such as 41/40
/// printed with two decimals.
package struct Fraction: Hashable, Sendable, Comparable {
    /// In lowest terms, so that equal ratios are equal values.
    package let numerator: Int128
    /// Above zero.
    package let denominator: Int128

    /// - Precondition: `denominator` is not zero.
    package init(_ numerator: Int128, over denominator: Int128 = 1) {
        precondition(denominator != 0, "a denominator other than zero")
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    package init(_ numerator: Int, over denominator: Int = 1) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    package var value: Double { Double(numerator) / Double(denominator) }

    package static func < (left: Fraction, right: Fraction) -> Bool {
        // Full width, since the products of large ones do not fit.
        let first = left.numerator.multipliedFullWidth(by: right.denominator)
        let second = right.numerator.multipliedFullWidth(by: left.denominator)
        return (first.high, first.low) < (second.high, second.low)
    }

    /// The largest whole number not above `numerator / denominator`; the denominator is above zero.
    static func floor(_ numerator: Int128, over denominator: Int128) -> Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The smallest whole number not below `numerator / denominator`; the denominator is above zero.
    static func ceiling(_ numerator: Int128, over denominator: Int128) -> Int128 {
        -floor(-numerator, over: denominator)
    }

    /// The largest whole number that divides both; both are above zero.
    static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        Int128(commonDivisor(first.magnitude, second.magnitude))
    }

    private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (large, small) = (first, second)
        while small > 0 { (large, small) = (small, large % small) }
        return large
    }
}

/// All values between two ends, each of which may or may not belong to it.
package struct ExactInterval: Hashable, Sendable {
    package var low: Fraction
    package var high: Fraction
    package var includesLow: Bool
    package var includesHigh: Bool

    package init(
        _ low: Fraction,
        _ high: Fraction,
        includesLow: Bool = true,
        includesHigh: Bool = true
    ) {
        self.low = low
        self.high = high
        self.includesLow = includesLow
        self.includesHigh = includesHigh
    }

    /// Both ends as numbers, the open ones included.
    var values: ClosedRange<Double> { low.value...high.value }

    /// Whether some value lies in both.
    package func meets(_ other: ExactInterval) -> Bool {
        let start = max(low, other.low)
        let end = min(high, other.high)
        if start < end { return true }
        return start == end && contains(start) && other.contains(start)
    }

    package func contains(_ value: Fraction) -> Bool {
        if value == low { return includesLow && (value != high || includesHigh) }
        if value == high { return includesHigh }
        return low < value && value < high
    }

    /// The whole numbers S for which S / `count` lies in it; nil where there is none.
    ///
    /// `count` is above zero and at most ten to the power of 12.
    package func wholes(per count: Int128) -> ClosedRange<Int>? {
        var first = Fraction.ceiling(low.numerator * count, over: low.denominator)
        var last = Fraction.floor(high.numerator * count, over: high.denominator)
        if !includesLow, first * low.denominator == low.numerator * count { first += 1 }
        if !includesHigh, last * high.denominator == high.numerator * count { last -= 1 }
        guard first <= last, let lower = Int(exactly: first), let upper = Int(exactly: last) else {
            return nil
        }
        return lower...upper
    }
}

/// How large the figures may be that the arithmetic of printed figures takes.
///
/// Products of the largest ones still fit into 128 bits. Figures beyond are not judged at all.
package enum Exact {
    package static let largestCount = 1_000_000_000
    package static let largestUnits = 1_000_000_000_000_000

    package static func takes(_ number: PrintedNumber) -> Bool {
        number.units.magnitude <= largestUnits.magnitude && (0...9).contains(number.decimals)
    }

    package static func takes(_ count: Int) -> Bool { (1...largestCount).contains(count) }

    /// The sum of `units`; nil where it is beyond what is judged.
    static func sum(_ units: [Int]) -> Int? {
        let sum = units.reduce(Int128(0)) { $0 + Int128($1) }
        return sum.magnitude <= largestUnits.magnitude ? Int(sum) : nil
    }
}
