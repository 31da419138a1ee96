import Kernels
import Survey
import TestKit
import Testing

@Suite("Sampling")
struct SamplingTests {
    /// The table that the study published: nine regions, city and village.
    static func publishedFrame() throws -> Frame {
        let table = try FixtureTable("Sampling/table2.csv")
        let (names, urban, rural) = (
            table.texts("region"), table.doubles("urban"), table.doubles("rural")
        )
        let strata = names.indices.dropFirst().flatMap { row in
            [
                Frame.Stratum(key: [names[row], "city"], population: urban[row], row: row + 2),
                Frame.Stratum(key: [names[row], "village"], population: rural[row], row: row + 2),
            ]
        }
        return try Frame(keyNames: ["region", "residence"], strata: strata, units: [])
    }

    /// A frame with `count` units a stratum, of falling sizes.
    static func madeFrame(units count: Int = 30) throws -> Frame {
        var units: [Frame.Unit] = []
        for region in ["north", "south"] {
            for number in 1...count {
                let size = 500 + 37 * number * number % 4_000
                units.append(
                    Frame.Unit(
                        id: "\(region)-\(number)",
                        name: "\(region) \(number)",
                        key: [region, number.isMultiple(of: 3) ? "city" : "village"],
                        size: Double(size),
                        households: Double(200 + 11 * number),
                        row: number + 1
                    )
                )
            }
        }
        return try Frame(keyNames: ["region", "residence"], strata: [], units: units)
    }

    @Test("the published table follows from its population column, with one person put back")
    func publishedTable() throws {
        let frame = try Self.publishedFrame()
        #expect(frame.population == 3_944_375)
        let allocation = Allocation(frame: frame, size: 1_000, perCluster: 18, rule: .proportional)
        #expect(allocation.regions.map(\.interviews) == [79, 185, 77, 44, 200, 39, 153, 175, 48])
        #expect(allocation.strata.reduce(0) { $0 + $1.interviews } == 1_000)
        #expect(allocation.strata.reduce(0) { $0 + $1.clusters } == 56)
        let plan = SamplePlan(interviews: 1_000, perCluster: 18, seed: 1)
        #expect(plan.selfRepresentingSize(of: frame.population) == 70_998.75)
    }

