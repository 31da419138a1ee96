/// What an item that is turned round, and totals under one scoring, come to.
extension ScoringRule {
    static func turnedID(_ turned: TurnedItem) -> String {
        "scoring:\(turned.item.table.id):\(turned.item.axis.word) \(turned.item.line + 1)"
    }

    static func turnedID(_ turned: TurnedCells) -> String {
        "scoring:\(turned.item.table.id):\(turned.item.axis.word) \(turned.item.line + 1):part"
    }

    static func finding(_ turned: TurnedItem, _ scale: AuditedScale) -> Finding {
        let item = turned.item
        let label = item.table.lines(item.axis)[item.line].label
        let others = unique(turned.others.map { "“\($0.table.id)”" })
        let printed = AuditText.span(
            TotalsRule.printedHull(item.numbers),
            decimals: item.numbers[0].decimals
        )
        return Finding(
            id: turnedID(turned),
            rule: .scoring,
            kind: .turnedItem,
            severity: turned.isFirm ? .contradictory : .improbable,
            headline: "\(item.name) is turned round in “\(item.table.id)” alone",
            table: item.table.id,
            row: item.axis == .rows ? label : nil,
            column: item.axis == .columns ? label : nil,
            printed: printed,
            expected: turned.others.first.map {
                AuditText.span(TotalsRule.printedHull($0.numbers), decimals: $0.numbers[0].decimals)
            },
            because:
                "Here it has \(printed); for all people that is \(AuditText.number(turned.before, decimals: 2)) away from \(AuditText.list(others)), where other items of the same tables part by about \(AuditText.number(turned.usual, decimals: 2)). As \(turned.turn.words)the printed figure it is \(AuditText.number(turned.after, decimals: 2)) away.",
            unless: turned.unless,
            likelyCause: "The item was reversed for one table and not for the other.",
            cells: item.positions.map { position in
                item.table.mark(
                    item.axis,
                    item.line,
                    position,
                    corrected: item.table.number(item.axis, item.line, position).map {
                        AuditText.number(turned.turn.of($0.value), decimals: $0.decimals)
                    }
                )
            }
        )
    }

    static func finding(_ turned: TurnedCells, _ scale: AuditedScale) -> Finding {
        let item = turned.item
        let table = item.table
        let label = table.lines(item.axis)[item.line].label
        let groups = turned.positions.map { table.name(item.axis.other, $0) }
        let others = turned.distance.map {
            " Turned back it is \(AuditText.number($0.after, decimals: 2)) away from the same item in other tables, instead of \(AuditText.number($0.before, decimals: 2))."
        }
        return Finding(
            id: turnedID(turned),
            rule: .scoring,
            kind: .turnedItem,
            severity: turned.distance == nil ? .improbable : .contradictory,
            headline:
                "\(item.name) is turned round for some groups: \(AuditText.list(groups, limit: 9))",
            table: table.id,
            row: item.axis == .rows ? label : nil,
            column: item.axis == .columns ? label : nil,
            printed: AuditText.span(
                TotalsRule.printedHull(item.groups.map(\.number)),
                decimals: item.numbers[0].decimals
            ),
            because:
                "Its groups fall into two clusters and spread by \(AuditText.number(turned.before, decimals: 2)) (standard deviation), those of the other items by about \(AuditText.number(turned.usual, decimals: 2)). With \(turned.turn.words)the printed figure for these groups they spread by \(AuditText.number(turned.after, decimals: 2))."
                + (others ?? ""),
            unless: turned.unless,
            likelyCause:
                "The item was reversed in the answers of some groups and not of the others.",
            consequence:
                "Differences between these groups and the others in this item, and in totals with it, are not real.",
            cells: (turned.positions
                + item.positions.filter { table.lines(item.axis.other)[$0].total != nil })
                .map { position in
                    table.mark(
                        item.axis,
                        item.line,
                        position,
                        corrected: table.number(item.axis, item.line, position).map {
                            AuditText.number(
                                turned.turnedBack($0.value, at: position),
                                decimals: $0.decimals
                            )
                        }
                    )
                }
        )
    }

