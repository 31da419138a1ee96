/// One of the two directions of a table.
package enum AuditAxis: String, Hashable, Sendable, CaseIterable {
    case rows
    case columns

    package var other: AuditAxis { self == .rows ? .columns : .rows }

    /// The word for one line of it.
    package var word: String { self == .rows ? "row" : "column" }
}

extension AuditedTable {
    package func lines(_ axis: AuditAxis) -> [Line] {
        axis == .rows ? rows : columns
    }

    /// The figure where line `line` of `axis` crosses line `position` of the other axis.
    package func number(_ axis: AuditAxis, _ line: Int, _ position: Int) -> PrintedNumber? {
        let (row, column) = axis == .rows ? (line, position) : (position, line)
        return cells[row][column].number
    }

    package func statistic(_ axis: AuditAxis, _ line: Int, _ position: Int) -> Statistic {
        let (row, column) = axis == .rows ? (line, position) : (position, line)
        return statistic(row: row, column: column)
    }

    /// The lines of `axis` that are totals, by position.
    package func totals(_ axis: AuditAxis) -> [(line: Int, total: Total)] {
        lines(axis).enumerated().compactMap { position, line in
            line.total.map { (position, $0) }
        }
    }

    /// The lines that `total` is of, apart by trait: the groups of each trait hold everybody.
    package func parts(of total: Total, _ axis: AuditAxis) -> [[Int]] {
        var parts: [(block: String?, lines: [Int])] = []
        for line in total.of {
            let own = lines(axis)[line]
            let block = own.role == .group ? own.block : nil
            if let index = parts.firstIndex(where: { $0.block == block }) {
                parts[index].lines.append(line)
            } else {
                parts.append((block, [line]))
            }
        }
        return parts.map(\.lines)
    }

    /// Sets of lines of `axis` that are groups of one trait and share no person, by trait.
    package func groupBlocks(_ axis: AuditAxis) -> [(block: String, lines: [Int])] {
        var blocks: [(block: String, lines: [Int])] = []
        for (position, line) in lines(axis).enumerated()
        where line.role == .group && line.total == nil {
            let block = line.block ?? ""
            if let index = blocks.firstIndex(where: { $0.block == block }) {
                blocks[index].lines.append(position)
            } else {
                blocks.append((block, [position]))
            }
        }
        return blocks
    }

    /// A cell for a finding to mark.
    package func mark(
        _ axis: AuditAxis,
        _ line: Int,
        _ position: Int,
        corrected: String? = nil
    ) -> Finding.Cell {
        let (row, column) = axis == .rows ? (line, position) : (position, line)
        return Finding.Cell(table: id, row: row, column: column, corrected: corrected)
    }

    /// What `position` is called, for a sentence.
    package func name(_ axis: AuditAxis, _ position: Int) -> String {
        let label = lines(axis)[position].label
        return label.isEmpty ? "\(axis.word) \(position + 1)" : "“\(label)”"
    }
}

extension Finding {
    /// A finding about one cell of `table`; its id is made of rule, table and place.
    static func at(
        _ table: AuditedTable,
        row: Int,
        column: Int,
        rule: AuditRuleName,
        _ severity: AuditSeverity,
        tag: String = "",
        headline: String,
        expected: String? = nil,
        corrected: String? = nil,
        because: String,
        unless: String? = nil
    ) -> Finding {
        let place = "row \(row + 1):column \(column + 1)"
        return Finding(
            id: "\(rule.rawValue):\(table.id):\(place)" + (tag.isEmpty ? "" : ":\(tag)"),
            rule: rule,
            severity: severity,
            headline: headline,
            table: table.id,
            row: table.rows[row].label,
            column: table.columns[column].label,
            printed: table.cells[row][column].text,
            expected: expected,
            because: because,
            unless: unless,
            cells: [Cell(table: table.id, row: row, column: column, corrected: corrected)]
        )
    }
}

extension ClosedRange<Double> {
    /// How far apart two intervals are; 0 where they meet.
    func gap(to other: ClosedRange<Double>) -> Double {
        Swift.max(0, Swift.max(other.lowerBound - upperBound, lowerBound - other.upperBound))
    }
}

/// Numbers as the audit writes them into sentences.
enum AuditText {
    static func number(_ value: Double, decimals: Int) -> String {
        PrintedNumber.rounded(value, decimals: decimals).text
    }

    /// "2.34 to 2.45", or one number where both print the same.
    static func span(_ interval: ClosedRange<Double>, decimals: Int) -> String {
        let low = number(interval.lowerBound, decimals: decimals)
        let high = number(interval.upperBound, decimals: decimals)
        return low == high ? low : "\(low) to \(high)"
    }

    /// "a, b and c"; the first `limit` of many, and how many more.
    static func list(_ words: [String], limit: Int = 6) -> String {
        guard words.count > 1 else { return words.first ?? "" }
        if words.count > limit {
            return words.prefix(limit).joined(separator: ", ")
                + " and \(words.count - limit) more"
        }
        return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }
}
