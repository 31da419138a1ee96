package import Base

/// What a data file holds, variable by variable, without a single answer of a single person.
///
/// It may leave the building, so it shows no count that would point at fewer than `discloseAtLeast`
/// people, see ``CodebookCount`` and ``CodebookRange``. Free texts are only counted, never shown, and so
/// are answers that no list declares and few people gave.
package struct Codebook: Sendable, Hashable {
    package var title: String
    package var rowCount: Int
    package var discloseAtLeast: Int
    package var variables: [Variable]

    package struct Variable: Sendable, Hashable {
        package var name: String
        /// The question's wording; the variable's label where no form says more.
        package var question: LocalText
        package var kind: Kind
        /// The condition under which it was asked, as the form writes it; empty when always.
        package var askedIf: String
        /// Rows with an answer.
        package var answered: Int
        /// Rows with an empty cell.
        package var systemMissing: CodebookCount
        /// Answers that say that there is no answer, by code.
        package var userMissing: [Answer]
        package var content: Content
    }

    package enum Kind: Sendable, Hashable {
        case oneAnswer
        case severalAnswers
        case number
        case day
        case moment
        case text
    }

    /// One answer of a list, or one number with a label.
    package struct Answer: Sendable, Hashable {
        package var name: String
        package var label: LocalText
        package var count: CodebookCount
    }

    /// What the answers are.
    package enum Content: Sendable, Hashable {
        /// Of a closed list, one or several; so many different ones are not listed, because few people
        /// gave them and no list declares them.
        case answers([Answer], unlisted: Int)
        /// Numbers; the answers are those with a label.
        case numbers(Numbers?, labelled: [Answer])
        /// Points in time, in seconds since 1970-01-01 00:00.
        case dates(CodebookRange?)
        /// So many different texts.
        case texts(different: Int)
    }

    /// Numbers in short; nil where fewer than `discloseAtLeast` people gave one.
    package struct Numbers: Sendable, Hashable {
        package var range: CodebookRange
        package var mean: Double
        package var median: Double
    }
}

/// How many people gave an answer, or that this is not shown.
package enum CodebookCount: Sendable, Hashable {
    case people(Int)
    /// Not shown: it is below the limit, or another that is could be worked out from it.
    case hidden

    /// The counts of answers of which each person gave one, hidden as ``Disclosure`` hides a table.
    ///
    /// The sum is known. So where those hidden are one, or hold fewer than `limit` people together, and
    /// nobody else is left to hide, answers that nobody gave are hidden too.
    package static func partition(_ counts: [Int], limit: Int) -> [CodebookCount] {
        var hidden = Disclosure(least: limit).hidden(whole: counts)
        let people = zip(counts, hidden).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        let cells = hidden.count { $0 }
        if cells > 0, cells == 1 || people < limit {
            hidden = zip(counts, hidden).map { $1 || $0 == 0 }
        }
        return zip(counts, hidden).map { $1 ? .hidden : .people($0) }
    }

    /// One count of people who may have given other answers too.
    package static func alone(_ count: Int, limit: Int) -> CodebookCount {
        count > 0 && count < limit ? .hidden : .people(count)
    }
}

/// From the least to the greatest value that `discloseAtLeast` people reach.
///
/// The least and greatest value of all are often one person's (the oldest, the first visit). So the range
/// runs from the k-th lowest to the k-th highest value, k being the limit; with k = 1 it is the full one.
package struct CodebookRange: Sendable, Hashable {
    package var least: Double
    package var greatest: Double
    /// Whether lower or higher values than these are left out.
    package var isTrimmed: Bool

    /// The range of `sorted` values; nil where fewer than two times `limit` values are there.
    package init?(sorted: [Double], limit: Int) {
        let limit = max(1, limit)
        guard sorted.count >= (limit == 1 ? 1 : 2 * limit),
            let first = sorted.first, let last = sorted.last
        else { return nil }
        least = sorted[limit - 1]
        greatest = sorted[sorted.count - limit]
        isTrimmed = least > first || greatest < last
    }
}
