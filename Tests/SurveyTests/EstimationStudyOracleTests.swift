import Survey
import TestKit
import Testing

/// The synthetic study of the reference files: 997 respondents, 64 clusters, 21 strata, 36 items.
struct StudyFixture {
    let table: FixtureTable
    let design: SurveyDesign
    /// Whether each item is scored backwards.
    let isReversed: [String: Bool]

    init() throws {
        table = try FixtureTable("Estimation/kg.csv")
        design = try SurveyDesign(
            DesignColumns(
                rowCount: table.rowCount,
                stages: [.init(units: table.labels("psu"), strata: table.labels("stratum"))],
                weights: table.doubles("weight"),
                nest: true
            )
        )
        let key = try FixtureTable("Estimation/kg_key.csv")
        isReversed = Dictionary(
            uniqueKeysWithValues: zip(key.texts("item"), key.texts("reverse").map { $0 == "TRUE" })
        )
    }

    var items: [String] { isReversed.keys.sorted() }

    /// An item after keying: 6 - x where it is scored backwards.
    func scored(_ item: String) -> [Double] {
        table.doubles(item).map { isReversed[item] == true ? 6 - $0 : $0 }
    }
}

@Suite("A whole study agrees with R survey 4.5")
struct EstimationStudyOracleTests {
    static let all = OracleCase.load("Estimation/kg.json")
    static let scales = ["F1", "F2", "F3", "F4", "ATP"]

    private func result(_ id: String) throws -> JSON {
        try #require(Self.all.first { $0.id == id }).result
    }

    @Test("means of the scales, with design effects")
    func means() throws {
        let study = try StudyFixture()
        let expected = try result("kg.mean")
        let table = Tabulation(study.design)
        for scale in Self.scales {
            let estimate = table.mean(of: study.table.numbers(scale))[0]
            expectOracle(estimate.value, expected.est[scale].number, scale)
            expectOracle(estimate.standardError, expected.se[scale].number, "\(scale) SE")
            expectOracle(estimate.designEffect, expected.deff[scale].number, "\(scale) deff")
        }
    }

    @Test(
        "means of the scales in each breakdown",
        arguments: ["region", "settlement", "settlement3", "gender", "ageband", "ethnicity"]
    )
    func breakdown(_ name: String) throws {
        let study = try StudyFixture()
        let frame = try result("kg.by_\(name)")
        let table = Tabulation(study.design, by: study.table.grouping(name))
        for scale in Self.scales {
            for (row, estimate) in table.mean(of: study.table.numbers(scale)).enumerated() {
                expectOracle(estimate.value, frame.column(scale)?[row], scale)
                expectOracle(estimate.standardError, frame.column("se.\(scale)")?[row], "SE")
                expectOracle(estimate.designEffect, frame.column("DEff.\(scale)")?[row], "deff")
            }
        }
    }

    @Test("each of 36 items by region, over those who answered it")
    func itemsByRegion() throws {
        let study = try StudyFixture()
        let expected = try result("kg.items_by_region")
        let table = Tabulation(study.design, by: study.table.grouping("region"))
        #expect(study.items.count == 36)
        for item in study.items {
            let estimates = table.mean(of: Numbers(study.scored(item)))
            for (row, estimate) in estimates.enumerated() {
                let frame = expected[item]
                expectOracle(estimate.value, frame.column("r_\(item)")?[row], item)
                expectOracle(estimate.standardError, frame.column("se")?[row], "\(item) SE")
            }
        }
    }

    @Test("who agrees with each item, with logit intervals")
    func agreement() throws {
        let study = try StudyFixture()
        let expected = try result("kg.agree_items")
        let table = Tabulation(study.design)
        for item in study.items {
            let codes = Codes(
                study.table.doubles(item).map { $0.isNaN || $0 == 99 ? 0 : Int($0) },
                categoryCount: 5
            )
            let agree = table.shares(of: codes, categoryCount: 5, sets: [[3, 4]])[0].shares[0]
            expectOracle(agree.value, expected[item].est.number, item)
            expectOracle(agree.interval?.lowerBound, expected[item].ci[0].number, "\(item) low")
            expectOracle(agree.interval?.upperBound, expected[item].ci[1].number, "\(item) high")
        }
    }

