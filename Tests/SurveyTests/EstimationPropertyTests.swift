import Survey
import TestKit
import Testing

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Random rows of a stratified cluster sample with missing answers.
struct RandomSurvey {
    var strata: [Int] = []
    var clusters: [Int] = []
    var weights: [Double] = []
    var groups: [Int] = []
    var y: [Double] = []
    var x: [Double] = []
    var codes: [Int] = []

    init(seed: UInt64, rows: Int = 400) {
        var random = SplitMix(state: seed)
        for _ in 0..<rows {
            let stratum = Int.random(in: 0..<6, using: &random)
            let cluster = Int.random(in: 0..<5, using: &random)
            strata.append(stratum)
            clusters.append(stratum * 5 + cluster)
            weights.append(Double.random(in: 0.5...4, using: &random))
            groups.append(Int.random(in: 0...3, using: &random))
            let effect = Double(cluster) / 4 + Double(stratum)
            let isMissing = Int.random(in: 0..<10, using: &random) == 0
            y.append(isMissing ? .nan : effect + Double.random(in: -2...2, using: &random))
            x.append(effect / 2 + Double.random(in: -2...2, using: &random))
            codes.append(Int.random(in: 0...4, using: &random))
        }
    }

    func reordered(_ order: [Int]) -> RandomSurvey {
        var result = self
        result.strata = order.map { strata[$0] }
        result.clusters = order.map { clusters[$0] }
        result.weights = order.map { weights[$0] }
        result.groups = order.map { groups[$0] }
        result.y = order.map { y[$0] }
        result.x = order.map { x[$0] }
        result.codes = order.map { codes[$0] }
        return result
    }

    func design(
        weightFactor: Double = 1,
        population: [Double]? = nil
    ) throws(DesignProblems) -> SurveyDesign {
        try SurveyDesign(
            DesignColumns(
                rowCount: strata.count,
                stages: [
                    .init(
                        units: Labels(numbers: clusters),
                        strata: Labels(numbers: strata),
                        population: population
                    )
                ],
                weights: weights.map { $0 * weightFactor }
            )
        )
    }

    var grouping: Grouping { Grouping(Codes(groups, categoryCount: 3), count: 3) }

    /// All kinds of estimates, flattened.
    func estimates(_ design: SurveyDesign, by grouping: Grouping?) -> [Estimate] {
        let table = Tabulation(design, by: grouping)
        let codes = Codes(codes, categoryCount: 4)
        let a = Numbers(y)
        let b = Numbers(x)
        return table.mean(of: a) + table.total(of: a)
            + table.proportions(of: codes, categoryCount: 4).flatMap { $0 }
            + table.correlation(a, b) + table.covariance(a, b) + table.ratio(of: a, to: b)
            + table.differencesFromRest(of: a)
    }
}

@Suite("Properties of estimates")
struct EstimationPropertyTests {
    private func expectSame(
        _ actual: [Estimate],
        _ expected: [Estimate],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(actual.count == expected.count, sourceLocation: sourceLocation)
        for (a, b) in zip(actual, expected) {
            #expect(isClose(a.value, b.value, 1e-12), sourceLocation: sourceLocation)
            #expect(
                isClose(a.standardError ?? -1, b.standardError ?? -1, 1e-12),
                sourceLocation: sourceLocation
            )
            #expect(
                isClose(a.interval?.lowerBound ?? -1, b.interval?.lowerBound ?? -1, 1e-11),
                sourceLocation: sourceLocation
            )
            #expect(a.df == b.df && a.n == b.n, sourceLocation: sourceLocation)
            #expect(a.reason == b.reason, sourceLocation: sourceLocation)
        }
    }

    @Test("the order of rows changes nothing", arguments: 1...10)
    func order(_ seed: Int) throws {
        let survey = RandomSurvey(seed: UInt64(seed))
        var random = SplitMix(state: UInt64(seed) &+ 99)
        let shuffled = survey.reordered(Array(0..<400).shuffled(using: &random))
        for byGroup in [false, true] {
            expectSame(
                shuffled.estimates(try shuffled.design(), by: byGroup ? shuffled.grouping : nil),
                survey.estimates(try survey.design(), by: byGroup ? survey.grouping : nil)
            )
        }
    }

    @Test("doubling all weights changes no mean, share or correlation", arguments: 1...5)
    func scaling(_ seed: Int) throws {
        let survey = RandomSurvey(seed: UInt64(seed))
        let single = Tabulation(try survey.design(), by: survey.grouping)
        let double = Tabulation(try survey.design(weightFactor: 2), by: survey.grouping)
        let (a, b) = (Numbers(survey.y), Numbers(survey.x))
        expectSame(double.mean(of: a), single.mean(of: a))
        expectSame(double.correlation(a, b), single.correlation(a, b))
        for (twice, once) in zip(double.total(of: a), single.total(of: a)) {
            #expect(isClose(twice.value, 2 * once.value, 1e-12))
        }
    }

    @Test("a group of everyone is the whole", arguments: 1...5)
    func everyone(_ seed: Int) throws {
        let survey = RandomSurvey(seed: UInt64(seed))
        let design = try survey.design()
        let all = Grouping(only: [Bool](repeating: true, count: 400))
        expectSame(
            survey.estimates(design, by: all).dropLast().map { $0 },
            survey.estimates(design, by: nil).dropLast().map { $0 }
        )
    }

    @Test("a census has no variance")
    func census() throws {
        let survey = RandomSurvey(seed: 7)
        let design = try survey.design(population: [Double](repeating: 5, count: 400))
        #expect(design.isCensus)
        for estimate in survey.estimates(design, by: survey.grouping) where !estimate.value.isNaN {
            #expect(estimate.standardError == 0)
            #expect(estimate.interval == estimate.value...estimate.value)
        }
        let nobody = Codes([Int](repeating: 1, count: 400), categoryCount: 2)
        let shares = Tabulation(design).proportions(of: nobody, categoryCount: 2)[0]
        #expect(shares[1].interval == 0...0)
    }

    @Test("rows of weight zero count for the design, not for the estimate")
    func zeroWeights() throws {
        var survey = RandomSurvey(seed: 3)
        let isInside = survey.groups.map { $0 == 1 }
        let domain = Tabulation(try survey.design(), by: Grouping(only: isInside))
            .mean(of: Numbers(survey.y))
        survey.weights = zip(survey.weights, isInside).map { $1 ? $0 : 0 }
        expectSame(Tabulation(try survey.design()).mean(of: Numbers(survey.y)), domain)
    }

    @Test("shifting a variable by a million moves the mean and nothing else")
    func shift() throws {
        let survey = RandomSurvey(seed: 11)
        let table = Tabulation(try survey.design(), by: survey.grouping)
        let shifted = Numbers(survey.y.map { $0 + 1_048_576 })
        for (moved, plain) in zip(table.mean(of: shifted), table.mean(of: Numbers(survey.y))) {
            #expect(isClose(moved.value, plain.value + 1_048_576, 1e-14))
            // The shift itself rounds y to 1e-10.
            #expect(isClose(moved.standardError ?? -1, plain.standardError ?? -1, 1e-9))
        }
    }

    @Test("whole numbers stored as bytes and as doubles give the same")
    func storage() throws {
        let survey = RandomSurvey(seed: 5)
        let table = Tabulation(try survey.design(), by: survey.grouping)
        let rounded = survey.y.map { $0.rounded() }
        guard case .bytes = Numbers(rounded) else {
            Issue.record("whole numbers are stored as bytes")
            return
        }
        expectSame(table.mean(of: Numbers(rounded)), table.mean(of: .doubles(rounded)))
    }
}
