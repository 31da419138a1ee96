import Base

/// What a person should know about how a sheet was read, in words.
enum SheetWarning {
    /// One header over several columns.
    static func duplicate(
        _ header: String,
        _ columns: [Int],
        _ line: Int,
        _ place: String
    ) -> Problem {
        Problem(
            .warning,
            "xlsx.duplicate-header",
            at: .init(place, line: line, column: columnLetter(columns[1])),
            "The header \(Problem.quote(header)) stands over \(columns.count) columns"
                + " (\(list(columns))).",
            remedy: "Give each column its own header; here the later ones get a number at the end."
        )
    }

    /// Columns with values and without a header.
    static func noHeader(_ columns: [Int], _ line: Int, _ place: String) -> Problem {
        Problem(
            .warning,
            "xlsx.empty-header",
            at: .init(place, line: line, column: columnLetter(columns[0])),
            columns.count == 1
                ? "The column \(list(columns)) has values and no header."
                : "\(columns.count) columns have values and no header (\(list(columns))).",
            remedy: "Name them in the first row; here they are called column_ and their letter."
        )
    }

    /// Cells of one column that hold an error instead of a value.
    static func errorCells(
        _ errors: (count: Int, line: Int, name: String),
        column: String,
        _ place: String
    ) -> Problem {
        let name = Problem.quote(errors.name)
        return Problem(
            .warning,
            "xlsx.error-cells",
            at: .init(place, line: errors.line, column: column),
            errors.count == 1
                ? "A cell holds the error \(name) and counts as empty."
                : "\(errors.count) cells hold an error, such as \(name) here, and count as empty.",
            remedy: "Mend the formula in the spreadsheet, or delete what the cell holds."
        )
    }

    /// Rows between others that hold nothing.
    static func blankRows(_ rows: (count: Int, line: Int), _ place: String) -> Problem {
        Problem(
            .warning,
            "xlsx.blank-rows",
            at: .init(place, line: rows.line),
            rows.count == 1
                ? "The row is empty and counts as a respondent without answers."
                : "\(rows.count) rows from here on are empty and count as respondents without answers.",
            remedy: "Delete the empty rows in the spreadsheet if they stand for nobody."
        )
    }

    /// Merged ranges, of which only the first cell has the value.
    static func merged(_ count: Int, _ place: String) -> Problem {
        Problem(
            .note,
            "xlsx.merged-cells",
            at: .init(place),
            count == 1 ? "Cells are merged in one place." : "Cells are merged in \(count) places.",
            remedy: "Only the first cell of a merged range has its value; the others are empty."
        )
    }

    /// Up to five columns by their letters.
    private static func list(_ columns: [Int]) -> String {
        let letters = columns.prefix(5).map(columnLetter).joined(separator: ", ")
        return columns.count > 5 ? "\(letters), …" : letters
    }
}
