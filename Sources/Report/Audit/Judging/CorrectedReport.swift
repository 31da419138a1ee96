/// A report with the figures that a finding holds for right.
struct CorrectedReport {
    let finding: Finding
    /// The report with the marked cells of the finding as they should be.
    private let marked: AuditedReport
    /// The same, with what follows from it in other cells.
    private let whole: AuditedReport

    init(_ finding: Finding, of report: AuditedReport) {
        self.finding = finding
        marked = report.corrected(finding.cells)
        whole = finding.follows.isEmpty ? marked : marked.corrected(finding.follows)
    }

    /// Whether the claim that `other` is about holds here.
    func mends(_ other: Finding, _ printed: AuditedReport) -> Bool {
        guard let claim = printed.claims.first(where: { $0.id == other.claim }),
            let read = try? Claim(claim.expression),
            let account = try? ClaimEvaluator(whole).account(of: read)
        else { return false }
        return account.truth == .holds
    }

    /// Whether figures that two tables part in meet here, and did not before.
    func settles(_ other: Finding) -> Bool {
        guard
            other.cells.contains(where: { cell in
                finding.cells.contains { $0.corrected != nil && $0.isSamePlace(as: cell) }
            })
        else { return false }
        let figures = Dictionary(grouping: other.cells, by: \.table).values.map { cells in
            cells.compactMap { marked.number(at: $0) }
        }
        guard figures.count == 2, figures.allSatisfy({ !$0.isEmpty }) else { return false }
        let hulls = figures.map(WeightedTotal.hull)
        return hulls[0].gap(to: hulls[1]) <= 1e-9
    }
}

extension AuditedReport {
    fileprivate func number(at cell: Finding.Cell) -> PrintedNumber? {
        tables.first { $0.id == cell.table }?.cells[cell.row][cell.column].number
    }

    /// The report with the figures of `cells` as they should be.
    fileprivate func corrected(_ cells: [Finding.Cell]) -> AuditedReport {
        var report = self
        for cell in cells {
            guard let text = cell.corrected, let value = Double(text),
                let table = report.tables.firstIndex(where: { $0.id == cell.table }),
                let printed = report.tables[table].cells[cell.row][cell.column].number
            else { continue }
            report.tables[table].cells[cell.row][cell.column] = .number(
                .rounded(value, decimals: printed.decimals)
            )
        }
        return report
    }
}
