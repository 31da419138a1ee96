import Testing

@testable import Report

@Suite("Figures outside what a scale allows")
struct RangeRuleTests {
    /// One figure of the given kind, on the scale from 1 to 5.
    private static func judge(
        _ figure: String,
        _ statistic: AuditedTable.Statistic,
        total: AuditedTable.Totalling? = nil,
        scale: String? = "trust"
    ) -> RuleOutcome {
        var table = PrintedTables.items("t", "x | A\none | \(figure)")
        table.statistic = statistic
        table.scale = scale
        if let total { table.rows[0].total = .init(of: [], by: total) }
        return RangeRule.judge(PrintedTables.report([table]))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let figure: String
        let statistic: AuditedTable.Statistic
        var total: AuditedTable.Totalling?
        /// What is expected instead; nil where nothing is found.
        let expected: String?
        var testDescription: String { "\(figure) \(statistic) \(total?.rawValue ?? "")" }
    }

    static let cases = [
        Case(figure: "0.97", statistic: .mean, expected: "1 to 5"),
        Case(figure: "5.01", statistic: .mean, expected: "1 to 5"),
        Case(figure: "1.00", statistic: .mean, expected: nil),
        Case(figure: "5.00", statistic: .mean, expected: nil),
        Case(figure: "101", statistic: .percent, expected: "0 to 100"),
        Case(figure: "100", statistic: .percent, expected: nil),
        Case(figure: "-1", statistic: .count, expected: "0 or more"),
        Case(figure: "-1", statistic: .base, expected: "0 or more"),
        Case(figure: "-0.1", statistic: .standardError, expected: "0 or more"),
        // Two people at the two ends: 4 · √½ is 2.83.
        Case(figure: "2.83", statistic: .standardDeviation, expected: nil),
        Case(figure: "2.84", statistic: .standardDeviation, expected: "0.00 to 2.83"),
        Case(figure: "9.40", statistic: .mean, total: .sum, expected: nil),
        Case(figure: "9.40", statistic: .mean, total: .meanOrSum, expected: nil),
        Case(figure: "9.40", statistic: .mean, total: .mean, expected: "1 to 5"),
        Case(figure: "940", statistic: .score, expected: nil),
        Case(figure: "-940", statistic: .other, expected: nil),
    ]

    @Test("each kind of figure has its own range", arguments: cases)
    func ranges(example: Case) {
        let outcome = Self.judge(example.figure, example.statistic, total: example.total)
        #expect(outcome.findings.compactMap(\.expected) == [example.expected].compactMap(\.self))
        #expect(outcome.findings.allSatisfy { $0.severity == .impossible })
    }

    @Test("a mean outside names the scorings that give it")
    func scorings() throws {
        let finding = try #require(Self.judge("0.97", .mean).findings.first)
        #expect(finding.id == "range:t:row 1:column 1")
        #expect(
            finding.likelyCause
                == "A mean of 0.97 can come from answers scored as 5 − x (0 to 4) or x − 1 (0 to 4)."
        )
        #expect(try #require(Self.judge("7.20", .mean).findings.first).likelyCause == nil)
    }

    @Test("a mean without a scale is not judged, and is counted")
    func silent() {
        let outcome = Self.judge("7.20", .mean, scale: nil)
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [1])
    }
}
