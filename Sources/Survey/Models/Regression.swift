package import Kernels

/// A generalised linear model fitted to a survey: coefficients with design-based standard errors.
///
/// Coefficients solve Σ w (y - μ) x = 0 over the rows that have all that the model needs, as a domain of
/// the design. Their variance is the sandwich: the information's inverse round the design's variance of the
/// scores; or that of the replicates. Intervals and tests take df - p + 1 degrees of freedom.
///
/// - SeeAlso: Binder (1983), On the Variances of Asymptotically Normal Estimators from Complex Surveys,
///   International Statistical Review 51, 279-292; R `survey::svyglm`; docs/methods/regression.md.
package struct Regression: Sendable {
    package struct Coefficient: Sendable, Hashable {
        package let name: String
        package let estimate: Estimate

        init(_ name: String, _ estimate: Estimate) {
            self.name = name
            self.estimate = estimate
        }

        /// Estimate over standard error; nil without one.
        package var statistic: Double? { estimate.statistic }
        /// Of the two-sided test that the coefficient is 0.
        package var p: Double? { estimate.p }
    }

    package let family: ModelFamily
    /// The columns that others tell completely are left out, and named in `dropped`.
    package let coefficients: [Coefficient]
    package let dropped: [String]
    package let terms: [ModelColumns.Term]
    /// The covariances of the coefficients, in their order; nil without a probability design.
    package let covariance: Matrix?
    /// Degrees of freedom of the tests: those of the design, less the coefficients, plus one.
    package let df: Double
    package let n: Int
    package let weightedN: Double
    /// The variance of the Pearson residuals.
    package let dispersion: Double
    /// With weights of mean 1.
    package let deviance: Double
    package let iterations: Int

    let table: Tabulation
    let rows: RegressionRows
    let base: AnswerBase
    let fit: RegressionFit
    /// The coefficients of each replicate; empty without replicates.
    let replicateCoefficients: [[Double]]

    /// Fits `family` to `columns`; `isInside` says which rows belong to the domain, nil for all.
    ///
    /// - Throws: ``ModelError``.
    package init(
        _ columns: ModelColumns,
        family: ModelFamily,
        design: SurveyDesign,
        within isInside: [Bool]? = nil,
        options: Tabulation.Options = .init()
    ) throws(ModelError) {
        let domain = try ModelDomain(columns, design, within: isInside, options: options)
        let (table, rows, base) = (domain.table, domain.rows, domain.base)
        let fit = try RegressionFit(rows, family, weights: table.layout.weights)
        let kept = fit.kept
        self.family = family
        self.table = table
        self.fit = fit
        dropped = columns.names.indices.filter { !kept.contains($0) }.map { columns.names[$0] }
        terms = columns.terms
        n = base.n
        weightedN = base.weight
        deviance = fit.deviance
        iterations = fit.iterations
        dispersion = fit.dispersion(rows, family, table.layout.weights)
        self.rows = rows
        self.base = base
        let influences: [Influence]
        if let replicates = design.replicates {
            let refitted = fit.refitted(rows, family, table, replicates)
            replicateCoefficients = refitted
            influences = kept.map { column in
                replicates.deviations(
                    refitted.map { rows.coefficient(column, of: $0) },
                    estimate: rows.coefficient(column, of: fit.coefficients)
                )
            }
        } else {
            replicateCoefficients = []
            influences = rows.movedBack(fit.linearInfluences(rows, family, table), fit.kept)
        }
        df = domain.degreesOfFreedom(of: kept.count)
        let df = df
        coefficients = kept.enumerated().map { place, column in
            Coefficient(
                columns.names[column],
                table.estimate(
                    rows.coefficient(column, of: fit.coefficients),
                    influences[place],
                    base,
                    df: df
                )
            )
        }
        covariance = design.isProbabilitySample ? design.covarianceMatrix(influences) : nil
    }
}

extension RegressionRows {
    /// The influences of the kept coefficients, the intercept's moved back to 0 with its own.
    fileprivate func movedBack(_ influences: [Influence], _ kept: [Int]) -> [Influence] {
        guard let intercept, let place = kept.firstIndex(of: intercept) else { return influences }
        var influences = influences
        influences[place] = Influence.combined(
            kept.indices.map { other in
                (factor: other == place ? 1 : -centers[kept[other]], influence: influences[other])
            }
        )
        return influences
    }
}

extension Tabulation {
    /// The estimate with that influence and its own degrees of freedom.
    func estimate(
        _ value: Double,
        _ influence: Influence,
        _ base: AnswerBase,
        df: Double
    ) -> Estimate {
        var estimate = finish(
            value: value,
            base,
            answering: base.cells.map { layout.unit[$0] },
            df: df,
            influence: { influence }
        ).estimate
        // As many coefficients as clusters: what is left to tell their error is nothing.
        if df < 1, !design.isCensus { estimate.standardError = nil }
        return estimate
    }
}

// MARK: - Tests of terms

extension Regression {
    /// A test that all the coefficients of a term are 0.
    package struct TermTest: Sendable, Hashable {
        package let term: String
        /// Wald's F.
        package let statistic: Double
        package let numeratorDF: Double
        package let denominatorDF: Double
        package let p: Double
    }

    /// Wald tests of each term, the intercept left out; none without a covariance.
    ///
    /// - SeeAlso: R `survey::regTermTest`.
    package func termTests() -> [TermTest] {
        guard covariance != nil, df > 0 else { return [] }
        return terms.filter { $0.name != ModelColumns.intercept }.compactMap { term in
            let places = fit.kept.indices.filter { term.columns.contains(fit.kept[$0]) }
            return waldTest(of: places, named: term.name)
        }
    }

    /// The test that the coefficients at `places` are all 0; nil where their covariance is singular.
    package func waldTest(of places: [Int], named name: String) -> TermTest? {
        guard let covariance, df > 0, !places.isEmpty else { return nil }
        let system = SymmetricSystem(covariance.keeping(places))
        guard system.rank == places.count else { return nil }
        let values = places.map { coefficients[$0].estimate.value }
        let solved = system.solve(values)
        let count = Double(places.count)
        let statistic = zip(values, solved).reduce(0) { $0 + $1.0 * $1.1 } / count
        return TermTest(
            term: name,
            statistic: statistic,
            numeratorDF: count,
            denominatorDF: df,
            p: Distribution.fisherF(count, df).upperTail(statistic)
        )
    }
}
