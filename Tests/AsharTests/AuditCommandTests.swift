import Base
import Files
import Foundation
import Report
import Testing

@Suite("ashar audit")
struct AuditCommandTests {
    private static let yaml = """
        title: Neighbours
        source: A made-up institute
        sample: {n: 100, weighted: no}
        scales:
          trust: {range: [1, 5]}
        tables:
          trust:
            holds: means
            scale: trust
            page: 12
            rows: {are: items}
            columns: {are: groups, of: district, total: Total}
        """
    private static let table = """
        item,North,South,Total
        Neighbours greet,3.11,3.42,3.30
        Strangers are welcome,2.05,2.35,2.20

        """

    private func folder(
        _ table: String = Self.table,
        claims: String = "id,page,words,claim\nc1,13,North trusts less.,"
            + "\"trust[\"\"Neighbours greet\"\", North] < trust[\"\"Neighbours greet\"\", South]\"\n"
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in [
            ("audit.yaml", Self.yaml), ("trust.csv", table), ("claims.csv", claims),
        ] {
            try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
        }
        return folder
    }

    @Test("ends with 0 where the report agrees with itself, and names its page")
    func sound() throws {
        let folder = try folder()
        let ending = try Program.run(["audit", folder.path])
        #expect(ending.status == 0, "\(ending.complaints)\(ending.output)")
        #expect(ending.lines.last == "The page is in \(folder.file("audit/report.html"))")
        #expect(ending.lines.first?.hasPrefix("1 table and 1 claim: 0 impossible, 0 contr") == true)
        #expect(try folder.text("audit/report.html").contains("Audit: Neighbours"))
        #expect(try folder.text("audit/report.md").hasPrefix("# Audit: Neighbours\n"))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var failOn: String?
        var status: Int32
        var testDescription: String { failOn ?? "default" }
    }

    @Test(
        "ends with 3 where it finds what --fail-on names, or worse",
        arguments: [
            Case(failOn: nil, status: 3), Case(failOn: "impossible", status: 3),
            Case(failOn: "contradictory", status: 3), Case(failOn: "improbable", status: 3),
            Case(failOn: "never", status: 0),
        ]
    )
    func impossible(_ given: Case) throws {
        let folder = try folder(Self.table.replacingOccurrences(of: "3.42", with: "5.42"))
        let option = given.failOn.map { ["--fail-on", $0] } ?? []
        let ending = try Program.run(["audit", folder.path] + option)
        #expect(ending.status == given.status)
        #expect(ending.output.contains("impossible: "))
        #expect(FileManager.default.fileExists(atPath: folder.file("audit/report.html")))
    }

    @Test("a contradiction is not impossible")
    func contradiction() throws {
        let folder = try folder(
            claims: "id,page,words,claim\nc1,13,North trusts most.,"
                + "\"highest(trust[\"\"Neighbours greet\"\", *]) is North\"\n"
        )
        #expect(try Program.run(["audit", folder.path]).status == 3)
        #expect(try Program.run(["audit", folder.path, "--fail-on", "impossible"]).status == 0)
    }

    @Test("prints findings.json with --json: every key, null for what is absent")
    func json() throws {
        let folder = try folder(Self.table.replacingOccurrences(of: "3.42", with: "5.42"))
        let ending = try Program.run(["audit", folder.path, "--json"])
        #expect(ending.status == 3)
        #expect(try folder.text("audit/findings.json") == ending.output)
        let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        let record = try #require(object as? [String: Any])
        #expect(Set(record.keys) == ["findings", "checked", "silent", "disclosure"])
        let findings = try #require(record["findings"] as? [[String: Any]])
        let range = try #require(findings.first { $0["rule"] as? String == "range" })
        #expect(
            Set(range.keys) == [
                "id", "rule", "severity", "headline", "table", "row", "column", "claim", "page",
                "printed", "expected", "because", "unless", "likelyCause", "consequence", "cells",
                "explainedBy",
            ]
        )
        #expect(range["claim"] is NSNull && range["page"] as? String == "12")
        let cell = try #require((range["cells"] as? [[String: Any]])?.first)
        #expect(cell["row"] as? Int == 1 && cell["column"] as? Int == 2)
        #expect(Set(cell.keys) == ["table", "row", "column", "corrected"])
    }

    @Test("ends with 1 and writes nothing where the folder has errors, all named at once")
    func errors() throws {
        let folder = try folder(claims: "id,page,words,claim\nc1,13,x,nowhere[a] > \nc1,13,x,1\n")
        let ending = try Program.run(["audit", folder.path])
        #expect(ending.status == 1)
        #expect(ending.complaints.contains("claims.csv:2"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("audit")))
        let json = try Program.run(["audit", folder.path, "--json"])
        #expect(json.status == 1 && json.output.contains("\"problems\""))
        #expect(try Program.run(["audit", folder.file("nowhere")]).status == 1)
    }

    @Test("ends with 2 where it cannot write, and with 64 for wrong use")
    func machine() throws {
        let folder = try folder()
        let file = folder.file("trust.csv")
        #expect(try Program.run(["audit", folder.path, "--output", file]).status == 2)
        #expect(try Program.run(["audit", folder.path, "--fail-on", "all"]).status == 64)
        #expect(try Program.run(["audit", "new", folder.path]).status == 64)
    }

    @Test("drafts a folder that can be audited as it is, and does not replace it")
    func draft() throws {
        let given = try folder()
        let made = try TemporaryFolder()
        let target = made.file("drafted")
        let arguments = ["audit", "new", target, "--tables", given.file("trust.csv")]
        let ending = try Program.run(arguments)
        #expect(ending.status == 0, "\(ending.complaints)")
        #expect(try Program.run(["audit", target]).status == 0)
        #expect(try Program.run(arguments).status == 1)
    }
}
