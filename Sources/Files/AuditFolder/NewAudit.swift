package import Base
import Foundation
import Report

/// Makes the folder of an audit from the tables of a published report.
package enum NewAudit {
    /// Drafts `audit.yaml` in `folder` from the files at `paths`, and copies the files beside it.
    ///
    /// Every sheet of a workbook and every table of a web page is a table of the draft; those that
    /// cannot be read are left out, with a problem. A folder that holds an audit is left as it is.
    /// - Returns: The paths of the files written, `audit.yaml` first, and every problem of the tables.
    /// - Throws: What stops the draft; then nothing is written.
    package static func draft(
        in folder: String,
        tables paths: [String]
    ) throws(Problems) -> (files: [String], problems: [Problem]) {
        try refuseExisting(folder)
        var problems: [Problem] = []
        var tables: [(id: String, file: String, printed: PrintedTable)] = []
        var copies: [(name: String, bytes: [UInt8])] = []
        for path in paths {
            let name = (path as NSString).lastPathComponent
            do throws(Problems) {
                guard FileManager.default.fileExists(atPath: path) else {
                    throw Problems(DataFile.missingFile(name, inFolderOf: path))
                }
                let (grids, found) = try AuditTables.read(path: path)
                problems += found
                for grid in grids {
                    guard let printed = PrintedTable(grid, problems: &problems) else { continue }
                    let isOnly = grids.count == 1
                    let id = freeId(isOnly ? name : grid.file, tables.map(\.id), isPart: !isOnly)
                    tables.append((id, grid.file, printed))
                }
                copies.append((name, try FileBytes.read(path: path, file: name)))
            } catch {
                problems += error.list
            }
        }
        guard !tables.isEmpty else { throw Problems(problems.isEmpty ? [noTables] : problems) }
        try refuseClashes(copies, in: folder)
        let text = AuditDraft(tables).text()
        let files = [(AuditFile.fileName, Array(text.utf8))] + copies
        return (try NewStudy.write(files, to: folder), problems)
    }

    /// A short id for a table, from its file or its sheet: small letters, digits and hyphens.
    static func freeId(_ name: String, _ taken: [String], isPart: Bool) -> String {
        let (file, part) = AuditTables.parts(of: name)
        let stem = (file as NSString).deletingPathExtension
        let source = isPart ? (part.map { Int($0) == nil ? $0 : "\(stem) \($0)" } ?? stem) : stem
        let words = source.lowercased().split { !($0.isLetter || $0.isNumber) }
        let id = words.isEmpty ? "table" : words.joined(separator: "-")
        guard taken.contains(id) else { return id }
        return (2...).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) } ?? id
    }

    private static func refuseExisting(_ folder: String) throws(Problems) {
        let path = (folder as NSString).appendingPathComponent(AuditFile.fileName)
        guard FileManager.default.fileExists(atPath: path) else { return }
        throw Problems(
            Problem(
                .error,
                "audit.exists",
                at: .init(path),
                "This folder holds an audit already; it is left as it is.",
                remedy: "Name another folder, or move the old audit away."
            )
        )
    }

    private static func refuseClashes(
        _ files: [(name: String, bytes: [UInt8])],
        in folder: String
    ) throws(Problems) {
        var seen: Set<String> = [AuditFile.fileName]
        for file in files {
            let path = (folder as NSString).appendingPathComponent(file.name)
            let there = FileManager.default.contents(atPath: path)
            let isOther = there.map { Array($0) != file.bytes } ?? false
            guard !seen.insert(file.name).inserted || isOther else { continue }
            throw Problems(
                Problem(
                    .error,
                    "audit.name-taken",
                    at: .init(path),
                    "Two files of the audit would have the name \(Problem.quote(file.name)).",
                    remedy: "Rename one of them, or choose another folder. Nothing was written."
                )
            )
        }
    }

    private static var noTables: Problem {
        Problem(
            .error,
            "audit.no-table",
            at: .init(AuditFile.fileName),
            "There is no table to draft an audit from.",
            remedy: "Name the files of the report's tables: CSV, XLSX or HTML."
        )
    }
}
