import Base
import Files
import Foundation
import Markup
import Survey
import Testing

@testable import Report

@Suite("What a study says of its methods")
struct DisclosureStudyTests {
    typealias Language = Report.Language

    private static let declared = """
        disclosure:
          sponsor: {en: The ministry, ru: Министерство}
          dates: In two weeks of May.
          dispositions: tried.csv
          eligibility: 0.5

        """

    /// Codes of ten cases: four interviews, one of them partial.
    private static let tried = "code\n1.1\n1.1\n1.1\n1.2\n2.11\n2.25\n2.32\n3.18\n3.21\n4.50\n"

    private func version(
        _ yaml: String,
        _ language: Language = .en,
        answers: String = WeightingStudy.answers,
        tried: String? = nil
    ) throws -> ReportVersion {
        let folder = try WeightingStudy.folder(yaml, answers: answers)
        if let tried {
            try tried.write(toFile: folder.file("tried.csv"), atomically: true, encoding: .utf8)
        }
        return ReportDocument(results: try Example.results(in: folder.path)).version(language)
    }

    private func entry(
        _ item: DisclosureItem,
        in version: ReportVersion
    ) throws -> DisclosureChecklist.Entry {
        try #require(version.disclosureChecklist.entries.first { $0.item == item })
    }

    @Test("is worked out from the study, and what only people know is missing")
    func workedOut() throws {
        let version = try version(WeightingStudy.yaml)
        let checklist = version.disclosureChecklist
        #expect(checklist.entries.map(\.item) == DisclosureItem.allCases)
        #expect(
            checklist.missing.map(\.item) == [
                .sponsor, .conductor, .instrument, .mode, .languages, .dates, .population, .frame,
                .responseRate, .missingness, .quality, .experiments, .dataAccess,
            ]
        )
        let texts: [(DisclosureItem, String)] = [
            (.sampleDesign, "A probability sample in 2 strata with 4 clusters."),
            (.deletion, "No row of the data was left out."),
            (.singleClusters, "No stratum has a single cluster."),
            (.limitations, "The answers are made up. No number says anything about real people."),
        ]
        for (item, text) in texts {
            let entry = try entry(item, in: version)
            #expect(entry.status == .workedOut && entry.text == text)
        }
        #expect(try entry(.weighting, in: version).text.contains("Census of the sexes."))
        #expect(
            try entry(.sampleSize, in: version).text == "21 of 21 rows of the data are analysed."
        )
    }

    @Test("counts rows that were left out and answers that are missing")
    func counts() throws {
        let yaml = """
            data: answers.csv
            exclude: [{when: "q == 5", because: too late}]
            questions: {q: {type: one, label: How?, missing: [2]}}

            """
        let answers = WeightingStudy.answers(of: [("c1", 100)])
        let version = try version(yaml, answers: answers)
        #expect(
            try entry(.deletion, in: version).text
                == "Rows in the data: 100. Left out: too late – 20. Analysed: 80."
        )
        // Of 80 people, 20 have the code 2 for no answer.
        let missing = try entry(.missingness, in: version).text
        #expect(missing.contains("25.0% to the one with the most: “How?”."), "\(missing)")
        #expect(missing.hasSuffix("No missing answer was filled in."))
    }

    @Test("has no use for variances without a design")
    func noDesign() throws {
        let yaml = """
            data: answers.csv
            breakdowns: [sex]

            """
        let version = try version(yaml)
        for item in [DisclosureItem.variance, .singleClusters, .subpopulations] {
            #expect(try entry(item, in: version).status == .notApplicable)
        }
        #expect(try entry(.sampleDesign, in: version).status == .missing)
        #expect(try entry(.precision, in: version).text.hasPrefix("No interval is given"))
        #expect(try entry(.limitations, in: version).text.contains("not a probability sample"))
    }

    @Test("shows the authors’ words in each language, and rates from a file of final codes")
    func said() throws {
        let version = try version(WeightingStudy.yaml + Self.declared, .ru, tried: Self.tried)
        #expect(try entry(.sponsor, in: version).text == "Министерство")
        #expect(try entry(.dates, in: version).status == .said)
        // I 3, P 1, R 1, NC 1, O 1: E = 7, U = 2, and RR3 = 3 / (7 + 0.5 · 2).
        #expect(try entry(.responseRate, in: version).text.hasPrefix("Доля участия RR3: 37,5"))
        let page = String(
            decoding: ReportDocument(results: version.results).html(in: .en),
            as: UTF8.self
        )
        #expect(page.contains("Outcome rates of the 10 cases that were tried"))
        #expect(page.contains("Complete interviews I = 3, partial ones P = 1"))
        #expect(page.contains("the authors’: 0.500."))
        let cells = page.matches(
            of: #/<th scope="row">([A-Z]+\d)</th><td class="text">([^<]+)</td><td>([\d.]+)%</td>/#
        )
        #expect(cells.count == Dispositions.Rate.allCases.count)
        let printed = Dictionary(uniqueKeysWithValues: cells.map { (String($0.1), $0.3) })
        #expect(printed["RR1"] == "33.3" && printed["RR6"] == "57.1" && printed["COOP3"] == "60.0")
    }

    @Test(
        "a file that is not there, or holds no codes, is told like any other; an empty one tells nothing"
    )
    func files() throws {
        func codes(_ tried: String?) throws -> [String] {
            let folder = try WeightingStudy.folder(WeightingStudy.yaml + Self.declared)
            if let tried {
                try tried.write(
                    toFile: folder.file("tried.csv"),
                    atomically: true,
                    encoding: .utf8
                )
            }
            return StudyFolder(path: folder.path).problems.filter { $0.severity == .error }.map {
                "\($0.location.file) \($0.code.name)"
            }
        }
        #expect(try codes(nil) == ["study.yaml file.missing"])
        #expect(try codes("outcome\n1.1\n") == ["tried.csv dispositions.no-code"])
        #expect(try codes("code\n7\n") == ["tried.csv dispositions.code"])
        #expect(try codes("cluster,code\nc1,\n") == [])
        let empty = try version(
            WeightingStudy.yaml + Self.declared,
            tried: "cluster,code\nc1,\n"
        )
        #expect(try entry(.responseRate, in: empty).status == .missing)
    }

    @Test("stands in the report with what is missing last, and its key beside it")
    func chapter() throws {
        let version = try version(WeightingStudy.yaml + Self.declared, tried: Self.tried)
        let chapter = String(decoding: version.disclosureSection.html(), as: UTF8.self)
        #expect(chapter.contains("15 are said here and 10 are missing."))
        let said = try #require(chapter.firstRange(of: "What is said (15)"))
        let lacking = try #require(
            chapter.firstRange(of: "What is missing, and why it matters (10)")
        )
        #expect(said.lowerBound < lacking.lowerBound)
        let missing = chapter[lacking.upperBound...]
        #expect(missing.contains("<code>conductor</code>"))
        #expect(missing.contains("<code>disclosure: {conductor: …, instrument: …}</code>"))
        #expect(!missing.contains("<code>sponsor</code>"))
    }

    @Test("of the main example is said in all its languages")
    func example() throws {
        let text = try String(
            contentsOfFile: Example.folder("kyrgyzstan") + "/study.yaml",
            encoding: .utf8
        )
        let texts = try #require(StudyFile.read(text).study).disclosure.texts
        #expect(texts.count == 6)
        for (item, said) in texts {
            #expect(said.languages == ["en", "ky", "ru"], "\(item)")
        }
    }

    @Test("has its keys in the manual")
    func manual() throws {
        let manual = try String(
            contentsOf: Example.root.appendingPathComponent("docs/study.md"),
            encoding: .utf8
        )
        for item in DisclosureItem.allCases {
            #expect(manual.contains("| `\(item.id)` | "), "\(item.id)")
        }
    }
}
