import Kernels

/// The rows of a model in the order of a layout: those of one sampling unit stand together.
///
/// With an intercept the other columns are measured from their means, so that no digits are lost where
/// they are large beside their spread; the fit's intercept is then that at the means.
struct RegressionRows: Sendable {
    let response: [Double]
    let columns: [[Double]]
    let offset: [Double]?
    let intercept: Int?
    /// What was taken from each column.
    let centers: [Double]

    var count: Int { response.count }

    init(_ model: ModelColumns, _ layout: CellLayout) {
        func ordered(_ values: [Double]) -> [Double] {
            layout.order == nil && layout.rows.count == values.count
                ? values : layout.rows.map { values[Int($0)] }
        }
        response = ordered(model.response)
        offset = model.offset.map(ordered)
        let intercept = model.interceptColumn
        self.intercept = intercept
        var columns = model.values.map(ordered)
        var centers = [Double](repeating: 0, count: columns.count)
        for column in columns.indices where intercept != nil && column != intercept {
            let mean = compensatedSum(columns[column]) / Double(max(1, columns[column].count))
            // Small whole numbers and indicators are exact as they are.
            guard abs(mean) > 100, mean.isFinite else { continue }
            centers[column] = mean
            for row in columns[column].indices { columns[column][row] -= mean }
        }
        self.columns = columns
        self.centers = centers
    }

    /// The coefficient of `column` in the unit of the data, the intercept moved back to 0.
    func coefficient(_ column: Int, of coefficients: [Double]) -> Double {
        guard column == intercept else { return coefficients[column] }
        return coefficients.indices.reduce(coefficients[column]) { sum, other in
            other == column || centers[other] == 0
                ? sum : sum - centers[other] * coefficients[other]
        }
    }
}

/// The coefficients that solve a model's weighted equations, by Newton's method.
struct RegressionFit: Sendable {
    /// One a column; 0 where the column is left out.
    private(set) var coefficients: [Double]
    /// The columns that are not left out.
    private(set) var kept: [Int] = []
    private(set) var inverse = Matrix(rows: 0, columns: 0)
    private(set) var deviance = 0.0
    /// The fitted means, one a row.
    private(set) var means: [Double] = []
    private(set) var iterations = 0

    private static let mostIterations = 50

    /// Fits the model with `weights`, one a row of `rows`; `start` speeds it up.
    init(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        weights: [Double],
        start: [Double]? = nil
    ) throws(ModelError) {
        if let row = rows.response.firstIndex(where: { !family.allows($0) }) {
            throw .impossibleResponse(row: row)
        }
        if let start {
            coefficients = start
        } else {
            coefficients = try RegressionFit.start(rows, family, weights)
        }
        let total = compensatedSum(weights)
        // Weights of mean 1 make the size of a step mean the same in every survey.
        let scale = total > 0 ? Double(weights.count) / total : 0
        let unit = family == .gaussian ? RegressionFit.variance(rows.response, weights) : 1
        var sums = RegressionFit.sums(rows, family, weights, coefficients, scale)
        let beginning = sums.information
        while true {
            let system = SymmetricSystem(sums.information)
            let step = system.solve(sums.score)
            let gain = product(step, sums.score)
            let isDone = gain < 1e-18 * Double(rows.count) * unit
            if iterations == Self.mostIterations || gain.isNaN {
                throw RegressionFit.failure(rows, family, coefficients, iterations)
            }
            // The likelihood is concave: a step that overshoots far turns its slope round, and is halved.
            var length = 1.0
            var tried = coefficients
            var next = sums
            repeat {
                tried = zip(coefficients, step).map { $0 + length * $1 }
                next = RegressionFit.sums(rows, family, weights, tried, scale)
                length /= 2
            } while !isDone && !(product(step, next.score) > -0.5 * gain) && length > 1e-4
            (coefficients, sums) = (tried, next)
            iterations += 1
            if isDone {
                kept = system.kept
                inverse = SymmetricSystem(sums.information).inverse
                for place in inverse.values.indices { inverse.values[place] *= scale }
                break
            }
        }
        means = fittedMeans(rows, family)
        deviance = deviance(rows, family, weights, scale)
        // Where all of a group answer alike its information vanishes: the coefficient has no end.
        if family != .gaussian, start == nil,
            (0..<rows.columns.count).contains(where: { column in
                sums.information[column, column] < 1e-7 * beginning[column, column]
            })
        {
            throw .separation
        }
    }

    /// The weighted variance of the response; 1 where it does not vary.
    private static func variance(_ response: [Double], _ weights: [Double]) -> Double {
        let total = compensatedSum(weights)
        let mean = compensatedSum(zip(response, weights).map { $0 * $1 }) / total
        let squares = zip(response, weights).map { ($0 - mean) * ($0 - mean) * $1 }
        let variance = compensatedSum(squares) / total
        return variance > 0 ? variance : 1
    }

    private static func start(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ weights: [Double]
    ) throws(ModelError) -> [Double] {
        var start = [Double](repeating: 0, count: rows.columns.count)
        let total = compensatedSum(weights)
        let mean = compensatedSum(zip(rows.response, weights).map { $0 * $1 }) / total
        if family != .gaussian, let first = rows.response.first,
            rows.response.allSatisfy({ $0 == first })
        {
            throw .constantResponse
        }
        if let intercept = rows.intercept {
            let shift = rows.offset.map { offset in
                compensatedSum(zip(offset, weights).map { $0 * $1 }) / total
            }
            start[intercept] = family.predictor(mean) - (shift ?? 0)
        }
        return start
    }

