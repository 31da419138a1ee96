package import Base
package import Survey

/// What a study folder says, as one value: the content of `study.yaml` without its files.
package struct Study: Sendable, Hashable {
    package var title = LocalText([:])
    /// The languages of the report, the first one first; BCP 47 codes.
    package var languages: [String] = []
    /// Whether the answers are made up; then every page, sheet and file says so.
    package var isSynthetic = false
    /// Where the data come from, in a sentence for the methods section.
    package var source = LocalText([:])
    /// The questionnaire's file, relative to the folder; nil when the data describe themselves.
    package var form: String?
    package var data = DataSource()
    package var fieldwork = Fieldwork()
    package var exclusions: [Exclusion] = []
    package var derivations: [Derivation] = []
    /// nil when the study names no design: then it is no probability sample.
    package var design: Design?
    /// How the weights are made; nil where the data have them, or where there are none.
    package var weighting: WeightingDeclaration?
    /// How the sample is to be drawn; nil where the study leaves that to others.
    package var sample: SampleDeclaration?
    package var scales: [ScaleDeclaration] = []
    package var questions: [QuestionDeclaration] = []
    /// What a person must still decide, as `ashar new` leaves it; the report says so.
    package var undecided: [String] = []
    /// Each breakdown is one variable, or several that are crossed.
    package var breakdowns: [[String]] = []
    /// The breakdowns that are places, each one variable: the report ranks their groups.
    package var places: [String] = []
    package var knowledge = KnowledgeDeclaration()
    package var report = ReportSettings()
    /// What the authors say of their methods that no other key says.
    package var disclosure = DisclosureDeclaration()
    /// Where each key stands in `study.yaml`, by its path ("scales.trust.items.2").
    package var marks: [String: Mark] = [:]

    package init() {}

    /// A line and a column of `study.yaml`, both from 1.
    package struct Mark: Sendable, Hashable {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The name of the file that holds a study.
    package static let fileName = "study.yaml"

    /// Where the key at `path` stands; where its nearest parent stands when it has no place itself.
    package func location(of path: String) -> Problem.Location {
        var path = path[...]
        while true {
            if let mark = marks[String(path)] {
                return .init(Study.fileName, line: mark.line, column: String(mark.column))
            }
            guard let dot = path.lastIndex(of: ".") else { return .init(Study.fileName) }
            path = path[..<dot]
        }
    }

    /// Variables that say how the data came about, not what people answered: ids, design, fieldwork.
    var technicalNames: [String] {
        let designed = design.map(\.technicalNames) ?? []
        return designed + data.joined + (weighting?.technicalNames ?? [])
            + [
                data.id, design?.weight, fieldwork.interviewer, fieldwork.start, fieldwork.end,
            ].compactMap { $0 }
    }

    /// The language that the report is written in.
    package var language: String { languages.first ?? "en" }
}

/// The data of a study: one file of answers.
package struct DataSource: Sendable, Hashable {
    package var file = ""
    /// The sheet that holds the answers; nil for the first.
    package var sheet: String?
    /// The column that names a response.
    package var id: String?
    /// Codes that mean "no answer" wherever a question has a list of answers.
    package var missing: [String] = []
    /// Columns that are never read past the door.
    package var personal: [String] = []
    /// Tables whose columns are joined to the rows.
    package var joins: [JoinDeclaration] = []
    /// The columns that the joins brought: they tell of the draw, not of what people answered.
    package var joined: [String] = []

    package init() {}
}

/// The variables that tell how the fieldwork went.
package struct Fieldwork: Sendable, Hashable {
    package var interviewer: String?
    /// When an interview began and ended.
    package var start: String?
    package var end: String?
    /// The day of the interview; the day of `start` when nil.
    package var date: String?

    package init() {}
}

/// A reason to leave rows out.
package struct Exclusion: Sendable, Hashable {
    package enum Rule: Sendable, Hashable {
        /// Rows for which the condition holds.
        case when(Expression)
        /// Rows that repeat the value of a variable in an earlier row; the first stays.
        case duplicates(of: String)
    }

    package var rule: Rule
    /// The reason, as the report gives it.
    package var because: LocalText

    package init(rule: Rule, because: LocalText) {
        self.rule = rule
        self.because = because
    }

    /// The variables that a condition names; none for duplicates.
    var names: [String] {
        if case .when(let expression) = rule { expression.names } else { [] }
    }
}

/// A variable made from others.
package struct Derivation: Sendable, Hashable {
    package enum Rule: Sendable, Hashable {
        /// Groups of a number: from each cut up to the next.
        case cuts(from: String, at: [Double])
        /// Answers of a list put together: new answer, old answers.
        case groups(from: String, [Grouping])
        /// The first answer whose condition holds.
        case cases([Case], otherwise: String?)
        /// A number by formula.
        case formula(Expression)
    }

    /// Answers of a list put together under a new name.
    package struct Grouping: Sendable, Hashable {
        package var name: String
        package var answers: [String]

        package init(name: String, answers: [String]) {
            self.name = name
            self.answers = answers
        }
    }

    /// An answer and the condition under which it is given.
    package struct Case: Sendable, Hashable {
        package var name: String
        package var when: Expression

        package init(name: String, when: Expression) {
            self.name = name
            self.when = when
        }
    }

    package var name: String
    package var label: LocalText
    package var rule: Rule
    /// What people read for each answer, where that is not its name.
    package var answerLabels: [String: LocalText]

    package init(
        name: String,
        label: LocalText,
        rule: Rule,
        answerLabels: [String: LocalText] = [:]
    ) {
        self.name = name
        self.label = label
        self.rule = rule
        self.answerLabels = answerLabels
    }
}

/// How the respondents were selected.
package struct Design: Sendable, Hashable {
    /// Variables whose crossing makes the strata.
    package var strata: [String] = []
    /// The clusters of each stage, first stage first.
    package var clusters: [String] = []
    package var weight: String?
    /// Population counts (or sampling fractions) of each stage, as variables.
    package var populations: [String] = []
    /// Whether cluster names begin anew in each stratum ("1" in stratum A is not "1" in B).
    package var isNested = false
    package var singleCluster = SingleCluster.fail
    /// Replicate weights that came with the data, instead of strata and clusters.
    package var replicates: ReplicateDeclaration?
    package var variance = VarianceDeclaration.linearised
    /// Whom the sample stands for, in words.
    package var population = LocalText([:])

    package init() {}

    /// What is done with a stratum that has one cluster only.
    package enum SingleCluster: Sendable, Hashable {
        case fail
        case certainty
        case average
        case adjust
        case collapse(within: String)
    }
}

/// A scale: several items that measure one thing.
package struct ScaleDeclaration: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package var name: String
        /// Whether a high answer means less of what the scale measures.
        package var isReversed: Bool

        package init(name: String, isReversed: Bool) {
            self.name = name
            self.isReversed = isReversed
        }
    }

    package var name: String
    package var label: LocalText
    /// The lowest and highest answer of every item.
    package var range: ClosedRange<Double>
    package var items: [Item]
    /// The least number of items answered for a score; all of them when nil.
    package var leastAnswered: Int?

    package init(
        name: String,
        label: LocalText,
        range: ClosedRange<Double>,
        items: [Item],
        leastAnswered: Int?
    ) {
        self.name = name
        self.label = label
        self.range = range
        self.items = items
        self.leastAnswered = leastAnswered
    }
}

/// What the study says about one question beyond its form.
package struct QuestionDeclaration: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case one
        case several
        case number
        case date
        case text
    }

    package var name: String
    package var kind: Kind?
    package var label = LocalText([:])
    /// Answers with their labels, for data without a form.
    package var answers: [Choice] = []
    /// Codes of this question that mean "no answer".
    package var missing: [String] = []
    /// Who was asked: the question's base.
    package var base: Expression?
    /// The base in words ("those with a negative attitude").
    package var baseLabel = LocalText([:])
    /// Whether the report shows the question.
    package var isShown = true

    package init(name: String) {
        self.name = name
    }
}

/// How the report looks and what it must not show.
package struct ReportSettings: Sendable, Hashable {
    /// The file of the report's prose, in Markdown; one a language where there are several.
    package var text = LocalText([:])
    package var author = LocalText([:])
    /// The date on the report, as the study writes it; the report never reads a clock.
    package var date = ""
    /// Estimates by fewer respondents are put in brackets.
    package var bracketBelow = 50
    /// Estimates by fewer respondents are not shown.
    package var hideBelow = 25
    /// No cell may point at fewer people than this.
    package var discloseAtLeast = 5

    package init() {}
}
