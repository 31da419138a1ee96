/// A published report as its audit sees it: tables, claims and what it says of its sample.
///
/// The audit sees nothing else: not the answers and not the code that made the figures, so that it
/// cannot repeat their mistakes.
package struct AuditedReport: Hashable, Sendable {
    package var title: String
    /// Who published it, when and where.
    package var source: String
    /// How many people took part, where it says so.
    package var n: AuditedBase?
    /// Whether its figures are weighted; nil where it does not say.
    ///
    /// A table may say otherwise.
    package var isWeighted: Bool?
    /// The design effects that are plausible for its sample; 1...1 for a simple random sample.
    package var designEffect: ClosedRange<Double>
    package var scales: [AuditedScale]
    package var tables: [AuditedTable]
    package var claims: [AuditedClaim]
    /// Text in which results of tests are looked for.
    package var passages: [Passage]
    /// Equations that the figures of a table must fulfil.
    package var relations: [AuditedRelation]
    /// What somebody found in it of what a report should say of its methods; nil where nobody looked.
    package var disclosure: DisclosureForm?

    package init(
        title: String = "",
        source: String = "",
        n: AuditedBase? = nil,
        isWeighted: Bool? = nil,
        designEffect: ClosedRange<Double> = 1...3,
        scales: [AuditedScale] = [],
        tables: [AuditedTable] = [],
        claims: [AuditedClaim] = [],
        passages: [Passage] = [],
        relations: [AuditedRelation] = []
    ) {
        self.title = title
        self.source = source
        self.n = n
        self.isWeighted = isWeighted
        self.designEffect = designEffect
        self.scales = scales
        self.tables = tables
        self.claims = claims
        self.passages = passages
        self.relations = relations
    }

    /// Whether the figures of `table` are weighted; nil where nobody says.
    package func isWeighted(_ table: AuditedTable) -> Bool? { table.isWeighted ?? isWeighted }

    /// How many people took part, where that is one number.
    package var exactN: Int? {
        n.flatMap { $0.range.count == 1 ? $0.range.lowerBound : nil }
    }

    package func scale(of table: AuditedTable) -> AuditedScale? {
        table.scale.flatMap { name in scales.first { $0.name == name } }
    }
}

/// The answers that a scale's items allow, and which items are worded the other way.
package struct AuditedScale: Hashable, Sendable {
    package var name: String
    /// The lowest and the highest answer, as the questionnaire numbers them.
    package var range: ClosedRange<Int>
    /// Identities of items whose wording runs against the scale, so that their answers are reversed.
    package var reversed: Set<String>
    /// The point that the report calls neutral or average, where it is not the middle of the range.
    package var neutral: Double?
    /// The ends of a range lie between this and its negative, so that sums of answers can be counted.
    package static let largestEnd = 1_000_000

    package init(
        name: String,
        range: ClosedRange<Int>,
        reversed: Set<String> = [],
        neutral: Double? = nil
    ) {
        self.name = name
        self.range = range
        self.reversed = reversed
        self.neutral = neutral
    }
}

/// Something that the report says in words, as an expression over the cells of its tables.
package struct AuditedClaim: Hashable, Sendable {
    package var id: String
    package var page: String?
    /// The words of the report.
    package var words: String
    /// The claim in the language of docs/audit/claims.md.
    package var expression: String
    /// The line of claims.csv, for error messages.
    package var line: Int?

    package init(
        id: String,
        page: String? = nil,
        words: String,
        expression: String,
        line: Int? = nil
    ) {
        self.id = id
        self.page = page
        self.words = words
        self.expression = expression
        self.line = line
    }
}

/// An equation between figures, such as a share of a sample by a share of a population.
package struct AuditedRelation: Hashable, Sendable {
    /// The table that names of columns in it belong to.
    package var table: String
    /// In the language of claims, with names of columns standing for the cells of one row.
    package var expression: String
    /// What it is, in words ("n is in proportion to population").
    package var words: String

    package init(table: String, expression: String, words: String = "") {
        self.table = table
        self.expression = expression
        self.words = words
    }
}

/// A piece of a report's text.
package struct Passage: Hashable, Sendable {
    package var page: String?
    package var text: String

    package init(page: String? = nil, text: String) {
        self.page = page
        self.text = text
    }
}