    /// Why Newton's method did not end: fitted values at 0 or 1, or something else.
    private static func failure(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ coefficients: [Double],
        _ iterations: Int
    ) -> ModelError {
        let farthest = (0..<rows.count).reduce(0) { farthest, row in
            max(farthest, abs(predictor(rows, coefficients, row)))
        }
        return family == .binomial && farthest > 15 ? .separation : .notConverged(after: iterations)
    }

    static func predictor(_ rows: RegressionRows, _ coefficients: [Double], _ row: Int) -> Double {
        var sum = rows.offset?[row] ?? 0
        for (column, coefficient) in zip(rows.columns, coefficients) {
            sum += coefficient * column[row]
        }
        return sum
    }

    private static func sums(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ weights: [Double],
        _ coefficients: [Double],
        _ scale: Double
    ) -> RegressionSums {
        RegressionSums(rows.columns, coefficients: coefficients) { block in
            for place in 0..<block.count {
                let row = block.firstRow + place
                let mean = family.mean(block.predictors[place] + (rows.offset?[row] ?? 0))
                let w = weights[row] * scale
                block.weights[place] = w * family.variance(mean)
                block.residuals[place] = w * (rows.response[row] - mean)
            }
        }
    }

    /// The fitted means, one a row.
    private func fittedMeans(_ rows: RegressionRows, _ family: ModelFamily) -> [Double] {
        var predictors = rows.offset ?? [Double](repeating: 0, count: rows.count)
        for (column, coefficient) in zip(rows.columns, coefficients) where coefficient != 0 {
            accumulate(column, coefficient, into: &predictors)
        }
        for row in predictors.indices { predictors[row] = family.mean(predictors[row]) }
        return predictors
    }

    private func deviance(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ weights: [Double],
        _ scale: Double
    ) -> Double {
        var sum = 0.0
        for row in means.indices where weights[row] != 0 {
            sum += weights[row] * scale * family.deviance(rows.response[row], means[row])
        }
        return sum
    }

    /// The variance of the Pearson residuals, as R's `summary.svyglm` has it.
    func dispersion(_ rows: RegressionRows, _ family: ModelFamily, _ weights: [Double]) -> Double {
        var (total, sum, squares, n) = (0.0, 0.0, 0.0, 0.0)
        for row in means.indices where weights[row] != 0 {
            let residual =
                (rows.response[row] - means[row]) / family.variance(means[row]).squareRoot()
            n += 1
            total += weights[row]
            sum += weights[row] * residual
            squares += weights[row] * residual * residual
        }
        // Residuals have a mean near 0, so that nothing is lost in the difference.
        let mean = sum / total
        return (squares / total - mean * mean) * n / (n - 1)
    }
}

// MARK: - Variance

extension RegressionFit {
    /// The influence of each unit on each kept coefficient: the inverse information times its scores.
    func linearInfluences(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ table: Tabulation
    ) -> [Influence] {
        let layout = table.layout
        let residuals = means.indices.map { row in
            layout.weights[row] * (rows.response[row] - means[row])
        }
        let scores = kept.map { column in
            segmentProducts(rows.columns[column], residuals, starts: layout.rowStart)
        }
        let plain = kept.map { row in
            Influence(
                units: layout.unit,
                values: layout.unit.indices.map { cell in
                    var sum = 0.0
                    for (place, column) in kept.enumerated() {
                        sum += inverse[row, column] * scores[place][cell]
                    }
                    return sum
                }
            )
        }
        guard let calibration = table.design.calibration else { return plain }
        return kept.enumerated().map { place, row in
            calibration.residual(of: plain[place], rows: layout.rows) { position in
                let residual = rows.response[position] - means[position]
                return kept.reduce(0) { sum, column in
                    sum + inverse[row, column] * rows.columns[column][position]
                } * residual
            }
        }
    }

    /// The coefficients of each replicate, each fitted anew; NaN where a replicate cannot tell one.
    func refitted(
        _ rows: RegressionRows,
        _ family: ModelFamily,
        _ table: Tabulation,
        _ replicates: Replicates
    ) -> [[Double]] {
        (0..<replicates.count).map { replicate in
            let weights = table.replicateWeights(replicate, replicates)
            let none = [Double](repeating: .nan, count: coefficients.count)
            guard
                let fit = try? RegressionFit(rows, family, weights: weights, start: coefficients)
            else { return none }
            return coefficients.indices.map { column in
                kept.contains(column) && !fit.kept.contains(column)
                    ? .nan : fit.coefficients[column]
            }
        }
    }
}

extension Tabulation {
    /// The weights of a replicate, in the order of the layout.
    func replicateWeights(_ replicate: Int, _ replicates: Replicates) -> [Double] {
        layout.rows.indices.map { position in
            let unit = Int(design.unitOfRow[Int(layout.rows[position])])
            return layout.weights[position]
                * replicates.factor(replicate, unit: unit, design.tree)
        }
    }
}
