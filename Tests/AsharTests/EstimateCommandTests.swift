import Base
import Foundation
import TestKit
import Testing

/// Runs `ashar estimate` on the small files of Fixtures/Estimate.
enum Estimating {
    /// A row of the answer; numbers that do not exist are nil.
    struct Row: Decodable {
        let statistic: String
        let variable: String
        let category: String?
        let group: [String: String]?
        let estimate: Double?
        let standardError: Double?
        let lower: Double?
        let upper: Double?
        let df: Double?
        let n: Int
        let designEffect: Double?
        let method: String
        let reason: String?
        let testStatistic: Double?
        let denominatorDF: Double?
        let p: Double?
        let adjustedP: Double?

        var numbers: [String: Double] {
            let all: [(String, Double?)] = [
                ("estimate", estimate), ("standardError", standardError), ("lower", lower),
                ("upper", upper), ("df", df), ("designEffect", designEffect),
                ("testStatistic", testStatistic), ("denominatorDF", denominatorDF), ("p", p),
                ("adjustedP", adjustedP),
            ]
            return Dictionary(
                uniqueKeysWithValues: all.compactMap { pair in pair.1.map { (pair.0, $0) } }
            )
        }
    }

    struct Failure: Decodable {
        let files: [String]
        let problems: [Problem]
    }

    static func file(_ name: String) -> String {
        sourceFixtures().appendingPathComponent("Estimate/\(name)").path
    }

    /// The arguments, names of the fixtures' files with their folder.
    static func arguments(_ words: [String]) -> [String] {
        ["estimate"]
            + words.map { $0.hasSuffix(".csv") && !$0.contains("/") ? file($0) : $0 }
    }

    static func rows(_ words: [String]) throws -> [Row] {
        let ending = try Program.run(arguments(words) + ["--json"])
        #expect(ending.status == 0, "\(ending.output)\(ending.complaints)")
        return try JSONDecoder().decode([Row].self, from: Data(ending.output.utf8))
    }

    /// The problems of a run that must fail, in the order in which it lists them.
    static func problems(_ words: [String]) throws -> [Problem] {
        let ending = try Program.run(arguments(words) + ["--json"])
        #expect(ending.status == 1, "\(ending.status) \(ending.output)\(ending.complaints)")
        let failure = try JSONDecoder().decode(Failure.self, from: Data(ending.output.utf8))
        #expect(failure.files == [] && Set(failure.problems).count == failure.problems.count)
        return failure.problems.filter { $0.severity == .error }
    }
}

@Suite("ashar estimate agrees with R survey")
struct EstimateOracleTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let arguments: [String]
        let r: String
        /// The numbers of each row that R gives, by their names in the program's JSON.
        let rows: [[String: Double]]

        var testDescription: String { id }
    }

    private struct File: Decodable {
        let cases: [Case]
    }

    static let cases = (try? Fixture.load("Estimate/estimate.json", as: File.self).cases) ?? []

    @Test("there are cases for every statistic and option")
    func all() {
        #expect(Self.cases.count >= 79)
        let words = Set(Self.cases.flatMap(\.arguments))
        for word in [
            "mean", "total", "proportion", "ratio", "quantile", "variance", "correlation",
            "contrast",
            "change", "table", "regress", "--strata", "--cluster", "--fpc", "--nest",
            "--single-cluster", "--probability", "--srs", "--replicates", "--make-replicates",
            "--rake", "--calibrate", "--trim", "--where", "--by", "--listwise", "--interval",
            "--deff", "--level", "--offset", "--predict",
        ] {
            #expect(words.contains(word), "\(word)")
        }
    }

    @Test("numbers to 1e-9", arguments: cases)
    func numbers(_ oracle: Case) throws {
        let rows = try Estimating.rows(oracle.arguments)
        try #require(rows.count == oracle.rows.count)
        for (row, expected) in zip(rows, oracle.rows) {
            #expect(!expected.isEmpty)
            let found = row.numbers
            for (name, value) in expected {
                let difference = abs((found[name] ?? .nan) - value)
                #expect(
                    difference <= 1e-9 * abs(value),
                    "\(row.statistic) \(row.variable) \(name): \(found[name] ?? .nan), R \(value)"
                )
            }
        }
    }
}
