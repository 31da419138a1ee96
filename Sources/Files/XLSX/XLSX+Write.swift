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

    /// Writes the sheets that are laid out; `tabs` says what links call them.
    static func write(
        _ layouts: [SheetLayout],
        title: String,
        tabs: [String: String],
        to path: String,
        mostCellsInMemory: Int = mostCellsInMemory
    ) throws(Problems) {
        // libxlsxwriter writes to a path only; a folder that nobody else may open holds that file.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ashar-XXXXXX")
        var template = Array(folder.path.utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Problems(notWritten(path, String(cString: strerror(errno))))
        }
        let own = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: own) }
        let unfinished = own + "/workbook.xlsx"
        let cells = layouts.reduce(0) { $0 + $1.rowCount * $1.columns.count }
        var options = lxw_workbook_options()
        options.constant_memory = cells > mostCellsInMemory ? 1 : 0
        guard let book = workbook_new_opt(unfinished, &options) else {
            throw Problems(notWritten(path, "out of memory"))
        }
        setProperties(book, title)
        try fill(book, layouts, tabs, isStreamed: options.constant_memory == 1, for: path)
        do {
            try AtomicFile.write(Data(contentsOf: URL(fileURLWithPath: unfinished)), to: path)
        } catch {
            let reason = (error as? AtomicFile.Failure)?.reason ?? "its draft cannot be read"
            throw Problems(notWritten(path, reason))
        }
    }

    /// Writes all sheets into `book` and closes it; messages name `path`, where it will be.
    private static func fill(
        _ book: UnsafeMutablePointer<lxw_workbook>,
        _ layouts: [SheetLayout],
        _ tabs: [String: String],
        isStreamed: Bool,
        for path: String
    ) throws(Problems) {
        var problems: Problems?
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
                    isStreamed: isStreamed
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
            "The workbook cannot be written: \(why).",
            remedy:
                "Check that the folder exists, that you may write there, and that the disk has room."
        )
    }
}
