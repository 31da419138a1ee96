/// Looks for a slip of a line that would explain a false claim.
enum ClaimSlips {
    /// Longer axes than people set in print; it bounds the work.
    private static let mostLines = 60

    /// The one swap of neighbouring lines, or the one shift by a line, that makes `claim` true.
    ///
    /// A sentence, or nil where there is none or more than one, or where one would say little: an
    /// order of two figures is mended by swapping almost anything.
    static func cause(of claim: Claim, in report: AuditedReport) -> String? {
        guard claim.root.all.contains(where: \.isTelling) else { return nil }
        let tables = report.tables.indices.filter { index in
            claim.root.all.contains { $0.names(report.tables[index].id) }
        }
        var causes: [Slip] = []
        for index in tables {
            let table = report.tables[index]
            guard max(table.rows.count, table.columns.count) <= mostLines else { return nil }
            for isRow in [true, false] {
                causes += slips(in: table, isRow).filter { slip in
                    holds(claim, report, index, slip.order, isRow)
                }
            }
        }
        // A shift moves each figure, so that a swap, which moves less, comes before it.
        let swaps = causes.filter(\.isSwap)
        let likely = swaps.isEmpty ? causes : swaps
        return likely.count == 1 ? likely[0].sentence : nil
    }

    /// A way in which the figures of lines may have got under the wrong labels.
    private struct Slip {
        /// For each line, the one whose figures it should have; nil where they are lost.
        var order: [Int?]
        var isSwap: Bool
        var sentence: String
    }

    /// Every swap of neighbours, and both shifts by a line, among the lines that are no totals.
    private static func slips(in table: AuditedTable, _ isRow: Bool) -> [Slip] {
        let axis = isRow ? table.rows : table.columns
        let lines = axis.indices.filter { axis[$0].total == nil }
        let swaps = zip(lines, lines.dropFirst()).map { first, second in
            Slip(
                order: axis.indices.map { $0 == first ? second : $0 == second ? first : $0 },
                isSwap: true,
                sentence: "It would hold if the figures of “\(axis[first].label)” and "
                    + "“\(axis[second].label)”, next to each other in \(table.id), were the other "
                    + "way round."
            )
        }
        guard lines.count > 2 else { return swaps }
        let word = isRow ? "row" : "column"
        let shifts = [-1, 1].map { step in
            Slip(
                order: axis.indices.map { line -> Int? in
                    guard let place = lines.firstIndex(of: line) else { return line }
                    return lines.indices.contains(place + step) ? lines[place + step] : nil
                },
                isSwap: false,
                sentence: "It would hold if each figure were that of the "
                    + "\(step < 0 ? "\(word) before" : "next \(word)") in \(table.id)."
            )
        }
        return swaps + shifts
    }

    /// Whether `claim` holds where line `i` of the table has the figures of line `order[i]`.
    private static func holds(
        _ claim: Claim,
        _ report: AuditedReport,
        _ index: Int,
        _ order: [Int?],
        _ isRow: Bool
    ) -> Bool {
        var report = report
        let cells = report.tables[index].cells
        report.tables[index].cells =
            isRow
            ? order.map { line in
                line.map { cells[$0] } ?? cells[0].map { _ in .none }
            }
            : cells.map { row in order.map { line in line.map { row[$0] } ?? .none } }
        return (try? ClaimEvaluator(report).account(of: claim))?.truth == .holds
    }
}

extension Claim.Term {
    /// Whether it hits one figure or order in many, so that mending it by a swap says something.
    fileprivate var isTelling: Bool {
        switch kind {
        case .isLabel: true
        case .call(.increasing, _), .call(.decreasing, _): true
        case .binary(.equal, let left, let right): left.hasDigits || right.hasDigits
        default: false
        }
    }

    /// A number of three digits or more.
    private var hasDigits: Bool {
        if case .number(let print) = kind { return print.units.magnitude >= 100 }
        return false
    }

    fileprivate func names(_ table: String) -> Bool {
        guard case .cells(let name, _) = kind else { return false }
        return name == table
            || AuditedTable.Line.identity(of: name) == AuditedTable.Line.identity(of: table)
    }
}
