import Kernels
import Testing

@testable import Report

/// Claims over figures whose unrounded values are known.
@Suite("Laws of judging claims")
struct ClaimLawTests {
    /// Values before rounding, and the table that prints them.
    private struct Sample {
        var values: [Double]
        var report: AuditedReport
        var decimals: Int

        init(using generator: inout SeededGenerator) {
            decimals = Int.random(in: 0...3, using: &generator)
            let spread = Double.random(in: 0.005...4, using: &generator)
            values = (0..<5).map { _ in 1 + Double.random(in: 0...spread, using: &generator) }
            // Ties and values that sit next to each other are where rounding decides.
            if Bool.random(using: &generator) { values[3] = values[1] }
            let places = decimals
            let table = AuditedTable(
                id: "t",
                rows: ["a", "b", "c", "d", "e"].map { .init($0, .group) },
                columns: [.init("x", .statistic)],
                cells: values.map { [.number(.rounded($0, decimals: places))] },
                statistic: .mean
            )
            report = AuditedReport(tables: [table])
        }
    }

    @Test("a claim that is true of the unrounded values is never false of the printed ones")
    func truth() throws {
        var generator = SeededGenerator(seed: 11)
        var (trueOnes, decided) = (0, 0)
        for _ in 0..<150 {
            let sample = Sample(using: &generator)
            let v = sample.values
            let limit = PrintedNumber.rounded(
                Double.random(in: 1...5, using: &generator),
                decimals: 2
            )
            let k = limit.value
            let text = { (value: Double) in
                PrintedNumber.rounded(value, decimals: sample.decimals).text
            }
            let most = v.firstIndex(of: v.max() ?? 0) ?? 0
            let sum = v.reduce(0, +)
            let claims: [(String, Bool)] = [
                ("t[a] < t[b]", v[0] < v[1]), ("t[a] <= t[b]", v[0] <= v[1]),
                ("t[b] >= t[d]", v[1] >= v[3]), ("t[a] > \(limit.text)", v[0] > k),
                ("t[a] = t[b]", v[0] == v[1]), ("t[b] = t[d]", v[1] == v[3]),
                ("t[a] != t[b]", v[0] != v[1]),
                ("sum(t[*]) > \(limit.text) * 5", sum > 5 * k),
                ("mean(t[*]) <= \(limit.text)", sum / 5 <= k),
                ("t[a] - t[b] > t[c] - t[d]", v[0] - v[1] > v[2] - v[3]),
                ("t[a] * t[b] >= t[c]", v[0] * v[1] >= v[2]),
                ("t[a] / t[b] < t[c] / t[d]", v[0] / v[1] < v[2] / v[3]),
                ("abs(t[a] - t[b]) < \(limit.text)", abs(v[0] - v[1]) < k),
                ("max(t[*]) > \(limit.text)", (v.max() ?? 0) > k),
                ("min(t[*]) >= \(limit.text)", (v.min() ?? 0) >= k),
                ("highest(t[*]) is \(["a", "b", "c", "d", "e"][most])", true),
                ("increasing(t[a..c])", v[0] < v[1] && v[1] < v[2]),
                ("nonincreasing(t[a..c])", v[0] >= v[1] && v[1] >= v[2]),
                ("all(t[*] > \(limit.text))", v.allSatisfy { $0 > k }),
                ("none(t[*] > \(limit.text))", !v.contains { $0 > k }),
                ("some(t[*] > \(limit.text))", v.contains { $0 > k }),
                ("most(t[*] > \(limit.text))", v.filter { $0 > k }.count > 2),
                ("count(t[*] > \(limit.text)) = \(v.filter { $0 > k }.count)", true),
                ("t[a] = \(text(v[0]))", true), ("t[a] ~ \(text(v[0]))", true),
                ("mean(t[*]) = \(text(sum / 5))", true), ("sum(t[*]) = \(text(sum))", true),
                ("t[a] between \(text(v.min() ?? 0)) and \(text(v.max() ?? 0))", true),
            ]
            for (claim, isTrue) in claims {
                let account = try ClaimFixture.account(claim, in: sample.report)
                if isTrue {
                    trueOnes += 1
                    #expect(account.truth != .fails, "\(claim): \(v) \(account.because)")
                } else if account.truth == .holds, !claim.contains(" = ") {
                    Issue.record("\(claim) holds, but not for \(v): \(account.because)")
                }
                if account.truth != .undecided { decided += 1 }
            }
        }
        // Neither side of the law is empty.
        #expect(trueOnes > 1500 && decided > 2200, "\(trueOnes) \(decided)")
    }

