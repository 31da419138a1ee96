import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

/// Data that come with replicate weights, from the files to the page.
@Suite("A study with replicate weights")
struct ReplicateStudyTests {
    private static let clusterCount = 6

    /// Made-up answers of six clusters, one of them left out by each replicate.
    private static let rows: [(group: String, answer: Double, weights: [Double])] =
        (0..<120).map { row in
            let cluster = row % clusterCount
            let weight = Double(1 + row % 4)
            let replicates = (0..<clusterCount).map {
                $0 == cluster ? 0 : weight * Double(clusterCount) / Double(clusterCount - 1)
            }
            return (
                row % 3 == 0 ? "north" : "south", Double(1 + (row * row + cluster) % 5),
                [weight] + replicates
            )
        }

    private static var csv: String {
        let header = "area,q,w0," + (1...clusterCount).map { "rw\($0)" }.joined(separator: ",")
        let lines = rows.map { row in
            "\(row.group),\(Int(row.answer))," + row.weights.map { "\($0)" }.joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    private static func yaml(_ design: String) -> String {
        """
        title: Made up
        languages: [en, ru, ky]
        synthetic: yes
        data: answers.csv
        design: {weight: w0, \(design)}
        scales: {trust: {range: [1, 5], items: [+q]}}
        breakdowns: [area]
        report: {hide-below: 1, bracket-below: 1, disclose-at-least: 1}

        """
    }

    private func open(_ design: String, csv: String = csv) throws -> StudyFolder {
        let folder = try TemporaryFolder()
        try Self.yaml(design)
            .write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        try csv.write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        return StudyFolder(path: folder.path)
    }

    private func results(_ design: String) throws -> Results {
        let study = try open(design)
        var problems = study.problems
        let results = study.results(&problems)
        #expect(problems.filter { $0.severity == .error } == [])
        return try #require(results)
    }

    /// The same replicates, given to the core.
    private func columns(_ method: ReplicateColumns.Method) -> ReplicateColumns {
        ReplicateColumns(
            weights: Self.rows.map(\.weights[0]),
            replicates: (1...Self.clusterCount).map { number in Self.rows.map(\.weights[number]) },
            method: method
        )
    }

    // MARK: - Estimates

    @Test("has the standard errors of the core, for all and for groups")
    func sameAsCore() throws {
        var wide = columns(.other)
        wide.scale = 0.5
        wide.replicateScales = [1, 2, 1, 2, 1, 2]
        wide.isAboutEstimate = true
        var factors = columns(.bootstrap)
        factors.areFactors = true
        let cases: [(yaml: String, columns: ReplicateColumns)] = [
            ("columns: \"rw*\", method: jackknife", columns(.jackknife)),
            ("columns: [rw1, \"rw*\"], method: bootstrap", columns(.bootstrap)),
            ("columns: \"r*\", method: fay, rho: 0.3", columns(.fay(rho: 0.3))),
            ("columns: \"*w*\", method: balanced", columns(.balanced)),
            (
                "columns: \"rw*\", method: successive-differences",
                columns(.successiveDifferences)
            ),
            ("columns: \"rw*\", method: bootstrap, factors: yes", factors),
            (
                "columns: \"rw*\", method: other, scale: 0.5, scales: [1, 2, 1, 2, 1, 2], "
                    + "around-estimate: yes", wide
            ),
        ]
        for (yaml, columns) in cases {
            let results = try results("replicates: {\(yaml)}")
            let design = try SurveyDesign(columns)
            let numbers = Numbers(Self.rows.map(\.answer))
            let areas = Codes(Self.rows.map { $0.group == "north" ? 1 : 2 }, categoryCount: 2)
            let expected =
                Tabulation(design).mean(of: numbers)
                + Tabulation(design, by: Grouping(areas, count: 2)).mean(of: numbers)
            let score = results.scales[0].score
            let found = [score.whole.estimate] + score.groups[0].map(\.estimate)
            for (found, expected) in zip(found, expected) {
                let found = try #require(found)
                #expect(isClose(found.value, expected.value, 1e-12), "\(yaml)")
                #expect(found.df == expected.df && found.clusters == nil)
                let errors = [found, expected].compactMap(\.standardError)
                try #require(errors.count == 2 && errors[0] > 0)
                #expect(isClose(errors[0], errors[1], 1e-12), "\(yaml)")
            }
            #expect(results.sample.clusters == nil && results.sample.replicates == 6)
            #expect(results.sample.degreesOfFreedom == 5)
        }
    }

    @Test("is not that of a simple random sample")
    func notSimple() throws {
        let replicated = try results("replicates: {columns: \"rw*\", method: jackknife}")
        let simple = try results("population: people")
        let errors = [replicated, simple].map { $0.scales[0].score.whole.estimate?.standardError }
        #expect(try abs(#require(errors[0]) / #require(errors[1]) - 1) > 0.05)
    }

    // MARK: - Page and tables

    @Test("says what the replicates are in three languages, and shows no clusters")
    func page() throws {
        let results = try results("replicates: {columns: \"rw*\", method: jackknife}")
        let page = String(decoding: ReportDocument(results: results).html(), as: UTF8.self)
        for words in [
            "The data have 6 replicate weights in place of strata and clusters; method: jackknife.",
            "Intervals have 5 degrees of freedom for the whole.",
            "в данных 6 репликационных весов; метод: метод складного ножа.",
            "6 репликациялык салмак бар; ыкмасы: бүктөлмө бычак ыкмасы.",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains(">df</th>") && !page.contains(">PSUs</th>"))
        #expect(page.contains("the rank of the replicate weights in the group, less one."))
        #expect(!page.contains("rw3") && !page.contains("120 clusters"))
        let tables = results.tables()
        let respondents = try #require(tables.first { $0.name == "respondents" })
        #expect(respondents.rows.map(\.[0]).contains(.text("replicates of the weights")))
        #expect(!respondents.rows.map(\.[0]).contains(.text("primary sampling units")))
    }

    @Test("a made jackknife of clusters is that of the columns")
    func made() throws {
        var lines = Self.csv.split(separator: "\n").map(String.init)
        lines[0] += ",village"
        for row in 1..<lines.count { lines[row] += ",v\((row - 1) % Self.clusterCount)" }
        let study = try open(
            "cluster: village, variance: jackknife",
            csv: lines.joined(separator: "\n") + "\n"
        )
        var problems = study.problems
        let made = try #require(study.results(&problems))
        let given = try results("replicates: {columns: \"rw*\", method: jackknife}")
        let errors = [made, given].map { $0.scales[0].score.whole.estimate?.standardError }
        #expect(try isClose(#require(errors[0]), #require(errors[1]), 1e-12))
        #expect(made.sample.clusters == 6 && made.sample.knowsClusters)
        let bootstrap = try open(
            "cluster: village, variance: {bootstrap: 40, seed: 7}",
            csv: lines.joined(separator: "\n") + "\n"
        )
        let drawn = try #require(bootstrap.results(&problems))
        let page = String(decoding: ReportDocument(results: drawn).html(), as: UTF8.self)
        #expect(page.contains("draws clusters anew: 40 replicates from seed 7."))
        #expect(page.contains("кластеров: 40 реплик, начальное число 7."))
    }

    // MARK: - Problems

    @Test("a replicate that cannot meet the margins stops the report")
    func unfitted() throws {
        let yaml =
            Self.yaml("cluster: village, variance: {bootstrap: 30}")
            .replacingOccurrences(of: "weight: w0, ", with: "")
            + "weighting: {margins: [{by: area, counts: {north: 4000, south: 8000}}]}\n"
        let folder = try TemporaryFolder()
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        // The north is a single village, which some replicates do not draw.
        let rows = (0..<120).map { row in
            row % 4 == 0 ? "north,v0,\(1 + row % 5)" : "south,v\(row % 4),\(1 + row % 5)"
        }
        try (["area,village,q"] + rows).joined(separator: "\n")
            .write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        let errors = StudyFolder(path: folder.path).allProblems().filter { $0.severity == .error }
        #expect(errors.map(\.code.name) == ["design.replicate-margins"])
        #expect(errors.map(\.location.line) == [5])
    }

    @Test("a jackknife of thousands of people with fitted weights is refused, not a smaller one")
    func many() throws {
        let fit = "weighting: {margins: [{by: area, counts: {north: 40000, south: 80000}}]}\n"
        let yaml =
            Self.yaml("variance: jackknife").replacingOccurrences(of: "weight: w0, ", with: "")
            + fit
        for (copies, expected) in [(1, []), (25, ["design.many-replicates"])] {
            let folder = try TemporaryFolder()
            try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
            let people = String(repeating: "north,1\nsouth,2\nsouth,4\n", count: 40 * copies)
            try ("area,q\n" + people)
                .write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
            let found = StudyFolder(path: folder.path).allProblems()
            #expect(found.filter { $0.severity == .error }.map(\.code.name) == expected)
        }
    }

    private func codes(_ design: String, csv: String = csv) throws -> [String] {
        try open(design, csv: csv).allProblems().filter { $0.severity == .error }.map { problem in
            let place = [problem.location.line.map { String($0) }, problem.location.column]
            return "\(problem.location.file):"
                + place.compactMap { $0 }.joined(separator: ":") + " \(problem.code.name)"
        }
    }

    @Test("names every slip at its place")
    func problems() throws {
        let file = "study.yaml:5"
        let cases: [(design: String, codes: [String])] = [
            (
                "strata: area, cluster: q, replicates: {columns: \"rw*\", method: jackknife}",
                [
                    "\(file):22 design.replicates-and-units",
                    "\(file):36 design.replicates-and-units",
                ]
            ),
            (
                "replicates: {columns: \"wr*\", method: jackknife}",
                ["\(file):35 design.no-replicates"]
            ),
            (
                "replicates: {columns: [rw1, rw9], method: jackknife}",
                ["\(file):50 study.unknown-variable"]
            ),
            ("replicates: {method: jackknife}", ["\(file):22 design.no-replicates"]),
            ("replicates: {columns: \"rw*\"}", ["\(file):22 design.replicate-method"]),
            (
                "replicates: {columns: \"rw*\", method: bootstap}",
                ["\(file):51 design.replicate-method"]
            ),
            (
                "replicates: {columns: \"rw*\", method: fay}",
                ["\(file):51 design.replicate-method"]
            ),
            (
                "replicates: {columns: \"rw*\", method: fay, rho: 1}",
                ["\(file):64 design.replicate-method"]
            ),
            (
                "replicates: {columns: \"rw*\", method: balanced, rho: 0.5}",
                ["\(file):69 design.replicate-method"]
            ),
            (
                "replicates: {columns: \"rw*\", method: other}",
                ["\(file):22 design.replicate-scale"]
            ),
            (
                "replicates: {columns: \"rw*\", method: stratified-jackknife, scales: [1, 1]}",
                ["\(file):81 design.replicate-scales"]
            ),
            (
                "replicates: {columns: \"rw*\", method: stratified-jackknife}",
                ["\(file):22 design.replicate-scale"]
            ),
            ("variance: bootstrap", ["\(file):22 design.variance"]),
            ("variance: {bootstrap: 20000}", ["\(file):22 design.variance"]),
        ]
        for (design, expected) in cases {
            let found = try codes(design)
            #expect(Set(found) == Set(expected), "\(design): \(found)")
        }
        let misspelt = try open("replicates: {columns: \"wr*\", method: jackknife}").problems
        #expect(misspelt.map(\.remedy).contains("Did you mean columns such as rw1?"))
    }

    @Test("finds what is wrong in the columns, and never goes on without them")
    func columns() throws {
        let design = "replicates: {columns: \"rw*\", method: jackknife}"
        let lines = Self.csv.split(separator: "\n").map(String.init)
        func with(_ line: Int, _ text: String) -> String {
            var lines = lines
            lines[line - 1] = text
            return lines.joined(separator: "\n") + "\n"
        }
        #expect(
            try codes(design, csv: with(3, "south,2,1,1,-1,1,,1,1"))
                == ["answers.csv:3:rw2 design.bad-number", "answers.csv:3:rw4 design.bad-number"]
        )
        #expect(
            try codes(design, csv: with(3, "south,2,0,1,1,1,1,1,1"))
                == ["answers.csv:3 design.replicate-without-weight"]
        )
        let one = try open(design, csv: "area,q,w0,rw1\nnorth,1,1,2\nsouth,2,1,0\n")
        #expect(one.allProblems().map(\.code.name).contains("design.few-replicates"))
        var problems = one.problems
        #expect(one.results(&problems) == nil)
    }

    @Test("replicates need a weight that came with them")
    func weight() throws {
        let folder = try TemporaryFolder()
        let yaml = Self.yaml("replicates: {columns: \"rw*\", method: jackknife}")
            .replacingOccurrences(of: "weight: w0, ", with: "")
        try Self.csv.write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        let made = yaml + "weighting: {margins: [{by: area, counts: {north: 400, south: 800}}]}\n"
        for text in [yaml, made] {
            try text.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
            let problems = StudyFolder(path: folder.path).allProblems()
            let errors = problems.filter { $0.severity == .error }.map(\.code.name)
            #expect(errors == ["design.replicates-weight"])
        }
    }
}
