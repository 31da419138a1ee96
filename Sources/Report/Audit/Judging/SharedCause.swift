/// One cause for findings of several tables or scales, so that it is shown once.
enum SharedCause {
    /// Makes a cause for each kind of finding that several tables share, and sets it in these.
    static func gathered(_ findings: inout [Finding], _ report: AuditedReport) -> [Finding] {
        var causes: [Finding] = []
        for kind in kinds(of: findings, report) {
            let members = findings.indices.filter { kind.members.contains(findings[$0].id) }
            guard members.count > 1 else { continue }
            let worst = members.map { findings[$0].severity }.min() ?? .improbable
            let first = findings[members[0]]
            causes.append(
                Finding(
                    id: kind.id,
                    rule: first.rule,
                    severity: worst,
                    headline: kind.headline,
                    because: kind.because,
                    unless: first.unless,
                    likelyCause: first.likelyCause,
                    consequence: kind.consequence,
                    cells: []
                )
            )
            for index in members { findings[index].explainedBy = kind.id }
        }
        return causes
    }

    private struct Kind {
        let id: String
        let headline: String
        let because: String
        let consequence: String?
        let members: [String]
    }

    private static func kinds(of findings: [Finding], _ report: AuditedReport) -> [Kind] {
        [methods(findings), plans(findings, report), comparisons(findings)].compactMap(\.self)
            + breakdowns(findings)
    }

    private static func comparisons(_ findings: [Finding]) -> Kind? {
        let members = findings.filter { $0.rule == .comparisons && $0.explainedBy == nil }
        let claims = Set(members.compactMap(\.claim)).count
        guard claims > 2 else { return nil }
        return Kind(
            id: "comparisons:all",
            headline:
                "\(claims) claims name differences that so few people cannot show",
            because:
                "A sample shows a difference of the population only where it is larger than the margin of error. In \(members.count) places the text names a highest or lowest group, or a difference, and the groups are too small for it.",
            consequence:
                "Such groups are better described together, or with their margins of error.",
            members: members.map(\.id)
        )
    }

    private static func methods(_ findings: [Finding]) -> Kind? {
        let members = findings.filter { $0.kind == .plainMeans }
        guard members.count > 1 else { return nil }
        let tables = members.compactMap(\.table)
        return Kind(
            id: "totals:method",
            headline:
                "The totals of \(members.count) tables are plain means of groups, not figures for all people",
            because:
                "In \(AuditText.list(tables.map { "“\($0)”" })) every total is the mean of the groups' figures in which each group counts the same, whatever its size.",
            consequence:
                "Whoever quotes these totals as results for everybody quotes another figure; small groups count too much in it.",
            members: members.map(\.id)
        )
    }

    private static func plans(_ findings: [Finding], _ report: AuditedReport) -> Kind? {
        let members = findings.filter(\.isPlan)
        guard members.count > 1 else { return nil }
        return Kind(
            id: "scoring:plan",
            headline: headline(members),
            because: members.map(\.headline).joined(separator: ". ") + ".",
            consequence: restated(findings, members, report)
                ?? members.compactMap(\.consequence).first,
            members: members.map(\.id)
        )
    }

    /// What totals for everybody become: "“a” 3.02, not 2.56".
    private static func restated(
        _ findings: [Finding],
        _ members: [Finding],
        _ report: AuditedReport
    ) -> String? {
        let ids = Set(members.map(\.id))
        let totals = findings.compactMap { finding -> String? in
            guard finding.kind == .restatedTotal, ids.contains(finding.explainedBy ?? ""),
                let printed = finding.printed, let expected = finding.expected,
                let table = report.tables.first(where: { $0.id == finding.table }),
                (table.rows + table.columns).contains(where: {
                    $0.total?.by == .pooled
                        && ($0.label == finding.row || $0.label == finding.column)
                })
            else { return nil }
            return "\(expected) in “\(table.id)”, not \(printed)"
        }
        guard !totals.isEmpty else { return nil }
        return
            "With every item scored within the range, the totals for all people are \(AuditText.list(totals)). What the text says of high and low, and of above and below the middle, has to be read again."
    }

    private static func headline(_ members: [Finding]) -> String {
        let outside = members.filter { $0.severity == .impossible }
        let ways = Set(outside.map(\.way))
        guard ways.count == 1, let way = ways.first ?? nil else {
            return "\(members.count) scales have means that their range does not allow"
        }
        let rest = members.count - outside.count
        return "In \(outside.count == 1 ? "one scale" : "\(outside.count) scales") "
            + way
            + (rest == 0 ? "" : "; in \(rest) more that is likely")
    }

    /// Pairs of breakdowns that part, by their traits.
    private static func breakdowns(_ findings: [Finding]) -> [Kind] {
        let pairs = findings.filter { $0.parted != nil }
        let traits = Dictionary(grouping: pairs) {
            ($0.parted ?? []).sorted().joined(separator: " and by ")
        }
        return traits.sorted { $0.key < $1.key }.filter { $0.key.contains(" and by ") }.map {
            traits,
            pairs in
            Kind(
                id: "totals:against:\(traits)",
                headline:
                    "By \(traits) the report does not describe the same people: \(pairs.count) pairs of breakdowns part",
                because: pairs.map(\.headline).joined(separator: ". ") + ".",
                consequence: pairs.compactMap(\.consequence).first,
                members: pairs.map(\.id)
            )
        }
    }
}
