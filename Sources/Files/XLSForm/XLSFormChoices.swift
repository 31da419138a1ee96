import Base
import Foundation
import Survey

/// The sheet "choices": lists of answers.
struct XLSFormChoices {
    let languages: XLSFormLanguages
    /// Whether a name may stand twice in a list (with a choice filter that shows one at a time).
    let duplicatesAllowed: Bool
    /// The answers of each list, in the order of their rows.
    private(set) var choices: [String: [Choice]] = [:]
    /// The line where each list begins.
    private(set) var lines: [String: Int] = [:]
    /// A row without a list, a choice without a name, a name twice in one list, a list all of whose
    /// rows lack a name.
    private(set) var problems: [Problem] = []
    /// The line of each name, by list.
    private var seen: [String: [String: Int]] = [:]
    /// The lines of names that stand again and may, by list.
    private var again: [String: [Int]] = [:]

    init(languages: XLSFormLanguages, duplicatesAllowed: Bool) {
        self.languages = languages
        self.duplicatesAllowed = duplicatesAllowed
    }

    /// Reads all rows of `table`; afterwards the results stand in the properties.
    mutating func read(_ table: XLSFormTable) {
        for key in ["list_name", "name"] where !table.has(key) {
            problems.append(noColumn(key, in: table))
        }
        for row in table.rows { read(row, in: table) }
        for (list, lines) in again {
            problems.append(duplicatesKeptOnce(list, lines, in: table))
        }
        for (list, line) in lines where choices[list] == nil {
            problems.append(empty(list, line: line, in: table))
        }
    }

    private mutating func read(_ row: XLSFormRow, in table: XLSFormTable) {
        let (list, name) = (row["list_name"], row["name"])
        guard !list.isEmpty else {
            if table.has("list_name") { problems.append(noList(row, in: table)) }
            return
        }
        if lines[list] == nil { lines[list] = row.line }
        guard !name.isEmpty else {
            if table.has("name") { problems.append(noName(row, list: list, in: table)) }
            return
        }
        if let first = seen[list]?[name] {
            if duplicatesAllowed {
                again[list, default: []].append(row.line)
            } else {
                problems.append(duplicate(name, row, first: first, list: list, in: table))
            }
            return
        }
        seen[list, default: [:]][name] = row.line
        choices[list, default: []].append(
            Choice(
                name,
                label: languages.text("label", in: row),
                attributes: row.attributes(
                    besides: ["list_name", "name", "label"],
                    headings: table.headings
                )
            )
        )
    }

    private func noColumn(_ key: String, in table: XLSFormTable) -> Problem {
        Problem(
            .error,
            "xlsform.choices-column",
            at: .init(table.place, line: table.headerLine),
            "The sheet has no column “\(key)”, so its lists cannot be read.",
            remedy: "The first row must name the columns: list_name, name, label."
        )
    }

    private func noList(_ row: XLSFormRow, in table: XLSFormTable) -> Problem {
        Problem(
            row["name"].isEmpty ? .warning : .error,
            "xlsform.choice-list",
            at: .init(table.place, line: row.line, column: "list_name"),
            "The row says no list, so its answer belongs to none.",
            remedy: "Fill in list_name, or remove the row."
        )
    }

    private func noName(
        _ row: XLSFormRow,
        list: String,
        in table: XLSFormTable
    ) -> Problem {
        Problem(
            .error,
            "xlsform.choice-name",
            at: .init(table.place, line: row.line, column: "name"),
            "An answer of the list \(Problem.quote(list)) has no name.",
            remedy: "Give it the name that the data hold for it."
        )
    }

    private func duplicate(
        _ name: String,
        _ row: XLSFormRow,
        first: Int,
        list: String,
        in table: XLSFormTable
    ) -> Problem {
        Problem(
            .error,
            "xlsform.duplicate-choice",
            at: .init(table.place, line: row.line, column: "name"),
            "The list \(Problem.quote(list)) has \(Problem.quote(name)) already in line \(first).",
            remedy: "Rename one, or set allow_choice_duplicates to yes in the sheet settings."
        )
    }

    private func duplicatesKeptOnce(
        _ list: String,
        _ lines: [Int],
        in table: XLSFormTable
    ) -> Problem {
        Problem(
            .note,
            "xlsform.duplicate-choice",
            at: .init(table.place, line: lines[0], column: "name"),
            "\(lines.count) answers of \(Problem.quote(list)) have a name that stands before; "
                + "the first label of each name is shown.",
            remedy: "Nothing need be done: the form allows it."
        )
    }

    private func empty(_ list: String, line: Int, in table: XLSFormTable) -> Problem {
        Problem(
            .error,
            "xlsform.empty-list",
            at: .init(table.place, line: line, column: "list_name"),
            "The list \(Problem.quote(list)) has no answer with a name.",
            remedy: "Give its answers names."
        )
    }
}
