package import Base
package import Survey

/// Everything that a report says in numbers, computed once; tables, charts, sentences and files are
/// views of it.
package struct Results: Sendable {
    package let prepared: PreparedStudy
    package let sample: SampleSummary
    package let breakdowns: [Breakdown]
    package let scales: [ScaleResult]
    package let correlations: CorrelationResult?
    package let questions: [QuestionResult]
    /// The ranks of places; none without a probability sample.
    package var ranks: [PlaceRanks] = []
}

/// How the sample came about and what it weighs.
package struct SampleSummary: Sendable, Hashable {
    package let rowsRead: Int
    package let respondents: Int
    package let isProbabilitySample: Bool
    package let strata: Int
    /// First-stage units; nil where the data have replicate weights instead.
    package let clusters: Int?
    /// Whether it is known which of them hold a group.
    package let knowsClusters: Bool
    /// How many replicates of the weights tell variances; nil where these are linearised.
    package let replicates: Int?
    /// Whether variances count the margins that the weights were fitted to.
    package let countsMargins: Bool
    package let degreesOfFreedom: Int
    /// Strata that were joined, since one of them held a single cluster.
    package let joinedStrata: [[String]]
    /// Kish's approximate design effect of unequal weights, 1 + cv²; nil where all weights are equal.
    package let weightingEffect: Double?
    /// The first and last day of fieldwork, where the data say so.
    package let days: ClosedRange<Double>?
}

/// A share or mean for all respondents, and for each group of each breakdown.
package struct Spread<Value: Sendable & Hashable>: Sendable, Hashable {
    package var whole: Value
    /// One list of groups a breakdown, in the order of ``Results/breakdowns``.
    package var groups: [[Value]]
}

/// How many respondents a row of a table is based on, as far as it may be said.
package struct Answered: Sendable, Hashable {
    /// Those who answered, unweighted; nil where that would point at too few people.
    package var n: Int?
    /// Those who were asked and gave no answer ("don't know", "refused", nothing); of the whole only.
    ///
    /// That somebody gave no answer is not protected: it follows from n.
    package var noAnswer: Int?
}

/// The shares of the answers to one question.
package struct Distribution: Sendable, Hashable {
    /// The answers that count, in the order of the form.
    package let answers: [Category]
    /// The share of each answer among those who answered.
    package let shares: Spread<[Released]>
    package let bases: Spread<Answered>
    /// How many respondents gave each answer, unweighted; nil where it may not be said.
    package let counts: [Int?]
    /// The shares of the low, middle and high answers put together, where the answers are a rating.
    package let sides: Spread<[Released]>?
    /// Which side each answer is on, where the answers are a rating.
    package let sideOfAnswer: [Side]
}

/// A side of a rating: its low answers, its middle, its high answers.
package enum Side: Int, Sendable, Hashable {
    case low
    case middle
    case high
}

/// What one question of the form found.
package struct QuestionResult: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case one(Distribution)
        case several(SeveralResult)
        case number(NumberResult)
        case date(DateResult)
        /// Free text: how many answered; never the texts.
        case text(Answered)
    }

    package let name: String
    package let label: LocalText
    package let content: Content
    /// Who was asked, in words, in the languages of the study; empty when everybody was.
    package let base: LocalText
}

/// What a question with several answers found.
package struct SeveralResult: Sendable, Hashable {
    package let options: [Category]
    /// The share of those who answered that chose each option.
    package let shares: Spread<[Released]>
    /// The share of all answers given that each option got; for all respondents.
    package let sharesOfAnswers: [Released]
    package let bases: Spread<Answered>
}

/// What a question with a number found.
package struct NumberResult: Sendable, Hashable {
    package let mean: Spread<Released>
    /// The quartiles; for all respondents.
    package let quartiles: [Released]
    /// The share of those who answered in each bar, from low to high.
    package let bars: [NumberBar]
}

/// One bar of a histogram.
package struct NumberBar: Sendable, Hashable {
    /// The lowest number in the bar; the bar ends below the next one.
    package let from: Double
    package let to: Double
    package let share: Released
}

/// When a date question was answered.
package struct DateResult: Sendable, Hashable {
    package enum Step: String, Sendable, Hashable {
        case day
        case week
        case month
    }

    package let step: Step
    /// The first day of each step, and how many rows fall in it; nil where it may not be said.
    package let counts: [DateCount]
    package let base: Answered
}

/// How many respondents fall in one step of time.
package struct DateCount: Sendable, Hashable {
    package let start: Double
    package let rows: Int?
}

/// What one scale found.
package struct ScaleResult: Sendable, Hashable {
    package let declaration: ScaleDeclaration
    package let items: [ScaleItemResult]
    package let score: Spread<Released>
    package let reliability: Reliability?
    /// People who have a score; nil where that would point at too few.
    package let scored: Int?
    /// People who answered fewer items than a score needs.
    package let leftOut: Int
}

/// What one item of a scale found.
package struct ScaleItemResult: Sendable, Hashable {
    package let name: String
    package let label: LocalText
    package let isReversed: Bool
    /// The answers as they were given.
    package let distribution: Distribution
    /// The mean as keyed: a high mean is much of what the scale measures.
    package let mean: Spread<Released>
    /// The correlation with the mean of the other items, as keyed.
    package let itemRest: Double?
    /// Alpha of the scale without the item.
    package let alphaWithout: Double?
}

/// How well the items of a scale hang together.
package struct Reliability: Sendable, Hashable {
    package let alpha: Double
    package let interval: ClosedRange<Double>?
    package let standardised: Double?
    package let n: Int
}

/// The correlations between the scores of the scales.
package struct CorrelationResult: Sendable, Hashable {
    package let scales: [Int]
    /// One row a scale, each with its correlations with the scales before it.
    package let values: [[Released]]
}
