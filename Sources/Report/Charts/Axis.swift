/// A linear axis: values on it, and where they lie in px.
struct Axis: Sendable, Hashable {
    let low: Double
    let high: Double
    /// The round values that are marked, from low to high.
    let ticks: [Double]
    var left = 0.0
    var right = 0.0

    /// An axis that holds all of `values`, with about `count` round marks.
    ///
    /// `fromZero` puts 0 on the axis even when no value is near; `bounds` are the ends that
    /// values cannot pass (0...1 for shares).
    init(
        holding values: [Double],
        fromZero: Bool,
        bounds: ClosedRange<Double>? = nil,
        count: Int = 5
    ) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0
        var high = finite.max() ?? 1
        if fromZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        if high - low <= max(abs(high), abs(low)) * 1e-9 {
            let margin = low == 0 ? 1 : abs(low) * 0.1
            (low, high) = fromZero ? (low, high + margin) : (low - margin, high + margin)
        }
        let step = Self.roundStep((high - low) / Double(max(count, 1)))
        var first = (low / step + 1e-9).rounded(.down)
        var last = (high / step - 1e-9).rounded(.up)
        if let bounds {
            first = max(first, (bounds.lowerBound / step - 1e-9).rounded(.up))
            last = min(last, (bounds.upperBound / step + 1e-9).rounded(.down))
        }
        let marks = Int(min(max(last - first, 0), 50))
        ticks = (0...marks).map { (first + Double($0)) * step }
        self.low = min(low, ticks.first ?? low)
        self.high = max(high, ticks.last ?? high)
    }

    /// The same axis without the marks outside of `range`, whose first and last are its ends.
    func inside(_ range: ClosedRange<Double>) -> Axis {
        let kept = ticks.filter { range.contains($0) }
        return Axis(low: kept.first ?? low, high: kept.last ?? high, ticks: kept)
    }

    private init(low: Double, high: Double, ticks: [Double]) {
        self.low = low
        self.high = high
        self.ticks = ticks
    }

    /// Where `value` lies, in px; never outside of the axis.
    func x(_ value: Double) -> Double {
        let share = (value - low) / (high - low)
        return left + min(max(share.isFinite ? share : 0, 0), 1) * (right - left)
    }

    /// 1, 2, 2.5 or 5 times a power of ten, the smallest that is at least `step`.
    private static func roundStep(_ step: Double) -> Double {
        guard step.isFinite, step > 0 else { return 1 }
        var unit = 1.0
        while unit > step { unit /= 10 }
        while unit * 10 <= step { unit *= 10 }
        return unit * ([1, 2, 2.5, 5].first { $0 * unit >= step * (1 - 1e-9) } ?? 10)
    }

    /// How many decimals the marks need.
    var decimals: Int {
        var decimals = 0
        var scale = 1.0
        while decimals < 6,
            ticks.contains(where: { abs(($0 * scale).rounded() - $0 * scale) > 1e-6 * scale })
        {
            decimals += 1
            scale *= 10
        }
        return decimals
    }
}

extension ChartText {
    /// The mark of an axis, with as many decimals as the axis needs.
    func mark(_ value: Double, _ axis: Axis, _ unit: ChartUnit) -> String {
        switch unit {
        case .percent: numbers.with(decimals: max(0, axis.decimals - 2)).percent(value)
        case .number: numbers.with(decimals: axis.decimals).text(value)
        }
    }
}

extension Drawing {
    /// Writes the numbers of the axis, with their baseline at `y`.
    ///
    /// Numbers that would touch the one before them are left out.
    mutating func marks(of axis: Axis, _ text: ChartText, _ unit: ChartUnit, y: Double) {
        var free = -1e9
        for tick in axis.ticks {
            let label = text.mark(tick, axis, unit)
            let length = TextWidth.of(label, size: 12)
            let middle = min(max(axis.x(tick), length / 2), width - length / 2)
            guard middle - length / 2 >= free else { continue }
            self.text(label, x: middle, y: y, .muted, anchor: .middle, size: 12)
            free = middle + length / 2 + 4
        }
    }
}
