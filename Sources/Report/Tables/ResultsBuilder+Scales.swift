import Base
import Survey

extension ResultsBuilder {
    /// A scale with the scores of all rows.
    struct ScoredScale {
        var declaration: ScaleDeclaration
        /// The keyed answers of each item; NaN where there is none.
        var items: [Numbers]
        var scores: Numbers
        var leftOut: Int
    }

    func scaleScores() -> [ScoredScale] {
        prepared.study.scales.map { scale in
            let items = scale.items.map { keyed($0, of: scale) }
            let least = scale.leastAnswered ?? scale.items.count
            var leftOut = 0
            let scores = (0..<prepared.data.rowCount).map { row -> Double in
                let answers = items.map { $0[row] }.filter { !$0.isNaN }
                guard answers.count >= max(least, 1) else {
                    leftOut += 1
                    return .nan
                }
                return answers.reduce(0, +) / Double(answers.count)
            }
            return ScoredScale(
                declaration: scale,
                items: items,
                scores: .doubles(scores),
                leftOut: leftOut
            )
        }
    }

    private func keyed(_ item: ScaleDeclaration.Item, of scale: ScaleDeclaration) -> Numbers {
        guard let column = prepared.data[item.name],
            case .codes(let codes, let categories) = column.values
        else { return .doubles([Double](repeating: .nan, count: prepared.data.rowCount)) }
        let range = scale.range
        let values = categories.map { category -> Double in
            guard !category.isMissing, let number = category.number, range.contains(number) else {
                return .nan
            }
            return item.isReversed ? range.lowerBound + range.upperBound - number : number
        }
        return Numbers((0..<codes.count).map { codes[$0] == 0 ? .nan : values[codes[$0] - 1] })
    }

    func scaleResult(_ scored: ScoredScale) -> ScaleResult {
        let scale = scored.declaration
        let middle = (scale.range.lowerBound + scale.range.upperBound) / 2
        let items = zip(scale.items, scored.items).map { item, numbers in
            itemResult(item, numbers, middle: middle)
        }
        return ScaleResult(
            declaration: scale,
            items: items,
            score: mean(of: scored.scores),
            reliability: nil,
            scored: prepared.data.rowCount - scored.leftOut,
            leftOut: scored.leftOut
        )
    }

    private func itemResult(
        _ item: ScaleDeclaration.Item,
        _ numbers: Numbers,
        middle: Double
    ) -> ScaleItemResult {
        let column = prepared.data[item.name]
        var distribution = distribution(
            .bytes([UInt8](repeating: 0, count: prepared.data.rowCount)),
            []
        )
        if let column, case .codes(let codes, let categories) = column.values {
            distribution = self.distribution(codes, categories) { category in
                let number = category.number ?? middle
                return number < middle ? .low : number > middle ? .high : .middle
            }
        }
        return ScaleItemResult(
            name: item.name,
            label: column?.label ?? LocalText(item.name),
            isReversed: item.isReversed,
            distribution: distribution,
            mean: mean(of: numbers),
            itemRest: nil,
            alphaWithout: nil
        )
    }

    func correlations(_ scales: [ScoredScale]) -> CorrelationResult? {
        guard scales.count > 1 else { return nil }
        return CorrelationResult(
            scales: Array(scales.indices),
            values: scales.indices.map { row in
                (0..<row).map { column in
                    rule.release(
                        whole.correlation(scales[column].scores, scales[row].scores)[0]
                    )
                }
            }
        )
    }
}
