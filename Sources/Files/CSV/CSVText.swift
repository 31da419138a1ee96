/// The marks of CSV.
enum Mark {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let tab = UInt8(ascii: "\t")
}

/// Why a row cannot be read.
enum CSVFlaw: Hashable, Sendable {
    /// It has that many cells, and the header another number.
    case cells(Int)
    /// Something other than a separator follows the closing quote of the cell at that position.
    case textAfterQuote(Int)
    /// The quote that opens the cell at that position is never closed.
    case unclosedQuote(Int)
    /// The cell at that position holds a zero byte.
    case zeroByte(Int)
    /// The cell at that position is larger than ``mostCellBytes``.
    case largeCell(Int)

    /// The position of the cell at fault; nil if it is the row as a whole.
    var cell: Int? {
        switch self {
        case .cells: nil
        case .textAfterQuote(let cell), .unclosedQuote(let cell), .zeroByte(let cell),
            .largeCell(let cell):
            cell
        }
    }

    /// The most bytes that a cell may have: 1 MiB.
    ///
    /// Spreadsheets hold 32,767 characters; more is most often a quote that was not closed.
    static let mostCellBytes = 1 << 20
}

/// One row of a CSV text: where its cells are.
struct CSVRecord {
    /// Each cell with the quotes around it; cells begin and end at separators.
    var cells: [Range<Int>] = []
    /// Where the next row begins.
    var next: Int
    var flaw: CSVFlaw?

    /// Whether the row is a line without anything.
    var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }
}

/// CSV text, read row by row: simple, and the measure for the fast reader.
struct CSVText {
    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8

    /// The row that begins at `start`.
    func record(at start: Int) -> CSVRecord {
        var record = CSVRecord(next: bytes.count)
        var cellStart = start
        while true {
            let end = endOfCell(at: cellStart, position: record.cells.count, flaw: &record.flaw)
            record.cells.append(cellStart..<end)
            guard end < bytes.count, bytes[end] == separator else {
                record.next = endOfLine(at: end)
                break
            }
            cellStart = end + 1
        }
        if record.flaw == nil {
            let large = record.cells.firstIndex { $0.count > CSVFlaw.mostCellBytes }
            record.flaw = large.map { .largeCell($0) }
        }
        return record
    }

    /// Where the cell that begins at `start` ends; `position` is its place in the row.
    private func endOfCell(at start: Int, position: Int, flaw: inout CSVFlaw?) -> Int {
        var place = start
        if place < bytes.count, bytes[place] == Mark.quote {
            place = endOfQuoted(at: start, position: position, flaw: &flaw)
            if place < bytes.count, !isEnd(bytes[place]), flaw == nil {
                flaw = .textAfterQuote(position)
            }
        }
        while place < bytes.count, !isEnd(bytes[place]) {
            if bytes[place] == 0, flaw == nil { flaw = .zeroByte(position) }
            place += 1
        }
        return place
    }

    /// Where the closing quote's next byte is, for the quote at `start`.
    private func endOfQuoted(at start: Int, position: Int, flaw: inout CSVFlaw?) -> Int {
        var place = start + 1
        while place < bytes.count {
            if bytes[place] == Mark.quote {
                guard place + 1 < bytes.count, bytes[place + 1] == Mark.quote else {
                    return place + 1
                }
                place += 1
            } else if bytes[place] == 0, flaw == nil {
                flaw = .zeroByte(position)
            }
            place += 1
        }
        flaw = .unclosedQuote(position)
        return bytes.count
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Mark.newline || byte == Mark.carriageReturn
    }

    /// Where the next line begins after the line end at `place`: LF, CR, or CR and LF.
    private func endOfLine(at place: Int) -> Int {
        guard place + 1 < bytes.count else { return bytes.count }
        let isPair = bytes[place] == Mark.carriageReturn && bytes[place + 1] == Mark.newline
        return place + (isPair ? 2 : 1)
    }

    /// The text of a cell, without its quotes; quotes written double are single.
    func text(of cell: Range<Int>) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[cell])
        guard raw.first == Mark.quote, raw.count >= 2, raw.last == Mark.quote else {
            return String(decoding: raw, as: UTF8.self)
        }
        return String(decoding: unquoted(raw), as: UTF8.self)
    }
}

/// The content of a quoted cell: without the outer quotes, and with double quotes made single.
func unquoted(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var isSecond = false
    for byte in cell.dropFirst().dropLast() {
        if byte == Mark.quote, !isSecond {
            isSecond = true
            continue
        }
        isSecond = false
        text.append(byte)
    }
    return text
}
