import Survey

/// The ranks that places may have by one number of the report, the highest first.
package struct PlaceRanks: Sendable, Hashable {
    /// What is ranked: the mean of a scale, or the share of an answer.
    package let measure: QuoteMeasure
    /// The breakdown of places, by its position.
    package let breakdown: Int
    /// The ranks of the places whose number the tables show.
    package let sets: RankSets
    /// The estimates of the places that take part, in the order of ``RankSets/groups``.
    package let estimates: [Released]
    /// Places whose number is hidden or does not exist: they take no part.
    package let leftOut: Int

    /// The rank of each estimate as it stands: one more than the number of higher ones.
    ///
    /// It lies in the range of its group, since only a lower estimate is ever told to be lower.
    package var ranks: [Int] {
        let values = estimates.map { $0.value ?? .nan }
        return values.map { value in 1 + values.count { $0 > value } }
    }

    /// The positions in ``RankSets/groups`` from the highest estimate to the lowest.
    package var order: [Int] {
        let ranks = ranks
        return ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }
}

extension Results {
    /// The ranks by `measure` in a breakdown; nil where it is none of places, or the report has none.
    func ranks(of measure: QuoteMeasure, breakdown: Int) -> PlaceRanks? {
        ranks.first { $0.measure == measure && $0.breakdown == breakdown }
    }

    /// The positions of the breakdowns that are places.
    var placeBreakdowns: [Int] {
        let places = prepared.study.places
        return breakdowns.indices.filter {
            breakdowns[$0].variables.count == 1 && places.contains(breakdowns[$0].variables[0])
        }
    }

    /// A question among the key figures, with the answer that stands there, both by position.
    struct KeyAnswer: Sendable, Hashable {
        let question: Int
        let answer: Int

        /// The share of the answer.
        var measure: QuoteMeasure {
            QuoteMeasure(source: .question(question), part: .answers([answer]))
        }
    }

    /// The scales among the key figures, by position: at most six.
    var keyScales: [Int] {
        Array(scales.indices.filter { scales[$0].score.whole.estimate != nil }.prefix(6))
    }

    /// The questions among the key figures: as many as the scales leave room for among six, each with
    /// the answer given most often.
    ///
    /// Variables that the report breaks down by say who answered, not what was found.
    var keyAnswers: [KeyAnswer] {
        let study = prepared.study
        let left = Set(study.breakdowns.flatMap { $0 } + study.derivations.map(\.name))
        let found = questions.indices.lazy.filter { !left.contains(questions[$0].name) }
            .compactMap { question in
                mostGiven(questions[question].content).map {
                    KeyAnswer(question: question, answer: $0)
                }
            }
        return Array(found.prefix(6 - keyScales.count))
    }

    private func mostGiven(_ content: QuestionResult.Content) -> Int? {
        let shares: [Released]
        let answers: [Category]
        switch content {
        case .one(let distribution):
            (shares, answers) = (distribution.shares.whole, distribution.answers)
        case .several(let several): (shares, answers) = (several.shares.whole, several.options)
        case .number, .date, .text: return nil
        }
        return answers.indices.filter { shares[$0].estimate != nil && !answers[$0].isMissing }
            .max { (shares[$0].value ?? 0) < (shares[$1].value ?? 0) }
    }
}
