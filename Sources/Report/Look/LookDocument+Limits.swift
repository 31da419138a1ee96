import Markup
import Survey

extension LookDocument {
    // MARK: - Round numbers

    /// How far numbers are rounded.
    var heapingSection: Markup {
        let ages = look.ages.map { item in
            paragraph(
                "\(item.label): Whipple’s index is \(numbers.text(item.whipple.index)) for "
                    + "\(counted(item.whipple.n, "person")) of 23 to 62 years: \(item.verdict) by the scale "
                    + "of the United Nations, where 100 is no rounding and 500 is rounding by all."
            )
        }
        let body = (look.heaping.isEmpty ? [] : [heapingTable]) + ages
        let none = paragraph(
            "Not looked at: no question has whole numbers that span 20 and more, by 20 people."
        )
        return part("round-numbers", "Round numbers", body.isEmpty ? [none] : body)
    }

    private var heapingTable: Markup {
        let rows = look.heaping.map { item in
            let unit = count(Int(item.heaping.roundUnit))
            return DisplayTable.Row(
                item.label,
                [
                    .number(count(item.heaping.n)),
                    .number(numbers.percent(item.heaping.endingInZeroOrFive)),
                    item.heaping.multiplesOfUnit.map {
                        .estimate(numbers.percent($0), interval: "multiples of \(unit)")
                    } ?? .text("–"),
                ]
            )
        }
        return table(
            DisplayTable(
                caption: "Round numbers among the answers",
                rowHeading: "Question",
                columns: [
                    .init("n"), .init("End in 0 or 5 (20% by chance)"), .init("Rounder still"),
                ],
                rows: rows
            ),
            id: "round-table"
        )
    }

    // MARK: - Limits

    /// Answers outside what the form allows.
    var limitSection: Markup {
        guard let limits = look.constraints else {
            let none = notLooked("There is no form to say what answers may be.", "form: form.xlsx")
            return part("limits", "Limits of the form", [none])
        }
        let were = limits.checked == 1 ? "was" : "were"
        let start =
            limits.checked == 0
            ? "No constraint of the form could be checked."
            : "\(counted(limits.checked, "constraint")) of the form \(were) checked against every answer"
                + (limits.violations.isEmpty ? ": all hold." : ".")
        let unchecked =
            limits.unchecked.isEmpty
            ? Markup.empty
            : paragraph("Too involved to check here: \(limits.unchecked.joined(separator: ", ")).")
        return part(
            "limits",
            "Limits of the form",
            [
                paragraph(start), unchecked,
                limits.violations.isEmpty ? .empty : violationTable(limits.violations),
            ]
        )
    }

    private func violationTable(_ violations: [LookConstraints.Violation]) -> Markup {
        table(
            DisplayTable(
                caption: "Answers that the form does not allow",
                rowHeading: "Question",
                columns: [
                    .init("Condition", isText: true), .init("Rows"),
                    .init("Lines (and ids)", isText: true),
                ],
                rows: violations.map { item in
                    DisplayTable.Row(
                        item.label,
                        [
                            .text(item.condition), .number(count(item.rows.count)),
                            .text(text(of: item.rows)),
                        ]
                    )
                }
            ),
            id: "limits-table"
        )
    }
}
