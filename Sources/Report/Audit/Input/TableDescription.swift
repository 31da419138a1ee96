/// What a person says of a table: its part of `audit.yaml`, not yet joined with the figures.
package struct TableDescription: Hashable, Sendable {
    /// How many people, as a report gives it.
    package typealias Base = ClosedRange<Int>

    package var id: String
    /// The file, with a sheet or the number of a table behind "#"; `ID.csv` where nil.
    package var file: String?
    package var title = ""
    package var page: String?
    package var holds: AuditedTable.Statistic = .other
    package var scale: String?
    package var question: String?
    package var allowsSeveral = false
    package var isWeighted: Bool?
    package var n: Base?
    /// Whether bases count those who answered; where nil, what the sample says.
    package var isAnswered: Bool?
    /// What figures in brackets are, where columns of the table have them.
    package var brackets: AuditedTable.Statistic?
    package var shape = PrintedTable.Shape()
    package var rows = AxisDescription()
    package var columns = AxisDescription()
    package var relations: [AuditedRelation] = []

    package init(id: String) {
        self.id = id
    }

    package var fileName: String { file ?? id + ".csv" }
}

/// What the lines of one axis of a table are.
package struct AxisDescription: Hashable, Sendable {
    /// Lines that share no person.
    package struct Block: Hashable, Sendable {
        package var trait: String
        /// Their labels; nil for all lines of the axis that are neither totals nor statistics.
        package var labels: [String]?

        package init(_ trait: String, labels: [String]? = nil) {
            self.trait = trait
            self.labels = labels
        }
    }

    package struct Total: Hashable, Sendable {
        package var label: String
        /// Labels of the lines that it is the total of; nil for all that are no totals themselves.
        package var of: [String]?
        package var by: AuditedTable.Totalling?
        package var isComplete = true

        package init(
            _ label: String,
            of lines: [String]? = nil,
            by totalling: AuditedTable.Totalling? = nil,
            isComplete: Bool = true
        ) {
            self.label = label
            of = lines
            by = totalling
            self.isComplete = isComplete
        }
    }

    /// A line whose figures are others than those of the table.
    package struct Held: Hashable, Sendable {
        package var label: String
        package var statistic: AuditedTable.Statistic

        package init(_ label: String, _ statistic: AuditedTable.Statistic) {
            self.label = label
            self.statistic = statistic
        }
    }

    package var are: AuditedTable.Role = .statistic
    package var blocks: [Block] = []
    package var totals: [Total] = []
    package var held: [Held] = []

    package init(_ are: AuditedTable.Role = .statistic) {
        self.are = are
    }
}

extension AuditedTable.Statistic {
    /// The word for it in `audit.yaml`.
    package var word: String {
        switch self {
        case .mean: "means"
        case .score: "scores"
        case .standardDeviation: "sd"
        case .standardError: "se"
        case .percent: "percentages"
        case .count: "counts"
        case .base: "bases"
        case .other: "mixed"
        }
    }

    package init?(word: String) {
        guard let found = Self.allCases.first(where: { $0.word == word.lowercased() }) else {
            return nil
        }
        self = found
    }
}

extension AuditedTable.Role {
    /// The word for it in `audit.yaml`.
    package var word: String {
        switch self {
        case .item: "items"
        case .group: "groups"
        case .answer: "answers"
        case .statistic: "statistics"
        }
    }

    package static let words = ["items", "groups", "answers", "statistics"]

    package init?(word: String) {
        switch word.lowercased() {
        case "items": self = .item
        case "groups": self = .group
        case "answers": self = .answer
        case "statistics": self = .statistic
        default: return nil
        }
    }
}
