import RealModule

/// The weighted sums of one variable over segments of rows.
package struct SegmentSums: Sendable {
    /// Rows with a value.
    package private(set) var n: [Int32]
    /// The sum of their weights w.
    package private(set) var weight: [Double]
    /// The sum of w y, y being the value less the center.
    package private(set) var value: [Double]
    /// The sum of w y².
    package private(set) var square: [Double]

    private init(segments: Int) {
        n = [Int32](repeating: 0, count: segments)
        weight = [Double](repeating: 0, count: segments)
        value = weight
        square = weight
    }

    /// Sums whole numbers of one byte; `Int8.min` is no value.
    ///
    /// - Parameters:
    ///   - bytes: One value a row.
    ///   - order: The rows in the order of segments; nil when they stand in that order.
    ///   - weights: One weight for each position of the order.
    ///   - totals: The sum of the weights of each segment.
    ///   - starts: Where each segment starts in the order, and last where the last one ends.
    package init(
        _ bytes: [Int8],
        order: [Int32]?,
        weights: [Double],
        totals: [Double],
        starts: [Int32]
    ) {
        self.init(segments: starts.count - 1)
        let values = ByteTerms.values
        let isComplete = ByteTerms.isComplete(bytes)
        for segment in n.indices {
            let range = Int(starts[segment])..<Int(starts[segment + 1])
            let sums: SIMD2<Double>
            if let order {
                sums = ByteTerms.sums(bytes, order, range, weights, values)
            } else {
                sums = ByteTerms.sums(bytes, range, weights, values)
            }
            (value[segment], square[segment]) = (sums.x, sums.y)
            if isComplete {
                n[segment] = Int32(truncatingIfNeeded: range.count)
                weight[segment] = totals[segment]
                continue
            }
            var found: Int32 = 0
            var weighed = 0.0
            for position in range {
                let row = order.map { Int($0[position]) } ?? position
                let has = bytes[row] != .min
                found += has ? 1 : 0
                weighed += has ? weights[position] : 0
            }
            n[segment] = found
            weight[segment] = weighed
        }
    }

    /// Sums `numbers` less `center`; NaN is no value.
    ///
    /// The other parameters are as for bytes.
    package init(
        _ numbers: [Double],
        center: Double,
        order: [Int32]?,
        weights: [Double],
        starts: [Int32]
    ) {
        self.init(segments: starts.count - 1)
        let all = numbers.span
        let weights = weights.span
        for segment in n.indices {
            let range = Int(starts[segment])..<Int(starts[segment + 1])
            var sums = Sums()
            if let order {
                let rows = order.span.extracting(range)
                let w = weights.extracting(range)
                for i in rows.indices { sums.add(all[Int(rows[i])] - center, w[i]) }
            } else {
                let y = all.extracting(range)
                let w = weights.extracting(range)
                for i in y.indices { sums.add(y[i] - center, w[i]) }
            }
            keep(sums, segment)
        }
    }

    private mutating func keep(_ sums: Sums, _ segment: Int) {
        n[segment] = Int32(truncatingIfNeeded: sums.n)
        weight[segment] = sums.w
        value[segment] = sums.y
        square[segment] = sums.yy
    }
}

/// The sums of one segment; without branches, so that the compiler can do several rows at once.
private struct Sums {
    var n = 0
    var w = 0.0
    var y = 0.0
    var yy = 0.0

    @inline(__always)
    mutating func add(_ number: Double, _ weight: Double) {
        let has = !number.isNaN
        let used = has ? weight : 0
        let value = has ? number : 0
        n += has ? 1 : 0
        w = Relaxed.sum(w, used)
        y = Relaxed.sum(y, used * value)
        yy = Relaxed.sum(yy, used * value * value)
    }
}

/// y and y² of every byte, looked up: quicker than to work them out row by row; 0 for no value.
private enum ByteTerms {
    static let values: [SIMD2<Double>] = (0..<256).map { byte in
        let number = Int8(truncatingIfNeeded: byte)
        guard number != .min else { return .zero }
        let value = Double(number)
        return SIMD2(value, value * value)
    }

    /// Whether no byte stands for no value.
    static func isComplete(_ bytes: [Int8]) -> Bool {
        var lowest = UInt8.max
        for byte in bytes { lowest = min(lowest, UInt8(bitPattern: byte) ^ 0x80) }
        return lowest > 0
    }

