import Testing

@testable import Report

@Suite("The scoring of published scales")
struct ScoringRuleTests {
    /// Items worded with the scale (w…) and against it (a…), as people answered them, 1 to 5.
    private static let answers: [(item: String, means: [Double])] = [
        ("w1", [4.46, 4.12, 3.55, 3.43, 3.52]),
        ("w2", [3.63, 3.67, 3.50, 3.28, 3.31]),
        ("w3", [3.33, 3.10, 2.91, 3.53, 3.14]),
        ("w4", [2.34, 2.56, 2.61, 2.43, 2.38]),
        ("a1", [4.13, 3.95, 3.90, 3.62, 3.71]),
        ("a2", [4.23, 4.10, 3.72, 3.58, 3.66]),
        ("a3", [3.10, 3.53, 3.20, 3.15, 3.24]),
    ]
    private static let scale = AuditedScale(
        name: "trust",
        range: 1...5,
        reversed: ["a1", "a2", "a3"]
    )

    /// The items as a table prints them when `scoring` turns answers into scores.
    private static func table(
        _ id: String,
        _ groups: [String],
        block: String,
        scoring: (_ item: String, _ group: Int) -> Scoring
    ) -> AuditedTable {
        var lines = ["x | " + groups.joined(separator: " | ")]
        var sums = groups.map { _ in 0.0 }
        for (item, means) in answers {
            let values = groups.indices.map { scoring(item, $0).score(means[$0], 1...5) }
            for place in groups.indices { sums[place] += values[place] }
            lines.append(
                item + " | "
                    + values.map { AuditText.number($0, decimals: 2) }.joined(separator: " | ")
            )
        }
        let totals = sums.map { AuditText.number($0 / Double(answers.count), decimals: 2) }
        lines.append("Total | " + totals.joined(separator: " | "))
        return PrintedTables.items(id, lines.joined(separator: "\n"), block: block)
    }

    private static let regions = ["North", "South", "East", "West", "Centre"]
    private static let ages = ["18–29", "30–39", "40–49", "50–59", "60 and over"]

    private static func proper(_ item: String, _: Int) -> Scoring {
        item.hasPrefix("a") ? .reversed : .asAnswered
    }

    private static func audit(_ tables: [AuditedTable]) -> AuditOutcome {
        Audit.audit(PrintedTables.report(tables, scale: scale), rules: [.range, .totals, .scoring])
    }

    @Test("a scale that was scored properly is left alone")
    func proper() {
        let outcome = Self.audit([
            Self.table("a", Self.regions, block: "region", scoring: Self.proper),
            Self.table("b", Self.ages, block: "age", scoring: Self.proper),
        ])
        #expect(outcome.findings.isEmpty)
    }

    @Test("items reversed from zero are named, and explain the cells below the scale")
    func fromZero() throws {
        let outcome = Self.audit([
            Self.table("a", Self.regions, block: "region") { item, _ in
                item.hasPrefix("a") ? .reversedFromZero : .asAnswered
            }
        ])
        let plan = try #require(outcome.findings.first)
        #expect(plan.id == "scoring:scale trust")
        #expect(plan.severity == .impossible)
        #expect(plan.because.contains("5 − x (0 to 4)"))
        let range = outcome.findings.filter { $0.rule == .range }
        #expect(range.count == 3)
        #expect(range.allSatisfy { $0.explainedBy == plan.id })
        let totals = try #require(outcome.findings.first { $0.id.hasSuffix(":restated") })
        // Three of seven items are one point too low.
        #expect(totals.cells.count == 5)
        let restated = totals.cells.compactMap(\.corrected).compactMap(Double.init)
        let proper = Self.table("p", Self.regions, block: "region", scoring: Self.proper)
        let wanted = proper.cells[7].compactMap { $0.number?.value }
        #expect(zip(restated, wanted).allSatisfy { abs($0 - $1) < 0.011 })
    }

