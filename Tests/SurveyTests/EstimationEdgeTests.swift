import Survey
import TestKit
import Testing

@Suite("Estimates at the edges")
struct EstimationEdgeTests {
    /// Four strata of two clusters of two rows.
    private func design(
        isProbabilitySample: Bool = true,
        population: [Double]? = nil
    ) throws -> SurveyDesign {
        try SurveyDesign(
            DesignColumns(
                rowCount: 16,
                stages: [
                    .init(
                        units: Labels(numbers: (0..<16).map { $0 / 2 }),
                        strata: Labels(numbers: (0..<16).map { $0 / 4 }),
                        population: population
                    )
                ],
                weights: (0..<16).map { 1 + Double($0 % 3) },
                isProbabilitySample: isProbabilitySample
            )
        )
    }

    private let y = Numbers((0..<16).map { Double($0 * $0 % 7) })

    @Test("without a design there are numbers, but no uncertainty")
    func noDesign() throws {
        for design in [SurveyDesign.none(rowCount: 16), try design(isProbabilitySample: false)] {
            let table = Tabulation(design)
            let mean = table.mean(of: y)[0]
            #expect(mean.standardError == nil && mean.interval == nil)
            #expect(mean.designEffect == nil)
            #expect(mean.reason == .noDesign)
            #expect(mean.n == 16)
            let r = table.correlation(y, y)[0]
            #expect(isClose(r.value, 1, 1e-14) && r.reason == .noDesign)
        }
        let plain = Tabulation(SurveyDesign.none(rowCount: 4)).mean(of: Numbers([1, 2, .nan, 6]))[0]
        #expect(plain.value == 3 && plain.n == 3 && plain.weightedN == 3)
    }

    @Test("an estimate knows the clusters that hold its group, answered or not")
    func clusters() throws {
        // The first group has rows of two clusters, the second of the other six.
        let grouping = Grouping(Codes((0..<16).map { $0 < 4 ? 1 : 2 }, categoryCount: 2), count: 2)
        let groups = Tabulation(try design(), by: grouping).mean(of: y)
        #expect(groups.map(\.clusters) == [2, 6] && groups.map(\.df) == [1, 3])
        let silent = Numbers((0..<16).map { $0 < 2 ? .nan : Double($0) })
        #expect(Tabulation(try design()).mean(of: silent)[0].clusters == 8)
        #expect(Tabulation(SurveyDesign.none(rowCount: 16)).mean(of: y)[0].clusters == nil)
    }

    @Test("a group that nobody answered has no number, and says why")
    func nobody() throws {
        let grouping = Grouping(Codes((0..<16).map { $0 < 8 ? 1 : 2 }, categoryCount: 3), count: 3)
        let table = Tabulation(try design(), by: grouping)
        let answers = Numbers((0..<16).map { $0 < 8 ? Double($0) : .nan })
        let means = table.mean(of: answers)
        #expect(means[0].reason == nil)
        for empty in [means[1], means[2]] {
            #expect(empty.value.isNaN && empty.n == 0)
            #expect(empty.standardError == nil && empty.interval == nil)
            #expect(empty.reason == .nobodyAnswered)
        }
        let difference = table.contrast([
            (1, table.linearMeans(of: answers)[0]), (-1, table.linearMeans(of: answers)[1]),
        ])
        #expect(difference.reason == .nobodyAnswered && difference.interval == nil)
    }

    @Test("a group in one cluster has no interval")
    func oneCluster() throws {
        let table = Tabulation(try design(), by: Grouping(only: (0..<16).map { $0 < 2 }))
        let mean = table.mean(of: y)[0]
        #expect(!mean.value.isNaN && mean.standardError == nil && mean.interval == nil)
        #expect(mean.reason == .fewerThanTwoClusters)
    }

    @Test("a group with one cluster in each stratum has no degrees of freedom")
    func noFreedom() throws {
        let table = Tabulation(try design(), by: Grouping(only: (0..<16).map { $0 % 4 < 2 }))
        let mean = table.mean(of: y)[0]
        #expect(mean.standardError != nil && mean.interval == nil)
        #expect(mean.df == 0)
        #expect(mean.reason == .noDegreesOfFreedom)
    }

