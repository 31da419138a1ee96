package import Base
import Foundation
package import Report

/// The files of a report, in one folder.
package struct ReportFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// The name of the page.
    package static let page = "report.html"

    /// Writes the page, the workbook and the tables; each file is written whole or not at all.
    ///
    /// - Returns: The paths of the files, the page first.
    /// - Throws: The problem that stops writing.
    package func write(_ results: Results, prose: Prose) throws(Problems) -> [String] {
        let html = ReportDocument(results: results, prose: prose).html()
        try makeFolder(folder)
        let files = [path(Self.page)]
        try write(html, to: files[0])
        return files
    }

    func path(_ name: String) -> String {
        (folder as NSString).appendingPathComponent(name)
    }

    func makeFolder(_ path: String) throws(Problems) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        } catch {
            throw Problems(cannotWrite(path, "the folder cannot be made"))
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(Problems) {
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw Problems(cannotWrite(path, error.reason))
        }
    }

    func cannotWrite(_ path: String, _ reason: String) -> Problem {
        Problem(
            .error,
            "file.cannot-write",
            at: .init(path),
            "This cannot be written: \(reason).",
            remedy: "Check the disk's free space and your permission to write there."
        )
    }
}
