import Base
import Files
import Foundation
import Testing

/// Everything that can be wrong with a study, in one run, each with its place and the nearest name.
@Suite("Problems of a study")
struct StudyProblemTests {
    /// A study folder around `yaml` and `csv`; its problems as "file:line:column code".
    private func problems(_ yaml: String, _ csv: String = StudyProblemTests.answers) throws
        -> [Problem]
    {
        let folder = try TemporaryFolder()
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        try csv.write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        return StudyFolder(path: folder.path).allProblems()
    }

    private func short(_ problem: Problem) -> String {
        let parts = [
            problem.location.file, problem.location.line.map { String($0) } ?? "",
            problem.location.column ?? "",
        ]
        return parts.joined(separator: ":") + " " + problem.code.name
    }

    static let answers = """
        region,sex,q1,q2,q3,weight
        north,man,1,2,3,1
        north,woman,5,4,9,1
        south,man,2,99,3,1
        south,woman,3,3,,1

        """

    @Test("are all told at once, with file, line, column and the nearest right name")
    func all() throws {
        let found = try problems(
            """
            title: Test
            breakdown: [sex]
            data: {file: answers.csv, missing: [99], id: ids}
            form: form.xlsx
            scales:
              trust: {range: [1, 5], items: [+q1, +q2, -q3, +q2, +q4], answered: 9}
            questions:
              sex: {type: one, answers: {man: Men, wuman: Women}}
            breakdowns: [regoin, weight]
            """
        )
        #expect(
            Set(found.map(short)) == [
                "study.yaml:2:1 study.unknown-key", "study.yaml:4:1 file.missing",
                "study.yaml:3:42 study.unknown-variable", "study.yaml:6:49 study.item-twice",
                "study.yaml:6:54 study.unknown-variable", "study.yaml:6:60 study.scale-answered",
                "answers.csv:3:q3 answers.out-of-range", "answers.csv:3:sex answers.not-on-list",
                "study.yaml:9:14 study.unknown-variable",
            ]
        )
        let remedies = found.map(\.remedy).joined(separator: "\n")
        for hint in ["breakdowns?", "Did you mean region?", "Did you mean wuman?"] {
            #expect(remedies.contains(hint), "\(hint)")
        }
    }

    @Test("a stratum with one cluster stops the report and is named")
    func singleCluster() throws {
        let csv = """
            stratum,cluster,weight,q
            a,1,1,1
            a,2,1,2
            b,3,1,1
            b,3,1,2

            """
        let yaml = """
            data: answers.csv
            design: {strata: stratum, cluster: cluster, weight: weight}
            questions: {q: {type: one}}
            """
        let found = try problems(yaml, csv)
        #expect(found.map(short) == ["study.yaml:2:1 design.single-cluster"])
        #expect(found[0].message.contains("“b”"))
        let certain = yaml.replacingOccurrences(
            of: "weight}",
            with: "weight, single-cluster: certainty}"
        )
        #expect(try problems(certain, csv) == [])
    }

    @Test("a breakdown takes few different values as groups, many as a problem")
    func breakdown() throws {
        let csv = "age,group\n" + (0..<60).map { "\($0),\($0 % 3)\n" }.joined()
        #expect(try problems("data: answers.csv\nbreakdowns: [group]", csv) == [])
        let found = try problems("data: answers.csv\nbreakdowns: [age]", csv)
        #expect(found.map(short) == ["study.yaml:2:14 study.breakdown-kind"])
    }

    @Test("a misspelt personal column is an error: it would be read")
    func personal() throws {
        let found = try problems("data: {file: answers.csv, personal: [regoin, sex]}")
        #expect(found.map(short) == ["study.yaml:1:38 study.unknown-variable"])
        #expect(found.first?.remedy == "Did you mean region?")
    }

    @Test("declared types are the types that are used")
    func types() throws {
        let csv = "needs,age,day,code\nwork food,30,2025-11-05,007\nfood,x,2025-02-31,008\n"
        let yaml = """
            data: answers.csv
            questions:
              needs: {type: several}
              age: {type: number}
              day: {type: date}
              code: {type: text}
            """
        let found = try problems(yaml, csv)
        #expect(
            Set(found.map(short)) == [
                "answers.csv:3:age answers.not-a-number", "answers.csv:3:day answers.not-a-date",
            ]
        )
    }

    @Test("a new study does not put one file in the place of another")
    func names() throws {
        let folder = try TemporaryFolder()
        try "kept".write(toFile: folder.file("report.md"), atomically: true, encoding: .utf8)
        try "q\n1\n".write(toFile: folder.file("data.csv"), atomically: true, encoding: .utf8)
        let error = #expect(throws: Problems.self) {
            try NewStudy.draft(in: folder.path, form: nil, data: folder.file("data.csv"))
        }
        #expect(error?.list.map(\.code) == ["new.name-taken"])
        #expect(try folder.text("report.md") == "kept")
        #expect(!FileManager.default.fileExists(atPath: folder.file("study.yaml")))
    }

    @Test("a negative weight is told with its row")
    func weight() throws {
        let csv = "weight,q\n1,1\n-2,1\n,2\n"
        let yaml = "data: answers.csv\ndesign: {weight: weight}\nquestions: {q: {type: one}}\n"
        #expect(try problems(yaml, csv).map(short) == ["answers.csv:3:weight design.bad-number"])
    }

    @Test("an item that goes against its scale is a warning of a likely wrong key")
    func wrongKey() throws {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        let text = try folder.text("study.yaml").replacingOccurrences(of: "-w3", with: "+w3")
        try text.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let found = StudyFolder(path: folder.path).allProblems()
        #expect(found.map(\.code) == ["scale.likely-wrong-key"])
        #expect(found.first?.message.hasPrefix("w3 correlates −0.") == true)
    }

    @Test(
        "hostile files of a study are problems, never a crash",
        arguments: [
            "", "\u{0}", "- - - -", "a: &a [*a]", "? {a: b}\n: c", "data: {file: ../../etc/passwd}",
            "data: .\nform: .", "scales: {s: {range: [1, 1e309], items: [q]}}", "{{{{",
            "title: !!binary x",
            "data: answers.csv\nderive: {x: {formula: \"1/0\"}}\nexclude: [{when: \"x == 1\"}]",
            "data: answers.csv\nbreakdowns: [[region, sex], [region, region]]",
            "data: answers.csv\nreport: {hide-below: 0, disclose-at-least: -5}",
            "data: answers.csv\nscales: {s: {range: [1, 5], items: []}}",
            "data: answers.csv\nlanguages: []\nundecided: [[x]]",
        ]
    )
    func hostile(yaml: String) throws {
        _ = try problems(yaml)
    }
}
