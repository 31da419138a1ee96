/// The rules of the audit.
package enum AuditRuleName: String, Hashable, Sendable, CaseIterable {
    case range
    case granularity
    case totals
    case counts
    case percentages
    case relations
    case copies
    case claims
    case pValues = "p-values"
    case scoring
    case comparisons
    case disclosure
}

/// How bad a finding is; the worst first.
package enum AuditSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// No data could give this figure.
    case impossible
    /// Two things that the report says cannot both be true.
    case contradictory
    /// It could be, but hardly by chance; or it holds unless something that is named is not so.
    case improbable
    /// A slip that changes nothing.
    case cosmetic

    package static func < (left: AuditSeverity, right: AuditSeverity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing that the audit found.
package struct Finding: Hashable, Sendable {
    /// A cell that bears on the finding.
    package struct Cell: Hashable, Sendable {
        package var table: String
        package var row: Int
        package var column: Int
        /// What should stand there, where it follows.
        package var corrected: String?

        package init(table: String, row: Int, column: Int, corrected: String? = nil) {
            self.table = table
            self.row = row
            self.column = column
            self.corrected = corrected
        }
    }

    /// What kind of cause, or of what has one, a finding is; judging them together goes by it.
    package enum Kind: Hashable, Sendable {
        /// How the items of a scale were scored; the way in words, without the scale's name, where it
        /// can be said so.
        case plan(way: String?)
        /// An item that is turned round, in a table or for some groups.
        case turnedItem
        /// What a total comes to under one scoring.
        case restatedTotal
        /// Totals that are plain means of groups.
        case plainMeans
        /// Two breakdowns that part, by their traits where they have one.
        case breakdowns(traits: Set<String>)
        /// One line in which two breakdowns part.
        case breakdownLine
    }

    /// Unique within one audit and the same on every run: rule, table, row, column or claim.
    package var id: String
    package var rule: AuditRuleName
    /// nil where nothing turns on it.
    package var kind: Kind?
    package var severity: AuditSeverity
    /// One line for a heading, with the figures.
    package var headline: String
    /// The table, where it is about one.
    package var table: String?
    /// Labels of the row and the column of the cell, or of the line, that it is about.
    package var row: String?
    package var column: String?
    /// The claim's id, where it is about a claim.
    package var claim: String?
    /// What was printed, and what could stand there.
    package var printed: String?
    package var expected: String?
    /// Why: the arithmetic, in full sentences.
    package var because: String
    /// What would have to be otherwise for there to be no error ("the figures are weighted").
    package var unless: String?
    /// How it may have come about; never a motive.
    package var likelyCause: String?
    /// What it does to the conclusions.
    package var consequence: String?
    /// The cells to mark; the first is the one that it is about.
    package var cells: [Cell]
    /// Further cells that would change if this is so; they are not marked.
    package var follows: [Cell]
    /// The id of the finding that explains this one.
    package var explainedBy: String?
    /// For improbable findings: the chance of one such by luck, where it can be told.
    package var chance: Double?

    package init(
        id: String,
        rule: AuditRuleName,
        kind: Kind? = nil,
        severity: AuditSeverity,
        headline: String,
        table: String? = nil,
        row: String? = nil,
        column: String? = nil,
        claim: String? = nil,
        printed: String? = nil,
        expected: String? = nil,
        because: String,
        unless: String? = nil,
        likelyCause: String? = nil,
        consequence: String? = nil,
        cells: [Cell] = [],
        follows: [Cell] = [],
        explainedBy: String? = nil,
        chance: Double? = nil
    ) {
        self.id = id
        self.rule = rule
        self.kind = kind
        self.severity = severity
        self.headline = headline
        self.table = table
        self.row = row
        self.column = column
        self.claim = claim
        self.printed = printed
        self.expected = expected
        self.because = because
        self.unless = unless
        self.likelyCause = likelyCause
        self.consequence = consequence
        self.cells = cells
        self.follows = follows
        self.explainedBy = explainedBy
        self.chance = chance
    }
}

/// What one rule made of a report.
package struct RuleOutcome: Hashable, Sendable {
    /// What a rule could not judge, and what would let it.
    package struct Silence: Hashable, Sendable {
        /// Why nothing was said ("a mean of 175 answers: every figure with two decimals is possible").
        package var reason: String
        /// What would make it sure; nil where nothing would.
        package var wanted: String?
        package var count: Int

        package init(_ reason: String, wanted: String? = nil, count: Int = 1) {
            self.reason = reason
            self.wanted = wanted
            self.count = count
        }
    }

    package var findings: [Finding]
    /// How many figures, lines, claims or tests were judged.
    package var checked: Int
    package var silences: [Silence]

    package init(findings: [Finding] = [], checked: Int = 0, silences: [Silence] = []) {
        self.findings = findings
        self.checked = checked
        self.silences = silences
    }

    /// Notes that something was not judged; equal reasons are counted together.
    package mutating func keepSilent(_ reason: String, wanted: String? = nil, count: Int = 1) {
        if let index = silences.firstIndex(where: { $0.reason == reason && $0.wanted == wanted }) {
            silences[index].count += count
        } else {
            silences.append(Silence(reason, wanted: wanted, count: count))
        }
    }
}

/// Everything that an audit found, and what it looked at.
package struct AuditOutcome: Hashable, Sendable {
    /// In the order to show them: causes first, then the worst.
    package var findings: [Finding]
    /// How many things each rule judged.
    package var checked: [AuditRuleName: Int]
    package var silent: [AuditRuleName: [RuleOutcome.Silence]]

    package init(
        findings: [Finding],
        checked: [AuditRuleName: Int],
        silent: [AuditRuleName: [RuleOutcome.Silence]]
    ) {
        self.findings = findings
        self.checked = checked
        self.silent = silent
    }

    /// The worst severity found; nil where nothing was.
    package var worst: AuditSeverity? { findings.map(\.severity).min() }
}
