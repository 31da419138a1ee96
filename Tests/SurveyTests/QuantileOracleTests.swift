import Survey
import TestKit
import Testing

@Suite("Quantile rules and score intervals agree with R survey")
struct QuantileOracleTests {
    static let all = OracleCase.load("Estimation/quantiles.json")
    static let probabilities = [0.1, 0.25, 0.5, 0.75, 0.9]
    static let rules: [String: QuantileRule] = [
        "hf3": .evenTies, "hf4": .linear, "hf5": .hazen, "hf6": .weibull, "hf7": .gumbel,
        "hf8": .medianUnbiased, "hf9": .normalUnbiased, "shahvaish": .shahVaish,
    ]

    /// The rule that a case names last.
    static func rule(_ oracle: OracleCase) -> QuantileRule? {
        oracle.question.split(separator: "_").last.flatMap { rules[String($0)] }
    }

    /// With equal weights R misses ties at 0.1 and 0.9 by a rounding of its sums.
    static func isLostTie(_ oracle: OracleCase, row: Int) -> Bool {
        let steps = rule(oracle).map { [.evenTies, .shahVaish].contains($0) } ?? true
        return oracle.design == "srs" && [0, 4].contains(row) && steps
    }

    /// The schools' results of a case; those "untied" have no two that are equal.
    private func answers(_ oracle: OracleCase, _ table: FixtureTable) -> Numbers {
        let api = table.doubles("api00")
        guard oracle.question.hasPrefix("untied") else { return Numbers(api) }
        return Numbers(api.enumerated().map { $1 + Double($0 + 1) / 1_000 })
    }

    @Test("the rules", arguments: all.filter { rule($0) != nil || $0.design == "unreadable" })
    func quantiles(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let rule = try #require(Self.rule(oracle))
        let numbers = answers(oracle, given.table)
        let estimates = Tabulation(given.design)
            .quantiles(of: numbers, Self.probabilities, rule: rule, interval: .linear)[0]
        let extremes = numbers.all.min()
        for (row, estimate) in estimates.enumerated() where !Self.isLostTie(oracle, row: row) {
            let (low, high) = (oracle.result.cell(row, 1), oracle.result.cell(row, 2))
            expectOracle(estimate.value, oracle.result.cell(row, 0), "quantile \(row)")
            // R's limits can pass the quantile itself under Shah and Vaish's rule: ours hold it.
            let lowest = min(low, oracle.result.cell(row, 0))
            let highest = max(high, oracle.result.cell(row, 0))
            if low.isNaN {
                #expect(estimate.interval?.lowerBound == extremes)
            } else {
                expectOracle(estimate.interval?.lowerBound, lowest, "low \(row)")
            }
            if !high.isNaN { expectOracle(estimate.interval?.upperBound, highest, "high \(row)") }
            guard !low.isNaN, !high.isNaN else { continue }
            expectOracle(estimate.standardError, oracle.result.cell(row, 3), "SE \(row)")
        }
        #expect(oracle.result["data"].list.count == 5)
    }

    @Test("every case of the reference file is compared")
    func coverage() {
        let others = Self.all.filter { Self.rule($0) == nil }.map(\.question)
        #expect(Set(others) == ["score", "quantile_ci_score"])
        #expect(Self.all.count == 109)
    }

    @Test("score intervals", arguments: all.filter { $0.question == "score" })
    func scores(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let estimates = Tabulation(given.design)
            .scoreQuantiles(of: given.table.numbers("api00"), Self.probabilities)[0]
        for (row, estimate) in estimates.enumerated() {
            expectOracle(estimate.value, oracle.result.cell(row, 0), "quantile \(row)")
            expectOracle(estimate.interval?.lowerBound, oracle.result.cell(row, 1), "low \(row)")
            expectOracle(estimate.interval?.upperBound, oracle.result.cell(row, 2), "high \(row)")
            expectOracle(estimate.standardError, oracle.result.cell(row, 3), "SE \(row)")
        }
    }

    @Test(
        "R's own score intervals stop at our limits or one answer short of them",
        arguments: all.filter { $0.question == "quantile_ci_score" }
    )
    func ownScores(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let numbers = given.table.numbers("api00")
        let values = Set(numbers.all).sorted()
        let estimates = Tabulation(given.design).scoreQuantiles(of: numbers, Self.probabilities)[0]
        for (row, estimate) in estimates.enumerated() where !Self.isLostTie(oracle, row: row) {
            // R looks for the root of a step, and ends on either side of it.
            for (limit, column) in [
                (estimate.interval?.lowerBound, 1), (estimate.interval?.upperBound, 2),
            ] {
                let at = try #require(values.firstIndex { $0 == limit })
                let near = [values[at], values[max(at - 1, 0)]]
                #expect(near.contains(oracle.result.cell(row, column)), "\(row), \(column)")
            }
        }
    }
}
