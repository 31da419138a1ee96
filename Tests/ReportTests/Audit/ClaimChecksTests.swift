import Base
import Testing

@testable import Report

@Suite("What cannot be read in claims")
struct ClaimChecksTests {
    private func problems(_ claims: [AuditedClaim]) -> [Problem] {
        var report = ClaimFixture.report
        report.claims = claims
        return ClaimChecks.problems(of: report, file: "claims.csv")
    }

    private func texts(_ claim: String) -> [String] {
        problems([AuditedClaim(id: "c", words: "", expression: claim, line: 7)])
            .map(\.description)
    }

    @Test("a problem says the line, the character, and what was meant")
    func place() {
        #expect(
            texts("trust[North, Woman] = 2.71") == [
                """
                claims.csv:7:claim: error: In “trust[North, Woman] = 2.71”, character 14: Table trust has \
                no column “Woman”.
                    Did you mean “Women”? The columns: “Women”, “Men”, “Total”. [audit.claim-line]
                """
            ]
        )
        #expect(
            texts("clints[2017] = 2") == [
                """
                claims.csv:7:claim: error: In “clints[2017] = 2”, character 1: There is no table “clints”.
                    Did you mean “clients”? The tables: “trust”, “clients”, “views”, “people”, “holes”. \
                [audit.claim-table]
                """
            ]
        )
        #expect(
            texts("trust[North, Women] > scale(trsut).middle") == [
                """
                claims.csv:7:claim: error: In “trust[North, Women] > scale(trsut).midd…”, character 23: \
                There is no scale “trsut”.
                    Did you mean “trust”? The scales: “trust”. [audit.claim-scale]
                """
            ]
        )
    }

    @Test("all names that are not there are named at once")
    func allAtOnce() {
        let found = problems([
            AuditedClaim(id: "a", words: "", expression: "trust[Nowhere, Woman] = 1", line: 2),
            AuditedClaim(
                id: "b",
                words: "",
                expression: "tru[x, y] = 1 and views[Negativ, All] > 2",
                line: 3
            ),
            AuditedClaim(id: "a", words: "", expression: "trust[North, Women] > 2", line: 4),
        ])
        #expect(
            found.map { "\($0.location.line ?? 0) \($0.code.name)" } == [
                "2 audit.claim-line", "2 audit.claim-line", "3 audit.claim-table",
                "3 audit.claim-line",
                "4 audit.claim-id",
            ]
        )
        #expect(found.last?.message == "“a” is the id of line 2, too.")
    }

    static let meaningless: [(String, String)] = [
        ("trust[North, Women]", "The claim is a number: nothing that is true or false."),
        ("trust[*, Women]", "The claim is a list of numbers: nothing that is true or false."),
        ("highest(trust[*, Women])", "The claim is a label: nothing that is true or false."),
        (
            "trust[*, Women] > 3",
            "The claim compares a list, and does not say of how many it holds."
        ),
        (
            "all(trust[North, Women] > 3)",
            "Here stands something true or false, where a comparison of a list, such as table[*, total] > 3 should be."
        ),
        (
            "highest(trust[North, Women]) is North",
            "Here stands a number, where a list of two numbers or more should be."
        ),
        (
            "highest(trust[*, *]) is North",
            "Both rows and columns run here, so that the highest has two labels."
        ),
        (
            "trust[North, Women] is North",
            "Here stands a number, where a label, such as highest(table[*, total]) should be."
        ),
        ("trust[North, Women] = North", "“North” is a label where a number should be."),
        (
            "not trust[North, Women]",
            "Here stands a number, where something true or false should be."
        ),
        (
            "trust[North, Women] > 2 + (1 = 1)",
            "Here stands something true or false, where a number should be."
        ),
        ("all(trust[*, Women] > trust[North, *])", "A list of 4 stands beside a list of 2."),
        (
            "majority(trust[North, Women])",
            "majority needs a percentage, or a count divided by a count."
        ),
        (
            "majority(people[North, Women])",
            "majority needs a percentage, or a count divided by a count."
        ),
        (
            "trust[North, Women] * 2 ~ trust[North, Men] * 2",
            "How near is near? Neither side has decimals that say so."
        ),
        (
            "all(trust[*, Women] * 2 ~ trust[*, Men] * 2)",
            "How near is near? Neither side has decimals that say so."
        ),
        (
            "all(trust[*, Women] * 2 ~ trust[North, Men] * 2)",
            "How near is near? Neither side has decimals that say so."
        ),
        ("2 > 1", "The claim names no cell of a table."),
        ("increasing(trust[North..North, Women])", ""),
    ]

    @Test("a claim must say something that is true or false", arguments: meaningless)
    func meaning(_ claim: String, _ message: String) {
        let found = ClaimChecks.faults(claim, in: ClaimFixture.report)
        #expect(found.count == 1 && found.first?.kind == .meaning)
        if !message.isEmpty { #expect(found.first?.message == message) }
    }

    static let lines: [(String, String)] = [
        ("trust[North] = 1", "“trust” has several rows and columns."),
        ("trust[#6, Women] = 1", "Table trust has no row #6: it has 5."),
        ("holes[total, x] = 1", "Table holes has no total row."),
        (
            "all(trust[total..total, Women] > 1)",
            "No row of trust is left here without its totals."
        ),
        ("clients[\"\"] = 1", "Table clients has no column “”."),
    ]

    @Test("a line must be there", arguments: lines)
    func line(_ claim: String, _ message: String) {
        #expect(ClaimChecks.faults(claim, in: ClaimFixture.report).map(\.message) == [message])
    }

    @Test("two lines of one label are told apart by number")
    func twins() throws {
        var report = ClaimFixture.report
        report.tables[0].rows[1] = AuditedTable.Line("North", .group)
        let found = ClaimChecks.faults("trust[North, Women] = 2.71", in: report)
        #expect(found.map(\.message) == ["Table trust has 2 rows “North”."])
        #expect(found.map(\.remedy) == ["Write their numbers: #1 or #2."])
        #expect(try ClaimFixture.account("trust[#2, Women] = 2.80", in: report).truth == .holds)
    }
}
