package import Survey

/// A column that grows cell by cell and decides its kind from what it saw.
///
/// The rule loses nothing:
/// - *numbers*, if every cell that is not empty is a number as a machine writes it (``WrittenNumber``:
///   "007", "+7" and whole numbers of more than 15 digits are names of things, so they stay text);
/// - *dates*, if every cell that is not empty is an ISO 8601 date or date-time (``WrittenDate``);
/// - otherwise *text*, each cell exactly as it was written.
///
/// An empty cell is system-missing. A column with empty cells only is text: it holds nothing that says
/// otherwise. Small whole numbers take one byte a row from the start.
package struct ColumnBuilder: Sendable {
    /// The name that the column gets.
    package let name: String
    /// How many cells were appended.
    package internal(set) var count = 0

    /// What all cells so far have in common.
    enum Kind: Int8 {
        case empty
        case smallNumbers
        case numbers
        case dates
        case text
    }
    var kind = Kind.empty

    /// Whole numbers from -127 to 127; `Int8.min` is system-missing (while `kind` is `smallNumbers`).
    var small: [Int8] = []
    /// Numbers, or seconds since 1970 (while `kind` is `numbers` or `dates`).
    var doubles: [Double] = []
    /// How each number was written, to write it again should the column turn out to be text.
    var shapes: [WrittenNumber.Shape] = []
    /// The cells that cannot be written again from their value, in order.
    var written = WrittenTexts()
    var pool = BytePool()
    var precision = Column.DatePrecision.day

    /// Whether a comma may be the decimal mark.
    let allowsComma: Bool
    /// The decimal mark of all cells so far that have one; 0 before the first.
    var mark: UInt8 = 0

    /// A column without cells.
    ///
    /// With `allowsComma`, numbers may have a decimal comma; a column where some cells have a comma
    /// and others a point stays text.
    package init(name: String, allowsComma: Bool = false) {
        self.name = name
        self.allowsComma = allowsComma
    }

    /// Appends a cell of a text file; the empty text is system-missing.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(utf8: $0) }
    }

    /// Appends a cell of a text file, as UTF-8; no bytes are system-missing.
    package mutating func append(utf8 cell: UnsafeBufferPointer<UInt8>) {
        guard let first = cell.first else { return appendEmpty() }
        if kind != .text {
            if kind != .dates, let number = WrittenNumber(cell, allowsComma: allowsComma) {
                if append(number, cell) { return }
            } else if kind == .empty || kind == .dates, first &- 0x30 < 10,
                let date = WrittenDate(cell)
            {
                become(.dates)
                written.append(cell)
                return append(date.seconds, date.precision)
            }
            become(.text)
        }
        pool.append(cell)
        count += 1
    }

    /// Appends a cell that is a number; NaN is system-missing.
    package mutating func append(number: Double) {
        guard !number.isNaN else { return appendEmpty() }
        switch kind {
        case .empty, .smallNumbers, .numbers:
            append(number, shape: .shortest)
        case .dates, .text:
            become(.text)
            append(written: WrittenNumber.shortest(number))
        }
    }

    /// Appends a cell that is a point in time, in seconds since 1970-01-01 00:00 as written there.
    package mutating func append(seconds: Double, precision: Column.DatePrecision) {
        guard seconds.isFinite else { return appendEmpty() }
        let text = WrittenDate(seconds: seconds, precision: precision).text
        if kind == .empty || kind == .dates {
            become(.dates)
            written.append(Array(text.utf8))
            append(seconds, precision)
        } else {
            become(.text)
            append(written: text)
        }
    }

    /// Appends a system-missing cell.
    package mutating func appendEmpty() {
        switch kind {
        case .empty: break
        case .smallNumbers: small.append(.min)
        case .numbers:
            doubles.append(.nan)
            shapes.append(.empty)
        case .dates: doubles.append(.nan)
        case .text: pool.appendEmpty()
        }
        count += 1
    }

    /// The column of all cells, under `name`, without a label; the builder is empty afterwards.
    package mutating func finish() -> Column {
        let values: Column.Values
        switch kind {
        case .smallNumbers: values = .numbers(.bytes(small))
        case .numbers: values = .numbers(.doubles(doubles))
        case .dates: values = .dates(doubles, precision)
        case .empty, .text:
            become(.text)
            values = .text(pool.finish())
        }
        self = ColumnBuilder(name: name, allowsComma: allowsComma)
        return Column(name: name, values: values)
    }

    /// Makes room for `rows` cells in all.
    package mutating func reserve(rows: Int) {
        reserved = rows
    }
    /// How many cells are expected; storage is made for as many when the kind is known.
    var reserved = 0
}

extension ColumnBuilder {
    /// Appends `number`, written as `cell`; false if its decimal mark is not the column's.
    private mutating func append(
        _ number: WrittenNumber,
        _ cell: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if number.mark != 0 {
            guard mark == 0 || mark == number.mark else { return false }
            mark = number.mark
        }
        if number.shape == .asWritten { written.append(cell) }
        append(number.value, shape: number.shape)
        return true
    }

    /// Appends a number to a column of numbers or of empty cells.
    private mutating func append(_ number: Double, shape: WrittenNumber.Shape) {
        if kind != .numbers, shape.isWhole, let whole = Int8(exactly: number), whole != .min,
            whole != 0 || number.sign == .plus
        {
            become(.smallNumbers)
            small.append(whole)
        } else {
            become(.numbers)
            doubles.append(number)
            shapes.append(shape)
        }
        count += 1
    }

    /// Appends a date to a column of dates.
    private mutating func append(_ seconds: Double, _ precision: Column.DatePrecision) {
        if precision == .second { self.precision = .second }
        doubles.append(seconds)
        count += 1
    }

    /// Appends a text to a column of text.
    private mutating func append(written text: String) {
        var text = text
        text.withUTF8 { pool.append($0) }
        count += 1
    }
}
