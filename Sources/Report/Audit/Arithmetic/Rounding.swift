/// How a figure was rounded for print, as far as it is known.
package enum RoundingRule: String, Hashable, Sendable, CaseIterable {
    /// Half a unit to either side, both ends included: the rule to use where the authors' software is
    /// not known, since it never accuses anyone of a tie.
    case either
    /// Ties towards plus infinity.
    case halfUp
    /// Ties towards minus infinity.
    case halfDown
    /// Ties away from zero, as in spreadsheets, SPSS and SAS.
    case halfAway
    /// Ties to the even digit, exactly; R and Python do so to *binary* values, in which most ties are
    /// none, so that their prints are judged by ``either``.
    case halfEven
    case floor
    case ceiling
    /// Digits cut off, towards zero.
    case trunc

    /// Whether some value in `interval` prints as `number`.
    package func allows(_ number: PrintedNumber, for interval: ExactInterval) -> Bool {
        self.interval(of: number).meets(interval)
    }

    /// The unrounded values that print as `number`.
    ///
    /// With v the printed value and u one unit of its last digit: v ± u/2 for the rules of halves, from
    /// v to v + u for floor, from v − u to v for ceiling. Signs matter for `halfAway` and `trunc`
    /// alone: 0.00 is then open at both ends.
    ///
    /// - SeeAlso: IEEE 754-2019, section 4.3, for the directions of rounding.
    package func interval(of number: PrintedNumber) -> ExactInterval {
        let units = Int128(number.units)
        let scale = 2 * Int128(number.scale)
        func between(_ low: Int128, _ lowIn: Bool, _ high: Int128, _ highIn: Bool) -> ExactInterval
        {
            ExactInterval(
                Fraction(2 * units + low, over: scale),
                Fraction(2 * units + high, over: scale),
                includesLow: lowIn,
                includesHigh: highIn
            )
        }
        let sign = units.signum()
        let isEven = units % 2 == 0
        return switch self {
        case .either: between(-1, true, 1, true)
        case .halfUp: between(-1, true, 1, false)
        case .halfDown: between(-1, false, 1, true)
        case .halfAway: between(-1, sign > 0, 1, sign < 0)
        case .halfEven: between(-1, isEven, 1, isEven)
        case .floor: between(0, true, 2, false)
        case .ceiling: between(-2, false, 0, true)
        case .trunc:
            sign > 0
                ? between(0, true, 2, false)
                : sign < 0 ? between(-2, false, 0, true) : between(-2, false, 2, false)
        }
    }
}
