import Kernels
import Survey
import TestKit
import Testing

@Suite("Edges of the estimation engine")
struct EngineEdgeTests {
    private let given: OracleDesign
    private let columns: RequestedColumns

    init() throws {
        given = try OracleDesign("strat")
        let table = given.table
        var data = Microdata(rowCount: table.rowCount)
        for name in ["api00", "ell", "enroll", "meals"] {
            data.append(Column(name: name, values: .numbers(table.numbers(name))))
        }
        for name in ["stype", "sch.wide"] {
            data.append(Column(name: name, values: .text(TextPool(table.texts(name)))))
        }
        columns = RequestedColumns(data)
    }

    private func rows(_ formula: String, where condition: String? = nil) -> [EstimateRow] {
        var columns = columns
        let request = ModelRequest(formula, .linear(.gaussian), where: condition)
        let rows = request.rows(of: &columns, given.design)
        #expect(columns.problems == [])
        return rows.filter { $0.statistic == "coefficient" }
    }

    /// What R survey 4.1.1 says: `svyglm` of the formula on the stratified schools, with its standard error.
    static let codings: [(String, [(String, Double, Double)])] = [
        (
            "api00 ~ stype - 1",
            [
                ("stypeE", 674.43, 12.3824797939073), ("stypeH", 625.82, 14.937129185393),
                ("stypeM", 636.6, 16.2147073081845),
            ]
        ),
        (
            "api00 ~ stype + stype:sch.wide",
            [
                ("(Intercept)", 626.777777777779, 39.5400259228112),
                ("stypeH", -31.1944444444433, 44.5069212867658),
                ("stypeM", -78.244444444443, 47.5981434359479),
                ("stypeE:sch.wideYes", 52.3650793650809, 41.6004515083875),
                ("stypeH:sch.wideYes", 58.1474358974359, 28.764852675302),
                ("stypeM:sch.wideYes", 125.809523809524, 31.2750107543138),
            ]
        ),
    ]

    @Test("factors are coded as R codes them, with and without their margins", arguments: codings)
    func coding(_ formula: String, _ expected: [(String, Double, Double)]) {
        let found = rows(formula)
        #expect(found.map(\.variable) == expected.map(\.0))
        for (row, (name, value, error)) in zip(found, expected) {
            #expect(isClose(row.estimate.value, value, 1e-9), "\(name) \(row.estimate.value)")
            #expect(isClose(row.estimate.standardError ?? 0, error, 1e-9), "SE of \(name)")
        }
        #expect(rows("api00 ~ stype:ell").count == 4)
        #expect(rows("api00 ~ stype:sch.wide").count == 6)
    }

    @Test("a group that a condition leaves out is no group of a factor")
    func condition() {
        let found = rows("api00 ~ stype + ell", where: "stype != \"E\"")
        #expect(found.map(\.variable) == ["(Intercept)", "stypeM", "ell"])
    }