    @Test("a stratum under half a cluster is merged, and said")
    func merging() throws {
        let frame = try Self.publishedFrame()
        let allocation = Allocation(frame: frame, size: 1_000, perCluster: 18, rule: .proportional)
        #expect(
            allocation.merged.map { $0.key.joined(separator: " ") } == [
                "Naryn region city", "Talas region city", "Bishkek city village",
                "Osh city village",
            ]
        )
        #expect(allocation.merged.map(\.interviews) == [6, 6, 1, 5])
        #expect(allocation.strata.allSatisfy { $0.interviews >= 9 })
    }

    @Test("frames with faults are refused, with all of them")
    func faultyFrame() {
        func unit(_ id: String, _ key: String, _ size: Double, _ row: Int) -> Frame.Unit {
            Frame.Unit(id: id, name: id, key: [key], size: size, row: row)
        }
        let strata = [
            Frame.Stratum(key: ["a"], population: 100, row: 2),
            Frame.Stratum(key: ["a"], population: 50, row: 3),
            Frame.Stratum(key: ["b"], population: .nan, row: 4),
        ]
        let units = [unit("x", "a", 0, 2), unit("x", "c", 10, 3), unit("", "a", -1, 4)]
        let thrown = #expect(throws: FrameProblems.self) {
            try Frame(keyNames: ["k"], strata: strata, units: units)
        }
        #expect(
            thrown?.list == [
                .repeatedStratum(row: 3, first: 2), .population(row: 4), .size(row: 2),
                .repeatedUnit(row: 3, first: 2), .unknownStratum(row: 3), .emptyUnit(row: 4),
                .size(row: 4),
            ]
        )
        let sums = #expect(throws: FrameProblems.self) {
            try Frame(
                keyNames: ["k"],
                strata: [strata[0], Frame.Stratum(key: ["b"], population: 5, row: 3)],
                units: [unit("x", "a", 90, 2)]
            )
        }
        #expect(
            sums?.list == [
                .sum(row: 2, population: 100, units: 90), .stratumWithoutUnits(row: 3),
            ]
        )
        let nothing = #expect(throws: FrameProblems.self) {
            try Frame(keyNames: ["k"], strata: [], units: [])
        }
        #expect(nothing?.list == [.nothing])
    }

    @Test("apportionment sums, respects the least, and gives equals the same but for one")
    func apportionment() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let count = 1 + generator.below(12)
            let parts = (0..<count).map { _ in Double(generator.below(1_000)) }
            let least = generator.below(4)
            let total = least * count + generator.below(500)
            let numbers = apportion(total, by: parts, least: least)
            #expect(numbers.reduce(0, +) == total)
            #expect(numbers.allSatisfy { $0 >= least })
        }
        #expect(apportion(10, by: [1, 1, 1]) == [4, 3, 3])
        #expect(apportion(3, by: [0, 0]) == [2, 1])
    }

    @Test("a draw gives its interviews exactly, its probabilities, and can be proved")
    func draw() throws {
        let frame = try Self.madeFrame()
        var plan = SamplePlan(interviews: 300, perCluster: 12, seed: 77)
        plan.reserve = 2
        let draw = SampleDraw(frame: frame, plan: plan)
        #expect(draw.clusters.reduce(0) { $0 + $1.interviews } == 300)
        #expect(draw.clusters.count == 25)
        #expect(Set(draw.clusters.map(\.code)).count == 25)
        for (index, stratum) in draw.strata.enumerated() {
            let clusters = draw.clusters.filter { $0.stratum == index }
            #expect(clusters.count == stratum.clusters)
            #expect(clusters.reduce(0) { $0 + $1.interviews } == stratum.interviews)
            if !stratum.isSelfRepresenting {
                // m·size/N, and with equal takes one probability for everybody of the stratum.
                for cluster in clusters {
                    let expected =
                        Double(stratum.clusters) * cluster.size / stratum.population
                    #expect(isClose(cluster.probability, expected, 1e-12))
                }
            }
        }
        let units = draw.clusters.filter { !$0.isSelfRepresenting }.map(\.unit)
        #expect(Set(units).count == units.count)
        #expect(Set(units).isDisjoint(with: draw.reserves.map(\.unit)))
        #expect(draw.follows(from: frame))
        #expect(!draw.follows(from: try Self.madeFrame(units: 31)))
        plan.seed = 78
        #expect(SampleDraw(frame: frame, plan: plan) != draw)
    }

    @Test("a place above the self-representing size becomes a stratum of its own")
    func selfRepresenting() throws {
        let units =
            [
                Frame.Unit(id: "big", name: "Big", key: ["a"], size: 5_000, row: 2)
            ]
            + (1...10).map {
                Frame.Unit(id: "\($0)", name: "Small \($0)", key: ["a"], size: 500, row: $0 + 2)
            }
        let frame = try Frame(keyNames: ["k"], strata: [], units: units)
        let draw = SampleDraw(
            frame: frame,
            plan: SamplePlan(interviews: 100, perCluster: 10, seed: 1)
        )
        #expect(draw.strata.map(\.isSelfRepresenting) == [true, false])
        #expect(draw.strata.map(\.interviews) == [50, 50])
        let parts = draw.clusters.filter(\.isSelfRepresenting)
        #expect(parts.map(\.part) == [1, 2, 3, 4, 5])
        #expect(parts.allSatisfy { $0.probability == 1 && $0.size == 1_000 && $0.unit == 0 })
    }

    @Test("a large place with a small rest is hit several times, and the rest keeps its chance")
    func hits() throws {
        let units = [
            Frame.Unit(id: "big", name: "Big", key: ["a"], size: 9_600, row: 2),
            Frame.Unit(id: "small", name: "Small", key: ["a"], size: 400, row: 3),
        ]
        let frame = try Frame(keyNames: ["k"], strata: [], units: units)
        var small = 0
        for seed in 0..<2_000 {
            let plan = SamplePlan(interviews: 100, perCluster: 10, seed: UInt64(seed))
            let draw = SampleDraw(frame: frame, plan: plan)
            #expect(draw.strata.count == 1 && draw.clusters.count == 10)
            #expect(draw.clusters.reduce(0) { $0 + $1.interviews } == 100)
            small += draw.clusters.count { $0.unit == 1 }
            // The two estimate the population whatever was hit: parts add up, a hit is divided.
            let big = draw.clusters.filter { $0.unit == 0 }
            #expect(isClose(big.reduce(0) { $0 + $1.size }, 9_600, 1e-12))
        }
        // 0.4 expected hits a draw; five standard errors.
        #expect(abs(Double(small) - 800) < 5 * (0.4 * 0.6 * 2_000).squareRoot())
    }

    @Test("over 2,000 draws a cluster is drawn as often as its probability says")
    func frequencies() throws {
        let frame = try Self.madeFrame(units: 12)
        var hits = [Int](repeating: 0, count: frame.units.count)
        var stated = [Double](repeating: 0, count: frame.units.count)
        for seed in 0..<2_000 {
            let plan = SamplePlan(interviews: 80, perCluster: 10, seed: UInt64(seed))
            for cluster in SampleDraw(frame: frame, plan: plan).clusters where cluster.part == 1 {
                hits[cluster.unit] += 1
                stated[cluster.unit] = cluster.probability
            }
        }
        for unit in hits.indices where hits[unit] > 0 {
            let error = (stated[unit] * (1 - stated[unit]) * 2_000).squareRoot()
            #expect(abs(Double(hits[unit]) - stated[unit] * 2_000) <= 5 * error + 1e-9)
        }
        #expect(hits.allSatisfy { $0 > 0 })
    }

    @Test("a booster adds clusters and touches none")
    func booster() throws {
        let frame = try Self.madeFrame()
        let draw = SampleDraw(
            frame: frame,
            plan: SamplePlan(interviews: 240, perCluster: 12, seed: 3)
        )
        let boosted = draw.boosted(stratum: 1, by: 2, from: frame)
        #expect(boosted.clusters.count == draw.clusters.count + 2)
        #expect(zip(boosted.clusters, draw.clusters).allSatisfy { $0.unit == $1.unit })
        let added = boosted.clusters.suffix(2)
        #expect(Set(added.map(\.unit)).isDisjoint(with: draw.clusters.map(\.unit)))
        #expect(added.allSatisfy { $0.probability > 0 && $0.probability <= 1 })
        for (after, before) in zip(boosted.clusters, draw.clusters) where before.stratum == 1 {
            #expect(after.probability > before.probability)
        }
    }

    @Test("the hash of a frame is SHA-256")
    func hash() throws {
        // Computed with coreutils: printf 'k\na\t10.0' | sha256sum
        let frame = try Frame(
            keyNames: ["k"],
            strata: [Frame.Stratum(key: ["a"], population: 10, row: 2)],
            units: []
        )
        #expect(frame.hash == "d67f3eaccb944bb4a0e64652942f34f1b069ea3404ea08e9588790fc6f485de1")
    }

    @Test("power: the size for a difference finds that difference again")
    func power() {
        var conditions = SampleSize.Conditions()
        conditions.designEffect = 1.85
        let aim = SampleSize.Aim.groups(difference: 0.1, sd: 0.5, power: 0.8)
        let size = SampleSize(aim, conditions)
        let found = SampleSize.detectable(n: size.exact, sd: 0.5, power: 0.8, conditions)
        #expect(isClose(found, 0.1, 1e-12))
        // n a group = 2(1.95996 + 0.84162)²·0.25/0.01 = 392.44 (Fleiss, Levin & Paik 2003, 4.14).
        #expect(isClose(size.exact / 1.85 / 2, 392.443, 1e-5))
        let margin = SampleSize.margin(n: 1_000, sd: 0.5, conditions)
        #expect(isClose(SampleSize(.margin(margin, sd: 0.5), conditions).exact, 1_000, 1e-9))
    }

    @Test("the best cluster size gives the smallest margin for the money")
    func options() {
        let options = ClusterSizeOption.table(
            sizes: Array(2...60),
            budget: 56 * (45 + 18 * 5),
            clusterCost: 45,
            interviewCost: 5,
            icc: 0.05
        )
        let best = options.min { $0.margin < $1.margin }
        let exact = optimalClusterSize(costRatio: 9, icc: 0.05)
        #expect(abs(Double(best?.perCluster ?? 0) - exact) <= 1)
    }
}

