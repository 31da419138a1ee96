import Survey
import TestKit
import Testing

@Suite("Weights agree with R survey 4.5")
struct WeightingOracleTests {
    static let all = OracleCase.load("Weighting/weighting.json")

    private func expected(_ id: String) throws -> [Double] {
        try #require(Self.all.first { $0.id == id }).result.weights.numbers
    }

    private func margin(
        _ column: String,
        of table: FixtureTable,
        _ targets: KeyValuePairs<String, Double>
    ) -> Margin {
        let groups = targets.map(\.key)
        return Margin(
            name: column,
            groups: groups,
            targets: targets.map(\.value),
            codes: table.texts(column).map { groups.firstIndex(of: $0) ?? -1 }
        )
    }

    private func expect(_ found: [Double], _ id: String) throws {
        let expected = try expected(id)
        try #require(found.count == expected.count && !found.isEmpty)
        // The reference stopped when its sums were within 1e-10 of the margins.
        #expect(zip(found, expected).allSatisfy { isClose($0, $1, 1e-9) })
    }

    @Test("post-stratification, raking and trimming of the schools")
    func schools() throws {
        let table = try FixtureTable("Weighting/apiclus1.csv")
        let base = table.doubles("pw")
        let type = margin("stype", of: table, ["E": 4_421, "H": 755, "M": 1_018])
        let wide = margin("sch.wide", of: table, ["No": 1_072, "Yes": 5_122])
        let post = Raking(base, to: [type])
        #expect(post.iterations == 1)
        try expect(post.weights, "post.stype")
        let raked = Raking(base, to: [type, wide])
        #expect(raked.hasConverged)
        try expect(raked.weights, "rake")
        try expect(try trimmed(raked.weights, to: 32...38), "trim")
    }

    @Test("raking of a whole study to region, sex and age")
    func study() throws {
        let table = try FixtureTable("Weighting/kg.csv")
        let total = 3_944_375.0
        let margins = [
            margin(
                "region",
                of: table,
                [
                    "Batken": 311_718, "Jalal-Abad": 730_283, "Issyk-Kul": 305_236,
                    "Naryn": 171_488, "Osh region": 788_171, "Talas": 152_408, "Chui": 604_671,
                    "Bishkek": 689_610, "Osh city": 190_790,
                ]
            ),
            margin("gender", of: table, ["female": total * 0.51, "male": total * 0.49]),
            margin(
                "ageband",
                of: table,
                [
                    "18-28": total * 0.3, "29-45": total * 0.36, "46-60": total * 0.22,
                    "61+": total * 0.12,
                ]
            ),
        ]
        let raked = Raking(table.doubles("weight"), to: margins)
        #expect(raked.hasConverged)
        try expect(raked.weights, "kg.rake")
        // The scale of the weights that one begins with changes nothing, nor does the order of rows.
        let scaled = Raking(table.doubles("weight").map { $0 * 7 }, to: margins)
        #expect(zip(raked.weights, scaled.weights).allSatisfy { isClose($0, $1, 1e-9) })
        let turned = margins.map {
            Margin(
                name: $0.name,
                groups: $0.groups,
                targets: $0.targets,
                codes: $0.codes.reversed()
            )
        }
        let reversed = Raking(table.doubles("weight").reversed(), to: turned)
        #expect(
            zip(raked.weights, reversed.weights.reversed()).allSatisfy { isClose($0, $1, 1e-9) }
        )
    }

    @Test("raking to crossed groups, and strict trimming of it, as R survey 4.1 does both")
    func crossed() throws {
        let cases = OracleCase.load("Weighting/crossed.json")
        let raked = try #require(cases.first { $0.id == "crossed.rake" }).result
        let cut = try #require(cases.first { $0.id == "crossed.trim" }).result
        let table = try FixtureTable("Weighting/kg.csv")
        let groups = raked.groups.texts
        let names = zip(table.texts("gender"), table.texts("ageband")).map { "\($0) x \($1)" }
        let both = Margin(
            name: "gender × ageband",
            groups: groups,
            targets: raked.targets.numbers,
            codes: names.map { groups.firstIndex(of: $0) ?? -1 }
        )
        let region = margin(
            "region",
            of: table,
            [
                "Batken": 311_718, "Jalal-Abad": 730_283, "Issyk-Kul": 305_236,
                "Naryn": 171_488, "Osh region": 788_171, "Talas": 152_408, "Chui": 604_671,
                "Bishkek": 689_610, "Osh city": 190_790,
            ]
        )
        let found = Raking(table.doubles("weight"), to: [both, region])
        try #require(found.hasConverged)
        #expect(zip(found.weights, raked.weights.numbers).allSatisfy { isClose($0, $1, 1e-11) })
        let median = WeightHistory.Summary(found.weights).median
        #expect(isClose(median, cut.median.number ?? 0, 1e-11))
        let limits = 0.4 * median...3 * median
        #expect(found.weights.count { !limits.contains($0) } == Int(cut.outside.number ?? 0))
        let strict = try trimmed(found.weights, to: limits, strict: true)
        #expect(zip(strict, cut.weights.numbers).allSatisfy { isClose($0, $1, 1e-11) })
    }
}

