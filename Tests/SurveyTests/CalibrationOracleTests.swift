import Survey
import TestKit
import Testing

@Suite("Calibrated weights and their variances agree with R survey 4.5 and sampling 2.9")
struct CalibrationOracleTests {
    static let all = OracleCase.load("Weighting/weighting.json")

    private let table: FixtureTable
    private let design: SurveyDesign

    init() throws {
        table = try FixtureTable("Weighting/apiclus1.csv")
        design = try SurveyDesign(
            DesignColumns(
                rowCount: table.rowCount,
                stages: [.init(units: table.labels("dnum"), population: table.doubles("fpc"))],
                weights: table.doubles("pw")
            )
        )
    }

    private func margin(
        _ column: String,
        _ targets: KeyValuePairs<String, Double>,
        of table: FixtureTable? = nil
    ) -> Margin {
        let groups = targets.map(\.key)
        return Margin(
            name: column,
            groups: groups,
            targets: targets.map(\.value),
            codes: (table ?? self.table).texts(column).map { groups.firstIndex(of: $0) ?? -1 }
        )
    }

    private var types: Margin { margin("stype", ["E": 4_421, "H": 755, "M": 1_018]) }
    private var wide: Margin { margin("sch.wide", ["No": 1_072, "Yes": 5_122]) }
    private var terms: [CalibrationTerm] {
        [CalibrationTerm(types), .number(table.doubles("api99"), total: 3_914_069)]
    }

    private func expected(_ id: String) throws -> JSON {
        try #require(Self.all.first { $0.id == id }).result
    }

