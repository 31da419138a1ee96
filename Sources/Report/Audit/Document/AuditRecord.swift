/// The audit for machines: the content of findings.json.
///
/// `{"findings": […], "checked": {rule: n}, "silent": {rule: [{reason, wanted, count}]}, "disclosure":
/// {item: yes, partly, no or not-applicable}}`. Every key of a finding is always there; what is absent is null. Rows and columns of `cells` count from 1, as
/// in the findings' ids.
package struct AuditRecord: Encodable, Sendable {
    private let view: AuditView

    package init(_ view: AuditView) {
        self.view = view
    }

    private enum Key: String, CodingKey {
        case findings
        case checked
        case silent
        case disclosure
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(
            view.outcome.findings.map { Item(finding: $0, page: view.page(of: $0)) },
            forKey: .findings
        )
        let checked = view.outcome.checked.map { ($0.key.rawValue, $0.value) }
        try container.encode(
            Dictionary(checked, uniquingKeysWith: +),
            forKey: .checked
        )
        let silent = view.outcome.silent.map { ($0.key.rawValue, $0.value.map(Silence.init)) }
        try container.encode(
            Dictionary(silent, uniquingKeysWith: +),
            forKey: .silent
        )
        let answers = view.report.disclosure?.answers.map { ($0.key.id, $0.value.said.rawValue) }
        try container.encode(
            Dictionary(answers ?? [], uniquingKeysWith: { first, _ in first }),
            forKey: .disclosure
        )
    }

    private struct Item: Encodable {
        let finding: Finding
        let page: String?

        enum Key: String, CodingKey {
            case id, rule, severity, headline, table, row, column, claim, page, printed, expected
            case because, unless, likelyCause, consequence, cells, explainedBy
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(finding.id, forKey: .id)
            try container.encode(finding.rule.rawValue, forKey: .rule)
            try container.encode(finding.severity.rawValue, forKey: .severity)
            try container.encode(finding.headline, forKey: .headline)
            try container.encode(finding.because, forKey: .because)
            // An optional that is encoded so is null where it is nil, and not left out.
            try container.encode(finding.table, forKey: .table)
            try container.encode(finding.row, forKey: .row)
            try container.encode(finding.column, forKey: .column)
            try container.encode(finding.claim, forKey: .claim)
            try container.encode(page, forKey: .page)
            try container.encode(finding.printed, forKey: .printed)
            try container.encode(finding.expected, forKey: .expected)
            try container.encode(finding.unless, forKey: .unless)
            try container.encode(finding.likelyCause, forKey: .likelyCause)
            try container.encode(finding.consequence, forKey: .consequence)
            try container.encode(finding.explainedBy, forKey: .explainedBy)
            try container.encode(finding.cells.map(Cell.init), forKey: .cells)
        }
    }

    private struct Cell: Encodable {
        let cell: Finding.Cell

        init(_ cell: Finding.Cell) { self.cell = cell }

        enum Key: String, CodingKey {
            case table, row, column, corrected
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(cell.table, forKey: .table)
            try container.encode(cell.row + 1, forKey: .row)
            try container.encode(cell.column + 1, forKey: .column)
            try container.encode(cell.corrected, forKey: .corrected)
        }
    }

    private struct Silence: Encodable {
        let silence: RuleOutcome.Silence

        init(_ silence: RuleOutcome.Silence) { self.silence = silence }

        enum Key: String, CodingKey {
            case reason, wanted, count
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(silence.reason, forKey: .reason)
            try container.encode(silence.wanted, forKey: .wanted)
            try container.encode(silence.count, forKey: .count)
        }
    }
}
