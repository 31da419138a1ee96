import Kernels

extension Tabulation {
    /// The weighted quantiles of `numbers` in each group: one list of probabilities a group.
    ///
    /// The interval is Woodruff's: the quantiles, by the same rule, of the limits of the interval of the
    /// share at or below the quantile. Limits beyond 0 or 1 are the least and the greatest value. The
    /// standard error is the interval's width over 2 t.
    ///
    /// `interval` says how the interval of the share is made.
    ///
    /// - SeeAlso: Woodruff (1952), "Confidence intervals for medians and other position measures",
    ///   JASA 47, 635-646; R `survey::svyquantile`; ``QuantileRule``.
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
            let sorted = SortedValues(numbers, layout, group, rule: rule)
            guard !sorted.values.isEmpty else {
                return probabilities.map { _ in nobody().estimate }
            }
            return probabilities.map { p in
                let value = sorted.quantile(p)
                let share = table.shareAtMost(value, numbers, group)
                return table.quantile(
                    value,
                    share,
                    limits: share.interval.map {
                        (sorted.quantile($0.lowerBound), sorted.quantile($0.upperBound))
                    },
                    group
                )
            }
        }
    }

    /// The weighted quantiles with intervals by the score test: one list of probabilities a group.
    ///
    /// A value is inside the interval where the share at or below it is within t standard errors of p, the
    /// standard error being that of *its* share. The limits are answers: the least one that is inside, and
    /// the first one above that is not. Where the test wavers, turning more than once on one side, one of
    /// its turns is taken. The standard error is the interval's width over 2 t.
    ///
    /// - SeeAlso: Francisco & Fuller (1991), "Quantile estimation with a complex survey design", Annals of
    ///   Statistics 19, 454-469; docs/methods/oracle.md for where R's "score" differs.
    package func scoreQuantiles(
        of numbers: Numbers,
        _ probabilities: [Double],
        rule: QuantileRule = .lower
    ) -> [[Estimate]] {
        precondition(probabilities.allSatisfy { $0 > 0 && $0 < 1 }, "between 0 and 1")
        return (0..<groupCount).map { group in
            let sorted = SortedValues(numbers, layout, group, rule: rule)
            guard !sorted.values.isEmpty else {
                return probabilities.map { _ in nobody().estimate }
            }
            return probabilities.map { p in
                let value = sorted.quantile(p)
                let share = shareAtMost(value, numbers, group)
                return quantile(
                    value,
                    share,
                    limits: share.interval == nil ? nil : scoreLimits(p, sorted, numbers, group),
                    group
                )
            }
        }
    }

    /// The weighted share of each group's answers that are at most each of `points`.
    ///
    /// - Returns: One list of points a group, each a proportion as ``proportions(of:categoryCount:)`` gives.
    /// - SeeAlso: R `survey::svycdf`, which has no standard errors.
    package func sharesAtMost(_ points: [Double], of numbers: Numbers) -> [[Estimate]] {
        (0..<groupCount).map { group in
            points.map { shareAtMost($0, numbers, group) }
        }
    }

    /// The estimate `value` with these limits, the rest being that of its share.
    private func quantile(
        _ value: Double,
        _ share: Estimate,
        limits: (low: Double, high: Double)?,
        _ group: Int
    ) -> Estimate {
        var estimate = share
        estimate.value = value
        estimate.standardError = nil
        estimate.designEffect = nil
        estimate.interval = nil
        // Between infinite answers of both signs there is no point.
        let isLost = !value.isFinite || limits.map { $0.low.isNaN || $0.high.isNaN } == true
        if isLost { estimate.reason = .notFinite }
        guard let limits, !isLost else { return estimate }
        let (low, high) = (limits.low, max(limits.low, limits.high))
        estimate.interval = min(low, value)...max(high, value)
        let error = design.isCensus ? 0 : (high - low) / (2 * groupQuantiles[group])
        estimate.standardError = error.isFinite ? error : nil
        return estimate
    }

    /// The answers where the score test of `p` turns, below and above the quantile.
    private func scoreLimits(
        _ p: Double,
        _ sorted: SortedValues,
        _ numbers: Numbers,
        _ group: Int
    ) -> (low: Double, high: Double)? {
        let t = groupQuantiles[group]
        let start = sorted.place(of: p)
        if design.isCensus { return (sorted.values[start], sorted.values[start]) }
        func isInside(_ place: Int) -> Bool {
            let share = shareAtMost(sorted.values[place], numbers, group)
            guard let error = share.standardError else { return false }
            return abs(share.value - p) <= t * error + SortedValues.slack
        }
        let places = sorted.values.indices
        let low = turn(from: start, step: -1, within: places, isInside)
        guard isInside(start) else { return (sorted.values[low], sorted.values[start]) }
        let high = turn(from: start, step: 1, within: places, isInside) + 1
        return (sorted.values[low], sorted.values[min(high, places.upperBound - 1)])
    }

    /// The last place from `start` on, in the direction of `step`, that `isInside`; `start` where none is.
    ///
    /// Strides double until one is outside, and are then halved: few shares have to be estimated.
    private func turn(
        from start: Int,
        step: Int,
        within places: Range<Int>,
        _ isInside: (Int) -> Bool
    ) -> Int {
        var inside = start
        var outside = step < 0 ? places.lowerBound - 1 : places.upperBound
        var stride = step
        while places.contains(inside + stride), abs(stride) < abs(outside - inside) {
            guard isInside(inside + stride) else {
                outside = inside + stride
                break
            }
            inside += stride
            stride *= 2
        }
        while abs(outside - inside) > 1 {
            let middle = inside + (outside - inside) / 2
            if isInside(middle) { inside = middle } else { outside = middle }
        }
        return inside
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
        guard base.n > 0 else { return nobody().estimate }
        return proportion(
            base.cells.map { below[$0] },
            base,
            answered: base.cells.map { answers.weight[$0] },
            count: count,
            holds: { numbers[$0].isNaN ? nil : numbers[$0] <= value }
        ).estimate
    }
}
