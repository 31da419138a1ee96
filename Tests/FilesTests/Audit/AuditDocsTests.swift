import Base
import Foundation
import Report
import Testing

@testable import Files

@Suite("docs/audit/folder.md")
struct AuditDocsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    private func blocks(_ language: String) throws -> [String] {
        try text("docs/audit/folder.md").components(separatedBy: "```\(language)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
    }

    @Test("its example is drafted as it says, and audited as it became")
    func example() throws {
        let (csv, yaml) = (try blocks("csv"), try blocks("yaml"))
        try #require(csv.count == 2 && yaml.count == 2)
        let tables = ["who.csv": csv[0], "trust.csv": csv[1]]
        let drafted = try AuditFixture(tables).draft(["who.csv", "trust.csv"])
        #expect(drafted.yaml == yaml[0])
        #expect(drafted.problems == [])
        let folder = try AuditFixture(tables.merging(["audit.yaml": yaml[1]]) { $1 })
        let (read, problems) = folder.read()
        let report = try #require(read)
        #expect(problems == [])
        #expect(report.tables.map(\.id) == ["who", "trust"])
        #expect(report.tables[1].columns.map(\.n?.range) == [175...175, 825...825, 1000...1000])
        #expect(report.tables[0].rows[2].total == .init(of: [0, 1], by: .sum))
        #expect(report.tables[1].columns[2].total == .init(of: [0, 1], by: .pooled))
        #expect(report.scales[0].reversed == [report.tables[1].rows[0].identity])
    }

    @Test("it has every key that audit.yaml may have")
    func keys() throws {
        let manual = try text("docs/audit/folder.md")
        var keys: Set<String> = []
        for file in ["AuditFile.swift", "AuditFile+Tables.swift"] {
            let source = try text("Sources/Files/AuditFolder/\(file)")
            for match in source.matches(of: /known(?:: | = |:\s*)\[([^\]]*)\]/) {
                for key in match.1.matches(of: /"([a-z-]+)"/) { keys.insert(String(key.1)) }
            }
        }
        #expect(keys.count > 35)
        for key in keys.sorted() where !["by", "complete"].contains(key) {
            #expect(manual.contains("`\(key)`"), "\(key)")
        }
        #expect(manual.contains("A total is `by`") && manual.contains("`complete: no`"))
    }
}
