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

/// What stands in the way of weights that meet the margins, or makes them shaky.
package enum MarginFinding: Sendable, Hashable {
    /// People of the population in a group without respondents: no weight can stand for them.
    case noRespondents(margin: String, group: String)
    /// Two margins speak of different numbers of people.
    case totals(first: String, Double, second: String, Double)
    /// A target below zero, or none above.
    case target(margin: String, group: String)
    /// Respondents whose group is not known keep their share of the population.
    case unknown(margin: String, respondents: Int)
    /// Weights of a group rest on fewer than 30 respondents.
    case few(margin: String, group: String, respondents: Int)

    /// Whether weights cannot be made.
    package var isFatal: Bool {
        switch self {
        case .noRespondents, .totals, .target: true
        case .unknown, .few: false
        }
    }

    /// Everything that is wrong or shaky with `margins`, before any weight is touched.
    package static func all(in margins: [Margin]) -> [MarginFinding] {
        var findings: [MarginFinding] = []
        for margin in margins {
            let counts = margin.respondents
            for (index, group) in margin.groups.enumerated() {
                if !(margin.targets[index] >= 0) {
                    findings.append(.target(margin: margin.name, group: group))
                } else if counts[index] == 0, margin.targets[index] > 0 {
                    findings.append(.noRespondents(margin: margin.name, group: group))
                } else if margin.targets[index] == 0, counts[index] > 0 {
                    findings.append(.target(margin: margin.name, group: group))
                } else if counts[index] < 30 {
                    findings.append(
                        .few(margin: margin.name, group: group, respondents: counts[index])
                    )
                }
            }
            let unknown = margin.codes.count { $0 < 0 }
            if unknown > 0 { findings.append(.unknown(margin: margin.name, respondents: unknown)) }
        }
        guard let first = margins.first else { return findings }
        for other in margins.dropFirst()
        where abs(other.total - first.total) > 1e-6 * max(abs(first.total), 1) {
            findings.append(
                .totals(first: first.name, first.total, second: other.name, other.total)
            )
        }
        return findings
    }
}
