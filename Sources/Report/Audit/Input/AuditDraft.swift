/// A first description of published tables, guessed from their words and figures.
///
/// Each guess has its reason, and what a person has to decide is asked. Where a wrong guess would
/// accuse a right figure, the draft says less rather than more.
package struct AuditDraft: Sendable {
    /// A table with what was guessed of it.
    package struct Table: Sendable {
        package var description: TableDescription
        package let printed: PrintedTable
        /// Why, by key: "holds", "rows", "columns".
        package var reasons: [String: String] = [:]
        /// Questions to a person, in plain words.
        package var questions: [String] = []
    }

    package struct Scale: Hashable, Sendable {
        package var name: String
        package var range: ClosedRange<Int>
        package var reason: String
    }

    package private(set) var tables: [Table] = []
    package private(set) var scales: [Scale] = []
    package private(set) var groups: [GroupSizes] = []
    /// Wordings that are surely one thing, and those that may be.
    package private(set) var same: [[String]] = []
    package private(set) var perhapsSame: [[String]] = []
    /// How many people took part, and where that stands.
    package private(set) var n: Int?
    package private(set) var nReason = ""
    /// What the blocks of groups give together, as far as they were counted.
    private var sums: Set<Int> = []

    /// The draft for `tables`, each with its id and the name of its file.
    package init(_ tables: [(id: String, file: String, printed: PrintedTable)]) {
        self.tables = tables.map { id, file, printed in
            var guess = TableGuess(id: id, file: file, printed)
            return guess.table()
        }
        adoptGroups()
        nameTraits()
        findScales()
        findSizes()
        (same, perhapsSame) = ItemWordings(self.tables).pairs()
    }

    // MARK: - Traits

    /// Gives groups that occur in several tables the same trait.
    private mutating func nameTraits() {
        var known: [(trait: String, labels: Set<String>)] = []
        for index in tables.indices {
            for isRow in [true, false] {
                var axis =
                    isRow ? tables[index].description.rows : tables[index].description.columns
                for block in axis.blocks.indices {
                    let labels = self.labels(
                        of: axis.blocks[block],
                        axis,
                        tables[index],
                        isRow: isRow
                    )
                    let match = known.firstIndex { other in
                        let shared = other.labels.intersection(labels).count
                        return shared > 1
                            && shared * 10 >= 6 * min(other.labels.count, labels.count)
                    }
                    if let match {
                        axis.blocks[block].trait = known[match].trait
                        known[match].labels.formUnion(labels)
                    } else {
                        let trait = free(axis.blocks[block].trait, known.map(\.trait))
                        axis.blocks[block].trait = trait
                        known.append((trait, labels))
                    }
                }
                if isRow {
                    tables[index].description.rows = axis
                } else {
                    tables[index].description.columns = axis
                }
            }
        }
    }

    private func free(_ name: String, _ taken: [String]) -> String {
        guard taken.contains(name) else { return name }
        return (2...).lazy.map { "\(name) \($0)" }.first { !taken.contains($0) } ?? name
    }

    private func labels(
        of block: AxisDescription.Block,
        _ axis: AxisDescription,
        _ table: Table,
        isRow: Bool
    ) -> Set<String> {
        let lines = isRow ? table.printed.rows : table.printed.columns
        let others = Set((axis.totals.map(\.label) + axis.held.map(\.label)))
        let labels = block.labels ?? lines.map(\.text).filter { !others.contains($0) }
        // "Men n" and "Men %" are both of "Men".
        let subjects = Dictionary(
            lines.map { ($0.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return Set(
            labels.map { label in
                let headings = subjects[label]?.headings ?? []
                return AuditedTable.Line.identity(of: headings.count > 1 ? headings[0] : label)
            }
        )
    }

    /// Takes rows of people counted for groups where another table has them as its groups.
    private mutating func adoptGroups() {
        for index in tables.indices where tables[index].description.rows.are == .answer {
            let table = tables[index]
            guard countColumn(of: table) != nil else { continue }
            let whole = AxisDescription.Block("", labels: nil)
            let own = labels(of: whole, table.description.rows, table, isRow: true)
            let isElsewhere = tables.indices.contains { other in
                guard other != index else { return false }
                return [true, false].contains { isRow in
                    let axis =
                        isRow ? tables[other].description.rows : tables[other].description.columns
                    return axis.blocks.contains { block in
                        let groups = labels(of: block, axis, tables[other], isRow: isRow)
                        return groups.count > 1 && groups.isSubset(of: own)
                            && own.count <= groups.count + 1
                    }
                }
            }
            guard isElsewhere else { continue }
            tables[index].description.rows.are = .group
            let corner = table.printed.corner.lowercased()
            let isName =
                !corner.isEmpty && corner.count < 24
                && corner.allSatisfy { $0.isLetter || $0 == " " }
            tables[index].description.rows.blocks = [
                AxisDescription.Block(isName ? corner : "group", labels: nil)
            ]
            tables[index].description.allowsSeveral = false
            tables[index].reasons["rows"] = "another table has them as its groups"
            tables[index].questions.removeAll {
                $0.hasPrefix("are the rows answers") || $0.hasPrefix("several-answers")
            }
        }
    }

    /// The column that counts people, where a table has one of them.
    private func countColumn(of table: Table) -> Int? {
        let held = table.description.columns.held.first {
            [.count, .base].contains($0.statistic)
                && (HeadingWords.isPeople(AuditedTable.Line.identity(of: $0.label))
                    || HeadingWords.isBase(AuditedTable.Line.identity(of: $0.label)))
        }
        return held.flatMap { held in table.printed.columns.firstIndex { $0.text == held.label } }
    }

    // MARK: - Scales

    /// One scale for the tables of means that share items.
    private mutating func findScales() {
        var sets: [(tables: [Int], items: Set<String>)] = []
        for (index, table) in tables.enumerated() where table.description.holds == .mean {
            let items = Set(itemLabels(table).map { AuditedTable.Line.identity(of: $0) })
            guard !items.isEmpty else { continue }
            let shared = sets.indices.filter { !sets[$0].items.isDisjoint(with: items) }
            let merged = shared.reduce((tables: [index], items: items)) {
                ($0.tables + sets[$1].tables, $0.items.union(sets[$1].items))
            }
            for old in shared.reversed() { sets.remove(at: old) }
            sets.append(merged)
        }
        for set in sets {
            let members = set.tables.sorted()
            guard let range = range(of: members) else { continue }
            let name = tables[members[0]].description.id
            scales.append(Scale(name: name, range: range.range, reason: range.reason))
            for index in members { tables[index].description.scale = name }
        }
    }

    private func itemLabels(_ table: Table) -> [String] {
        var labels: [String] = []
        for (axis, lines) in [
            (table.description.rows, table.printed.rows),
            (table.description.columns, table.printed.columns),
        ] where axis.are == .item {
            let others = Set(axis.totals.map(\.label) + axis.held.map(\.label))
            labels += lines.map(\.text).filter { !others.contains($0) }
        }
        return labels
    }

    /// The first usual range that holds all means of the tables.
    private func range(of members: [Int]) -> (range: ClosedRange<Int>, reason: String)? {
        var values: [Double] = []
        for index in members { values += TableGuess.means(tables[index]) }
        guard let low = values.min(), let high = values.max() else { return nil }
        let usual = [1...5, 1...7, 0...4, 0...5, 0...10, 1...10, 0...100]
        guard
            let range = usual.first(where: {
                Double($0.lowerBound) <= low && high <= Double($0.upperBound)
            })
        else { return nil }
        var reason = "holds all \(values.count) figures"
        let inside = values.count { (1...5).contains($0) }
        if range != 1...5, inside * 10 >= values.count * 8 {
            reason += "; \(inside) of them are from 1 to 5: was that the scale?"
        }
        return (range, reason)
    }

    // MARK: - Numbers of people

    /// Takes group sizes from tables of counts, for traits that other tables have too.
    private mutating func findSizes() {
        defer { groups.removeAll { $0.sizes.isEmpty } }
        for (index, table) in tables.enumerated() {
            let counted = table.description.holds == .count || table.description.holds == .base
            // A column under a group's heading counts that group only.
            let column = table.description.columns.held.lazy.filter {
                $0.statistic == .count || $0.statistic == .base
            }.compactMap { held in
                table.printed.columns.firstIndex { $0.text == held.label && $0.headings.count < 2 }
            }.first
            let single = table.printed.columns.count == 1 && counted ? 0 : nil
            guard table.description.rows.are == .group, let column = column ?? single else {
                continue
            }
            for block in table.description.rows.blocks {
                addSizes(of: block, column, table, index)
            }
        }
    }

    /// The total of a column that counts people; a few of them may be in none of the groups.
    private func total(near sum: Int, _ column: Int, _ table: Table) -> Int? {
        let totals = Set(table.description.rows.totals.map(\.label))
        let found = table.printed.rows.indices.filter {
            totals.contains(table.printed.rows[$0].text)
        }
        guard found.count == 1, let number = table.printed.cells[found[0]][column].number,
            number.decimals == 0, number.units >= sum, number.units * 97 <= sum * 100
        else { return nil }
        return number.units
    }

    private mutating func addSizes(
        of block: AxisDescription.Block,
        _ column: Int,
        _ table: Table,
        _ index: Int
    ) {
        let wanted = labels(of: block, table.description.rows, table, isRow: true)
        var sizes: [GroupSizes.Size] = []
        for (row, label) in table.printed.rows.enumerated() where wanted.contains(label.identity) {
            guard let number = table.printed.cells[row][column].number, number.decimals == 0,
                Exact.takes(number.units), !number.isPercent
            else { continue }
            sizes.append(GroupSizes.Size(label.text, number.units...number.units))
        }
        guard sizes.count == wanted.count, sizes.count > 1,
            let sum = Exact.sum(sizes.map(\.n.lowerBound)), Exact.takes(sum)
        else { return }
        let isOfAll = table.description.columns.held.contains { $0.statistic == .percent }
        if n == nil, isOfAll || sums.contains(sum) {
            n = total(near: sum, column, table) ?? sum
            nReason = "\(block.trait) of \(table.description.id) counts so many"
        }
        sums.insert(sum)
        // Sizes of a few places only, as of interviews with experts, are of other people.
        let known = Set(sizes.map { AuditedTable.Line.identity(of: $0.label) })
        let isElsewhere = tables.enumerated().contains { other, candidate in
            guard other != index else { return false }
            return [true, false].contains { isRow in
                let axis = isRow ? candidate.description.rows : candidate.description.columns
                return axis.blocks.contains { block in
                    let labels = labels(of: block, axis, candidate, isRow: isRow)
                    return labels.intersection(known).count * 4 >= labels.count * 3
                        && !labels.isEmpty
                }
            }
        }
        guard isElsewhere else { return }
        if let old = groups.firstIndex(where: { $0.trait == block.trait }) {
            // Two tables that count the same groups differently: a person must say which counts.
            if groups[old].sizes != sizes { groups[old].sizes = [] }
        } else {
            groups.append(GroupSizes(block.trait, sizes: sizes))
        }
    }
}
