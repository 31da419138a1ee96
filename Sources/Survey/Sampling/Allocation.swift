import Kernels

/// How interviews are shared out among strata.
package enum AllocationRule: Sendable, Hashable {
    /// By population.
    case proportional
    /// The same number to each.
    case equal
    /// Kish's compromise between the two, √(W² + 1/H²).
    case kish
    /// By a power of the population: 0 is equal, 1 proportional.
    case power(Double)
    /// By population times standard deviation, one a stratum.
    case neyman(sd: [Double])
    /// As Neyman, divided by the root of what an interview costs there.
    case optimal(sd: [Double], cost: [Double])

    /// The share of each stratum, not rounded; the shares sum to 1.
    ///
    /// - Parameter populations: People of each stratum, above zero.
    /// - Returns: One share a stratum.
    /// - SeeAlso: Cochran (1977), Sampling Techniques, 5.5; Bankier (1988), Power Allocations, The
    ///   American Statistician 42(3); Kish (1988), Multipurpose Sample Designs, Survey Methodology
    ///   14(1); R `PracTools::strAlloc`.
    package func shares(of populations: [Double]) -> [Double] {
        let total = compensatedSum(populations)
        let count = Double(populations.count)
        let parts: [Double] =
            switch self {
            case .proportional: populations
            case .equal: populations.map { _ in 1 }
            case .kish:
                populations.map { population in
                    let weight = population / total
                    return (weight * weight + 1 / (count * count)).squareRoot()
                }
            case .power(let exponent): populations.map { raised($0, to: exponent) }
            case .neyman(let sd): zip(populations, sd).map { $0 * $1 }
            case .optimal(let sd, let cost):
                populations.indices.map { populations[$0] * sd[$0] / cost[$0].squareRoot() }
            }
        let sum = compensatedSum(parts)
        return parts.map { $0 / sum }
    }
}

/// Whole numbers in proportion to `parts` that sum to `total`, none under `least`.
///
/// Each gets its whole part; what is left goes to the largest remainders, and to the earlier of two
/// equal ones (Hamilton's method). A number that would fall under `least` is set to it, and the others
/// share the rest.
///
/// - Precondition: No negative part, and `least` times their number is at most `total`.
/// - SeeAlso: Balinski & Young (2001), Fair Representation, 2nd ed., chapter 3.
package func apportion(_ total: Int, by parts: [Double], least: Int = 0) -> [Int] {
    precondition(least * parts.count <= total, "enough for the least")
    var result = [Int](repeating: least, count: parts.count)
    var open = Array(parts.indices)
    var rest = total
    while !open.isEmpty {
        let sum = compensatedSum(open.map { parts[$0] })
        guard sum > 0 else {
            for (order, index) in open.enumerated() {
                result[index] = rest / open.count + (order < rest % open.count ? 1 : 0)
            }
            return result
        }
        let exact = open.map { Double(rest) * parts[$0] / sum }
        let low = open.indices.filter { exact[$0] < Double(least) }
        guard !low.isEmpty else {
            for (index, number) in zip(open, largestRemainder(exact, rest)) {
                result[index] = number
            }
            return result
        }
        rest -= least * low.count
        let fixed = Set(low.map { open[$0] })
        open.removeAll(where: fixed.contains)
    }
    return result
}

private func largestRemainder(_ exact: [Double], _ total: Int) -> [Int] {
    // Remainders that differ by rounding only are equal.
    var result = exact.map { Int(($0 + 1e-9).rounded(.down)) }
    let left = total - result.reduce(0, +)
    let order = exact.indices.sorted { a, b in
        let (first, second) = (exact[a] - Double(result[a]), exact[b] - Double(result[b]))
        return abs(first - second) < 1e-9 ? a < b : first > second
    }
    for index in order.prefix(max(0, left)) { result[index] += 1 }
    return result
}

