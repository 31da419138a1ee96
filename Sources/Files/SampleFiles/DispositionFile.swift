package import Base
import Foundation
package import Survey

/// What became of the households that were tried, read from a table: the supervisor's workbook, or any
/// table with a column `code`.
package struct DispositionFile: Sendable {
    /// One case for each row with a final code.
    package private(set) var dispositions = Dispositions()
    /// Rows without a code in clusters that have been begun.
    package private(set) var unfinished = 0
    /// Clusters none of whose rows has a code, in their order.
    package private(set) var notBegun: [String] = []
    /// What is wrong, all of it.
    package private(set) var problems: [Problem] = []

    /// Reads the CSV or XLSX file at `path`.
    ///
    /// Of a workbook, the first sheet counts that has the heads of the contacts among its first lines.
    /// Heads are `cluster`, `household` and `code`, or those of the supervisor's workbook in any of its
    /// languages; only the code must be there. Codes may have a comma for the point. Each code that is
    /// none, and each household that stands twice, is a problem.
    package init(path: String) {
        let file = (path as NSString).lastPathComponent
        var sheets: [SheetText] = []
        if file.lowercased().hasSuffix(".xlsx") {
            do throws(Problems) {
                sheets = try XLSX.readText(path: path)
            } catch {
                problems = error.list
            }
        } else {
            let (sheet, found) = CSV.rows(path: path)
            problems = found
            if let sheet { sheets = [sheet] }
        }
        guard !problems.hasErrors else { return }
        for sheet in sheets {
            guard let head = sheet.rows.prefix(12).firstIndex(where: { position(.code, $0) != nil })
            else { continue }
            let place = sheets.count > 1 ? "\(file)[\(sheet.name)]" : file
            read(sheet.rows, head: head, place: place)
            return
        }
        problems.append(noCode(file, sheets.first?.rows.first ?? []))
    }

    private func position(_ column: SupervisorBook.Column, _ row: [String]) -> Int? {
        let heads = SupervisorBook.heads(of: column)
        return row.firstIndex {
            heads.contains($0.trimmingCharacters(in: .whitespaces).lowercased())
        }
    }

    private mutating func read(_ rows: [[String]], head: Int, place: String) {
        let columns = [SupervisorBook.Column.cluster, .row, .code].map {
            position($0, rows[head])
        }
        var lineOf: [[String]: Int] = [:]
        var finished: [String: Int] = [:]
        var open: [String: Int] = [:]
        var clusters: [String] = []
        for (index, row) in rows.enumerated().dropFirst(head + 1)
        where row.contains(where: { !$0.isEmpty }) {
            let cells = columns.map { text(row, $0) }
            let (cluster, code) = (cells[0], cells[2].replacing(",", with: "."))
            if finished[cluster] == nil, open[cluster] == nil { clusters.append(cluster) }
            guard !code.isEmpty else {
                open[cluster, default: 0] += 1
                continue
            }
            finished[cluster, default: 0] += 1
            if !cells[0].isEmpty, !cells[1].isEmpty {
                let key = Array(cells[..<2])
                if let first = lineOf[key] {
                    problems.append(repeated(key, first: first, place, line: index + 1))
                    continue
                }
                lineOf[key] = index + 1
            }
            if let category = Dispositions.Category(code: code) {
                dispositions.add(category)
            } else {
                problems.append(noDisposition(cells[2], place, line: index + 1))
            }
        }
        notBegun = clusters.filter { finished[$0] == nil && !$0.isEmpty }
        unfinished = clusters.filter { !notBegun.contains($0) }.reduce(0) { $0 + (open[$1] ?? 0) }
    }

    private func text(_ row: [String], _ column: Int?) -> String {
        guard let column, row.indices.contains(column) else { return "" }
        return row[column].trimmingCharacters(in: .whitespaces)
    }

    // MARK: - Problems

    private func noCode(_ file: String, _ heads: [String]) -> Problem {
        let there = heads.filter { !$0.isEmpty }.joined(separator: ", ")
        return Problem(
            .error,
            "dispositions.no-code",
            at: .init(file, line: 1),
            "There is no column code with final codes.",
            remedy: "Give the supervisor's workbook, or a table with a column code"
                + (there.isEmpty ? "." : "; the columns here: \(there).")
        )
    }

    private func noDisposition(_ code: String, _ place: String, line: Int) -> Problem {
        let isDate = code.wholeMatch(of: /\d{4}-\d{2}-\d{2}.*/) != nil
        return Problem(
            .error,
            "dispositions.code",
            at: .init(place, line: line, column: "code"),
            "\(Problem.quote(code)) is no final code.",
            remedy: isDate
                ? "The spreadsheet made a date of it: format the column as text and write the code again."
                : "Write a code such as 1.1, 2.11, 2.25, 3.18 or 4.70; the supervisor's workbook lists "
                    + "them."
        )
    }

    private func repeated(
        _ key: [String],
        first: Int,
        _ place: String,
        line: Int
    ) -> Problem {
        Problem(
            .error,
            "dispositions.repeated",
            at: .init(place, line: line),
            "Household \(Problem.quote(key[1])) of cluster \(Problem.quote(key[0])) has a code in "
                + "line \(first) already.",
            remedy: "Leave one of the two; if they are two households, correct the number."
        )
    }
}
