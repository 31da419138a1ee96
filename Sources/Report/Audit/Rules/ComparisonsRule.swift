/// Differences that a text claims and its numbers of people cannot carry.
///
/// A difference d of two groups has, at 95 per cent, a margin of 1.96 √(deff (s₁²/n₁ + s₂²/n₂)).
/// Shares have s² = p(1 − p). A mean says nothing of s, so the rule turns the question round: the
/// difference can be told from none only where s is less than
/// d / (1.96 √(deff (1/n₁ + 1/n₂))), and it speaks up where people would have to answer more alike
/// than people do: s under an eighth of the scale's width. The lowest plausible design effect is
/// taken, so that a finding holds under any. Source: Kish (1965), *Survey Sampling*, §8.2, §14.1.
enum ComparisonsRule {
    /// The share of a scale's width under which a standard deviation is not plausible: answers to an
    /// item spread by about a quarter of it, scores of ten items by about an eighth.
    static let leastSpread = 1.0 / 8

    private static let z = 1.959963984540054

    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        let evaluator = ClaimEvaluator(report)
        for claim in report.claims {
            guard let read = try? Claim(claim.expression),
                (try? evaluator.account(of: read))?.truth != .fails
            else { continue }
            for compared in comparisons(read.root, evaluator) {
                judge(compared, claim, report, &outcome)
            }
        }
        return outcome
    }

    /// Groups of which one is said to lie above or below the others.
    private struct Comparison {
        let first: ClaimNumber
        let others: [ClaimNumber]
        /// Whether one is said to be the highest or the lowest; nil for a comparison of two.
        let extreme: Claim.Function?
    }

    private static func comparisons(
        _ term: Claim.Term,
        _ evaluator: ClaimEvaluator
    ) -> [Comparison] {
        switch term.kind {
        case .binary(.and, let left, let right), .binary(.or, let left, let right):
            return comparisons(left, evaluator) + comparisons(right, evaluator)
        case .binary(let sign, let left, let right)
        where [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign):
            guard let one = cell(left, evaluator), let other = cell(right, evaluator) else {
                return []
            }
            return [Comparison(first: one, others: [other], extreme: nil)]
        case .call(.significant, let terms):
            guard terms.count == 2, let one = cell(terms[0], evaluator),
                let other = cell(terms[1], evaluator)
            else { return [] }
            return [Comparison(first: one, others: [other], extreme: nil)]
        case .isLabel(let inner, let labels, isNegated: false) where labels.count == 1:
            guard case .call(let function, let terms) = inner.kind,
                function == .highest || function == .lowest, terms.count == 1,
                let numbers = try? evaluator.numbers(terms[0]),
                let first = numbers.first(where: {
                    $0.line?.identity == AuditedTable.Line.identity(of: labels[0].text)
                })
            else { return [] }
            return [
                Comparison(
                    first: first,
                    others: numbers.filter { $0.line != first.line },
                    extreme: function
                )
            ]
        default: return []
        }
    }

    private static func cell(_ term: Claim.Term, _ evaluator: ClaimEvaluator) -> ClaimNumber? {
        guard let number = try? evaluator.number(term), number.cells.count == 1 else { return nil }
        return number
    }

    private static func judge(
        _ comparison: Comparison,
        _ claim: AuditedClaim,
        _ report: AuditedReport,
        _ outcome: inout RuleOutcome
    ) {
        let known = comparison.others.compactMap { Group($0, report) }
        guard let first = Group(comparison.first, report),
            known.count == comparison.others.count
        else {
            outcome.keepSilent(
                "a comparison of figures whose numbers of people are not known",
                wanted: "how many people each group has"
            )
            return
        }
        let others = known.filter { !$0.cell.isSamePlace(as: first.cell) }
        guard !others.isEmpty else { return }
        outcome.checked += 1
        let alike = others.filter { first.cannotBeTold(from: $0, report.designEffect.lowerBound) }
        guard !alike.isEmpty else { return }
        let finding = finding(comparison, claim, first, alike, of: others.count, report)
        if outcome.findings.contains(where: { $0.id == finding.id }) { return }
        outcome.findings.append(finding)
    }

    /// A figure of a group of known size.
    private struct Group {
        let cell: Finding.Cell
        let label: String
        let print: PrintedNumber
        let n: Double
        let statistic: AuditedTable.Statistic
        let width: Double?

        init?(_ number: ClaimNumber, _ report: AuditedReport) {
            guard let cell = number.cells.first,
                let table = report.tables.first(where: { $0.id == cell.table }),
                let print = table.cells[cell.row][cell.column].number
            else { return nil }
            let sides = [(AuditAxis.rows, cell.row), (.columns, cell.column)].filter {
                table.lines($0.0)[$0.1].role == .group && table.lines($0.0)[$0.1].total == nil
            }
            guard let side = sides.first,
                let size = LineSizes.size(table, side.0, side.1), size.middle > 0
            else { return nil }
            self.cell = cell
            self.print = print
            label = table.lines(side.0)[side.1].label
            n = size.middle
            statistic = table.statistic(row: cell.row, column: cell.column)
            width = report.scale(of: table).map {
                Double($0.range.upperBound - $0.range.lowerBound)
            }
        }

        /// The widest difference that rounding leaves.
        func difference(to other: Group) -> Double {
            abs(print.value - other.print.value) + (print.unit + other.print.unit) / 2
        }

        /// The standard deviation under which the difference could be told from none.
        func spreadNeeded(_ other: Group, _ effect: Double) -> Double {
            difference(to: other) / (z * (effect * (1 / n + 1 / other.n)).squareRoot())
        }

        func cannotBeTold(from other: Group, _ effect: Double) -> Bool {
            guard statistic == other.statistic else { return false }
            switch statistic {
            case .percent:
                let variances = [self, other].map { group in
                    let share = min(max(group.print.value / 100, 0), 1)
                    return share * (1 - share) / group.n
                }
                let margin = z * (effect * (variances[0] + variances[1])).squareRoot() * 100
                return difference(to: other) < margin
            case .mean:
                guard let width else { return false }
                return spreadNeeded(other, effect) < width * leastSpread
            default: return false
            }
        }
    }

    private static func finding(
        _ comparison: Comparison,
        _ claim: AuditedClaim,
        _ first: Group,
        _ alike: [Group],
        of others: Int,
        _ report: AuditedReport
    ) -> Finding {
        let effect = report.designEffect.lowerBound
        let names = alike.map { "“\($0.label)” (\($0.print.text))" }
        let nearest = alike.min { first.difference(to: $0) < first.difference(to: $1) } ?? alike[0]
        var because =
            "“\(first.label)” has \(first.print.text) from \(AuditText.number(first.n, decimals: 0)) people. With so many, and a design effect of \(AuditText.number(effect, decimals: 1)) or more, it cannot be told from \(AuditText.list(names))"
        because += others > alike.count ? ", \(alike.count) of the \(others) others." : "."
        if first.statistic == .mean {
            let spread = first.spreadNeeded(nearest, effect)
            because +=
                " For the nearest, “\(nearest.label)”, a difference this small shows at 95 per cent only if people's figures had a standard deviation under \(AuditText.number(spread, decimals: 2))."
        }
        return Finding(
            id: id(comparison, claim, first, alike[0]),
            rule: .comparisons,
            severity: .improbable,
            headline: comparison.extreme.map {
                "Whether “\(first.label)” really is \($0.rawValue), so few people cannot say"
            }
                ?? "The difference between “\(first.label)” and “\(nearest.label)” is within the margin of error",
            table: first.cell.table,
            row: report.tables.first { $0.id == first.cell.table }?.rows[first.cell.row].label,
            column: report.tables.first { $0.id == first.cell.table }?.columns[first.cell.column]
                .label,
            claim: claim.id,
            printed: first.print.text,
            because: because,
            unless: first.statistic == .mean
                ? "people's answers were unusually alike, or everybody was asked"
                : "everybody was asked",
            consequence:
                "It holds for the people who were asked; of the population it is not shown.",
            cells: [first.cell] + alike.map(\.cell)
        )
    }

    /// Names the claim and both sides: one claim may compare a figure several times.
    private static func id(
        _ comparison: Comparison,
        _ claim: AuditedClaim,
        _ first: Group,
        _ other: Group
    ) -> String {
        func place(_ cell: Finding.Cell) -> String {
            "\(cell.table):row \(cell.row + 1):column \(cell.column + 1)"
        }
        return "comparisons:\(claim.id):\(place(first.cell)):"
            + (comparison.extreme?.rawValue ?? "and \(place(other.cell))")
    }
}
