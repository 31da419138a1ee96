/// A sampling frame: how many people live in each stratum, and in which units.
///
/// Strata are named by a key of several parts, the outermost first: region, then residence. A frame may
/// hold strata only (then a sample can be allocated, not drawn), units only (then the strata's
/// populations are their sums), or both.
package struct Frame: Sendable, Hashable {
    /// What the parts of a key are: `["region", "residence"]`.
    package let keyNames: [String]
    package let strata: [Stratum]
    package let units: [Unit]

    /// People of the population in one stratum.
    package struct Stratum: Sendable, Hashable {
        package let key: [String]
        package let population: Double
        /// The row of the file, for messages.
        package let row: Int

        package init(key: [String], population: Double, row: Int) {
            self.key = key
            self.population = population
            self.row = row
        }
    }

    /// A place that can be selected: a settlement, a district of a city.
    package struct Unit: Sendable, Hashable {
        package let id: String
        package let name: String
        package let key: [String]
        /// People of the population.
        package let size: Double
        /// Households; nil where nobody counted them.
        package let households: Double?
        /// The language of the interviewers there, where the frame says so.
        package let language: String?
        /// The row of the file, for messages.
        package let row: Int

        package init(
            id: String,
            name: String,
            key: [String],
            size: Double,
            households: Double? = nil,
            language: String? = nil,
            row: Int
        ) {
            self.id = id
            self.name = name
            self.key = key
            self.size = size
            self.households = households
            self.language = language
            self.row = row
        }
    }

    /// A frame of strata, units or both.
    ///
    /// - Throws: Everything that is wrong with them, at once.
    package init(
        keyNames: [String],
        strata: [Stratum],
        units: [Unit]
    ) throws(FrameProblems) {
        let problems = frameProblems(strata: strata, units: units)
        guard problems.isEmpty else { throw FrameProblems(list: problems) }
        self.keyNames = keyNames
        self.units = units
        self.strata = strata.isEmpty ? summed(units) : strata
    }

    package var population: Double { strata.reduce(0) { $0 + $1.population } }

    /// The SHA-256 of the frame's content in hexadecimal: two frames with one hash are one frame.
    ///
    /// The order of the rows counts, since it decides which units a draw meets first.
    package var hash: String {
        var lines = [keyNames.joined(separator: "\t")]
        lines += strata.map { ($0.key + ["\($0.population)"]).joined(separator: "\t") }
        lines += units.map { unit in
            ([unit.id, unit.name] + unit.key
                + ["\(unit.size)", unit.households.map { "\($0)" } ?? ""])
                .joined(separator: "\t")
        }
        return SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    }
}

/// What is wrong with a frame; never empty.
package struct FrameProblems: Error, Hashable {
    package let list: [FrameProblem]
}

/// One thing that is wrong with a frame.
package enum FrameProblem: Sendable, Hashable {
    case nothing
    /// A stratum's population is missing, zero or less.
    case population(row: Int)
    /// A unit's size is missing, zero or less.
    case size(row: Int)
    case repeatedStratum(row: Int, first: Int)
    case repeatedUnit(row: Int, first: Int)
    case emptyUnit(row: Int)
    case unknownStratum(row: Int)
    case stratumWithoutUnits(row: Int)
    /// The sizes of the units of a stratum do not add up to its population.
    case sum(row: Int, population: Double, units: Double)
}

private func frameProblems(strata: [Frame.Stratum], units: [Frame.Unit]) -> [FrameProblem] {
    guard !strata.isEmpty || !units.isEmpty else { return [.nothing] }
    var problems: [FrameProblem] = []
    var rowOfKey: [[String]: Int] = [:]
    for stratum in strata {
        if !(stratum.population > 0) { problems.append(.population(row: stratum.row)) }
        if let first = rowOfKey[stratum.key] {
            problems.append(.repeatedStratum(row: stratum.row, first: first))
        } else {
            rowOfKey[stratum.key] = stratum.row
        }
    }
    var rowOfUnit: [String: Int] = [:]
    var sums: [[String]: Double] = [:]
    for unit in units {
        if unit.id.isEmpty { problems.append(.emptyUnit(row: unit.row)) }
        if !(unit.size > 0) { problems.append(.size(row: unit.row)) }
        if let first = rowOfUnit[unit.id], !unit.id.isEmpty {
            problems.append(.repeatedUnit(row: unit.row, first: first))
        } else {
            rowOfUnit[unit.id] = unit.row
        }
        if !strata.isEmpty, rowOfKey[unit.key] == nil {
            problems.append(.unknownStratum(row: unit.row))
        }
        sums[unit.key, default: 0] += unit.size
    }
    guard !units.isEmpty, problems.isEmpty else { return problems }
    for stratum in strata {
        guard let sum = sums[stratum.key] else {
            problems.append(.stratumWithoutUnits(row: stratum.row))
            continue
        }
        // Half a person: sizes are whole numbers, or parts that round to them.
        if abs(sum - stratum.population) > 0.5 {
            problems.append(.sum(row: stratum.row, population: stratum.population, units: sum))
        }
    }
    return problems
}

/// The strata that units make, in the order in which they appear.
private func summed(_ units: [Frame.Unit]) -> [Frame.Stratum] {
    var order: [[String]] = []
    var sums: [[String]: Double] = [:]
    for unit in units {
        if sums[unit.key] == nil { order.append(unit.key) }
        sums[unit.key, default: 0] += unit.size
    }
    return order.map { Frame.Stratum(key: $0, population: sums[$0] ?? 0, row: 0) }
}
