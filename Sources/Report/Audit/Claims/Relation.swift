/// An equation that holds in every row of a table, or in every column of it.
struct Relation: Hashable, Sendable {
    let claim: Claim
    /// The position of its table in the report.
    let table: Int
    /// Whether its names are of columns, so that it is judged row by row.
    let namesColumns: Bool

    /// Words at the end of a relation whose names are of rows.
    private static let ofRows = "of rows"

    init(_ relation: AuditedRelation, in report: AuditedReport) throws(Claim.Fault) {
        table = try Self.table(of: relation, in: report)
        let parts = Self.parts(of: relation.expression)
        claim = try Claim(parts.expression)
        namesColumns = parts.namesColumns
    }

    /// The lines that it is judged in: no totals, unless it is a plain sum, which holds for them, too.
    func lines(of table: AuditedTable) -> [Int] {
        let axis = namesColumns ? table.rows : table.columns
        let holdsForTotals = !claim.root.all.contains { term in
            switch term.kind {
            case .about, .binary(.divided, _, _), .binary(.times, _, _), .number: true
            default: false
            }
        }
        return axis.indices.filter { holdsForTotals || axis[$0].total == nil }
    }

    func scope(_ line: Int) -> ClaimScope {
        ClaimScope(table: table, namesColumns: namesColumns, line: line)
    }

    static func faults(
        of relation: AuditedRelation,
        in report: AuditedReport
    ) -> [Claim.Fault] {
        do throws(Claim.Fault) {
            let table = try table(of: relation, in: report)
            let parts = parts(of: relation.expression)
            let lines = report.tables[table].rows.isEmpty || report.tables[table].columns.isEmpty
            guard !lines else { return [] }
            let scope = ClaimScope(table: table, namesColumns: parts.namesColumns, line: 0)
            return ClaimChecks.faults(parts.expression, in: report, scope: scope)
        } catch {
            return [error]
        }
    }

    private static func table(
        of relation: AuditedRelation,
        in report: AuditedReport
    ) throws(Claim.Fault) -> Int {
        let table = try ClaimLookup(report: report, scope: nil).table(relation.table, 0..<0)
        return report.tables.firstIndex { $0.id == table.id } ?? 0
    }

    private static func parts(
        of text: String
    ) -> (expression: String, namesColumns: Bool) {
        var words = text[...]
        while let last = words.last, last.isWhitespace { words.removeLast() }
        guard words.hasSuffix(ofRows), words.dropLast(ofRows.count).last?.isWhitespace ?? false
        else { return (text, true) }
        return (String(words.dropLast(ofRows.count)), false)
    }
}
