import Testing

@testable import Report

@Suite("Totals of published tables")
struct TotalsRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let table: AuditedTable
        let found: [String]
        var testDescription: String { name }
    }

    private static func summary(_ outcome: RuleOutcome) -> [String] {
        outcome.findings.map { finding in
            "\(finding.severity.rawValue) \(finding.id) \(finding.printed ?? "-") → \(finding.expected ?? "-")"
        }
    }

    static let cases: [Case] = [
        Case(
            name: "a total among its groups is left alone",
            table: PrintedTables.items(
                "t",
                "x | A | B | Total\none | 2.10 | 2.50 | 2.30\ntwo | 3.00 | 3.40 | 3.39"
            ),
            found: []
        ),
        Case(
            name: "a total outside its groups",
            table: PrintedTables.items("t", "x | A | B | Total\none | 2.10 | 2.50 | 2.91"),
            found: ["contradictory totals:t:row 1:column 3:hull 2.91 → 2.10 to 2.50"]
        ),
        Case(
            name: "a hair outside may be people in no group",
            table: PrintedTables.items("t", "x | A | B | Total\none | 2.10 | 2.50 | 2.52"),
            found: []
        ),
        Case(
            name: "rounding can carry a total to the end of its groups",
            table: PrintedTables.items("t", "x | A | B | Total\none | 2.10 | 2.50 | 2.51"),
            found: []
        ),
        Case(
            name: "groups that are known to hold everybody leave no way out",
            table: PrintedTables.items(
                "t",
                "x | A | B | Total\none | 2.10 | 2.50 | 2.52",
                n: [60, 40, 100],
                isWeighted: false
            ),
            found: ["impossible totals:t:row 1:column 3:hull 2.52 → 2.10 to 2.50"]
        ),
        Case(
            name: "a total that its groups' sizes do not give",
            table: PrintedTables.items(
                "t",
                "x | A | B | Total\none | 2.00 | 3.00 | 2.52",
                n: [50, 50, 100],
                isWeighted: false
            ),
            found: ["contradictory totals:t:row 1:column 3:sizes 2.52 → 2.50 to 2.51"]
        ),
        Case(
            name: "weights may do that",
            table: PrintedTables.items(
                "t",
                "x | A | B | Total\none | 2.00 | 3.00 | 2.52",
                n: [50, 50],
                isWeighted: true
            ),
            found: []
        ),
        Case(
            name: "answers that are missing may do that",
            table: PrintedTables.items(
                "t",
                "x | A | B | Total\none | 2.00 | 3.00 | 2.52",
                n: [50, 50],
                isAnswered: false,
                isWeighted: false
            ),
            found: []
        ),
        Case(
            name: "a total that is not the mean of its items, beside four that are",
            table: PrintedTables.items(
                "t",
                """
                x | A | B | C | D | E
                one | 2.00 | 2.10 | 2.20 | 2.30 | 2.40
                two | 3.00 | 3.10 | 3.20 | 3.30 | 3.40
                Total | 2.50 | 2.60 | 2.70 | 2.80 | 3.90
                """,
                n: [90, 120, 80, 150, 100]
            ),
            found: ["contradictory totals:t:row 3:column 5:items 3.90 → 2.90"]
        ),
        Case(
            name: "scores of people with missing answers part from the mean of the items",
            table: PrintedTables.items(
                "t",
                """
                x | A | B | C
                one | 2.00 | 2.10 | 2.20
                two | 3.00 | 3.10 | 3.20
                Total | 2.53 | 2.58 | 2.74
                """
            ),
            found: []
        ),
        Case(
            name: "an item that the totals count the other way round",
            table: PrintedTables.items(
                "t",
                """
                x | A | B | C | D
                one | 1.50 | 1.70 | 1.40 | 1.60
                two | 3.00 | 3.10 | 3.20 | 2.90
                three | 2.20 | 2.50 | 2.30 | 2.60
                Total | 3.23 | 3.30 | 3.37 | 3.30
                """,
                n: [900, 1200, 800, 1500]
            ),
            found: ["contradictory totals:t:row 4:scoring - → -"]
        ),
    ]

    @Test("each kind of total is judged by its own formula", arguments: cases)
    func judged(_ example: Case) {
        let outcome = TotalsRule.judge(PrintedTables.report([example.table]))
        #expect(Self.summary(outcome) == example.found)
    }

    @Test("sums of items are called sums")
    func sums() throws {
        var table = PrintedTables.items(
            "t",
            """
            x | A | B | C | D
            one | 1.50 | 1.70 | 1.40 | 1.60
            two | 3.00 | 3.10 | 3.20 | 2.90
            three | 2.20 | 2.50 | 2.30 | 2.60
            Total | 9.70 | 9.90 | 10.10 | 9.90
            """,
            n: [900, 1200, 800, 1500]
        )
        table.rows[3].total?.by = .sum
        let finding = try #require(
            TotalsRule.judge(PrintedTables.report([table])).findings.first
        )
        #expect(finding.id == "totals:t:row 4:scoring")
        #expect(finding.because.hasPrefix("The 4 totals are not the sum of the items as printed"))
    }

    @Test("totals that are plain means of unequal groups are told once, with what they should be")
    func plainMeans() throws {
        let table = PrintedTables.items(
            "t",
            """
            x | A | B | C | D | Total
            one | 1.20 | 2.60 | 3.10 | 2.90 | 2.45
            two | 4.10 | 3.20 | 2.80 | 2.70 | 3.20
            three | 2.00 | 2.90 | 3.60 | 3.10 | 2.90
            four | 3.90 | 3.10 | 2.20 | 2.40 | 2.90
            """,
            n: [400, 100, 50, 50],
            isWeighted: false
        )
        let outcome = TotalsRule.judge(PrintedTables.report([table]))
        try #require(outcome.findings.count == 1)
        let finding = outcome.findings[0]
        #expect(finding.severity == .contradictory)
        #expect(finding.cells.map(\.corrected) == ["1.73", "3.73", "2.38", "3.50"])
    }

    @Test("two breakdowns of the same people are held against each other")
    func breakdowns() {
        let regions = PrintedTables.items(
            "regions",
            "x | A | B\none | 2.10 | 2.50\ntwo | 3.00 | 3.40",
            n: [300, 400]
        )
        let sexes = PrintedTables.items(
            "sexes",
            "x | Men | Women\none | 2.90 | 3.10\ntwo | 3.10 | 3.20",
            block: "sex",
            n: [350, 350]
        )
        let found = TotalsRule.judge(PrintedTables.report([regions, sexes])).findings
        #expect(found.map(\.id) == ["totals:regions:row 1:region:against sexes:sex"])
        #expect(found.map(\.severity) == [.contradictory])
        #expect(TotalsRule.judge(PrintedTables.report([sexes, regions])).findings.count == 1)
    }

    @Test("the traits of one table are told apart, in words and ids, the same on each run")
    func traits() throws {
        var table = PrintedTables.items(
            "t",
            """
            x | North | South | Men | Women | Young | Old
            one | 2.10 | 2.20 | 2.90 | 3.10 | 2.05 | 2.30
            two | 3.00 | 3.10 | 3.90 | 3.70 | 3.05 | 3.20
            three | 2.50 | 2.60 | 3.40 | 3.20 | 2.55 | 2.70
            """,
            n: [300, 400, 350, 350, 200, 500]
        )
        for (column, block) in ["region", "region", "sex", "sex", "age", "age"].enumerated() {
            table.columns[column].block = block
        }
        let report = PrintedTables.report([table])
        let found = TotalsRule.judge(report).findings
        let sex = found.filter { $0.id.hasPrefix("totals:t:region:against") }
        #expect(sex.map(\.id) == ["totals:t:region:against t:sex"])
        #expect(
            sex.map(\.headline) == [
                "The two traits of “t” (region, sex) cannot both describe the same people: 3 of 3 lines part"
            ]
        )
        #expect(found.contains { $0.id == "totals:t:row 1:region:against t:sex" })
        #expect(found.contains { $0.id == "totals:t:row 1:sex:against t:age" })
        let line = try #require(found.first { $0.id == "totals:t:row 1:region:against t:sex" })
        #expect(line.headline.contains("the groups of “t” by sex lie between 2.90 and 3.10"))
        #expect(Set(found.map(\.id)).count == found.count)
        #expect(TotalsRule.judge(report).findings == found)
        let shared = Audit.audit(report, rules: [.totals]).findings.filter {
            $0.id.hasPrefix("totals:against:")
        }
        // By age and by sex, by region and by sex: one pair each is its own cause.
        #expect(shared.isEmpty)
    }
}
