import Base
import Foundation
import Qualitative

/// A table whose words are being replaced, row by row.
struct PseudonymTable {
    private let header: [String]
    private var rows: [[String]]
    private let names: Pseudonyms
    private let texts: [String: PseudonymisedText]
    private let languages: [String: String]
    private(set) var isChanged = false
    private(set) var replaced: [Pseudonyms.Change] = []
    private(set) var left: [Pseudonyms.Change] = []

    var cells: [[CSV.Cell]] { ([header] + rows).map { $0.map { .text($0) } } }

    init(
        _ table: TableText,
        _ names: Pseudonyms,
        _ texts: [String: PseudonymisedText],
        _ languages: [String: String]
    ) {
        header = table.header
        rows = table.rows
        self.names = names
        self.texts = texts
        self.languages = languages
    }

    /// Replaces names in the columns with these names, in each language of theirs.
    ///
    /// Passages of held texts are not searched: they are read anew where they stand in the new text.
    mutating func replace(_ columns: [String], isCoding: Bool) {
        let wanted = header.indices.filter { position in
            columns.contains { header[position] == $0 || header[position].hasPrefix($0 + ".") }
        }
        for row in rows.indices {
            let source = isCoding ? text(row, "source").trimmingCharacters(in: .whitespaces) : ""
            let isMoved = move(row, texts[source])
            for column in wanted {
                let name = header[column]
                if isMoved, ["quote", "before", "after"].contains(name) { continue }
                // Columns such as title.ru name their language themselves.
                let suffix = name.split(separator: ".").dropFirst().first.map(String.init)
                replace(row, column, language: suffix ?? languages[source] ?? "")
            }
        }
    }

    private mutating func replace(_ row: Int, _ column: Int, language: String) {
        guard rows[row].indices.contains(column), !rows[row][column].isEmpty else { return }
        let outcome = names.replace(in: rows[row][column], language: language)
        for change in outcome.replaced { Self.add(change, to: &replaced) }
        for change in outcome.left { Self.add(change, to: &left) }
        if outcome.replaced.isEmpty { return }
        rows[row][column] = outcome.text
        isChanged = true
    }

    private static func add(_ change: Pseudonyms.Change, to list: inout [Pseudonyms.Change]) {
        if let known = list.firstIndex(where: { $0.word == change.word }) {
            list[known].times += change.times
        } else {
            list.append(change)
        }
    }

    /// Writes where a passage of a changed text stands now; false for other passages.
    private mutating func move(_ row: Int, _ text: PseudonymisedText?) -> Bool {
        guard let text, !self.text(row, "quote").isEmpty else { return false }
        // The text has no names, but the context may be that of an older one that had.
        if text.edits.edits.isEmpty { return false }
        let mark = Anchoring.Mark(
            quote: self.text(row, "quote"),
            start: Int(self.text(row, "start").trimmingCharacters(in: .whitespaces)),
            end: Int(self.text(row, "end").trimmingCharacters(in: .whitespaces)),
            before: self.text(row, "before"),
            after: self.text(row, "after")
        )
        // Passages that are not found have stopped everything before.
        guard let old = Anchoring.locate([mark], in: text.old)[0].range else { return false }
        let new = text.edits.moved(old)
        let context = Anchoring.context(of: new, in: text.new)
        set(row, "quote", to: text.new[new])
        set(row, "start", to: "\(new.lowerBound)")
        set(row, "end", to: "\(new.upperBound)")
        set(row, "before", to: context.before)
        set(row, "after", to: context.after)
        return true
    }

    private func text(_ row: Int, _ column: String) -> String {
        guard let position = header.firstIndex(of: column), rows[row].indices.contains(position)
        else { return "" }
        return rows[row][position]
    }

    /// Sets a cell of a column that the table has.
    private mutating func set(_ row: Int, _ column: String, to text: String) {
        guard let position = header.firstIndex(of: column) else { return }
        while rows[row].count <= position { rows[row].append("") }
        if rows[row][position] == text { return }
        rows[row][position] = text
        isChanged = true
    }
}
