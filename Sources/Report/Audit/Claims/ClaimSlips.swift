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
        var swaps: [String] = []
        var shifts: [String] = []
        for index in tables {
            let table = report.tables[index]
            guard max(table.rows.count, table.columns.count) <= mostLines else { return nil }
            for isRow in [true, false] {
                let axis = isRow ? table.rows : table.columns
                let lines = axis.indices.filter { axis[$0].total == nil }
                for (first, second) in zip(lines, lines.dropFirst()) {
                    let order = axis.indices.map { line in
                        line == first ? second : line == second ? first : line
                    }
                    if holds(claim, report, index, order, isRow) {
                        swaps.append(
                            "It would hold if the figures of “\(axis[first].label)” and "
                                + "“\(axis[second].label)”, next to each other in \(table.id), "
                                + "were the other way round."
                        )
                    }
                }
                for step in [-1, 1] where lines.count > 2 {
                    let order = axis.indices.map { line -> Int? in
                        guard let place = lines.firstIndex(of: line) else { return line }
                        let from = place + step
                        return lines.indices.contains(from) ? lines[from] : nil
                    }
                    if holds(claim, report, index, order, isRow) {
                        let word = isRow ? "row" : "column"
                        shifts.append(
                            "It would hold if each figure were that of the "
                                + "\(step < 0 ? "\(word) before" : "next \(word)") in \(table.id)."
                        )
                    }
                }
            }
        }
        if swaps.count == 1 { return swaps[0] }
        return swaps.isEmpty && shifts.count == 1 ? shifts[0] : nil
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
