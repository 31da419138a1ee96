import Kernels

/// How many interviews a survey needs, and what a given number of them can show.
///
/// The simple random sample that would do is multiplied by the design effect; the share of people who do
/// not respond is added at the end, as people to be approached.
///
/// - SeeAlso: Cochran (1977), Sampling Techniques, 3rd ed., 4.4 and 4.8; Kish (1965), Survey
///   Sampling, 5.4 (deff = 1 + (b − 1)ρ); Valliant, Dever & Kreuter (2018), Practical Tools for
///   Designing and Weighting Survey Samples, 3.2 and 4.3; R `PracTools::nProp`.
package struct SampleSize: Sendable, Hashable {
    /// What the sample must be able to show.
    package enum Aim: Sendable, Hashable {
        /// A margin of error (half the interval) of an estimate whose standard deviation is `sd`; for a
        /// share p that is √(p(1 − p)), 0.5 at most.
        case margin(Double, sd: Double)
        /// A difference between two halves of the sample, found with probability `power`.
        case groups(difference: Double, sd: Double, power: Double)
        /// A difference between two waves of this size whose answers correlate by `correlation` (0 for
        /// two independent samples), found with probability `power`.
        case waves(difference: Double, sd: Double, power: Double, correlation: Double)
    }

    /// How well the sample will do, as far as its designers can know.
    package struct Conditions: Sendable, Hashable {
        /// The level of intervals, and one minus the level of tests.
        package var level = 0.95
        package var designEffect = 1.0
        /// People of the population; nil to leave the correction for a finite population out.
        package var population: Double?
        /// The share of people approached who will be interviewed.
        package var responseRate = 1.0

        package init() {}
    }

    /// Interviews needed, not rounded.
    package let exact: Double
    /// Interviews needed, rounded up.
    package let interviews: Int
    /// People to approach, rounded up.
    package let approached: Int

    /// The size that meets `aim`.
    package init(_ aim: Aim, _ conditions: Conditions) {
        let z = Distribution.normal.upperQuantile((1 - conditions.level) / 2)
        let simple: Double =
            switch aim {
            case .margin(let margin, let sd): corrected(sd, margin / z, conditions.population)
            case .groups(let difference, let sd, let power):
                4 * sd * sd * squared((z + zPower(power)) / difference)
            case .waves(let difference, let sd, let power, let correlation):
                2 * sd * sd * (1 - correlation) * squared((z + zPower(power)) / difference)
            }
        exact = simple * conditions.designEffect
        // A billionth off a whole number is rounding, not a person.
        interviews = Int((exact - 1e-9).rounded(.up))
        approached = Int((exact / conditions.responseRate - 1e-9).rounded(.up))
    }

    /// The margin of error of an estimate with standard deviation `sd` from `n` interviews.
    package static func margin(n: Double, sd: Double, _ conditions: Conditions) -> Double {
        let z = Distribution.normal.upperQuantile((1 - conditions.level) / 2)
        let simple = n / conditions.designEffect
        let finite = conditions.population.map { max(0, ($0 - simple) / ($0 - 1)) } ?? 1
        return z * sd * (finite / simple).squareRoot()
    }

    /// The smallest difference between two halves of `n` interviews that is found with `power`.
    package static func detectable(
        n: Double,
        sd: Double,
        power: Double,
        _ conditions: Conditions
    ) -> Double {
        let z = Distribution.normal.upperQuantile((1 - conditions.level) / 2)
        return 2 * sd * (z + zPower(power)) * (conditions.designEffect / n).squareRoot()
    }
}

/// The simple random sample with standard error `error`, out of a population of N:
/// n = S²/(e² + S²_p/(N − 1)) with S² = sd² N/(N − 1), as `PracTools::nProp` has it.
private func corrected(_ sd: Double, _ error: Double, _ population: Double?) -> Double {
    let variance = sd * sd
    guard let population else { return variance / (error * error) }
    return variance * population / (population - 1)
        / (error * error + variance / (population - 1))
}

private func zPower(_ power: Double) -> Double {
    Distribution.normal.quantile(power)
}

private func squared(_ x: Double) -> Double { x * x }

/// The number of interviews a cluster that gives the best precision for the money.
///
/// - Parameters:
///   - costRatio: What one more cluster costs, in interviews.
///   - icc: The correlation between people of one cluster, above 0 and below 1.
/// - Returns: √((c₁/c₂)(1 − ρ)/ρ), not rounded.
/// - SeeAlso: Hansen, Hurwitz & Madow (1953), Sample Survey Methods and Theory, vol. 1, 6.17; R
///   `PracTools::clusOpt2`.
package func optimalClusterSize(costRatio: Double, icc: Double) -> Double {
    (costRatio * (1 - icc) / icc).squareRoot()
}

/// What a number of interviews a cluster gives for a fixed sum of money.
package struct ClusterSizeOption: Sendable, Hashable {
    package let perCluster: Int
    /// Clusters that the money pays for, not rounded.
    package let clusters: Double
    package let interviews: Double
    package let designEffect: Double
    /// Half the interval of a share of 50 %.
    package let margin: Double

    /// The options from `sizes` for the money that `interviews` in clusters of `perCluster` cost.
    ///
    /// Costs are in one currency: of a cluster (travel, listing) and of an interview.
    package static func table(
        sizes: [Int],
        budget: Double,
        clusterCost: Double,
        interviewCost: Double,
        icc: Double,
        level: Double = 0.95
    ) -> [ClusterSizeOption] {
        sizes.map { size in
            let clusters = budget / (clusterCost + Double(size) * interviewCost)
            var conditions = SampleSize.Conditions()
            conditions.level = level
            conditions.designEffect = 1 + Double(size - 1) * icc
            let interviews = clusters * Double(size)
            return ClusterSizeOption(
                perCluster: size,
                clusters: clusters,
                interviews: interviews,
                designEffect: conditions.designEffect,
                margin: SampleSize.margin(n: interviews, sd: 0.5, conditions)
            )
        }
    }
}
