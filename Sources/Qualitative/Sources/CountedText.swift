/// A text as a file holds it, whose positions can be counted in several ways.
package struct CountedText: Sendable, Hashable {
    /// The text with LF line ends and without a byte order mark.
    package let text: SourceText
    /// Whether the file began with a byte order mark.
    package let hasMark: Bool
    /// The positions in `text` of the line ends that were CRLF, ascending.
    package let carriageReturns: [Int]

    /// The text of a file, byte order mark and line ends as they were.
    package init(_ raw: String) {
        var raw = raw
        raw.makeContiguousUTF8()
        text = SourceText(raw)
        let bytes = raw.utf8Span.span
        hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var positions: [Int] = []
        var position = 0
        for index in (hasMark ? 3 : 0)..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                positions.append(position)
                continue
            }
            position += 1
        }
        carriageReturns = positions
    }
}

/// The positions of a text in one unit of counting, both ways.
///
/// One count is kept for each 256 scalars, so a look-up walks at most so many.
package struct PositionTable: Sendable {
    private let text: SourceText
    private let unit: PositionReading.Unit
    /// The positions of line ends that count two; empty where they count one.
    private let doubled: [Int]
    /// The count before each scalar whose position is a multiple of the text's stride.
    private let counts: [Int]
    /// The count at the end.
    package let total: Int

    package init(_ counted: CountedText, _ reading: PositionReading) {
        text = counted.text
        unit = reading.unit
        doubled = reading.countsCarriageReturns ? counted.carriageReturns : []
        let mark = counted.hasMark && reading.countsMark ? (unit == .utf8 ? 3 : 1) : 0
        var counts: [Int] = []
        counts.reserveCapacity(text.checkpoints.count)
        let bytes = text.string.utf8Span.span
        var count = mark
        var next = 0
        for checkpoint in text.checkpoints.indices {
            counts.append(count)
            let start = text.checkpoints[checkpoint]
            let isLast = checkpoint + 1 == text.checkpoints.count
            let end = isLast ? bytes.count : text.checkpoints[checkpoint + 1]
            count += Self.width(bytes, start..<end, unit)
            let after = (checkpoint + 1) * SourceText.stride
            while next < doubled.count, doubled[next] < after {
                count += 1
                next += 1
            }
        }
        self.counts = counts
        total = count
    }

    /// The scalar at `count`; nil outside the text and inside a scalar.
    ///
    /// Between CR and LF is the line end.
    package func position(at count: Int) -> Int? {
        guard let first = counts.first, count >= first else {
            return counts.isEmpty && count == total ? 0 : nil
        }
        guard count < total else { return count == total ? text.count : nil }
        let bytes = text.string.utf8Span.span
        let checkpoint = SourceText.last(in: counts, atMost: count)
        var here = counts[checkpoint]
        var position = checkpoint * SourceText.stride
        var offset = text.checkpoints[checkpoint]
        var next = firstDoubled(from: position)
        while here < count, offset < bytes.count {
            let length = Self.length(bytes[offset])
            here += Self.width(ofScalar: length, unit)
            if next < doubled.count, doubled[next] == position {
                if here == count { return position }
                here += 1
                next += 1
            }
            offset += length
            position += 1
        }
        return here == count ? position : nil
    }

    /// The count of the scalar at `position`, which lies in the text.
    package func count(at position: Int) -> Int {
        if position == text.count { return total }
        let checkpoint = position / SourceText.stride
        let first = checkpoint * SourceText.stride
        let width = Self.width(
            text.string.utf8Span.span,
            text.checkpoints[checkpoint]..<text.utf8Offset(of: position),
            unit
        )
        return counts[checkpoint] + width + firstDoubled(from: position) - firstDoubled(from: first)
    }

    /// How many of the doubled line ends stand before `position`.
    private func firstDoubled(from position: Int) -> Int {
        var low = 0
        var high = doubled.count
        while low < high {
            let middle = (low + high) / 2
            if doubled[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func width(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ unit: PositionReading.Unit
    ) -> Int {
        if unit == .utf8 { return range.count }
        var width = 0
        for index in range {
            let byte = bytes[index]
            if byte & 0xC0 != 0x80 { width += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
        }
        return width
    }

    private static func width(ofScalar length: Int, _ unit: PositionReading.Unit) -> Int {
        switch unit {
        case .scalar: 1
        case .utf16: length == 4 ? 2 : 1
        case .utf8: length
        }
    }

    /// The bytes of the scalar that begins with `byte`.
    private static func length(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
