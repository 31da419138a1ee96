import Testing

@testable import Report

@Suite("Quotes in the authors' text")
struct QuoteTests {
    @Test(
        "are read by their grammar",
        arguments: [
            ("mean trust", Quote(.figure(.init(.mean, subject: "trust")))),
            (
                " mean trust region=talas sex=female ",
                Quote(
                    .figure(
                        .init(
                            .mean,
                            subject: "trust",
                            groups: [
                                .init(variable: "region", code: "talas"),
                                .init(variable: "sex", code: "female"),
                            ]
                        )
                    )
                )
            ),
            (
                "share a=b = 62.9 | 1 | with interval",
                Quote(
                    .figure(.init(.share, subject: "a", answer: "b")),
                    written: "62.9",
                    decimals: 1,
                    interval: .inBrackets
                )
            ),
            (
                "difference mean t g=a - g=b | and interval",
                Quote(
                    .difference(
                        .init(.mean, subject: "t", groups: [.init(variable: "g", code: "a")]),
                        .init(.mean, subject: "t", groups: [.init(variable: "g", code: "b")])
                    ),
                    interval: .afterComma
                )
            ),
            (
                "\"lower\": lower mean a than mean b",
                Quote(
                    .claim(
                        text: "lower",
                        .lower(.init(.mean, subject: "a"), .init(.mean, subject: "b"))
                    )
                )
            ),
            ("respondents", Quote(.figure(.init(.respondents)))),
            (
                "correlation a b",
                Quote(.figure(.init(.correlation, subject: "a", other: "b")))
            ),
            ("name g=a", Quote(.name(variable: "g", code: "a"))),
            ("fact 5,045 | A, 2023", Quote(.fact(text: "5,045", source: "A, 2023"))),
            ("plain 18", Quote(.plain("18"))),
        ] as [(String, Quote)]
    )
    func grammar(text: String, quote: Quote) throws {
        #expect(try QuoteParser.parse(text) == quote)
    }

    @Test(
        "that cannot be read say why",
        arguments: [
            "", " ", "meen trust", "mean", "mean g=a", "share a", "share", "mean t | 9",
            "mean t | wide",
            "difference mean t", "\"x", "\"\" highest mean t g=a", "\"x\" highest mean t",
            "\"x\" biggest mean t g=a", "\"x\"", "fact 5", "fact | x", "name", "name a",
            "rank mean t",
            "mean t g=", "mean t =a", "correlation a", "mean t - mean u", "=", "|", "a=b=c",
            "\u{F0000}",
        ]
    )
    func faults(text: String) {
        #expect(throws: QuoteFault.self) { try QuoteParser.parse(text) }
    }

    @Test("are found with their places, and numbers outside them too")
    func scanning() {
        let text = """
            # About 12 things
            1. In 2023, {{mean trust}} of 18-year-olds said `{{code}}` {{plain 7}}.
            ```
            99 {{mean x}}
            ```
            See [5](http://a.b/66) and Q4: 45.5% or 1,234. The highest of all.
            """
        let source = ProseSource(text, file: "r.md", language: .en)
        #expect(source.quotes.map(\.text) == ["mean trust", "plain 7"])
        #expect(source.quotes.map(\.line) == [2, 2])
        #expect(source.quotes.map(\.column) == [13, 60])
        #expect(source.numbers.map(\.text) == ["12", "18", "5", "45.5", "1,234"])
        #expect(source.numbers.map(\.line) == [1, 2, 6, 6, 6])
        #expect(source.claims.map(\.text) == ["highest"])
        #expect(source.marked.contains("`{{code}}`"))
        #expect(!source.marked.contains("mean trust"))
    }

    @Test(
        "never trap, whatever the text is",
        arguments: [
            "{{", "}}", "{{}}", "{{{{}}}}", "{{a}", "```", "`", "](", "](x", "1.", "1. ",
            "12345678901. x",
            "\u{F0000}5\u{F0001}", "{{a\nb}}", "٣٤ 5", "5.", ".5", "5,", "a5b",
            "{{mean t}}{{mean t}}",
            "İ highest", "\r\n{{x}}\r\n", String(repeating: "{{", count: 500),
        ]
    )
    func hostile(text: String) {
        for language in Language.allCases {
            let source = ProseSource(text, file: "r.md", language: language)
            for quote in source.quotes { _ = try? QuoteParser.parse(quote.text) }
            #expect(source.marked.count <= text.count + 12)
        }
    }

    @Test("Holm's correction is that of R's p.adjust")
    func correction() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") in R 4.2.2.
        let found = holm([0.01, 0.04, 0.03, 0.005])
        for (one, other) in zip(found, [0.03, 0.06, 0.06, 0.02]) {
            #expect(abs(one - other) < 1e-12)
        }
        #expect(holm([]) == [])
        #expect(holm([0.9, 0.8]) == [1, 1])
    }
}
