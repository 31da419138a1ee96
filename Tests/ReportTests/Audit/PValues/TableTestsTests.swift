import Testing

@testable import Report

@Suite("Tests in tables")
struct TableTestsTests {
    private static func cell(_ text: String) -> PrintedCell {
        guard !text.isEmpty else { return .none }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1].count : 0
        guard parts.count <= 2, let units = Int(parts.joined()) else { return .text(text) }
        return .number(PrintedNumber(text: text, units: units, decimals: decimals))
    }

    private func table(
        _ labels: [String],
        _ lines: [[String]],
        names: [String]? = nil,
        title: String = "",
        statistic: AuditedTable.Statistic = .other
    ) -> AuditedTable {
        AuditedTable(
            id: "tests",
            title: title,
            rows: lines.indices.map { .init(names?[$0] ?? "line \($0 + 1)", .item) },
            columns: labels.map { .init($0, .statistic) },
            cells: lines.map { $0.map(Self.cell) },
            statistic: statistic
        )
    }

    private func judge(_ table: AuditedTable, isWeighted: Bool? = nil) -> RuleOutcome {
        PValuesRule.judge(AuditedReport(isWeighted: isWeighted, tables: [table]))
    }

    @Test(
        "a line with a wrong p-value is found, a right one is not",
        arguments: [
            (
                ["M", "t", "df", "p"], ["2.5", "1.20", "28", "0.24"], ["2.5", "1.20", "28", "0.03"]
            ),
            (["t-value", "df", "Sig. (2-tailed)"], ["2.2", "28", ".036"], ["2.2", "28", ".136"]),
            (["F", "df1", "df2", "p"], ["2.20", "2", "28", "0.13"], ["2.20", "2", "28", "0.03"]),
            (["F", "df", "p-value"], ["2.20", "2, 28", "0.13"], ["2.20", "2, 28", "0.03"]),
            (["χ²", "df", "p"], ["5.21", "1", "0.022"], ["5.21", "1", "0.222"]),
            (["Chi-square", "df", "p"], ["5.21*", "1", "<.05*"], ["5.21*", "1", "< .01**"]),
            (["r", "n", "p"], ["0.22", "30", "0.243"], ["0.22", "30", "0.043"]),
            (["b", "z", "P value"], ["1", "-1.96", "0.050"], ["1", "-1.96", "0.500"]),
            (["t(28)", "p"], ["1.20", "ns"], ["1.20", "0.030"]),
            (["Q", "df", "p"], ["6.40", "2", "0.04"], ["6.40", "2", "ns"]),
        ]
    )
    func lines(_ labels: [String], _ right: [String], _ wrong: [String]) throws {
        let outcome = judge(table(labels, [right, wrong]))
        #expect(outcome.checked == 2)
        try #require(outcome.findings.count == 1)
        let finding = outcome.findings[0]
        let column = try #require(
            labels.lastIndex { $0.hasPrefix("p") || $0.hasPrefix("P") || $0.hasPrefix("Sig") }
        )
        #expect(finding.id == "p-values:tests:row 2:column \(column + 1)")
        #expect(finding.severity == .contradictory)
        #expect(finding.row == "line 2" && finding.column == labels[column])
        #expect(finding.cells.first?.row == 1 && finding.cells.first?.column == column)
        #expect(finding.cells.first?.corrected == finding.expected)
    }

    @Test("a table that lies on its side is read as well")
    func turned() {
        let upright = AuditedTable(
            id: "side",
            rows: ["t", "df", "p"].map { .init($0, .statistic) },
            columns: ["Osh", "Talas"].map { .init($0, .group) },
            cells: [["1.20", "2.20"], ["28", "28"], ["0.03", "0.036"]].map { $0.map(Self.cell) },
            statistic: .other
        )
        let outcome = judge(upright)
        #expect(outcome.checked == 2)
        #expect(outcome.findings.map(\.id) == ["p-values:side:row 3:column 1"])
        #expect(outcome.findings.first?.printed == "Osh: t = 1.20, df = 28, p = 0.03")
    }

    @Test("an analysis of variance takes its second degrees of freedom from the residual line")
    func variance() {
        let labels = ["SS", "df", "MS", "F", "p"]
        let lines = [
            ["4.4", "2", "2.2", "2.20", "0.13"], ["4.4", "2", "2.2", "2.20", "0.03"],
            ["28", "28", "1.0", "", ""],
        ]
        let outcome = judge(table(labels, lines, names: ["Sex", "Region", "Residual"]))
        #expect(outcome.checked == 2)
        #expect(outcome.findings.map(\.row) == ["Region"])
        let without = judge(table(labels, Array(lines.prefix(2))))
        #expect(without.checked == 0 && without.silences.first?.count == 2)
    }

    @Test("several tests a line each have the statistic before their p-value")
    func several() {
        let outcome = judge(
            table(
                ["t", "df", "p", "z", "p"],
                [["2.20", "28", "0.036", "1.96", "0.05"], ["2.20", "28", "0.04", "1.20", "0.05"]]
            )
        )
        #expect(outcome.checked == 4)
        #expect(outcome.findings.map(\.id) == ["p-values:tests:row 2:column 5"])
    }

    @Test("women under F, means under t and columns without degrees of freedom are not judged")
    func silent() {
        let women = table(["M", "F", "p"], [["45", "55", "0.03"]], statistic: .percent)
        #expect(judge(women) == RuleOutcome())
        #expect(judge(table(["p", "q"], [["0.03", "1"]])) == RuleOutcome())
        let outcome = judge(table(["b", "t", "p"], [["1", "2.20", "0.9"]]))
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [1])
        // Two statistics and one p-value: it is not known whose it is.
        #expect(judge(table(["t", "z", "p"], [["1", "2.20", "0.9"]])) == RuleOutcome())
    }

    @Test("weights, titles and headings excuse what they excuse in text")
    func excuses() {
        let labels = ["χ²", "df", "p"]
        let line = [["5.21", "1", "0.122"]]
        #expect(judge(table(labels, line), isWeighted: true).findings[0].severity == .improbable)
        let corrected = table(labels, line, title: "Tests with Holm's adjustment")
        #expect(judge(corrected).findings[0].severity == .improbable)
        let sided = table(["t", "df", "p (one-tailed)"], [["2.20", "28", "0.018"]])
        #expect(judge(sided).findings.isEmpty)
    }
}
