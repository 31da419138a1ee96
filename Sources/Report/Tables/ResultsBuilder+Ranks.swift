import Survey

extension ResultsBuilder {
    /// The ranks of places by each scale and by each key figure that is a share.
    ///
    /// Only places whose number `results` shows take part. Without a probability sample nothing is
    /// tested, so that there are no ranks.
    func ranks(of results: Results, _ scales: [ScoredScale]) -> [PlaceRanks] {
        guard results.sample.isProbabilitySample else { return [] }
        return results.placeBreakdowns.flatMap { breakdown in
            let tabulation = byBreakdown[breakdown]
            let byScale = scales.indices.map { scale in
                ranks(
                    QuoteMeasure(source: .scale(scale), part: .mean),
                    breakdown,
                    results.scales[scale].score,
                    tabulation.linearMeans(of: scales[scale].numbers)
                )
            }
            let byAnswer = results.keyAnswers.compactMap { key -> PlaceRanks? in
                let name = results.questions[key.question].name
                guard let column = prepared.data[name], let spread = results.spread(of: key.measure)
                else { return nil }
                return ranks(
                    key.measure,
                    breakdown,
                    spread,
                    tabulation.linearShares(of: inBase(column), set: [key.answer])
                )
            }
            return byScale + byAnswer
        }
    }

    private func ranks(
        _ measure: QuoteMeasure,
        _ breakdown: Int,
        _ spread: Spread<Released>,
        _ all: [LinearEstimate]
    ) -> PlaceRanks {
        let released = spread.groups[breakdown]
        let shown = released.indices.filter { released[$0].value?.isFinite == true }
        let sets = RankSets(shown) { first, second in
            GroupDifference(all[shown[first]], all[shown[second]], in: byBreakdown[breakdown])
        }
        return PlaceRanks(
            measure: measure,
            breakdown: breakdown,
            sets: sets,
            estimates: shown.map { released[$0] },
            leftOut: released.count - shown.count
        )
    }
}

extension Tabulation {
    /// The share of the answers in `set` together, for each group.
    ///
    /// - Parameters:
    ///   - column: A list of answers, with one answer each or several.
    ///   - set: Positions among the answers that count.
    /// - Returns: Nothing where the column holds no list.
    func linearShares(of column: Column, set: [Int]) -> [LinearEstimate] {
        switch column.values {
        case .codes(let codes, let categories):
            let counted = ResultsBuilder.Counted(codes, categories)
            return linearShares(
                of: counted.codes,
                categoryCount: counted.answers.count,
                set: set
            )
        case .several(let answers):
            // Each option is a question of its own: chosen or not.
            let chosen = (0..<answers.count).map { row in
                answers.isAnswered[row]
                    ? set.contains { answers.chose($0, row: row) } ? 1 : 0 : Double.nan
            }
            return linearMeans(of: .doubles(chosen))
        case .numbers, .dates, .text: return []
        }
    }
}
