import Base
import Files
import Foundation
import Report
import Survey
import TestKit
import Testing

/// A made-up study whose folder holds all that weights are made from.
enum WeightingStudy {
    static let yaml = """
        title: Made up to test weights
        languages: [en, ru]
        synthetic: yes
        data:
          file: answers.csv
          id: id
          join:
            - {file: clusters.csv, by: cluster, take: [stratum, psu, household, planned]}
        design: {strata: stratum, cluster: cluster}
        weighting:
          probabilities: [psu, household]
          persons: adults
          response: {within: stratum, planned: planned, unit: cluster}
          margins:
            - {by: sex, counts: {woman: 2600, man: 2400}, source: Census of the sexes.}
          source: Made-up census.
        breakdowns: [stratum, sex]

        """

    /// Clusters of different size with equal products of the probabilities: 1/100.
    static let clusters = """
        cluster,role,stratum,psu,household,planned,phone
        c1,sample,north,0.2,0.05,6,1
        c2,sample,north,0.4,0.025,6,2
        c3,sample,south,0.1,0.1,6,3
        c4,sample,south,0.2,0.05,6,4
        c5,sample,south,0.5,0.02,6,5
        r1,reserve,north,0.1,0.1,6,6
        r2,reserve,south,0.1,0.1,6,7

        """

    /// 5, 6, 4 and 6 people of clusters c1 to c4; nobody of c5.
    static var answers: String { answers(of: [("c1", 5), ("c2", 6), ("c3", 4), ("c4", 6)]) }

    static func answers(of clusters: [(name: String, people: Int)]) -> String {
        var text = "id,cluster,sex,adults,outcome,q\n"
        var row = 0
        for (name, people) in clusters {
            for _ in 0..<people {
                row += 1
                let sex = row.isMultiple(of: 3) ? "man" : "woman"
                text += "p\(row),\(name),\(sex),\(1 + row % 3),complete,\(1 + row % 5)\n"
            }
        }
        return text
    }

    static func folder(
        _ yaml: String = yaml,
        answers: String = answers,
        clusters: String = clusters
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in [
            ("study.yaml", yaml), ("answers.csv", answers), ("clusters.csv", clusters),
        ] {
            try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
        }
        return folder
    }

    /// The weights of the study, with problems as "file:line code".
    static func weights(
        _ yaml: String = yaml,
        answers: String = answers,
        clusters: String = clusters
    ) throws -> (weights: PreparedStudy.Weights?, problems: [String]) {
        let folder = try folder(yaml, answers: answers, clusters: clusters)
        let study = StudyFolder(path: folder.path)
        let problems = study.problems.map { problem in
            let line = problem.location.line.map { String($0) } ?? ""
            return "\(problem.location.file):\(line) \(problem.code.name)"
        }
        return (study.prepared?.weights, problems)
    }
}

@Suite("A study that makes its weights")
struct WeightingStudyTests {
    private typealias Given = WeightingStudy

    private func changed(_ old: String, to new: String) throws -> String {
        try #require(Given.yaml.contains(old))
        return Given.yaml.replacingOccurrences(of: old, with: new)
    }

    private func first(_ kind: WeightHistory.Kind, of weights: PreparedStudy.Weights?) throws
        -> [Double]
    {
        try #require(weights?.history.weights(after: kind))
    }

    // MARK: - From probabilities to margins

    @Test("makes each step, and clusters where nobody answered count")
    func steps() throws {
        let (weights, problems) = try Given.weights()
        #expect(Set(problems) == ["study.yaml:15 weighting.few"])
        let base = try first(.base, of: weights)
        #expect(base.count == 21 && base.allSatisfy { isClose($0, 100, 1e-12) })
        #expect(weights?.equal == .sizesCancel)
        let persons = try first(.persons, of: weights)
        let response = try first(.response, of: weights)
        // North: 12 selected and 11 answered. South: 18 with c5, and 10; reserves were not visited.
        #expect((0..<11).allSatisfy { isClose(response[$0] / persons[$0], 12.0 / 11, 1e-12) })
        #expect((11..<21).allSatisfy { isClose(response[$0] / persons[$0], 1.8, 1e-12) })
        let margin = try #require(weights?.margins.first)
        let sums = margin.sums(of: try first(.margins, of: weights)).groups
        #expect(margin.groups == ["woman", "man"])
        #expect(isClose(sums[0], 2_600, 1e-12) && isClose(sums[1], 2_400, 1e-12))
    }

