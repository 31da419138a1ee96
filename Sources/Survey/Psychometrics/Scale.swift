/// Several items that measure one thing, with the key that says which are scored backwards.
package struct Scale: Sendable, Hashable {
    /// One question of a scale.
    package struct Item: Sendable, Hashable {
        package var name: String
        /// Whether a high answer means less of what the scale measures.
        package var isReversed: Bool

        package init(_ name: String, isReversed: Bool = false) {
            self.name = name
            self.isReversed = isReversed
        }
    }

    package var items: [Item]
    /// The lowest and the highest answer of every item.
    package var range: ClosedRange<Double>
    /// The least number of items answered for a score; all of them when nil.
    package var leastAnswered: Int?

    package init(items: [Item], range: ClosedRange<Double>, leastAnswered: Int? = nil) {
        self.items = items
        self.range = range
        self.leastAnswered = leastAnswered
    }

    /// `answer` after keying: itself, or minimum + maximum - answer for an item scored backwards.
    package func keyed(_ answer: Double, item: Int) -> Double {
        items[item].isReversed ? range.lowerBound + range.upperBound - answer : answer
    }

    /// The scores of all respondents.
    ///
    /// A score is the mean of the keyed items that the respondent answered; with fewer than
    /// `leastAnswered` answers there is none. An answer outside the range is reported and counts as
    /// no answer: reversing it would make a number that nobody gave.
    ///
    /// - Parameter answers: For each item, one answer a row; NaN for none.
    /// - Returns: The scores, with what was left out and why.
    package func scores(of answers: [Numbers]) -> ScaleScores {
        precondition(answers.count == items.count, "one column per item")
        let rowCount = answers.first?.count ?? 0
        precondition(answers.allSatisfy { $0.count == rowCount }, "one answer per row")
        var keyedAnswers: [[Double]] = []
        var outOfRange: [ScaleScores.OutOfRange] = []
        for (item, numbers) in answers.enumerated() {
            keyedAnswers.append(
                (0..<rowCount).map { row in
                    let answer = numbers[row]
                    if answer.isNaN || range.contains(answer) { return keyed(answer, item: item) }
                    outOfRange.append(.init(item: item, row: row, answer: answer))
                    return .nan
                }
            )
        }
        return ScaleScores(keyedAnswers, outOfRange, least: leastAnswered ?? items.count)
    }
}

/// The scores of a scale, with what was left out and why.
package struct ScaleScores: Sendable, Hashable {
    /// An answer outside the scale's range.
    package struct OutOfRange: Sendable, Hashable {
        /// The position of the item in the scale.
        package let item: Int
        package let row: Int
        package let answer: Double

        package init(item: Int, row: Int, answer: Double) {
            self.item = item
            self.row = row
            self.answer = answer
        }
    }

    /// One score a row, in scale points; NaN for none.
    package let scores: [Double]
    /// The answers after keying: for each item, one a row; NaN for none.
    package let keyedAnswers: [[Double]]
    /// Answers that were not counted, item by item, each in the order of rows.
    package let outOfRange: [OutOfRange]
    /// How many respondents answered no item, one item, two items and so on.
    package let respondentsByAnswered: [Int]
    /// Respondents who answered some items, but too few for a score.
    package let tooFewAnswers: Int

    fileprivate init(_ keyedAnswers: [[Double]], _ outOfRange: [OutOfRange], least: Int) {
        self.keyedAnswers = keyedAnswers
        self.outOfRange = outOfRange
        let rowCount = keyedAnswers.first?.count ?? 0
        var byAnswered = [Int](repeating: 0, count: keyedAnswers.count + 1)
        var tooFew = 0
        scores = (0..<rowCount).map { row in
            var sum = 0.0
            var answered = 0
            for item in keyedAnswers where !item[row].isNaN {
                sum += item[row]
                answered += 1
            }
            byAnswered[answered] += 1
            if answered > 0, answered < least { tooFew += 1 }
            return answered >= max(1, least) ? sum / Double(answered) : .nan
        }
        respondentsByAnswered = byAnswered
        tooFewAnswers = tooFew
    }

    /// Respondents with a score.
    package var scored: Int { scores.reduce(0) { $0 + ($1.isNaN ? 0 : 1) } }

    /// Respondents who answered every item.
    package var complete: Int { respondentsByAnswered.last ?? 0 }
}
