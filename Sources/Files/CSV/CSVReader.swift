import Base
import Foundation
import Survey

/// Reads one CSV text, and gathers what is wrong with it.
struct CSVReader {
    private let source: CSVSource
    private let file: String
    private(set) var problems: [Problem]

    init(_ source: CSVSource, file: String, problems: [Problem]) {
        self.source = source
        self.file = file
        self.problems = problems
    }

    /// All rows as text.
    mutating func rows() -> [[String]] {
        var rows: [[String]] = []
        var leftOut = CSVLeftOut()
        source.withText { text in
            var place = source.dialect.start
            while place < text.bytes.count {
                let record = text.record(at: place)
                if let flaw = record.flaw {
                    leftOut.append(rows.count, flaw)
                }
                rows.append(record.isBlank ? [] : record.cells.map { text.text(of: $0) })
                place = record.next
            }
        }
        report(leftOut, firstLine: 1, header: nil)
        return rows
    }

    /// The text as data; nil if there is no header.
    mutating func read(_ options: ReadOptions, pieceBytes: Int?) -> Microdata? {
        let first = firstRow()
        guard first.flaw == nil else {
            if let flaw = first.flaw {
                problems.append(CSVProblem.badRow(file, line: first.line, flaw, header: nil))
            }
            return nil
        }
        guard let names = names(first.texts, line: first.line) else { return nil }
        let skipped = zip(first.texts, names).map { options.skips($0) || options.skips($1) }
        let (cells, columns) = columns(names, skipped: skipped)
        let pieces = CSVPieces(source, from: first.next, cells: cells, columns: columns, pieceBytes)
        let firstLine = first.line + 1
        report(pieces.leftOut, firstLine: firstLine, header: names)
        if source.dialect.emptyRowsAtEnd > 0 {
            problems.append(CSVProblem.emptyRows(file, count: source.dialect.emptyRowsAtEnd))
        }
        if pieces.rowCount == 0, pieces.leftOut.flawCount == 0 {
            problems.append(CSVProblem.noRows(file))
        }
        let lines = pieces.lines(firstLine: firstLine)
        return Microdata(
            rowCount: pieces.rowCount,
            columns: pieces.columns,
            origin: .init(file: file, firstLine: firstLine, lines: lines)
        )
    }

    /// The first row that is not blank, which is the header.
    private func firstRow() -> (line: Int, texts: [String], next: Int, flaw: CSVFlaw?) {
        source.withText { text in
            var line = 1
            var record = text.record(at: source.dialect.start)
            while record.isBlank, record.next < text.bytes.count {
                record = text.record(at: record.next)
                line += 1
            }
            let texts = record.cells.prefix(CSV.mostColumns + 1).map {
                text.text(of: $0).trimmingCharacters(in: .whitespacesAndNewlines)
            }
            return (line, texts, record.next, record.flaw)
        }
    }

    /// A column for each header that is not skipped, and for each cell of a row, which it goes to.
    private func columns(
        _ names: [String],
        skipped: [Bool]
    ) -> (cells: [Int?], columns: [ColumnBuilder]) {
        var cells: [Int?] = []
        var columns: [ColumnBuilder] = []
        for (name, isSkipped) in zip(names, skipped) {
            cells.append(isSkipped ? nil : columns.count)
            guard !isSkipped else { continue }
            columns.append(
                ColumnBuilder(name: name, allowsComma: source.dialect.allowsDecimalComma)
            )
        }
        return (cells, columns)
    }

    /// A distinct name for each column, from the headers; nil if there are too many.
    private mutating func names(_ texts: [String], line: Int) -> [String]? {
        guard texts.count <= CSV.mostColumns else {
            problems.append(CSVProblem.tooManyColumns(file, line: line))
            return nil
        }
        let names = distinctNames(texts)
        var count = 0
        for (position, (header, name)) in zip(texts, names).enumerated() where header != name {
            count += 1
            guard count <= CSV.mostListed else { continue }
            let letter = columnLetter(position)
            problems.append(
                CSVProblem.header(file, line: line, letter: letter, header: header, name: name)
            )
        }
        if count > CSV.mostListed {
            let more = count - CSV.mostListed
            problems.append(CSVProblem.moreHeaders(file, line: line, count: more))
        }
        return names
    }

    /// Adds an error for each row that cannot be read, and one for all beyond the most listed.
    private mutating func report(_ leftOut: CSVLeftOut, firstLine: Int, header: [String]?) {
        for (record, flaw) in leftOut.flawed(most: CSV.mostListed) {
            let line = firstLine + record
            problems.append(CSVProblem.badRow(file, line: line, flaw, header: header))
        }
        if leftOut.flawCount > CSV.mostListed {
            let more = leftOut.flawCount - CSV.mostListed
            problems.append(CSVProblem.moreBadRows(file, count: more))
        }
    }
}
