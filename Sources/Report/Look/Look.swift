package import Survey

/// What a first look at the answers found, before any modelling: the values behind its page.
///
/// It names single rows, for the team that holds the data anyway; it never holds free texts or
/// personal answers. Texts are in the language of the study.
package struct Look: Sendable, Encodable {
    package let title: String
    /// The file of the answers.
    package let file: String
    package let isSynthetic: Bool
    /// The code of the language of the texts: the first of the study that Ashar writes.
    package let language: String
    /// How many rows the file holds.
    package let rowsRead: Int
    /// How many rows are left for the analysis.
    package let rows: Int
    /// The first and last day of the fieldwork; nil where the data do not say.
    package let firstDay: String?
    package let lastDay: String?
    /// What is worth a look first, the strongest first.
    package var signals: [LookSignal]
    package let exclusions: [LookExclusion]
    package let questions: [LookQuestion]
    /// Columns that are not shown since they look personal, by name.
    package let unshown: [String]
    package let duplicates: LookDuplicates
    package let durations: LookDurations?
    package let blocks: [LookBlock]
    package let heaping: [LookHeaping]
    package let ages: [LookAges]
    package let interviewers: [LookInterviewer]
    package let effects: [LookEffect]
    package let calendar: LookCalendar?
    package let oddHours: LookRows?
    package let constraints: LookConstraints?
    /// What the study says of its fieldwork.
    package let has: Has

    /// Which kinds of information the study offers.
    package struct Has: Sendable, Encodable {
        package let form: Bool
        package let interviewer: Bool
        package let scales: Bool
    }
}

/// Something unusual, in English words with its number; the page says it in its own language.
package struct LookSignal: Sendable, Hashable, Encodable {
    package let text: String
    /// The id of the section that shows more.
    package let section: String
}

/// Rows left out for one reason.
package struct LookExclusion: Sendable, Hashable, Encodable {
    package let because: String
    package let rows: Int
    /// The lines of the first of them.
    package let lines: [Int]
}

/// A row of the data as people find it again.
package struct LookRow: Sendable, Hashable, Encodable {
    /// The line as a spreadsheet shows it; the header is line 1.
    package let line: Int
    /// The response's id, where the data have one.
    package let id: String?
    /// Whether the study leaves the row out.
    package let isLeftOut: Bool
}

/// How many rows there are of a kind, and the first of them.
package struct LookRows: Sendable, Hashable, Encodable {
    package let count: Int
    /// At most ``most`` of them.
    package let first: [LookRow]

    /// The most rows that are listed of one kind.
    package static let most = 20
}

/// One question: its kind, how often it was answered, and the answers.
package struct LookQuestion: Sendable, Hashable, Encodable {
    package enum Kind: String, Sendable, Hashable, Encodable {
        case one
        case several
        case number
        case date
        case text
    }

    package let name: String
    package let label: String
    package let kind: Kind
    package let missing: MissingCount
    /// How often each answer that means “no answer” was given.
    package let noAnswers: [LookAnswer]
    /// The answers of a list, or the values of a number that has few of them.
    package let answers: [LookAnswer]
    package let number: NumberSummary?
    package let histogram: Histogram?
    package let calendar: LookCalendar?
}

/// An answer and how many gave it.
package struct LookAnswer: Sendable, Hashable, Encodable {
    package let name: String
    package let label: String
    package let n: Int
}

/// How many interviews fall on each day, week or month, for all and by interviewer.
package struct LookCalendar: Sendable, Hashable, Encodable {
    package enum Step: String, Sendable, Hashable, Encodable {
        case day
        case week
        case month
    }

    package let step: Step
    /// The first day of each period.
    package let periods: [String]
    package let counts: [Int]
    /// One list a name; empty without interviewers.
    package let byInterviewer: [Row]

    package struct Row: Sendable, Hashable, Encodable {
        package let name: String
        package let counts: [Int]
    }
}

/// The share of one group and of all others, to compare.
package struct LookShare: Sendable, Hashable, Encodable {
    package let n: Int
    package let of: Int

    /// nil of nothing.
    package var share: Double? { of == 0 ? nil : Double(n) / Double(of) }
}
