package import Base
package import Survey

/// The sheets of a workbook as data, and what a person should know about how they were read.
package struct WorkbookData: Sendable {
    /// In the order of the workbook; a sheet without cells has no rows and no columns.
    package var sheets: [(name: String, data: Microdata)] = []
    /// Warnings and notes; no errors.
    package var warnings: [Problem] = []
}

extension XLSX {
    /// The most cells, empty ones counted, that the sheets of a workbook read as data may have.
    static let mostDataCells = 200_000_000

    /// The sheets of the workbook at `path` as data: the first row that holds something is the header.
    ///
    /// Columns are typed by ``ColumnBuilder``; a boolean is the text `TRUE` or `FALSE`, a time of day
    /// or a duration a number of days, a formula its last result. Error cells are system-missing, and
    /// so are empty ones; empty rows between others stay, those at the end do not. Columns that
    /// `options` skips are passed over.
    ///
    /// - Throws: The problem that stops reading: no file, no workbook, protected, damaged, too large.
    package static func read(path: String, options: ReadOptions) throws(Problems) -> WorkbookData {
        let workbook = try WorkbookParts.open(path: path)
        var result = WorkbookData()
        var cells = 0
        for sheet in workbook.contents.sheets {
            var scanner = try workbook.scanner(sheet)
            var builder = SheetBuilder(place: scanner.place, options: options, cellsBefore: cells)
            try builder.readAll(&scanner)
            cells = builder.cells
            result.warnings += builder.warnings
            result.sheets.append((sheet.name, builder.finish()))
        }
        for name in workbook.contents.otherSheets {
            result.warnings.append(noCells(name, file: workbook.container.name))
        }
        return result
    }

    private static func noCells(_ sheet: String, file: String) -> Problem {
        Problem(
            .note,
            "xlsx.chart-sheet",
            at: .init(file),
            "The sheet \(Problem.quote(sheet)) holds a chart or a macro and no cells.",
            remedy: "Nothing to do, unless it should hold data."
        )
    }
}
