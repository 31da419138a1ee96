import Foundation
import Survey
import TestKit
import Testing

/// The replicate weights of the reference file, unit by unit.
private struct ReplicateFixture {
    private struct Weights: Decodable {
        var unit: [String]
        var values: [Double]
        var factors: [String: [Int]]
    }

    private static let all: [String: Weights] = {
        struct File: Decodable { var weights: [String: Weights] }
        let url = sourceFixtures().appendingPathComponent("Replicates/replicate.json")
        return (try? JSONDecoder().decode(File.self, from: Data(contentsOf: url)))?.weights ?? [:]
    }()

    /// The factors of `name`, one list a replicate; a unit is named by columns, or by its place.
    static func factors(_ name: String, _ table: FixtureTable) throws -> [[Double]] {
        let weights = try #require(all[name])
        let units = (0..<table.rowCount).map { row in
            weights.unit.isEmpty
                ? "\(row + 1)" : weights.unit.map { table.texts($0)[row] }.joined(separator: " ")
        }
        let count = weights.factors.first?.value.count ?? 0
        return try (0..<count).map { replicate in
            try units.map { unit in
                weights.values[try #require(weights.factors[unit])[replicate]]
            }
        }
    }
}

/// A design of the reference file with the weights that it names, or with those made here.
private struct ReplicateDesign {
    let design: SurveyDesign
    let table: FixtureTable

    init(_ oracle: OracleCase) throws {
        let name = oracle.id.replacingOccurrences(of: "rep.", with: "")
        switch name {
        case "jkn", "jknwr":
            let given = try OracleDesign(name == "jkn" ? "strat" : "stratwr")
            (design, table) = (given.design.replicated(by: .jackknife), given.table)
        case "nhanes_jkn":
            let given = try OracleDesign("nhanes")
            (design, table) = (given.design.replicated(by: .jackknife), given.table)
        default:
            let files = [
                "boot_clus1": "apiclus1", "subboot_clus1": "apiclus1", "subboot_strat": "apistrat",
                "mrb_clus2": "apiclus2", "nhanes_brr": "nhanes", "nhanes_fay": "nhanes",
                "kg_boot": "kg",
            ]
            let file = try #require(files[name])
            let whole = try FixtureTable("Estimation/\(file).csv")
            table =
                file == "nhanes" ? whole.keeping { whole.texts("SDMVSTRA")[$0] != "86" } : whole
            let weight = ["nhanes": "WTMEC2YR", "kg": "weight"][file] ?? "pw"
            let methods: [String: ReplicateColumns.Method] = [
                "BRR": .balanced, "Fay": .fay(rho: oracle.result.rep.rho.number ?? 0),
                "subbootstrap": .bootstrap,
            ]
            let method = methods[oracle.result.rep.type.text ?? ""] ?? .other
            let factors = try ReplicateFixture.factors("rep_\(name)", table)
            let ownScale =
                (oracle.result.rep.scale.number ?? 1) * (oracle.result.rep.rscales.number ?? 1)
            // Preston's bootstrap names no weights: those of the two-stage fractions.
            let weights =
                name == "mrb_clus2"
                ? try OracleDesign("clus2").design.weights : table.doubles(weight)
            design = try SurveyDesign(
                ReplicateColumns(
                    weights: weights,
                    replicates: factors,
                    method: method,
                    scale: method == .other ? ownScale : nil,
                    areFactors: true
                )
            )
        }
    }
}

@Suite("Replicate variances agree with R survey 4.5")
struct ReplicateOracleTests {
    static let all = OracleCase.load("Replicates/replicate.json")
    static let schools = all.filter { !$0.result.mean.isNull || $0.id.hasPrefix("unreadable") }
    static let others = all.filter { $0.result.mean.isNull && $0.id != "rep.scd" }

    private func expectEstimates(_ estimates: [(String, Estimate)], _ result: JSON) {
        for (name, estimate) in estimates {
            expectOracle(estimate.value, result.est[name].number, "\(name) value")
            let error = result.se[name].number ?? result.se.number
            expectOracle(estimate.standardError, error, scale: estimate.value, "\(name) SE")
        }
    }

    @Test("degrees of freedom are the rank of the weights less one", arguments: all)
    func degrees(_ oracle: OracleCase) throws {
        guard oracle.id != "rep.scd" else { return }
        let given = try ReplicateDesign(oracle)
        #expect(Double(given.design.degreesOfFreedom) == oracle.result.rep.df.number)
    }

