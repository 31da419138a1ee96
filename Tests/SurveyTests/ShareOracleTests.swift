import Survey
import TestKit
import Testing

@Suite("Likelihood intervals, distribution functions and reliabilities agree with R survey")
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

    @Test("kappa", arguments: cases("kappa"))
    func kappa(_ oracle: OracleCase) throws {
        let given = try OracleDesign(orMadeOfOthers: oracle.design)
        let improved = oracle.result["comp.imp"].numbers.map { Int($0) + 1 }
        let wide = given.table.texts("sch.wide").map { $0 == "Yes" ? 2 : 1 }
        let kappa = Tabulation(given.design).kappa(
            Codes(improved, categoryCount: 2),
            Codes(wide, categoryCount: 2),
            categoryCount: 2
        )[0]
        expectOracle(kappa.value, oracle.result.est.kappa.number, "kappa")
        expectOracle(kappa.standardError, oracle.result.se.number, "SE")
    }

    @Test("alpha of three items, one of them reversed", arguments: cases("alpha_reversed"))
    func alpha(_ oracle: OracleCase) throws {
        let given = try OracleDesign(orMadeOfOthers: oracle.design)
        let reversed = Numbers(given.table.doubles("meals").map { -$0 })
        let items = [given.table.numbers("api99"), given.table.numbers("api00"), reversed]
        let alpha = Tabulation(given.design).alpha(of: items)[0]
        expectOracle(alpha.value, oracle.result.est.number, "alpha")
        expectOracle(alpha.value, oracle.result.contrast.number, "alpha as a contrast")
        expectOracle(alpha.standardError, oracle.result.se.number, "SE")
    }

    @Test("alpha of the same items as they are, which R 4.5 gave", arguments: cases("alpha"))
    func alphaAsIs(_ oracle: OracleCase) throws {
        let given = try OracleDesign(orMadeOfOthers: oracle.design)
        let items = ["api99", "api00", "meals"].map(given.table.numbers)
        let alpha = Tabulation(given.design).alpha(of: items)[0]
        expectOracle(alpha.value, oracle.result.number, "alpha")
    }

    @Test("alpha of the scales of a study")
    func scales() throws {
        let study = try StudyFixture()
        let key = try FixtureTable("Estimation/kg_key.csv")
        let oracle = try #require(Self.cases("svyalpha").first)
        for factor in ["1", "2", "3", "4"] {
            let names = zip(key.texts("item"), key.texts("factor")).filter { $0.1 == factor }
            let alpha = Tabulation(study.design)
                .alpha(of: names.map { Numbers(study.scored($0.0)) })[0]
            expectOracle(alpha.value, oracle.result["F\(factor)"].number, factor)
        }
    }

    @Test("every case of the reference file is compared")
    func coverage() {
        let compared: Set = ["likelihood", "cdf", "kappa", "alpha", "alpha_reversed", "svyalpha"]
        #expect(Set(Self.all.map(\.question)) == compared)
        #expect(Self.all.count == 37)
    }
}

@Suite("Reliabilities under the design")
struct ReliabilityTests {
    private func estimates(_ survey: RandomSurvey, _ table: Tabulation) -> [Estimate] {
        let y = survey.y
        let third = zip(y, survey.x).map { $0 / 2 + $1 }
        let other = survey.codes.enumerated().map { $0 % 3 == 0 ? $1 : max(0, $1 - 1) }
        return table.alpha(of: [Numbers(y), Numbers(survey.x), Numbers(third)])
            + table.kappa(
                Codes(survey.codes, categoryCount: 4),
                Codes(other, categoryCount: 4),
                categoryCount: 4
            )
    }

    @Test("the unit of weights and a domain of everyone change nothing", arguments: 1...3)
    func invariance(_ seed: Int) throws {
        let survey = RandomSurvey(seed: UInt64(seed))
        let expected = estimates(survey, Tabulation(try survey.design()))
        let all = Grouping(only: [Bool](repeating: true, count: 400))
        for table in [
            Tabulation(try survey.design(weightFactor: 2)),
            Tabulation(try survey.design(), by: all),
        ] {
            for (a, b) in zip(estimates(survey, table), expected) {
                #expect(isClose(a.value, b.value, 1e-12))
                #expect(isClose(a.standardError ?? -1, b.standardError ?? -2, 1e-11))
            }
        }
    }

    @Test("the jackknife comes near the linear standard error")
    func jackknife() throws {
        let survey = RandomSurvey(seed: 8)
        let linear = estimates(survey, Tabulation(try survey.design()))
        let replicated = estimates(
            survey,
            Tabulation(try survey.design().replicated(by: .jackknife))
        )
        for (a, b) in zip(replicated, linear) {
            let ratio = (a.standardError ?? .nan) / (b.standardError ?? .nan)
            #expect(isClose(a.value, b.value, 1e-12))
            #expect(abs(ratio - 1) < 0.15, "\(ratio)")
        }
    }

    @Test("answers that do not vary have no reliability, and say so")
    func constant() throws {
        let survey = RandomSurvey(seed: 8)
        let table = Tabulation(try survey.design())
        let same = Numbers([Double](repeating: 0.1, count: 400))
        #expect(table.alpha(of: [same, same])[0].reason == .constantVariable)
        let one = Codes([Int](repeating: 1, count: 400), categoryCount: 2)
        #expect(table.kappa(one, one, categoryCount: 2)[0].reason == .constantVariable)
        let nobody = Codes([Int](repeating: 0, count: 400), categoryCount: 2)
        #expect(table.kappa(one, nobody, categoryCount: 2)[0].reason == .nobodyAnswered)
        let codes = Codes(survey.codes, categoryCount: 4)
        let perfect = table.kappa(codes, codes, categoryCount: 4)[0]
        #expect(isClose(perfect.value, 1, 1e-12))
        let twice = table.alpha(of: [Numbers(survey.y), Numbers(survey.y)])[0]
        #expect(isClose(twice.value, 1, 1e-12))
    }
}
