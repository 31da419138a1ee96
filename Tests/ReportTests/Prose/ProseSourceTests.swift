import Base
import Kernels
import Testing

@testable import Report

@Suite("The authors' text before Markdown")
struct ProseSourceTests {
    private func finds(
        _ kind: ProseSource.Find.Kind,
        _ text: String,
        _ language: Language = .en
    ) -> [String] {
        ProseSource(text, file: "r.md", language: language).finds
            .filter { $0.kind == kind }.map(\.text)
    }

    @Test("quotes are found where they stand, over the ends of lines too")
    func places() {
        let text = "# A\n\nTrust is {{mean trust}} and\r\n  {{mean\n  change}} {{n trust}}."
        let source = ProseSource(text, file: "r.md", language: .en)
        #expect(source.finds.map(\.kind) == [.quote, .quote, .quote])
        #expect(source.finds.map(\.text) == ["mean trust", "mean\n  change", "n trust"])
        #expect(source.finds.map(\.line) == [3, 4, 5])
        #expect(source.finds.map(\.column) == [10, 3, 12])
        #expect(source.unmarked(source.marked) == text)
    }

    @Test("a problem of the marked text is put at the line that it has for its author")
    func lines() {
        let source = ProseSource("{{mean\ntrust}}\n<b>", file: "r.md", language: .en)
        let problem = Problem(
            .warning,
            "prose.left-out",
            at: .init("r.md", line: 2),
            "",
            remedy: ""
        )
        #expect(source.marked.split(separator: "\n").count == 2)
        #expect(source.placed(problem).location.line == 3)
    }

    @Test(
        "braces that are no quote are told",
        arguments: [
            "{{mean trust", "a {{mean trust\n\n}} b", "{{a {{mean trust}}", "{{a `b`}}",
            "{{mean trust }", "{{",
        ]
    )
    func unclosed(text: String) {
        #expect(finds(.unclosed, text).count == 1)
    }

    @Test("a backslash makes braces of braces", arguments: ["\\{{mean trust}}", "\\{{"])
    func escaped(text: String) {
        let source = ProseSource(text, file: "r.md", language: .en)
        #expect(source.finds == [] && source.marked == text)
    }

    static let numbers: [(Language, String, [String])] = [
        (.en, "Of 1,234 people 45.5% said 7.", ["1,234", "45.5", "7"]),
        (.en, "In 2023 and the 1990s, 2009–2010, but 2100 or 2,023 people", ["2100", "2,023"]),
        (.en, "1850 and 2000% are no years", ["1850", "2000"]),
        (.en, "COVID-19, q17, Q_4, 4x4, 3rd, A1B2, Talas-2", []),
        (.en, "an 18-year-old, a 45-point gap, −5 and -3", ["18", "45", "5", "3"]),
        (.en, "on 5 November, November 6, 5–12 May, 2025-11-05 and 05.11.2025", []),
        (.en, "12 separate groups, 3 decades, 45 May", ["12", "3", "45"]),
        (.en, "table 3, Tables 3 and 4, figures 1, 2 and 3, section 2.1, wave 2", []),
        (.en, "the table 45%, pages 3–5, page\n7, № 5, § 12, #3", ["45"]),
        (.en, "item 3 of 40, step 2: 9", ["40", "9"]),
        (.en, "1. one\n2) two 5\n   12. three\n> 3. four\n-4. x", ["5", "4"]),
        (.en, "a&#8211;b &#x1F; 5", ["5"]),
        (.en, "[1]: http://a.b/2000000\nSee [1] and [2].", ["2"]),
        (.en, "{{plain 18}} and {{fact 5,045 | A 17}} but 19", ["19"]),
        (.ru, "Из 1 234 опрошенных 45,5 % сказали 7", ["1 234", "45,5", "7"]),
        (.ru, "1-го, 3-й и 20-х, таблица 5, в вопросе 12, 5 ноября", []),
        (.ru, "В стране 45, на вопрос 40 % ответили, волнуют 30", ["45", "40", "30"]),
        (.ky, "2-таблицада, 5-суроо, 5-ноябрь, 2023-ж. 1 000 кишиден 45%и", ["1 000", "45"]),
        (.en, "٣٤ people and ½", ["٣٤"]),
    ]

    @Test("numbers that nothing binds are found, and only those", arguments: numbers)
    func numbersFound(language: Language, text: String, expected: [String]) {
        #expect(finds(.number, text, language) == expected)
    }

    static let claims: [(Language, String, [String])] = [
        (
            .en, "The Highest of all; more\nthan half, a majority.",
            ["Highest", "more\nthan", "majority"]
        ),
        (.en, "Moreover, thighest, most of it; {{\"highest\": highest mean trust g=a}}", []),
        (.ru, "Большинство выше, чем у других; невысшее", ["Большинств", "выше, чем"]),
        (.ky, "Көпчүлүгү эң жогорку", ["Көпчүлү", "эң жогорку"]),
    ]

    @Test("words that compare are found outside claims", arguments: claims)
    func claimsFound(language: Language, text: String, expected: [String]) {
        #expect(finds(.claim, text, language) == expected)
    }

    @Test("whatever the text is, nothing traps and taking the marks out gives it back")
    func hostile() {
        let pieces = [
            "{{", "}}", "{{mean t}}", "`", "```", "[", "](", "]:", ")", "1.", "12", "2023", "\n",
            "\n\n", "\r\n", " ", "\t", ">", "- ", "#", "&#", "\\", "highest", "more than", "№ ",
            "table ", " and ", "5,", ".5", "٣", "İ", "\u{301}", "🇰🇬", "и", "ноября", "-", "–", "%",
        ]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1_500 {
            let text = (0..<Int.random(in: 0...14, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for language in Language.allCases {
                let source = ProseSource(text, file: "r.md", language: language)
                #expect(source.unmarked(source.marked) == text)
                #expect(source.finds.allSatisfy { $0.line >= 1 && $0.column >= 1 })
            }
        }
        let forged = ProseSource("\u{F0000}0\u{F0001} {{x}}", file: "r.md", language: .en)
        #expect(forged.finds.map(\.kind) == [.number, .quote])
        let long = String(repeating: "{{ 5 [", count: 20_000)
        #expect(ProseSource(long, file: "r.md", language: .en).finds.count == 40_000)
    }
}
