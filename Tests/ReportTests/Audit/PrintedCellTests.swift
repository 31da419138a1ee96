import Testing

@testable import Report

@Suite("The text of a printed cell")
struct PrintedCellTests {
    /// The units and decimals of `text`, nil where it is no number.
    private func read(_ text: String, _ mark: FigureStyle.DecimalMark = .point) throws -> [Int]? {
        let cell = try PrintedCell(reading: text, FigureStyle(mark))
        return cell.number.map { [$0.units, $0.decimals] }
    }

    @Test(
        "figures with what print puts around them",
        arguments: [
            ("2.56", 256, 2), ("2.50", 250, 2), (".84", 84, 2), ("-.84", -84, 2), ("−0.3", -3, 1),
            ("–12", -12, 0), ("+0.3", 3, 1), ("45%", 45, 0), ("45 %", 45, 0),
            ("45.0 per cent", 450, 1),
            ("2.56*", 256, 2), ("2.56***", 256, 2), ("2.56†", 256, 2), ("2.56ᵃ", 256, 2),
            ("2.56²", 256, 2), ("2.56a", 256, 2), ("2.56a,b", 256, 2), ("2.56[1]", 256, 2),
            ("2.56 *", 256, 2), ("*2.56", 256, 2), ("**2.56**", 256, 2), ("(12)", 12, 0),
            ("( 0.45 )", 45, 2), ("2.56 (0.91)", 256, 2), ("2.56 ± 0.91", 256, 2),
            ("2.56 [2.40, 2.72]", 256, 2), ("1,234", 1234, 0), ("1 234", 1234, 0),
            ("1\u{A0}234\u{202F}567", 1_234_567, 0), ("1'234.5", 12345, 1), ("1’234", 1234, 0),
            ("1,234.56", 123_456, 2), ("1.234,56", 123_456, 2), ("0,125", 125, 3), ("2,5", 25, 1),
            ("1,234,567", 1_234_567, 0), ("12.", 12, 0), ("1 234,567", 1_234_567, 3), ("0", 0, 0),
        ]
    )
    func figures(_ text: String, _ units: Int, _ decimals: Int) throws {
        #expect(try read(text) == [units, decimals], "\(text)")
    }

    @Test(
        "words, ranges and figures held back are text",
        arguments: [
            "<5", "> 80", "10–14", "10-14", "2.5 years", "1.2.3", "1,23,456", "12 34", "two",
            "p<.05",
            "1e5", "12:30", "1/2", "≈3", "2.56 m", "NaN", "0x1F", "#REF!", "1,2345,678",
        ]
    )
    func words(_ text: String) throws {
        #expect(try PrintedCell(reading: text, FigureStyle(.point)) == .text(text))
    }

    @Test(
        "dashes and n/a are no figure",
        arguments: ["", " ", "-", "–", "—", "...", "n/a", "N.A.", "н/д"]
    )
    func nothing(_ text: String) throws {
        #expect(try PrintedCell(reading: text, FigureStyle(.point)) == .none)
    }

    @Test("1,234 is decided by the other figures of the table")
    func decimalMark() throws {
        #expect(try read("1,234", .comma) == [1234, 3])
        #expect(try read("1.234", .comma) == [1234, 0])
        #expect(try read("1.234", .point) == [1234, 3])
        #expect(FigureStyle(of: ["1,234", "2,5", "7"]).decimalMark == .comma)
        #expect(FigureStyle(of: ["1,234", "2.5"]).decimalMark == .point)
        #expect(FigureStyle(of: ["1.234", "1.234.567"]).decimalMark == .comma)
        #expect(FigureStyle(of: ["1,234", "12"]).doubtful == "1,234")
        #expect(FigureStyle(of: ["1,234", "2,5"]).doubtful == nil)
        let mixed = FigureStyle(of: ["2,5", "2.5", "3.5"])
        #expect(mixed.decimalMark == .point && mixed.deviating == "2,5")
    }

    @Test("the text of a figure is kept, its percent sign too")
    func text() throws {
        let cell = try PrintedCell(reading: "  73.10 %* ", FigureStyle(.point))
        #expect(cell.text == "73.10 %*")
        #expect(cell.number?.isPercent == true)
        #expect(cell.number?.decimals == 2)
    }

    @Test("the figure in brackets behind another is read by itself")
    func brackets() throws {
        let style = FigureStyle(.point)
        #expect(try PrintedNumber(bracketIn: "2.56 (0.91)", style)?.units == 91)
        #expect(try PrintedNumber(bracketIn: "2.56 ± .9", style)?.units == 9)
        #expect(try PrintedNumber(bracketIn: "45 (23%)", style)?.isPercent == true)
        #expect(try PrintedNumber(bracketIn: "2.56 [2.40, 2.72]", style) == nil)
        #expect(try PrintedNumber(bracketIn: "(0.91)", style) == nil)
        #expect(try PrintedNumber(bracketIn: "2.56", style) == nil)
    }

    @Test("figures that cannot be kept exactly are told")
    func faults() {
        let style = FigureStyle(.point)
        #expect(throws: PrintedFault.tooManyDecimals) {
            try PrintedCell(reading: "0.1234567891", style)
        }
        #expect(throws: PrintedFault.tooManyDigits) {
            try PrintedCell(reading: "99999999999999999999", style)
        }
        #expect(throws: PrintedFault.tooManyDigits) {
            try PrintedCell(reading: "9223372036854775.8079", style)
        }
        #expect(throws: PrintedFault.tooManyDigits) {
            try PrintedCell(reading: "-1000000000000000.1", style)
        }
    }

    @Test("a number has an end where it is rounded or gets more decimals")
    func ends() {
        let ends: [(Double, Int)] = [
            (1e300, 9_000_000_000_000_000_000), (-.infinity, -9_000_000_000_000_000_000), (.nan, 0),
            (9e17, 9_000_000_000_000_000_000), (2.345, 23),
        ]
        for (value, units) in ends {
            #expect(PrintedNumber.rounded(value, decimals: 1).units == units)
        }
        let large = PrintedNumber(units: 999_999_999_999_999, decimals: 0)
        #expect(large.padded(to: 9) == large)
        #expect(large.padded(to: 2).units == 99_999_999_999_999_900)
    }

    @Test("anything can be read without an end to the program")
    func hostile() throws {
        let alphabet = Array("0123456789.,-–+%*†[]()± 'ab^<n/=\u{A0}²±−")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4000 {
            let text = String(
                (0..<Int.random(in: 0...14)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "0"
                }
            )
            for mark in FigureStyle.DecimalMark.allCases {
                _ = try? PrintedCell(reading: text, FigureStyle(mark))
                _ = try? PrintedNumber(bracketIn: text, FigureStyle(mark))
            }
            _ = FigureStyle(of: [text])
            _ = FigureText.withoutFootnotes(text)
        }
    }
}
