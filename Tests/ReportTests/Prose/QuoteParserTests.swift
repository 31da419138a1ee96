import Kernels
import Testing

@testable import Report

@Suite("The grammar of quotes")
struct QuoteParserTests {
    private static let trust = Quote.Figure(statistic: .mean, subject: "trust")
    private static let talas = Quote.Group(variable: "region", answer: "talas")
    private static let osh = Quote.Group(variable: "region", answer: "osh")

    private static func share(_ answers: Quote.Answers) -> Quote.Figure {
        Quote.Figure(statistic: .share, subject: "a", answers: answers)
    }

    static let readable: [(String, Quote)] = [
        ("mean trust", Quote(.figure(trust))),
        ("  mean\n trust ", Quote(.figure(trust))),
        (
            "mean trust region=talas sex=\"a woman\"",
            Quote(
                .figure(
                    trust.with(groups: [talas, .init(variable: "sex", answer: "a woman")])
                )
            )
        ),
        ("mean trust region=“talas”", Quote(.figure(trust.with(groups: [talas])))),
        ("mean trust «region»=«talas»", Quote(.figure(trust.with(groups: [talas])))),
        ("mean «trust»", Quote(.figure(trust))),
        ("mean trust = 2,56", Quote(.figure(trust), written: "2,56")),
        ("mean trust  =  1 234.5 | 1", Quote(.figure(trust), written: "1 234.5", decimals: 1)),
        (
            "share a=b = 62.9% | 1 | with interval",
            Quote(
                .figure(share(.named(["b"], whole: "b"))),
                written: "62.9%",
                decimals: 1,
                interval: .inBrackets
            )
        ),
        (
            "share a=b,\"c, d\" | bare",
            Quote(
                .figure(share(.named(["b", "c, d"], whole: "b,\"c, d\""))),
                isBare: true
            )
        ),
        ("share a=(0,19]", Quote(.figure(share(.named(["(0", "19]"], whole: "(0,19]"))))),
        ("share a==b", Quote(.figure(share(.named(["b"], whole: "b"))))),
        ("share a>=4", Quote(.figure(share(.from(.atLeast, 4, written: "4"))))),
        ("share a<=-4.5", Quote(.figure(share(.from(.atMost, -4.5, written: "-4.5"))))),
        ("share a<2", Quote(.figure(share(.from(.less, 2, written: "2"))))),
        ("share a>2", Quote(.figure(share(.from(.greater, 2, written: "2"))))),
        ("respondents", Quote(.figure(.init(statistic: .respondents)))),
        (
            "correlation a b",
            Quote(.figure(.init(statistic: .correlation, subject: "a", other: "b")))
        ),
        ("interval mean trust = 1 to 2", Quote(.interval(trust), written: "1 to 2")),
        ("margin mean trust", Quote(.margin(trust))),
        ("se mean trust | 3", Quote(.standardError(trust), decimals: 3)),
        (
            "difference mean trust region=talas - region=osh | and interval",
            Quote(
                .difference(trust.with(groups: [talas]), trust.with(groups: [osh])),
                interval: .afterComma
            )
        ),
        (
            "difference mean trust − mean change",
            Quote(.difference(trust, .init(statistic: .mean, subject: "change")))
        ),
        ("rank mean trust region=talas", Quote(.rank(trust.with(groups: [talas])))),
        (
            "rank mean trust region=talas in region = 1 to 3",
            Quote(.rank(trust.with(groups: [talas])), written: "1 to 3")
        ),
        ("highest mean trust in region", Quote(.extreme(trust, .highest, variable: "region"))),
        (
            "lowest mean trust in region = Talas",
            Quote(.extreme(trust, .lowest, variable: "region"), written: "Talas")
        ),
        ("name region=talas", Quote(.name(talas))),
        ("fact 5,045 | A, 2023 | B", Quote(.fact(text: "5,045", source: "A, 2023 | B"))),
        ("plain 18", Quote(.plain("18"))),
        (
            "\"lower\": lower mean trust than mean change",
            Quote(
                .claim(
                    text: "lower",
                    .compared(trust, .lower, .init(statistic: .mean, subject: "change"))
                )
            )
        ),
        (
            "«ниже» : lower mean trust region=talas than region=osh",
            Quote(
                .claim(
                    text: "ниже",
                    .compared(trust.with(groups: [talas]), .lower, trust.with(groups: [osh]))
                )
            )
        ),
        (
            "“x”: unclear mean trust region=talas from region=osh",
            Quote(
                .claim(
                    text: "x",
                    .compared(trust.with(groups: [talas]), .unclear, trust.with(groups: [osh]))
                )
            )
        ),
        (
            "\"x\": highest mean trust region=talas in region",
            Quote(.claim(text: "x", .extreme(trust.with(groups: [talas]), .highest)))
        ),
        (
            "\"x\": minority share a=b",
            Quote(.claim(text: "x", .half(share(.named(["b"], whole: "b")), isMore: false)))
        ),
    ]

