/// Totals that cannot be totals of what stands beside them.
///
/// - A total of items is their mean or their sum.
/// - A total of groups lies among the groups' figures, whatever their sizes and weights.
/// - With the groups' sizes it is their weighted mean; which weights reproduce a whole column of
///   totals tells how these were made.
/// - The same total lies among the groups of every breakdown of the same people.
///
/// Source: interval arithmetic on rounded figures, see docs/audit/totals.md.
enum TotalsRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        let plain = plainMeans(report)
        for table in report.tables {
            for axis in AuditAxis.allCases {
                for (line, total) in table.totals(axis) {
                    switch total.by {
                    case .mean, .sum, .meanOrSum:
                        judgeItems(report, table, axis, line, total, &outcome)
                    case .pooled:
                        for lines in table.parts(of: total, axis) {
                            var part = total
                            part.of = lines
                            judgeGroups(
                                report,
                                table,
                                axis,
                                line,
                                part,
                                plain: plain,
                                &outcome
                            )
                        }
                    }
                }
            }
        }
        judgeBreakdowns(report, &outcome)
        // A total of two traits' groups may part from both: that is one finding.
        var ids: Set<String> = []
        outcome.findings = outcome.findings.sorted { $0.severity < $1.severity }
            .filter { ids.insert($0.id).inserted }
        return outcome
    }

    /// How far people who are in no group may move a total, as a share of the scale.
    ///
    /// One in twenty of n may be in none; their mean is a tenth of the scale from that of the
    /// others, and three and a half standard errors of figures that spread by a third of it. Where
    /// n is not known, 50 is taken.
    static func drift(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ lines: [Int]
    ) -> Double {
        let sizes = LineSizes.sizes(table, axis, lines)?.map(\.middle).reduce(0, +)
        let n = sizes ?? (table.n ?? report.n)?.middle ?? 50
        return 0.05 * 0.1 + 3.5 / 3 * (0.05 / max(n, 1)).squareRoot()
    }

    /// Where the answers behind a figure lie; nil where that is not known.
    static func answers(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ statistic: AuditedTable.Statistic
    ) -> ClosedRange<Double>? {
        switch statistic {
        case .percent: 0...100
        case .mean:
            report.scale(of: table).map {
                Double(min(0, $0.range.lowerBound))...Double($0.range.upperBound)
            }
        default: nil
        }
    }

    /// The width of the scale that a figure is on; nil where it is not known.
    static func width(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ statistic: AuditedTable.Statistic
    ) -> Double? {
        answers(report, table, statistic).map { $0.upperBound - $0.lowerBound }
    }
}

// MARK: - A total of groups

extension TotalsRule {
    /// One position of the other axis: the groups' figures and the total's.
    struct Line {
        let position: Int
        let groups: [PrintedNumber]
        let total: PrintedNumber
        let statistic: AuditedTable.Statistic

        /// By how much the total may have been changed so that percentages add up to 100.
        var adjusted: Double { statistic == .percent ? total.unit : 0 }

        var largest: Double { (groups + [total]).map { abs($0.value) }.max() ?? 0 }

        var hull: ClosedRange<Double> { WeightedTotal.hull(of: groups) }

        /// Where the mean of the groups lies when each counts by its size.
        func mean(sizes: [Int]) -> ClosedRange<Double> {
            WeightedTotal.interval(of: groups, sizes: sizes)?.values ?? hull
        }

        /// The same where each group counts the same.
        var plainMean: ClosedRange<Double> { mean(sizes: groups.map { _ in 1 }) }

        func fits(_ interval: ClosedRange<Double>) -> Bool {
            interval.gap(to: total.interval) <= 1e-9
        }
    }

    /// The sets of groups of which some table's totals are plain means: other tables of the same
    /// groups were likely made so too.
    private static func plainMeans(_ report: AuditedReport) -> Set<Set<String>> {
        var sets: Set<Set<String>> = []
        for table in report.tables {
            for axis in AuditAxis.allCases {
                for (line, total) in table.totals(axis) where total.by == .pooled {
                    let lines = pooledLines(table, axis, line, total)
                    if TotalsMethod(report, table, axis, line, total, lines).isPlainMean {
                        sets.insert(groups(table, axis, total))
                    }
                }
            }
        }
        return sets
    }

    private static func groups(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ total: AuditedTable.Total
    ) -> Set<String> {
        Set(total.of.map { table.lines(axis)[$0].identity })
    }

