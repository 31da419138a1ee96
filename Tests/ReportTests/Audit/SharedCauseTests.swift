import Testing

@testable import Report

@Suite("Causes that findings of several tables share")
struct SharedCauseTests {
    private static func finding(
        _ id: String,
        _ rule: AuditRuleName,
        _ severity: AuditSeverity = .contradictory,
        kind: Finding.Kind? = nil,
        headline: String = "headline",
        table: String? = nil,
        claim: String? = nil
    ) -> Finding {
        Finding(
            id: id,
            rule: rule,
            kind: kind,
            severity: severity,
            headline: headline,
            table: table,
            claim: claim,
            because: "because"
        )
    }

    private static func gathered(
        _ findings: [Finding],
        _ tables: [AuditedTable] = []
    ) -> (causes: [Finding], explained: [String?]) {
        var findings = findings
        let causes = SharedCause.gathered(&findings, PrintedTables.report(tables))
        return (causes, findings.map(\.explainedBy))
    }

    @Test("comparisons are gathered by claims, not by how often these compare")
    func comparisons() throws {
        let places = [("c1", 1), ("c1", 2), ("c2", 1), ("c3", 1)].map {
            (claim: String, place: Int) in
            Self.finding("comparisons:\(claim):\(place)", .comparisons, .improbable, claim: claim)
        }
        let (causes, explained) = Self.gathered(places)
        let cause = try #require(causes.first)
        #expect(causes.count == 1 && cause.id == "comparisons:all")
        #expect(cause.severity == .improbable)
        #expect(
            cause.headline == "3 claims name differences that so few people cannot show"
        )
        #expect(cause.because.contains("In 4 places"))
        #expect(explained == Array(repeating: "comparisons:all", count: 4))
        #expect(Self.gathered(Array(places.prefix(3))).causes.isEmpty)
    }

    @Test("plain means of several tables have one cause, of one table none")
    func methods() throws {
        let findings = ["a", "b"].map { (table: String) in
            Self.finding(
                "totals:\(table):column 3:method",
                .totals,
                kind: .plainMeans,
                table: table
            )
        }
        let (causes, explained) = Self.gathered(findings)
        let cause = try #require(causes.first)
        #expect(cause.id == "totals:method" && cause.because.contains("In “a” and “b”"))
        #expect(explained == ["totals:method", "totals:method"])
        #expect(Self.gathered([findings[0]]).causes.isEmpty)
    }

    @Test("the worst of scales gives the severity, and likely ones are told apart")
    func plans() throws {
        let way = "items worded against the scale were scored 5 − x, from 0 to 4"
        let (causes, _) = Self.gathered([
            Self.finding("scoring:scale a", .scoring, .impossible, kind: .plan(way: way)),
            Self.finding("scoring:scale b", .scoring, .improbable, kind: .plan(way: nil)),
        ])
        let cause = try #require(causes.first)
        #expect(cause.severity == .impossible)
        #expect(
            cause.headline
                == "In one scale items worded against the scale were scored 5 − x, from 0 to 4; in 1 more that is likely"
        )
    }

    @Test("pairs of breakdowns are gathered by their traits, those of one table too")
    func breakdowns() throws {
        var both = PrintedTables.items("both", "x | A | B | Men | Women\none | 1 | 2 | 3 | 4")
        both.columns[2].block = "sex"
        both.columns[3].block = "sex"
        let sexes = PrintedTables.items("sexes", "x | Men | Women\none | 3 | 4", block: "sex")
        let pairs = ["both:region:against both:sex", "both:region:against sexes:sex"].map {
            (pair: String) in
            Self.finding(
                "totals:\(pair)",
                .totals,
                kind: .breakdowns(traits: ["region", "sex"]),
                table: "both"
            )
        }
        let (causes, explained) = Self.gathered(pairs, [both, sexes])
        let cause = try #require(causes.first)
        #expect(cause.id == "totals:against:region and by sex")
        #expect(
            cause.headline
                == "By region and by sex the report does not describe the same people: 2 pairs of breakdowns part"
        )
        #expect(explained == [cause.id, cause.id])
        // By sex in both: no two traits.
        let same = Self.finding(
            "totals:both:sex:against sexes:sex",
            .totals,
            kind: .breakdowns(traits: ["sex"]),
            table: "both"
        )
        #expect(Self.gathered([same, same], [both, sexes]).causes.isEmpty)
    }
}
