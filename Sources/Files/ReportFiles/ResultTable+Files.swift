import Base
import Report
import Survey

extension ResultTable {
    /// The table as rows of a CSV file: the header, then the rows.
    var csvRows: [[CSV.Cell]] {
        let header = columns.map { CSV.Cell.text($0.header) }
        return [header] + rows.map { row in row.map { $0.csv } }
    }

    /// The table as a sheet of the workbook.
    var sheet: Workbook.Sheet {
        Workbook.Sheet(
            name: name,
            title: title,
            notes: notes,
            columns: columns.map { .init($0.header, $0.kind.workbookKind) },
            rows: rows.map { row in row.map { $0.workbook } }
        )
    }
}

extension ResultTable.Cell {
    fileprivate var csv: CSV.Cell {
        switch self {
        case .text(let text): text.isEmpty ? .empty : .text(text)
        case .number(let number): .number(number)
        case .empty: .empty
        }
    }

    fileprivate var workbook: Workbook.Cell {
        switch self {
        case .text(let text): text.isEmpty ? .empty : .text(text)
        case .number(let number): .number(number)
        case .empty: .empty
        }
    }
}

extension ResultTable.Kind {
    fileprivate var workbookKind: Workbook.ColumnSpec.Kind {
        switch self {
        case .text: .text
        case .whole: .whole
        case .decimal(let digits): .decimal(digits: digits)
        case .percent(let digits): .percent(digits: digits)
        }
    }
}

extension Results {
    /// The workbook: a sheet that lists the tables with links, then one sheet a table.
    func workbook(of tables: [ResultTable]) -> Workbook {
        let title = prepared.study.title.text(in: prepared.study.language)
        let contents = Workbook.Sheet(
            name: "contents",
            title: title.isEmpty ? "Tables of the report" : title,
            notes: tables.first.map { table in table.notes.filter { _ in isMarked } } ?? [],
            columns: [.init("sheet"), .init("table"), .init("rows", .whole)],
            rows: tables.map { table in
                [
                    .internalLink(sheet: table.name, text: table.name), .text(table.title),
                    .number(Double(table.rows.count)),
                ]
            }
        )
        let notes = Workbook.Sheet(
            name: "notes",
            title: "How to read the tables",
            columns: [.init("sign"), .init("meaning")],
            rows: Self.signs.map { [.text($0), .text($1)] }
        )
        return Workbook(title: title, sheets: [contents, notes] + tables.map(\.sheet))
    }

    private var isMarked: Bool { prepared.study.isSynthetic || !sample.isProbabilitySample }

    private static let signs: [(String, String)] = [
        ("n", "respondents behind the estimate, unweighted"),
        ("weighted n", "the sum of their weights"),
        ("lower, upper", "limits of the 95% interval"),
        ("df", "degrees of freedom of the interval"),
        ("design effect", "variance under this design over that of a simple random sample"),
        ("[c]", "hidden: too few people, or it would give away a hidden number"),
        ("[u]", "few people: read with care"),
        ("[x]", "cannot be computed"),
    ]
}
