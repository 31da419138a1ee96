/// A number as it stands in print: its digits say how far it was rounded.
///
/// Trailing zeros count: "3.5" and "3.50" are the same value with different precision.
package struct PrintedNumber: Hashable, Sendable {
    /// The text as it was read, with its percent sign or footnote mark.
    package let text: String
    /// The value times ten to the power of `decimals`; exact.
    package let units: Int
    /// Digits after the decimal mark, 0...9.
    package let decimals: Int
    package let isPercent: Bool

    package init(text: String? = nil, units: Int, decimals: Int, isPercent: Bool = false) {
        self.units = units
        self.decimals = decimals
        self.isPercent = isPercent
        self.text = text ?? Self.digits(units, decimals) + (isPercent ? "%" : "")
    }

    /// Ten to the power of `decimals`.
    package var scale: Int { Self.power(decimals) }

    /// The value in the unit of the print; a percentage stays in per cent.
    package var value: Double { Double(units) / Double(scale) }

    /// One unit of the last digit.
    package var unit: Double { 1 / Double(scale) }

    /// Every value that rounds to this number: half a unit to either side, both ends included.
    ///
    /// Whether authors' software rounds a tie up, down or to even is not known, so both ends count.
    package var interval: ClosedRange<Double> {
        let doubled = 2 * Double(units)
        let scale = 2 * Double(scale)
        return (doubled - 1) / scale...(doubled + 1) / scale
    }

    /// The same number, read as one of a column that prints more decimals and drops trailing zeros;
    /// itself where it has no room for them.
    package func padded(to decimals: Int) -> PrintedNumber {
        guard decimals > self.decimals else { return self }
        let factor = Self.power(decimals - self.decimals)
        let (units, isTooLarge) = units.multipliedReportingOverflow(by: factor)
        guard !isTooLarge else { return self }
        return PrintedNumber(
            text: text,
            units: units,
            decimals: decimals,
            isPercent: isPercent
        )
    }

    /// `value` as it would be printed with so many decimals; ties away from zero.
    ///
    /// What is larger than 9·10^18 units is cut off there, and what is no number becomes 0.
    package static func rounded(_ value: Double, decimals: Int) -> PrintedNumber {
        let units = (value * Double(power(decimals))).rounded(.toNearestOrAwayFromZero)
        let bounded = units.isNaN ? 0 : min(max(units, -9e18), 9e18)
        return PrintedNumber(units: Int(bounded), decimals: decimals)
    }

    static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private static func digits(_ units: Int, _ decimals: Int) -> String {
        let whole = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard decimals > 0 else { return sign + whole }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

/// What stands in one cell of a published table.
package enum PrintedCell: Hashable, Sendable {
    case number(PrintedNumber)
    /// Nothing, or a dash: no figure was printed.
    case none
    /// A figure that was held back, or words: "<5", "n.a."
    case text(String)

    package var number: PrintedNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The text to show to a reader.
    package var text: String {
        switch self {
        case .number(let number): number.text
        case .none: ""
        case .text(let text): text
        }
    }
}
