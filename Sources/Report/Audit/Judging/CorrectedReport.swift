extension AuditedReport {
    /// The report with the figures of `cells` as they should be.
    func corrected(_ cells: [Finding.Cell]) -> AuditedReport {
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

    /// Whether the claim that `finding` is about holds for these figures.
    func mends(_ finding: Finding, _ printed: AuditedReport) -> Bool {
        guard let claim = printed.claims.first(where: { $0.id == finding.claim }),
            let read = try? Claim(claim.expression),
            let account = try? ClaimEvaluator(self).account(of: read)
        else { return false }
        return account.truth == .holds
    }
}
