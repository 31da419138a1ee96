package import Base
import Foundation
import Report
package import Survey

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
        let text = text(
            form: form,
            data: data,
            formFile: formName,
            dataFile: dataName,
            isSynthetic: isSynthetic
        )
        var files: [(name: String, bytes: [UInt8])] = [
            (Study.fileName, Array(text.utf8)), ("report.md", Array(prose.utf8)),
        ]
        if let formPath, let formName { files.append((formName, try bytes(of: formPath))) }
        files.append((dataName, try bytes(of: dataPath)))
        try refuseClashes(files, in: folder)
        return (try write(files, to: folder), problems)
    }

    /// The `study.yaml` drafted from `form` and the `data` bound to it; it reads without an error.
    package static func text(
        form: Form,
        data: Microdata,
        formFile: String?,
        dataFile: String,
        isSynthetic: Bool
    ) -> String {
        StudyDraftFile(
            draft: proposeStudy(form: form, data: data),
            form: form,
            formFile: formFile,
            dataFile: dataFile,
            isSynthetic: isSynthetic
        ).text()
    }

    /// Nothing that is printed: a comment that tells what to write.
    private static let prose = """
        [//]: # (This file is the text of the report, in Markdown. Write below who asked whom, where, when)
        [//]: # (and why. A line that begins with # is a chapter, two stars on both sides make bold. Quote numbers:)
        [//]: # ({{respondents}} prints how many answered; docs/prose.md has all that can be quoted.)

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

    /// Two files of one name, and files of other content that are there already, are refused.
    private static func refuseClashes(
        _ files: [(name: String, bytes: [UInt8])],
        in folder: String
    ) throws(Problems) {
        var seen: Set<String> = []
        for file in files {
            let path = (folder as NSString).appendingPathComponent(file.name)
            let there = FileManager.default.contents(atPath: path)
            if !seen.insert(file.name).inserted
                || (there != nil && there.map(Array.init) != file.bytes)
            {
                throw Problems(
                    Problem(
                        .error,
                        "new.name-taken",
                        at: .init(path),
                        "Two files of the study would have the name \(Problem.quote(file.name)).",
                        remedy:
                            "Rename one of them, or choose a folder without it. Nothing was written."
                    )
                )
            }
        }
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
