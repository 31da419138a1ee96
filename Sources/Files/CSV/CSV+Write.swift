package import Survey

extension CSV {
    /// A cell to be written.
    package enum Cell: Hashable, Sendable {
        case empty
        /// Somebody's text.
        case text(String)
        /// A number; one that is not finite is written as an empty cell.
        case number(Double)
        /// A date or date-time, in seconds since 1970-01-01 00:00.
        case date(Double, Column.DatePrecision)
    }

    /// What becomes of a text that a spreadsheet would take for a formula.
    ///
    /// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` or a tab as a formula when it
    /// opens a CSV file, quoted or not, and such a text may come from any respondent (OWASP, *CSV
    /// Injection*). Texts that begin with `+` or `-` count only if they hold a letter or one of
    /// `= @ | !`: "-5", "--" and "+996 555 01-23-45" can do no harm.
    package enum Formulas: Hashable, Sendable {
        /// An apostrophe goes before it, so that spreadsheets show it as text.
        case defused
        /// It is written as it is: for files that only programs read.
        case kept
    }

    /// `rows` as CSV: UTF-8 with CRLF at the end of each row (RFC 4180), without a byte order mark.
    ///
    /// A cell is quoted where it must be: when it holds a comma, a quote or a line end, when it begins
    /// or ends with a space, and an empty text in a row of one cell; also when it holds a semicolon
    /// or a tab, so that a reader that guesses the separator guesses right. Numbers are as short as
    /// identifies them.
    package static func write(
        _ rows: some Sequence<[Cell]>,
        formulas: Formulas = .defused
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows { append(row, formulas, to: &bytes) }
        return bytes
    }

    /// `data` as CSV: a header with the columns' names, then one row a respondent.
    ///
    /// Answers from lists are the names of the categories (several answers with spaces between
    /// them), numbers are numbers, dates are ISO 8601; missing values are empty cells, and so is an
    /// answer that chose none of several.
    package static func write(_ data: Microdata, formulas: Formulas = .defused) -> [UInt8] {
        var bytes: [UInt8] = []
        append(data.names.map { .text($0) }, formulas, to: &bytes)
        for row in 0..<data.rowCount {
            append(data.columns.map { $0.cell(row) }, formulas, to: &bytes)
        }
        return bytes
    }

    /// The bytes for which a cell is quoted.
    private static let marks: Set<UInt8> = [
        Mark.comma, Mark.semicolon, Mark.tab, Mark.quote, Mark.newline, Mark.carriageReturn,
    ]

    private static func append(_ row: [Cell], _ formulas: Formulas, to bytes: inout [UInt8]) {
        for (place, cell) in row.enumerated() {
            if place > 0 { bytes.append(Mark.comma) }
            switch cell {
            // A row of one empty cell would be a blank line.
            case .empty: if row.count == 1 { bytes.append(contentsOf: "\"\"".utf8) }
            case .number(let number) where number.isFinite:
                bytes.append(contentsOf: WrittenNumber.shortest(number).utf8)
            case .number: if row.count == 1 { bytes.append(contentsOf: "\"\"".utf8) }
            case .date(let seconds, let precision):
                let date = WrittenDate(seconds: seconds, precision: precision)
                bytes.append(contentsOf: date.text.utf8)
            case .text(let text):
                append(text, formulas, isAlone: row.count == 1, to: &bytes)
            }
        }
        bytes.append(Mark.carriageReturn)
        bytes.append(Mark.newline)
    }

    private static func append(
        _ text: String,
        _ formulas: Formulas,
        isAlone: Bool,
        to bytes: inout [UInt8]
    ) {
        let isDefused = formulas == .defused && isFormula(text)
        let needsQuotes =
            (isAlone && text.isEmpty) || text.utf8.first == 0x20 || text.utf8.last == 0x20
            || text.utf8.contains(where: marks.contains)
        if needsQuotes { bytes.append(Mark.quote) }
        if isDefused { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            bytes.append(byte)
            if byte == Mark.quote { bytes.append(Mark.quote) }
        }
        if needsQuotes { bytes.append(Mark.quote) }
    }

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

extension Column {
    /// The value of `row` as a cell of CSV.
    fileprivate func cell(_ row: Int) -> CSV.Cell {
        switch values {
        case .codes(let codes, let categories):
            return codes[row] == 0 ? .empty : .text(categories[codes[row] - 1].name)
        case .numbers(let numbers):
            return .number(numbers[row])
        case .text(let text):
            return text[row].isEmpty ? .empty : .text(text[row])
        case .dates(let seconds, let precision):
            return seconds[row].isNaN ? .empty : .date(seconds[row], precision)
        case .several(let answers):
            guard let chosen = answers.chosen(row: row) else { return .empty }
            return .text(chosen.map { answers.options[$0].name }.joined(separator: " "))
        }
    }
}
