import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

@Suite("Statistics files: what becomes a list, a number, a date")
struct StatisticsRuleTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var labels: [Double] = []
        var missing: [(Double, Double)] = []
        let values: [Double]
        /// The categories that come of it; nil for numbers.
        var list: [String]?
        var codes: [String] = []
    }

    private static let cases = [
        Case(testDescription: "no labels: numbers", values: [1, 2, 3]),
        Case(
            testDescription: "every answer labelled: a list, unused labels too",
            labels: [1, 2, 3],
            values: [1, 2, .nan],
            list: ["1", "2", "3"]
        ),
        Case(
            testDescription: "a scale with only its ends labelled: a list of all steps",
            labels: [0, 10],
            values: [0, 3, 7, 9, 2],
            list: (0...10).map(String.init)
        ),
        Case(
            testDescription: "ends of a long scale labelled: numbers",
            labels: [0, 100],
            values: [0, 3, 7, 9, 2, 55],
            codes: ["statfile.labels-on-numbers"]
        ),
        Case(
            testDescription: "declared missing codes on an age: numbers",
            labels: [98, 99],
            missing: [(98, 98), (99, 99)],
            values: [34, 98, 61]
        ),
        Case(
            testDescription: "undeclared missing codes on an age: numbers and a note",
            labels: [98, 99],
            values: [34, 98, 61, 52],
            codes: ["statfile.labels-on-numbers"]
        ),
        Case(
            testDescription: "strays on a list: a list and a warning",
            labels: [1, 2],
            values: [1, 2, 1, 7],
            list: ["1", "2", "7"],
            codes: ["statfile.unlabelled-values"]
        ),
        Case(
            testDescription: "a missing answer without a label joins the list as missing",
            labels: [1, 2],
            missing: [(-9, -1)],
            values: [1, 2, -8, -1],
            list: ["-8 missing", "-1 missing", "1", "2"]
        ),
        Case(
            testDescription: "fractions as codes keep their shortest name",
            labels: [0.5, 1],
            values: [0.5, 1],
            list: ["0.5", "1"]
        ),
        Case(
            testDescription: "a list of which nobody gave an answer stays a list",
            labels: [1, 2],
            values: [.nan],
            list: ["1", "2"]
        ),
    ]

    @Test("value labels decide what a variable is", arguments: cases)
    private func numbers(_ one: Case) {
        let variable = StatDictionary.Variable(
            isText: false,
            name: Array("v".utf8),
            label: [],
            format: "F8.2",
            labelSet: [],
            missing: one.missing.map { .numbers($0.0, $0.1) }
        )
        var reader = StatTextReader(StatEncoding(claimed: "UTF-8", texts: []))
        let source = StatColumnSource(
            variable,
            name: "v",
            labels: one.labels.map { .init(key: .number($0), label: Array("label".utf8)) },
            file: "file.sav",
            reader: &reader
        )
        var problems: [Problem] = []
        let column = source.column(numbers: one.values, problems: &problems)
        #expect(problems.map(\.code.name) == one.codes)
        switch column.values {
        case .codes(let codes, let categories):
            #expect(categories.map { $0.isMissing ? $0.name + " missing" : $0.name } == one.list)
            for (row, value) in one.values.enumerated() {
                let number = codes[row] == 0 ? nil : categories[codes[row] - 1].number
                #expect(number == (value.isNaN ? nil : value))
            }
        case .numbers(let numbers):
            #expect(one.list == nil)
            #expect(zip(numbers.all, one.values).allSatisfy { isClose($0, $1, 0) })
            #expect(Set(column.numberLabels.keys) == Set(one.labels))
        default:
            Issue.record("\(column.values)")
        }
    }

    @Test(
        "date formats of SPSS and Stata give seconds since 1970",
        arguments: [
            // Expected: Python's datetime; Stata's help datetime for the counts from 1960.
            ("DATE11", 12_219_379_200, 0), ("ADATE10", 12_219_379_200 + 86_400, 86_400),
            ("MOYR8", 12_219_379_200, 0), ("DATETIME20", 12_219_379_201, 1),
            ("%td", 3653, 0), ("%-tdDD/NN/CCYY", 21_974, 1_582_934_400), ("%d", 0, -315_619_200),
            ("%tc", 315_619_201_000, 1), ("%tm", 721, 1_580_515_200), ("%tm", -1, -318_297_600),
            ("%tq", 241, 1_585_699_200), ("%th", 121, 1_593_561_600), ("%tw", 3121, 1_578_441_600),
        ] as [(String, Double, Double)]
    )
    func dates(format: String, number: Double, seconds: Double) {
        #expect(StatDates(format: format)?.seconds(number) == seconds)
    }

    @Test(
        "other formats are no dates",
        arguments: ["F8.2", "TIME8", "DTIME10", "%9.0g", "%ty", "%-9s", "A12", "", "%", "%t"]
    )
    func noDates(format: String) {
        #expect(StatDates(format: format) == nil)
    }

    @Test(
        "texts with labels are a list when most of them have one",
        arguments: [
            (["a", "b", "a", ""], ["a", "b"], []),
            (["a", "b", "x", ""], ["a", "b", "x"], ["statfile.unlabelled-values"]),
            (["x", "y", "z", "a"], nil, ["statfile.labels-on-text"]),
        ] as [([String], [String]?, [String])]
    )
    func texts(values: [String], list: [String]?, codes: [String]) {
        let variable = StatDictionary.Variable(
            isText: true,
            name: [],
            label: [],
            format: "A8",
            labelSet: [],
            missing: []
        )
        var reader = StatTextReader(StatEncoding(claimed: "UTF-8", texts: []))
        let source = StatColumnSource(
            variable,
            name: "v",
            labels: ["a", "b"].map { .init(key: .text(Array($0.utf8)), label: [0x41]) },
            file: "file.sav",
            reader: &reader
        )
        var problems: [Problem] = []
        let pool = TextPool(values)
        let column = source.column(
            pool: pool.pool,
            positions: pool.positions,
            problems: &problems
        )
        #expect(problems.map(\.code.name) == codes)
        if let list {
            guard case .codes(let codes, let categories) = column.values else {
                Issue.record("no list")
                return
            }
            #expect(categories.map(\.name) == list)
            #expect(
                values.indices.map { codes[$0] == 0 ? "" : categories[codes[$0] - 1].name }
                    == values
            )
        } else {
            #expect(column.values == .text(pool))
        }
    }

    @Test("Stata's missing values have names and numbers that give each other back")
    func stataMissing() {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let name = "." + String(UnicodeScalar(letter))
            #expect(StataMissing.number(named: name).flatMap(StataMissing.name) == name)
        }
        // As Stata's dta format names the double: .a is 0x7fe0010000000000.
        #expect(StataMissing.number(named: ".a")?.bitPattern == 0x7FE0_0100_0000_0000)
        #expect(StataMissing.name(98) == nil)
        #expect(StataMissing.number(named: "a") == nil)
        #expect(StataMissing.number(named: ".A") == nil)
    }
}
