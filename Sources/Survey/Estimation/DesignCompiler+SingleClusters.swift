extension DesignCompiler {
    /// Reports or notes the strata with a single unit that was not certain to be drawn.
    mutating func checkSingles(_ tree: SamplingTree, _ stages: [ReadStage]) {
        guard columns.isProbabilitySample else { return }
        for (depth, stage) in tree.stages.enumerated() {
            let singles = stage.drawn.indices.filter {
                stage.drawn[$0] == 1 && !SamplingTree.isWhole(stage.fraction[$0])
            }
            guard !singles.isEmpty else { continue }
            let all = names(stages[depth], depth: depth)
            let names = singles.map { all[$0] }.sorted()
            if depth == 0, singleClusterStrata.isEmpty { singleClusterStrata = names }
            let isProblem =
                switch columns.singleCluster {
                case .fail, .collapse: true
                case .average: leavesNothing(singles, stage)
                case .certainty, .remove, .adjust: false
                }
            guard isProblem else { continue }
            let joining = depth == 0 ? neighbours(stages[0], names: all) : []
            add(.singleCluster(stage: depth + 1, strata: names, joining: joining))
        }
    }

    /// The strata to join, so that none of the first stage holds a single unit: neighbours by name.
    private func neighbours(_ read: ReadStage, names: [String]) -> [[String]] {
        let one = Labels(codes: [Int32](repeating: 0, count: columns.rowCount), names: [""])
        return CollapsePlan(read, names: names, within: one).joined
    }

    /// Whether some parent unit has single-unit strata and no other to take an average from.
    private func leavesNothing(_ singles: [Int], _ stage: SamplingTree.Stage) -> Bool {
        var strata: [Int32: Int] = [:]
        for parent in stage.parentOfStratum { strata[parent, default: 0] += 1 }
        for single in singles { strata[stage.parentOfStratum[single], default: 0] -= 1 }
        return singles.contains { strata[stage.parentOfStratum[$0]] == 0 }
    }

    /// The first stage with each single-unit stratum joined to a neighbour inside one value of
    /// `within`.
    mutating func collapsed(
        _ read: ReadStage,
        within: Labels
    ) -> ReadStage {
        let plan = CollapsePlan(read, names: names(read, depth: 0), within: within)
        for problem in plan.problems { add(problem) }
        singleClusterStrata = plan.singles
        guard plan.problems.isEmpty, !plan.joined.isEmpty else { return read }
        joinedStrata = plan.joined
        let strata = DenseNumbers(
            within: [Int32](repeating: 0, count: columns.rowCount),
            count: 1,
            codes: read.stratumOfRow.map { plan.newStratum[Int($0)] },
            codeCount: read.stratumCount
        )
        let units = DesignColumns.Stage(
            units: Labels(
                codes: read.unitOfRow,
                names: read.stratumOfUnit.indices.map { String($0) }
            )
        )
        var result = readUnits(units, strata: strata)
        result.unequal = unequal(columns.stages.first ?? .init(), result, depth: 0)
        result.population = [Double](repeating: 0, count: strata.count)
        var seen: Set<Int32> = []
        for (row, old) in read.stratumOfRow.enumerated() where seen.insert(old).inserted {
            result.population[Int(result.stratumOfRow[row])] += read.population[Int(old)]
        }
        return result
    }
}
