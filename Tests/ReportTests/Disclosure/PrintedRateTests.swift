import Survey
import Testing

@testable import Report

@Suite("Printed outcome rates")
struct PrintedRateTests {
    typealias Rate = DisclosureForm.PrintedRate

    static let cases = Dispositions([
        .complete: 1000, .partial: 25, .refusal: 310, .nonContact: 140, .other: 45,
        .unknownHousehold: 80, .unknownOther: 20, .notEligible: 120,
    ])

    @Test(
        "are read with their precision",
        arguments: [
            ("61.7%", 0.6165, 0.6175), ("61,7 %", 0.6165, 0.6175), ("0.617", 0.6165, 0.6175),
            ("62", 0.615, 0.625), ("100%", 0.995, 1.005), ("0", -0.5, 0.5), ("1%", 0.005, 0.015),
        ]
    )
    func reading(text: String, low: Double, high: Double) throws {
        let rate = try #require(Rate(name: "RR1", text: text))
        #expect(abs(rate.interval.lowerBound - low) < 1e-12)
        #expect(abs(rate.interval.upperBound - high) < 1e-12)
        #expect(rate.rate == .rr1)
    }

    @Test(
        "are no rates when they are no share",
        arguments: [
            "", "%", "high", "-5%", "101%", "1e2", "1.2.3", ".5", "5.", "１２", "0x1p3", "nan", "inf",
            "99999999999999999999", "61.7%%",
        ]
    )
    func noRate(text: String) {
        #expect(Rate(name: "RR1", text: text) == nil)
    }

    @Test("have a name of AAPOR’s, or none")
    func names() {
        #expect(Rate(name: "response", text: "62%")?.rate == .some(.none))
        #expect(Rate(name: "RR7", text: "62%") == nil)
    }

    struct Check: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var eligibility: String?
        var cases: Dispositions? = PrintedRateTests.cases
        var verdict: DisclosureForm.RateCheck.Verdict
        var words: String
        var testDescription: String { "\(name) \(text) \(eligibility ?? "")" }
    }

    static let checks = [
        Check(name: "RR1", text: "61.7%", verdict: .fits, words: "RR1 = I / (E + U) = 61.73%"),
        Check(name: "RR1", text: "65.8%", verdict: .differs, words: "but 65.8% is printed"),
        Check(name: "RR5", text: "0.66", verdict: .fits, words: "RR5 = I / E = 65.79%"),
        Check(name: "RR3", text: "62.0%", verdict: .fits, words: "e = 0.927, the share among"),
        // e = 0.5 gives 63.7 %: the report names none, so it may be meant.
        Check(name: "RR3", text: "63.7%", verdict: .undecided, words: "needs another e"),
        Check(name: "RR3", text: "63.7%", eligibility: "0.5", verdict: .fits, words: "e = 0.500"),
        Check(name: "RR3", text: "62.0%", eligibility: "0.5", verdict: .differs, words: "63.69%"),
        // No e from 0 to 1 gives less than RR1 or more than RR5.
        Check(name: "RR3", text: "66.5%", verdict: .differs, words: "66.5% is printed"),
        Check(name: "RR3", text: "61.0%", verdict: .differs, words: "61.0% is printed"),
        Check(name: "COOP1", text: "72.5%", verdict: .fits, words: "I / (I + P + R + O)"),
        Check(name: "CON3", text: "90.8%", verdict: .fits, words: "90.79%"),
        Check(name: "response", text: "66%", verdict: .fits, words: "it can be RR5 = I / E"),
        Check(name: "response", text: "63%", verdict: .fits, words: "RR2 = (I + P) / (E + U)"),
        Check(name: "response", text: "80%", verdict: .differs, words: "is none of AAPOR’s six"),
        Check(
            name: "response",
            text: "64.4%",
            verdict: .undecided,
            words: "with an e that the report does not name it can be RR3"
        ),
        Check(name: "RR1", text: "61.7%", cases: nil, verdict: .undecided, words: "does not print"),
        Check(
            name: "COOP1",
            text: "61.7%",
            cases: Dispositions([.nonContact: 3]),
            verdict: .undecided,
            words: "cannot be computed"
        ),
    ]

    @Test("are computed again from the printed cases", arguments: checks)
    func again(check: Check) throws {
        let form = DisclosureForm(
            dispositions: check.cases,
            eligibility: check.eligibility.flatMap { Rate(name: Rate.unnamed, text: $0) },
            printedRates: [try #require(Rate(name: check.name, text: check.text))]
        )
        let found = form.rateChecks()
        try #require(found.count == 1)
        #expect(found[0].verdict == check.verdict, "\(found[0].text)")
        #expect(found[0].text.contains(check.words), "\(found[0].text)")
    }

    @Test("of the wrong order are found without the cases, equal ones are not")
    func order() throws {
        func differing(_ rates: [(String, String)]) throws -> [String] {
            let form = DisclosureForm(
                printedRates: try rates.map { try #require(Rate(name: $0, text: $1)) }
            )
            return form.rateChecks().filter { $0.verdict == .differs }.map(\.text)
        }
        #expect(try differing([("RR1", "61.7%"), ("RR3", "62%"), ("RR5", "65.8%")]) == [])
        // 62 % may be 62.4 %, and 62.4 % may be 62.35 %.
        #expect(try differing([("RR1", "62.4%"), ("RR3", "62%")]) == [])
        let found = try differing([("RR1", "63%"), ("RR3", "61%")])
        #expect(found.count == 1 && found[0].contains("RR1, 63%, is above RR3, 61%"))
    }

    @Test(
        "go with the people of the tables",
        arguments: [
            (1025, DisclosureForm.RateCheck.Verdict.fits), (1026, .differs), (1000, .undecided),
        ]
    )
    func people(n: Int, verdict: DisclosureForm.RateCheck.Verdict) {
        let found = DisclosureForm(dispositions: Self.cases).rateChecks(answered: n)
        #expect(found.map(\.verdict) == [verdict])
    }
}
