package import Survey

/// Rows that stand in the data more than once, or nearly so; rows left out later are looked at too.
package struct LookDuplicates: Sendable, Hashable, Encodable {
    /// The column that names a response; nil where there is none.
    package let idName: String?
    package let sameID: [SameID]
    /// How many questions rows are compared over.
    package let questions: Int
    /// Rows with the same answers to all of them.
    package let identical: [[LookRow]]
    /// nil where rows were not compared pair by pair.
    package let match: Match?

    package struct SameID: Sendable, Hashable, Encodable {
        package let id: String
        package let rows: [LookRow]
    }

    /// The rows' shares of equal answers, pair by pair.
    package struct Match: Sendable, Hashable, Encodable {
        package let rows: Int
        /// How many rows have their closest other row at each twentieth: 0 to 5 %, ..., 95 to 100 %.
        package let highest: [Int]
        /// How many pairs reach ``threshold`` without being the same throughout.
        package let pairCount: Int
        /// The closest of them.
        package let pairs: [Pair]

        /// The share from which pairs are listed.
        package static let threshold = 0.9
    }

    package struct Pair: Sendable, Hashable, Encodable {
        package let first: LookRow
        package let second: LookRow
        package let share: Double
    }
}

/// How long interviews took, in minutes.
package struct LookDurations: Sendable, Hashable, Encodable {
    package let summary: NumberSummary
    package let histogram: Histogram?
    /// Interviews under half of the median duration.
    package let underHalf: LookShare
    package let fastest: [Timed]
    package let slowest: [Timed]
    /// Interviews that end before they begin.
    package let backwards: LookRows

    package struct Timed: Sendable, Hashable, Encodable {
        package let row: LookRow
        package let minutes: Double
    }
}

/// One answer throughout, in a block of items with one list of answers.
package struct LookBlock: Sendable, Hashable, Encodable {
    package let label: String
    package let items: [String]
    /// Whether items point both ways, so that one answer throughout contradicts itself.
    package let hasReversedItems: Bool
    package let straight: LookShare
    /// The longest run of one answer: how many people have each length, from 1.
    package let longestRuns: [Int]
    package let byInterviewer: [LookShare]
    package let rows: LookRows
}

/// Round numbers among the answers to one question.
package struct LookHeaping: Sendable, Hashable, Encodable {
    package let name: String
    package let label: String
    package let heaping: DigitHeaping
}

/// Whipple's index of one question about age.
package struct LookAges: Sendable, Hashable, Encodable {
    package let name: String
    package let label: String
    package let whipple: WhippleIndex
    package let verdict: WhippleIndex.Verdict
}

/// One interviewer's interviews, among the rows that are analysed.
package struct LookInterviewer: Sendable, Hashable, Encodable {
    package let name: String
    package let interviews: Int
    /// Days with an interview, and the most on one day; nil without dates.
    package let days: Int?
    package let mostOnADay: Int?
    package let medianMinutes: Double?
    /// Cells left empty among those that were asked.
    package let skipped: LookShare
    /// Answers that mean “no answer” among cells that were asked.
    package let noAnswer: LookShare
    /// People with one answer throughout in at least one block.
    package let straight: LookShare
    package let oddHours: Int?
}

/// How far the interviewers differ in a scale's scores.
package struct LookEffect: Sendable, Hashable, Encodable {
    package let name: String
    package let label: String
    /// nil where it cannot be computed.
    package let correlation: IntraclassCorrelation?
}

/// Answers outside what the form allows.
package struct LookConstraints: Sendable, Hashable, Encodable {
    /// Questions whose condition was checked.
    package let checked: Int
    /// Questions whose condition is beyond us, by name.
    package let unchecked: [String]
    package let violations: [Violation]

    package struct Violation: Sendable, Hashable, Encodable {
        package let name: String
        package let label: String
        /// The condition as the form writes it.
        package let condition: String
        package let rows: LookRows
    }
}
