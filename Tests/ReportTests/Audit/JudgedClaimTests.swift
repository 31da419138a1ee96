import Testing

@testable import Report

@Suite("Verdicts on claims that so few people cannot show")
struct JudgedClaimTests {
    private static func judged(_ n: Int, _ claims: String...) -> [JudgedClaim] {
        let table = PrintedTables.items("t", "x | A | B\nitem | 3.10 | 3.00", n: [n, n])
        let report = PrintedTables.report([table], claims: claims.map { ("words", $0) })
        return JudgedClaim.all(
            of: report,
            Audit.audit(report, rules: [.claims, .comparisons])
        )
    }

    @Test("a claim holds for the people who were asked, and is not shown for all")
    func holds() throws {
        let few = try #require(Self.judged(30, "t[item, A] > t[item, B]").first)
        #expect(few.verdict == .holds)
        #expect(
            few.why?.hasSuffix("; of the people asked, so few that it is not shown for all") == true
        )
        let many = try #require(Self.judged(3000, "t[item, A] > t[item, B]").first)
        #expect(many.verdict == .holds)
        #expect(many.why?.contains("not shown for all") == false)
    }

    @Test("a claim of more than chance stays undecided, with why")
    func significant() throws {
        let few = try #require(Self.judged(30, "significant(t[item, A], t[item, B])").first)
        #expect(few.verdict == .undecided)
        #expect(few.why == "so few people cannot show the difference")
        let many = try #require(Self.judged(3000, "significant(t[item, A], t[item, B])").first)
        #expect(many.verdict == .undecided)
        #expect(many.why == "whether the difference is more than chance")
    }

    @Test("a claim that the figures contradict fails, and one that is none is unread")
    func others() {
        let all = Self.judged(30, "t[item, A] < t[item, B]", "t[item, A] is")
        #expect(all.map(\.verdict) == [.fails, .unread])
    }
}
