/// What stands in the way of weights that meet the margins, or makes them shaky.
package enum MarginFinding: Sendable, Hashable {
    /// People of the population in a group without respondents: no weight can stand for them.
    case noRespondents(margin: String, group: String)
    /// Two margins speak of different numbers of people.
    case totals(first: String, Double, second: String, Double)
    /// A target below zero or missing, or of zero for a group that has respondents.
    case target(margin: String, group: String)
    /// The population of a margin is smaller than the sample.
    case smallerThanSample(margin: String, people: Double, respondents: Int)
    /// Respondents whose group is not known keep their share of the population.
    case unknown(margin: String, respondents: Int)
    /// Weights of a group rest on fewer than ``fewest`` respondents.
    case few(margin: String, group: String, respondents: Int)
    /// Raking multiplied the weights of one combination of groups, beside all others, by more than
    /// ``extreme``, or by less than its inverse; one group a margin, "" where it is not known.
    case factor(groups: [String], factor: Double, respondents: Int)

    /// Fewer respondents than this make the weight of a group shaky: what one person says counts for more
    /// than a thirtieth of it.
    package static let fewest = 30
    /// Factors beyond this, or below its inverse, are named.
    ///
    /// DeBell & Krosnick (2009), *Computing Weights for American National Election Study Survey Data*, cut
    /// raked weights at five times the mean.
    package static let extreme = 5.0

    /// Whether weights cannot be made.
    package var isFatal: Bool {
        switch self {
        case .noRespondents, .totals, .target, .smallerThanSample: true
        case .unknown, .few, .factor: false
        }
    }

    /// Everything that is wrong or shaky with `margins`, before any weight is touched.
    package static func all(in margins: [Margin]) -> [MarginFinding] {
        var findings = margins.flatMap { groups(of: $0) }
        guard let first = margins.first else { return findings }
        for other in margins.dropFirst()
        where abs(other.total - first.total) > 1e-6 * max(abs(first.total), 1) {
            findings.append(
                .totals(first: first.name, first.total, second: other.name, other.total)
            )
        }
        return findings
    }

    private static func groups(of margin: Margin) -> [MarginFinding] {
        let counts = margin.respondents
        var findings: [MarginFinding] = []
        for (index, group) in margin.groups.enumerated() {
            let target = margin.targets[index]
            if !(target >= 0) || (target == 0 && counts[index] > 0) {
                findings.append(.target(margin: margin.name, group: group))
            } else if counts[index] == 0, target > 0 {
                findings.append(.noRespondents(margin: margin.name, group: group))
            } else if counts[index] < fewest, target > 0 {
                findings.append(
                    .few(margin: margin.name, group: group, respondents: counts[index])
                )
            }
        }
        let unknown = margin.codes.count { $0 < 0 }
        if unknown > 0 { findings.append(.unknown(margin: margin.name, respondents: unknown)) }
        let known = counts.reduce(0, +)
        if margin.total < Double(known) {
            findings.append(
                .smallerThanSample(margin: margin.name, people: margin.total, respondents: known)
            )
        }
        return findings
    }

    /// The combinations of groups whose weights raking changed beyond ``extreme``, the worst first.
    ///
    /// - Parameters:
    ///   - before: The weights before raking, one a row, all above zero.
    ///   - after: The weights after it.
    ///   - margins: What was raked to.
    /// - Returns: Findings of the kind ``factor(groups:factor:respondents:)`` alone.
    package static func factors(
        from before: [Double],
        to after: [Double],
        _ margins: [Margin]
    ) -> [MarginFinding] {
        let overall = after.reduce(0, +) / before.reduce(0, +)
        let cells = MarginCells(margins, rowCount: before.count)
        var respondents = [Int](repeating: 0, count: cells.count)
        for cell in cells.ofRow { respondents[cell] += 1 }
        let changes = cells.firstRows.map { after[$0] / before[$0] / overall }
        func strength(_ cell: Int) -> Double { max(changes[cell], 1 / changes[cell]) }
        let strong = changes.indices.filter { strength($0) > extreme }
        return strong.sorted { strength($0) > strength($1) }.map { cell in
            let row = cells.firstRows[cell]
            let groups = margins.map { margin in
                margin.codes[row] < 0 ? "" : margin.groups[margin.codes[row]]
            }
            return .factor(
                groups: groups,
                factor: changes[cell],
                respondents: respondents[cell]
            )
        }
    }
}

/// The combinations of groups that respondents are in.
struct MarginCells {
    /// The combination of each row, from 0 in order of first appearance.
    let ofRow: [Int]
    /// The first row of each combination.
    let firstRows: [Int]

    var count: Int { firstRows.count }

    init(_ margins: [Margin], rowCount: Int) {
        var cells = [Int](repeating: 0, count: rowCount)
        for margin in margins {
            var known: [Int: Int] = [:]
            for row in 0..<rowCount {
                // Cells so far times the codes of this margin: no product of all margins can overflow.
                let key = cells[row] * (margin.groups.count + 1) + margin.codes[row] + 1
                let next = known.count
                cells[row] = known[key, default: next]
                if cells[row] == next { known[key] = next }
            }
        }
        var first: [Int] = []
        for (row, cell) in cells.enumerated() where cell == first.count { first.append(row) }
        ofRow = cells
        firstRows = first
    }
}
