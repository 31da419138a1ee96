/// How a printed figure follows from what it would be in another scoring.
struct Turn: Hashable {
    /// What the two add up to.
    let sum: Int

    func of(_ value: Double) -> Double { Double(sum) - value }

    var words: String { "\(sum) − " }

    /// The ways to turn an item round: from 0, or within its range.
    static func all(_ answers: ClosedRange<Int>) -> [Turn] {
        let (low, high) = (answers.lowerBound, answers.upperBound)
        return (low == 0 ? [high] : [high, low + high]).map { Turn(sum: $0) }
    }
}

/// An item that one table prints turned round against the others.
struct TurnedItem {
    let item: ScoredItem
    let others: [ScoredItem]
    let turn: Turn
    /// Whether it is told by two other tables or more which one is turned.
    let isFirm: Bool
    /// How far the tables part as printed, and when it is turned back.
    let before: Double
    let after: Double
    /// The usual distance between the same tables in other items.
    let usual: Double

    /// What would have to be otherwise for it not to be turned.
    var unless: String {
        isFirm
            ? "the tables are of different people"
            : "it is the other table that is turned round; two tables cannot tell"
    }

    /// The items of `scale` that one table has turned.
    static func found(_ scale: AuditedScale, _ items: [ScoredItem]) -> [TurnedItem] {
        // One group of several says little of all people.
        let items = items.filter(\.isWhole)
        let byTable = Dictionary(grouping: items, by: \.table.id)
        let centres = Dictionary(
            items.map { (Place(table: $0.table.id, item: $0.identity), $0.centre) },
            uniquingKeysWith: { first, _ in first }
        )
        let tables = byTable.keys.sorted()
        var partings: [ItemPair: Parting] = [:]
        for (index, one) in tables.enumerated() {
            for two in tables[(index + 1)...] {
                let shared = (byTable[one] ?? []).map(\.identity)
                    .filter { centres[Place(table: two, item: $0)] != nil }
                guard shared.count >= 4 else { continue }
                let gaps = shared.map { identity in
                    abs(
                        (centres[Place(table: one, item: identity)] ?? 0)
                            - (centres[Place(table: two, item: identity)] ?? 0)
                    )
                }
                for (place, identity) in shared.enumerated() {
                    var rest = gaps
                    rest.remove(at: place)
                    partings[ItemPair(item: identity, one: one, two: two)] = Parting(
                        gap: gaps[place],
                        usual: TotalsRule.median(rest)
                    )
                }
            }
        }
        return items.compactMap { item in
            turned(item, items, scale, centres, partings)
        }
    }

    private struct Place: Hashable {
        let table: String
        let item: String
    }

    private struct ItemPair: Hashable {
        let item: String
        let one: String
        let two: String
    }

    private struct Parting {
        let gap: Double
        let usual: Double
    }

    private static func turned(
        _ item: ScoredItem,
        _ items: [ScoredItem],
        _ scale: AuditedScale,
        _ centres: [Place: Double],
        _ partings: [ItemPair: Parting]
    ) -> TurnedItem? {
        let width = Double(scale.range.upperBound - scale.range.lowerBound)
        let others = items.filter {
            $0.identity == item.identity && $0.table.id != item.table.id
        }
        guard let own = centres[Place(table: item.table.id, item: item.identity)] else {
            return nil
        }
        var far: [(other: ScoredItem, centre: Double, parting: Parting)] = []
        for other in others {
            let names = [item.table.id, other.table.id].sorted()
            guard
                let parting = partings[
                    ItemPair(item: item.identity, one: names[0], two: names[1])
                ],
                let centre = centres[Place(table: other.table.id, item: item.identity)]
            else { continue }
            // Four times the usual distance, and a good part of the scale: a slip is no scoring.
            // Nor is it one where a group of the line is where the other table has all people.
            if parting.gap > 4 * max(parting.usual, width / 20), parting.gap > width / 4,
                item.hull.gap(to: centre...centre) > 0
            {
                far.append((other, centre, parting))
            }
        }
        // The odd one of three or more; of two, the one that prints the item against its fellows.
        guard !far.isEmpty, far.count == others.count,
            others.count >= 2 || isOdd(item, far[0].other, scale)
        else { return nil }
        let readings = Turn.all(scale.range).map { turn in
            (turn, far.map { abs(turn.of(own) - $0.centre) }.reduce(0, +) / Double(far.count))
        }
        guard let best = readings.min(by: { $0.1 < $1.1 }) else { return nil }
        let gap = far.map(\.parting.gap).min() ?? 0
        let usual = far.map(\.parting.usual).max() ?? 0
        guard best.1 <= max(2 * usual, width / 10), best.1 * 3 <= gap else { return nil }
        return TurnedItem(
            item: item,
            others: far.map(\.other),
            turn: best.0,
            isFirm: others.count >= 2,
            before: gap,
            after: best.1,
            usual: usual
        )
    }

    /// Of two tables that part, the one whose item lies on the other side of the middle than the
    /// items of its kind do in that table.
    private static func isOdd(
        _ item: ScoredItem,
        _ other: ScoredItem,
        _ scale: AuditedScale
    ) -> Bool {
        let kind = scale.reversed.contains(item.identity)
        func distance(_ one: ScoredItem, _ all: [ScoredItem]) -> Double {
            let centres = all.filter {
                scale.reversed.contains($0.identity) == kind && $0.identity != one.identity
            }.map(\.centre)
            guard !centres.isEmpty else { return 0 }
            return abs(one.centre - TotalsRule.median(centres))
        }
        let own = ScoredItem.all(item.table, item.axis)
        let theirs = ScoredItem.all(other.table, other.axis)
        return distance(item, own) > distance(other, theirs)
    }
}
