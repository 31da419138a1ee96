/// What the figures of one scale say of its scoring.
struct ScoringEvidence {
    let scale: AuditedScale
    let items: [ScoredItem]
    /// Items that one table turned round, and items of which one table turned some groups.
    let turned: [TurnedItem]
    let turnedCells: [TurnedCells]
    /// Lines that only a scoring from 0 allows, and lines that no scoring from 0 allows.
    let outside: [ScoredItem]
    let above: [ScoredItem]
    /// The plans that allow every line, where the range alone does not.
    let fitting: [ScoringPlan]
    /// The plan that the scale follows; nil where the figures leave it open.
    private(set) var plan: ScoringPlan?
    /// Whether the scale's own figures leave no other plan.
    var isFirm: Bool { fitting.count == 1 }
    /// The scorings that every table allows an item, by identity.
    private let allowed: [String: Set<Scoring>]

    init(_ scale: AuditedScale, in report: AuditedReport) {
        self.scale = scale
        items = ScoredItem.all(report, of: scale)
        turnedCells = TurnedCells.found(scale, items)
        let partly = turnedCells.map(\.item)
        turned = TurnedItem.found(
            scale,
            items.filter { item in !partly.contains { $0.isSameLine(as: item) } }
        )
        let odd = partly + turned.map(\.item)
        let plain = items.filter { item in
            !odd.contains { $0.isSameLine(as: item) } && !item.scorings(scale.range).isEmpty
        }
        outside = plain.filter { $0.scorings(scale.range).allSatisfy(\.startsAtZero) }
        above = plain.filter { $0.scorings(scale.range).allSatisfy { !$0.startsAtZero } }
        allowed = Dictionary(
            plain.map { ($0.identity, $0.scorings(scale.range)) },
            uniquingKeysWith: { $0.intersection($1) }
        )
        // Without knowing which items are worded against the scale, no plan can be told.
        fitting =
            outside.isEmpty || scale.reversed.isEmpty
            ? [] : ScoringPlan.all.filter { $0.misfits(plain, scale).isEmpty }
        plan = fitting.count == 1 ? fitting[0] : nil
    }

    /// Takes over what other scales of the report show, where this one allows it.
    mutating func settle(_ firm: Set<ScoringPlan>) {
        guard plan == nil, firm.count == 1, let likely = firm.first, !scale.reversed.isEmpty,
            !items.isEmpty
        else { return }
        let known = allowed(by: likely)
        let against = scale.reversed.intersection(allowed.keys)
        let knownAgainst = against.filter { known[$0] != nil }
        if known.count * 5 >= allowed.count * 4, knownAgainst.count * 2 > against.count {
            plan = likely
        }
    }

    /// The items whose figures `plan` allows in every table, with the scorings that these allow.
    private func allowed(by plan: ScoringPlan) -> [String: Set<Scoring>] {
        allowed.filter { identity, scorings in
            scorings.contains(plan.scoring(isReversed: scale.reversed.contains(identity)))
        }
    }

    /// How many of the scale's items the plan allows: "7 of 8 items".
    var share: String {
        "\(plan.map { allowed(by: $0).count } ?? 0) of \(allowed.count) items"
    }

    /// The cells below the lowest answer that no turned item accounts for.
    var belowRange: [Finding.Cell] {
        let low = Double(scale.range.lowerBound)
        let lines =
            outside.map { ($0, Set<Int>()) } + turnedCells.map { ($0.item, Set($0.positions)) }
        return lines.flatMap { item, turned in
            zip(item.positions, item.numbers)
                .filter { $0.1.interval.upperBound < low && !turned.contains($0.0) }
                .map { item.table.mark(item.axis, item.line, $0.0) }
        }
    }

    /// The cells of items that the plan scores otherwise than within the range, as they would be.
    var rescoredCells: [Finding.Cell] {
        items.flatMap { item -> [Finding.Cell] in
            guard let scoring = scoring(of: item.identity), scoring.startsAtZero,
                !turned.contains(where: { $0.item.isSameLine(as: item) })
            else { return [] }
            let proper: Scoring = scoring.isReversed ? .reversed : .asAnswered
            return zip(item.positions, item.numbers).map { position, number in
                let answer = scoring.answer(number.value, scale.range)
                return item.table.mark(
                    item.axis,
                    item.line,
                    position,
                    corrected: AuditText.number(
                        proper.score(answer, scale.range),
                        decimals: number.decimals
                    )
                )
            }
        }
    }

    /// How `identity` was scored under the plan; nil where its figures do not allow that.
    func scoring(of identity: String) -> Scoring? {
        guard let plan else { return nil }
        let scoring = plan.scoring(isReversed: scale.reversed.contains(identity))
        return allowed[identity]?.contains(scoring) == false ? nil : scoring
    }
}

extension ScoredItem {
    func isSameLine(as other: ScoredItem) -> Bool {
        table.id == other.table.id && axis == other.axis && line == other.line
    }
}
