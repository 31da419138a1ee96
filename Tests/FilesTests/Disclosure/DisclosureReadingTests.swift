import Base
import Files
import Report
import Survey
import Testing
import Yams

@Suite("The key disclosure")
struct DisclosureReadingTests {
    private func read(_ yaml: String) throws -> (form: DisclosureForm, found: [String]) {
        let node = try #require(try Yams.compose(yaml: yaml))
        let (form, problems) = DisclosureReading.read(try #require(node["disclosure"]))
        return (
            form,
            problems.map { "\($0.location.file):\($0.location.line ?? 0) \($0.code.name)" }
        )
    }

    @Test("of audit.yaml is read in its short and its long form")
    func audit() throws {
        let (form, found) = try read(
            """
            disclosure:
              sponsor: {said: yes, words: "Funded by the ministry", page: 2}
              dates: {said: partly, words: "in spring"}
              weighting: no
              experiments: not-applicable
              dispositions: {I: 1000, P: 25}
              eligibility: 0.9
              rates: {RR1: 61.7%, response: 62%}
            """
        )
        #expect(found == [])
        #expect(
            form.answers == [
                .sponsor: .init(.yes, words: "Funded by the ministry", page: "2"),
                .dates: .init(.partly, words: "in spring"), .weighting: .init(.no),
                .experiments: .init(.notApplicable),
            ]
        )
        #expect(form.dispositions == Dispositions([.complete: 1000, .partial: 25]))
        #expect(form.eligibility?.text == "0.9")
        #expect(form.printedRates.map(\.text) == ["61.7%", "62%"])
        #expect(form.printedRates.map(\.rate) == [.rr1, nil])
    }

    @Test("of audit.yaml tells all its slips at once and keeps the rest")
    func slips() throws {
        let (form, found) = try read(
            """
            disclosure:
              sponser: yes
              mode: perhaps
              dates: {words: "in spring"}
              frame: {said: [yes], wrods: x}
              population: yes
              dispositions: {I: many, X: 3, P: -1, R: 99999999999999}
              eligibility: 110%
              rates: {RR1: high, RR9: 1%, RR2: 50%}
            """
        )
        let expected = [
            "audit.yaml:2 study.unknown-key", "audit.yaml:3 disclosure.said",
            "audit.yaml:4 disclosure.said", "audit.yaml:5 study.unknown-key",
            "audit.yaml:5 study.wrong-shape", "audit.yaml:7 study.not-a-number",
            "audit.yaml:7 study.not-a-number", "audit.yaml:7 study.not-a-number",
            "audit.yaml:7 study.unknown-key", "audit.yaml:8 disclosure.rate",
            "audit.yaml:9 disclosure.rate", "audit.yaml:9 study.unknown-key",
        ]
        #expect(found.sorted() == expected)
        #expect(form.answers == [.population: .init(.yes)])
        #expect(form.printedRates.map(\.rate) == [.rr2])
    }

    @Test("that is no mapping is one problem", arguments: ["[a, b]", "yes", "''"])
    func shape(value: String) throws {
        let (form, found) = try read("disclosure: \(value)")
        #expect(found == ["audit.yaml:0 study.wrong-shape"])
        #expect(form == DisclosureForm())
    }

    // MARK: - study.yaml

    @Test("of study.yaml holds texts in the study’s languages and what became of the cases")
    func study() throws {
        let (study, problems) = StudyFile.read(
            """
            data: a.csv
            disclosure:
              sponsor: {en: The ministry, ru: Министерство}
              mode: By telephone
              frame: ""
              dispositions: {I: 10, R: 5}
              eligibility: 0
            """
        )
        #expect(problems.list == [])
        let said = try #require(study).disclosure
        #expect(said.texts[.sponsor]?.text(in: "ru") == "Министерство")
        #expect(said.texts[.mode]?.text(in: "ky") == "By telephone")
        #expect(said.texts[.frame] == nil)
        #expect(said.rates?.eligibility == 0 && said.rates?.isEligibilityGiven == true)
        #expect(said.rates?[.rr5] == 10.0 / 15)
    }

    @Test("of study.yaml tells its slips with their lines")
    func studySlips() {
        let problems = StudyFile.read(
            "data: a.csv\ndisclosure:\n  mood: good\n  eligibility: 2\n  dispositions: {I: x}"
        ).problems.list
        #expect(
            problems.map { "\($0.location.line ?? 0) \($0.code.name)" }.sorted() == [
                "3 study.unknown-key", "4 study.not-a-share", "5 study.not-a-number",
            ]
        )
    }
}
