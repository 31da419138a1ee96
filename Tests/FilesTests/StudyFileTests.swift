import Base
import Files
import Report
import Testing

@Suite("study.yaml")
struct StudyFileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var yaml: String
        /// Each problem as "line code message-begin".
        var expected: [String]
        var testDescription: String {
            yaml.split(separator: "\n").first.map(String.init) ?? "empty"
        }
    }

    static let cases: [Case] = [
        Case(yaml: "", expected: ["1 study.empty"]),
        Case(yaml: "just text", expected: ["1 study.empty"]),
        Case(yaml: "title: [unclosed", expected: ["2 study.not-yaml"]),
        Case(yaml: "data: a.csv\ndata: b.csv", expected: ["1 study.not-yaml"]),
        Case(
            yaml: "titel: x\ndata: {fil: a.csv}",
            expected: ["1 study.unknown-key", "2 study.unknown-key", "2 study.no-data"]
        ),
        Case(yaml: "title: x", expected: ["- study.no-data"]),
        Case(
            yaml: "data: a.csv\nexclude:\n  - {when: \"consent = yes\"}\n  - {because: x}",
            expected: ["3 expression.grammar", "4 study.exclude-rule"]
        ),
        Case(
            yaml: "data: a.csv\nderive:\n  a: {from: age, cuts: [30, 20]}\n  b: {from: age}",
            expected: ["3 study.cuts", "4 study.derive-rule"]
        ),
        Case(
            yaml: "data: a.csv\nscales:\n  s: {range: [5, 1], items: [q]}\n  t: {range: [1, 5]}",
            expected: ["3 study.scale-range", "4 study.scale-items"]
        ),
        Case(
            yaml: "data: a.csv\nreport: {hide-below: few}\nsynthetic: perhaps",
            expected: ["3 study.not-yes-or-no", "2 study.not-a-number"]
        ),
        Case(
            yaml: "data: a.csv\ndesign: {single-cluster: ignore}\nquestions: {q: {type: likert}}",
            expected: ["2 study.single-cluster", "3 study.question-type"]
        ),
        Case(yaml: "data: a.csv\nscales: [a, b]", expected: ["2 study.wrong-shape"]),
    ]

    @Test("all problems of the file are told at once, with their lines", arguments: cases)
    func problems(item: Case) {
        let problems = StudyFile.read(item.yaml).problems.list
        let found = problems.map { problem in
            "\(problem.location.line.map { String($0) } ?? "-") \(problem.code.name)"
        }
        #expect(found == item.expected)
    }

    @Test(
        "the three slips that people make in YAML are told in words",
        arguments: [
            ("data: a.csv\ntitle:\n\ten: x", 3, "A tab stands here."),
            ("data: a.csv\ntitle: Trust: a study", 2, "A colon with a space"),
            ("data: a.csv\nreport:\n  text:report.md\n  date: x", 3, "There is no space"),
            ("data: a.csv\ndata: b.csv", 1, "The same key stands here twice: “data”."),
        ]
    )
    func slips(yaml: String, line: Int, message: String) {
        let problem = StudyFile.read(yaml).problems.list.first
        #expect(problem?.location.line == line)
        #expect(problem?.message.hasPrefix(message) == true, "\(problem?.message ?? "")")
    }

    @Test("an unknown key comes with the nearest known one")
    func nearest() {
        let problems = StudyFile.read("data: a.csv\nbreakdown: [sex]").problems.list
        #expect(problems.first?.remedy.hasPrefix("Did you mean breakdowns?") == true)
    }

    @Test("a whole study is read as it is written")
    func whole() throws {
        let (study, problems) = StudyFile.read(
            """
            title: {en: Attitudes, ru: Отношение}
            languages: [en, ru]
            form: form.xlsx
            data: {file: export.xlsx, id: _uuid, missing: [98, 99], personal: [name, phone]}
            exclude:
              - {when: "consent != yes", because: no consent}
              - {duplicates: _uuid}
            derive:
              age_group: {from: age, cuts: [18, 29, 45, 61]}
            design: {strata: [place, residence], cluster: cluster, weight: weight, single-cluster: {collapse-within: place}}
            scales:
              trust:
                label: {en: Trust in offenders}
                range: [1, 5]
                items: [-q1, q2, +q3]
                answered: 2
            breakdowns: [place, [place, sex]]
            report: {text: report.md, bracket-below: 50, hide-below: 25, disclose-at-least: 5}
            """
        )
        #expect(problems.list == [])
        let read = try #require(study)
        #expect(read.title.text(in: "ru") == "Отношение")
        #expect(read.data.missing == ["98", "99"])
        #expect(read.data.personal == ["name", "phone"])
        #expect(read.exclusions.count == 2)
        #expect(read.derivations.map(\.rule) == [.cuts(from: "age", at: [18, 29, 45, 61])])
        #expect(read.design?.singleCluster == .collapse(within: "place"))
        #expect(read.scales.first?.items.map(\.isReversed) == [true, false, false])
        #expect(read.scales.first?.items.map(\.name) == ["q1", "q2", "q3"])
        #expect(read.breakdowns == [["place"], ["place", "sex"]])
        #expect(read.marks["scales.trust.items.1"]?.line == 15)
    }
}