@Suite("Weights")
struct WeightingTests {
    @Test("what stands in the way of raking is named before it starts")
    func findings() {
        let sex = Margin(
            name: "sex",
            groups: ["f", "m", "x"],
            targets: [50, 50, 5],
            codes: [0, 0, 1, -1]
        )
        let age = Margin(name: "age", groups: ["a", "b"], targets: [60, 0], codes: [0, 0, 1, 0])
        let found = MarginFinding.all(in: [sex, age])
        #expect(
            found == [
                .few(margin: "sex", group: "f", respondents: 2),
                .few(margin: "sex", group: "m", respondents: 1),
                .noRespondents(margin: "sex", group: "x"), .unknown(margin: "sex", respondents: 1),
                .few(margin: "age", group: "a", respondents: 3),
                .target(margin: "age", group: "b"),
                .totals(first: "sex", 105, second: "age", 60),
            ]
        )
        #expect(found.count(where: \.isFatal) == 3)
        let tiny = Margin(name: "sex", groups: ["f"], targets: [2], codes: [0, 0, 0])
        #expect(
            MarginFinding.all(in: [tiny]).last
                == .smallerThanSample(margin: "sex", people: 2, respondents: 3)
        )
    }

    @Test("margins that contradict each other do not converge, and the worst group is named")
    func contradiction() {
        // All women are young: both margins cannot be met.
        let sex = Margin(name: "sex", groups: ["f", "m"], targets: [60, 40], codes: [0, 0, 1, 1])
        let age = Margin(name: "age", groups: ["a", "b"], targets: [20, 80], codes: [0, 0, 1, 1])
        let raking = Raking([1, 1, 1, 1], to: [sex, age])
        #expect(!raking.hasConverged)
        #expect(raking.iterations == 1_000)
        #expect(raking.worst?.margin == "sex")
        #expect(raking.worst?.distance ?? 0 > 0.5)
    }

    @Test("respondents whose group is not known keep their share")
    func unknown() {
        let sex = Margin(name: "sex", groups: ["f", "m"], targets: [60, 40], codes: [0, 1, -1])
        let raking = Raking([1, 1, 20], to: [sex])
        #expect(raking.hasConverged)
        // 20 of 22 before and after; the others share the rest as the population does.
        let known = 100 * 2.0 / 22
        let expected = [0.6 * known, 0.4 * known, 100 - known]
        #expect(raking.weights.elementsEqual(expected) { isClose($0, $1, 1e-12) })
    }

    @Test("a history says what each step did")
    func history() {
        var history = WeightHistory()
        history.add(.base, [2, 2, 2])
        #expect(history.steps[0].summary.isEqual)
        #expect(isClose(history.steps[0].summary.effect, 1, 1e-12))
        history.add(.persons, [2, 4, 6])
        let summary = history.steps[1].summary
        #expect(!summary.isEqual)
        #expect(summary.median == 4 && summary.sum == 12)
        // 1 + cv² with cv² = ((2−4)² + 0 + (6−4)²)/3 / 16.
        #expect(isClose(summary.effect, 1 + 8.0 / 3 / 16, 1e-12))
        #expect(isClose(summary.variation, (8.0 / 3 / 16).squareRoot(), 1e-12))
    }

    @Test("columns are joined by a key, numbers as numbers")
    func joining() {
        let data = Microdata(
            rowCount: 4,
            columns: [Column(name: "k", values: .text(TextPool(["007", "b", "", "zz"])))]
        )
        let table = JoinTable(
            file: "t.csv",
            keys: ["b", "007", "b"],
            lines: [2, 3, 4],
            columns: [
                .init(name: "p", texts: ["0.5", "0.25", "9"]),
                .init(name: "code", texts: ["01", "02", ""]),
            ]
        )
        #expect(table.repeatedKeys.map(\.line) == [4])
        let (columns, unmatched) = data.joined(table, by: data.columns[0])
        #expect(unmatched == [3])
        #expect(
            Numbers(answered: columns[0])?.all.map { $0.isNaN ? -1 : $0 } == [0.25, 0.5, -1, -1]
        )
        #expect((0..<4).map { columns[1].valueName(row: $0) } == ["02", "01", "", ""])
    }
}
