/// Whether a proportion and its standard deviation can come from n answers of yes or no.
///
/// With k ones of n, the SD follows: SD² = k(n − k) / (n(n − 1)), so that any mismatch is a finding,
/// however large n is. Every whole k that the printed proportion allows is tried.
///
/// - SeeAlso: Heathers & Brown (2019), DEBIT: A Simple Consistency Test for Binary Data.
package enum Debit {
    /// The counts of ones with which both figures can be printed.
    ///
    /// The deviation is in the unit of the proportion: both from 0 to 1, or both in per cent. `usesAll`
    /// divides by n instead of n − 1. nil for n outside 2...100,000 and for figures too large.
    package static func counts(
        proportion: PrintedNumber,
        deviation: PrintedNumber,
        n: Int,
        isPercent: Bool = false,
        usesAll: Bool = false
    ) -> [Int]? {
        guard (2...100_000).contains(n), deviation.decimals <= 6,
            (0...100_000_000).contains(deviation.units),
            let figure = GranularFigure(proportion, isPercent: isPercent, answers: 0...1)
        else { return nil }
        guard let possible = figure.sums(n: n) else { return [] }
        let divisor = Int128(n) * Int128(usesAll ? n : n - 1)
        let hundred: Int128 = isPercent ? 10_000 : 1
        let scale = Int128(deviation.scale)
        let units = 2 * Int128(deviation.units)
        let low = max(0, units - 1)
        return possible.filter { ones in
            let variance = 4 * scale * scale * hundred * Int128(ones) * Int128(n - ones)
            return low * low * divisor <= variance
                && variance <= (units + 1) * (units + 1) * divisor
        }
    }
}
