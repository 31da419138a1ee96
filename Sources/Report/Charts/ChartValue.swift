package import Survey

/// One number of a chart or table, or why there is none.
package enum ChartValue: Sendable, Hashable {
    case shown(Shown)
    /// Too few people: no number of it may be printed anywhere.
    case hidden
    /// It could not be computed.
    case unavailable

    /// A number that may be printed.
    package struct Shown: Sendable, Hashable {
        /// The estimate in the unit of the chart; a share lies in 0...1.
        package var value: Double
        package var interval: ClosedRange<Double>?
        /// Respondents behind it, unweighted; nil where the chart gives one number for all.
        package var n: Int?
        /// First-stage units that hold the group, and the interval's degrees of freedom; nil without.
        package var clusters: Int?
        package var df: Double?
        /// Few people answered: printed in brackets.
        package var isBracketed: Bool

        package init(
            _ value: Double,
            interval: ClosedRange<Double>? = nil,
            n: Int? = nil,
            isBracketed: Bool = false
        ) {
            self.value = value
            self.interval = interval
            self.n = n
            self.isBracketed = isBracketed
        }
    }

    /// A number, or `.unavailable` when it is not finite.
    ///
    /// Limits that are not finite are left out.
    package static func value(
        _ value: Double,
        interval: ClosedRange<Double>? = nil,
        n: Int? = nil,
        isBracketed: Bool = false
    ) -> ChartValue {
        guard value.isFinite else { return .unavailable }
        let limits = interval.flatMap { range in
            range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
        }
        return .shown(Shown(value, interval: limits, n: n, isBracketed: isBracketed))
    }

    /// The estimate, hidden or bracketed by the number of people behind it.
    package init(_ estimate: Estimate, hideBelow: Int = 25, bracketBelow: Int = 50) {
        self =
            estimate.n < hideBelow
            ? .hidden
            : .value(
                estimate.value,
                interval: estimate.interval,
                n: estimate.n,
                isBracketed: estimate.n < bracketBelow
            )
    }

    /// The number, when it may be printed.
    package var shown: Shown? {
        if case .shown(let shown) = self { shown } else { nil }
    }

    /// What stands in place of the number when there is none: "[c]" or "[x]".
    package var placeholder: String {
        self == .hidden ? "[c]" : "[x]"
    }
}

/// The unit of a chart's numbers.
package enum ChartUnit: Sendable, Hashable {
    /// Shares in 0...1, printed as percentages.
    case percent
    /// Numbers as they are, with the decimals of the chart's number style.
    case number
}

/// The texts of a chart, and how it writes numbers.
package struct ChartText: Sendable, Hashable {
    /// Unique in the document; a letter, then letters, digits and hyphens.
    package var id: String
    /// The finding in at most ten words, or else the topic.
    package var title: String
    /// Statistic, population, place and dates.
    package var subtitle: String
    /// Base, weighting, level of the intervals, suppression.
    package var note: String
    package var source: String
    /// The text alternative; empty to have it written from the chart's own values.
    package var summary: String
    package var words: Words
    package var numbers: NumberStyle

    package init(
        id: String,
        title: String,
        subtitle: String = "",
        note: String = "",
        source: String = "",
        summary: String = "",
        words: Words = Words(.en),
        numbers: NumberStyle = .english
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.note = note
        self.source = source
        self.summary = summary
        self.words = words
        self.numbers = numbers
    }

    /// The number in the unit of the chart: "43%" or "3.4".
    func text(_ value: Double, _ unit: ChartUnit) -> String {
        switch unit {
        case .percent: numbers.percent(value)
        case .number: numbers.text(value)
        }
    }

    /// The limits of an interval with a word between them: "37 to 49".
    func text(_ range: ClosedRange<Double>, _ unit: ChartUnit) -> String {
        let scale: Double = unit == .percent ? 100 : 1
        return words.language.range(
            numbers.text(range.lowerBound * scale),
            numbers.text(range.upperBound * scale)
        )
    }
}

/// The width that a drawing is made for.
package enum ChartLayout: String, Sendable, CaseIterable {
    /// Row names at the left: desktop and paper.
    case wide
    /// Row names above: phone.
    case narrow

    /// The width of the viewBox, in px.
    package var width: Double {
        switch self {
        case .wide: 720
        case .narrow: 320
        }
    }
}
