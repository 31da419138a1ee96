import Base
import Markup
import Survey

extension ReportVersion {
    /// What a report on a survey should say, and what this one says: what is missing stands last.
    var disclosureSection: Markup {
        let checklist = disclosureChecklist
        let missing = checklist.missing
        return section(
            id: "disclosure",
            level: 2,
            heading: words(DisclosureWord.heading),
            [
                paragraph(summary(of: checklist)),
                folded(
                    words(DisclosureWord.answered, ["n": .count(checklist.answered.count)]),
                    .group([answeredList(checklist.answered), ratesTable])
                ),
                missing.isEmpty
                    ? .empty
                    : folded(
                        words(DisclosureWord.missing, ["n": .count(missing.count)]),
                        .group([missingList(missing), howToAdd(missing)])
                    ),
                .tag(
                    "p",
                    ["class": "note"],
                    text: words(
                        DisclosureWord.sources,
                        ["sources": .text(DisclosureItem.sources)]
                    )
                ),
            ]
        )
    }

    private func summary(of checklist: DisclosureChecklist) -> String {
        words(
            checklist.missing.isEmpty ? DisclosureWord.allAnswered : .someMissing,
            [
                "all": .count(checklist.entries.count), "said": .count(checklist.answered.count),
                "missing": .count(checklist.missing.count),
            ]
        )
    }

    private func answeredList(_ entries: [DisclosureChecklist.Entry]) -> Markup {
        questionList(entries) { entry in [.text(entry.text)] }
    }

    private func missingList(_ entries: [DisclosureChecklist.Entry]) -> Markup {
        questionList(entries) { entry in
            [
                .text(words(DisclosureReason.of(entry.item)) + " "),
                .tag("code", [:], text: entry.item.id),
            ]
        }
    }

    private func questionList(
        _ entries: [DisclosureChecklist.Entry],
        _ answer: (DisclosureChecklist.Entry) -> [Markup]
    ) -> Markup {
        .tag(
            "dl",
            ["class": "method"],
            entries.map { entry in
                .tag(
                    "div",
                    [:],
                    [
                        .tag("dt", [:], text: words(entry.item)),
                        .tag(
                            "dd",
                            [:],
                            answer(entry) + [
                                .tag("small", ["class": "interval"], text: entry.item.reference)
                            ]
                        ),
                    ]
                )
            }
        )
    }

    private func howToAdd(_ missing: [DisclosureChecklist.Entry]) -> Markup {
        let keys = missing.prefix(2).map { "\($0.item.id): …" }
        let example = "disclosure: {\(keys.joined(separator: ", "))}"
        return .tag(
            "p",
            ["class": "note"],
            [.text(words(DisclosureWord.howToAdd) + " "), .tag("code", [:], text: example)]
        )
    }

    // MARK: - Outcome rates

    private var ratesTable: Markup {
        guard let rates = study.disclosure.rates else { return .empty }
        let cases = rates.dispositions
        let rows = Dispositions.Rate.allCases.map { rate in
            DisplayTable.Row(
                rate.rawValue,
                [
                    .text(rate.formula), rates[rate].map { .number(rateText($0)) } ?? .unavailable,
                ]
            )
        }
        return table(
            DisplayTable(
                caption: words(DisclosureWord.ratesCaption, ["n": .count(cases.total)]),
                rowHeading: words(DisclosureWord.rate),
                columns: [
                    .init(words(DisclosureWord.formula), isText: true),
                    .init(words(DisclosureWord.value)),
                ],
                rows: rows,
                notes: [countsText(cases), eligibilityText(rates)].filter { !$0.isEmpty }
            ),
            id: "outcome-rates"
        )
    }

    func rateText(_ rate: Double) -> String {
        numbers.with(decimals: 1).text(100 * rate) + numbers.percentMark
    }

    private func countsText(_ cases: Dispositions) -> String {
        func said(_ letter: String, _ n: Int) -> Words.Value { .text("\(letter) = \(count(n))") }
        return words(
            DisclosureWord.letters,
            [
                "i": said("I", cases[.complete]), "p": said("P", cases[.partial]),
                "r": said("R", cases[.refusal]), "nc": said("NC", cases[.nonContact]),
                "o": said("O", cases[.other]), "u": said("U", cases.unknownCases),
                "ne": said("NE", cases[.notEligible]), "known": .text("E = I + P + R + NC + O"),
            ]
        )
    }

    private func eligibilityText(_ rates: OutcomeRates) -> String {
        guard rates.dispositions.unknownCases > 0, let e = rates.eligibility else { return "" }
        return words(
            rates.isEligibilityGiven ? DisclosureWord.eligibilityGiven : .eligibilityKnown,
            ["e": .text("e"), "value": .text(numbers.with(decimals: 3).text(e))]
        )
    }
}
