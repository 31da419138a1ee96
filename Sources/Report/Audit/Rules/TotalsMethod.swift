/// Which weights reproduce a column of totals: those of the groups' sizes, or equal ones.
struct TotalsMethod {
    private let lines: [TotalsRule.Line]
    private let groups: [Int]
    private let isWeighted: Bool?
    /// The groups' sizes; nil where one is unknown.
    private let sizes: [Int]?
    private let answered: [ClosedRange<Int>]?
    /// How many people of the total may be in none of the groups.
    private let outsiders: ClosedRange<Int>
    /// Whether other tables of the same groups have such totals.
    private let isUsual: Bool
    private let report: AuditedReport
    private let table: AuditedTable
    private let axis: AuditAxis
    /// The line of the totals.
    private let line: Int
    /// How likely all totals lie so near the plain mean by luck; 1 where they do not.
    private let chance: Double
    /// Whether plain means of the groups give every total, and sizes do not.
    let isPlainMean: Bool

    init(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ lines: [TotalsRule.Line],
        isUsual: Bool = false
    ) {
        self.isUsual = isUsual
        let groups = total.of
        self.lines = lines
        self.groups = groups
        self.report = report
        self.table = table
        self.axis = axis
        self.line = line
        isWeighted = report.isWeighted(table)
        let known = LineSizes.sizes(table, axis, groups)
        sizes = known?.map { Int($0.middle) }
        answered = known?.map(\.answered)
        if let whole = LineSizes.size(table, axis, line)?.range, let known {
            let low = known.map(\.range.lowerBound).reduce(0, +)
            let high = known.map(\.range.upperBound).reduce(0, +)
            outsiders = max(0, whole.lowerBound - high)...max(0, whole.upperBound - low)
        } else {
            let sum = Double(sizes?.reduce(0, +) ?? 0)
            let most = Int(CountsRule.withoutGroup(of: sum).rounded(.up))
            outsiders = (total.isExhaustive ? 0 : most)...most
        }
        if lines.count >= 3, lines.allSatisfy({ $0.fits($0.plainMean) }) {
            chance = Self.chance(lines, groups: groups.count)
            isPlainMean = Self.isTelling(lines, sizes, chance, isUsual: isUsual)
        } else {
            chance = 1
            isPlainMean = false
        }
    }

    /// Whether totals that are all plain means are so by no luck, and not by the sizes too.
    private static func isTelling(
        _ lines: [TotalsRule.Line],
        _ sizes: [Int]?,
        _ chance: Double,
        isUsual: Bool
    ) -> Bool {
        guard let sizes else { return chance < 1e-4 }
        let against = lines.count { !$0.fits($0.mean(sizes: sizes)) }
        return against >= max(2, lines.count * 3 / 10) && chance < (isUsual ? 0.1 : 1e-3)
    }

    /// How likely all totals lie so near the plain mean by luck, if groups differ in weight.
    ///
    /// Weights that spread by ``usualUnevenness`` of their mean move a total by that share of the
    /// groups' spread, over the root of their number. Totals of one table share their weights, so
    /// that no more of them count than there are weights to choose.
    private static func chance(_ lines: [TotalsRule.Line], groups: Int) -> Double {
        let single = lines.map { line -> Double in
            let interval = line.plainMean
            let near = interval.upperBound - interval.lowerBound + line.total.unit
            let spread = TurnedCells.spread(line.groups.map(\.value))
            let moved = usualUnevenness * spread / Double(groups).squareRoot()
            return min(1, near / max(2.5 * moved, 1e-9))
        }
        return single.sorted().prefix(groups - 1).reduce(1, *)
    }

    /// The standard deviation of groups' sizes, as a share of their mean.
    private static let usualUnevenness = 0.3

    /// That the totals are plain means of groups of unequal size, with what they should be.
    var finding: Finding? {
        guard isPlainMean else { return nil }
        var cells: [Finding.Cell] = []
        var moved: [(text: String, by: Double)] = []
        for entry in lines {
            let interval = sizes.map { entry.mean(sizes: $0) }
            let corrected = interval.map {
                AuditText.number(
                    ($0.lowerBound + $0.upperBound) / 2,
                    decimals: entry.total.decimals
                )
            }
            let isOther = interval.map { !entry.fits($0) } ?? false
            cells.append(
                table.mark(axis, line, entry.position, corrected: isOther ? corrected : nil)
            )
            if isOther, let corrected, let interval {
                let shift = (interval.lowerBound + interval.upperBound) / 2 - entry.total.value
                moved.append(
                    (
                        "\(table.name(axis.other, entry.position)): \(entry.total.text) would be \(corrected)",
                        abs(shift)
                    )
                )
            }
        }
        let label = table.lines(axis)[line].label
        // Weights that make groups count the same are rare, but a report need not speak of them.
        let canBeWeights =
            isWeighted == true
            || isWeighted == nil && (groups.count <= 3 || chance > 1e-5 && !isUsual)
        let severity: AuditSeverity =
            sizes == nil || canBeWeights ? .improbable : .contradictory
        moved.sort { $0.by > $1.by }
        return Finding(
            id: "totals:\(table.id):\(axis.word) \(line + 1):method",
            rule: .totals,
            kind: .plainMeans,
            severity: severity,
            headline:
                "“\(label)” is the plain mean of the \(groups.count) groups, not the figure for all people",
            table: table.id,
            row: axis == .rows ? label : nil,
            column: axis == .columns ? label : nil,
            printed: cells.first.flatMap { table.cells[$0.row][$0.column].text },
            expected: cells.first?.corrected,
            because:
                "All \(lines.count) totals equal the mean of the \(groups.count) groups in which each group counts the same; "
                + (sizes == nil
                    ? "that would be right only for groups of equal size. "
                    : "weighted by the groups' sizes, \(moved.count) of them would be other figures. ")
                + (chance < 1e-3
                    ? "That all of them do so by luck has a chance of less than \(chance < 1e-6 ? "one in a million" : "one in a thousand")."
                    : "Other tables of the same groups have such totals too."),
            unless: sizes == nil
                ? "the groups are equally large"
                : "the figures are weighted so that every group counts the same",
            likelyCause:
                "The total was computed from the table's own cells instead of the answers.",
            consequence: moved.isEmpty
                ? nil
                : "Small groups count too much in it. By size, \(AuditText.list(moved.map(\.text), limit: 4)).",
            cells: cells
        )
    }

