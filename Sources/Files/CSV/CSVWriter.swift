import Survey

/// Writes cells as CSV, one after another.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    private let formulas: CSV.Formulas
    /// How many cells the row has so far, and where it began.
    private var cellCount = 0
    private var rowStart = 0

    init(formulas: CSV.Formulas) {
        self.formulas = formulas
    }

    /// Appends a cell to the row.
    mutating func append(_ cell: CSV.Cell) {
        beginCell()
        switch cell {
        case .empty: break
        case .number(let number): WrittenNumber.append(number, to: &bytes)
        case .date(let seconds, let precision): append(seconds, precision)
        case .text(let text): bytes.append(contentsOf: CSVWriter.encoded(text, formulas))
        }
    }

    /// Appends the value of `row` in a column to the row.
    mutating func append(_ values: Values, row: Int) {
        beginCell()
        switch values {
        case .choices(let texts, let codes): bytes.append(contentsOf: texts[codes[row]])
        case .texts(let texts, let positions):
            bytes.append(contentsOf: texts[Int(positions[row])])
        case .numbers(let numbers): WrittenNumber.append(numbers[row], to: &bytes)
        case .dates(let seconds, let precision): append(seconds[row], precision)
        case .several(let answers):
            let names = (answers.chosen(row: row) ?? []).map { answers.options[$0].name }
            bytes.append(contentsOf: CSVWriter.encoded(names.joined(separator: " "), formulas))
        }
    }

    /// Ends the row; one that would be a blank line gets an empty quoted cell.
    mutating func endRow() {
        if cellCount == 1, bytes.count == rowStart { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(Mark.carriageReturn)
        bytes.append(Mark.newline)
        cellCount = 0
        rowStart = bytes.count
    }

    private mutating func beginCell() {
        if cellCount > 0 { bytes.append(Mark.comma) }
        cellCount += 1
    }

    private mutating func append(_ seconds: Double, _ precision: Column.DatePrecision) {
        guard seconds.isFinite else { return }
        let date = WrittenDate(seconds: seconds, precision: precision)
        bytes.append(contentsOf: date.text.utf8)
    }
}

extension CSVWriter {
    /// The values of a column, with each different text made ready once.
    enum Values {
        /// For each code the text of its cell; the first, for system-missing, is empty.
        case choices([[UInt8]], Codes)
        case texts([[UInt8]], [Int32])
        case numbers(Numbers)
        case dates([Double], Column.DatePrecision)
        case several(SeveralAnswers)

        init(_ values: Column.Values, _ formulas: CSV.Formulas) {
            switch values {
            case .codes(let codes, let categories):
                self = .choices([[]] + categories.map { encoded($0.name, formulas) }, codes)
            case .text(let text):
                self = .texts(text.pool.map { encoded($0, formulas) }, text.positions)
            case .numbers(let numbers): self = .numbers(numbers)
            case .dates(let seconds, let precision): self = .dates(seconds, precision)
            case .several(let answers): self = .several(answers)
            }
        }
    }

    /// The cell that holds `text`: with quotes where it needs them, and defused if it is a formula.
    private static func encoded(_ text: String, _ formulas: CSV.Formulas) -> [UInt8] {
        let needsQuotes =
            text.utf8.first == 0x20 || text.utf8.last == 0x20
            || text.utf8.contains(where: marks.contains)
        var bytes: [UInt8] = []
        if needsQuotes { bytes.append(Mark.quote) }
        if formulas == .defused, isFormula(text) { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            bytes.append(byte)
            if byte == Mark.quote { bytes.append(Mark.quote) }
        }
        if needsQuotes { bytes.append(Mark.quote) }
        return bytes
    }

    /// The bytes for which a cell is quoted.
    private static let marks: Set<UInt8> = [
        Mark.comma, Mark.semicolon, Mark.tab, Mark.quote, Mark.newline, Mark.carriageReturn,
    ]

    /// Whether a spreadsheet would run `text`.
    private static func isFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        // With the wide forms, which East Asian versions take for the plain ones.
        case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF20}": true
        case "+", "-", "\u{FF0B}", "\u{FF0D}":
            text.unicodeScalars.contains {
                $0.properties.isAlphabetic || "=@|!".unicodeScalars.contains($0)
            }
        default: false
        }
    }
}