    /// What the totals of each table become under one scoring within the range.
    static func restated(_ report: AuditedReport, _ evidence: ScoringEvidence) -> [Finding] {
        guard evidence.plan != nil || !evidence.turned.isEmpty || !evidence.turnedCells.isEmpty
        else { return [] }
        return report.tables.filter { $0.scale == evidence.scale.name }.flatMap { table in
            AuditAxis.allCases.flatMap { axis in
                table.totals(axis).filter { $0.total.by != .pooled }.compactMap { entry in
                    restated(table, axis, entry.line, entry.total, evidence)
                }
            }
        }
    }

    /// Where an item stands when every item is scored within the range.
    private static func rescored(
        _ value: Double,
        _ item: ScoredItem,
        _ position: Int,
        _ evidence: ScoringEvidence
    ) -> Double {
        var value = value
        if let turned = evidence.turned.first(where: { $0.item.isSameLine(as: item) }) {
            value = turned.turn.of(value)
        }
        if let turned = evidence.turnedCells.first(where: { $0.item.isSameLine(as: item) }) {
            value = turned.turnedBack(value, at: position)
        }
        guard let scoring = evidence.scoring(of: item.identity) else { return value }
        let answer = scoring.answer(value, evidence.scale.range)
        return (scoring.isReversed ? Scoring.reversed : .asAnswered)
            .score(answer, evidence.scale.range)
    }

    private static func restated(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ total: AuditedTable.Total,
        _ evidence: ScoringEvidence
    ) -> Finding? {
        let items = evidence.items.filter { $0.table.id == table.id && $0.axis == axis }
        let own = total.of.compactMap { of in items.first { $0.line == of } }
        guard own.count == total.of.count, !own.isEmpty else { return nil }
        var restated: [Restated] = []
        for position in table.lines(axis.other).indices {
            guard let printed = table.number(axis, line, position) else { continue }
            let values = own.compactMap { item in
                table.number(axis, item.line, position).map { ($0.value, item) }
            }
            guard values.count == own.count else { continue }
            let before = values.map(\.0).reduce(0, +)
            let after = values.map { rescored($0, $1, position, evidence) }.reduce(0, +)
            let mean = before / Double(own.count)
            // A printed sum moves by the items' shifts, a printed mean by their mean.
            let isSum = abs(before - printed.value) < abs(mean - printed.value)
            restated.append(
                Restated(
                    position: position,
                    isGroup: table.lines(axis.other)[position].total == nil,
                    printed: printed,
                    value: printed.value + (after - before) / (isSum ? 1 : Double(own.count))
                )
            )
        }
        guard restated.contains(where: \.isMoved) else { return nil }
        return finding(table, axis, line, evidence, restated)
    }

    private struct Restated {
        let position: Int
        let isGroup: Bool
        let printed: PrintedNumber
        let value: Double

        var isMoved: Bool { abs(value - printed.value) > printed.unit / 2 }
        var text: String { AuditText.number(value, decimals: printed.decimals) }
    }

