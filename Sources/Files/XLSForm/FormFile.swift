package import Base
import Foundation
package import Survey

/// A questionnaire's file: an XLSForm as a workbook.
package enum FormFile {
    /// The form in the file at `path`, as far as it can be read, with all of its problems.
    ///
    /// - Throws: What stops reading the file at all.
    package static func read(path: String) throws(Problems) -> (form: Form?, problems: [Problem]) {
        let sheets = try XLSX.readText(path: path)
        return XLSForm.parse(sheets: sheets, file: (path as NSString).lastPathComponent)
    }
}
