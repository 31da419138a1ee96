import Testing

@testable import Report

@Suite("What a survey should say")
struct DisclosureItemTests {
    @Test("has every heading of AAPOR’s III.A and every item of PRICSSA")
    func complete() {
        #expect(Set(DisclosureItem.allCases.compactMap(\.aapor)) == Set(1...11))
        let second = (1...12).map { "2.\($0)" }
        let items = DisclosureItem.allCases.compactMap(\.pricssa)
        #expect(items.count == 17)
        #expect(Set(items) == Set((1...5).map { "1.\($0)" } + second))
    }

    @Test("names where each item comes from, and asks a question of each")
    func references() {
        for item in DisclosureItem.allCases {
            #expect(!item.reference.isEmpty, "\(item)")
            for language in Language.allCases {
                #expect(item.phrase.text(in: language).last == "?", "\(item) in \(language)")
                let reason = DisclosureReason.of(item).phrase.text(in: language)
                #expect(reason.last == "." && reason.count > 20, "\(item) in \(language)")
            }
        }
        #expect(DisclosureItem.population.reference == "AAPOR III.A 4, PRICSSA 1.3")
        #expect(DisclosureItem.responseRate.reference == "AAPOR III.B, PRICSSA 1.5")
    }

    @Test("has a question and a reason of its own for each item")
    func distinct() {
        let questions = DisclosureItem.allCases.map(\.phrase.en)
        let reasons = DisclosureReason.allCases.map(\.phrase.en)
        #expect(Set(questions).count == questions.count)
        #expect(Set(reasons).count == reasons.count && reasons.count == questions.count)
    }

    struct Answer: Sendable, CustomTestStringConvertible {
        var said = ""
        var workedOut: String?
        var excuse: String?
        var status: DisclosureChecklist.Status
        var text: String
        var testDescription: String { "\(status): \(text)" }
    }

    @Test(
        "is said, follows from the study, does not apply, or is missing",
        arguments: [
            Answer(said: "A.", status: .said, text: "A."),
            Answer(said: "A.", workedOut: "B.", status: .said, text: "A. B."),
            Answer(workedOut: "B.", status: .workedOut, text: "B."),
            Answer(workedOut: "B.", excuse: "C.", status: .workedOut, text: "B."),
            Answer(excuse: "C.", status: .notApplicable, text: "C."),
            Answer(workedOut: "", status: .missing, text: ""),
            Answer(status: .missing, text: ""),
        ]
    )
    func status(answer: Answer) {
        let entry = DisclosureChecklist.Entry(
            .sponsor,
            said: answer.said,
            workedOut: answer.workedOut,
            excuse: answer.excuse
        )
        #expect(entry.status == answer.status && entry.text == answer.text)
    }
}
