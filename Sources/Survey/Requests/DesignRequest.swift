import Base

/// A survey's design as a person writes it, by names of columns.
package struct DesignRequest: Sendable, Hashable {
    /// Crossed, where there are several.
    package var strata: [String] = []
    /// From the first stage to the last.
    package var clusters: [String] = []
    /// The population of each stage, in the order of `clusters`; with one and no clusters, of the rows.
    package var populations: [String] = []
    package var weight: String?
    package var nest = false
    /// fail, certainty, remove, adjust, average, or collapse=COLUMN.
    package var singleCluster = "fail"
    /// The probability with which first-stage units were drawn.
    package var probability: String?
    package var probabilityRule: UnequalProbabilityRule = .brewer
    /// Each row was drawn by itself, all with one probability.
    package var isSimpleRandomSample = false
    package var replicates: Replicates?
    /// Replicates to be made of the design.
    package var making: ReplicateMethod?
    package var calibration: CalibrationRequest?

    /// Replicate weights that came with the data.
    package struct Replicates: Sendable, Hashable {
        /// Names or patterns, in the order of the replicates.
        package var patterns: [String]
        package var method: ReplicateColumns.Method
        package var scale: Double?
        package var replicateScales: [Double]?
        package var isAboutEstimate = false
        package var areFactors = false

        package init(_ patterns: [String], _ method: ReplicateColumns.Method) {
            self.patterns = patterns
            self.method = method
        }
    }

    package init() {}

    /// Whether anything says how the rows were drawn.
    package var isNamed: Bool {
        isSimpleRandomSample || !strata.isEmpty || !clusters.isEmpty || !populations.isEmpty
            || weight != nil || probability != nil || replicates != nil
    }

    /// The design that the request makes of `columns`, which collect what is wrong; nil with a problem.
    package func design(_ columns: inout RequestedColumns) -> SurveyDesign? {
        guard isNamed else {
            guard calibration == nil else { return calibrated(nil, &columns) }
            guard making == nil else {
                columns.report(
                    "estimate.option",
                    "There is no sample to make replicates of.",
                    remedy: "Say how the rows were drawn: --weight, --cluster, or --srs."
                )
                return nil
            }
            return SurveyDesign.none(rowCount: columns.rowCount)
        }
        let before = columns.problems.count
        let made: SurveyDesign?
        if let replicates {
            made = replicated(replicates, &columns)
        } else if let described = self.columns(&columns) {
            made = design(described, &columns)
        } else {
            made = nil
        }
        guard columns.problems.count == before, var design = made else { return nil }
        if let making {
            guard replicates == nil else {
                columns.report(
                    "estimate.option",
                    "Replicates are both given and to be made.",
                    remedy: "Name --replicates, or --make-replicates, not both."
                )
                return nil
            }
            design = design.replicated(by: making)
        }
        return calibration == nil ? design : calibrated(design, &columns)
    }

    /// The columns of the design; nil with a problem.
    package func columns(_ columns: inout RequestedColumns) -> DesignColumns? {
        let before = columns.problems.count
        var design = DesignColumns(rowCount: columns.rowCount, nest: nest)
        let depth = max(1, clusters.count)
        if populations.count > depth {
            columns.report(
                "estimate.option",
                "There are more populations than stages.",
                remedy: "Give --fpc one column for each column of --cluster, in the same order."
            )
        }
        design.stages = (0..<depth).map { level in
            var stage = DesignColumns.Stage()
            if clusters.indices.contains(level) { stage.units = columns.labels(clusters[level]) }
            if populations.indices.contains(level) {
                stage.population = columns.numbers(populations[level])?.all
            }
            return stage
        }
        if !strata.isEmpty {
            let parts = strata.compactMap { columns.labels($0) }
            if parts.count == strata.count {
                design.stages[0].strata = parts.count == 1 ? parts[0] : Labels(crossing: parts)
            }
        }
        if let probability, let values = columns.numbers(probability) {
            design.stages[0].probabilities = .init(values.all, rule: probabilityRule)
        }
        if let weight { design.weights = columns.numbers(weight)?.all }
        design.singleCluster = rule(&columns)
        return columns.problems.count == before ? design : nil
    }

    /// The design that `described` makes; nil with its problems.
    package func design(
        _ described: DesignColumns,
        _ columns: inout RequestedColumns
    ) -> SurveyDesign? {
        do throws(DesignProblems) {
            return try SurveyDesign(described)
        } catch {
            columns.report(error.list.map { problem($0, in: columns.data.origin) })
            return nil
        }
    }

    /// The problem as one of the command line: what a study says in study.yaml is an option here.
    private func problem(_ found: DesignProblem, in origin: Microdata.Origin) -> Problem {
        let problem = found.problem(in: origin)
        var location = problem.location
        location.column = column(of: found)
        var remedy = problem.remedy
        switch found {
        case .singleCluster:
            remedy =
                "Its variance cannot be seen: say how to count it with --single-cluster, as certainty, "
                + "remove, adjust, average or collapse=COLUMN."
        case .unitInSeveralStrata:
            remedy =
                "Give each cluster one stratum, or say with --nest that names begin anew in each."
        case .noReplicateScale:
            remedy =
                "Say with --method how they were made, or give --scale (and --scales) as the data's "
                + "documentation has them."
        default: break
        }
        return Problem(
            problem.severity,
            problem.code,
            at: location,
            problem.message,
            remedy: remedy
        )
    }

    /// The column that a problem of the design is in.
    private func column(of found: DesignProblem) -> String? {
        func of(_ stage: Int, _ names: [String]) -> String? {
            names.indices.contains(stage - 1) ? names[stage - 1] : nil
        }
        switch found {
        case .missingWeight, .negativeWeight, .infiniteWeight, .noWeight, .replicateWithoutWeight:
            return weight
        case .missingStratum: return strata.isEmpty ? nil : strata.joined(separator: ", ")
        case .missingUnit(let stage, _): return of(stage, clusters)
        case .badPopulation(let stage, _), .mixedPopulations(let stage),
            .populationVaries(let stage, _), .populationTooSmall(let stage, _, _, _):
            return of(stage, populations)
        case .badProbability, .probabilityVaries: return probability
        default: return nil
        }
    }

    private func rule(_ columns: inout RequestedColumns) -> SingleClusterRule {
        switch singleCluster {
        case "fail": return .fail
        case "certainty": return .certainty
        case "remove": return .remove
        case "adjust": return .adjust
        case "average": return .average
        default:
            let prefix = "collapse="
            if singleCluster.hasPrefix(prefix) {
                let name = String(singleCluster.dropFirst(prefix.count))
                return columns.labels(name).map { .collapse(within: $0) } ?? .fail
            }
            columns.report(
                "estimate.option",
                "\(Problem.quote(singleCluster)) is no rule for strata with a single cluster.",
                remedy: "fail, certainty, remove, adjust, average, or collapse=COLUMN."
            )
            return .fail
        }
    }

    private func replicated(
        _ replicates: Replicates,
        _ columns: inout RequestedColumns
    ) -> SurveyDesign? {
        if !strata.isEmpty || !clusters.isEmpty || !populations.isEmpty {
            columns.report(
                "estimate.option",
                "Replicate weights stand for strata, clusters and populations.",
                remedy: "Leave out --strata, --cluster and --fpc, or --replicates."
            )
        }
        guard let weight else {
            columns.report(
                "estimate.option",
                "Replicate weights need the full-sample weight beside them.",
                remedy: "Name its column with --weight."
            )
            return nil
        }
        let names = replicates.patterns.flatMap { columns.names(matching: $0) }
        let used = names.filter { $0 != weight }
        let lists = used.compactMap { columns.numbers($0)?.all }
        guard let weights = columns.numbers(weight)?.all, columns.problems.isEmpty else {
            return nil
        }
        if let scales = replicates.replicateScales, scales.count != lists.count {
            columns.report(
                "estimate.option",
                "There are \(scales.count) scales and \(lists.count) replicates.",
                remedy: "Give --scales one number for each replicate, in their order."
            )
            return nil
        }
        do throws(DesignProblems) {
            return try SurveyDesign(
                ReplicateColumns(
                    weights: weights,
                    replicates: lists,
                    method: replicates.method,
                    scale: replicates.scale,
                    replicateScales: replicates.replicateScales,
                    isAboutEstimate: replicates.isAboutEstimate,
                    areFactors: replicates.areFactors
                )
            )
        } catch {
            columns.report(
                error.list.map { found in
                    let problem = problem(found, in: columns.data.origin)
                    guard case .badReplicate(let place, _) = found, used.indices.contains(place - 1)
                    else { return problem }
                    var location = problem.location
                    location.column = used[place - 1]
                    return Problem(
                        .error,
                        problem.code,
                        at: location,
                        problem.message,
                        remedy: problem.remedy
                    )
                }
            )
            return nil
        }
    }

    private func calibrated(
        _ design: SurveyDesign?,
        _ columns: inout RequestedColumns
    ) -> SurveyDesign? {
        guard let design, let calibration else {
            columns.report(
                "estimate.calibration",
                "There is no sample to calibrate.",
                remedy: "Say how the rows were drawn: --weight, --cluster, or --srs."
            )
            return nil
        }
        return calibration.calibrated(design, &columns)
    }
}
