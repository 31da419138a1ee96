package import Base
import Foundation
package import Report
import Survey

/// The field pack of a drawn sample: sheets for interviewers, a workbook for the supervisor, and the form
/// with the drawn places and clusters among its choices.
package struct FieldPackFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package static let sheets = "sheets.html"
    package static let pdf = "sheets.pdf"
    package static let workbook = "supervisor.xlsx"
    package static let form = "form.xlsx"

    /// Writes the pack; each file is written whole or not at all.
    ///
    /// - Parameters:
    ///   - design: The drawn sample.
    ///   - form: The path of the study's form; nil where there is none.
    ///   - clusterQuestion: The question whose list becomes that of the drawn clusters.
    ///   - pdf: Whether to print the sheets.
    /// - Returns: The paths of the files.
    /// - Throws: The problem that stops writing.
    package func write(
        _ design: SampleDesign,
        form: String?,
        clusterQuestion: String,
        pdf: Bool
    ) throws(Problems) -> [String] {
        guard let sheets = FieldSheets(design) else { return [] }
        let files = ReportFiles(folder: folder)
        try files.makeFolder(folder)
        var written = [files.path(Self.sheets), files.path(Self.workbook)]
        try files.write(sheets.html(), to: written[0])
        try XLSX.write(supervisor(design), to: written[1])
        if let form {
            written.append(files.path(Self.form))
            let book = try filled(form, design, clusterQuestion)
            try XLSX.write(book, to: files.path(Self.form))
        }
        // Sheets printed from an earlier draw would stand beside other clusters.
        try? FileManager.default.removeItem(atPath: files.path(Self.pdf))
        guard pdf else { return written }
        written.append(files.path(Self.pdf))
        try printPDF(
            URL(fileURLWithPath: files.path(Self.sheets)),
            to: URL(fileURLWithPath: files.path(Self.pdf))
        )
        return written
    }

    // MARK: - The supervisor's workbook

    private func supervisor(_ design: SampleDesign) -> Workbook {
        let language = design.languages.compactMap { Language(code: $0) }.first ?? .en
        let words = Words(language)
        let mark = design.isSynthetic ? [words(Page.Warning.synthetic)] : []
        let rows = design.clusterRows()
        let header = rows.first ?? []
        let clusters = Workbook.Sheet(
            name: words(FieldWord.contents),
            title: words(
                FieldWord.title,
                ["study": .text(design.title.text(in: language.rawValue))]
            ),
            notes: mark,
            columns: header.map { Workbook.ColumnSpec(text(of: $0)) },
            rows: rows.dropFirst().map { $0.map { cell($0) } }
        )
        let log = Workbook.Sheet(
            name: words(FieldWord.contacts),
            title: words(FieldWord.contacts),
            notes: mark,
            columns: ["cluster", "household", "visits", "code", "interviewer", "date", "note"]
                .map { Workbook.ColumnSpec($0) },
            rows: contactRows(design)
        )
        let codes = Workbook.Sheet(
            name: words(FieldWord.codes),
            title: words(FieldWord.codes),
            columns: [.init("code"), .init("AAPOR"), .init(words(FieldWord.result))],
            rows: DispositionWord.allCases.map { disposition in
                let category = Dispositions.Category(code: disposition.code)?.rawValue ?? ""
                return [.text(disposition.code), .text(category), .text(words(disposition))]
            }
        )
        return Workbook(
            title: design.title.text(in: language.rawValue),
            sheets: [clusters, log, codes]
        )
    }

    /// A row for each household that is to be tried in the main clusters, its code to be filled in.
    private func contactRows(_ design: SampleDesign) -> [[Workbook.Cell]] {
        let clusters = design.draw?.clusters ?? []
        return clusters.enumerated().flatMap { index, cluster in
            (1...max(1, design.routes[index].households)).map { number in
                [.text(cluster.code), .number(Double(number))]
            }
        }
    }

    private func text(of cell: CSV.Cell) -> String {
        if case .text(let text) = cell { text } else { "" }
    }

    private func cell(_ cell: CSV.Cell) -> Workbook.Cell {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let seconds, let precision): .date(seconds, precision)
        }
    }

    // MARK: - The form

    /// The form at `path` with the drawn clusters in the list of the cluster question; every other cell is
    /// as it was.
    private func filled(
        _ path: String,
        _ design: SampleDesign,
        _ question: String
    ) throws(Problems) -> Workbook {
        let sheets = try XLSX.readText(path: path)
        let file = (path as NSString).lastPathComponent
        guard let list = listName(of: question, in: sheets) else {
            throw Problems(
                Problem(
                    .error,
                    "sample.no-cluster-question",
                    at: .init(file),
                    "The form has no question \(Problem.quote(question)) with one answer of a list.",
                    remedy:
                        "Add it (select_one cluster), or name it: sample: {cluster-question: NAME}."
                )
            )
        }
        return Workbook(
            title: design.title.text(in: design.languages.first ?? "en"),
            sheets: sheets.map { sheet in
                let rows =
                    sheet.name.lowercased() == "choices"
                    ? choices(sheet.rows, list: list, design) : sheet.rows
                return Workbook.Sheet(
                    name: sheet.name,
                    columns: (rows.first ?? []).map { Workbook.ColumnSpec($0) },
                    rows: rows.dropFirst().map { $0.map { $0.isEmpty ? .empty : .text($0) } }
                )
            }
        )
    }

    /// The name of the list that a `select_one` question chooses from.
    private func listName(of question: String, in sheets: [SheetText]) -> String? {
        guard let survey = sheets.first(where: { $0.name.lowercased() == "survey" }),
            let header = survey.rows.first, let type = header.firstIndex(of: "type"),
            let name = header.firstIndex(of: "name")
        else { return nil }
        for row in survey.rows.dropFirst() where row.indices.contains(max(type, name)) {
            let parts = row[type].split(separator: " ").map(String.init)
            if row[name] == question, parts.count > 1, parts[0] == "select_one" { return parts[1] }
        }
        return nil
    }

    private func choices(
        _ rows: [[String]],
        list: String,
        _ design: SampleDesign
    ) -> [[String]] {
        guard let header = rows.first,
            let lists = header.firstIndex(where: { $0 == "list_name" || $0 == "list name" })
        else { return rows }
        let first = rows.firstIndex { $0.indices.contains(lists) && $0[lists] == list }
        let others = rows.enumerated().filter { index, row in
            index == 0 || !(row.indices.contains(lists) && row[lists] == list)
        }
        let before = others.filter { $0.offset < first ?? rows.count }.map(\.element)
        let after = others.filter { $0.offset >= first ?? rows.count }.map(\.element)
        return before + drawn(design, header, list: list) + after
    }

    /// One choice a cluster: its code, its place as the label of every language, its key for filters.
    private func drawn(_ design: SampleDesign, _ header: [String], list: String) -> [[String]] {
        let clusters = (design.draw?.clusters ?? []) + (design.draw?.reserves ?? [])
        return clusters.map { cluster in
            let unit = design.frame.units[cluster.unit]
            let part = cluster.parts > 1 ? " \(cluster.part)/\(cluster.parts)" : ""
            return header.map { column in
                if column == "list_name" || column == "list name" { return list }
                if column == "name" { return cluster.code }
                if column == "label" || column.hasPrefix("label::") || column.hasPrefix("label:") {
                    return "\(cluster.code) \(unit.name)\(part)"
                }
                let key = design.frame.keyNames.firstIndex(of: column)
                return key.map { unit.key[$0] } ?? ""
            }
        }
    }
}
