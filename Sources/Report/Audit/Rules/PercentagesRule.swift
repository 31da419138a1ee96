/// Percentages that do not make up a whole, or that their own count and base contradict.
///
/// - The answers to a question of one answer sum to 100, but for rounding. Where many lines of a table
///   miss it to one side, the question allows several answers or some are left out: one finding.
/// - A percentage beside its count and base is their quotient, but for rounding.
///
/// A total between the groups of a breakdown is judged with the other totals, and what a base alone
/// allows by ``GranularityRule``. See docs/audit/percentages.md.
package enum PercentagesRule {
    package static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        for table in report.tables {
            for axis in AuditAxis.allCases {
                let sheet = Sheet(table, axis)
                judgeSums(sheet, &outcome)
                judgeCounts(sheet, isWeighted: report.isWeighted(table), &outcome)
            }
        }
        return outcome
    }

    /// A table seen along one axis, so that one direction is enough to write.
    struct Sheet {
        let table: AuditedTable
        let axis: AuditAxis
        let lines: [AuditedTable.Line]
        let across: [AuditedTable.Line]

        init(_ table: AuditedTable, _ axis: AuditAxis) {
            self.table = table
            self.axis = axis
            lines = table.lines(axis)
            across = table.lines(axis.other)
        }

        func statistic(_ line: Int, _ position: Int) -> AuditedTable.Statistic {
            table.statistic(axis, line, position)
        }

        func number(_ line: Int, _ position: Int) -> PrintedNumber? {
            table.number(axis, line, position)
        }

        func mark(_ line: Int, _ position: Int) -> Finding.Cell {
            table.mark(axis, line, position)
        }

        func id(_ line: Int) -> String {
            "percentages:\(table.id):\(axis.word) \(line + 1)"
        }

        func label(_ line: Int) -> String {
            lines[line].label.isEmpty ? "\(axis.word) \(line + 1)" : lines[line].label
        }
    }

    // MARK: - Sums

    /// The percentages of the answers in one line.
    struct Whole {
        let line: Int
        let positions: [Int]
        let percents: [PrintedNumber]
        /// Where their unrounded sum lies.
        let sum: ExactInterval

        /// −1 where they sum to less than 100, 1 where to more, 0 where they may be 100.
        var side: Int {
            sum.contains(Fraction(100)) ? 0 : (sum.high < Fraction(100) ? -1 : 1)
        }

        /// The sum as printed.
        let printed: PrintedNumber

        /// Nil for percentages beyond ``Exact``, one by one or all together.
        init?(line: Int, positions: [Int], percents: [PrintedNumber]) {
            let decimals = percents.map(\.decimals).max() ?? 0
            let padded = percents.map { $0.padded(to: decimals) }
            guard padded.allSatisfy({ $0.decimals == decimals }),
                let units = Exact.sum(padded.map(\.units)),
                let sum = PercentSums.interval(of: percents)
            else { return nil }
            self.line = line
            self.positions = positions
            self.percents = percents
            self.sum = sum
            printed = PrintedNumber(units: units, decimals: decimals)
        }
    }

    private static func judgeSums(_ sheet: Sheet, _ outcome: inout RuleOutcome) {
        var blocks: [(block: String?, positions: [Int])] = []
        for (position, answer) in sheet.across.enumerated()
        where answer.role == .answer && answer.total == nil {
            if let index = blocks.firstIndex(where: { $0.block == answer.block }) {
                blocks[index].positions.append(position)
            } else {
                blocks.append((answer.block, [position]))
            }
        }
        for block in blocks where block.positions.count > 1 {
            judgeSums(sheet, of: block.positions, &outcome)
        }
    }

    private static func judgeSums(
        _ sheet: Sheet,
        of positions: [Int],
        _ outcome: inout RuleOutcome
    ) {
        var wholes: [Whole] = []
        for line in sheet.lines.indices
        where positions.allSatisfy({ sheet.statistic(line, $0) == .percent }) {
            let percents = positions.compactMap { sheet.number(line, $0) }
            guard !percents.isEmpty else { continue }
            guard !sheet.table.allowsSeveral else {
                outcome.keepSilent("questions that allow several answers")
                continue
            }
            guard percents.count == positions.count,
                percents.allSatisfy({ $0.units >= 0 }),
                let whole = Whole(line: line, positions: positions, percents: percents)
            else {
                outcome.keepSilent(
                    "lines with a percentage that is not printed",
                    wanted: "all percentages of the line"
                )
                continue
            }
            wholes.append(whole)
        }
        guard !wholes.isEmpty else { return }
        guard !runsTheOtherWay(sheet, wholes) else {
            outcome.keepSilent("percentages of the groups in an answer", count: wholes.count)
            return
        }
        outcome.checked += wholes.count
        report(wholes, sheet, &outcome)
    }

    /// Whether the percentages of each answer sum to 100 over the groups instead.
    private static func runsTheOtherWay(_ sheet: Sheet, _ wholes: [Whole]) -> Bool {
        guard wholes.contains(where: { $0.side != 0 }) else { return false }
        let blocks = Set(
            wholes.map(\.line).filter { sheet.lines[$0].role == .group }
                .map { sheet.lines[$0].block ?? "" }
        )
        return blocks.contains { block in
            let lines = wholes.map(\.line).filter {
                sheet.lines[$0].role == .group && sheet.lines[$0].total == nil
                    && (sheet.lines[$0].block ?? "") == block
            }
            guard lines.count > 1 else { return false }
            return wholes[0].positions.allSatisfy { position in
                let percents = lines.compactMap { sheet.number($0, position) }
                return PercentSums.interval(of: percents)?.contains(Fraction(100)) ?? false
            }
        }
    }

    private static func report(
        _ wholes: [Whole],
        _ sheet: Sheet,
        _ outcome: inout RuleOutcome
    ) {
        let off = wholes.filter { $0.side != 0 }
        guard let first = off.first else { return }
        let isOneSided = off.allSatisfy { $0.side == first.side }
        // A slip is rare: where half of the lines miss to one side, they have a reason in common.
        if isOneSided, 2 * off.count >= wholes.count {
            outcome.findings.append(tableFinding(off, of: wholes.count, sheet))
        } else {
            outcome.findings += off.map { lineFinding($0, sheet) }
        }
    }

    private static func lineFinding(_ whole: Whole, _ sheet: Sheet) -> Finding {
        Finding(
            id: sheet.id(whole.line),
            rule: .percentages,
            severity: .contradictory,
            headline: "\(sheet.label(whole.line)): the percentages sum to \(whole.printed.text), "
                + "not to 100",
            table: sheet.table.id,
            row: sheet.axis == .rows ? sheet.lines[whole.line].label : nil,
            column: sheet.axis == .columns ? sheet.lines[whole.line].label : nil,
            printed: whole.printed.text,
            expected: allowed(whole),
            because: arithmetic(whole),
            unless: "one person may have given several answers, or some answers are left out",
            cells: whole.positions.map { sheet.mark(whole.line, $0) }
        )
    }

    private static func tableFinding(_ off: [Whole], of count: Int, _ sheet: Sheet) -> Finding {
        let isAbove = off[0].side > 0
        let sums = off.map(\.printed).sorted { $0.value < $1.value }
        let span =
            sums.count == 1
            ? sums[0].text : "\(sums[0].text) to \(sums[sums.count - 1].text)"
        let direction = sheet.axis.rawValue
        let name = sheet.table.title.isEmpty ? sheet.table.id : sheet.table.title
        return Finding(
            id: "percentages:\(sheet.table.id):\(direction) \(off[0].positions[0] + 1)",
            rule: .percentages,
            severity: .improbable,
            headline: "\(name): \(off.count) of \(count) sums of percentages are "
                + "\(isAbove ? "above" : "below") 100 (\(span))",
            table: sheet.table.id,
            printed: span,
            expected: allowed(off[0]),
            because: arithmetic(off[0])
                + (off.count > 1
                    ? " \(off.count) of \(count) \(direction) miss 100 to the same side." : ""),
            unless: isAbove
                ? "one person may have given several answers" : "some answers are left out",
            likelyCause: isAbove
                ? "The question allowed several answers, and the table does not say so."
                : "An answer such as “don't know” is not in the table.",
            cells: off.flatMap { whole in whole.positions.map { sheet.mark(whole.line, $0) } }
        )
    }

    /// What rounding lets the printed sum be.
    private static func allowed(_ whole: Whole) -> String {
        let decimals = whole.printed.decimals
        let deviations = PercentSums.deviations(of: whole.percents.count)
        let ends = [deviations.lowerBound, deviations.upperBound].map {
            PrintedNumber(units: 100 * whole.printed.scale + $0, decimals: decimals).text
        }
        return "from \(ends[0]) to \(ends[1])"
    }

    private static func arithmetic(_ whole: Whole) -> String {
        let terms = whole.percents.map(\.text).joined(separator: " + ")
        return
            "\(terms) = \(whole.printed.text). Rounding moves the sum of \(whole.percents.count) "
            + "percentages of one whole \(allowed(whole)), and no further."
    }
}
