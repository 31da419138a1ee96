package import Base

/// Something wrong in the columns that say how the sample was drawn.
///
/// Rows are row numbers of the data, from 0. Stages are counted from 1.
package enum DesignProblem: Hashable, Sendable {
    /// There are no rows.
    case noRows
    case missingWeight(rows: [Int])
    case negativeWeight(rows: [Int])
    case infiniteWeight(rows: [Int])
    /// Each weight is zero.
    case noWeight
    case missingStratum(stage: Int, rows: [Int])
    case missingUnit(stage: Int, rows: [Int])
    /// A first-stage unit lies in more than one stratum, though labels are not nested.
    case unitInSeveralStrata(unit: String, strata: [String])
    /// A population is missing, not a number, zero or negative.
    case badPopulation(stage: Int, rows: [Int])
    /// A stage has counts (above 1) and fractions (below 1).
    case mixedPopulations(stage: Int)
    /// The population differs between the rows of one stratum.
    case populationVaries(stage: Int, stratum: String)
    /// More units were drawn than the stratum holds.
    case populationTooSmall(stage: Int, stratum: String, population: Double, drawn: Int)
    /// Strata with a single unit, under the rule `fail`, or where another rule cannot help.
    ///
    /// `joining` are the strata of the first stage that could be joined.
    case singleCluster(stage: Int, strata: [String], joining: [[String]])
    /// Strata with a single unit that have no neighbour within the variable named to collapse in.
    case noNeighbour(strata: [String])
    /// A stratum lies in several values of the variable named to collapse in.
    case stratumInSeveralValues(stratum: String, values: [String])
    /// A probability of selection is missing, or not above 0 and at most 1.
    case badProbability(stage: Int, rows: [Int])
    /// The probability differs between the rows of one unit.
    case probabilityVaries(stage: Int, rows: [Int])
    /// Variances from replicates need two at least.
    case tooFewReplicates(Int)
    /// A replicate weight is missing, negative or infinite; replicates are counted from 1.
    case badReplicate(Int, rows: [Int])
    /// A row without full-sample weight has a replicate weight.
    case replicateWithoutWeight(rows: [Int])
    /// The method has no scale of its own, or a scale is not above zero.
    case noReplicateScale
}

/// All the problems of a design at once.
package struct DesignProblems: Error, Hashable, Sendable {
    package let list: [DesignProblem]

    package init(_ list: [DesignProblem]) {
        self.list = list
    }
}

extension DesignProblem {
    /// The rows to blame, where single rows are.
    private var rows: [Int] {
        switch self {
        case .missingWeight(let rows), .negativeWeight(let rows), .infiniteWeight(let rows): rows
        case .missingStratum(_, let rows), .missingUnit(_, let rows), .badPopulation(_, let rows):
            rows
        case .badReplicate(_, let rows), .replicateWithoutWeight(let rows): rows
        case .badProbability(_, let rows), .probabilityVaries(_, let rows): rows
        default: []
        }
    }

    /// The problem as a person reads it, placed in the file that the rows came from.
    package func problem(in origin: Microdata.Origin) -> Problem {
        let (code, message, remedy) = words(in: origin)
        let line = rows.first.map(origin.line(of:))
        return Problem(
            .error,
            code,
            at: Problem.Location(origin.file, line: line),
            message,
            remedy: remedy
        )
    }

    private func words(in origin: Microdata.Origin) -> (Problem.Code, String, String) {
        let lines = DesignProblem.lines(of: rows, in: origin)
        return switch self {
        case .noRows:
            (
                "design.no-rows", "There are no rows to estimate from.",
                "Check the data file and the rows left out."
            )
        case .missingWeight, .negativeWeight, .infiniteWeight, .noWeight:
            weightWords(lines)
        case .missingStratum(let stage, _):
            (
                "design.missing-stratum", "No stratum at stage \(stage) in \(lines).",
                "Fill in the stratum, or leave these rows out."
            )
        case .missingUnit(let stage, _):
            (
                "design.missing-cluster", "No cluster at stage \(stage) in \(lines).",
                "Fill in the cluster, or leave these rows out."
            )
        case .unitInSeveralStrata(let unit, let strata):
            (
                "design.cluster-in-two-strata",
                "Cluster \(Problem.quote(unit)) lies in strata \(DesignProblem.list(strata)).",
                "Give each cluster one stratum, or say that labels begin anew in each stratum (nest)."
            )
        case .badPopulation, .mixedPopulations, .populationVaries, .populationTooSmall:
            populationWords(lines)
        case .singleCluster, .noNeighbour, .stratumInSeveralValues:
            singleClusterWords()
        case .tooFewReplicates, .badReplicate, .replicateWithoutWeight, .noReplicateScale:
            replicateWords(lines)
        case .badProbability(let stage, _):
            (
                "design.bad-probability",
                "No usable probability of selection at stage \(stage) in \(lines).",
                "A probability is above 0 and at most 1: correct it, or leave these rows out."
            )
        case .probabilityVaries(let stage, _):
            (
                "design.probability-varies",
                "Rows of one cluster have different probabilities at stage \(stage), as in \(lines).",
                "Give each cluster one probability, the same in all of its rows."
            )
        }
    }

