/// Finds the cells of many rows at once, without looking into them.
///
/// It reads 64 bytes at a time: plain arithmetic on words of eight bytes marks the separators, line
/// ends, quotes and zero bytes, and only those are visited. It agrees with ``CSVText/record(at:)``.
struct CSVScanner {
    private let bytes: UnsafePointer<UInt8>
    /// Where the text ends.
    private let end: Int
    private let separator: UInt8
    /// How many cells every row must have.
    private let cellCount: Int

    /// Where the offsets in `starts` count from.
    let origin: Int
    /// For each row, where its cells start, and one more: the end of the last cell, plus 1.
    let starts: UnsafeMutableBufferPointer<UInt32>
    /// How many rows fit into `starts`.
    private let mostRows: Int

    /// How many rows are in `starts`.
    private(set) var rowCount = 0
    /// How many rows were passed in all, with those left out.
    private(set) var recordCount = 0
    private(set) var leftOut = CSVLeftOut()

    /// A scanner of the rows of `text` from `origin` on, each of `cellCount` cells.
    ///
    /// `starts` must hold `cellCount + 1` numbers or more. Nil for a text without bytes.
    init?(
        _ text: CSVText,
        from origin: Int,
        cellCount: Int,
        starts: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let bytes = text.bytes.baseAddress else { return nil }
        self.bytes = bytes
        end = text.bytes.count
        separator = text.separator
        self.cellCount = cellCount
        self.origin = origin
        self.starts = starts
        mostRows = starts.count / (cellCount + 1)
    }

    /// Fills `starts` with the rows that begin at `start` or later and before `limit`.
    ///
    /// - Returns: Where the next row begins; nil if a row does not end before `giveUp`.
    mutating func scan(from start: Int, until limit: Int, giveUp: Int = .max) -> Int? {
        let (bytes, separator, cellCount) = (bytes, separator, cellCount)
        var row = Row(start: start)
        var base = start
        rowCount = 0
        starts[0] = UInt32(truncatingIfNeeded: start - origin)
        while base < end {
            guard base < giveUp else { return nil }
            var marks = marks(at: base)
            while marks != 0 {
                let place = base + marks.trailingZeroBitCount
                marks &= marks - 1
                let byte = bytes[place]
                if row.isInQuotes {
                    row.readQuoted(byte, at: place)
                } else if byte == separator {
                    row.endCell(at: place)
                    row.cell += 1
                    row.cellStart = place + 1
                    if row.cell <= cellCount {
                        starts[row.first + row.cell] =
                            UInt32(truncatingIfNeeded: place + 1 - origin)
                    }
                } else if byte == Mark.newline || byte == Mark.carriageReturn {
                    let next = endRow(&row, at: place)
                    if rowCount == mostRows || next >= limit { return next }
                    let passed = next - base
                    marks = passed < 64 ? marks & (.max << UInt64(passed)) : 0
                } else {
                    row.readSign(byte, at: place)
                }
            }
            base = max(base + 64, row.start)
        }
        if row.start < end { endRow(&row, at: end) }
        return end
    }

    /// Ends `row` at `place`, keeps it if it is sound, and makes it the next row.
    ///
    /// - Returns: Where the next row begins.
    @discardableResult
    private mutating func endRow(_ row: inout Row, at place: Int) -> Int {
        row.endCell(at: place)
        if row.isInQuotes { row.flaw = .unclosedQuote(row.cell) }
        var next = min(place + 1, end)
        if next < end, bytes[place] == Mark.carriageReturn, bytes[next] == Mark.newline {
            next += 1
        }
        let isSound =
            row.flaw == nil && row.cell + 1 == cellCount
            && place - row.start <= CSVFlaw.mostCellBytes && (place > row.start || cellCount == 1)
        if isSound || isKept(row, endingAt: place) {
            starts[row.first + cellCount] = UInt32(truncatingIfNeeded: place + 1 - origin)
            rowCount += 1
        }
        let first = rowCount * (cellCount + 1)
        if rowCount < mostRows { starts[first] = UInt32(truncatingIfNeeded: next - origin) }
        recordCount += 1
        row = Row(start: next, first: first)
        return next
    }

