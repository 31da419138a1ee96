import Foundation
import TestKit
import Testing

@testable import Report

/// What statcheck 1.6.0 made of one text.
private struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var option: String
    var isFound: Bool
    var computed: Double?
    var isError: Bool
    var isDecisionError: Bool

    var testDescription: String { "\(text) [\(option)]" }

    static let all: [Row] = {
        guard
            let url = Bundle.module.url(
                forResource: "statcheck",
                withExtension: "csv",
                subdirectory: "Fixtures/Audit"
            ), let file = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return file.split(separator: "\n").dropFirst().map { line in
            let fields = Self.fields(line)
            return Row(
                text: fields[0],
                option: fields[1],
                isFound: fields[2] == "1",
                computed: Double(fields[10]),
                isError: fields[11] == "true",
                isDecisionError: fields[12] == "true"
            )
        }
    }()

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

@Suite("p-values against statcheck 1.6.0")
struct StatcheckOracleTests {
    /// Texts that statcheck reads and we read otherwise, and why.
    static let different: [String: String] = [
        "t(28) = 2,20, p = .04": "the comma is a decimal mark: 2.20, not 220",
        "Kruskal-Wallis, H(2) = 9.80, p = .007": "H is no χ² in small samples: not judged",
        "Mann-Whitney U(28) = 12.20, p = .03": "U is no χ²: not judged",
        "t(28) = 2.20, p = 3.6e-2": "three decimals, not the four signs after the point",
        "A two-sided test was used; not one-sided. t(40) = 1.70, p = .048":
            "\"not one-sided\" does not make a test one-sided",
    ]

    @Test("the fixture is whole")
    func whole() {
        #expect(Row.all.count == 79)
    }

    @Test("p, error and decision error are those of statcheck", arguments: Row.all)
    private func oracle(_ row: Row) throws {
        guard row.isFound, Self.different[row.text] == nil else { return }
        let test = try #require(TestReader(row.text).tests.first)
        let expected = try #require(row.computed)
        var recomputed = try #require(RecomputedP(test))
        let words = TestContext(words: FoldedText(row.text).lowercased)
        let isAsked = row.option != "default"
        if isAsked, words.isOneSided, recomputed.isError(test),
            row.option == "one_tailed_all" || !recomputed.halved.isError(test)
        {
            recomputed = recomputed.halved
        }
        #expect(abs(recomputed.p - expected) <= 1e-9 * max(expected, 1e-9))
        #expect(recomputed.isError(test) == row.isError)
        #expect(recomputed.isDecisionError(test) == row.isDecisionError)
    }

    @Test(
        "what statcheck does not read, or reads wrong, is read as a person would",
        arguments: [
            ("t(198) = -2.22, p = -.22", 0.0275, true),
            ("t(38) >= 2.25, p = .03", 0.0303, false),
            ("t 28 = 2.20, p = .03", 0.0362, true),
            ("t(28) = 2,20, p = .04", 0.0362, false),
            ("t(28) = 2.20, p = 3.6e-2", 0.0362, false),
            ("A two-sided test was used; not one-sided. t(40) = 1.70, p = .048", 0.0969, true),
            ("t(1,028) = 2.20, p = .03", 0.0280, false),
            ("t(28) = 2.20; p = .03", 0.0362, true),
            ("T(28) = 2.20, p = .03", 0.0362, true),
            ("F(2, 28) = 2.20, MSE = 3.1, p = .15", 0.1296, true),
            ("t(28) = 2.20, d = 0.40, p = .03", 0.0362, true),
            ("M = 2.56, SD = 0.40, t(28) = − 2.20, p = .036", 0.0362, false),
            ("t(28) = 2.20, p = .09-and", 0.0362, true),
            ("p = .03, t(28) = 2.20", 0.0362, true),
            ("z = 2.20, p = .04", 0.0278, true),
            ("χ²(1) = 5.21, p = .022", 0.0225, false),
        ]
    )
    func hazards(text: String, p: Double, isError: Bool) throws {
        let tests = TestReader(text).tests
        try #require(tests.count == 1)
        let recomputed = try #require(RecomputedP(tests[0]))
        #expect(abs(recomputed.p - p) < 0.00006)
        #expect(recomputed.isError(tests[0]) == isError)
    }

    @Test(
        "a statistic without a known distribution is counted, not judged",
        arguments: [
            "tau(28) = 2.20, p = .03", "D(28) = 0.20, p = .03", "rs(28) = .40, p = .03",
            "H(2) = 9.80, p = .007", "Wald(1) = 4.20, p = .04",
            "Kruskal-Wallis, H(2) = 9.80, p = .007", "Mann-Whitney U(28) = 12.20, p = .03",
            "U = 12.5, p = .03", "ρ = .40, p = .03", "t = 2.20, p = .03", "r = .40, p < .01",
            "t(2, 28) = 2.20, p = .03", "t(28) = 2,204, p = .03", "F(28) = 2.20, p = .1",
            "χ²(24) = 60.1, RMSEA = .05, p = .40", "t(28) = 2.20, p_adj = .09",
            "t(28) = 2.20 where wave 1 had p = .30",
        ]
    )
    func unread(_ text: String) {
        let reader = TestReader(text)
        #expect(reader.tests.isEmpty)
        #expect(reader.unread.count == 1)
        #expect(reader.unread.first.map { text.contains($0.text) } == true)
    }

    @Test("a correlation beyond 1 is read and impossible, where statcheck drops it")
    func beyondOne() throws {
        let test = try #require(TestReader("r(28) = 1.22, p = .26").tests.first)
        let verdict = PValueVerdict(test, near: TestContext(), far: TestContext(), isWeighted: nil)
        guard case .wrong(let wrong) = verdict else { return #expect(Bool(false)) }
        #expect(wrong.severity == .impossible)
    }

    @Test("every row is either compared, or a hazard of which another test says what we do")
    func covered() {
        let hazards: Set<String> = [
            "r(28) = 1.22, p = .26", "t(198) = -2.22, p = -.22", "t(38) >= 2.25, p = .03",
            "t 28 = 2.20, p = .03", "t(1,028) = 2.20, p = .03", "t(28) = 2.20; p = .03",
            "T(28) = 2.20, p = .03", "tau(28) = 2.20, p = .03", "D(28) = 0.20, p = .03",
            "rs(28) = .40, p = .03", "F(2, 28) = 2.20, MSE = 3.1, p = .15",
            "t(28) = 2.20, d = 0.40, p = .03", "M = 2.56, SD = 0.40, t(28) = − 2.20, p = .036",
            "t(28) = 2.20, p = .09-and", "p = .03, t(28) = 2.20", "H(2) = 9.80, p = .007",
            "Wald(1) = 4.20, p = .04", "z = 2.20, p = .04", "χ²(1) = 5.21, p = .022",
        ]
        #expect(Set(Row.all.filter { !$0.isFound }.map(\.text)) == hazards)
    }
}
