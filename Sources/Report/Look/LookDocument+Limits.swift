import Markup
import Survey

extension LookDocument {
    // MARK: - Round numbers

    /// How far numbers are rounded.
    var heapingSection: Markup {
        let ages = look.ages.map { item in
            paragraph(
                words(
                    LookLimitWord.whipple,
                    [
                        "question": .text(item.label), "n": .count(item.whipple.n),
                        "index": .text(numbers.text(item.whipple.index)),
                        "verdict": .text(words(LookLimitWord(item.verdict))),
                    ]
                )
            )
        }
        let body = (look.heaping.isEmpty ? [] : [heapingTable]) + ages
        let none = paragraph(
            words(LookLimitWord.noNumbers)
        )
        return part("round-numbers", .round, body.isEmpty ? [none] : body)
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
                        .estimate(
                            numbers.percent($0),
                            interval: words(LookLimitWord.multiplesOf, ["unit": .text(unit)])
                        )
                    } ?? .text("–"),
                ]
            )
        }
        return table(
            DisplayTable(
                caption: words(LookLimitWord.roundCaption),
                rowHeading: words(LookWord.question),
                columns: [
                    .init(words(ChartWord.n)), .init(words(LookLimitWord.endInZeroOrFive)),
                    .init(words(LookLimitWord.rounder)),
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
            let none = notLooked(words(LookLimitWord.noForm), "form: form.xlsx")
            return part("limits", .limits, [none])
        }
        let key: LookLimitWord =
            limits.checked == 0 ? .noneChecked : limits.violations.isEmpty ? .allHold : .checked
        let start = words(key, ["n": .count(limits.checked)])
        let unchecked =
            limits.unchecked.isEmpty
            ? Markup.empty
            : paragraph(
                words(
                    LookLimitWord.unchecked,
                    ["names": .text(limits.unchecked.joined(separator: ", "))]
                )
            )
        return part(
            "limits",
            .limits,
            [
                paragraph(start), unchecked,
                limits.violations.isEmpty ? .empty : violationTable(limits.violations),
            ]
        )
    }

    private func violationTable(_ violations: [LookConstraints.Violation]) -> Markup {
        table(
            DisplayTable(
                caption: words(LookLimitWord.violations),
                rowHeading: words(LookWord.question),
                columns: [
                    .init(words(LookLimitWord.condition), isText: true),
                    .init(words(LookWord.rowsHeading)),
                    .init(words(LookWord.linesAndIds), isText: true),
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
