/// Means, percentages and standard deviations that their number of people cannot give.
///
/// Whole answers of n people have whole sums: GRIM for means and percentages, GRIMMER for standard
/// deviations with the bounds of the scale, DEBIT for shares. Weighted figures and scores of several items
/// are not judged, and what has no power is counted, not passed. See docs/audit/granularity.md.
package enum GranularityRule {
    /// From so many figures on, the figures of one base are judged together first.
    static let pattern = 5
    /// So unlikely must it be that the figures that fit a base do so by luck.
    ///
    /// A convention, as strict as one false word in a thousand groups.
    static let luck = 0.001

    package static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        for table in report.tables {
            let cells = figures(of: table)
            guard report.isWeighted(table) != true else {
                outcome.keepSilent("the figures are weighted", count: cells.count)
                continue
            }
            var judge = Judge(
                table: table,
                isUnweighted: report.isWeighted(table) == false,
                answers: report.scale(of: table)?.range
            )
            judge.run(cells)
            outcome.checked += judge.outcome.checked
            outcome.findings += judge.outcome.findings
            for silence in judge.outcome.silences {
                outcome.keepSilent(silence.reason, wanted: silence.wanted, count: silence.count)
            }
        }
        judgeAsked(report, &outcome)
        outcome.silences.removeAll { $0.count == 0 }
        return outcome
    }

    struct Position: Hashable {
        let row: Int
        let column: Int
    }

    /// The cells of a table that a test might be about.
    private static func figures(of table: AuditedTable) -> [Position] {
        table.rows.indices.flatMap { row in
            table.columns.indices.compactMap { column in
                guard table.cells[row][column].number != nil else { return nil }
                return switch table.statistic(row: row, column: column) {
                case .mean, .score, .percent: Position(row: row, column: column)
                default: nil
                }
            }
        }
    }

    /// A figure with the people whom it may be of.
    struct Figure {
        let position: Position
        let granular: GranularFigure
        let base: CellBase
        let candidates: ClosedRange<Int>

        var number: PrintedNumber { granular.number }

        func fits(rule: RoundingRule) -> Bool {
            let figure = GranularFigure(
                number,
                isPercent: granular.isPercent,
                answers: granular.answers,
                rule: rule
            )
            return figure.map { figure in candidates.contains { figure.fits(n: $0) } } ?? true
        }

        var fits: Bool { candidates.contains { granular.fits(n: $0) } }

        /// The chance that none of the candidates fits a figure that has nothing to do with them, as a
        /// weighted one.
        var chanceOfNone: Double { granular.shareOfNone(in: candidates) }
    }

    /// Judges one table.
    struct Judge {
        let table: AuditedTable
        let isUnweighted: Bool
        let answers: ClosedRange<Int>?
        /// Whether all figures of the table fit if digits were cut off: a rule is of a whole table.
        var isCut = false
        /// The deviations that fit, for what they say together.
        var divided: [Divided] = []
        var outcome = RuleOutcome()

        mutating func run(_ positions: [Position]) {
            var groups: [CellBase.Source: [Figure]] = [:]
            var order: [CellBase.Source] = []
            for position in positions {
                guard let figure = figure(at: position) else { continue }
                judgeSpread(of: figure)
                guard figure.candidates.contains(where: { figure.granular.power(n: $0) > 0 }) else {
                    outcome.keepSilent(
                        "of so many people every figure with its decimals is possible",
                        wanted: "figures with more decimals"
                    )
                    continue
                }
                guard figure.fits || !isAdjusted(figure) else {
                    outcome.keepSilent(
                        "percentages that seem to be adjusted so that they add up to 100"
                    )
                    continue
                }
                outcome.checked += 1
                if groups[figure.base.source] == nil { order.append(figure.base.source) }
                groups[figure.base.source, default: []].append(figure)
            }
            judgeDivisors()
            dropDoubtfulSpreads(groups.values.flatMap(\.self))
            isCut = groups.values.joined().allSatisfy { $0.fits(rule: .trunc) }
            var left = order.map { (source: $0, figures: groups[$0] ?? []) }
            left.removeAll { judgeRealised($0.figures, source: $0.source) }
            left = convincing(left)
            guard !judgeTogether(left.flatMap(\.figures)) else { return }
            for group in left { judge(group: group.figures, source: group.source) }
        }

        // MARK: - Which figures can be judged

        private mutating func figure(at position: Position) -> Figure? {
            let (row, column) = (position.row, position.column)
            guard let number = table.cells[row][column].number else { return nil }
            let statistic = table.statistic(row: row, column: column)
            let lines = [table.rows[row], table.columns[column]]
            guard statistic != .score, !lines.contains(where: \.isOfItems) else {
                outcome.keepSilent(
                    "scores of several items",
                    wanted: "that every person answered every item"
                )
                return nil
            }
            let isPercent = statistic == .percent
            guard isPercent ? isShareOfLine(row, column) : isOfOneItem(lines) else {
                outcome.keepSilent(
                    isPercent
                        ? "percentages of which it is not clear what they are of"
                        : "means of which it is not said that they are of one question"
                )
                return nil
            }
            guard isOnScale(number, isPercent: isPercent) else {
                outcome.keepSilent("figures that are off their scale")
                return nil
            }
            guard let base = CellBase.of(row: row, column: column, in: table) else {
                outcome.keepSilent("no number of people is known", wanted: "n of each group")
                return nil
            }
            guard let candidates = base.candidates,
                let granular = GranularFigure(number, isPercent: isPercent)
            else {
                outcome.keepSilent("too many people to try, or no plain figure")
                return nil
            }
            return Figure(
                position: position,
                granular: granular,
                base: base,
                candidates: candidates
            )
        }

        /// Whether a figure lies on its scale as answered or counted from 0; what does not is coded in a
        /// way that is not known.
        private func isOnScale(_ number: PrintedNumber, isPercent: Bool) -> Bool {
            let interval = RoundingRule.either.interval(of: number)
            if isPercent { return interval.meets(ExactInterval(Fraction(0), Fraction(100))) }
            return codings.isEmpty
                || codings.contains {
                    interval.meets(ExactInterval(Fraction($0.lowerBound), Fraction($0.upperBound)))
                }
        }

        /// The ranges that an item's scores may have: as answered or turned round, or counted from 0.
        var codings: [ClosedRange<Int>] {
            guard let answers else { return [] }
            let fromZero = 0...answers.upperBound - answers.lowerBound
            return answers == fromZero ? [answers] : [answers, fromZero]
        }

        private func isOfOneItem(_ lines: [AuditedTable.Line]) -> Bool {
            lines.contains { $0.role == .item } || table.question != nil
        }

        /// Whether a percentage is one of the people of its group, and not the group's share of all.
        private func isShareOfLine(_ row: Int, _ column: Int) -> Bool {
            let lines = [table.rows[row], table.columns[column]]
            guard let group = lines.first(where: { $0.role == .group }) else {
                return lines.contains { $0.role == .answer || $0.role == .item }
            }
            guard
                lines.contains(where: { [.answer, .item].contains($0.role) })
                    || table.question != nil
            else { return false }
            let isDown = table.rows[row].role == .group
            let others = (isDown ? table.rows : table.columns).enumerated().filter {
                $0.element.role == .group && $0.element.block == group.block
                    && $0.element.total == nil
            }
            let percents = others.compactMap {
                isDown ? table.cells[$0.offset][column].number : table.cells[row][$0.offset].number
            }
            guard percents.count > 1, let sum = PercentSums.interval(of: percents) else {
                return true
            }
            return !sum.contains(Fraction(100))
        }

        // MARK: - Figures of one base

        /// Whether the figures that fail fit another n, which is told then.
        private mutating func judgeRealised(_ group: [Figure], source: CellBase.Source) -> Bool {
            let failing = group.filter { !$0.fits }
            guard group.count >= GranularityRule.pattern, let n = failing.first?.base.exact,
                let realised = realisedBase(of: group, stated: n)
            else { return false }
            let finding = realisedFinding(group, failing, stated: n, realised, source)
            outcome.findings.append(finding)
            outcome.findings += failing.map { cellFinding($0, explainedBy: finding.id) }
            return true
        }

        /// Whether so few figures of the whole table fit their bases that it may be luck: told once.
        private mutating func judgeTogether(_ figures: [Figure]) -> Bool {
            let exact = figures.filter { $0.base.exact != nil }
            let failing = exact.filter { !$0.fits }
            guard exact.count >= GranularityRule.pattern, !failing.isEmpty else { return false }
            let pattern = GranularPattern(exact.map { ($0.granular, $0.candidates.lowerBound) })
            guard pattern.mayBeLuck else { return false }
            tell(failing, of: exact, pattern, source: .table)
            let others = figures.filter { $0.base.exact == nil && !$0.fits }
            outcome.findings += others.map { cellFinding($0, explainedBy: nil) }
            return true
        }

        private mutating func judge(group: [Figure], source: CellBase.Source) {
            let failing = group.filter { !$0.fits }
            guard let first = failing.first else { return }
            if let n = first.base.exact, group.count >= GranularityRule.pattern {
                let pattern = GranularPattern(group.map(\.granular), n: n)
                if pattern.mayBeLuck {
                    tell(failing, of: group, pattern, source: source)
                    return
                }
            }
            outcome.findings += failing.map { cellFinding($0, explainedBy: nil) }
        }

        /// Tells figures that fail where the others do not show that their number of people is right.
        ///
        /// A single one is judged as it would be alone: it is wrong, or n is. Several are one finding.
        private mutating func tell(
            _ failing: [Figure],
            of figures: [Figure],
            _ pattern: GranularPattern,
            source: CellBase.Source
        ) {
            if failing.count == 1, !pattern.isAsLuckGives {
                outcome.findings.append(
                    cellFinding(failing[0], explainedBy: nil, among: pattern)
                )
            } else {
                outcome.findings.append(luckFinding(figures, failing, pattern, source: source))
            }
        }

        /// The only number of people near the stated one with which all figures are possible, where that
        /// is no luck.
        private func realisedBase(
            of group: [Figure],
            stated: Int
        ) -> (n: Int, evidence: Double, tried: Int)? {
            guard stated > 1 else { return nil }
            let tried = Array(max(2, stated / 2)...stated + stated / 2)
            let granular = group.map(\.granular)
            let fitting = GranularFigure.bases(fitting: granular, among: tried)
            guard fitting.count == 1, let n = fitting.first, n != stated else { return nil }
            let pattern = GranularPattern(granular, n: n)
            let chance = pattern.chanceOfSoMany * Double(tried.count)
            guard chance < GranularityRule.luck else { return nil }
            return (n, pattern.evidence, tried.count)
        }
    }
}

extension AuditedTable.Line {
    /// Whether it is a score made of items.
    fileprivate var isOfItems: Bool {
        guard let total else { return false }
        return total.by != .pooled
    }
}

extension GranularPattern {
    /// Whether the figures that fit may do so by luck.
    fileprivate var mayBeLuck: Bool { chanceOfSoMany > GranularityRule.luck || evidence <= 0 }

    /// Whether hardly more of them fit than if they had nothing to do with n.
    var isAsLuckGives: Bool { Double(passing) <= Double(fits.count) - expectedFailures + 1 }
}
