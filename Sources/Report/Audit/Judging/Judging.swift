/// Judges the findings of all rules together: what explains what, and what chance would give.
enum Judging {
    static func judged(
        _ outcomes: [(AuditRuleName, RuleOutcome)],
        of report: AuditedReport
    ) -> AuditOutcome {
        var findings = outcomes.flatMap(\.1.findings)
        explain(&findings, report)
        findings += SharedCause.gathered(&findings, report)
        let odd = judgeFamily(&findings, checked: outcomes.map(\.1.checked).reduce(0, +))
        return AuditOutcome(
            findings: ordered(findings),
            checked: Dictionary(
                outcomes.map { ($0.0, $0.1.checked) },
                uniquingKeysWith: +
            ),
            silent: Dictionary(
                (outcomes + odd).map { ($0.0, $0.1.silences) },
                uniquingKeysWith: +
            ).filter { !$0.value.isEmpty }
        )
    }

    /// Sets `explainedBy` where the cause that one rule found accounts for what another saw.
    private static func explain(_ findings: inout [Finding], _ report: AuditedReport) {
        let causes = causes(among: findings, report)
        for index in findings.indices {
            guard let cell = findings[index].cells.first else { continue }
            switch (findings[index].rule, findings[index].kind) {
            case (.range, _):
                findings[index].explainedBy =
                    (causes.first { $0.finding.isTurnedItem && $0.finding.holds(cell) }
                    ?? causes.first { $0.finding.isPlan && $0.finding.holds(cell) })?.finding.id
            case (.totals, .breakdownLine):
                if let cause = causes.first(where: {
                    !$0.finding.isPlan && $0.settles(findings[index])
                }) {
                    findings[index].explainedBy = cause.finding.id
                }
            case (.claims, _):
                findings[index].explainedBy =
                    (causes.first { $0.finding.isPlan && $0.mends(findings[index], report) }
                    ?? causes.first { !$0.finding.isPlan && $0.mends(findings[index], report) })?
                    .finding.id
            default: break
            }
        }
        dissolve(&findings)
        linkSameFacts(&findings)
        weighPlans(&findings)
    }

    /// What can account for other findings, the closest first, with the report as each would have it.
    private static func causes(
        among findings: [Finding],
        _ report: AuditedReport
    ) -> [CorrectedReport] {
        let ranks: [(Finding) -> Bool] = [
            \.isTurnedItem, { $0.kind == .restatedTotal }, { $0.kind == .plainMeans }, \.isPlan,
        ]
        return ranks.flatMap { findings.filter($0) }.map { CorrectedReport($0, of: report) }
    }

    /// A sentence that repeats what a rule found in the cells is that finding once more.
    private static func linkSameFacts(_ findings: inout [Finding]) {
        let rules: Set<AuditRuleName> = [.counts, .percentages, .totals, .relations, .granularity]
        let facts = findings.filter { rules.contains($0.rule) && $0.expected != nil }
        for index in findings.indices
        where findings[index].rule == .claims && findings[index].explainedBy == nil
            && findings[index].cells.count > 1
        {
            let own = Set(findings[index].cells.map(\.place))
            guard
                let fact = facts.first(where: { fact in
                    let cells = Set(fact.cells.map(\.place))
                    return !cells.isEmpty && (own.isSubset(of: cells) || cells.isSubset(of: own))
                        && (fact.expected == findings[index].expected
                            || fact.printed == findings[index].expected)
                })
            else { continue }
            findings[index].explainedBy = fact.id
            findings[index].severity = fact.severity
        }
    }

    /// Sentences that fail as printed and hold under a plan are evidence for it.
    private static func weighPlans(_ findings: inout [Finding]) {
        for index in findings.indices where findings[index].isPlan {
            let plan = findings[index].id
            let family = Set([plan] + findings.filter { $0.explainedBy == plan }.map(\.id))
            let claims = findings.count {
                $0.rule == .claims && family.contains($0.explainedBy ?? "")
            }
            guard claims > 1 else { continue }
            findings[index].because +=
                " \(claims) sentences of the text that fail for the figures as printed hold under it."
            if claims > 2, findings[index].severity == .improbable {
                findings[index].severity = .contradictory
            }
        }
    }