    @Test("of counts, which are not rounded, nothing is left open")
    func counts() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<100 {
            let v = (0..<4).map { _ in Int.random(in: 0...9, using: &generator) }
            let k = Int.random(in: 0...9, using: &generator)
            let table = AuditedTable(
                id: "t",
                rows: ["a", "b", "c", "d"].map { .init($0, .group) },
                columns: [.init("n", .statistic)],
                cells: v.map { [.number(PrintedNumber(units: $0, decimals: 0))] },
                statistic: .count
            )
            let report = AuditedReport(tables: [table])
            let claims: [(String, Bool)] = [
                ("t[a] < t[b]", v[0] < v[1]), ("t[a] <= t[b]", v[0] <= v[1]),
                ("t[a] = t[b]", v[0] == v[1]), ("t[a] != \(k)", v[0] != k),
                ("t[a] = \(k)", v[0] == k), ("sum(t[*]) = \(k * 4)", v.reduce(0, +) == k * 4),
                ("t[a] * 2 - t[b] = \(k)", v[0] * 2 - v[1] == k),
                ("max(t[*]) = \(k)", v.max() == k),
                ("count(t[*] > \(k)) = 2", v.count { $0 > k } == 2),
                ("most(t[*] >= \(k))", v.count { $0 >= k } > 2),
                ("increasing(t[*])", v[0] < v[1] && v[1] < v[2] && v[2] < v[3]),
                ("nondecreasing(t[*])", v[0] <= v[1] && v[1] <= v[2] && v[2] <= v[3]),
                ("not t[a] > t[b] or t[c] > t[d]", !(v[0] > v[1]) || v[2] > v[3]),
            ]
            for (claim, isTrue) in claims {
                let account = try ClaimFixture.account(claim, in: report)
                #expect(account.truth == (isTrue ? .holds : .fails), "\(claim) \(v)")
            }
        }
    }

    @Test("three values of truth: and is the worse, or the better, not the opposite")
    func tables() {
        let rank: [ClaimTruth: Int] = [.fails: 0, .undecided: 1, .holds: 2]
        for a in ClaimTruth.allCases {
            #expect(!(!a) == a)
            for b in ClaimTruth.allCases {
                let worse = (rank[a] ?? 0) < (rank[b] ?? 0) ? a : b
                #expect(ClaimTruth.and([a, b]) == worse)
                #expect(ClaimTruth.or([a, b]) == (worse == a ? b : a))
                #expect(!ClaimTruth.and([a, b]) == ClaimTruth.or([!a, !b]))
            }
        }
        #expect((!ClaimTruth.undecided) == .undecided)
        #expect(ClaimTruth.and([]) == .holds && ClaimTruth.or([]) == .fails)
    }

    @Test("every result of values within two intervals lies in the interval of the result")
    func intervals() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<2000 {
            let numbers = (0..<2).map { _ in
                ClaimNumber(
                    printed: PrintedNumber(
                        units: Int.random(in: -300...300, using: &generator),
                        decimals: Int.random(in: 0...2, using: &generator)
                    ),
                    isWhole: false,
                    unit: .plain,
                    name: "x",
                    cells: []
                )
            }
            let values = numbers.map { Double.random(in: $0.low...$0.high, using: &generator) }
            let results: [(Claim.Operator, Double)] = [
                (.plus, values[0] + values[1]), (.minus, values[0] - values[1]),
                (.times, values[0] * values[1]), (.divided, values[0] / values[1]),
            ]
            for (sign, result) in results where result.isFinite {
                let number = ClaimNumber.compute(sign, numbers[0], numbers[1])
                let slack = 1e-12 * max(1, abs(result))
                #expect(
                    result >= number.low - slack && result <= number.high + slack,
                    "\(numbers.map(\.figure)) \(sign)"
                )
            }
        }
    }
}
