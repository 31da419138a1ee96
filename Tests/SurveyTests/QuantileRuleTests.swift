import Survey
import TestKit
import Testing

@Suite("Quantile rules")
struct QuantileRuleTests {
    private static let probabilities = [0.05, 0.25, 0.5, 0.8]

    /// The quantiles of every rule, and the score intervals, in each group.
    private func estimates(_ table: Tabulation, _ numbers: Numbers) -> [Estimate] {
        QuantileRule.allCases.flatMap { rule in
            (table.quantiles(of: numbers, Self.probabilities, rule: rule)
                + table.scoreQuantiles(of: numbers, Self.probabilities, rule: rule))
                .flatMap { $0 }
        }
    }

    private func expectSame(_ first: [Estimate], _ second: [Estimate], _ what: String) {
        #expect(first.count == second.count)
        for (a, b) in zip(first, second) {
            #expect(isClose(a.value, b.value, 1e-10), "\(what): \(a.value), \(b.value)")
            let (low, high) = (a.interval?.lowerBound ?? -1, a.interval?.upperBound ?? -1)
            #expect(isClose(low, b.interval?.lowerBound ?? -1, 1e-9), "\(what)")
            #expect(isClose(high, b.interval?.upperBound ?? -1, 1e-9), "\(what)")
            #expect(isClose(a.standardError ?? -1, b.standardError ?? -1, 1e-9), "\(what)")
        }
    }

    @Test("neither the order of rows nor the unit of weights changes a quantile", arguments: 1...3)
    func invariance(_ seed: Int) throws {
        var survey = RandomSurvey(seed: UInt64(seed))
        // Ties of unequal weights.
        survey.y = survey.y.map { ($0 * 4).rounded() / 4 }
        let expected = estimates(
            Tabulation(try survey.design(), by: survey.grouping),
            Numbers(survey.y)
        )
        var random = SplitMix(state: UInt64(seed))
        let shuffled = survey.reordered(Array(0..<400).shuffled(using: &random))
        let inOtherOrder = estimates(
            Tabulation(try shuffled.design(), by: shuffled.grouping),
            Numbers(shuffled.y)
        )
        expectSame(inOtherOrder, expected, "order")
        let doubled = try survey.design(weightFactor: 2)
        expectSame(
            estimates(Tabulation(doubled, by: survey.grouping), Numbers(survey.y)),
            expected,
            "weights"
        )
        let all = Grouping(only: [Bool](repeating: true, count: 400))
        expectSame(
            estimates(Tabulation(try survey.design(), by: all), Numbers(survey.y)),
            estimates(Tabulation(try survey.design()), Numbers(survey.y)),
            "a domain of everyone"
        )
    }

    @Test("replicates and calibrated weights have quantiles of every rule")
    func otherDesigns() throws {
        let survey = RandomSurvey(seed: 9)
        let plain = try survey.design()
        let codes = survey.codes.map { $0 - 1 }
        let margin = Margin(
            name: "code",
            groups: ["1", "2", "3", "4"],
            targets: [300, 250, 200, 150],
            codes: codes.map { max($0, 0) }
        )
        for design in [plain.replicated(by: .jackknife), try plain.raked(to: [margin])] {
            for estimate in estimates(Tabulation(design), Numbers(survey.y)) {
                let interval = try #require(estimate.interval)
                #expect(interval.contains(estimate.value))
                #expect((estimate.standardError ?? -1) > 0)
            }
        }
    }

    @Test("rules lie between the least and the greatest answer, and rise with p")
    func monotone() throws {
        let survey = RandomSurvey(seed: 12)
        let table = Tabulation(try survey.design())
        let answered = survey.y.filter { !$0.isNaN }
        let least = answered.min() ?? .nan
        let greatest = answered.max() ?? .nan
        for rule in QuantileRule.allCases {
            let values = table.quantiles(
                of: Numbers(survey.y),
                [1e-9, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1 - 1e-9],
                rule: rule
            )[0].map(\.value)
            #expect(values == values.sorted(), "\(rule)")
            #expect(values[0] >= least && values[8] <= greatest, "\(rule)")
            #expect(isClose(values[0], least, 1e-6), "\(rule)")
            #expect(isClose(values[8], greatest, 1e-6), "\(rule)")
        }
    }

    @Test(
        "a single answer, equal answers, infinite answers and a census",
        arguments: QuantileRule.allCases
    )
    func edges(_ rule: QuantileRule) throws {
        let survey = RandomSurvey(seed: 2)
        let table = Tabulation(try survey.design())
        func both(_ numbers: [Double]) -> [Estimate] {
            table.quantiles(of: Numbers(numbers), [0.3], rule: rule)[0]
                + table.scoreQuantiles(of: Numbers(numbers), [0.3], rule: rule)[0]
        }
        for estimate in both([Double](repeating: .nan, count: 400)) {
            #expect(estimate.value.isNaN && estimate.reason == .nobodyAnswered)
        }
        for estimate in both((0..<400).map { $0 == 5 ? 7 : .nan }) {
            #expect(estimate.value == 7 && estimate.reason == .fewerThanTwoClusters)
        }
        for estimate in both([Double](repeating: 7, count: 400)) {
            #expect(estimate.value == 7 && estimate.interval == 7...7)
        }
        for estimate in both((0..<400).map { $0 % 2 == 0 ? .infinity : -.infinity }) {
            #expect(estimate.interval == nil && estimate.reason == .notFinite)
        }
        let census = Tabulation(
            try survey.design(population: [Double](repeating: 5, count: 400))
        )
        let y = Numbers(survey.y)
        for estimate in census.quantiles(of: y, [0.3], rule: rule)[0]
            + census.scoreQuantiles(of: y, [0.3])[0]
        {
            #expect(estimate.standardError == 0 && estimate.interval != nil)
        }
    }
}
