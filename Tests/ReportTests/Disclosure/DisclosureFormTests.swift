import Markup
import Survey
import TestKit
import Testing

@testable import Report

@Suite("What a published report says of its methods")
struct DisclosureFormTests {
    static let form = DisclosureForm(
        answers: [
            .sponsor: .init(.yes, words: "Funded by the *ministry* <of works>", page: "2"),
            .conductor: .init(.no), .weighting: .init(.no, words: "A note says “weighted”."),
            .dates: .init(.partly, words: "in spring 2023"), .experiments: .init(.notApplicable),
        ],
        dispositions: PrintedRateTests.cases,
        printedRates: [DisclosureForm.PrintedRate(name: "RR1", text: "65.8%")].compactMap { $0 }
    )

    private func html(_ form: DisclosureForm) -> String {
        String(decoding: Markup.group(form.blocks(answered: 1025)).html(), as: UTF8.self)
    }

    @Test("counts what was looked for, and keeps apart what was not")
    func summary() {
        #expect(
            Self.form.summary == """
                Of 4 points that were looked for, the report says 1 in full, 1 in part and 2 not at all. \
                20 more were not looked for.
                """
        )
        #expect(DisclosureForm().summary == "Nobody has looked yet for what the report says.")
        let all = Dictionary(
            uniqueKeysWithValues: DisclosureItem.allCases.map { ($0, DisclosureForm.Answer(.yes)) }
        )
        #expect(
            DisclosureForm(answers: all).summary
                == "Of 25 points that were looked for, the report says 25 in full, 0 in part and 0 "
                + "not at all."
        )
    }

    @Test("has each item once")
    func once() {
        let rows =
            DisclosureForm.Said.allCases.flatMap { Self.form.rows($0) } + Self.form.rows(nil)
        #expect(rows.count == DisclosureItem.allCases.count)
        #expect(Set(rows.map(\.item)).count == rows.count)
        let page = html(Self.form)
        for row in rows {
            #expect(page.components(">\(row.question)</dt>").count == 2, "\(row.item)")
        }
    }

    @Test("shows what is missing first, with why it matters, and escapes what was quoted")
    func page() throws {
        let page = html(Self.form)
        let order = [
            "Not said", "Said in part", "Said (1)", "Does not apply (1)", "Not looked for (20)",
        ]
        var rest = page[...]
        for title in order {
            let found = try #require(rest.firstRange(of: ">\(title)<"), "\(title)")
            rest = rest[found.upperBound...]
        }
        #expect(page.contains("Weights change the results"))
        #expect(page.contains("“Funded by the *ministry* &lt;of works&gt;” (p. 2)"))
        #expect(page.contains("Does not fit. RR1 = I / (E + U) = 61.73%, but 65.8% is printed."))
        #expect(page.contains("<section id=\"disclosure\"><h2>"))
        #expect(!html(DisclosureForm()).contains("Not said"))
    }

    @Test("is the same in Markdown")
    func markdown() throws {
        try expectGolden(
            "Disclosure/form.md",
            Self.form.markdown(answered: 1025),
            in: sourceFixtures(#filePath.replacing("/Disclosure/", with: "/"))
        )
    }
}

extension String {
    /// The parts between `separator`.
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
