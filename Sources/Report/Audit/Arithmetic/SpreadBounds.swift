/// How small and how large a standard deviation can be, given a printed mean and the scale.
///
/// The exact bounds for whole answers; near the ends of a scale they are far narrower than those for
/// measurements, √((m − L)(U − m)·n/(n − 1)) (Bhatia & Davis 2000). A mean of 1.10 of 20 answers from 1
/// to 5 allows an SD of .447 at most, not of .641.
///
/// - SeeAlso: Heathers, Anaya, van der Zee & Brown (2018), SPRITE, PeerJ Preprints 6:e26968v1.
package enum SpreadBounds {
    /// The least and the largest variance (n − 1) over all sums that the mean allows.
    ///
    /// - Parameters:
    ///   - mean: With its `answers`, the least and largest answer to one item.
    ///   - n: From 2 to 100,000.
    /// - Returns: nil where n people cannot have that mean, or no `answers` are known.
    package static func variance(of mean: GranularFigure, n: Int) -> ClosedRange<Fraction>? {
        precondition((2...100_000).contains(n), "at least two people")
        guard let answers = mean.answers, let sums = mean.sums(n: n),
            sums.count <= Grimmer.mostSums
        else { return nil }
        let items = mean.items
        let range = answers.lowerBound * items...answers.upperBound * items
        let divisor = Int128(n) * Int128(n - 1) * Int128(items * items)
        func variance(_ squares: Int128, _ sum: Int) -> Fraction {
            Fraction(Int128(n) * squares - Int128(sum) * Int128(sum), over: divisor)
        }
        let least = sums.map { variance(SumOfSquares.least(sum: $0, n: n), $0) }.min()
        let most = sums.compactMap { sum in
            SumOfSquares.most(sum: sum, n: n, range: range).map { variance($0, sum) }
        }
        .max()
        guard let least, let most else { return nil }
        return least...most
    }
}
