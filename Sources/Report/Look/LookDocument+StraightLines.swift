import Markup
import Survey

extension LookDocument {
    // MARK: - One answer throughout

    /// People who gave one answer throughout a block.
    var straightSection: Markup {
        let least = StraightLining.leastItems
        guard !look.blocks.isEmpty else {
            return part(
                "straight-lines",
                "One answer throughout",
                [
                    notLooked(
                        "Not looked at: there is no block of \(least) and more questions with one list of "
                            + "answers.",
                        "scales: {…}"
                    )
                ]
            )
        }
        return part(
            "straight-lines",
            "One answer throughout",
            [
                paragraph(
                    "People who gave the same answer to every question of a block that they answered, at least "
                        + "\(least). Where items are keyed both ways, such a line contradicts itself."
                ),
                straightTable, straightRows,
            ]
        )
    }

    /// The share of straight lines in each block; by interviewer where there are a dozen at most.
    private var straightTable: Markup {
        let names = look.interviewers.count <= 12 ? look.interviewers.map(\.name) : []
        let rows = look.blocks.map { block in
            DisplayTable.Row(
                "\(block.label) (\(block.items.count) items"
                    + "\(block.hasReversedItems ? ", keyed both ways" : ""))",
                [
                    cell(block.straight), .number(medianRun(block.longestRuns)),
                    .markup(runStrip(block)),
                ]
                    + (names.isEmpty ? [] : block.byInterviewer.map { cell($0) })
            )
        }
        return table(
            DisplayTable(
                caption: "One answer throughout, by block of questions",
                rowHeading: "Block",
                columns: [
                    .init("All"), .init("Longest run, median"),
                    .init("Longest run, from 1 up", isText: true),
                ] + names.map { .init($0) },
                rows: rows
            ),
            id: "straight-table"
        )
    }

    /// The lower median of run lengths, of which each entry counts the people, from length 1.
    private func medianRun(_ people: [Int]) -> String {
        let all = people.reduce(0, +)
        var below = 0
        let place = people.firstIndex { n in
            below += n
            return below * 2 >= all
        }
        return all == 0 ? "–" : place.map { count($0 + 1) } ?? "–"
    }

    /// How many people have each length of their longest run, as a strip.
    private func runStrip(_ block: LookBlock) -> Markup {
        let people = Double(max(block.longestRuns.reduce(0, +), 1))
        let words = block.longestRuns.enumerated().filter { $0.element > 0 }
            .map { "\($0.offset + 1): \(count($0.element))" }
        return distributionStrip(
            block.longestRuns.map { Double($0) / people },
            description: "People by their longest run: \(words.joined(separator: ", "))"
        )
    }

    private var straightRows: Markup {
        let blocks = look.blocks.filter { $0.rows.count > 0 }
        guard !blocks.isEmpty else { return .empty }
        return folded(
            "Which rows",
            table(
                DisplayTable(
                    caption: "Rows with one answer throughout",
                    rowHeading: "Block",
                    columns: [.init("Lines (and ids)", isText: true)],
                    rows: blocks.map { DisplayTable.Row($0.label, [.text(text(of: $0.rows))]) }
                ),
                id: "straight-rows"
            )
        )
    }
}
