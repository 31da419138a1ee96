/// Totals that should be the mean or the sum of the items above them.
extension TotalsRule {
    /// One position of the other axis: the items' figures and their total's.
    private struct Score {
        let position: Int
        let items: [PrintedNumber]
        let total: PrintedNumber
        let isSum: Bool

        private var divisor: Double { isSum ? 1 : Double(items.count) }
        var predicted: Double { items.map(\.value).reduce(0, +) / divisor }
        var deviation: Double { total.value - predicted }
        /// How far rounding alone can part them: half a unit of the total and the items' own.
        var rounding: Double {
            total.unit / 2 + items.map(\.unit).reduce(0, +) / 2 / divisor + 1e-9
        }
        var fits: Bool { abs(deviation) <= rounding }

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
        let scores = scores(table, axis, line, total)
        guard !scores.isEmpty else { return }
        outcome.checked += scores.count
        if let finding = otherScoring(report, table, axis, line, total, scores) {
            outcome.findings.append(finding)
            return
        }
        let fitting = scores.count(where: \.fits)
        let middle = median(scores.map(\.deviation))
        var unjudged = 0
        for score in scores where !score.fits {
            let missing = missingAnswers(report, table, axis.other, score)
            let isFar =
                abs(score.deviation - (fitting > 0 ? 0 : middle)) > score.rounding + missing
            let values = printedHull(score.items)
            let isOutside =
                !score.isSum && values.gap(to: score.total.interval) > score.rounding + missing
            guard isFar && fitting >= 3 || isOutside || fitting >= max(3, scores.count * 7 / 10)
            else {
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
                    isFar || isOutside ? .contradictory : .improbable,
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
            let off = both.map { median($0.map { abs($0.deviation) }) }
            return off[1] < off[0] ? both[1] : both[0]
        }
    }

    /// How far answers that are missing could part a total from its items: five standard errors
    /// with 15 per cent missing, in a sample of the position's size (20 where unknown).
    private static func missingAnswers(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ score: Score
    ) -> Double {
        let n = LineSizes.size(table, axis, score.position)?.middle ?? 20
        let width = width(report, table, .mean) ?? 10
        let factor = score.isSum ? Double(score.items.count) : 1
        let k = Double(score.items.count)
        return 5 * (0.15 / max(n, 1)).squareRoot() * width / 2 / k.squareRoot() * factor
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
        guard let scale = report.scale(of: table), scores.count >= 3,
            scores.count(where: \.fits) * 3 < scores.count
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
                "The \(scores.count) totals are not the mean of the items as printed; all of them are, when \(table.name(axis, item)) counts as \(reading.scoring.formula(scale.range)) of its printed figure. No other single item does that.",
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
        _ severity: AuditSeverity,
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
            severity,
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
