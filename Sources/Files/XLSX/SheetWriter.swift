import Base
import CXlsxWriter

/// Writes one sheet into a workbook of libxlsxwriter.
struct SheetWriter {
    /// The most UTF-16 units that spreadsheets keep in a cell.
    static let mostUnits = 32_767

    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let layout: SheetLayout
    /// The tab of each sheet, by the name that links use.
    let tabs: [String: String]
    /// The file that is being written, for messages.
    let file: String
    /// Whether the workbook keeps no cells in memory, which rules out table objects.
    let isStreamed: Bool

    /// Writes the sheet, from its first line to its last.
    ///
    /// - Throws: One problem for a text or a table that no workbook can hold.
    func write(_ formats: inout CellFormats) throws(Problems) {
        try checkSize()
        for (column, width) in layout.widths().enumerated() {
            let kind = layout.columns[column].kind
            var format: UnsafeMutablePointer<lxw_format>?
            if case .entry(let choices) = kind {
                format = formats.number(kind)
                offer(choices, in: column)
            }
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format)
        }
        var line = 0
        if !layout.title.isEmpty {
            try write(layout.title, line, 0, formats.title)
            line += 1
        }
        for note in layout.notes {
            try write(note, line, 0, nil)
            line += 1
        }
        try writeTable(&formats)
        setPage()
    }

    private func checkSize() throws(Problems) {
        let lines = layout.headerRow + 1 + layout.rowCount
        guard lines > SheetScanner.mostLines || layout.columns.count > SheetScanner.mostColumns
        else { return }
        throw Problems(
            Problem(
                .error,
                "xlsx.does-not-fit",
                at: .init(file),
                "The sheet \(Problem.quote(layout.name)) needs \(lines) lines"
                    + " and \(layout.columns.count) columns.",
                remedy: "Workbooks end at 1,048,576 lines and 16,384 columns: write .csv instead."
            )
        )
    }

    private func writeTable(_ formats: inout CellFormats) throws(Problems) {
        let first = layout.headerRow + 1
        for (column, spec) in layout.columns.enumerated() {
            try write(spec.header, layout.headerRow, column, formats.header)
        }
        for row in 0..<layout.rowCount {
            for column in layout.columns.indices {
                try write(layout.cell(row, column), first + row, column, &formats)
            }
        }
        guard !layout.columns.isEmpty else { return }
        if layout.canBeTable, !isStreamed {
            TableObject(layout).add(to: sheet, header: formats.header)
        } else if layout.hasFilter {
            worksheet_autofilter(
                sheet,
                UInt32(layout.headerRow),
                0,
                UInt32(layout.headerRow + layout.rowCount),
                UInt16(layout.columns.count - 1)
            )
        }
    }

    private func write(
        _ cell: Workbook.Cell,
        _ line: Int,
        _ column: Int,
        _ formats: inout CellFormats
    ) throws(Problems) {
        switch cell {
        case .empty: break
        case .text(let text): try write(text, line, column, formats.text)
        case .number(let number):
            if number.isFinite {
                let format = formats.number(layout.columns[column].kind)
                worksheet_write_number(sheet, UInt32(line), UInt16(column), number, format)
            } else if number.isInfinite {
                try write(number < 0 ? "-inf" : "inf", line, column, formats.text)
            }
        case .date(let seconds, let precision):
            if let serial = SerialDate.serial(seconds: seconds) {
                let format = formats.date(seconds, precision)
                worksheet_write_number(sheet, UInt32(line), UInt16(column), serial, format)
            } else if seconds.isFinite {
                let text = WrittenDate(seconds: seconds, precision: precision).text
                try write(text, line, column, formats.text)
            }
        case .formula(let formula):
            let format = formats.number(layout.columns[column].kind)
            worksheet_write_formula(sheet, UInt32(line), UInt16(column), "=\(formula)", format)
        case .internalLink(let name, let text):
            guard let tab = tabs[name], !text.isEmpty else {
                return try write(text, line, column, formats.text)
            }
            let target = "internal:'\(tab.replacing("'", with: "''"))'!A1"
            let text = escapedForCell(text)
            worksheet_write_url_opt(sheet, UInt32(line), UInt16(column), target, nil, text, nil)
        }
    }

    private func write(
        _ text: String,
        _ line: Int,
        _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(Problems) {
        guard !text.isEmpty else { return }
        let escaped = escapedForCell(text)
        if escaped.utf8.count > SheetWriter.mostUnits, escaped.utf16.count > SheetWriter.mostUnits {
            throw Problems(tooLong(line, column))
        }
        worksheet_write_string(sheet, UInt32(line), UInt16(column), escaped, format)
    }

    /// Lets people choose from a list in a column; what is not on it is asked about, not refused.
    private func offer(_ choices: [String], in column: Int) {
        guard !choices.isEmpty, layout.rowCount > 0 else { return }
        var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
        // The list ends with a null pointer.
        texts.append(nil)
        defer { for text in texts { free(text) } }
        texts.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
            validation.value_list = list.baseAddress
            worksheet_data_validation_range(
                sheet,
                UInt32(layout.headerRow + 1),
                UInt16(column),
                UInt32(layout.headerRow + layout.rowCount),
                UInt16(column),
                &validation
            )
        }
    }

    /// Freezes the headers and prints them on every page, one page wide.
    private func setPage() {
        // Many notes frozen above the table would leave no room to scroll it on a small screen.
        if layout.headerRow < 12 { worksheet_freeze_panes(sheet, UInt32(layout.headerRow + 1), 0) }
        worksheet_repeat_rows(sheet, UInt32(layout.headerRow), UInt32(layout.headerRow))
        worksheet_set_paper(sheet, 9)  // A4
        if layout.columns.count > 6 { worksheet_set_landscape(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    private func tooLong(_ line: Int, _ column: Int) -> Problem {
        let header = layout.columns.indices.contains(column) ? layout.columns[column].header : ""
        return Problem(
            .error,
            "xlsx.text-too-long",
            at: .init(file, line: line + 1, column: header),
            "A text of the sheet \(Problem.quote(layout.name)) is longer than cells can be.",
            remedy: "Cells end at 32,767 letters: shorten the text, or write .csv instead."
        )
    }
}

/// The table object over a sheet's table, which gives it a name and its headers to readers.
private struct TableObject {
    private let layout: SheetLayout

    init(_ layout: SheetLayout) {
        self.layout = layout
    }

    /// Adds the object; libxlsxwriter copies what it is given.
    func add(
        to sheet: UnsafeMutablePointer<lxw_worksheet>,
        header: UnsafeMutablePointer<lxw_format>?
    ) {
        let count = layout.columns.count
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: count)
        columns.initialize(repeating: lxw_table_column(), count: count)
        // The list of columns ends with a null pointer.
        let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(
            capacity: count + 1
        )
        list.initialize(repeating: nil, count: count + 1)
        for i in 0..<count {
            columns[i].header = strdup(layout.columns[i].header)
            columns[i].header_format = header
            list[i] = columns + i
        }
        defer {
            for i in 0..<count { free(columns[i].header) }
            columns.deallocate()
            list.deallocate()
        }
        var options = lxw_table_options()
        options.no_autofilter = layout.hasFilter ? 0 : 1
        options.no_banded_rows = 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        options.columns = list
        worksheet_add_table(
            sheet,
            UInt32(layout.headerRow),
            0,
            UInt32(layout.headerRow + layout.rowCount),
            UInt16(count - 1),
            &options
        )
    }
}
