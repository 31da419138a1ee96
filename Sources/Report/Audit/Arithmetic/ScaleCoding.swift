/// How the answers to an item may have been turned into numbers, and where means of them can lie.
///
/// With answers from L to U. GRIM says nothing about it: moving or turning a scale changes no verdict.
package enum ScaleCoding: Hashable, Sendable, CaseIterable {
    /// x.
    case asAnswered
    /// L + U − x: 6 − x for answers 1 to 5.
    case reversed
    /// x − L.
    case fromZero
    /// U − x: 5 − x for answers 1 to 5.
    case reversedFromZero
    /// Around the middle: −2 to 2 for answers 1 to 5.
    case centred
    /// Stretched to 0 to 100.
    case outOfHundred

    /// The least and the largest score of a person, and so of a mean.
    package func range(of answers: ClosedRange<Int>) -> ExactInterval {
        let width = answers.upperBound - answers.lowerBound
        let (low, high) =
            switch self {
            case .asAnswered, .reversed:
                (Fraction(answers.lowerBound), Fraction(answers.upperBound))
            case .fromZero, .reversedFromZero: (Fraction(0), Fraction(width))
            case .centred: (Fraction(-width, over: 2), Fraction(width, over: 2))
            case .outOfHundred: (Fraction(0), Fraction(100))
            }
        return ExactInterval(low, high)
    }

    /// Whether all of `means`, each within its rounding, can come from answers coded so.
    package func allows(_ means: [PrintedNumber], of answers: ClosedRange<Int>) -> Bool {
        let range = range(of: answers)
        return means.allSatisfy { RoundingRule.either.interval(of: $0).meets(range) }
    }

    /// Where the mean of items lies of which some are coded ``reversedFromZero`` and the others as they
    /// were answered, and the score of a person who gave the middle answer to all.
    ///
    /// With k₋ of k items turned so, answers 1 to 5: from k₊/k to (4k₋ + 5k₊)/k, neutral (2k₋ + 3k₊)/k
    /// instead of 3.
    ///
    /// `turned`, 0...`items`, counts the items coded as U − x; `items`, from 1, all of them.
    package static func mixed(
        turned: Int,
        of items: Int,
        answers: ClosedRange<Int>
    ) -> (range: ExactInterval, neutral: Fraction) {
        precondition(
            items > 0 && (0...items).contains(turned),
            "no more items turned than there are"
        )
        let (low, high) = (answers.lowerBound, answers.upperBound)
        let straight = items - turned
        return (
            ExactInterval(
                Fraction(straight * low, over: items),
                Fraction(turned * (high - low) + straight * high, over: items)
            ),
            Fraction(turned * (high - low) + straight * (high + low), over: 2 * items)
        )
    }
}
