import Base
import Testing

@testable import Report

@Suite("Equations between the figures of a table")
struct RelationsRuleTests {
    /// 1000 interviews among places of 2500 people; every share is 0.4 of the population.
    private func sample(
        n: [String] = ["120", "200", "280", "400"],
        relation: String = "n = 1000 * population / population[total]"
    ) -> AuditedReport {
        let people = [
            ("300", "100 200"), ("500", "200 300"), ("700", "300 400"), ("1000", "600 400"),
        ]
        let rows = zip(people, n).map { "\($0.0) \($0.1) \($1)" } + ["2500 1200 1300 1000"]
        let table = ClaimFixture.table(
            "sample",
            rows: ["A", "B", "C", "D", "Total"],
            columns: ["population", "urban", "rural", "n"],
            rows,
            .count
        )
        return AuditedReport(
            tables: [table],
            relations: [
                AuditedRelation(table: "sample", expression: relation, words: "In proportion")
            ]
        )
    }

    @Test("a relation that holds says nothing; a plain sum is judged for totals, too")
    func holds() {
        #expect(RelationsRule.judge(sample()) == RuleOutcome(checked: 4))
        #expect(
            RelationsRule.judge(sample(relation: "population = urban + rural"))
                == RuleOutcome(checked: 5)
        )
        #expect(
            RelationsRule.judge(sample(relation: "urban + rural = population"))
                == RuleOutcome(checked: 5)
        )
    }

    @Test("a row that does not fit is found with the arithmetic and the figure that would")
    func oneRow() throws {
        let outcome = RelationsRule.judge(sample(n: ["120", "230", "280", "370"]))
        #expect(outcome.checked == 4)
        #expect(
            outcome.findings.map(\.id) == [
                "relations:sample:relation 1:row 2", "relations:sample:relation 1:row 4",
            ]
        )
        let found = try #require(outcome.findings.first)
        #expect(found.severity == .contradictory && found.rule == .relations)
        #expect(found.headline == "“In proportion” does not hold for “B”: 230, not 200")
        #expect(
            found.because
                == "“B” (“n”) in sample is 230, and 1000 × 500 / 2500 is 200. "
                + "It holds for 2 of 4 rows."
        )
        #expect(found.printed == "230" && found.expected == "200" && found.row == "B")
        #expect(
            found.cells.first == Finding.Cell(table: "sample", row: 1, column: 3, corrected: "200")
        )
    }

    @Test("one unit off is what apportionment does, two are not")
    func apportionment() {
        var report = sample(n: ["121", "199", "281", "399"])
        // Where the shares are whole, there is nothing to move.
        #expect(RelationsRule.judge(report).findings.map(\.cells.count) == [4])
        report.tables[0].cells[0][0] = ClaimFixture.print("301")
        report.tables[0].cells[1][0] = ClaimFixture.print("499")
        report.tables[0].cells[2][0] = ClaimFixture.print("701")
        report.tables[0].cells[3][0] = ClaimFixture.print("999")
        let outcome = RelationsRule.judge(report)
        #expect(outcome.findings.isEmpty && outcome.checked == 4)
        #expect(outcome.silences.map(\.count) == [4])
        #expect(
            outcome.silences.map(\.reason)
                == ["off by one unit, as apportionment to whole numbers allows"]
        )
    }

    @Test("many rows that fail are one finding, which doubts the relation")
    func many() throws {
        let outcome = RelationsRule.judge(sample(n: ["250", "250", "250", "250"]))
        #expect(outcome.findings.count == 1)
        let found = try #require(outcome.findings.first)
        #expect(found.id == "relations:sample:relation 1")
        #expect(found.headline == "“In proportion” does not hold in 4 of 4 rows")
        #expect(
            found.because
                == "“A”: 250, not 120; “B”: 250, not 200; “C”: 250, not 280; “D”: 250, not 400. "
                + "With so many rows that do not fit, it is improbable that this relation is what was "
                + "used."
        )
        #expect(found.cells.map(\.corrected) == ["120", "200", "280", "400"])
    }

    @Test("rounded figures: the right is rounded as the left is")
    func rounded() {
        let table = ClaimFixture.table(
            "t",
            rows: ["a", "b", "c"],
            columns: ["share", "part", "whole"],
            ["33.3 1 3", "66.7 2 3", "66.6 2 3"],
            .other
        )
        var report = AuditedReport(tables: [table])
        report.tables[0].columns[1].statistic = .count
        report.tables[0].columns[2].statistic = .count
        report.relations = [AuditedRelation(table: "t", expression: "share = 100 * part / whole")]
        let outcome = RelationsRule.judge(report)
        // 66.6 is within one unit of 66.67: passed over as a share of a whole.
        #expect(outcome.findings.isEmpty && outcome.silences.map(\.count) == [1])
        report.relations[0].expression = "share ~ 66.7"
        #expect(
            RelationsRule.judge(report).findings.map(\.severity) == [.contradictory, .cosmetic]
        )
    }

    @Test("a sum is no share: less than one unit off is found, as a slip")
    func sumOfRounded() {
        let table = ClaimFixture.table(
            "t",
            rows: ["a", "b"],
            columns: ["x", "y", "both"],
            ["1.9 1.9 3", "1.4 1.4 3"],
            .other
        )
        let relation = AuditedRelation(table: "t", expression: "both = x + y")
        let found = RelationsRule.judge(AuditedReport(tables: [table], relations: [relation]))
            .findings
        #expect(found.map(\.severity) == [.cosmetic])
        #expect(found.map(\.expected) == ["4"])
        #expect(
            found.map(\.because) == [
                "“a” (“both”) in t is 3, and 1.9 + 1.9 is 3.8, rounded 4. It holds for 1 of 2 rows."
            ]
        )
    }

    static let others: [(String, [String])] = [
        ("n >= 150", ["“In proportion” does not hold for “A”: 120 is not at least 150"]),
        (
            "n between 100 and 300",
            ["“In proportion” does not hold for “D”: 400 is not between 100 and 300"]
        ),
        (
            "n < population and urban < 500",
            ["“In proportion” does not hold for “D”: 600 is not below 500"]
        ),
        (
            "urban ~ population / 2 within 50",
            ["“In proportion” does not hold for “D”: 600 is further than 50 from 500"]
        ),
        ("A + B + C + D = Total of rows", []),
        (
            "A + B = C of rows",
            [
                "“In proportion” does not hold for “population”: 700, not 800",
                "“In proportion” does not hold for “rural”: 400, not 500",
                "“In proportion” does not hold for “n”: 280, not 320",
            ]
        ),
    ]

    @Test("thresholds, nearness, and relations between rows", arguments: others)
    func other(_ relation: String, _ headlines: [String]) {
        let outcome = RelationsRule.judge(sample(relation: relation))
        #expect(outcome.findings.map(\.headline) == headlines)
        #expect(outcome.checked >= 4)
    }

    @Test("what is not printed is not judged; what cannot be read is named")
    func unread() {
        var report = sample()
        report.tables[0].cells[1][3] = .none
        let outcome = RelationsRule.judge(report)
        #expect(outcome.checked == 3 && outcome.findings.isEmpty)
        #expect(outcome.silences.map(\.reason) == ["a figure that decides was not printed"])
        for (relation, code) in [
            ("n = popluation", "audit.claim-line"), ("urban-rural = n", "audit.claim-line"),
            ("n = other[A, B]", "audit.claim-table"), ("n =", "audit.claim-grammar"),
            ("n + 1", "audit.claim-meaning"), ("n = population[Nowhere]", "audit.claim-line"),
        ] {
            let report = sample(relation: relation)
            let found = ClaimChecks.relationProblems(of: report, file: "audit.yaml")
            #expect(found.map(\.code.name) == [code], "\(relation)")
            #expect(
                RelationsRule.judge(report).silences.map(\.reason) == [
                    "a relation could not be read"
                ]
            )
        }
        var lost = sample()
        lost.relations[0].table = "smaple"
        #expect(
            ClaimChecks.relationProblems(of: lost, file: "audit.yaml").map(\.remedy)
                == ["Did you mean “sample”? The tables: “sample”."]
        )
    }
}
