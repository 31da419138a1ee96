/// Turns the columns of a design into a sampling tree, and collects every problem on the way.
struct DesignCompiler {
    /// A design's parts, once the columns are found sound.
    struct Parts {
        var weights: [Double]
        var tree: SamplingTree
        var unitOfRow: [Int32]
        var joinedStrata: [[String]] = []
        var singleClusterStrata: [String] = []
        var isCensus = false
        var replicates: Replicates?
    }

    /// One stage as read: the stratum and the unit of each row, and the stratum of each unit.
    struct ReadStage {
        var stratumOfRow: [Int32]
        var stratumCount: Int
        var parentOfStratum: [Int32]
        var unitOfRow: [Int32]
        var stratumOfUnit: [Int32]
        /// How many units there are in each stratum; infinite with replacement.
        var population: [Double]
        var drawn: [Int32]
        /// The probability of each unit, where they are unequal.
        var unequal: (probabilities: [Double], rule: UnequalProbabilityRule)?
    }

    let columns: DesignColumns
    private(set) var problems: [DesignProblem] = []
    var joinedStrata: [[String]] = []
    var singleClusterStrata: [String] = []

    init(_ columns: DesignColumns) {
        self.columns = columns
        precondition(
            columns.stages.allSatisfy { stage in
                (stage.units?.count ?? columns.rowCount) == columns.rowCount
                    && (stage.strata?.count ?? columns.rowCount) == columns.rowCount
                    && (stage.population?.count ?? columns.rowCount) == columns.rowCount
                    && (stage.probabilities?.values.count ?? columns.rowCount) == columns.rowCount
            } && (columns.weights?.count ?? columns.rowCount) == columns.rowCount,
            "one value per row"
        )
    }

    /// The parts of the design; nil when there is a problem.
    mutating func compile() -> Parts? {
        guard columns.rowCount > 0 else {
            problems.append(.noRows)
            return nil
        }
        checkWeights()
        for stage in columns.stages.indices { checkLabels(stage) }
        guard problems.isEmpty else { return nil }
        let stages = readStages()
        guard problems.isEmpty else { return nil }
        let tree = tree(from: stages)
        checkSingles(tree, stages)
        let weights = columns.weights ?? inverseFractions(stages)
        guard problems.isEmpty else { return nil }
        return Parts(
            weights: weights,
            tree: tree,
            unitOfRow: stages[stages.count - 1].unitOfRow,
            joinedStrata: joinedStrata,
            singleClusterStrata: singleClusterStrata,
            isCensus: tree.stages.allSatisfy { $0.fraction.allSatisfy(SamplingTree.isWhole) }
        )
    }

    mutating func add(_ problem: DesignProblem) {
        problems.append(problem)
    }

    private mutating func checkWeights() {
        guard let weights = columns.weights else { return }
        let missing = weights.indices.filter { weights[$0].isNaN }
        let negative = weights.indices.filter { weights[$0] < 0 }
        let infinite = weights.indices.filter { weights[$0] == .infinity }
        if !missing.isEmpty { problems.append(.missingWeight(rows: missing)) }
        if !negative.isEmpty { problems.append(.negativeWeight(rows: negative)) }
        if !infinite.isEmpty { problems.append(.infiniteWeight(rows: infinite)) }
        if weights.allSatisfy({ $0 == 0 }) { problems.append(.noWeight) }
    }

    private mutating func checkLabels(_ stage: Int) {
        let read = columns.stages[stage]
        let withoutStratum = read.strata?.missingRows ?? []
        let withoutUnit = read.units?.missingRows ?? []
        if !withoutStratum.isEmpty {
            problems.append(.missingStratum(stage: stage + 1, rows: withoutStratum))
        }
        if !withoutUnit.isEmpty {
            problems.append(.missingUnit(stage: stage + 1, rows: withoutUnit))
        }
        let improbable = read.probabilities.map { given in
            given.values.indices.filter { !(given.values[$0] > 0 && given.values[$0] <= 1) }
        }
        if let improbable, !improbable.isEmpty {
            problems.append(.badProbability(stage: stage + 1, rows: improbable))
        }
        guard let population = read.population else { return }
        let bad = population.indices.filter { !(population[$0] > 0) }
        if !bad.isEmpty {
            problems.append(.badPopulation(stage: stage + 1, rows: bad))
        } else if population.contains(where: { $0 > 1 }), population.contains(where: { $0 < 1 }) {
            problems.append(.mixedPopulations(stage: stage + 1))
        }
    }
}

