import Base
import Files
import Foundation
import Survey
import Testing

@testable import Report

/// The ranks of places, from the answers to the page.
@Suite("Ranks of places")
struct PlaceRanksTests {
    private let results: Results

    init() throws {
        results = try #require(BoundStudies.kyrgyzstan)
    }

    private func page(_ results: Results) -> String {
        String(decoding: ReportDocument(results: results).html(in: .en), as: UTF8.self)
    }

    /// The results of a copy of the Kyrgyz study whose study.yaml says something else.
    private func results(_ old: String, _ new: String) throws -> Results {
        let folder = try TemporaryFolder()
        let example = Example.folder("kyrgyzstan")
        for name in try FileManager.default.contentsOfDirectory(atPath: example)
        where name != "report" {
            try FileManager.default.copyItem(
                atPath: "\(example)/\(name)",
                toPath: folder.file(name)
            )
        }
        let yaml = try folder.text("study.yaml")
        try #require(yaml.contains(old))
        try yaml.replacingOccurrences(of: old, with: new)
            .write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        return try Example.results(in: folder.path)
    }

    @Test("are there for each scale and each question among the key figures")
    func subjects() {
        #expect(results.ranks.count == results.scales.count + results.keyAnswers.count)
        #expect(results.keyAnswers.count == 1)
        for ranks in results.ranks {
            #expect(results.breakdowns[ranks.breakdown].name == "region")
            #expect(ranks.sets.groups.count + ranks.leftOut == 9)
        }
    }

    @Test("are the same that the text may quote, worked out anew from the estimates")
    func sameAsProse() throws {
        var alone = results
        alone.ranks = []
        var evaluator = QuoteEvaluator(alone)
        for scale in results.scales {
            let name = scale.declaration.name
            let figure = Quote.Figure(statistic: .mean, subject: name)
            let quoted = try evaluator.rankSets(figure, breakdown: 0)
            let shown = results.ranks.first { ranks in
                ranks.measure.source == results.source(named: name)
            }
            #expect(quoted == shown?.sets, "\(name)")
        }
    }

    @Test("follow from R's differences with Holm's correction", arguments: ["agecat", "race"])
    func oracle(place: String) throws {
        let folder = try TemporaryFolder()
        for name in ["data.csv", "report.md", "study.yaml"] {
            try FileManager.default.copyItem(
                atPath: "\(Example.folder("nhanes"))/\(name)",
                toPath: folder.file(name)
            )
        }
        let yaml = try folder.text("study.yaml") + "\nplaces: [\(place)]\n"
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let made = try Example.results(in: folder.path)
        let ranks = try #require(made.ranks.first { $0.measure.source == .question(0) })
        #expect(made.questions[0].name == "HI_CHOL" && ranks.measure.part == .answers([0]))

        // R's differences are of the answer 1, those of the answer 0 have the other sign.
        let names = made.breakdowns[ranks.breakdown].groups.map(\.name)
        var above = [Int](repeating: 0, count: names.count)
        var below = above
        let csv = try String(
            contentsOf: Example.root.appendingPathComponent(
                "Tests/AsharTests/Fixtures/Prose/differences.csv"
            ),
            encoding: .utf8
        )
        let lines = csv.split(separator: "\n").dropFirst().joined(separator: "\n")
        let rows = try #require(CSV.rows(bytes: Array(lines.utf8), file: "r.csv").0).rows
        var told = 0
        for row in rows where row[0] == place {
            let first = try #require(names.firstIndex(of: row[1]))
            let second = try #require(names.firstIndex(of: row[2]))
            guard try #require(Double(row[7])) < 0.05 else { continue }
            told += 1
            let isFirstHigher = try #require(Double(row[3])) < 0
            above[isFirstHigher ? second : first] += 1
            below[isFirstHigher ? first : second] += 1
        }
        #expect(told > 0)
        let expected = names.indices.map { (above[$0] + 1)...(names.count - below[$0]) }
        #expect(ranks.sets.ranges == expected && ranks.leftOut == 0)
    }

