/// Figures that no answers could give: outside what the scale and its scoring allow.
///
/// A mean of answers from L to U lies between L and U, and so does the mean of L + U − x; the mean
/// of U − x lies between 0 and U − L. Rounding may carry a figure half a unit further.
enum RangeRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        for table in report.tables {
            let scale = report.scale(of: table)
            for row in table.rows.indices {
                for column in table.columns.indices {
                    guard let number = table.cells[row][column].number else { continue }
                    let statistic = table.statistic(row: row, column: column)
                    guard let allowed = range(of: statistic, table, row, column, scale) else {
                        note(statistic, scale, in: &outcome)
                        continue
                    }
                    outcome.checked += 1
                    guard allowed.gap(to: number.interval) > 1e-9 else { continue }
                    outcome.findings.append(
                        finding(table, row, column, number, statistic, allowed, scale)
                    )
                }
            }
        }
        return outcome
    }

    private static func range(
        of statistic: AuditedTable.Statistic,
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int,
        _ scale: AuditedScale?
    ) -> ClosedRange<Double>? {
        switch statistic {
        case .mean:
            // A total that may be the sum of its items is held against these, not against the scale.
            [table.rows[row], table.columns[column]].contains { line in
                line.total?.by == .sum || line.total?.by == .meanOrSum
            }
                ? nil : scale.map { Double($0.range.lowerBound)...Double($0.range.upperBound) }
        case .percent: 0...100
        case .count, .base, .standardError: 0...Double.greatestFiniteMagnitude
        case .standardDeviation:
            // √(n/(n−1)) at n = 2 is the widest that a standard deviation of such answers can be.
            // That of a sum of items is wider.
            (holdsSums(table) ? nil : scale).map {
                0...Double($0.range.upperBound - $0.range.lowerBound) * 0.5.squareRoot()
            } ?? 0...Double.greatestFiniteMagnitude
        case .score, .other: nil
        }
    }

    /// Whether any figure of `table` is a sum of items.
    private static func holdsSums(_ table: AuditedTable) -> Bool {
        table.statistic == .score
            || (table.rows + table.columns).contains { $0.statistic == .score }
    }

    private static func note(
        _ statistic: AuditedTable.Statistic,
        _ scale: AuditedScale?,
        in outcome: inout RuleOutcome
    ) {
        if statistic == .mean, scale == nil {
            outcome.keepSilent(
                "a mean on a scale whose lowest and highest answer are not known",
                wanted: "the range of the scale, as scale: of the table in audit.yaml"
            )
        }
    }

    private static func finding(
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int,
        _ number: PrintedNumber,
        _ statistic: AuditedTable.Statistic,
        _ allowed: ClosedRange<Double>,
        _ scale: AuditedScale?
    ) -> Finding {
        let what = "\(table.name(.rows, row)), \(table.name(.columns, column))"
        let bounds =
            allowed.upperBound == Double.greatestFiniteMagnitude
            ? "0 or more"
            : AuditText.span(allowed, decimals: statistic == .standardDeviation ? 2 : 0)
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .range,
            .impossible,
            headline: "\(number.text) for \(what) lies outside \(bounds)",
            expected: bounds,
            because:
                "The figure can only be \(bounds), whatever the answers were; \(number.text) is not, even before rounding."
        )
        if statistic == .mean, let scale {
            let scorings = Scoring.allCases.filter {
                $0.range(of: scale.range).gap(to: number.interval) <= 1e-9
            }
            let names = scorings.map { $0.formula(scale.range) }
            finding.likelyCause =
                names.isEmpty
                ? nil
                : "A mean of \(number.text) can come from answers scored as "
                    + AuditText.list(names).replacingLast(" and ", with: " or ") + "."
            finding.unless = "the answers were numbered otherwise than \(bounds)"
        }
        return finding
    }
}

extension String {
    /// The text with the last occurrence of `word` replaced.
    func replacingLast(_ word: String, with other: String) -> String {
        guard let last = ranges(of: word).last else { return self }
        return replacingCharacters(in: last, with: other)
    }

    private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
