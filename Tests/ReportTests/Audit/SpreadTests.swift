import Report
import TestKit
import Testing

@Suite("The granularity of standard deviations")
struct SpreadTests {
    private func mean(_ row: AuditRow, answers: ClosedRange<Int>?) throws -> GranularFigure {
        try #require(
            GranularFigure(row.number("mean"), items: row.int("items") ?? 1, answers: answers)
        )
    }

    private func answers(_ row: AuditRow, _ low: String, _ high: String) -> ClosedRange<Int>? {
        guard let low = row.int(low), let high = row.int(high) else { return nil }
        return low...high
    }

    @Test("agrees with exact arithmetic on every sum", arguments: AuditRow.load("grimmer"))
    func grimmer(row: AuditRow) throws {
        let n = try #require(row.int("n"))
        let range = answers(row, "scale_min", "scale_max")
        let verdict = try #require(
            Grimmer(deviation: row.number("sd"), mean: mean(row, answers: range), n: n)
        )
        #expect(verdict.isConsistent == (row["grimmer_exact"] == "true"))
        #expect((verdict.reason?.rawValue ?? "ok") == row["reason"])
        let pairs = verdict.fits.flatMap { fit in
            stride(from: fit.first, through: fit.last, by: 2).map { "\(fit.sum)/\($0)" }
        }
        #expect(pairs.joined(separator: "; ") == row["sum_and_sum_of_squares"])
    }

    @Test(
        "knows which answers exist",
        arguments: AuditRow.load("grimmer").filter { ["true", "false"].contains($0["realisable"]) }
    )
    func realisation(row: AuditRow) throws {
        let n = try #require(row.int("n"))
        let items = row.int("items") ?? 1
        let range = try #require(answers(row, "scale_min", "scale_max"))
        let verdict = try #require(
            Grimmer(deviation: row.number("sd"), mean: mean(row, answers: range), n: n)
        )
        let exists = Realisation.exists(
            verdict.fits,
            n: n,
            range: range.lowerBound * items...range.upperBound * items
        )
        #expect(exists == (row["realisable"] == "true"))
    }

    @Test("agrees with exact arithmetic on yes and no", arguments: AuditRow.load("debit"))
    func debit(row: AuditRow) throws {
        let n = try #require(row.int("n"))
        let counts = try #require(
            Debit.counts(proportion: row.number("mean"), deviation: row.number("sd"), n: n)
        )
        #expect(!counts.isEmpty == (row["consistent_sample_sd"] == "true"))
        let text =
            switch counts.count {
            case 0: ""
            case 1: "\(counts[0])"
            default: "\(counts[0])..\(counts[counts.count - 1])"
            }
        #expect(text == row["counts_of_ones"])
        let all = try #require(
            Debit.counts(
                proportion: row.number("mean"),
                deviation: row.number("sd"),
                n: n,
                usesAll: true
            )
        )
        #expect(!all.isEmpty == (row["consistent_population_sd"] == "true"))
    }

    @Test("yes and no in per cent are the same as in shares")
    func debitPercent() {
        let counts = Debit.counts(
            proportion: PrintedNumber(printed: "25"),
            deviation: PrintedNumber(printed: "44"),
            n: 32,
            isPercent: true
        )
        #expect(counts == [8])
    }

    @Test("knows the bounds of a standard deviation", arguments: AuditRow.load("sd_bounds"))
    func bounds(row: AuditRow) throws {
        let n = try #require(row.int("n"))
        let range = try #require(answers(row, "min", "max"))
        let bounds = SpreadBounds.variance(of: try mean(row, answers: range), n: n)
        guard let low = row.double("sd_min"), let high = row.double("sd_max") else {
            #expect(bounds == nil)
            return
        }
        let found = try #require(bounds)
        // Printed with six decimals.
        #expect(abs(found.lowerBound.value.squareRoot() - low) < 6e-7)
        #expect(abs(found.upperBound.value.squareRoot() - high) < 6e-7)
    }

    @Test("tells an SE or an SD over n from an SD")
    func otherSpreads() throws {
        // 1, 2, 3, 4, 5, 5: mean 3.33, SD 1.63, with n 1.49, SE 0.67.
        let mean = try #require(GranularFigure(PrintedNumber(printed: "3.33"), answers: 1...5))
        func fits(_ text: String, _ spread: Grimmer.Spread) -> Bool? {
            Grimmer(deviation: PrintedNumber(printed: text), mean: mean, n: 6, spread: spread)?
                .isConsistent
        }
        #expect(fits("1.63", .sample) == true)
        #expect(fits("1.49", .population) == true)
        #expect(fits("0.67", .standardError) == true)
        #expect(fits("1.49", .sample) == false)
        #expect(fits("0.67", .sample) == false)
    }

    @Test("says that a scale is too short for a standard deviation")
    func outOfScale() throws {
        let short = try #require(GranularFigure(PrintedNumber(printed: "3.00"), answers: 1...5))
        let long = try #require(GranularFigure(PrintedNumber(printed: "3.00")))
        let deviation = PrintedNumber(printed: "2.53")
        #expect(Grimmer(deviation: deviation, mean: long, n: 16)?.isConsistent == true)
        #expect(Grimmer(deviation: deviation, mean: short, n: 16)?.reason == .outOfScale)
    }

    @Test("never accuses real answers")
    func neverFalse() throws {
        var random = Draws(seed: 23)
        for _ in 0..<250 {
            let n = Int.random(in: 2...60, using: &random)
            let items = Int.random(in: 1...3, using: &random)
            let top = Int.random(in: 2...5, using: &random)
            let scores = (0..<n).map { _ in
                (0..<items).reduce(0) { sum, _ in sum + Int.random(in: 1...top, using: &random) }
            }
            let sum = scores.reduce(0, +)
            let squares = scores.reduce(0) { $0 + $1 * $1 }
            let variance =
                Double(n * squares - sum * sum) / Double(n * (n - 1) * items * items)
            let mean = try #require(
                GranularFigure(
                    .rounded(Double(sum) / Double(n * items), decimals: 2),
                    items: items,
                    answers: 1...top
                )
            )
            let deviation = PrintedNumber.rounded(variance.squareRoot(), decimals: 2)
            let verdict = try #require(Grimmer(deviation: deviation, mean: mean, n: n))
            #expect(
                verdict.fits.contains { fit in
                    fit.sum == sum && (fit.first...fit.last).contains(squares)
                        && (squares - fit.first).isMultiple(of: 2)
                },
                "\(scores)"
            )
            let bounds = try #require(SpreadBounds.variance(of: mean, n: n))
            #expect(bounds.lowerBound.value <= variance + 1e-9)
            #expect(bounds.upperBound.value >= variance - 1e-9)
            if n <= 15 {
                #expect(
                    Realisation.exists(verdict.fits, n: n, range: items...top * items) == true
                )
            }
        }
    }

    @Test("work beyond its limit is not taken on")
    func limits() throws {
        #expect(Realisation.exists([], n: 900, range: 0...100) == nil)
        let mean = try #require(GranularFigure(PrintedNumber(printed: "3")))
        #expect(Grimmer(deviation: PrintedNumber(printed: "1"), mean: mean, n: 100_000) == nil)
        let huge = PrintedNumber(units: .max, decimals: 2)
        #expect(Grimmer(deviation: huge, mean: mean, n: 10) == nil)
        #expect(Debit.counts(proportion: huge, deviation: huge, n: 10) == nil)
    }
}
