package import Base
package import Report
import Survey

/// Reads a published table of a sample.
package enum PublishedFile {
    /// The table with the outermost column of the strata as its row names.
    ///
    /// The row `total` is that of all together. Empty cells are cells that were not printed.
    package static func read(_ table: TableText, name: String) -> (PublishedTable?, [Problem]) {
        guard let names = table.position(of: name) else { return (nil, [table.missing(name)]) }
        guard table.position(of: "population") != nil else {
            return (nil, [table.missing("population")])
        }
        let known = ["population", "percent", "n", "clusters"]
        var parts: [String] = []
        var wanted: [(column: String, position: Int)] = []
        for (position, column) in table.header.enumerated() {
            let pieces = column.split(separator: ":", maxSplits: 1).map(String.init)
            guard let first = pieces.first, known.contains(first) else { continue }
            wanted.append((column, position))
            if pieces.count == 2, !parts.contains(pieces[1]) { parts.append(pieces[1]) }
        }
        var problems: [Problem] = []
        let rows = table.lines.map { line, cells in
            var printed: [String: PublishedTable.Printed] = [:]
            for (column, position) in wanted {
                let text = table.cell(cells, position)
                guard !text.isEmpty else { continue }
                if let number = TableText.number(text) {
                    printed[column] = .init(value: number, decimals: decimals(of: text))
                } else {
                    problems.append(
                        Problem(
                            .error,
                            "frame.not-a-number",
                            at: .init(table.file, line: line, column: column),
                            "\(Problem.quote(text)) is not a number.",
                            remedy:
                                "Copy the number as it is printed; leave the cell empty for none."
                        )
                    )
                }
            }
            return PublishedTable.Row(name: table.cell(cells, names), line: line, cells: printed)
        }
        let total = rows.first { $0.name.lowercased() == "total" }
        let others = rows.filter { $0.name.lowercased() != "total" }
        return (
            PublishedTable(file: table.file, rows: others, total: total, parts: parts), problems
        )
    }

    /// How many decimals a number was written with.
    private static func decimals(of text: String) -> Int {
        guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return 0 }
        let count = text.distance(from: mark, to: text.endIndex) - 1
        return text[mark] == "," && count == 3 ? 0 : count
    }
}
