/// How the population falls into the groups of one variable, or of several that are crossed.
package struct Margin: Sendable, Hashable {
    package let name: String
    package let groups: [String]
    /// People of the population in each group.
    package let targets: [Double]
    /// The group of each respondent, from 0; −1 where it is not known.
    package let codes: [Int]

    package init(name: String, groups: [String], targets: [Double], codes: [Int]) {
        precondition(groups.count == targets.count, "one target a group")
        self.name = name
        self.groups = groups
        self.targets = targets
        self.codes = codes
    }

    package var total: Double { targets.reduce(0, +) }

    /// The weighted number of respondents in each group, and of those whose group is not known.
    package func sums(of weights: [Double]) -> (groups: [Double], unknown: Double) {
        var sums = [Double](repeating: 0, count: groups.count)
        var unknown = 0.0
        for (code, weight) in zip(codes, weights) {
            if code < 0 { unknown += weight } else { sums[code] += weight }
        }
        return (sums, unknown)
    }

    /// Respondents in each group, unweighted.
    package var respondents: [Int] {
        var counts = [Int](repeating: 0, count: groups.count)
        for code in codes where code >= 0 { counts[code] += 1 }
        return counts
    }
}

// MARK: - Shares

extension Margin {
    /// What the numbers of a margin are.
    package enum Unit: Sendable, Hashable {
        case people
        /// Parts of 1 or of 100.
        case shares
    }

    /// Numbers that add up to 1 or to 100, but for rounding, are shares; others count people.
    ///
    /// Rounded to three decimals (or, in per cent, to one), the shares of up to ten groups are off by at
    /// most 0.005 in all; no population that is surveyed has one person or a hundred.
    package static func unit(of targets: [Double]) -> Unit {
        let total = targets.reduce(0, +)
        return abs(total - 1) <= 0.005 || abs(total - 100) <= 0.5 ? .shares : .people
    }

    /// The margins with shares turned into people: of the first margin that counts people, else of
    /// `fallback`, the sum of the weights that one begins with.
    package static func inPeople(_ margins: [Margin], fallback: Double) -> [Margin] {
        let total = margins.first { unit(of: $0.targets) == .people }?.total ?? fallback
        return margins.map { margin in
            guard unit(of: margin.targets) == .shares else { return margin }
            return Margin(
                name: margin.name,
                groups: margin.groups,
                targets: margin.targets.map { $0 / margin.total * total },
                codes: margin.codes
            )
        }
    }
}
