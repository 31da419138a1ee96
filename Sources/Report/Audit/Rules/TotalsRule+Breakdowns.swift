/// The same quantity in two breakdowns of the same people.
///
/// Each breakdown's total lies among its groups; if no figure lies among the groups of both, the
/// two cannot be of the same people.
extension TotalsRule {
    static func judgeBreakdowns(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        // In the order of print, so that each run tells the same.
        let figures = GroupedFigure.all(report)
        let places = Dictionary(grouping: figures.indices) { figures[$0].key }
        var pairs: [Pair: [(line: Int, finding: Finding)]] = [:]
        var compared: [Pair: Int] = [:]
        for (index, first) in figures.enumerated() {
            for other in places[first.key] ?? [] where other > index {
                let second = figures[other]
                guard first.isSameQuantity(as: second),
                    first.identities.isDisjoint(with: second.identities)
                else { continue }
                let pair = Pair(first: first.breakdown, second: second.breakdown)
                compared[pair, default: 0] += 1
                outcome.checked += 1
                if let finding = apart(report, pair, first, second) {
                    pairs[pair, default: []].append((first.position, finding))
                }
            }
        }
        for (pair, findings) in pairs.sorted(by: { $0.key < $1.key }) {
            let inOrder = findings.sorted { ($0.line, $0.finding.id) < ($1.line, $1.finding.id) }
            outcome.findings += together(
                pair,
                inOrder.map(\.finding),
                of: compared[pair] ?? findings.count
            )
        }
    }

    /// Two breakdowns of the same people: of two tables, or by two traits of one.
    private struct Pair: Hashable, Comparable {
        let first: GroupedFigure.Breakdown
        let second: GroupedFigure.Breakdown

        var isOneTable: Bool { first.table == second.table }

        var words: String {
            isOneTable
                ? "The two traits of “\(first.table)”" + traits
                : "“\(first.table)” and “\(second.table)”"
        }

        var namedTraits: Set<String> {
            Set([first.block, second.block].filter { !$0.isEmpty })
        }

        private var traits: String {
            first.block.isEmpty || second.block.isEmpty
                ? "" : " (\(first.block), \(second.block))"
        }

        var unless: String {
            isOneTable
                ? "many people are in no group of one of the traits"
                : "the two tables are of different people, or weighted differently"
        }

        static func < (left: Pair, right: Pair) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// Where a quantity's figure for all people can lie, as one breakdown has it, and what says so.
    private struct Whole {
        let interval: ClosedRange<Double>
        let words: String
        let cells: [Finding.Cell]
    }

    private static func wholes(
        _ figure: GroupedFigure,
        _ report: AuditedReport,
        byTrait: Bool
    ) -> [Whole] {
        let groups =
            "the groups of “\(figure.table.id)”"
            + (byTrait && !figure.block.isEmpty ? " by \(figure.block)" : "")
        var wholes = [
            Whole(
                interval: figure.hull,
                words:
                    "\(groups) lie between \(AuditText.span(figure.printedHull, decimals: figure.decimals).replacing(" to ", with: " and "))",
                cells: figure.cells
            )
        ]
        if report.isWeighted(figure.table) == false,
            let sizes = LineSizes.sizes(figure.table, figure.axis, figure.lines),
            let mean = WeightedTotal.interval(of: figure.groups, sizes: sizes.map(\.answered))?
                .values
        {
            wholes.append(
                Whole(
                    interval: mean,
                    words:
                        "by their sizes \(groups) come to \(AuditText.span(mean, decimals: figure.decimals))",
                    cells: figure.cells
                )
            )
        }
        if let total = figure.total {
            wholes.append(
                Whole(
                    interval: total.number.interval,
                    words: "the total printed in “\(figure.table.id)” is \(total.number.text)",
                    cells: [figure.table.mark(figure.axis, total.line, figure.position)]
                )
            )
        }
        return wholes
    }