    @Test("means, totals, ratios, covariances and groups", arguments: schools)
    func schoolMeans(_ oracle: OracleCase) throws {
        let given = try ReplicateDesign(oracle)
        let whole = Tabulation(given.design)
        let api = given.table.numbers("api00")
        let meals = given.table.numbers("meals")
        expectEstimates(
            [("api00", whole.mean(of: api)[0]), ("meals", whole.mean(of: meals)[0])],
            oracle.result.mean
        )
        let covariance = whole.covariance(
            whole.linearMeans(of: api)[0],
            whole.linearMeans(of: meals)[0]
        )
        expectOracle(covariance, oracle.result.mean.vcov.cell(0, 1), "covariance")
        let enroll = given.table.numbers("enroll")
        expectEstimates([("enroll", whole.total(of: enroll)[0])], oracle.result.total)
        let ratio = whole.ratio(of: given.table.numbers("api.stu"), to: enroll)[0]
        expectEstimates([("api.stu/enroll", ratio)], oracle.result.ratio)
        try expectRegression(given, oracle.result.glm)
        let by = Tabulation(given.design, by: given.table.grouping("stype")).mean(of: api)
        let errors = oracle.result.by.column("se") ?? []
        for (group, estimate) in by.enumerated() {
            expectOracle(estimate.value, oracle.result.by.column("api00")?[group], "group \(group)")
            expectOracle(estimate.standardError, errors[group], "SE of group \(group)")
        }
    }

    @Test("quantiles with Woodruff's intervals", arguments: schools)
    func quantiles(_ oracle: OracleCase) throws {
        let given = try ReplicateDesign(oracle)
        let estimates = Tabulation(given.design).quantiles(
            of: given.table.numbers("api00"),
            [0.25, 0.5, 0.75],
            interval: .linear
        )[0]
        let result = oracle.result.quantile
        for (row, estimate) in estimates.enumerated() {
            expectOracle(estimate.value, result.cell(row, 0), "quantile \(row)")
            expectOracle(estimate.interval?.lowerBound, result.cell(row, 1), "low \(row)")
            expectOracle(estimate.interval?.upperBound, result.cell(row, 2), "high \(row)")
            expectOracle(estimate.standardError, result.cell(row, 3), "SE \(row)")
        }
    }

    /// The model api00 ~ ell + meals, fitted anew in each replicate.
    private func expectRegression(_ given: ReplicateDesign, _ result: JSON) throws {
        let ones = [Double](repeating: 1, count: given.table.rowCount)
        let names = ["ell", "meals"]
        let model = try Regression(
            ModelColumns(
                response: given.table.doubles("api00"),
                terms: [(ModelColumns.intercept, [(ModelColumns.intercept, ones)])]
                    + names.map { ($0, [($0, given.table.doubles($0))]) }
            ),
            family: .gaussian,
            design: given.design
        )
        for coefficient in model.coefficients {
            let (name, estimate) = (coefficient.name, coefficient.estimate)
            expectOracle(estimate.value, result.coef[name].number, name)
            expectOracle(estimate.standardError, result.se[name].number, "SE of \(name)")
        }
    }

    @Test("proportions and means of larger studies", arguments: others)
    func studyMeans(_ oracle: OracleCase) throws {
        let given = try ReplicateDesign(oracle)
        let whole = Tabulation(given.design)
        let names = oracle.id == "rep.kg_boot" ? ["F1", "F2", "F3", "F4", "ATP"] : ["HI_CHOL"]
        expectEstimates(
            names.map { ($0, whole.mean(of: given.table.numbers($0))[0]) },
            oracle.result
        )
        guard !oracle.result.by.isNull else { return }
        let key = oracle.id == "rep.kg_boot" ? "region" : "race"
        let by = Tabulation(given.design, by: given.table.grouping(key))
        for (name, column) in oracle.id == "rep.kg_boot"
            ? [("F1", "se1"), ("ATP", "se2")] : [("HI_CHOL", "se")]
        {
            for (group, estimate) in by.mean(of: given.table.numbers(name)).enumerated() {
                expectOracle(
                    estimate.value,
                    oracle.result.by.column(name)?[group],
                    "\(name) \(group)"
                )
                let error = oracle.result.by.column(column)?[group]
                expectOracle(estimate.standardError, error, "SE of \(name) \(group)")
            }
        }
    }

    @Test("balanced half-samples given by hand, as a ratio")
    func halfSamples() throws {
        let oracle = try #require(Self.all.first { $0.id == "rep.scd" })
        // Wolter's example by way of R's ?svrepdesign: one of two counties of each area.
        let halves: [[Double]] = [
            [1, 0, 1, 0, 1, 0], [1, 0, 0, 1, 0, 1], [0, 1, 1, 0, 0, 1], [0, 1, 0, 1, 1, 0],
        ]
        let design = try SurveyDesign(
            ReplicateColumns(
                weights: [Double](repeating: 1, count: 6),
                replicates: halves.map { $0.map { 2 * $0 } },
                method: .balanced
            )
        )
        let arrests = Numbers([120, 78, 185, 228, 670, 530])
        let alive = Numbers([25, 24, 30, 49, 80, 70])
        let ratio = Tabulation(design).ratio(of: alive, to: arrests)[0]
        expectEstimates([("alive/arrests", ratio)], oracle.result)
    }
}
