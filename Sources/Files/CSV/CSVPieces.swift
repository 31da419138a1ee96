import Foundation
import Kernels
import Survey
import Synchronization

/// The rows of a CSV text, read in pieces side by side.
///
/// A piece begins behind a line end that is *likely* to end a row; whether it does depends on all the
/// quotes before it. So each piece is read as if it did, and then checked: a piece counts only if the
/// piece before it ended exactly where it began; if not, it is read again from there. Therefore the
/// result never depends on where the text was cut.
struct CSVPieces {
    private(set) var columns: [Column] = []
    private(set) var rowCount = 0
    private(set) var recordCount = 0
    /// The rows that hold no values, counted from the first row.
    private(set) var leftOut = CSVLeftOut()

    /// Reads the rows of `source` from `start` on; see ``CSVPiece`` for `cells` and `columns`.
    ///
    /// `pieceBytes` is about how long a piece is, chosen by the number of cores if nil.
    init(
        _ source: CSVSource,
        from start: Int,
        cells: [Int?],
        columns: [ColumnBuilder],
        _ pieceBytes: Int?
    ) {
        let bounds = source.withText { CSVPieces.bounds($0, from: start, pieceBytes) }
        let read = { @Sendable (from: Int, limit: Int, giveUp: Int) in
            source.withText { text in
                CSVPiece(
                    text,
                    from: from,
                    until: limit,
                    cells: cells,
                    columns: columns,
                    giveUp: giveUp
                )
            }
        }
        var pieces = sideBySide(bounds.count - 1) { place in
            let limit = bounds[place + 1]
            return read(bounds[place], limit, place == 0 ? .max : limit + CSVPieces.patience)
        }
        var sound: [CSVPiece] = []
        var place = start
        for (position, limit) in bounds.dropFirst().enumerated() where place < limit {
            let guess = pieces[position]
            pieces[position] = nil
            guard let piece = guess?.start == place ? guess : read(place, limit, .max) else {
                continue
            }
            sound.append(piece)
            place = piece.end
        }
        pieces = []
        join(&sound, columns)
    }

    /// How far behind its end a piece may look for the end of its last row before it is known to
    /// begin where no row does.
    private static let patience = 4 * CSVFlaw.mostCellBytes

    /// Where pieces begin, and the end of the text.
    private static func bounds(_ text: CSVText, from start: Int, _ pieceBytes: Int?) -> [Int] {
        let end = text.bytes.count
        let share = (end - start) / (4 * ProcessInfo.processInfo.activeProcessorCount)
        // Offsets within a piece have 32 bits, and a piece may end with a long row.
        let size = max(1, pieceBytes ?? min(max(share, 1 << 18), 1 << 28))
        var bounds = [start]
        var place = start + size
        while place < end {
            while place < end, text.bytes[place - 1] != Mark.newline {
                place += 1
            }
            if place < end { bounds.append(place) }
            place += size
        }
        bounds.append(end)
        return bounds
    }

    /// Joins the columns of `pieces`, each column for itself; `pieces` is empty afterwards.
    private mutating func join(_ pieces: inout [CSVPiece], _ empty: [ColumnBuilder]) {
        for piece in pieces {
            leftOut.append(contentsOf: piece.leftOut, offset: recordCount)
            rowCount += piece.rowCount
            recordCount += piece.recordCount
        }
        let rows = rowCount
        let parts = Mutex(pieces.map(\.columns))
        pieces = []
        columns = sideBySide(empty.count) { place in
            var column = empty[place]
            // Taken out of the list, so that a part is freed as soon as it is joined.
            let own = parts.withLock { parts in
                parts.indices.map { part in
                    let builder = parts[part][place]
                    parts[part][place] = column
                    return builder
                }
            }
            column.reserve(rows: rows)
            for part in own { column.append(contentsOf: part) }
            return column.finish()
        }
    }

    /// The line of each row, if they do not simply follow `firstLine` one by one; else nothing.
    func lines(firstLine: Int) -> [Int32] {
        guard !leftOut.isEmpty else { return [] }
        return leftOut.others(of: recordCount).map { Int32(clamping: firstLine + $0) }
    }
}
