/// The rows of a part of a CSV text, as columns that are still growing.
struct CSVPiece: Sendable {
    /// Where its first row begins, and where the row after its last begins.
    let start: Int
    let end: Int
    var columns: [ColumnBuilder]
    let rowCount: Int
    /// How many rows there were in all, with those left out.
    let recordCount: Int
    let leftOut: CSVLeftOut

    /// Reads the rows of `text` that begin at `start` or later and before `limit`.
    ///
    /// `cells` says for each cell of a row which of `columns` (without cells yet) it goes to; nil is
    /// passed over. Nil if a row does not end before `giveUp`.
    init?(
        _ text: CSVText,
        from start: Int,
        until limit: Int,
        cells: [Int?],
        columns: [ColumnBuilder],
        giveUp: Int = .max
    ) {
        self.start = start
        var columns = columns
        let stride = cells.count + 1
        let room = stride * CSVPiece.rowsAtOnce(stride: stride)
        let starts = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: room)
        defer { starts.deallocate() }
        guard let base = text.bytes.baseAddress, let offsets = starts.baseAddress,
            var scanner = CSVScanner(text, from: start, cellCount: cells.count, starts: starts)
        else { return nil }
        var rowCount = 0
        var place = start
        while place < limit {
            guard let next = scanner.scan(from: place, until: limit, giveUp: giveUp) else {
                return nil
            }
            if rowCount == 0, scanner.rowCount > 0, next > place {
                let rows = (limit - start) / (next - place) * scanner.rowCount
                for column in columns.indices { columns[column].reserve(rows: rows + rows / 16) }
            }
            let (from, count) = (base + start, scanner.rowCount)
            for (cell, column) in cells.enumerated() {
                guard let column else { continue }
                let starts = offsets + cell
                columns[column].append(
                    CellBlock(text: from, starts: starts, stride: stride, count: count)
                )
            }
            rowCount += scanner.rowCount
            place = next
        }
        end = place
        self.columns = columns
        self.rowCount = rowCount
        recordCount = scanner.recordCount
        leftOut = scanner.leftOut
    }

    /// How many rows to scan before their cells are read: about 64 KiB of offsets, so that these stay
    /// in the cache.
    private static func rowsAtOnce(stride: Int) -> Int {
        max(1, min(256, 16384 / stride))
    }
}
