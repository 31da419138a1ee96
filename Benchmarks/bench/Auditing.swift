import AuditTrials
import Kernels
import Report

/// The trial of the audit: made-up reports, correct ones and ones with a mistake.
enum Auditing {
    /// Reports audited by one piece of work; enough that handing them out costs nothing.
    private static let portion = 50

    /// The findings of correct reports by severity, and how many reports have one.
    static func correct(_ count: Int) -> String {
        let found = portions(count) { seed in
            Audit.audit(MadeUpReport(seed: seed).report).findings.map(\.severity)
        }
        let fields = AuditSeverity.allCases.map { severity in
            let findings = found.reduce(0) { $0 + $1.count { $0 == severity } }
            let reports = found.count { $0.contains(severity) }
            return "\"\(severity.rawValue)\": [\(findings), \(reports)]"
        }
        return "{\(fields.joined(separator: ", "))}"
    }

    /// The seconds that the audit of one report takes on one core, without making it up.
    static func secondsEach(_ count: Int) -> Double {
        let reports = (1...count).map { MadeUpReport(seed: UInt64($0)).report }
        let time = ContinuousClock().measure {
            for report in reports { _ = Audit.audit(report) }
        }
        let (seconds, attoseconds) = time.components
        return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(count)
    }

    /// How many mistakes of each kind were planted and found, by the number of people:
    /// `"kind": [[planted, found, noticed], …]` for under 100, up to 500 and above.
    static func planted(_ count: Int) -> String {
        let kinds = PlantedError.allCases
        let trials = portions(count) { seed -> [Trial] in
            let report = MadeUpReport(seed: seed)
            return kinds.compactMap { kind in
                report.planted(kind).map { Trial(kind, $0, people: report.n) }
            }
        }.flatMap(\.self)
        let fields = kinds.map { kind in
            let sizes = (0...2).map { size in
                let own = trials.filter { $0.kind == kind && $0.size == size }
                return "[\(own.count), \(own.count { $0.isFound }), \(own.count { $0.isNoticed })]"
            }
            return "\"\(kind.rawValue)\": [\(sizes.joined(separator: ", "))]"
        }
        return "{\(fields.joined(separator: ", "))}"
    }

    private struct Trial: Sendable {
        let kind: PlantedError
        let size: Int
        /// A finding of contradictory or worse marks the mistake, or any above cosmetic.
        let isFound: Bool
        let isNoticed: Bool

        init(_ kind: PlantedError, _ planted: PlantedReport, people: Int) {
            self.kind = kind
            size = people < 100 ? 0 : people <= 500 ? 1 : 2
            let outcome = Audit.audit(planted.report)
            isFound = planted.isFound(outcome, atLeast: .contradictory)
            isNoticed = planted.isFound(outcome, atLeast: .improbable)
        }
    }

    /// What `work` makes of the seeds from 1 to `count`, on all cores.
    private static func portions<Result: Sendable>(
        _ count: Int,
        _ work: @Sendable (UInt64) -> Result
    ) -> [Result] {
        sideBySide((count + portion - 1) / portion) { place in
            (place * portion..<min(count, (place + 1) * portion)).map { work(UInt64($0 + 1)) }
        }.flatMap(\.self)
    }
}
