import Base
import Survey

/// What a cell holds.
enum SheetValue: Equatable {
    case text(String)
    case number(Double)
    /// Seconds since 1970-01-01 00:00.
    case date(seconds: Double, Column.DatePrecision)
    case boolean(Bool)
    /// The spreadsheet's own error, such as `#N/A`.
    case error(String)
    /// Something in a column whose values are not to be read.
    case passedOver
}

/// The cells of one row that hold something, with their column (A is 0).
struct SheetRow {
    /// The row's number as the spreadsheet shows it.
    var line = 0
    var cells: [(column: Int, value: SheetValue)] = []
    /// The number of the style of each of them.
    var styles: [Int] = []
}

/// A worksheet read row by row, in constant memory.
struct SheetScanner: ~Copyable {
    /// The last line and column that workbooks have (ECMA-376: XFD1048576).
    static let mostLines = 1_048_576
    static let mostColumns = 16_384

    /// The element and attribute names of sheets, as one stream knows them.
    private struct Names {
        let sheetData, row, cell, value, inline, mergeCell: XMLStream.Name
        let reference, style, type, range: XMLStream.Name
        let rich: RichText.Names

        init(_ stream: borrowing XMLStream) {
            sheetData = stream.intern("sheetData")
            row = stream.intern("row")
            cell = stream.intern("c")
            value = stream.intern("v")
            inline = stream.intern("is")
            mergeCell = stream.intern("mergeCell")
            reference = stream.intern("r")
            style = stream.intern("s")
            type = stream.intern("t")
            range = stream.intern("ref")
            rich = RichText.Names(stream)
        }
    }

    /// How many merged ranges the sheet has; known at its end.
    private(set) var mergedRanges = 0
    /// The addresses of the first of them ("A1:C1"); known at the sheet's end.
    private(set) var merged: [String] = []
    private static let mostMerged = 10_000
    /// How messages name the sheet.
    let place: String
    private var stream: XMLStream
    private let names: Names
    private let decoder: CellDecoder
    private var line = 0
    private var isInData = false
    private var buffer: [UInt8] = []
    /// The style of the cell that was read last.
    private var style = 0

    init(
        _ part: consuming XMLStream,
        decoder: CellDecoder,
        place: String
    ) throws(Problems) {
        try part.openRoot("worksheet")
        names = Names(part)
        stream = part
        self.decoder = decoder
        self.place = place
    }

    /// Reads the next row that the sheet holds into `row`; false at the sheet's end.
    ///
    /// Rows come in rising order; rows that hold nothing may be left out. The cells of columns that
    /// `isPassedOver` names are not decoded.
    mutating func next(
        _ row: inout SheetRow,
        isPassedOver: (Int) -> Bool
    ) throws(Problems) -> Bool {
        while true {
            switch try stream.next() {
            case .start where stream.name == names.row && isInData:
                try readRow(&row, isPassedOver: isPassedOver)
                return true
            case .start where stream.name == names.sheetData: isInData = true
            case .start where stream.name == names.mergeCell:
                mergedRanges += 1
                if merged.count < Self.mostMerged, let range = stream.attribute(names.range) {
                    merged.append(range)
                }
            case .end where stream.name == names.sheetData: isInData = false
            case .finished: return false
            default: break
            }
        }
    }

    private mutating func readRow(
        _ row: inout SheetRow,
        isPassedOver: (Int) -> Bool
    ) throws(Problems) {
        var number = line + 1
        if let bytes = stream.bytes(names.reference) {
            number = CellReference.number(bytes) ?? 0
        }
        guard number > line, number <= SheetScanner.mostLines else {
            throw Problems(problem("The row after this one has a wrong number."))
        }
        line = number
        row.line = line
        row.cells.removeAll(keepingCapacity: true)
        row.styles.removeAll(keepingCapacity: true)
        let outside = stream.depth - 1
        var column = -1
        while true {
            switch try stream.next() {
            case .start where stream.name == names.cell:
                column = try self.column(after: column)
                if let value = try readCell(column, passesOver: isPassedOver(column)) {
                    row.cells.append((column, value))
                    row.styles.append(style)
                }
            case .start: try stream.skipElement()
            case .end: if stream.depth == outside { return }
            case .text: break
            case .finished: return
            }
        }
    }

    /// The column of the cell that has just started: what it says itself, else the next one.
    private func column(after last: Int) throws(Problems) -> Int {
        var column = last + 1
        if let bytes = stream.bytes(names.reference) {
            column = CellReference.column(bytes) ?? .max
        }
        guard column > last, column < SheetScanner.mostColumns else {
            throw Problems(problem("A cell of this row has a wrong address."))
        }
        return column
    }

    /// What the cell that has just started holds, read to its end; nil for nothing.
    private mutating func readCell(_ column: Int, passesOver: Bool) throws(Problems) -> SheetValue?
    {
        style = stream.bytes(names.style).flatMap { CellReference.number($0) } ?? 0
        let type = CellType(stream.bytes(names.type))
        let outside = stream.depth - 1
        var hasValue = false
        buffer.removeAll(keepingCapacity: true)
        reading: while true {
            switch try stream.next() {
            case .start where passesOver:
                hasValue = hasValue || stream.name == names.value || stream.name == names.inline
                try stream.skipElement()
            case .start where stream.name == names.value && type != .inlineText:
                hasValue = true
                try RichText.readPlain(&stream, into: &buffer)
            case .start where stream.name == names.inline:
                hasValue = true
                try RichText.read(&stream, names.rich, into: &buffer)
            case .start: try stream.skipElement()
            case .end: if stream.depth == outside { break reading }
            case .text: break
            case .finished: break reading
            }
        }
        guard hasValue else { return nil }
        if passesOver { return .passedOver }
        if buffer.count > RichText.mostBytes {
            let letters = columnLetter(column)
            throw Problems(RichText.tooLong(at: .init(place, line: line, column: letters)))
        }
        switch decoder.decode(buffer, type: type, style: style) {
        case .value(let value): return value
        case .nothing: return nil
        case .wrong(let what): throw Problems(problem("The cell \(what).", column: column))
        }
    }

    /// A problem at the row that is being read.
    private func problem(_ what: String, column: Int? = nil) -> Problem {
        let letters = column.map(columnLetter)
        return Problem(
            .error,
            "xlsx.bad-cell",
            at: .init(place, line: line == 0 ? nil : line, column: letters),
            what,
            remedy: "Open the file in a spreadsheet and save it again as .xlsx."
        )
    }
}
