/// What one respondent's cell of one question says.
package enum AnswerState: UInt8, Sendable, Hashable {
    case answered
    /// An answer that says that there is none: “don't know”, “refused”.
    case noAnswer
    /// Empty, although the question was asked.
    case skipped
    /// Empty, because the form did not ask it of this respondent.
    case notAsked
    /// Empty, and nobody can tell whether it was asked: the form's condition is beyond us.
    case notAskedOrSkipped
}

/// Of whom a question was asked.
package enum Asked: Sendable, Hashable {
    case everybody
    /// Of the rows for which this is true.
    case rows([Bool])
    /// The form has a condition, but one that cannot be worked out.
    case unknown

    /// What an empty cell of `row` means.
    func emptyState(row: Int) -> AnswerState {
        switch self {
        case .everybody: .skipped
        case .rows(let isAsked): isAsked[row] ? .skipped : .notAsked
        case .unknown: .notAskedOrSkipped
        }
    }
}

extension Column {
    /// The state of every row's cell.
    package func answerStates(asked: Asked) -> [AnswerState] {
        (0..<rowCount).map { row in
            isEmpty(row: row)
                ? asked.emptyState(row: row) : meansNoAnswer(row: row) ? .noAnswer : .answered
        }
    }

    /// Whether the cell of `row` is empty (system-missing).
    package func isEmpty(row: Int) -> Bool {
        switch values {
        case .codes(let codes, _): codes[row] == 0
        case .numbers(let numbers): numbers[row].isNaN
        case .text(let texts): texts.positions[row] == 0
        case .dates(let seconds, _): seconds[row].isNaN
        case .several(let answers): !answers.isAnswered[row]
        }
    }

    /// Whether the cell of `row` holds an answer that means “no answer” (user-missing).
    package func meansNoAnswer(row: Int) -> Bool {
        switch values {
        case .codes(let codes, let categories):
            codes[row] > 0 && categories[codes[row] - 1].isMissing
        case .numbers(let numbers):
            !missingNumbers.isEmpty && missingNumbers.contains(numbers[row])
        case .text, .dates: false
        case .several(let answers):
            answers.options.contains(where: \.isMissing)
                && (answers.chosen(row: row) ?? []).contains { answers.options[$0].isMissing }
                && (answers.chosen(row: row) ?? []).allSatisfy { answers.options[$0].isMissing }
        }
    }
}

/// How often a question was answered, and how often and in which way not.
package struct MissingCount: Sendable, Hashable, Encodable {
    package let answered: Int
    package let noAnswer: Int
    package let skipped: Int
    package let notAsked: Int
    package let notAskedOrSkipped: Int

    package init(_ states: some Sequence<AnswerState>) {
        var counts = [Int](repeating: 0, count: 5)
        for state in states { counts[Int(state.rawValue)] += 1 }
        answered = counts[0]
        noAnswer = counts[1]
        skipped = counts[2]
        notAsked = counts[3]
        notAskedOrSkipped = counts[4]
    }

    /// Those of whom the question was surely asked.
    package var asked: Int { answered + noAnswer + skipped }

    /// The share without an answer among those who were surely asked; nil when there are none.
    package var missingShare: Double? {
        asked == 0 ? nil : Double(noAnswer + skipped) / Double(asked)
    }
}
