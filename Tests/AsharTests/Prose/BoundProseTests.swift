import Base
import Files
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

@Suite("The authors' text, bound to the data")
struct BoundProseTests {
    private func example(_ text: String, _ language: Report.Language = .en) throws -> BoundText {
        BoundText(text, try #require(BoundStudies.example), language)
    }

    // MARK: - What is printed

    @Test("numbers are printed as the tables have them, in the language's way")
    func printing() throws {
        let results = try #require(BoundStudies.example)
        let score = try #require(results.scales[0].score.whole.estimate)
        let interval = try #require(score.interval)
        let english = NumberStyle.english.with(decimals: 2)
        let limits = "\(english.text(interval.lowerBound)) to \(english.text(interval.upperBound))"
        let value = english.text(score.value)
        let bound = try example(
            "{{mean welcome}}; {{mean welcome | with interval}}; {{mean welcome | and interval}}; "
                + "{{interval mean welcome}}; {{n welcome}}; {{respondents}}"
        )
        #expect(bound.problems == [])
        #expect(
            bound.text
                == "\(value); \(value) (\(limits)); \(value), interval \(limits); \(limits); "
                + "\(score.n); \(results.sample.respondents)"
        )
        let russian = Report.Language.ru.numbers.with(decimals: 2)
        #expect(try example("{{mean welcome}}", .ru).text == russian.text(score.value))
        #expect(
            try example("{{interval mean welcome}}", .ru).text
                == "от \(russian.text(interval.lowerBound)) до \(russian.text(interval.upperBound))"
        )
        #expect(try example("{{share residence=town}}", .ru).text.hasSuffix("\u{A0}%"))
        #expect(try example("{{share residence=town | bare}}", .ru).text.contains("%") == false)
    }

    @Test("quotes stand in headings, lists, emphasis, links and over ends of lines")
    func places() throws {
        let n = try #require(BoundStudies.example).sample.respondents
        let bound = try example(
            """
            # {{respondents}} people
            1. **{{respondents}}** and [{{respondents}}](http://a.b/c)
            > {{
            respondents
            }}.
            """
        )
        #expect(bound.problems == [])
        #expect(bound.text == "\(n) people\n\(n) and \(n)\n\(n).")
        // A link cannot stand in another one.
        let link = try example("[{{respondents}} *{{mean welcome}}*](http://a.b)")
        guard case .paragraph(let inlines) = link.prose.blocks[0],
            case .link(_, let inner) = inlines[0]
        else {
            Issue.record("a link")
            return
        }
        #expect(inner[0] == .text("\(n)"))
        #expect(inner[2] == .emphasis([.text(try example("{{mean welcome}}").text)]))
    }

    @Test("what stands in code and in addresses stays as it is, and nothing is said of it")
    func code() throws {
        let bound = try example(
            """
            `{{mean trust}} 45` and ``a `{{x}}` 45 highest``

                {{indented}} 45

            ```
            {{fenced}} 45
            ```

            <http://a.b/45> [a](http://a.b/45/highest "45") [one][r1] \\{{mean}}

            [r1]: http://a.b/45
            """
        )
        #expect(bound.problems == [])
        #expect(
            bound.text
                == "{{mean trust}} 45 and a `{{x}}` 45 highest\n{{indented}} 45\n\n{{fenced}} 45\n\n"
                + "http://a.b/45 a one {{mean}}"
        )
        guard case .paragraph(let inlines) = bound.prose.blocks.last else { return }
        let addresses = inlines.compactMap { inline -> String? in
            guard case .link(let address, _) = inline else { return nil }
            return address
        }
        #expect(addresses == ["http://a.b/45", "http://a.b/45/highest", "http://a.b/45"])
    }

    @Test("facts have their source in a list, once each")
    func facts() throws {
        let bound = try example("{{fact 5,045 | A}} {{fact 100 | B}} {{fact 160 | A}} {{plain 18}}")
        #expect(bound.problems == [] && bound.text == "5,045 100 160 18")
        #expect(bound.prose.sources == ["A", "B"])
    }

    @Test("names and labels of answers do, in any language of the study")
    func labels() throws {
        let results = try #require(BoundStudies.kyrgyzstan)
        let bound = BoundText(
            "{{mean trust region=bishkek}} {{mean trust region=\"Bishkek city\"}} "
                + "{{mean trust region=\"город Бишкек\"}} {{mean trust region=«бишкек шаары»}}",
            results
        )
        #expect(bound.problems == [])
        #expect(Set(bound.text.split(separator: " ")).count == 1)
        let names = Report.Language.allCases.map {
            BoundText("{{name region=bishkek}}", results, $0).text
        }
        #expect(names == ["Bishkek city", "город Бишкек", "Бишкек шаары"])
    }

    // MARK: - What the authors wrote

    @Test("a number that the data do not give stops the report, with its place and the right one")
    func wrongNumber() throws {
        let results = try #require(BoundStudies.example)
        let score = try #require(results.scales[0].score.whole.estimate)
        let right = NumberStyle.english.with(decimals: 2).text(score.value)
        let bound = try example("# A\n\nIt is {{mean welcome = 4.99}}.\n")
        #expect(
            bound.complaints.first?.hasPrefix(
                "3:7 prose.wrong-number “4.99” is not the mean of welcome: the data give \(right) ("
            ) == true
        )
        #expect(bound.problems.first?.severity == .error)
        #expect(bound.problems.first?.remedy.hasPrefix("Write \(right), or leave") == true)
        #expect(bound.text == "A\nIt is {{mean welcome = 4.99}}.")
    }

    @Test(
        "each kind of quote is compared with what was written",
        arguments: [
            "mean welcome = 9", "mean welcome = 3.1 to 3.2", "interval mean welcome = 1.00 to 5.00",
            "interval mean welcome = 3", "margin mean welcome = 0.99", "se mean welcome = 0.99",
            "share residence=town = 99%", "n welcome = 3", "respondents = 7",
            "alpha welcome = 0.01",
            "difference mean welcome residence=town - residence=village = 4.00",
            "rank mean welcome residence=town in residence = 7", "name residence=town = Village",
            "mean welcome = about three", "mean welcome = 2,56", "count residence=town = 1",
            "mean welcome residence=town = 9.99 | with interval",
        ]
    )
    func written(quote: String) throws {
        let problems = try example("{{\(quote)}}").problems
        #expect(problems.count == 1 && problems.first?.severity == .error)
        #expect(
            ["prose.wrong-number", "prose.quote"].contains(problems.first?.code.name ?? ""),
            "\(problems)"
        )
    }

    static let printable = [
        "mean welcome", "mean welcome residence=town", "mean w1 sex=man", "mean age",
        "mean welcome | 0", "mean welcome | 4", "mean welcome residence=village sex=woman",
        "share residence=town", "share residence=town | 3", "share w1>=4", "share w1=1,2 | 1",
        "share needs=work | 1 | bare", "agree w1 | 2", "disagree w3", "neutral w2",
        "count residence=town", "n welcome", "n w1 sex=man", "n needs", "respondents", "clusters",
        "alpha welcome", "alpha welcome | 4", "interval mean welcome", "interval share w1>=4 | 2",
        "margin mean welcome", "margin share residence=town | 1", "se mean welcome | 3",
        "difference mean welcome residence=town - residence=village",
        "difference share w1>=4 sex=man - sex=woman | 1 | with interval",
        "difference mean w1 - mean w2", "rank mean welcome residence=town",
        "mean welcome | with interval", "share residence=town | 1 | with interval",
        "name age_group=\"18–29\"",
    ]

    @Test("what a quote prints may be written, in each language", arguments: printable)
    func roundTrip(quote: String) throws {
        for language in Report.Language.allCases {
            let printed = try example("{{\(quote)}}", language)
            #expect(printed.problems == [], "\(quote)")
            var parts = quote.components(separatedBy: " | ")
            parts[0] += " = \(printed.text)"
            let written = try example("{{\(parts.joined(separator: " | "))}}", language)
            #expect(written.complaints == [], "\(quote) \(printed.text)")
            #expect(written.text == printed.text)
        }
    }

    // MARK: - Small cells

    @Test("a bracketed number keeps its brackets, and a hidden one is an error")
    func smallCells() throws {
        let results = try #require(BoundStudies.strict)
        let town = BoundText("{{mean welcome residence=town}}", results)
        #expect(town.problems == [])
        #expect(town.text.hasPrefix("(") && town.text.hasSuffix(")"))
        guard case .paragraph(let inlines) = town.prose.blocks[0],
            case .quote(_, _, let title) = inlines[0]
        else {
            Issue.record("a quote")
            return
        }
        #expect(title.contains("In brackets"))
        let breakdown = try #require(results.breakdowns.firstIndex { $0.name == "residence × sex" })
        let means = results.scales[0].score.groups[breakdown]
        let hidden = try #require(means.indices.first { means[$0].estimate == nil })
        let parts = results.breakdowns[breakdown].groups[hidden].name.components(separatedBy: " × ")
        let group = "residence=\(parts[0]) sex=\(parts[1])"
        for quote in [
            "mean welcome \(group)", "interval mean welcome \(group)", "n welcome \(group)",
            "share w1>=4 \(group)", "agree w1 \(group)", "rank mean welcome \(group)",
            "difference mean welcome \(group) - residence=town sex=man",
            "\"x\": higher mean welcome residence=town sex=woman than \(group)",
        ] {
            let bound = BoundText("{{\(quote)}}", results)
            #expect(bound.problems.map(\.code.name) == ["prose.hidden-number"], "\(quote)")
            #expect(bound.text == "{{\(quote)}}")
        }
    }

    // MARK: - Problems

    @Test("all problems are told at once, each at its place")
    func problems() throws {
        let bound = try example(
            """
            {{mean welcom}} {{mean welcome regio=a}} {{mean welcome residence=twn}}
            {{share w1=9}} {{share w1>=9}} {{mean needs}} {{agree age}} {{share age=3}}
            {{share needs=work,housing}} {{mean welcome sex=man age_group="18–29"}} {{count needs=work}}
            {{mean welcome residence=town residence=village}} {{correlation welcome welcome}} {{oops}}
            {{difference mean welcome sex=man - mean welcome}} {{difference mean w1 - share w1=4}}
            {{difference mean welcome sex=man - residence=town}} {{mean welcome
            """
        )
        let expected = [
            "1:1 prose.quote The report has no scale, item or question “welcom”.",
            "1:17 prose.quote The report is not broken down by regio.",
            "1:42 prose.quote The question residence has no answer “twn” that counts.",
            "2:1 prose.quote The question w1 has no answer “9” that counts.",
            "2:16 prose.quote The question w1 has no answer >= 9.",
            "2:32 prose.quote The question needs has no mean: its answers are no numbers.",
            "2:47 prose.quote The question age is no item of a scale, or has no answers on that side.",
            "2:61 prose.quote The question age has no list of answers.",
            "3:1 prose.quote People could choose several answers to needs: these do not add up.",
            "3:30 prose.quote The report is not broken down by sex × age_group.",
            "3:73 prose.quote The count of needs=work is not in the report.",
            "4:1 prose.quote One variable stands twice in the group.",
            "4:51 prose.quote The correlation of welcome and welcome is no correlation of two scales.",
            "4:83 prose.quote “oops” is nothing that can be quoted.",
            "5:1 prose.quote Groups of different breakdowns, or a group and all respondents, "
                + "cannot be compared.",
            "5:52 prose.quote The mean of w1 and the share of w1=4 cannot be compared.",
            "6:1 prose.quote Groups of different breakdowns, or a group and all respondents, "
                + "cannot be compared.",
            "6:54 prose.quote The braces that open here are not closed: “{{mean welcome”.",
        ]
        #expect(bound.complaints == expected)
        #expect(bound.problems[0].remedy.hasPrefix("Did you mean welcome?"))
        #expect(bound.problems[2].remedy.hasPrefix("Did you mean town?"))
    }

    @Test("numbers and claims that nothing binds are warnings, one each")
    func unbound() throws {
        let bound = try example("In 2023, 45% said so:\n\n- the highest of 1,200 `or 7`\n")
        #expect(
            bound.complaints == [
                "1:10 prose.unbound-number Nothing binds the number “45”.",
                "3:7 prose.unbound-claim Nothing backs “highest”.",
                "3:18 prose.unbound-number Nothing binds the number “1,200”.",
            ]
        )
        #expect(bound.problems.allSatisfy { $0.severity == .warning })
        #expect(bound.text == "In 2023, 45% said so:\nthe highest of 1,200 or 7")
    }

    @Test("what cannot be read is told without results, too")
    func withoutResults() {
        let source = ProseSource("{{oops}} {{mean x}} 45", file: "r.md", language: .en)
        let (prose, _) = Markdown.read(source.marked, file: "r.md")
        let problems = AuthoredText(source: source, prose: prose).problemsOfReading
        #expect(problems.map(\.code.name) == ["prose.quote", "prose.unbound-number"])
    }

    @Test("whatever the text is, nothing traps and no mark is left over")
    func hostile() throws {
        let results = try #require(BoundStudies.example)
        let pieces = [
            "{{mean welcome}}", "{{", "}}", "`", "``", "\n\n", "\n", "    ", "- ", "1. ", "> ", "[",
            "](", ")", "*", "_", "45", "highest", "<b>", "<!--", "&amp;", "\\", "# ", "{{x|y}}",
            "{{\"a\": b}}", "[a]: http://b 45\n", "```\n",
        ]
        var state: UInt64 = 99
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<300 {
            let text = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            let bound = BoundText(text, results)
            #expect(!bound.text.contains { "\u{F0000}\u{F0001}".contains($0) }, "\(text)")
            #expect(bound.problems.allSatisfy { $0.location.line != nil }, "\(text)")
        }
    }
}
