import Kernels

extension Regression {
    /// The mean prediction over the respondents, had they all had the columns of `values`.
    ///
    /// With a factor's columns set to one of its groups this is the group's adjusted mean: what the whole
    /// population would have, all else as it is. Its variance counts that of the coefficients and that of
    /// the sample over which the mean is taken. The interval is made on the scale of the link.
    ///
    /// - Parameter values: The columns of the model, each with one number a row of the data.
    /// - Returns: The prediction on the scale of the response.
    /// - SeeAlso: Graubard & Korn (1999), Predictive Margins with Survey Data, Biometrics 55, 652-659; R
    ///   `survey::svypredmeans`; Stata `margins, vce(unconditional)`.
    package func prediction(at values: [[Double]]) -> Estimate {
        let layout = table.layout
        let columns = values.indices.map { column in
            layout.rows.map { values[column][Int($0)] - rows.centers[column] }
        }
        let value = mean(of: columns, fit.coefficients, layout.weights)
        var estimate = table.estimate(value, influence(of: columns, value), base, df: df)
        if let interval = estimate.interval, family != .gaussian,
            let error = estimate.standardError,
            error > 0
        {
            let slope = family.variance(value)
            let reach = table.quantile(df: df) * error / slope
            let center = family.predictor(value)
            if slope > 0, center.isFinite {
                estimate.interval =
                    family.mean(center - reach)...family.mean(center + reach)
            } else {
                estimate.interval = interval
            }
        }
        return estimate
    }

    private func mean(
        of columns: [[Double]],
        _ coefficients: [Double],
        _ weights: [Double]
    ) -> Double {
        let means = predictions(columns, coefficients)
        return compensatedSum(zip(means, weights).map { $0 * $1 }) / compensatedSum(weights)
    }

    private func predictions(_ columns: [[Double]], _ coefficients: [Double]) -> [Double] {
        var predictors = rows.offset ?? [Double](repeating: 0, count: rows.count)
        for (column, coefficient) in zip(columns, coefficients) where coefficient != 0 {
            for row in predictors.indices { predictors[row] += coefficient * column[row] }
        }
        return predictors.map(family.mean)
    }

    private func influence(of columns: [[Double]], _ value: Double) -> Influence {
        let layout = table.layout
        if let replicates = table.design.replicates {
            let values = (0..<replicates.count).map { replicate in
                mean(
                    of: columns,
                    replicateCoefficients[replicate],
                    table.replicateWeights(replicate, replicates)
                )
            }
            return replicates.deviations(values, estimate: value)
        }
        let means = predictions(columns, fit.coefficients)
        let slopes = means.indices.map { layout.weights[$0] * family.variance(means[$0]) }
        // How the mean changes with each coefficient, and then with each score.
        let gradient = columns.map { column in
            compensatedSum(zip(column, slopes).map { $0 * $1 }) / weightedN
        }
        let byScore = fit.kept.map { column in
            fit.kept.reduce(0) { $0 + gradient[$1] * fit.inverse[$1, column] }
        }
        let fitted = fit.means
        let terms = means.indices.map { row in
            let score = fit.kept.enumerated().reduce(0) { sum, pair in
                sum + byScore[pair.offset] * rows.columns[pair.element][row]
            }
            return (means[row] - value) / weightedN + score * (rows.response[row] - fitted[row])
        }
        let plain = Influence(
            units: layout.unit,
            values: segmentProducts(terms, layout.weights, starts: layout.rowStart)
        )
        guard let calibration = table.design.calibration else { return plain }
        return calibration.residual(of: plain, rows: layout.rows) { terms[$0] }
    }
}
