import Kernels

/// How well a number of people explains many printed figures at once.
///
/// With n people a figure of random last digits fits by luck with a chance π: the share of the printable
/// values that n gives, which is n·k/10^d but for ties (40 people give 60 of 100 endings, not 40, since 1/40
/// may be printed as .02 or .03, and 80 people give all). Where far more fit than that, n is the base of them; where about as many fit, n has nothing to do with
/// them, or they are no plain means.
package struct GranularPattern: Hashable, Sendable {
    /// Whether each of the figures fits its n, in their order.
    package let fits: [Bool]
    /// The chance of each to fit by luck, in 0...1.
    package let chances: [Double]

    /// How many figures in a hundred are taken to be slips, where the others fit.
    ///
    /// A convention: one of them costs as much evidence as four fits at π = .36 give.
    package static let slips = 0.02

    package init(_ figures: [GranularFigure], n: Int) {
        self.init(figures.map { ($0, n) })
    }

    /// Figures each with a base of its own.
    package init(_ figures: [(figure: GranularFigure, n: Int)]) {
        fits = figures.map { $0.figure.fits(n: $0.n) }
        chances = figures.map { 1 - $0.figure.shareOfNone(in: $0.n...$0.n) }
    }

    package var passing: Int { fits.count { $0 } }

    /// Failures to expect if the figures had nothing to do with n.
    package var expectedFailures: Double { chances.reduce(0) { $0 + 1 - $1 } }

    /// The chance of so many fits or more, if the figures had nothing to do with n.
    ///
    /// The binomial tail at the mean of the chances: exact where they are equal, as they are for figures
    /// of one base and precision.
    package var chanceOfSoMany: Double {
        guard !fits.isEmpty, passing > 0 else { return 1 }
        let chance = chances.reduce(0, +) / Double(chances.count)
        return Binomial(trials: Double(fits.count), probability: chance)
            .upperTail(Double(passing) - 1)
    }

    /// The logarithm of how much likelier the figures are with n as their base, but for ``slips``, than
    /// if they had nothing to do with n: Σ ln((1 − ε + επ)/π) over fits plus Σ ln ε over misses.
    ///
    /// Subtract the logarithm of the number of bases tried. Multiples and divisors of n score too.
    package var evidence: Double {
        zip(fits, chances).reduce(0) { sum, figure in
            let (fits, chance) = figure
            let slips = Self.slips
            guard chance < 1 else { return sum }
            return sum
                + (fits ? logarithm((1 - slips + slips * chance) / chance) : logarithm(slips))
        }
    }
}
