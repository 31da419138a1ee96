extension SurveyDesign {
    /// The same sample with weights that meet the targets of `terms`, and variances that count it.
    ///
    /// Linearised variances are those of residuals on the terms. Replicates are calibrated one by one; their
    /// degrees of freedom are then the rank of the replicate weights less one.
    ///
    /// - Throws: ``CalibrationError`` where the weights, or those of a replicate, cannot meet the targets.
    package func calibrated(
        to terms: [CalibrationTerm],
        distance: Calibration.Distance = .linear
    ) throws(CalibrationError) -> SurveyDesign {
        try calibrated(terms, regressionWeights: weights) {
            (weights) throws(CalibrationError) in
            try Calibration(weights, to: terms, distance: distance).weights
        }
    }

    /// The same sample raked to `margins` (post-stratified, where there is one), and variances that count it.
    ///
    /// - Throws: ``CalibrationError`` where raking does not converge.
    package func raked(to margins: [Margin]) throws(CalibrationError) -> SurveyDesign {
        // R's residuals of raking are those of an unweighted regression, of post-stratification not.
        let plain = weights.map { $0 == 0 ? 0.0 : 1 }
        return try calibrated(
            margins.map(CalibrationTerm.init),
            regressionWeights: margins.count == 1 ? weights : plain
        ) { (weights) throws(CalibrationError) in
            let raking = Raking(weights, to: margins)
            guard raking.hasConverged else { throw .notConverged(after: raking.iterations) }
            return raking.weights
        }
    }

    /// The same sample with `weights` that were made from weights calibrated to `terms`.
    ///
    /// What is given was calibrated elsewhere; variances count it.
    ///
    /// - Parameters:
    ///   - weights: The final weights.
    ///   - terms: What weights were calibrated to.
    ///   - calibrated: The weights right after calibration; nil where they are the final ones.
    ///   - before: The weights before it, for the regression; nil for 1 each, as raking has it.
    /// - Returns: The design with `weights`.
    package func reweighted(
        _ weights: [Double],
        calibratedTo terms: [CalibrationTerm],
        calibrated: [Double]? = nil,
        before: [Double]?
    ) -> SurveyDesign {
        precondition(replicates == nil, "a design without replicates")
        return with(
            weights,
            CalibrationResidual(
                terms,
                regressionWeights: before ?? weights.map { $0 == 0 ? 0 : 1 },
                calibrated: calibrated ?? weights,
                final: weights,
                unitOfRow: unitOfRow,
                unitCount: tree.finestUnitCount
            )
        )
    }

    private func calibrated(
        _ terms: [CalibrationTerm],
        regressionWeights: [Double],
        _ calibrate: ([Double]) throws(CalibrationError) -> [Double]
    ) throws(CalibrationError) -> SurveyDesign {
        precondition(calibration == nil, "weights are calibrated once")
        let result = try calibrate(weights)
        guard let replicates else {
            return reweighted(result, calibratedTo: terms, before: regressionWeights)
        }
        var factors: [Double] = []
        factors.reserveCapacity(replicates.count * rowCount)
        for replicate in 0..<replicates.count {
            let before = weights.indices.map { row in
                weights[row] * replicates.factor(replicate, unit: Int(unitOfRow[row]), tree)
            }
            let after: [Double]
            do throws(CalibrationError) {
                after = try calibrate(before)
            } catch {
                throw .replicateNotConverged(replicate + 1)
            }
            factors += zip(after, result).map { $1 == 0 ? 0 : $0 / $1 }
        }
        var parts = parts
        parts.weights = result
        parts.tree = .ofRows(rowCount)
        parts.unitOfRow = parts.tree.allUnits
        parts.replicates = Replicates(
            factors: .rows(factors),
            count: replicates.count,
            scale: replicates.scale,
            replicateScales: replicates.replicateScales,
            isAboutEstimate: replicates.isAboutEstimate,
            hasKnownUnits: false
        )
        var design = with(parts)
        // The replicates vary by row now; what was drawn is what it was.
        design.stratumCount = stratumCount
        design.clusterCount = clusterCount
        return design
    }
}
