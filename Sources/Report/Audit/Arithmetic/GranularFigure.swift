/// A printed mean or percentage of whole numbers: with n people it can take few values only.
///
/// A mean of whole answers is a whole sum divided by n, a percentage a whole count. Whatever lies in
/// between cannot be printed (the GRIM test). It does not hold for weighted, imputed, adjusted or
/// trimmed figures, for medians, for averages over answered items, nor for quantities that are not
/// counted in whole steps. To move or turn a scale changes no verdict.
///
/// - SeeAlso: Brown & Heathers (2017), The GRIM Test, Social Psychological and Personality Science
///   8(4), 363–369.
package struct GranularFigure: Hashable, Sendable {
    package let number: PrintedNumber
    /// How many whole answers of one person are averaged; all must have been given by everyone.
    package let items: Int
    package let isPercent: Bool
    /// The least and the largest answer to one item, where known.
    package let answers: ClosedRange<Int>?
    package let rule: RoundingRule
    private let interval: ExactInterval

    /// - Returns: nil for a figure beyond ``Exact``, which is not judged.
    package init?(
        _ number: PrintedNumber,
        items: Int = 1,
        isPercent: Bool = false,
        answers: ClosedRange<Int>? = nil,
        rule: RoundingRule = .either
    ) {
        guard Exact.takes(number), (1...1_000).contains(items) else { return nil }
        self.number = number
        self.items = items
        self.isPercent = isPercent
        self.answers = isPercent ? 0...1 : answers
        self.rule = rule
        let printed = rule.interval(of: number)
        let hundred: Int128 = isPercent ? 100 : 1
        interval = ExactInterval(
            Fraction(printed.low.numerator, over: printed.low.denominator * hundred),
            Fraction(printed.high.numerator, over: printed.high.denominator * hundred),
            includesLow: printed.includesLow,
            includesHigh: printed.includesHigh
        )
    }

    /// The sums of the answers of `n` people, or the counts, that print so; nil where there is none.
    ///
    /// From ⌈(2p − 1)·N / (2·10^d)⌉ to ⌊(2p + 1)·N / (2·10^d)⌋ with N = n·items and p the printed
    /// digits; a percentage has N / 100 for N. Sums that the scale does not allow are left out.
    package func sums(n: Int) -> ClosedRange<Int>? {
        precondition(Exact.takes(n), "a number of people")
        guard let sums = interval.wholes(per: Int128(n) * Int128(items)) else { return nil }
        guard let answers else { return sums }
        let least = max(sums.lowerBound, n * items * answers.lowerBound)
        let most = min(sums.upperBound, n * items * answers.upperBound)
        return least <= most ? least...most : nil
    }

    /// Whether `n` people can have given it.
    package func fits(n: Int) -> Bool { sums(n: n) != nil }

    /// The chance that a figure with random last digits would be found out: 1 − n·items / 10^d, at least
    /// 0; for a percentage 10^(d + 2).
    package func power(n: Int) -> Double {
        max(0, 1 - Double(n) * Double(items) / (number.decimalScale * (isPercent ? 100 : 1)))
    }

    /// The printed values next to it that `n` people can have given, one below and one above.
    package func nearest(n: Int) -> [PrintedNumber] {
        let steps = Double(n) * Double(items) / (isPercent ? 100 : 1)
        let sum = number.value * steps
        return [sum.rounded(.down), sum.rounded(.up)].map {
            PrintedNumber.rounded($0 / steps, decimals: number.decimals)
        }
    }

    /// Those of `bases` with which every one of `figures` can have come about.
    ///
    /// Figures on the same base must all fit one n: that is far stronger than to ask each alone.
    package static func bases(fitting figures: [GranularFigure], among bases: [Int]) -> [Int] {
        bases.filter { n in figures.allSatisfy { $0.fits(n: n) } }
    }
}

extension PrintedNumber {
    fileprivate var decimalScale: Double { Double(scale) }
}
