import Kernels
import Testing

@Suite("A seeded generator")
struct SeededGeneratorTests {
    /// First outputs of the authors' C code for xoshiro256++, its state filled by SplitMix64.
    static let references: [(seed: UInt64, outputs: [UInt64])] = [
        (
            0,
            [
                5_987_356_902_031_041_503, 7_051_070_477_665_621_255, 6_633_766_593_972_829_180,
                211_316_841_551_650_330,
            ]
        ),
        (
            1,
            [
                14_971_601_782_005_023_387, 13_781_649_495_232_077_965, 1_847_458_086_238_483_744,
                13_765_271_635_752_736_470,
            ]
        ),
        (
            2023,
            [
                17_877_924_213_317_811_824, 3_971_462_047_124_456_266, 277_028_664_384_285_321,
                5_853_557_015_669_006_142,
            ]
        ),
    ]

    @Test("gives the sequence of the reference code", arguments: references)
    func reference(seed: UInt64, outputs: [UInt64]) {
        var generator = SeededGenerator(seed: seed)
        #expect(outputs.map { _ in generator.next() } == outputs)
    }

    @Test("gives other numbers for another stream of the same seed")
    func streams() {
        var first = SeededGenerator(seed: 7)
        var second = SeededGenerator(seed: 7, stream: 1)
        var third = SeededGenerator(seed: 8, stream: 1)
        let heads = [first.next(), second.next(), third.next()]
        #expect(Set(heads).count == 3)
    }

    @Test("gives every whole number below a bound equally often", arguments: [2, 3, 10, 37])
    func below(bound: Int) {
        var generator = SeededGenerator(seed: UInt64(bound))
        var counts = [Int](repeating: 0, count: bound)
        let draws = 20_000 * bound
        for _ in 0..<draws { counts[generator.below(bound)] += 1 }
        // Five standard errors of a binomial count.
        let allowed = 5 * (20_000 * (1 - 1 / Double(bound))).squareRoot()
        #expect(counts.allSatisfy { abs(Double($0) - 20_000) < allowed })
    }

    @Test("gives normal numbers of mean 0, variance 1 and kurtosis 3")
    func normal() {
        var generator = SeededGenerator(seed: 11)
        let numbers = (0..<200_000).map { _ in generator.normal() }
        let n = Double(numbers.count)
        let mean = numbers.reduce(0, +) / n
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / n
        let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n
        // Five standard errors: 1/√n, √(2/n), √(96/n).
        #expect(abs(mean) < 5 / n.squareRoot())
        #expect(abs(variance - 1) < 5 * (2 / n).squareRoot())
        #expect(abs(fourth - 3) < 5 * (96 / n).squareRoot())
    }

    @Test("draws every set of positions equally often")
    func positions() {
        var generator = SeededGenerator(seed: 3)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<60_000 { counts[generator.positions(2, of: 4), default: 0] += 1 }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { abs($0 - 10_000) < 460 })
        #expect(counts.keys.allSatisfy { $0[0] < $0[1] })
    }
}