    private static func judgeGroups(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        plain: Set<Set<String>>,
        _ outcome: inout RuleOutcome
    ) {
        let lines = pooledLines(table, axis, line, total)
        outcome.checked += lines.count
        let method = TotalsMethod(
            report,
            table,
            axis,
            line,
            total,
            lines,
            isUsual: plain.contains(groups(table, axis, total))
        )
        if let finding = method.finding { outcome.findings.append(finding) }
        for entry in lines where entry.hull.gap(to: entry.total.interval) > entry.adjusted + 1e-9 {
            if let finding = outside(report, table, axis, line, total, entry) {
                outcome.findings.append(finding)
            } else {
                outcome.keepSilent(
                    "a total just outside its groups: people whose group is not known may have moved it",
                    wanted: "how many people are in none of the groups"
                )
            }
        }
        method.misfits(&outcome)
    }

    /// The positions where the total and all of its groups have figures that can be pooled.
    static func pooledLines(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total
    ) -> [Line] {
        table.lines(axis.other).indices.compactMap { position in
            let statistic = table.statistic(axis, line, position)
            guard [.mean, .percent, .score].contains(statistic),
                total.of.allSatisfy({ table.statistic(axis, $0, position) == statistic }),
                let printed = table.number(axis, line, position)
            else { return nil }
            let groups = total.of.compactMap { table.number(axis, $0, position) }
            guard groups.count == total.of.count, groups.count > 1 else { return nil }
            return Line(
                position: position,
                groups: groups,
                total: printed,
                statistic: statistic
            )
        }
    }

    private static func outside(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ entry: Line
    ) -> Finding? {
        let gap = entry.hull.gap(to: entry.total.interval)
        let drift = drift(report, table, axis, total.of)
        // On a scale that is not known, answers lie between 0 and twice the largest figure.
        let width = width(report, table, entry.statistic) ?? 2 * entry.largest
        let isFar = gap > width * drift
        let isComplete = holdsEverybody(report, table, axis, line, total)
        guard isComplete || isFar else { return nil }
        let severity: AuditSeverity =
            isComplete ? .impossible : (total.isExhaustive ? .contradictory : .improbable)
        let decimals = entry.total.decimals
        let span = AuditText.span(printedHull(entry.groups), decimals: decimals)
        let (row, column) = axis == .rows ? (line, entry.position) : (entry.position, line)
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .totals,
            severity,
            tag: "hull",
            headline:
                "The total of \(table.name(axis.other, entry.position)), \(entry.total.text), lies outside its groups (\(span))",
            expected: "\(span)",
            because:
                "A total of groups that hold everybody is a weighted mean of theirs, so it lies between the lowest (\(AuditText.number(printedHull(entry.groups).lowerBound, decimals: decimals))) and the highest (\(AuditText.number(printedHull(entry.groups).upperBound, decimals: decimals))), whatever the groups' sizes or weights. \(entry.total.text) does not, even before rounding.",
            unless: isComplete ? nil : "the total holds people who are in none of the groups"
        )
        finding.likelyCause =
            swapped(entry.total, into: entry.hull).map {
                "With two digits changed over it would be \($0), which lies among the groups."
            }
        finding.cells += total.of.map { table.mark(axis, $0, entry.position) }
        return finding
    }

    /// Whether the groups' sizes, counted and not weighed, add up to that of the total.
    private static func holdsEverybody(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total
    ) -> Bool {
        guard total.isExhaustive, report.isWeighted(table) == false,
            let whole = LineSizes.size(table, axis, line),
            let sizes = LineSizes.sizes(table, axis, total.of)
        else { return false }
        return (sizes + [whole]).allSatisfy { $0.isAnswered && $0.range.count == 1 }
            && Exact.sum(sizes.map(\.range.lowerBound)) == whole.range.lowerBound
    }

    static func printedHull(_ numbers: [PrintedNumber]) -> ClosedRange<Double> {
        let values = numbers.map(\.value)
        let low = values.min() ?? 0
        return low...(values.max() ?? low)
    }

    /// `number` with two neighbouring digits changed over, if only one such reading lies in `hull`.
    private static func swapped(_ number: PrintedNumber, into hull: ClosedRange<Double>) -> String?
    {
        let digits = Array(String(number.units.magnitude))
        let readings = digits.indices.dropLast().compactMap { index -> PrintedNumber? in
            guard digits[index] != digits[index + 1] else { return nil }
            var changed = digits
            changed.swapAt(index, index + 1)
            guard let units = Int(String(changed)) else { return nil }
            let reading = PrintedNumber(units: units, decimals: number.decimals)
            return hull.gap(to: reading.interval) <= 1e-9 ? reading : nil
        }
        return readings.count == 1 ? readings[0].text : nil
    }
}
