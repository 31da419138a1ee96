package import Base
import CXlsxWriter
import Foundation
package import Survey

extension XLSX {
    /// Workbooks with more cells than this are written line by line, without table objects.
    ///
    /// libxlsxwriter keeps about 100 bytes a cell otherwise.
    static let mostCellsInMemory = 2_000_000

    /// Writes `workbook` to `path`: the same bytes each time, and never half a file.
    ///
    /// Numbers have 16 significant digits, one or two more than spreadsheets show.
    ///
    /// - Throws: One problem for what no workbook can hold, or a folder that cannot be written to.
    package static func write(_ workbook: Workbook, to path: String) throws(Problems) {
        let names = sheetNames(workbook.sheets.map(\.name))
        let layouts = zip(workbook.sheets, names).map { SheetLayout($0, name: $1) }
        let tabs = Dictionary(zip(workbook.sheets.map(\.name), names)) { first, _ in first }
        try write(layouts, title: workbook.title, tabs: tabs, to: path)
    }

    /// Writes `microdata` to `path`: a sheet "data" and a sheet "codebook".
    ///
    /// Names are headers; a category is written by its name, as a number where it is one; several
    /// answers by their names with spaces between. Labels are those in `language`.
    package static func write(
        microdata: Microdata,
        language: String = "",
        to path: String
    ) throws(Problems) {
        let layouts = [
            MicrodataLayout.data(microdata),
            MicrodataLayout.codebook(microdata, language: language),
        ]
        try write(layouts, title: microdata.origin.file, tabs: [:], to: path)
    }

    private static func write(
        _ layouts: [SheetLayout],
        title: String,
        tabs: [String: String],
        to path: String
    ) throws(Problems) {
        // A fixed name beside the target: a run that was cut off leaves one file, not many.
        let temporary = path + ".unfinished"
        // libxlsxwriter opens the file at its end only, and speaks to the terminal when it cannot.
        guard let file = fopen(temporary, "w") else {
            throw Problems(notWritten(path, String(cString: strerror(errno))))
        }
        fclose(file)
        do {
            try writeUnfinished(layouts, title: title, tabs: tabs, to: temporary, for: path)
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            unlink(temporary)
            throw Problems(notWritten(path, String(cString: strerror(errno))))
        }
    }

    private static func writeUnfinished(
        _ layouts: [SheetLayout],
        title: String,
        tabs: [String: String],
        to temporary: String,
        for path: String
    ) throws(Problems) {
        let cells = layouts.reduce(0) { $0 + $1.rowCount * $1.columns.count }
        var options = lxw_workbook_options()
        options.constant_memory = cells > mostCellsInMemory ? 1 : 0
        guard let book = workbook_new_opt(temporary, &options) else {
            throw Problems(notWritten(path, "out of memory"))
        }
        var problems: Problems?
        setProperties(book, title)
        var formats = CellFormats(book)
        for layout in layouts where problems == nil {
            guard let sheet = workbook_add_worksheet(book, layout.name) else {
                problems = Problems(notWritten(path, "the tab’s name is refused"))
                break
            }
            do {
                try SheetWriter(
                    sheet: sheet,
                    layout: layout,
                    tabs: tabs,
                    file: URL(fileURLWithPath: path).lastPathComponent,
                    isStreamed: options.constant_memory == 1
                ).write(&formats)
            } catch {
                problems = error
            }
        }
        // Closing frees the workbook, so it is done in any case.
        let code = workbook_close(book)
        if let problems { throw problems }
        if code != LXW_NO_ERROR {
            throw Problems(notWritten(path, String(cString: lxw_strerror(code))))
        }
    }

    /// Sets the file's properties; the time of making is the same always, so that the bytes are.
    private static func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>, _ title: String) {
        let title = strdup(escapedForCell(String(title.prefix(200))))
        defer { free(title) }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.created = 946_684_800  // 2000-01-01 00:00 UTC
        workbook_set_properties(book, &properties)
    }

    private static func notWritten(_ path: String, _ why: String) -> Problem {
        Problem(
            .error,
            "xlsx.not-written",
            at: .init(URL(fileURLWithPath: path).lastPathComponent),
            "the workbook cannot be written: \(why)",
            remedy:
                "Check that the folder exists, that you may write there, and that the disk has room."
        )
    }
}
