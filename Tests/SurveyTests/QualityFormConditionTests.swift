import Survey
import Testing

@Suite("A condition of a form")
struct QualityFormConditionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var answer = ""
        var others: [String: String] = [:]
        var expected: Bool?
        var testDescription: String { "\(text) with “\(answer)”" }
    }

    static let cases: [Case] = [
        Case(text: ". >= 18 and . <= 99", answer: "18", expected: true),
        Case(text: ". >= 18 and . <= 99", answer: "17.5", expected: false),
        Case(text: ".>=18 or .=-1", answer: "-1", expected: true),
        Case(text: "${consent} = 'yes'", others: ["consent": "yes"], expected: true),
        Case(text: "${ consent }=\"yes\"", others: ["consent": "no"], expected: false),
        Case(text: "${consent} != ''", others: ["consent": ""], expected: false),
        // An empty answer is no number: it is under nothing and over nothing.
        Case(text: "${age} < 30", others: ["age": ""], expected: false),
        Case(text: "not(${age} < 30)", others: ["age": ""], expected: true),
        Case(text: "${age} = 30", others: ["age": "30.0"], expected: true),
        Case(text: "${age} != 30", others: ["age": "x"], expected: true),
        Case(text: "selected(${needs}, 'job')", others: ["needs": "family job"], expected: true),
        Case(text: "selected(${needs}, 'jo')", others: ["needs": "family job"], expected: false),
        Case(text: "count-selected(.) <= 3", answer: "a b c d", expected: false),
        Case(text: "string-length(.) = 4", answer: "Айша", expected: true),
        Case(text: "1 + 2 * 3 = 7 and 7 mod 4 = 3 and 8 div 2 - 1 = 3", expected: true),
        Case(text: "(1 + 2) * 3 = 9", expected: true),
        Case(text: "-(. - 1) < --2", answer: "5", expected: true),
        Case(text: "true() = not(false())", expected: true),
        Case(text: "int(2.9) = 2 and number('3') = 3", expected: true),
        Case(text: "1 = 1 or 1 = 2 and 1 = 2", expected: true),
        // Texts that are no numbers, such as dates, cannot be ordered: nobody knows.
        Case(text: ". >= '2020-01-01'", answer: "2024-05-05", expected: nil),
        Case(text: ". > 5 or ${x} = 'a'", answer: "abc", others: ["x": "a"], expected: true),
        Case(text: ". > 5 and ${x} = 'a'", answer: "abc", others: ["x": "b"], expected: false),
        Case(text: ". > 5 and ${x} = 'a'", answer: "abc", others: ["x": "a"], expected: nil),
    ]

    @Test("follows XPath", arguments: cases)
    func holds(item: Case) throws {
        let condition = try #require(FormCondition(item.text))
        #expect(condition.holds(answer: item.answer) { item.others[$0] ?? "" } == item.expected)
    }

    @Test("names its variables once each")
    func names() {
        let condition = FormCondition("${a} = 1 and (${b} = ${a} or selected(${c-d}, 'x'))")
        #expect(condition?.names == ["a", "b", "c-d"])
    }

    @Test(
        "that uses more than is understood is refused",
        arguments: [
            "", "   ", ". <= today()", "regex(., '^[0-9]+$')", "../x = 1", "/data/x = 1", ". >=",
            "${a", "'open", "(. = 1", ". = 1)", "${} = 1", "${a b} = 1", "selected(.)", "not()",
            ". = 1 2", "and", "1 and", "if(. = 1, 2", ", .", "$x", "#", "1.2.3 = .", "true(",
            String(repeating: "(", count: 10_000), String(repeating: "-", count: 10_000) + "1",
            String(repeating: "not(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
            String(repeating: "1+", count: 10_000) + "1",
        ]
    )
    func refused(text: String) {
        #expect(FormCondition(text) == nil)
    }
}
