package import Base
import Foundation
import Report
import Survey

/// Makes a study's folder from a form and an export, or from a small example that teaches.
package enum NewStudy {
    /// Drafts a study in `folder` from what the form and the data say.
    ///
    /// The files are copied into the folder; `study.yaml` and `report.md` are written beside them. A
    /// folder that holds a study already is left as it is.
    /// - Returns: The paths of the files written, `study.yaml` first, and every problem of the sources.
    /// - Throws: What stops the draft; then nothing is written.
    package static func draft(
        in folder: String,
        form formPath: String?,
        data dataPath: String,
        isSynthetic: Bool = false
    ) throws(Problems) -> (files: [String], problems: [Problem]) {
        try refuseExisting(folder)
        var problems: [Problem] = []
        var form = Form()
        if let formPath {
            let (read, found) = XLSForm.read(path: formPath)
            problems += found
            guard let read else { throw Problems(problems) }
            form = read
        }
        let file = try DataFile.read(path: dataPath)
        problems += file.problems
        var data = file.sheets.first?.data ?? Microdata(rowCount: 0)
        if !form.questions.isEmpty {
            let bound = bind(form, to: file.sheets)
            problems += bound.problems
            data = bound.main
        }
        guard
            !problems.contains(where: {
                $0.code.name.hasPrefix("xlsform.") && $0.severity == .error
            })
        else { throw Problems(problems) }
        let formName = formPath.map { ($0 as NSString).lastPathComponent }
        let dataName = (dataPath as NSString).lastPathComponent
        let text = StudyDraftFile(
            draft: proposeStudy(form: form, data: data),
            form: form,
            formFile: formName,
            dataFile: dataName,
            isSynthetic: isSynthetic
        ).text()
        var files: [(name: String, bytes: [UInt8])] = [
            (Study.fileName, Array(text.utf8)), ("report.md", Array(prose.utf8)),
        ]
        if let formPath, let formName { files.append((formName, try bytes(of: formPath))) }
        files.append((dataName, try bytes(of: dataPath)))
        return (try write(files, to: folder), problems)
    }

    private static let prose = """
        # About this study

        *Draft.* Write here who asked whom, where, when and why, and what the reader should know before the
        numbers. This text is Markdown: a line that begins with # is a chapter, **two stars** make bold.

        """

    // MARK: - Files

    static func refuseExisting(_ folder: String) throws(Problems) {
        let path = (folder as NSString).appendingPathComponent(Study.fileName)
        guard FileManager.default.fileExists(atPath: path) else { return }
        throw Problems(
            Problem(
                .error,
                "new.exists",
                at: .init(path),
                "This folder holds a study already; it is left as it is.",
                remedy: "Name another folder, or move the old study away."
            )
        )
    }

    private static func bytes(of path: String) throws(Problems) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problems(
                DataFile.missingFile((path as NSString).lastPathComponent, inFolderOf: path)
            )
        }
        return Array(data)
    }

    /// Writes each file whole; `study.yaml` comes last, so that a folder with it is a whole study.
    static func write(
        _ files: [(name: String, bytes: [UInt8])],
        to folder: String
    ) throws(Problems) -> [String] {
        let target = ReportFiles(folder: folder)
        try target.makeFolder(folder)
        for file in files.reversed() { try target.write(file.bytes, to: target.path(file.name)) }
        return files.map { target.path($0.name) }
    }
}
