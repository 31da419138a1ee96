/// What a model explains and what it explains it with, row by row.
///
/// A row that lacks the response or one of the columns takes no part.
package struct ModelColumns: Sendable {
    /// A term of the formula and the columns that it makes.
    package struct Term: Sendable, Hashable {
        package let name: String
        /// Positions in the columns.
        package let columns: Range<Int>
    }

    /// One number a row; NaN where it is not known.
    package let response: [Double]
    package let names: [String]
    package let values: [[Double]]
    package let terms: [Term]
    /// Added to the linear predictor as it is; nil for none.
    package var offset: [Double]?

    /// Columns of a model; the intercept, where there is one, is a term of its own.
    ///
    /// - Parameters:
    ///   - response: One number a row; NaN where it is not known.
    ///   - terms: The terms in order, each with its named columns.
    ///   - offset: Added to the linear predictor; nil for none.
    package init(
        response: [Double],
        terms: [(name: String, columns: [(name: String, values: [Double])])],
        offset: [Double]? = nil
    ) {
        var made: [Term] = []
        var names: [String] = []
        var values: [[Double]] = []
        for term in terms {
            let start = names.count
            for column in term.columns {
                precondition(column.values.count == response.count, "one value a row")
                names.append(column.name)
                values.append(column.values)
            }
            made.append(Term(name: term.name, columns: start..<names.count))
        }
        self.response = response
        self.names = names
        self.values = values
        self.terms = made
        self.offset = offset
    }

    /// The name of the intercept's term and column.
    package static let intercept = "(Intercept)"

    /// The position of the intercept; nil without one.
    package var interceptColumn: Int? { names.firstIndex(of: Self.intercept) }

    /// Whether each row has all that the model needs.
    var isComplete: [Bool] {
        var isComplete = response.map { !$0.isNaN }
        for list in values + (offset.map { [$0] } ?? []) {
            for row in list.indices where list[row].isNaN { isComplete[row] = false }
        }
        return isComplete
    }
}
