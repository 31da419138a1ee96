import Base
import Kernels

/// A regression as a person writes it.
package struct ModelRequest: Sendable, Hashable {
    package enum Family: Sendable, Hashable {
        case linear(ModelFamily)
        case ordinal
    }

    private static let mostColumns = 500

    package var formula: String
    package var family: Family
    package var condition: String?
    package var offset: String?
    /// Factors whose adjusted means are wanted.
    package var predictions: [String]
    package var options: Tabulation.Options
    /// Whether exp(coefficient) is wanted too: odds ratios, or ratios of rates.
    package var hasRatios: Bool

    package init(
        _ formula: String,
        _ family: Family,
        where condition: String? = nil,
        offset: String? = nil,
        predictions: [String] = [],
        options: Tabulation.Options = .init(),
        ratios: Bool = false
    ) {
        hasRatios = ratios
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
        var frame = ModelFrame(read, &columns, family == .ordinal, inside: inside)
        if let offset { frame.offset = columns.numbers(offset)?.all }
        for name in predictions where !frame.factors.contains(name) {
            columns.report(
                "estimate.model",
                column: name,
                "\(Problem.quote(name)) is no factor of the model.",
                remedy: frame.factors.isEmpty
                    ? "Adjusted means are of factors: columns of texts, or factor(column)."
                    : "Adjusted means are of factors: \(frame.factors.joined(separator: ", "))."
            )
        }
        if frame.columnCount > Self.mostColumns {
            columns.report(
                "estimate.model",
                "The model has \(frame.columnCount) columns; \(Self.mostColumns) are the most.",
                remedy: "Join groups of its factors, or leave products out."
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
        let method =
            "\(family.regressionName) regression; \(design.methodName)" + leftOut(model.dropped)
        var rows = model.coefficients.map { row(of: $0, method) }
        rows += ratios(
            of: model.coefficients.filter { $0.name != ModelColumns.intercept },
            family == .poisson ? "rate ratio" : "odds ratio",
            method
        )
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
            // Where the data cannot tell a column of the factor, its groups have no means of their own.
            guard !model.dropped.contains(where: { isColumn($0, of: name, frame) }) else {
                throw .notEstimable(factor: name)
            }
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

    /// Whether a column, or a product with it, is an indicator of a group of `factor`.
    private func isColumn(_ column: String, of factor: String, _ frame: ModelFrame) -> Bool {
        let parts = column.split(separator: ":").map(String.init)
        return frame.levels(of: factor).contains { parts.contains(factor + $0) }
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
        let method =
            "proportional odds regression; \(design.methodName)" + leftOut(model.dropped)
        return model.coefficients.map { row(of: $0, method) }
            + model.thresholds.map { row(of: $0, method, statistic: "threshold") }
            + ratios(of: model.coefficients, "odds ratio", method)
    }

    /// What is said of columns that the others make up already.
    private func leftOut(_ names: [String]) -> String {
        names.isEmpty
            ? "" : "; left out, as the other terms make it up: \(names.joined(separator: ", "))"
    }

    /// exp(b) with exp of b's limits; its standard error is exp(b) times that of b (delta method).
    private func ratios(
        of coefficients: [Regression.Coefficient],
        _ statistic: String,
        _ method: String
    ) -> [EstimateRow] {
        guard hasRatios else { return [] }
        return coefficients.map { coefficient in
            var estimate = coefficient.estimate
            estimate.value = exponential(estimate.value)
            estimate.standardError = estimate.standardError.map { $0 * estimate.value }
            estimate.interval = estimate.interval.map {
                exponential($0.lowerBound)...exponential($0.upperBound)
            }
            return EstimateRow(
                statistic,
                coefficient.name,
                estimate,
                method: method,
                test: .init(statistic: coefficient.statistic, p: coefficient.p)
            )
        }
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
        case .notEstimable(let factor):
            "The data cannot tell the groups of \(factor) from the other terms: they have no adjusted means."
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
        case .notEstimable: "Leave out the terms that say the same, or --predict."
        case .notConverged: "Leave terms out, or bring numbers to a similar size."
        }
    }
}
