/// One column's cells of a few rows of a text, as the CSV scanner leaves them.
struct CellBlock {
    /// Where the offsets count from.
    let text: UnsafePointer<UInt8>
    /// Where the cell of each row starts; the number behind it is the cell's end plus 1.
    let starts: UnsafeMutablePointer<UInt32>
    /// How many numbers there are from one row's to the next row's.
    let stride: Int
    let count: Int

    /// The bytes of `row`'s cell, with the quotes around it.
    subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[row * stride])
        let end = Int(starts[row * stride + 1]) - 1
        return UnsafeBufferPointer(start: text + start, count: end - start)
    }

    /// The bytes of `row`'s cell between its quotes; quotes inside them are still doubled.
    @inline(__always)
    func inner(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let cell = self[row]
        guard cell.count >= 2, cell[0] == Mark.quote, cell[cell.count - 1] == Mark.quote else {
            return cell
        }
        return UnsafeBufferPointer(rebasing: cell[1..<cell.count - 1])
    }
}

extension ColumnBuilder {
    /// Appends a block of cells of a text, the way ``append(utf8:)`` does, but faster.
    mutating func append(_ block: CellBlock) {
        var row = 0
        if kind == .smallNumbers { row = appendSmall(block) }
        if kind == .numbers { row = appendNumbers(block, from: row) }
        while row < block.count {
            append(quotable: block[row])
            row += 1
        }
    }

    /// Appends a cell that may be in quotes.
    private mutating func append(quotable cell: UnsafeBufferPointer<UInt8>) {
        guard cell.count >= 2, cell.first == Mark.quote, cell.last == Mark.quote else {
            return append(utf8: cell)
        }
        let inner = UnsafeBufferPointer(rebasing: cell[1..<cell.count - 1])
        if inner.contains(Mark.quote) {
            unquoted(cell).withUnsafeBufferPointer { append(utf8: $0) }
        } else {
            append(utf8: inner)
        }
    }

    /// Appends cells as long as they are whole numbers of one byte or empty; returns how many.
    private mutating func appendSmall(_ block: CellBlock) -> Int {
        withUnsafeTemporaryAllocation(of: Int8.self, capacity: block.count) { numbers in
            var row = 0
            while row < block.count {
                let cell = block.inner(row)
                if cell.count == 1, cell[0] &- 0x30 < 10 {
                    numbers[row] = Int8(truncatingIfNeeded: cell[0] &- 0x30)
                } else if let number = smallNumber(cell) {
                    numbers[row] = number
                } else {
                    break
                }
                row += 1
            }
            small.append(contentsOf: UnsafeBufferPointer(rebasing: numbers[..<row]))
            count += row
            return row
        }
    }

    /// Appends cells from `first` on as long as they are plain decimals or empty; returns where not.
    private mutating func appendNumbers(_ block: CellBlock, from first: Int) -> Int {
        var row = first
        while row < block.count {
            if let number = PlainDecimal(block.inner(row), mark: mark) {
                doubles.append(number.value)
                shapes.append(number.shape)
                count += 1
            } else {
                append(quotable: block[row])
                if kind != .numbers { return row + 1 }
            }
            row += 1
        }
        return row
    }
}

/// The whole number from -127 to 127 that `cell` spells; `Int8.min` if it is empty.
private func smallNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int8? {
    guard let first = cell.first else { return .min }
    let isNegative = first == UInt8(ascii: "-")
    let (start, end) = (isNegative ? 1 : 0, cell.count)
    guard (1...3).contains(end - start) else { return nil }
    // No leading zero; and "-0" is not a whole number that one byte can tell from "0".
    if cell[start] == UInt8(ascii: "0"), end - start > 1 || isNegative { return nil }
    var number = 0
    for place in start..<end {
        let digit = cell[place] &- 0x30
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
    }
    return number <= 127 ? Int8(isNegative ? -number : number) : nil
}

/// A number of at most 15 digits without sign, exponent or quotes, or none: the common case.
private struct PlainDecimal {
    let value: Double
    let shape: WrittenNumber.Shape

    /// The number that `cell` spells with `mark` as its decimal mark; nil for anything else.
    @inline(__always)
    init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) {
        guard cell.count <= 15 else { return nil }
        var mantissa: UInt64 = 0
        var decimals = -1
        for byte in cell {
            let digit = byte &- 0x30
            if digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if decimals >= 0 { decimals += 1 }
            } else if byte == mark, decimals < 0, mark != 0 {
                decimals = 0
            } else {
                return nil
            }
        }
        if cell.count > 1, cell[0] == UInt8(ascii: "0"), cell[1] &- 0x30 < 10 { return nil }
        if decimals < 0 {
            value = cell.count == 0 ? .nan : Double(mantissa)
            shape = cell.count == 0 ? .empty : .whole
        } else {
            guard decimals > 0, cell[0] != mark else { return nil }
            value = Double(mantissa) / powersOfTen[decimals]
            shape = WrittenNumber.Shape(code: UInt8(truncatingIfNeeded: decimals))
        }
    }
}