    @Test("0 % and 100 % have a boundary interval of a sensible width")
    func boundary() throws {
        let codes = Codes([Int](repeating: 1, count: 16), categoryCount: 2)
        for method in [ProportionInterval.logit, .arcsine, .kornGraubard, .wilson, .linear] {
            let table = Tabulation(try design(), options: .init(proportionInterval: method))
            let shares = table.proportions(of: codes, categoryCount: 2)[0]
            let all = try #require(shares[0].interval)
            let none = try #require(shares[1].interval)
            #expect(shares[0].value == 1 && shares[1].value == 0)
            #expect(all.upperBound == 1 && none.lowerBound == 0)
            #expect(isClose(1 - all.lowerBound, none.upperBound, 1e-9))
            // Of 16 people in a simple random sample, Clopper and Pearson's limit is 0.2059.
            #expect(none.upperBound > 0.2059 && none.upperBound < 0.5)
        }
    }

    @Test("a correlation with a constant does not exist, and says why")
    func constant() throws {
        let constant = Numbers([Double](repeating: 2, count: 16))
        let r = Tabulation(try design()).correlation(y, constant)[0]
        #expect(r.value.isNaN && r.interval == nil)
        #expect(r.reason == .constantVariable)
        let ratio = Tabulation(try design()).ratio(
            of: y,
            to: Numbers([Double](repeating: 0, count: 16))
        )
        #expect(ratio[0].reason == .zeroDenominator)
    }

    @Test("several answers: the share of people is a mean, the share of answers a ratio")
    func several() throws {
        var answers = SeveralAnswers(options: [Category("a"), Category("b"), Category("c")])
        var chosen: [[Int]?] = []
        for row in 0..<16 {
            let options: [[Int]?] = [[0], [0, 1], [], nil, [1]]
            chosen.append(options[row % 5])
            answers.append(options[row % 5])
        }
        let design = try design()
        let table = Tabulation(design)
        let shares = table.shares(of: answers)[0]
        #expect(shares.answered == chosen.count { $0 != nil })
        let count = Numbers(chosen.map { $0.map { Double($0.count) } ?? .nan })
        for option in 0..<2 {
            let indicator = Numbers(chosen.map { $0.map { $0.contains(option) ? 1 : 0 } ?? .nan })
            let mean = table.mean(of: indicator)[0]
            let ratio = table.ratio(of: indicator, to: count)[0]
            #expect(isClose(shares.ofPeople[option].value, mean.value, 1e-14))
            let peopleError = try #require(shares.ofPeople[option].standardError)
            #expect(isClose(peopleError, try #require(mean.standardError), 1e-12))
            #expect(isClose(shares.ofAnswers[option].value, ratio.value, 1e-14))
            let answersError = try #require(shares.ofAnswers[option].standardError)
            #expect(isClose(answersError, try #require(ratio.standardError), 1e-12))
        }
        #expect(shares.counts[2] == 0)
        #expect(shares.ofPeople[2].value == 0 && shares.ofPeople[2].interval?.lowerBound == 0)
        #expect(isClose(shares.ofAnswers.reduce(0) { $0 + $1.value }, 1, 1e-14))
    }

    @Test("a question with a base is a domain of the design")
    func base() throws {
        let inBase = (0..<16).map { $0 % 4 != 0 }
        let grouping = Grouping(Codes((0..<16).map { $0 % 2 + 1 }, categoryCount: 2), count: 2)
        let based = Tabulation(try design(), by: grouping.within(inBase)).mean(of: y)
        let answered = Numbers((0..<16).map { inBase[$0] ? y[$0] : .nan })
        let missing = Tabulation(try design(), by: grouping).mean(of: answered)
        for (a, b) in zip(based, missing) {
            #expect(isClose(a.value, b.value, 1e-14) && a.n == b.n)
            #expect(isClose(a.standardError ?? -1, b.standardError ?? -1, 1e-13))
        }
    }

