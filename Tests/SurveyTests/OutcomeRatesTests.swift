import Kernels
import Survey
import TestKit
import Testing

@Suite("Outcome rates")
struct OutcomeRatesTests {
    /// Cases of every size, with empty categories among them.
    private static let many: [Dispositions] = {
        var random = SeededGenerator(seed: 7)
        return (0..<60).map { _ in
            var dispositions = Dispositions()
            for category in Dispositions.Category.allCases {
                dispositions.add(category, max(0, Int.random(in: -40...200, using: &random)))
            }
            return dispositions
        }
    }()

    /// The value of a sum such as "(I + P + R)" or "E + e U".
    private func value(_ sum: String, _ cases: Dispositions, _ e: Double) -> Double {
        var letters: [String: Double] = ["e U": e * Double(cases.unknownCases)]
        letters["U"] = Double(cases.unknownCases)
        for category in Dispositions.Category.allCases {
            letters[category.rawValue] = Double(cases[category])
        }
        letters["E"] = ["I", "P", "R", "NC", "O"].reduce(0) { $0 + (letters[$1] ?? .nan) }
        let terms = sum.filter { $0 != "(" && $0 != ")" }.components(" + ")
        return terms.reduce(0) { $0 + (letters[$1] ?? .nan) }
    }

    @Test("are what their formulas say")
    func formulas() throws {
        for cases in Self.many {
            let rates = OutcomeRates(cases, eligibility: 0.4)
            for rate in Dispositions.Rate.allCases {
                let parts = rate.formula.components(" / ")
                try #require(parts.count == 2)
                let under = value(parts[1], cases, 0.4)
                guard under > 0 else {
                    #expect(rates[rate] == nil)
                    continue
                }
                let expected = value(parts[0], cases, 0.4) / under
                #expect(isClose(try #require(rates[rate]), expected, 1e-12), "\(rate)")
            }
        }
    }

    @Test("never stand the wrong way round", arguments: [nil, 0, 0.3, 1] as [Double?])
    func order(e: Double?) {
        for cases in Self.many {
            let rates = OutcomeRates(cases, eligibility: e)
            for (low, high) in Dispositions.Rate.neverAbove {
                guard let small = rates[low], let large = rates[high] else { continue }
                #expect(small <= large + 1e-12, "\(low) and \(high) of \(cases.counts)")
            }
            for rate in Dispositions.Rate.allCases {
                if let value = rates[rate] { #expect((0...1).contains(value), "\(rate)") }
            }
        }
    }

    @Test("take e from the known cases unless it is given, and need none without unknown cases")
    func eligibility() {
        let known = OutcomeRates(Dispositions([.complete: 30, .refusal: 30, .notEligible: 20]))
        #expect(known.eligibility == 0.75 && !known.isEligibilityGiven)
        #expect(known[.rr3] == 0.5 && known[.rr1] == 0.5)
        let given = OutcomeRates(
            Dispositions([.complete: 30, .unknownOther: 60]),
            eligibility: 0.5
        )
        #expect(given[.rr3] == 0.5 && given.isEligibilityGiven)
        #expect(isClose(given[.rr1] ?? 0, 1.0 / 3, 1e-12))
    }

    @Test("that need e are missing where nothing tells it; the others are not")
    func unknown() {
        let rates = OutcomeRates(Dispositions([.unknownHousehold: 12]))
        #expect(rates.eligibility == nil)
        #expect(rates[.rr1] == 0 && rates[.con1] == 0)
        for rate in Dispositions.Rate.allCases where rate.dependsOnEligibility {
            #expect(rates[rate] == nil, "\(rate)")
        }
        #expect(rates[.rr5] == nil && rates[.coop1] == nil)
    }
}

extension String {
    /// The parts between `separator`.
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
