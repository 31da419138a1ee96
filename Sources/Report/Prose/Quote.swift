/// What stands between double braces in the authors' text: a number of the survey, a claim that the data
/// must back, or a fact from outside with its source.
package struct Quote: Sendable, Hashable {
    package let content: Content
    /// The number as the authors wrote it, when they did: it must be the right one.
    package let written: String?
    /// Decimals; nil for the usual number of them.
    package let decimals: Int?
    package let interval: IntervalStyle

    /// How the interval is printed beside the number.
    package enum IntervalStyle: Sendable, Hashable {
        case none
        /// "43% (37% to 49%)".
        case inBrackets
        /// "43%, interval 37% to 49%", for a number that stands in brackets itself.
        case afterComma
    }

    init(
        _ content: Content,
        written: String? = nil,
        decimals: Int? = nil,
        interval: IntervalStyle = .none
    ) {
        self.content = content
        self.written = written
        self.decimals = decimals
        self.interval = interval
    }

    package enum Content: Sendable, Hashable {
        case figure(Figure)
        case interval(Figure)
        /// Half the interval.
        case margin(Figure)
        /// The first less the second.
        case difference(Figure, Figure)
        /// The place of a group among those of its breakdown, as far as the data can say.
        case rank(Figure)
        /// What people read for a group.
        case name(variable: String, code: String)
        case fact(text: String, source: String)
        /// A number that is no finding, such as a limit of age.
        case plain(String)
        case claim(text: String, Claim)
    }

    /// One number of the survey.
    package struct Figure: Sendable, Hashable {
        package let statistic: Statistic
        /// A scale, an item or a question; "" for all respondents.
        package let subject: String
        /// The other scale of a correlation.
        package let other: String
        /// The answer of a share.
        package let answer: String
        package let groups: [Group]

        init(
            _ statistic: Statistic,
            subject: String = "",
            other: String = "",
            answer: String = "",
            groups: [Group] = []
        ) {
            self.statistic = statistic
            self.subject = subject
            self.other = other
            self.answer = answer
            self.groups = groups
        }

        func with(groups: [Group]) -> Figure {
            Figure(statistic, subject: subject, other: other, answer: answer, groups: groups)
        }
    }

    package enum Statistic: String, Sendable, Hashable, CaseIterable {
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
    }

    /// Respondents who gave one answer to the variable of a breakdown.
    package struct Group: Sendable, Hashable {
        package let variable: String
        package let code: String
    }

    package enum Claim: Sendable, Hashable {
        /// Its group is above all others of the breakdown.
        case highest(Figure)
        case lowest(Figure)
        case higher(Figure, Figure)
        case lower(Figure, Figure)
        case differs(Figure, Figure)
        /// The data do not tell which is higher.
        case unclear(Figure, Figure)
        /// More than half, beyond the margin of error.
        case majority(Figure)
        case minority(Figure)
    }
}

/// Why a quote cannot be printed.
package struct QuoteFault: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// It cannot be read, or the report has no such number.
        case unreadable
        /// The authors wrote another number than the data give.
        case wrongNumber
        /// The data do not back the claim.
        case refusedClaim
    }

    package var kind = Kind.unreadable
    package let message: String
    package let remedy: String
}
