import Kernels

/// How replicates of the weights are made from a design.
package enum ReplicateMethod: Sendable, Hashable {
    /// Each first-stage unit is left out in turn: JK1 without strata, JKn with them.
    case jackknife
    /// Rao and Wu's bootstrap: n - 1 of the n units of each stratum, drawn with replacement.
    case bootstrap(count: Int, seed: UInt64)
}

extension SurveyDesign {
    /// The same sample with variances from replicates that are made here.
    ///
    /// Replicates are of first-stage units, and later stages vary with them. With one stage its population
    /// is counted; with several it is not, since the replicates cannot see what later stages add where few
    /// first-stage units are left undrawn: they err on the safe side, as with unequal probabilities. A stratum with a single unit, under any rule that allows it, adds nothing.
    ///
    /// - SeeAlso: Rao & Wu (1988), Resampling Inference with Complex Survey Data, JASA 83, 231-241, (2.3)
    ///   with m = n - 1; Wolter (2007), 4.5; R `survey::as.svrepdesign` ("JK1", "JKn", "subbootstrap",
    ///   which leaves the population out of the bootstrap).
    package func replicated(by method: ReplicateMethod) -> SurveyDesign {
        precondition(calibration == nil && replicates == nil, "a design before calibration")
        var parts = parts
        var stage = tree.stages[0]
        stage.unequal = nil
        if tree.stages.count > 1, !isCensus {
            stage.fraction = stage.fraction.map { _ in 0 }
        }
        parts.tree = SamplingTree(stages: [stage], rule: .nothing)
        parts.unitOfRow = unitOfRow.map { clusterOfUnit[Int($0)] }
        switch method {
        case .jackknife: parts.replicates = Replicates(leavingOneOutOf: stage)
        case .bootstrap(let count, let seed):
            parts.replicates = Replicates(drawing: count, from: stage, seed: seed)
        }
        return with(parts)
    }

    /// The same replicates of other weights: each replicate multiplies them by the factors that it has.
    ///
    /// For weights that were cut after they were fitted; the cut is taken as given.
    package func reweighted(_ weights: [Double]) -> SurveyDesign {
        precondition(replicates != nil && weights.count == rowCount, "a design with replicates")
        return with(weights, nil)
    }

    /// How many replicates tell variances; nil where these are linearised.
    package var replicateCount: Int? { replicates?.count }

    /// Whether it is known which first-stage units hold a group.
    package var knowsClusters: Bool { replicates?.hasKnownUnits ?? true }
}

extension Replicates {
    fileprivate init(leavingOneOutOf stage: SamplingTree.Stage) {
        factors = .leaveOneOut
        count = stage.stratumOfUnit.count
        scale = 1
        replicateScales = stage.stratumOfUnit.map { stratum in
            let drawn = Double(stage.drawn[Int(stratum)])
            return drawn > 1 ? (drawn - 1) / drawn * (1 - stage.fraction[Int(stratum)]) : 0
        }
        isAboutEstimate = false
        hasKnownUnits = true
    }

    fileprivate init(drawing count: Int, from stage: SamplingTree.Stage, seed: UInt64) {
        let unitCount = stage.stratumOfUnit.count
        var factors = [Double](repeating: 1, count: count * unitCount)
        var generator = SeededGenerator(seed: seed)
        for replicate in 0..<count {
            var start = 0
            for stratum in stage.drawn.indices {
                let drawn = Int(stage.drawn[stratum])
                let places = replicate * unitCount + start..<replicate * unitCount + start + drawn
                start += drawn
                guard drawn > 1 else { continue }
                let part = (1 - stage.fraction[stratum]).squareRoot()
                for place in places { factors[place] = 1 - part }
                let step = part * Double(drawn) / Double(drawn - 1)
                for _ in 1..<drawn { factors[places.lowerBound + generator.below(drawn)] += step }
            }
        }
        self.factors = .rows(factors)
        self.count = count
        scale = 1 / Double(count - 1)
        replicateScales = [Double](repeating: 1, count: count)
        isAboutEstimate = false
        hasKnownUnits = true
    }
}
