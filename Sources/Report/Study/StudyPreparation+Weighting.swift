import Base
import Survey

extension StudyPreparation {
    /// Makes the weights that the study declares, over the rows that stay, and adds them to the data.
    ///
    /// - Parameters:
    ///   - everyRow: The rows of the file, before rows were left out.
    ///   - exclusionOfRow: Which exclusion left each of them out.
    /// - Returns: The weights with their steps; nil where the study makes none, and with an error.
    mutating func weigh(everyRow: Microdata, exclusionOfRow: [Int?]) -> PreparedStudy.Weights? {
        guard let declared = study.weighting, data.rowCount > 0 else { return nil }
        if data[declared.name] != nil {
            add(
                .error,
                "weighting.name",
                at: "weighting.name",
                "The data hold a variable \(declared.name) already.",
                "Give the weights another name, here and under design."
            )
            return nil
        }
        warnOfUnused(declared)
        let errors = problems.count { $0.severity == .error }
        // A table that could not be read is an error already; its columns are missed by nobody else.
        let weights =
            tables.contains(nil)
            ? nil : history(declared, everyRow: everyRow, exclusionOfRow: exclusionOfRow)
        let isMade = weights != nil && problems.count { $0.severity == .error } == errors
        // Where they could not be made, an error says why: a weight that nobody has would be another one.
        let column = isMade ? weights?.history.weights : nil
        data.append(
            Column(
                name: declared.name,
                values: .numbers(Numbers(column ?? Array(repeating: 1, count: data.rowCount)))
            )
        )
        return isMade ? weights : nil
    }

    private mutating func warnOfUnused(_ declared: WeightingDeclaration) {
        guard study.design?.weight != declared.name else { return }
        let other = study.design?.weight
        add(
            .warning,
            "weighting.not-used",
            at: "weighting",
            other.map { "The weights are made, but the design takes \($0)." }
                ?? "The weights are made, but the study names no design, so that nothing uses them.",
            other == nil
                ? "Add the key design, and say how people were drawn."
                : "Write design: {weight: \(declared.name)}, or leave out the key weighting."
        )
    }

    /// The steps of the weights; nil with an error.
    private mutating func history(
        _ declared: WeightingDeclaration,
        everyRow: Microdata,
        exclusionOfRow: [Int?]
    ) -> PreparedStudy.Weights? {
        var history = WeightHistory()
        let errors = problems.count { $0.severity == .error }
        let stages = probabilities(declared, in: data)
        var weights = baseWeights(stages, rowCount: data.rowCount)
        history.add(.base, weights)
        if let name = declared.persons,
            let persons = positive(name, at: "weighting.persons", in: data)
        {
            weights = zip(weights, persons).map { $0 * $1 }
            history.add(.persons, weights)
        }
        if let response = declared.response,
            let factors = factors(response, declared, everyRow, exclusionOfRow)
        {
            weights = zip(weights, factors).map { $0 * $1 }
            history.add(.response, weights)
        }
        let margins = Margin.inPeople(
            declared.margins.indices.compactMap { margin(declared.margins[$0], $0) },
            fallback: history.weights.reduce(0, +)
        )
        var findings = MarginFinding.all(in: margins)
        report(findings)
        guard problems.count(where: { $0.severity == .error }) == errors else { return nil }
        if !margins.isEmpty {
            rake(&history, margins)
            let factors = MarginFinding.factors(from: weights, to: history.weights, margins)
            report(factors)
            findings += factors
        }
        let excess = trim(&history, margins, declared)
        return PreparedStudy.Weights(
            history: history,
            margins: margins,
            findings: findings,
            equal: EqualWeights(probabilities: stages),
            excess: excess
        )
    }

    // MARK: - Probabilities

    /// The probabilities of each stage, one a row.
    mutating func probabilities(
        _ declared: WeightingDeclaration,
        in data: Microdata
    ) -> [[Double]] {
        declared.probabilities.enumerated().compactMap { index, name in
            let path = "weighting.probabilities.\(index)"
            guard let values = positive(name, at: path, in: data) else { return nil }
            if let row = values.firstIndex(where: { $0 > 1 }) {
                add(
                    at: location(row, name, in: data),
                    "weighting.probability",
                    "\(numberName(values[row])) in \(name) is no probability.",
                    "Name a column with numbers above 0 and up to 1."
                )
            }
            return values
        }
    }

