/// Equations that a report says its figures fulfil, row by row.
///
/// Where the left of an `=` is one printed figure, the right is rounded as that figure is. A division
/// that apportions a whole number may leave any line one unit off, since the parts must add up;
/// that is passed over.
enum RelationsRule {
    /// A line where the relation does not hold.
    private struct Failure {
        var line: Int
        var account: ClaimAccount
    }

    private enum Verdict {
        case account(ClaimAccount)
        /// Off by less than one unit, where the right is a share of a whole.
        case apportioned
    }

    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        for (position, relation) in report.relations.enumerated() {
            guard let read = try? Relation(relation, in: report),
                Relation.faults(of: relation, in: report).isEmpty
            else {
                outcome.keepSilent(
                    "a relation could not be read",
                    wanted: "the relation as docs/audit/relations.md has it"
                )
                continue
            }
            let table = report.tables[read.table]
            var failures: [Failure] = []
            var judged = 0
            for line in read.lines(of: table) {
                guard let verdict = try? verdict(read, line, report) else { continue }
                switch verdict {
                case .apportioned:
                    judged += 1
                    outcome.keepSilent("off by one unit, as apportionment to whole numbers allows")
                case .account(let account) where account.truth == .undecided:
                    ClaimsRule.note(account, in: &outcome)
                case .account(let account):
                    judged += 1
                    if account.truth == .fails {
                        failures.append(.init(line: line, account: account))
                    }
                }
            }
            outcome.checked += judged
            outcome.findings += findings(failures, judged, relation, read, table, position + 1)
        }
        return outcome
    }

    // MARK: - One line

    private static func verdict(
        _ relation: Relation,
        _ line: Int,
        _ report: AuditedReport
    ) throws(Claim.Fault) -> Verdict {
        let evaluator = ClaimEvaluator(report, scope: relation.scope(line))
        guard case .binary(.equal, let left, let right) = relation.claim.root.kind,
            case .number(let first) = try evaluator.value(left),
            case .number(let second) = try evaluator.value(right),
            let (figure, result) = ordered(first, second), let print = figure.print
        else { return .account(try evaluator.account(of: relation.claim)) }
        guard let point = result.point, result.nature != .missing else {
            return .account(try evaluator.account(of: relation.claim))
        }
        let interval = print.interval
        let gap = max(0, result.low - interval.upperBound, interval.lowerBound - result.high)
        let slack = 1e-12 * max(1, point.magnitude)
        let distance = max(0, result.low - print.value, print.value - result.high)
        let isShare = relation.claim.root.all.contains(where: \.isDivision)
        if gap > slack, isShare, distance < print.unit - slack { return .apportioned }
        return .account(
            account(figure, print, result, gap > slack ? .fails : .holds, result.isWhole)
        )
    }

    /// The side that is one figure in print, and the other.
    private static func ordered(
        _ left: ClaimNumber,
        _ right: ClaimNumber
    ) -> (ClaimNumber, ClaimNumber)? {
        if left.print != nil, !left.isLiteral { return (left, right) }
        if right.print != nil, !right.isLiteral { return (right, left) }
        return nil
    }

    private static func account(
        _ figure: ClaimNumber,
        _ print: PrintedNumber,
        _ result: ClaimNumber,
        _ truth: ClaimTruth,
        _ isWhole: Bool
    ) -> ClaimAccount {
        let low = ClaimNumber.text(result.low, print.decimals)
        let high = ClaimNumber.text(result.high, print.decimals)
        let expected = low == high ? low : "\(low) to \(high)"
        let rounded = expected == result.figure ? "" : ", rounded \(expected)"
        var cells = figure.cells
        if low == high, !cells.isEmpty { cells[0].corrected = expected }
        for cell in result.cells
        where !cells.contains(where: { $0.row == cell.row && $0.column == cell.column }) {
            cells.append(cell)
        }
        var account = ClaimAccount(
            truth,
            "\(print.text), not \(expected)",
            because: [
                "\(figure.name.first.map { String($0).uppercased() } ?? "")\(figure.name.dropFirst()) "
                    + "is \(print.text), and \(result.name) is \(result.figure)\(rounded)."
            ],
            printed: print.text,
            expected: expected,
            cells: cells
        )
        // Parts of an allocation are each rounded by themselves: one person, one cluster off.
        let off = abs(print.value - (result.point ?? .infinity))
        account.isSmall =
            truth == .fails
            && (figure.unit == .people && off <= 1
                || !isWhole && ClaimNumber.differsByOneUnit(figure, result))
        return account
    }

    // MARK: - Findings

    private static func findings(
        _ failures: [Failure],
        _ judged: Int,
        _ relation: AuditedRelation,
        _ read: Relation,
        _ table: AuditedTable,
        _ number: Int
    ) -> [Finding] {
        let words = relation.words.isEmpty ? relation.expression : relation.words
        let axis = read.namesColumns ? table.rows : table.columns
        let word = read.namesColumns ? "row" : "column"
        let id = "relations:\(table.id):relation \(number)"
        if failures.count > 3 {
            return [many(failures, judged, words, axis, word, table, id)]
        }
        return failures.map { failure in
            let label = axis[failure.line].label
            let account = failure.account
            return Finding(
                id: "\(id):\(word) \(failure.line + 1)",
                rule: .relations,
                severity: account.isSmall ? .cosmetic : .contradictory,
                headline: "“\(words)” does not hold for “\(label)”: \(account.short)",
                table: table.id,
                row: read.namesColumns ? label : nil,
                column: read.namesColumns ? nil : label,
                printed: account.printed,
                expected: account.expected,
                because: account.because.joined(separator: " ")
                    + " It holds for \(judged - failures.count) of \(judged) \(word)s.",
                unless: "the figures were made in another way than the report says",
                cells: account.cells
            )
        }
    }

    /// One finding for a relation that fails in many lines.
    private static func many(
        _ failures: [Failure],
        _ judged: Int,
        _ words: String,
        _ axis: [AuditedTable.Line],
        _ word: String,
        _ table: AuditedTable,
        _ id: String
    ) -> Finding {
        let each = failures.map { "“\(axis[$0.line].label)”: \($0.account.short)" }
        let isMost = 2 * failures.count > judged
        let isSmall = failures.allSatisfy(\.account.isSmall)
        return Finding(
            id: id,
            rule: .relations,
            severity: isSmall ? .cosmetic : .contradictory,
            headline: "“\(words)” does not hold in \(failures.count) of \(judged) \(word)s",
            table: table.id,
            because: each.joined(separator: "; ") + "."
                + (isMost
                    ? " With so many \(word)s that do not fit, it is improbable that this relation "
                        + "is what was used."
                    : ""),
            unless: "the figures were made in another way than the report says",
            cells: failures.flatMap { $0.account.cells.prefix(1) }
        )
    }
}

extension Claim.Term {
    fileprivate var isDivision: Bool {
        if case .binary(.divided, _, _) = kind { return true }
        return false
    }
}
