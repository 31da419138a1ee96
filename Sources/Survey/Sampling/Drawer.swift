import Kernels

/// Draws clusters stratum by stratum; what is drawn is in its lists.
struct Drawer {
    let frame: Frame
    let plan: SamplePlan
    var strata: [SampleDraw.Stratum] = []
    var clusters: [SampleDraw.Cluster] = []
    var reserves: [SampleDraw.Cluster] = []
    private var generator: SeededGenerator
    private let threshold: Double

    init(frame: Frame, plan: SamplePlan) {
        self.frame = frame
        self.plan = plan
        generator = SeededGenerator(seed: plan.seed)
        threshold = plan.selfRepresentingSize(of: frame.population)
    }

    /// Draws the clusters of one stratum of the allocation.
    mutating func draw(_ stratum: Allocation.Stratum) {
        let listed = ordered(stratum)
        guard !listed.isEmpty else { return }
        let certain = selfRepresenting(among: listed, clusters: stratum.clusters)
        let rest = listed.filter { !certain.contains($0) }
        // Self-representing places and the rest share the stratum's interviews by population.
        let groups = certain.map { [$0] } + (rest.isEmpty ? [] : [rest])
        let populations = groups.map { group in
            compensatedSum(group.map { frame.units[$0].size })
        }
        let interviews = apportion(stratum.interviews, by: populations)
        if !certain.isEmpty, !rest.isEmpty, interviews[certain.count] * 2 < plan.perCluster {
            drawHits(in: listed, stratum, certain: Set(certain))
            return
        }
        let numbers = apportion(
            max(stratum.clusters, groups.count),
            by: interviews.map(Double.init),
            least: 1
        )
        for index in groups.indices where interviews[index] > 0 {
            let isCertain = index < certain.count
            let count = min(
                numbers[index],
                isCertain ? interviews[index] : min(interviews[index], groups[index].count)
            )
            strata.append(
                SampleDraw.Stratum(
                    name: name(of: stratum, place: isCertain ? groups[index][0] : nil),
                    keys: stratum.keys,
                    isSelfRepresenting: isCertain,
                    population: populations[index],
                    units: groups[index].count,
                    interviews: interviews[index],
                    clusters: count
                )
            )
            if isCertain {
                take(place: groups[index][0], parts: count, interviews: interviews[index])
            } else {
                drawClusters(count, of: groups[index], interviews: interviews[index])
            }
        }
    }

    /// The stratum's units in the order of the list that is drawn from: key by key, sizes falling in
    /// the first key, rising in the next, and so on, so that neighbours are alike.
    private func ordered(_ stratum: Allocation.Stratum) -> [Int] {
        stratum.keys.enumerated().flatMap { order, key in
            let units = frame.units.indices.filter { frame.units[$0].key == key }
            let sorted = units.sorted { a, b in
                let (first, second) = (frame.units[a], frame.units[b])
                return first.size == second.size ? first.id < second.id : first.size > second.size
            }
            return order.isMultiple(of: 2) ? sorted : sorted.reversed()
        }
    }

    /// The units that are in every sample: those above the plan's size, and those above their
    /// stratum's interval, found again until there are no more.
    private func selfRepresenting(among units: [Int], clusters: Int) -> [Int] {
        var certain = units.filter { frame.units[$0].size > threshold }
        while true {
            let rest = units.filter { !certain.contains($0) }
            let size = compensatedSum(rest.map { frame.units[$0].size })
            let held = compensatedSum(certain.map { frame.units[$0].size })
            let share = size / (size + held)
            let left = (Double(clusters) * share).rounded()
            let found = rest.filter { left > 1 && left * frame.units[$0].size >= size }
            guard !found.isEmpty else { return units.filter(certain.contains) }
            certain += found
        }
    }

    private func name(of stratum: Allocation.Stratum, place: Int?) -> String {
        if let place { return frame.units[place].name }
        return stratum.keys.map { $0.joined(separator: " / ") }.joined(separator: " + ")
    }