    @Test(
        "a scale whose figures do not tell takes the plan of the others, and says of how many items"
    )
    func likely() throws {
        let told = Self.table("a", Self.regions, block: "region") { item, _ in
            item.hasPrefix("a") ? .reversedFromZero : .asAnswered
        }
        var other = PrintedTables.items(
            "b",
            """
            x | North | South
            w1 | 2.31 | 2.40
            w2 | 3.10 | 3.05
            w3 | 2.20 | 2.61
            w4 | 2.75 | 2.90
            a1 | 4.20 | 4.10
            a2 | 2.45 | 2.05
            a3 | 1.95 | 2.15
            """
        )
        other.scale = "ties"
        let ties = AuditedScale(name: "ties", range: 1...5, reversed: Self.scale.reversed)
        let report = AuditedReport(scales: [Self.scale, ties], tables: [told, other])
        let found = ScoringRule.judge(report).findings
        let plan = try #require(found.first { $0.id == "scoring:scale ties" })
        #expect(
            plan.headline
                == "Scale “ties”: items worded against it were likely scored 5 − x, from 0 to 4, too"
        )
        #expect(plan.because.contains("here 6 of 7 items allow it"))
    }

    @Test("an item turned round in one table of three is told firmly")
    func turned() throws {
        let outcome = Self.audit([
            Self.table("a", Self.regions, block: "region", scoring: Self.proper),
            Self.table("b", Self.ages, block: "age") { item, group in
                item == "w1" ? .reversed : Self.proper(item, group)
            },
            Self.table("c", ["k", "l", "m", "n", "o"], block: "school", scoring: Self.proper),
        ])
        let cause = try #require(outcome.findings.first)
        #expect(cause.id == "scoring:b:row 1")
        #expect(cause.severity == .contradictory)
        #expect(outcome.findings.dropFirst().allSatisfy { $0.explainedBy != nil })
        #expect(
            cause.cells.compactMap(\.corrected) == ["4.46", "4.12", "3.55", "3.43", "3.52"]
        )
    }

    @Test("of two tables the totals are as sure as the item that is turned, and hang on the same")
    func turnedOfTwo() throws {
        let outcome = Self.audit([
            Self.table("a", Self.regions, block: "region", scoring: Self.proper),
            Self.table("b", Self.ages, block: "age") { item, group in
                item == "w1" ? .reversed : Self.proper(item, group)
            },
        ])
        let cause = try #require(outcome.findings.first { $0.id == "scoring:b:row 1" })
        let totals = try #require(outcome.findings.first { $0.id.hasSuffix(":restated") })
        #expect(totals.because.hasSuffix("How sure: likely."))
        #expect(totals.severity == .improbable)
        #expect(totals.explainedBy == cause.id)
        #expect(totals.unless == cause.unless)
    }

    @Test("an item turned round for some groups is told by its two clusters")
    func turnedCells() throws {
        let outcome = Self.audit([
            Self.table("a", Self.regions, block: "region") { item, group in
                item == "a1" && group > 1 ? .asAnswered : Self.proper(item, group)
            },
            Self.table("b", Self.ages, block: "age", scoring: Self.proper),
        ])
        let part = try #require(outcome.findings.first { $0.id.hasSuffix(":part") })
        #expect(part.id == "scoring:a:row 5:part")
        #expect(part.cells.map(\.column) == [2, 3, 4])
        #expect(part.severity == .contradictory)
    }

    @Test("every scoring undoes itself")
    func roundTrip() {
        for scoring in Scoring.allCases {
            for range in [0...4, 1...5, 1...7] {
                for answer in [1.0, 2.37, 4] {
                    let score = scoring.score(answer, range)
                    #expect(abs(scoring.answer(score, range) - answer) < 1e-12)
                    #expect(
                        scoring.range(of: range).gap(to: score...score) <= 1e-12
                            || answer < Double(range.lowerBound)
                    )
                }
            }
        }
    }
}