extension DesignCompiler {
    /// The stages that add to the variance: the first, and those below as long as each has a
    /// population.
    private mutating func readStages() -> [ReadStage] {
        let given = columns.stages.isEmpty ? [DesignColumns.Stage()] : columns.stages
        var counted = 0
        while counted < given.count,
            given[counted].population != nil || given[counted].probabilities != nil
        {
            counted += 1
        }
        var stages: [ReadStage] = []
        for depth in 0..<max(1, counted) {
            stages.append(readStage(given[depth], depth: depth, above: stages.last))
        }
        return stages
    }

    private mutating func readStage(
        _ stage: DesignColumns.Stage,
        depth: Int,
        above: ReadStage?
    ) -> ReadStage {
        let parents = above?.unitOfRow ?? [Int32](repeating: 0, count: columns.rowCount)
        let parentCount = above?.stratumOfUnit.count ?? 1
        let strata = DenseNumbers(
            within: parents,
            count: parentCount,
            codes: stage.strata?.ranks ?? [Int32](repeating: 0, count: columns.rowCount),
            codeCount: stage.strata?.names.count ?? 1
        )
        if depth == 0, !columns.nest, let units = stage.units, let names = stage.strata {
            checkNesting(units, names)
        }
        var read = readUnits(stage, strata: strata)
        read.unequal = unequal(stage, read, depth: depth)
        read.population = populations(stage, read, depth: depth)
        if depth == 0, case .collapse(let within) = columns.singleCluster {
            return collapsed(read, within: within)
        }
        return read
    }

    /// Numbers the units within strata that are already numbered.
    func readUnits(_ stage: DesignColumns.Stage, strata: DenseNumbers) -> ReadStage {
        let units = DenseNumbers(
            within: strata.numbers,
            count: strata.count,
            codes: stage.units?.ranks ?? (0..<Int32(columns.rowCount)).map { $0 },
            codeCount: stage.units?.names.count ?? columns.rowCount
        )
        var drawn = [Int32](repeating: 0, count: strata.count)
        for stratum in units.outerOfNumber { drawn[Int(stratum)] += 1 }
        return ReadStage(
            stratumOfRow: strata.numbers,
            stratumCount: strata.count,
            parentOfStratum: strata.outerOfNumber,
            unitOfRow: units.numbers,
            stratumOfUnit: units.outerOfNumber,
            population: [],
            drawn: drawn
        )
    }

    /// Reports first-stage labels that lie in more than one stratum.
    private mutating func checkNesting(_ units: Labels, _ strata: Labels) {
        var found: [Int32: Set<Int32>] = [:]
        var first = [Int32](repeating: -1, count: units.names.count)
        for row in 0..<columns.rowCount {
            let unit = Int(units.codes[row])
            let stratum = strata.codes[row]
            if first[unit] < 0 {
                first[unit] = stratum
            } else if first[unit] != stratum {
                found[Int32(unit), default: [first[unit]]].insert(stratum)
            }
        }
        for (unit, inside) in found.sorted(by: { $0.key < $1.key }) {
            problems.append(
                .unitInSeveralStrata(
                    unit: units.names[Int(unit)],
                    strata: inside.map { strata.names[Int($0)] }.sorted()
                )
            )
        }
    }

    /// How many units each stratum holds, from counts or fractions; infinite where none is given.
    private mutating func populations(
        _ stage: DesignColumns.Stage,
        _ read: ReadStage,
        depth: Int
    ) -> [Double] {
        guard let given = stage.population else {
            return [Double](repeating: .infinity, count: read.stratumCount)
        }
        let areCounts = given.contains { $0 > 1 }
        var values = [Double](repeating: .nan, count: read.stratumCount)
        var varies: Set<Int32> = []
        for (row, stratum) in read.stratumOfRow.enumerated() {
            if values[Int(stratum)].isNaN {
                values[Int(stratum)] = given[row]
            } else if values[Int(stratum)] != given[row] {
                varies.insert(stratum)
            }
        }
        let names = names(read, depth: depth)
        for stratum in varies.sorted() {
            add(.populationVaries(stage: depth + 1, stratum: names[Int(stratum)]))
        }
        return values.enumerated().map { stratum, value in
            let drawn = Int(read.drawn[stratum])
            let population = areCounts ? value : Double(drawn) / value
            if population < Double(drawn) {
                add(
                    .populationTooSmall(
                        stage: depth + 1,
                        stratum: names[stratum],
                        population: population,
                        drawn: drawn
                    )
                )
            }
            return population
        }
    }

