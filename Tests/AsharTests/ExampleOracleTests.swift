import Base
import Files
import Foundation
import Report
import Survey
import TestKit
import Testing

/// The numbers that the reports of the examples print, against R.
@Suite("The examples agree with R")
struct ExampleOracleTests {
    @Test("every share of high cholesterol, its interval and design effect: R survey 4.5")
    func nhanes() throws {
        let reference = try Fixture.load("nhanes.json", as: SurveyReference.self)
        let results = try Example.results("nhanes")
        let question = try #require(results.questions.first { $0.name == "HI_CHOL" })
        guard case .one(let distribution) = question.content else {
            Issue.record("HI_CHOL is a question with one answer")
            return
        }
        let whole = try #require(distribution.shares.whole[1].estimate)
        let mean = try #require(reference.cases.first { $0.id == "nhanes.prop" }?.result)
        #expect(isClose(whole.value, try #require(mean.est?.named["HI_CHOL"]), 1e-9))
        #expect(isClose(try #require(whole.standardError), try #require(mean.se?["HI_CHOL"]), 1e-9))
        #expect(
            isClose(try #require(whole.designEffect), try #require(mean.deff?["HI_CHOL"]), 1e-9)
        )
        #expect(whole.df == mean.df)
        let interval = try #require(
            reference.cases.first { $0.id == "nhanes.ciprop_logit" }?.result.ci
        )
        let found = try #require(whole.interval)
        // svyciprop fits its logit by iteration: 1e-6.
        #expect(isClose(found.lowerBound, interval[0], 1e-6))
        #expect(isClose(found.upperBound, interval[1], 1e-6))
    }

    @Test("every share by sex and origin, with its standard error: R survey 4.5")
    func nhanesByGroup() throws {
        let reference = try Fixture.load("nhanes.json", as: SurveyReference.self)
        let rows = try #require(reference.cases.first { $0.id == "nhanes.by" }?.result.data)
        let results = try Example.results("nhanes")
        let question = try #require(results.questions.first { $0.name == "HI_CHOL" })
        guard case .one(let distribution) = question.content else { return }
        let position = try #require(
            results.breakdowns.firstIndex { $0.name == "RIAGENDR × race" }
        )
        let breakdown = results.breakdowns[position]
        #expect(breakdown.groups.count == 8)
        for index in 0..<8 {
            let name = "\(Int(rows.sex[index])) × \(Int(rows.race[index]))"
            let group = try #require(breakdown.groups.firstIndex { $0.name == name })
            let estimate = try #require(distribution.shares.groups[position][group][1].estimate)
            #expect(isClose(estimate.value, rows.share[index], 1e-9), "\(name)")
            #expect(isClose(try #require(estimate.standardError), rows.se[index], 1e-9), "\(name)")
        }
    }

    @Test("every share that the report on nhanes prints, with its standard error: R survey 4.1.1")
    func everyShare() throws {
        let file = sourceFixtures().appendingPathComponent("nhanes-all.csv")
        var text = try String(contentsOf: file, encoding: .utf8)
        text.removeSubrange(text.startIndex...(try #require(text.firstIndex(of: "\n"))))
        let rows = try #require(CSV.rows(bytes: Array(text.utf8), file: "nhanes-all.csv").0).rows
        let results = try Example.results("nhanes")
        var compared = 0
        for row in rows.dropFirst() where row.count == 7 {
            let question = try #require(results.questions.first { $0.name == row[0] })
            guard case .one(let distribution) = question.content else { continue }
            let answer = try #require(distribution.answers.firstIndex { $0.name == row[1] })
            var released = distribution.shares.whole[answer]
            if !row[2].isEmpty {
                let name = row[2].replacing(" x ", with: " × ")
                let place = try #require(results.breakdowns.firstIndex { $0.name == name })
                let group = try #require(
                    results.breakdowns[place].groups.firstIndex {
                        $0.name == row[3].replacing(" x ", with: " × ")
                    }
                )
                released = distribution.shares.groups[place][group][answer]
            }
            let estimate = try #require(released.estimate, "\(row)")
            #expect(isClose(estimate.value, try #require(Double(row[4])), 1e-9), "\(row)")
            #expect(
                isClose(try #require(estimate.standardError), try #require(Double(row[5])), 1e-9),
                "\(row)"
            )
            if let effect = Double(row[6]) {
                #expect(isClose(try #require(estimate.designEffect), effect, 1e-9), "\(row)")
            }
            compared += 1
        }
        #expect(compared == 144)
    }

    @Test("every item, share, item-rest correlation and alpha of the scales: R psych 2.5.3")
    func bfi() throws {
        let reference = try Fixture.load("bfi.json", as: PsychReference.self)
        let results = try Example.bfi.get()
        #expect(reference.cases.count == 4)
        for expected in reference.cases {
            let scale = try #require(
                results.scales.first { $0.declaration.name == expected.scale }
            )
            let alpha = try #require(scale.reliability)
            #expect(isClose(alpha.alpha, expected.alpha, 1e-9), "\(expected.scale)")
            #expect(isClose(try #require(alpha.standardised), expected.standardised, 1e-9))
            for (index, name) in expected.items.enumerated() {
                let item = try #require(scale.items.first { $0.name == name })
                let mean = try #require(item.mean.whole.estimate)
                #expect(mean.n == expected.n[index])
                #expect(isClose(mean.value, expected.mean[index], 1e-9), "\(name)")
                #expect(isClose(try #require(item.itemRest), expected.itemRest[index], 1e-9))
                #expect(
                    isClose(try #require(item.alphaWithout), expected.alphaWithout[index], 1e-9)
                )
                for (answer, share) in expected.frequency[index].enumerated() {
                    let estimate = try #require(item.distribution.shares.whole[answer].estimate)
                    #expect(isClose(estimate.value, share, 1e-9), "\(name) \(answer + 1)")
                }
            }
        }
        for (index, name) in reference.describe.item.enumerated() {
            let item = try #require(
                results.scales.flatMap(\.items).first { $0.name == name && !$0.isReversed }
                    ?? results.scales.flatMap(\.items).first { $0.name == name }
            )
            let mean = try #require(item.mean.whole.estimate)
            #expect(mean.n == reference.describe.n[index])
            let asAnswered = item.isReversed ? 7 - mean.value : mean.value
            #expect(isClose(asAnswered, reference.describe.mean[index], 1e-9), "\(name)")
        }
    }

    @Test("a study without a design prints no interval and no standard error anywhere")
    func noIntervals() throws {
        let results = try Example.bfi.get()
        for table in results.tables() {
            for header in ["lower", "upper", "standard error"] where table.name != "reliability" {
                guard let column = table.columns.firstIndex(where: { $0.code == header }) else {
                    continue
                }
                #expect(table.rows.allSatisfy { $0[column] == .empty }, "\(table.name) \(header)")
            }
        }
        let page = String(
            decoding: ReportDocument(results: results).html(),
            as: UTF8.self
        )
        #expect(!page.contains("95% intervals"))
        #expect(page.contains("Not a probability sample"))
    }
}

