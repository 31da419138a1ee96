import Survey
import Testing

@Suite("Lists and models as people write them")
struct RequestsTests {
    @Test(
        "marks inside backticks, quotes, parentheses and brackets do not part a list",
        arguments: [
            ("a, b ,c", ["a", "b", "c"]),
            ("`a, b`,c", ["`a, b`", "c"]),
            ("place in [north, south],age", ["place in [north, south]", "age"]),
            ("q == 'a, b',c", ["q == 'a, b'", "c"]),
            ("log(x, y),z", ["log(x, y)", "z"]),
            ("don't,b", ["don't", "b"]),
            ("a]),b", ["a])", "b"]),
            (" , ,", []),
            ("", []),
        ]
    )
    func names(_ text: String, _ names: [String]) {
        #expect(WrittenList.names(in: text) == names)
    }

    @Test("backticks go where they hold one name")
    func plain() {
        #expect(WrittenList.plain("`a, b`") == "a, b")
        #expect(WrittenList.plain("`a` + `b`") == "`a` + `b`")
        #expect(WrittenList.plain("``") == "``" && WrittenList.plain("a") == "a")
    }

    @Test(
        "terms of a model",
        arguments: [
            ("y ~ a + b", ["a", "b"], true), ("y ~ a*b", ["a", "b", "a:b"], true),
            ("y ~ a:b + a - 1", ["a", "a:b"], false), ("y ~ 1", [], true),
            ("y ~ 0 + a + a", ["a"], false), ("y ~ factor(a) + log(b)", ["a", "log(b)"], true),
            ("y ~ `sch-wide` + `a + b`", ["sch-wide", "a + b"], true),
            ("y ~ a*b*c", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"], true),
        ]
    )
    func terms(_ text: String, _ terms: [String], _ hasIntercept: Bool) throws {
        let model = try ModelFormula(text)
        #expect(model.terms.map { $0.map(\.name).joined(separator: ":") } == terms)
        #expect(model.response == "y" && model.hasIntercept == hasIntercept)
    }

    @Test(
        "faults of a model have a mend",
        arguments: [
            "y", "~ a", "y ~", "y ~ a ~ b", "y ~ a +", "y ~ + a", "y ~ a ++ b", "y ~ a - b",
            "y ~ 0",
            "y ~ a:", "y ~ factor()", "y ~ (a + b)*c", "y ~ a^2", "y ~ a*b*c*d*e",
        ]
    )
    func faults(_ text: String) {
        let fault = #expect(throws: ModelFormula.Fault.self) { try ModelFormula(text) }
        #expect(fault?.message.isEmpty == false && fault?.remedy.isEmpty == false)
    }
}
