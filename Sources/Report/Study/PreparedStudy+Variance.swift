import Base
import Survey

extension PreparedStudy {
    /// What the replicate weights of the data say of the sample.
    ///
    /// - Throws: A problem of each column that is not there or holds no numbers, and of scales that are not
    ///   one a column. A study that was checked has none of them.
    func columns(of replicates: ReplicateDeclaration) throws(Problems) -> ReplicateColumns {
        let path = "design.replicates.columns"
        let names = [study.design?.weight ?? ""] + replicates.columns
        let numbers = names.map { name in data[name].flatMap { Numbers(answered: $0)?.all } }
        var problems = zip(names, numbers).filter { $0.1 == nil }
            .map { study.unknownVariable($0.0, at: path, known: data.names) }
        if replicates.columns.isEmpty {
            problems += replicates.names.map {
                study.unknownVariable($0, at: path, known: data.names)
            }
        }
        problems += study.wrongScales(of: replicates)
        let read = numbers.compactMap { $0 }
        guard problems.isEmpty, let weights = read.first else { throw Problems(problems) }
        return ReplicateColumns(
            weights: weights,
            replicates: Array(read.dropFirst()),
            method: replicates.method,
            scale: replicates.scale,
            replicateScales: replicates.scales,
            isAboutEstimate: replicates.isAboutEstimate,
            areFactors: replicates.areFactors
        )
    }

    // MARK: - Weights fitted here

    /// The margins that the weights of the design were fitted to here, with the weights right after the last
    /// fit; nil where the design takes other weights, or none were fitted.
    var fitted: (margins: [Margin], weights: [Double])? {
        guard let weights, !weights.margins.isEmpty,
            study.design?.weight == study.weighting?.name,
            let fitted = weights.history.weights(after: .marginsAgain)
                ?? weights.history.weights(after: .margins)
        else { return nil }
        return (weights.margins, fitted)
    }

    /// The design of `columns` with the variances that the study declares; they count the margins that its
    /// weights were fitted to here.
    ///
    /// - Throws: The problems of the columns, or that a replicate cannot meet the margins.
    func design(
        of columns: DesignColumns,
        _ variance: VarianceDeclaration
    ) throws(Problems) -> SurveyDesign {
        let fitted = fitted
        var columns = columns
        let final = columns.weights
        // Replicates are fitted one by one. That begins with fitted weights as well as with those before:
        // both lead to the same ones.
        if case .replicated = variance, let fitted { columns.weights = fitted.weights }
        let plain: SurveyDesign
        do {
            plain = try SurveyDesign(columns)
        } catch {
            throw located(error)
        }
        guard case .replicated(let method) = variance else {
            return fitted.map { counting($0.margins, $0.weights, in: plain) } ?? plain
        }
        if let problem = tooMuch(method, of: plain, isFitted: fitted != nil) {
            throw Problems(problem)
        }
        let replicated = plain.replicated(by: method)
        guard let fitted else { return replicated }
        do {
            let raked = try replicated.raked(to: fitted.margins)
            return raked.reweighted(final ?? fitted.weights)
        } catch {
            throw Problems(problem(error))
        }
    }

    private func counting(
        _ margins: [Margin],
        _ fitted: [Double],
        in design: SurveyDesign
    ) -> SurveyDesign {
        design.reweighted(
            design.weights,
            calibratedTo: margins.map(CalibrationTerm.init),
            calibrated: fitted,
            // Post-stratification multiplies all weights of a group by one number, so that those after it
            // are as good as those before it for a regression on the groups.
            before: margins.count == 1 ? fitted : nil
        )
    }

    // MARK: - Problems

    /// The problem that so many replicates would take hours, or more memory than there is.
    private func tooMuch(
        _ method: ReplicateMethod,
        of design: SurveyDesign,
        isFitted: Bool
    ) -> Problem? {
        let units = Double(design.clusterCount ?? design.rowCount)
        let rows = Double(design.rowCount)
        var count = units
        var numbers = 0.0
        if case .bootstrap(let drawn, _) = method {
            count = Double(drawn)
            numbers = count * units
        }
        // Fitted ones differ by row; degrees of freedom are their rank, which takes R² n steps.
        if isFitted { numbers = count * rows }
        guard numbers > 5e7 || isFitted && count * min(count, rows) * rows > 2e10 else {
            return nil
        }
        let write = NumberStyle.english
        return Problem(
            .error,
            "design.many-replicates",
            at: study.location(of: "design.variance"),
            "\(write.text(count)) replicates of \(write.text(rows)) rows take too long.",
            remedy: "Write variance: linearised, or a bootstrap of fewer replicates."
        )
    }

    private func problem(_ error: CalibrationError) -> Problem {
        var which = "A replicate"
        if case .replicateNotConverged(let number) = error { which = "Replicate \(number)" }
        return Problem(
            .error,
            "design.replicate-margins",
            at: study.location(of: "design.variance"),
            "\(which) of the weights cannot be fitted to the margins: it may hold nobody of a group.",
            remedy: "Put small groups of the margins together, or write variance: linearised."
        )
    }

    /// The problems of a design where a person looks for them: in rows of the data, or under `design`.
    func located(_ problems: DesignProblems) -> Problems {
        let replicates = study.design?.replicates?.columns ?? []
        return Problems(
            problems.list.map { problem in
                let found = problem.problem(in: data.origin)
                var place = found.location
                if case .badReplicate(let number, _) = problem {
                    place.column = replicates[number - 1]
                }
                return Problem(
                    .error,
                    found.code,
                    at: place.line == nil ? study.location(of: "design") : place,
                    found.message,
                    remedy: found.remedy
                )
            }
        )
    }
}
