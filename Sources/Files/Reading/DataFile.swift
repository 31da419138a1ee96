package import Base
import Foundation
package import Survey

/// A file of answers, whatever its format: one sheet, or several where the format has sheets.
package struct DataFile: Sendable {
    package var sheets: [(name: String, data: Microdata)]
    /// What a person should know about how the file was read; errors where rows were lost.
    package var problems: [Problem]

    /// The endings of the file names that can be read.
    package static let endings = ["csv", "tsv", "txt", "xlsx", "xlsm", "sav", "zsav", "dta", "por"]

    /// Reads the file at `path`; its first bytes say which format it has, then its ending.
    ///
    /// - Throws: What stops reading the file at all.
    package static func read(
        path: String,
        options: ReadOptions = ReadOptions()
    ) throws(Problems) -> DataFile {
        let name = (path as NSString).lastPathComponent
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problems(missingFile(name, inFolderOf: path))
        }
        // A folder or a device has no first bytes; the reader that takes it then says so.
        let head = (try? FileHandle(forReadingAtPath: path)?.read(upToCount: 4096)) ?? Data()
        switch FileKind(beginning: head) {
        case .spss, .stata:
            let (data, problems) = try StatFile.read(path: path, options: options)
            return DataFile(sheets: [(name, data)], problems: problems)
        case .excel, .oldExcel, .zip:
            let workbook = try XLSX.read(path: path, options: options)
            return DataFile(sheets: workbook.sheets, problems: workbook.warnings)
        default: break
        }
        if ["sav", "zsav", "dta", "por"].contains((path as NSString).pathExtension.lowercased()) {
            let (data, problems) = try StatFile.read(path: path, options: options)
            return DataFile(sheets: [(name, data)], problems: problems)
        }
        let (data, problems) = CSV.read(path: path, options: options)
        guard let data else { throw Problems(problems) }
        return DataFile(sheets: [(name, data)], problems: problems)
    }

    /// The problem that there is no file of that name, with the nearest name beside it.
    package static func missingFile(_ name: String, inFolderOf path: String) -> Problem {
        let folder = (path as NSString).deletingLastPathComponent
        let others =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
            ?? []
        let hint = nearestName(to: name, in: others.sorted()).map { "Did you mean \($0)? " } ?? ""
        return Problem(
            .error,
            "file.missing",
            at: .init(name),
            "There is no file of this name.",
            remedy: "\(hint)Put the file into the folder, or mend its name."
        )
    }
}
