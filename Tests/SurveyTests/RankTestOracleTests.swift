import Kernels
import Survey
import TestKit
import Testing

@Suite("Tests of ranks agree with R survey")
struct RankTestOracleTests {
    static let all = OracleCase.load("Estimation/ranks.json")
    static let scores: [String: RankScore] = [
        "wilcoxon": .wilcoxon, "KW": .wilcoxon, "vanderWaerden": .vanDerWaerden,
        "vanDerWaerden": .vanDerWaerden, "median": .median,
    ]

    /// The design, the answers and the groups of a case.
    private func given(_ oracle: OracleCase) throws -> (SurveyDesign, Numbers, Grouping) {
        guard oracle.design != "kg" else {
            let study = try StudyFixture()
            return (study.design, study.table.numbers("F1"), study.table.grouping("region"))
        }
        let given = try OracleDesign(orMadeOfOthers: oracle.design)
        let api = given.table.doubles("api00")
        let numbers =
            oracle.question.hasPrefix("untied")
            ? api.enumerated().map { $1 + Double($0 + 1) / 1_000 } : api
        let isOfTypes = oracle.question.contains("types") || oracle.question == "rank_KW"
        let groups = given.table.grouping(isOfTypes ? "stype" : "sch.wide")
        return (given.design, Numbers(numbers), groups)
    }

    @Test("statistics and p values", arguments: all)
    func tests(_ oracle: OracleCase) throws {
        let word = try #require(oracle.question.split(separator: "_").last)
        let score = try #require(Self.scores[String(word)])
        let (design, numbers, groups) = try given(oracle)
        let test = try Tabulation(design, by: groups).rankTest(of: numbers, score)
        #expect(isClose(test.statistic * test.numeratorDF, test.chiSquare, 1e-14))
        let result = oracle.result
        if let t = result.t.number {
            expectOracle(test.t, t, "t")
            expectOracle(test.difference?.value, result.est.number, "difference")
            expectOracle(test.chiSquare, t * t, "t²")
        } else {
            expectOracle(test.chiSquare, result.chisq.number, "chi-square")
            #expect(test.numeratorDF == result.count.number)
        }
        if let se = result.se.number { expectOracle(test.difference?.standardError, se, "SE") }
        // R has one degree of freedom fewer: its p value is that of our statistic with them.
        guard let p = result.p.number else { return }
        if let df = result.df.number ?? result.ddf.number {
            #expect(test.denominatorDF == df + 1)
        }
        let withFewer = Distribution.fisherF(test.numeratorDF, test.denominatorDF - 1)
            .upperTail(test.statistic)
        expectOracle(withFewer, p, "p with R's degrees of freedom")
        let own = Distribution.fisherF(test.numeratorDF, test.denominatorDF)
            .upperTail(test.statistic)
        expectOracle(test.p, own, "p")
        #expect(test.p < p)
    }

    @Test("every kind of case of the reference file is there")
    func coverage() {
        #expect(Self.all.count == 101)
        #expect(Set(Self.all.map(\.design)).count == 10)
    }
}

@Suite("Tests of ranks and means")
struct LocationTestTests {
    private func statistics(_ table: Tabulation, _ numbers: Numbers) throws -> [Double] {
        var found: [Double] = []
        for score in RankScore.allCases {
            let test = try table.rankTest(of: numbers, score)
            found += [test.chiSquare, test.p, test.denominatorDF]
            found += test.meanScores.flatMap { [$0.value, $0.standardError ?? -1] }
        }
        for test in table.meanTests(of: numbers, against: 2)
            + [table.differenceTest(of: numbers)]
        {
            found += [test.t ?? -1, test.p ?? -1, test.estimate.df]
        }
        return found
    }

