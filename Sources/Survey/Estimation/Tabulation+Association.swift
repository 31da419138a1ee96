import Kernels

extension Tabulation {
    /// The correlation of two variables in each group, over the rows that answered both.
    ///
    /// The standard error is by linearisation; the interval is Student's on Fisher's z, so that it
    /// stays between -1 and 1. A correlation with a variable that does not vary does not exist
    /// (``NoInterval/constantVariable``).
    ///
    /// - SeeAlso: docs/methods/variance.md, "Covariance and correlation".
    package func correlation(_ first: Numbers, _ second: Numbers) -> [Estimate] {
        let totals = PairTotals(first, second, layout)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody().estimate }
            let moments = PairMoments(totals, layout.cells(of: group), base)
            guard moments.xx > 0, moments.yy > 0 else {
                return undefined(base, .constantVariable).estimate
            }
            let r = min(1, max(-1, moments.xy / (moments.xx * moments.yy).squareRoot()))
            let influence = moments.influence(totals, layout, base) { sums in
                let scale = (moments.xx * moments.yy).squareRoot()
                return sums.xy / scale - r / 2 * (sums.xx / moments.xx + sums.yy / moments.yy)
            }
            return finish(
                value: r,
                influence,
                base,
                interval: { standardError, t in fisherInterval(r, standardError, t: t) }
            ).estimate
        }
    }

    /// The covariance of two variables in each group, over the rows that answered both.
    ///
    /// n / (n - 1) Σw(x - x̄)(y - ȳ) / Σw; with the same variable twice, its variance.
    ///
    /// - SeeAlso: R `survey::svyvar`.
    package func covariance(_ first: Numbers, _ second: Numbers) -> [Estimate] {
        let totals = PairTotals(first, second, layout)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody().estimate }
            guard base.n > 1 else { return undefined(base, .constantVariable).estimate }
            let moments = PairMoments(totals, layout.cells(of: group), base)
            let factor = Double(base.n) / Double(base.n - 1)
            let influence = moments.influence(totals, layout, base) { sums in
                factor * (sums.xy - moments.xy * sums.w)
            }
            return finish(value: factor * moments.xy, influence, base).estimate
        }
    }

    /// The ratio Σwy / Σwx in each group, over the rows that answered both.
    ///
    /// - SeeAlso: R `survey::svyratio`.
    package func ratio(of numerator: Numbers, to denominator: Numbers) -> [Estimate] {
        let totals = PairTotals(numerator, denominator, layout)
        return (0..<groupCount).map { group in
            let cells = layout.cells(of: group)
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody().estimate }
            let upper = compensatedSum(totals.x[cells]) + totals.centers.x * base.weight
            let lower = compensatedSum(totals.y[cells]) + totals.centers.y * base.weight
            guard lower != 0 else { return undefined(base, .zeroDenominator).estimate }
            let ratio = upper / lower
            let offset = totals.centers.x - ratio * totals.centers.y
            let influence = Influence(
                units: base.cells.map { layout.unit[$0] },
                values: base.cells.map { cell in
                    (totals.x[cell] - ratio * totals.y[cell] + offset * totals.answers.weight[cell])
                        / lower
                }
            )
            return finish(value: ratio, influence, base).estimate
        }
    }

    private func fisherInterval(
        _ r: Double,
        _ standardError: Double,
        t: Double
    ) -> ClosedRange<Double> {
        guard standardError > 0, abs(r) < 1 else { return r...r }
        let reach = t * standardError / (1 - r * r)
        let z = fisherZ(r)
        return Kernels.correlation(fisherZ: z - reach)...Kernels.correlation(fisherZ: z + reach)
    }
}

/// The weighted means, variances and covariance (divisor Σw) of two variables in a group.
private struct PairMoments {
    let meanX: Double
    let meanY: Double
    let xx: Double
    let yy: Double
    let xy: Double

    init(_ totals: PairTotals, _ cells: Range<Int>, _ base: AnswerBase) {
        meanX = compensatedSum(totals.x[cells]) / base.weight
        meanY = compensatedSum(totals.y[cells]) / base.weight
        xx = max(0, compensatedSum(totals.xx[cells]) / base.weight - meanX * meanX)
        yy = max(0, compensatedSum(totals.yy[cells]) / base.weight - meanY * meanY)
        xy = compensatedSum(totals.xy[cells]) / base.weight - meanX * meanY
    }

    /// Sums about the group's means in one cell.
    struct CellSums {
        var w: Double
        var xx: Double
        var yy: Double
        var xy: Double
    }

    /// The influence whose value in each cell is `value` of its sums, over Σw.
    func influence(
        _ totals: PairTotals,
        _ layout: CellLayout,
        _ base: AnswerBase,
        _ value: (CellSums) -> Double
    ) -> Influence {
        let values = base.cells.map { cell in
            let w = totals.answers.weight[cell]
            let sums = CellSums(
                w: w,
                xx: totals.xx[cell] - 2 * meanX * totals.x[cell] + meanX * meanX * w,
                yy: totals.yy[cell] - 2 * meanY * totals.y[cell] + meanY * meanY * w,
                xy: totals.xy[cell] - meanX * totals.y[cell] - meanY * totals.x[cell]
                    + meanX * meanY * w
            )
            return value(sums) / base.weight
        }
        return Influence(units: base.cells.map { layout.unit[$0] }, values: values)
    }
}