    /// The probability of each unit; nil where the stage has none.
    mutating func unequal(
        _ stage: DesignColumns.Stage,
        _ read: ReadStage,
        depth: Int
    ) -> (probabilities: [Double], rule: UnequalProbabilityRule)? {
        guard let given = stage.probabilities else { return nil }
        var values = [Double](repeating: .nan, count: read.stratumOfUnit.count)
        var varies: Set<Int> = []
        for (row, unit) in read.unitOfRow.enumerated() {
            if values[Int(unit)].isNaN {
                values[Int(unit)] = given.values[row]
            } else if values[Int(unit)] != given.values[row] {
                varies.insert(row)
            }
        }
        if !varies.isEmpty {
            add(.probabilityVaries(stage: depth + 1, rows: varies.sorted()))
        }
        return (values, given.rule)
    }

    /// The names of the strata of a stage: their own, or those of the units in which they were drawn.
    func names(_ read: ReadStage, depth: Int) -> [String] {
        let strata = depth < columns.stages.count ? columns.stages[depth].strata : nil
        let above = depth > 0 ? columns.stages[depth - 1].units : nil
        var names = [String](repeating: "the whole sample", count: read.stratumCount)
        guard let labels = strata ?? above else { return names }
        var isNamed = [Bool](repeating: false, count: read.stratumCount)
        for (row, stratum) in read.stratumOfRow.enumerated() where !isNamed[Int(stratum)] {
            names[Int(stratum)] = labels.names[Int(labels.codes[row])]
            isNamed[Int(stratum)] = true
        }
        return names
    }

    private func tree(from stages: [ReadStage]) -> SamplingTree {
        var built: [SamplingTree.Stage] = []
        for stage in stages {
            var fractions = stage.drawn.indices.map { stratum in
                Double(stage.drawn[stratum]) / stage.population[stratum]
            }
            if let unequal = stage.unequal {
                // A stratum whose units were all certain to be drawn was taken whole.
                var isCertain = [Bool](repeating: true, count: fractions.count)
                for (unit, stratum) in stage.stratumOfUnit.enumerated()
                where !SamplingTree.isWhole(unequal.probabilities[unit]) {
                    isCertain[Int(stratum)] = false
                }
                for stratum in fractions.indices where isCertain[stratum] { fractions[stratum] = 1 }
            }
            let multipliers = stage.parentOfStratum.map { parent -> Double in
                guard let above = built.last else { return 1 }
                let stratum = Int(above.stratumOfUnit[Int(parent)])
                let drawn = above.unequal?.probabilities[Int(parent)] ?? above.fraction[stratum]
                return above.multiplier[stratum] * drawn
            }
            built.append(
                SamplingTree.Stage(
                    stratumOfUnit: stage.stratumOfUnit,
                    parentOfStratum: stage.parentOfStratum,
                    drawn: stage.drawn,
                    fraction: fractions,
                    multiplier: multipliers,
                    unequal: stage.unequal
                )
            )
        }
        let rule: SamplingTree.Rule =
            switch columns.singleCluster {
            case .adjust: .adjust
            case .average: .average
            case .fail, .certainty, .remove, .collapse: .nothing
            }
        return SamplingTree(stages: built, rule: rule)
    }

    /// The product of the inverse fractions of all stages, row by row.
    private func inverseFractions(_ stages: [ReadStage]) -> [Double] {
        (0..<columns.rowCount).map { row in
            stages.reduce(1) { weight, stage in
                if let unequal = stage.unequal {
                    return weight / unequal.probabilities[Int(stage.unitOfRow[row])]
                }
                let stratum = Int(stage.stratumOfRow[row])
                let population = stage.population[stratum]
                return population == .infinity
                    ? weight : weight * population / Double(stage.drawn[stratum])
            }
        }
    }
}
