import Kernels

/// An estimate as a smooth function of weighted sums over the rows of a group: a mean is Σwy / Σw.
///
/// Whatever the design, this is all that its variance needs: the sums by cell give the influence of each
/// sampling unit by linearisation, or the estimate of each replicate.
struct TotalsFunction {
    /// The weighted sum of each term, one list of cells a term, in the order of the base's cells.
    let sums: [[Double]]
    /// The totals of the terms.
    let totals: [Double]
    /// The estimate that some totals give.
    let value: ([Double]) -> Double
    /// How the estimate changes with each total, times `divisor`.
    let gradient: [Double]
    let divisor: Double
    /// Σ gradient × term of one row of the data; 0 where the row is outside the base.
    let rowTerm: (Int) -> Double

    init(
        sums: [[Double]],
        gradient: [Double],
        divisor: Double,
        rowTerm: @escaping (Int) -> Double,
        value: @escaping ([Double]) -> Double
    ) {
        self.sums = sums
        totals = sums.map { compensatedSum($0) }
        self.value = value
        self.gradient = gradient
        self.divisor = divisor
        self.rowTerm = rowTerm
    }

    /// The linearised total of each cell.
    var influences: [Double] {
        (0..<(sums.first?.count ?? 0)).map { cell in
            var sum = 0.0
            for term in sums.indices { sum += gradient[term] * sums[term][cell] }
            return sum / divisor
        }
    }
}

extension TotalsFunction {
    /// The same function with the cells of one unit added up, and the units in ascending order.
    ///
    /// - Parameter units: The unit of each cell.
    /// - Returns: The function and its units.
    func byUnit(_ units: [Int32]) -> (TotalsFunction, [Int32]) {
        let merged = Influence.combined(sums.map { (1, Influence(units: units, values: $0)) })
        let function = TotalsFunction(
            sums: sums.map { values in
                Influence.combined([(1, Influence(units: units, values: values))]).values
            },
            gradient: gradient,
            divisor: divisor,
            rowTerm: rowTerm,
            value: value
        )
        return (function, merged.units)
    }
}

extension SurveyDesign {
    /// The influence of each unit on `function`, or its deviation in each replicate.
    func influence(
        of function: TotalsFunction,
        _ base: AnswerBase,
        _ layout: CellLayout
    ) -> Influence {
        var function = function
        var units = base.cells.map { layout.unit[$0] }
        if base.groups.count > 1 { (function, units) = function.byUnit(units) }
        if let replicates {
            return replicates.deviations(of: function, units, tree)
        }
        let plain = Influence(units: units, values: function.influences)
        guard let calibration else { return plain }
        return calibration.residual(of: plain, function, base, layout)
    }

    /// The variance of an estimate with that influence; nil where a stratum with a single unit leaves none.
    func variance(_ influence: Influence) -> Double? { covariance(influence, influence) }

    /// The covariance of two estimates whose influences name the same units in the same order.
    func covariance(_ first: Influence, _ second: Influence) -> Double? {
        if let replicates { return replicates.covariance(first, second) }
        return tree.covariance(first, second)
    }
}
