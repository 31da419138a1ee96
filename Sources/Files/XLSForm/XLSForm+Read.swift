package import Base
package import Survey

extension XLSForm {
    /// The form in the workbook at `path`, and every problem of it at once.
    ///
    /// The form is nil when the file cannot be read or holds no sheet "survey".
    package static func read(path: String) -> (Form?, [Problem]) {
        do {
            let sheets = try XLSX.readText(path: path)
            let file = path.split(separator: "/").last.map(String.init) ?? path
            return parse(sheets: sheets, file: file)
        } catch {
            return (nil, error.list)
        }
    }
}
