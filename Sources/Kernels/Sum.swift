/// The sum of `values` with Neumaier's compensation, so that row order hardly matters.
///
/// - SeeAlso: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
///   Summen", ZAMM 54, 39-51.
package func compensatedSum(_ values: [Double]) -> Double {
    compensatedSum(values.span)
}

/// The sum of a part of an array, as above.
package func compensatedSum(_ values: ArraySlice<Double>) -> Double {
    compensatedSum(values.span)
}

/// The sum of a span, as above.
package func compensatedSum(_ values: Span<Double>) -> Double {
    var sum = 0.0
    var lost = 0.0
    for position in values.indices {
        let value = values[position]
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }
    return sum + lost
}
