/// A sheet as rows of text, as a spreadsheet shows it.
package struct SheetText: Sendable, Hashable {
    package var name: String
    /// Row 0 is line 1 of the sheet; rows may differ in length.
    package var rows: [[String]]

    package init(name: String, rows: [[String]]) {
        self.name = name
        self.rows = rows
    }
}
