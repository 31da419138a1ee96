import Kernels

/// What a sample of clusters is to be.
package struct SamplePlan: Sendable, Hashable {
    package var interviews: Int
    package var perCluster: Int
    package var allocation = AllocationRule.proportional
    /// The least number of interviews in each outer part of the key (region).
    package var least = 0
    /// Replacement clusters of each stratum.
    package var reserve = 1
    /// Adults a household, for units whose households nobody counted; nil where nobody knows.
    package var adultsPerHousehold: Double?
    package var seed: UInt64

    package init(interviews: Int, perCluster: Int, seed: UInt64) {
        self.interviews = interviews
        self.perCluster = perCluster
        self.seed = seed
    }

    /// The households of a unit: those counted, else reckoned from its adults; nil where nobody knows.
    func households(of unit: Frame.Unit) -> Double? {
        unit.households ?? adultsPerHousehold.map { unit.size / $0 }
    }

    /// The size from which a place represents itself: population × interviews a cluster / interviews.
    package func selfRepresentingSize(of population: Double) -> Double {
        population * Double(perCluster) / Double(interviews)
    }
}

/// A drawn sample of clusters.
///
/// The same frame and plan always give the same draw.
package struct SampleDraw: Sendable, Hashable {
    package let plan: SamplePlan
    /// The hash of the frame that was drawn from.
    package let frameHash: String
    package let allocation: Allocation
    package let strata: [Stratum]
    package let clusters: [Cluster]
    /// Replacements, in the order in which they are used within their stratum.
    package let reserves: [Cluster]

    /// The generator's name, for the record.
    package static let generator = "xoshiro256++, seeded by SplitMix64"

    /// A stratum as it was drawn from: a stratum of the allocation without its self-representing
    /// places, or one such place.
    package struct Stratum: Sendable, Hashable {
        package let name: String
        package let keys: [[String]]
        package let isSelfRepresenting: Bool
        package let population: Double
        package let units: Int
        package let interviews: Int
        package let clusters: Int
    }

    /// A place to be visited.
    package struct Cluster: Sendable, Hashable {
        /// Its short name on sheets and in the answers.
        package let code: String
        /// Position among ``SampleDraw/strata``.
        package let stratum: Int
        /// Position among the frame's units.
        package let unit: Int
        /// The cluster is the `part`-th of `parts` equal parts of its unit, from 1.
        package let part: Int
        package let parts: Int
        package let isSelfRepresenting: Bool
        /// People of the population in the unit or part.
        package let size: Double
        /// Households of the unit or part; nil where nobody knows.
        package let households: Double?
        /// The probability that the cluster is in the sample; 1 where the unit represents itself.
        package let probability: Double
        package let interviews: Int

        /// The probability of a household inside the cluster; nil where households are not known.
        package var householdProbability: Double? {
            households.map { min(1, Double(interviews) / $0) }
        }
    }
}

extension SampleDraw {
    /// Draws the sample that `plan` asks for.
    ///
    /// Places larger than the plan's self-representing size, and places larger than the interval of
    /// their stratum, represent themselves: each becomes a stratum of its own whose clusters are equal
    /// parts of it. From the rest of a stratum clusters are drawn systematically with probability in
    /// proportion to size, down the list in the frame's order of strata and, inside each, from large to
    /// small and back, so that neighbours are alike (implicit stratification).
    package init(frame: Frame, plan: SamplePlan) {
        self.plan = plan
        frameHash = frame.hash
        allocation = Allocation(
            frame: frame,
            size: plan.interviews,
            perCluster: plan.perCluster,
            rule: plan.allocation,
            least: plan.least
        )
        var drawer = Drawer(frame: frame, plan: plan)
        for stratum in allocation.strata { drawer.draw(stratum) }
        strata = drawer.strata
        clusters = drawer.clusters
        reserves = drawer.reserves
    }

    private init(_ draw: SampleDraw, clusters: [Cluster], reserves: [Cluster]) {
        plan = draw.plan
        frameHash = draw.frameHash
        allocation = draw.allocation
        strata = draw.strata
        self.clusters = clusters
        self.reserves = reserves
    }

    /// Whether this draw follows from the frame and its plan, cluster for cluster.
    package func follows(from frame: Frame) -> Bool {
        frame.hash == frameHash && SampleDraw(frame: frame, plan: plan) == self
    }

    /// The draw with `count` more clusters in a stratum, without touching those already drawn.
    ///
    /// They are drawn from the units that are neither in the sample nor in reserve, in proportion to
    /// size; there may be fewer than `count` of them left. A cluster's probability is then that of either
    /// draw: π₁ + (1 − π₁)π₂, where π₂ is its probability among the units that were left this time. For
    /// another first draw it would have been different: in a stratum of few units totals can be off by
    /// several per cent, and raking to its population is needed.
    ///
    /// - Precondition: A stratum that does not represent itself: its clusters are parts of one place.
    package func boosted(
        stratum: Int,
        by count: Int,
        from frame: Frame
    ) -> SampleDraw {
        precondition(!strata[stratum].isSelfRepresenting, "a stratum of several places")
        let open = unitsLeft(in: stratum, of: frame)
        let sizes = open.map { frame.units[$0].size }
        let drawn = min(count, open.count)
        let second = inclusionProbabilities(sizes: sizes, count: drawn)
        // A stream of its own: the booster changes nothing of what was drawn before.
        var generator = SeededGenerator(
            seed: plan.seed,
            stream: UInt64(1_000_000 + 1_000 * stratum + clusters.count)
        )
        let left = compensatedSum(sizes)
        let interviews = strata[stratum].interviews / max(1, strata[stratum].clusters)
        func either(_ first: Double, _ size: Double) -> Double {
            first + (1 - first) * min(1, left > 0 ? Double(drawn) * size / left : 0)
        }
        var result = clusters.map { cluster in
            cluster.stratum == stratum
                ? cluster.with(probability: either(cluster.probability, cluster.size)) : cluster
        }
        let first = Double(strata[stratum].clusters) / strata[stratum].population
        for hit in systematicSample(probabilities: second, start: generator.uniform()) {
            let unit = frame.units[open[hit]]
            result.append(
                Cluster(
                    code: "B\(Self.padded(result.count + 1))",
                    stratum: stratum,
                    unit: open[hit],
                    part: 1,
                    parts: 1,
                    isSelfRepresenting: false,
                    size: unit.size,
                    households: plan.households(of: unit),
                    probability: either(first * unit.size, unit.size),
                    interviews: interviews
                )
            )
        }
        return SampleDraw(self, clusters: result, reserves: reserves)
    }

    /// The units of a stratum that are neither in the sample nor in reserve, by position in the frame.
    package func unitsLeft(in stratum: Int, of frame: Frame) -> [Int] {
        let taken = Set((clusters + reserves).map(\.unit))
        return frame.units.indices.filter {
            strata[stratum].keys.contains(frame.units[$0].key) && !taken.contains($0)
                && !isSelfRepresenting($0)
        }
    }

    private func isSelfRepresenting(_ unit: Int) -> Bool {
        clusters.contains { $0.unit == unit && $0.isSelfRepresenting }
    }

    static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

extension SampleDraw.Cluster {
    fileprivate func with(probability: Double) -> Self {
        Self(
            code: code,
            stratum: stratum,
            unit: unit,
            part: part,
            parts: parts,
            isSelfRepresenting: isSelfRepresenting,
            size: size,
            households: households,
            probability: probability,
            interviews: interviews
        )
    }
}