    @Test("a reserve that was visited takes the place of a cluster of its class")
    func reserve() throws {
        let answers = Given.answers(of: [("c1", 5), ("c2", 6), ("c3", 4), ("r2", 3), ("c5", 3)])
        let (weights, _) = try Given.weights(answers: answers)
        let persons = try first(.persons, of: weights)
        let response = try first(.response, of: weights)
        // South: c3, c5 and r2 were visited, r2 in the place of c4; 18 selected and 10 answered.
        #expect((11..<21).allSatisfy { isClose(response[$0] / persons[$0], 1.8, 1e-12) })
    }

    @Test("with a row for each case, those who did not answer are made up for by weight")
    func eligible() throws {
        let yaml = try changed(
            "response: {within: stratum, planned: planned, unit: cluster}",
            to: "response: {within: stratum, eligible: \"outcome != empty_house\"}"
        ).replacingOccurrences(
            of: "design:",
            with: "exclude:\n  - {when: \"outcome != complete\", because: no interview}\n"
                + "  - {duplicates: id}\ndesign:"
        )
        let answers =
            Given.answers + "n1,c1,,,refused,\nn2,c2,,,empty_house,\nn3,c3,,,not_at_home,\n"
            + "p21,c4,man,1,complete,2\n"
        let (weights, problems) = try Given.weights(yaml, answers: answers)
        #expect(!problems.contains { $0.contains("weighting.number") })
        let persons = try first(.persons, of: weights)
        let response = try first(.response, of: weights)
        #expect(persons.count == 21)
        // North: 11 answered and n1 did not; n2 is no case. South: 10 answered and n3 did not; the
        // repeated row is no case either.
        #expect((0..<11).allSatisfy { isClose(response[$0] / persons[$0], 12.0 / 11, 1e-12) })
        #expect((11..<21).allSatisfy { isClose(response[$0] / persons[$0], 1.1, 1e-12) })
    }

    @Test("the design takes the weights without naming them")
    func design() throws {
        let folder = try Given.folder()
        let results = try Example.results(in: folder.path)
        let sum = results.prepared.weights?.history.weights.reduce(0, +) ?? 0
        #expect(results.prepared.study.design?.weight == "weight")
        #expect(isClose(try results.prepared.surveyDesign().weights.reduce(0, +), sum, 1e-12))
        #expect(isClose(sum, 5_000, 1e-12))
        let page = String(decoding: ReportDocument(results: results).html(), as: UTF8.self)
        #expect(page.contains("Made-up census. sex: Census of the sexes."))
        #expect(page.contains("one over the probability of being drawn"))
        // Columns that the weights are made from are no answers.
        #expect(!results.questions.contains { ["psu", "household", "planned"].contains($0.name) })
    }