    @Test("columns far from 0 lose no digits, and responses of any size are solved")
    func sizes() throws {
        let table = given.table
        func fit(_ x: [Double], _ y: [Double]) throws -> Regression {
            let ones = [Double](repeating: 1, count: table.rowCount)
            return try Regression(
                ModelColumns(
                    response: y,
                    terms: [
                        (ModelColumns.intercept, [(ModelColumns.intercept, ones)]),
                        ("x", [("x", x)]),
                    ]
                ),
                family: .gaussian,
                design: given.design
            )
        }
        let x = table.doubles("ell")
        let y = table.doubles("api00")
        let plain = try fit(x, y)
        let far = try fit(x.map { $0 + 1e9 }, y)
        #expect(far.dropped == [])
        let slope = plain.coefficients[1].estimate
        #expect(isClose(far.coefficients[1].estimate.value, slope.value, 1e-9))
        #expect(
            isClose(
                far.coefficients[1].estimate.standardError ?? 0,
                slope.standardError ?? 1,
                1e-9
            )
        )
        let large = try fit(x, y.map { $0 * 1e10 })
        #expect(isClose(large.coefficients[1].estimate.value, slope.value * 1e10, 1e-10))
        // The intercept is that at 0, not at the mean.
        #expect(
            isClose(
                far.coefficients[0].estimate.value,
                plain.coefficients[0].estimate.value - 1e9 * slope.value,
                1e-9
            )
        )
    }

    @Test("where all of a group answer alike a logistic model is an error, not a large number")
    func separation() throws {
        let isWide = given.table.texts("sch.wide").map { $0 == "Yes" ? 1.0 : 0 }
        let isHigh = given.table.texts("stype").map { $0 == "H" ? 1.0 : 0 }
        let ones = isWide.map { _ in 1.0 }
        let answers = zip(isWide, isHigh).map { $1 == 1 ? 1 : $0 }
        let columns = ModelColumns(
            response: answers,
            terms: [
                (ModelColumns.intercept, [(ModelColumns.intercept, ones)]),
                ("high", [("high", isHigh)]),
            ]
        )
        for family in [ModelFamily.binomial, .poisson] {
            let response = family == .poisson ? answers.map { 1 - $0 } : answers
            let model = ModelColumns(
                response: response,
                terms: columns.terms.map { term in
                    (term.name, term.columns.map { (columns.names[$0], columns.values[$0]) })
                }
            )
            #expect(throws: ModelError.separation) {
                try Regression(model, family: family, design: given.design)
            }
        }
        #expect(throws: ModelError.separation) {
            try OrdinalRegression(
                ModelColumns(
                    response: zip(answers, isHigh).map { $1 == 1 ? 2 : $0 },
                    terms: [("high", [("high", isHigh)])]
                ),
                answers: ["a", "b", "c"],
                design: given.design
            )
        }
    }

    @Test("negative weights of linear calibration count, and meet the totals")
    func negativeWeights() throws {
        let enroll = given.table.doubles("enroll")
        let terms: [CalibrationTerm] = [
            .size(6_194, rowCount: enroll.count), .number(enroll, total: 371_640),
        ]
        for design in [given.design, given.design.replicated(by: .jackknife)] {
            let calibrated = try design.calibrated(to: terms)
            #expect(calibrated.weights.contains { $0 < 0 })
            let mean = Tabulation(calibrated).mean(of: Numbers(enroll))[0]
            #expect(isClose(mean.value, 60, 1e-9) && mean.n == 200)
            #expect((mean.standardError ?? 1) < 1e-6)
        }
    }

    @Test("a target of 0 can be met")
    func zeroTarget() throws {
        let centred = given.table.doubles("api00").map { $0 - 660 }
        let design = try given.design.calibrated(to: [.number(centred, total: 0)])
        #expect(abs(Tabulation(design).mean(of: Numbers(centred))[0].value) < 1e-6)
    }

    @Test("groups whose answers are all equal do not differ, and no test says so")
    func constants() {
        let seven = Numbers([Double](repeating: 7, count: given.table.rowCount))
        let table = Tabulation(given.design, by: given.table.grouping("sch.wide"))
        for pair in table.pairs(of: table.linearMeans(of: seven)) {
            #expect(pair.estimate.value == 0 && pair.estimate.standardError == 0)
            #expect(pair.estimate.interval == nil && pair.p == nil)
            #expect(pair.estimate.reason == .constantVariable)
        }
    }

    @Test("a difference has the degrees of freedom of Welch and Satterthwaite")
    func degrees() {
        let table = Tabulation(given.design, by: given.table.grouping("stype"))
        let means = table.linearMeans(of: given.table.numbers("api00"))
        for pair in table.pairs(of: means) {
            let groups = [means[pair.first], means[pair.second]].map(\.estimate)
            let variances = groups.map { ($0.standardError ?? 0) * ($0.standardError ?? 0) }
            let welch =
                (variances[0] + variances[1]) * (variances[0] + variances[1])
                / (variances[0] * variances[0] / groups[0].df
                    + variances[1] * variances[1] / groups[1].df)
            #expect(isClose(pair.estimate.df, welch, 1e-12))
        }
    }

    @Test("a total less those of all other groups is of totals")
    func rest() {
        let table = Tabulation(given.design, by: given.table.grouping("stype"))
        let totals = table.linearTotals(of: given.table.numbers("enroll"))
        let rest = table.totalDifferencesFromRest(of: given.table.numbers("enroll"))[0]
        let expected = table.contrast([(1, totals[0]), (-1, totals[1]), (-1, totals[2])])
        #expect(rest == expected)
        #expect(isClose(rest.standardError ?? 0, 114_641.7161007803, 1e-9))
    }

    @Test("a replicate that cannot tell a coefficient leaves it without an error")
    func lostReplicate() throws {
        // One group lies in a single cluster: without it there is no such coefficient.
        let clusters = [1, 1, 2, 2, 3, 3, 4, 4]
        let design = try SurveyDesign(
            DesignColumns(rowCount: 8, stages: [.init(units: Labels(numbers: clusters))])
        )
        let ones = [Double](repeating: 1, count: 8)
        let model = try Regression(
            ModelColumns(
                response: [1, 2, 4, 3, 5, 7, 2, 6],
                terms: [
                    (ModelColumns.intercept, [(ModelColumns.intercept, ones)]),
                    ("g", [("gB", clusters.map { $0 == 4 ? 1 : 0 })]),
                ]
            ),
            family: .gaussian,
            design: design.replicated(by: .jackknife)
        )
        #expect(model.coefficients[1].estimate.standardError == nil)
        #expect(model.coefficients[1].estimate.reason == .emptyReplicate)
        #expect(model.coefficients[0].estimate.standardError != nil)
    }

    @Test("replicates of several stages err on the safe side where all clusters were drawn")
    func stages() throws {
        let table = try FixtureTable("Estimation/mu284_twostage.csv")
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: table.rowCount,
                stages: [
                    .init(
                        units: table.labels("id1"),
                        population: [Double](
                            repeating: Double(Set(table.texts("id1")).count),
                            count: table.rowCount
                        )
                    ), .init(units: table.labels("id2"), population: table.doubles("n2")),
                ]
            )
        )
        let y = table.numbers("y1")
        let linear = try #require(Tabulation(design).mean(of: y)[0].standardError)
        let jackknife = Tabulation(design.replicated(by: .jackknife)).mean(of: y)[0]
        #expect(linear > 0 && (jackknife.standardError ?? 0) > linear)
    }

    @Test(
        "strata taken whole count no degree of freedom, and their shares have no interval of chance"
    )
    func whole() throws {
        let strata = [Int](repeating: 1, count: 3) + [Int](repeating: 2, count: 5)
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: 8,
                stages: [
                    .init(
                        strata: Labels(numbers: strata),
                        population: strata.map { $0 == 1 ? 100 : 5 }
                    )
                ]
            )
        )
        #expect(design.degreesOfFreedom == 2)
        let groups = Grouping(Codes(strata, categoryCount: 2), count: 2)
        let shares = Tabulation(design, by: groups).proportions(
            of: Codes([1, 1, 1, 1, 1, 1, 1, 1], categoryCount: 2),
            categoryCount: 2
        )
        #expect(shares[1][0].interval == 1...1)
        #expect((shares[0][0].interval?.lowerBound ?? 1) < 1)
    }

    @Test("a unit that was certain to be drawn is no single cluster under unequal probabilities")
    func certainty() throws {
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: 4,
                stages: [
                    .init(
                        strata: Labels(["a", "b", "b", "b"]),
                        probabilities: .init([1, 0.2, 0.3, 0.25])
                    )
                ]
            )
        )
        #expect(design.singleClusterStrata == [])
        #expect(Tabulation(design).total(of: Numbers([9, 1, 2, 3]))[0].standardError != nil)
    }
}
