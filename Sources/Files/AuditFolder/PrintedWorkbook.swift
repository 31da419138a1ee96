import Base
import Foundation
import Report

/// The sheets of a workbook as printed tables: numbers as their cells show them.
enum PrintedWorkbook {
    /// The most cells of all sheets, empty ones and merged ones counted.
    static let mostCells = 1_000_000

    /// One grid a sheet, merged ranges filled with the text of their first cell.
    ///
    /// A cell's number format decides how many decimals a figure has, since the trailing zeros of
    /// print are not in the number.
    static func read(path: String) throws(Problems) -> [PrintedGrid] {
        let workbook = try WorkbookParts.open(path: path)
        let name = (path as NSString).lastPathComponent
        var grids: [PrintedGrid] = []
        var cells = 0
        for sheet in workbook.contents.sheets {
            var scanner = try workbook.scanner(sheet)
            let place = "\(name)#\(sheet.name)"
            let rows = try rows(&scanner, workbook.styles, place, cells: &cells)
            if !rows.isEmpty { grids.append(PrintedGrid(file: place, rows: rows)) }
        }
        return grids
    }

    private static func rows(
        _ scanner: inout SheetScanner,
        _ styles: CellStyles,
        _ place: String,
        cells: inout Int
    ) throws(Problems) -> [[String]] {
        var rows: [[String]] = []
        var row = SheetRow()
        while try scanner.next(&row, isPassedOver: { _ in false }) {
            guard let last = row.cells.last else { continue }
            cells += last.column + 1 + max(0, row.line - rows.count)
            if cells > mostCells { throw Problems(tooLarge(place)) }
            var texts = [String](repeating: "", count: last.column + 1)
            for (cell, style) in zip(row.cells, row.styles) {
                texts[cell.column] = text(cell.value, style, styles)
            }
            while rows.count < row.line - 1 { rows.append([]) }
            rows.append(texts)
        }
        for range in scanner.merged { try fill(range, &rows, place, cells: &cells) }
        return rows
    }

    private static func text(_ value: SheetValue, _ style: Int, _ styles: CellStyles) -> String {
        guard case .number(let number) = value else { return value.text }
        let format = styles.printed.indices.contains(style) ? styles.printed[style] : .general
        return format.text(number)
    }

    /// Writes the text of the first cell of "A1:C1" into all of its cells.
    private static func fill(
        _ range: String,
        _ rows: inout [[String]],
        _ place: String,
        cells: inout Int
    ) throws(Problems) {
        let ends = range.split(separator: ":").compactMap { address($0) }
        guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column,
            rows.indices.contains(ends[0].row), rows[ends[0].row].indices.contains(ends[0].column)
        else { return }
        let text = rows[ends[0].row][ends[0].column]
        guard !text.isEmpty else { return }
        let lastRow = min(ends[1].row, rows.count - 1)
        cells += (lastRow - ends[0].row + 1) * (ends[1].column + 1)
        if cells > mostCells { throw Problems(tooLarge(place)) }
        for row in ends[0].row...lastRow {
            while rows[row].count <= ends[1].column { rows[row].append("") }
            for column in ends[0].column...ends[1].column { rows[row][column] = text }
        }
    }

    private static func address(_ text: Substring) -> (row: Int, column: Int)? {
        let letters = text.prefix { $0.isLetter }
        guard let row = Int(text[letters.endIndex...]), row > 0, row <= SheetScanner.mostLines
        else { return nil }
        let column = text.withCString { bytes in
            bytes.withMemoryRebound(to: UInt8.self, capacity: text.utf8.count + 1) {
                CellReference.column($0)
            }
        }
        guard let column, column < SheetScanner.mostColumns else { return nil }
        return (row - 1, column)
    }

    static func tooLarge(_ place: String) -> Problem {
        Problem(
            .error,
            "audit.too-large",
            at: .init(place),
            "The tables have more than a million cells, empty ones and merged ones counted.",
            remedy: "Keep the published tables only; delete stray cells far to the right or below."
        )
    }
}
