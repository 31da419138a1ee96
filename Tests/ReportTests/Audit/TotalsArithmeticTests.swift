import TestKit
import Testing

@testable import Report

@Suite("The arithmetic of totals")
struct TotalsArithmeticTests {
    /// The check values are printed with six decimals.
    private let tolerance = 6e-7

    @Test("knows what every rule of rounding leaves open", arguments: AuditRow.load("rounding"))
    func rounding(row: AuditRow) throws {
        let rule = try #require(RoundingRule(oracle: row["rule"]))
        let interval = rule.interval(of: row.number("printed"))
        #expect(abs(interval.low.value - (row.double("low") ?? .nan)) < 1e-12)
        #expect(abs(interval.high.value - (row.double("high") ?? .nan)) < 1e-12)
        #expect(interval.includesLow == (row["low_included"] == "true"))
        #expect(interval.includesHigh == (row["high_included"] == "true"))
    }

    @Test("bounds a total by its groups", arguments: AuditRow.load("weighted_total"))
    func weightedTotal(row: AuditRow) throws {
        let groups = row.numbers("group_means")
        let tolerance = row.int("n_tolerance") ?? 0
        let sizes = row.ints("group_n").map { max(0, $0 - tolerance)...$0 + tolerance }
        let interval = try #require(
            sizes.isEmpty
                ? WeightedTotal.interval(of: groups)
                : WeightedTotal.interval(of: groups, sizes: sizes)
        )
        #expect(abs(interval.low.value - (row.double("true_total_low") ?? .nan)) < self.tolerance)
        #expect(abs(interval.high.value - (row.double("true_total_high") ?? .nan)) < self.tolerance)
        let isPossible = RoundingRule.either.allows(row.number("printed_total"), for: interval)
        #expect(isPossible == (row["possible"] == "true"))
    }

    @Test("bounds a score by its items", arguments: AuditRow.load("items_total"))
    func itemsTotal(row: AuditRow) throws {
        let items = row.numbers("item_means")
        let interval = try #require(ItemsTotal.mean(of: items))
        #expect(abs(interval.low.value - (row.double("low") ?? .nan)) < tolerance)
        #expect(abs(interval.high.value - (row.double("high") ?? .nan)) < tolerance)
        let isPossible = RoundingRule.either.allows(row.number("printed_total"), for: interval)
        #expect(isPossible == (row["possible"] == "true"))
    }

    @Test("knows where each coding's means lie", arguments: AuditRow.load("scale_range"))
    func scaleRange(row: AuditRow) throws {
        let (coding, answers): (Scoring, ClosedRange<Int>) =
            switch row["hypothesis"] {
            case "1..5 as answered": (.asAnswered, 1...5)
            case "0..5 as answered": (.asAnswered, 0...5)
            case "6-x of 1..5": (.reversed, 1...5)
            case "5-x of 0..5": (.reversed, 0...5)
            case "5-x of 1..5": (.reversedFromZero, 1...5)
            case "x-1 of 1..5": (.fromZero, 1...5)
            case "-2..2": (.asAnswered, -2...2)
            case "0..100 rescaled": (.asAnswered, 0...100)
            default: try #require(nil)
            }
        let range = coding.range(of: answers)
        #expect(range.lowerBound == row.double("low") && range.upperBound == row.double("high"))
        let isPossible = row.numbers("printed_means").allSatisfy {
            range.gap(to: $0.interval) <= 1e-9
        }
        #expect(isPossible == (row["possible"] == "true"))
    }

    @Test("sums of items are bounded by all their half units")
    func sum() throws {
        let items = ["1.31", "0.88", "1.72"].map(PrintedNumber.init(printed:))
        let interval = try #require(ItemsTotal.sum(of: items))
        #expect(
            interval == ExactInterval(Fraction(3895, over: 1000), Fraction(3925, over: 1000))
        )
    }

    @Test("figures too large for exact arithmetic are not judged")
    func limits() {
        let huge = PrintedNumber(units: .max, decimals: 0)
        #expect(WeightedTotal.interval(of: [huge]) == nil)
        #expect(WeightedTotal.interval(of: [PrintedNumber(printed: "1")], sizes: [.max]) == nil)
        #expect(WeightedTotal.interval(of: []) == nil)
        #expect(WeightedTotal.interval(of: [PrintedNumber(printed: "1")], sizes: [0]) == nil)
        #expect(ItemsTotal.mean(of: []) == nil)
        #expect(ItemsTotal.mean(of: [huge]) == nil)
    }

    @Test("a total of real groups never falls outside, whatever the sizes")
    func neverFalse() throws {
        var random = Draws(seed: 7)
        for _ in 0..<300 {
            let groups = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<Int.random(in: 1...30, using: &random)).map { _ in
                    Int.random(in: 1...5, using: &random)
                }
            }
            func printed(_ answers: [Int]) -> PrintedNumber {
                .rounded(Double(answers.reduce(0, +)) / Double(answers.count), decimals: 1)
            }
            let means = groups.map(printed)
            let total = printed(groups.flatMap { $0 })
            let sizes = groups.map { max(0, $0.count - 2)...$0.count + 1 }
            for interval in [
                WeightedTotal.interval(of: means),
                WeightedTotal.interval(of: means, sizes: groups.map(\.count)),
                WeightedTotal.interval(of: means, sizes: sizes),
            ] {
                #expect(RoundingRule.either.allows(total, for: try #require(interval)))
            }
        }
    }
}

/// A seeded generator, so that a failure comes again: Marsaglia's xorshift64*.
struct Draws: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}
