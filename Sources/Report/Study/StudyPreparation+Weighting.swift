import Base
import Survey

extension StudyPreparation {
    /// Joins the columns of other tables to the rows.
    mutating func join() {
        for (index, declared) in study.data.joins.enumerated() where tables.indices.contains(index)
        {
            let path = "data.join.\(index)"
            guard let table = tables[index], let key = variable(declared.by, at: "\(path).by")
            else {
                continue
            }
            for (line, first) in table.repeatedKeys {
                add(
                    at: .init(table.file, line: line, column: declared.by),
                    "join.repeated-key",
                    "The key stands in line \(first) already.",
                    "Leave one row for each \(declared.by)."
                )
            }
            let (columns, unmatched) = data.joined(table, by: key)
            if let row = unmatched.first {
                let name = key.valueName(row: row)
                add(
                    at: .init(
                        data.origin.file,
                        line: data.origin.line(of: row),
                        column: declared.by
                    ),
                    "join.unknown-key",
                    "\(Problem.quote(name)) is not in \(table.file)"
                        + (unmatched.count > 1
                            ? " (\(unmatched.count) rows have such a key)." : "."),
                    "Correct the \(declared.by) in the data, or add it to \(table.file)."
                )
            }
            for column in columns where column.name != declared.by {
                if data[column.name] != nil {
                    // A column that both tables have, such as the region, stays as it was answered.
                    if declared.take.contains(column.name) {
                        add(
                            .error,
                            "join.name",
                            at: path,
                            "The data have a column \(column.name) already.",
                            "Leave it out of take."
                        )
                    }
                } else {
                    data.append(column)
                }
            }
        }
    }

    private mutating func add(
        at location: Problem.Location,
        _ code: Problem.Code,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(Problem(.error, code, at: location, message, remedy: remedy))
    }

    /// Makes the weights that the study declares, over the rows that stay, and adds them to the data.
    mutating func weigh() -> PreparedStudy.Weights? {
        guard let declared = study.weighting, data.rowCount > 0 else { return nil }
        var history = WeightHistory()
        let errors = problems.count { $0.severity == .error }
        var weights = baseWeights(declared)
        history.add(.base, weights)
        if let name = declared.persons, let persons = positive(name, at: "weighting.persons") {
            weights = zip(weights, persons).map { $0 * $1 }
            history.add(.persons, weights)
        }
        if let response = declared.response {
            weights = zip(weights, factors(response)).map { $0 * $1 }
            history.add(.response, weights)
        }
        let margins = declared.margins.indices.compactMap { margin(declared.margins[$0], $0) }
        let findings = MarginFinding.all(in: margins)
        report(findings)
        guard problems.count(where: { $0.severity == .error }) == errors else { return nil }
        finish(&history, margins, declared)
        let name = declared.name
        data.append(Column(name: name, values: .numbers(Numbers(history.weights))))
        return PreparedStudy.Weights(history: history, margins: margins, findings: findings)
    }

    private mutating func baseWeights(_ declared: WeightingDeclaration) -> [Double] {
        var weights = [Double](repeating: 1, count: data.rowCount)
        for (index, name) in declared.probabilities.enumerated() {
            let path = "weighting.probabilities.\(index)"
            guard let values = positive(name, at: path) else { continue }
            if let row = values.firstIndex(where: { $0 > 1 }) {
                add(
                    .error,
                    "weighting.probability",
                    at: path,
                    "\(name) is \(values[row]) in line \(data.origin.line(of: row)): no probability.",
                    "Name a column with numbers above 0 and up to 1."
                )
            }
            weights = zip(weights, values).map { $0 / $1 }
        }
        return weights
    }

    /// The numbers of a column, all above zero; nil with a problem.
    private mutating func positive(_ name: String, at path: String) -> [Double]? {
        guard let column = variable(name, at: path) else { return nil }
        guard let numbers = Numbers(answered: column)?.all else {
            add(
                .error,
                "weighting.number",
                at: path,
                "\(name) holds no numbers.",
                "Name another column."
            )
            return nil
        }
        if let row = numbers.firstIndex(where: { !($0 > 0) }) {
            add(
                .error,
                "weighting.number",
                at: path,
                "\(name) is missing or not above zero in line \(data.origin.line(of: row)).",
                "Correct the data, or leave such rows out under exclude."
            )
            return nil
        }
        return numbers
    }

    private mutating func factors(_ response: WeightingDeclaration.Response) -> [Double] {
        let path = "weighting.response"
        let classes = response.within.compactMap { variable($0, at: "\(path).within") }
        guard classes.count == response.within.count,
            let unit = variable(response.unit, at: "\(path).unit"),
            let planned = positive(response.planned, at: "\(path).planned")
        else { return planned1 }
        let labels = Labels(
            (0..<data.rowCount).map { row -> String? in
                let parts = classes.map { $0.valueName(row: row) }
                return parts.contains("") ? nil : parts.joined(separator: " × ")
            }
        )
        let factors = responseFactors(classes: labels, units: Labels(unit), planned: planned)
        if let row = factors.firstIndex(where: { !$0.isFinite }) {
            add(
                .error,
                "weighting.class",
                at: path,
                "The class or the unit is missing in line \(data.origin.line(of: row)).",
                "Correct the data, or leave such rows out under exclude."
            )
            return planned1
        }
        return factors
    }

