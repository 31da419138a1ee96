package import Base
import Foundation
package import Survey

/// Comma-separated values: reading and writing (RFC 4180, and what spreadsheets make of it).
///
/// Reading takes UTF-8, UTF-16 and Windows-1251; comma, semicolon or tab; line ends LF, CRLF or CR;
/// quoted cells with separators, line ends and doubled quotes. A quote inside an unquoted cell is
/// text. Lines are counted as a spreadsheet counts rows: the header is line 1, and a cell with a line
/// end in it does not add one.
package enum CSV {
    /// The most rows of a kind that are named one by one in problems.
    static let mostListed = 100

    /// The most columns: four times what the widest spreadsheet (Excel) can hold.
    static let mostColumns = 65536

    /// The data in the file at `path`; see ``read(bytes:file:options:)``.
    package static func read(
        path: String,
        options: ReadOptions = ReadOptions()
    ) -> (Microdata?, [Problem]) {
        let file = (path as NSString).lastPathComponent
        do throws(Problems) {
            return read(
                bytes: try FileBytes.read(path: path, file: file),
                file: file,
                options: options
            )
        } catch {
            return (nil, error.list)
        }
    }

    /// The data in `bytes`, the content of the file that problems call `file`.
    ///
    /// The first row is the header; a column's kind follows from its cells (``ColumnBuilder``). Where
    /// the separator is not a comma, a column may have a decimal comma if all of its numbers do. Rows
    /// that cannot be read are left out, each with an error that names its line; so are rows at the
    /// end that have separators but no content. Cells of columns that `options` skips are passed over.
    ///
    /// - Returns: The data, nil if there is no header to go by; and the problems. No cell's text is in
    ///   a problem's message.
    package static func read(
        bytes: [UInt8],
        file: String,
        options: ReadOptions = ReadOptions()
    ) -> (Microdata?, [Problem]) {
        read(bytes: bytes, file: file, options: options, pieceBytes: nil)
    }

    /// The same, with the text cut into pieces of about `pieceBytes`; the result is always the same.
    package static func read(
        bytes: [UInt8],
        file: String,
        options: ReadOptions,
        pieceBytes: Int?
    ) -> (Microdata?, [Problem]) {
        do throws(Problems) {
            let text = try text(in: bytes, file: file)
            var reader = CSVReader(CSVSource(text), file: file, problems: text.problems)
            let data = reader.read(options, pieceBytes: pieceBytes)
            return (data, reader.problems)
        } catch {
            return (nil, error.list)
        }
    }

    /// The rows of the file at `path` as text; see ``rows(bytes:file:)``.
    package static func rows(path: String) -> (SheetText?, [Problem]) {
        let file = (path as NSString).lastPathComponent
        do throws(Problems) {
            return rows(bytes: try FileBytes.read(path: path, file: file), file: file)
        } catch {
            return (nil, error.list)
        }
    }

    /// The rows of `bytes` as text, under the name `file`: for forms, lists of places and the like.
    ///
    /// Rows may differ in length; a blank line is a row without cells, so that row 0 is line 1.
    /// Blank lines at the end are left out. A row that cannot be read is in the result as far as it
    /// could be made out, and an error names its line.
    package static func rows(bytes: [UInt8], file: String) -> (SheetText?, [Problem]) {
        do throws(Problems) {
            let text = try text(in: bytes, file: file)
            var reader = CSVReader(CSVSource(text), file: file, problems: text.problems)
            let rows = reader.rows()
            return (SheetText(name: file, rows: rows), reader.problems)
        } catch {
            return (nil, error.list)
        }
    }

    /// The text in `bytes`.
    ///
    /// - Throws: `csv.empty-file`, `csv.other-format`, and what ``DecodedText`` throws.
    private static func text(in bytes: [UInt8], file: String) throws(Problems) -> DecodedText {
        if let kind = FileKind(beginning: bytes) {
            throw Problems(CSVProblem.otherFormat(file, kind))
        }
        let text = try DecodedText(bytes, file: file)
        let isBlank = text.utf8[text.start...].allSatisfy {
            $0 == 0x20 || (0x09...0x0D).contains($0)
        }
        if isBlank { throw Problems(CSVProblem.emptyFile(file)) }
        return text
    }
}