/// The interviews and clusters of each stratum, after strata too small for a cluster were merged.
package struct Allocation: Sendable, Hashable {
    package let strata: [Stratum]
    /// Interviews of each outer part (region), in the order of the frame.
    package let regions: [Region]
    /// Strata that were merged, with what was merged into what.
    package let merged: [Merger]

    /// A stratum of the sample.
    package struct Stratum: Sendable, Hashable {
        /// The keys of the frame's strata that it holds; more than one when they were merged.
        package let keys: [[String]]
        package let population: Double
        package let interviews: Int
        package let clusters: Int
    }

    /// One value of the key's outer part, and what each of its frame strata gets before merging.
    package struct Region: Sendable, Hashable {
        package let key: String
        package let population: Double
        /// Not rounded.
        package let exact: Double
        package let interviews: Int
        package let parts: [Part]
    }

    package struct Part: Sendable, Hashable {
        package let key: [String]
        package let population: Double
        package let exact: Double
        package let interviews: Int
    }

    package struct Merger: Sendable, Hashable {
        package let key: [String]
        package let interviews: Int
        package let population: Double
        package let into: [String]
    }

    /// Shares `size` interviews out: first among the values of the key's outer part by `rule`, then
    /// inside each by population, and gives clusters of about `perCluster` to each stratum.
    ///
    /// A stratum with fewer interviews than half a cluster is merged with the largest other stratum of
    /// its region: nobody travels for a handful of interviews, and their probability of selection stays
    /// the same. One that is alone in its region stays.
    package init(frame: Frame, size: Int, perCluster: Int, rule: AllocationRule, least: Int = 0) {
        var order: [String] = []
        var inner: [String: [Frame.Stratum]] = [:]
        for stratum in frame.strata {
            let outer = stratum.key.first ?? ""
            if inner[outer] == nil { order.append(outer) }
            inner[outer, default: []].append(stratum)
        }
        let populations = order.map { key in
            compensatedSum((inner[key] ?? []).map(\.population))
        }
        let shares = rule.shares(of: populations)
        let numbers = apportion(size, by: shares, least: least)
        regions = order.indices.map { index in
            let strata = inner[order[index]] ?? []
            let inside = strata.map(\.population)
            let counts = apportion(numbers[index], by: inside)
            return Region(
                key: order[index],
                population: populations[index],
                exact: shares[index] * Double(size),
                interviews: numbers[index],
                parts: strata.indices.map {
                    Part(
                        key: strata[$0].key,
                        population: inside[$0],
                        exact: Double(numbers[index]) * inside[$0] / populations[index],
                        interviews: counts[$0]
                    )
                }
            )
        }
        let joined = regions.map { mergingSmall($0.parts, under: Double(perCluster) / 2) }
        merged = joined.flatMap(\.mergers)
        let kept = joined.flatMap(\.strata)
        let wanted = (Double(size) / Double(perCluster)).rounded()
        let clusters = apportion(
            max(Int(wanted), kept.count),
            by: kept.map { Double($0.interviews) },
            least: 1
        )
        strata = kept.indices.map { index in
            Stratum(
                keys: kept[index].keys,
                population: kept[index].population,
                interviews: kept[index].interviews,
                clusters: clusters[index]
            )
        }
    }
}

private struct Kept {
    var keys: [[String]]
    var population: Double
    var interviews: Int
}

/// The strata of one region after those under `least` interviews were merged into the largest.
private func mergingSmall(
    _ parts: [Allocation.Part],
    under least: Double
) -> (strata: [Kept], mergers: [Allocation.Merger]) {
    guard let host = parts.indices.max(by: { parts[$0].population < parts[$1].population }) else {
        return ([], [])
    }
    let small = parts.indices.filter { $0 != host && Double(parts[$0].interviews) < least }
    let strata = parts.indices.filter { !small.contains($0) }.map { index -> Kept in
        let held =
            index == host ? parts.indices.filter { $0 == host || small.contains($0) } : [index]
        return Kept(
            keys: held.map { parts[$0].key },
            population: compensatedSum(held.map { parts[$0].population }),
            interviews: held.reduce(0) { $0 + parts[$1].interviews }
        )
    }
    let mergers = small.map { index in
        Allocation.Merger(
            key: parts[index].key,
            interviews: parts[index].interviews,
            population: parts[index].population,
            into: parts[host].key
        )
    }
    return (strata, mergers)
}
