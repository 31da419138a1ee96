/// Why a measure of agreement does not exist.
package enum NoAgreement: Error, Sendable, Hashable, CaseIterable {
    /// No unit was judged by two coders.
    case nothingCompared
    /// All coders said the same of all units, so that chance alone would give full agreement: 0/0.
    case noVariation
}

/// What two coders said of the same units, yes or no.
package struct AgreementTable: Sendable, Hashable {
    /// Units that both gave the code.
    package var both = 0
    package var onlyFirst = 0
    package var onlySecond = 0
    package var neither = 0

    package init(both: Int = 0, onlyFirst: Int = 0, onlySecond: Int = 0, neither: Int = 0) {
        self.both = both
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.neither = neither
    }

    /// The units compared.
    package var n: Int { both + onlyFirst + onlySecond + neither }
    /// Units that at least one of the two gave the code.
    package var marked: Int { both + onlyFirst + onlySecond }

    /// The share of the units of which the two said the same, in 0...1.
    package func percent() throws(NoAgreement) -> Double {
        guard n > 0 else { throw .nothingCompared }
        return Double(both + neither) / Double(n)
    }

    /// Cohen's kappa: (Po − Pe) / (1 − Pe), at most 1.
    ///
    /// Po is the share of equal judgements, and Pe the share that two coders would reach by chance who
    /// give the code as often as these did: the product of their shares of yes and that of no, *added*.
    /// - Throws: `noVariation` where Pe is 1.
    /// - SeeAlso: Cohen (1960), A coefficient of agreement for nominal scales, *Educational and
    ///   Psychological Measurement* 20(1), equation 1.
    package func kappa() throws(NoAgreement) -> Double {
        guard n > 0 else { throw .nothingCompared }
        // In shares of the units: products of counts could leave the range of whole numbers.
        let n = Double(n)
        let first = Double(both + onlyFirst) / n
        let second = Double(both + onlySecond) / n
        guard marked > 0, neither + onlyFirst + onlySecond > 0 else { throw .noVariation }
        let chance = first * second + (1 - first) * (1 - second)
        let observed = Double(both + neither) / n
        return (observed - chance) / (1 - chance)
    }

    /// Krippendorff's alpha of the two, as ``NominalUnits/alpha()`` has it: 1 − (2n − 1)·d / (y·z), with d
    /// units judged differently, and y times yes and z times no in all.
    package func alpha() throws(NoAgreement) -> Double {
        guard n > 0 else { throw .nothingCompared }
        let different = Double(onlyFirst + onlySecond)
        let yes = 2 * Double(both) + different
        let no = 2 * Double(neither) + different
        guard yes > 0, no > 0 else { throw .noVariation }
        return 1 - (2 * Double(n) - 1) * different / (yes * no)
    }

    /// The units as Krippendorff's alpha takes them.
    package var units: NominalUnits {
        var units = NominalUnits()
        units.add([2, 0], times: both)
        units.add([1, 1], times: onlyFirst + onlySecond)
        units.add([0, 2], times: neither)
        return units
    }

    package static func + (left: Self, right: Self) -> Self {
        Self(
            both: left.both + right.both,
            onlyFirst: left.onlyFirst + right.onlyFirst,
            onlySecond: left.onlySecond + right.onlySecond,
            neither: left.neither + right.neither
        )
    }
}

/// Units judged by any number of coders on a nominal scale, by how many gave each value.
package struct NominalUnits: Sendable, Hashable {
    /// How often each list of counts by value stands; coders without a judgement are in no count.
    private(set) var times: [[Int]: Int] = [:]

    package init() {}

    /// The units of a table of values, one row a coder and one column a unit; nil where a coder gave none.
    package init(_ values: [[Int?]]) {
        let categories = (values.joined().compactMap(\.self).max() ?? -1) + 1
        for unit in 0..<(values.map(\.count).max() ?? 0) {
            var counts = [Int](repeating: 0, count: categories)
            for coder in values where unit < coder.count {
                if let value = coder[unit] { counts[value] += 1 }
            }
            add(counts)
        }
    }

    /// Adds units of which `counts[c]` coders said c.
    package mutating func add(_ counts: [Int], times: Int = 1) {
        if times > 0 { self.times[counts, default: 0] += times }
    }

    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.times.merge(right.times, uniquingKeysWith: +)
        return sum
    }

    /// Units that at least two coders judged.
    package var compared: Int { paired.reduce(0) { $0 + $1.times } }

    /// Units that two coders or more judged, in a fixed order: sums do not depend on hashing.
    private var paired: [(counts: [Int], times: Int)] {
        times.filter { $0.key.reduce(0, +) >= 2 }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { ($0.key, $0.value) }
    }

    /// The share of pairs of judgements of one unit that are equal, in 0...1; units of more coders have
    /// more pairs.
    package func percent() throws(NoAgreement) -> Double {
        var (equal, all) = (0.0, 0.0)
        for unit in paired {
            let coders = Double(unit.counts.reduce(0, +))
            let times = Double(unit.times)
            all += times * coders * (coders - 1)
            for count in unit.counts { equal += times * Double(count) * Double(count - 1) }
        }
        guard all > 0 else { throw .nothingCompared }
        return equal / all
    }

    /// Krippendorff's alpha for nominal data: 1 − Do / De, at most 1.
    ///
    /// With m judgements of a unit, each pair of them counts 1/(m − 1); units with one judgement or none
    /// are left out. Do is the share of unequal pairs within units, De that among all judgements of all
    /// units.
    /// - Throws: `noVariation` where all judgements are equal.
    /// - SeeAlso: Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*, section C.
    package func alpha() throws(NoAgreement) -> Double {
        let paired = paired
        guard let first = paired.first else { throw .nothingCompared }
        var totals = [Double](repeating: 0, count: first.counts.count)
        var unequal = 0.0
        for unit in paired {
            let coders = Double(unit.counts.reduce(0, +))
            let times = Double(unit.times)
            for (value, count) in unit.counts.enumerated() {
                let count = Double(count)
                totals[value] += times * count
                unequal += times * count * (coders - count) / (coders - 1)
            }
        }
        let n = totals.reduce(0, +)
        let byChance = totals.reduce(0) { $0 + $1 * (n - $1) }
        guard byChance > 0 else { throw .noVariation }
        return 1 - (n - 1) * unequal / byChance
    }
}
