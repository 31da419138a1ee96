@testable import Report

/// An invented report, small enough to see every figure at once.
enum ClaimFixture {
    static func print(_ text: String) -> PrintedCell {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? String(text.dropLast()) : text
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard let units = Int(parts.joined()) else { return text.isEmpty ? .none : .text(text) }
        let decimals = parts.count > 1 ? parts[1].count : 0
        return .number(
            PrintedNumber(text: text, units: units, decimals: decimals, isPercent: isPercent)
        )
    }

    static func table(
        _ id: String,
        rows: [String],
        columns: [String],
        _ cells: [String],
        _ statistic: AuditedTable.Statistic,
        rowRole: AuditedTable.Role = .group
    ) -> AuditedTable {
        let line = { (label: String, role: AuditedTable.Role, count: Int) in
            AuditedTable.Line(
                label,
                role,
                total: label == "Total" ? .init(of: Array(0..<count), by: .pooled) : nil
            )
        }
        return AuditedTable(
            id: id,
            rows: rows.map { line($0, rowRole, rows.count - 1) },
            columns: columns.map { line($0, .group, columns.count - 1) },
            cells: cells.map { row in
                row.split(separator: " ", omittingEmptySubsequences: false)
                    .map { ClaimFixture.print($0 == "-" ? "" : String($0)) }
            },
            statistic: statistic
        )
    }

    static let trust = table(
        "trust",
        rows: ["North", "South city", "South region", "Hills", "Total"],
        columns: ["Women", "Men", "Total"],
        ["2.71 2.60 2.66", "2.80 2.80 2.80", "3.05 3.01 3.03", "2.43 2.50 2.46", "2.75 2.73 2.74"],
        .mean
    )

    static let years = table(
        "clients",
        rows: ["Clients"],
        columns: ["2017", "2018", "2019", "2020", "2021"],
        ["100 120 111 130 130"],
        .count
    )

    static let shares = table(
        "views",
        rows: ["Negative", "Neutral", "Positive"],
        columns: ["North", "South", "All"],
        ["41.2 55.0 48.1", "45.3 25.0 35.2", "13.5 20.0 16.7"],
        .percent,
        rowRole: .answer
    )

    static let people = table(
        "people",
        rows: ["North", "South", "Hills", "Total"],
        columns: ["Women", "Men", "All"],
        ["120 130 250", "240 220 460", "140 150 290", "500 500 1000"],
        .count
    )

    static let holes = table(
        "holes",
        rows: ["A", "B", "C"],
        columns: ["x", "y"],
        ["1.0 5.0", "- 2.0", "3.0 5.0"],
        .mean
    )

    static let report = AuditedReport(
        n: AuditedBase(1000, isAnswered: false),
        scales: [AuditedScale(name: "trust", range: 1...5)],
        tables: [trust, years, shares, people, holes]
    )

    static func account(
        _ text: String,
        in report: AuditedReport = report
    ) throws -> ClaimAccount {
        try ClaimEvaluator(report).account(of: try Claim(text))
    }
}
