/// Totals that should be the mean or the sum of the items above them.
extension TotalsRule {
    /// One position of the other axis: the items' figures and their total's.
    private struct Score: Hashable {
        let position: Int
        let items: [PrintedNumber]
        let total: PrintedNumber
        let isSum: Bool

        private var divisor: Double { isSum ? 1 : Double(items.count) }
        /// Where the mean or the sum of the items lies.
        private var interval: ExactInterval? {
            isSum ? ItemsTotal.sum(of: items) : ItemsTotal.mean(of: items)
        }
        var predicted: Double { items.map(\.value).reduce(0, +) / divisor }
        var deviation: Double { total.value - predicted }
        /// How far rounding alone can part them: half a unit of the total and the items' own.
        var rounding: Double {
            let items = interval.map { ($0.high.value - $0.low.value) / 2 } ?? .infinity
            return total.unit / 2 + items + 1e-9
        }
        var fits: Bool {
            interval.map { RoundingRule.either.allows(total, for: $0) } ?? true
        }

        func replacing(_ item: Int, with value: Double) -> Double {
            total.value - (predicted + (value - items[item].value) / divisor)
        }
    }

    static func judgeItems(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ outcome: inout RuleOutcome
    ) {
        let asPrinted = scores(table, axis, line, total)
        guard !asPrinted.isEmpty else { return }
        let scores = turned(asPrinted, report, table, axis, total) ?? asPrinted
        if scores != asPrinted {
            outcome.keepSilent(
                "totals that count items worded against the scale the other way round than these stand in their own lines",
                wanted: "which way round items and totals are scored",
                count: scores.count
            )
        }
        outcome.checked += scores.count
        if let finding = otherScoring(report, table, axis, line, total, scores) {
            outcome.findings.append(finding)
            return
        }
        let fitting = scores.count(where: \.fits)
        let middle = median(scores.map(\.deviation))
        let sizes = scores.map { size(report, table, axis, $0.position) }
        // What parts totals from their items elsewhere in the table, for one person.
        let usual = median(
            zip(scores, sizes).map { abs($0.deviation) * $1.squareRoot() }
        )
        var unjudged = 0
        for (score, n) in zip(scores, sizes) where !score.fits {
            let missing = missingAnswers(report, table, n, score)
            let isFar =
                abs(score.deviation - (fitting > 0 ? 0 : middle))
                > score.rounding + max(missing, 6 * usual / n.squareRoot())
            let values = printedHull(score.items)
            let isOutside =
                !score.isSum && values.gap(to: score.total.interval) > score.rounding + missing
            // Only where nearly all totals equal their items are few answers missing.
            let isOdd = isFar && fitting >= 3 && fitting * 5 >= scores.count * 4
            guard isOdd || isOutside else {
                unjudged += 1
                continue
            }
            outcome.findings.append(
                finding(
                    table,
                    axis,
                    line,
                    total,
                    score,
                    fitting
                )
            )
        }
        if unjudged > 0 {
            outcome.keepSilent(
                "totals near the \(scores[0].isSum ? "sum" : "mean") of their items: answers that are missing may part them",
                wanted: "whether every person answered every item",
                count: unjudged
            )
        }
    }

    private static func scores(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total
    ) -> [Score] {
        let both = [false, true].map { isSum in
            table.lines(axis.other).indices.compactMap { position -> Score? in
                guard [.mean, .score].contains(table.statistic(axis, line, position)),
                    total.of.allSatisfy({
                        [.mean, .score].contains(table.statistic(axis, $0, position))
                    }),
                    let printed = table.number(axis, line, position)
                else { return nil }
                let items = total.of.compactMap { table.number(axis, $0, position) }
                guard items.count == total.of.count, items.count > 1 else { return nil }
                return Score(position: position, items: items, total: printed, isSum: isSum)
            }
        }
        switch total.by {
        case .sum: return both[1]
        case .mean: return both[0]
        default:
            // A score is a sum by its name.
            if let first = both[1].first,
                table.statistic(axis, line, first.position) == .score
            {
                return both[1]
            }
            let off = both.map { median($0.map { abs($0.deviation) }) }
            return off[1] < off[0] ? both[1] : both[0]
        }
    }

    /// `scores` with items worded against the scale turned round, where that is what the totals
    /// count: printed as answered, they are not what a score is made of.
    private static func turned(
        _ scores: [Score],
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ total: AuditedTable.Total
    ) -> [Score]? {
        guard let scale = report.scale(of: table) else { return nil }
        let against = total.of.map { scale.reversed.contains(table.lines(axis)[$0].identity) }
        guard against.contains(true) else { return nil }
        let ends = scale.range.lowerBound + scale.range.upperBound
        let turned = scores.map { score in
            Score(
                position: score.position,
                items: zip(score.items, against).map { item, isAgainst in
                    isAgainst
                        ? PrintedNumber(
                            units: ends * item.scale - item.units,
                            decimals: item.decimals
                        ) : item
                },
                total: score.total,
                isSum: score.isSum
            )
        }
        let (before, after) = (
            median(scores.map { abs($0.deviation) }), median(turned.map { abs($0.deviation) })
        )
        return after < before / 2 && before > scores[0].rounding ? turned : nil
    }

