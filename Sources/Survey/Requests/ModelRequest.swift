import Base

/// A regression as a person writes it.
package struct ModelRequest: Sendable, Hashable {
    package enum Family: Sendable, Hashable {
        case linear(ModelFamily)
        case ordinal
    }

    package var formula: String
    package var family: Family
    package var condition: String?
    package var offset: String?
    /// Factors whose adjusted means are wanted.
    package var predictions: [String]
    package var options: Tabulation.Options

    package init(
        _ formula: String,
        _ family: Family,
        where condition: String? = nil,
        offset: String? = nil,
        predictions: [String] = [],
        options: Tabulation.Options = .init()
    ) {
        self.formula = formula
        self.family = family
        self.condition = condition
        self.offset = offset
        self.predictions = predictions
        self.options = options
    }

    /// The coefficients, the tests of terms of several columns, and the adjusted means; empty where a name
    /// is wrong or the model has no solution.
    package func rows(
        of columns: inout RequestedColumns,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        let before = columns.problems.count
        let read: ModelFormula
        do throws(ModelFormula.Fault) {
            read = try ModelFormula(formula)
        } catch {
            columns.report("estimate.model", error.message, remedy: error.remedy)
            return []
        }
        let inside = condition.flatMap { columns.rows(where: $0) }
        var frame = ModelFrame(read, &columns, family == .ordinal)
        if let offset { frame.offset = columns.numbers(offset)?.all }
        for name in predictions where !frame.factors.contains(name) {
            columns.report(
                "estimate.model",
                column: name,
                "\(Problem.quote(name)) is no factor of the model.",
                remedy: "Adjusted means are of factors: \(frame.factors.joined(separator: ", "))."
            )
        }
        guard columns.problems.count == before else { return [] }
        do throws(ModelError) {
            switch family {
            case .linear(let family): return try linear(family, frame, design, inside)
            case .ordinal: return try ordinal(frame, design, inside)
            }
        } catch {
            columns.report("estimate.model", error.sentence, remedy: error.remedy)
            return []
        }
    }

    private func linear(
        _ family: ModelFamily,
        _ frame: ModelFrame,
        _ design: SurveyDesign,
        _ inside: [Bool]?
    ) throws(ModelError) -> [EstimateRow] {
        let model = try Regression(
            frame.columns(),
            family: family,
            design: design,
            within: inside,
            options: options
        )
        let method = "\(family.regressionName) regression; \(design.methodName)"
        var rows = model.coefficients.map { row(of: $0, method) }
        for test in model.termTests() where test.numeratorDF > 1 {
            rows.append(
                EstimateRow(
                    "term F",
                    test.term,
                    Estimate(
                        value: test.statistic,
                        standardError: nil,
                        interval: nil,
                        df: test.numeratorDF,
                        n: model.n,
                        weightedN: model.weightedN
                    ),
                    method: method,
                    test: .init(statistic: nil, denominatorDF: test.denominatorDF, p: test.p)
                )
            )
        }
        for name in predictions {
            for level in frame.levels(of: name) {
                let values = frame.columns(holding: name, at: level).values
                rows.append(
                    EstimateRow(
                        "adjusted mean",
                        frame.response,
                        group: [(variable: name, group: level)],
                        model.prediction(at: values),
                        method: method
                    )
                )
            }
        }
        return rows
    }

    private func ordinal(
        _ frame: ModelFrame,
        _ design: SurveyDesign,
        _ inside: [Bool]?
    ) throws(ModelError) -> [EstimateRow] {
        let model = try OrdinalRegression(
            frame.columns(),
            answers: frame.answers,
            design: design,
            within: inside,
            options: options
        )
        let method = "proportional odds regression; \(design.methodName)"
        return model.coefficients.map { row(of: $0, method) }
            + model.thresholds.map { row(of: $0, method, statistic: "threshold") }
    }

    private func row(
        of coefficient: Regression.Coefficient,
        _ method: String,
        statistic: String = "coefficient"
    ) -> EstimateRow {
        EstimateRow(
            statistic,
            coefficient.name,
            coefficient.estimate,
            method: method,
            test: .init(statistic: coefficient.statistic, p: coefficient.p)
        )
    }
}

