import Base
import Survey

extension ResultsBuilder {
    /// A scale with the scores of all rows and the analysis of its items.
    struct ScoredScale {
        let declaration: ScaleDeclaration
        let scores: ScaleScores
        let analysis: ItemAnalysis

        /// One score a row; NaN for none.
        var numbers: Numbers { .doubles(scores.scores) }
    }

    func scaleScores() -> [ScoredScale] {
        prepared.study.scales.map { declaration in
            let scores = scores(of: declaration)
            return ScoredScale(
                declaration: declaration,
                scores: scores,
                analysis: ItemAnalysis(scores)
            )
        }
    }

    /// The scores of all rows.
    func scores(of declaration: ScaleDeclaration) -> ScaleScores {
        let scale = Scale(
            items: declaration.items.map { .init($0.name, isReversed: $0.isReversed) },
            range: declaration.range,
            leastAnswered: declaration.leastAnswered
        )
        return scale.scores(of: declaration.items.map { answers(to: $0.name) })
    }

    /// The answers to an item as numbers; NaN where there is none or it means "no answer".
    private func answers(to name: String) -> Numbers {
        guard let column = prepared.data[name],
            case .codes(let codes, let categories) = column.values
        else { return .doubles([Double](repeating: .nan, count: prepared.data.rowCount)) }
        let numbers = [.nan] + categories.map { $0.isMissing ? .nan : $0.number ?? .nan }
        return Numbers((0..<codes.count).map { numbers[codes[$0]] })
    }

    func scaleResult(_ scored: ScoredScale) -> ScaleResult {
        let declaration = scored.declaration
        return ScaleResult(
            declaration: declaration,
            items: declaration.items.indices.map { itemResult($0, of: scored) },
            score: mean(of: scored.numbers),
            reliability: reliability(of: scored.analysis),
            scored: rule.printable(scored.scores.scored),
            leftOut: prepared.data.rowCount - scored.scores.scored
        )
    }

    private func reliability(of analysis: ItemAnalysis) -> Reliability? {
        guard case .success(let alpha) = analysis.alpha, alpha.n >= rule.leastInRow else {
            return nil
        }
        return Reliability(
            alpha: alpha.raw,
            interval: whole.design.isProbabilitySample ? alpha.interval : nil,
            standardised: alpha.standardized,
            n: alpha.n
        )
    }

    private func itemResult(_ index: Int, of scored: ScoredScale) -> ScaleItemResult {
        let item = scored.declaration.items[index]
        let analysed = scored.analysis.items[index]
        let column = prepared.data[item.name]
        return ScaleItemResult(
            name: item.name,
            label: column.map { $0.label.isEmpty ? LocalText(item.name) : $0.label }
                ?? LocalText(item.name),
            isReversed: item.isReversed,
            distribution: distribution(of: column, on: scored.declaration.range),
            mean: mean(of: .doubles(scored.scores.keyedAnswers[index])),
            itemRest: analysed.n < rule.leastInRow ? nil : analysed.itemRest,
            alphaWithout: analysed.n < rule.leastInRow ? nil : analysed.alphaIfDropped
        )
    }

    /// The shares of an item's answers; those below the middle of `range` are low, those above high.
    private func distribution(of column: Column?, on range: ClosedRange<Double>) -> Distribution {
        guard case .codes(let codes, let categories) = column?.values else {
            let nobody = [Int](repeating: 0, count: prepared.data.rowCount)
            return distribution(Codes(nobody, categoryCount: 0), [], isAskedOfAll: true)
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        return distribution(codes, categories, isAskedOfAll: true) { category in
            let number = category.number ?? middle
            return number < middle ? .low : number > middle ? .high : .middle
        }
    }

    /// The correlations between the scores of every two scales.
    func correlations(_ scales: [ScoredScale]) -> CorrelationResult? {
        guard scales.count > 1 else { return nil }
        return CorrelationResult(
            scales: Array(scales.indices),
            values: scales.indices.map { row in
                (0..<row).map { column in
                    rule.release(
                        whole.correlation(scales[column].numbers, scales[row].numbers)[0]
                    )
                }
            }
        )
    }
}