    /// Takes back a cause that hardly explains anything once closer causes have taken their share.
    private static func dissolve(_ findings: inout [Finding]) {
        let pairs = findings.filter { $0.parted != nil }.map(\.id)
        for pair in pairs where findings.count(where: { $0.explainedBy == pair }) < 3 {
            findings.removeAll { $0.id == pair }
        }
        let ids = Set(findings.map(\.id))
        for index in findings.indices {
            if let cause = findings[index].explainedBy, !ids.contains(cause) {
                findings[index].explainedBy = nil
            }
        }
    }

    /// Takes back the improbable findings that chance alone would give among so many; of the others it
    /// says how few it would.
    ///
    /// - Returns: What is taken back, as silences of its rule.
    private static func judgeFamily(
        _ findings: inout [Finding],
        checked: Int
    ) -> [(AuditRuleName, RuleOutcome)] {
        let order = findings.indices.filter {
            findings[$0].severity == .improbable && findings[$0].chance != nil
        }.sorted { (findings[$0].chance ?? 1) < (findings[$1].chance ?? 1) }
        // Holm's step-down bound over everything that was tested, not only what was found.
        var holds = true
        var dropped: Set<String> = []
        var silent: [AuditRuleName: RuleOutcome] = [:]
        for (rank, index) in order.enumerated() {
            let chance = findings[index].chance ?? 1
            let bound = min(1, chance * Double(max(checked - rank, 1)))
            holds = holds && bound < 0.05
            guard holds else {
                dropped.insert(findings[index].id)
                silent[findings[index].rule, default: RuleOutcome()]
                    .keepSilent("odd figures, no more than chance gives")
                continue
            }
            let expected = chance * Double(checked)
            findings[index].because +=
                " Of \(checked) things that were checked, chance alone would give \(expected < 0.01 ? "fewer than 0.01" : AuditText.number(expected, decimals: 2)) as odd as this."
        }
        findings.removeAll { dropped.contains($0.id) }
        for index in findings.indices {
            if let cause = findings[index].explainedBy, dropped.contains(cause) {
                findings[index].explainedBy = nil
            }
        }
        return silent.map { ($0.key, $0.value) }
    }

    /// Causes first, by what they explain; then the worst; each cause followed by what it explains.
    private static func ordered(_ findings: [Finding]) -> [Finding] {
        var findings = findings
        for index in findings.indices {
            let explained = findings.filter { $0.explainedBy == findings[index].id }
            if let worst = explained.map(\.severity).min(), worst < findings[index].severity,
                findings[index].severity != .improbable
            {
                findings[index].severity = worst
            }
        }
        let explained = Dictionary(grouping: findings.filter { $0.explainedBy != nil }) {
            $0.explainedBy ?? ""
        }
        func weight(_ finding: Finding) -> Int {
            (explained[finding.id] ?? []).reduce(0) { $0 + 1 + weight($1) }
        }
        let roots = findings.enumerated().filter { $0.element.explainedBy == nil }
            .sorted { one, other in
                let (first, second) = (weight(one.element), weight(other.element))
                if (first > 0) != (second > 0) { return first > 0 }
                if one.element.severity != other.element.severity {
                    return one.element.severity < other.element.severity
                }
                return (second, one.offset) < (first, other.offset)
            }
        func family(_ finding: Finding) -> [Finding] {
            [finding]
                + (explained[finding.id] ?? []).sorted { $0.severity < $1.severity }
                .flatMap(family)
        }
        return roots.flatMap { family($0.element) }
    }
}

extension Finding {
    func holds(_ cell: Cell) -> Bool {
        cells.contains { $0.isSamePlace(as: cell) }
    }

    var isTurnedItem: Bool { kind == .turnedItem }

    var isPlan: Bool { if case .plan = kind { true } else { false } }

    /// How a plan scored items, in words; nil where it cannot be said so.
    var way: String? { if case .plan(let way) = kind { way } else { nil } }

    /// The traits of two breakdowns that part; nil for any other finding.
    var parted: Set<String>? {
        if case .breakdowns(let traits) = kind { traits } else { nil }
    }
}

extension Finding.Cell {
    /// Where it is, without what should stand there.
    var place: Finding.Cell { Finding.Cell(table: table, row: row, column: column) }

    func isSamePlace(as other: Finding.Cell) -> Bool {
        table == other.table && row == other.row && column == other.column
    }
}