/// The columns of a formula, as the data hold them.
struct ModelFrame {
    let response: String
    private(set) var answers: [String] = []
    var offset: [Double]?
    private var responses: [Double] = []
    private let formula: ModelFormula
    private var numbers: [String: [Double]] = [:]
    private var groups: [String: RequestedGroups] = [:]
    private let rowCount: Int

    init(_ formula: ModelFormula, _ columns: inout RequestedColumns, _ isOrdinal: Bool) {
        self.formula = formula
        response = formula.response
        rowCount = columns.rowCount
        if isOrdinal {
            if let groups = columns.groups(response) {
                answers = groups.names
                responses = (0..<rowCount).map { Double(groups.codes[$0]) - 1 }
                    .map { $0 < 0 ? .nan : $0 }
            }
        } else {
            responses = columns.numbers(response)?.all ?? []
        }
        for part in formula.terms.flatMap({ $0 }) where numbers[part.name] == nil {
            guard groups[part.name] == nil, let column = columns.column(part.name) else { continue }
            if !part.isFactor, let values = Numbers(answered: column) {
                numbers[part.name] = values.all
            } else {
                groups[part.name] = columns.groups(part.name)
            }
        }
    }

    /// The factors of the model.
    var factors: [String] { groups.keys.sorted() }

    func levels(of factor: String) -> [String] { groups[factor]?.names ?? [] }

    /// The columns, `factor` set to `level` for everybody where one is named.
    func columns(holding factor: String? = nil, at level: String? = nil) -> ModelColumns {
        typealias Made = (name: String, columns: [(name: String, values: [Double])])
        var terms: [Made] = []
        if formula.hasIntercept {
            let ones = [Double](repeating: 1, count: rowCount)
            terms.append((ModelColumns.intercept, [(ModelColumns.intercept, ones)]))
        }
        for term in formula.terms {
            var made: [(name: String, values: [Double])] = [("", [])]
            for part in term {
                let own = columns(of: part, factor, level)
                made = made.flatMap { before in
                    own.map { column in
                        before.name.isEmpty
                            ? column
                            : (
                                "\(before.name):\(column.name)",
                                zip(before.values, column.values).map { $0 * $1 }
                            )
                    }
                }
            }
            terms.append((term.map(\.name).joined(separator: ":"), made))
        }
        return ModelColumns(response: responses, terms: terms, offset: offset)
    }

    /// The columns of one part: itself, or indicators of all groups but the first.
    private func columns(
        of part: ModelFormula.Part,
        _ factor: String?,
        _ level: String?
    ) -> [(name: String, values: [Double])] {
        if let values = numbers[part.name] { return [(part.name, values)] }
        guard let groups = groups[part.name] else { return [] }
        return groups.names.indices.dropFirst().map { place in
            let name = part.name + groups.names[place]
            if part.name == factor, let level {
                let value = groups.names[place] == level ? 1.0 : 0
                // A row without the factor is not in the model, whatever it is set to.
                return (
                    name,
                    (0..<rowCount).map { groups.codes[$0] == 0 ? .nan : value }
                )
            }
            return (
                name,
                (0..<rowCount).map { row in
                    groups.codes[row] == 0 ? .nan : groups.codes[row] == place + 1 ? 1 : 0
                }
            )
        }
    }
}

extension ModelFamily {
    fileprivate var regressionName: String {
        switch self {
        case .gaussian: "linear"
        case .binomial: "logistic"
        case .poisson: "Poisson"
        }
    }
}

extension ModelError {
    fileprivate var sentence: String {
        switch self {
        case .noRows: "No row has all that the model needs."
        case .impossibleResponse: "The response has values that the family cannot have."
        case .constantResponse:
            "The response is the same for everybody, or an answer was given by nobody."
        case .separation:
            "The terms tell the answers apart completely: their coefficients grow without end."
        case .notConverged(let steps): "The model was not solved after \(steps) steps."
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .noRows: "Look for columns that are nearly empty, and at --where and --missing."
        case .impossibleResponse:
            "Logistic regression takes 0 and 1, or a condition such as \"q1 >= 4\"; Poisson takes counts."
        case .constantResponse: "Leave the model, or join answers."
        case .separation: "Join the groups of a factor, or leave a term out."
        case .notConverged: "Leave terms out, or bring numbers to a similar size."
        }
    }
}