    /// One over the product of the probabilities.
    func baseWeights(_ stages: [[Double]], rowCount: Int) -> [Double] {
        (0..<rowCount).map { row in 1 / stages.reduce(1) { $0 * $1[row] } }
    }

    /// The numbers of a column, all above zero; nil with a problem.
    mutating func positive(_ name: String, at path: String, in data: Microdata) -> [Double]? {
        guard let column = variable(name, at: path) else { return nil }
        guard let numbers = Numbers(answered: data[name] ?? column)?.all else {
            add(
                .error,
                "weighting.number",
                at: path,
                "\(name) holds no numbers.",
                "Name another column."
            )
            return nil
        }
        let bad = numbers.indices.filter { !(numbers[$0] > 0 && numbers[$0].isFinite) }
        if let row = bad.first {
            add(
                at: location(row, name, in: data),
                "weighting.number",
                "\(name) is missing or not above zero in \(bad.count) rows, this one first.",
                "Correct the data, or leave such rows out under exclude."
            )
            return nil
        }
        return numbers
    }

    func location(_ row: Int, _ name: String, in data: Microdata) -> Problem.Location {
        .init(data.origin.file, line: data.origin.line(of: row), column: name)
    }

    // MARK: - Raking and trimming

    private mutating func rake(_ history: inout WeightHistory, _ margins: [Margin]) {
        let raking = Raking(history.weights, to: margins)
        history.add(.margins, raking.weights)
        report(raking)
    }

    /// What does not converge is an error that names its worst group.
    private mutating func report(_ raking: Raking) {
        guard !raking.hasConverged, let worst = raking.worst else { return }
        let write = NumberStyle.english
        add(
            .error,
            "weighting.not-converged",
            at: path(ofMargin: worst.margin),
            "After \(raking.iterations) rounds the weights still miss the margins: "
                + "\(Problem.quote(worst.group)) of \(worst.margin) has \(write.text(worst.sum)) instead "
                + "of \(write.text(worst.target)).",
            "The margins may contradict each other where groups have few respondents: put small groups "
                + "together."
        )
    }

    /// Cuts the weights to their limits; how far the farthest still lies beyond, as a factor.
    private mutating func trim(
        _ history: inout WeightHistory,
        _ margins: [Margin],
        _ declared: WeightingDeclaration
    ) -> Double {
        guard let trim = declared.trim else { return 1 }
        let unit = trim.isTimesMedian ? WeightHistory.Summary(history.weights).median : 1
        let limits = (trim.atLeast ?? 0) * unit...(trim.atMost ?? .infinity) * unit
        do throws(TrimmingError) {
            guard !margins.isEmpty, trim.rakesAgain else {
                history.add(.trimmed, try trimmed(history.weights, to: limits, strict: true))
                return 1
            }
            let both = try TrimmedRaking(history.weights, to: limits, margins)
            history.add(.trimmed, both.trimmed)
            history.add(.marginsAgain, both.raking.weights)
            report(both.raking)
            warn(ofExcess: both.excess, after: both.rounds)
            return both.excess
        } catch {
            let mean = history.weights.reduce(0, +) / Double(history.weights.count)
            let write = NumberStyle.english.with(decimals: 2)
            add(
                .error,
                "weighting.trim-limits",
                at: "weighting.trim",
                "The weights cannot be cut to these limits: their mean, \(write.text(mean)), or all of "
                    + "them lie outside \(write.text(limits.lowerBound)) to "
                    + (limits.upperBound.isFinite ? write.text(limits.upperBound) : "any number")
                    + ".",
                "Choose limits around the mean weight."
            )
            return 1
        }
    }

    private mutating func warn(ofExcess excess: Double, after rounds: Int) {
        guard excess > 1 else { return }
        let over = NumberStyle.english.with(decimals: 1).percent(excess - 1)
        add(
            .warning,
            "weighting.limits-and-margins",
            at: "weighting.trim",
            "No weights meet the margins within the limits: after \(rounds) rounds the margins are met, and "
                + "the farthest weight lies \(over) beyond its limit.",
            "Put small groups of the margins together, or widen the limits."
        )
    }
}
