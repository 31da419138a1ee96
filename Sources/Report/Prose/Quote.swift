/// What stands between double braces in the authors' text: a number of the survey, a claim that the data
/// must back, or a number that does not come from the survey.
///
/// The grammar is that of docs/prose.md.
package struct Quote: Sendable, Hashable {
    let content: Content
    /// What the authors wrote, when they did: it must be right.
    let written: String?
    /// Decimals; nil for the usual number of them.
    let decimals: Int?
    let interval: IntervalStyle
    /// Whether a percentage goes without its sign.
    let isBare: Bool

    init(
        _ content: Content,
        written: String? = nil,
        decimals: Int? = nil,
        interval: IntervalStyle = .none,
        isBare: Bool = false
    ) {
        self.content = content
        self.written = written
        self.decimals = decimals
        self.interval = interval
        self.isBare = isBare
    }

    /// How the interval is printed beside the number.
    enum IntervalStyle: Sendable, Hashable {
        case none
        /// "43% (37% to 49%)".
        case inBrackets
        /// "43%, interval 37% to 49%", for a number that stands in brackets itself.
        case afterComma
    }

    enum Content: Sendable, Hashable {
        case figure(Figure)
        case interval(Figure)
        /// Half the width of the interval.
        case margin(Figure)
        case standardError(Figure)
        /// The first less the second.
        case difference(Figure, Figure)
        /// The place of a group among those of its breakdown, as far as the data can say.
        case rank(Figure)
        /// The name of the group that is above or below all others of a breakdown.
        case extreme(Figure, End, variable: String)
        /// What people read for a group.
        case name(Group)
        case fact(text: String, source: String)
        /// A number that is no finding, such as a limit of age.
        case plain(String)
        case claim(text: String, Claim)
    }

    /// One number of the survey.
    struct Figure: Sendable, Hashable {
        let statistic: Statistic
        /// A scale, an item or a question; "" for all respondents.
        var subject = ""
        /// The other scale of a correlation.
        var other = ""
        /// The answers of a share.
        var answers: Answers?
        var groups: [Group] = []

        func with(groups: [Group]) -> Figure {
            var figure = self
            figure.groups = groups
            return figure
        }
    }

    /// The answers that a share counts together.
    enum Answers: Sendable, Hashable {
        /// Names or labels; `whole` is how they were written, commas and all.
        case named([String], whole: String)
        case from(Sign, Double, written: String)
    }

    enum Sign: String, Sendable, Hashable {
        case equals = "="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
    }

    enum Statistic: String, Sendable, Hashable, CaseIterable {
        case mean
        case share
        /// The shares of high, low and middle answers of a rating.
        case agree
        case disagree
        case neutral
        /// Respondents who gave an answer, unweighted.
        case count
        /// Respondents behind a number, unweighted.
        case n
        case respondents
        case clusters
        case alpha
        case correlation

        /// Whether the tables have it by group.
        var hasGroups: Bool {
            switch self {
            case .mean, .share, .agree, .disagree, .neutral, .n: true
            case .count, .respondents, .clusters, .alpha, .correlation: false
            }
        }

        /// Whether it has a standard error.
        var isEstimated: Bool { hasGroups && self != .n || self == .correlation }
    }

    /// Respondents who gave one answer to the variable of a breakdown.
    struct Group: Sendable, Hashable {
        let variable: String
        /// The name of the answer, or its label.
        let answer: String
    }

    enum End: String, Sendable, Hashable {
        case highest
        case lowest
    }

    enum Claim: Sendable, Hashable {
        /// Its group is above, or below, all others of the breakdown.
        case extreme(Figure, End)
        case compared(Figure, Relation, Figure)
        /// More than half, beyond the margin of error, or less.
        case half(Figure, isMore: Bool)
    }

    enum Relation: String, Sendable, Hashable, CaseIterable {
        case higher
        case lower
        case differs
        /// The data do not tell which is higher.
        case unclear
    }
}

/// Why a quote cannot be printed.
struct QuoteFault: Error, Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// It cannot be read, or the report has no such number.
        case unreadable
        /// The number is hidden in the tables.
        case hidden
        /// The authors wrote something else than the data give.
        case wrong
        /// The data do not back the claim.
        case refused
    }

    let kind: Kind
    let message: String
    let remedy: String

    init(_ kind: Kind, _ message: String, remedy: String) {
        self.kind = kind
        self.message = message
        self.remedy = remedy
    }

    /// A quote that cannot be read.
    init(_ message: String, remedy: String) {
        self.init(.unreadable, message, remedy: remedy)
    }
}
