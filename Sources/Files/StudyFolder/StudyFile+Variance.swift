import Base
import Report
import Survey
import Yams

extension YAMLReader {
    private static let example =
        "Write for example replicates: {columns: \"rw*\", method: bootstrap}."

    /// The keys `replicates` and `variance` of the design.
    mutating func variance(of design: inout Design, _ keys: [String: Node]) {
        if let node = keys["variance"] { design.variance = variance(node) }
        guard let node = keys["replicates"] else { return }
        design.replicates = replicates(node)
        let others = ["strata", "cluster", "nest", "fpc", "single-cluster", "variance"]
        for key in others where keys[key] != nil {
            problem(
                "design.replicates-and-units",
                at: "design.\(key)",
                "Replicate weights stand for the whole plan of the sample, and beside them stands \(key).",
                "Keep the replicates or the plan: leave out \(key), or replicates."
            )
        }
    }

    /// Replicates belong to a weight that came with them.
    mutating func checkReplicates(of study: Study) {
        guard let design = study.design, design.replicates != nil else { return }
        if design.weight == nil {
            problem(
                "design.replicates-weight",
                at: "design.replicates",
                "The replicates have no weight of the whole sample.",
                "Name the column with design: {weight: w0}."
            )
        } else if let weighting = study.weighting, weighting.name == design.weight {
            problem(
                "design.replicates-weight",
                at: "design.replicates",
                "The weights are made here, and the replicates belong to weights that came with the data.",
                "Name the weight that the data have with design: {weight: w0}; leave out the key weighting."
            )
        }
    }

    private mutating func variance(_ node: Node) -> VarianceDeclaration {
        let path = "design.variance"
        if case .mapping = node {
            let keys = entries(node, at: path, known: ["bootstrap", "seed"])
            let seed = keys["seed"].flatMap { whole($0, at: "\(path).seed", atLeast: 0) } ?? 1
            if let inner = keys["bootstrap"] {
                let count = whole(inner, at: "\(path).bootstrap", atLeast: 2) ?? 2
                guard count > 10_000 else {
                    return .replicated(.bootstrap(count: count, seed: UInt64(seed)))
                }
            }
        } else {
            switch text(node, at: path) {
            case "linearised": return .linearised
            case "jackknife": return .replicated(.jackknife)
            default: break
            }
        }
        problem(
            "design.variance",
            at: path,
            "The design does not say how variances are told from the sample.",
            "Write linearised, jackknife or {bootstrap: 500, seed: 1}; up to 10,000 replicates."
        )
        return .linearised
    }

    // MARK: - Replicate weights of the data

    private mutating func replicates(_ node: Node) -> ReplicateDeclaration {
        let path = join("design", "replicates")
        let keys = entries(
            node,
            at: path,
            known: [
                "columns", "method", "scale", "scales", "rho", "around-estimate", "factors",
            ]
        )
        let rho = keys["rho"].flatMap { fayRho($0, at: "\(path).rho") }
        var replicates = ReplicateDeclaration(method: method(keys, rho: rho))
        if let node = keys["columns"] {
            replicates.names = texts(node, at: "\(path).columns")
        }
        if replicates.names.isEmpty {
            problem(
                "design.no-replicates",
                at: path,
                "The replicates name no columns.",
                Self.example
            )
        }
        replicates.scale = keys["scale"].flatMap { positive($0, at: "\(path).scale") }
        if let node = keys["scales"] {
            replicates.scales = elements(node, at: "\(path).scales").enumerated().map {
                scale($1, at: "\(path).scales.\($0)")
            }
        }
        replicates.isAboutEstimate =
            keys["around-estimate"].flatMap { truth($0, at: "\(path).around-estimate") } ?? false
        replicates.areFactors =
            keys["factors"].flatMap { truth($0, at: "\(path).factors") } ?? false
        checkScale(of: replicates, keys)
        return replicates
    }

    private mutating func method(
        _ keys: [String: Node],
        rho: Double?
    ) -> ReplicateColumns.Method {
        let path = join("design", "replicates")
        let word = keys["method"].flatMap { text($0, at: "\(path).method") }
        if keys["rho"] != nil, word != "fay" {
            problem(
                "design.replicate-method",
                at: "\(path).rho",
                "Only the method fay has a rho.",
                "Leave rho out, or write method: fay."
            )
        }
        switch word {
        case "bootstrap": return .bootstrap
        case "jackknife": return .jackknife
        case "stratified-jackknife": return .stratifiedJackknife
        case "balanced": return .balanced
        case "successive-differences": return .successiveDifferences
        case "other": return .other
        case "fay":
            if let rho { return .fay(rho: rho) }
            if keys["rho"] == nil {
                problem(
                    "design.replicate-method",
                    at: "\(path).method",
                    "The method fay needs its rho.",
                    "Write rho as the documentation of the data has it, such as rho: 0.5."
                )
            }
        default:
            let known = [
                "bootstrap", "jackknife", "stratified-jackknife", "balanced", "fay",
                "successive-differences", "other",
            ]
            let hint =
                word.flatMap { nearestName(to: $0, in: known) }.map { "Did you mean \($0)? " } ?? ""
            problem(
                "design.replicate-method",
                at: keys["method"] == nil ? path : "\(path).method",
                word.map { "\(Problem.quote($0)) is no method of replicate weights." }
                    ?? "It is not said how the replicate weights were made.",
                "\(hint)The methods: \(known.joined(separator: ", "))."
            )
        }
        // An error stands already; this one needs nothing else.
        return .bootstrap
    }

    private mutating func fayRho(_ node: Node, at path: String) -> Double? {
        guard let rho = number(node, at: path) else { return nil }
        if rho >= 0, rho < 1 { return rho }
        problem(
            "design.replicate-method",
            at: path,
            "\(rho) is no rho.",
            "Write a number from 0 up to, but not, 1."
        )
        return nil
    }

    /// A scale of one replicate, 0 or more; 1 with a problem where it is none.
    private mutating func scale(_ node: Node, at path: String) -> Double {
        guard let number = number(node, at: path) else { return 1 }
        if number >= 0 { return number }
        problem(
            "design.replicate-scale",
            at: path,
            "\(number) is below zero.",
            "Write the scale that the documentation of the data names for this replicate."
        )
        return 1
    }

    private mutating func checkScale(of replicates: ReplicateDeclaration, _ keys: [String: Node]) {
        let isMissing =
            switch replicates.method {
            case .other: keys["scale"] == nil
            case .stratifiedJackknife: keys["scale"] == nil && keys["scales"] == nil
            default: false
            }
        guard isMissing else { return }
        problem(
            "design.replicate-scale",
            at: "design.replicates",
            "How much the replicates count does not follow from their method.",
            "Write scale, or one of scales for each replicate, as the documentation of the data names them."
        )
    }
}