    /// Compares weights, mean, total and means by group; iterative weights within 1e-6.
    private func expect(_ design: SurveyDesign, _ id: String, _ tolerance: Double) throws {
        let result = try expected(id)
        if !result.weights.isNull {
            let pairs = zip(design.weights, result.weights.numbers)
            #expect(pairs.allSatisfy { isClose($0, $1, tolerance) }, "weights")
        }
        func expectClose(_ actual: Double?, _ expected: Double?, _ what: String) throws {
            let (a, b) = (try #require(actual, "\(what)"), try #require(expected, "\(what)"))
            #expect(isClose(a, b, tolerance), "\(what): \(a), R says \(b)")
        }
        let whole = Tabulation(design)
        let mean = whole.mean(of: table.numbers("api00"))[0]
        try expectClose(mean.value, result.mean.est.api00.number, "mean")
        try expectClose(mean.standardError, result.mean.se.api00.number, "SE of the mean")
        let total = whole.total(of: table.numbers("enroll"))[0]
        try expectClose(total.value, result.total.est.enroll.number, "total")
        try expectClose(total.standardError, result.total.se.enroll.number, "SE of the total")
        guard !result.by.isNull else { return }
        let by = Tabulation(design, by: table.grouping("stype")).mean(of: table.numbers("api00"))
        for (group, estimate) in by.enumerated() {
            try expectClose(estimate.value, result.by.column("api00")?[group], "group \(group)")
            try expectClose(estimate.standardError, result.by.column("se")?[group], "its SE")
        }
    }

    @Test("post-stratification")
    func postStratified() throws {
        try expect(try design.raked(to: [types]), "post.stype", 1e-9)
    }

    @Test("raking: R stops its own iterations near 1e-9")
    func raked() throws {
        try expect(try design.raked(to: [types, wide]), "rake", 1e-6)
    }

    @Test("GREG, exact in one step")
    func linear() throws {
        try expect(try design.calibrated(to: terms), "cal.linear", 1e-9)
    }

    @Test(
        "bounded calibration",
        arguments: [
            ("cal.logit", Calibration.Distance.logit(0.5...2.5)),
            ("cal.bounded", .truncated(0.6...1.8)),
        ]
    )
    func bounded(_ id: String, _ distance: Calibration.Distance) throws {
        try expect(try design.calibrated(to: terms, distance: distance), id, 1e-6)
    }

    @Test("trimming after raking keeps the residuals of raking")
    func trimmedAfterwards() throws {
        let raked = try design.raked(to: [types, wide])
        let cut = try trimmed(raked.weights, to: 32...38)
        let result = design.reweighted(
            cut,
            calibratedTo: [CalibrationTerm(types), CalibrationTerm(wide)],
            calibrated: raked.weights,
            before: nil
        )
        try expect(result, "trim", 1e-6)
    }

    @Test("inside replicates")
    func replicates() throws {
        let jackknife = design.replicated(by: .jackknife)
        try expect(try jackknife.raked(to: [types]), "rep.post", 1e-9)
        try expect(try jackknife.calibrated(to: terms), "rep.cal", 1e-9)
    }

    @Test(
        "g-weights of other distances",
        arguments: [
            ("linear", Calibration.Distance.linear), ("raking", .raking),
            ("truncated", .truncated(0.5...2)),
        ]
    )
    func distances(_ name: String, _ distance: Calibration.Distance) throws {
        let result = try expected("sampling.calib_\(name)")
        let found = try Calibration(table.doubles("pw"), to: terms, distance: distance)
        #expect(zip(found.factors, result.numbers).allSatisfy { isClose($0, $1, 1e-6) })
    }

    @Test("a whole study raked to region, sex and age")
    func study() throws {
        let table = try FixtureTable("Estimation/kg.csv")
        let total = 3_944_375.0
        let regions = margin(
            "region",
            [
                "Batken": 311_718, "Jalal-Abad": 730_283, "Issyk-Kul": 305_236, "Naryn": 171_488,
                "Osh region": 788_171, "Talas": 152_408, "Chui": 604_671, "Bishkek": 689_610,
                "Osh city": 190_790,
            ],
            of: table
        )
        let sexes = margin("gender", ["female": 0.51 * total, "male": 0.49 * total], of: table)
        let ages = margin(
            "ageband",
            [
                "18-28": 0.30 * total, "29-45": 0.36 * total, "46-60": 0.22 * total,
                "61+": 0.12 * total,
            ],
            of: table
        )
        let study = try SurveyDesign(
            DesignColumns(
                rowCount: table.rowCount,
                stages: [.init(units: table.labels("psu"), strata: table.labels("stratum"))],
                weights: table.doubles("weight"),
                nest: true
            )
        )
        let raked = Tabulation(try study.raked(to: [regions, sexes, ages]))
        let result = try expected("kg.rake")
        for name in ["F1", "F2", "F3", "F4"] {
            let mean = raked.mean(of: table.numbers(name))[0]
            expectOracle(mean.value, result.mean.est[name].number, name)
            let error = try #require(mean.standardError)
            let wanted = try #require(result.mean.se[name].number)
            #expect(isClose(error, wanted, 1e-6), "\(name): \(error), R says \(wanted)")
        }
    }

    @Test("weights over the chance to answer, by logistic regression")
    func propensity() throws {
        let table = try FixtureTable("Weighting/apistrat_nonresponse.csv")
        let (types, names) = table.categories("stype")
        let ones = [Double](repeating: 1, count: table.rowCount)
        let responded = table.doubles("resp")
        let columns = ModelColumns(
            response: responded,
            terms: [
                (ModelColumns.intercept, [(ModelColumns.intercept, ones)]),
                (
                    "stype",
                    names.indices.dropFirst().map { level in
                        (
                            "stype\(names[level])",
                            (0..<table.rowCount).map { types[$0] == level + 1 ? 1 : 0 }
                        )
                    }
                ), ("meals", [("meals", table.doubles("meals"))]),
            ]
        )
        let design = try SurveyDesign(DesignColumns(rowCount: table.rowCount, weights: ones))
        let model = try Regression(columns, family: .binomial, design: design)
        let result = try expected("nr.propensity")
        let coefficients = model.coefficients.map(\.estimate.value)
        for (coefficient, name) in zip(coefficients, columns.names) {
            // R's iterations stop at a relative change of the deviance of 1e-8.
            #expect(isClose(coefficient, try #require(result.coef[name].number), 1e-6))
        }
        let weights = table.doubles("pw")
        let adjusted = (0..<table.rowCount).map { row -> Double in
            let predictor = zip(coefficients, columns.values).reduce(0) { $0 + $1.0 * $1.1[row] }
            return responded[row] == 0 ? 0 : weights[row] / ModelFamily.binomial.mean(predictor)
        }
        #expect(zip(adjusted, result.w.numbers).allSatisfy { isClose($0, $1, 1e-6) || $0 == $1 })
    }

    @Test("what cannot be met is an error")
    func impossible() {
        let outside = margin("stype", ["E": 4_421, "H": 755, "M": 1_018, "X": 5])
        #expect(throws: CalibrationError.self) {
            try design.calibrated(to: [CalibrationTerm(outside)])
        }
        #expect(throws: CalibrationError.self) {
            try design.calibrated(to: terms, distance: .truncated(0.95...1.05))
        }
    }
}
