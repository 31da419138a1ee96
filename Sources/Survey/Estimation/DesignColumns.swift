/// The columns of the data that say how the sample was drawn; from them a ``SurveyDesign`` is made.
package struct DesignColumns: Sendable {
    /// One stage of sampling: what was drawn, within what, and out of how many.
    package struct Stage: Sendable {
        /// The sampling unit of each row; nil when each row is a unit of its own.
        package var units: Labels?
        /// The stratum of each row at this stage; nil when there is one stratum.
        package var strata: Labels?
        /// The finite population: how many units the stratum holds, or the fraction drawn.
        ///
        /// As in R's `svydesign`: values above 1 are counts, values of at most 1 are fractions; one
        /// stage has one kind. Constant in a stratum. Nil when the stage was drawn with replacement
        /// (or as good as): then later stages add nothing to the variance.
        package var population: [Double]?
        /// Unequal probabilities of selection without replacement; instead of a population.
        package var probabilities: Probabilities?

        package init(
            units: Labels? = nil,
            strata: Labels? = nil,
            population: [Double]? = nil,
            probabilities: Probabilities? = nil
        ) {
            self.units = units
            self.strata = strata
            self.population = population
            self.probabilities = probabilities
        }
    }

    /// The probability with which each unit was drawn, and how the variance makes do without those of pairs.
    package struct Probabilities: Sendable {
        /// One a row, above 0 and at most 1; the same in all rows of a unit.
        package var values: [Double]
        package var rule: UnequalProbabilityRule

        package init(_ values: [Double], rule: UnequalProbabilityRule = .brewer) {
            self.values = values
            self.rule = rule
        }
    }

    package var rowCount: Int
    /// From the first stage to the last; empty when each row was drawn by itself.
    package var stages: [Stage]
    /// One weight a row; nil for the inverse of the drawn fractions, or 1 where there are none.
    package var weights: [Double]?
    /// Whether equal cluster labels in two strata are two clusters.
    ///
    /// When false, a first-stage label in two strata is a problem. Labels of later stages are always
    /// read within the unit above them.
    package var nest: Bool
    /// What a stratum with a single cluster does to the variance.
    package var singleCluster: SingleClusterRule
    /// Whether the rows are a probability sample.
    ///
    /// When false, estimates describe these answers only: no standard error, no interval.
    package var isProbabilitySample: Bool

    package init(
        rowCount: Int,
        stages: [Stage] = [],
        weights: [Double]? = nil,
        nest: Bool = false,
        singleCluster: SingleClusterRule = .fail,
        isProbabilitySample: Bool = true
    ) {
        self.rowCount = rowCount
        self.stages = stages
        self.weights = weights
        self.nest = nest
        self.singleCluster = singleCluster
        self.isProbabilitySample = isProbabilitySample
    }
}

/// What a stratum with a single sampling unit does to the variance.
///
/// A stratum that was taken whole (its fraction is 1) has no variance and is never "single".
///
/// - SeeAlso: R survey's `options(survey.lonely.psu)`, which is global there and belongs to the
///   design here.
package enum SingleClusterRule: Sendable, Hashable {
    /// It is an error that names the strata.
    case fail
    /// The unit was certain to be drawn: it adds nothing.
    case certainty
    /// The stratum adds nothing; the same number as `certainty`, said of an accident.
    case remove
    /// The unit is compared with the mean of the units of all strata; errs on the safe side.
    case adjust
    /// The stratum adds as much as the mean of the other strata.
    case average
    /// The stratum is joined to its neighbour by name inside the same value of these labels.
    case collapse(within: Labels)
}

/// How the variance of a sample drawn with unequal probabilities π, without replacement, is approximated
/// from the units' own probabilities; z is a unit's weighted total, n the units drawn in a stratum.
///
/// - SeeAlso: Brewer (2002), *Combined Survey Sampling Inference*, chapter 9; Hartley & Rao (1962), Sampling
///   with Unequal Probabilities and without Replacement, Ann. Math. Statist. 33; Overton (1985); R
///   `survey::svydesign(pps = "brewer" | HR() | "overton")`.
package enum UnequalProbabilityRule: Sendable, Hashable {
    /// n / (n - 1) Σ (1 - π)(z - z̄)²: never negative.
    case brewer
    /// Probabilities of pairs by Hartley and Rao; Σπ² / n of the population where it is known, else the
    /// mean of the sample's π.
    case hartleyRao(meanSquare: Double?)
    /// Probabilities of pairs by Overton.
    case overton
}
