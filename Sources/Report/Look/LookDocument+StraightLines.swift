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
                .straight,
                [
                    notLooked(
                        words(LookTeamWord.noBlock, ["n": .count(least)]),
                        "scales: {…}"
                    )
                ]
            )
        }
        return part(
            "straight-lines",
            .straight,
            [
                paragraph(words(LookTeamWord.straightText, ["n": .count(least)])),
                straightTable, straightRows,
            ]
        )
    }

    /// The share of straight lines in each block; by interviewer where there are a dozen at most.
    private var straightTable: Markup {
        let names = look.interviewers.count <= 12 ? look.interviewers.map(\.name) : []
        let rows = look.blocks.map { block in
            DisplayTable.Row(
                words(
                    block.hasReversedItems ? LookTeamWord.blockItemsBothWays : .blockItems,
                    ["block": .text(block.label), "n": .count(block.items.count)]
                ),
                [
                    cell(block.straight), .number(medianRun(block.longestRuns)),
                    .markup(runStrip(block)),
                ]
                    + (names.isEmpty ? [] : block.byInterviewer.map { cell($0) })
            )
        }
        return table(
            DisplayTable(
                caption: words(LookTeamWord.straightCaption),
                rowHeading: words(LookTeamWord.block),
                columns: [
                    .init(words(ChartWord.overall)), .init(words(LookTeamWord.longestMedian)),
                    .init(words(LookTeamWord.longestRuns), isText: true),
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
        let runs = block.longestRuns.enumerated().filter { $0.element > 0 }
            .map { "\($0.offset + 1): \(count($0.element))" }
        return distributionStrip(
            block.longestRuns.map { Double($0) / people },
            description: words(
                LookTeamWord.runText,
                ["runs": .text(runs.joined(separator: ", "))]
            )
        )
    }

    private var straightRows: Markup {
        let blocks = look.blocks.filter { $0.rows.count > 0 }
        guard !blocks.isEmpty else { return .empty }
        return folded(
            words(LookTeamWord.whichRows),
            table(
                DisplayTable(
                    caption: words(LookTeamWord.straightRows),
                    rowHeading: words(LookTeamWord.block),
                    columns: [.init(words(LookWord.linesAndIds), isText: true)],
                    rows: blocks.map { DisplayTable.Row($0.label, [.text(text(of: $0.rows))]) }
                ),
                id: "straight-rows"
            )
        )
    }
}
