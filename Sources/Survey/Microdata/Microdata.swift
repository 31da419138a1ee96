/// The answers of a survey: one row a respondent, one column a variable.
package struct Microdata: Sendable, Hashable {
    /// How many respondents there are; each column has this many rows.
    package let rowCount: Int
    package private(set) var columns: [Column]
    /// Where the rows came from, for messages: the file's name and the line of each row.
    package var origin: Origin

    /// Where rows stand in the user's file.
    package struct Origin: Sendable, Hashable {
        package var file: String
        /// The line of row 0 as the spreadsheet shows it (the header is line 1).
        package var firstLine: Int
        /// The line of each row, where rows are not one line each; empty when they are.
        package var lines: [Int32]

        package init(file: String = "", firstLine: Int = 2, lines: [Int32] = []) {
            self.file = file
            self.firstLine = firstLine
            self.lines = lines
        }

        /// The line of `row` in the file.
        package func line(of row: Int) -> Int {
            lines.isEmpty ? firstLine + row : Int(lines[row])
        }
    }

    private var positions: [String: Int]

    /// Data with the given columns; names must differ, and every column must have `rowCount` rows.
    package init(rowCount: Int, columns: [Column] = [], origin: Origin = Origin()) {
        self.rowCount = rowCount
        self.columns = []
        self.origin = origin
        positions = [:]
        for column in columns { append(column) }
    }

    /// The column of that name.
    package subscript(name: String) -> Column? {
        positions[name].map { columns[$0] }
    }

    /// The names of all columns, in order.
    package var names: [String] { columns.map(\.name) }

    /// Adds a column at the end, or puts it in the place of the column that has its name.
    package mutating func append(_ column: Column) {
        precondition(column.rowCount == rowCount, "one value per row")
        if let position = positions[column.name] {
            columns[position] = column
        } else {
            positions[column.name] = columns.count
            columns.append(column)
        }
    }

    /// The same data with only the rows of `rows` (row numbers, ascending).
    package func keeping(rows: [Int]) -> Microdata {
        let lines = rows.map { Int32(origin.line(of: $0)) }
        return Microdata(
            rowCount: rows.count,
            columns: columns.map { $0.keeping(rows: rows) },
            origin: Origin(file: origin.file, firstLine: origin.firstLine, lines: lines)
        )
    }

    /// The same data with only the columns for which `isKept` holds.
    package func keeping(columns isKept: (Column) -> Bool) -> Microdata {
        Microdata(rowCount: rowCount, columns: columns.filter(isKept), origin: origin)
    }
}
