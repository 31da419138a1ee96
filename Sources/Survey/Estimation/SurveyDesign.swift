import Kernels

/// How a sample was drawn, checked and ready to estimate from.
///
/// Made once from ``DesignColumns``; an argument of every estimate, never a global setting.
package struct SurveyDesign: Sendable {
    package let rowCount: Int
    /// One weight a row: how many people the respondent stands for; 0 leaves a row out of estimates.
    package private(set) var weights: [Double]
    package let isProbabilitySample: Bool
    /// Sampling strata of the first stage, after collapsing, as the rows hold them.
    package internal(set) var stratumCount: Int
    /// First-stage units (clusters; single rows where none were named); nil where the data have replicate
    /// weights instead.
    package internal(set) var clusterCount: Int?
    /// The names of strata that were joined because one of them held a single cluster.
    package let joinedStrata: [[String]]
    /// Strata with a single cluster that was not certain to be drawn, before any rule.
    package let singleClusterStrata: [String]
    /// Whether every unit of every stage was drawn: nothing is left to chance.
    package let isCensus: Bool

    /// The units of all stages.
    let tree: SamplingTree
    /// The last-stage unit of each row.
    let unitOfRow: [Int32]
    /// The rows in the order of their units; nil when that is the order in which they stand.
    let rowsByUnit: [Int32]?
    /// The first-stage unit of each last-stage unit.
    let clusterOfUnit: [Int32]
    /// The replicates that tell variances; nil where they are linearised.
    let replicates: Replicates?
    /// What the weights were calibrated to; nil where they were not, or where replicates tell.
    private(set) var calibration: CalibrationResidual?

    /// The degrees of freedom of estimates from the whole sample: clusters less strata, or the rank of the
    /// replicates less one.
    package var degreesOfFreedom: Int { size(of: tree.allUnits).degreesOfFreedom }

    /// A design that names no sample: each row counts once, and nothing is said about a population.
    package static func none(rowCount: Int) -> SurveyDesign {
        let tree = SamplingTree.ofRows(rowCount)
        return SurveyDesign(
            parts: DesignCompiler.Parts(
                weights: [Double](repeating: 1, count: rowCount),
                tree: tree,
                unitOfRow: tree.allUnits
            ),
            isProbabilitySample: false
        )
    }

    /// The design that `columns` describe.
    ///
    /// - Throws: All the problems of the columns at once.
    package init(_ columns: DesignColumns) throws(DesignProblems) {
        var compiler = DesignCompiler(columns)
        let parts = compiler.compile()
        guard compiler.problems.isEmpty, let parts else {
            throw DesignProblems(compiler.problems)
        }
        self.init(parts: parts, isProbabilitySample: columns.isProbabilitySample)
    }

    init(parts: DesignCompiler.Parts, isProbabilitySample: Bool) {
        rowCount = parts.weights.count
        weights = parts.weights
        self.isProbabilitySample = isProbabilitySample
        joinedStrata = parts.joinedStrata
        singleClusterStrata = parts.singleClusterStrata
        tree = parts.tree
        unitOfRow = parts.unitOfRow
        let units = parts.unitOfRow
        let isInOrder = units.indices.dropFirst().allSatisfy { units[$0 - 1] <= units[$0] }
        rowsByUnit =
            isInOrder
            ? nil
            : countingSort(
                units.indices.map { Int32(truncatingIfNeeded: $0) },
                by: units,
                parts.tree.finestUnitCount
            )
        clusterOfUnit = parts.tree.clusterOfFinestUnit()
        stratumCount = tree.stages[0].drawn.count
        clusterCount = tree.stages[0].stratumOfUnit.count
        isCensus = parts.isCensus
        replicates = parts.replicates
    }
}

extension SurveyDesign {
    /// The same sample with other parts.
    func with(_ parts: DesignCompiler.Parts) -> SurveyDesign {
        SurveyDesign(parts: parts, isProbabilitySample: isProbabilitySample)
    }

    /// The same sample with `weights`, and what was calibrated counted in variances.
    func with(_ weights: [Double], _ calibration: CalibrationResidual?) -> SurveyDesign {
        var design = self
        design.weights = weights
        design.calibration = calibration
        return design
    }

    /// What the design is made of.
    var parts: DesignCompiler.Parts {
        DesignCompiler.Parts(
            weights: weights,
            tree: tree,
            unitOfRow: unitOfRow,
            joinedStrata: joinedStrata,
            singleClusterStrata: singleClusterStrata,
            isCensus: isCensus,
            replicates: replicates
        )
    }
}

extension SurveyDesign {
    /// What unequal weights alone cost, over the rows that have one.
    package var kishDesignEffect: Double {
        kishEffect(of: weights.filter { $0 > 0 })
    }
}

/// What unequal weights alone cost: 1 + (coefficient of variation of the weights)²; NaN where they sum to
/// nothing.
///
/// - SeeAlso: Kish (1992), "Weighting for unequal P_i", Journal of Official Statistics 8, 183-200.
func kishEffect(of weights: [Double]) -> Double {
    let sum = compensatedSum(weights)
    let squares = compensatedSum(weights.map { $0 * $0 })
    return sum > 0 ? Double(weights.count) * squares / (sum * sum) : .nan
}