// MARK: - The reference files

struct SurveyReference: Decodable {
    struct Case: Decodable {
        let id: String
        let result: Result
    }

    struct Result: Decodable {
        /// A named vector in one case, a bare number in another.
        struct Named: Decodable {
            let named: [String: Double]

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                named = (try? container.decode([String: Double].self)) ?? [:]
            }
        }

        struct Rows: Decodable {
            let race: [Double]
            let sex: [Double]
            let share: [Double]
            let se: [Double]

            enum CodingKeys: String, CodingKey {
                case race
                case sex = "RIAGENDR"
                case share = "HI_CHOL"
                case se
            }
        }

        let est: Named?
        let se: [String: Double]?
        let deff: [String: Double]?
        let df: Double?
        let ci: [Double]?
        let data: Rows?
    }

    let cases: [Case]
}

struct PsychReference: Decodable {
    struct Case: Decodable {
        let scale: String
        let alpha: Double
        let standardised: Double
        let items: [String]
        let n: [Int]
        let mean: [Double]
        let itemRest: [Double]
        let alphaWithout: [Double]
        let frequency: [[Double]]
    }

    struct Describe: Decodable {
        let item: [String]
        let n: [Int]
        let mean: [Double]
    }

    let cases: [Case]
    let describe: Describe
}
