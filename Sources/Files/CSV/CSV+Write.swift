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
        var writer = CSVWriter(formulas: formulas)
        for row in rows {
            for cell in row { writer.append(cell) }
            writer.endRow()
        }
        return writer.bytes
    }

    /// `data` as CSV: a header with the columns' names, then one row a respondent.
    ///
    /// Answers from lists are the names of the categories (several answers with spaces between
    /// them), numbers are numbers, dates are ISO 8601; missing values are empty cells, and so is an
    /// answer that chose none of several.
    package static func write(_ data: Microdata, formulas: Formulas = .defused) -> [UInt8] {
        var writer = CSVWriter(formulas: formulas)
        for name in data.names { writer.append(.text(name)) }
        writer.endRow()
        let columns = data.columns.map { CSVWriter.Values($0.values, formulas) }
        for row in 0..<data.rowCount {
            for column in columns { writer.append(column, row: row) }
            writer.endRow()
        }
        return writer.bytes
    }
}
