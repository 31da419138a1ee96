/// A column as groups: the code of each row, 0 for none, and the name of each group.
package struct RequestedGroups: Sendable, Hashable {
    package let codes: Codes
    package let names: [String]

    package var grouping: Grouping { Grouping(codes, count: names.count) }

    private static let most = 1_000

    init(codes: Codes, names: [String]) {
        self.codes = codes
        self.names = names
    }

    /// The groups of `column`; nil where it has too many, or several answers a row.
    package init?(_ column: Column) {
        if case .codes(let codes, let categories) = column.values {
            let used = categories.indices.filter { !categories[$0].isMissing }
            var place = [Int](repeating: 0, count: categories.count + 1)
            for (position, category) in used.enumerated() { place[category + 1] = position + 1 }
            self.codes = Codes(
                (0..<codes.count).map { place[codes[$0]] },
                categoryCount: used.count
            )
            names = used.map { categories[$0].name }
            return
        }
        if case .several = column.values { return nil }
        let labels = Labels(column)
        guard labels.names.count <= Self.most else { return nil }
        let order = labels.names.indices.sorted {
            Self.isBefore(labels.names[$0], labels.names[$1])
        }
        var place = [Int](repeating: 0, count: labels.names.count)
        for (position, name) in order.enumerated() { place[name] = position + 1 }
        codes = Codes(
            labels.codes.map { $0 < 0 ? 0 : place[Int($0)] },
            categoryCount: labels.names.count
        )
        names = order.map { labels.names[$0] }
    }

    /// Numbers by size before texts by letters, so that the order of rows says nothing.
    private static func isBefore(_ first: String, _ second: String) -> Bool {
        switch (Double(first), Double(second)) {
        case (let one?, let other?): one == other ? first < second : one < other
        case (nil, nil): first < second
        case (let one, _): one != nil
        }
    }
}
