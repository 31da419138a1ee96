import Testing

@testable import Report

@Suite("Text of charts")
struct ChartsTextTests {
    @Test(
        "writes numbers as each language does",
        arguments: [
            (NumberStyle.english, 1, 1_234_567.9, "1,234,567.9"),
            (.russian, 1, 1_234_567.9, "1\u{A0}234\u{A0}567,9"),
            (.kyrgyz, 1, 1_234_567.9, "1\u{A0}234\u{A0}567,9"),
            (.english, 0, 1_234, "1,234"), (.russian, 0, 1_234, "1\u{A0}234"),
            (.english, 2, -0.25, "\u{2212}0.25"), (.english, 0, -0.2, "0"),
            (.english, 0, 0.5, "0"), (.english, 0, 1.5, "2"), (.english, 0, 2.5, "2"),
            (.english, 2, 0.05, "0.05"), (.english, 2, 9.999, "10.00"),
            (.english, 0, 999.9, "1,000"), (.english, 0, .nan, "[x]"),
            (.english, 0, .infinity, "[x]"), (.english, 3, -1e300, "[x]"),
        ]
    )
    func numbers(_ style: NumberStyle, _ decimals: Int, _ number: Double, _ expected: String) {
        #expect(style.with(decimals: decimals).text(number) == expected)
    }

    @Test("writes percentages as each language does")
    func percentages() {
        #expect(NumberStyle.english.with(decimals: 1).percent(0.457) == "45.7%")
        #expect(NumberStyle.russian.with(decimals: 1).percent(0.457) == "45,7\u{A0}%")
        #expect(NumberStyle.kyrgyz.with(decimals: 1).percent(0.457) == "45,7%")
    }

    // Sums of the advance widths that FreeType gives for Noto Sans of Debian 12
    // (fonts-noto-core 20201225, through Pillow 13.0.0, letter by letter at 1000 px).
    @Test(
        "measures letters of all three languages",
        arguments: [
            ("Hello", 2.426, 2.585), ("Жаңы үй-бүлө", 6.873, 7.476), ("ө", 0.605, 0.619),
            ("1,234 = 43%", 5.623, 5.71), ("№ 5 — “a”", 4.651, 4.874),
        ]
    )
    func widths(_ text: String, _ regular: Double, _ bold: Double) {
        #expect(abs(TextWidth.of(text, size: 1) - regular) < 1e-9)
        #expect(abs(TextWidth.of(text, size: 1, bold: true) - bold) < 1e-9)
    }

    @Test("gives the minus sign the width of the plus sign, which is that of a digit")
    func minus() {
        #expect(TextWidth.of("\u{2212}", size: 10) == TextWidth.of("+", size: 10))
        #expect(TextWidth.of("\u{2212}", size: 10) == TextWidth.of("0", size: 10))
    }

    @Test("counts a letter that no font of the page has as a whole em, a combining mark as nothing")
    func unknownLetters() {
        #expect(TextWidth.of("漢", size: 10) == 10)
        #expect(TextWidth.of("e\u{301}", size: 10) == TextWidth.of("e", size: 10))
    }

    @Test(
        "breaks long names into lines that fit, and loses nothing but what the limit cuts",
        arguments: [
            "", "word", "a few words that go on", "Жаңы жерге көчүп келген адамга",
            "An/answer/of-many-parts", String(repeating: "Ж", count: 90), "  two  spaces  ",
        ]
    )
    func lines(_ text: String) {
        for width in [30.0, 90, 400] {
            let lines = TextWidth.lines(text, width: width, size: 13, limit: 99)
            #expect(lines.allSatisfy { TextWidth.of($0, size: 13) <= width })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            let three = TextWidth.lines(text, width: width, size: 13)
            #expect(three.count <= 3 && three.allSatisfy { TextWidth.of($0, size: 13) <= width })
            #expect((three.last?.hasSuffix("…") ?? false) == (lines.count > 3))
        }
    }
}

@Suite("An axis")
struct ChartsAxisTests {
    @Test(
        "holds all values between round marks",
        arguments: [
            [2.6, 3.69], [0.28, 0.46], [-5, 5], [0, 0], [7, 7], [1e-9, 2e-9], [-1e12, 1e12],
            [.nan, 1], [], [0.999999, 1.000001],
        ]
    )
    func marks(_ values: [Double]) {
        for fromZero in [true, false] {
            let axis = Axis(holding: values, fromZero: fromZero)
            #expect(axis.low < axis.high && axis.ticks.count >= 2 && axis.ticks.count <= 12)
            for value in values where value.isFinite {
                #expect(axis.low <= value && value <= axis.high)
            }
            if fromZero { #expect(axis.low <= 0 && axis.high >= 0) }
        }
    }

    @Test("stays within its bounds")
    func bounds() {
        let axis = Axis(holding: [0.02, 0.99], fromZero: false, bounds: 0...1)
        #expect(axis.low >= 0 && axis.high <= 1)
    }
}