    private mutating func take(place: Int, parts: Int, interviews: Int) {
        let each = shared(interviews, among: parts)
        for part in 0..<parts {
            clusters.append(
                cluster(
                    SampleDraw.padded(clusters.count + 1),
                    place,
                    part: part + 1,
                    parts: parts,
                    isSelfRepresenting: true,
                    probability: 1,
                    interviews: each[part]
                )
            )
        }
    }

    /// Draws from self-representing places together with a rest that is too small for a cluster of its
    /// own, in one list: a large place is hit several times, and the rest keeps its small chance.
    private mutating func drawHits(
        in listed: [Int],
        _ stratum: Allocation.Stratum,
        certain: Set<Int>
    ) {
        let sizes = listed.map { frame.units[$0].size }
        let population = compensatedSum(sizes)
        let expected = sizes.map { Double(stratum.clusters) * $0 / population }
        let hits = systematicSample(probabilities: expected, start: generator.uniform())
        let each = shared(stratum.interviews, among: hits.count)
        strata.append(
            SampleDraw.Stratum(
                name: name(of: stratum, place: nil),
                keys: stratum.keys,
                isSelfRepresenting: true,
                population: population,
                units: listed.count,
                interviews: stratum.interviews,
                clusters: hits.count
            )
        )
        for (order, hit) in hits.enumerated() {
            // A place that could be missed is not certain, whatever its size.
            let isCertain = certain.contains(listed[hit]) && expected[hit] >= 1
            clusters.append(
                cluster(
                    SampleDraw.padded(clusters.count + 1),
                    listed[hit],
                    part: isCertain ? hits[..<order].count { $0 == hit } + 1 : 1,
                    parts: isCertain ? hits.count { $0 == hit } : 1,
                    isSelfRepresenting: isCertain,
                    probability: isCertain ? 1 : expected[hit],
                    interviews: each[order]
                )
            )
        }
    }

    private mutating func drawClusters(_ count: Int, of units: [Int], interviews: Int) {
        let sizes = units.map { frame.units[$0].size }
        let probabilities = inclusionProbabilities(sizes: sizes, count: count)
        let hits = systematicSample(probabilities: probabilities, start: generator.uniform())
        let each = shared(interviews, among: hits.count)
        for (hit, number) in zip(hits, each) {
            clusters.append(
                cluster(
                    SampleDraw.padded(clusters.count + 1),
                    units[hit],
                    probability: probabilities[hit],
                    interviews: number
                )
            )
        }
        let left = units.indices.filter { !hits.contains($0) }
        let spare = min(plan.reserve, left.count)
        let chances = inclusionProbabilities(sizes: left.map { sizes[$0] }, count: spare)
        var order = systematicSample(probabilities: chances, start: generator.uniform())
        // Systematic hits come in the order of the list; the order of use is drawn.
        for index in order.indices.dropLast() {
            order.swapAt(index, index + generator.below(order.count - index))
        }
        for hit in order {
            let index = left[hit]
            reserves.append(
                cluster(
                    "R" + SampleDraw.padded(reserves.count + 1),
                    units[index],
                    probability: probabilities[index],
                    interviews: each.first ?? 0
                )
            )
        }
    }

    /// A cluster that is a place, or one of `parts` equal parts of it.
    private func cluster(
        _ code: String,
        _ place: Int,
        part: Int = 1,
        parts: Int = 1,
        isSelfRepresenting: Bool = false,
        probability: Double,
        interviews: Int
    ) -> SampleDraw.Cluster {
        SampleDraw.Cluster(
            code: code,
            stratum: strata.count - 1,
            unit: place,
            part: part,
            parts: parts,
            isSelfRepresenting: isSelfRepresenting,
            size: frame.units[place].size / Double(parts),
            households: plan.households(of: frame.units[place]).map { $0 / Double(parts) },
            probability: probability,
            interviews: interviews
        )
    }

    /// `total` in `count` numbers that differ by 1 at most.
    private func shared(_ total: Int, among count: Int) -> [Int] {
        (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
    }
}