    @Test("hold the rank of each estimate, in the order of the estimates")
    func points() {
        for ranks in results.ranks {
            let values = ranks.order.compactMap { ranks.estimates[$0].value }
            #expect(values == values.sorted(by: >) && values.count == ranks.sets.groups.count)
            for (rank, range) in zip(ranks.ranks, ranks.sets.ranges) {
                #expect(range.contains(rank))
            }
        }
    }

    @Test("leave out places that are hidden, and say how many")
    func leftOut() throws {
        let strict = try results("  hide-below: 25\n", "  hide-below: 140\n")
        let ranks = try #require(strict.ranks.first)
        #expect(ranks.sets.groups.count == 4 && ranks.leftOut == 5)
        #expect(ranks.sets.ranges.allSatisfy { $0.upperBound <= 4 })
        let html = page(strict)
        #expect(html.contains("(of the 4 shown)"))
        #expect(html.contains("Left out, since its number is not shown: 5 places."))
        // Fewer were asked the question of the key figures: none is left.
        #expect(html.contains("No ranks of places: fewer than two places"))
        let table = try #require(strict.tables().first { $0.name == "ranks" })
        let rows = table.rows.filter { $0[0] == ResultTable.Cell.text("trust") }
        let empty = rows.filter { row in row[6...11].allSatisfy { $0 == .empty } }
        #expect(rows.count == 9 && empty.count == 5)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test("stand under the breakdown of places, and nothing orders places without them")
    func onThePage() throws {
        let page = page(results)
        let groups = try #require(page.range(of: "id=\"scale-trust-groups\""))
        let ranks = try #require(page.range(of: "id=\"scale-trust-ranks-1\""))
        #expect(groups.lowerBound < ranks.lowerBound)
        #expect(page.contains("id=\"question-returnees-ranks-1\""))
        #expect(page.contains("Differences between groups are tested for the ranks of places"))
        // The alternative of the plot above gives the values without the places that have them.
        let between = page[groups.lowerBound..<ranks.lowerBound]
        #expect(between.contains("The values run from 2.64 to 3.36."))
        let none = try results("places: {by: region, file:", "places: {file:")
        #expect(none.ranks.isEmpty && !none.tables().contains { $0.name == "ranks" })
        #expect(!self.page(none).contains("surely"))
    }

    @Test("are not given without a probability sample, and the page says why")
    func noDesign() throws {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        var yaml = try folder.text("study.yaml")
        let start = try #require(yaml.range(of: "\ndesign:"))
        let end = try #require(yaml.range(of: "\n\n", range: start.upperBound..<yaml.endIndex))
        yaml.replaceSubrange(start.lowerBound..<end.lowerBound, with: "\nplaces: residence\n")
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let made = try Example.results(in: folder.path)
        #expect(made.ranks.isEmpty && made.placeBreakdowns == [0])
        let page = page(made)
        #expect(page.contains("No ranks of places: this is not a probability sample"))
        #expect(!page.contains("-ranks-1"))
    }

    @Test("can only be of a breakdown by itself")
    func problems() throws {
        let folder = try TemporaryFolder()
        try "region,sex,q\nnorth,man,1\nsouth,woman,2\n"
            .write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        try """
        data: answers.csv
        breakdowns: [sex, [region, sex]]
        places: [region, sxe]
        """
        .write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let found = StudyFolder(path: folder.path).allProblems().filter { $0.severity == .error }
        #expect(
            found.map { "\($0.location.line ?? 0) \($0.code.name)" }.sorted()
                == ["3 study.place-no-breakdown", "3 study.unknown-variable"]
        )
    }
}

extension Results {
    fileprivate func source(named name: String) -> QuoteMeasure.Source? {
        scales.firstIndex { $0.declaration.name == name }.map { .scale($0) }
    }
}
