import Testing

@testable import Report

@Suite("Differences that so few people cannot show")
struct ComparisonsRuleTests {
    /// One item on a scale of 1 to 5, by regions of the given sizes.
    private static func means(
        _ text: String = "x | North | South | East\nitem | 3.20 | 3.10 | 2.20",
        n: [Int]? = [50, 60, 300]
    ) -> AuditedTable {
        PrintedTables.items("t", text, n: n)
    }

    /// One answer in per cent, by two groups of `n` people each.
    private static func shares(_ one: String, _ other: String, n: Int) -> AuditedTable {
        var table = PrintedTables.items(
            "t",
            "x | Men | Women\nitem | \(one) | \(other)",
            n: [n, n]
        )
        table.statistic = .percent
        table.rows[0].role = .answer
        table.scale = nil
        table.question = "q"
        return table
    }

    private static func judge(_ table: AuditedTable, _ claims: String...) -> RuleOutcome {
        ComparisonsRule.judge(
            PrintedTables.report([table], claims: claims.map { ("words", $0) })
        )
    }

    @Test("a highest group is told from some of the others only")
    func highest() throws {
        let outcome = Self.judge(Self.means(), "highest(t[item, *]) is North")
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1 && outcome.checked == 1)
        #expect(finding.id == "comparisons:c1:t:row 1:column 1:highest")
        #expect(finding.severity == .improbable && finding.claim == "c1")
        #expect(finding.headline == "Whether “North” really is highest, so few people cannot say")
        #expect(finding.because.contains("“South” (3.10), 1 of the 2 others"))
        // (0.10 + 0.01) / (1.959964 · √(1/50 + 1/60))
        #expect(finding.because.hasSuffix("a standard deviation under 0.29."))
        #expect(finding.cells.map(\.column) == [0, 1])
    }

    @Test("a lowest group is called lowest, a tie or not", arguments: ["2.20", "2.30"])
    func lowest(other: String) throws {
        let table = Self.means(
            "x | North | South | East\nitem | 2.20 | \(other) | 4.40",
            n: [20, 20, 400]
        )
        let outcome = Self.judge(table, "lowest(t[item, *]) is North")
        let finding = try #require(outcome.findings.first)
        #expect(finding.headline == "Whether “North” really is lowest, so few people cannot say")
    }

    @Test("one figure compared with two others is two findings")
    func ids() {
        let table = Self.means("x | A | B | C\nitem | 3.10 | 3.00 | 2.95", n: [30, 30, 30])
        let outcome = Self.judge(table, "t[item, A] > t[item, B] and t[item, A] > t[item, C]")
        #expect(
            outcome.findings.map(\.id) == [
                "comparisons:c1:t:row 1:column 1:and t:row 1:column 2",
                "comparisons:c1:t:row 1:column 1:and t:row 1:column 3",
            ]
        )
        let twice = Self.judge(
            table,
            "t[item, A] > t[item, B] and significant(t[item, A], t[item, B])"
        )
        #expect(twice.findings.count == 1)
    }

    @Test("a difference of two groups is judged where the words say that it is more than chance")
    func significant() throws {
        let table = Self.means("x | A | B\nitem | 3.10 | 3.00", n: [30, 30])
        let finding = try #require(
            Self.judge(table, "significant(t[item, A], t[item, B])").findings.first
        )
        #expect(
            finding.headline == "The difference between “A” and “B” is within the margin of error"
        )
    }

    /// Both groups have a share of about a half and 384 people: 1.959964 · √(2 · 0.25 / 384) is 7.07
    /// points, of which rounding gives one.
    @Test(
        "percentages have the margin of two shares, less what rounding leaves",
        arguments: [("53", "47", true), ("54", "47", false)]
    )
    func shares(one: String, other: String, isFound: Bool) {
        let outcome = Self.judge(Self.shares(one, other, n: 384), "t[item, Men] > t[item, Women]")
        #expect(outcome.checked == 1)
        #expect(outcome.findings.isEmpty != isFound)
    }

    /// 1.959964 · 0.5 · √(2/100) is 0.1386; rounding gives 0.01.
    @Test(
        "means are judged by an eighth of the scale, less what rounding leaves",
        arguments: [("3.12", true), ("3.13", false)]
    )
    func margin(one: String, isFound: Bool) {
        let table = Self.means("x | A | B\nitem | \(one) | 3.00", n: [100, 100])
        let outcome = Self.judge(table, "t[item, A] > t[item, B]")
        #expect(outcome.checked == 1)
        #expect(outcome.findings.isEmpty != isFound)
    }

    @Test(
        "without the sizes of all groups it keeps silent",
        arguments: [nil, [50], [50, 60]] as [[Int]?]
    )
    func silent(n: [Int]?) {
        let outcome = Self.judge(Self.means(n: n), "highest(t[item, *]) is North")
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [1])
    }

    @Test("claims that fail are left to the rule of claims")
    func fails() {
        let outcome = Self.judge(Self.means(), "lowest(t[item, *]) is North")
        #expect(outcome.findings.isEmpty && outcome.silences.isEmpty)
    }
}
