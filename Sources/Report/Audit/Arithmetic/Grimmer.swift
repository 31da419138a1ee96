/// Whether a printed standard deviation can be that of n whole answers with the printed mean.
///
/// The answers are whole, so that their sum S and their sum of squares Q are, Q is even where S is, and Q
/// is at least what S allows. For **every** S that the mean allows a Q is looked for with
/// SD² = (nQ − S²) / (n(n − 1)k²) within the rounding of the printed SD, k being the items averaged. The
/// same Q must meet all conditions. They are necessary, not sufficient: see ``Realisation``.
///
/// - SeeAlso: Anaya (2016), The GRIMMER Test, PeerJ Preprints 4:e2400v1; Allard (2018), Analytic-GRIMMER.
package struct Grimmer: Hashable, Sendable {
    /// What the printed figure is said to be.
    package enum Spread: Hashable, Sendable, CaseIterable {
        /// The standard deviation with n − 1.
        case sample
        /// The standard deviation with n.
        case population
        /// SD / √n, with n − 1 in the SD.
        case standardError
    }

    package enum Reason: String, Hashable, Sendable {
        /// No sum of whole answers gives the mean.
        case grim
        case noIntegerSumOfSquares = "no_integer_sum_of_squares"
        /// The sums of squares that would do are odd where the sum is even, or the other way about.
        case parity
        /// They cannot be reached with answers on the scale, or with whole answers at all.
        case outOfScale = "out_of_scale"
    }

    /// A sum and the sums of squares that fit it: every second one from the first to the last.
    package struct Fit: Hashable, Sendable {
        package let sum: Int
        package let first: Int
        package let last: Int
    }

    /// More sums than this are not tried: so many leave no power.
    static let mostSums = 10_000

    /// nil where some sum and sum of squares fit.
    package let reason: Reason?
    package let fits: [Fit]

    package var isConsistent: Bool { reason == nil }

    /// Tries the printed SD (or SE) against the mean with its items and, where known, its answers.
    ///
    /// nil for n outside 2...100,000, for figures too large or below 0, and where the mean leaves so
    /// many sums that they have no power: they are not judged.
    package init?(
        deviation: PrintedNumber,
        mean: GranularFigure,
        n: Int,
        spread: Spread = .sample
    ) {
        guard (2...100_000).contains(n), deviation.decimals <= 6,
            (0...10_000_000).contains(deviation.units), !mean.isPercent
        else { return nil }
        guard let sums = mean.sums(n: n) else {
            reason = .grim
            fits = []
            return
        }
        let largest = max(sums.lowerBound.magnitude, sums.upperBound.magnitude)
        guard sums.count <= Self.mostSums, largest <= 1_000_000_000_000 else { return nil }
        let bounds = Self.bounds(deviation, n: n, items: mean.items, spread: spread)
        let range = mean.answers.map {
            $0.lowerBound * mean.items...$0.upperBound * mean.items
        }
        var fits: [Fit] = []
        var worst = Reason.noIntegerSumOfSquares
        for sum in sums {
            switch Self.squares(sum: sum, n: n, bounds: bounds, range: range) {
            case .success(let fit): fits.append(fit)
            case .failure(let miss): if miss.rank > worst.rank { worst = miss }
            }
        }
        self.fits = fits
        reason = fits.isEmpty ? worst : nil
    }

    /// 4·10^(2t) and what it times (nQ − S²) may be at least and at most.
    private typealias Bounds = (scale: Int128, least: Int128, most: Int128)

    private static func bounds(
        _ deviation: PrintedNumber,
        n: Int,
        items: Int,
        spread: Spread
    ) -> Bounds {
        let (n, items) = (Int128(n), Int128(items))
        let divisor =
            switch spread {
            case .sample: n * (n - 1)
            case .population: n * n
            case .standardError: n * n * (n - 1)
            }
        let units = 2 * Int128(deviation.units)
        let low = max(0, units - 1)
        let scale = Int128(deviation.scale)
        return (
            4 * scale * scale,
            low * low * divisor * items * items,
            (units + 1) * (units + 1) * divisor * items * items
        )
    }

    private static func squares(
        sum: Int,
        n: Int,
        bounds: Bounds,
        range: ClosedRange<Int>?
    ) -> Result<Fit, Reason> {
        let squared = bounds.scale * Int128(sum) * Int128(sum)
        let divisor = bounds.scale * Int128(n)
        var first = Fraction.ceiling(bounds.least + squared, over: divisor)
        var last = Fraction.floor(bounds.most + squared, over: divisor)
        guard first <= last else { return .failure(.noIntegerSumOfSquares) }
        let parity = Int128(sum) & 1
        if first & 1 != parity { first += 1 }
        if last & 1 != parity { last -= 1 }
        guard first <= last else { return .failure(.parity) }
        // Both bounds have the parity of the sum, since x² is odd where x is.
        first = max(first, SumOfSquares.least(sum: sum, n: n))
        if let range {
            guard let most = SumOfSquares.most(sum: sum, n: n, range: range) else {
                return .failure(.outOfScale)
            }
            last = min(last, most)
        }
        guard first <= last, let lower = Int(exactly: first), let upper = Int(exactly: last) else {
            return .failure(.outOfScale)
        }
        return .success(Fit(sum: sum, first: lower, last: upper))
    }
}

extension Grimmer.Reason: Error {
    /// How far a sum came: the reason of the one that came furthest is told.
    fileprivate var rank: Int {
        switch self {
        case .grim: 0
        case .noIntegerSumOfSquares: 1
        case .parity: 2
        case .outOfScale: 3
        }
    }
}
