/// An audit made ready to be shown: its findings numbered and in families, its marks by cell.
package struct AuditView: Sendable {
    /// A finding with the number that the page and the terminal give it, from 1.
    package struct Entry: Sendable {
        package let number: Int
        package let finding: Finding

        /// Where it stands on the page.
        var anchor: String { "finding-\(number)" }
    }

    /// A finding that nothing explains, and those that follow from it.
    package struct Family: Sendable {
        package let cause: Entry
        package let explained: [Entry]
    }

    /// What the findings say of one cell.
    struct CellMark: Sendable {
        /// The worst of the findings that are about this cell; nil where it is evidence only.
        var severity: AuditSeverity?
        /// Numbers of the findings that are about it, then of those that it is evidence for.
        var own: [Int] = []
        var evidence: [Int] = []
        var corrected: String?
    }

    struct Place: Hashable, Sendable {
        let row: Int
        let column: Int
    }

    package let report: AuditedReport
    package let outcome: AuditOutcome
    package let claims: [JudgedClaim]
    /// Causes with what they explain, in the outcome's order; then single findings by table.
    package let families: [Family]
    /// The marks of each table, by its id.
    let marks: [String: [Place: CellMark]]
    private let numbers: [String: Int]
    private let tables: [String: Int]

    /// - Parameters:
    ///   - report: What was audited.
    ///   - outcome: What was found in it.
    ///   - claims: What became of each claim; as far as `outcome` tells where they are not given.
    package init(_ report: AuditedReport, _ outcome: AuditOutcome, claims: [JudgedClaim]? = nil) {
        self.report = report
        self.outcome = outcome
        self.claims = claims ?? JudgedClaim.all(of: report, outcome)
        tables = Dictionary(
            report.tables.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        families = Self.families(outcome.findings, tables)
        let entries = families.flatMap { [$0.cause] + $0.explained }
        numbers = Dictionary(
            entries.map { ($0.finding.id, $0.number) },
            uniquingKeysWith: { first, _ in first }
        )
        marks = Self.marks(entries, report.tables)
    }

    /// All findings in the order of their numbers.
    package var entries: [Entry] { families.flatMap { [$0.cause] + $0.explained } }

    /// The families in which one finding explains others.
    package var causes: [Family] { families.filter { !$0.explained.isEmpty } }

    /// How many findings there are of a severity.
    package func count(_ severity: AuditSeverity) -> Int {
        outcome.findings.count { $0.severity == severity }
    }

    /// How many things all rules judged.
    package var checked: Int { outcome.checked.values.reduce(0, +) }

    /// How many things rules could not judge.
    package var silent: Int {
        outcome.silent.values.joined().reduce(0) { $0 + $1.count }
    }

    func number(of id: String) -> Int? { numbers[id] }

    func table(_ id: String?) -> AuditedTable? {
        id.flatMap { tables[$0] }.map { report.tables[$0] }
    }

    /// Where a table stands on the page.
    func anchor(of table: AuditedTable) -> String {
        "table-\((tables[table.id] ?? 0) + 1)"
    }

    func anchor(of table: AuditedTable, _ place: Place) -> String {
        "\(anchor(of: table))-\(place.row + 1)-\(place.column + 1)"
    }

    /// The page that a finding is about: its table's, or its claim's.
    package func page(of finding: Finding) -> String? {
        table(finding.table)?.page
            ?? finding.claim.flatMap { id in report.claims.first { $0.id == id }?.page }
    }

    /// Numbers of the findings that are about a table or mark a cell of it as theirs.
    func findings(on table: AuditedTable) -> [Int] {
        entries.filter { entry in
            entry.finding.table == table.id || entry.finding.cells.first?.table == table.id
        }.map(\.number)
    }

    /// How many figures are printed in a table, and how many of them no finding touches.
    package func figures(in table: AuditedTable) -> (printed: Int, untouched: Int) {
        let marked = marks[table.id] ?? [:]
        var printed = 0
        var untouched = 0
        for (row, cells) in table.cells.enumerated() {
            for (column, cell) in cells.enumerated() where cell.number != nil {
                printed += 1
                if marked[Place(row: row, column: column)] == nil { untouched += 1 }
            }
        }
        return (printed, untouched)
    }
}

extension AuditView {
    /// Each finding stands with the one that explains it in the end, whatever lies between them.
    private static func families(_ findings: [Finding], _ tables: [String: Int]) -> [Family] {
        let byID = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func root(of finding: Finding) -> String {
            var finding = finding
            var seen: Set = [finding.id]
            while let next = finding.explainedBy.flatMap({ byID[$0] }) {
                // Two findings that explain each other explain nothing.
                guard seen.insert(next.id).inserted else { return seen.min() ?? finding.id }
                finding = next
            }
            return finding.id
        }
        var order: [String] = []
        var members: [String: [Finding]] = [:]
        for finding in findings {
            let root = root(of: finding)
            if members[root] == nil { order.append(root) }
            members[root, default: []].append(finding)
        }
        let groups = order.compactMap { root in
            members[root].map { members in
                (
                    cause: members.first { $0.id == root } ?? members[0],
                    rest: members.filter { $0.id != root }
                )
            }
        }
        let causes = groups.filter { !$0.rest.isEmpty }
        let single = groups.filter { $0.rest.isEmpty }.enumerated().sorted { one, other in
            let places = [one, other].map {
                $0.element.cause.claim == nil
                    ? $0.element.cause.table.flatMap { tables[$0] } ?? tables.count : tables.count
            }
            return (places[0], one.offset) < (places[1], other.offset)
        }.map(\.element)
        var number = 0
        func entry(_ finding: Finding) -> Entry {
            number += 1
            return Entry(number: number, finding: finding)
        }
        return (causes + single).map { group in
            Family(cause: entry(group.cause), explained: group.rest.map(entry))
        }
    }

    /// The cells that findings name, without those that no table has.
    private static func marks(
        _ entries: [Entry],
        _ tables: [AuditedTable]
    ) -> [String: [Place: CellMark]] {
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var marks: [String: [Place: CellMark]] = [:]
        for entry in entries {
            for (index, cell) in entry.finding.cells.enumerated() {
                guard let table = byID[cell.table], table.rows.indices.contains(cell.row),
                    table.columns.indices.contains(cell.column)
                else { continue }
                let place = Place(row: cell.row, column: cell.column)
                var mark = marks[cell.table]?[place] ?? CellMark()
                if index == 0 || cell.corrected != nil {
                    mark.severity = min(
                        mark.severity ?? entry.finding.severity,
                        entry.finding.severity
                    )
                    if mark.own.last != entry.number { mark.own.append(entry.number) }
                } else if mark.own.last != entry.number, mark.evidence.last != entry.number {
                    mark.evidence.append(entry.number)
                }
                mark.corrected = mark.corrected ?? cell.corrected
                marks[cell.table, default: [:]][place] = mark
            }
        }
        return marks
    }
}
