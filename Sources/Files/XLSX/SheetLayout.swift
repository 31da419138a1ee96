import Survey

/// A sheet as it is laid out: its lines, and its cells, which are asked for one by one.
struct SheetLayout {
    let name: String
    let title: String
    let notes: [String]
    let columns: [Workbook.ColumnSpec]
    let rowCount: Int
    /// Whether people are to sort and filter the table.
    let hasFilter: Bool
    let cell: (_ row: Int, _ column: Int) -> Workbook.Cell

    /// The headers' line, counted from 0.
    var headerRow: Int { (title.isEmpty ? 0 : 1) + notes.count }

    /// The layout of `sheet` under the tab `name`.
    init(_ sheet: Workbook.Sheet, name: String) {
        self.name = name
        title = sheet.title
        notes = sheet.notes
        columns = sheet.columns
        rowCount = sheet.rows.count
        hasFilter = false
        cell = { row, column in
            column < sheet.rows[row].count ? sheet.rows[row][column] : .empty
        }
    }

    /// A sheet of headers and cells.
    init(
        name: String,
        columns: [Workbook.ColumnSpec],
        rowCount: Int,
        cell: @escaping (_ row: Int, _ column: Int) -> Workbook.Cell
    ) {
        self.name = name
        title = ""
        notes = []
        self.columns = columns
        self.rowCount = rowCount
        hasFilter = true
        self.cell = cell
    }

    /// Whether a spreadsheet takes the headers as those of a table object.
    ///
    /// They must differ, also when case is disregarded, and be one line each.
    var canBeTable: Bool {
        let headers = columns.map { $0.header.lowercased() }
        return rowCount > 0 && !headers.isEmpty && Set(headers).count == headers.count
            && headers.allSatisfy { header in
                !header.isEmpty && header.utf16.count <= 255 && header == escapedForCell(header)
                    && !header.contains { $0.isNewline || $0 == "\t" }
            }
    }

    /// The columns' widths in characters, fitted to headers and the first thousand rows.
    ///
    /// Between 8 and 60; a header may break into lines, so that only its longest word counts in full.
    func widths() -> [Double] {
        columns.indices.map { column in
            var width = headerWidth(columns[column].header)
            for row in 0..<min(rowCount, 1000) {
                width = max(width, cellWidth(cell(row, column), columns[column].kind))
            }
            return Double(min(max(width + 2, 8), 60))
        }
    }

    private func headerWidth(_ header: String) -> Int {
        let longestWord = header.split(separator: " ").map(\.count).max() ?? 0
        return max(longestWord, min(header.count, 16))
    }

    private func cellWidth(_ cell: Workbook.Cell, _ kind: Workbook.ColumnSpec.Kind) -> Int {
        switch cell {
        case .empty, .formula: 0
        case .text(let text), .internalLink(_, let text):
            text.prefix(120).split(separator: "\n").map(\.count).max() ?? 0
        case .date(_, let precision): precision == .day ? 10 : 19
        case .number(let number):
            switch kind {
            case .text, .date, .entry: min(WrittenNumber.shortest(number).count, 12)
            case .whole: wholeWidth(number)
            case .decimal(let digits): wholeWidth(number) + 1 + digits
            case .percent(let digits): wholeWidth(number * 100) + 2 + digits
            }
        }
    }

    /// The digits of the whole part of `number`, with a separator every three and the sign.
    private func wholeWidth(_ number: Double) -> Int {
        guard number.isFinite, abs(number) < 1e15 else { return 12 }
        let digits = String(Int(abs(number))).count
        return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0)
    }
}
