import Kernels
import Testing

@testable import Report

@Suite("Results of tests in text")
struct TestReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: ReportedTest.Kind
        var df: [Double]
        var statistic: Double
        var decimals: Int
        var p: Double?
        var testDescription: String { text }

        init(
            _ text: String,
            _ kind: ReportedTest.Kind,
            _ df: [Double],
            _ statistic: Double,
            _ decimals: Int,
            _ p: Double?
        ) {
            self.text = text
            self.kind = kind
            self.df = df
            self.statistic = statistic
            self.decimals = decimals
            self.p = p
        }
    }

    @Test(
        "one test is read from many ways to print it",
        arguments: [
            Case("t(28)=2.20,p=.03", .t, [28], 2.2, 2, 0.03),
            Case("ｔ（２８）＝２．２０，ｐ＝．０３", .t, [28], 2.2, 2, 0.03),
            Case("𝑡(28) = 2.20, 𝑝 = .03", .t, [28], 2.2, 2, 0.03),
            Case("t\u{2009}(28)\u{202F}=\u{A0}2.20, p\u{2009}<\u{2009}.05", .t, [28], 2.2, 2, 0.05),
            Case("t[28] = –2.20, P-value = 0.03", .t, [28], -2.2, 2, 0.03),
            Case("t₂₈ = 2.20, p = .03", .t, [28], 2.2, 2, 0.03),
            Case("t_{28} = 2·20, p = 0·03", .t, [28], 2.2, 2, 0.03),
            Case("t(28,4) = 2,20; p = 0,036", .t, [28.4], 2.2, 2, 0.036),
            Case("т(28) = 2,20; р = 0,036", .t, [28], 2.2, 2, 0.036),
            Case("t(df = 28) = 2.20, p (two-tailed) = .036", .t, [28], 2.2, 2, 0.036),
            Case("t = 2.20, df = 28, p-value = 0.036", .t, [28], 2.2, 2, 0.036),
            Case("t(28) = 2.20, 95% CI [0.10, 0.90], p = .036", .t, [28], 2.2, 2, 0.036),
            Case("t(28) = 2.20, r = .38, p = .036", .t, [28], 2.2, 2, 0.036),
            Case("t(28) = 2.20, p ≤ .05", .t, [28], 2.2, 2, 0.05),
            Case("t(28) = 2.20, n.s.", .t, [28], 2.2, 2, nil),
            Case("t(28) = 2.20, p = ns", .t, [28], 2.2, 2, nil),
            Case("F(2,280) = 3.41, ηp² = .12, p = .034", .fisherF, [2, 280], 3.41, 2, 0.034),
            Case("F(2, 1,028) = 1,204.33, p < .001", .fisherF, [2, 1028], 1204.33, 2, 0.001),
            Case("F(2,1,028) = 3.41, p = .034", .fisherF, [2, 1028], 3.41, 2, 0.034),
            Case("F(1,62; 45,3) = 3,41; p = 0,05", .fisherF, [1.62, 45.3], 3.41, 2, 0.05),
            Case("F_{2,28} = 2.20, p = .13", .fisherF, [2, 28], 2.2, 2, 0.13),
            Case("F = 2.20, df = 2, 28, p = .13", .fisherF, [2, 28], 2.2, 2, 0.13),
            Case("χ²(1, N = 1,024) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("χ²(1, 1024) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("χ^2(1) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("χ²₁ = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("Χ²(1) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("Wald χ²(1) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("chi-squared(1) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("Chi-square = 5.21, df = 1, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("Δχ²(1) = 5.21, p = .022", .chiSquare, [1], 5.21, 2, 0.022),
            Case("r(N = 30) = .22, p = .243", .r, [28], 0.22, 2, 0.243),
            Case("r = .22, n = 30, p = .243", .r, [28], 0.22, 2, 0.243),
            Case("U = 123.5, z = -2.10, p = .036", .z, [], -2.1, 2, 0.036),
            Case("z = 4.8, p = 1.6 × 10⁻⁶", .z, [], 4.8, 1, 1.6e-6),
            Case("(z = 2.20; p = 2.8%)", .z, [], 2.2, 2, 0.028),
            Case("p = .036 (t(28) = 2.20)", .t, [28], 2.2, 2, 0.036),
            Case("t(28) = 2.20, p = .036²", .t, [28], 2.2, 2, 0.036),
        ]
    )
    func forms(_ wanted: Case) throws {
        let reader = TestReader(wanted.text)
        try #require(reader.tests.count == 1)
        let test = reader.tests[0]
        #expect(test.kind == wanted.kind)
        #expect(test.df.map(\.value) == wanted.df)
        #expect(abs(test.statistic.value - wanted.statistic) < 1e-12)
        #expect(test.statistic.decimals == wanted.decimals)
        switch test.p {
        case .value(_, let number):
            let p = try #require(wanted.p)
            #expect(abs(number.value - p) < 1e-12)
        case .notSignificant: #expect(wanted.p == nil)
        }
    }

    @Test(
        "prose and other figures are no tests",
        arguments: [
            "", "We don't (28) = 2, p", "p = .03", "The mean was 2.56 (SD = 0.40, n = 28).",
            "a p-value of .03 was found", "b = 0.20, p = .03", "t(28) = 2.20.", "Table 2 (p. 28)",
            "F(2, 28) and t(28)", "t(28) = 1.20 * p < .05, ** p < .01",
            "t(28) = 2.20 pp. 12–14", "In 2019 (n = 28), p was small",
        ]
    )
    func prose(_ text: String) {
        let reader = TestReader(text)
        #expect(reader.tests.isEmpty)
        #expect(reader.unread.isEmpty)
    }

    @Test("of several tests each has its own p-value")
    func several() {
        let text = """
            Trust fell, t(28) = 2.20, p = .036, and F(2, 28) = 2.20, with p = .13. Then t(40) = 1.1,
            F(1, 138) < 1, p = .812; no other p = .4 counts. U = 12, p = .03; z = 1.96, p = .05.
            """
        let reader = TestReader(text)
        #expect(
            reader.tests.map(\.text) == [
                "t(28) = 2.20, p = .036", "F(2, 28) = 2.20, with p = .13",
                "F(1, 138) < 1, p = .812", "z = 1.96, p = .05",
            ]
        )
        #expect(reader.unread.map(\.text) == ["U = 12, p = .03"])
    }

    @Test("a p-value before its test belongs to it; between two p-values it stays open")
    func before() {
        #expect(TestReader("(p = .036, t(28) = 2.20)").tests.count == 1)
        #expect(TestReader("b = 0.2, p = .03, t(28) = 2.20").tests.isEmpty)
        let two = TestReader("p = .036, t(28) = 2.20; p = .10, t(40) = 1.68")
        #expect(two.unread.map(\.reason) == [.unclear])
    }

    @Test(
        "text of every kind ends soon and stops nothing",
        arguments: [
            "t(", "t(1)=", "t(1)=1 ", "p=", "p=.0", "r(1,", "1,000,", "٣", "👩‍👩‍👧", "χ²(", "e-9",
            "= - ", "x 10^-", "ns ", "F(9,9)=9.9,", "t(28)=9e999,p=9e-999;", "_", "^", "df = 1, ",
            "F(99999999999999999999,1)=1,p=1 ",
        ]
    )
    func hostile(_ piece: String) {
        let text = String(repeating: piece, count: 5_000 / piece.utf8.count)
        let reader = TestReader(text)
        #expect(reader.ranges.count == reader.tests.count)
        for test in reader.tests { _ = RecomputedP(test)?.isError(test) }
    }

    @Test("a hundred thousand signs are read soon", arguments: ["9", "(", ")", "👩‍👩‍👧", " "])
    func long(_ piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let start = ContinuousClock.now
        let reader = TestReader(text + " t(28) = 2.20, p = .036")
        #expect(reader.tests.count == 1)
        // What takes the square of the length takes minutes.
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("random signs are read without harm")
    func random() {
        var random = SeededGenerator(seed: 11)
        let signs = Array("tFrzχQp²=<>≤.,;:()[]0123456789 -−eEx^_nNsdf%*₁⁻·р👍\u{301}")
        for _ in 0..<800 {
            let length = Int.random(in: 0..<40, using: &random)
            let text = String((0..<length).map { _ in signs.randomElement(using: &random) ?? "t" })
            for test in TestReader(text).tests {
                if let recomputed = RecomputedP(test) {
                    #expect(recomputed.low <= recomputed.p && recomputed.p <= recomputed.high)
                }
            }
        }
    }
}
