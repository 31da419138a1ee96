import Survey
import TestKit
import Testing

@Suite("Variances under unequal probabilities agree with R survey")
struct UnequalProbabilityOracleTests {
    static let all = OracleCase.load("Estimation/pps.json")

    @Test("totals of an election, forty counties drawn by size", arguments: all)
    func totals(_ oracle: OracleCase) throws {
        let table = try FixtureTable("Estimation/election.csv")
        var stage = DesignColumns.Stage()
        let rules: [String: UnequalProbabilityRule] = [
            "brewer": .brewer, "overton": .overton, "HR": .hartleyRao(meanSquare: nil),
            "HRsum": .hartleyRao(meanSquare: oracle.result.psum.number),
        ]
        if let rule = rules[oracle.question] {
            stage.probabilities = .init(table.doubles("p"), rule: rule)
        }
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: table.rowCount,
                stages: [stage],
                weights: oracle.question == "wr" ? table.doubles("wt") : nil
            )
        )
        for name in ["Bush", "Kerry", "Nader"] {
            let total = Tabulation(design).total(of: table.numbers(name))[0]
            expectOracle(total.value, oracle.result.est[name].number, name)
            expectOracle(total.standardError, oracle.result.se[name].number, "SE of \(name)")
        }
    }

    @Test("equal probabilities are a simple random sample under Brewer's rule")
    func equal() throws {
        let y = Numbers([3, 1, 4, 1, 5, 9])
        func total(_ stage: DesignColumns.Stage) throws -> Estimate {
            Tabulation(try SurveyDesign(DesignColumns(rowCount: 6, stages: [stage]))).total(of: y)[
                0
            ]
        }
        let plain = try total(.init(population: [Double](repeating: 30, count: 6)))
        let unequal = try total(.init(probabilities: .init([Double](repeating: 0.2, count: 6))))
        #expect(isClose(plain.value, unequal.value, 1e-12))
        #expect(isClose(plain.standardError ?? 0, unequal.standardError ?? 1, 1e-12))
    }
}
