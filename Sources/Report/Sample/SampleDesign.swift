package import Base
import Kernels
package import Survey

/// What `ashar sample` works out: sizes, allocation, the draw and how interviewers walk.
package struct SampleDesign: Sendable {
    package let title: LocalText
    package let languages: [String]
    package let isSynthetic: Bool
    package let declaration: SampleDeclaration
    package let frame: Frame
    package let plan: SamplePlan
    package let allocation: Allocation
    /// nil where the frame has no units: then the sample is allocated, not drawn.
    package let draw: SampleDraw?
    /// One route a cluster, then one a reserve.
    package let routes: [RoutePlan]
    package let published: PublishedTable?
    /// What people read for the codes of the key, by column and code.
    package let labels: [String: [String: LocalText]]

    /// The design of a study's sample.
    ///
    /// `boosters` are clusters added since the first draw, in their order; `form` names places.
    package init(
        study: Study,
        declaration: SampleDeclaration,
        form: Form,
        frame: Frame,
        seed: UInt64,
        published: PublishedTable?,
        boosters: [Booster] = []
    ) {
        title = study.title
        languages = study.languages
        isSynthetic = study.isSynthetic
        self.declaration = declaration
        self.frame = frame
        self.published = published
        var plan = SamplePlan(
            interviews: declaration.interviews(population: frame.population),
            perCluster: declaration.perCluster,
            seed: seed
        )
        plan.allocation = declaration.allocation
        plan.least = declaration.least
        plan.reserve = declaration.reserve
        plan.adultsPerHousehold = declaration.adultsPerHousehold
        self.plan = plan
        if frame.units.isEmpty {
            draw = nil
            allocation = Allocation(
                frame: frame,
                size: plan.interviews,
                perCluster: plan.perCluster,
                rule: plan.allocation,
                least: plan.least
            )
        } else {
            var drawn = SampleDraw(frame: frame, plan: plan)
            for booster in boosters {
                // A stratum that is no longer there is told by the record, not met by a trap.
                let stratum = drawn.strata.firstIndex { stratum in
                    stratum.name == booster.stratum && !stratum.isSelfRepresenting
                }
                guard let stratum else { continue }
                drawn = drawn.boosted(stratum: stratum, by: booster.clusters, from: frame)
            }
            draw = drawn
            allocation = drawn.allocation
        }
        let places = draw.map { $0.clusters + $0.reserves } ?? []
        let (drawn, spare) = (draw?.clusters.count ?? 0, draw?.reserves.count ?? 0)
        let added = draw?.clusters.count { $0.code.hasPrefix("B") } ?? 0
        routes = places.enumerated().map { index, cluster in
            // A stream for each route, those of boosters after all others: a booster changes no start
            // that interviewers walk from.
            let order =
                index < drawn - added ? index : index < drawn ? index + spare : index - added
            var generator = SeededGenerator(seed: seed, stream: UInt64(2_000_000 + order))
            return RoutePlan(
                interviews: cluster.interviews,
                households: cluster.households,
                responseRate: declaration.responseRate,
                longestStep: declaration.longestStep,
                using: &generator
            )
        }
        labels = Dictionary(
            uniqueKeysWithValues: frame.keyNames.map { name in
                let choices = form.question(named: name).flatMap { form.choices(of: $0) } ?? []
                return (
                    name,
                    Dictionary(choices.map { ($0.name, $0.label) }) { first, _ in first }
                )
            }
        )
    }

    /// Clusters added to a stratum after the draw.
    package struct Booster: Sendable, Hashable, Codable {
        /// The stratum's name.
        package let stratum: String
        package let clusters: Int

        package init(stratum: String, clusters: Int) {
            self.stratum = stratum
            self.clusters = clusters
        }
    }

    /// The conditions under which the sample's precision is reckoned.
    package var conditions: SampleSize.Conditions {
        declaration.conditions(population: frame.population)
    }

    /// The cells of the published table that do not follow or do not add up.
    package var discrepancies: [PublishedTable.Discrepancy] {
        published?.discrepancies(interviews: plan.interviews, perCluster: plan.perCluster) ?? []
    }

    /// What other cluster sizes would give for the same money; empty where nobody gave costs.
    package var options: [ClusterSizeOption] {
        guard let costs = declaration.costs else { return [] }
        let clusters = Double(plan.interviews) / Double(plan.perCluster)
        return ClusterSizeOption.table(
            sizes: [4, 6, 8, 10, 12, 15, 18, 20, 25, 30, 40],
            budget: clusters * costs.cluster + Double(plan.interviews) * costs.interview,
            clusterCost: costs.cluster,
            interviewCost: costs.interview,
            icc: declaration.icc
        )
    }

    /// What people read for a stratum's key.
    package func name(of key: [String], in language: String) -> String {
        zip(frame.keyNames, key).map { column, code in
            name(of: code, in: column, language)
        }
        .joined(separator: " / ")
    }

    /// What people read for one code of a column.
    package func name(of code: String, in column: String, _ language: String) -> String {
        let text = labels[column]?[code]?.text(in: language) ?? ""
        return text.isEmpty ? code : text
    }
}
