import Base
import Report
import Survey

extension ResultTable {
    /// The table as rows of a CSV file: the header, which is the same in every language, then the rows.
    var csvRows: [[CSV.Cell]] {
        let header = columns.map { CSV.Cell.text($0.code) }
        return [header] + rows.map { row in row.map { $0.csv } }
    }

    /// The table as a sheet of the workbook, with headings in the language of `words`.
    func sheet(_ words: Words) -> Workbook.Sheet {
        Workbook.Sheet(
            name: name,
            title: title,
            notes: notes,
            columns: columns.map { .init(words($0.key), $0.kind.workbookKind) },
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
        let words = tableWords
        let title = prepared.study.title.text(in: prepared.study.code(of: words.language))
        let contents = Workbook.Sheet(
            name: "contents",
            title: title.isEmpty ? words(TableWord.tables) : title,
            notes: tables.first.map { table in table.notes.filter { _ in isMarked } } ?? [],
            columns: [
                .init(words(ColumnWord.sheet)), .init(words(ColumnWord.table)),
                .init(words(ColumnWord.rows), .whole),
            ],
            rows: tables.map { table in
                [
                    .internalLink(sheet: table.name, text: table.name), .text(table.title),
                    .number(Double(table.rows.count)),
                ]
            }
        )
        let notes = Workbook.Sheet(
            name: "notes",
            title: words(ReadingWord.heading),
            notes: Catalogue.isReviewed(words.language) ? [] : [words(PageWord.notReviewed)],
            columns: [.init(words(ColumnWord.sign)), .init(words(ColumnWord.meaning))],
            rows: signs(words).map { [.text($0), .text($1)] }
        )
        return Workbook(title: title, sheets: [contents, notes] + tables.map { $0.sheet(words) })
    }

    private var isMarked: Bool { prepared.study.isSynthetic || !sample.isProbabilitySample }

    private func signs(_ words: Words) -> [(String, String)] {
        let columns: [(ColumnWord, ColumnWord)] = [
            (.n, .nMeans), (.weightedN, .weightedNMeans), (.lowerUpper, .limitsMean),
            (.df, .dfMeans), (.psus, .psusMean), (.designEffect, .designEffectMeans),
        ]
        let signs: [(String, ColumnWord)] = [
            ("[c]", .hiddenMeans), ("[u]", .fewMeans), ("[x]", .unavailableMeans),
        ]
        return columns.map { (words($0), words($1)) } + signs.map { ($0, words($1)) }
    }
}
