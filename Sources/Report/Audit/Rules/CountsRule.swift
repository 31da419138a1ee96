/// Counts that do not add up, or that no counting could give.
///
/// - A count of people or things is a whole number.
/// - A total of counts is their sum, exactly: counts are not rounded.
/// - Groups of one trait hold no more people than took part, and two traits of the same people whose
///   groups hold everybody have one sum.
enum CountsRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        for table in report.tables {
            if report.isWeighted(table) != true { judgeWholeNumbers(table, &outcome) }
            for axis in AuditAxis.allCases {
                for (line, total) in table.totals(axis) where total.by != .mean {
                    for lines in table.parts(of: total, axis) {
                        var part = total
                        part.of = lines
                        judgeSums(report, table, axis, line, part, &outcome)
                    }
                }
            }
        }
        judgeBlocks(report, &outcome)
        return outcome
    }

    private static func isCount(_ statistic: AuditedTable.Statistic) -> Bool {
        statistic == .count || statistic == .base
    }

    private static func judgeWholeNumbers(_ table: AuditedTable, _ outcome: inout RuleOutcome) {
        for row in table.rows.indices {
            for column in table.columns.indices
            where isCount(table.statistic(row: row, column: column)) {
                guard let number = table.cells[row][column].number else { continue }
                outcome.checked += 1
                guard number.units % number.scale != 0 else { continue }
                outcome.findings.append(
                    .at(
                        table,
                        row: row,
                        column: column,
                        rule: .counts,
                        .contradictory,
                        tag: "whole",
                        headline: "\(number.text) is no count",
                        expected: "a whole number",
                        because:
                            "“\(table.columns[column].label)” of “\(table.rows[row].label)” counts people or things, and \(number.text) is not a whole number.",
                        unless: "it is the result of a formula or an average, and was not counted"
                    )
                )
            }
        }
    }

    private static func judgeSums(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ outcome: inout RuleOutcome
    ) {
        for position in table.lines(axis.other).indices {
            guard isCount(table.statistic(axis, line, position)),
                let printed = table.number(axis, line, position),
                total.of.count > 1
            else { continue }
            let parts = total.of.compactMap { table.number(axis, $0, position) }
            guard parts.count == total.of.count else {
                outcome.keepSilent(
                    "a total of counts, some of which are not printed",
                    wanted: "the counts that are missing or held back"
                )
                continue
            }
            outcome.checked += 1
            let sum = parts.map(\.value).reduce(0, +)
            // Parts that are no whole numbers were rounded; each may be half a unit off.
            let rounding = (parts + [printed]).filter { $0.decimals > 0 }
                .map { $0.unit / 2 }.reduce(1e-9, +)
            guard abs(sum - printed.value) > rounding else { continue }
            if table.allowsSeveral && sum > printed.value { continue }
            if !total.isExhaustive && sum < printed.value {
                outcome.keepSilent(
                    "a total of counts that holds more than its parts",
                    wanted: "whether the parts hold everything"
                )
                continue
            }
            var finding = sumFinding(report, table, axis, line, position, total, printed, sum)
            // Sums of weights are rounded, each by itself.
            let crossing = table.lines(axis.other)[position].total?.of.count ?? 1
            if report.isWeighted(table) != false,
                abs(sum - printed.value) <= Double((parts.count + 1) * crossing) / 2
            {
                finding.severity = .cosmetic
                finding.unless = "the counts are sums of weights, each rounded by itself"
            }
            if outcome.findings.contains(where: { $0.id == finding.id }) { continue }
            outcome.findings.append(finding)
        }
    }

    /// How many of `people` may be in no group of a trait where nothing is said of them: one in
    /// twenty, and three standard errors of that.
    static func withoutGroup(of people: Double) -> Double {
        let expected = people / 20
        return expected + 3 * expected.squareRoot()
    }

    private static func sumFinding(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ position: Int,
        _ total: AuditedTable.Total,
        _ printed: PrintedNumber,
        _ sum: Double
    ) -> Finding {
        let decimals = sum == sum.rounded() ? 0 : 1
        let expected = AuditText.number(sum, decimals: decimals)
        let (row, column) = axis == .rows ? (line, position) : (position, line)
        let isLess = sum < printed.value
        // Weights may make more of them.
        let mostWithoutGroup =
            withoutGroup(of: printed.value) * (report.isWeighted(table) == false ? 1 : 1.5)
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .counts,
            total.isExhaustive || !isLess ? .contradictory : .improbable,
            tag: "sum",
            headline:
                "The \(total.of.count) parts of \(table.name(axis.other, position)) add up to \(expected), not \(printed.text)",
            expected: expected,
            corrected: nil,
            because:
                "Counts are not rounded, so parts add up to their total. These are \(AuditText.number(abs(sum - printed.value), decimals: decimals)) \(isLess ? "short" : "too many").",
            unless: isLess
                ? "some people are in none of the parts, or the counts were rounded"
                : "some people are in more than one part, or the counts were rounded"
        )
        let off = abs(sum - printed.value)
        // Each allocation of a sample is rounded by itself: half a person a part.
        if off <= Double(total.of.count) / 2, off <= 2 {
            finding.likelyCause = "Shares of a whole that were each rounded to whole numbers."
            finding.severity = .cosmetic
            finding.because += " Rounding of each part by itself could do that."
        } else if total.by == .pooled, isLess, off <= mostWithoutGroup {
            finding.likelyCause = "Of a few people the group is not known."
            finding.severity = .cosmetic
        }
        finding.cells += total.of.map { table.mark(axis, $0, position) }
        return finding
    }
}

