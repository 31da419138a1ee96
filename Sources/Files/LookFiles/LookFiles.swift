package import Base
import Foundation
package import Report

/// The file of a first look: one page beside those of the report.
package struct LookFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// The name of the page.
    package static let page = "look.html"

    /// Writes the page, whole or not at all.
    ///
    /// - Returns: The path of the page.
    /// - Throws: The problem that stops writing.
    package func write(_ look: Look) throws(Problems) -> String {
        let files = ReportFiles(folder: folder)
        try files.makeFolder(folder)
        let path = files.path(Self.page)
        try files.write(LookDocument(look).html(), to: path)
        return path
    }
}
