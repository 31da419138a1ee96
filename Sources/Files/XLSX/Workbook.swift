package import Survey

/// A workbook to be written: sheets with one table each.
package struct Workbook: Sendable, Hashable {
    /// The title that the file's properties have.
    package var title: String
    package var sheets: [Sheet]

    package init(title: String, sheets: [Sheet]) {
        self.title = title
        self.sheets = sheets
    }

    /// One table under a title: title in A1, then one line a note, then headers, then rows.
    package struct Sheet: Sendable, Hashable {
        /// The tab's name; shortened to 31 characters and made different from others when written.
        package var name: String
        /// Empty for a sheet that begins with its headers.
        package var title: String
        package var notes: [String]
        package var columns: [ColumnSpec]
        /// Rows may be shorter than the headers; longer ones are cut.
        package var rows: [[Cell]]

        package init(
            name: String,
            title: String = "",
            notes: [String] = [],
            columns: [ColumnSpec],
            rows: [[Cell]]
        ) {
            self.name = name
            self.title = title
            self.notes = notes
            self.columns = columns
            self.rows = rows
        }
    }

    /// A column of a table: its header, and how its numbers are shown.
    package struct ColumnSpec: Sendable, Hashable {
        /// How the numbers of a column are shown; they are kept in full.
        package enum Kind: Sendable, Hashable {
            case text
            case whole
            case decimal(digits: Int)
            /// Shows the share 0.25 as 25%.
            case percent(digits: Int)
            case date
            /// People fill the column in: what they type stays text, since spreadsheets make a date of
            /// 1.1; where there are choices, a list to choose from (of up to 255 letters in all).
            case entry(choices: [String])
        }

        package var header: String
        package var kind: Kind

        package init(_ header: String, _ kind: Kind = .text) {
            self.header = header
            self.kind = kind
        }
    }

    /// What a cell holds.
    package enum Cell: Sendable, Hashable {
        /// Always text, also when it begins with `=`.
        case text(String)
        /// An empty cell where it is NaN, text where it is infinite.
        case number(Double)
        /// Seconds since 1970-01-01 00:00; ISO text where spreadsheets have no such date.
        case date(Double, Column.DatePrecision)
        case empty
        /// A formula in the English notation that files have, such as `SUM(A1:A9)`; its result shows
        /// as 0 until a spreadsheet reckons it.
        case formula(String)
        /// A link to the first cell of the sheet that `Sheet.name` calls so; plain text if there is none.
        case internalLink(sheet: String, text: String)
    }
}