    private static func finding(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ line: Int,
        _ evidence: ScoringEvidence,
        _ restated: [Restated]
    ) -> Finding {
        let scale = evidence.scale
        let label = table.lines(axis)[line].label
        let whole = restated.first { !$0.isGroup } ?? restated[0]
        let turned = evidence.turned.filter { $0.item.table.id == table.id }
        let parts = evidence.turnedCells.filter { $0.item.table.id == table.id }
        let causes = causes(evidence, turned, parts)
        // What is least sure says how sure the totals are, and what they hang on.
        let weakest = causes.first { !$0.isFirm } ?? causes[0]
        var reasons = turned.map { "\($0.item.name) turned back" }
        reasons += parts.map { "\($0.item.name) turned back where it is turned" }
        if evidence.plan != nil {
            reasons.append(
                "every item scored within \(scale.range.lowerBound) to \(scale.range.upperBound)"
            )
        }
        return Finding(
            id: "scoring:\(table.id):\(axis.word) \(line + 1):restated",
            rule: .scoring,
            kind: .restatedTotal,
            severity: weakest.isFirm ? .contradictory : .improbable,
            headline:
                "“\(table.id)”: with one scoring, “\(label)” of \(table.name(axis.other, whole.position)) is \(whole.text), not \(whole.printed.text)",
            table: table.id,
            row: axis == .rows ? label : table.rows[whole.position].label,
            column: axis == .rows ? table.columns[whole.position].label : label,
            printed: whole.printed.text,
            expected: whole.text,
            because:
                "With \(AuditText.list(reasons)), the totals are: "
                + AuditText.list(
                    restated.map { "\(table.name(axis.other, $0.position)) \($0.text)" },
                    limit: 12
                )
                + ". How sure: \(weakest.isFirm ? "firm" : evidence.plan == nil || evidence.isFirm || !evidence.outside.isEmpty ? "likely" : "open; other scales of the report were scored so, and this one may have been").",
            unless: weakest.unless,
            consequence: consequence(table, axis, scale, restated),
            cells: restated.map {
                table.mark(axis, line, $0.position, corrected: $0.isMoved ? $0.text : nil)
            },
            explainedBy: causes[0].id
        )
    }

    /// A finding that moves totals, and what it hangs on itself.
    private struct Cause {
        let id: String
        let isFirm: Bool
        let unless: String
    }

    /// What moves the totals of a table: the plan first, then items that are turned round.
    private static func causes(
        _ evidence: ScoringEvidence,
        _ turned: [TurnedItem],
        _ parts: [TurnedCells]
    ) -> [Cause] {
        let plan =
            evidence.plan == nil
            ? []
            : [
                Cause(
                    id: planID(evidence.scale),
                    isFirm: evidence.isFirm,
                    unless: planUnless(evidence)
                )
            ]
        return plan
            + turned.map { Cause(id: turnedID($0), isFirm: $0.isFirm, unless: $0.unless) }
            + parts.map {
                Cause(id: turnedID($0), isFirm: $0.distance != nil, unless: $0.unless)
            }
    }

    /// What becomes of "above the middle" and of "highest" and "lowest".
    private static func consequence(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ scale: AuditedScale,
        _ restated: [Restated]
    ) -> String? {
        let middle =
            scale.neutral ?? Double(scale.range.lowerBound + scale.range.upperBound) / 2
        var sentences: [String] = []
        let crossing = restated.filter { ($0.printed.value - middle) * ($0.value - middle) < 0 }
        if !crossing.isEmpty {
            let up = crossing[0].value > middle
            sentences.append(
                "\(AuditText.list(crossing.map { table.name(axis.other, $0.position) })) \(crossing.count == 1 ? "moves" : "move") to the other side of the middle of the scale (\(AuditText.number(middle, decimals: 1))): \(up ? "above" : "below") it."
            )
        }
        let groups = restated.filter(\.isGroup)
        if groups.count > 1 {
            sentences += order(groups, table, axis)
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static func order(
        _ groups: [Restated],
        _ table: AuditedTable,
        _ axis: AuditAxis
    ) -> [String] {
        func name(_ group: Restated?) -> String {
            group.map { table.name(axis.other, $0.position) } ?? ""
        }
        let ends: [(String, (Restated, Restated) -> Bool, (Restated, Restated) -> Bool)] = [
            ("highest", { $0.printed.value < $1.printed.value }, { $0.value < $1.value }),
            ("lowest", { $0.printed.value > $1.printed.value }, { $0.value > $1.value }),
        ]
        var sentences: [String] = []
        for (word, printed, restated) in ends {
            let before = groups.max(by: printed)
            let after = groups.max(by: restated)
            if before?.position != after?.position {
                sentences.append(
                    "The \(word) is then \(name(after)) (\(after?.text ?? "")), not \(name(before))."
                )
            }
        }
        if sentences.isEmpty { sentences.append("The highest and the lowest group stay the same.") }
        return sentences
    }
}
