import Kernels

/// What calibrated weights take out of the variance: the part of each respondent's influence that the
/// calibration's own terms explain.
///
/// The influence is regressed on the terms over the whole sample, and its residual takes its place.
///
/// - SeeAlso: Deville & Särndal (1992), Calibration Estimators in Survey Sampling, JASA 87, section 3; R
///   `survey::svyrecvar`, whose weights of the regression these are: the weights before calibration, but
///   1 for raking.
struct CalibrationResidual: Sendable {
    private let columns: CalibrationColumns
    /// The weights of the regression.
    private let regressionWeights: [Double]
    private let system: SymmetricSystem
    /// The final weight of each row over its calibrated one; nil where they are the same.
    private let trimming: [Double]?
    /// Σ calibrated weight × column, unit by unit.
    private let unitTotals: Matrix

    /// The residuals for weights that were `calibrated` from `before` and became `final` later.
    init(
        _ terms: [CalibrationTerm],
        regressionWeights: [Double],
        calibrated: [Double],
        final: [Double],
        unitOfRow: [Int32],
        unitCount: Int
    ) {
        let columns = CalibrationColumns(terms)
        var squares = Matrix(rows: columns.count, columns: columns.count)
        var totals = Matrix(rows: unitCount, columns: columns.count)
        var held: [(Int, Double)] = []
        for row in calibrated.indices where calibrated[row] != 0 || regressionWeights[row] != 0 {
            held.removeAll(keepingCapacity: true)
            columns.forEach(in: row) { held.append(($0, $1)) }
            for (column, value) in held {
                totals[Int(unitOfRow[row]), column] += calibrated[row] * value
                for (other, otherValue) in held {
                    squares[column, other] += regressionWeights[row] * value * otherValue
                }
            }
        }
        self.columns = columns
        self.regressionWeights = regressionWeights
        system = SymmetricSystem(squares)
        unitTotals = totals
        trimming =
            calibrated == final
            ? nil : zip(final, calibrated).map { $1 == 0 ? 0 : $0 / $1 }
    }

    /// `influence`, the cells of one estimate, less what the terms explain of it; over all units.
    func residual(
        of influence: Influence,
        _ function: TotalsFunction,
        _ base: AnswerBase,
        _ layout: CellLayout
    ) -> Influence {
        var products = [Double](repeating: 0, count: columns.count)
        for cell in base.cells {
            for position in Int(layout.rowStart[cell])..<Int(layout.rowStart[cell + 1]) {
                let row = Int(layout.rows[position])
                add(function.rowTerm(row) / function.divisor, row, to: &products)
            }
        }
        return residual(of: influence, products: products)
    }

    /// `influence` less what the terms explain, `term` being the influence of each position of `rows` over
    /// its weight.
    func residual(of influence: Influence, rows: [Int32], term: (Int) -> Double) -> Influence {
        var products = [Double](repeating: 0, count: columns.count)
        for position in rows.indices {
            add(term(position), Int(rows[position]), to: &products)
        }
        return residual(of: influence, products: products)
    }

    private func add(_ term: Double, _ row: Int, to products: inout [Double]) {
        guard term != 0 else { return }
        let weighted = term * regressionWeights[row] * (trimming?[row] ?? 1)
        columns.forEach(in: row) { products[$0] += weighted * $1 }
    }

    /// `influence` less what the terms explain, given Σ regression weight × column × row influence.
    private func residual(of influence: Influence, products: [Double]) -> Influence {
        let coefficients = system.solve(products)
        var values = (0..<unitTotals.rowCount).map { unit -> Double in
            var sum = 0.0
            for column in coefficients.indices {
                sum -= coefficients[column] * unitTotals[unit, column]
            }
            return sum
        }
        for (unit, value) in zip(influence.units, influence.values) { values[Int(unit)] += value }
        return Influence(units: values.indices.map { Int32($0) }, values: values)
    }
}
