import Kernels
import Survey
import TestKit
import Testing

@Suite("Fieldwork")
struct SamplingFieldworkTests {
    @Test("outcome rates are those of AAPOR's formulas")
    func rates() throws {
        let table = try FixtureTable("Sampling/aapor_rates.csv")
        try #require(table.rowCount > 10)
        for row in 0..<table.rowCount {
            var dispositions = Dispositions()
            for category in Dispositions.Category.allCases {
                dispositions.add(category, Int(table.doubles(category.rawValue)[row]))
            }
            let given = table.doubles("e")[row]
            if table.texts("e_from")[row] != "given" {
                let e = try #require(dispositions.proportionalEligibility)
                #expect(abs(e - given) < 1e-6)
            }
            // The reference rounded its e to six decimals before it used it.
            let rates = dispositions.rates(eligibility: given)
            for rate in Dispositions.Rate.allCases {
                let expected = table.doubles(rate.rawValue)[row]
                #expect(abs(try #require(rates[rate]) - expected) < 1e-8, "\(rate) of row \(row)")
            }
        }
    }

    @Test("nothing approached gives no rate, not a zero")
    func empty() {
        #expect(Dispositions().rates(eligibility: 0.5).isEmpty)
        #expect(Dispositions().proportionalEligibility == nil)
        let refused = Dispositions([.nonContact: 3])
        #expect(refused.rates(eligibility: 1)[.coop1] == nil)
        #expect(refused.rates(eligibility: 1)[.rr1] == 0)
    }

    @Test(
        "codes have their categories",
        arguments: [
            ("1.1", Dispositions.Category.complete), ("1.2", .partial), ("2.12", .refusal),
            ("2.25", .nonContact), ("2.33", .other), ("3.18", .unknownHousehold),
            ("3.21", .unknownOther), ("4.70", .notEligible), ("5.1", nil), ("1.", nil), ("", nil),
            ("2.2.5", nil), ("2.x", nil), ("1.3", nil), ("11", nil),
        ] as [(String, Dispositions.Category?)]
    )
    func codes(code: String, category: Dispositions.Category?) {
        #expect(Dispositions.Category(code: code) == category)
    }

    @Test("Kish's grid gives everybody the chance that Kish gives them")
    func kish() {
        let expected: [[Double]] = [
            [12], [6, 6], [4, 4, 4], [3, 3, 3, 3], [2, 2, 3, 2, 3], [2, 2, 2, 2, 2, 2],
        ]
        for size in 1...6 {
            var counts = [Double](repeating: 0, count: size)
            for household in 1...12 {
                let person = KishGrid.table(ofHousehold: household).person(among: size) ?? 0
                counts[person - 1] += 1
            }
            #expect(counts == expected[size - 1])
        }
        #expect(KishGrid.f.person(among: 9) == 6)
        #expect(KishGrid.a.person(among: 0) == nil)
    }

    @Test("a route reaches its interviews before the households end")
    func route() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let households = Double(30 + generator.below(3_000))
            let route = RoutePlan(
                interviews: 18,
                households: households,
                responseRate: 0.7,
                using: &generator
            )
            let step = route.step ?? 0
            #expect((1...Int(households)).contains(route.start))
            #expect(route.households == 26)
            // Once round at most: nobody is met twice.
            #expect(step * route.households <= max(Int(households), route.households))
        }
        let long = RoutePlan(
            interviews: 18,
            households: 30_000,
            responseRate: 0.7,
            longestStep: 10,
            using: &generator
        )
        #expect(long.step == 10 && (1...30_000).contains(long.start) && long.start > 10)
        let unknown = RoutePlan(interviews: 5, households: nil, responseRate: 1, using: &generator)
        #expect(unknown.step == nil && (1...10).contains(unknown.start))
    }
}
