package import Base
package import Survey

extension PreparedStudy {
    /// Everything that the study says of variables and that the data do not bear out.
    package func checks() -> [Problem] {
        checkScales() + checkBreakdowns() + checkPlaces() + checkDesign() + checkNames()
            + checkLanguages()
    }

    // MARK: - Scales

    private func checkScales() -> [Problem] {
        study.scales.flatMap { scale in
            var problems: [Problem] = []
            var seen: Set<String> = []
            for (index, item) in scale.items.enumerated() {
                let path = "scales.\(scale.name).items.\(index)"
                if !seen.insert(item.name).inserted {
                    problems.append(
                        problem(
                            .error,
                            "study.item-twice",
                            at: path,
                            "\(item.name) stands in the scale \(scale.name) twice.",
                            "Take one of them out; an item counts once."
                        )
                    )
                } else if let column = data[item.name] {
                    problems += outOfRange(column, item, of: scale, at: path)
                } else {
                    problems.append(study.unknownVariable(item.name, at: path, known: data.names))
                }
            }
            if let least = scale.leastAnswered, least > scale.items.count {
                problems.append(
                    problem(
                        .error,
                        "study.scale-answered",
                        at: "scales.\(scale.name).answered",
                        "The scale has \(scale.items.count) items: nobody can answer \(least).",
                        "Write a number up to \(scale.items.count)."
                    )
                )
            }
            return problems
        }
    }

    /// Answers of an item outside the range of its scale: one problem a value, which names rows.
    private func outOfRange(
        _ column: Column,
        _ item: ScaleDeclaration.Item,
        of scale: ScaleDeclaration,
        at path: String
    ) -> [Problem] {
        guard case .codes(let codes, let categories) = column.values else {
            return [
                problem(
                    .error,
                    "study.item-kind",
                    at: path,
                    "\(item.name) is no question with one answer of a list.",
                    "A scale is made of rating questions; take it out."
                )
            ]
        }
        var rows: [Int: [Int]] = [:]
        for row in 0..<codes.count {
            let code = codes[row]
            guard code > 0, !categories[code - 1].isMissing else { continue }
            if let number = categories[code - 1].number, scale.range.contains(number) { continue }
            rows[code, default: []].append(row)
        }
        return rows.sorted { $0.key < $1.key }.map { code, rows in
            let name = categories[code - 1].name
            let lines = rows.prefix(5).map { String(data.origin.line(of: $0)) }
            let more = rows.count > 5 ? " and \(rows.count - 5) more" : ""
            let low = numberName(scale.range.lowerBound)
            let high = numberName(scale.range.upperBound)
            return Problem(
                .error,
                "answers.out-of-range",
                at: .init(
                    data.origin.file,
                    line: data.origin.line(of: rows[0]),
                    column: column.name
                ),
                "\(Problem.quote(name)) is no answer from \(low) to \(high), the range of "
                    + "\(scale.name) (lines \(lines.joined(separator: ", "))\(more)).",
                remedy: "Mend the data, or declare \(name) under data: missing in study.yaml."
            )
        }
    }

    // MARK: - Breakdowns

    private func checkBreakdowns() -> [Problem] {
        study.breakdowns.enumerated().flatMap { index, variables in
            variables.enumerated().compactMap { position, variable in
                let path = "breakdowns.\(index).\(position)"
                guard let column = data[variable] else {
                    return study.unknownVariable(variable, at: path, known: data.names)
                }
                if case .codes(_, let categories) = column.values, categories.count <= 60 {
                    return nil
                }
                return problem(
                    .error,
                    "study.breakdown-kind",
                    at: path,
                    "\(variable) has no short list of answers to break down by.",
                    "Make groups of it under derive, for instance with cuts."
                )
            }
        }
    }

    private func checkPlaces() -> [Problem] {
        study.places.enumerated().compactMap { index, variable in
            let path = "places.\(index)"
            guard data[variable] != nil else {
                return study.unknownVariable(variable, at: path, known: data.names)
            }
            guard !study.breakdowns.contains([variable]) else { return nil }
            return problem(
                .error,
                "study.place-no-breakdown",
                at: path,
                "The report is not broken down by \(variable), so that it cannot rank these places.",
                "Add \(variable) to breakdowns, by itself."
            )
        }
    }

    // MARK: - Design and other names

