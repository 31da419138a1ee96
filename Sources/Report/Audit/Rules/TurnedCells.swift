/// An item of which one table prints some groups turned round and the others not.
///
/// Told by the line alone: its groups fall into two clusters, far wider apart than the groups of
/// other items; turning one cluster round makes the line as narrow as the others. Other tables of
/// the same item, where there are any, tell which cluster.
struct TurnedCells {
    let item: ScoredItem
    /// The positions of the other axis that are turned.
    let positions: [Int]
    let turn: Turn
    /// The spread of the line's groups as printed, when turned back, and of the other items' lines.
    let before: Double
    let after: Double
    let usual: Double
    /// How far the item is from its figures in other tables, printed and turned back; nil where
    /// there are none.
    let distance: (before: Double, after: Double)?

    /// The figure at `position` when the groups that are turned are turned back; a total becomes the
    /// plain mean of its groups.
    func turnedBack(_ value: Double, at position: Int) -> Double {
        if positions.contains(position) { return turn.of(value) }
        guard item.table.lines(item.axis.other)[position].total != nil else { return value }
        let groups = item.groups.map {
            positions.contains($0.position) ? turn.of($0.number.value) : $0.number.value
        }
        return groups.reduce(0, +) / Double(groups.count)
    }

    /// What would have to be otherwise for them not to be turned.
    var unless: String {
        "these groups do answer this item so differently"
            + (distance == nil ? "" : ", and the other tables are of other people")
    }

    static func found(_ scale: AuditedScale, _ items: [ScoredItem]) -> [TurnedCells] {
        let byTable = Dictionary(grouping: items) { Table(id: $0.table.id, axis: $0.axis) }
        return byTable.sorted { $0.key.id < $1.key.id }.flatMap { _, own in
            let spreads = own.map { spread($0.groups.map(\.number.value)) }
            return own.indices.compactMap { index -> TurnedCells? in
                guard own.count >= 5, own[index].groups.count >= 5 else { return nil }
                var rest = spreads
                rest.remove(at: index)
                let usual = TotalsRule.median(rest)
                guard spreads[index] > 2.5 * max(usual, 0.05) else { return nil }
                return split(own[index], scale, items, usual: usual, before: spreads[index])
            }
        }
    }

    private struct Table: Hashable {
        let id: String
        let axis: AuditAxis
    }

    private static func split(
        _ item: ScoredItem,
        _ scale: AuditedScale,
        _ items: [ScoredItem],
        usual: Double,
        before: Double
    ) -> TurnedCells? {
        let groups = item.groups.sorted { $0.number.value < $1.number.value }
        let gaps = (1..<groups.count).map {
            groups[$0].number.value - groups[$0 - 1].number.value
        }
        // One gap parts the line in two; everything else is closer together.
        guard let widest = gaps.max(), let cut = gaps.firstIndex(of: widest),
            widest > 2 * (gaps.enumerated().filter { $0.offset != cut }.map(\.element).max() ?? 0)
        else { return nil }
        let others = items.filter {
            $0.identity == item.identity && $0.table.id != item.table.id
        }.map(\.centre)
        let width = Double(scale.range.upperBound - scale.range.lowerBound)
        var best: TurnedCells?
        for turned in [groups[...cut], groups[(cut + 1)...]] {
            let positions = Set(turned.map(\.position))
            for turn in Turn.all(scale.range) {
                let values = item.groups.map {
                    positions.contains($0.position) ? turn.of($0.number.value) : $0.number.value
                }
                let after = spread(values)
                guard after <= max(1.5 * usual, 0.4 * before) else { continue }
                let distance =
                    others.isEmpty
                    ? nil
                    : (
                        before: TotalsRule.median(others.map { abs($0 - item.centre) }),
                        after: TotalsRule.median(
                            others.map { abs($0 - values.reduce(0, +) / Double(values.count)) }
                        )
                    )
                if let distance,
                    distance.before < width / 8 || distance.after > 0.5 * distance.before
                {
                    continue
                }
                guard after < best?.after ?? .infinity else { continue }
                best = TurnedCells(
                    item: item,
                    positions: positions.sorted(),
                    turn: turn,
                    before: before,
                    after: after,
                    usual: usual,
                    distance: distance
                )
            }
        }
        return best
    }

    static func spread(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        return (squares / Double(values.count - 1)).squareRoot()
    }
}

extension ScoredItem {
    /// The line's figures for groups, without totals.
    var groups: [(position: Int, number: PrintedNumber)] {
        zip(positions, numbers).filter { table.lines(axis.other)[$0.0].total == nil }
            .map { ($0.0, $0.1) }
    }
}
