import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

/// Standard errors of a study that fits its weights to the population, from its files on.
@Suite("A study whose weights are fitted")
struct CalibratedStudyTests {
    /// What R found for one design: the mean and its standard error for all and for each region.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let expected: [String: (mean: Double, se: Double)]

        var testDescription: String { name }

        static let all: [Case] = {
            let file = sourceFixtures().appendingPathComponent("Calibrated/calibrated.csv")
            let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "")
                .split(separator: "\n").dropFirst(2).map {
                    $0.split(separator: ",").map(String.init)
                }
            return Dictionary(grouping: lines) { $0[0] }.sorted { $0.key < $1.key }.map {
                name,
                lines in
                Case(
                    name: name,
                    expected: Dictionary(
                        uniqueKeysWithValues: lines.map {
                            ($0[1], (Double($0[2]) ?? .nan, Double($0[3]) ?? .nan))
                        }
                    )
                )
            }
        }()
    }

    /// The Kyrgyz study, prepared, with these words of its study.yaml replaced.
    private func prepared(_ changes: [(old: String, new: String)]) throws -> PreparedStudy {
        let folder = try TemporaryFolder()
        let example = Example.folder("kyrgyzstan")
        for name in try FileManager.default.contentsOfDirectory(atPath: example)
        where !["report", "study.yaml"].contains(name) {
            try FileManager.default.copyItem(
                atPath: "\(example)/\(name)",
                toPath: folder.file(name)
            )
        }
        var yaml = try String(contentsOfFile: "\(example)/study.yaml", encoding: .utf8)
        let common = [
            ("breakdowns: [region, residence, sex, age_group, ethnicity]", "breakdowns: [region]"),
            ("  text: {en: report.en.md, ru: report.ru.md, ky: report.ky.md}\n", ""),
        ]
        for (old, new) in common + changes {
            try #require(yaml.contains(old))
            yaml = yaml.replacingOccurrences(of: old, with: new)
        }
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let study = StudyFolder(path: folder.path)
        #expect(study.problems.filter { $0.severity == .error } == [])
        return try #require(study.prepared)
    }

    private static let margin = "    - {by: region, file: frame.csv, count: population}\n"
    private static let sexes = "    - {by: sex, counts: {female: 0.52, male: 0.48}}\n"
    private static let nest = "  cluster: cluster\n  weight: weight\n"

    private func changes(_ name: String) -> [(old: String, new: String)] {
        var changes: [(old: String, new: String)] = []
        if name.contains("sex") {
            changes.append((Self.margin, Self.margin + Self.sexes))
            changes.append(("  trim: {at-most: 4}\n", ""))
        }
        if name.contains("jackknife") {
            changes.append((Self.nest, Self.nest + "  variance: jackknife\n"))
        }
        return changes
    }

    @Test("has R's standard errors", arguments: Case.all)
    func oracle(_ oracle: Case) throws {
        let prepared = try prepared(changes(oracle.name))
        let builder = ResultsBuilder(prepared, design: try prepared.surveyDesign())
        let trust = try #require(builder.scaleScores().first { $0.declaration.name == "trust" })
        var found = ["all": builder.whole.mean(of: trust.numbers)[0]]
        let regions = builder.byBreakdown[0].mean(of: trust.numbers)
        for (group, estimate) in zip(builder.breakdowns[0].groups, regions) {
            found[group.name] = estimate
        }
        #expect(found.count == 10 && Set(found.keys) == Set(oracle.expected.keys))
        for (region, expected) in oracle.expected {
            let estimate = try #require(found[region])
            #expect(isClose(estimate.value, expected.mean, 1e-12), "\(region)")
            let error = try #require(estimate.standardError)
            #expect(isClose(error, expected.se, 1e-9), "\(region) \(error) \(expected.se)")
        }
        let design = builder.whole.design
        #expect(design.clusterCount == 56 && design.stratumCount == 11)
        #expect(design.replicateCount == (oracle.name.contains("jackknife") ? 56 : nil))
    }

    // MARK: - Smaller ones

    /// The small study that makes its weights, with these words of its study.yaml replaced.
    private func small(_ changes: [(old: String, new: String)]) throws -> StudyFolder {
        var yaml = WeightingStudy.yaml
        for (old, new) in changes {
            try #require(yaml.contains(old))
            yaml = yaml.replacingOccurrences(of: old, with: new)
        }
        let folder = try WeightingStudy.folder(yaml)
        let study = StudyFolder(path: folder.path)
        #expect(study.problems.filter { $0.severity == .error } == [])
        return study
    }

    private static let jackknife = [
        ("cluster: cluster}\n", "cluster: cluster, variance: jackknife}\n")
    ]

    @Test("whose fitted weights are cut and left so takes the cut as given")
    func cutAfterwards() throws {
        let end = "  source: Made-up census.\n"
        let cut = [(end, end + "  trim: {at-most: 1.5, rake-again: no}\n")]
        let designs = try [cut, cut + Self.jackknife].map {
            try #require(try small($0).prepared).surveyDesign()
        }
        let fitted = try #require(try small([]).prepared).surveyDesign()
        #expect(designs[0].weights == designs[1].weights)
        #expect(designs[0].weights != fitted.weights)
        let errors = try designs.map { design in
            let numbers = Numbers((0..<design.rowCount).map { Double($0 * 7919 % 101) })
            return try #require(Tabulation(design).mean(of: numbers)[0].standardError)
        }
        // Two ways to tell one variance, of four clusters.
        #expect(isClose(errors[0], errors[1], 0.2), "\(errors)")
    }

    @Test("is described so in three languages")
    func words() throws {
        let yaml = ("languages: [en, ru]", "languages: [en, ru, ky]")
        let study = try small(Self.jackknife + [yaml])
        var problems = study.problems
        let results = try #require(study.results(&problems))
        #expect(results.sample.countsMargins && results.sample.clusters == 4)
        let page = String(decoding: ReportDocument(results: results).html(), as: UTF8.self)
        for words in [
            "Standard errors are those of a jackknife that leaves out one cluster at a time: 4 replicates.",
            "Standard errors count that the weights are fitted to the population.",
            "кластеры исключались по одному: 4 реплики.",
            "веса приведены к распределению совокупности.",
            "кластерлер бирден чыгарылган: 4 реплика.",
            "калктын бөлүштүрүлүшүнө келтирилгенин эске алат.",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }
}
