package import Base
package import Survey

/// Makes a study's answers ready, collecting every problem on the way.
package struct StudyPreparation {
    package let study: Study
    package let form: Form
    package internal(set) var problems: [Problem] = []
    var data: Microdata
    /// The tables of the study's joins, in their order; nil for one that could not be read.
    let tables: [JoinTable?]

    /// A preparation of `data`, already bound to `form`.
    package init(study: Study, form: Form, data: Microdata, tables: [JoinTable?] = []) {
        self.study = study
        self.form = form
        self.data = data
        self.tables = tables
    }

    /// The prepared study; its problems are in `problems`, and with errors it is not to be reported.
    ///
    /// The order: joined columns, answers and missing codes as declared, derived variables, then rows
    /// left out, then weights.
    package mutating func prepare(
        personal: [String],
        repeats: [String: Int] = [:]
    ) -> PreparedStudy {
        join()
        declareQuestions(among: Set(data.names))
        declareMissing()
        codeScaleItems()
        for derivation in study.derivations { derive(derivation) }
        declareQuestions(among: Set(study.derivations.map(\.name)))
        codeBreakdowns()
        let everyRow = data
        let (exclusions, exclusionOfRow) = exclude()
        let weights = weigh(everyRow: everyRow, exclusionOfRow: exclusionOfRow)
        return PreparedStudy(
            study: study,
            form: form,
            data: data,
            everyRow: everyRow,
            exclusionOfRow: exclusionOfRow,
            rowsRead: everyRow.rowCount,
            exclusions: exclusions,
            repeats: repeats,
            personal: personal,
            weights: weights
        )
    }

    mutating func variable(_ name: String, at path: String) -> Column? {
        if let column = data[name] { return column }
        problems.append(study.unknownVariable(name, at: path, known: data.names))
        return nil
    }

    mutating func bind(_ expression: Expression, at path: String) -> BoundExpression? {
        do {
            return try BoundExpression(expression, in: data)
        } catch {
            problems += error.list.map { study.problem(of: $0, in: expression, at: path) }
            return nil
        }
    }

    mutating func add(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        at path: String,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(
            Problem(severity, code, at: study.location(of: path), message, remedy: remedy)
        )
    }
}

extension Study {
    /// The problem that no data hold the variable `name`, which stands at `path` of the study.
    package func unknownVariable(_ name: String, at path: String, known: [String]) -> Problem {
        let hint = nearestName(to: name, in: known)
        return Problem(
            .error,
            "study.unknown-variable",
            at: location(of: path),
            "The data hold no variable \(Problem.quote(name)).",
            remedy: hint.map { "Did you mean \($0)?" }
                ?? "The names are those of the form, or of the header where there is no form."
        )
    }
    /// The problem that `fault` is, in an expression that stands at `path` of the study.
    package func problem(
        of fault: Expression.Fault,
        in expression: Expression,
        at path: String
    ) -> Problem {
        Problem(
            .error,
            "expression.names",
            at: location(of: path),
            "In \(Problem.quote(expression.text)), character \(fault.position + 1): "
                + fault.message,
            remedy: fault.remedy
        )
    }
}
