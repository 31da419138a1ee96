/// A small table whose columns are joined to the rows of the data by a key.
package struct JoinTable: Sendable, Hashable {
    /// The file's name, for messages.
    package let file: String
    /// The key of each row.
    package let keys: [String]
    /// The line of each row in the file.
    package let lines: [Int]
    package let columns: [Column]
    /// Keys of units that stand in reserve: drawn, and visited only in the place of another.
    package let reserves: Set<String>

    /// A column as text.
    package struct Column: Sendable, Hashable {
        package let name: String
        package let texts: [String]

        package init(name: String, texts: [String]) {
            self.name = name
            self.texts = texts
        }
    }

    package init(
        file: String,
        keys: [String],
        lines: [Int],
        columns: [Column],
        reserves: Set<String> = []
    ) {
        self.file = file
        self.keys = keys
        self.lines = lines
        self.columns = columns
        self.reserves = reserves
    }

    /// The lines whose key stands in an earlier line, with that line.
    package var repeatedKeys: [(line: Int, first: Int)] {
        var first: [String: Int] = [:]
        return zip(keys, lines).compactMap { key, line in
            if let earlier = first[key] { return (line, earlier) }
            first[key] = line
            return nil
        }
    }
}

extension Microdata {
    /// The columns of `table` for the rows of this data, by the value of the variable `key`.
    ///
    /// A row whose key is missing or not in the table has missing values; the rows with a key that is
    /// not in the table are in `unmatched`. A column whose texts are all numbers is one of numbers
    /// ("007" is a name, not a number), else one of answers.
    package func joined(
        _ table: JoinTable,
        by key: Survey.Column
    ) -> (columns: [Survey.Column], unmatched: [Int]) {
        let position = Dictionary(
            zip(table.keys, table.keys.indices).map { ($0, $1) }
        ) { first, _ in first }
        var unmatched: [Int] = []
        let rows = (0..<rowCount).map { row -> Int? in
            let name = key.valueName(row: row)
            guard !name.isEmpty else { return nil }
            if position[name] == nil { unmatched.append(row) }
            return position[name]
        }
        let columns = table.columns.map { column in
            Survey.Column(name: column.name, values: values(of: column.texts, rows))
        }
        return (columns, unmatched)
    }

    private func values(of texts: [String], _ rows: [Int?]) -> Survey.Column.Values {
        let numbers = texts.map { text -> Double? in
            let isName = text.first == "0" && text.dropFirst().first?.isNumber == true
            return text.isEmpty ? .nan : isName ? nil : Double(text)
        }
        if numbers.allSatisfy({ $0 != nil }), numbers.contains(where: { $0?.isFinite == true }) {
            return .numbers(Numbers(rows.map { $0.flatMap { numbers[$0] } ?? .nan }))
        }
        var categories: [Category] = []
        var codes: [String: Int] = [:]
        for text in texts where !text.isEmpty && codes[text] == nil {
            categories.append(Category(text))
            codes[text] = categories.count
        }
        let column = rows.map { $0.flatMap { codes[texts[$0]] } ?? 0 }
        return .codes(Codes(column, categoryCount: categories.count), categories)
    }
}
