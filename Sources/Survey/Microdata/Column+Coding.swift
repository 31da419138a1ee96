import Base

extension Column {
    /// A value that a recoding found on no list: how often it stands in the column, and where first.
    package struct Stray: Sendable, Hashable {
        package var name: String
        package var rows: [Int]
    }

    /// The name of each row's value, as data hold it ("3", "yes"); empty where system-missing.
    ///
    /// Several-choice columns have no single name a row; they give their choices joined by spaces.
    package func valueName(row: Int) -> String {
        switch values {
        case .codes(let codes, let categories):
            codes[row] == 0 ? "" : categories[codes[row] - 1].name
        case .numbers(let numbers): numbers[row].isNaN ? "" : numberName(numbers[row])
        case .text(let texts): texts[row]
        case .dates(let seconds, let precision):
            seconds[row].isNaN ? "" : isoText(seconds[row], precision)
        case .several(let answers):
            (answers.chosen(row: row) ?? []).map { answers.options[$0].name }
                .joined(separator: " ")
        }
    }

    /// The column with one code a row for the categories given; values on no list become missing.
    ///
    /// - Parameter categories: The answers, in the order in which they are shown.
    /// - Returns: The column, and each value that is none of them with the rows that hold it.
    package func coded(as categories: [Category]) -> (column: Column, strays: [Stray]) {
        var positions: [String: Int] = [:]
        for (index, category) in categories.enumerated() { positions[category.name] = index + 1 }
        var strays: [String: Stray] = [:]
        var codes = [Int](repeating: 0, count: rowCount)
        for row in 0..<rowCount {
            let name = valueName(row: row)
            if let code = positions[name] {
                codes[row] = code
            } else if !name.isEmpty {
                strays[name, default: Stray(name: name, rows: [])].rows.append(row)
            }
        }
        var column = self
        column.values = .codes(Codes(codes, categoryCount: categories.count), categories)
        return (column, strays.values.sorted { ($0.rows[0], $0.name) < ($1.rows[0], $1.name) })
    }

    /// What a column of texts can be read as.
    package enum Reading: Sendable {
        case number
        case date
    }

    /// The column as numbers or days; values that are none become missing and are named.
    package func read(as reading: Reading) -> (column: Column, strays: [Stray]) {
        switch (values, reading) {
        case (.numbers, .number), (.dates, .date): return (self, [])
        default: break
        }
        var strays: [String: Stray] = [:]
        let read = (0..<rowCount).map { row -> Double in
            let name = valueName(row: row)
            if let value = reading == .date ? isoDay(name) : Double(name), value.isFinite {
                return value
            }
            if !name.isEmpty { strays[name, default: Stray(name: name, rows: [])].rows.append(row) }
            return .nan
        }
        var column = self
        column.values = reading == .date ? .dates(read, .day) : .numbers(Numbers(read))
        return (column, strays.values.sorted { $0.rows[0] < $1.rows[0] })
    }

    /// The column as free text.
    package func asText() -> Column {
        var column = self
        column.values = .text(TextPool((0..<rowCount).map { valueName(row: $0) }))
        return column
    }

    /// The column as answers to a question with several: the names in each cell, apart by spaces.
    ///
    /// Without `options` every name that occurs is one, in the order of first appearance.
    package func splitIntoSeveral(among options: [Category]) -> Column {
        if case .several = values { return self }
        var options = options
        var positions = Dictionary(
            options.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let chosen = (0..<rowCount).map { row -> [Int]? in
            let names = valueName(row: row).split { $0 == " " || $0 == ";" || $0 == "," }
            return names.isEmpty
                ? nil
                : names.map { name in
                    if let position = positions[String(name)] { return position }
                    positions[String(name)] = options.count
                    options.append(Category(String(name)))
                    return options.count - 1
                }
        }
        var answers = SeveralAnswers(options: options)
        for row in chosen { answers.append(row) }
        var column = self
        column.values = .several(answers)
        return column
    }

    /// The different values of the column as categories: numbers ascending, then texts by letters.
    ///
    /// Nil when there are more than `most` of them: then the column is no list of answers.
    package func distinctCategories(atMost most: Int) -> [Category]? {
        if case .codes(_, let categories) = values { return categories }
        var names: Set<String> = []
        for row in 0..<rowCount {
            let name = valueName(row: row)
            if !name.isEmpty { names.insert(name) }
            if names.count > most { return nil }
        }
        return names.sorted(by: comesBefore).map { Category($0) }
    }

    /// The column with the categories (or numbers) named in `names` declared to mean "no answer".
    package func declaringMissing(_ names: Set<String>) -> Column {
        var column = self
        switch values {
        case .codes(let codes, let categories):
            column.values = .codes(codes, categories.map { $0.declaringMissing(names) })
        case .several(var answers):
            answers.options = answers.options.map { $0.declaringMissing(names) }
            column.values = .several(answers)
        case .numbers: column.missingNumbers.values.formUnion(names.compactMap { Double($0) })
        case .text, .dates: break
        }
        return column
    }
}

extension Category {
    fileprivate func declaringMissing(_ names: Set<String>) -> Category {
        var category = self
        if names.contains(name) { category.isMissing = true }
        return category
    }
}

/// Numbers before texts, numbers by size, texts by letters.
private func comesBefore(_ first: String, _ second: String) -> Bool {
    switch (Double(first), Double(second)) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): first < second
    }
}

/// A point in time as ISO 8601 text: "2025-11-05" or "2025-11-05T10:11:12".
package func isoText(_ seconds: Double, _ precision: Column.DatePrecision) -> String {
    CivilTime.text(seconds, hasTime: precision == .second)
}
