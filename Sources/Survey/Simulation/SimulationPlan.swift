/// What made-up answers are to be like: the rows, and for each question its targets.
package struct SimulationPlan: Sendable, Hashable {
    /// The names of the places whose targets differ.
    package var places: [String]
    package var clusters: [Cluster]
    /// Columns that are the same for all rows of a cluster, such as the region.
    package var carried: [String]
    /// The scales whose items depend on each other.
    package var scales: [Scale]
    /// The correlation between the scores of two scales inside a place, one row a scale.
    package var between: [[Double]]
    /// The share of the variance of an item that lies between clusters of one place.
    package var icc: Double
    /// The share that lies between interviewers.
    package var interviewerShare = 0.0
    /// How many clusters one interviewer works in.
    package var clustersPerInterviewer = 2
    package var questions: [Question]
    /// Who is interviewed at all: for others, the questions after this one and the items stay empty.
    package var consent: Condition?

    package init(
        places: [String],
        clusters: [Cluster],
        carried: [String] = [],
        scales: [Scale] = [],
        between: [[Double]] = [],
        icc: Double = 0,
        questions: [Question] = []
    ) {
        self.places = places
        self.clusters = clusters
        self.carried = carried
        self.scales = scales
        self.between = between
        self.icc = icc
        self.questions = questions
    }

    /// Rows that lie together.
    package struct Cluster: Sendable, Hashable {
        /// Position among the places.
        package var place: Int
        package var rows: Int
        /// One text for each of ``SimulationPlan/carried``.
        package var values: [String]

        package init(place: Int, rows: Int, values: [String] = []) {
            self.place = place
            self.rows = rows
            self.values = values
        }
    }

    /// Items that measure one thing.
    package struct Scale: Sendable, Hashable {
        package var items: [Item]
        package var range: ClosedRange<Int>
        /// The standard deviation before answers are cut to whole numbers of the range.
        package var sd: Double
        /// The correlation between two items inside a place, both keyed.
        package var within: Double

        package init(items: [Item], range: ClosedRange<Int>, sd: Double, within: Double) {
            self.items = items
            self.range = range
            self.sd = sd
            self.within = within
        }
    }

    package struct Item: Sendable, Hashable {
        package var name: String
        /// Whether a high answer means less of what the scale measures.
        package var isReversed: Bool
        /// The mean of the answers as given, one a place.
        package var means: [Double]
        package var noAnswer: NoAnswer

        package init(
            name: String,
            isReversed: Bool,
            means: [Double],
            noAnswer: NoAnswer = NoAnswer()
        ) {
            self.name = name
            self.isReversed = isReversed
            self.means = means
            self.noAnswer = noAnswer
        }
    }

    /// Answers that say that there is none, and how often each is given.
    package struct NoAnswer: Sendable, Hashable {
        package var rates: [Rate]

        package struct Rate: Sendable, Hashable {
            /// The code in the data; "" leaves the cell empty.
            package var code: String
            package var share: Double

            package init(code: String, share: Double) {
                self.code = code
                self.share = share
            }
        }

        package init(_ rates: [Rate] = []) { self.rates = rates }
    }

    /// A question outside the scales.
    package struct Question: Sendable, Hashable {
        package var name: String
        package var kind: Kind
        /// Asked only of those who gave one of these answers to another question.
        package var condition: Condition?
        package var noAnswer: NoAnswer

        package init(
            name: String,
            kind: Kind,
            condition: Condition? = nil,
            noAnswer: NoAnswer = NoAnswer()
        ) {
            self.name = name
            self.kind = kind
            self.condition = condition
            self.noAnswer = noAnswer
        }
    }

    package struct Condition: Sendable, Hashable {
        package var question: String
        package var answers: Set<String>

        package init(question: String, answers: Set<String>) {
            self.question = question
            self.answers = answers
        }
    }

    package enum Kind: Sendable, Hashable {
        /// One answer of a list; the share of each answer, one list a place.
        case one(answers: [String], shares: [[Double]])
        /// Any number of answers, each given independently of the others.
        case several(answers: [String], shares: [[Double]])
        /// A whole number: the share of each group, evenly spread inside it.
        case number(groups: [ClosedRange<Int>], shares: [[Double]])
        /// The text of a carried column.
        case carried(column: Int, names: [String: String])
        /// The number of the interviewer, who works in several clusters.
        case interviewer
        /// When the interview began, in seconds since 1970: one of `days` days from `first` on, in the
        /// daytime.
        case start(first: Double, days: Int)
        /// When it ended, so many minutes after `start`: the median, and the standard deviation of its
        /// logarithm.
        case end(start: String, minutes: Double, spread: Double)
        /// A name for the row that nobody else has.
        case id
        case constant(String)
    }
}

/// Why answers cannot be made up as planned.
package enum SimulationFault: Error, Sendable, Hashable {
    /// The mean lies outside the range, or at its ends.
    case mean(item: String, place: String)
    /// No latent correlation gives the correlation between the items of a scale.
    case within(scale: Int)
    /// No latent correlation gives the correlation between two scales.
    case between(scale: Int, other: Int)
    /// The correlations between scales contradict each other.
    case notPositiveDefinite
    case icc
}
