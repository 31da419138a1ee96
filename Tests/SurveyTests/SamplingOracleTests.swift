import Kernels
import Survey
import TestKit
import Testing

@Suite("Sampling agrees with R sampling 2.9 and PracTools")
struct SamplingOracleTests {
    static let all = OracleCase.load("Sampling/pps.json")

    static func result(_ id: String) throws -> JSON {
        try #require(all.first { $0.id == id }).result
    }

    private func sizes(_ file: String) throws -> [Double] {
        file == "MU284"
            ? try FixtureTable("Sampling/MU284.csv").doubles("P75")
            : try FixtureTable("Sampling/belgianmunicipalities.csv").doubles("Tot04")
    }

    @Test(
        "inclusion probabilities, certain units found again and again",
        arguments: [
            ("incl.MU284.P75.10", "MU284", 10), ("incl.MU284.P75.25", "MU284", 25),
            ("incl.MU284.P75.50", "MU284", 50), ("incl.MU284.P75.100", "MU284", 100),
            ("incl.belgian.50", "belgian", 50), ("incl.belgian.200", "belgian", 200),
        ]
    )
    func inclusion(id: String, file: String, count: Int) throws {
        let expected = try Self.result(id).pik.numbers
        let found = inclusionProbabilities(sizes: try sizes(file), count: count)
        try #require(found.count == expected.count)
        #expect(zip(found, expected).allSatisfy { isClose($0, $1, 1e-12) })
        #expect(abs(found.reduce(0, +) - Double(count)) < 1e-9)
    }

    @Test("the units of a systematic sample", arguments: [0.05, 0.3, 0.77, 0.999])
    func systematic(start: Double) throws {
        let expected = try Self.result("systematic.u\(start)").numbers.map { Int($0) - 1 }
        let probabilities = inclusionProbabilities(sizes: try sizes("MU284"), count: 25)
        #expect(systematicSample(probabilities: probabilities, start: start) == expected)
    }

    @Test("proportional and optimal allocation")
    func allocation() throws {
        let cost = try Self.result("alloc.totcost")
        let sd = cost.Sh.numbers
        let populations = cost.Nh.numbers
        let proportional = AllocationRule.proportional.shares(of: populations)
        let expected = try Self.result("alloc.prop").nh.numbers
        #expect(zip(proportional, expected).allSatisfy { isClose($0 * 1_000, $1, 1e-12) })
        // The reference's interviews cost 1.6 times as much in the seven rural strata.
        let costs = populations.indices.map { $0 < 9 ? 1 : 1.6 }
        let optimal = AllocationRule.optimal(sd: sd, cost: costs).shares(of: populations)
        #expect(zip(optimal, cost["nh/n"].numbers).allSatisfy { isClose($0, $1, 1e-12) })
        let equalCosts = AllocationRule.optimal(sd: sd, cost: sd.map { _ in 4 })
        let neyman = AllocationRule.neyman(sd: sd).shares(of: populations)
        #expect(
            zip(neyman, equalCosts.shares(of: populations)).allSatisfy { isClose($0, $1, 1e-12) }
        )
    }

    @Test("power and Kish allocation")
    func compromise() throws {
        let result = try Self.result("alloc.power")
        let populations = try Self.result("alloc.totcost").Nh.numbers
        let power = AllocationRule.power(0.5).shares(of: populations)
        #expect(zip(power, result.power.numbers).allSatisfy { isClose($0 * 1_000, $1, 1e-12) })
        let kish = AllocationRule.kish.shares(of: populations)
        #expect(zip(kish, result.kish.numbers).allSatisfy { isClose($0 * 1_000, $1, 1e-12) })
    }

    @Test("whole numbers by largest remainder")
    func apportionment() throws {
        let result = try Self.result("strata_alloc")
        let exact = result.exact.numbers
        #expect(apportion(1_000, by: exact) == result.largest_remainder.numbers.map { Int($0) })
        // The published table rounds each row by itself, and one person is lost.
        #expect(result.published.numbers.reduce(0, +) == 999)
    }

    @Test("the best cluster size")
    func clusterSize() throws {
        let result = try Self.result("clusOpt2_bopt")
        let ratios = try #require(result.column("ratio"))
        let rhos = try #require(result.column("rho"))
        let expected = try #require(result.column("bopt"))
        try #require(expected.count == 20)
        for index in expected.indices {
            let found = optimalClusterSize(costRatio: ratios[index], icc: rhos[index])
            #expect(isClose(found, expected[index], 1e-12))
        }
    }

    @Test("the size for a margin of error")
    func size() throws {
        let expected = try #require(Self.result("nProp").number)
        var conditions = SampleSize.Conditions()
        conditions.population = 3_944_375
        let found = SampleSize(.margin(0.03, sd: 0.5), conditions)
        #expect(isClose(found.exact, expected, 1e-12))
        #expect(found.interviews == 1_067)
    }
}
