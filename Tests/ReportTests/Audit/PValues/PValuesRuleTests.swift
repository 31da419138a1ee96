import Kernels
import Testing

@testable import Report

@Suite("The rule of p-values")
struct PValuesRuleTests {
    private func judge(_ texts: String..., isWeighted: Bool? = nil) -> RuleOutcome {
        PValuesRule.judge(
            AuditedReport(isWeighted: isWeighted, passages: texts.map { Passage(text: $0) })
        )
    }

    private func severity(_ text: String, isWeighted: Bool? = nil) -> AuditSeverity? {
        judge(text, isWeighted: isWeighted).findings.first?.severity
    }

    @Test("a wrong p-value is contradictory, and a wrong decision is said first")
    func decision() throws {
        let outcome = judge("t(28) = 1.20, p = .03")
        #expect(outcome.checked == 1 && outcome.findings.count == 1)
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "p-values:passage 1:test 1")
        #expect(finding.rule == .pValues && finding.severity == .contradictory)
        #expect(
            finding.headline == "\"t(28) = 1.20, p = .03\": not significant at 5 per cent, "
                + "contrary to print: the p-value is 0.2402"
        )
        #expect(finding.expected == "0.2402")
        #expect(
            finding.because
                == "The printed statistic has a two-sided p-value of 0.2402. Statistics "
                + "that round to the printed one have p-values from 0.2383 to 0.2421. The printed "
                + "p-value is none of these, rounded."
        )
        #expect(finding.consequence?.contains("not significant") == true)
    }

    @Test("an error that changes no decision has no consequence")
    func slip() throws {
        let finding = try #require(judge("t(28) = 2.20, p = .03").findings.first)
        #expect(finding.severity == .contradictory && finding.consequence == nil)
        #expect(finding.likelyCause?.contains("cut off") == true)
        #expect(finding.headline == "\"t(28) = 2.20, p = .03\": the p-value is 0.0362")
    }

    @Test(
        "severity follows from what is printed and from the words beside it",
        arguments: [
            ("t(28) = 2.2, p = .03", nil),
            ("t(28) = 2.20, p = .018, one-tailed", nil),
            ("t(28) = -2.20, p = .982, one-tailed", nil),
            ("t(28) = 2.20, p = .018", .contradictory),
            ("t(28) = 2.20, p = .018, not one-tailed", .contradictory),
            ("t(28) = 2.20, p = .108 (Bonferroni)", .improbable),
            ("t(28) = 2.20, p = .012 (Bonferroni)", .contradictory),
            ("t(28) = 2.20, p = .108, without Bonferroni correction", .contradictory),
            ("F(2, 28) = 2.20, p = .15 (Greenhouse–Geisser)", .improbable),
            ("The tests are design-adjusted. F(2, 28) = 2.20, p = .15", .improbable),
            ("Weighted: χ²(1) = 5.21, p = .08", .improbable),
            ("Unweighted: χ²(1) = 5.21, p = .08", .contradictory),
            ("Mann–Whitney: U = 12.5, z = -2.10, p = .05", .improbable),
            ("t(198) = -2.22, p = -.22", .impossible),
            ("t(198) = 2.22, p = 2.2", .impossible),
            ("r(28) = 1.22, p = .26", .impossible),
            ("F(2, 28) = -2.20, p = .13", .impossible),
            ("χ²(2) = -2.20, p = .13", .impossible),
            ("t(28) = 22.20, p = .000", .cosmetic),
            ("t(28) = 22.20, p < .000", .cosmetic),
            ("t(28) = 2.20, p = .000", .contradictory),
            ("r(30) = .22, p = .243", .cosmetic),
            ("χ²(1) = 5.21, p = .022", nil),
            ("Holmes found exactly that robustness: t(28) = 2.20, p = .108", .contradictory),
            ("Spearman: r(28) = .22, p = .36", .improbable),
            ("Fisher's exact test: χ²(1) = 5.21, p = .08", .improbable),
        ] as [(String, AuditSeverity?)]
    )
    func severities(_ text: String, _ wanted: AuditSeverity?) {
        let outcome = judge(text)
        #expect(outcome.checked == 1)
        #expect(outcome.findings.first?.severity == wanted)
        #expect(outcome.findings.allSatisfy { ($0.unless != nil) || $0.severity != .improbable })
    }

    @Test("weights excuse F and χ², which they change, and no t")
    func weights() {
        #expect(severity("F(2, 28) = 2.20, p = .15", isWeighted: true) == .improbable)
        #expect(severity("χ²(1) = 5.21, p = .08", isWeighted: true) == .improbable)
        #expect(severity("t(28) = 2.20, p = .06", isWeighted: true) == .contradictory)
        #expect(severity("χ²(1) = 5.21, p = .08", isWeighted: false) == .contradictory)
    }

    @Test("what another passage says counts as well")
    func elsewhere() throws {
        let outcome = judge("All tests were Holm-adjusted.", "t(28) = 2.20, p = .108")
        let finding = try #require(outcome.findings.first)
        #expect(finding.id == "p-values:passage 2:test 1")
        #expect(finding.severity == .improbable)
        #expect(finding.unless == "the p-value is adjusted for several tests")
        let sided = judge("Tests are one-sided.", "t(28) = 2.20, p = .018")
        #expect(sided.findings.first?.severity == .improbable)
    }

    @Test("what cannot be read is counted with its words")
    func silences() {
        let outcome = judge("H(2) = 9.80, p = .007. And t = 2.20, p = .03.")
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(
            outcome.silences == [
                RuleOutcome.Silence(
                    "not read: \"H(2) = 9.80, p = .007\", whose p-value does not follow from what "
                        + "stands beside it"
                ),
                RuleOutcome.Silence(
                    "not read: \"t = 2.20, p = .03\", which has no degrees of freedom",
                    wanted: "its degrees of freedom"
                ),
            ]
        )
    }

    @Test("the words of a claim are read, but not what a passage said before")
    func claims() {
        func claim(_ id: String, _ words: String) -> AuditedClaim {
            AuditedClaim(id: id, page: "7", words: words, expression: "1 = 1")
        }
        let outcome = PValuesRule.judge(
            AuditedReport(
                claims: [claim("a", "(t (28) = 1.20, p = .03)"), claim("b", "z = 1.2, p = .03")],
                passages: [Passage(text: "We saw t(28) = 1.20, p = .03.")]
            )
        )
        #expect(
            outcome.findings.map(\.id) == ["p-values:passage 1:test 1", "p-values:b:test 1"]
        )
        #expect(outcome.findings.last?.claim == "b")
        #expect(outcome.findings.last?.because.hasPrefix("Page 7: ") == true)
    }

    @Test("a long report is judged soon")
    func long() {
        let text = String(repeating: "Trust fell, t(28) = 2.20, p = .036. ", count: 300)
        let start = ContinuousClock.now
        #expect(judge(text, text, text).checked == 900)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test("a page of ordinary text with right p-values raises no alarm")
    func ordinary() {
        let text = """
            Of 1,024 respondents (47.3% men, M = 38.2 years, SD = 12.1) 417 live in towns. Trust was
            lower there (2.56 vs. 2.71), t(415) = 3.12, p = .002, d = 0.31, 95% CI [0.11, 0.50]. The
            three regions differ, F(2, 1,012) = 4.87, MSE = 0.84, p = .008, ηp² = .01; post hoc, Osh
            and Talas do (p = .004) and Osh and Naryn do not (p = .41). Sex and region were related,
            χ²(3, N = 1,024) = 11.34, p = .010, V = .11. Age correlates with trust (r(498) = .14,
            p = .002) but not with distance (r = -.03, p = .50). A rank test gave U = 1,204.5,
            z = -2.41, p = .016, r = .11. The interaction was F(1.87, 205.4) = 2.93, p = .06, and in
            unequal variances t(87.6) = 1.43, p = .16; F < 1 for all others. In 2021 (n = 512), p
            values fell below .05 in 12 of 40 tests (t(60) > 2.00 each). B = 0.21, SE = 0.07,
            t = 3.00, p = .003. See Table 2 (p. 28). * p < .05. ** p < .01. Model fit:
            χ²(24) = 60.10, CFI = .96, RMSEA = .05, p = .40. Sex: F(1, 58) = 0.41, n.s.
            """
        let outcome = judge(text)
        #expect(outcome.findings.isEmpty, "\(outcome.findings.map(\.headline))")
        #expect(outcome.checked == 8)
        #expect(outcome.silences.map(\.count).reduce(0, +) == 3, "\(outcome.silences)")
    }

    @Test("correctly printed results of random tests are never flagged")
    func noFalseAlarm() {
        var random = SeededGenerator(seed: 42)
        for _ in 0..<500 {
            let text = Self.printed(using: &random)
            let outcome = judge(text)
            #expect(outcome.checked == 1, "\(text)")
            #expect(outcome.findings.isEmpty, "\(text): \(outcome.findings.map(\.because))")
        }
    }

    /// A random test whose statistic and p are rounded from the same unrounded value.
    private static func printed(using random: inout SeededGenerator) -> String {
        let decimals = Int.random(in: 1...3, using: &random)
        let df = Int.random(in: 2...400, using: &random)
        let size = Double.random(in: 0...4.5, using: &random)
        func figure(_ value: Double, _ decimals: Int) -> String {
            PrintedNumber.rounded(value, decimals: decimals).text
        }
        let p: Double
        let head: String
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            p = 2 * Kernels.Distribution.studentT(df: Double(df)).upperTail(size)
            head = "t(\(df)) = -" + figure(size, decimals)
        case 1:
            let df1 = Int.random(in: 1...6, using: &random)
            p = Kernels.Distribution.fisherF(Double(df1), Double(df)).upperTail(size)
            head = "F(\(df1), \(df)) = " + figure(size, decimals)
        case 2:
            let few = Int.random(in: 1...8, using: &random)
            p = Kernels.Distribution.chiSquare(df: Double(few)).upperTail(size)
            head = "χ²(\(few), N = \(df + 10)) = " + figure(size, decimals)
        case 3:
            let r = size / 5
            let t = r * (Double(df) / (1 - r * r)).squareRoot()
            p = 2 * Kernels.Distribution.studentT(df: Double(df)).upperTail(t)
            head = "r(\(df)) = " + figure(r, decimals + 1)
        default:
            p = 2 * Kernels.Distribution.normal.upperTail(size)
            head = "z = " + figure(size, decimals)
        }
        let places = Int.random(in: 2...4, using: &random)
        let printed = figure(p, places)
        guard PrintedNumber.rounded(p, decimals: places).units > 0 else {
            return head + ", p < " + figure(1 / Double(PrintedNumber.power(places)), places)
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return head + (p < 0.05 ? ", p < .05" : ", ns")
        case 1: return head + "; p = " + printed
        default: return head + ", p = " + printed.dropFirst(printed.hasPrefix("0.") ? 1 : 0)
        }
    }
}
