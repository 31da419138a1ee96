import Foundation
import Kernels
import TestKit
import Testing

@Suite("Several tests held together")
struct MultipleTestsTests {
    /// R's name of each rule.
    static let names: [(name: String, rule: MultipleTests)] = [
        ("bonferroni", .bonferroni), ("holm", .holm), ("hochberg", .hochberg),
        ("hommel", .hommel), ("BH", .benjaminiHochberg), ("BY", .benjaminiYekutieli),
        ("none", .none),
    ]

    @Test("agrees with R's p.adjust", arguments: names)
    func oracle(_ name: String, _ rule: MultipleTests) throws {
        struct File: Decodable {
            var cases: [Case]
            struct Case: Decodable { var result: Result }
            struct Result: Decodable {
                var p: [Double]
                var adj: [String: [Double]]
            }
        }
        let url = sourceFixtures().appendingPathComponent("multiple-tests.json")
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
        let result = try #require(file.cases.first).result
        let expected = try #require(result.adj[name])
        var generator = SeededGenerator(seed: 3)
        let order = result.p.indices.shuffled(using: &generator)
        let actual = adjusted(order.map { result.p[$0] }, by: rule)
        #expect(actual.count == 25)
        for (index, value) in zip(order, actual) {
            #expect(isClose(value, expected[index], 1e-13), "\(name) of \(result.p[index])")
        }
    }

    /// p.adjust(c(0.03, NA, 0.01, 0.01, 0.2, NA, 0, 1, 0.04, 0.047, 0.5), method) in R 4.2.2.
    @Test(
        "a test that could not be made is left out; ties and bounds are R's",
        arguments: [
            (MultipleTests.bonferroni, [0.27, 0.09, 0.09, 1, 0, 1, 0.36, 0.423, 1]),
            (.holm, [0.18, 0.08, 0.08, 0.6, 0, 1, 0.2, 0.2, 1]),
            (.hochberg, [0.18, 0.07, 0.07, 0.6, 0, 1, 0.188, 0.188, 1]),
            (.hommel, [0.12, 0.07, 0.07, 0.6, 0, 1, 0.16, 0.188, 1]),
            (
                .benjaminiHochberg,
                [0.0675, 0.03, 0.03, 0.257142857142857, 0, 1, 0.0705, 0.0705, 0.5625]
            ),
            (
                .benjaminiYekutieli,
                [
                    0.1909553571428572, 0.0848690476190476, 0.0848690476190476,
                    0.7274489795918369, 0, 1, 0.1994422619047619, 0.1994422619047619, 1,
                ]
            ),
            (.none, [0.03, 0.01, 0.01, 0.2, 0, 1, 0.04, 0.047, 0.5]),
        ]
    )
    func missing(_ rule: MultipleTests, _ expected: [Double]) {
        let values = [0.03, .nan, 0.01, 0.01, 0.2, .nan, 0, 1, 0.04, 0.047, 0.5]
        let actual = adjusted(values, by: rule)
        #expect(zip(values, actual).allSatisfy { $0.isNaN == $1.isNaN })
        for (one, other) in zip(actual.filter { !$0.isNaN }, expected) {
            #expect(isClose(one, other, 1e-13))
        }
    }

    @Test("few tests: none, one, two, and none that could be made", arguments: names)
    func few(_ name: String, _ rule: MultipleTests) {
        #expect(adjusted([], by: rule) == [])
        #expect(adjusted([0.04], by: rule) == [0.04])
        #expect(adjusted([.nan, .nan], by: rule).allSatisfy { $0.isNaN })
        #expect(adjusted([.nan, 0.04], by: rule)[1] == 0.04)
        // R: p.adjust(c(0.9, 0.03), "hommel") is 0.90 0.06.
        let two = adjusted([0.9, 0.03], by: rule)
        let lowest: [MultipleTests: Double] = [.none: 0.03, .benjaminiYekutieli: 0.09]
        #expect(isClose(two[1], lowest[rule, default: 0.06], 1e-13))
    }

    @Test("a sharper rule never gives a larger value; none gives a smaller one than it got")
    func order() {
        var generator = SeededGenerator(seed: 11)
        for count in 1...30 {
            let values = (0..<count).map { _ in
                let draw = Double.random(in: 0...1, using: &generator)
                return draw * draw * draw
            }
            let ladder: [MultipleTests] = [
                .none, .benjaminiHochberg, .hommel, .hochberg, .holm, .bonferroni,
            ]
            for (sharper, blunter) in zip(ladder, ladder.dropFirst()) {
                for (one, other) in zip(
                    adjusted(values, by: sharper),
                    adjusted(values, by: blunter)
                ) {
                    #expect(one <= other * (1 + 1e-14))
                }
            }
        }
    }

    @Test("Hommel's value is the largest of Simes' over all subsets that hold the test")
    func closedTest() {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<7).map { _ in Double.random(in: 0...0.3, using: &generator) }
        var expected = values
        for subset in 1..<(1 << values.count) {
            let members = values.indices.filter { subset & (1 << $0) != 0 }
            let sorted = members.map { values[$0] }.sorted()
            let simes =
                sorted.enumerated()
                .map { Double(sorted.count) * $1 / Double($0 + 1) }
                .min() ?? 1
            for member in members { expected[member] = max(expected[member], simes) }
        }
        for (one, other) in zip(adjusted(values, by: .hommel), expected) {
            #expect(isClose(one, other, 1e-13))
        }
    }
}
