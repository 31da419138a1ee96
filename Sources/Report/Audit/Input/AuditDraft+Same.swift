/// Finds items that stand in several tables with almost the same words.
struct ItemWordings {
    private struct Item {
        let label: String
        let table: Int
        let words: [String]
    }

    private var items: [Item] = []

    init(_ tables: [AuditDraft.Table]) {
        for (index, table) in tables.enumerated() {
            for (axis, lines) in [
                (table.description.rows, table.printed.rows),
                (table.description.columns, table.printed.columns),
            ] where axis.are == .item {
                let totals = Set(axis.totals.map(\.label) + axis.held.map(\.label))
                for line in lines where !totals.contains(line.text) {
                    let words = Self.words(line.identity)
                    items.append(Item(label: line.text, table: index, words: words))
                }
            }
        }
    }

    /// The words of an item without the number before it.
    private static func words(_ identity: String) -> [String] {
        let words = identity.split(separator: " ").map(String.init)
        guard let first = words.first, words.count > 2 else { return words }
        let digits = first.drop { $0.isLetter && first.count < 5 }
        return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? Array(words.dropFirst()) : words
    }

    /// Words that change nothing.
    private static let light: Set<String> = [
        "a", "an", "the", "to", "of", "in", "on", "is", "are", "it", "that", "too", "very", "give",
        "и", "в", "на", "что", "это", "бы",
    ]
    private static let negations: Set<String> = [
        "not", "no", "never", "none", "nor", "without", "cannot", "don", "t", "не", "нет", "ни",
        "никогда", "без", "эмес",
    ]

    /// Wordings that are one thing, and wordings of which a person must say.
    ///
    /// Equal identities need no word, so they are in neither; items of one table are never the same.
    func pairs() -> (sure: [[String]], perhaps: [[String]]) {
        var sure: [[String]] = []
        var perhaps: [[String]] = []
        var seen: Set<Set<String>> = []
        for (index, first) in items.enumerated() {
            for second in items[(index + 1)...] where second.table != first.table {
                let identities = [first.label, second.label].map {
                    AuditedTable.Line.identity(of: $0)
                }
                guard identities[0] != identities[1], seen.insert(Set(identities)).inserted,
                    let isSure = likeness(first.words, second.words)
                else { continue }
                // An item that a table has in both wordings is two items.
                let isBoth = items.contains { item in
                    item.words == second.words
                        && items.contains { $0.table == item.table && $0.words == first.words }
                }
                if isBoth { continue }
                if isSure {
                    let known = sure.firstIndex {
                        $0.contains(first.label) || $0.contains(second.label)
                    }
                    guard let known else {
                        sure.append([first.label, second.label])
                        continue
                    }
                    sure[known] += [first.label, second.label].filter { !sure[known].contains($0) }
                } else {
                    perhaps.append([first.label, second.label])
                }
            }
        }
        return (sure, perhaps)
    }

    /// Whether two wordings surely (true) or perhaps (false) mean the same; nil where they do not.
    private func likeness(_ first: [String], _ second: [String]) -> Bool? {
        if first == second { return true }
        guard first.count > 2, second.count > 2 else { return nil }
        var onlyFirst = first
        var onlySecond: [String] = []
        for word in second {
            if let place = onlyFirst.firstIndex(of: word) {
                onlyFirst.remove(at: place)
            } else {
                onlySecond.append(word)
            }
        }
        let rest = onlyFirst + onlySecond
        guard Self.negations.isDisjoint(with: rest),
            !rest.contains(where: { $0.contains(where: \.isNumber) })
        else { return nil }
        // A word spelt otherwise: "neighbour" and "neighbor".
        for word in onlyFirst where word.count > 4 {
            guard let near = onlySecond.firstIndex(where: { Self.isSpelling($0, word) }) else {
                continue
            }
            onlySecond.remove(at: near)
            onlyFirst.removeAll { $0 == word }
        }
        let open = (onlyFirst + onlySecond).filter { !Self.light.contains($0) }
        if open.isEmpty, rest.count <= 5 { return true }
        let shared = first.count - onlyFirst.count
        let all = shared + onlyFirst.count + onlySecond.count
        return shared > 3 && shared * 10 >= all * 7 && open.count <= 3 ? false : nil
    }

    /// Whether two long words differ in one letter that the longer one has more.
    private static func isSpelling(_ first: String, _ second: String) -> Bool {
        let (short, long) = first.count < second.count ? (first, second) : (second, first)
        guard short.count > 4, long.count == short.count + 1 else { return false }
        let front = zip(short, long).prefix { $0 == $1 }.count
        let back = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
        return front > 2 && front + back >= short.count
    }
}
