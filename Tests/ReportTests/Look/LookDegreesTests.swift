import Base
import Survey
import Testing

@testable import Report

@Suite("A first look at little data")
struct LookDegreesTests {
    private func page(_ look: Look) -> String {
        String(decoding: LookDocument(look).html(), as: UTF8.self)
    }

    @Test("without form, fieldwork and scales each section says what it would take")
    func nothingDeclared() {
        var study = Study()
        study.data.file = "a.csv"
        let data = Microdata(
            rowCount: 3,
            columns: [LookSamples.number("x", [1, 2, .nan])]
        )
        let look = LookBuilder(LookSamples.prepared(study, Form(), data)).build()
        let html = page(look)
        for key in [
            "data: {id: COLUMN}", "fieldwork: {start: COLUMN, end: COLUMN}", "scales: {…}",
            "fieldwork: {interviewer: COLUMN}", "fieldwork: {date: COLUMN, start: COLUMN}",
            "form: form.xlsx",
        ] {
            #expect(html.contains("<code>\(key)</code>"), "\(key)")
        }
        #expect(look.questions.first?.answers.map(\.n) == [1, 1])
        #expect(look.questions.first?.missing.skipped == 1)
    }

    @Test("a condition of the form beyond us makes empty cells “not asked or empty”")
    func unclear() throws {
        let sample = LookSamples.study
        var form = sample.form
        let place = try #require(form.questions.firstIndex { $0.name == "why" })
        form.questions[place].relevant = "pulldata('x', 'y') = 1"
        let look = LookBuilder(LookSamples.prepared(sample.study, form, sample.data)).build()
        let why = try #require(look.questions.first { $0.name == "why" })
        #expect(why.missing.notAskedOrSkipped == 37)
        #expect(why.missing.skipped == 0)
        #expect(page(look).contains("Not asked or empty"))
    }

    @Test("a condition of the group around a question counts as its own")
    func groups() throws {
        let sample = LookSamples.study
        var form = sample.form
        let place = try #require(form.questions.firstIndex { $0.name == "n0" })
        form.questions[place].groupPath = ["outer", "inner"]
        form.groups = [
            Group(path: ["outer"], label: "", isRepeat: false, relevant: "${gate} = 'no'"),
            Group(path: ["outer", "inner"], label: "", isRepeat: false),
        ]
        var data = sample.data
        data.append(
            LookSamples.number("n0", [Double](repeating: .nan, count: 40))
        )
        let look = LookBuilder(LookSamples.prepared(sample.study, form, data)).build()
        let question = try #require(look.questions.first { $0.name == "n0" })
        #expect(question.missing.skipped == 19)
        #expect(question.missing.notAsked == 20)
    }

    @Test("all rows left out, or a file without columns, still make a page")
    func empty() throws {
        let sample = LookSamples.study
        var study = sample.study
        study.exclusions = [
            Exclusion(rule: .when(try Expression("hours >= 0")), because: "all")
        ]
        let look = LookBuilder(LookSamples.prepared(study, sample.form, sample.data)).build()
        #expect(look.rows == 0 && look.duplicates.sameID.count == 1)
        #expect(page(look).contains("0 after exclusions"))
        let bare = LookBuilder(LookSamples.prepared(Study(), Form(), Microdata(rowCount: 2)))
            .build()
        #expect(bare.questions.isEmpty)
        #expect(page(bare).contains("2 rows"))
    }

    @Test("fifty interviewers and a year of days stay readable")
    func many() {
        let sample = LookSamples.study
        var data = sample.data
        data.append(
            Column(name: "who", values: .text(TextPool((0..<40).map { "Person \($0)" })))
        )
        data.append(
            Column(
                name: "begin",
                values: .dates((0..<40).map { Double($0) * 9 * 86_400 + 36_000 }, .second)
            )
        )
        let look = LookBuilder(LookSamples.prepared(sample.study, sample.form, data)).build()
        #expect(look.calendar?.step == .week)
        #expect(look.calendar?.counts.reduce(0, +) == 39)
        #expect(look.interviewers.count == 39)
        let html = page(look)
        #expect(html.contains("Interviews by week"))
        #expect(html.contains("Person 39"))
    }

    @Test("text of the data is never markup")
    func injection() {
        let sample = LookSamples.study
        var data = sample.data
        let name = "<script>alert(1)</script>"
        data.append(
            Column(
                name: "who",
                values: .text(TextPool([String](repeating: name, count: 40)))
            )
        )
        let html = page(
            LookBuilder(LookSamples.prepared(sample.study, sample.form, data)).build()
        )
        #expect(html.contains("&lt;script&gt;"))
        #expect(!html.contains("<script"))
    }
}
