package import Base
import Survey

extension Results {
    /// The results as a stranger would read them: rounded as they are printed, with nothing of how
    /// they were made.
    ///
    /// The audit of published tables runs on it before a report is written.
    package var audited: AuditedReport {
        var report = AuditedReport(isWeighted: sample.weightingEffect != nil)
        // A scale whose ends are beyond those that are judged is left out, with its tables.
        let judged = scales.compactMap { scale in
            Self.wholes(around: scale.declaration.range).map { (scale: scale, range: $0) }
        }
        report.scales = judged.map {
            AuditedScale(name: $0.scale.declaration.name, range: $0.range)
        }
        for (index, breakdown) in breakdowns.enumerated() {
            report.tables += judged.map { audited($0.scale, breakdown, index) }
            report.tables += questions.compactMap { audited($0, breakdown, index) }
        }
        return report
    }

    /// Rules for what this program could get wrong; copied lines and scorings it cannot.
    package static let rulesOfItsOwn: Set<AuditRuleName> = [
        .range, .granularity, .totals, .counts, .percentages,
    ]

    /// What an audit of the report's own tables finds, as problems of the study: what it calls
    /// impossible is an error, what contradicts itself a warning.
    ///
    /// - Returns: No problem for a right report; an impossible figure is a fault of this program.
    package func auditProblems() -> [Problem] {
        Audit.audit(audited, rules: Self.rulesOfItsOwn).findings.compactMap { finding in
            let severity: Problem.Severity
            switch finding.severity {
            case .impossible: severity = .error
            case .contradictory: severity = .warning
            case .improbable, .cosmetic: return nil
            }
            return Problem(
                severity,
                severity == .error ? "audit.impossible" : "audit.contradictory",
                at: .init(Study.fileName),
                "In the table “\(finding.table ?? "")” of the report: \(finding.headline).",
                remedy:
                    "\(finding.because) Look at the answers that it comes from; if these are right, the fault is this program's: please report it."
            )
        }
    }

    /// The whole numbers from below `range` to above it; nil where it ends beyond those that are judged.
    static func wholes(around range: ClosedRange<Double>) -> ClosedRange<Int>? {
        guard let low = Int(exactly: range.lowerBound.rounded(.down)),
            let high = Int(exactly: range.upperBound.rounded(.up)),
            [low, high].allSatisfy({ $0.magnitude <= AuditedScale.largestEnd })
        else { return nil }
        return low...high
    }

    private func audited(
        _ scale: ScaleResult,
        _ breakdown: Breakdown,
        _ index: Int
    ) -> AuditedTable {
        let items = scale.items.map { AuditedTable.Line($0.name, .item, identity: $0.name) }
        let score = AuditedTable.Line(
            scale.declaration.name,
            .item,
            total: AuditedTable.Total(of: Array(items.indices), by: .mean)
        )
        let means = scale.items.map(\.mean) + [scale.score]
        return AuditedTable(
            id: "\(scale.declaration.name) by \(breakdown.name)",
            rows: items + [score],
            columns: columns(breakdown, bases: nil),
            cells: means.map { row($0, index, decimals: 2, isShare: false) },
            statistic: .mean,
            scale: scale.declaration.name
        )
    }

    private func audited(
        _ question: QuestionResult,
        _ breakdown: Breakdown,
        _ index: Int
    ) -> AuditedTable? {
        let answers: [String]
        let shares: [Spread<Released>]
        let bases: Spread<Answered>
        var allowsSeveral = false
        switch question.content {
        case .one(let distribution):
            answers = distribution.answers.map(\.name)
            shares = answers.indices.map { distribution.shares.answer($0) }
            bases = distribution.bases
        case .several(let several):
            answers = several.options.map(\.name)
            shares = answers.indices.map { several.shares.answer($0) }
            bases = several.bases
            allowsSeveral = true
        case .number, .date, .text: return nil
        }
        return AuditedTable(
            id: "\(question.name) by \(breakdown.name)",
            rows: answers.map { AuditedTable.Line($0, .answer, identity: $0) },
            columns: columns(breakdown, bases: bases, index),
            cells: shares.map { row($0, index, decimals: 0, isShare: true) },
            statistic: .percent,
            question: question.name,
            allowsSeveral: allowsSeveral
        )
    }

    private func columns(
        _ breakdown: Breakdown,
        bases: Spread<Answered>?,
        _ index: Int = 0
    ) -> [AuditedTable.Line] {
        func base(_ answered: Answered?) -> AuditedBase? {
            answered?.n.map { AuditedBase($0, isAnswered: true) }
        }
        let groups = breakdown.groups.enumerated().map { place, group in
            AuditedTable.Line(
                group.name,
                .group,
                identity: "\(breakdown.name): \(group.name)",
                block: breakdown.name,
                n: base(bases?.groups[index][place])
            )
        }
        // Who gave no answer to the breakdown's own question is in no group.
        let whole = AuditedTable.Line(
            "",
            .group,
            block: breakdown.name,
            total: AuditedTable.Total(
                of: Array(groups.indices),
                by: .pooled,
                isExhaustive: !breakdown.codes.contains(0)
            ),
            n: base(bases?.whole)
        )
        return groups + [whole]
    }

    private func row(
        _ spread: Spread<Released>,
        _ index: Int,
        decimals: Int,
        isShare: Bool
    ) -> [PrintedCell] {
        (spread.groups[index] + [spread.whole]).map { released in
            guard let value = released.value, abs(value) < 1e9 else { return .none }
            return .number(.rounded(isShare ? value * 100 : value, decimals: decimals))
        }
    }
}

extension Spread where Value == [Released] {
    /// The shares of one answer.
    fileprivate func answer(_ index: Int) -> Spread<Released> {
        Spread<Released>(
            whole: whole[index],
            groups: groups.map { groups in groups.map { $0[index] } }
        )
    }
}
