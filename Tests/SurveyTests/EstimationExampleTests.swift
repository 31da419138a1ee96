import Survey
import TestKit
import Testing

/// The numbers that docs/methods prints, worked out there by hand or by the reference.
@Suite("Worked examples of the methods pages")
struct EstimationExampleTests {
    private func expect(
        _ actual: Double?,
        _ printed: Double,
        within tolerance: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            abs((actual ?? .nan) - printed) <= tolerance,
            "\(actual ?? .nan), the page says \(printed)",
            sourceLocation: sourceLocation
        )
    }

    @Test("variance.md: eight units in two strata")
    func variance() throws {
        let given = try OracleDesign("fpc")
        let table = Tabulation(given.design)
        let total = table.total(of: given.table.numbers("x"))[0]
        expect(total.value, 147.1, within: 1e-5)
        expect(total.standardError.map { $0 * $0 }, 276.66, within: 0.005)
        let mean = table.mean(of: given.table.numbers("x"))[0]
        expect(mean.value, 5.448, within: 5e-4)
        expect(mean.standardError, 0.616, within: 5e-4)
        expect(mean.interval?.lowerBound, 3.941, within: 5e-4)
        expect(mean.interval?.upperBound, 6.956, within: 5e-4)
        #expect(mean.df == 6)
    }

    @Test(
        "intervals-and-df.md: 163 of 200 schools",
        arguments: [
            (ProportionInterval.logit, 0.755597, 0.862591), (.arcsine, 0.758799, 0.865254),
            (.kornGraubard, 0.755072, 0.865604), (.wilson, 0.755934, 0.862374),
            (.linear, 0.761604, 0.868396),
        ]
    )
    func intervals(_ method: ProportionInterval, _ low: Double, _ high: Double) throws {
        let given = try OracleDesign("srs")
        let (codes, _) = given.table.categories("sch.wide")
        let table = Tabulation(given.design, options: .init(proportionInterval: method))
        let share = table.shares(of: codes, categoryCount: 2)[0]
        #expect(share.counts[1] == 163 && share.answered == 200)
        expect(share.shares[1].standardError, 0.027078, within: 5e-7)
        expect(share.shares[1].interval?.lowerBound, low, within: 5e-7)
        expect(share.shares[1].interval?.upperBound, high, within: 5e-7)
    }

    @Test("means-and-proportions.md: nobody of 200, and nobody of 183 in 15 clusters")
    func boundary() throws {
        for (name, printed) in [("srs", 0.0183), ("clus1wr", 0.0235)] {
            let given = try OracleDesign(name)
            let nobody = Codes([Int](repeating: 1, count: given.table.rowCount), categoryCount: 2)
            let share = Tabulation(given.design).proportions(of: nobody, categoryCount: 2)[0][1]
            #expect(share.interval?.lowerBound == 0)
            expect(share.interval?.upperBound, printed, within: 5e-5)
        }
    }

    @Test(
        "single-cluster-strata.md: twelve rows under each rule",
        arguments: [
            (SingleClusterRule.certainty, 0.264978), (.remove, 0.264978), (.adjust, 0.436283),
            (.average, 0.324531),
            (.collapse(within: Labels([String](repeating: "all", count: 12))), 0.462062),
        ]
    )
    func singleClusters(_ rule: SingleClusterRule, _ printed: Double) throws {
        let table = try FixtureTable("Estimation/lonely.csv")
        var columns = EstimationSingleClusterTests.columns(withPopulations: true, table)
        columns.singleCluster = rule
        let mean = Tabulation(try SurveyDesign(columns)).mean(of: table.numbers("y"))[0]
        expect(mean.value, 2.813953, within: 5e-7)
        expect(mean.standardError, printed, within: 5e-7)
    }

    @Test("scales-and-alpha.md: a wrong key is seen")
    func wrongKey() throws {
        let table = try FixtureTable("Psychometrics/bfi.csv")
        let names = ["A1", "A2", "A3", "A4", "A5"]
        let scale = Scale(items: names.map { Scale.Item($0) }, range: 1...6, leastAnswered: 1)
        let analysis = ItemAnalysis(scale.scores(of: names.map(table.numbers)))
        #expect(analysis.items.map(\.runsAgainstOthers) == [true, false, false, false, false])
    }
}
