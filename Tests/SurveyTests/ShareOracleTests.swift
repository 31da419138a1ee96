import Survey
import TestKit
import Testing

@Suite("Likelihood intervals and distribution functions agree with R survey")
struct ShareOracleTests {
    static let all = OracleCase.load("Estimation/shares.json")

    static func cases(_ question: String) -> [OracleCase] {
        all.filter { $0.question == question || $0.design == "unreadable" }
    }

    @Test("likelihood intervals", arguments: cases("likelihood"))
    func likelihood(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let indicator =
            oracle.design == "nhanes"
            ? given.table.doubles("HI_CHOL")
            : given.table.texts("sch.wide").map { $0 == "Yes" ? 1 : 0 }
        let codes = Codes(indicator.map { $0.isNaN ? 0 : Int($0) + 1 }, categoryCount: 2)
        let table = Tabulation(given.design, options: .init(proportionInterval: .likelihood))
        let share = table.proportions(of: codes, categoryCount: 2)[0][1]
        expectOracle(share.value, oracle.result.est.number, "proportion")
        expectOracle(share.interval?.lowerBound, oracle.result.ci[0].number, "low")
        expectOracle(share.interval?.upperBound, oracle.result.ci[1].number, "high")
    }

    @Test("the share of answers at or below given points", arguments: cases("cdf"))
    func distribution(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let points = [400.0, 500, 600, 700, 800, 900]
        let api = given.table.numbers("api00")
        let shares = Tabulation(given.design).sharesAtMost(points, of: api)[0]
        for (place, share) in shares.enumerated() {
            expectOracle(share.value, oracle.result[place].number, "at \(points[place])")
            let isAtMost = Numbers(api.all.map { $0 <= points[place] ? 1 : 0 })
            let mean = Tabulation(given.design).mean(of: isAtMost)[0]
            #expect(isClose(share.standardError ?? -1, mean.standardError ?? -2, 1e-12))
        }
    }
}