    /// Σ w y and Σ w y² of the rows of `range`.
    ///
    /// Four sums stand side by side, since each addition waits for the one before it.
    static func sums(
        _ bytes: [Int8],
        _ range: Range<Int>,
        _ weights: [Double],
        _ values: [SIMD2<Double>]
    ) -> SIMD2<Double> {
        let bytes = bytes.span.extracting(range)
        let weights = weights.span.extracting(range)
        let values = values.span
        var (a, b) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        var (c, d) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        var row = 0
        while row + 3 < bytes.count {
            a += weights[row] * values[Int(UInt8(bitPattern: bytes[row]))]
            b += weights[row + 1] * values[Int(UInt8(bitPattern: bytes[row + 1]))]
            c += weights[row + 2] * values[Int(UInt8(bitPattern: bytes[row + 2]))]
            d += weights[row + 3] * values[Int(UInt8(bitPattern: bytes[row + 3]))]
            row += 4
        }
        while row < bytes.count {
            a += weights[row] * values[Int(UInt8(bitPattern: bytes[row]))]
            row += 1
        }
        return (a + b) + (c + d)
    }

    /// The same of the rows that stand at `range` in `order`.
    static func sums(
        _ bytes: [Int8],
        _ order: [Int32],
        _ range: Range<Int>,
        _ weights: [Double],
        _ values: [SIMD2<Double>]
    ) -> SIMD2<Double> {
        let bytes = bytes.span
        let order = order.span.extracting(range)
        let weights = weights.span.extracting(range)
        let values = values.span
        var (a, b) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        var row = 0
        while row + 1 < order.count {
            a += weights[row] * values[Int(UInt8(bitPattern: bytes[Int(order[row])]))]
            b += weights[row + 1] * values[Int(UInt8(bitPattern: bytes[Int(order[row + 1])]))]
            row += 2
        }
        if row < order.count {
            a += weights[row] * values[Int(UInt8(bitPattern: bytes[Int(order[row])]))]
        }
        return a + b
    }
}

/// The weight and number of rows of each code in each segment of rows.
package struct SegmentCounts: Sendable {
    /// The weight by segment and code; the codes of a segment, from 1, stand together.
    package private(set) var weight: [Double]
    /// Rows by segment and code.
    package private(set) var count: [Int32]
    /// Σw² of the rows with a code, by segment.
    package private(set) var squaredWeight: [Double]

    /// Counts codes of one byte; 0 is no code.
    ///
    /// The other parameters are as for ``SegmentSums``.
    package init(
        _ codes: [UInt8],
        codeCount: Int,
        order: [Int32]?,
        weights: [Double],
        starts: [Int32]
    ) {
        self.init(codeCount: codeCount, segments: starts.count - 1)
        for segment in squaredWeight.indices {
            for position in Int(starts[segment])..<Int(starts[segment + 1]) {
                let row = order.map { Int($0[position]) } ?? position
                add(Int(codes[row]), weights[position], segment, codeCount)
            }
        }
    }

    /// Counts codes of two bytes; 0 is no code.
    ///
    /// The other parameters are as for ``SegmentSums``.
    package init(
        _ codes: [UInt16],
        codeCount: Int,
        order: [Int32]?,
        weights: [Double],
        starts: [Int32]
    ) {
        self.init(codeCount: codeCount, segments: starts.count - 1)
        for segment in squaredWeight.indices {
            for position in Int(starts[segment])..<Int(starts[segment + 1]) {
                let row = order.map { Int($0[position]) } ?? position
                add(Int(codes[row]), weights[position], segment, codeCount)
            }
        }
    }

    private init(codeCount: Int, segments: Int) {
        weight = [Double](repeating: 0, count: segments * codeCount)
        count = [Int32](repeating: 0, count: segments * codeCount)
        squaredWeight = [Double](repeating: 0, count: segments)
    }

    @inline(__always)
    private mutating func add(_ code: Int, _ w: Double, _ segment: Int, _ codeCount: Int) {
        guard code != 0 else { return }
        let position = segment * codeCount + code - 1
        weight[position] += w
        count[position] += 1
        squaredWeight[segment] += w * w
    }
}

/// The sums of products of `a` and `b` over segments of rows.
///
/// - Parameters:
///   - a: One number a row, in the order of segments.
///   - b: The same.
///   - starts: Where each segment starts, and last where the last one ends.
/// - Returns: One sum a segment.
package func segmentProducts(_ a: [Double], _ b: [Double], starts: [Int32]) -> [Double] {
    let (a, b) = (a.span, b.span)
    return (0..<max(0, starts.count - 1)).map { segment in
        var sum = 0.0
        for row in Int(starts[segment])..<Int(starts[segment + 1]) {
            sum = Relaxed.multiplyAdd(a[row], b[row], sum)
        }
        return sum
    }
}

/// The sums of `values` over segments of rows.
///
/// - Parameters:
///   - values: One number a row, in the order of segments.
///   - starts: Where each segment starts, and last where the last one ends.
/// - Returns: One sum a segment.
package func segmentTotals(_ values: [Double], starts: [Int32]) -> [Double] {
    let values = values.span
    return (0..<max(0, starts.count - 1)).map { segment in
        var sum = 0.0
        for row in Int(starts[segment])..<Int(starts[segment + 1]) {
            sum = Relaxed.sum(sum, values[row])
        }
        return sum
    }
}
