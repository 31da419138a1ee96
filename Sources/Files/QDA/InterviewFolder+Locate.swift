package import Base
import Foundation
import Qualitative
import Report

/// How the quotes of a study stand to its texts.
private struct PassageCount {
    var exact = 0
    var moved = 0
    var ambiguous = 0
    var lost = 0
    var notHeld = 0

    mutating func add(_ state: Excerpt.State) {
        switch state {
        case .exact: exact += 1
        case .moved: moved += 1
        case .ambiguous: ambiguous += 1
        case .lost: lost += 1
        case .notHeld: notHeld += 1
        }
    }
}

extension InterviewFolder {
    /// Looks for each passage of the coding tables in its text, and writes where it stands now.
    ///
    /// - Parameter isWritten: Whether tables are written again, with positions and context of all passages
    ///   that were found; other cells stay as they are. Workbooks are not written, which is a warning.
    /// - Returns: A note on how the passages stand, what a person must look at, and the files written.
    /// - Throws: The problem that stops writing.
    package func locate(
        writing isWritten: Bool
    ) throws(Problems) -> (problems: [Problem], files: [String]) {
        var count = PassageCount()
        var problems: [Problem] = []
        var changed: [(path: String, bytes: [UInt8])] = []
        for file in Self.names(in: folder) where Self.isTable(file, called: "codings") {
            let place = (folder as NSString).appendingPathComponent(file)
            guard let table = TableText.read(path: place).0 else { continue }
            var located = LocatedTable(table, file: shown(file), study.evidence)
            located.locate(&count)
            problems += located.problems
            guard isWritten, located.isChanged else { continue }
            if file.lowercased().hasSuffix(".csv") {
                changed.append((place, CSV.write(located.cells, formulas: .kept)))
            } else {
                problems.append(
                    Problem(
                        .warning,
                        "interviews.workbook",
                        at: .init(located.file),
                        "The positions in a workbook are not written.",
                        remedy: "Save the table as .csv, and run the command again."
                    )
                )
            }
        }
        for file in changed {
            try ReportFiles(folder: folder).write(file.bytes, to: file.path)
        }
        return (problems + [note(count)], changed.map(\.path))
    }
}

extension InterviewFolder {
    private func note(_ count: PassageCount) -> Problem {
        Problem(
            .note,
            "interviews.located",
            at: .init(shown("")),
            "Quotes: \(count.exact) exact, \(count.moved) moved, \(count.ambiguous) ambiguous, "
                + "\(count.lost) lost, \(count.notHeld) of sources without a text.",
            remedy: "With --write, the places of those that were found are written."
        )
    }
}

/// A coding table with the places of its passages as they are now.
private struct LocatedTable {
    let file: String
    private var header: [String]
    private var rows: [[String]]
    private let texts: [String: SourceText]
    private(set) var isChanged = false
    private(set) var problems: [Problem] = []

    var cells: [[CSV.Cell]] { ([header] + rows).map { $0.map { .text($0) } } }

    init(_ table: TableText, file: String, _ evidence: Evidence) {
        self.file = file
        header = table.header
        rows = table.rows
        texts = Dictionary(
            evidence.sources.compactMap { source in source.text.map { (source.id, $0) } }
        ) { first, _ in first }
    }

    private func text(_ row: Int, _ column: String) -> String {
        guard let position = header.firstIndex(of: column), rows[row].indices.contains(position)
        else { return "" }
        return rows[row][position]
    }

    private mutating func set(_ row: Int, _ column: String, to text: String) {
        let position = header.firstIndex(of: column) ?? header.count
        if position == header.count { header.append(column) }
        while rows[row].count <= position { rows[row].append("") }
        if rows[row][position] == text { return }
        rows[row][position] = text
        isChanged = true
    }

    /// Finds the passages of each text together.
    mutating func locate(_ count: inout PassageCount) {
        var bySource: [String: [Int]] = [:]
        for row in rows.indices where !text(row, "quote").isEmpty {
            bySource[text(row, "source").trimmingBlanks(), default: []].append(row)
        }
        for (source, rows) in bySource.sorted(by: { $0.key < $1.key }) {
            guard let text = texts[source] else {
                count.notHeld += rows.count
                continue
            }
            let marks = rows.map { row in
                Anchoring.Mark(
                    quote: self.text(row, "quote"),
                    start: Int(self.text(row, "start").trimmingBlanks()),
                    end: Int(self.text(row, "end").trimmingBlanks()),
                    before: self.text(row, "before"),
                    after: self.text(row, "after")
                )
            }
            for (row, place) in zip(rows, Anchoring.locate(marks, in: text)) {
                count.add(place.state)
                keep(place, row, text)
            }
        }
    }

    private mutating func keep(_ place: Anchoring.Place, _ row: Int, _ source: SourceText) {
        guard let range = place.range else {
            let quote = Problem.quote(text(row, "quote"))
            if case .ambiguous(let places) = place.state {
                return problem(
                    "interviews.ambiguous",
                    row,
                    "The quote \(quote) stands at \(places) places of the text, none of which is the "
                        + "one meant.",
                    "Write start and end, or a longer quote."
                )
            }
            return problem(
                "interviews.lost",
                row,
                "The text does not hold \(quote).",
                "Write the exact words of the text, or delete the row."
            )
        }
        let context = Anchoring.context(of: range, in: source)
        set(row, "start", to: "\(range.lowerBound)")
        set(row, "end", to: "\(range.upperBound)")
        set(row, "before", to: context.before)
        set(row, "after", to: context.after)
    }

    private mutating func problem(
        _ code: Problem.Code,
        _ row: Int,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(
            Problem(
                .error,
                code,
                at: .init(file, line: row + 2, column: "quote"),
                message,
                remedy: remedy
            )
        )
    }
}