    @Test("the distribution of an item")
    func distribution() throws {
        let study = try StudyFixture()
        let expected = try result("kg.dist_q01")
        let (codes, names) = study.table.categories("q01")
        let shares = Tabulation(study.design).proportions(of: codes, categoryCount: names.count)[0]
        for (share, name) in zip(shares, names) {
            expectOracle(share.value, expected.est["factor(q01)\(name)"].number, name)
            expectOracle(share.standardError, expected.se["factor(q01)\(name)"].number, "SE")
        }
    }

    @Test("correlations between the scales")
    func correlations() throws {
        let study = try StudyFixture()
        let expected = try result("kg.cor_factors")
        let table = Tabulation(study.design)
        for (i, first) in Self.scales.prefix(4).enumerated() {
            for (j, second) in Self.scales.prefix(4).enumerated() {
                let r = table.correlation(study.table.numbers(first), study.table.numbers(second))
                expectOracle(r[0].value, expected.cell(i, j), "\(first), \(second)")
            }
        }
    }

    @Test("all pairs of regions")
    func pairs() throws {
        let study = try StudyFixture()
        let expected = try result("kg.region_diffs")
        let names = study.table.categories("region").names
        let table = Tabulation(study.design, by: study.table.grouping("region"))
        let means = table.linearMeans(of: study.table.numbers("F1"))
        let pairs = zip(expected.a.texts, expected.b.texts)
        for (position, pair) in pairs.enumerated() {
            let a = try #require(names.firstIndex(of: pair.0))
            let b = try #require(names.firstIndex(of: pair.1))
            let difference = table.contrast([(1, means[a]), (-1, means[b])])
            expectOracle(difference.value, expected.diff.numbers[position], "difference")
            expectOracle(difference.standardError, expected.se.numbers[position], "SE")
        }
        #expect(expected.a.texts.count == 36)
    }

    @Test("the difference between men and women")
    func gender() throws {
        let study = try StudyFixture()
        let expected = try result("kg.ttest_gender")
        let table = Tabulation(study.design, by: study.table.grouping("gender"))
        let test = table.differenceTest(of: study.table.numbers("F1"))
        expectOracle(test.estimate.value, expected.est.number, "difference")
        expectOracle(test.t, expected.t.number, "t")
        // R takes one degree of freedom fewer.
        var estimate = test.estimate
        estimate.df -= 1
        #expect(estimate.df == expected.df.number)
        expectOracle(MeanTest(estimate).p, expected.p.number, "p with R's degrees of freedom")
    }

    @Test("an item keeps everyone who answered it, whatever they left out elsewhere")
    func missing() throws {
        let study = try StudyFixture()
        let expected = try result("kg.listwise_trap")
        let item = Numbers(study.scored("q01"))
        let estimate = Tabulation(study.design).mean(of: item)[0]
        #expect(Double(estimate.n) == expected.n_item.number)
        expectOracle(estimate.value, expected.peritem[0].number, "mean")
        expectOracle(estimate.standardError, expected.peritem[1].number, "SE")

        let all = study.items.map(study.scored)
        let complete = (0..<study.design.rowCount).map { row in !all.contains { $0[row].isNaN } }
        let listwise = Tabulation(study.design, by: Grouping(only: complete)).mean(of: item)[0]
        #expect(Double(listwise.n) == expected.n_complete.number)
        expectOracle(listwise.value, expected.listwise[0].number, "listwise mean")
        expectOracle(listwise.standardError, expected.listwise[1].number, "listwise SE")
    }

    @Test("what unequal weights cost")
    func kish() throws {
        let study = try StudyFixture()
        let expected = try result("kg.kish")
        expectOracle(study.design.kishDesignEffect, expected.deffK.number, "design effect")
    }

    @Test("every case of the reference file is compared")
    func coverage() {
        let breakdowns = ["region", "settlement", "settlement3", "gender", "ageband", "ethnicity"]
        let compared =
            breakdowns.map { "kg.by_\($0)" } + (1...4).map { "kg.alpha_F\($0)" } + [
                "kg.mean", "kg.items_by_region", "kg.agree_items", "kg.dist_q01", "kg.cor_factors",
                "kg.ttest_gender", "kg.region_diffs", "kg.listwise_trap", "kg.kish",
            ]
        #expect(Set(Self.all.map(\.id)) == Set(compared))
    }
}
