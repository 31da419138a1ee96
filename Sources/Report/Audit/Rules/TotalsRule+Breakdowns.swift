/// The same quantity in two breakdowns of the same people.
///
/// Each breakdown's total lies among its groups; if no figure lies among the groups of both, the
/// two cannot be of the same people.
extension TotalsRule {
    static func judgeBreakdowns(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        let figures = Dictionary(grouping: GroupedFigure.all(report), by: \.key)
        var pairs: [PairOfTables: [(line: Int, finding: Finding)]] = [:]
        var compared: [PairOfTables: Int] = [:]
        for same in figures.values {
            for (index, first) in same.enumerated() {
                for second in same[(index + 1)...]
                where first.isSameQuantity(as: second)
                    && first.identities.isDisjoint(with: second.identities)
                {
                    let pair = PairOfTables(first: first.table.id, second: second.table.id)
                    compared[pair, default: 0] += 1
                    outcome.checked += 1
                    if let finding = apart(report, first, second) {
                        pairs[pair, default: []].append((first.position, finding))
                    }
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

    struct PairOfTables: Hashable, Comparable {
        let first: String
        let second: String

        static func < (left: PairOfTables, right: PairOfTables) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// Where a quantity's figure for all people can lie, as one breakdown has it, and what says so.
    private struct Whole {
        let interval: ClosedRange<Double>
        let words: String
        let cells: [Finding.Cell]
    }

    private static func wholes(_ figure: GroupedFigure, _ report: AuditedReport) -> [Whole] {
        var wholes = [
            Whole(
                interval: figure.hull,
                words:
                    "the groups of “\(figure.table.id)” lie between \(AuditText.span(figure.printedHull, decimals: figure.decimals).replacing(" to ", with: " and "))",
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
                        "by their sizes the groups of “\(figure.table.id)” come to \(AuditText.span(mean, decimals: figure.decimals))",
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
        _ first: GroupedFigure,
        _ second: GroupedFigure
    ) -> Finding? {
        var worst: (gap: Double, Whole, Whole)?
        for one in wholes(first, report) {
            for other in wholes(second, report) {
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
                "totals:\(first.table.id):\(first.axis.other.word) \(first.position + 1):against \(second.table.id)",
            rule: .totals,
            severity: isFar ? .contradictory : .improbable,
            headline: "\(first.name): \(one.words), but \(other.words)",
            table: first.table.id,
            row: row,
            column: column,
            printed: first.total?.number.text
                ?? AuditText.span(first.printedHull, decimals: first.decimals),
            expected: AuditText.span(second.printedHull, decimals: second.decimals),
            because:
                "Both tables show the same people, so one figure for all of them must lie among the groups of both. Of \(first.name) \(one.words), and \(other.words): \(AuditText.number(gap, decimals: decimals)) apart, whatever the sizes of the groups.",
            unless: "the two tables are of different people, or weighted differently",
            cells: cells
        )
    }

    /// One finding for two tables that part in many lines, then the lines.
    private static func together(
        _ pair: PairOfTables,
        _ findings: [Finding],
        of compared: Int
    ) -> [Finding] {
        // A small gap may come of people of whom one trait is not known; many have another cause.
        guard findings.count >= max(3, compared * 4 / 10) else {
            return findings.filter { $0.severity != .improbable }
        }
        let severity = findings.map(\.severity).min() ?? .improbable
        let cause = Finding(
            id: "totals:\(pair.first):against \(pair.second)",
            rule: .totals,
            severity: severity,
            headline:
                "“\(pair.first)” and “\(pair.second)” cannot both describe the same people: \(findings.count) of \(compared) lines part",
            table: pair.first,
            because:
                "Of \(compared) quantities that both tables print, \(findings.count) have no figure that lies among the groups of both: \(AuditText.list(findings.compactMap { $0.row ?? $0.column }.map { "“\($0)”" }, limit: 4)).",
            unless: "the two tables are of different people, or weighted differently",
            likelyCause:
                "One cause for all of them is likelier than \(findings.count) slips: other people or weights behind one of the tables, or items scored differently.",
            consequence:
                "No total of these lines can be relied on until it is known which of the two tables is right; differences within one table may still hold.",
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
