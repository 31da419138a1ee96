package import Base

/// Excel workbooks (.xlsx, .xlsm): read as text or as data, and written.
package enum XLSX {
    /// The most cells, empty ones in between counted, that a workbook read as text may have.
    static let mostTextCells = 20_000_000

    /// The sheets of the workbook at `path`, in its order, hidden ones too, as rows of text.
    ///
    /// Numbers are in their shortest form (`1`, `0.25`), booleans `TRUE` and `FALSE`, dates
    /// `2024-01-31`, points in time `2024-01-31T10:20:30`, error cells as the spreadsheet shows them
    /// (`#N/A`), formulas as their last result. Merged ranges have their text in the first cell.
    /// Rows end with their last cell that holds something, sheets with their last such row.
    ///
    /// - Throws: The problem that stops reading: no file, no workbook, protected, damaged, too large.
    package static func readText(path: String) throws(Problems) -> [SheetText] {
        let workbook = try WorkbookParts.open(path: path)
        var sheets: [SheetText] = []
        var cells = 0
        for sheet in workbook.contents.sheets {
            var scanner = try workbook.scanner(sheet)
            sheets.append(
                SheetText(name: sheet.name, rows: try readTextRows(&scanner, cells: &cells))
            )
        }
        return sheets
    }

    /// The rows of one sheet; `cells` counts those of all sheets.
    private static func readTextRows(
        _ scanner: inout SheetScanner,
        cells: inout Int
    ) throws(Problems) -> [[String]] {
        var rows: [[String]] = []
        var row = SheetRow()
        while try scanner.next(&row, isPassedOver: { _ in false }) {
            guard let last = row.cells.last else { continue }
            cells += last.column + 1
            if cells > mostTextCells { throw Problems(tooManyCells(scanner.place)) }
            var texts = [String](repeating: "", count: last.column + 1)
            for cell in row.cells { texts[cell.column] = cell.value.text }
            while rows.count < row.line - 1 { rows.append([]) }
            rows.append(texts)
        }
        return rows
    }

    static func tooManyCells(_ place: String) -> Problem {
        Problem(
            .error,
            "xlsx.too-large",
            at: .init(place),
            "The sheets have more cells than can be kept.",
            remedy: "Delete stray cells far to the right or below, or save the data as .csv."
        )
    }
}

extension SheetValue {
    /// The value as a spreadsheet shows it, without number formats.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): WrittenNumber.shortest(number)
        case .date(let seconds, let precision):
            WrittenDate(seconds: seconds, precision: precision).text
        case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .error(let name): name
        case .passedOver: ""
        }
    }
}
