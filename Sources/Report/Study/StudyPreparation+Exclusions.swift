import Base
import Survey

extension StudyPreparation {
    mutating func exclude() -> [PreparedStudy.ExclusionCount] {
        var kept = [Bool](repeating: true, count: data.rowCount)
        var counts: [PreparedStudy.ExclusionCount] = []
        for (index, exclusion) in study.exclusions.enumerated() {
            let path = "exclude.\(index)"
            var left = 0
            var undecided = 0
            switch exclusion.rule {
            case .when(let expression):
                guard let bound = bind(expression, at: path + ".when") else { continue }
                for row in kept.indices where kept[row] {
                    switch bound.holds(row: row) {
                    case true?:
                        kept[row] = false
                        left += 1
                    case false?: break
                    case nil: undecided += 1
                    }
                }
            case .duplicates(let name):
                guard let column = variable(name, at: path + ".duplicates") else { continue }
                var seen: Set<String> = []
                for row in kept.indices where kept[row] {
                    let value = column.valueName(row: row)
                    if !value.isEmpty, !seen.insert(value).inserted {
                        kept[row] = false
                        left += 1
                    }
                }
            }
            warnOfUndecided(undecided, at: path)
            counts.append(.init(because: exclusion.because, rows: left, undecided: undecided))
        }
        data = data.keeping(rows: kept.indices.filter { kept[$0] })
        return counts
    }

    private mutating func warnOfUndecided(_ undecided: Int, at path: String) {
        guard undecided > 0 else { return }
        add(
            .warning,
            "study.exclude-undecided",
            at: path + ".when",
            "For \(undecided) rows the condition is undecided, since an answer is missing: they stay.",
            "To leave them out too, add: or missing(VARIABLE)."
        )
    }
}
