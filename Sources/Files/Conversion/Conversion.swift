package import Base
import Foundation
import Report
package import Survey

/// A data file in another format, by the endings of the files' names.
package enum Conversion {
    /// The endings of the formats that can be written.
    package static let endings = ["csv", "xlsx", "sav", "zsav"]

    /// Writes what the data file `source` holds to `target`, in the format that its ending names.
    ///
    /// The sheets of a workbook and the repeats of a form become files of their own beside `target`.
    ///
    /// - Parameters:
    ///   - source: A file in any format that ``DataFile`` reads.
    ///   - target: Where to; a file that is there is replaced, but never the source.
    ///   - form: The questionnaire, for names, labels and types; its path.
    ///   - leaving: Columns that are never read.
    ///   - language: The language of labels, where the target has labels; the form's first when empty.
    /// - Returns: The files written, the main one first, and what a person should know.
    /// - Throws: All problems, where one is an error; nothing was written then.
    package static func convert(
        from source: String,
        to target: String,
        form: String? = nil,
        leaving: [String] = [],
        language: String = ""
    ) throws(Problems) -> (files: [String], problems: [Problem]) {
        try check(source, target)
        let read = try LabelledData(path: source, form: form, leaving: leaving)
        let language = language.isEmpty ? read.form?.defaultLanguage ?? "" : language
        let files = read.paths(for: target)
        var problems = read.problems
        for (table, path) in zip(read.tables, files) {
            problems += try write(table.data, to: path, language: language)
        }
        return (files, problems)
    }

    /// Writes the codebook of the data file `source` to `target`: Markdown for `.md`, else a page.
    ///
    /// - Parameters:
    ///   - source: A file in any format that ``DataFile`` reads.
    ///   - target: Where to.
    ///   - form: The questionnaire, for names, labels and types; its path.
    ///   - leaving: Columns that are never read.
    ///   - language: The language of the codebook; the form's first when empty, else English.
    ///   - discloseAtLeast: How few people a count may point at.
    /// - Returns: The files written, the main one first, and what a person should know.
    /// - Throws: All problems, where one is an error; nothing was written then.
    package static func codebook(
        of source: String,
        to target: String,
        form: String? = nil,
        leaving: [String] = [],
        language: String = "",
        discloseAtLeast: Int = 5
    ) throws(Problems) -> (files: [String], problems: [Problem]) {
        if isSameFile(source, target) { throw Problems(sameFile(target)) }
        let read = try LabelledData(path: source, form: form, leaving: leaving)
        let language = language.isEmpty ? read.form?.defaultLanguage ?? "" : language
        let edition = CodebookEdition(language.isEmpty ? "en" : language)
        let files = read.paths(for: target)
        for (index, (table, path)) in zip(read.tables, files).enumerated() {
            let name = (source as NSString).lastPathComponent
            let codebook = Codebook(
                of: table.data,
                form: read.form,
                title: index == 0 ? name : "\(name), \(table.name)",
                discloseAtLeast: discloseAtLeast
            )
            let isMarkdown = (path as NSString).pathExtension.lowercased() == "md"
            try write(
                isMarkdown ? Array(codebook.markdown(edition).utf8) : codebook.page(edition).html(),
                to: path
            )
        }
        return (files, read.problems)
    }

    /// Writes `data` in the format that the ending of `path` names.
    ///
    /// - Returns: What the format could not hold as it is.
    package static func write(
        _ data: Microdata,
        to path: String,
        language: String = ""
    ) throws(Problems) -> [Problem] {
        switch (path as NSString).pathExtension.lowercased() {
        case "csv": try write(CSV.write(data), to: path)
        case "xlsx": try XLSX.write(microdata: data, language: language, to: path)
        case "sav", "zsav": return try SAV.write(microdata: data, to: path, language: language)
        default: throw Problems(unknownFormat(path))
        }
        return []
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Problems) {
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw Problems(
                Problem(
                    .error,
                    "file.cannot-write",
                    at: .init(path),
                    "This cannot be written: \(error.reason).",
                    remedy: "Check the disk's free space and your permission to write there."
                )
            )
        }
    }

    // MARK: - Problems

    private static func check(_ source: String, _ target: String) throws(Problems) {
        guard endings.contains((target as NSString).pathExtension.lowercased()) else {
            throw Problems(unknownFormat(target))
        }
        if isSameFile(source, target) { throw Problems(sameFile(target)) }
    }

    private static func isSameFile(_ source: String, _ target: String) -> Bool {
        var (one, other) = (stat(), stat())
        guard stat(source, &one) == 0, stat(target, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    private static func sameFile(_ path: String) -> Problem {
        Problem(
            .error,
            "convert.same-file",
            at: .init(path),
            "This is the file that would be read.",
            remedy: "Give the new file another name: the original must not be lost."
        )
    }

    private static func unknownFormat(_ path: String) -> Problem {
        Problem(
            .error,
            "convert.unknown-format",
            at: .init(path),
            "This ending names no format that can be written.",
            remedy: "End the name in .csv, .xlsx, .sav or .zsav."
        )
    }
}
