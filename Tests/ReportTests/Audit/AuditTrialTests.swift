import AuditTrials
import Testing

@testable import Report

@Suite("The audit of made-up reports")
struct AuditTrialTests {
    /// Small studies: they have the largest errors of sampling, and cost little.
    private static let sizes = 40...200

    @Test("says nothing of reports in which nothing is wrong")
    func correct() {
        var improbable = 0
        for seed in UInt64(1)...150 {
            let made = MadeUpReport(seed: seed, sizes: Self.sizes)
            let outcome = Audit.audit(made.report)
            let alarms = outcome.findings.filter { $0.severity <= .contradictory }.map(\.id)
            #expect(alarms.isEmpty, "\(made.summary): \(alarms)")
            #expect(outcome.checked.values.reduce(0, +) > 20, "\(made.summary)")
            improbable += outcome.findings.contains { $0.severity == .improbable } ? 1 : 0
        }
        #expect(improbable * 20 < 150)
    }

    @Test("finds each kind of mistake in one of a few reports", arguments: PlantedError.allCases)
    func planted(_ kind: PlantedError) throws {
        let trials = (UInt64(1)...40).lazy.compactMap {
            MadeUpReport(seed: $0, sizes: Self.sizes).planted(kind)
        }
        let found = try #require(
            trials.first { $0.isFound(Audit.audit($0.report), atLeast: .improbable) }
        )
        #expect(found.report != MadeUpReport(seed: 1, sizes: Self.sizes).report)
    }

    /// Kinds whose findings are many and of different rules.
    private static let permuted: [PlantedError] = [
        .outOfRange, .totalDigit, .turnedItem, .copiedLine, .otherPeople, .trend,
    ]

    @Test("finds the same on every run, and whatever the order of rows", arguments: permuted)
    func rows(_ kind: PlantedError) {
        for seed in UInt64(1)...6 {
            let made = MadeUpReport(seed: seed, sizes: Self.sizes)
            guard let report = made.planted(kind)?.report else { continue }
            let outcome = Audit.audit(report)
            #expect(outcome == Audit.audit(report))
            var turned = report
            turned.tables = report.tables.map(Self.upsideDown)
            let after = Audit.audit(turned)
            #expect(Self.marks(outcome, report) == Self.marks(after, turned), "\(made.summary)")
        }
    }

    @Test("finds as bad things whatever the order of tables", arguments: permuted)
    func tables(_ kind: PlantedError) {
        for seed in UInt64(1)...6 {
            guard let report = MadeUpReport(seed: seed, sizes: Self.sizes).planted(kind)?.report
            else { continue }
            var turned = report
            turned.tables.reverse()
            #expect(Self.worst(Audit.audit(report)) == Self.worst(Audit.audit(turned)))
        }
    }

    // MARK: - Turning reports round

    private static func upsideDown(_ table: AuditedTable) -> AuditedTable {
        var turned = table
        turned.rows.reverse()
        turned.cells.reverse()
        for row in turned.rows.indices {
            guard var total = turned.rows[row].total else { continue }
            total.of = total.of.map { table.rows.count - 1 - $0 }
            turned.rows[row].total = total
        }
        return turned
    }

    /// What was found, with labels for places.
    private struct Mark: Hashable {
        let rule: AuditRuleName
        let severity: AuditSeverity
        let cells: Set<[String]>
    }

    private static func marks(_ outcome: AuditOutcome, _ report: AuditedReport) -> [Mark: Int] {
        let tables = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.id, $0) })
        return outcome.findings.reduce(into: [:]) { marks, finding in
            let cells = finding.cells.map { cell in
                [
                    cell.table, tables[cell.table]?.rows[cell.row].label ?? "",
                    tables[cell.table]?.columns[cell.column].label ?? "",
                ]
            }
            let mark = Mark(rule: finding.rule, severity: finding.severity, cells: Set(cells))
            marks[mark, default: 0] += 1
        }
    }

    private static func worst(_ outcome: AuditOutcome) -> [AuditRuleName: AuditSeverity] {
        outcome.findings.reduce(into: [:]) { worst, finding in
            // Slips that change nothing are told of one table or the other.
            guard finding.severity != .cosmetic else { return }
            worst[finding.rule] = min(worst[finding.rule] ?? .cosmetic, finding.severity)
        }
    }
}
