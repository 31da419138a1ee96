import Kernels
package import Report

/// A kind of mistake that reports have.
package enum PlantedError: String, Sendable, CaseIterable {
    case outOfRange = "a figure outside the scale"
    case itemDigit = "a digit in an item's mean"
    case scoreDigit = "a digit in a score of a group"
    case totalDigit = "a digit in a total of all people"
    case countDigit = "a digit in a count"
    case percentageDigit = "a digit in a percentage"
    case deviationDigit = "a digit in a standard deviation"
    case plainMean = "totals that are plain means of groups"
    case turnedItem = "an item turned round in one table"
    case turnedForGroups = "an item turned round for some groups"
    case reversedFromZero = "items against the scale reversed from zero"
    case copiedLine = "a line copied over another"
    case swappedLines = "two lines changed over"
    case shiftedLine = "a line shifted by one place"
    case otherPeople = "a table of other people"
    case superlative = "a wrong highest group"
    case trend = "a wrong trend"
    case majority = "a wrong majority"
    case figureOfText = "a wrong digit in the text"
    case otherBase = "percentages of another base"
    case countAboveSample = "a count above the sample"
    case wrongP = "a wrong p-value"
}

/// A report with one mistake, and where it is.
package struct PlantedReport: Sendable {
    package let kind: PlantedError
    package let report: AuditedReport
    /// The cells that are wrong.
    package let cells: Set<Finding.Cell>
    package let claim: String?

    init(
        _ kind: PlantedError,
        _ report: AuditedReport,
        cells: Set<Finding.Cell> = [],
        claim: String? = nil
    ) {
        self.kind = kind
        self.report = report
        self.cells = cells
        self.claim = claim
    }

    /// Whether a finding as bad as `severity` or worse marks what is wrong.
    package func isFound(_ outcome: AuditOutcome, atLeast severity: AuditSeverity) -> Bool {
        outcome.findings.contains { finding in
            guard finding.severity <= severity else { return false }
            if kind == .wrongP { return finding.rule == .pValues }
            if let claim { return finding.claim == claim }
            return finding.cells.contains {
                cells.contains(Finding.Cell(table: $0.table, row: $0.row, column: $0.column))
            }
        }
    }
}

extension MadeUpReport {
    /// The report with one mistake of `kind`; nil where it has no place for one.
    package func planted(_ kind: PlantedError) -> PlantedReport? {
        var random = SeededGenerator(seed: seed, stream: 200 + UInt64(kind.index))
        switch kind {
        case .plainMean, .turnedItem, .turnedForGroups, .reversedFromZero, .otherPeople,
            .otherBase:
            return reprinted(kind, &random)
        case .superlative, .trend, .majority, .figureOfText, .wrongP:
            return misquoted(kind, &random)
        case .copiedLine, .swappedLines, .shiftedLine:
            return misplaced(kind, &random)
        default:
            return mistyped(kind, &random)
        }
    }
}

extension PlantedError {
    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

// MARK: - Mistakes of computing

extension MadeUpReport {
    private func reprinted(
        _ kind: PlantedError,
        _ random: inout SeededGenerator
    ) -> PlantedReport? {
        guard let slip = slip(kind, &random) else { return nil }
        var printer = printer
        printer.slip = slip
        if kind == .otherPeople { printer.others = MadeUpPeople(plan, sample: 1) }
        var wrong = report
        wrong.tables = printer.tables()
        var cells: Set<Finding.Cell> = []
        for (before, after) in zip(report.tables, wrong.tables) where before != after {
            for row in after.rows.indices {
                for column in after.columns.indices
                where before.cells[row][column] != after.cells[row][column] {
                    cells.insert(.init(table: after.id, row: row, column: column))
                }
            }
        }
        return cells.isEmpty ? nil : PlantedReport(kind, wrong, cells: cells)
    }

