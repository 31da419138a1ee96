package import Base

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
    /// Limits, in times the median weight.
    package var atLeast: Double?
    package var atMost: Double?
    /// Where the margins come from, in a sentence.
    package var source = LocalText([:])

    package init() {}

    package struct Response: Sendable, Hashable {
        /// Variables whose crossing makes the classes.
        package var within: [String]
        /// The column that says how many were selected in the row's unit.
        package var planned: String
        /// The column that names the unit.
        package var unit: String

        package init(within: [String], planned: String, unit: String) {
            self.within = within
            self.planned = planned
            self.unit = unit
        }
    }

    /// People of the population by the groups of one variable or of several crossed.
    package struct MarginDeclaration: Sendable, Hashable {
        package var variables: [String]
        /// The codes of a group, one a variable, and how many people it has.
        package var counts: [Count]
        /// The file that holds the counts, with the column of people; nil where they stand here.
        package var file: String?
        package var countColumn = "population"

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
