import Foundation
import Testing

@testable import Report

@Suite("docs/audit/claims.md and relations.md")
struct DocsClaimsTests {
    private static func page(_ name: String) throws -> String {
        try String(
            contentsOf: Example.root.appendingPathComponent("docs/audit/\(name)"),
            encoding: .utf8
        )
    }

    /// The lines of the page's examples.
    private static func examples(_ page: String) -> [String] {
        page.matches(of: /```text\n(.*?)\n```/.dotMatchesNewlines())
            .flatMap { $0.1.split(separator: "\n").map(String.init) }
    }

    /// The table of the page whose first header is `id`.
    private static func table(
        _ id: String,
        _ statistic: AuditedTable.Statistic,
        _ role: AuditedTable.Role = .group,
        in page: String
    ) throws -> AuditedTable {
        let rows = page.split(separator: "\n").map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let start = try #require(rows.firstIndex { $0.first == id })
        let body = rows[(start + 2)...].prefix { $0.count == rows[start].count }
        let total = { (label: String, count: Int) in
            label == "Total" ? AuditedTable.Total(of: Array(0..<count), by: .pooled) : nil
        }
        return AuditedTable(
            id: id,
            rows: body.map { .init($0[0], role, total: total($0[0], body.count - 1)) },
            columns: rows[start].dropFirst().map { label in
                .init(label, .group, total: total(label, rows[start].count - 2))
            },
            cells: try body.map { row in
                try row.dropFirst().map { cell in
                    let parts = cell.split(separator: ".")
                    let units = try #require(Int(parts.joined()))
                    let decimals = parts.count > 1 ? parts[1].count : 0
                    return .number(PrintedNumber(units: units, decimals: decimals))
                }
            },
            statistic: statistic
        )
    }

    @Test("every claim that the page shows can be read, and none of them is wrong")
    func claims() throws {
        let page = try Self.page("claims.md")
        let report = AuditedReport(
            n: AuditedBase(1000, isAnswered: true),
            scales: [AuditedScale(name: "trust", range: 1...5)],
            tables: [
                try Self.table("trust", .mean, in: page),
                try Self.table("clients", .count, in: page),
                try Self.table("views", .percent, .answer, in: page),
            ]
        )
        #expect(report.tables.map(\.cells.count) == [5, 1, 3])
        let examples = Self.examples(page)
        #expect(examples.count >= 35)
        for example in examples {
            #expect(ClaimChecks.faults(example, in: report) == [], "\(example)")
            let account = try ClaimEvaluator(report).account(of: Claim(example))
            #expect(account.truth != .fails, "\(example): \(account.because)")
        }
    }

    @Test("the page of claims has every function")
    func complete() throws {
        let page = try Self.page("claims.md")
        for function in Claim.Function.allCases {
            #expect(
                page.contains("\(function.rawValue)("),
                "\(function.rawValue)"
            )
        }
    }

    @Test("every relation that the page shows holds in its table")
    func relations() throws {
        let page = try Self.page("relations.md")
        var report = AuditedReport(tables: [try Self.table("sample", .count, in: page)])
        let examples = Self.examples(page)
        #expect(examples.count == 7)
        report.relations = examples.map { AuditedRelation(table: "sample", expression: $0) }
        let outcome = RelationsRule.judge(report)
        #expect(outcome.findings == [] && outcome.silences == [])
        #expect(outcome.checked > 20)
    }
}
