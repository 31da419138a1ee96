import Base
import Files
import Foundation
import Testing

@testable import Report

@Suite("docs/prose.md")
struct DocsProseTests {
    /// The quotes of the manual, as authors write them.
    private func quotes() throws -> [String] {
        let page = try String(
            contentsOf: Example.root.appendingPathComponent("docs/prose.md"),
            encoding: .utf8
        )
        // The grammar itself has braces, too.
        let text = page.replacing(/```ebnf.*?```/.dotMatchesNewlines(), with: "")
        return text.matches(of: /\{\{(.+?)\}\}/.dotMatchesNewlines())
            .map { String($0.1).replacing("\\|", with: "|") }
    }

    @Test("every quote that it shows can be read, and asks for something that a study has")
    func examples() throws {
        let results = try #require(BoundStudies.kyrgyzstan)
        let quotes = try quotes()
        #expect(quotes.count >= 35)
        for quote in quotes {
            let faults = BoundText("{{\(quote)}}", results).problems.filter {
                // The example is not broken down by region and sex together, as the manual says.
                $0.code == "prose.quote" && !$0.message.hasSuffix("by region × sex.")
            }
            #expect(faults == [], "\(quote)")
        }
    }

    @Test("it has every statistic, every claim and every format")
    func complete() throws {
        let page = try String(
            contentsOf: Example.root.appendingPathComponent("docs/prose.md"),
            encoding: .utf8
        )
        let words =
            Quote.Statistic.allCases.map(\.rawValue) + Quote.Relation.allCases.map(\.rawValue)
            + ["highest", "lowest", "majority", "minority", "interval", "margin", "se", "rank"]
            + ["difference", "name", "fact", "plain", "with interval", "and interval", "bare"]
        for word in words {
            #expect(page.contains("\"\(word)\"") || page.contains("\"\(word) \""), "\(word)")
            #expect(page.contains("`\(word)") || page.contains("{{\(word)"), "\(word)")
        }
    }

    @Test("its claims hold or are refused, never misread")
    func claims() throws {
        let results = try #require(BoundStudies.kyrgyzstan)
        let page = try String(
            contentsOf: Example.root.appendingPathComponent("docs/prose.md"),
            encoding: .utf8
        )
        let rows = page.split(separator: "\n").compactMap { line -> String? in
            guard let match = line.firstMatch(of: /^\| `([a-z]+ (?:mean|share) [^`{]+)` \|/) else {
                return nil
            }
            return String(match.1)
        }
        #expect(rows.count == 8)
        for row in rows {
            let problems = BoundText("{{\"x\": \(row)}}", results).problems
            #expect(problems.allSatisfy { $0.code == "prose.refused-claim" }, "\(row)")
        }
    }
}
