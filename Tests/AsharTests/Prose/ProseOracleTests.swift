import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

/// The estimates behind quotes, against the tables and against R.
@Suite("Quotes agree with the tables and with R")
struct ProseOracleTests {
    private struct Row {
        let by: String
        let first: String
        let second: String
        /// The difference, its standard error, degrees of freedom, p and Holm's p.
        let numbers: [Double]
    }

    private func rows() throws -> [Row] {
        let file = Example.root.appendingPathComponent(
            "Tests/AsharTests/Fixtures/Prose/differences.csv"
        )
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n").dropFirst().joined(separator: "\n")
        let rows = try #require(CSV.rows(bytes: Array(lines.utf8), file: "differences.csv").0).rows
        return rows.dropFirst().filter { $0.count == 8 }.map { row in
            Row(
                by: row[0],
                first: row[1],
                second: row[2],
                numbers: row[3...].compactMap { Double($0) }
            )
        }
    }

    private func figure(_ by: String, _ answer: String) -> Quote.Figure {
        Quote.Figure(
            statistic: .share,
            subject: "HI_CHOL",
            answers: .named(["1"], whole: "1"),
            groups: [.init(variable: by, answer: answer)]
        )
    }

    @Test("every difference of two groups, its standard error and p: R survey 4.1.1")
    func differences() throws {
        var evaluator = QuoteEvaluator(try #require(BoundStudies.nhanes))
        let rows = try rows()
        #expect(rows.count == 13)
        for row in rows {
            let (difference, _, _) = try evaluator.difference(
                figure(row.by, row.first),
                figure(row.by, row.second)
            )
            let estimate = difference.estimate
            #expect(isClose(estimate.value, row.numbers[0], 1e-9), "\(row)")
            #expect(isClose(try #require(estimate.standardError), row.numbers[1], 1e-9), "\(row)")
            #expect(estimate.df == row.numbers[2], "\(row)")
            #expect(isClose(try #require(difference.p), row.numbers[3], 1e-7), "\(row)")
        }
    }

    @Test("the ranks of the groups follow from Holm's p values: R p.adjust")
    func ranks() throws {
        let results = try #require(BoundStudies.nhanes)
        var evaluator = QuoteEvaluator(results)
        let rows = try rows()
        for by in ["race", "agecat", "RIAGENDR"] {
            let breakdown = try evaluator.breakdown([by])
            let sets = try evaluator.rankSets(
                figure(by, "1").with(groups: []),
                breakdown: breakdown
            )
            let names = results.breakdowns[breakdown].groups.map(\.name)
            for (index, name) in names.enumerated() {
                let told = rows.filter {
                    $0.by == by && [$0.first, $0.second].contains(name) && $0.numbers[4] < 0.05
                }
                let above = told.count { ($0.first == name) == ($0.numbers[0] < 0) }
                #expect(
                    sets.ranges[index] == (above + 1)...(names.count - told.count + above),
                    "\(name)"
                )
            }
        }
        let ages = try evaluator.rankSets(figure("agecat", "1").with(groups: []), breakdown: 1)
        #expect(ages.ranges == [4...4, 3...3, 1...2, 1...2])
    }

    @Test("what is compared is what the tables print: value, standard error and n of every cell")
    func estimates() throws {
        var compared = 0
        for results in [BoundStudies.example, BoundStudies.nhanes, BoundStudies.kyrgyzstan] {
            let results = try #require(results)
            var estimates = QuoteEstimates(results)
            for measure in measures(of: results) {
                let spread = try #require(results.spread(of: measure))
                for breakdown in [nil] + results.breakdowns.indices.map(Optional.some) {
                    let printed = breakdown.map { spread.groups[$0] } ?? [spread.whole]
                    let linear = try estimates.linear(measure, by: breakdown)
                    #expect(linear.count == printed.count)
                    for (cell, estimate) in zip(printed, linear.map(\.estimate)) {
                        guard let table = cell.estimate else { continue }
                        #expect(isClose(estimate.value, table.value, 1e-12), "\(measure)")
                        #expect(
                            isClose(
                                estimate.standardError ?? -1,
                                table.standardError ?? -1,
                                1e-9
                            ),
                            "\(measure)"
                        )
                        #expect(estimate.n == table.n && estimate.df == table.df, "\(measure)")
                        compared += 1
                    }
                }
            }
        }
        #expect(compared > 3_000, "\(compared)")
    }

    /// Every mean, share and side of a rating that the tables hold.
    private func measures(of results: Results) -> [QuoteMeasure] {
        var measures: [QuoteMeasure] = []
        func add(_ source: QuoteMeasure.Source, answers: Int, mean: Bool, sides: [Side]) {
            if mean { measures.append(.init(source: source, part: .mean)) }
            for answer in 0..<answers {
                measures.append(.init(source: source, part: .answers([answer])))
            }
            for side in Set(sides) { measures.append(.init(source: source, part: .side(side))) }
        }
        for (scale, result) in results.scales.enumerated() {
            add(.scale(scale), answers: 0, mean: true, sides: [])
            for (item, found) in result.items.enumerated() {
                add(
                    .item(scale: scale, item: item),
                    answers: found.distribution.answers.count,
                    mean: true,
                    sides: found.distribution.sideOfAnswer
                )
            }
        }
        for (index, question) in results.questions.enumerated() {
            switch question.content {
            case .one(let distribution):
                add(.question(index), answers: distribution.answers.count, mean: false, sides: [])
            case .several(let several):
                add(.question(index), answers: several.options.count, mean: false, sides: [])
            case .number: add(.question(index), answers: 0, mean: true, sides: [])
            case .date, .text: continue
            }
        }
        return measures
    }

    @Test("several answers together are the sum of their shares")
    func sums() throws {
        var evaluator = QuoteEvaluator(try #require(BoundStudies.nhanes))
        func value(_ answers: String) throws -> QuoteEvaluator.Value {
            guard case .figure(let figure) = try QuoteParser.parse("share race\(answers)").content
            else { throw Problems([]) }
            return try evaluator.value(of: figure)
        }
        let parts = try ["=1", "=2", "=3", "=4"].map { try value($0) }
        let low = try value("<=2")
        #expect(isClose(low.number, parts[0].number + parts[1].number, 1e-12))
        #expect(isClose(try value("=1,2").number, low.number, 0))
        #expect(isClose(try value(">2").number, 1 - low.number, 1e-12))
        // Two answers that are all there are have the same uncertainty.
        let high = try #require(try value(">=3").estimate)
        #expect(
            isClose(
                try #require(low.estimate?.standardError),
                try #require(high.standardError),
                1e-9
            )
        )
    }
}