    /// Whether a row out of the ordinary is sound after all; if not, it is left out, with the reason.
    private mutating func isKept(_ row: Row, endingAt place: Int) -> Bool {
        if place == row.start, cellCount > 1 {
            leftOut.append(recordCount, nil)
            return false
        }
        var flaw = row.flaw
        if flaw == nil, place - row.start > CSVFlaw.mostCellBytes {
            let text = CSVText(
                bytes: UnsafeBufferPointer(start: bytes, count: place),
                separator: separator
            )
            flaw = text.record(at: row.start).flaw
        }
        // Behind a longer row, offsets from the origin would not fit into 32 bits.
        if flaw == nil, place - row.start > 1 << 31 { flaw = .largeCell(0) }
        if flaw == nil, row.cell + 1 != cellCount { flaw = .cells(row.cell + 1) }
        guard let flaw else { return true }
        leftOut.append(recordCount, flaw)
        return false
    }

    /// One bit for each of the 64 bytes at `place` that may be a mark: separator, quote, line end, or
    /// another byte below 14.
    @inline(__always)
    private func marks(at place: Int) -> UInt64 {
        guard place + 64 <= end else { return lastMarks(at: place) }
        let words = UnsafeRawPointer(bytes + place)
        let separators = ones &* UInt64(separator)
        var marks: UInt64 = 0
        for word in 0..<8 {
            let text = words.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
            let other = text ^ separators
            let unquoted = text ^ (ones &* UInt64(Mark.quote))
            // The high bit of a byte stays clear only where that byte is zero, or below 14.
            let isOther = ((other & low7) &+ low7) | other
            let isUnquoted = ((unquoted & low7) &+ low7) | unquoted
            let isText = ((text & low7) &+ (ones &* (0x80 - 14))) | text
            let found = (~(isOther & isUnquoted & isText) & (ones << 7)) >> 7
            // The product gathers one bit a byte into the highest byte.
            marks |= ((found.littleEndian &* 0x0102_0408_1020_4080) >> 56) << UInt64(8 * word)
        }
        return marks
    }

    /// The same for the last bytes of the text.
    private func lastMarks(at place: Int) -> UInt64 {
        var marks: UInt64 = 0
        for offset in 0..<min(64, end - place) {
            let byte = bytes[place + offset]
            if byte < 14 || byte == separator || byte == Mark.quote { marks |= 1 << UInt64(offset) }
        }
        return marks
    }
}

private let ones: UInt64 = 0x0101_0101_0101_0101
private let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

/// The row that the scanner is in.
private struct Row {
    let start: Int
    /// Where its first cell stands in `starts`.
    var first = 0
    /// The position of the cell that the scanner is in, and where that cell starts.
    var cell = 0
    var cellStart: Int
    var isInQuotes = false
    /// Where the last quote was closed.
    var closedAt = -1
    var flaw: CSVFlaw?

    init(start: Int, first: Int = 0) {
        self.start = start
        self.first = first
        cellStart = start
    }

    mutating func readQuoted(_ byte: UInt8, at place: Int) {
        if byte == Mark.quote {
            isInQuotes = false
            closedAt = place
        } else if byte == 0, flaw == nil {
            flaw = .zeroByte(cell)
        }
    }

    /// Reads a quote or a zero byte outside of quotes.
    mutating func readSign(_ byte: UInt8, at place: Int) {
        if byte == Mark.quote {
            // Directly behind a closing quote it is the second half of a doubled quote.
            if place == cellStart || place == closedAt + 1 && closedAt >= start {
                isInQuotes = true
            }
        } else if byte == 0, flaw == nil {
            flaw = closedAt >= cellStart ? .textAfterQuote(cell) : .zeroByte(cell)
        }
    }

    /// Ends a cell: its closing quote, if it has one, must be its last byte.
    @inline(__always)
    mutating func endCell(at place: Int) {
        if closedAt >= cellStart, closedAt != place - 1, flaw == nil {
            flaw = .textAfterQuote(cell)
        }
    }
}
