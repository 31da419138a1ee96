import Base
import Survey

extension LookBuilder {
    /// A block of items, and how each row went through it.
    struct Block {
        let label: String
        let items: [Column]
        let hasReversedItems: Bool
        let lines: StraightLining
    }

    /// The blocks of five items and more with one list of answers: those of the form, then scales.
    func blocks() -> [Block] {
        var found = listBlocks().compactMap { block($0, label: nil, reversed: []) }
        var known = Set(found.map { Set($0.items.map(\.name)) })
        for scale in prepared.study.scales {
            let names = Set(scale.items.map(\.name))
            let items = data.columns.filter { names.contains($0.name) }
            guard known.insert(Set(items.map(\.name))).inserted else { continue }
            let reversed = scale.items.filter(\.isReversed).map(\.name)
            let label = scale.label.text(in: language)
            if let block = block(
                items,
                label: label.isEmpty ? scale.name : label,
                reversed: reversed
            ) {
                found.append(block)
            }
        }
        return found
    }

    private func block(_ items: [Column], label: String?, reversed: [String]) -> Block? {
        guard let lines = StraightLining(items), let first = items.first, let last = items.last
        else {
            return nil
        }
        let names = Set(items.map(\.name))
        let keys = prepared.study.scales.flatMap(\.items).filter { names.contains($0.name) }
        return Block(
            label: label ?? words.language.range(first.name, last.name),
            items: items,
            hasReversedItems: Set(keys.map(\.isReversed)).count > 1,
            lines: lines
        )
    }

    /// Runs of neighbouring one-choice questions with one list of at least three answers.
    private func listBlocks() -> [[Column]] {
        var blocks: [[Column]] = []
        var last: [String] = []
        for looked in questions {
            guard case .codes(_, let categories) = looked.column.values else {
                last = []
                continue
            }
            let names = categories.map(\.name)
            if names == last, names.count >= 3, !blocks.isEmpty {
                blocks[blocks.count - 1].append(looked.column)
            } else {
                blocks.append([looked.column])
            }
            last = names
        }
        return blocks.filter { $0.count >= StraightLining.leastItems }
    }

    func look(at block: Block) -> LookBlock {
        let lines = block.lines
        let rows = lines.isStraight.indices.filter { lines.isStraight[$0] == true }
        var runs = [Int](repeating: 0, count: block.items.count)
        for run in lines.longestRun where run > 0 { runs[run - 1] += 1 }
        let names = interviewers?.names ?? []
        return LookBlock(
            label: block.label,
            items: block.items.map(\.name),
            hasReversedItems: block.hasReversedItems,
            straight: share(lines.isStraight.indices) { lines.isStraight[$0] },
            longestRuns: runs,
            byInterviewer: order(names).map { code in
                share(rowsOfInterviewer[code]) { lines.isStraight[$0] }
            },
            rows: self.rows(rows)
        )
    }

    private func share(_ rows: some Sequence<Int>, _ isCounted: (Int) -> Bool?) -> LookShare {
        let known = rows.compactMap(isCounted)
        return LookShare(n: known.count { $0 }, of: known.count)
    }

    // MARK: - One row an interviewer

    /// What each interviewer's interviews look like, by name; empty without interviewers.
    func interviewerLooks(_ blocks: [Block]) -> [LookInterviewer] {
        guard let interviewers else { return [] }
        let isStraight = (0..<data.rowCount).map { row -> Bool? in
            let known = blocks.compactMap { $0.lines.isStraight[row] }
            return known.isEmpty ? nil : known.contains(true)
        }
        let odd = starts.map { Set(rowsAtOddHours($0)) }
        return order(interviewers.names).map { code in
            look(
                at: interviewers.names[code],
                rowsOfInterviewer[code],
                isStraight: isStraight,
                odd: odd
            )
        }
    }

    private func look(
        at name: String,
        _ rows: [Int],
        isStraight: [Bool?],
        odd: Set<Int>?
    ) -> LookInterviewer {
        var perDay: [Int: Int] = [:]
        for day in rows.compactMap({ days?[$0] }) { perDay[day, default: 0] += 1 }
        let missing = MissingCount(
            questions.lazy.flatMap { looked in rows.map { looked.states[$0] } }
        )
        let minutes = times.flatMap { times in
            NumberSummary(rows.map { times.minutes[$0] }.filter { $0 >= 0 })
        }
        return LookInterviewer(
            name: name,
            interviews: rows.count,
            days: days == nil ? nil : perDay.count,
            mostOnADay: perDay.values.max(),
            medianMinutes: minutes?.median,
            skipped: LookShare(n: missing.skipped, of: missing.asked),
            noAnswer: LookShare(n: missing.noAnswer, of: missing.asked),
            straight: share(rows) { isStraight[$0] },
            oddHours: odd.map { odd in rows.count { odd.contains($0) } }
        )
    }

    /// How far interviewers differ in the scores of each scale.
    var effects: [LookEffect] {
        guard let interviewers, !prepared.study.scales.isEmpty else { return [] }
        let builder = ResultsBuilder(prepared, design: .none(rowCount: data.rowCount))
        return builder.scaleScores().map { scored in
            let label = scored.declaration.label.text(in: language)
            return LookEffect(
                name: scored.declaration.name,
                label: label.isEmpty ? scored.declaration.name : label,
                correlation: IntraclassCorrelation(scored.scores.scores, within: interviewers)
            )
        }
    }
}