    /// That no figure is possible in both breakdowns.
    private static func apart(
        _ report: AuditedReport,
        _ pair: Pair,
        _ first: GroupedFigure,
        _ second: GroupedFigure
    ) -> Finding? {
        var worst: (gap: Double, Whole, Whole)?
        for one in wholes(first, report, byTrait: pair.isOneTable) {
            for other in wholes(second, report, byTrait: pair.isOneTable) {
                let gap = one.interval.gap(to: other.interval)
                // Two printed totals are compared as copies of one figure.
                let areTotals = one.cells.count == 1 && other.cells.count == 1
                guard gap > 1e-9, !areTotals else { continue }
                // Groups against groups say most, so they come first.
                if worst == nil { worst = (gap, one, other) }
            }
        }
        guard let (gap, one, other) = worst else { return nil }
        let width = width(report, first.table, first.key.statistic)
        // Either breakdown may lack people of its own.
        let drift =
            drift(report, first.table, first.axis, first.lines)
            + drift(report, second.table, second.axis, second.lines)
        let isFar = width.map { gap > $0 * drift } ?? false
        let decimals = max(first.decimals, second.decimals)
        let cells = one.cells + other.cells
        let label = first.table.lines(first.axis.other)[first.position].label
        let (row, column) = first.axis == .rows ? (nil, label) : (label, nil)
        return Finding(
            id:
                "totals:\(first.table.id):\(first.axis.other.word) \(first.position + 1)\(pair.first.suffix):against \(pair.second.id)",
            rule: .totals,
            kind: .breakdownLine,
            severity: isFar ? .contradictory : .improbable,
            headline: "\(first.name): \(one.words), but \(other.words)",
            table: first.table.id,
            row: row,
            column: column,
            printed: first.total?.number.text
                ?? AuditText.span(first.printedHull, decimals: first.decimals),
            expected: AuditText.span(second.printedHull, decimals: second.decimals),
            because:
                "\(pair.isOneTable ? "Both traits are of" : "Both tables show") the same people, so one figure for all of them must lie among the groups of both. Of \(first.name) \(one.words), and \(other.words): \(AuditText.number(gap, decimals: decimals)) apart, whatever the sizes of the groups.",
            unless: pair.unless,
            cells: cells
        )
    }

    /// One finding for two tables that part in many lines, then the lines.
    private static func together(
        _ pair: Pair,
        _ findings: [Finding],
        of compared: Int
    ) -> [Finding] {
        // A small gap may come of people of whom one trait is not known; many have another cause.
        guard findings.count >= max(3, compared * 4 / 10) else {
            return findings.filter { $0.severity != .improbable }
        }
        let severity = findings.map(\.severity).min() ?? .improbable
        let cause = Finding(
            id: "totals:\(pair.first.id):against \(pair.second.id)",
            rule: .totals,
            kind: .breakdowns(traits: pair.namedTraits),
            severity: severity,
            headline:
                "\(pair.words) cannot both describe the same people: \(findings.count) of \(compared) lines part",
            table: pair.first.table,
            because:
                "Of \(compared) quantities that both \(pair.isOneTable ? "break down" : "tables print"), \(findings.count) have no figure that lies among the groups of both: \(AuditText.list(findings.compactMap { $0.row ?? $0.column }.map { "“\($0)”" }, limit: 4)).",
            unless: pair.unless,
            likelyCause:
                "One cause for all of them is likelier than \(findings.count) slips: other people or weights behind one of the \(pair.isOneTable ? "traits" : "tables"), or items scored differently.",
            consequence:
                "No total of these lines can be relied on until it is known which of the two \(pair.isOneTable ? "traits" : "tables") is right; differences within one \(pair.isOneTable ? "trait" : "table") may still hold.",
            cells: findings.flatMap(\.cells)
        )
        return [cause]
            + findings.map { finding in
                var finding = finding
                finding.explainedBy = cause.id
                return finding
            }
    }
}