    @Test("a quote is read by its grammar", arguments: readable)
    func reading(text: String, quote: Quote) throws {
        #expect(try QuoteParser.parse(text) == quote)
    }

    @Test(
        "a quote that cannot be read says why, and what to write",
        arguments: [
            ("", "The quote does not say which number is meant."),
            ("   ", "The quote does not say which number is meant."),
            ("meen trust", "“meen” is nothing that can be quoted."),
            ("mean", "After mean stands a scale, an item or a question."),
            ("mean g=a", "After mean stands a scale, an item or a question."),
            ("share a", "After share stands a question with its answer, without blanks."),
            ("share a = b", "After share stands a question with its answer, without blanks."),
            ("share a>=many", "“many” is not a number."),
            ("count a>=4", "After count stands a question with its answer, without blanks."),
            ("mean trust | 9", "“9” is no format."),
            ("mean trust | wide", "“wide” is no format."),
            ("mean trust =", "Nothing stands after the equals sign."),
            ("mean trust 3", "“3” is no group."),
            ("mean trust region=", "“region=” is no group."),
            ("mean trust region>=3", "“region>=3” is no group."),
            (
                "mean trust region=\"a b",
                "A quotation mark in “mean trust region=\"a b” is not closed."
            ),
            ("respondents region=osh", "The report has respondents for all respondents only."),
            ("alpha trust region=osh", "The report has alpha for all respondents only."),
            ("correlation a", "A correlation needs two scales."),
            ("interval n trust", "the n of trust has no standard error."),
            ("margin respondents", "the respondents has no standard error."),
            ("difference mean trust", "A comparison needs two numbers with “-” between them."),
            ("difference alpha a - alpha b", "the alpha of a cannot be compared."),
            ("rank mean trust", "No group is named whose place is meant."),
            ("rank alpha trust", "No group is named whose place is meant."),
            ("rank mean trust region=a in place", "“place” is not what the group is made by."),
            ("rank mean trust region=a in", "After in stands one variable."),
            ("highest mean trust", "The groups are not named of which one is the highest."),
            ("lowest n trust in region", "the n of trust has no place among groups."),
            ("name", "The name needs one group."),
            ("name talas", "The name needs one group."),
            ("fact 5", "A fact needs the number and its source."),
            ("fact | x", "A fact needs the number and its source."),
            ("fact", "A fact needs the number and its source."),
            (
                "\"x\" highest mean trust region=a",
                "A claim needs its words in quotation marks, a colon, and what must be so."
            ),
            (
                "\"\": highest mean trust region=a",
                "A claim needs its words in quotation marks, a colon, and what must be so."
            ),
            ("\"x\": biggest mean trust region=a", "“biggest” is no claim."),
            ("\"x\":", "“” is no claim."),
            (
                "\"x\": higher mean trust",
                "A comparison needs two numbers with “than” between them."
            ),
            (
                "\"x\": differs mean trust",
                "A comparison needs two numbers with “from” between them."
            ),
            ("\"x\": highest mean trust", "No group is named whose place is meant."),
            ("\"x\": majority mean trust | 1", "“|” is no group."),
        ]
    )
    func faults(text: String, message: String) {
        let fault = #expect(throws: QuoteFault.self) { try QuoteParser.parse(text) }
        #expect(fault?.message == message)
        #expect(fault?.remedy.isEmpty == false)
    }

    @Test("a misspelt word is answered with the nearest one")
    func hints() {
        let quote = #expect(throws: QuoteFault.self) { try QuoteParser.parse("maen trust") }
        #expect(quote?.remedy.hasPrefix("Did you mean mean?") == true)
        let claim = #expect(throws: QuoteFault.self) {
            try QuoteParser.parse("\"x\": higest mean trust region=a")
        }
        #expect(claim?.remedy.hasPrefix("Did you mean highest?") == true)
    }

    @Test("no text makes the parser trap")
    func hostile() {
        let pieces = [
            "mean", "share", "trust", "a=b", "a>=4", "=", " ", "|", "\"", "“", "”", "«", ":", "-",
            "in", "than", "from", "highest", "fact", "plain", "name", ",", "<", "==", "\u{301}",
            "🇰🇬", "\u{0}", "1", "with interval", "\n", "difference", "rank", "correlation",
        ]
        var random = SeededGenerator(seed: 11)
        var read = 0
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...9, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            if (try? QuoteParser.parse(text)) != nil { read += 1 }
        }
        #expect(read > 20 && read < 3_000)
    }
}