@Suite("Over 100,000 draws units are in the sample as often as they should")
struct SamplingFrequencyTests {
    private func check(sizes: [Double], count: Int) {
        let probabilities = inclusionProbabilities(sizes: sizes, count: count)
        let sums = cumulated(probabilities)
        var generator = SeededGenerator(seed: 284)
        var hits = [Int](repeating: 0, count: sizes.count)
        let draws = 100_000
        for _ in 0..<draws {
            for unit in systematicSample(cumulated: sums, start: generator.uniform()) {
                hits[unit] += 1
            }
        }
        for (hit, probability) in zip(hits, probabilities) {
            let error = (probability * (1 - probability) / Double(draws)).squareRoot()
            // Five standard errors; a certain unit is in every sample.
            #expect(abs(Double(hit) / Double(draws) - probability) <= 5 * error + 1e-12)
        }
    }

    @Test("the municipalities of Sweden")
    func sweden() throws {
        check(sizes: try FixtureTable("Sampling/MU284.csv").doubles("P75"), count: 25)
    }

    @Test("the municipalities of Belgium")
    func belgium() throws {
        let table = try FixtureTable("Sampling/belgianmunicipalities.csv")
        check(sizes: table.doubles("Tot04"), count: 50)
    }

    @Test("a frame in which half the units are certain")
    func certain() {
        check(sizes: [90, 80, 70, 9, 8, 7, 6, 5], count: 5)
    }

    @Test("simple and systematic random samples")
    func random() {
        var generator = SeededGenerator(seed: 9)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 2)
        for _ in 0..<100_000 {
            for unit in simpleRandomSample(3, of: 10, using: &generator) { counts[0][unit] += 1 }
            for unit in systematicRandomSample(3, of: 10, using: &generator) {
                counts[1][unit] += 1
            }
        }
        let error = (0.3 * 0.7 * 100_000).squareRoot()
        #expect(counts.joined().allSatisfy { abs(Double($0) - 30_000) < 5 * error })
    }
}
