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
            let scale = (moments.xx * moments.yy).squareRoot()
            // With the moments about the group's means, r changes with the three of them alone.
            let function = moments.function(
                totals,
                base,
                weights: (xx: -r / 2 / moments.xx, yy: -r / 2 / moments.yy, xy: 1 / scale),
                constant: 0
            ) { $0.xy / ($0.xx * $0.yy).squareRoot() }
            return finish(
                function,
                base,
                value: r,
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
            let function = moments.function(
                totals,
                base,
                weights: (xx: 0, yy: 0, xy: factor),
                constant: -factor * moments.xy
            ) { factor * $0.xy }
            return finish(function, base, value: factor * moments.xy).estimate
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
            let centers = totals.centers
            let function = TotalsFunction(
                sums: [
                    base.cells.map { totals.answers.weight[$0] }, base.cells.map { totals.x[$0] },
                    base.cells.map { totals.y[$0] },
                ],
                gradient: [centers.x - ratio * centers.y, 1, -ratio],
                divisor: lower,
                rowTerm: { row in
                    let term = numerator[row] - ratio * denominator[row]
                    return term.isNaN ? 0 : term
                },
                value: { ($0[1] + centers.x * $0[0]) / ($0[2] + centers.y * $0[0]) }
            )
            return finish(function, base, value: ratio).estimate
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

    /// Variances and the covariance about the means.
    typealias Second = (xx: Double, yy: Double, xy: Double)

    /// The function of Σw, Σwx, Σwy, Σwx², Σwy², Σwxy that `value` makes of the second moments.
    ///
    /// `weights` say how it changes with each of them; `constant` is what it changes by with Σw / Σw.
    func function(
        _ totals: PairTotals,
        _ base: AnswerBase,
        weights: Second,
        constant: Double,
        value: @escaping (Second) -> Double
    ) -> TotalsFunction {
        let (meanX, meanY, centers) = (meanX, meanY, totals.centers)
        let gradient = [
            weights.xx * meanX * meanX + weights.yy * meanY * meanY + weights.xy * meanX * meanY
                + constant,
            -2 * weights.xx * meanX - weights.xy * meanY,
            -2 * weights.yy * meanY - weights.xy * meanX,
            weights.xx, weights.yy, weights.xy,
        ]
        let lists = [
            totals.answers.weight, totals.x, totals.y, totals.xx, totals.yy, totals.xy,
        ]
        return TotalsFunction(
            sums: lists.map { list in base.cells.map { list[$0] } },
            gradient: gradient,
            divisor: base.weight,
            rowTerm: { row in
                let x = totals.first[row] - centers.x - meanX
                let y = totals.second[row] - centers.y - meanY
                let term = weights.xx * x * x + weights.yy * y * y + weights.xy * x * y + constant
                return term.isNaN ? 0 : term
            },
            value: { sums in
                let (x, y) = (sums[1] / sums[0], sums[2] / sums[0])
                return value(
                    (
                        xx: sums[3] / sums[0] - x * x, yy: sums[4] / sums[0] - y * y,
                        xy: sums[5] / sums[0] - x * y
                    )
                )
            }
        )
    }
}
