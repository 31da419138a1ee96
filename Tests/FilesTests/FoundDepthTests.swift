import Base
import Files
import Report
import Survey
import Testing

/// Texts that are deep, or stand for much: too long to be kept as files.
@Suite("Deep texts")
struct FoundDepthTests {
    @Test(
        "a long chain of operations is refused, not walked to the end of the stack",
        arguments: [
            ("1", " + 1"), ("age > 1", " and age > 1"), ("age", " in [1]"), ("(1", " * 1"),
        ]
    )
    func chain(start: String, link: String) {
        let text = start + String(repeating: link, count: 60_000)
        #expect(throws: Expression.Fault.self) { try Expression(text) }
    }

    @Test("a chain as long as a person may write is read")
    func longest() throws {
        let text = "age == 0" + (1...300).map { " or age == \($0)" }.joined()
        #expect(try Expression(text).names.count == 301)
        #expect(try Expression("1" + String(repeating: " + 1", count: 1000)).names.isEmpty)
    }

    @Test("a condition of a form that is longer than a study's may be becomes no base")
    func longBase() {
        let short = "${a} = 1" + String(repeating: " or ${a} = 2", count: 300)
        #expect(StudyDraftBases(form: Form()).condition(of: question(short)) != nil)
        let long = "${a} = 1" + String(repeating: " or ${a} = 2", count: 1000)
        #expect(StudyDraftBases(form: Form()).condition(of: question(long)) == nil)
    }

    private func question(_ relevant: String) -> Question {
        var question = Question(name: "q", kind: .integer)
        question.relevant = relevant
        return question
    }

    @Test(
        "prose that is nested too deeply is left out, with a problem",
        arguments: [
            String(repeating: ">", count: 50_000) + "a",
            String(repeating: "- ", count: 20_000) + "a",
            String(repeating: "*a **a ", count: 20_000) + String(repeating: "** a*", count: 20_000),
        ]
    )
    func prose(text: String) {
        let (_, problems) = Markdown.read(text, file: "report.md")
        #expect(problems.map(\.code.name).contains("prose.left-out"))
    }

    @Test("prose that a person would nest is read whole")
    func nestedProse() {
        let text = String(repeating: "> ", count: 40) + "*deep*"
        #expect(Markdown.read(text, file: "report.md").problems.isEmpty)
    }

    @Test(
        "aliases of aliases that stand for billions are refused at once",
        arguments: [false, true]
    )
    func laughs(isKey: Bool) {
        let levels = (1..<24).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1),*a\($0 - 1)]\n" }
        let text = "a0: &a0 x\n" + levels.joined() + (isKey ? "? *a23\n: 1\n" : "title: *a23\n")
        let (study, problems) = StudyFile.read(text)
        #expect(study == nil)
        #expect(problems.list.map(\.code.name) == ["study.aliases"])
    }

    @Test("aliases as people use them are read, and stars in prose are none")
    func aliases() {
        let shared = (1...40).map { "  s\($0): {range: *r, items: *i, label: \"2 *r & *x\"}\n" }
        let text = """
            data: a.csv
            scales:
              s: {range: &r [1, 5], items: &i [q1, -q2, q3]}

            """
        let (study, problems) = StudyFile.read(text + shared.joined())
        #expect(problems.list.isEmpty)
        #expect(study?.scales.count == 41)
        #expect(study?.scales.last?.items.map(\.name) == ["q1", "q2", "q3"])
    }
}
