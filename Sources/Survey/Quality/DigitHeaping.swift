/// How far numbers that people gave are round ones.
package struct DigitHeaping: Sendable, Hashable, Encodable {
    /// How many numbers there are.
    package let n: Int
    /// The share of numbers that end in 0 or 5; a fifth where every last digit is as likely.
    package let endingInZeroOrFive: Double
    /// The largest power of ten that is at most a tenth of the median; 1 when that is under 10.
    package let roundUnit: Double
    /// The share of multiples of `roundUnit`; nil when that is 1.
    package let multiplesOfUnit: Double?

    /// The heaping of `numbers`; values that are not finite are left out.
    ///
    /// - Returns: nil when fewer than 20 are left, when one of them is no whole number, or when they
    ///   span fewer than 20 (counts of children have no digits to prefer).
    package init?(_ numbers: some Sequence<Double>) {
        guard let summary = NumberSummary(numbers), summary.n >= 20,
            summary.greatest - summary.least >= 20, summary.greatest < 9e15, summary.least > -9e15
        else { return nil }
        let known = numbers.filter(\.isFinite)
        guard known.allSatisfy({ $0 == $0.rounded() }) else { return nil }
        func share(multiplesOf unit: Double) -> Double {
            let count = known.count { $0.remainder(dividingBy: unit) == 0 }
            return Double(count) / Double(known.count)
        }
        n = known.count
        endingInZeroOrFive = share(multiplesOf: 5)
        var unit = 1.0
        while unit * 100 <= summary.median { unit *= 10 }
        roundUnit = unit
        multiplesOfUnit = unit >= 10 ? share(multiplesOf: unit) : nil
    }
}

/// Whipple's index of ages: 100 when no digit is preferred, 500 when all end in 0 or 5.
///
/// Ages 23 to 62: five times those ending in 0 or 5, by all, by 100.
/// - SeeAlso: United Nations (1955), *Methods of Appraisal of Quality of Basic Data for Population
///   Estimates* (Manual II), 40–43; Shryock & Siegel (1976), *The Methods and Materials of
///   Demography*, condensed edition, 116–117.
package struct WhippleIndex: Sendable, Hashable, Encodable {
    package let index: Double
    /// How many ages from 23 to 62 it rests on.
    package let n: Int

    /// The index of `ages` in full years; nil when none lies in 23 to 62.
    package init?(ages: some Sequence<Double>) {
        var all = 0
        var heaped = 0
        for age in ages where age >= 23 && age < 63 {
            let years = age.rounded(.down)
            all += 1
            if years.remainder(dividingBy: 5) == 0 { heaped += 1 }
        }
        guard all > 0 else { return nil }
        n = all
        index = 500 * Double(heaped) / Double(all)
    }

    /// The quality of ages by the United Nations' scale, in its words.
    package enum Verdict: String, Sendable, Hashable, Encodable {
        case veryAccurate = "very accurate"
        case fairlyAccurate = "fairly accurate"
        case approximate
        case rough
        case veryRough = "very rough"
    }

    /// The quality of the ages.
    package var verdict: Verdict {
        switch index {
        case ..<105: .veryAccurate
        case ..<110: .fairlyAccurate
        case ..<125: .approximate
        case ..<175: .rough
        default: .veryRough
        }
    }
}