    /// How many people stand behind a total; where nothing is said, an eighth of an even share of all
    /// people, and two at least.
    private static func size(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ position: Int
    ) -> Double {
        if let size = LineSizes.size(table, axis.other, position) { return max(size.middle, 1) }
        let all = (table.n ?? report.n)?.middle ?? 100
        return max(2, all / Double(8 * table.lines(axis.other).count))
    }

    /// How far answers that are missing could part a total from its items: five standard errors
    /// with 15 per cent missing, in a sample of `n`.
    private static func missingAnswers(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ n: Double,
        _ score: Score
    ) -> Double {
        let width = width(report, table, .mean) ?? 10
        let factor = score.isSum ? Double(score.items.count) : 1
        let k = Double(score.items.count)
        return 5 * (0.15 / n).squareRoot() * width / 2 / k.squareRoot() * factor
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// One item that the totals count in another scoring than the table prints.
    private static func otherScoring(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ scores: [Score]
    ) -> Finding? {
        // Two groups and their total are no three proofs.
        let groups = scores.count { table.lines(axis.other)[$0.position].total == nil }
        guard let scale = report.scale(of: table), groups >= 4,
            scores.count(where: \.fits) * 3 < scores.count,
            // Small deviations are those of missing answers; among many items one fits by luck.
            median(scores.map { abs($0.deviation) })
                > scores[0].rounding
                + median(
                    scores.map {
                        missingAnswers(report, table, size(report, table, axis, $0.position), $0)
                    }
                )
        else { return nil }
        var readings: [(item: Int, scoring: Scoring)] = []
        for item in total.of.indices {
            for scoring in [Scoring.reversed, .reversedFromZero]
            where scores.allSatisfy({
                let value = scoring.score($0.items[item].value, scale.range)
                return abs($0.replacing(item, with: value)) <= $0.rounding
            }) {
                readings.append((item, scoring))
            }
        }
        guard readings.count == 1, let reading = readings.first else { return nil }
        let item = total.of[reading.item]
        let label = table.lines(axis)[line].label
        return Finding(
            id: "totals:\(table.id):\(axis.word) \(line + 1):scoring",
            rule: .totals,
            severity: .contradictory,
            headline: "“\(label)” counts \(table.name(axis, item)) the other way round",
            table: table.id,
            row: axis == .rows ? label : nil,
            column: axis == .columns ? label : nil,
            because:
                "The \(scores.count) totals are not the \(scores[0].isSum ? "sum" : "mean") of the items as printed; all of them are, when \(table.name(axis, item)) counts as \(reading.scoring.formula(scale.range)) of its printed figure. No other single item does that.",
            likelyCause:
                "The item was reversed for the total and not in its own line, or the reverse.",
            cells: scores.map { table.mark(axis, line, $0.position) }
                + scores.map { table.mark(axis, item, $0.position) }
        )
    }

    private static func finding(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ score: Score,
        _ fitting: Int
    ) -> Finding {
        let decimals = score.total.decimals
        let expected = AuditText.number(score.predicted, decimals: decimals)
        let kind = score.isSum ? "sum" : "mean"
        let (row, column) = axis == .rows ? (line, score.position) : (score.position, line)
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .totals,
            .contradictory,
            tag: "items",
            headline:
                "The total of \(table.name(axis.other, score.position)), \(score.total.text), is not the \(kind) of its items (\(expected))",
            expected: expected,
            corrected: expected,
            because:
                "The \(kind) of the \(score.items.count) items is \(AuditText.number(score.predicted, decimals: decimals + 1)); rounding can part the two by \(AuditText.number(score.rounding, decimals: decimals + 1)) at most, and they are \(AuditText.number(abs(score.deviation), decimals: decimals + 1)) apart."
                + (fitting > 0 ? " \(fitting) other totals of the table do equal it." : ""),
            unless: "many people left some of the items out"
        )
        let without = total.of.indices.filter {
            let sum = score.items.map(\.value).reduce(0, +) - score.items[$0].value
            let value = score.isSum ? sum : sum / Double(score.items.count - 1)
            return abs(score.total.value - value) <= score.rounding
        }
        if without.count == 1 {
            finding.likelyCause =
                "Without \(table.name(axis, total.of[without[0]])) the \(kind) of the others is \(score.total.text)."
        }
        finding.cells += total.of.map { table.mark(axis, $0, score.position) }
        return finding
    }
}
