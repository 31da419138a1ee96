import Testing

@testable import Report

@Suite("The text against the tables")
struct ClaimsRuleTests {
    private func judge(_ claims: [String]) -> RuleOutcome {
        var report = ClaimFixture.report
        report.claims = claims.enumerated().map { position, claim in
            AuditedClaim(id: "c\(position + 1)", words: "As we said", expression: claim)
        }
        return ClaimsRule.judge(report)
    }

    private func finding(_ claim: String) throws -> Finding {
        let outcome = judge([claim])
        #expect(outcome.findings.count == 1 && outcome.checked == 1, "\(outcome)")
        return try #require(outcome.findings.first)
    }

    @Test("claims that hold are checked, and nothing more is said")
    func quiet() {
        let outcome = judge([
            "trust[North, Women] = 2.71", "highest(trust[*, Men]) is \"South region\"",
        ])
        #expect(outcome == RuleOutcome(checked: 2))
    }

    @Test("what rounding leaves open, and what is not printed, is counted and not judged")
    func silent() {
        let outcome = judge([
            "trust[\"South city\", Women] > trust[\"South city\", Men]", "holes[B, x] > 2",
            "significant(trust[North, Women], trust[North, Men])", "trust[North, Wmen] > 2", "(((",
            "trust[\"South city\", Women] < trust[\"South city\", Men]",
        ])
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [2, 1, 1, 2])
        #expect(outcome.silences[0].reason == "figures too near each other to tell after rounding")
        #expect(outcome.silences[3].reason == "a claim could not be read")
    }

    @Test("a figure that the table does not have")
    func figure() throws {
        let found = try finding("trust[North, Women] = 2.88")
        #expect(found.id == "claims:c1" && found.rule == .claims && found.claim == "c1")
        #expect(found.severity == .contradictory)
        #expect(found.headline == "“As we said”: the text has 2.88, the table 2.71")
        #expect(found.because == "“North” (“Women”) in trust is 2.71. The text has 2.88.")
        #expect(found.printed == "2.88" && found.expected == "2.71")
        #expect(found.table == "trust" && found.row == "North" && found.column == "Women")
        #expect(found.cells == [Finding.Cell(table: "trust", row: 0, column: 0)])
        #expect(found.likelyCause == nil)
    }

    static let small: [(String, AuditSeverity)] = [
        ("views[Negative, North] = 41.3%", .cosmetic),
        ("views[Negative, North] = 41.4%", .contradictory),
        ("views[Negative, North] = 42%", .cosmetic),
        ("views[Negative, North] = 43%", .contradictory),
        ("people[North, Women] = 121", .contradictory),
        ("people[North, Women] / people[North, All] = 49%", .cosmetic),
        ("people[North, Women] / people[North, All] = 50%", .contradictory),
        ("views[Negative, North] > 41.4%", .contradictory),
        ("views[Negative, North] >= 41.3%", .contradictory),
        ("views[Positive, North] >= 14%", .cosmetic), ("trust[North, Women] >= 3", .contradictory),
    ]

    @Test(
        "one unit of the last digit is a slip, more is a contradiction; a count has no last digit"
    )
    func severity() throws {
        for (claim, severity) in Self.small {
            #expect(try finding(claim).severity == severity, "\(claim)")
        }
    }

    @Test("the highest is named, with what the one in the text has")
    func highest() throws {
        let found = try finding("highest(trust[*, Women]) is North")
        #expect(found.headline == "“As we said”: the highest is “South region” with 3.05")
        #expect(
            found.because
                == "The highest of 4 figures is 3.05, of “South region”. “North” has 2.71."
        )
        #expect(found.printed == "“North”" && found.expected == "“South region”")
        #expect(found.cells.map(\.row) == [2, 0])
        #expect(found.likelyCause == nil)
    }

    @Test("every step of a trend is listed")
    func trend() throws {
        let found = try finding("increasing(clients[2017..2021])")
        #expect(
            found.because
                == "From one to the next: “2017” → “2018”: 100 → 120 rises; “2018” → “2019”: 120 → 111 "
                + "falls; “2019” → “2020”: 111 → 130 rises; “2020” → “2021”: 130 → 130 stays the same."
        )
        #expect(
            found.headline
                == "“As we said”: “2018” → “2019”: 120 → 111 falls; "
                + "“2020” → “2021”: 130 → 130 stays the same"
        )
        #expect(found.cells.map(\.column) == [1, 2, 3, 4])
    }

    @Test("a sum is worked out")
    func sum() throws {
        let found = try finding("sum(people[*, Women]) = 520")
        #expect(found.because == "120 + 240 + 140 is 500. The text has 520.")
        #expect(found.expected == "500")
        let rounded = try finding("sum(views[*, North]) = 100.5")
        #expect(
            rounded.because
                == "41.2 + 45.3 + 13.5 is 100.0. The text has 100.5. "
                + "Rounding of the printed figures lets it be 99.85 to 100.15."
        )
    }

    @Test("without a majority, the largest share is named")
    func majority() throws {
        let found = try finding("majority(views[Negative, North])")
        #expect(
            found.because
                == "“Negative” (“North”) in views is 41.2. 41.2 is not above 50. "
                + "The largest share is that of “Neutral”, 45.3; no answer has half."
        )
        #expect(found.expected == "“Neutral”, 45.3" && found.cells.map(\.row) == [0, 1])
        let other = try finding("majority(views[Neutral, South])")
        #expect(other.because.hasSuffix("The largest share is that of “Negative”, 55.0."))
    }

    static let groups: [(String, String)] = [
        (
            "all(trust[*, Women] > 2.5)",
            "It does not hold for 1 of 4: “Hills” (2.43)."
        ),
        (
            "none(trust[*, Women] > 2.75)",
            "It holds for 2 of 4: “South city” (2.80), “South region” (3.05)."
        ),
        (
            "most(trust[*, Women] > 2.75)",
            "It holds for 2 of 4: “South city” (2.80), “South region” (3.05); more than half would be 3."
        ),
        ("some(trust[*, Women] > 4)", "It holds for 0 of 4."),
        (
            "all(trust[*, Women] > trust[*, Men])",
            "It does not hold for 1 of 4: “Hills” (2.43 and 2.50)."
        ),
        (
            "trust[North, Women] > 3 or trust[North, Men] > 3",
            "“North” (“Women”) in trust is 2.71. 2.71 is not above 3. "
                + "“North” (“Men”) in trust is 2.60. 2.60 is not above 3."
        ),
        (
            "trust[North, Women] < 3 and trust[North, Women] < trust[North, Men]",
            "“North” (“Women”) in trust is 2.71, and “North” (“Men”) in trust is 2.60. "
                + "2.71 is not below 2.60."
        ),
        (
            "not trust[North, Women] < 3",
            "“North” (“Women”) in trust is 2.71. 2.71 is below 3."
        ),
        (
            "half(views[Positive, North])",
            "“Positive” (“North”) in views is 13.5; from half it is -36.5 points away."
        ),
        (
            "trust[North, Women] between 2.8 and 3",
            "“North” (“Women”) in trust is 2.71, which is not between 2.8 and 3. "
                + "The two are one unit of the last digit apart, or less."
        ),
    ]

    @Test("all the lines that tell against a claim are named", arguments: groups)
    func offending(_ claim: String, _ because: String) throws {
        #expect(try finding(claim).because == because)
    }

    @Test("two neighbours the other way round are offered as a cause, where that alone would do")
    func swap() throws {
        let found = try finding("trust[North, Women] = 2.80")
        #expect(
            found.likelyCause
                == "It would hold if the figures of “North” and “South city”, next to each other in "
                + "trust, were the other way round."
        )
        #expect(
            try finding("highest(trust[*, Women]) is Hills").likelyCause
                == "It would hold if the figures of “South region” and “Hills”, next to each other in "
                + "trust, were the other way round."
        )
        // Two swaps that would do tell nothing.
        let city = "trust[\"South city\", Women]"
        #expect(try finding("\(city) = 2.71 or \(city) = 3.05").likelyCause == nil)
        // Two cells in order say too little.
        #expect(try finding("trust[Hills, Men] > trust[\"South region\", Men]").likelyCause == nil)
    }

    @Test("figures that are all those of the next line are offered as a cause")
    func shift() throws {
        let found = try finding(
            "trust[North, Women] = 2.80 and trust[\"South city\", Women] = 3.05"
        )
        #expect(
            found.likelyCause
                == "It would hold if each figure were that of the next row in trust."
        )
    }

    @Test("a figure that is of no cell is not put into a table")
    func noCell() throws {
        let found = try finding("trust[North, Women] > 2 and scale(trust).low = 0")
        #expect(found.headline == "“As we said”: the text has 0, elsewhere it is 1")
        #expect(found.because == "The low of the scale trust is 1. The text has 0.")
        #expect(found.table == nil && found.cells.isEmpty)
    }

    @Test("the same claim twice has two findings with ids of their own")
    func twice() {
        var report = ClaimFixture.report
        let claim = AuditedClaim(id: "c", words: "", expression: "trust[North, Women] > 3")
        report.claims = [claim, claim]
        #expect(ClaimsRule.judge(report).findings.map(\.id) == ["claims:c", "claims:c:2"])
    }
}
