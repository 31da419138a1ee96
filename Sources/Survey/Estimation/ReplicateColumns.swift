import Kernels

/// Replicate weights that came with the data.
package struct ReplicateColumns: Sendable, Hashable {
    /// How they were made, which says how much each counts.
    package enum Method: Sendable, Hashable {
        /// One unit left out, without strata: (R - 1) / R.
        case jackknife
        /// One unit left out of each stratum in turn: the scales of replicates must be given.
        case stratifiedJackknife
        /// One of the two units of each stratum, Hadamard-balanced: 1 / R.
        case balanced
        /// The same with factors ρ and 2 - ρ: 1 / (R (1 - ρ)²).
        case fay(rho: Double)
        /// 1 / (R - 1).
        case bootstrap
        /// Successive differences: 4 / R.
        case successiveDifferences
        /// The scale must be given.
        case other
    }

    /// The full-sample weight of each row.
    package var weights: [Double]
    /// One list of weights a replicate.
    package var replicates: [[Double]]
    package var method: Method
    /// What the sum of squares is multiplied by; nil for that of the method.
    package var scale: Double?
    /// What the square of each replicate is multiplied by; nil for 1.
    package var replicateScales: [Double]?
    /// Whether squares are taken about the estimate (R's "mse") rather than the replicates' mean.
    package var isAboutEstimate: Bool
    /// Whether replicates are weights, or factors of the full-sample weight.
    package var areFactors: Bool

    package init(
        weights: [Double],
        replicates: [[Double]],
        method: Method,
        scale: Double? = nil,
        replicateScales: [Double]? = nil,
        isAboutEstimate: Bool = false,
        areFactors: Bool = false
    ) {
        precondition(replicates.allSatisfy { $0.count == weights.count }, "one weight a row")
        precondition(
            replicateScales?.count ?? replicates.count == replicates.count,
            "one a replicate"
        )
        self.weights = weights
        self.replicates = replicates
        self.method = method
        self.scale = scale
        self.replicateScales = replicateScales
        self.isAboutEstimate = isAboutEstimate
        self.areFactors = areFactors
    }

    /// The scale: the one given, or the method's; nil where the method has none.
    fileprivate var usedScale: Double? {
        if let scale { return scale }
        let count = Double(replicates.count)
        switch method {
        case .jackknife: return (count - 1) / count
        case .stratifiedJackknife: return replicateScales == nil ? nil : 1
        case .balanced: return 1 / count
        case .fay(let rho): return 1 / (count * (1 - rho) * (1 - rho))
        case .bootstrap: return 1 / (count - 1)
        case .successiveDifferences: return 4 / count
        case .other: return nil
        }
    }

    fileprivate var problems: [DesignProblem] {
        var problems: [DesignProblem] = []
        if replicates.count < 2 { problems.append(.tooFewReplicates(replicates.count)) }
        for (replicate, values) in replicates.enumerated() {
            let bad = values.indices.filter { !(values[$0] >= 0 && values[$0] < .infinity) }
            if !bad.isEmpty { problems.append(.badReplicate(replicate + 1, rows: bad)) }
        }
        let lost = weights.indices.filter { row in
            weights[row] == 0 && !areFactors && replicates.contains { $0[row] > 0 }
        }
        if !lost.isEmpty { problems.append(.replicateWithoutWeight(rows: lost)) }
        let scales = replicateScales ?? []
        if !(usedScale.map { $0 > 0 && $0 < .infinity } ?? false)
            || scales.contains(where: { !($0 >= 0 && $0 < .infinity) })
            || (!scales.isEmpty && scales.allSatisfy { $0 == 0 })
        {
            problems.append(.noReplicateScale)
        }
        return problems
    }
}

extension SurveyDesign {
    /// A design that knows its weights and their replicates alone.
    ///
    /// Its degrees of freedom are the rank of the replicate weights less one.
    ///
    /// - Throws: All the problems of the weights at once.
    package init(_ columns: ReplicateColumns) throws(DesignProblems) {
        var compiler = DesignCompiler(
            DesignColumns(rowCount: columns.weights.count, weights: columns.weights)
        )
        let plain = compiler.compile()
        let problems = compiler.problems + columns.problems
        guard problems.isEmpty, var parts = plain, let scale = columns.usedScale else {
            throw DesignProblems(problems)
        }
        let factors = columns.replicates.flatMap { values in
            columns.areFactors
                ? values : zip(values, columns.weights).map { $1 > 0 ? $0 / $1 : 0 }
        }
        parts.tree = .ofRows(columns.weights.count)
        parts.unitOfRow = parts.tree.allUnits
        parts.replicates = Replicates(
            factors: .rows(factors),
            count: columns.replicates.count,
            scale: scale,
            replicateScales: columns.replicateScales
                ?? [Double](repeating: 1, count: columns.replicates.count),
            isAboutEstimate: columns.isAboutEstimate,
            hasKnownUnits: false
        )
        self.init(parts: parts, isProbabilitySample: true)
        clusterCount = nil
    }
}
