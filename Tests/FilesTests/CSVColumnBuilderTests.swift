import Files
import Survey
import Testing

@Suite("ColumnBuilder")
struct CSVColumnBuilderTests {
    /// A column of the cells given, as they stand in a text file.
    private func column(_ cells: [String], allowsComma: Bool = false) -> Column {
        var builder = ColumnBuilder(name: "q", allowsComma: allowsComma)
        for cell in cells { builder.append(text: cell) }
        return builder.finish()
    }

    @Test(
        "a column of numbers as machines write them is numbers",
        arguments: [
            (["1", "5", "", "-127"], [1, 5, .nan, -127]),
            (["0", "128"], [0, 128]),
            (["-128"], [-128]),
            (["1.5", "2", ""], [1.5, 2, .nan]),
            (["", "0.100", ".5"], [.nan, 0.1, 0.5]),
            (["1e3", "1E-7", "2.5e+10"], [1000, 1e-7, 2.5e10]),
            (["1.0833333333333333"], [1.0833333333333333]),
            (["999999999999999"], [999_999_999_999_999]),
            (["9007199254740993e0"], [9_007_199_254_740_992]),
            (
                ["1.7976931348623157e308", "5e-324"],
                [1.797_693_134_862_315_7e308, .leastNonzeroMagnitude]
            ),
        ] as [([String], [Double])]
    )
    func numbers(cells: [String], expected: [Double]) throws {
        guard case .numbers(let numbers) = column(cells).values else {
            Issue.record("not numbers")
            return
        }
        #expect(numbers.all.map(\.bitPattern) == expected.map(\.bitPattern))
    }

    @Test(
        "what is not written as a machine writes numbers stays text, as it was written",
        arguments: [
            ["007"], ["1", "2", "007"], ["+7"], ["1000000000000000"], ["1.123456789012345678"],
            ["1.50", "n/a"], ["-0", "x"], ["-0.0", "x"], ["1e3", ".5", "10.25", "-3", "", "x"],
            ["1,5"], ["5."], ["-"], ["."], ["e5"], ["1e"], ["1e1234"], ["1e999"], ["1e-400"],
            [" 5"], ["5 "],
            ["0x10"], ["nan"], ["inf"], ["1.2.3"], ["--1"], ["٣"], ["999999999999999", "a"],
            ["2026-01-05", "5"], ["5", "2026-01-05"], ["2026-01-05", "", "2026-01-05T10:00Z", "x"],
            ["2026-02-29"], ["2026-13-01"], ["2026-1-1"], ["2026-01-05T24:00"], ["0000-01-01"],
            ["2026-01-05T10"], ["2026-01-05 10:00:00."], ["2026-01-05T10:00+6"], ["10:30"],
            ["да", "нет", "", "да"],
        ]
    )
    func text(cells: [String]) {
        #expect(column(cells).values == .text(TextPool(cells)))
    }

    @Test("small whole numbers take one byte a row")
    func narrow() {
        #expect(column(["1", "", "-127"]).values == .numbers(.bytes([1, .min, -127])))
    }

    @Test("a decimal comma is allowed where a whole column has it")
    func comma() {
        let numbers = Column.Values.numbers(.doubles([1.5, 2, -0.25]))
        #expect(column(["1,5", "2", "-0,25"], allowsComma: true).values == numbers)
        let mixed = ["1,5", "1.5"]
        #expect(column(mixed, allowsComma: true).values == .text(TextPool(mixed)))
        let named = ["1,50", "-0,05", "x"]
        #expect(column(named, allowsComma: true).values == .text(TextPool(named)))
    }

    @Test("dates count seconds on the writer's clock")
    func dates() {
        // From Python: calendar.timegm((2024, 2, 29, 0, 0, 0)) and so on.
        let days = column(["2024-02-29", "", "1969-12-31", "0001-01-01"])
        guard case .dates(let seconds, .day) = days.values else {
            Issue.record("not dates")
            return
        }
        #expect(seconds[0] == 1_709_164_800 && seconds[1].isNaN && seconds[2] == -86400)
        #expect(seconds[3] == -62_135_596_800)
        let times = column([
            "2024-02-29T10:30:15.250+06:00", "2024-02-29 10:30", "2024-02-29T10:30:00Z",
            "2024-02-29", "2024-02-29T10:30:00+0600", "2024-02-29T10:30:00-06",
        ])
        let expected = [
            1_709_202_615.25, 1_709_202_600, 1_709_202_600, 1_709_164_800, 1_709_202_600,
            1_709_202_600,
        ]
        #expect(times.values == .dates(expected, .second))
    }

    @Test("typed cells keep their kind, and are written in short where texts follow")
    func typed() {
        var numbers = ColumnBuilder(name: "q")
        numbers.append(number: 5)
        numbers.append(number: 1.5)
        numbers.append(number: .nan)
        var mixed = numbers
        guard case .numbers(let values) = numbers.finish().values else {
            Issue.record("not numbers")
            return
        }
        #expect(values[0] == 5 && values[1] == 1.5 && values[2].isNaN)
        mixed.append(seconds: 1_709_202_615.25, precision: .second)
        mixed.append(seconds: 1_709_164_800, precision: .day)
        mixed.append(number: -0.5)
        let texts = ["5", "1.5", "", "2024-02-29T10:30:15.250", "2024-02-29", "-0.5"]
        #expect(mixed.finish().values == .text(TextPool(texts)))
    }

    @Test("joining two builders is the same as one builder for all cells")
    func joined() {
        let cells = [
            "1", "300", "1.50", "1,5", "", "007", "2024-02-29", "2024-02-29T10:00", "x", "да", ".5",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let kinds = Array(cells.shuffled(using: &random).prefix(.random(in: 1...4)))
            let all = (0..<8).map { _ in kinds.randomElement(using: &random) ?? "" }
            let cut = Int.random(in: 0...all.count)
            var first = ColumnBuilder(name: "q", allowsComma: true)
            var second = first
            for cell in all[..<cut] { first.append(text: cell) }
            for cell in all[cut...] { second.append(text: cell) }
            first.append(contentsOf: second)
            // NaN is not equal to itself, so the columns are compared as they print.
            let whole = column(all, allowsComma: true)
            #expect("\(first.finish())" == "\(whole)", "\(all) cut at \(cut)")
        }
    }
}
