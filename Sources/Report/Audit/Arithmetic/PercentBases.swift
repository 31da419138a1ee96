/// The numbers of people with which printed percentages can have come about.
package enum PercentBases {
    /// Those of `bases` for which every percentage is a whole count, and all counts together can be n
    /// where the answers exclude each other and none is left out.
    ///
    /// cᵢ from ⌈n(pᵢ − u/2)/100⌉ to ⌊n(pᵢ + u/2)/100⌋, and Σ low ≤ n ≤ Σ high. Multiples of a number
    /// that fits fit too: tell the whole set, not the least.
    ///
    /// `isExhaustive` says that every person is in just one of the percentages.
    package static func fitting(
        _ percents: [PrintedNumber],
        isExhaustive: Bool,
        among bases: ClosedRange<Int>
    ) -> [Int] {
        let figures = percents.compactMap { GranularFigure($0, isPercent: true) }
        guard figures.count == percents.count, Exact.takes(bases.lowerBound),
            Exact.takes(bases.upperBound)
        else { return [] }
        return bases.filter { n in
            var least = 0
            var most = 0
            for figure in figures {
                guard let counts = figure.sums(n: n) else { return false }
                least += counts.lowerBound
                most += counts.upperBound
            }
            return !isExhaustive || (least...most).contains(n)
        }
    }
}
