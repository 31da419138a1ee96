package import Survey

/// What somebody who read a published report found in it of what a report on a survey should say.
///
/// An item without an answer was not looked for: nothing is said of it but that.
package struct DisclosureForm: Hashable, Sendable {
    package enum Said: String, Hashable, Sendable, CaseIterable {
        case yes
        case partly
        case no
        case notApplicable = "not-applicable"
    }

    package struct Answer: Hashable, Sendable {
        package var said: Said
        /// The words of the report; where it does not say it, a remark.
        package var words: String
        package var page: String?

        package init(_ said: Said, words: String = "", page: String? = nil) {
            self.said = said
            self.words = words
            self.page = page
        }
    }

    package var answers: [DisclosureItem: Answer]
    /// What became of the cases, as the report prints it; nil where it does not.
    package var dispositions: Dispositions?
    /// The share e of eligible cases among the unknown ones, as the report prints it.
    package var eligibility: PrintedRate?
    /// The outcome rates that the report prints.
    package var printedRates: [PrintedRate]

    package init(
        answers: [DisclosureItem: Answer] = [:],
        dispositions: Dispositions? = nil,
        eligibility: PrintedRate? = nil,
        printedRates: [PrintedRate] = []
    ) {
        self.answers = answers
        self.dispositions = dispositions
        self.eligibility = eligibility
        self.printedRates = printedRates
    }

    /// One item as the page shows it.
    package struct Row: Hashable, Sendable {
        package var item: DisclosureItem
        /// nil where nobody looked.
        package var answer: Answer?
        package var question: String
        package var why: String
        package var reference: String
    }

    /// The items with one answer, in their order; nil for those that nobody looked for.
    package func rows(_ said: Said?) -> [Row] {
        let words = Words(.en)
        return DisclosureItem.allCases.filter { answers[$0]?.said == said }.map { item in
            Row(
                item: item,
                answer: answers[item],
                question: words(item),
                why: words(DisclosureReason.of(item)),
                reference: item.reference
            )
        }
    }

    /// How many items a report should say, of those that were looked for.
    package var applicable: Int { answers.values.count { $0.said != .notApplicable } }

    /// How much of it the report says, in one or two sentences.
    package var summary: String {
        let (yes, partly, no) = (rows(.yes).count, rows(.partly).count, rows(.no).count)
        guard applicable > 0 else { return "Nobody has looked yet for what the report says." }
        var sentences = [
            "Of \(applicable) point\(applicable == 1 ? "" : "s") that were looked for, the report "
                + "says \(yes) in full, \(partly) in part and \(no) not at all."
        ]
        let others = rows(nil).count
        if others > 0 {
            sentences.append("\(others) more \(others == 1 ? "was" : "were") not looked for.")
        }
        return sentences.joined(separator: " ")
    }
}
