package import Base
import Foundation
package import Report
package import Survey

/// Writes made-up answers as the data file of a study.
package enum SimulationFiles {
    /// The column that says of every row that nobody gave these answers, and what it holds.
    package static let mark = (column: "synthetic", text: "SYNTHETIC")

    /// Writes the answers of `simulation` to the file that `study` names; whole or not at all.
    ///
    /// Answers that people gave are never written over: the study must call itself synthetic, and a file
    /// that is there must be one that was made up.
    ///
    /// - Returns: The path of the file.
    /// - Throws: The problem that stops it.
    package static func write(
        _ simulation: Simulation,
        seed: UInt64,
        study: Study,
        folder: String
    ) throws(Problems) -> String {
        let path = (folder as NSString).appendingPathComponent(study.data.file)
        try check(study, path)
        try ReportFiles(folder: folder).makeFolder((path as NSString).deletingLastPathComponent)
        let table = rows(simulation, seed: seed)
        guard path.lowercased().hasSuffix(".xlsx") else {
            try ReportFiles(folder: folder).write(CSV.write(table), to: path)
            return path
        }
        try XLSX.write(workbook(table, title: study.title.text(in: study.language)), to: path)
        return path
    }

    private static func check(_ study: Study, _ path: String) throws(Problems) {
        if study.data.file.isEmpty {
            throw Problems(
                Problem(
                    .error,
                    "study.no-data",
                    at: .init(Study.fileName),
                    "The study names no data file to write to.",
                    remedy: "Add a line such as: data: {file: data/answers.csv}"
                )
            )
        }
        guard study.isSynthetic else {
            throw Problems(
                Problem(
                    .error,
                    "simulation.not-synthetic",
                    at: .init(Study.fileName),
                    "The study does not call its data synthetic.",
                    remedy:
                        "Write synthetic: true, so that every page says it; or leave the data alone."
                )
            )
        }
        guard FileManager.default.fileExists(atPath: path) else { return }
        let (table, _) = TableText.read(path: path)
        let position = table?.position(of: mark.column)
        if let table, let position,
            table.lines.allSatisfy({ table.cell($0.cells, position) == mark.text })
        {
            return
        }
        throw Problems(
            Problem(
                .error,
                "simulation.real-data",
                at: .init(study.data.file),
                "The file holds answers that were not made up here; it is not written over.",
                remedy: "Move it away, or name another file under data."
            )
        )
    }

    /// The header and the rows.
    private static func rows(_ simulation: Simulation, seed: UInt64) -> [[CSV.Cell]] {
        let columns = simulation.answers(seed: seed)
        let count = columns.first.map { rowCount(of: $0) } ?? 0
        let header = (simulation.names + [mark.column]).map { CSV.Cell.text($0) }
        let rows = (0..<count).map { row in
            columns.map { cell(of: $0, row) } + [CSV.Cell.text(mark.text)]
        }
        return [header] + rows
    }

    private static func rowCount(of cells: Simulation.Cells) -> Int {
        switch cells {
        case .texts(let texts): texts.count
        case .times(let seconds): seconds.count
        }
    }

    private static func cell(of cells: Simulation.Cells, _ row: Int) -> CSV.Cell {
        switch cells {
        case .texts(let texts): texts[row].isEmpty ? .empty : .text(texts[row])
        case .times(let seconds): .date(seconds[row], .second)
        }
    }

    private static func workbook(_ table: [[CSV.Cell]], title: String) -> Workbook {
        func text(_ cell: CSV.Cell) -> Workbook.Cell {
            switch cell {
            case .empty: .empty
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .date(let seconds, let precision): .date(seconds, precision)
            }
        }
        let header = table[0].map { cell -> Workbook.ColumnSpec in
            if case .text(let name) = cell { return .init(name) }
            return .init("")
        }
        return Workbook(
            title: title,
            sheets: [
                Workbook.Sheet(
                    name: mark.text,
                    columns: header,
                    rows: table.dropFirst().map { $0.map { text($0) } }
                )
            ]
        )
    }
}
