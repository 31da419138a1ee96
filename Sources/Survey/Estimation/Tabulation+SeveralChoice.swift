import Kernels

/// How often each option of a several-choice question was chosen in one group.
package struct SeveralShares: Sendable, Hashable {
    /// For each option, the share of the people who answered the question that chose it.
    package let ofPeople: [Estimate]
    /// For each option, its share of all the answers given; these add to 1.
    package let ofAnswers: [Estimate]
    /// The respondents who chose each option, unweighted.
    package let counts: [Int]
    /// Respondents of the group who answered the question, if only with "none".
    package let answered: Int
}

extension Tabulation {
    /// The share of people and of answers that each option has, in each group.
    ///
    /// The share of answers is a ratio of two totals and has its variance; where nobody of the group
    /// chose anything it does not exist (``NoInterval/zeroDenominator``).
    package func shares(of answers: SeveralAnswers) -> [SeveralShares] {
        precondition(answers.count == design.rowCount, "one answer a row")
        let totals = SeveralTotals(answers, layout)
        return (0..<groupCount).map { group in
            let cells = layout.cells(of: group)
            let base = totals.answers.base(layout, group)
            let options = answers.options.indices
            let counts = options.map { totals.count($0, cells) }
            let chosen = base.cells.map { totals.chosenWeight[$0] }
            return SeveralShares(
                ofPeople: options.map { option in
                    guard base.n > 0 else { return nobody().estimate }
                    return proportion(
                        base.cells.map { totals.weight(option, $0) },
                        base,
                        answered: base.cells.map { totals.answers.weight[$0] },
                        count: counts[option],
                        holds: { row in
                            answers.isAnswered[row] ? answers.chose(option, row: row) : nil
                        }
                    ).estimate
                },
                ofAnswers: options.map { option in
                    shareOfAnswers(
                        base.cells.map { totals.weight(option, $0) },
                        chosen,
                        base,
                        isBoundary: counts[option] == 0
                            || counts[option] == counts.reduce(0, +),
                        term: { row in
                            guard let chosen = answers.chosen(row: row) else { return (0, 0) }
                            return (chosen.contains(option) ? 1 : 0, Double(chosen.count))
                        }
                    )
                },
                counts: counts,
                answered: base.n
            )
        }
    }

    private func shareOfAnswers(
        _ weights: [Double],
        _ chosen: [Double],
        _ base: AnswerBase,
        isBoundary: Bool,
        term: @escaping (Int) -> (Double, Double)
    ) -> Estimate {
        guard base.n > 0 else { return nobody().estimate }
        let denominator = compensatedSum(chosen)
        guard denominator > 0 else { return undefined(base, .zeroDenominator).estimate }
        let ratio = compensatedSum(weights) / denominator
        let function = TotalsFunction(
            sums: [weights, chosen],
            gradient: [1, -ratio],
            divisor: denominator,
            rowTerm: { row in
                let (one, all) = term(row)
                return one - ratio * all
            },
            value: { $0[0] / $0[1] }
        )
        return finish(
            function,
            base,
            value: ratio,
            interval: { standardError, t in
                isBoundary
                    ? boundaryInterval(ratio.rounded(), base, t: t)
                    : proportionInterval(ratio, standardError, t: t, base)
            }
        ).estimate
    }

    /// An estimate that does not exist, though people answered.
    func undefined(_ base: AnswerBase, _ reason: NoInterval) -> LinearEstimate {
        LinearEstimate(
            estimate: Estimate(
                value: .nan,
                standardError: nil,
                interval: nil,
                df: 0,
                n: base.n,
                weightedN: base.weight,
                reason: reason
            ),
            influence: Influence(units: [], values: []),
            groups: base.groups
        )
    }
}

/// The weight of each option of a several-choice question in each cell of a layout.
private struct SeveralTotals {
    let optionCount: Int
    private(set) var optionWeight: [Double]
    private(set) var optionCountOfCell: [Int32]
    private(set) var answers: AnswerCounts
    /// Σw × options chosen, by cell.
    private(set) var chosenWeight: [Double]

    init(_ answers: SeveralAnswers, _ layout: CellLayout) {
        optionCount = answers.options.count
        optionWeight = [Double](repeating: 0, count: layout.count * optionCount)
        optionCountOfCell = [Int32](repeating: 0, count: layout.count * optionCount)
        self.answers = AnswerCounts(layout)
        chosenWeight = self.answers.weight
        for cell in 0..<layout.count {
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let row = Int(layout.rows[position])
                guard answers.isAnswered[row] else { continue }
                let w = layout.weights[position]
                self.answers.count(w, in: cell)
                for option in 0..<optionCount where answers.chose(option, row: row) {
                    optionWeight[cell * optionCount + option] += w
                    optionCountOfCell[cell * optionCount + option] += 1
                    chosenWeight[cell] += w
                }
            }
        }
    }

    func weight(_ option: Int, _ cell: Int) -> Double {
        optionWeight[cell * optionCount + option]
    }

    func count(_ option: Int, _ cells: Range<Int>) -> Int {
        cells.reduce(0) { $0 + Int(optionCountOfCell[$1 * optionCount + option]) }
    }
}
