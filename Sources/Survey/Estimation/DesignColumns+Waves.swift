/// What two waves of a survey have in common.
package enum WaveOverlap: String, Sendable, Hashable, CaseIterable {
    /// Two samples drawn apart: strata and clusters of one name are different ones.
    case none
    /// Clusters of one name are the same clusters, visited twice; so are their strata.
    case clusters
}

extension DesignColumns {
    /// The columns of two waves, one below the other, for estimates of change.
    ///
    /// A difference between the waves is then a difference between two groups of one design, and the
    /// covariance that shared clusters make is counted.
    ///
    /// - SeeAlso: Kish (1965), *Survey Sampling*, 12.4; R: waves stacked in one `svydesign`.
    package static func stacked(
        _ first: DesignColumns,
        _ second: DesignColumns,
        sharing overlap: WaveOverlap
    ) -> DesignColumns {
        var result = first
        result.rowCount = first.rowCount + second.rowCount
        let depth = max(first.stages.count, second.stages.count, overlap == .none ? 1 : 0)
        result.stages = (0..<depth).map { level in
            let above = level < first.stages.count ? first.stages[level] : Stage()
            let below = level < second.stages.count ? second.stages[level] : Stage()
            var stage = Stage()
            stage.strata = labels(
                above.strata,
                below.strata,
                first.rowCount,
                second.rowCount,
                overlap,
                isNeeded: level == 0 && overlap == .none
            )
            stage.units = labels(
                above.units,
                below.units,
                first.rowCount,
                second.rowCount,
                overlap,
                isNeeded: false
            )
            if let one = above.population, let other = below.population {
                stage.population = one + other
            }
            if let one = above.probabilities, let other = below.probabilities {
                stage.probabilities = Probabilities(one.values + other.values, rule: one.rule)
            }
            return stage
        }
        if let one = first.weights, let other = second.weights { result.weights = one + other }
        if case .collapse(let one) = first.singleCluster,
            case .collapse(let other) = second.singleCluster,
            let within = labels(
                one,
                other,
                first.rowCount,
                second.rowCount,
                overlap,
                isNeeded: true
            )
        {
            result.singleCluster = .collapse(within: within)
        }
        return result
    }

    private static func labels(
        _ first: Labels?,
        _ second: Labels?,
        _ firstCount: Int,
        _ secondCount: Int,
        _ overlap: WaveOverlap,
        isNeeded: Bool
    ) -> Labels? {
        if first == nil, second == nil, !isNeeded { return nil }
        func texts(_ labels: Labels?, _ count: Int, _ wave: String) -> [String?] {
            guard let labels else { return [String?](repeating: wave, count: count) }
            return labels.codes.map { code in
                guard code >= 0 else { return nil }
                let name = labels.names[Int(code)]
                return overlap == .none ? "\(wave) / \(name)" : name
            }
        }
        return Labels(
            texts(first, firstCount, "first wave") + texts(second, secondCount, "second wave")
        )
    }
}
