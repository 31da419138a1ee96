import Survey

/// A table of a sample as somebody published it, as printed: populations, interviews and clusters by
/// the values of the outermost column, in all and by the parts inside (city and village).
package struct PublishedTable: Sendable, Hashable {
    package let file: String
    package let rows: [Row]
    /// The row of all together, where the table has one.
    package let total: Row?
    /// The parts, as the columns name them after a colon.
    package let parts: [String]

    package init(file: String, rows: [Row], total: Row?, parts: [String]) {
        self.file = file
        self.rows = rows
        self.total = total
        self.parts = parts
    }

    package struct Row: Sendable, Hashable {
        package let name: String
        package let line: Int
        /// By column: `population`, `percent`, `n`, `clusters`, each also with `:part` behind it.
        package let cells: [String: Printed]

        package init(name: String, line: Int, cells: [String: Printed]) {
            self.name = name
            self.line = line
            self.cells = cells
        }
    }

    /// A number as printed.
    package struct Printed: Sendable, Hashable {
        package let value: Double
        package let decimals: Int

        package init(value: Double, decimals: Int) {
            self.value = value
            self.decimals = decimals
        }

        /// Whether rounding `exact` to the printed decimals gives what is printed, a half either way.
        func follows(from exact: Double) -> Bool {
            let unit = (0..<decimals).reduce(1.0) { product, _ in product / 10 }
            return abs(value - exact) <= unit / 2 + 1e-9
        }
    }

    /// A cell that does not follow from the populations, or does not add up.
    package struct Discrepancy: Sendable, Hashable, Codable {
        package let row: String
        package let line: Int
        package let column: String
        package let printed: Double
        /// What stands there by the rule that ``Reason`` names, not rounded.
        package let expected: Double
        package let reason: Reason
    }

    package enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// Another number follows from the population.
        case doesNotFollow
        /// Its own parts add up to another number.
        case parts
        /// Its column adds up to another number.
        case column
        /// Rounding each row by itself loses or wins interviews; whole numbers that sum give another.
        case apportioned
        /// Not a whole number of interviews or clusters.
        case notWhole
    }

    /// Every cell that does not follow from the population column, or does not add up, by line.
    ///
    /// - Parameters:
    ///   - interviews: The size of the sample.
    ///   - perCluster: Interviews a cluster.
    /// - Returns: The cells that do not fit, each with what it should be and why.
    package func discrepancies(interviews: Int, perCluster: Int) -> [Discrepancy] {
        let all = rows + (total.map { [$0] } ?? [])
        let population =
            total?.cells["population"]?.value
            ?? rows.reduce(0) { $0 + ($1.cells["population"]?.value ?? 0) }
        var found = all.flatMap {
            ofRow($0, population: population, interviews: interviews, perCluster: perCluster)
        }
        found += ofColumns()
        found += ofApportionment(interviews: interviews, population: population)
        let order = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { ($1, $0) }
        )
        return found.sorted {
            ($0.line, order[$0.column] ?? 0, $0.reason.rawValue)
                < ($1.line, order[$1.column] ?? 0, $1.reason.rawValue)
        }
    }

    /// The columns that are compared, in the order of a table.
    package var columns: [String] {
        ["population", "percent", "n", "clusters"].flatMap { name in
            [name] + parts.map { "\(name):\($0)" }
        }
    }

    private func ofRow(
        _ row: Row,
        population: Double,
        interviews: Int,
        perCluster: Int
    ) -> [Discrepancy] {
        guard let people = row.cells["population"]?.value, people > 0, population > 0 else {
            return []
        }
        var exact = ["percent": people / population * 100]
        exact["n"] = Double(interviews) * people / population
        exact["clusters"] = Double(interviews) * people / population / Double(perCluster)
        for part in parts {
            guard let inside = row.cells["population:\(part)"]?.value else { continue }
            exact["percent:\(part)"] = inside / people * 100
            exact["n:\(part)"] = Double(interviews) * inside / population
            exact["clusters:\(part)"] =
                Double(interviews) * inside / population / Double(perCluster)
        }
        var found: [Discrepancy] = []
        for (column, expected) in exact {
            guard let printed = row.cells[column] else { continue }
            if !printed.follows(from: expected) {
                found.append(made(row, column, printed, expected, .doesNotFollow))
            } else if printed.decimals > 0, !column.hasPrefix("percent") {
                found.append(made(row, column, printed, expected, .notWhole))
            }
        }
        for column in ["population", "n", "clusters"] {
            let inside = parts.compactMap { row.cells["\(column):\($0)"]?.value }
            guard let printed = row.cells[column], inside.count == parts.count, !parts.isEmpty
            else { continue }
            let sum = inside.reduce(0, +)
            if abs(sum - printed.value) > 1e-9 {
                found.append(made(row, column, printed, sum, .parts))
            }
        }
        return found
    }

    private func ofColumns() -> [Discrepancy] {
        guard let total else { return [] }
        // Percentages of the parts are shares of their row: they do not add up over rows.
        return columns.filter { !$0.hasPrefix("percent:") }.compactMap { column in
            let cells = rows.compactMap { $0.cells[column]?.value }
            guard let printed = total.cells[column], cells.count == rows.count else { return nil }
            let sum = cells.reduce(0, +)
            return abs(sum - printed.value) > 1e-9
                ? made(total, column, printed, sum, .column) : nil
        }
    }

    private func ofApportionment(interviews: Int, population: Double) -> [Discrepancy] {
        let people = rows.compactMap { $0.cells["population"]?.value }
        guard people.count == rows.count, people.allSatisfy({ $0 >= 0 }), population > 0 else {
            return []
        }
        return zip(rows, apportion(interviews, by: people)).compactMap { row, number in
            guard let printed = row.cells["n"], Double(number) != printed.value,
                printed.follows(
                    from: Double(interviews) * (row.cells["population"]?.value ?? 0)
                        / population
                )
            else { return nil }
            return made(row, "n", printed, Double(number), .apportioned)
        }
    }

    private func made(
        _ row: Row,
        _ column: String,
        _ printed: Printed,
        _ expected: Double,
        _ reason: Reason
    ) -> Discrepancy {
        Discrepancy(
            row: row.name,
            line: row.line,
            column: column,
            printed: printed.value,
            expected: expected,
            reason: reason
        )
    }
}
