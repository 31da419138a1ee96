package import Base
import Foundation
package import Report

/// The files of an audit: a page, the same in short as Markdown, and the findings for machines.
package struct AuditFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package static let page = "report.html"
    package static let markdown = "report.md"
    package static let findings = "findings.json"

    /// Writes the files, each whole or not at all.
    ///
    /// - Returns: Their paths, the page first.
    /// - Throws: The problem that stops writing.
    package func write(_ view: AuditView) throws(Problems) -> [String] {
        let files = ReportFiles(folder: folder)
        let contents: [(name: String, bytes: [UInt8])] = [
            (Self.page, AuditDocument(view).html()),
            (Self.markdown, Array(AuditMarkdown.text(view).utf8)),
            (Self.findings, Array(Self.json(view).utf8)),
        ]
        try files.makeFolder(folder)
        for (name, bytes) in contents { try files.write(bytes, to: files.path(name)) }
        return contents.map { files.path($0.name) }
    }

    /// The findings as JSON with sorted keys, ending with a newline (see ``AuditRecord``).
    package static func json(_ view: AuditView) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers only: there is nothing in a record that JSON cannot hold.
        guard let data = try? encoder.encode(AuditRecord(view)) else {
            preconditionFailure("an audit's record is texts and whole numbers")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
