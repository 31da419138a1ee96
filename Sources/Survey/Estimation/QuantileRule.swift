/// Which value is the quantile of a share p: a step at an answer, or a point between two of them.
///
/// Answers stand in ascending order as x₁ ... xₙ with weights w, C being their running sum and W all of it.
/// Rules that step take the least answer whose share C / W reaches p. Rules that interpolate put each answer
/// at a position and draw straight lines between them; below the first position and above the last one
/// stands the least and the greatest answer. Equal answers share their weights evenly, so that their order
/// says nothing. With equal weights the rules are the nine types of R's `quantile`, but for ``evenTies``.
///
/// - SeeAlso: Hyndman & Fan (1996), "Sample quantiles in statistical packages", The American Statistician
///   50, 361-365; R `survey::svyquantile` for their weighted forms.
package enum QuantileRule: Sendable, Hashable, CaseIterable {
    /// The least answer whose share reaches p: type 1, R's "math", the default there.
    case lower
    /// The middle between that answer and the next where its share is just p: type 2, "school"; the usual
    /// median.
    case middle
    /// That answer where its share is just p and it is an even one of the different answers, else the next:
    /// type 3 as R survey has it. (Hyndman and Fan take the nearest answer, and ask for an even one at ties.)
    case evenTies
    /// Positions C / W: type 4, the straight lines of the distribution function.
    case linear
    /// Positions (C - w/2) / W: type 5, Hazen's.
    case hazen
    /// Positions C / (W + wₙ): type 6, Weibull's; SPSS and Minitab.
    case weibull
    /// Positions (C - w) / (W - wₙ): type 7, Gumbel's; R's `quantile` and spreadsheets.
    case gumbel
    /// Positions (C - w/3) / (W + wₙ/3): type 8, median-unbiased, the choice of Hyndman and Fan.
    case medianUnbiased
    /// Positions (C - 3w/8) / (W + wₙ/4): type 9, unbiased for normal answers.
    case normalUnbiased
    /// The greatest answer whose position (C - w/2 + 1/2) / (n + 1), with weights of mean 1, is at most p.
    ///
    /// - SeeAlso: Shah & Vaish (2006), "Confidence intervals for quantile estimation from complex survey
    ///   data", Proceedings of the Section on Survey Research Methods, ASA.
    case shahVaish

    /// The position of an answer, as a share; nil for rules that step at shares.
    ///
    /// `before` is the weight of all those before it, `weight` its own, `last` that of the last answer.
    func position(
        before: Double,
        weight: Double,
        last: Double,
        total: Double,
        count: Int
    ) -> Double? {
        let upTo = before + weight
        switch self {
        case .lower, .middle, .evenTies: return nil
        case .linear: return upTo / total
        case .hazen: return (upTo - weight / 2) / total
        case .weibull: return upTo / (total + last)
        case .gumbel: return before / (total - last)
        case .medianUnbiased: return (upTo - weight / 3) / (total + last / 3)
        case .normalUnbiased: return (upTo - weight * 3 / 8) / (total + last / 4)
        case .shahVaish:
            let mean = total / Double(count)
            return ((upTo - weight / 2) / mean + 0.5) / Double(count + 1)
        }
    }
}

/// The answers of a group in ascending order, with the weighted share at or below each different one.
struct SortedValues {
    /// The different answers.
    let values: [Double]
    /// The weighted share at or below each of them.
    let shares: [Double]
    private let rule: QuantileRule
    /// The answers that a rule puts at positions, and these: of equal answers the first and the last.
    private var points: [(position: Double, value: Double)] = []

    /// Shares are sums: one that misses p by rounding alone is p.
    static let slack = 1e-12

    init(_ numbers: Numbers, _ layout: CellLayout, _ group: Int, rule: QuantileRule) {
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
        var counts: [Int] = []
        var total = 0.0
        for pair in pairs {
            total += pair.weight
            if values.last == pair.value {
                cumulated[cumulated.count - 1] = total
                counts[counts.count - 1] += 1
            } else {
                values.append(pair.value)
                cumulated.append(total)
                counts.append(1)
            }
        }
        self.rule = rule
        self.values = values
        shares = cumulated.map { $0 / total }
        points = Self.points(values, cumulated, counts, rule)
    }

    private static func points(
        _ values: [Double],
        _ cumulated: [Double],
        _ counts: [Int],
        _ rule: QuantileRule
    ) -> [(position: Double, value: Double)] {
        guard values.count > 1, let total = cumulated.last else { return [] }
        let starts = [0] + cumulated.dropLast()
        let weights = values.indices.map { (cumulated[$0] - starts[$0]) / Double(counts[$0]) }
        let count = counts.reduce(0, +)
        var points: [(position: Double, value: Double)] = []
        for place in values.indices {
            let ends = counts[place] > 1 ? [0, counts[place] - 1] : [0]
            for end in ends {
                let position = rule.position(
                    before: starts[place] + Double(end) * weights[place],
                    weight: weights[place],
                    last: weights[values.count - 1],
                    total: total,
                    count: count
                )
                guard let position else { return [] }
                points.append((position, values[place]))
            }
        }
        return points
    }

    /// The place of the least value whose share reaches `p`; the last one above 1.
    func place(of p: Double) -> Int {
        let found = shares.partitioningIndex { $0 >= p - Self.slack }
        return min(found, values.count - 1)
    }

    /// The quantile of `p`; the least value below 0 and the greatest above 1.
    func quantile(_ p: Double) -> Double {
        guard points.isEmpty else { return interpolated(p) }
        let at = place(of: p)
        let isTie = abs(shares[at] - p) <= Self.slack
        guard isTie, at + 1 < values.count else { return values[at] }
        switch rule {
        case .middle: return values[at] + (values[at + 1] - values[at]) / 2
        // Places count from 0, answers from 1.
        case .evenTies: return values[at % 2 == 1 ? at : at + 1]
        default: return values[at]
        }
    }

    private func interpolated(_ p: Double) -> Double {
        let slack = rule == .shahVaish ? Self.slack : 0
        let next = points.partitioningIndex { $0.position > p + slack }
        guard next > 0 else { return points[0].value }
        let low = points[next - 1]
        guard next < points.count, rule != .shahVaish else { return low.value }
        let high = points[next]
        guard high.value > low.value else { return low.value }
        let part = (p - low.position) / (high.position - low.position)
        return low.value + part * (high.value - low.value)
    }
}
