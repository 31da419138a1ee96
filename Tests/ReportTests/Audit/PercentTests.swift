import Report
import TestKit
import Testing

@Suite("The arithmetic of percentages")
struct PercentTests {
    @Test("knows how far sums may be from 100", arguments: AuditRow.load("percent_sum"))
    func sums(row: AuditRow) throws {
        let k = try #require(row.int("k"))
        func bounds(_ name: String) throws -> ClosedRange<Int> {
            try #require(row.int(name + "_min"))...(try #require(row.int(name + "_max")))
        }
        #expect(try PercentSums.deviations(of: k, rule: .halfUp) == bounds("half_up"))
        #expect(try PercentSums.deviations(of: k) == bounds("either"))
        #expect(try PercentSums.deviations(of: k, rule: .trunc) == bounds("trunc"))
        let chance = try #require(PercentSums.chanceOfHundred(count: k))
        let parts = row["exact_fraction"].split(separator: "/").compactMap { Int($0) }
        #expect(chance == Fraction(parts[0], over: parts.count > 1 ? parts[1] : 1))
    }

    @Test("the chance of exactly 100 stays one for long lists")
    func longLists() throws {
        let twenty = try #require(PercentSums.chanceOfHundred(count: 20))
        // By the same distribution in Python's fractions.
        #expect(isClose(twenty.value, 0.3066931017379824, 1e-14))
        #expect(PercentSums.chanceOfHundred(count: 21) == nil)
    }

    @Test("finds the bases of percentages", arguments: AuditRow.load("percent_n"))
    func bases(row: AuditRow) throws {
        let low = try #require(row.int("n_low"))
        let high = try #require(row.int("n_high"))
        let fitting = PercentBases.fitting(
            row.numbers("percents"),
            isExhaustive: row["exhaustive"] == "true",
            among: low...high
        )
        #expect(fitting == row.ints("compatible_n"))
    }

    @Test("a printed nought hides nothing below")
    func noughts() throws {
        let percents = ["0", "0", "100.4"].map(PrintedNumber.init(printed:))
        let interval = try #require(PercentSums.interval(of: percents))
        #expect(interval.low == Fraction(10035, over: 100))
        #expect(interval.high == Fraction(10145, over: 100))
    }

    @Test("never accuses real counts")
    func neverFalse() throws {
        var random = Draws(seed: 5)
        for _ in 0..<300 {
            let counts = (0..<Int.random(in: 2...8, using: &random)).map { _ in
                Int.random(in: 0...25, using: &random)
            }
            let n = counts.reduce(0, +)
            guard n > 0 else { continue }
            let percents = counts.map {
                PrintedNumber.rounded(100 * Double($0) / Double(n), decimals: 1)
            }
            let interval = try #require(PercentSums.interval(of: percents))
            #expect(interval.contains(Fraction(100)), "\(counts)")
            let units = percents.reduce(0) { $0 + $1.units } - 1000
            #expect(PercentSums.deviations(of: counts.count).contains(units))
            #expect(
                PercentBases.fitting(percents, isExhaustive: true, among: n...n) == [n],
                "\(counts)"
            )
        }
    }
}
