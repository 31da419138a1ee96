import Survey
import TestKit
import Testing

@Suite("Strata with a single cluster")
struct EstimationSingleClusterTests {
    static let all = OracleCase.load("Estimation/lonely.json")

    static func columns(withPopulations: Bool, _ table: FixtureTable) -> DesignColumns {
        DesignColumns(
            rowCount: table.rowCount,
            stages: [
                .init(
                    units: table.labels("psu"),
                    strata: table.labels("stratum"),
                    population: withPopulations ? table.doubles("fpc") : nil
                )
            ],
            weights: table.doubles("w"),
            nest: true
        )
    }

    private static func rule(_ words: [String]) -> SingleClusterRule? {
        for word in words {
            switch word {
            case "fail": return .fail
            case "certainty": return .certainty
            case "remove": return .remove
            case "adjust": return .adjust
            case "average": return .average
            default: continue
            }
        }
        return nil
    }

    @Test("agree with R survey 4.5 under each rule", arguments: all)
    func oracle(_ oracle: OracleCase) throws {
        let table = try FixtureTable("Estimation/lonely.csv")
        let words = oracle.question.split(separator: ".").map(String.init)
        let y = table.numbers("y")
        if words == ["certainty_by_fpc"] {
            var columns = Self.columns(withPopulations: false, table)
            columns.stages[0].population = table.texts("stratum").map { $0 == "2" ? 1 : 0.25 }
            let design = try SurveyDesign(columns)
            expect(Tabulation(design).mean(of: y)[0], oracle.result)
            return
        }
        var columns = Self.columns(withPopulations: words.contains("fpc"), table)
        columns.singleCluster = try #require(Self.rule(words))
        if !oracle.result.error.isNull {
            let thrown = #expect(throws: DesignProblems.self) { try SurveyDesign(columns) }
            #expect(
                thrown?.list == [.singleCluster(stage: 1, strata: ["2"], joining: [["2", "3"]])]
            )
            return
        }
        let design = try SurveyDesign(columns)
        if words.contains("domain") {
            let groups = Tabulation(design, by: table.grouping("g")).mean(of: y)
            for (row, group) in groups.enumerated() {
                expectOracle(group.value, oracle.result.by.column("y")?[row], "mean")
                expectOracle(group.standardError, oracle.result.by.column("se")?[row], "SE")
            }
            expect(groups[0], oracle.result.suba)
            expectOracle(groups[0].df, oracle.result.df.number, "df")
            return
        }
        let whole = Tabulation(design)
        expect(whole.mean(of: y)[0], oracle.result.mean)
        expect(whole.total(of: y)[0], oracle.result.total)
        if let df = oracle.result.df.number { #expect(whole.mean(of: y)[0].df == df) }
    }

    private func expect(_ estimate: Estimate, _ result: JSON) {
        expectOracle(estimate.value, result.est.y.number, "value")
        expectOracle(estimate.standardError, result.se.y.number ?? result.se.number, "SE")
    }

    @Test("collapsing joins a stratum to its neighbour by name, and says so")
    func collapse() throws {
        let table = try FixtureTable("Estimation/lonely.csv")
        var columns = Self.columns(withPopulations: false, table)
        columns.singleCluster = .collapse(within: Labels([String](repeating: "all", count: 12)))
        let design = try SurveyDesign(columns)
        #expect(design.joinedStrata == [["2", "3"]])
        #expect(design.singleClusterStrata == ["2"])
        #expect(design.stratumCount == 2)
        #expect(design.degreesOfFreedom == 4)

        // The same as a design in which the two strata bear one name.
        var renamed = Self.columns(withPopulations: false, table)
        renamed.stages[0].strata = Labels(table.texts("stratum").map { $0 == "3" ? "2" : $0 })
        let y = table.numbers("y")
        let expected = Tabulation(try SurveyDesign(renamed)).mean(of: y)[0]
        let actual = Tabulation(design).mean(of: y)[0]
        #expect(isClose(actual.value, expected.value, 1e-14))
        #expect(
            isClose(try #require(actual.standardError), try #require(expected.standardError), 1e-14)
        )
        #expect(actual.df == expected.df)
    }

    @Test("collapsing never crosses the variable it is told to stay within")
    func collapseWithin() throws {
        let table = try FixtureTable("Estimation/lonely.csv")
        var columns = Self.columns(withPopulations: false, table)
        let places = table.texts("stratum").map { $0 == "2" ? "South" : "North" }
        columns.singleCluster = .collapse(within: Labels(places))
        let thrown = #expect(throws: DesignProblems.self) { try SurveyDesign(columns) }
        #expect(thrown?.list.first == .noNeighbour(strata: ["2"]))
    }

    @Test("collapsing adds the populations of the strata it joins")
    func collapsePopulations() throws {
        let table = try FixtureTable("Estimation/lonely.csv")
        var columns = Self.columns(withPopulations: true, table)
        columns.singleCluster = .collapse(within: Labels([String](repeating: "all", count: 12)))
        let y = table.numbers("y")
        let actual = Tabulation(try SurveyDesign(columns)).mean(of: y)[0]
        var renamed = Self.columns(withPopulations: true, table)
        let strata = table.texts("stratum")
        renamed.stages[0].strata = Labels(strata.map { $0 == "3" ? "2" : $0 })
        renamed.stages[0].population = strata.map { $0 == "1" ? 8 : 16 }
        let expected = Tabulation(try SurveyDesign(renamed)).mean(of: y)[0]
        #expect(
            isClose(try #require(actual.standardError), try #require(expected.standardError), 1e-14)
        )
    }
}
