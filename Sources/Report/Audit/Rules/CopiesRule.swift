/// Figures that were copied to a place where they do not belong.
///
/// Whole lines that repeat another, or repeat it shifted by one place; and one figure printed twice
/// with two values. Single equal figures say nothing: among many some are equal by chance, and the
/// chance of a whole line is reckoned from how often figures of the two lines meet elsewhere.
enum CopiesRule {
    /// Lines must share at least so many figures with two digits after the mark, or more of fewer.
    private static let fewestFigures = 4
    /// A repeated line is reported where fewer than so many such are expected in the report.
    private static let expectedByChance = 0.001

    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        judgeLines(report, &outcome)
        judgeTwice(report, &outcome)
        return outcome
    }
}

// MARK: - Lines that repeat

extension CopiesRule {
    private struct Strip {
        let table: AuditedTable
        let axis: AuditAxis
        let line: Int
        let numbers: [PrintedNumber?]

        var words: String { "\(table.name(axis, line)) of “\(table.id)”" }
        var identity: String { table.lines(axis)[line].identity }

        func isLine(_ line: Int, of table: AuditedTable) -> Bool {
            self.line == line && self.table.id == table.id
        }

        /// Whether one is a total that the other is a part of: equal where the rest is empty.
        func isPart(of other: Strip) -> Bool {
            table.id == other.table.id
                && table.lines(axis)[other.line].total?.of.contains(line) ?? false
        }
    }

    private static func strips(_ report: AuditedReport, _ axis: AuditAxis) -> [Strip] {
        report.tables.flatMap { table in
            table.lines(axis).indices.map { line in
                Strip(
                    table: table,
                    axis: axis,
                    line: line,
                    numbers: table.lines(axis.other).indices.map {
                        let statistic = table.statistic(axis, line, $0)
                        return statistic == .base || statistic == .other
                            ? nil : table.number(axis, line, $0)
                    }
                )
            }
        }
    }

    private static func judgeLines(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        for axis in AuditAxis.allCases {
            let strips = strips(report, axis).filter {
                $0.numbers.count(where: { $0 != nil }) >= fewestFigures
            }
            let pairs = Double(strips.count * (strips.count - 1) / 2)
            for (index, first) in strips.enumerated() {
                for second in strips[(index + 1)...] where mayCompare(first, second) {
                    outcome.checked += 1
                    for shift in [0, 1, -1] where shift == 0 || first.table.id == second.table.id {
                        if let finding = copy(first, second, shift: shift, pairs: pairs) {
                            outcome.findings.append(finding)
                            break
                        }
                    }
                }
            }
        }
    }

    /// Lines of one table, none a part of the other; or, of two tables, lines of the same length that
    /// are neither totals nor the same thing.
    private static func mayCompare(_ first: Strip, _ second: Strip) -> Bool {
        guard first.table.id != second.table.id else {
            return !first.isPart(of: second) && !second.isPart(of: first)
        }
        return first.identity != second.identity && first.numbers.count == second.numbers.count
            && first.table.lines(first.axis)[first.line].total == nil
            && second.table.lines(second.axis)[second.line].total == nil
    }

    private static func copy(
        _ first: Strip,
        _ second: Strip,
        shift: Int,
        pairs: Double
    ) -> Finding? {
        var (same, compared) = (0, 0)
        var distinct: Set<PrintedNumber> = []
        var chance = pairs * 3
        for position in first.numbers.indices {
            let other = position + shift
            guard let one = first.numbers[position], second.numbers.indices.contains(other),
                let two = second.numbers[other]
            else { continue }
            compared += 1
            guard one.units == two.units, one.decimals == two.decimals else { continue }
            same += 1
            distinct.insert(one)
            chance *= Self.chance(first, second, at: position, shift, unit: one.unit)
        }
        guard same == compared, same >= fewestFigures, distinct.count >= 3 else { return nil }
        guard chance < expectedByChance else { return nil }
        return finding(first, second, shift: shift, same: same)
    }

    /// The chance that figures of two lines are equal at `position`.
    ///
    /// Two normal values with spread s fall on the same unit u with chance u / (2 s √π). Figures of few
    /// people move in steps, so that it is no less than how often other lines meet there.
    private static func chance(
        _ first: Strip,
        _ second: Strip,
        at position: Int,
        _ shift: Int,
        unit: Double
    ) -> Double {
        var units: [PrintedNumber] = []
        var seen: Set<Finding.Cell> = []
        for (strip, place) in [(first, position), (second, position + shift)] {
            let table = strip.table
            for line in table.lines(strip.axis).indices
            where !first.isLine(line, of: table) && !second.isLine(line, of: table)
                && table.statistic(strip.axis, line, place)
                    == table.statistic(strip.axis, strip.line, place)
                && seen.insert(table.mark(strip.axis, line, place)).inserted
            {
                if let number = table.number(strip.axis, line, place) { units.append(number) }
            }
        }
        guard units.count > 1 else { return 1 }
        let spread = TurnedCells.spread(units.map(\.value))
        let smooth = unit / (2 * max(spread, unit) * 1.772453850905516)
        var counts: [Int: Int] = [:]
        for number in units { counts[number.units, default: 0] += 1 }
        let pairs = Double(units.count * (units.count - 1) / 2)
        let met = Double(counts.values.map { $0 * ($0 - 1) / 2 }.reduce(0, +))
        // With few lines to look at, that none meet says little.
        return min(1, max(smooth, met > 0 ? met / pairs : min(0.05, 0.5 / (pairs + 1))))
    }

