import Base
import Foundation

/// One sheet of an XLSForm as rows of named cells.
struct XLSFormTable {
    var sheet: String
    /// The file's name and the sheet's, as messages give them: "form.xlsx[survey]".
    var place: String
    var headings: [XLSFormHeading]
    /// The line of the header row.
    var headerLine: Int
    var rows: [XLSFormRow]

    /// Whether the sheet has the column `key`.
    func has(_ key: String) -> Bool {
        headings.contains { $0.key == key }
    }
}

/// One row of a sheet of an XLSForm.
struct XLSFormRow {
    var line: Int
    /// Cells of columns that are not translated texts, by canonical name; trimmed, none empty.
    private(set) var cells: [String: String] = [:]
    /// Translated texts: by canonical name, then by the language as the header writes it.
    private(set) var texts: [String: [String: String]] = [:]
    /// Every cell by the header as it stands in the sheet.
    private(set) var byHeader: [String: String] = [:]

    init(line: Int) {
        self.line = line
    }

    /// The cell under `key`; "" when it is empty.
    subscript(key: String) -> String { cells[key] ?? "" }

    /// Whether no cell holds anything.
    var isEmpty: Bool { byHeader.isEmpty }

    /// Puts `text` under `heading`; a cell that is already filled stays.
    mutating func set(_ text: String, under heading: XLSFormHeading) {
        guard !text.isEmpty else { return }
        byHeader[heading.original] = text
        guard let key = heading.key else { return }
        if let language = heading.language {
            texts[key, default: [:]][language, default: text] = text
        } else if cells[key] == nil {
            cells[key] = text
        }
    }

    /// The cells whose column is not one of `keys`, by header.
    func attributes(besides keys: Set<String>, headings: [XLSFormHeading]) -> [String: String] {
        var kept: [String: String] = [:]
        for heading in headings where !keys.contains(heading.key ?? "") {
            if let text = byHeader[heading.original] { kept[heading.original] = text }
        }
        return kept
    }
}

extension XLSFormTable {
    /// Reads `sheet`: the first row that holds anything is the header, empty rows are passed over.
    ///
    /// Problems: columns that are not known (kept; a warning when a known name is near, else a
    /// note), that stand twice (the first counts), that have cells but no header.
    init(
        _ sheet: SheetText,
        file: String,
        known: Set<String>,
        problems: inout [Problem]
    ) {
        self.sheet = sheet.name
        place = "\(file)[\(sheet.name)]"
        let trimmed = sheet.rows.map { row in
            row.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        }
        let header = trimmed.firstIndex { $0.contains { !$0.isEmpty } }
        headerLine = (header ?? 0) + 1
        headings = (header.map { trimmed[$0] } ?? []).map { XLSFormHeading($0, known: known) }
        rows = []
        for (index, cells) in trimmed.enumerated().dropFirst(headerLine) {
            var row = XLSFormRow(line: index + 1)
            for (heading, cell) in zip(headings, cells) where !heading.original.isEmpty {
                row.set(cell, under: heading)
            }
            if !row.isEmpty { rows.append(row) }
        }
        problems += headerProblems(known: known)
        problems += cellsWithoutHeader(trimmed)
    }

    private func headerProblems(known: Set<String>) -> [Problem] {
        var problems: [Problem] = []
        var seen: Set<XLSFormHeading> = []
        for heading in headings where !heading.original.isEmpty {
            let location = Problem.Location(place, line: headerLine, column: heading.original)
            let name = Problem.quote(heading.original)
            var same = heading
            if heading.key != nil { same.original = "" }
            if !seen.insert(same).inserted {
                problems.append(
                    Problem(
                        .warning,
                        "xlsform.duplicate-column",
                        at: location,
                        "The column \(name) stands twice; the first that is filled counts.",
                        remedy: "Remove or rename one of them."
                    )
                )
            }
            guard heading.key == nil else { continue }
            let wanted = XLSFormHeading.normalized(heading.original)
            let near = nearestName(
                to: wanted.components(separatedBy: ":")[0],
                in: known.sorted()
            )
            // Lists of answers may have any columns: choice filters use them.
            if near == nil, sheet.lowercased() == "choices" { continue }
            problems.append(
                Problem(
                    near == nil ? .note : .warning,
                    "xlsform.unknown-column",
                    at: location,
                    "The column \(name) is not one that XLSForm knows; it is kept as it is.",
                    remedy: near.map { "Did you mean “\($0)”? Else nothing need be done." }
                        ?? "Nothing need be done."
                )
            )
        }
        return problems
    }

    private func cellsWithoutHeader(_ rows: [[String]]) -> [Problem] {
        var first: [Int: Int] = [:]
        for (index, cells) in rows.enumerated().dropFirst(headerLine) {
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                let named = column < headings.count && !headings[column].original.isEmpty
                if !named, first[column] == nil { first[column] = index + 1 }
            }
        }
        return first.sorted { $0.key < $1.key }.map { column, line in
            Problem(
                .note,
                "xlsform.no-header",
                at: .init(place, line: line, column: spreadsheetLetters(of: column)),
                "A column without a header holds text; it is not read.",
                remedy: "Give the column a name in line \(headerLine), if it should be read."
            )
        }
    }
}

/// The letters of the column at `index` (0 is A, 26 is AA).
private func spreadsheetLetters(of index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
    }
    return letters
}