    private func replicateWords(_ lines: String) -> (Problem.Code, String, String) {
        switch self {
        case .tooFewReplicates(let count):
            (
                "design.few-replicates",
                "There are \(count) replicate weights; variances need two at least.",
                "Name all the columns of replicate weights."
            )
        case .badReplicate(let replicate, _):
            (
                "design.bad-replicate",
                "Replicate weight \(replicate) is missing, negative or infinite in \(lines).",
                "Each replicate weight is a number from 0 up: correct it, or leave these rows out."
            )
        case .replicateWithoutWeight:
            (
                "design.replicate-without-weight",
                "A replicate weight above zero where the full-sample weight is zero, in \(lines).",
                "Check that the weight column belongs to these replicates."
            )
        default:
            (
                "design.replicate-scale",
                "How much the replicates count is not known.",
                "Give the scale (and the scales of single replicates) that the data's documentation names."
            )
        }
    }

    private func weightWords(_ lines: String) -> (Problem.Code, String, String) {
        switch self {
        case .negativeWeight:
            (
                "design.negative-weight", "A negative weight in \(lines).",
                "A weight counts people: correct it, or leave these rows out."
            )
        case .infiniteWeight:
            (
                "design.infinite-weight", "A weight without bound in \(lines).",
                "Look for a division by zero where the weights were made."
            )
        case .noWeight:
            (
                "design.no-weight", "Every weight is zero.",
                "Check that the weight column is the right one."
            )
        default:
            (
                "design.missing-weight", "No weight in \(lines).",
                "Fill in the weight (0 leaves a person out of the estimates), or leave these rows out."
            )
        }
    }

    private func populationWords(_ lines: String) -> (Problem.Code, String, String) {
        let remedy =
            "Give how many units each stratum holds, or the fraction drawn, the same in all of its rows."
        return switch self {
        case .mixedPopulations(let stage):
            (
                "design.mixed-populations",
                "The populations of stage \(stage) are counts in some rows and fractions in others.",
                remedy
            )
        case .populationVaries(let stage, let stratum):
            (
                "design.population-varies",
                "Stratum \(Problem.quote(stratum)) has more than one population at stage \(stage).",
                remedy
            )
        case .populationTooSmall(let stage, let stratum, let population, let drawn):
            (
                "design.population-too-small",
                "Stratum \(Problem.quote(stratum)) holds \(population) units at stage \(stage), "
                    + "but \(drawn) are in the sample.",
                remedy
            )
        default:
            ("design.bad-population", "No usable population in \(lines).", remedy)
        }
    }

    private func singleClusterWords() -> (Problem.Code, String, String) {
        switch self {
        case .noNeighbour(let strata):
            (
                "design.no-neighbour",
                "No neighbour to join to: \(DesignProblem.list(strata)).",
                "Collapse within a wider variable, or choose another rule for single clusters."
            )
        case .stratumInSeveralValues(let stratum, let values):
            (
                "design.stratum-in-two-values",
                "Stratum \(Problem.quote(stratum)) lies in \(DesignProblem.list(values)) of the "
                    + "variable to collapse within.",
                "Collapse within a variable that holds whole strata."
            )
        case .singleCluster(let stage, let strata, let joining):
            (
                "design.single-cluster",
                "A single cluster at stage \(stage) in \(DesignProblem.list(strata)).",
                "Its variance cannot be seen: say how to count it (single-cluster)."
                    + DesignProblem.proposal(joining)
            )
        default:
            ("design.single-cluster", "A single cluster.", "")
        }
    }

    /// "line 4", or "lines 4, 7, 9 and 12 more".
    private static func lines(of rows: [Int], in origin: Microdata.Origin) -> String {
        let shown = rows.prefix(5).map { String(origin.line(of: $0)) }.joined(separator: ", ")
        let rest = rows.count - min(5, rows.count)
        return (rows.count == 1 ? "line " : "lines ") + shown
            + (rest > 0 ? " and \(rest) more" : "")
    }

    /// Which strata could be joined, in one sentence; "" for none.
    private static func proposal(_ joining: [[String]]) -> String {
        guard !joining.isEmpty else { return "" }
        let shown = joining.prefix(5).map { strata in
            strata.map(Problem.quote).joined(separator: " with ")
        }
        let rest = joining.count > 5 ? " and \(joining.count - 5) more" : ""
        return " Neighbours by name that could be joined (collapse): "
            + shown.joined(separator: "; ") + rest
            + ". Join only what is alike and was drawn alike."
    }

    /// Up to ten names in quotation marks.
    private static func list(_ names: [String]) -> String {
        names.prefix(10).map(Problem.quote).joined(separator: ", ")
            + (names.count > 10 ? " and \(names.count - 10) more" : "")
    }
}
