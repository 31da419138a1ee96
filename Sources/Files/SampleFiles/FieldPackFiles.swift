package import Base
import Foundation

/// The files of a field pack, in the folder `field` of a drawn sample.
package struct FieldPackFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package static let sheets = "sheets.html"
    package static let pdf = "sheets.pdf"
    package static let workbook = "supervisor.xlsx"
    package static let form = "form.xlsx"

    /// Writes the pack; each file is written whole or not at all.
    ///
    /// A supervisor's workbook in which somebody has written is left as it is, with a warning.
    ///
    /// - Parameters:
    ///   - pack: What is written.
    ///   - pdf: Whether to print the sheets.
    /// - Returns: The paths of the files, and warnings.
    /// - Throws: The problem that stops writing.
    package func write(
        _ pack: FieldPack,
        pdf: Bool
    ) throws(Problems) -> (files: [String], warnings: [Problem]) {
        let files = ReportFiles(folder: folder)
        let path = files.path
        try files.makeFolder(folder)
        var written = [path(Self.sheets)]
        var warnings: [Problem] = []
        try files.write(pack.sheets, to: path(Self.sheets))
        if isInUse(pack.supervisor) {
            warnings.append(inUse)
        } else {
            try XLSX.write(pack.supervisor, to: path(Self.workbook))
            written.append(path(Self.workbook))
        }
        // What is left of an earlier draw would stand beside other clusters.
        for name in [Self.form, Self.pdf] {
            try? FileManager.default.removeItem(atPath: path(name))
        }
        if let form = pack.form {
            try XLSX.write(form, to: path(Self.form))
            written.append(path(Self.form))
        }
        guard pdf else { return (written, warnings) }
        try printPDF(
            URL(fileURLWithPath: path(Self.sheets)),
            to: URL(fileURLWithPath: path(Self.pdf))
        )
        return (written + [path(Self.pdf)], warnings)
    }

    /// Whether somebody has written into the workbook in the folder: a column to be filled in holds
    /// something, or a sheet or its heads are not those that were written.
    private func isInUse(_ new: Workbook) -> Bool {
        let path = ReportFiles(folder: folder).path(Self.workbook)
        guard FileManager.default.fileExists(atPath: path) else { return false }
        guard let old = try? XLSX.readText(path: path), old.count == new.sheets.count else {
            return true
        }
        return zip(old, new.sheets).contains { old, new in
            let above = (new.title.isEmpty ? 0 : 1) + new.notes.count
            guard old.name == new.name, old.rows.indices.contains(above),
                old.rows[above] == new.columns.map(\.header)
            else { return true }
            let entries = new.columns.indices.filter { column in
                if case .entry = new.columns[column].kind { true } else { false }
            }
            return old.rows.dropFirst(above + 1).contains { row in
                entries.contains { row.indices.contains($0) && !row[$0].isEmpty }
            }
        }
    }

    private var inUse: Problem {
        Problem(
            .warning,
            "sample.log-in-use",
            at: .init(ReportFiles(folder: folder).path(Self.workbook)),
            "Somebody has written into the supervisor's workbook; it is left as it is.",
            remedy: "To have a new one, move it to another place and run this again."
        )
    }
}
