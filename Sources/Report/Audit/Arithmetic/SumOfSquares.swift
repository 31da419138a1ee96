/// What a sum of squares can be, given the sum of n whole numbers.
enum SumOfSquares {
    /// The least sum of squares, of numbers all equal or two neighbours.
    ///
    /// S = an + r gives (n − r)a² + r(a + 1)².
    static func least(sum: Int, n: Int) -> Int128 {
        let low = Fraction.floor(Int128(sum), over: Int128(n))
        let rest = Int128(sum) - low * Int128(n)
        return (Int128(n) - rest) * low * low + rest * (low + 1) * (low + 1)
    }

    /// The largest sum of squares with every number in `range`.
    ///
    /// As many as can be stand at its upper end, one in between, the others at its lower end. nil where
    /// no such numbers have that sum.
    static func most(sum: Int, n: Int, range: ClosedRange<Int>) -> Int128? {
        let (low, high) = (Int128(range.lowerBound), Int128(range.upperBound))
        let above = Int128(sum) - Int128(n) * low
        guard above >= 0, above <= Int128(n) * (high - low) else { return nil }
        guard high > low else { return Int128(n) * low * low }
        let (atTop, rest) = above.quotientAndRemainder(dividingBy: high - low)
        guard rest > 0 else { return atTop * high * high + (Int128(n) - atTop) * low * low }
        let middle = low + rest
        return atTop * high * high + middle * middle + (Int128(n) - atTop - 1) * low * low
    }
}