    /// Totals that are no weighted means by the groups' sizes, where that is what they are.
    func misfits(_ outcome: inout RuleOutcome) {
        guard let answered, let sizes else {
            if !lines.isEmpty {
                outcome.keepSilent(
                    "a total among its groups, whose sizes are not known",
                    wanted: "how many people each group has",
                    count: lines.count
                )
            }
            return
        }
        guard isWeighted != true else {
            outcome.keepSilent(
                "a weighted total: the groups' sizes do not tell their weights",
                wanted: "the sums of the weights of each group",
                count: lines.count
            )
            return
        }
        guard !isPlainMean else { return }
        let wrong = lines.filter {
            // How many people have a score, beside items, no number of answers to an item tells.
            guard !isScore($0.position), $0.hull.gap(to: $0.total.interval) <= 1e-9,
                let possible = possible($0, answered)
            else { return false }
            return possible.gap(to: $0.total.interval) > $0.adjusted + 1e-9
        }
        guard !wrong.isEmpty else { return }
        let fitting = lines.count { $0.fits($0.mean(sizes: sizes)) }
        // Unless a report says so itself, only its other totals can tell that it is unweighted.
        let isSure = isWeighted == false
        // A total that any weights give does not tell which were used.
        let telling = lines.count {
            $0.fits($0.mean(sizes: sizes)) && !$0.fits($0.plainMean)
        }
        guard isSure || telling >= 4 && telling >= wrong.count * 4 else {
            outcome.keepSilent(
                "totals that are not weighted by the groups' sizes: the report does not say that it is unweighted",
                wanted: "whether the figures are weighted, and how",
                count: wrong.count
            )
            return
        }
        for entry in wrong {
            outcome.findings.append(misfit(entry, isSure: isSure, fitting))
        }
    }

    private func isScore(_ position: Int) -> Bool {
        let line = table.lines(axis.other)[position]
        return line.role == .item && line.total != nil
    }

    /// Where the total can lie; nil where it is not known what people in no group could have answered.
    private func possible(
        _ line: TotalsRule.Line,
        _ answered: [ClosedRange<Int>]
    ) -> ClosedRange<Double>? {
        guard outsiders.upperBound > 0 else {
            return WeightedTotal.interval(of: line.groups, sizes: answered)?.values
        }
        return TotalsRule.answers(report, table, line.statistic).flatMap { answers in
            let anything = ExactInterval(
                Fraction(Int(answers.lowerBound)),
                Fraction(Int(answers.upperBound))
            )
            return WeightedTotal.interval(
                of: line.groups.map(RoundingRule.either.interval) + [anything],
                sizes: answered + [outsiders]
            )?.values
        }
    }

    private func misfit(
        _ entry: TotalsRule.Line,
        isSure: Bool,
        _ fitting: Int
    ) -> Finding {
        let interval = sizes.map { entry.mean(sizes: $0) } ?? entry.plainMean
        let decimals = entry.total.decimals
        let expected = AuditText.span(interval, decimals: decimals)
        let (row, column) = axis == .rows ? (line, entry.position) : (entry.position, line)
        return Finding.at(
            table,
            row: row,
            column: column,
            rule: .totals,
            isSure ? .contradictory : .improbable,
            tag: "sizes",
            headline:
                "The total of \(table.name(axis.other, entry.position)), \(entry.total.text), is not what its groups and their sizes give (\(expected))",
            expected: expected,
            corrected: AuditText.number(
                (interval.lowerBound + interval.upperBound) / 2,
                decimals: decimals
            ),
            because:
                "Weighted by the number of people in each group, the groups' figures give \(expected); \(entry.total.text) is further off than rounding and missing answers can carry it."
                + (fitting > 0 ? " \(fitting) other totals of the table do equal theirs." : ""),
            unless: isSure ? nil : "the figures are weighted"
        )
    }
}
