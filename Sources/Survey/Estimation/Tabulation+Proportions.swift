import Kernels

/// The shares of some answers in one group, with the bare counts behind them.
package struct AnswerShares: Sendable, Hashable {
    /// One proportion for each category, or set of categories, that was asked for.
    package let shares: [Estimate]
    /// The respondents of each, unweighted.
    package let counts: [Int]
    /// Respondents of the group who answered.
    package let answered: Int
    /// The sum of their weights.
    package let weightedAnswered: Double
}

extension Tabulation {
    /// The share of each category among those of the group who answered: one list a group.
    ///
    /// `codes` are 0 for no answer, k for the k-th category; categories without answers count too.
    package func proportions(of codes: Codes, categoryCount: Int) -> [[Estimate]] {
        shares(of: codes, categoryCount: categoryCount).map(\.shares)
    }

    /// The share of each set of categories (agree, neutral, disagree) among those who answered.
    ///
    /// `sets` hold positions of categories, from 0; nil stands for each category by itself. Sets may
    /// overlap, and need not hold every category.
    package func shares(
        of codes: Codes,
        categoryCount: Int,
        sets: [[Int]]? = nil
    ) -> [AnswerShares] {
        let sets = sets ?? (0..<categoryCount).map { [$0] }
        let totals = CodeTotals(codes, categoryCount: categoryCount, layout)
        return (0..<groupCount).map { group in
            let cells = layout.cells(of: group)
            let base = totals.answers.base(layout, group)
            return AnswerShares(
                shares: sets.map { share(of: $0, totals, group: group, base).estimate },
                counts: sets.map { totals.count(of: $0, cells: cells) },
                answered: base.n,
                weightedAnswered: base.weight
            )
        }
    }

    /// The share of one set of categories in each group with its influence, for contrasts.
    package func linearShares(
        of codes: Codes,
        categoryCount: Int,
        set: [Int]
    ) -> [LinearEstimate] {
        let totals = CodeTotals(codes, categoryCount: categoryCount, layout)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            return share(of: set, totals, group: group, base)
        }
    }

    /// How many people each category stands for: Σw, one list a group.
    package func totals(of codes: Codes, categoryCount: Int) -> [[Estimate]] {
        let totals = CodeTotals(codes, categoryCount: categoryCount, layout)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            return (0..<categoryCount).map { total(of: $0, totals, base) }
        }
    }

    private func total(of category: Int, _ totals: CodeTotals, _ base: AnswerBase) -> Estimate {
        guard base.n > 0 else { return nobody().estimate }
        let values = base.cells.map { totals.weight(of: [category], cell: $0) }
        let total = compensatedSum(values)
        let p = total / base.weight
        return finish(
            value: total,
            Influence(units: base.cells.map { layout.unit[$0] }, values: values),
            base,
            elementVariance: bernoulliVariance(p, base).map { $0 * base.weight * base.weight }
        ).estimate
    }

    private func share(
        of set: [Int],
        _ totals: CodeTotals,
        group: Int,
        _ base: AnswerBase
    ) -> LinearEstimate {
        guard base.n > 0 else { return nobody() }
        let weights = base.cells.map { totals.weight(of: set, cell: $0) }
        return proportion(
            weights,
            base,
            answered: base.cells.map { totals.answers.weight[$0] },
            count: totals.count(of: set, cells: layout.cells(of: group))
        )
    }

    /// The proportion Σ`weights` / Σ`answered`, each by cell of `base`.
    ///
    /// `count` respondents have the property; 0 and all make a boundary interval.
    func proportion(
        _ weights: [Double],
        _ base: AnswerBase,
        answered: [Double],
        count: Int
    ) -> LinearEstimate {
        let atBoundary = count == 0 || count == base.n
        let p = atBoundary ? (count == 0 ? 0 : 1) : compensatedSum(weights) / base.weight
        let influence = Influence(
            units: base.cells.map { layout.unit[$0] },
            values: zip(weights, answered).map { atBoundary ? 0 : ($0 - p * $1) / base.weight }
        )
        return finish(
            value: p,
            influence,
            base,
            elementVariance: bernoulliVariance(p, base),
            interval: { standardError, t in
                atBoundary
                    ? boundaryInterval(p, base, t: t)
                    : proportionInterval(p, standardError, t: t, rows: base.rows)
            }
        )
    }

    private func bernoulliVariance(_ p: Double, _ base: AnswerBase) -> Double? {
        base.n > 1 ? p * (1 - p) * Double(base.n) / Double(base.n - 1) : nil
    }
}
