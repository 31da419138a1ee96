import Base
import Foundation
import Report

@testable import Files

/// A folder of an audit that lives as long as the value.
final class AuditFixture {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "audit-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    /// The report, and its problems as "file:line:column code".
    func read() -> (report: AuditedReport?, problems: [String]) {
        var problems: [Problem] = []
        let report = AuditFolder(path: path).report(&problems)
        return (report, problems.map(Self.place))
    }

    /// What a draft from `names`, in a folder of its own, makes of the files.
    func draft(_ names: [String]) throws -> (
        yaml: String, report: AuditedReport?, problems: [String]
    ) {
        let target = try AuditFixture()
        let written = try NewAudit.draft(in: target.path, tables: names.map { path + "/" + $0 })
        let yaml = try String(contentsOfFile: target.path + "/audit.yaml", encoding: .utf8)
        let (report, problems) = target.read()
        return (yaml, report, written.problems.map(Self.place) + problems)
    }

    static func place(_ problem: Problem) -> String {
        let place = problem.location
        let line = place.line.map { ":\($0)" } ?? ""
        let column = place.column.map { ":\($0)" } ?? ""
        return "\(place.file)\(line)\(column) \(problem.code.name)"
    }
}
