@testable import Report

/// Tables for tests, written as they are printed: "label | 1.23 | 4.5", the first line the heading.
enum PrintedTables {
    /// Items in rows, groups in columns; a row or column called "Total" is the total of the others.
    static func items(
        _ id: String,
        _ text: String,
        block: String = "region",
        n: [Int]? = nil,
        isAnswered: Bool = true,
        isWeighted: Bool? = nil
    ) -> AuditedTable {
        let (head, rows) = parse(text)
        let columns = head.enumerated().map { place, label -> AuditedTable.Line in
            AuditedTable.Line(
                label,
                .group,
                block: block,
                total: label == "Total"
                    ? .init(of: head.indices.filter { $0 != place }, by: .pooled) : nil,
                n: n.flatMap { $0.indices.contains(place) ? $0[place] : nil }
                    .map { AuditedBase($0, isAnswered: isAnswered) }
            )
        }
        let lines = rows.enumerated().map { place, row -> AuditedTable.Line in
            AuditedTable.Line(
                row.label,
                .item,
                total: row.label == "Total"
                    ? .init(of: rows.indices.filter { $0 != place }, by: .mean) : nil
            )
        }
        return AuditedTable(
            id: id,
            rows: lines,
            columns: columns,
            cells: rows.map(\.cells),
            statistic: .mean,
            scale: "trust",
            isWeighted: isWeighted
        )
    }

    /// Counts: groups of one trait a block, given as label: block.
    static func counts(_ id: String, _ text: String, blocks: [String: String]) -> AuditedTable {
        let (head, rows) = parse(text)
        let lines = rows.enumerated().map { place, row -> AuditedTable.Line in
            AuditedTable.Line(
                row.label,
                .group,
                block: blocks[row.label],
                total: row.label == "Total"
                    ? .init(of: rows.indices.filter { $0 != place }, by: .sum) : nil
            )
        }
        return AuditedTable(
            id: id,
            rows: lines,
            columns: head.map { AuditedTable.Line($0, .statistic) },
            cells: rows.map(\.cells),
            statistic: .count
        )
    }

    static let trust = AuditedScale(name: "trust", range: 1...5)

    static func report(
        _ tables: [AuditedTable],
        scale: AuditedScale = trust,
        n: Int? = nil,
        claims: [(words: String, claim: String)] = []
    ) -> AuditedReport {
        AuditedReport(
            n: n.map { AuditedBase($0, isAnswered: false) },
            scales: [scale],
            tables: tables,
            claims: claims.enumerated().map {
                AuditedClaim(id: "c\($0 + 1)", words: $1.words, expression: $1.claim)
            }
        )
    }

    private static func parse(_ text: String) -> ([String], [(label: String, cells: [PrintedCell])])
    {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
        }
        return (
            Array(lines[0].dropFirst()),
            lines.dropFirst().map { ($0[0], $0.dropFirst().map(cell)) }
        )
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func cell(_ text: String) -> PrintedCell {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let units = Int(parts.joined()) else { return .none }
        return .number(
            PrintedNumber(units: units, decimals: parts.count == 2 ? parts[1].count : 0)
        )
    }
}
