/// What is known of the population, and of each respondent: the sizes of groups, or the total of a number.
package enum CalibrationTerm: Sendable, Hashable {
    /// The group of each respondent, from 0; -1 where it is not known. One target a group.
    case groups([Int], targets: [Double])
    /// The number of each respondent, and its total in the population.
    case number([Double], total: Double)

    /// The term of a margin.
    package init(_ margin: Margin) {
        self = .groups(margin.codes, targets: margin.targets)
    }

    /// The total of the weights themselves.
    package static func size(_ total: Double, rowCount: Int) -> CalibrationTerm {
        .number([Double](repeating: 1, count: rowCount), total: total)
    }

    var targets: [Double] {
        switch self {
        case .groups(_, let targets): targets
        case .number(_, let total): [total]
        }
    }

    var rowCount: Int {
        switch self {
        case .groups(let codes, _): codes.count
        case .number(let values, _): values.count
        }
    }
}

/// The columns of several terms: one a group, one a number.
struct CalibrationColumns: Sendable {
    let terms: [CalibrationTerm]
    let count: Int
    private let offsets: [Int]

    init(_ terms: [CalibrationTerm]) {
        self.terms = terms
        var offsets: [Int] = []
        var count = 0
        for term in terms {
            offsets.append(count)
            count += term.targets.count
        }
        self.offsets = offsets
        self.count = count
    }

    var targets: [Double] { terms.flatMap(\.targets) }

    /// Calls `body` with each column that is not 0 in `row`, and its value there.
    @inline(__always)
    func forEach(in row: Int, _ body: (Int, Double) -> Void) {
        for (term, offset) in zip(terms, offsets) {
            switch term {
            case .groups(let codes, _):
                if codes[row] >= 0 { body(offset + codes[row], 1) }
            case .number(let values, _):
                body(offset, values[row])
            }
        }
    }

    /// The columns' values in `row` times `coefficients`, summed.
    func product(in row: Int, _ coefficients: [Double]) -> Double {
        var sum = 0.0
        forEach(in: row) { sum += $1 * coefficients[$0] }
        return sum
    }
}
