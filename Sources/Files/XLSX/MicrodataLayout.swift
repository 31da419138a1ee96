import Base
import Survey

/// Data as the sheets of a workbook.
enum MicrodataLayout {
    /// The sheet with one line a respondent.
    static func data(_ data: Microdata) -> SheetLayout {
        let writers = data.columns.map(cells)
        return SheetLayout(
            name: "data",
            columns: data.columns.map { column in
                if case .dates = column.values { return .init(column.name, .date) }
                return .init(column.name, .text)
            },
            rowCount: data.rowCount,
            cell: { row, column in writers[column](row) }
        )
    }

    /// The sheet that says what each variable and value means: one line a value.
    static func codebook(_ data: Microdata, language: String) -> SheetLayout {
        let rows = data.columns.flatMap { lines($0, language: language) }
        let headers = ["variable", "label", "kind", "value", "value label", "missing"]
        return SheetLayout(
            name: "codebook",
            columns: headers.map { .init($0) },
            rowCount: rows.count,
            cell: { rows[$0][$1] }
        )
    }

    /// What a column's cells hold, by row.
    private static func cells(_ column: Column) -> (Int) -> Workbook.Cell {
        switch column.values {
        case .codes(let codes, let categories):
            let cells = [.empty] + categories.map { name($0.name) }
            return { cells[codes[$0]] }
        case .numbers(let numbers): return { .number(numbers[$0]) }
        case .text(let texts): return { texts[$0].isEmpty ? .empty : .text(texts[$0]) }
        case .dates(let seconds, let precision): return { .date(seconds[$0], precision) }
        case .several(let answers):
            return { row in
                let names = answers.chosen(row: row)?.map { answers.options[$0].name } ?? []
                return names.isEmpty ? .empty : .text(names.joined(separator: " "))
            }
        }
    }

    /// A category's name as a number, where it reads back as the same name.
    private static func name(_ name: String) -> Workbook.Cell {
        if let number = Double(name), number.isFinite, WrittenNumber.shortest(number) == name {
            return .number(number)
        }
        return .text(name)
    }

    /// The lines of one variable: one for each of its values, or one for the variable alone.
    private static func lines(_ column: Column, language: String) -> [[Workbook.Cell]] {
        let (kind, categories) = describe(column.values)
        let start: [Workbook.Cell] = [
            .text(column.name), .text(column.label.text(in: language)), .text(kind),
        ]
        var lines = categories.map { category in
            start + [
                name(category.name),
                .text(category.label.text(in: language)),
                .text(category.isMissing ? "yes" : ""),
            ]
        }
        lines += column.missingNumbers.values.sorted().map {
            start + [.number($0), .empty, .text("yes")]
        }
        let ranges = column.missingNumbers.ranges.sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        lines += ranges.map { range in
            let ends = [range.lowerBound, range.upperBound].map(WrittenNumber.shortest)
            return start + [.text(ends.joined(separator: " to ")), .empty, .text("yes")]
        }
        return lines.isEmpty ? [start + [.empty, .empty, .empty]] : lines
    }

    private static func describe(_ values: Column.Values) -> (kind: String, [Category]) {
        switch values {
        case .codes(_, let categories): ("one answer", categories)
        case .numbers: ("number", [])
        case .text: ("text", [])
        case .dates(_, .day): ("date", [])
        case .dates(_, .second): ("date and time", [])
        case .several(let answers): ("several answers", answers.options)
        }
    }
}
