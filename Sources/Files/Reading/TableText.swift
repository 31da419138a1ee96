package import Base
import Foundation

/// A small table of a study's folder, as text with a header: a frame, a list of places.
package struct TableText: Sendable, Hashable {
    package let file: String
    package let header: [String]
    package let rows: [[String]]

    /// The table in the file at `path`, CSV or the first sheet of an XLSX; nil where it cannot be read
    /// or has no header.
    package static func read(path: String) -> (TableText?, [Problem]) {
        let file = (path as NSString).lastPathComponent
        guard file.lowercased().hasSuffix(".xlsx") else {
            let (sheet, problems) = CSV.rows(path: path)
            return made(sheet, file: file, problems)
        }
        do throws(Problems) {
            return made(try XLSX.readText(path: path).first, file: file, [])
        } catch {
            return (nil, error.list)
        }
    }

    private static func made(
        _ sheet: SheetText?,
        file: String,
        _ problems: [Problem]
    ) -> (TableText?, [Problem]) {
        guard let sheet, let header = sheet.rows.first, !problems.hasErrors else {
            let empty = Problem(
                .error,
                "table.empty",
                at: .init(file, line: 1),
                "The file holds no table.",
                remedy: "Write column names into the first row and one row for each thing below."
            )
            return (nil, problems.hasErrors ? problems : problems + [empty])
        }
        let names = header.map { $0.trimmingCharacters(in: .whitespaces) }
        let table = TableText(file: file, header: names, rows: Array(sheet.rows.dropFirst()))
        return (table, problems)
    }

    /// The rows that hold something, with their line.
    package var lines: [(line: Int, cells: [String])] {
        rows.enumerated().filter { !$0.element.allSatisfy(\.isEmpty) }.map { ($0 + 2, $1) }
    }

    /// The position of the column `name`.
    package func position(of name: String) -> Int? { header.firstIndex(of: name) }

    /// The text of a cell without blanks at its ends; "" where the row is too short.
    package func cell(_ cells: [String], _ position: Int?) -> String {
        guard let position, cells.indices.contains(position) else { return "" }
        return cells[position].trimmingCharacters(in: .whitespaces)
    }

    /// The problem of a column that is not there.
    package func missing(_ name: String) -> Problem {
        let hint = nearestName(to: name, in: header).map { "Did you mean \($0)? " } ?? ""
        return Problem(
            .error,
            "table.no-column",
            at: .init(file, line: 1),
            "There is no column \(name).",
            remedy: "\(hint)The columns here: \(header.joined(separator: ", "))."
        )
    }

    /// The number that a person wrote: blanks between digits are left out, a comma is a decimal mark
    /// unless three digits follow it; nil where it is no number.
    package static func number(_ text: String) -> Double? {
        var text = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
        if let comma = text.lastIndex(of: ",") {
            let decimals = text[text.index(after: comma)...]
            // "686,271" counts thousands; "0,125" cannot.
            let isGroup = decimals.count == 3 && !["0", "-0"].contains(text[..<comma])
            if isGroup || text.count(where: { $0 == "," }) > 1 || text.contains(".") {
                text.removeAll { $0 == "," }
            } else {
                text = text.replacingOccurrences(of: ",", with: ".")
            }
        }
        guard let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
