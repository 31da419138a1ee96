package import Kernels

/// Proportional-odds regression of an ordered answer: P(y ≤ k) = logistic(ζ_k - x β).
///
/// The pseudo-likelihood Σ w log P(y) is made as large as can be by Newton's method on β and the thresholds
/// ζ; variances are those of the design's sandwich, or of the replicates.
///
/// - SeeAlso: McCullagh (1980), Regression Models for Ordinal Data, JRSS B 42, 109-142; R
///   `survey::svyolr`; docs/methods/regression.md.
package struct OrdinalRegression: Sendable {
    /// β, a positive one raising the answer.
    package let coefficients: [Regression.Coefficient]
    /// ζ, one fewer than there are answers.
    package let thresholds: [Regression.Coefficient]
    /// Of coefficients and then thresholds.
    package let covariance: Matrix?
    package let df: Double
    package let n: Int
    package let weightedN: Double
    /// -2 Σ w log P, with weights of mean 1.
    package let deviance: Double
    package let iterations: Int
    package let dropped: [String]

    /// Fits the model; the response of `columns` is the position of the answer among `answers`, from 0, and
    /// a column named ``ModelColumns/intercept`` is left out, the thresholds taking its place.
    ///
    /// - Throws: ``ModelError``; an answer that nobody gave is ``ModelError/constantResponse``.
    package init(
        _ columns: ModelColumns,
        answers: [String],
        design: SurveyDesign,
        within isInside: [Bool]? = nil,
        options: Tabulation.Options = .init()
    ) throws(ModelError) {
        let domain = try ModelDomain(columns, design, within: isInside, options: options)
        let (table, rows, base) = (domain.table, domain.rows, domain.base)
        let slopes = columns.names.indices.filter { columns.names[$0] != ModelColumns.intercept }
        let model = OrdinalRows(rows, slopes, answerCount: answers.count)
        let fit = try OrdinalFit(model, weights: table.layout.weights)
        let influences: [Influence]
        if let replicates = design.replicates {
            influences = fit.replicateInfluences(model, table, replicates)
        } else {
            influences = fit.linearInfluences(model, table)
        }
        let kept = fit.kept
        n = base.n
        weightedN = base.weight
        df = domain.degreesOfFreedom(of: kept.count)
        let df = df
        deviance = fit.deviance
        iterations = fit.iterations
        dropped = slopes.indices.filter { !kept.contains($0) }.map { columns.names[slopes[$0]] }
        covariance = design.isProbabilitySample ? design.covarianceMatrix(influences) : nil
        let all = kept.enumerated().map { place, parameter in
            let threshold = parameter - slopes.count
            return Regression.Coefficient(
                threshold < 0
                    ? columns.names[slopes[parameter]]
                    : "\(answers[threshold])|\(answers[threshold + 1])",
                table.estimate(fit.parameters[parameter], influences[place], base, df: df)
            )
        }
        let slopeCount = kept.count { $0 < slopes.count }
        coefficients = Array(all.prefix(slopeCount))
        thresholds = Array(all.dropFirst(slopeCount))
    }
}

/// The rows of an ordinal model.
private struct OrdinalRows: Sendable {
    let columns: [[Double]]
    /// From 0.
    let answers: [Int]
    let answerCount: Int

    init(_ rows: RegressionRows, _ slopes: [Int], answerCount: Int) {
        columns = slopes.map { rows.columns[$0] }
        answers = rows.response.map { Int($0) }
        self.answerCount = answerCount
    }

    var parameterCount: Int { columns.count + answerCount - 1 }
}

private struct OrdinalFit {
    private(set) var parameters: [Double]
    private(set) var kept: [Int] = []
    private(set) var inverse = Matrix(rows: 0, columns: 0)
    private(set) var deviance = 0.0
    private(set) var iterations = 0

    init(_ model: OrdinalRows, weights: [Double], start: [Double]? = nil) throws(ModelError) {
        let total = compensatedSum(weights)
        let scale = Double(weights.count) / total
        let beginning = try Self.start(model, weights, total)
        parameters = start ?? beginning
        let first = State(model, weights, beginning, scale).information
        var state = State(model, weights, parameters, scale)
        while true {
            let system = SymmetricSystem(state.information)
            let step = system.solve(state.score)
            let gain = zip(step, state.score).reduce(0) { $0 + $1.0 * $1.1 }
            let isDone = abs(gain) < 1e-18 * Double(weights.count)
            guard !gain.isNaN, iterations < 100 else {
                throw state.deviance < 1e-4 * Double(weights.count)
                    ? .separation : .notConverged(after: iterations)
            }
            var length = 1.0
            var (tried, next) = (parameters, state)
            while true {
                tried = zip(parameters, step).map { $0 + length * $1 }
                next = State(model, weights, tried, scale)
                if next.deviance <= state.deviance * (1 + 1e-12) || isDone || length < 1e-6 {
                    break
                }
                length /= 2
            }
            (parameters, state) = (tried, next)
            iterations += 1
            if isDone {
                let system = SymmetricSystem(state.information)
                kept = system.kept
                inverse = system.inverse
                for place in inverse.values.indices { inverse.values[place] *= scale }
                break
            }
        }
        deviance = state.deviance
        if (0..<model.columns.count).contains(where: { column in
            state.information[column, column] < 1e-7 * first[column, column]
        }) {
            throw .separation
        }
    }

