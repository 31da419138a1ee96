import Survey
import TestKit
import Testing

@Suite("Tests of tables agree with R survey 4.5")
struct TableTestOracleTests {
    static let all = OracleCase.load("Estimation/tables.json")
    static let kinds: [String: TableTest.Kind] = [
        "chisq_F": .raoScott, "chisq_Chisq": .raoScottFirst, "chisq_Wald": .wald,
        "chisq_adjWald": .adjustedWald, "chisq": .raoScott,
    ]

    static let compared = all.filter { kinds[$0.question] != nil || $0.design == "unreadable" }

    @Test("Rao and Scott's tests of both orders, Wald's tests", arguments: compared)
    func independence(_ oracle: OracleCase) throws {
        let kind = try #require(Self.kinds[oracle.question])
        let design: SurveyDesign
        let rows: Grouping
        let columns: Grouping
        switch oracle.design {
        case "kg":
            let table = try FixtureTable("Estimation/kg.csv")
            design = try SurveyDesign(
                DesignColumns(
                    rowCount: table.rowCount,
                    stages: [.init(units: table.labels("psu"), strata: table.labels("stratum"))],
                    weights: table.doubles("weight"),
                    nest: true
                )
            )
            let agrees = table.doubles("q03").map { $0.isNaN ? 0 : $0 >= 4 ? 2 : 1 }
            rows = Grouping(Codes(agrees, categoryCount: 2), count: 2)
            columns = table.grouping("ageband")
        case "nhanes":
            let given = try OracleDesign("nhanes")
            design = given.design
            (rows, columns) = (given.table.grouping("HI_CHOL"), given.table.grouping("race"))
        default:
            let given = try OracleDesign(oracle.design)
            design = given.design
            (rows, columns) = (given.table.grouping("sch.wide"), given.table.grouping("stype"))
        }
        let test = try Tabulation(design).independence(rows, columns, kind)
        // R counts rows without an answer in n, which scales Pearson's chi-square but no ratio of it.
        // What R prints for the first order is Pearson's own; its p value is of the corrected one.
        let statistic = kind == .raoScottFirst ? test.pearson : test.statistic
        expectOracle(statistic, oracle.result.stat.number, "statistic")
        let df = oracle.result.par.numbers
        expectOracle(test.numeratorDF, df[0], "df")
        if df.count > 1 { expectOracle(test.denominatorDF, df[1], "denominator df") }
        let p = try #require(oracle.result.p.number)
        #expect(isClose(test.p, p, 1e-7), "p \(test.p), R says \(p)")
    }

    @Test("a table with one row of answers has no test")
    func single() throws {
        let given = try OracleDesign("strat")
        let one = Grouping(only: [Bool](repeating: true, count: given.table.rowCount))
        #expect(throws: TableTestError.oneCategory) {
            try Tabulation(given.design).independence(one, given.table.grouping("stype"))
        }
        #expect(throws: TableTestError.noDesign) {
            try Tabulation(.none(rowCount: given.table.rowCount)).independence(
                given.table.grouping("sch.wide"),
                given.table.grouping("stype")
            )
        }
    }
}