    private func checkDesign() -> [Problem] {
        guard let design = study.design else { return [] }
        var problems: [Problem] = []
        let lists = [
            ("strata", design.strata), ("cluster", design.clusters), ("fpc", design.populations),
        ]
        for (key, names) in lists {
            for (index, name) in names.enumerated() where data[name] == nil {
                let path = "design.\(key).\(index)"
                problems.append(study.unknownVariable(name, at: path, known: data.names))
            }
        }
        if let weight = design.weight {
            problems += checkNumbers(weight, at: "design.weight")
        }
        for name in design.replicates?.columns ?? [] {
            problems += checkNumbers(name, at: "design.replicates.columns")
        }
        for (index, name) in design.populations.enumerated() where data[name] != nil {
            problems += checkNumbers(name, at: "design.fpc.\(index)")
        }
        if case .collapse(let name) = design.singleCluster, data[name] == nil {
            let path = "design.single-cluster.collapse-within"
            problems.append(study.unknownVariable(name, at: path, known: data.names))
        }
        return problems
    }

    private func checkNumbers(_ name: String, at path: String) -> [Problem] {
        guard let column = data[name] else {
            return [study.unknownVariable(name, at: path, known: data.names)]
        }
        guard case .numbers(let numbers) = column.values else {
            return [
                problem(
                    .error,
                    "study.not-numbers",
                    at: path,
                    "\(name) holds no numbers.",
                    "Name a variable that holds a number in every row."
                )
            ]
        }
        let bad = (0..<numbers.count).filter { !(numbers[$0] >= 0) }
        guard let first = bad.first else { return [] }
        return [
            Problem(
                .error,
                "design.bad-number",
                at: .init(data.origin.file, line: data.origin.line(of: first), column: name),
                "\(name) is missing or negative in \(bad.count) rows, this one first.",
                remedy: "Every row that is analysed needs it: mend the data, or exclude the rows."
            )
        ]
    }

    private func checkNames() -> [Problem] {
        var problems: [Problem] = []
        let fieldwork = study.fieldwork
        let names = [
            ("fieldwork.interviewer", fieldwork.interviewer), ("fieldwork.start", fieldwork.start),
            ("fieldwork.end", fieldwork.end), ("fieldwork.date", fieldwork.date),
            ("data.id", study.data.id),
        ]
        for (path, name) in names {
            if let name, data[name] == nil {
                problems.append(study.unknownVariable(name, at: path, known: data.names))
            }
        }
        for question in study.questions {
            let path = "questions.\(question.name)"
            if data[question.name] == nil {
                problems.append(study.unknownVariable(question.name, at: path, known: data.names))
            }
            if let base = question.base {
                problems += checkExpression(base, at: path + ".base")
            }
        }
        return problems
    }

    /// Languages that the form has no texts in: their questions would be shown by another's.
    private func checkLanguages() -> [Problem] {
        let known = form.languages.map(\.code).filter { !$0.isEmpty }
        guard !known.isEmpty else { return [] }
        return study.languages.enumerated().compactMap { index, language in
            guard !known.contains(language) else { return nil }
            return problem(
                .warning,
                "study.language",
                at: "languages.\(index)",
                "The form has no texts in \(Problem.quote(language)).",
                "Its languages: \(known.joined(separator: ", "))."
            )
        }
    }

    private func checkExpression(_ expression: Expression, at path: String) -> [Problem] {
        do {
            _ = try BoundExpression(expression, in: data)
            return []
        } catch {
            return error.list.map { study.problem(of: $0, in: expression, at: path) }
        }
    }

    private func problem(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        at path: String,
        _ message: String,
        _ remedy: String
    ) -> Problem {
        Problem(severity, code, at: study.location(of: path), message, remedy: remedy)
    }

    // MARK: - Personal data

    /// Columns of `data` that look personal though the study does not declare them so.
    ///
    /// A column that the study names anywhere else was looked at by a person: it is none of them.
    package func likelyPersonal(in data: Microdata) -> [Problem] {
        let named = Set(
            study.questions.map(\.name) + study.breakdowns.flatMap { $0 }
                + [
                    study.fieldwork.interviewer, study.fieldwork.start, study.fieldwork.end,
                    study.fieldwork.date, study.data.id,
                ].compactMap { $0 }
        )
        return proposeStudy(form: form, data: data).personal.compactMap { column in
            guard data[column.name] != nil, !named.contains(column.name) else { return nil }
            return Problem(
                .warning,
                "data.maybe-personal",
                at: .init(data.origin.file, line: 1, column: column.name),
                "\(column.name) may be personal: \(column.reason)",
                remedy:
                    "Add it under data: personal in study.yaml, so that it is never read; or name it "
                    + "under questions if it is harmless."
            )
        }
    }
}
