import Base
import Survey
import Testing

@Suite("Random designs")
struct EstimationRandomDesignTests {
    /// Columns of any kind: sound, or with a missing, negative or doubled something.
    private func columns(_ random: inout SplitMix, isSound: Bool) -> DesignColumns {
        let rows = Int.random(in: isSound ? 1...40 : 0...40, using: &random)
        func label(_ count: Int) -> [String?] {
            (0..<rows).map { _ in
                let isMissing = !isSound && Int.random(in: 0..<40, using: &random) == 0
                return isMissing ? nil : String(Int.random(in: 0..<count, using: &random))
            }
        }
        func numbers(_ kinds: [Double]) -> [Double] {
            (0..<rows).map { _ in kinds.randomElement(using: &random) ?? 1 }
        }
        var columns = DesignColumns(rowCount: rows, nest: Bool.random(using: &random))
        if isSound { columns.nest = true }
        for depth in 0..<Int.random(in: 0...3, using: &random) {
            let withPopulation = Bool.random(using: &random)
            let constants: [Double] = [0.25, 1, 0.5, 100]
            let constant = constants.randomElement(using: &random) ?? 1
            columns.stages.append(
                .init(
                    units: depth == 0 || Bool.random(using: &random) ? Labels(label(6)) : nil,
                    strata: Bool.random(using: &random) ? Labels(label(3)) : nil,
                    population: !withPopulation
                        ? nil
                        : isSound
                            ? [Double](repeating: constant, count: rows)
                            : numbers([0.5, 1, 4, 0, .nan, .infinity, -1])
                )
            )
        }
        if Bool.random(using: &random) {
            columns.weights = numbers(
                isSound ? [0.5, 1, 3, 0.01] : [1, 0, 2, -1, .nan, .infinity]
            )
        }
        let rules: [SingleClusterRule] = [
            .fail, .certainty, .remove, .adjust, .average, .collapse(within: Labels(label(2))),
            .collapse(within: Labels([String](repeating: "all", count: rows))),
        ]
        columns.singleCluster = rules.randomElement(using: &random) ?? .fail
        columns.isProbabilitySample = Int.random(in: 0..<8, using: &random) > 0
        return columns
    }

    @Test("a wrong design is a list of problems, never a crash", arguments: 0..<40)
    func wrong(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<10 {
            let columns = columns(&random, isSound: false)
            do {
                _ = try SurveyDesign(columns)
            } catch {
                #expect(!error.list.isEmpty)
                let origin = Microdata.Origin(file: "answers.csv")
                for problem in error.list {
                    #expect(!problem.problem(in: origin).message.isEmpty)
                }
            }
        }
    }

    @Test("each estimate has an interval or a reason, never NaN without a word", arguments: 0..<60)
    func sound(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed) &+ 1_000)
        var estimated = 0
        for _ in 0..<10 {
            let columns = columns(&random, isSound: true)
            guard let design = try? SurveyDesign(columns) else { continue }
            let rows = columns.rowCount
            let codes = Codes(
                (0..<rows).map { _ in Int.random(in: 0...3, using: &random) },
                categoryCount: 3
            )
            let grouping = Grouping(
                Codes(
                    (0..<rows).map { _ in Int.random(in: 0...2, using: &random) },
                    categoryCount: 2
                ),
                count: 2
            )
            let y = Numbers(
                (0..<rows).map { _ in
                    [Double.nan, 0, 1, 2.5, -3, 7].randomElement(using: &random) ?? 0
                }
            )
            let x = Numbers((0..<rows).map { _ in Double.random(in: -1...1, using: &random) })
            for table in [Tabulation(design), Tabulation(design, by: grouping)] {
                let estimates =
                    table.mean(of: y) + table.total(of: y)
                    + table.proportions(of: codes, categoryCount: 3).flatMap { $0 }
                    + table.correlation(y, x) + table.covariance(y, x) + table.ratio(of: y, to: x)
                    + table.quantiles(of: y, [0.25, 0.5]).flatMap { $0 }
                    + table.differencesFromRest(of: y)
                for estimate in estimates {
                    expectSpoken(estimate)
                    estimated += 1
                }
            }
        }
        #expect(estimated > 0)
    }

    private func expectSpoken(_ estimate: Estimate) {
        #expect((estimate.interval == nil) == (estimate.reason != nil))
        #expect(!estimate.value.isNaN || estimate.reason != nil)
        if let error = estimate.standardError { #expect(error >= 0 && error.isFinite) }
        if let interval = estimate.interval {
            #expect(interval.lowerBound.isFinite && interval.upperBound.isFinite)
            let slack = 1e-12 * max(1, abs(estimate.value))
            #expect(interval.lowerBound <= estimate.value + slack)
            #expect(interval.upperBound >= estimate.value - slack)
        }
        if let effect = estimate.designEffect { #expect(effect >= 0 && effect.isFinite) }
    }
}
