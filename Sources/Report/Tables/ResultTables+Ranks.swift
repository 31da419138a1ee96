import Base
import Survey

extension Results {
    /// The ranks of places, one row a place and number; places that are hidden stand there without.
    func rankTable() -> ResultTable {
        ResultTable(
            name: "ranks",
            title: tableWords(RankWord.tableTitle),
            notes: [tableWords(RankWord.tableNote)],
            columns: [
                .init(.what, .text), .init(.label, .text), .init(.answer, .text),
                .init(.answerLabel, .text), .init(.breakdown, .text), .init(.group, .text),
                .init(.estimate, .decimal(4)), .init(.n, .whole), .init(.rank, .whole),
                .init(.firstRank, .whole), .init(.lastRank, .whole), .init(.ranked, .whole),
                .init(.status, .text),
            ],
            rows: ranks.flatMap { rows(of: $0) }
        )
    }

    private func rows(of ranks: PlaceRanks) -> [[ResultTable.Cell]] {
        let language = prepared.study.code(of: tableWords.language)
        let breakdown = breakdowns[ranks.breakdown]
        let (standing, released) = (ranks.ranks, spread(of: ranks.measure)?.groups[ranks.breakdown])
        return breakdown.groups.indices.map { group in
            var row = names(of: ranks.measure, in: language)
            row += [
                .text(breakdown.name), .text(breakdown.groups[group].label.text(in: language)),
            ]
            guard let index = ranks.sets.groups.firstIndex(of: group),
                let estimate = ranks.estimates[index].estimate
            else {
                return row + Array(repeating: .empty, count: 6) + [.text(status(released?[group]))]
            }
            let range = ranks.sets.ranges[index]
            let numbers = [
                estimate.value, Double(estimate.n), Double(standing[index]),
                Double(range.lowerBound), Double(range.upperBound),
                Double(ranks.sets.groups.count),
            ]
            return row + numbers.map { .number($0) } + [.text(status(released?[group]))]
        }
    }

    /// What is ranked: its name and label, and the answer where it is a share.
    private func names(of measure: QuoteMeasure, in language: String) -> [ResultTable.Cell] {
        switch (measure.source, measure.part) {
        case (.scale(let scale), _), (.item(let scale, _), _):
            let declaration = scales[scale].declaration
            return [
                .text(declaration.name), .text(declaration.label.text(in: language)), .text(""),
                .text(""),
            ]
        case (.question(let question), let part):
            var answer: Category?
            if case .answers(let set) = part, let first = set.first {
                answer = answers(of: measure.source)?[first]
            }
            return [
                .text(questions[question].name),
                .text(questions[question].label.text(in: language)),
                .text(answer?.name ?? ""), .text(answer?.text(in: language) ?? ""),
            ]
        }
    }

    private func status(_ released: Released?) -> String {
        let word: TableWord
        switch released {
        case .shown: return ""
        case .bracketed: word = .few
        case .hidden(.disclosing): word = .disclosing
        case .hidden(.unreliable): word = .tooFew
        case .hidden(.nobody), nil: word = .nobody
        }
        return tableWords(word)
    }
}
