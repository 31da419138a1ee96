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

    /// Lines of one table, or of tables with the same columns that are not the same thing.
    private static func mayCompare(_ first: Strip, _ second: Strip) -> Bool {
        guard first.table.id != second.table.id else { return true }
        return first.identity != second.identity && first.numbers.count == second.numbers.count
            && first.table.lines(first.axis)[first.line].total == nil
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
            chance *= Self.chance(first, second, unit: one.unit)
        }
        guard same == compared, same >= fewestFigures, distinct.count >= 3 else { return nil }
        guard chance < expectedByChance else { return nil }
        return finding(first, second, shift: shift, same: same)
    }

    /// The chance that two figures of these lines are equal: two normal values with spread s fall on
    /// the same unit u with chance u / (2 s √π).
    private static func chance(_ first: Strip, _ second: Strip, unit: Double) -> Double {
        let values = (first.numbers + second.numbers).compactMap { $0?.value }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        let spread = (squares / Double(values.count)).squareRoot()
        return min(1, unit / (2 * max(spread, unit) * 1.772453850905516))
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
                        twice(table, row, column, number, before, other)
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

    private static func twice(
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int,
        _ number: PrintedNumber,
        _ before: (table: AuditedTable, row: Int, column: Int),
        _ other: PrintedNumber
    ) -> Finding {
        // One unit of the last digit apart: the same figure, rounded twice.
        let unit = max(number.unit, other.unit)
        let isSlip = abs(number.value - other.value) < unit * 1.5
        var finding = Finding.at(
            table,
            row: row,
            column: column,
            rule: .copies,
            isSlip ? .cosmetic : .contradictory,
            tag: "twice",
            headline: "Printed as \(number.text) here and as \(other.text) in “\(before.table.id)”",
            expected: other.text,
            because:
                "“\(table.rows[row].label)”, “\(table.columns[column].label)” is the same figure in both tables, and it has two values that no rounding brings together.",
            unless: "the two tables are of different people"
        )
        finding.cells.append(
            Finding.Cell(table: before.table.id, row: before.row, column: before.column)
        )
        return finding
    }
}