    private var planned1: [Double] { [Double](repeating: 1, count: data.rowCount) }

    /// A margin over the rows; nil with a problem.
    private mutating func margin(
        _ declared: WeightingDeclaration.MarginDeclaration,
        _ index: Int
    ) -> Margin? {
        let path = "weighting.margins.\(index)"
        let columns = declared.variables.compactMap { variable($0, at: "\(path).by") }
        guard columns.count == declared.variables.count, !columns.isEmpty else { return nil }
        let groups = declared.counts.map { $0.codes.joined(separator: " × ") }
        let position = Dictionary(zip(groups, groups.indices).map { ($0, $1) }) { first, _ in first
        }
        var unknown: [String: Int] = [:]
        let codes = (0..<data.rowCount).map { row -> Int in
            let parts = columns.map { $0.answerName(row: row) }
            guard !parts.contains("") else { return -1 }
            let name = parts.joined(separator: " × ")
            if position[name] == nil { unknown[name, default: 0] += 1 }
            return position[name] ?? -1
        }
        for (name, rows) in unknown.sorted(by: { $0.key < $1.key }) {
            let nearest = nearestName(to: name, in: groups).map { "Did you mean \($0)? " } ?? ""
            add(
                .error,
                "weighting.no-target",
                at: path,
                "\(rows) respondents are in the group \(Problem.quote(name)) of \(declared.name), for "
                    + "which the margin has no number.",
                "\(nearest)Give the group its number of people."
            )
        }
        return Margin(
            name: declared.name,
            groups: groups,
            targets: declared.counts.map(\.people),
            codes: codes
        )
    }

    private mutating func report(_ findings: [MarginFinding]) {
        let write = NumberStyle.english
        for finding in findings {
            switch finding {
            case .noRespondents(let margin, let group):
                add(
                    .error,
                    "weighting.no-respondents",
                    at: "weighting.margins",
                    "Nobody of \(Problem.quote(group)) in \(margin) was interviewed: no weight can stand "
                        + "for them.",
                    "Put the group together with another one, in the margin and in the data."
                )
            case .totals(let first, let one, let second, let other):
                add(
                    .error,
                    "weighting.totals",
                    at: "weighting.margins",
                    "\(first) has \(write.text(one)) people in all, \(second) \(write.text(other)).",
                    "All margins must speak of the same population."
                )
            case .target(let margin, let group):
                add(
                    .error,
                    "weighting.target",
                    at: "weighting.margins",
                    "\(Problem.quote(group)) in \(margin) has no number of people above zero.",
                    "Correct the number; leave out respondents of a group that is not in the population."
                )
            case .unknown(let margin, let respondents):
                add(
                    .warning,
                    "weighting.unknown-group",
                    at: "weighting.margins",
                    "The group of \(respondents) respondents in \(margin) is not known: they keep their "
                        + "share of the population.",
                    "Complete the answers where you can."
                )
            case .few(let margin, let group, let respondents):
                add(
                    .warning,
                    "weighting.few",
                    at: "weighting.margins",
                    "Only \(respondents) respondents stand for \(Problem.quote(group)) of \(margin).",
                    "Consider putting the group together with another one."
                )
            }
        }
    }

    /// Rakes, trims, and rakes again; what does not converge is an error with its place.
    private mutating func finish(
        _ history: inout WeightHistory,
        _ margins: [Margin],
        _ declared: WeightingDeclaration
    ) {
        if !margins.isEmpty { rake(&history, margins, .margins) }
        guard declared.atLeast != nil || declared.atMost != nil else { return }
        let median = WeightHistory.Summary(history.weights).median
        let low = (declared.atLeast ?? 0) * median
        let high = (declared.atMost ?? .infinity) * median
        guard low <= high else {
            return add(
                .error,
                "weighting.trim",
                at: "weighting.trim",
                "The lower limit is above the upper one.",
                "Write for example trim: {at-least: 0.2, at-most: 5}."
            )
        }
        history.add(.trimmed, trimmed(history.weights, to: low...high, strict: true))
        if !margins.isEmpty { rake(&history, margins, .marginsAgain) }
    }

    private mutating func rake(
        _ history: inout WeightHistory,
        _ margins: [Margin],
        _ kind: WeightHistory.Kind
    ) {
        let raking = Raking(history.weights, to: margins)
        history.add(kind, raking.weights)
        guard !raking.hasConverged, let worst = raking.worst else { return }
        let write = NumberStyle.english
        add(
            .error,
            "weighting.not-converged",
            at: "weighting.margins",
            "After \(raking.iterations) rounds the weights still miss the margins: "
                + "\(Problem.quote(worst.group)) of \(worst.margin) has \(write.text(worst.sum)) instead "
                + "of \(write.text(worst.target)).",
            "The margins may contradict each other where groups have few respondents: put small groups "
                + "together."
        )
    }
}

extension Column {
    /// The name of a row's answer; "" where it says that there is none.
    fileprivate func answerName(row: Int) -> String {
        if case .codes(let codes, let categories) = values, codes[row] > 0,
            categories[codes[row] - 1].isMissing
        {
            return ""
        }
        return valueName(row: row)
    }
}
