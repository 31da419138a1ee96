import RealModule

/// The sums of products of `values` with each row of `factors`: one sum a row.
///
/// - Parameters:
///   - factors: Rows of `width` numbers, one after the other.
///   - width: The numbers in a row.
///   - positions: The places in a row that belong to `values`; nil for all of them in order.
///   - values: As many as there are places.
/// - Returns: One sum a row.
package func products(
    of factors: [Double],
    width: Int,
    at positions: [Int32]?,
    with values: [Double]
) -> [Double] {
    precondition(values.count == positions?.count ?? width, "one value a place")
    let rowCount = width > 0 ? factors.count / width : 0
    let values = values.span
    return (0..<rowCount).map { row in
        let factors = factors.span.extracting(row * width..<(row + 1) * width)
        guard let positions else { return product(of: factors, with: values) }
        return product(of: factors, at: positions.span, with: values)
    }
}

@inline(__always)
private func product(of factors: Span<Double>, with values: Span<Double>) -> Double {
    precondition(factors.count == values.count, "one value a place")
    var sum = 0.0
    for place in values.indices {
        sum = Relaxed.multiplyAdd(factors[place], values[place], sum)
    }
    return sum
}

@inline(__always)
private func product(
    of factors: Span<Double>,
    at positions: Span<Int32>,
    with values: Span<Double>
) -> Double {
    var sum = 0.0
    for place in values.indices {
        sum = Relaxed.multiplyAdd(factors[Int(positions[place])], values[place], sum)
    }
    return sum
}
