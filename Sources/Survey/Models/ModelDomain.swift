import Kernels

/// The rows that a model is fitted to, as a domain of the design.
struct ModelDomain {
    /// One group: the rows that have all that the model needs.
    let table: Tabulation
    let rows: RegressionRows
    let base: AnswerBase

    /// The rows of `columns` that are complete and, where it is given, `isInside`.
    init(
        _ columns: ModelColumns,
        _ design: SurveyDesign,
        within isInside: [Bool]?,
        options: Tabulation.Options
    ) throws(ModelError) {
        var isUsed = columns.isComplete
        if let isInside { for row in isUsed.indices where !isInside[row] { isUsed[row] = false } }
        table = Tabulation(design, by: Grouping(only: isUsed), options: options)
        guard !table.layout.rows.isEmpty else { throw .noRows }
        rows = RegressionRows(columns, table.layout)
        base = AnswerBase(
            n: rows.count,
            weight: compensatedSum(table.layout.weights),
            squaredWeight: 0,
            cells: Array(table.layout.cells(of: 0)),
            rows: rows.count,
            groups: [0]
        )
    }

    /// Clusters less strata, less the coefficients, plus one.
    func degreesOfFreedom(of coefficientCount: Int) -> Double {
        Double(table.groupSizes[0].degreesOfFreedom - coefficientCount + 1)
    }
}