// MARK: - Groups of the same people

extension CountsRule {
    /// The counts of all groups of one trait.
    private struct Block {
        let table: AuditedTable
        let axis: AuditAxis
        let name: String
        let lines: [Int]
        let position: Int
        let sum: Int

        var words: String {
            let labels = lines.map { table.lines(axis)[$0].label }
            return "\(AuditText.list(labels, limit: 4)): \(sum)"
        }
        var cells: [Finding.Cell] { lines.map { table.mark(axis, $0, position) } }
    }

    private static func blocks(_ report: AuditedReport) -> [Block] {
        report.tables.flatMap { table in
            AuditAxis.allCases.flatMap { axis in
                table.groupBlocks(axis).filter { $0.lines.count > 1 }.flatMap { block in
                    table.lines(axis.other).indices.compactMap { position -> Block? in
                        let line = table.lines(axis.other)[position]
                        guard isCount(table.statistic(axis, block.lines[0], position)),
                            line.role == .statistic || line.total != nil,
                            table.question == nil
                        else { return nil }
                        let numbers = block.lines.compactMap { table.number(axis, $0, position) }
                        guard numbers.count == block.lines.count,
                            numbers.allSatisfy({ $0.decimals == 0 }),
                            let sum = Exact.sum(numbers.map(\.units))
                        else { return nil }
                        return Block(
                            table: table,
                            axis: axis,
                            name: block.block,
                            lines: block.lines,
                            position: position,
                            sum: sum
                        )
                    }
                }
            }
        }
    }

    private static func judgeBlocks(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        let blocks = blocks(report)
        for block in blocks {
            guard let n = block.table.n ?? report.n else {
                outcome.keepSilent(
                    "groups of one trait: how many people took part is not known",
                    wanted: "sample: n in audit.yaml"
                )
                continue
            }
            // Many times the sample: these are no people of it, but a population or cases.
            guard block.sum - n.range.upperBound <= n.range.upperBound else { continue }
            outcome.checked += 1
            // Sums of weights are rounded, each group by itself.
            let rounding =
                report.isWeighted(block.table) == false ? 0 : (block.lines.count + 1) / 2
            if block.sum - rounding > n.range.upperBound {
                outcome.findings.append(tooMany(block, n))
            } else if block.sum < n.range.lowerBound {
                outcome.keepSilent(
                    "groups of one trait that hold fewer people than took part: some may have given no answer",
                    wanted: "how many gave no answer"
                )
            }
        }
        judgePairs(blocks.filter { ($0.table.n ?? report.n) == nil }, &outcome)
    }

    private static func tooMany(_ block: Block, _ n: AuditedBase) -> Finding {
        let whole = n.range.upperBound
        let by = block.sum - whole
        var finding = Finding(
            id:
                "counts:\(block.table.id):\(block.axis.word) \(block.lines[0] + 1):\(block.position + 1):above n",
            rule: .counts,
            severity: .contradictory,
            headline: "\(block.words) people, more than the \(whole) who took part",
            table: block.table.id,
            row: block.axis == .rows ? block.table.rows[block.lines[0]].label : nil,
            column: block.axis == .columns ? block.table.columns[block.lines[0]].label : nil,
            printed: String(block.sum),
            expected: "\(whole) or fewer",
            because:
                "The groups of one trait share no person, so they hold no more people than took part: \(whole). They hold \(by) more.",
            unless:
                "the number of people who took part was rounded, or one person is in two groups",
            cells: block.cells
        )
        if by <= whole / 200 {
            finding.severity = .cosmetic
            finding.likelyCause =
                "\(whole) is the number planned, or rounded; \(block.sum) took part."
        }
        return finding
    }

    /// Two traits of the same people, each with everybody in one of its groups.
    private static func judgePairs(_ blocks: [Block], _ outcome: inout RuleOutcome) {
        for (index, first) in blocks.enumerated() {
            for second in blocks[(index + 1)...]
            where first.table.id == second.table.id && first.axis == second.axis
                && first.position == second.position && first.name != second.name
            {
                outcome.checked += 1
                guard first.sum != second.sum else { continue }
                let more = first.sum > second.sum ? first : second
                let fewer = first.sum > second.sum ? second : first
                outcome.findings.append(
                    Finding(
                        id:
                            "counts:\(more.table.id):\(more.axis.word) \(more.lines[0] + 1) against \(fewer.lines[0] + 1)",
                        rule: .counts,
                        severity: .cosmetic,
                        headline:
                            "\(more.words), but \(fewer.words): two counts of the same people",
                        table: more.table.id,
                        row: more.axis == .rows ? more.table.rows[more.lines[0]].label : nil,
                        column: more.axis == .columns
                            ? more.table.columns[more.lines[0]].label : nil,
                        printed: String(more.sum),
                        expected: String(fewer.sum),
                        because:
                            "Both sets of groups describe the same people, so their sums are equal where everybody is in a group of each. They are \(more.sum - fewer.sum) apart.",
                        unless: "\(more.sum - fewer.sum) people are in none of the second set",
                        cells: more.cells + fewer.cells
                    )
                )
            }
        }
    }
}
