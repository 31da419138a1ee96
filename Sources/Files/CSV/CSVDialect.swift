/// How a CSV text is written: what separates cells, and which part of it holds rows.
struct CSVDialect: Sendable {
    let separator: UInt8
    /// Where the first row begins: behind the byte order mark and a `sep=` line.
    let start: Int
    /// Where the last row ends: blank lines and rows without content at the end are left out.
    let end: Int
    /// How many rows at the end were left out that had separators but no content.
    let emptyRowsAtEnd: Int

    /// Whether numbers may have a decimal comma: where a comma is not what separates cells.
    var allowsDecimalComma: Bool { separator != Mark.comma }

    /// The dialect of `bytes` from `start` on.
    ///
    /// A line `sep=;` at the top, as Excel writes and reads it, decides. Else it is the one of comma,
    /// semicolon and tab for which most of the first rows have as many cells as the header (at least
    /// two); if that is true of several, the one with the most cells. A text without any is one column.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
        let hint = CSVDialect.hint(bytes, start: start)
        let first = hint?.next ?? start
        let separator = hint?.separator ?? CSVDialect.sniff(bytes, start: first)
        var end = bytes.count
        while end > first, CSVDialect.isLineEnd(bytes[end - 1]) || bytes[end - 1] == separator {
            end -= 1
        }
        // The last row with content keeps the empty cells at its end.
        while end < bytes.count, bytes[end] == separator { end += 1 }
        let rest = bytes[end...].split(whereSeparator: CSVDialect.isLineEnd)
        // A quote that opens the text's last cell may hold those lines; then they are not rows.
        self.separator = separator
        self.start = first
        self.end = end
        emptyRowsAtEnd = rest.count
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == Mark.newline || byte == Mark.carriageReturn
    }

    /// The separator that a first line `sep=…` names.
    private static func hint(
        _ bytes: UnsafeBufferPointer<UInt8>,
        start: Int
    ) -> (separator: UInt8, next: Int)? {
        let line = bytes[start...].prefix(5)
        guard line.count == 5, line.dropLast().elementsEqual("sep=".utf8),
            let separator = line.last,
            [Mark.comma, Mark.semicolon, Mark.tab].contains(separator)
        else { return nil }
        var next = start + 5
        guard next < bytes.count, isLineEnd(bytes[next]) else { return nil }
        if bytes[next] == Mark.carriageReturn, next + 1 < bytes.count,
            bytes[next + 1] == Mark.newline
        {
            next += 1
        }
        return (separator, next + 1)
    }

    /// The separator that divides the first 50 rows most evenly.
    private static func sniff(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) -> UInt8 {
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(start + 1 << 17))
        var best = (separator: Mark.comma, agreement: 0.0, cells: 1)
        for separator in [Mark.comma, Mark.semicolon, Mark.tab] {
            let text = CSVText(bytes: sample, separator: separator)
            var counts: [Int] = []
            var place = start
            while place < sample.count, counts.count < 50 {
                let record = text.record(at: place)
                place = record.next
                // The last row of a sample may be cut.
                if place == sample.count, sample.count < bytes.count, !counts.isEmpty { break }
                if !record.isBlank { counts.append(record.cells.count) }
            }
            guard let header = counts.first, header > 1 else { continue }
            let agreement = Double(counts.count { $0 == header }) / Double(counts.count)
            if (agreement, header) > (best.agreement, best.cells) {
                best = (separator, agreement, header)
            }
        }
        return best.separator
    }
}

/// A decoded CSV file.
struct CSVSource: Sendable {
    let utf8: [UInt8]
    let dialect: CSVDialect

    init(_ text: DecodedText) {
        utf8 = text.utf8
        dialect = utf8.withUnsafeBufferPointer { CSVDialect($0, start: text.start) }
    }

    /// What `body` makes of the text, up to the end of its last row with content.
    func withText<Result>(_ body: (CSVText) -> Result) -> Result {
        utf8.withUnsafeBufferPointer { bytes in
            body(
                CSVText(
                    bytes: UnsafeBufferPointer(rebasing: bytes[..<dialect.end]),
                    separator: dialect.separator
                )
            )
        }
    }
}
