import Report

/// A table while it is being printed.
struct TableDraft {
    typealias Line = AuditedTable.Line

    var rows: [Line] = []
    var columns: [Line] = []
    var cells: [[PrintedCell]] = []

    /// Appends a row with one cell for each column there will be.
    mutating func append(_ row: Line, _ cells: [PrintedCell]) {
        rows.append(row)
        self.cells.append(cells)
    }

    func finished(
        _ id: String,
        _ statistic: AuditedTable.Statistic,
        turned: Bool,
        question: String? = nil,
        scale: String? = nil,
        isWeighted: Bool? = nil,
        allowsSeveral: Bool = false
    ) -> AuditedTable {
        AuditedTable(
            id: id,
            title: id,
            rows: turned ? columns : rows,
            columns: turned ? rows : columns,
            cells: turned
                ? columns.indices.map { column in cells.map { $0[column] } } : cells,
            statistic: statistic,
            question: question,
            scale: scale,
            isWeighted: isWeighted,
            allowsSeveral: allowsSeveral
        )
    }
}

extension ReportPlan.Style {
    /// `value` rounded as the report rounds.
    func rounded(_ value: Double, decimals: Int, isPercent: Bool = false) -> PrintedNumber {
        let scale = [1.0, 10, 100, 1000][decimals]
        let rule: FloatingPointRoundingRule =
            roundsToEven ? .toNearestOrEven : .toNearestOrAwayFromZero
        return PrintedNumber(
            units: Int((value * scale).rounded(rule)),
            decimals: decimals,
            isPercent: isPercent
        )
    }

    /// A figure of so many people; held back where they are too few.
    func cell(_ value: Double, of people: Int, decimals: Int? = nil) -> PrintedCell {
        guard people >= fewest, value.isFinite else { return leftOutCell }
        return .number(rounded(value, decimals: decimals ?? self.decimals))
    }

    var leftOutCell: PrintedCell { leftOut.map { .text($0) } ?? .none }

    /// Shares of a whole in per cent.
    func shares(_ parts: [Double], of whole: Double, people: Int, force: Bool) -> [PrintedCell] {
        guard people >= max(1, fewest), whole > 0 else { return parts.map { _ in leftOutCell } }
        let values = parts.map { 100 * $0 / whole }
        var printed = values.map {
            rounded($0, decimals: percentDecimals, isPercent: printsPercentSign)
        }
        if force { Self.force(&printed, values) }
        return printed.map { .number($0) }
    }

    /// Makes figures add up to 100: all are rounded down, and those that lose most are raised.
    private static func force(_ printed: inout [PrintedNumber], _ values: [Double]) {
        guard let first = printed.first else { return }
        let scale = Double(first.scale)
        var units = values.map { Int(($0 * scale + 1e-9).rounded(.down)) }
        let rest = values.indices.sorted {
            (Double(units[$0]) - values[$0] * scale, $0)
                < (Double(units[$1]) - values[$1] * scale, $1)
        }
        let lacking = 100 * first.scale - units.reduce(0, +)
        for position in rest.prefix(max(0, lacking)) { units[position] += 1 }
        printed = units.map {
            PrintedNumber(units: $0, decimals: first.decimals, isPercent: first.isPercent)
        }
    }
}