    private func expectSame(_ first: [Double], _ second: [Double], _ what: String) {
        #expect(first.count == second.count)
        for (a, b) in zip(first, second) { #expect(isClose(a, b, 1e-10), "\(what): \(a), \(b)") }
    }

    @Test("neither the order of rows nor the unit of weights changes a test", arguments: 1...3)
    func invariance(_ seed: Int) throws {
        var survey = RandomSurvey(seed: UInt64(seed))
        // Ties of unequal weights.
        survey.y = survey.y.map { $0.rounded() }
        let expected = try statistics(
            Tabulation(try survey.design(), by: survey.grouping),
            Numbers(survey.y)
        )
        var random = SplitMix(state: UInt64(seed))
        let shuffled = survey.reordered(Array(0..<400).shuffled(using: &random))
        let inOtherOrder = try statistics(
            Tabulation(try shuffled.design(), by: shuffled.grouping),
            Numbers(shuffled.y)
        )
        expectSame(inOtherOrder, expected, "order")
        let doubled = try statistics(
            Tabulation(try survey.design(weightFactor: 2), by: survey.grouping),
            Numbers(survey.y)
        )
        expectSame(doubled, expected, "weights")
        let same = survey.grouping.within([Bool](repeating: true, count: 400))
        let domain = try statistics(
            Tabulation(try survey.design(), by: same),
            Numbers(survey.y)
        )
        expectSame(domain, expected, "a domain of everyone")
        // Ranks do not know the unit.
        let cubes = Numbers(survey.y.map { $0 * $0 * $0 })
        let ofCubes = try Tabulation(try survey.design(), by: survey.grouping).rankTest(of: cubes)
        #expect(isClose(ofCubes.chiSquare, expected[0], 1e-10))
    }

    @Test("what makes a test impossible is said")
    func impossible() throws {
        let survey = RandomSurvey(seed: 4)
        let design = try survey.design()
        let y = Numbers(survey.y)
        #expect(throws: NoTest.oneGroup) { try Tabulation(design).rankTest(of: y) }
        #expect(throws: NoTest.noInterval(.noDesign)) {
            try Tabulation(.none(rowCount: 400), by: survey.grouping).rankTest(of: y)
        }
        let constant = Numbers([Double](repeating: 0.1, count: 400))
        #expect(throws: NoTest.noVariance) {
            try Tabulation(design, by: survey.grouping).rankTest(of: constant)
        }
        let whole = Tabulation(design).meanTests(of: constant, against: 0)[0]
        #expect(whole.t == nil && whole.p == nil && whole.reason == .noVariance)
        let nobody = Tabulation(design)
            .meanTests(of: Numbers([Double](repeating: .nan, count: 400)))[0]
        #expect(nobody.reason == .noInterval(.nobodyAnswered))
        let census = try survey.design(population: [Double](repeating: 5, count: 400))
        #expect(throws: NoTest.noVariance) {
            try Tabulation(census, by: survey.grouping).rankTest(of: y)
        }
        #expect(Tabulation(census).meanTests(of: y)[0].reason == .noVariance)
    }

    @Test("more groups than clusters can tell apart have no test")
    func fewClusters() throws {
        // Two strata of two clusters: two degrees of freedom for four groups.
        let clusters = (0..<16).map { $0 / 4 }
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: 16,
                stages: [
                    .init(
                        units: Labels(numbers: clusters),
                        strata: Labels(numbers: clusters.map { $0 / 2 })
                    )
                ],
                weights: [Double](repeating: 1, count: 16)
            )
        )
        let groups = Grouping(Codes((0..<16).map { $0 % 4 + 1 }, categoryCount: 4), count: 4)
        let answers = Numbers([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3])
        let table = Tabulation(design, by: groups)
        #expect(throws: NoTest.noDegreesOfFreedom) { try table.rankTest(of: answers) }
        // Two of the groups can be told apart.
        #expect(table.differenceTest(of: answers).p != nil)
    }

    @Test("two groups of one cluster each are not tested")
    func singleClusters() throws {
        let survey = RandomSurvey(seed: 6)
        let codes = survey.clusters.map { $0 == 0 ? 1 : $0 == 7 ? 2 : 0 }
        let table = Tabulation(
            try survey.design(),
            by: Grouping(Codes(codes, categoryCount: 2), count: 2)
        )
        let y = Numbers(survey.y)
        #expect(throws: NoTest.noInterval(.fewerThanTwoClusters)) { try table.rankTest(of: y) }
        #expect(table.differenceTest(of: y).reason == .noInterval(.fewerThanTwoClusters))
    }
}
