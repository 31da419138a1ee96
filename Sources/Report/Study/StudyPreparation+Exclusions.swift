import Base
import Survey

extension StudyPreparation {
    /// Leaves rows out as the study says.
    ///
    /// - Returns: The counts by reason, and for each row the exclusion that left it out.
    mutating func exclude() -> (counts: [PreparedStudy.ExclusionCount], ofRow: [Int?]) {
        var reasons = [Int?](repeating: nil, count: data.rowCount)
        var counts: [PreparedStudy.ExclusionCount] = []
        for (index, exclusion) in study.exclusions.enumerated() {
            let path = "exclude.\(index)"
            var left = 0
            var undecided = 0
            switch exclusion.rule {
            case .when(let expression):
                guard let bound = bind(expression, at: path + ".when") else { continue }
                for row in reasons.indices where reasons[row] == nil {
                    switch bound.holds(row: row) {
                    case true?:
                        reasons[row] = index
                        left += 1
                    case false?: break
                    case nil: undecided += 1
                    }
                }
            case .duplicates(let name):
                guard let column = variable(name, at: path + ".duplicates") else { continue }
                var seen: Set<String> = []
                for row in reasons.indices where reasons[row] == nil {
                    let value = column.valueName(row: row)
                    if !value.isEmpty, !seen.insert(value).inserted {
                        reasons[row] = index
                        left += 1
                    }
                }
            }
            warnOfUndecided(undecided, at: path)
            counts.append(.init(because: exclusion.because, rows: left, undecided: undecided))
        }
        if reasons.contains(where: { $0 != nil }) {
            data = data.keeping(rows: reasons.indices.filter { reasons[$0] == nil })
        }
        return (counts, reasons)
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
