import Kernels
import Survey
import TestKit
import Testing

/// Columns of a model as R's formulas make them: numbers as they are, factors against their first level.
private struct ModelMaker {
    let table: FixtureTable

    func number(_ name: String) -> (name: String, columns: [(name: String, values: [Double])]) {
        (name, [(name, table.doubles(name))])
    }

    func factor(_ name: String) -> (name: String, columns: [(name: String, values: [Double])]) {
        let (codes, levels) = table.categories(name)
        let columns = levels.indices.dropFirst().map { level in
            (
                name + levels[level],
                (0..<codes.count).map {
                    codes[$0] == 0 ? Double.nan : codes[$0] == level + 1 ? 1 : 0
                }
            )
        }
        return (name, columns)
    }

    var intercept: (name: String, columns: [(name: String, values: [Double])]) {
        let one = [Double](repeating: 1, count: table.rowCount)
        return (ModelColumns.intercept, [(ModelColumns.intercept, one)])
    }
}

@Suite("Regressions agree with R survey 4.5")
struct ModelOracleTests {
    static let all = OracleCase.load("Estimation/models.json")

    static func cases(_ questions: Set<String>) -> [OracleCase] {
        all.filter { questions.contains($0.question) || $0.design == "unreadable" }
    }

    /// The regression that a case asks for, its family by its name.
    private func fit(_ oracle: OracleCase) throws -> Regression {
        if oracle.design == "kg" {
            let table = try FixtureTable("Estimation/kg.csv")
            let make = ModelMaker(table: table)
            let design = try SurveyDesign(
                DesignColumns(
                    rowCount: table.rowCount,
                    stages: [.init(units: table.labels("psu"), strata: table.labels("stratum"))],
                    weights: table.doubles("weight"),
                    nest: true
                )
            )
            let factors = ["region", "settlement", "gender", "ageband", "ethnicity"]
            let columns = ModelColumns(
                response: table.doubles("ATP"),
                terms: [make.intercept] + factors.map(make.factor)
            )
            return try Regression(columns, family: .gaussian, design: design)
        }
        let given = try OracleDesign(oracle.design)
        let make = ModelMaker(table: given.table)
        switch oracle.question {
        case "glm_logit", "regterm_lrt":
            let wide = given.table.texts("sch.wide").map { $0 == "Yes" ? 1.0 : 0 }
            let columns = ModelColumns(
                response: wide,
                terms: [make.intercept] + ["ell", "meals", "mobility"].map(make.number)
            )
            return try Regression(columns, family: .binomial, design: given.design)
        case "glm_pois":
            let columns = ModelColumns(
                response: given.table.doubles("api.stu"),
                terms: [make.intercept, make.factor("stype")],
                offset: given.table.doubles("enroll").map { logarithm($0) }
            )
            return try Regression(columns, family: .poisson, design: given.design)
        default:
            let columns = ModelColumns(
                response: given.table.doubles("api00"),
                terms: [
                    make.intercept, make.number("ell"), make.number("meals"), make.factor("stype"),
                ]
            )
            return try Regression(columns, family: .gaussian, design: given.design)
        }
    }

    @Test(
        "coefficients, standard errors, covariances, tests and intervals",
        arguments: cases(["glm_gauss", "glm_logit", "glm_pois", "glm"])
    )
    func coefficients(_ oracle: OracleCase) throws {
        let model = try fit(oracle)
        let result = oracle.result
        // R stops early and takes the weights of its last step but one: the references of iterative models
        // were made with its iterations let run to their end, and begun there once more.
        let tolerance = 1e-9
        let rows = result.coef.data.isNull ? 0 : model.coefficients.count
        #expect(rows > 1)
        let table = result.coef.data["data"].list
        for (row, coefficient) in model.coefficients.enumerated() {
            let numbers = table[row].numbers
            let found = [
                coefficient.estimate.value, coefficient.estimate.standardError ?? .nan,
                coefficient.statistic ?? .nan,
            ]
            for (value, expected) in zip(found, numbers) {
                #expect(
                    isClose(value, expected, tolerance),
                    "\(coefficient.name): \(value), R \(expected)"
                )
            }
            // The p value is steep in its statistic: compared where it is not vanishing.
            if model.family == .gaussian, oracle.design != "kg", numbers[3] > 1e-6 {
                #expect(isClose(coefficient.p ?? .nan, numbers[3], tolerance * 100))
            }
            guard !result.vcov.isNull else { continue }
            for column in model.coefficients.indices {
                let covariance = try #require(model.covariance)[row, column]
                let expected = result.vcov.cell(row, column)
                let scale = (model.covariance![row, row] * model.covariance![column, column])
                    .squareRoot()
                #expect(
                    abs(covariance - expected) < tolerance * scale,
                    "covariance \(row) \(column)"
                )
            }
        }
        if let df = result.df.number { #expect(model.df == df) }
        // R divides weights by the mean of all rows, those that the model leaves out included.
        guard
            model.n
                == (try OracleDesign(oracle.design == "kg" ? "srs" : oracle.design)).table.rowCount
        else { return }
        if let dispersion = result.dispersion.number {
            #expect(isClose(model.dispersion, dispersion, tolerance))
        }
        if let deviance = result.deviance.number {
            #expect(isClose(model.deviance, deviance, tolerance))
        }
    }

    @Test("tests of a whole term", arguments: cases(["regterm_wald"]))
    func terms(_ oracle: OracleCase) throws {
        let test = try #require(try fit(oracle).termTests().first { $0.term == "stype" })
        #expect(isClose(test.statistic, try #require(oracle.result.F.number), 1e-8))
        #expect(test.numeratorDF == oracle.result.df.number)
        #expect(test.denominatorDF == oracle.result.ddf.number)
        #expect(isClose(test.p, try #require(oracle.result.p.number), 1e-6))
    }

    @Test(
        "ordinal regression, nearer to its solution than R's own search",
        arguments: cases(["olr"])
    )
    func ordinal(_ oracle: OracleCase) throws {
        let given = try OracleDesign(oracle.design)
        let make = ModelMaker(table: given.table)
        let classes = given.table.doubles("mobility").map { value -> Double in
            value.isNaN || value > 100 ? .nan : value <= 10 ? 0 : value <= 20 ? 1 : 2
        }
        let model = try OrdinalRegression(
            ModelColumns(response: classes, terms: [make.number("meals"), make.factor("stype")]),
            answers: ["(-1,10]", "(10,20]", "(20,100]"],
            design: given.design
        )
        // R searches by differences of the likelihood and stops at 1e-8 of it: parameters at the root of
        // that, as the deviance shows, which ours must not exceed.
        let deviance = try #require(oracle.result.dev.number)
        #expect(model.deviance <= deviance * (1 + 1e-12))
        #expect(isClose(model.deviance, deviance, 1e-6))
        for coefficient in model.coefficients + model.thresholds {
            let expected =
                oracle.result.coef[coefficient.name].number
                ?? oracle.result.zeta[coefficient.name].number
            let error = try #require(coefficient.estimate.standardError)
            #expect(
                abs(coefficient.estimate.value - (expected ?? .nan)) < 2e-3 * error,
                "\(coefficient.name)"
            )
        }
        for row in 0..<5 {
            let variance = try #require(model.covariance)[row, row]
            #expect(isClose(variance, oracle.result.vcov.cell(row, row), 5e-3), "variance \(row)")
        }
    }
}
