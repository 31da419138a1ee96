import Kernels

/// The correlations between the normals behind the answers, solved so that the answers have the
/// correlations that the plan asks for, on average over items and places.
struct LatentModel: Sendable {
    /// By scale, item and place.
    let items: [[[LatentItem]]]
    /// The share of an item's normal that its scale's factor makes.
    let factorShares: [Double]
    /// L with L Lᵀ = the correlations of the factors.
    let factors: Matrix
    /// The share of a normal's variance that lies between clusters.
    let clusterShare: Double
    let interviewerShare: Double

    init(_ plan: SimulationPlan) throws(SimulationFault) {
        items = try latentItems(of: plan)
        let scales = plan.scales.indices
        var shares: [Double] = []
        for scale in scales {
            let pairs = pairs(items[scale])
            shares.append(
                try solve(pairs, target: plan.scales[scale].within, or: .within(scale: scale))
            )
        }
        factorShares = shares
        var correlations = Matrix(rows: scales.count, columns: scales.count)
        for scale in scales {
            correlations[scale, scale] = 1
            for other in 0..<scale {
                let target = itemCorrelation(plan, scale, other)
                let latent = try solve(
                    crossed(items[scale], items[other]),
                    target: target,
                    or: .between(scale: scale, other: other)
                )
                let r = latent == 0 ? 0 : latent / (shares[scale] * shares[other]).squareRoot()
                guard abs(r) < 1 else {
                    throw SimulationFault.between(scale: scale, other: other)
                }
                correlations[scale, other] = r
                correlations[other, scale] = r
            }
        }
        guard let factor = choleskyFactor(of: correlations) else {
            throw SimulationFault.notPositiveDefinite
        }
        factors = factor
        let all = items.joined().joined().map { ($0, $0) }
        clusterShare = all.isEmpty ? plan.icc : try solve(all, target: plan.icc, or: .icc)
        interviewerShare =
            all.isEmpty
            ? plan.interviewerShare : try solve(all, target: plan.interviewerShare, or: .icc)
        guard clusterShare + interviewerShare < 1 else { throw SimulationFault.icc }
    }
}

private func latentItems(
    of plan: SimulationPlan
) throws(SimulationFault) -> [[[LatentItem]]] {
    var result: [[[LatentItem]]] = []
    for scale in plan.scales {
        var ofScale: [[LatentItem]] = []
        for item in scale.items {
            var ofItem: [LatentItem] = []
            for (place, mean) in item.means.enumerated() {
                let sum = Double(scale.range.lowerBound + scale.range.upperBound)
                guard
                    let latent = LatentItem(
                        mean: item.isReversed ? sum - mean : mean,
                        sd: scale.sd,
                        range: scale.range
                    )
                else {
                    throw SimulationFault.mean(item: item.name, place: plan.places[place])
                }
                ofItem.append(latent)
            }
            ofScale.append(ofItem)
        }
        result.append(ofScale)
    }
    return result
}

/// The correlation between items of two scales that gives the planned one between their scores, each
/// the mean of its items: of k items that correlate by w, the score has variance (1 + (k − 1)w)/k.
private func itemCorrelation(_ plan: SimulationPlan, _ scale: Int, _ other: Int) -> Double {
    func spread(_ scale: SimulationPlan.Scale) -> Double {
        let count = Double(scale.items.count)
        return ((1 + (count - 1) * scale.within) / count).squareRoot()
    }
    return plan.between[scale][other] * spread(plan.scales[scale]) * spread(plan.scales[other])
}

/// Each two items of a scale in each place.
private func pairs(_ items: [[LatentItem]]) -> [(LatentItem, LatentItem)] {
    var result: [(LatentItem, LatentItem)] = []
    for first in items.indices {
        for second in items.indices where second < first {
            result += zip(items[first], items[second])
        }
    }
    return result
}

private func crossed(
    _ first: [[LatentItem]],
    _ second: [[LatentItem]]
) -> [(LatentItem, LatentItem)] {
    first.flatMap { one in second.flatMap { other in Array(zip(one, other)) } }
}

/// The correlation of normals that gives the answers the average correlation `target`.
private func solve(
    _ pairs: [(LatentItem, LatentItem)],
    target: Double,
    or fault: SimulationFault
) throws(SimulationFault) -> Double {
    guard !pairs.isEmpty else { return max(0, target) }
    if target == 0 { return 0 }
    // The average of Σ cₖ dₖ rᵏ / (σ σ′) over the pairs is one polynomial in r.
    var orders = [Double](repeating: 0, count: pairs[0].0.coefficients.count)
    for (first, second) in pairs {
        let scale = (first.variance * second.variance).squareRoot() * Double(pairs.count)
        for order in orders.indices {
            orders[order] += first.coefficients[order] * second.coefficients[order] / scale
        }
    }
    func average(_ r: Double) -> Double {
        orders.reversed().reduce(0) { ($0 + $1) * r }
    }
    let limit = 0.98
    guard target > average(-limit), target < average(limit) else { throw fault }
    return bisect(from: -limit, to: limit) { average($0) - target }
}
