/// Correlations between items, enough to propose signs; people and the report's own check decide.
enum ItemCorrelations {
    /// Pearson's correlation of `first` and `second` over the rows that have both; nil when fewer than
    /// ten rows do, or one of them does not vary.
    static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
        var rows = 0.0
        var (sumX, sumY, sumXX, sumYY, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (x, y) in zip(first, second) where !x.isNaN && !y.isNaN {
            rows += 1
            sumX += x
            sumY += y
            sumXX += x * x
            sumYY += y * y
            sumXY += x * y
        }
        guard rows >= 10 else { return nil }
        // Answers are small whole numbers, so the short formula loses nothing that matters here.
        let varianceX = sumXX - sumX * sumX / rows
        let varianceY = sumYY - sumY * sumY / rows
        guard varianceX > 1e-9, varianceY > 1e-9 else { return nil }
        return (sumXY - sumX * sumY / rows) / (varianceX * varianceY).squareRoot()
    }

    /// The sizes of the correlations of all pairs of `items`.
    static func sizes(within items: [[Double]]) -> [Double] {
        items.indices.flatMap { first in
            items.indices.dropFirst(first + 1).compactMap { second in
                correlation(items[first], items[second]).map(abs)
            }
        }
    }

    /// For each item, whether it must be reversed for all to point one way, and its correlation with
    /// the mean of the others then.
    ///
    /// From all signs plus, the item with the most negative correlation with the rest is turned until
    /// none is negative. Most items (or, in a tie, the first) are taken as pointing the right way.
    static func signs(
        _ items: [[Double]]
    ) -> [(isReversed: Bool, restCorrelation: Double?)] {
        var signs = [Double](repeating: 1, count: items.count)
        // Items of different means would move the mean of the answered others with their gaps.
        let centred = items.map { item in
            let valid = item.filter { !$0.isNaN }
            let mean = valid.reduce(0, +) / Double(max(1, valid.count))
            return item.map { $0 - mean }
        }
        var rest = restCorrelations(centred, signs)
        for _ in 0..<(2 * items.count) {
            let worst = rest.indices.min { (rest[$0] ?? 0) < (rest[$1] ?? 0) }
            guard let worst, let correlation = rest[worst], correlation < 0 else { break }
            signs[worst] = -signs[worst]
            rest = restCorrelations(centred, signs)
        }
        let reversed = signs.count { $0 < 0 }
        if 2 * reversed > items.count || (2 * reversed == items.count && signs.first == -1) {
            signs = signs.map { -$0 }
        }
        return zip(signs, rest).map { ($0 < 0, $1) }
    }

    private static func restCorrelations(_ items: [[Double]], _ signs: [Double]) -> [Double?] {
        let rows = items.map(\.count).min() ?? 0
        return items.indices.map { item in
            let others = (0..<rows).map { row in
                var (sum, count) = (0.0, 0.0)
                for other in items.indices where other != item && !items[other][row].isNaN {
                    sum += signs[other] * items[other][row]
                    count += 1
                }
                return count > 0 ? sum / count : .nan
            }
            return correlation(items[item].map { signs[item] * $0 }, others)
        }
    }
}
