import Base
import Foundation

/// A table of a study's folder, read row by row with every problem at its cell.
struct KnowledgeTable {
    /// Its path as messages show it: "interviews/sources.csv".
    let file: String
    private let table: TableText
    private(set) var problems: [Problem] = []

    /// The table at `path`; columns that are not among `known` are warnings, missing `needed` ones errors.
    ///
    /// A known name that ends in a dot stands for a column in each language: `name.` for `name` and
    /// `name.ru`.
    init?(
        _ table: TableText,
        file: String,
        known: [String],
        needed: [String],
        _ found: inout [Problem]
    ) {
        self.file = file
        self.table = table
        let names = known.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        for header in table.header where !header.isEmpty && !Self.isKnown(header, known) {
            let hint = nearestName(to: header, in: names).map { "Did you mean \($0)? " } ?? ""
            found.append(
                Problem(
                    .warning,
                    "table.unknown-column",
                    at: .init(file, line: 1, column: header),
                    "The column \(Problem.quote(header)) is not read.",
                    remedy: "\(hint)The columns here: \(names.joined(separator: ", "))."
                )
            )
        }
        let missing = needed.filter { table.position(of: $0) == nil }
        for name in missing {
            let problem = table.missing(name)
            found.append(
                Problem(
                    .error,
                    problem.code,
                    at: .init(file, line: 1),
                    problem.message,
                    remedy: problem.remedy
                )
            )
        }
        if !missing.isEmpty { return nil }
    }

    private static func isKnown(_ header: String, _ known: [String]) -> Bool {
        known.contains { name in
            name == header
                || name.hasSuffix(".") && (header + "." == name || header.hasPrefix(name))
        }
    }

    /// A row that holds something.
    struct Row {
        let line: Int
        fileprivate let cells: [String]
    }

    var rows: [Row] { table.lines.map { Row(line: $0.line, cells: $0.cells) } }

    func has(_ column: String) -> Bool { table.position(of: column) != nil }

    /// The cell's text without blanks at its ends; "" where there is no such column.
    func text(_ row: Row, _ column: String) -> String {
        table.cell(row.cells, table.position(of: column))
    }

    /// The cell's text with its blanks, as a quote needs it.
    func exactText(_ row: Row, _ column: String) -> String {
        guard let position = table.position(of: column), row.cells.indices.contains(position)
        else { return "" }
        return row.cells[position]
    }

    /// The texts of a cell that semicolons separate.
    func list(_ row: Row, _ column: String) -> [String] {
        text(row, column).split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    /// A text in each language: the columns `name`, `name.en`, `name.ru`.
    func localText(_ row: Row, _ column: String) -> LocalText {
        var text = LocalText([:])
        text.set(self.text(row, column), in: "")
        for header in table.header where header.hasPrefix(column + ".") {
            text.set(self.text(row, header), in: String(header.dropFirst(column.count + 1)))
        }
        return text
    }

    // MARK: - Cells that must hold something

    mutating func problem(
        _ code: Problem.Code,
        _ row: Row?,
        _ column: String?,
        _ message: String,
        _ remedy: String,
        severity: Problem.Severity = .error
    ) {
        problems.append(
            Problem(
                severity,
                code,
                at: .init(file, line: row?.line, column: column),
                message,
                remedy: remedy
            )
        )
    }

    /// The code of the word of `vocabulary` that `text` names; nil with a problem where there is none.
    mutating func word(
        _ text: String,
        of vocabulary: Vocabulary,
        _ row: Row,
        _ column: String,
        called list: String
    ) -> String? {
        if let term = vocabulary.term(named: text) { return term.code }
        let hint = vocabulary.nearest(to: text).map { "Did you mean \($0)? " } ?? ""
        problem(
            "vocabulary.unknown-word",
            row,
            column,
            "\(Problem.quote(text)) is not among the \(list).",
            "\(hint)Add the word to \(Self.home(of: list)), or write one of: "
                + vocabulary.terms.prefix(20).map(\.code).joined(separator: ", ")
                + (vocabulary.terms.count > 20 ? ", …" : "") + "."
        )
        return nil
    }

    private static func home(of list: String) -> String {
        list == "places" ? "the table of places" : "the study's vocabulary"
    }

    /// The codes of the words in a list cell.
    mutating func words(
        _ row: Row,
        _ column: String,
        of vocabulary: Vocabulary,
        called list: String
    ) -> [String] {
        self.list(row, column).compactMap { word($0, of: vocabulary, row, column, called: list) }
    }

    /// The one of the cases that a cell names; `absent` where it is empty, nil with a problem.
    mutating func choice<Case: RawRepresentable & CaseIterable>(
        _ row: Row,
        _ column: String,
        empty absent: Case? = nil
    ) -> Case? where Case.RawValue == String {
        let text = text(row, column).lowercased()
        if text.isEmpty, let absent { return absent }
        if let found = Case(rawValue: text) { return found }
        let all = Case.allCases.map(\.rawValue)
        let hint = nearestName(to: text, in: all).map { "Did you mean \($0)? " } ?? ""
        problem(
            "table.unknown-value",
            row,
            column,
            text.isEmpty
                ? "The cell is empty." : "\(Problem.quote(text)) is nothing that \(column) can be.",
            "\(hint)Write one of: \(all.joined(separator: ", "))."
        )
        return nil
    }

    /// Whether a cell says yes; empty is no.
    mutating func truth(_ row: Row, _ column: String) -> Bool {
        switch text(row, column).lowercased() {
        case "yes", "true", "1": return true
        case "", "no", "false", "0": return false
        case let other:
            problem(
                "table.unknown-value",
                row,
                column,
                "\(Problem.quote(other)) is neither yes nor no.",
                "Write yes or no, or leave the cell empty."
            )
            return false
        }
    }

    /// A whole number of at least `least`; nil where the cell is empty, or with a problem.
    mutating func whole(_ row: Row, _ column: String, atLeast least: Int) -> Int? {
        let text = text(row, column)
        guard !text.isEmpty else { return nil }
        if let number = Int(text), number >= least, number <= 1_000_000_000 { return number }
        problem(
            "table.not-a-number",
            row,
            column,
            "\(Problem.quote(text)) is not a whole number of \(least) or more.",
            "Write digits alone, or leave the cell empty."
        )
        return nil
    }

    /// The cell as an id: not empty, and not in `taken`; nil with a problem.
    mutating func newID(_ row: Row, _ column: String, _ taken: inout [String: Int]) -> String? {
        let id = text(row, column)
        guard !id.isEmpty else {
            problem(
                "table.no-id",
                row,
                column,
                "The row has no \(column).",
                "Give it a short name of its own."
            )
            return nil
        }
        if let first = taken[id] {
            problem(
                "table.repeated-id",
                row,
                column,
                "\(Problem.quote(id)) stands in line \(first) already.",
                "Give each row a name of its own."
            )
            return nil
        }
        taken[id] = row.line
        return id
    }
}
