package import Survey

/// How a study's sample is to be drawn: the key `sample` of `study.yaml`.
package struct SampleDeclaration: Sendable, Hashable {
    /// The file of strata with their populations; nil where the units say it all.
    package var frame: String?
    /// The file of units that can be selected; nil where a sample is only to be allocated.
    package var units: String?
    /// The columns that make the strata, the outermost first.
    package var strata: [String] = []
    package var size = Size.interviews(1_000)
    package var perCluster = 15
    package var allocation = AllocationRule.proportional
    /// The least number of interviews in each value of the outermost column.
    package var least = 0
    /// Replacement clusters of each stratum.
    package var reserve = 1
    package var selection = PersonSelection.kish
    /// The age from which people belong to the population.
    package var ageFrom = 18
    package var responseRate = 1.0
    /// The longest step of a route that can be walked; nil for any.
    package var longestStep: Int?
    package var adultsPerHousehold: Double?
    /// The correlation between people of one cluster, for the design effect.
    package var icc = 0.05
    /// What a cluster and an interview cost, in one currency; nil where nobody said.
    package var costs: Costs?
    package var seed: UInt64?
    /// A table that somebody published of the same sample, to compare with.
    package var published: String?
    /// The form whose lists of places and clusters are filled; the questions that hold them.
    package var placeQuestion: String?
    package var clusterQuestion = "cluster"

    package init() {}

    package enum Size: Sendable, Hashable {
        case interviews(Int)
        /// For a share of 50 %, as a share.
        case margin(Double)
        /// For a difference between two halves around 50 %, as a share.
        case difference(Double, power: Double)
    }

    package struct Costs: Sendable, Hashable {
        package let cluster: Double
        package let interview: Double

        package init(cluster: Double, interview: Double) {
            self.cluster = cluster
            self.interview = interview
        }
    }

    /// deff = 1 + (b − 1)ρ, Kish (1965), 5.4.
    package var designEffect: Double { 1 + Double(perCluster - 1) * icc }

    /// What the designers know of the sample, for margins and sizes.
    package func conditions(population: Double) -> SampleSize.Conditions {
        var conditions = SampleSize.Conditions()
        conditions.designEffect = designEffect
        conditions.population = population
        conditions.responseRate = responseRate
        return conditions
    }

    /// The number of interviews, as declared or as the aim asks for.
    package func interviews(population: Double) -> Int {
        switch size {
        case .interviews(let number): number
        case .margin(let margin):
            SampleSize(.margin(margin, sd: 0.5), conditions(population: population)).interviews
        case .difference(let difference, let power):
            SampleSize(
                .groups(difference: difference, sd: 0.5, power: power),
                conditions(population: population)
            ).interviews
        }
    }
}
