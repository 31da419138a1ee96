import Survey
import TestKit
import Testing

@Suite("Scales agree with psych 2.5.3")
struct PsychometricsOracleTests {
    static let all = OracleCase.load("Psychometrics/psych.json")

    private static let letters = [
        "agree": "A", "conscientious": "C", "extraversion": "E", "neuroticism": "N",
        "openness": "O",
    ]
    /// The items that psych scores backwards.
    private static let reversed: Set = ["A1", "C4", "C5", "E1", "E2", "O2", "O5"]

    private func scale(_ name: String) throws -> (scale: Scale, answers: [Numbers]) {
        let table = try FixtureTable("Psychometrics/bfi.csv")
        let letter = try #require(Self.letters[name])
        let items = (1...5).map { "\(letter)\($0)" }
        let scale = Scale(
            items: items.map { Scale.Item($0, isReversed: Self.reversed.contains($0)) },
            range: 1...6,
            leastAnswered: 1
        )
        return (scale, items.map(table.numbers))
    }

    private func expect(_ analysis: ItemAnalysis, _ result: JSON) throws {
        let alpha = try analysis.alpha.get()
        expectOracle(alpha.raw, result.total.column("raw_alpha")?[0], "alpha")
        expectOracle(alpha.standardized, result.total.column("std.alpha")?[0], "standardised alpha")
        expectOracle(alpha.averageCorrelation, result.total.column("average_r")?[0], "mean r")
        for (row, item) in analysis.items.enumerated() {
            let stats = result.item_stats
            expectOracle(Double(item.n), stats.column("n")?[row], "n")
            expectOracle(item.mean, stats.column("mean")?[row], "mean")
            expectOracle(item.standardDeviation, stats.column("sd")?[row], "sd")
            expectOracle(item.itemRest, stats.column("r.drop")?[row], "item-rest")
            let dropped = result.alpha_drop.column("raw_alpha")?[row]
            expectOracle(item.alphaIfDropped, dropped, "alpha without the item")
            #expect(!item.runsAgainstOthers)
        }
    }

    /// The scales of a kind of case; the reference has four of the five for each kind.
    private static func scales(_ prefix: String) -> [String] {
        let names = all.filter { $0.design == prefix }.map(\.question)
        return names.count == 4 || names.count == 5 ? names : ["unreadable"]
    }

    @Test("alpha from pairwise answers", arguments: scales("alpha"))
    func pairwise(_ name: String) throws {
        let result = try #require(Self.all.first { $0.id == "alpha.\(name)" }).result
        let (scale, answers) = try scale(name)
        let scores = scale.scores(of: answers)
        let analysis = ItemAnalysis(scores)
        try expect(analysis, result)
        let interval = try analysis.alpha.get().interval
        expectOracle(interval.lowerBound, result.feldt["lower.ci"].number, "Feldt low")
        expectOracle(interval.upperBound, result.feldt["upper.ci"].number, "Feldt high")

        let given = scores.scores.filter { !$0.isNaN }
        let mean = given.reduce(0, +) / Double(given.count)
        expectOracle(mean, result.total.column("mean")?[0], "mean of the scores")
        let squares = given.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(given.count - 1)).squareRoot()
        expectOracle(deviation, result.total.column("sd")?[0], "sd of the scores")
    }

    @Test("alpha from complete answers", arguments: scales("alphacc"))
    func complete(_ name: String) throws {
        let result = try #require(Self.all.first { $0.id == "alphacc.\(name)" }).result
        let (scale, answers) = try scale(name)
        let keyed = scale.scores(of: answers).keyedAnswers
        let rows = keyed[0].indices.filter { row in keyed.allSatisfy { !$0[row].isNaN } }
        #expect(Double(rows.count) == result.n.number)
        #expect(scale.scores(of: answers).complete == rows.count)
        let analysis = ItemAnalysis(keyedAnswers: keyed.map { item in rows.map { item[$0] } })
        try expect(analysis, result)
        #expect(try analysis.alpha.get().completeN == rows.count)
    }

    @Test("alpha of all five scales at once", arguments: letters.keys.sorted())
    func scored(_ name: String) throws {
        let result = try #require(Self.all.first { $0.id == "scoreItems" }).result
        let column = try #require(result.alpha.cols.texts.firstIndex(of: name))
        let (scale, answers) = try scale(name)
        let alpha = try ItemAnalysis(scale.scores(of: answers)).alpha.get()
        expectOracle(alpha.raw, result.alpha.data.cell(0, column), "alpha")
    }

    @Test("items before keying: n, mean and deviation")
    func describe() throws {
        let result = try #require(Self.all.first { $0.id == "describe" }).result
        let table = try FixtureTable("Psychometrics/bfi.csv")
        for (row, name) in result.rows.texts.enumerated() {
            let analysis = ItemAnalysis(keyedAnswers: [table.doubles(name)])
            expectOracle(Double(analysis.items[0].n), result.column("n")?[row], "n")
            expectOracle(analysis.items[0].mean, result.column("mean")?[row], "mean")
            expectOracle(analysis.items[0].standardDeviation, result.column("sd")?[row], "sd")
        }
    }

    @Test("alpha of the scales of a study", arguments: 1...4)
    func study(_ factor: Int) throws {
        let study = OracleCase.load("Estimation/kg.json")
        let result = try #require(study.first { $0.id == "kg.alpha_F\(factor)" }).result
        let table = try FixtureTable("Estimation/kg.csv")
        let key = try FixtureTable("Estimation/kg_key.csv")
        let rows = (0..<key.rowCount).filter { key.texts("factor")[$0] == String(factor) }
        let scale = Scale(
            items: rows.map {
                Scale.Item(key.texts("item")[$0], isReversed: key.texts("reverse")[$0] == "TRUE")
            },
            range: 1...5,
            leastAnswered: 1
        )
        let scores = scale.scores(of: scale.items.map { table.numbers($0.name) })
        let analysis = ItemAnalysis(scores)
        let alpha = try analysis.alpha.get()
        expectOracle(alpha.raw, result.total.column("raw_alpha")?[0], "alpha")
        expectOracle(alpha.standardized, result.total.column("std.alpha")?[0], "standardised alpha")
        for (row, item) in analysis.items.enumerated() {
            let dropped = result.drop.column("raw_alpha")?[row]
            expectOracle(item.alphaIfDropped, dropped, "alpha without the item")
        }
        // The reference data also hold the scores, made by R.
        for (score, expected) in zip(scores.scores, table.doubles("F\(factor)")) {
            #expect(isClose(score, expected, 1e-13))
        }
    }
}
