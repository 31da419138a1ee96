package import Base

/// One variable of the data: a value for every respondent, or none.
///
/// Two kinds of missing are kept apart. *System-missing*: the cell is empty. *User-missing*: an answer
/// was recorded, but one that says that there is no answer ("don't know", 99, "refused"). A category
/// says of itself that it is missing; for numbers, `missingNumbers` does.
package struct Column: Sendable, Hashable {
    /// The values of a column, by kind.
    package enum Values: Sendable, Hashable {
        /// One answer from a closed list.
        case codes(Codes, [Category])
        /// Numbers; NaN is system-missing.
        case numbers(Numbers)
        /// Free text; the empty text is system-missing.
        case text(TextPool)
        /// Points in time, in seconds since 1970-01-01 00:00 (local time of the data); NaN is missing.
        case dates([Double], DatePrecision)
        /// Any number of answers from a closed list.
        case several(SeveralAnswers)
    }

    /// What a date column records.
    package enum DatePrecision: String, Sendable, Hashable {
        case day
        case second
    }

    /// The variable's name in the data.
    package var name: String
    /// The question's wording.
    package var label: LocalText
    package var values: Values
    /// The numbers that stand for "no answer".
    package var missingNumbers: MissingNumbers
    /// What single numbers of a column of numbers mean, where the data say so (98: "don't know").
    package var numberLabels: [Double: LocalText]

    package init(
        name: String,
        label: LocalText = LocalText([:]),
        values: Values,
        missingNumbers: MissingNumbers = MissingNumbers(),
        numberLabels: [Double: LocalText] = [:]
    ) {
        self.name = name
        self.label = label
        self.values = values
        self.missingNumbers = missingNumbers
        self.numberLabels = numberLabels
    }

    /// How many rows the column has.
    package var rowCount: Int {
        switch values {
        case .codes(let codes, _): codes.count
        case .numbers(let numbers): numbers.count
        case .text(let text): text.count
        case .dates(let seconds, _): seconds.count
        case .several(let answers): answers.count
        }
    }

    /// The same column with only the rows of `rows`.
    package func keeping(rows: [Int]) -> Column {
        var column = self
        switch values {
        case .codes(let codes, let categories):
            column.values = .codes(codes.keeping(rows: rows), categories)
        case .numbers(let numbers): column.values = .numbers(numbers.keeping(rows: rows))
        case .text(let text): column.values = .text(text.keeping(rows: rows))
        case .dates(let seconds, let precision):
            column.values = .dates(rows.map { seconds[$0] }, precision)
        case .several(let answers): column.values = .several(answers.keeping(rows: rows))
        }
        return column
    }
}

/// One answer of a closed list.
package struct Category: Sendable, Hashable {
    /// What the data hold: an XLSForm choice name, or a number as text ("1").
    package var name: String
    /// What people read.
    package var label: LocalText
    /// Whether the answer means "no answer" (user-missing).
    package var isMissing: Bool

    package init(_ name: String, label: LocalText = LocalText([:]), isMissing: Bool = false) {
        self.name = name
        self.label = label
        self.isMissing = isMissing
    }

    /// The category's number, where its name is one.
    package var number: Double? { Double(name) }

    /// What people read in `language`: the label, or the name where there is none.
    package func text(in language: String) -> String {
        let text = label.text(in: language)
        return text.isEmpty ? name : text
    }
}

/// The numbers of a column that stand for "no answer": single values and closed ranges.
package struct MissingNumbers: Sendable, Hashable {
    package var values: Set<Double>
    package var ranges: [ClosedRange<Double>]

    package init(_ values: Set<Double> = [], ranges: [ClosedRange<Double>] = []) {
        self.values = values
        self.ranges = ranges
    }

    /// Whether no number is missing.
    package var isEmpty: Bool { values.isEmpty && ranges.isEmpty }

    /// Whether `number` stands for "no answer".
    package func contains(_ number: Double) -> Bool {
        values.contains(number) || ranges.contains { $0.contains(number) }
    }
}
