import Report
import TestKit
import Testing

@Suite("The granularity of printed means")
struct GrimTests {
    @Test("agrees with exact arithmetic on which sums fit", arguments: AuditRow.load("grim"))
    func grim(row: AuditRow) throws {
        let rule = try #require(RoundingRule(oracle: row["rule"]))
        let isPercent = row["percent"] == "true"
        let figure = try #require(
            GranularFigure(
                row.number("printed"),
                items: row.int("items") ?? 0,
                isPercent: isPercent,
                rule: rule
            )
        )
        let n = try #require(row.int("n"))
        let sums = figure.sums(n: n)
        #expect((sums != nil) == (row["consistent"] == "true"))
        #expect(sums?.lowerBound == row.int("sum_low"))
        #expect(sums?.upperBound == row.int("sum_high"))
        #expect(figure.fits(n: n) == (sums != nil))
        #expect(abs(figure.power(n: n) - (row.double("power") ?? .nan)) < 1e-12)
    }

    @Test("finds the bases that fit figures together", arguments: AuditRow.load("grim_n_range"))
    func bases(row: AuditRow) throws {
        let low = try #require(row.int("n_low"))
        let high = try #require(row.int("n_high"))
        let figures = try row.numbers("means").map {
            try #require(GranularFigure($0, items: row.int("items") ?? 0))
        }
        let all = Array(low...high)
        #expect(
            GranularFigure.bases(fitting: figures, among: all) == row.ints("n_all_means_pass")
        )
        let each = figures.map { GranularFigure.bases(fitting: [$0], among: all).count }
        let texts = zip(figures, each).map { "\($0.number.text): \($1) of \(all.count)" }
        #expect(texts.joined(separator: "; ") == row["n_passing_each"])
        #expect(each.contains(0) == (row["some_mean_impossible_for_every_n"] == "true"))
    }

    @Test("tells a base from chance over many figures", arguments: AuditRow.load("grim_many"))
    func many(row: AuditRow) throws {
        let n = try #require(row.int("n"))
        let count = try #require(row.int("means"))
        let passing = try #require(row.int("passing"))
        // Means with two decimals that fit n, or do not: there are both below n = 100.
        let fitting = (0..<100).filter { units in
            GranularFigure(PrintedNumber(units: 200 + units, decimals: 2))?.fits(n: n) ?? false
        }
        let failing = Array(Set(0..<100).subtracting(fitting)).sorted()
        let units = (0..<count).map { index in
            index < passing
                ? fitting[index % fitting.count] : failing[index % failing.count]
        }
        let figures = try units.map {
            try #require(GranularFigure(PrintedNumber(units: 200 + $0, decimals: 2)))
        }
        let pattern = GranularPattern(figures, n: n)
        #expect(pattern.passing == passing)
        let tail = try #require(row.double("p_at_least_so_many_pass_if_n_were_irrelevant"))
        let expected = try #require(row.double("expected_failures_if_irrelevant"))
        // The check values leave ties out, which let more figures fit by luck.
        guard fitting.count == n else {
            #expect(fitting.count > n && n.isMultiple(of: 8))
            #expect(pattern.chanceOfSoMany > tail && pattern.expectedFailures < expected)
            return
        }
        #expect(isClose(pattern.chanceOfSoMany, tail, 5e-6))
        #expect(isClose(pattern.expectedFailures, expected, 1e-9))
    }

    @Test("counts out the values that no number of people in a range gives")
    func shareOfNone() throws {
        func share(_ text: String, isPercent: Bool, _ range: ClosedRange<Int>) -> Double? {
            GranularFigure(PrintedNumber(printed: text), isPercent: isPercent)?
                .shareOfNone(in: range)
        }
        // By hand: .1, .2, .3, .6, 1.0, 33.4, 49.7, 49.9 and their mirrors.
        #expect(share("50.0", isPercent: true, 219...273) == 16.0 / 1001)
        #expect(share("2.25", isPercent: false, 4...5) == 0.92)
        #expect(share("2.25", isPercent: false, 90...100) == 0)
        for (isPercent, decimals, range) in [
            (true, 0, 7...9), (true, 1, 40...52), (false, 1, 3...4), (false, 2, 28...34),
        ] {
            let scale = decimals == 0 ? 1 : decimals == 1 ? 10 : 100
            let period = isPercent ? 100 * scale + 1 : scale
            let none = (0..<period).count { units in
                let number = PrintedNumber(units: units, decimals: decimals)
                let figure = GranularFigure(number, isPercent: isPercent)
                return !range.contains { figure?.fits(n: $0) ?? true }
            }
            let figure = GranularFigure(
                PrintedNumber(units: 1, decimals: decimals),
                isPercent: isPercent
            )
            #expect(figure?.shareOfNone(in: range) == Double(none) / Double(period))
        }
    }

    @Test(
        "ties let more figures fit by luck",
        arguments: [(36, 0.36), (40, 0.6), (80, 1), (25, 0.25)]
    )
    func ties(n: Int, chance: Double) throws {
        let figure = try #require(GranularFigure(PrintedNumber(units: 237, decimals: 2)))
        #expect(isClose(GranularPattern([figure], n: n).chances[0], chance, 1e-12))
    }

    @Test("weighs fits against misses")
    func evidence() throws {
        let figures = ["2.25", "3.50", "1.75"].compactMap {
            GranularFigure(PrintedNumber(printed: $0))
        }
        // ε = .02, π = .04: three fits of (.98 + .0008)/.04 each.
        #expect(isClose(GranularPattern(figures, n: 4).evidence, 3 * 3.1994891110680135, 1e-9))
        #expect(GranularPattern(figures, n: 200).evidence == 0)
        // ln .02 for a slip, where no third is a quarter, a half or three quarters.
        #expect(isClose(GranularPattern(figures, n: 3).evidence, 3 * -3.912023005428146, 1e-9))
    }

    @Test("a scale cuts off sums that its answers cannot give")
    func scale() throws {
        let figure = try #require(GranularFigure(PrintedNumber(printed: "0.9"), answers: 1...5))
        #expect(figure.sums(n: 10) == nil)
        let percent = try #require(
            GranularFigure(PrintedNumber(printed: "100"), isPercent: true)
        )
        #expect(percent.sums(n: 300) == 299...300)
    }

    @Test("names the nearest means that n people can have")
    func nearest() throws {
        let figure = try #require(GranularFigure(PrintedNumber(printed: "5.19")))
        #expect(figure.nearest(n: 28).map(\.text) == ["5.18", "5.21"])
    }

    @Test("figures beyond exact arithmetic are not judged")
    func limits() {
        #expect(GranularFigure(PrintedNumber(units: .max, decimals: 2)) == nil)
        #expect(GranularFigure(PrintedNumber(units: .min, decimals: 2)) == nil)
        #expect(GranularFigure(PrintedNumber(units: 1, decimals: 2), items: 0) == nil)
    }

    @Test("never accuses real answers", arguments: [0, 1, 2, 3])
    func neverFalse(decimals: Int) throws {
        var random = Draws(seed: UInt64(decimals) + 11)
        for _ in 0..<200 {
            let n = Int.random(in: 1...150, using: &random)
            let items = Int.random(in: 1...4, using: &random)
            let sum = (0..<n * items).reduce(0) { sum, _ in
                sum + Int.random(in: 1...5, using: &random)
            }
            // Ties go both ways, as software does.
            let scaled = 2 * sum * power(decimals)
            let units = [
                (scaled + n * items) / (2 * n * items),
                (scaled + n * items - 1) / (2 * n * items),
            ]
            for units in units {
                let printed = PrintedNumber(units: units, decimals: decimals)
                let figure = try #require(
                    GranularFigure(printed, items: items, answers: 1...5)
                )
                #expect(figure.sums(n: n)?.contains(sum) ?? false, "\(printed.text) of \(n)")
            }
        }
    }

    private func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * 10 }
    }
}
