package import Base
import Foundation

/// Reads tables of who does what where whose columns have the hashtags of HXL.
///
/// A row of hashtags stands among the first 25 rows; what stands above it is passed over. Columns that
/// the map of actors has no room for are named in a note. Lists in a cell are separated by semicolons.
package enum HXL {
    /// The row of hashtags must be one of so many (HXL 1.1, *Tagging conventions*).
    static let mostRowsAbove = 25

    /// The table in the file at `path`, CSV or the first sheet of an XLSX.
    ///
    /// - Throws: All problems of the file at once.
    package static func read(path: String) throws(Problems) -> (ActorExchange, [Problem]) {
        let file = (path as NSString).lastPathComponent
        guard file.lowercased().hasSuffix(".xlsx") else {
            let (sheet, problems) = CSV.rows(path: path)
            guard let sheet, !problems.hasErrors else { throw Problems(problems) }
            let (exchange, notes) = try read(sheet, file: file)
            return (exchange, problems + notes)
        }
        guard let sheet = try XLSX.readText(path: path).first else {
            throw Problems(noTags(file))
        }
        return try read(sheet, file: file)
    }

    /// The table in `sheet`, which came from `file`.
    package static func read(
        _ sheet: SheetText,
        file: String
    ) throws(Problems) -> (ActorExchange, [Problem]) {
        let top = sheet.rows.prefix(mostRowsAbove)
        guard let tagRow = top.firstIndex(where: isTagRow) else { throw Problems(noTags(file)) }
        let tags = sheet.rows[tagRow].map { HXLTag($0) }
        let headers = tagRow > 0 ? sheet.rows[tagRow - 1] : []
        var columns: [(position: Int, kind: HXLColumn, name: String)] = []
        var unread: [String] = []
        for (position, tag) in tags.enumerated() {
            let written = sheet.rows[tagRow][position].trimmingCharacters(in: .whitespaces)
            let header = headers.indices.contains(position) ? headers[position] : ""
            if let tag, let kind = HXLColumn(tag) {
                columns.append((position, kind, header.isEmpty ? written : header))
            } else if !written.isEmpty || !header.isEmpty {
                unread.append(written.isEmpty ? header : written)
            }
        }
        guard columns.contains(where: { $0.kind.isNeeded }) else {
            throw Problems(noColumns(file, line: tagRow + 1))
        }
        var exchange = ActorExchange(file: file)
        for (index, cells) in sheet.rows.enumerated().dropFirst(tagRow + 1)
        where cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            var row = RowReader(line: index + 1)
            for column in columns where cells.indices.contains(column.position) {
                let text = cells[column.position].trimmingCharacters(in: .whitespacesAndNewlines)
                if !text.isEmpty { row.add(text, column.kind, column.name) }
            }
            exchange.rows.append(row.finish())
        }
        return (exchange, unread.isEmpty ? [] : [notRead(unread, file, line: tagRow + 1)])
    }

    /// Whether all cells that hold something are hashtags, and at least one does.
    private static func isTagRow(_ cells: [String]) -> Bool {
        let held = cells.filter { !$0.allSatisfy(\.isWhitespace) }
        return !held.isEmpty && held.allSatisfy { HXLTag($0) != nil }
    }

    // MARK: - One row

    /// Collects the cells of a row, codes before names.
    private struct RowReader {
        private var row: ActorExchange.Row
        private var activity: [Int: [ActorExchange.Text]] = [:]
        private var need: [Int: [ActorExchange.Text]] = [:]
        private var place: [Int: [ActorExchange.Text]] = [:]

        init(line: Int) {
            row = ActorExchange.Row(line: line)
        }

        mutating func add(_ text: String, _ kind: HXLColumn, _ column: String) {
            let list = text.split(separator: ";").map { part in
                ActorExchange.Text(part.trimmingCharacters(in: .whitespaces), column: column)
            }
            .filter { !$0.text.isEmpty }
            switch kind {
            case .actorID:
                row.actor.id = text
                row.actor.column = column
            case .actorName(let language):
                row.actor.name.set(text, in: language)
                row.actor.column = column
            case .actorAlias: row.actor.aliases += list.map(\.text)
            case .actorKind: row.actor.kind = .init(text, column: column)
            case .actorLevel: row.actor.level = text
            case .activityCode: activity[0, default: []] += list
            case .activityName: activity[1, default: []] += list
            case .sectorCode: activity[2, default: []] += list
            case .sectorName: activity[3, default: []] += list
            case .need(let isCode): need[isCode ? 0 : 1, default: []] += list
            // The deepest place counts, its code before its name.
            case .place(let depth, let isCode):
                place[(6 - depth) * 2 + (isCode ? 0 : 1), default: []] += list
            case .status: row.status = .init(text, column: column)
            case .serviceName(let language): row.name.set(text, in: language)
            case .source: row.source = text
            }
        }

        func finish() -> ActorExchange.Row {
            var row = row
            row.activities = first(activity)
            row.needs = first(need)
            row.places = first(place)
            return row
        }

        private func first(_ found: [Int: [ActorExchange.Text]]) -> [ActorExchange.Text] {
            found.min { $0.key < $1.key }?.value ?? []
        }
    }

    // MARK: - Problems

    private static func noTags(_ file: String) -> Problem {
        Problem(
            .error,
            "hxl.no-tags",
            at: .init(file),
            "None of the first \(mostRowsAbove) rows holds hashtags such as #org+name.",
            remedy: "Put a row of hashtags under the column names; docs/actors.md lists them."
        )
    }

    private static func noColumns(_ file: String, line: Int) -> Problem {
        Problem(
            .error,
            "hxl.no-columns",
            at: .init(file, line: line),
            "No column says who does it or what is done.",
            remedy: "Tag the columns of the actors #org+name and those of what they do #activity,"
                + " #sector or #need."
        )
    }

    private static func notRead(_ tags: [String], _ file: String, line: Int) -> Problem {
        let shown = tags.prefix(12).map { Problem.quote($0) }.joined(separator: ", ")
        return Problem(
            .note,
            "hxl.not-read",
            at: .init(file, line: line),
            "These columns are not read: \(shown)\(tags.count > 12 ? " and more" : "").",
            remedy: "Nothing need be done: the map of actors has no room for them."
        )
    }
}

extension HXLColumn {
    /// Whether it says who or what; a table of places alone is no map of actors.
    fileprivate var isNeeded: Bool {
        switch self {
        case .actorID, .actorName, .activityCode, .activityName, .sectorCode, .sectorName, .need:
            true
        default: false
        }
    }
}
