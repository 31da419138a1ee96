import Kernels

/// How many people of a group answered, where a report says only how many were to be asked.
///
/// All figures of the group in all tables are tried against each number near the stated one. With
/// the right number nearly all of them fit; with a wrong one as many as luck allows.
extension GranularityRule {
    /// Numbers of people are tried from this share of the stated one to its inverse.
    private static let nearest = 0.8
    /// How much likelier the figures must be with one number than with any other, and with it than
    /// by luck, the number of tries counted.
    private static let ratio = 100.0
    /// From so many figures on, those of a group are tried: fewer may have different missing answers.
    private static let fewest = 12
    /// From so many people on, figures with two decimals tell nothing.
    private static let most = 200

    private struct Group: Hashable {
        let block: String
        let identity: String
    }

    fileprivate struct Asked {
        let label: String
        let stated: ClosedRange<Int>
        var places: [(table: AuditedTable, row: Int, column: Int)] = []
        var figures: [GranularFigure] = []
    }

    /// Findings of numbers of people that a report does not print, and what they explain.
    static func judgeAsked(_ report: AuditedReport, _ outcome: inout RuleOutcome) {
        for (group, asked) in groups(report).sorted(by: {
            ($0.key.block, $0.key.identity) < ($1.key.block, $1.key.identity)
        }) where asked.figures.count >= fewest {
            guard let realised = realised(asked) else { continue }
            let finding = finding(group, asked, realised)
            for index in outcome.findings.indices where outcome.findings[index].explainedBy == nil {
                guard let cell = outcome.findings[index].cells.first,
                    let place = asked.places.firstIndex(where: {
                        $0.table.id == cell.table && $0.row == cell.row && $0.column == cell.column
                    }), asked.figures[place].fits(n: realised)
                else { continue }
                outcome.findings[index].explainedBy = finding.id
            }
            outcome.findings.append(finding)
        }
    }

    private static func groups(_ report: AuditedReport) -> [Group: Asked] {
        var groups: [Group: Asked] = [:]
        for table in report.tables where report.isWeighted(table) != true {
            for row in table.rows.indices {
                for column in table.columns.indices {
                    let statistic = table.statistic(row: row, column: column)
                    guard statistic == .mean || statistic == .percent,
                        let number = table.cells[row][column].number,
                        let base = CellBase.of(row: row, column: column, in: table),
                        !base.base.isAnswered, base.base.range.upperBound < most,
                        let line = line(of: base.source, in: table), line.role == .group,
                        line.total == nil,
                        [table.rows[row], table.columns[column]].contains(where: {
                            $0.role == .item && $0.total == nil
                        }),
                        let figure = GranularFigure(number, isPercent: statistic == .percent)
                    else { continue }
                    groups[
                        Group(block: line.block ?? "", identity: line.identity),
                        default: Asked(label: line.label, stated: base.base.range)
                    ].add(figure, table, row, column)
                }
            }
        }
        return groups
    }

    private static func line(
        of source: CellBase.Source,
        in table: AuditedTable
    ) -> AuditedTable.Line? {
        switch source {
        case .row(let row): table.rows[row]
        case .column(let column): table.columns[column]
        case .cell, .table: nil
        }
    }

    /// The number that explains the figures and that no other comes near.
    private static func realised(_ asked: Asked) -> Int? {
        let low = max(2, Int(Double(asked.stated.lowerBound) * nearest))
        let high = Int((Double(asked.stated.upperBound) / nearest).rounded(.up))
        guard low < high else { return nil }
        let tried = (low...high).map { n in
            (n: n, evidence: GranularPattern(asked.figures, n: n).evidence)
        }
        let sorted = tried.sorted { ($1.evidence, $0.n) < ($0.evidence, $1.n) }
        // Figures that the stated number can give say nothing against it.
        let misfits = asked.figures.count { !$0.fits(n: asked.stated.upperBound) }
        guard misfits >= max(3, asked.figures.count / 10), let best = sorted.first,
            sorted.count > 1, !asked.stated.contains(best.n),
            best.evidence - logarithm(Double(tried.count)) > logarithm(ratio),
            best.evidence - sorted[1].evidence > logarithm(ratio)
        else { return nil }
        return best.n
    }

    private static func finding(_ group: Group, _ asked: Asked, _ n: Int) -> Finding {
        let fitting = asked.figures.count { $0.fits(n: n) }
        let stated = asked.stated.upperBound
        let fittingStated = asked.figures.count { $0.fits(n: stated) }
        let count = asked.figures.count
        let first = asked.places[0]
        let isRow = first.table.rows[first.row].label == asked.label
        return Finding(
            id: "granularity:\(group.block):\(group.identity):n",
            rule: .granularity,
            severity: .cosmetic,
            headline:
                "\(asked.label): the figures are of \(n) people, not of the \(stated) that were to be asked",
            table: first.table.id,
            row: isRow ? asked.label : nil,
            column: isRow ? nil : asked.label,
            printed: String(stated),
            expected: String(n),
            because:
                "Means and percentages of n people can take only some values. Of the group's \(count) figures \(fitting) can come from \(n) people, and \(fittingStated) from \(stated); no other number near it comes close.",
            unless: "the figures are weighted",
            likelyCause:
                "The number who took part differs from the plan; the report prints the plan.",
            consequence: "Margins of error of this group should be reckoned with \(n) people.",
            cells: [Finding.Cell(table: first.table.id, row: first.row, column: first.column)]
        )
    }
}

extension GranularityRule.Asked {
    fileprivate mutating func add(
        _ figure: GranularFigure,
        _ table: AuditedTable,
        _ row: Int,
        _ column: Int
    ) {
        figures.append(figure)
        places.append((table, row, column))
    }
}