    /// No slopes, and the thresholds of the weighted shares.
    private static func start(
        _ model: OrdinalRows,
        _ weights: [Double],
        _ total: Double
    ) throws(ModelError) -> [Double] {
        var shares = [Double](repeating: 0, count: model.answerCount)
        for (answer, weight) in zip(model.answers, weights) { shares[answer] += weight / total }
        guard shares.allSatisfy({ $0 > 0 }) else { throw .constantResponse }
        var below = 0.0
        let thresholds = shares.dropLast().map { share in
            below += share
            return logit(below)
        }
        return [Double](repeating: 0, count: model.columns.count) + thresholds
    }

    /// The pseudo-likelihood and its derivatives at some parameters.
    private struct State {
        var information: Matrix
        var score: [Double]
        var deviance = 0.0

        init(_ model: OrdinalRows, _ weights: [Double], _ parameters: [Double], _ scale: Double) {
            information = Matrix(rows: parameters.count, columns: parameters.count)
            score = [Double](repeating: 0, count: parameters.count)
            for row in weights.indices where weights[row] != 0 {
                let term = RowTerm(model, parameters, row)
                let w = weights[row] * scale
                deviance -= 2 * w * logarithm(term.probability)
                for (i, value) in term.directions {
                    score[i] += w * term.slope(value)
                    for (j, other) in term.directions {
                        information[i, j] += w * term.information(value, other)
                    }
                }
            }
            if deviance.isNaN { deviance = .infinity }
        }
    }

    /// One row's probability and its derivatives in the upper and the lower linear predictor.
    struct RowTerm {
        let probability: Double
        /// Each parameter that matters, with how the upper and the lower predictor change with it.
        let directions: [(Int, (upper: Double, lower: Double))]
        private let upperDensity: Double
        private let lowerDensity: Double
        private let upperSlope: Double
        private let lowerSlope: Double

        init(_ model: OrdinalRows, _ parameters: [Double], _ row: Int) {
            let slopeCount = model.columns.count
            let answer = model.answers[row]
            var predictor = 0.0
            var directions: [(Int, (upper: Double, lower: Double))] = []
            for column in 0..<slopeCount {
                let value = model.columns[column][row]
                predictor += parameters[column] * value
                directions.append((column, (-value, -value)))
            }
            let isLast = answer == model.answerCount - 1
            let upper = isLast ? 1 : logistic(parameters[slopeCount + answer] - predictor)
            let lower = answer == 0 ? 0 : logistic(parameters[slopeCount + answer - 1] - predictor)
            if !isLast { directions.append((slopeCount + answer, (1, 0))) }
            if answer > 0 { directions.append((slopeCount + answer - 1, (0, 1))) }
            self.directions = directions
            probability = max(upper - lower, 0)
            upperDensity = upper * (1 - upper)
            lowerDensity = lower * (1 - lower)
            upperSlope = upperDensity * (1 - 2 * upper)
            lowerSlope = lowerDensity * (1 - 2 * lower)
        }

        /// The derivative of log P along a parameter.
        func slope(_ direction: (upper: Double, lower: Double)) -> Double {
            (direction.upper * upperDensity - direction.lower * lowerDensity) / probability
        }

        /// Less the second derivative along two parameters.
        func information(
            _ a: (upper: Double, lower: Double),
            _ b: (upper: Double, lower: Double)
        ) -> Double {
            let second = a.upper * b.upper * upperSlope - a.lower * b.lower * lowerSlope
            return slope(a) * slope(b) - second / probability
        }
    }

    func linearInfluences(_ model: OrdinalRows, _ table: Tabulation) -> [Influence] {
        let layout = table.layout
        // The influence of each row over its weight, one list a kept parameter.
        var rows = [[Double]](
            repeating: [Double](repeating: 0, count: layout.rows.count),
            count: kept.count
        )
        for position in layout.rows.indices {
            let term = RowTerm(model, parameters, position)
            for (parameter, direction) in term.directions {
                let slope = term.slope(direction)
                for (place, row) in kept.enumerated() {
                    rows[place][position] += inverse[row, parameter] * slope
                }
            }
        }
        return rows.map { values in
            let plain = Influence(
                units: layout.unit,
                values: segmentProducts(values, layout.weights, starts: layout.rowStart)
            )
            guard let calibration = table.design.calibration else { return plain }
            return calibration.residual(of: plain, rows: layout.rows) { values[$0] }
        }
    }

    func replicateInfluences(
        _ model: OrdinalRows,
        _ table: Tabulation,
        _ replicates: Replicates
    ) -> [Influence] {
        var values = [[Double]](repeating: [], count: kept.count)
        for replicate in 0..<replicates.count {
            let weights = table.replicateWeights(replicate, replicates)
            // A replicate that lacks an answer, or tells the answers apart, has no estimate.
            let refitted = try? OrdinalFit(model, weights: weights, start: parameters)
            for (place, parameter) in kept.enumerated() {
                values[place].append(refitted?.parameters[parameter] ?? .nan)
            }
        }
        return zip(kept, values).map { parameter, values in
            replicates.deviations(values, estimate: parameters[parameter])
        }
    }
}
