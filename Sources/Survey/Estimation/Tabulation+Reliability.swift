import Kernels

extension Tabulation {
    /// Cohen's kappa of two closed questions with the same answers in each group, over those who answered both.
    ///
    /// (po - pe) / (1 - pe), po being the share who answered alike and pe that to be expected of independent
    /// answers. The standard error is by linearisation; the interval is value ± t · SE. Where everyone gave
    /// one answer to both there is none (``NoInterval/constantVariable``).
    ///
    /// `first` and `second` are 0 for no answer, k for the k-th category.
    ///
    /// - SeeAlso: Cohen (1960), "A coefficient of agreement for nominal scales", Educational and
    ///   Psychological Measurement 20, 37-46; R `survey::svykappa`.
    package func kappa(_ first: Codes, _ second: Codes, categoryCount: Int) -> [Estimate] {
        precondition(first.count == second.count, "one pair a row")
        let pairs = (0..<first.count).map { row in
            first[row] == 0 || second[row] == 0
                ? -1 : (first[row] - 1) * categoryCount + second[row] - 1
        }
        let totals = termTotals(termCount: categoryCount * categoryCount) { row, terms in
            guard pairs[row] >= 0 else { return false }
            terms[pairs[row]] = 1
            return true
        }
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody().estimate }
            let sums = totals.sums(base)
            let agreement = Agreement(sums.map { compensatedSum($0) }, categoryCount)
            guard agreement.expected < 1 else {
                return undefined(base, .constantVariable).estimate
            }
            let gradient = agreement.gradient
            let function = TotalsFunction(
                sums: sums,
                gradient: gradient,
                divisor: agreement.total,
                rowTerm: { pairs[$0] < 0 ? 0 : gradient[pairs[$0]] },
                value: { Agreement($0, categoryCount).kappa }
            )
            return finish(function, base).estimate
        }
    }

    /// Cronbach's alpha of `items` in the population, in each group, over those who answered every item.
    ///
    /// K / (K - 1) (1 - Σ variance of an item / variance of the sum), the variances being weighted. The
    /// standard error is by linearisation. Where the sum does not vary there is none
    /// (``NoInterval/constantVariable``).
    ///
    /// - SeeAlso: Cronbach (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16,
    ///   297-334; R `survey::svycralpha`, which has no standard error.
    package func alpha(of items: [Numbers]) -> [Estimate] {
        precondition(items.count > 1, "two items")
        let centers = items.map { NumberTotals($0, layout).center }
        let count = items.count
        // Of one row: 1, each item, the sum of their squares, the square of their sum.
        func isComplete(_ row: Int, _ terms: inout [Double]) -> Bool {
            var (squares, sum) = (0.0, 0.0)
            for item in items.indices {
                let value = items[item][row] - centers[item]
                guard !value.isNaN else { return false }
                terms[item + 1] = value
                squares += value * value
                sum += value
            }
            terms[0] = 1
            terms[count + 1] = squares
            terms[count + 2] = sum * sum
            return true
        }
        let totals = termTotals(termCount: count + 3, isComplete)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody().estimate }
            let sums = totals.sums(base)
            let variances = ItemVariances(sums.map { compensatedSum($0) })
            guard variances.ofSum > 1e-14 * variances.scale else {
                return undefined(base, .constantVariable).estimate
            }
            let gradient = variances.gradient
            let function = TotalsFunction(
                sums: sums,
                gradient: gradient,
                divisor: variances.total,
                rowTerm: { row in
                    var terms = [Double](repeating: 0, count: count + 3)
                    guard isComplete(row, &terms) else { return 0 }
                    return zip(gradient, terms).reduce(0) { $0 + $1.0 * $1.1 }
                },
                value: { ItemVariances($0).alpha }
            )
            return finish(function, base).estimate
        }
    }

    /// The weighted totals of several terms by cell; `fill` sets those of a row that are not 0, and says
    /// whether the row counts.
    private func termTotals(
        termCount: Int,
        _ fill: (_ row: Int, _ terms: inout [Double]) -> Bool
    ) -> TermTotals {
        var totals = TermTotals(
            answers: AnswerCounts(layout),
            terms: [[Double]](
                repeating: [Double](repeating: 0, count: layout.count),
                count: termCount
            )
        )
        var terms = [Double](repeating: 0, count: termCount)
        for cell in 0..<layout.count {
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                for term in terms.indices { terms[term] = 0 }
                guard fill(Int(layout.rows[position]), &terms) else { continue }
                totals.answers.count(layout.weights[position], in: cell)
                for term in terms.indices where terms[term] != 0 {
                    totals.terms[term][cell] += layout.weights[position] * terms[term]
                }
            }
        }
        return totals
    }
}

