import Kernels

/// Which value is a quantile where the weighted share at or below a value is just the one asked for.
package enum QuantileRule: Sendable, Hashable {
    /// That value: the inverse of the distribution function (R's "math", the default there).
    case lower
    /// The middle between that value and the next (R's "school"); the usual median.
    case middle
}

extension Tabulation {
    /// The weighted quantiles of `numbers` in each group: one list of probabilities a group.
    ///
    /// The interval is Woodruff's: the values at the limits of the interval of the share at or below
    /// the quantile. Limits beyond 0 or 1 are the least and the greatest value. The standard error is
    /// the interval's width over 2 t.
    ///
    /// `interval` says how the interval of the share is made.
    ///
    /// - SeeAlso: Woodruff (1952), "Confidence intervals for medians and other position measures",
    ///   JASA 47, 635-646; R `survey::svyquantile`.
    package func quantiles(
        of numbers: Numbers,
        _ probabilities: [Double],
        rule: QuantileRule = .lower,
        interval: ProportionInterval = .logit
    ) -> [[Estimate]] {
        precondition(probabilities.allSatisfy { $0 > 0 && $0 < 1 }, "between 0 and 1")
        var options = options
        options.proportionInterval = interval
        let table = Tabulation(self, options: options)
        return (0..<groupCount).map { group in
            let sorted = SortedValues(numbers, layout, group)
            return probabilities.map { table.quantile($0, sorted, numbers, group, rule) }
        }
    }

    private func quantile(
        _ p: Double,
        _ sorted: SortedValues,
        _ numbers: Numbers,
        _ group: Int,
        _ rule: QuantileRule
    ) -> Estimate {
        guard !sorted.values.isEmpty else { return nobody().estimate }
        let value = sorted.quantile(p, rule)
        var estimate = shareAtMost(value, numbers, group)
        estimate.value = value
        estimate.standardError = nil
        estimate.designEffect = nil
        guard let share = estimate.interval else { return estimate }
        let low = sorted.quantile(share.lowerBound, rule)
        let high = max(low, sorted.quantile(share.upperBound, rule))
        estimate.interval = min(low, value)...max(high, value)
        let error = design.isCensus ? 0 : (high - low) / (2 * groupQuantiles[group])
        estimate.standardError = error.isFinite ? error : nil
        return estimate
    }

    /// The share of the group's answers that are at most `value`.
    private func shareAtMost(_ value: Double, _ numbers: Numbers, _ group: Int) -> Estimate {
        var answers = AnswerCounts(layout)
        var below = [Double](repeating: 0, count: layout.count)
        var count = 0
        for cell in layout.cells(of: group) {
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let number = numbers[Int(layout.rows[position])]
                guard !number.isNaN else { continue }
                answers.count(layout.weights[position], in: cell)
                if number <= value {
                    below[cell] += layout.weights[position]
                    count += 1
                }
            }
        }
        let base = answers.base(layout, group)
        return proportion(
            base.cells.map { below[$0] },
            base,
            answered: base.cells.map { answers.weight[$0] },
            count: count,
            holds: { numbers[$0].isNaN ? nil : numbers[$0] <= value }
        ).estimate
    }
}

/// The different answers of a group in ascending order, with the weighted share at or below each.
private struct SortedValues {
    let values: [Double]
    let shares: [Double]

    init(_ numbers: Numbers, _ layout: CellLayout, _ group: Int) {
        let cells = layout.cells(of: group)
        let positions =
            Int(layout.rowStart[cells.lowerBound])..<Int(layout.rowStart[cells.upperBound])
        var pairs: [(value: Double, weight: Double)] = []
        for position in positions {
            let number = numbers[Int(layout.rows[position])]
            if !number.isNaN { pairs.append((number, layout.weights[position])) }
        }
        pairs.sort { $0.value < $1.value }
        var values: [Double] = []
        var cumulated: [Double] = []
        var total = 0.0
        for pair in pairs {
            total += pair.weight
            if values.last == pair.value {
                cumulated[cumulated.count - 1] = total
            } else {
                values.append(pair.value)
                cumulated.append(total)
            }
        }
        self.values = values
        shares = cumulated.map { $0 / total }
    }

    /// The quantile of `p`; the least value below 0 and the greatest above 1.
    func quantile(_ p: Double, _ rule: QuantileRule) -> Double {
        // Shares are sums: one that misses p by rounding alone is p.
        let slack = 1e-12
        guard let at = shares.firstIndex(where: { $0 >= p - slack }) else {
            return values[values.count - 1]
        }
        let isTie = abs(shares[at] - p) <= slack
        guard rule == .middle, isTie, at + 1 < values.count else { return values[at] }
        return (values[at] + values[at + 1]) / 2
    }
}