    private static func finding(
        _ first: Strip,
        _ second: Strip,
        shift: Int,
        same: Int
    ) -> Finding {
        let axis = first.axis
        let (one, two) = (
            first.table.lines(axis)[first.line], second.table.lines(axis)[second.line]
        )
        let how =
            shift == 0
            ? "repeats" : "repeats, shifted by one place,"
        return Finding(
            id:
                "copies:\(second.table.id):\(axis.word) \(second.line + 1):of \(first.table.id) \(first.line + 1)",
            rule: .copies,
            severity: .improbable,
            headline: "\(second.words) \(how) \(first.words): \(same) figures",
            table: second.table.id,
            row: axis == .rows ? two.label : nil,
            column: axis == .columns ? two.label : nil,
            because:
                "All \(same) figures of the two lines are equal, digit by digit. With figures spread as these are, fewer than one such pair in a thousand reports would come about by chance.",
            unless: "the two \(axis.rawValue) are the same thing under two names",
            likelyCause:
                "One line was copied over the other (“\(one.label)”, “\(two.label)”); which is right, the figures cannot tell.",
            cells: second.numbers.indices.filter { second.numbers[$0] != nil }.map {
                second.table.mark(axis, second.line, $0)
            }
                + first.numbers.indices.filter { first.numbers[$0] != nil }.map {
                    first.table.mark(axis, first.line, $0)
                }
        )
    }
}

// MARK: - One figure with two values

extension CopiesRule {
    private struct Place: Hashable {
        let subject: String
        let statistic: AuditedTable.Statistic
        let lines: Set<String>
    }

    private static func judgeTwice(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        var seen: [Place: (table: AuditedTable, row: Int, column: Int)] = [:]
        for table in report.tables {
            guard let subject = table.scale ?? table.question else { continue }
            for row in table.rows.indices {
                for column in table.columns.indices {
                    guard let number = table.cells[row][column].number,
                        let place = place(report, table, subject, row, column)
                    else { continue }
                    guard let before = seen[place] else {
                        seen[place] = (table, row, column)
                        continue
                    }
                    guard before.table.id != table.id,
                        let other = before.table.cells[before.row][before.column].number
                    else { continue }
                    outcome.checked += 1
                    let gap = other.interval.gap(to: number.interval)
                    guard gap > 1e-9 else { continue }
                    outcome.findings.append(
                        twice(
                            table,
                            row,
                            column,
                            number,
                            before,
                            other,
                            mayHoldOthers: mayHoldOthers(report, table, row, column, before, gap)
                        )
                    )
                }
            }
        }
    }

    /// What a cell is a figure of; nil where that is not said by item and group, or total.
    private static func place(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ subject: String,
        _ row: Int,
        _ column: Int
    ) -> Place? {
        let statistic = table.statistic(row: row, column: column)
        guard [.mean, .percent, .standardDeviation].contains(statistic) else { return nil }
        let lines = [(table.rows, row), (table.columns, column)].map { lines, index -> String in
            let line = lines[index]
            guard let total = line.total else { return line.identity }
            return switch total.by {
            case .pooled: "everybody"
            default:
                "total of "
                    + total.of.map { lines[$0].identity }.sorted().joined(separator: "|")
            }
        }
        guard table.rows[row].role != table.columns[column].role else { return nil }
        return Place(subject: subject, statistic: statistic, lines: Set(lines))
    }

    /// Whether both are totals of different groups, so near each other that people whose group is not
    /// known may part them.
    private static func mayHoldOthers(
        _ report: AuditedReport,
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int,
        _ before: (table: AuditedTable, row: Int, column: Int),
        _ gap: Double
    ) -> Bool {
        let sides = [(table, row, column), (before.table, before.row, before.column)].map {
            table,
            row,
            column in
            [(AuditAxis.rows, row), (.columns, column)].compactMap { axis, line in
                table.lines(axis)[line].total.flatMap { total in
                    total.by == .pooled ? (table, axis, total.of) : nil
                }
            }.first
        }
        guard let one = sides[0], let other = sides[1] else { return false }
        let groups = [one, other].map { table, axis, lines in
            Set(lines.map { table.lines(axis)[$0].identity })
        }
        guard groups[0] != groups[1] else { return false }
        let statistic = table.statistic(row: row, column: column)
        guard let width = TotalsRule.width(report, table, statistic) else { return true }
        let drift = [one, other].map { TotalsRule.drift(report, $0, $1, $2) }.reduce(0, +)
        return gap <= drift * width
    }

    private static func twice(
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int,
        _ number: PrintedNumber,
        _ before: (table: AuditedTable, row: Int, column: Int),
        _ other: PrintedNumber,
        mayHoldOthers: Bool
    ) -> Finding {
        // One unit of the last digit apart: the same figure, rounded twice.
        let unit = max(number.unit, other.unit)
        let isSlip = abs(number.value - other.value) < unit * 1.5
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .copies,
            isSlip || mayHoldOthers ? .cosmetic : .contradictory,
            tag: "twice",
            headline: "Printed as \(number.text) here and as \(other.text) in “\(before.table.id)”",
            expected: other.text,
            because:
                "“\(table.rows[row].label)”, “\(table.columns[column].label)” is the same figure in both tables, and it has two values that no rounding brings together.",
            unless: mayHoldOthers
                ? "each total leaves out the few people whose group is not known"
                : "the two tables are of different people"
        )
        finding.cells.append(
            Finding.Cell(table: before.table.id, row: before.row, column: before.column)
        )
        return finding
    }
}