    @Test("the difference of two groups and the rest agree where there are two groups")
    func rest() throws {
        let grouping = Grouping(Codes((0..<16).map { $0 % 2 + 1 }, categoryCount: 2), count: 2)
        let table = Tabulation(try design(), by: grouping)
        let means = table.linearMeans(of: y)
        let difference = table.contrast([(1, means[0]), (-1, means[1])])
        let rest = table.differencesFromRest(of: y)
        #expect(isClose(rest[0].value, difference.value, 1e-13))
        #expect(isClose(rest[1].value, -difference.value, 1e-13))
        #expect(
            isClose(rest[0].standardError ?? -1, difference.standardError ?? -2, 1e-12)
        )
        #expect(rest[0].df == difference.df)
    }

    @Test("weights that are not population weights have no design effect without replacement")
    func normalised() throws {
        let columns = DesignColumns(rowCount: 4, weights: [0.5, 1.5, 1, 1])
        let numbers = Numbers([1, 2, 3, 5])
        let design = try SurveyDesign(columns)
        #expect(Tabulation(design).mean(of: numbers)[0].designEffect == nil)
        let options = Tabulation.Options(designEffect: .withReplacement)
        #expect(Tabulation(design, options: options).mean(of: numbers)[0].designEffect != nil)
    }

    @Test(
        "values without bound give no interval, and no crash",
        arguments: [Double.infinity, -.infinity, 1e308]
    )
    func infinite(_ value: Double) throws {
        let numbers = Numbers((0..<16).map { $0 < 8 ? Double($0) + 0.5 : value })
        let grouping = Grouping(Codes((0..<16).map { $0 % 2 + 1 }, categoryCount: 2), count: 2)
        let table = Tabulation(try design(), by: grouping)
        let estimates =
            table.mean(of: numbers) + table.total(of: numbers) + table.correlation(numbers, y)
            + table.covariance(numbers, y) + table.ratio(of: numbers, to: y)
            + table.differencesFromRest(of: numbers)
            + table.quantiles(of: numbers, [0.5]).flatMap { $0 }
        for estimate in estimates {
            #expect(estimate.interval != nil || estimate.reason != nil)
            #expect(estimate.standardError.map { $0.isFinite } ?? true)
        }
    }

    @Test("the largest and smallest weights do not crash", arguments: [1e308, 1e-300])
    func extremeWeights(_ weight: Double) throws {
        let columns = DesignColumns(rowCount: 4, weights: [weight, weight, weight, weight])
        let table = Tabulation(try SurveyDesign(columns))
        let shares = table.proportions(of: Codes([1, 1, 2, 1], categoryCount: 3), categoryCount: 3)
        for estimate in shares[0] + table.mean(of: Numbers([1, 2, 3, 9])) {
            #expect(estimate.interval != nil || estimate.reason != nil)
        }
    }

    @Test("quantiles of an empty group, of one answer, of equal answers")
    func quantiles() throws {
        let table = Tabulation(try design())
        let none = table.quantiles(of: Numbers([Double](repeating: .nan, count: 16)), [0.5])[0][0]
        #expect(none.value.isNaN && none.reason == .nobodyAnswered)
        let equal = table.quantiles(of: Numbers([Double](repeating: 3, count: 16)), [0.1, 0.9])[0]
        #expect(equal.allSatisfy { $0.value == 3 && $0.interval == 3...3 })
        let one = Numbers((0..<16).map { $0 == 3 ? 2 : .nan })
        let alone = table.quantiles(of: one, [0.5])[0][0]
        #expect(alone.value == 2 && alone.reason == .fewerThanTwoClusters)
    }

    @Test("crossed names are missing where one of them is")
    func crossing() {
        let crossed = Labels(crossing: [Labels(["a", "a", nil]), Labels(["x", "y", "y"])])
        #expect(crossed.names == ["a / x", "a / y"])
        #expect(crossed.missingRows == [2])
    }
}
