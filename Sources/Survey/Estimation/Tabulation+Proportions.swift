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
        let function = TotalsFunction(
            sums: [base.cells.map { totals.weight(of: [category], cell: $0) }],
            gradient: [1],
            divisor: 1,
            rowTerm: { totals.codes[$0] == category + 1 ? 1 : 0 },
            value: { $0[0] }
        )
        let p = function.totals[0] / base.weight
        return finish(
            function,
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
        let members = Set(set)
        return proportion(
            base.cells.map { totals.weight(of: set, cell: $0) },
            base,
            answered: base.cells.map { totals.answers.weight[$0] },
            count: totals.count(of: set, cells: layout.cells(of: group)),
            holds: { row in
                let code = totals.codes[row]
                return code == 0 ? nil : members.contains(code - 1)
            }
        )
    }

    /// The proportion Σ`weights` / Σ`answered`, each by cell of `base`.
    ///
    /// `count` respondents have the property; 0 and all make a boundary interval. `holds` says whether a
    /// row has it, nil for no answer.
    func proportion(
        _ weights: [Double],
        _ base: AnswerBase,
        answered: [Double],
        count: Int,
        holds: @escaping (Int) -> Bool?
    ) -> LinearEstimate {
        let atBoundary = count == 0 || count == base.n
        let p = atBoundary ? (count == 0 ? 0 : 1) : compensatedSum(weights) / base.weight
        let function = TotalsFunction(
            sums: [weights, answered],
            gradient: atBoundary ? [0, 0] : [1, -p],
            divisor: base.weight,
            rowTerm: { row in
                guard !atBoundary, let holds = holds(row) else { return 0 }
                return holds ? 1 - p : -p
            },
            value: { atBoundary ? p : $0[0] / $0[1] }
        )
        return finish(
            function,
            base,
            value: p,
            elementVariance: bernoulliVariance(p, base),
            interval: { standardError, t in
                atBoundary
                    ? boundaryInterval(p, base, t: t)
                    : proportionInterval(p, standardError, t: t, base)
            }
        )
    }

    private func bernoulliVariance(_ p: Double, _ base: AnswerBase) -> Double? {
        base.n > 1 ? p * (1 - p) * Double(base.n) / Double(base.n - 1) : nil
    }
}