    private func slip(_ kind: PlantedError, _ random: inout SeededGenerator) -> Slip? {
        let scale = random.below(plan.scales.count)
        let trait = random.below(plan.traits.count)
        let own = plan.scales[scale]
        let traits = plan.style.stacksTraits ? Array(plan.traits.indices) : [trait]
        let table = ReportPrinter.itemsID(plan, scale, traits)
        let item = random.below(own.items.count)
        let (low, high) = (own.range.lowerBound, own.range.upperBound)
        let sum = Double(random.happens(0.5) ? high : low + high)
        switch kind {
        case .plainMean: return plan.style.hasTotals ? .plainMean(table: table) : nil
        case .turnedItem: return .turned(table: table, item: item, sum: sum, groups: nil)
        case .turnedForGroups:
            let count = plan.traits[traits[0]].groups.count
            guard count > 3 else { return nil }
            let turned = Set(random.positions(random.within(1...(count / 2)), of: count))
            return .turned(table: table, item: item, sum: sum, groups: turned)
        case .reversedFromZero:
            return low == 1 && own.isReversed.contains(true)
                ? .reversedFromZero(scale: scale) : nil
        case .otherPeople: return .otherPeople(table: table)
        case .otherBase:
            let question = plan.questions[random.below(plan.questions.count)]
            let count = plan.traits[0].groups.count
            return .otherBase(
                table: "\(question.name)-by-\(plan.traits[0].name.lowercased())",
                group: random.below(count)
            )
        default: return nil
        }
    }
}

// MARK: - Mistakes of the text

extension MadeUpReport {
    private func misquoted(
        _ kind: PlantedError,
        _ random: inout SeededGenerator
    ) -> PlantedReport? {
        var wrong = report
        if kind == .wrongP {
            let places = wrong.passages.indices.filter { wrong.passages[$0].text.contains("p = .") }
            guard let place = random.one(of: places) else { return nil }
            let parts = wrong.passages[place].text.split(separator: "p = .")
            guard parts.count == 2 else { return nil }
            let digits = parts[1].prefix(3)
            let p = (Int(digits) ?? 0)
            let other = p < 50 ? p + random.within(60...400) : random.within(1...max(1, p / 4))
            let text = String(1000 + other).dropFirst()
            wrong.passages[place].text = parts[0] + "p = ." + text + "."
            return PlantedReport(kind, wrong)
        }
        let own: ClaimKind =
            switch kind {
            case .superlative: .superlative
            case .trend: .trend
            case .majority: .majority
            default: .figure
            }
        let places = wrong.claims.indices.filter { wrong.claims[$0].id.hasPrefix(own.rawValue) }
        guard let place = random.one(of: places),
            let expression = misquoted(wrong.claims[place].expression, own, &random)
        else { return nil }
        wrong.claims[place].expression = expression
        return PlantedReport(kind, wrong, claim: wrong.claims[place].id)
    }

    private func misquoted(
        _ expression: String,
        _ kind: ClaimKind,
        _ random: inout SeededGenerator
    ) -> String? {
        switch kind {
        case .superlative:
            guard let start = expression.ranges(of: " is \"").last else { return nil }
            let label = expression[start.upperBound...].dropLast()
            let others = plan.traits[0].groups.filter { $0 != label }
            return random.one(of: others).map { expression[..<start.upperBound] + $0 + "\"" }
        case .trend:
            return expression.hasPrefix("increasing")
                ? "decreasing" + expression.dropFirst(10) : "increasing" + expression.dropFirst(10)
        case .majority:
            let table = report.tables.first { expression.contains("\"\($0.id)\"[") }
            guard let table else { return nil }
            let small = table.rows.indices.flatMap { row in
                table.columns.indices.map { (row, $0) }
            }.filter { row, column in
                table.statistic(row: row, column: column) == .percent
                    && (table.cells[row][column].number?.value).map { $0 < 49 } ?? false
            }
            return random.one(of: small).map {
                "majority(\(ReportPrinter.reference(table, $0.0, $0.1)))"
            }
        case .figure:
            guard let last = expression.lastIndex(of: " ") else { return nil }
            let text = expression[last...].dropFirst()
            let digits = Array(text)
            let places = digits.indices.filter { digits[$0].isNumber }
            guard let place = random.one(of: places), let old = digits[place].wholeNumberValue
            else { return nil }
            var changed = digits
            changed[place] = Character(String((old + 1 + random.below(9)) % 10))
            return String(expression[...last]) + String(changed)
        }
    }
}
