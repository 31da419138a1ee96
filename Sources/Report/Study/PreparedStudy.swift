package import Base
package import Survey

/// A study with its answers made ready for analysis: recoded, derived, rows left out.
package struct PreparedStudy: Sendable {
    package let study: Study
    /// The questionnaire; empty when the data describe themselves.
    package let form: Form
    /// The rows that the analysis uses, with derived variables at the end.
    package let data: Microdata
    /// The same of every row of the file, before rows were left out.
    package let everyRow: Microdata
    /// Which of the study’s exclusions left each row of `everyRow` out; nil for the rows of `data`.
    package let exclusionOfRow: [Int?]
    /// How many rows the file holds.
    package let rowsRead: Int
    /// What was left out, by reason, in the order of `study.yaml`.
    package let exclusions: [ExclusionCount]
    /// Repeats of the form that the data hold on sheets of their own, with how many rows; not analysed.
    package let repeats: [String: Int]
    /// Columns that were not read because they are personal, by the name of the question.
    package let personal: [String]
    /// The weights that were made here; nil where none were.
    package let weights: Weights?

    /// Weights with what they were made to meet.
    package struct Weights: Sendable, Hashable {
        package let history: WeightHistory
        package let margins: [Margin]
        package let findings: [MarginFinding]
        /// Why the weights before any adjustment are equal; nil where they are not.
        package let equal: EqualWeights?
        /// How far the farthest weight lies beyond the limits, as a factor; 1 where all lie within.
        package let excess: Double
    }

    /// Rows left out for one reason.
    package struct ExclusionCount: Sendable, Hashable {
        package let because: LocalText
        package let rows: Int
        /// Rows for which the condition was undecided, since an answer was missing; they stay.
        package let undecided: Int
    }

    /// The declaration of the question `name`, where the study has one.
    package func declaration(of name: String) -> QuestionDeclaration? {
        study.questions.first { $0.name == name }
    }
}