    @Test("the scale of probabilities and the order of rows change no weight")
    func invariance() throws {
        let (one, _) = try Given.weights()
        let halved = Given.clusters.replacingOccurrences(of: ",0.05,", with: ",0.025,")
            .replacingOccurrences(of: "0.4,0.025", with: "0.4,0.0125")
            .replacingOccurrences(of: ",0.1,0.1,", with: ",0.1,0.05,")
            .replacingOccurrences(of: "0.5,0.02,", with: "0.5,0.01,")
        let (other, _) = try Given.weights(clusters: halved)
        let weights = try #require(one?.history.weights)
        #expect(try first(.base, of: other).allSatisfy { isClose($0, 200, 1e-12) })
        #expect(
            zip(weights, other?.history.weights ?? []).allSatisfy { isClose($0, $1, 1e-12) }
        )
        var lines = Given.answers.split(separator: "\n")
        let header = lines.removeFirst()
        let turned = ([header] + lines.reversed()).joined(separator: "\n") + "\n"
        let back = try Given.weights(answers: turned).weights?.history.weights.reversed() ?? []
        #expect(back.count == weights.count)
        #expect(zip(weights, back).allSatisfy { isClose($0, $1, 1e-12) })
    }

    @Test("limits may be times the median or people, with raking after them or without")
    func trimming() throws {
        let cases = [
            ("{at-most: 1.8}", true), ("{at-most: 400, of: people}", true),
            ("{at-most: 400, at-least: 110, of: people, rake-again: no}", false),
        ]
        for (trim, rakes) in cases {
            let yaml = try changed("  margins:", to: "  trim: \(trim)\n  margins:")
            let (weights, problems) = try Given.weights(yaml)
            #expect(problems.allSatisfy { $0.hasSuffix("weighting.few") }, "\(problems)")
            let raked = WeightHistory.Summary(try first(.margins, of: weights))
            let final = WeightHistory.Summary(try #require(weights?.history.weights))
            let most = trim.contains("people") ? 400 : 1.8 * raked.median
            #expect(raked.highest > most && final.highest <= most * (1 + 2e-6), "\(trim)")
            #expect(isClose(final.sum, 5_000, 1e-9))
            #expect((weights?.history.weights(after: .marginsAgain) != nil) == rakes)
        }
    }

    // MARK: - Joined columns

    @Test("columns that are personal are not joined, whoever names them")
    func personal() throws {
        let yaml = try changed("  id: id", to: "  id: id\n  personal: [phone]")
            .replacingOccurrences(of: ", take: [stratum, psu, household, planned]", with: "")
        let answers =
            Given.answers.replacingOccurrences(of: "id,cluster,", with: "id,cluster,")
            .split(separator: "\n").enumerated()
            .map { $0 == 0 ? "\($1),phone" : "\($1),\($0)" }.joined(separator: "\n") + "\n"
        let folder = try Given.folder(yaml, answers: answers)
        let study = StudyFolder(path: folder.path)
        #expect(study.prepared?.weights != nil)
        #expect(study.prepared?.data["phone"] == nil)
        #expect(study.prepared?.data["role"] != nil)
    }

    @Test("keys that do not fit, repeated keys and names that clash are told with their lines")
    func joins() throws {
        let answers = Given.answers.replacingOccurrences(of: "p21,c4", with: "p21,C4")
        #expect(
            try Given.weights(answers: answers).problems.contains("answers.csv:22 join.unknown-key")
        )
        let clusters = Given.clusters + "c2,sample,south,0.3,0.1,5,8\n"
        #expect(
            try Given.weights(clusters: clusters).problems.contains(
                "clusters.csv:9 join.repeated-key"
            )
        )
        let clash = Given.clusters.replacingOccurrences(of: "phone", with: "q")
        let yaml = try changed("household, planned]}", to: "household, planned, q]}")
        #expect(
            try Given.weights(yaml, clusters: clash).problems.contains("study.yaml:8 join.name")
        )
        let missing = try changed("file: clusters.csv", to: "file: cluster.csv")
        let problems = try Given.weights(missing).problems
        #expect(problems.contains("study.yaml:8 file.missing"))
        // The columns that were not joined are missed by the design alone, not by each step.
        #expect(!problems.contains { $0.contains("weighting") })
    }

    // MARK: - Problems

    struct Slip: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var expected: [String]

        var testDescription: String { "\(new): \(expected.joined(separator: ", "))" }
    }

    static let slips = [
        Slip(
            old: "woman: 2600, man: 2400",
            new: "woman: 2600, men: 2400",
            expected: [
                "study.yaml:15 weighting.no-respondents", "study.yaml:15 weighting.no-target",
            ]
        ),
        Slip(
            old: "man: 2400},",
            new: "man: 0},",
            expected: ["study.yaml:15 weighting.target"]
        ),
        Slip(
            old: "woman: 2600, man: 2400",
            new: "woman: 5, man: 4",
            expected: ["study.yaml:15 weighting.small-population"]
        ),
        Slip(
            old: "  source: Made-up census.",
            new: "    - {by: stratum, counts: {north: 2000, south: 2000}}",
            expected: ["study.yaml:16 weighting.totals"]
        ),
        Slip(
            old: "[psu, household]",
            new: "[planned]",
            expected: ["answers.csv:2 weighting.probability"]
        ),
        Slip(
            old: "[psu, household]",
            new: "[psu, hausehold]",
            expected: ["study.yaml:11 study.unknown-variable"]
        ),
        Slip(
            old: "persons: adults",
            new: "persons: outcome",
            expected: ["study.yaml:12 weighting.number"]
        ),
        Slip(
            old: "planned: planned",
            new: "planned: adults",
            expected: ["study.yaml:13 weighting.planned-varies"]
        ),
        Slip(
            old: "within: stratum, planned: planned, unit: cluster",
            new: "within: stratum",
            expected: ["study.yaml:13 weighting.response"]
        ),
        Slip(
            old: "  margins:",
            new: "  name: q\n  margins:",
            expected: ["study.yaml:14 weighting.name"]
        ),
        Slip(
            old: "design: {strata: stratum, cluster: cluster}",
            new: "design: {strata: stratum, cluster: cluster, weight: adults}",
            expected: ["study.yaml:10 weighting.not-used"]
        ),
        Slip(
            old: "  margins:",
            new: "  trim: {at-most: 0.2}\n  margins:",
            expected: ["study.yaml:14 weighting.trim-limits"]
        ),
        Slip(
            old: "  margins:",
            new: "  trim: {at-most: 2, at-least: 3}\n  margins:",
            expected: ["study.yaml:14 weighting.trim"]
        ),
        Slip(
            old: "  margins:",
            new: "  trim: {at-most: 2, of: mean}\n  margins:",
            expected: ["study.yaml:14 weighting.trim"]
        ),
        Slip(
            old: "{by: sex, counts: {woman: 2600, man: 2400}, source: Census of the sexes.}",
            new: "{by: sex}",
            expected: ["study.yaml:15 weighting.margin"]
        ),
    ]

    @Test("slips are told once, each at its place", arguments: slips)
    func problems(_ slip: Slip) throws {
        let problems = try Given.weights(try changed(slip.old, to: slip.new)).problems
        // That the groups of the small fixture are small is true throughout.
        #expect(problems.filter { !$0.hasSuffix("weighting.few") }.sorted() == slip.expected)
    }

    @Test("margins of the same total that cannot both be met name the worst group")
    func contradiction() throws {
        let yaml = try changed(
            "  source: Made-up census.",
            to: "    - {by: residence, counts: {town: 4900, village: 100}}"
        )
        let answers =
            Given.answers.replacingOccurrences(of: ",q\n", with: ",q,residence\n")
            .split(separator: "\n").map { line in
                line.hasPrefix("id")
                    ? String(line) : "\(line),\(line.contains(",man,") ? "village" : "town")"
            }.joined(separator: "\n") + "\n"
        let problems = try Given.weights(yaml, answers: answers).problems
        #expect(problems.contains { $0.hasSuffix("weighting.not-converged") })
    }

    @Test("strong factors and margins beyond the limits are warnings, and the page names them")
    func warnings() throws {
        let yaml = try changed("woman: 2600, man: 2400", to: "woman: 300, man: 4700")
            .replacingOccurrences(
                of: "  margins:",
                with: "  trim: {at-most: 600, of: people}\n  margins:"
            )
        let folder = try Given.folder(yaml)
        let study = StudyFolder(path: folder.path)
        let codes = study.problems.map(\.code.name)
        #expect(!study.problems.hasErrors)
        #expect(codes.contains("weighting.factor"))
        let prepared = try #require(study.prepared)
        let page = String(decoding: try #require(WeightDocument.html(prepared)), as: UTF8.self)
        // Women: 300 of 5,000 instead of 8 with 2 or 3 adults × 12/11 and 6 with 2 or 3 × 1.8.
        #expect(page.contains("woman: fitting multiplied the weights by 0.07, beside those of all"))
        #expect(page.contains("man: fitting multiplied the weights by 5.32, beside those of all"))
        #expect(codes.contains("weighting.limits-and-margins"))
        // Seven men stand for 4,700: for 671 each, at least.
        #expect(page.contains("The farthest weight lies 11.9% beyond its limit"))
    }
}
