import Base
import Foundation
import Report

/// The files of published tables, each read once.
struct AuditTables {
    let folder: String
    private var known: [String: [PrintedGrid]] = [:]

    init(folder: String) {
        self.folder = folder
    }

    /// The table that `name` names: a file, and behind "#" a sheet or a number, counted from 1.
    ///
    /// - Throws: What stops reading it; a file that is not there is a problem at `place`.
    mutating func grid(
        _ name: String,
        at place: Problem.Location,
        _ problems: inout [Problem]
    ) throws(Problems) -> PrintedGrid {
        let (file, part) = Self.parts(of: name)
        let grids: [PrintedGrid]
        if let read = known[file] {
            grids = read
        } else {
            let path = (folder as NSString).appendingPathComponent(file)
            guard !Self.isOutside(file) else { throw Problems(Self.outside(file, at: place)) }
            guard FileManager.default.fileExists(atPath: path) else {
                throw Problems(Self.missing(file, in: folder, at: place))
            }
            let (read, found) = try Self.read(path: path)
            problems += found
            known[file] = read
            grids = read
        }
        guard let part else {
            if let first = grids.first { return first }
            throw Problems(Self.noTable(file, at: .init(file)))
        }
        if let grid = grids.first(where: { $0.file == "\(file)#\(part)" }) { return grid }
        if let number = Int(part), grids.indices.contains(number - 1) { return grids[number - 1] }
        throw Problems(Self.noPart(part, file, grids, at: place))
    }

    /// All tables of the file at `path`, in its order; what a person should know of how it was read.
    ///
    /// - Throws: What stops reading the file.
    static func read(path: String) throws(Problems) -> (grids: [PrintedGrid], problems: [Problem]) {
        let name = (path as NSString).lastPathComponent
        let bytes = try FileBytes.read(path: path, file: name)
        switch FileKind(beginning: bytes) {
        case .excel, .oldExcel, .zip: return (try PrintedWorkbook.read(path: path), [])
        case .html, .xml: return (try PrintedPage.read(bytes, file: name), [])
        default: break
        }
        if ["html", "htm", "xhtml"].contains((path as NSString).pathExtension.lowercased()) {
            return (try PrintedPage.read(bytes, file: name), [])
        }
        let (sheet, problems) = CSV.rows(bytes: bytes, file: name)
        guard let sheet, !problems.hasErrors else { throw Problems(problems) }
        return ([PrintedGrid(file: name, rows: sheet.rows, isRagged: true)], problems)
    }

    /// "tables.xlsx#Means" is a file and its part.
    static func parts(of name: String) -> (file: String, part: String?) {
        guard let mark = name.lastIndex(of: "#") else { return (name, nil) }
        let part = name[name.index(after: mark)...]
        return (String(name[..<mark]), part.isEmpty ? nil : String(part))
    }

    /// Whether a relative path leads out of its folder.
    static func isOutside(_ name: String) -> Bool {
        var depth = 0
        for part in name.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return true }
        }
        return name.hasPrefix("/")
    }

    // MARK: - Problems

    static func outside(_ name: String, at place: Problem.Location) -> Problem {
        Problem(
            .error,
            "audit.outside-folder",
            at: place,
            "\(Problem.quote(name)) is not in the folder of the audit.",
            remedy: "Copy the file into the folder, so that the audit can be sent as a whole."
        )
    }

    static func missing(_ name: String, in folder: String, at place: Problem.Location) -> Problem {
        let path = (folder as NSString).appendingPathComponent(name)
        let remedy =
            name == AuditFile.fileName
            ? "Draft one from the tables of a report with `ashar audit new`."
            : DataFile.missingFile(name, inFolderOf: path).remedy
        return Problem(
            .error,
            "file.missing",
            at: place,
            "There is no file \(Problem.quote(name)) in the folder.",
            remedy: remedy
        )
    }

    static func noTable(_ file: String, at place: Problem.Location) -> Problem {
        Problem(
            .error,
            "audit.no-table",
            at: place,
            "\(file) holds no table.",
            remedy: "See whether it is the right file, or copy the table into a CSV file."
        )
    }

    private static func noPart(
        _ part: String,
        _ file: String,
        _ grids: [PrintedGrid],
        at place: Problem.Location
    ) -> Problem {
        let names = grids.map { parts(of: $0.file).part ?? "1" }
        let hint = nearestName(to: part, in: names).map { "Did you mean \($0)? " } ?? ""
        return Problem(
            .error,
            "audit.no-such-part",
            at: place,
            "\(file) has no sheet or table \(Problem.quote(part)).",
            remedy: "\(hint)It has: \(names.prefix(20).joined(separator: ", "))."
        )
    }
}
