/// What a part of a claim stands for.
enum ClaimValue: Hashable, Sendable {
    case number(ClaimNumber)
    /// Figures of several cells, in printed order.
    case numbers([ClaimNumber])
    case truth(ClaimAccount)
    /// A comparison of each figure of a list.
    case truths([ClaimAccount])
    case labels(ClaimLabels)

    /// What it is, for messages.
    var kind: String {
        switch self {
        case .number: "a number"
        case .numbers: "a list of numbers"
        case .truth: "something true or false"
        case .truths: "a list of comparisons"
        case .labels: "a label"
        }
    }
}

/// Labels that a claim picks.
struct ClaimLabels: Hashable, Sendable {
    /// The lines that may be the one meant (a tie in print has several), or all the lines that are.
    var lines: [ClaimNumber.Line]
    /// Whether one of `lines` is meant, and which is not known.
    var isChoice: Bool
    /// A sentence: the highest of 9 figures is 2.91, of “North”.
    var because: String
    var short: String
    var numbers: [ClaimNumber]
    var cells: [Finding.Cell]
    /// Whether a figure is missing that may decide.
    var lacksFigure = false
}

/// The cells that names in a claim may refer to.
struct ClaimScope: Hashable, Sendable {
    /// The position of the table whose lines are variables.
    var table: Int
    /// Whether names are of columns, so that each row is judged; else of rows.
    var namesColumns: Bool
    /// The line that is judged.
    var line: Int
}
