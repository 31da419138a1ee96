import Base

extension RequestedColumns {
    /// Numbers that forms use for "don't know", "refused" and their like.
    private static let usualCodes: Set<Double> = [
        77, 88, 96, 97, 98, 99, 777, 888, 996, 997, 998, 999, 7_777, 8_888, 9_998, 9_999, -7, -8,
        -9, -77,
        -88, -99, -999,
    ]

    /// A warning where some numbers of a column look like codes for no answer: usual ones, far from the others.
    func likelyMissing(_ name: String, _ numbers: Numbers) -> Problem? {
        var counts: [Double: Int] = [:]
        for row in 0..<numbers.count where !numbers[row].isNaN {
            counts[numbers[row], default: 0] += 1
            // Ratings have few values; in a long range a 99 may be an age.
            if counts.count > 20 { return nil }
        }
        let codes = counts.keys.filter { Self.usualCodes.contains($0) }.sorted()
        let others = counts.keys.filter { !Self.usualCodes.contains($0) }
        guard let low = others.min(), let high = others.max(), others.count > 1, low >= 0,
            let least = codes.map({ abs($0) }).min(), codes.allSatisfy({ $0 < 0 || $0 > 2 * high }),
            least > 2 * high || codes[0] < 0
        else { return nil }
        let rows = codes.reduce(0) { $0 + (counts[$1] ?? 0) }
        let written = codes.map { numberName($0) }.joined(separator: ",")
        return Problem(
            .warning,
            "estimate.likely-missing",
            at: .init(data.origin.file, column: name),
            "\(written) look like codes for no answer; they are counted as numbers in \(rows) "
                + "row\(rows == 1 ? "" : "s").",
            remedy: "Write --missing \(written) to leave them out."
        )
    }

    /// The problem that nobody of a column gave an answer that an expression names.
    func unknown(_ answer: String, of column: Column) -> Problem {
        let known = RequestedGroups(column)?.names ?? []
        let hint = nearestName(to: answer, in: known).map { "Did you mean \($0)? " } ?? ""
        return Problem(
            .error,
            "estimate.unknown-group",
            at: .init(data.origin.file, column: column.name),
            "Nobody has \(column.name) \(Problem.quote(answer)).",
            remedy: hint + "The answers here: \(known.prefix(20).joined(separator: ", "))"
                + (known.count > 20 ? " and \(known.count - 20) more." : ".")
        )
    }
}

extension Expression.Term {
    /// The texts that stand beside a column of texts as its answers, and that it never holds.
    func unheldAnswers(in data: Microdata) -> [(answer: String, column: Column)] {
        switch kind {
        case .number, .text, .name, .call: return []
        case .not(let inner), .negative(let inner): return inner.unheldAnswers(in: data)
        case .binary(let sign, let left, let right):
            if sign == .equal || sign == .notEqual {
                return [right].compactMap { $0.unheld(beside: left, in: data) }
                    + [left].compactMap { $0.unheld(beside: right, in: data) }
            }
            return left.unheldAnswers(in: data) + right.unheldAnswers(in: data)
        case .isIn(let subject, let list):
            return list.compactMap { $0.unheld(beside: subject, in: data) }
        }
    }

    private func unheld(
        beside other: Expression.Term,
        in data: Microdata
    ) -> (answer: String, column: Column)? {
        guard case .name(let name) = other.kind, let column = data[name],
            case .text(let texts) = column.values
        else { return nil }
        let answer: String
        switch kind {
        case .text(let text): answer = text
        case .name(let word) where data[word] == nil: answer = word
        default: return nil
        }
        return texts.pool.contains(answer) ? nil : (answer, column)
    }
}
