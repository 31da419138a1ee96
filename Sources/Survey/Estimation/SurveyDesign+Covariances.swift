import Kernels

extension SurveyDesign {
    /// The covariances of several estimates whose influences name the same units; NaN where the design
    /// leaves none.
    func covarianceMatrix(_ influences: [Influence]) -> Matrix {
        var matrix = Matrix(rows: influences.count, columns: influences.count)
        let deviations = replicates == nil ? tree.deviations(of: influences) : nil
        for row in influences.indices {
            for column in 0...row {
                let value =
                    if let deviations {
                        product(deviations[row], deviations[column])
                    } else {
                        covariance(influences[row], influences[column]) ?? .nan
                    }
                matrix[row, column] = value
                matrix[column, row] = value
            }
        }
        return matrix
    }
}

extension SamplingTree {
    /// For each influence, the numbers whose products sum to the covariances: deviations from the mean of
    /// the stratum, times the root of what it counts.
    ///
    /// Units without a value deviate by the mean itself; those of a stratum are one number together. Nil for
    /// designs whose covariances are no such sum: several stages, unequal probabilities, rules for strata
    /// with a single unit.
    fileprivate func deviations(of influences: [Influence]) -> [[Double]]? {
        guard stages.count == 1, rule == .nothing, stages[0].unequal == nil,
            let units = influences.first?.units, influences.allSatisfy({ $0.units == units })
        else { return nil }
        let stage = stages[0]
        var parts: [(range: Range<Int>, drawn: Double, root: Double)] = []
        var start = 0
        while start < units.count {
            let stratum = stage.stratumOfUnit[Int(units[start])]
            var end = start + 1
            while end < units.count, stage.stratumOfUnit[Int(units[end])] == stratum { end += 1 }
            let drawn = Double(stage.drawn[Int(stratum)])
            let fraction = stage.fraction[Int(stratum)]
            let isWhole = SamplingTree.isWhole(fraction)
            let factor =
                isWhole || drawn < 2
                ? 0 : stage.multiplier[Int(stratum)] * (1 - fraction) * drawn / (drawn - 1)
            parts.append((start..<end, drawn, factor.squareRoot()))
            start = end
        }
        return influences.map { influence in
            var deviations: [Double] = []
            deviations.reserveCapacity(units.count + parts.count)
            for part in parts {
                var sum = 0.0
                for position in part.range { sum += influence.values[position] }
                let mean = sum / part.drawn
                for position in part.range {
                    deviations.append(part.root * (influence.values[position] - mean))
                }
                let absent = part.drawn - Double(part.range.count)
                deviations.append(-part.root * mean * absent.squareRoot())
            }
            return deviations
        }
    }
}