/// The weighted totals of several terms in each cell.
private struct TermTotals {
    var answers: AnswerCounts
    /// One list of cells a term.
    var terms: [[Double]]

    /// The totals in the cells of `base`.
    func sums(_ base: AnswerBase) -> [[Double]] {
        terms.map { term in base.cells.map { term[$0] } }
    }
}

/// How far two answers agree, from the totals of their pairs, row by row.
private struct Agreement {
    let total: Double
    let observed: Double
    let expected: Double
    private let firstShares: [Double]
    private let secondShares: [Double]

    init(_ pairs: [Double], _ count: Int) {
        let total = compensatedSum(pairs)
        self.total = total
        firstShares = (0..<count).map { first in
            (0..<count).reduce(0) { $0 + pairs[first * count + $1] } / total
        }
        secondShares = (0..<count).map { second in
            (0..<count).reduce(0) { $0 + pairs[$1 * count + second] } / total
        }
        observed = (0..<count).reduce(0) { $0 + pairs[$1 * count + $1] } / total
        expected = zip(firstShares, secondShares).reduce(0) { $0 + $1.0 * $1.1 }
    }

    var kappa: Double { (observed - expected) / (1 - expected) }

    /// How kappa changes with each pair's total, times the whole total.
    var gradient: [Double] {
        let count = firstShares.count
        let rest = 1 - expected
        return (0..<count * count).map { pair in
            let (first, second) = (pair / count, pair % count)
            let ofObserved = (first == second ? 1 : 0) - observed
            let ofExpected = secondShares[first] + firstShares[second] - 2 * expected
            return ofObserved / rest - ofExpected * (1 - observed) / (rest * rest)
        }
    }
}

/// The variances behind alpha, from the totals of 1, each item, Σ items², (Σ items)².
private struct ItemVariances {
    let total: Double
    let ofItems: Double
    let ofSum: Double
    /// What rounding of the variance of the sum is measured by.
    let scale: Double
    private let means: [Double]

    init(_ totals: [Double]) {
        let total = totals[0]
        let means = totals[1..<totals.count - 2].map { $0 / total }
        self.total = total
        self.means = means
        let squares = totals[totals.count - 2] / total
        let squaredSum = totals[totals.count - 1] / total
        let meanSum = means.reduce(0, +)
        ofItems = squares - means.reduce(0) { $0 + $1 * $1 }
        ofSum = squaredSum - meanSum * meanSum
        scale = squares
    }

    private var factor: Double { Double(means.count) / Double(means.count - 1) }

    var alpha: Double { factor * (1 - ofItems / ofSum) }

    /// How alpha changes with each total, times the total of 1.
    var gradient: [Double] {
        let meanSum = means.reduce(0, +)
        let (perItems, perSum) = (-factor / ofSum, factor * ofItems / (ofSum * ofSum))
        let ofOne =
            perItems * (means.reduce(0) { $0 + $1 * $1 } - ofItems)
            + perSum * (meanSum * meanSum - ofSum)
        return [ofOne] + means.map { -2 * (perItems * $0 + perSum * meanSum) }
            + [perItems, perSum]
    }
}
