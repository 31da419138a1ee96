import Kernels
import Report

/// Mistakes of typing and of copying.
extension MadeUpReport {
    private struct Place {
        let table: Int
        let row: Int
        let column: Int
        let number: PrintedNumber
    }

    func mistyped(_ kind: PlantedError, _ random: inout SeededGenerator) -> PlantedReport? {
        let places = places { isPlace(kind, $0, $1, $2) }
        guard let place = random.one(of: places) else { return nil }
        let number = place.number
        let table = report.tables[place.table]
        let units: Int
        switch kind {
        case .outOfRange:
            guard let range = report.scale(of: table)?.range else { return nil }
            let above =
                range.upperBound * number.scale + random.within(number.scale / 10...number.scale)
            let below =
                range.lowerBound * number.scale - random.within(number.scale / 10...number.scale)
            units = random.happens(0.7) ? above : below
        case .countAboveSample:
            units = plan.people + random.within(1...plan.people)
        default:
            guard let slipped = slipped(number.units, &random) else { return nil }
            units = slipped
        }
        let wrong = PrintedNumber(
            units: units,
            decimals: number.decimals,
            isPercent: number.isPercent
        )
        var copy = report
        copy.tables[place.table].cells[place.row][place.column] = .number(wrong)
        return PlantedReport(
            kind,
            copy,
            cells: [.init(table: table.id, row: place.row, column: place.column)]
        )
    }

    private func places(
        _ belongs: (AuditedTable, Int, Int) -> Bool
    ) -> [Place] {
        report.tables.enumerated().flatMap { index, table in
            table.rows.indices.flatMap { row in
                table.columns.indices.compactMap { column -> Place? in
                    guard let number = table.cells[row][column].number,
                        belongs(table, row, column)
                    else { return nil }
                    return Place(table: index, row: row, column: column, number: number)
                }
            }
        }
    }

    private func isPlace(
        _ kind: PlantedError,
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int
    ) -> Bool {
        let lines = [table.rows[row], table.columns[column]]
        let statistic = table.statistic(row: row, column: column)
        let isOfItems = table.statistic == .mean && [.mean, .score].contains(statistic)
        let ofItems = lines.contains { $0.role == .item && $0.total != nil }
        let ofGroups = lines.contains { $0.role == .group && $0.total != nil }
        switch kind {
        case .outOfRange: return isOfItems && statistic == .mean
        case .itemDigit: return isOfItems && !ofItems && !ofGroups
        case .scoreDigit: return isOfItems && ofItems && !ofGroups
        case .totalDigit: return isOfItems && ofGroups
        case .countDigit: return statistic == .count && table.id != "clients"
        case .countAboveSample:
            return statistic == .count && table.id != "clients" && !ofItems && !ofGroups
        case .percentageDigit: return statistic == .percent
        case .deviationDigit: return statistic == .standardDeviation
        default: return false
        }
    }

    /// `units` with two digits changed over, or one digit changed.
    private func slipped(_ units: Int, _ random: inout SeededGenerator) -> Int? {
        let digits = Array(String(units.magnitude))
        let pairs = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] }
        var changed = digits
        if random.happens(0.4), let pair = random.one(of: Array(pairs)) {
            changed.swapAt(pair, pair + 1)
        } else {
            let place = random.below(digits.count)
            let old = digits[place].wholeNumberValue ?? 0
            changed[place] = Character(String((old + 1 + random.below(9)) % 10))
        }
        return Int(String(changed))
    }

    // MARK: - Lines

    /// One line of items copied over another, two changed over, or one shifted by a place.
    func misplaced(_ kind: PlantedError, _ random: inout SeededGenerator) -> PlantedReport? {
        let tables = report.tables.indices.filter { report.tables[$0].statistic == .mean }
        guard let index = random.one(of: tables) else { return nil }
        let table = report.tables[index]
        let axis: AuditAxis = table.rows.contains { $0.role == .item } ? .rows : .columns
        let items = table.lines(axis).indices.filter {
            table.lines(axis)[$0].role == .item && table.lines(axis)[$0].total == nil
        }
        let chosen = random.positions(2, of: items.count).map { items[$0] }
        var copy = report
        func cells(_ line: Int) -> [PrintedCell] {
            table.lines(axis.other).indices.map {
                axis == .rows ? table.cells[line][$0] : table.cells[$0][line]
            }
        }
        func put(_ cells: [PrintedCell], _ line: Int) {
            for (position, cell) in cells.enumerated() {
                if axis == .rows {
                    copy.tables[index].cells[line][position] = cell
                } else {
                    copy.tables[index].cells[position][line] = cell
                }
            }
        }
        let own = cells(chosen[0])
        switch kind {
        case .copiedLine: put(cells(chosen[1]), chosen[0])
        case .swappedLines:
            put(cells(chosen[1]), chosen[0])
            put(own, chosen[1])
        default: put([own.last ?? .none] + own.dropLast(), chosen[0])
        }
        guard copy != report else { return nil }
        let lines = kind == .swappedLines ? chosen : [chosen[0]]
        return PlantedReport(
            kind,
            copy,
            cells: Set(
                lines.flatMap { line in
                    table.lines(axis.other).indices.map { table.mark(axis, line, $0) }
                }
            )
        )
    }
}
