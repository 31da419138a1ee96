/// Whether p-values follow from the statistics and degrees of freedom printed beside them.
///
/// Judges the report's passages, the words of its claims and its tables.
enum PValuesRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var judgement = Judgement(report)
        for (index, passage) in report.passages.enumerated() {
            judgement.read(passage.text, place: "passage \(index + 1)", page: passage.page)
        }
        for claim in report.claims {
            judgement.read(claim.words, place: claim.id, page: claim.page, claim: claim.id)
        }
        for table in report.tables { judgement.read(table) }
        return judgement.closed()
    }
}

private struct Judgement {
    private let report: AuditedReport
    private let far: TestContext
    private var outcome = RuleOutcome()
    /// Tests that were read already: the words of a claim often stand in a passage too.
    private var seen: Set<String> = []
    private var unread: [UnreadTest] = []
    /// More texts than these are counted, not quoted.
    private static let quoted = 20
    /// How far words stand beside a test, in signs: about two sentences.
    private static let beside = 300

    init(_ report: AuditedReport) {
        self.report = report
        let words =
            report.passages.map(\.text) + report.claims.map(\.words) + report.tables.map(\.title)
        far = TestContext(words: FoldedText(words.joined(separator: "\n")).lowercased)
    }

    mutating func read(_ words: String, place: String, page: String?, claim: String? = nil) {
        let text = FoldedText(words)
        let reader = TestReader(text)
        guard !reader.tests.isEmpty || !reader.unread.isEmpty else { return }
        let near = TestContext(words: text.lowercased)
        // Within one text a test printed twice is two tests; a claim repeats a passage.
        let known = seen
        for (index, test) in reader.tests.enumerated() {
            let key = Self.key(test.text)
            seen.insert(key)
            if claim != nil, known.contains(key) { continue }
            let id = "p-values:\(place):test \(index + 1)"
            let range = reader.ranges[index]
            let found = judge(test, id: id, near: near, isWeighted: report.isWeighted) {
                text.lowercased(around: range, reach: Self.beside)
            }
            guard var finding = found else { continue }
            finding.claim = claim
            if let page { finding.because = "Page \(page): " + finding.because }
            outcome.findings.append(finding)
        }
        for test in reader.unread {
            let key = Self.key(test.text)
            seen.insert(key)
            if claim != nil, known.contains(key) { continue }
            unread.append(test)
        }
    }

    mutating func read(_ table: AuditedTable) {
        let tests = TableTests(table)
        if tests.withoutDegrees > 0 {
            outcome.keepSilent(
                "a statistic and its p-value in a table without degrees of freedom",
                wanted: "the degrees of freedom in lines of the table",
                count: tests.withoutDegrees
            )
        }
        let title = FoldedText(table.title).lowercased
        var near = TestContext(words: title)
        if tests.isOneSided { near.isOneSided = true }
        for found in tests.found {
            let (row, column) = found.p
            let id = "p-values:\(table.id):row \(row + 1):column \(column + 1)"
            let isWeighted = report.isWeighted(table)
            let judged = judge(found.test, id: id, near: near, isWeighted: isWeighted) { title }
            guard var finding = judged else { continue }
            finding.table = table.id
            finding.row = table.rows[row].label
            finding.column = table.columns[column].label
            let places = [found.p] + found.others
            finding.cells = places.map {
                Finding.Cell(table: table.id, row: $0.row, column: $0.column)
            }
            finding.cells[0].corrected = finding.expected
            outcome.findings.append(finding)
        }
    }

    private mutating func judge(
        _ test: ReportedTest,
        id: String,
        near: TestContext,
        isWeighted: Bool?,
        beside words: () -> String
    ) -> Finding? {
        var verdict = PValueVerdict(test, near: near, far: far, isWeighted: isWeighted)
        if case .wrong = verdict {
            // Most tests are right, and need no reading of the words beside them.
            let context = near.with(beside: words())
            verdict = PValueVerdict(test, near: context, far: far, isWeighted: isWeighted)
        }
        switch verdict {
        case .undefined:
            unread.append(UnreadTest(text: test.text, reason: .unclear))
            return nil
        case .consistent:
            outcome.checked += 1
            return nil
        case .wrong(let wrong):
            outcome.checked += 1
            return Finding(
                id: id,
                rule: .pValues,
                severity: wrong.severity,
                headline: "\"\(test.text)\": \(wrong.headline)",
                printed: test.text,
                expected: wrong.expected,
                because: wrong.because,
                unless: wrong.unless,
                likelyCause: wrong.likelyCause,
                consequence: wrong.consequence
            )
        }
    }

    /// The outcome with what was not read.
    func closed() -> RuleOutcome {
        var outcome = outcome
        for test in unread.prefix(Self.quoted) {
            outcome.keepSilent(
                "not read: \"\(test.text)\"" + Self.reason(test.reason),
                wanted: test.reason == .noDegreesOfFreedom ? "its degrees of freedom" : nil
            )
        }
        if unread.count > Self.quoted {
            outcome.keepSilent("more tests not read", count: unread.count - Self.quoted)
        }
        return outcome
    }

    private static func reason(_ reason: UnreadTest.Reason) -> String {
        switch reason {
        case .otherStatistic: ", whose p-value does not follow from what stands beside it"
        case .noDegreesOfFreedom: ", which has no degrees of freedom"
        case .unclear: ", which can be read in more than one way"
        }
    }

    private static func key(_ text: String) -> String {
        FoldedText(text).lowercased.filter { $0 != " " }
    }
}
