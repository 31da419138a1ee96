package import Base
package import Survey

/// How the weights are made: the key `weighting` of `study.yaml`.
package struct WeightingDeclaration: Sendable, Hashable {
    /// The name that the weight has in the data.
    package var name = "weight"
    /// The columns with the probabilities of selection, one a stage.
    package var probabilities: [String] = []
    /// The column that says of how many persons of the household one was asked.
    package var persons: String?
    package var response: Response?
    package var margins: [MarginDeclaration] = []
    package var trim: Trim?
    /// Where the margins come from, in a sentence; a margin may have a source of its own.
    package var source = LocalText([:])

    package init() {}

    /// Columns that the weights are made from and that nobody answered.
    var technicalNames: [String] {
        var names = probabilities + [name]
        if case .planned(let column, _) = response?.selected { names.append(column) }
        return names
    }

    package struct Response: Sendable, Hashable {
        /// Variables whose crossing makes the classes.
        package var within: [String]
        package var selected: Selected

        /// How it is known who was selected.
        package enum Selected: Sendable, Hashable {
            /// A column says how many were selected in the row's unit, and another names the unit.
            case planned(String, unit: String)
            /// The data hold a row for each case; the condition holds for those that were selected and
            /// belong to the population. Those that the analysis keeps answered.
            case eligible(Expression)
        }

        package init(within: [String], selected: Selected) {
            self.within = within
            self.selected = selected
        }
    }

    /// Limits of the weights.
    package struct Trim: Sendable, Hashable {
        package var atLeast: Double?
        package var atMost: Double?
        /// Whether the limits are times the median weight; else they are people.
        package var isTimesMedian = true
        /// Whether cut weights are raked to the margins again.
        package var rakesAgain = true

        package init() {}
    }

    /// People of the population by the groups of one variable or of several crossed.
    package struct MarginDeclaration: Sendable, Hashable {
        package var variables: [String]
        /// The codes of a group, one a variable, and how many people it has.
        package var counts: [Count]
        /// The file that holds the counts, with the column of people; nil where they stand here.
        package var file: String?
        package var countColumn = "population"
        /// Where these counts come from; empty where ``WeightingDeclaration/source`` says it.
        package var source = LocalText([:])

        package struct Count: Sendable, Hashable {
            package var codes: [String]
            package var people: Double

            package init(codes: [String], people: Double) {
                self.codes = codes
                self.people = people
            }
        }

        package init(variables: [String], counts: [Count] = []) {
            self.variables = variables
            self.counts = counts
        }

        package var name: String { variables.joined(separator: " × ") }
    }
}

/// Columns of another table that are joined to the rows by a key.
package struct JoinDeclaration: Sendable, Hashable {
    package var file: String
    package var by: String
    /// The columns to take; all of them when empty.
    package var take: [String]

    package init(file: String, by: String, take: [String]) {
        self.file = file
        self.by = by
        self.take = take
    }
}
