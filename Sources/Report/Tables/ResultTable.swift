/// A table of results as plain rows: what goes into a CSV file or a sheet of the workbook.
package struct ResultTable: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        case whole
        /// A number with so many decimals when shown; it is kept at full precision.
        case decimal(Int)
        /// A share in 0...1, shown as a percentage with so many decimals.
        case percent(Int)
    }

    package struct Column: Sendable, Hashable {
        /// Its heading: in English in CSV files, in the report's language in the workbook.
        package var key: ColumnWord
        package var kind: Kind

        package init(_ key: ColumnWord, _ kind: Kind) {
            self.key = key
            self.kind = kind
        }

        /// The name that programs find it by.
        package var code: String { key.phrase.en }
    }

    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Double)
        /// No number: the status column of the row says why.
        case empty
    }

    /// The names of all tables that a report can have, in the order of the workbook.
    package static let names = [
        "respondents", "scales", "items", "reliability", "correlations", "answers", "numbers",
        "ranks", "places", "context", "recommendations",
    ]

    /// The name of its file or sheet: one of `names`.
    package var name: String
    package var title: String
    package var notes: [String]
    package var columns: [Column]
    package var rows: [[Cell]]

    package init(
        name: String,
        title: String,
        notes: [String] = [],
        columns: [Column],
        rows: [[Cell]] = []
    ) {
        self.name = name
        self.title = title
        self.notes = notes
        self.columns = columns
        self.rows = rows
    }
}
