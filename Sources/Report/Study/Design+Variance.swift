package import Base
package import Survey

/// How variances are told from the sample.
package enum VarianceDeclaration: Sendable, Hashable {
    /// From the residuals of the estimate's linear part.
    case linearised
    /// From replicates that are made here.
    case replicated(ReplicateMethod)
}

/// Replicate weights that came with the data: the key `design.replicates` of `study.yaml`.
package struct ReplicateDeclaration: Sendable, Hashable {
    /// The columns as the study names them; a `*` stands for any letters.
    package var names: [String] = []
    /// The columns that the data have under these names, one a replicate.
    package internal(set) var columns: [String] = []
    package var method: ReplicateColumns.Method
    /// What the sum of squares is multiplied by; nil for that of the method.
    package var scale: Double?
    /// What the square of each replicate is multiplied by; nil for 1.
    package var scales: [Double]?
    /// Whether squares are taken about the estimate and not about the mean of the replicates.
    package var isAboutEstimate = false
    /// Whether the columns are factors of the weight and not weights.
    package var areFactors = false

    package init(method: ReplicateColumns.Method) {
        self.method = method
    }
}

extension Design {
    /// Columns that say how the sample was drawn, beside the weight.
    var technicalNames: [String] {
        strata + clusters + populations + (replicates?.columns ?? [])
    }
}

extension Study {
    /// Looks for the columns of replicate weights that the study names among those of the data.
    ///
    /// - Parameter names: The columns of the data in their order.
    /// - Returns: A problem for each name that no column has.
    package mutating func findReplicates(among names: [String]) -> [Problem] {
        guard var replicates = design?.replicates else { return [] }
        var problems: [Problem] = []
        var found: [String] = []
        for (index, name) in replicates.names.enumerated() {
            let path = "design.replicates.columns.\(index)"
            let matches = names.filter { $0 != design?.weight && isName($0, like: name) }
            if matches.isEmpty {
                problems.append(
                    name.contains("*")
                        ? noMatch(name, at: path, among: names)
                        : unknownVariable(name, at: path, known: names)
                )
            }
            found += matches.filter { !found.contains($0) }
        }
        replicates.columns = found
        design?.replicates = replicates
        return problems.isEmpty ? wrongScales(of: replicates) : problems
    }

    /// The problem that there is not one scale a replicate; empty where there is, or where none are given.
    func wrongScales(of replicates: ReplicateDeclaration) -> [Problem] {
        guard let scales = replicates.scales, scales.count != replicates.columns.count else {
            return []
        }
        return [
            Problem(
                .error,
                "design.replicate-scales",
                at: location(of: "design.replicates.scales"),
                "There are \(scales.count) scales for \(replicates.columns.count) replicate weights.",
                remedy: "Write one scale for each column, in the order of the columns."
            )
        ]
    }

    private func noMatch(
        _ pattern: String,
        at path: String,
        among names: [String]
    ) -> Problem {
        // A misspelling is told with the number of each column in the place of the star.
        let nearest = names.first { name in
            let number = name.reversed().prefix { $0.isNumber }.reversed()
            return name != design?.weight
                && nearestName(to: pattern.replacing("*", with: String(number)), in: [name]) != nil
        }
        return Problem(
            .error,
            "design.no-replicates",
            at: location(of: path),
            "No column of the data is called like \(Problem.quote(pattern)).",
            remedy: nearest.map { "Did you mean columns such as \($0)?" }
                ?? "A * stands for any letters or digits: rw* for rw1, rw2 and so on."
        )
    }
}

/// Whether `name` is `pattern`, in which each `*` stands for any letters, or none.
func isName(_ name: String, like pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
        return name == pattern
    }
    guard name.count >= first.count + last.count, name.hasPrefix(first), name.hasSuffix(last)
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let end = end(of: part, in: rest) else { return false }
        rest = rest[end...]
    }
    return true
}

/// Where the first `part` in `text` ends; nil where there is none.
private func end(of part: Substring, in text: Substring) -> Substring.Index? {
    var start = text.startIndex
    while start < text.endIndex {
        if text[start...].hasPrefix(part) { return text.index(start, offsetBy: part.count) }
        start = text.index(after: start)
    }
    return nil
}
