package import Base

/// Problems of claims and relations before anything is judged, all at once.
package enum ClaimChecks {
    /// What cannot be read in the claims of `report`, in their order.
    ///
    /// Places are in `file`, with the line of each claim.
    package static func problems(of report: AuditedReport, file: String) -> [Problem] {
        var problems: [Problem] = []
        var lines: [String: Int?] = [:]
        for claim in report.claims {
            problems += faults(claim.expression, in: report).map { fault in
                problem(
                    fault,
                    of: claim.expression,
                    at: Problem.Location(file, line: claim.line, column: "claim")
                )
            }
            if let first = lines[claim.id] {
                let place = first.map { " of line \($0)" } ?? ""
                problems.append(
                    Problem(
                        .error,
                        "audit.claim-id",
                        at: Problem.Location(file, line: claim.line, column: "id"),
                        "\(Problem.quote(claim.id)) is the id\(place), too.",
                        remedy: "Give each claim an id of its own."
                    )
                )
            } else {
                lines[claim.id] = .some(claim.line)
            }
        }
        return problems
    }

    /// What cannot be read in the relations of `report`.
    package static func relationProblems(of report: AuditedReport, file: String) -> [Problem] {
        report.relations.flatMap { relation in
            Relation.faults(of: relation, in: report).map { fault in
                problem(
                    fault,
                    of: relation.expression,
                    at: Problem.Location(file, column: "relations")
                )
            }
        }
    }

    /// Everything that is wrong with `expression`: its grammar; else all names; else its meaning.
    static func faults(
        _ expression: String,
        in report: AuditedReport,
        scope: ClaimScope? = nil
    ) -> [Claim.Fault] {
        let claim: Claim
        do throws(Claim.Fault) {
            claim = try Claim(expression)
        } catch {
            return [error]
        }
        let names = names(of: claim, in: ClaimLookup(report: report, scope: scope))
        guard names.isEmpty else { return names }
        do throws(Claim.Fault) {
            _ = try ClaimEvaluator(report, scope: scope).account(of: claim)
        } catch {
            return [error]
        }
        guard scope == nil, !claim.root.all.contains(where: \.isOfReport) else { return [] }
        return [
            Claim.Fault(
                .meaning,
                at: 0,
                "The claim names no cell of a table.",
                remedy: "Write table[row, column] for the figure that it is about."
            )
        ]
    }

    /// The tables and lines that are not there.
    private static func names(of claim: Claim, in lookup: ClaimLookup) -> [Claim.Fault] {
        var faults: [Claim.Fault] = []
        for term in claim.root.all {
            guard case .cells(let name, let lines) = term.kind else { continue }
            do throws(Claim.Fault) {
                _ = try lookup.cells(name, lines, term.range)
                continue
            } catch {
                guard error.kind == .line, lines.count == 2,
                    let table = try? lookup.table(name, term.range)
                else {
                    faults.append(error)
                    continue
                }
                for (lines, isRow) in zip(lines, [true, false]) {
                    let axis = isRow ? table.rows : table.columns
                    do throws(Claim.Fault) {
                        _ = try lookup.positions(lines, axis, table, isRow: isRow)
                    } catch {
                        faults.append(error)
                    }
                }
            }
        }
        return faults
    }

    private static func problem(
        _ fault: Claim.Fault,
        of expression: String,
        at place: Problem.Location
    ) -> Problem {
        let code: Problem.Code =
            switch fault.kind {
            case .grammar: "audit.claim-grammar"
            case .table: "audit.claim-table"
            case .line: "audit.claim-line"
            case .scale: "audit.claim-scale"
            case .meaning: "audit.claim-meaning"
            }
        return Problem(
            .error,
            code,
            at: place,
            "In \(Problem.quote(expression)), character \(fault.position + 1): \(fault.message)",
            remedy: fault.remedy
        )
    }
}

extension Claim.Term {
    /// Whether it is a figure of the report.
    fileprivate var isOfReport: Bool {
        switch kind {
        case .cells, .base: true
        default: false
        }
    }
}
