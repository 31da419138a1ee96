/// A table as its file holds it: rows of text, before anything is known of what they are.
package struct PrintedGrid: Hashable, Sendable {
    /// The file, with the sheet or the number of the table where it has several: "tables.xlsx#Means".
    package var file: String
    /// One list a row, all made equally long; row 0 is line 1 of the file.
    package private(set) var rows: [[String]]
    /// How many cells each row had in the file; nil where a file need not write empty ones.
    package private(set) var lengths: [Int]?

    /// The grid of `rows`; with `isRagged`, shorter rows lack cells that the file should have.
    package init(file: String, rows: [[String]], isRagged: Bool = false) {
        self.file = file
        let width = rows.map(\.count).max() ?? 0
        lengths = isRagged ? rows.map(\.count) : nil
        self.rows = rows.map { row in
            row.map { FigureText.unbolded(FigureText.plain($0)) }
                + [String](repeating: "", count: width - row.count)
        }
    }

    package var width: Int { rows.first?.count ?? 0 }

    /// The letter that a spreadsheet gives the column at `position`.
    package static func letter(_ position: Int) -> String {
        var letters = ""
        var rest = position + 1
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }
}
